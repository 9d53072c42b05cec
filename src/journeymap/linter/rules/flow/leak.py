"""JM601."""

from collections.abc import Iterator, Sequence
from functools import partial
from math import fsum

from journeymap.analysis.answering import against_loss
from journeymap.analysis.best_idea import in_full, open_ideas, strength
from journeymap.analysis.evidence import Standing, evidence_for, is_assumed, standing
from journeymap.analysis.figures import apart
from journeymap.analysis.flow import Flow, StepFlow
from journeymap.analysis.reasons import ReasonKind
from journeymap.authoring import (
    Analysis,
    Context,
    Finding,
    JourneyMap,
    Mark,
    Method,
    OpportunityStatus,
    Option,
    PlacedStep,
    listed,
    rule,
)
from journeymap.linter.rules._reasons import reason_at
from journeymap.linter.rules.flow._shared import SHARES, completed, share_of
from journeymap.words.shares import of_100

LARGE = Option(
    name="share",
    default=0.1,
    meaning="a step that loses this share of those who reach it, or more, is told of",
    most=1,
)

_PLACES = 9
"""Decimal places to which shares are compared: decimal fractions are not exact in binary."""
_TOLD = "this was told by people asked, and not counted, so that the gain is not known"
_GAIN = 0.0005
"""A gain of less than a tenth of a percentage point would be read out as none."""
_FEW = 0.5
"""Of fewer of those who start the gain is told of those who come there; house."""
_MANY = 0.25
"""A step that loses so many of those who come is one to look at in any case; house."""


@rule(
    "JM601",
    "leak",
    severity="warning",
    from_status="review",
    basis="house",
    options=(LARGE,),
    needs=(SHARES,),
    each_persona=True,
)
def leak(placed_step: PlacedStep, context: Context) -> Iterator[Finding]:
    """A step loses a tenth or more of those who reach it.

    ## Why it matters

    Who leaves here leaves whatever comes later unseen, however well it is made. The finding says
    what closing the step's leaks would gain: by how much more would complete the journey if those
    who leave went on as the others do. A leak near the end often gains more than a larger one near
    the beginning, because fewer are lost behind it. Where fewer than half come there, it is told of
    those who do. What interviews tell is no count: then no gain is computed.

    ## Basis

    House: a tenth. The gain follows from the shares that the map states, exactly.

    ## Bad

    ```yaml
    title: Dental clinic
    steps:
      - action: Asks for a quote
        leaks: {to: another clinic, share: 14 %, why: the other one answered first}  # <- here
      - Is treated
    ```

    ## Good

    ```yaml
    title: Dental clinic
    steps:
      - action: Asks for a quote
        leaks: {to: another clinic, share: 4 %}
      - Is treated
    ```
    """
    flow = context.analysis.flow
    exits = context.analysis.ways.exits[placed_step.position]
    lost = exits.written(fsum(share or 0.0 for share in exits.leaks))
    here = flow.steps[placed_step.position] if flow else None
    large = lost > 0 and round(lost, _PLACES) >= context.option(LARGE)
    if flow is None or here is None or not large or not here.visits:
        return
    route = (*placed_step.route, "leaks")
    only = len(placed_step.step.leaks) == 1
    own = [each.evidence for each in placed_step.step.leaks if apart(each.share, each.shares)]
    assumed = any(is_assumed(context.journey_map, placed_step, each) for each in own)
    told = any(_is_told(each, placed_step, context.journey_map) for each in own)
    gained = f": {_TOLD if told else _gain(flow, here, context.journey_map)}"
    gained = "" if context.analysis.ways.is_over else gained
    yield Finding(
        message=f'"{placed_step.label}" loses {share_of(lost, assumed=assumed)} of those who reach '
        f"it{_where(placed_step, context.journey_map)}{gained}",
        help=_help(placed_step, context.analysis),
        route=(*route, 0) if only else route,
        mark=Mark.VALUE if only else Mark.KEY,
        gist=f'"{placed_step.label}": loses {share_of(lost, assumed=assumed)} of those who come',
        urgent=round(lost, _PLACES) >= _MANY,
        phrase=_phrase(placed_step, context),
    )


def _is_told(own: Sequence[str], placed_step: PlacedStep, journey_map: JourneyMap) -> bool:
    """Tells whether a share rests on what people told alone, and on nothing that counts."""
    sources = journey_map.evidence.meant(evidence_for(journey_map, placed_step, own))
    counted = any(each.item.approach is Method.QUANTITATIVE for each in sources)
    return not counted and standing(journey_map, placed_step, own) is Standing.TOLD


def _phrase(placed_step: PlacedStep, context: Context) -> str:
    """Returns what a leverage point says of it, and whether nobody knows why they leave."""
    words = reason_at(placed_step, ReasonKind.LEAVING, context.analysis)
    known = any(leak.why for leak in placed_step.step.leaks)
    return words if known or not words else f"{words}, and nobody says why"


def _where(placed_step: PlacedStep, journey_map: JourneyMap) -> str:
    """Returns where they go and why, as far as it is said."""
    said = [entry for entry in placed_step.step.leaks if entry.share != 0]
    names = tuple(
        dict.fromkeys(f'"{journey_map.person_label(entry.to)}"' for entry in said if entry.to)
    )
    whys = dict.fromkeys(in_full(placed_step, entry.why) for entry in said if entry.why)
    to = f", to {listed(names)}" if names else ""
    return f"{to} ({'; '.join(whys)})" if whys else f"{to}, and nobody says why"


def _gain(flow: Flow, here: StepFlow, journey_map: JourneyMap) -> str:
    done = completed(journey_map)
    if here.gain < _GAIN:
        return f"if nobody left here, no more people would {done}"
    say = partial(of_100, assumed=flow.assumed)
    whom, now, then = "all", flow.completion, flow.completion + here.gain
    if here.people < _FEW:
        whom, now = "those who come here", here.completion
        then = min(1.0, now + here.gain / here.people)
    if say(now) == say(then):
        return f"if nobody left here, hardly more people would {done}"
    before = share_of(now, assumed=flow.assumed)
    return f"if nobody left here, {say(then)} % of {whom} would {done}, not {before}"


def _help(placed_step: PlacedStep, analysis: Analysis) -> str:
    """Returns what to do: with an idea against why they leave, or where nobody says why, any."""
    if placed_step.step.offstage:  # nobody who is not there chooses to leave
        return "see what would avert it, or what is offered to those who are left, and record that"
    known = any(leak.why for leak in placed_step.step.leaks)
    ideas = against_loss(analysis, placed_step) if known else placed_step.opportunities
    is_open = [*open_ideas(ideas, placed_step)]
    live = [each for each in ideas if each.opportunity.status is OpportunityStatus.LIVE]
    best = max(is_open, key=lambda each: strength(each, placed_step), default=None)
    if idea := best or next(iter(live), None):
        if known:
            return f'find out what would keep them here, and whether "{idea.label}" would keep them'
        ask = "find out why they leave, and write it as their why:"
        return f'{ask}; then whether "{idea.label}" would keep them'
    if not known:
        return (
            "find out why they leave, and write it as their why:; then record what would keep "
            "them as an opportunity"
        )
    none = (
        "of no idea here the map says that it answers why they leave: "
        if placed_step.opportunities
        else ""
    )
    return f"{none}find out what would keep them here, and record it as an opportunity"
