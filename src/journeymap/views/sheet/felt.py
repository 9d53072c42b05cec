"""Feelings in words, where a page before these has the whole curve."""

from collections.abc import Iterable, Iterator, Sequence

from journeymap.quick_dataclass import dataclass
from journeymap.views.kit import measure
from journeymap.views.kit.theme import LEADING
from journeymap.views.sheet.columns import indent
from journeymap.views.sheet.content import Column, Feeling

_APART = 3.0
"""White space between two people, and above the first and below the last, in points."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Felt:
    """A feeling at a step.

    Attributes:
        feeling: what is felt.
        lines: its words, with the name of anybody but the only persona.
    """

    feeling: Feeling
    lines: tuple[str, ...]

    def height(self, size: float) -> float:
        """Returns the height of its words or its face in points, with type of this size."""
        return max(1, len(self.lines)) * size * LEADING


def felt(column: Column, people: Iterable[str], width: float, size: float) -> tuple[Felt, ...]:
    """Breaks feelings at a step into lines no wider than a width in points, face included."""
    found = (column.feelings[who] for who in people if who in column.feelings)
    pairs = ((each, ": ".join(filter(None, (each.name, each.word)))) for each in found)
    room = width - indent(size)
    return tuple(
        Felt(feeling=each, lines=measure.wrap(words, room, size) if words else ())
        for each, words in pairs
    )


def height(each: Sequence[Felt], size: float) -> float:
    """Returns the height of the feelings at a step, below one another."""
    return sum(one.height(size) + _APART for one in each) + _APART


def tops(each: Sequence[Felt], top: float, size: float) -> Iterator[float]:
    """Yields where each of them begins."""
    for one in each:
        top += _APART
        yield top
        top += one.height(size)
