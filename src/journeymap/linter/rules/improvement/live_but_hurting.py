"""JM810."""

from collections.abc import Iterator

from journeymap.authoring import (
    Context,
    Defined,
    EvidenceKind,
    Finding,
    JourneyMap,
    Need,
    OpportunityStatus,
    PlacedPain,
    PlacedStep,
    Related,
    rule,
)
from journeymap.linter.rules.improvement._ideas import opportunities
from journeymap.model.vocabulary import Evidence


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
    """An opportunity is live, and newer evidence still tells of the pain that it solves.

    ## Why it matters

    Either it does not help, or not all, or nobody has told the people it is for. Compare the date
    by which it was to be done (`by`) with the evidence of the pain, its own or else that of its
    step: if the pain is gone, take it off the map; if not, the work is not over. Assumptions and
    evidence without a date are left alone.

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
          - {text: Screen in the lobby, status: live, by: 2026-03, owner: IT}  # <- here
    ```

    ## Good

    ```yaml
    title: Dental clinic
    evidence: [{id: spring-interviews, kind: interview, date: 2026-02}]
    steps:
      - action: Waits
        pains: {text: Nobody says how long, evidence: spring-interviews}
        opportunities:
          - {text: Screen in the lobby, status: live, by: 2026-03, owner: IT}
    ```
    """
    for pain in placed_step.pains:
        newest = _newest(pain, placed_step, context.journey_map)
        for idea in context.analysis.answers.get(pain.route, ()) if newest else ():
            since = idea.opportunity.by
            seen = newest.item.date if newest else None
            live = idea.opportunity.status is OpportunityStatus.LIVE
            if newest and live and since and seen and seen.date > since.date:
                yield Finding(
                    message=f'"{idea.opportunity.text}" is live since {since.written}, and '
                    f'"{newest.label}" of {seen.written} still tells of "{pain.pain.text}"',
                    help="find out why it still hurts, or take the pain off the map if it is gone",
                    route=idea.route,
                    related=(Related(route=pain.route, message="the pain is here"),),
                )


def _newest(
    pain: PlacedPain, placed_step: PlacedStep, journey_map: JourneyMap
) -> Defined[Evidence] | None:
    """Returns the latest dated evidence of a pain, its own or else that of its step."""
    names = pain.pain.evidence or placed_step.step.evidence
    dated = [
        (entry.item.date.date, entry)
        for entry in journey_map.evidence.meant(names)
        if entry.item.date and entry.item.kind is not EvidenceKind.ASSUMPTION
    ]
    return max(dated, key=lambda pair: pair[0])[1] if dated else None
