"""JM810."""

from collections.abc import Iterator

from journeymap.authoring import (
    Context,
    Defined,
    Finding,
    Need,
    OpportunityStatus,
    PlacedOpportunity,
    PlacedPain,
    PlacedStep,
    Related,
    rule,
    step_route,
)
from journeymap.linter.rules._live import doubt
from journeymap.linter.rules._recorded_before import newest_evidence
from journeymap.linter.rules.improvement._ideas import opportunities
from journeymap.linter.rules.improvement.done_without_effect import unmoved
from journeymap.linter.rules.leverage._live_here import told_live
from journeymap.linter.rules.leverage._points import pressing
from journeymap.model.vocabulary import Evidence

_ANEW = 60
"""So many days after an idea is live its pain could have been asked anew; house."""


def _is_live(context: Context) -> bool:
    return bool(opportunities(context.journey_map, OpportunityStatus.LIVE))


@rule(
    "JM810",
    "live-but-hurting",
    severity="note",
    from_status="review",
    basis="house",
    needs=(Need(what="opportunities that are live", is_there=_is_live),),
)
def live_but_hurting(placed_step: PlacedStep, context: Context) -> Iterator[Finding]:
    """An opportunity is live, and its pain still hurts by newer evidence, or nobody asked anew.

    ## Why it matters

    Either it does not help, or not all, or nobody has told the people it is for. Compare the date
    since which it is live (`since`, else `by`) with the evidence of the pain, its own or else that
    of its step: if the pain is gone, take it off the map; if not, the work is not over. A pain
    whose severity and probability are from before it was live, two months ago or longer (by
    `since`), weighs today what it weighed then: the score is to be asked anew. Assumptions and
    evidence without a date are left alone, and so is an idea that has not moved its own metric,
    of which *done-without-effect* or *target-missed* tells, and one whose last pilot is later and
    still open, of which *adopted-in-test* asks whether it is live at all.

    ## Basis

    House.

    ## Bad

    ```yaml
    title: Dental clinic
    evidence: [{id: autumn-interviews, kind: interview, date: 2026-10}]
    steps:
      - action: Waits
        pains: {text: Nobody says how long, evidence: autumn-interviews}
        opportunities:
          - {text: Screen in the lobby, status: live, since: 2026-03, owner: IT}  # <- here
    ```

    ## Good

    ```yaml
    title: Dental clinic
    evidence: [{id: spring-interviews, kind: interview, date: 2026-02}]
    steps:
      - action: Waits
        pains: {text: Nobody says how long, evidence: spring-interviews}
        opportunities:
          - {text: Screen in the lobby, status: live, since: 2026-03, owner: IT}
    ```
    """
    for pain in placed_step.pains:
        newest = newest_evidence(pain, placed_step, context.journey_map)
        for idea in context.analysis.answers.get(pain.route, ()) if newest else ():
            is_live = idea.opportunity.status is OpportunityStatus.LIVE
            is_told = unmoved(idea, context.journey_map) or bool(doubt(idea))
            if newest and is_live and not is_told:
                yield from _held_against(idea, pain, newest, context)


def _is_told_there(idea: PlacedOpportunity, context: Context) -> bool:
    """Tells whether a leverage point says of an idea that it is live and it hurts all the same."""
    return any(
        told_live(point) == idea
        for point in pressing(context.analysis)
        if point.step.route == step_route(idea.route)
    )


def _held_against(
    idea: PlacedOpportunity, pain: PlacedPain, newest: Defined[Evidence], context: Context
) -> Iterator[Finding]:
    """Yields an idea that is live beside what was last heard of its pain."""
    said, seen = idea.opportunity, newest.item.date
    since = said.since or said.by
    if since is None or seen is None:
        return
    place = (Related(route=pain.route, message="the pain is here"),)
    apart = not _is_told_there(idea, context)
    if seen.date > since.date:
        yield Finding(
            message=f'"{said.text}" is live since {since.written}, and '
            f'"{newest.label}" of {seen.written} still tells of "{pain.pain.text}"',
            help="find out why it still hurts, or take the pain off the map if it is gone",
            route=idea.route,
            related=place,
            phrase=f'"{newest.label}" of {seen.written} still tells of "{pain.pain.text}"',
            survives_subsumption=apart,
        )
        return
    scored = pain.pain.severity is not None and pain.pain.probability is not None
    if scored and said.since and (context.today - said.since.date).days >= _ANEW:
        yield Finding(
            message=f'"{said.text}" is live since {since.written}, and "{pain.pain.text}" is still '
            f'scored by "{newest.label}" of {seen.written}, from before it',
            help="ask again how grave and how frequent it is now, and write that down",
            route=idea.route,
            related=place,
            phrase=f'"{pain.pain.text}" was scored by "{newest.label}" of {seen.written}',
            survives_subsumption=apart,
        )
