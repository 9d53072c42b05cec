"""JM120."""

from collections.abc import Iterator

from journeymap.authoring import (
    Context,
    Finding,
    JourneyMap,
    Mark,
    PlacedStep,
    Related,
    listed,
    rule,
    slug,
)
from journeymap.model.ids import END

_NAMED = 3
"""So many ends are named."""


@rule("JM120", "uncounted-end", severity="note", from_status="review", basis="house")
def uncounted_end(_: JourneyMap, context: Context) -> Iterator[Finding]:
    """A journey ends in several ways, and of some nobody says what they count as.

    ## Why it matters

    Of an end that says nothing it is taken that people have what they came for: whoever is refused,
    gives up or dies is then counted among those who complete the journey. That may be right, and
    only the map can say it: `counts: completed`, `lost` (without what they came for) or `neither`.
    Told once a map, of ends that a part of people come to before the last step, or beside those
    who go on from it.

    ## Basis

    House.

    ## Bad

    ```yaml
    title: Benefit claim
    steps:
      - Applies
      - action: Gets an answer
        next: [{to: end, share: 34 %, why: is turned down}]  # <- here
      - Gets the money
    ```

    ## Good

    ```yaml
    title: Benefit claim
    steps:
      - Applies
      - action: Gets an answer
        next: [{to: end, share: 34 %, why: is turned down, counts: lost}]
      - Gets the money
    ```
    """
    every = context.analysis.ways.exits
    unsaid = [
        (exits.step, way.entry)
        for exits in every
        if not exits.unexplained  # of these it is asked where the others go
        for way in exits.ways
        if way.entry is not None and way.is_open and _says_nothing(exits.step, way.entry)
    ]
    ends = {(exits.step.position, way.entry) for exits in every for way in exits.ways if way.ends}
    if not unsaid or len(ends) == 1:
        return
    routes = [(*step.route, "next", entry) for step, entry in unsaid]
    told = [_said(step, entry) for step, entry in unsaid]
    told = [*told[:_NAMED], *([f"{len(told) - _NAMED} more"] if len(told) > _NAMED else [])]
    yield Finding(
        message=f"people who end the journey at {listed(told)} count as having what they came "
        "for: the map does not say whether they have",
        help="write counts: completed if they have, lost if not, neither if it is another matter",
        route=routes[0],
        mark=Mark.VALUE,
        related=tuple(Related(route=each, message="as well") for each in routes[1:]),
        missing="counts",
    )


def _says_nothing(placed_step: PlacedStep, entry: int) -> bool:
    """Tells whether a way ends the journey for a part of people, and does not say as what."""
    way = placed_step.step.next[entry]
    is_part = way.share is not None or bool(way.shares)
    return slug(way.to) == END and way.counts is None and is_part


def _said(placed_step: PlacedStep, entry: int) -> str:
    why = placed_step.step.next[entry].why
    return f'"{placed_step.label}"' + (f" ({why})" if why else "")
