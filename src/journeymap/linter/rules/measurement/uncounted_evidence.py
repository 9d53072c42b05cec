"""JM732."""

from collections.abc import Iterator

from journeymap.analysis.evidence import evidence_for
from journeymap.analysis.figures import shares_of
from journeymap.analysis.readings import readings
from journeymap.authoring import (
    Context,
    EvidenceKind,
    Finding,
    JourneyMap,
    Mark,
    Related,
    few,
    rule,
    step_route,
)
from journeymap.model.unread import as_far_as_read

_COUNTING = frozenset({EvidenceKind.RECORDS, EvidenceKind.SURVEY})
"""Kinds of which one asks at once of how many they are."""


@rule("JM732", "uncounted-evidence", severity="note", from_status="review", basis="house")
def uncounted_evidence(journey_map: JourneyMap, _: Context) -> Iterator[Finding]:
    """Figures rest on records or a survey that do not say how many cases they are of.

    ## Why it matters

    "14 of 100 fall" may be seven of fifty in one house, or seven thousand in a country, and only
    the second one is a rate to be held against a target. `n` says of how many cases or answers a
    source is. It is asked of records and surveys on which a share or a reading of the map rests.

    ## Basis

    House: who reads a rate asks first of how many.

    ## Bad

    ```yaml
    title: Nursing home
    metrics: [{id: falls, name: Falls, unit: per 100 residents}]
    evidence:
      - {id: report, name: Quality report, kind: records}  # <- here
    steps:
      - action: Gets up at night
        metrics: {metric: falls, value: 14, evidence: report}
    ```

    ## Good

    ```yaml
    title: Nursing home
    metrics: [{id: falls, name: Falls, unit: per 100 residents}]
    evidence:
      - {id: report, name: Quality report, kind: records, n: 214}
    steps:
      - action: Gets up at night
        metrics: {metric: falls, value: 14, evidence: report}
    ```
    """
    cited = dict.fromkeys(journey_map.evidence.id_of(name) for name in _behind(journey_map))
    found = (journey_map.evidence.find(each) for each in cited)
    uncounted = [
        each for each in found if each and each.item.kind in _COUNTING and each.item.n is None
    ]
    if not uncounted:
        return
    first = uncounted[0]
    verb = "does not say of how many it is" if len(uncounted) == 1 else "do not say of how many"
    yield Finding(
        message=f"{few([each.label for each in uncounted])} {verb}, and figures of the map rest on "
        f"{'it' if len(uncounted) == 1 else 'them'}",
        help="add n: the number of cases or answers",
        route=() if first.library else first.route,
        mark=Mark.NODE,
        related=tuple(
            Related(route=each.route, message="nor this one", path=each.library)
            for each in uncounted[1:]
        ),
        stands_for=tuple(each.route for each in uncounted if not each.library),
    )


def _behind(journey_map: JourneyMap) -> Iterator[str]:
    """Walks the names of evidence behind shares and readings."""
    for placed_step in journey_map.steps:
        for own in shares_of(placed_step.step):
            yield from evidence_for(journey_map, placed_step, own)
    for route, reading in as_far_as_read(readings(journey_map)):
        if reading.value is not None:
            step = journey_map.step_at(route) if step_route(route) else None
            yield from evidence_for(journey_map, step, reading.evidence)
