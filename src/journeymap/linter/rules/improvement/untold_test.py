"""JM823."""

from collections.abc import Iterator

from journeymap.authoring import (
    Context,
    Finding,
    JourneyMap,
    Mark,
    OpportunityStatus,
    Related,
    State,
    few,
    rule,
)
from journeymap.linter.rules.improvement._ideas import each_once


@rule("JM823", "untold-test", severity="note", from_status="review", basis="house")
def untold_test(journey_map: JourneyMap, _: Context) -> Iterator[Finding]:
    """An idea is being tested, and the map tells of no pilot.

    ## Why it matters

    A test of which nobody writes down when it was, with how many and what was learned is no test:
    it goes on until somebody forgets it, and the next one begins where this one did. One line is
    enough (`pilots: {date: 2026-11, n: 12, learned: …}`), also while it runs. Of several ideas it
    is told once; an idea that several steps name counts as one. A desired map is not asked.

    ## Basis

    House.

    ## Bad

    ```yaml
    title: Dental clinic
    steps:
      - action: Calls the clinic
        opportunities:
          - text: Ring back by noon
            status: testing  # <- here
    ```

    ## Good

    ```yaml
    title: Dental clinic
    steps:
      - action: Calls the clinic
        opportunities:
          - {text: Ring back by noon, status: testing, pilots: {date: 2026-10, n: 12}}
    ```
    """
    if journey_map.journey.state is State.DESIRED:
        return
    found = [
        idea
        for idea in each_once(journey_map)
        if idea.opportunity.status is OpportunityStatus.TESTING and not idea.opportunity.pilots
    ]
    if not found:
        return
    first, *others = found
    verb = "are" if others else "is"
    yield Finding(
        message=f"{few([each.label for each in found])} {verb} being tested, and no pilot says "
        "with whom and what was learned",
        help="add pilots: {date: …, n: …, learned: …}, or status: idea if nobody has begun",
        route=(*first.route, "status"),
        mark=Mark.VALUE,
        related=tuple(Related(route=each.route, message="this one as well") for each in others),
        stands_for=tuple((*each.route, "status") for each in found),
    )
