"""JM818."""

from collections.abc import Iterator

from journeymap.analysis.best_idea import OPEN
from journeymap.authoring import (
    Context,
    Finding,
    JourneyMap,
    Mark,
    OpportunityStatus,
    PlacedOpportunity,
    one_by_one,
    rule,
)
from journeymap.linter.rules.improvement._ideas import each_once
from journeymap.linter.rules.measurement._readings import age


@rule("JM818", "overdue-idea", severity="warning", from_status="review")
def overdue_idea(journey_map: JourneyMap, context: Context) -> Iterator[Finding]:
    """The day by which an idea was to be done has passed, and it is not live.

    ## Why it matters

    A date that nobody kept and nobody took back tells every reader that dates in this map mean
    nothing. Either it was done, and the map does not know; or it waits for something that belongs
    on the map; or nobody wants it any more. `by` says when an idea is to be done (a month means
    its last day), `status` how far it has come. One that several steps name is told once.

    ## Bad

    ```yaml
    title: Dental clinic
    steps:
      - action: Calls the clinic
        opportunities:
          - text: Ring back by noon
            by: 2026-03  # <- here
          - {text: Book online, status: testing, by: 2027-03}
    ```

    ## Good

    ```yaml
    title: Dental clinic
    steps:
      - action: Calls the clinic
        opportunities:
          - {text: Ring back by noon, by: 2026-03, status: live}
          - {text: Book online, status: testing, by: 2027-03}
    ```
    """
    yield from one_by_one(_overdue(idea, context) for idea in each_once(journey_map))


def _overdue(idea: PlacedOpportunity, context: Context) -> Iterator[Finding]:
    said = idea.opportunity
    if said.by is None or said.by.date >= context.today or said.status not in OPEN:
        return
    state = (
        "is still being tested"
        if said.status is OpportunityStatus.TESTING
        else "is still only an idea"
    )
    late = age(said.by.date, context.today)
    yield Finding(
        message=f'"{idea.label}" was to be done by {said.by.written}, {late} ago, and {state}',
        help="write status: live if it is done, else a new date, or status: dropped",
        route=(*idea.route, "by"),
        mark=Mark.VALUE,
    )
