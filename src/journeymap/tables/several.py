"""What tables over one map or several have in common: their head, and where something stands."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TypeVar

from journeymap.analysis.analysis import Analysis
from journeymap.model.journey_map import PlacedStep
from journeymap.tables.leverage import language_of
from journeymap.tables.table import Column, Reader
from journeymap.words.labels import label

T = TypeVar("T")

Spot = tuple[Analysis, PlacedStep]
"""A step of a map."""


def head_of(analyses: Sequence[Analysis], view: str) -> dict[str, object]:
    """Returns what JSON tells before the rows."""
    return {"journeys": [each.journey_map.id for each in analyses], "view": view}


def title_of(analyses: Sequence[Analysis]) -> str:
    """Returns the title of a table: that of the map, or how many there are."""
    if len(analyses) == 1:
        return analyses[0].journey_map.journey.title
    return label("maps", language_of(analyses)).format(n=len(analyses))


def spot_columns(
    spots: Callable[[T], Sequence[Spot]], title: str, analyses: Sequence[Analysis]
) -> Iterator[Column[T]]:
    """Yields the steps of an item, and its maps where there are several.

    Args:
        spots: where an item stands.
        title: of the steps.
        analyses: of the maps at hand.
    """
    language, several = language_of(analyses), len(analyses) > 1

    def maps(item: T) -> tuple[str, ...]:
        return tuple(dict.fromkeys(each.journey_map.id for each, _ in spots(item)))

    yield Column(
        key="steps",
        title=title,
        value=lambda item: tuple(_names(spots(item), several=several)),
        json=lambda item: [
            {"journey": each.journey_map.id, "stage": step.stage.id, "step": step.id}
            for each, step in spots(item)
        ],
        below=f"{title}:",
    )
    reader = Reader.ANYBODY if several else Reader.PROGRAMS
    name = label("journeys", language)
    yield Column(key="maps", title=name, value=maps, reader=reader, below=f"{name}:")


def _names(spots: Iterable[Spot], *, several: bool) -> Iterator[str]:
    """Yields steps by what happens there, once each of a map; with the map where there are some."""
    for analysis, step in spots:
        of = f" ({analysis.journey_map.id})" if several else ""
        yield f"{step.label}{of}"
