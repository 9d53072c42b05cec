"""JM406."""

from collections.abc import Iterable, Iterator
from math import isfinite

from journeymap.analysis.effort import ways_back
from journeymap.analysis.evidence import is_assumed
from journeymap.analysis.reasons import ReasonKind
from journeymap.analysis.transitions import Transition, Ways
from journeymap.authoring import (
    Context,
    Finding,
    Mark,
    OpportunityStatus,
    PlacedStep,
    rule,
)
from journeymap.linter.rules._reasons import reason_at
from journeymap.linter.rules._satisfied import suits
from journeymap.linter.rules.flow._shared import SHARES, share_of

_MANY = 0.2
"""More who go back are no matter of choice as long as nobody says why; house."""
_BARE = "no idea is recorded at that step"
_OFTEN = 1.005
"""Fewer visits on average would be read out as one."""
_LARGE, _PLACES = 0.25, 9
"""From this share on a way back is told however the step went, unless it is planned; house."""


@rule(
    "JM406",
    "repeat-visit",
    severity="note",
    from_status="review",
    basis="practitioner",
    needs=(SHARES,),
    each_persona=True,
)
def repeat_visit(placed_step: PlacedStep, context: Context) -> Iterator[Finding]:
    """Some have to go back to an earlier step, and do it again.

    ## Why it matters

    Whatever was not settled the first time costs the persona another try and the service another
    contact. The finding says how often those who come to the step come there on average (at 1.25
    times every fourth contact is a repetition), asks for the reason where none is said, and tells
    where a fifth or more go back from a step without an idea.

    Some repetitions are no failure, and left alone: a way that renews a cycle, one that is the
    treatment or a check-up (`next: {…, planned: true}`), and one back to a step behind which a wait
    is planned, for several control visits may be the treatment (unless a fifth or more are sent
    back from a step with a pain, without a `why`). Where the persona got what was
    expected, feels no worse than neutral and has no pain recorded, going back is a choice, unless
    more than a fifth go back and nobody says why, or a quarter and more, whatever is said.

    ## Basis

    Practitioner: having to come again costs effort (Dixon, Toman & DeLisi, The Effortless
    Experience, Portfolio, 2013).

    ## Bad

    ```yaml
    title: Setting the dose
    steps:
      - action: Takes the tablets
      - action: Comes to the control visit
        next: {to: takes-the-tablets, share: 20 %, why: values too high}  # <- here
    ```

    ## Good

    ```yaml
    title: Setting the dose
    steps:
      - action: Takes the tablets
        wait: {time: 3 months, planned: true}
      - action: Comes to the control visit
        next: {to: takes-the-tablets, share: 20 %, why: values too high}
    ```
    """
    analysis = context.analysis
    for way in ways_back(analysis.ways, analysis.ways.exits[placed_step.position]):
        said = placed_step.step.next[way.entry or 0].why
        share = way.share or 0.0
        many = (not said and share > _MANY) or round(share, _PLACES) >= _LARGE
        if way.share and way.target is not None and (many or not suits(placed_step, analysis)):
            yield _finding(placed_step, way, context.journey_map.steps[way.target], context)


def _finding(
    placed_step: PlacedStep, way: Transition, target: PlacedStep, context: Context
) -> Finding:
    flow, ways = context.analysis.flow, context.analysis.ways
    times = flow.steps[target.position].times if flow else 1.0
    apart = placed_step.step.offstage or target.step.offstage
    who = "a case comes" if apart else "people come"
    often = f"; {who} to that step {times:.2f} times on average"
    told = isfinite(times) and times >= _OFTEN and not ways.is_over
    same = target.position == placed_step.position
    where = "come here again" if same else f'go back to "{target.label}"'
    whom = "the cases" if placed_step.step.offstage else "those"
    said = placed_step.step.next[way.entry or 0]
    reason = f" ({said.why})" if said.why else ""
    ask = "find out what could have been settled the first time"
    ask = ask if said.why else f"say why in why:, and {ask}"
    assumed = is_assumed(context.journey_map, placed_step, said.evidence)
    written = ways.exits[placed_step.position].written(way.share or 0.0)
    share = f"{share_of(written, assumed=assumed)} of {whom}"
    if _is_bare(placed_step, [way], ways):
        ask += f", and record what would: {_BARE}"
    return Finding(
        message=f'{share} at "{placed_step.label}" {where}{reason}{often if told else ""}',
        help=f"{ask}; if it is the treatment, or a check-up, write planned: true",
        route=(*placed_step.route, "next", way.entry or 0),
        mark=Mark.VALUE,
        phrase=_phrase(placed_step, context),
    )


def _phrase(placed_step: PlacedStep, context: Context) -> str:
    """Returns the reason that a leverage point names, and whether one is said of it."""
    words = reason_at(placed_step, ReasonKind.WAY_BACK, context.analysis)
    ways = ways_back(context.analysis.ways, context.analysis.ways.exits[placed_step.position])
    said = any(placed_step.step.next[way.entry or 0].why for way in ways)
    words = words if said or not words else f"{words}, and nobody says why"
    bare = words and _is_bare(placed_step, ways, context.analysis.ways)
    return f"{words}, and {_BARE}" if bare else words


def _is_bare(placed_step: PlacedStep, ways: Iterable[Transition], every: Ways) -> bool:
    """Tells whether many go back from a step at which nobody has an idea."""
    written = every.exits[placed_step.position].written
    many = any(round(written(way.share or 0.0), _PLACES) >= _MANY for way in ways)
    ideas = (idea.opportunity.status for idea in placed_step.opportunities)
    return many and all(status is OpportunityStatus.DROPPED for status in ideas)
