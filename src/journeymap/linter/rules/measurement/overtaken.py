"""JM720."""

from collections.abc import Iterator

from journeymap.analysis.external import Change, changes
from journeymap.analysis.figures import evidence_at
from journeymap.authoring import (
    Context,
    EvidenceKind,
    Finding,
    JourneyMap,
    Mark,
    Namespace,
    Related,
    few,
    listed,
    rule,
)


@rule("JM720", "overtaken", severity="note", from_status="review", basis="house")
def overtaken(journey_map: JourneyMap, context: Context) -> Iterator[Finding]:
    """The map was reviewed before something changed outside that affects it.

    ## Why it matters

    A new treatment, a rule of law or a competitor can make a map wrong overnight, however recent
    its review is. `external_changes`, in the map or in a library that it uses, say since when
    something holds and which stages, steps, channels or people it affects; all of the map where
    they name none. A change that is still to come is not told, and neither is one of the month of
    the review, if nobody says the day. Where steps or stages are named and all that their steps
    rest on is older than the change, that is told after a review: who walks through a map does not
    ask anybody anew. Evidence without a date is of unknown age.

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
    held = [each for each in changes(journey_map) if each.day <= context.today]
    found = [each for each in held if reviewed and each.is_after(reviewed)]
    for change in held:
        if change not in found:
            yield from _rests_on_older(change, journey_map)
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


def _rests_on_older(change: Change, journey_map: JourneyMap) -> Iterator[Finding]:
    """Yields a change before which all was found that the steps it affects rest on."""
    said = [journey_map.resolve(each, Namespace.AFFECTED) for each in change.change.affects]
    routes = [each.route for each in said if each and each.route[:1] in {("stages",), ("steps",)}]
    steps = [
        each for each in journey_map.steps if any(each.route[: len(r)] == r for r in routes if r)
    ]
    sources = journey_map.evidence.meant(
        dict.fromkeys(name for each in steps for name in evidence_at(each))
    )
    asked = [each for each in sources if each.item.kind is not EvidenceKind.ASSUMPTION]
    days = [each.item.date for each in asked if each.item.date]
    newest = max(days, key=lambda day: day.date, default=None)
    if newest is None or len(days) < len(asked) or not change.is_after(newest):
        return
    yield Finding(
        message=f"{few([each.label for each in steps])} {'rests' if len(steps) == 1 else 'rest'} "
        f'on evidence of {newest.written} or older, from before "{change.what}" '
        f"({change.change.date.written if change.change.date else ''})",
        help="ask anew how it is since then, or say under note: of the evidence why it still holds",
        route=steps[0].route,
        related=(Related(route=change.route, message="what changed", path=change.library),),
        stands_for=tuple(each.route for each in steps),
    )
