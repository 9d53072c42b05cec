"""JM720."""

from collections.abc import Iterator

from journeymap.analysis.external import Change, changes
from journeymap.authoring import Context, Finding, JourneyMap, Mark, Related, listed, rule


@rule("JM720", "overtaken", severity="note", from_status="review", basis="house")
def overtaken(journey_map: JourneyMap, context: Context) -> Iterator[Finding]:
    """The map was reviewed before something changed outside that affects it.

    ## Why it matters

    A new treatment, a rule of law or a competitor can make a map wrong overnight, however recent
    its review is. `external_changes`, in the map or in a library that it uses, say since when
    something holds and which stages, steps, channels or people it affects; all of the map where
    they name none. A change that is still to come is not told, and neither is one of the month of
    the review, if nobody says the day.

    ## Basis

    House.

    ## Bad

    ```yaml
    title: Type 2 diabetes
    reviewed: 2026-03-01  # <- here
    external_changes: [{date: 2026-10, what: The tablet is paid for, affects: treatment}]
    stages: [{name: Treatment, steps: [Takes the tablets]}]
    ```

    ## Good

    ```yaml
    title: Type 2 diabetes
    reviewed: 2026-11-02
    external_changes: [{date: 2026-10, what: The tablet is paid for, affects: treatment}]
    stages: [{name: Treatment, steps: [Takes the tablets]}]
    ```
    """
    reviewed = journey_map.journey.reviewed
    if reviewed is None:
        return
    found = [
        each
        for each in changes(journey_map)
        if each.is_after(reviewed) and each.day <= context.today
    ]
    if found:
        said = [f'"{each.what}" ({each.change.date.written})' for each in found if each.change.date]
        yield Finding(
            message=f"the map was reviewed before {listed(tuple(said))}{_affected(found)}",
            help="walk through what is affected, and set reviewed: anew",
            route=("reviewed",),
            mark=Mark.VALUE,
            related=tuple(
                Related(route=each.route, message="what changed", path=each.library)
                for each in found
            ),
        )


def _affected(found: list[Change]) -> str:
    names = tuple(dict.fromkeys(f'"{name}"' for each in found for name in each.affected))
    return f", which affects {listed(names)}" if names else ""
