"""JM601."""

from collections.abc import Iterator, Sequence
from functools import partial
from math import fsum

from journeymap.analysis.answering import against_loss
from journeymap.analysis.best_idea import in_full, open_ideas, strength
from journeymap.analysis.evidence import Standing, evidence_for, is_assumed, standing
from journeymap.analysis.figures import FigureKind, apart, figures
from journeymap.analysis.flow import Flow, StepFlow
from journeymap.analysis.reasons import ReasonKind
from journeymap.authoring import (
    Context,
    Finding,
    JourneyMap,
    Mark,
    Method,
    OpportunityStatus,
    Option,
    PlacedOpportunity,
    PlacedStep,
    listed,
    rule,
)
from journeymap.linter.rules._live import correct, is_live, is_to_come
from journeymap.linter.rules._reasons import reason_at
from journeymap.linter.rules._recorded_before import newest_of
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
    by = _by_whom(own, placed_step, context.journey_map) if told else ""
    gained = _gain(flow, here, context.journey_map)
    if told:  # where nobody completes from there, no share would change that
        unknown = ", so that the gain is not known" if here.completion else f"; {gained}"
        gained = f"{by}, and not counted{unknown}"
    gained = "" if context.analysis.ways.is_over else f": {gained}"
    yield Finding(
        message=f'"{placed_step.label}" loses {share_of(lost, assumed=assumed)} of those who reach '
        f"it{_where(placed_step, context.journey_map)}{gained}",
        help=_help(placed_step, context),
        route=(*route, 0) if only else route,
        mark=Mark.VALUE if only else Mark.KEY,
        own="" if told else gained,
        gist=f'"{placed_step.label}": loses {share_of(lost, assumed=assumed)} of those who come'
        f"{by.replace('this was', ', as was')}{_kept_by(placed_step, context)}",
        urgent=round(lost, _PLACES) >= _MANY,
        phrase=_phrase(placed_step, context),
    )


def _is_told(own: Sequence[str], placed_step: PlacedStep, journey_map: JourneyMap) -> bool:
    """Tells whether a share rests on what people told alone, and on nothing that counts."""
    sources = journey_map.evidence.meant(evidence_for(journey_map, placed_step, own))
    counted = any(each.item.approach is Method.QUANTITATIVE for each in sources)
    return not counted and standing(journey_map, placed_step, own) is Standing.TOLD


def _by_whom(own: Sequence[Sequence[str]], placed_step: PlacedStep, journey_map: JourneyMap) -> str:
    """Returns who told of what was not counted: one person, where that is all who was asked."""
    names = [name for each in own for name in each]
    sources = journey_map.evidence.meant(evidence_for(journey_map, placed_step, names))
    alone = len(sources) == 1 and sources[0].item.n == 1
    return f"this was told by {'one person' if alone else 'people asked'}"


def _kept_by(placed_step: PlacedStep, context: Context) -> str:
    """Returns which open idea there is against it, for the end of a run."""
    best = _best(_against(placed_step, context), placed_step)
    return f'; see whether "{best.label}" would keep them' if best else ""


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
    told = " (some of the shares were told, not counted)" if _rests(flow, journey_map) else ""
    return f"if nobody left here, {say(then)} % of {whom} would {done}, not {before}{told}"


def _help(placed_step: PlacedStep, context: Context) -> str:
    """Returns what to do: with an idea against why they leave, or where nobody says why, any."""
    if placed_step.step.offstage:  # nobody who is not there chooses to leave
        return "see what would avert it, or what is offered to those who are left, and record that"
    known, found = _is_explained(placed_step), _against(placed_step, context)
    live = [each for each in found if each.opportunity.status is OpportunityStatus.LIVE]
    best = _best(found, placed_step)
    if best and known:
        return f'find out what would keep them here, and whether "{best.label}" would keep them'
    if known and live:
        return _of_live(live[0], placed_step, context)
    if idea := best or next(iter(live), None):
        ask = "find out why they leave, and write it as their why:"
        keeps = "keeps" if is_live(idea, context.today) else "would keep"
        return f'{ask}; then whether "{idea.label}" {keeps} them'
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


def _rests(flow: Flow, journey_map: JourneyMap) -> bool:
    """Tells whether who completes depends on a share that people told, which nobody counted."""
    if flow.standing is not Standing.TOLD:
        return False
    return any(
        each.kind is FigureKind.SHARE
        and each.standing is Standing.TOLD
        and flow.steps[each.step.position].completion > 0
        for each in figures(journey_map)
        if each.step
    )


def _is_explained(placed_step: PlacedStep) -> bool:
    return any(leak.why for leak in placed_step.step.leaks)


def _against(placed_step: PlacedStep, context: Context) -> Sequence[PlacedOpportunity]:
    """Returns the ideas against why they leave; where nobody says why, those of the step."""
    if not _is_explained(placed_step):
        return placed_step.opportunities
    found = against_loss(context.analysis, placed_step)
    if not found and len(placed_step.pains) == 1:  # its only pain is all that is known
        return context.analysis.answers.get(placed_step.pains[0].route, ())
    return found


def _best(ideas: Sequence[PlacedOpportunity], placed_step: PlacedStep) -> PlacedOpportunity | None:
    is_open = open_ideas(ideas, placed_step)
    return max(is_open, key=lambda each: strength(each, placed_step), default=None)


def _of_live(idea: PlacedOpportunity, placed_step: PlacedStep, context: Context) -> str:
    """Returns what to do where an idea against why they leave is live, by when they left."""
    if is_to_come(idea, context.today):
        return f"{correct(idea)}, and find out whether it would keep them"
    since = idea.opportunity.since
    names = [name for leak in placed_step.step.leaks for name in leak.evidence]
    source = newest_of(names or placed_step.step.evidence, context.journey_map)
    day = source.item.date if source else None
    if since is None or source is None or day is None or since.date == day.date:
        return f'find out whether "{idea.label}", which is live, keeps them, and what would'
    if since.date > day.date:
        return (
            f'"{idea.label}" is live since {since.written}, and "{source.label}" of {day.written} '
            "is from before: see whether they still leave"
        )
    return (
        f'"{idea.label}" is live since {since.written}, and they still leave by "{source.label}" '
        f"of {day.written}: find out why it does not keep them, and what would"
    )
