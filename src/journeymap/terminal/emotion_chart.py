"""The emotion curve in characters: braille dots for the line, a symbol for each value."""

from collections.abc import Sequence
from itertools import groupby

from journeymap.quick_dataclass import dataclass
from journeymap.terminal.lines import Line, Run, Tone
from journeymap.views.kit.curve import monotone

ROWS = 9
"""Height of the chart in lines: two for each whole value, so that each has a line of its own."""
_DOWN, _ACROSS = 4, 2
"""Dots of a braille character."""
_BITS = ((0x01, 0x08), (0x02, 0x10), (0x04, 0x20), (0x40, 0x80))
"""Bit of each dot of a braille character by row and column (Unicode, Braille Patterns)."""
_BRAILLE = 0x2800
_ARM = 4
"""Cells of a bar on each side of its zero line."""
_NOISE = 1e-9
"""Keeps a level curve on one row of dots, whatever the rounding of its points."""
_HALF = 0.5
"""Emotions nearer to zero than this are neither good nor bad."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """A value on the chart.

    Attributes:
        x: its column, from 0.
        value: -2 to +2; None where there is none and the curve has a gap.
        symbol: one cell.
    """

    x: int
    value: float | None
    symbol: str


def feeling_tone(value: float) -> Tone:
    """Returns how a feeling looks: low, middle or high."""
    if abs(value) < _HALF:
        return Tone.MIDDLE
    return Tone.HIGH if value > 0 else Tone.LOW


def row_of(value: float) -> int:
    """Returns the line of the chart on which a value stands, 0 for the best."""
    return int((2 - value) / 4 * (ROWS - 1) + _HALF)


class Chart:
    """A chart of so many cells across, onto which curves are drawn."""

    def __init__(self, width: int) -> None:
        """Begins an empty chart."""
        self.width = width
        self._dots: dict[tuple[int, int], int] = {}
        self._owner: dict[tuple[int, int], int] = {}
        self._symbols: dict[tuple[int, int], Run] = {}

    def draw(self, spots: Sequence[Spot], person: int) -> None:
        """Draws somebody's curve, over what is there; of two symbols in a cell the later stays.

        Args:
            spots: from left to right, at different columns.
            person: 0 for the persona; its symbols have the colour of the feeling.
        """
        for rated, group in groupby(spots, key=lambda spot: spot.value is not None):
            if rated:
                self._stretch(list(group), person)

    def _stretch(self, spots: Sequence[Spot], person: int) -> None:
        points = [(float(spot.x * _ACROSS), _height(spot.value or 0)) for spot in spots]
        if len(points) > 1:
            for segment in monotone(points):
                self._curve([y for _, y in segment], segment[0][0], segment[3][0], person)
        for spot in spots:
            value = spot.value or 0
            tone = Tone.PERSON if person else feeling_tone(value)
            self._symbols[row_of(value), spot.x] = Run(spot.symbol, tone, person)

    def _curve(self, heights: Sequence[float], left: float, right: float, person: int) -> None:
        """Sets the dots of a Bézier curve whose control points are as far apart from left on."""
        count = int(right - left) * ROWS * _DOWN
        points = [
            (round(left + (right - left) * i / count), int(_bezier(heights, i / count) + _NOISE))
            for i in range(count + 1)
        ]
        for x, y in points:
            cell = (y // _DOWN, x // _ACROSS)
            self._dots[cell] = self._dots.get(cell, 0) | _BITS[y % _DOWN][x % _ACROSS]
            self._owner[cell] = person

    def lines(self) -> list[Line]:
        """Returns the chart, its zero line dotted, each line as wide as the chart."""
        return [_joined([self._cell(row, x) for x in range(self.width)]) for row in range(ROWS)]

    def _cell(self, row: int, x: int) -> Run:
        at = (row, x)
        if at in self._symbols:
            return self._symbols[at]
        if at in self._dots:
            owner = self._owner[at]
            tone = Tone.PERSON if owner else Tone.PLAIN
            return Run(chr(_BRAILLE + self._dots[at]), tone, owner)
        return Run("┄", Tone.FAINT) if row == row_of(0) else Run(" ")


def _height(value: float) -> float:
    """Returns how many dots a value stands below the upper edge, about the middle of its line."""
    return _DOWN // 2 + (2 - value) / 4 * (ROWS - 1) * _DOWN


def _bezier(points: Sequence[float], t: float) -> float:
    a, b, c, d = points
    u = 1 - t
    return a * u**3 + 3 * b * u**2 * t + 3 * c * u * t**2 + d * t**3


def _joined(cells: Sequence[Run]) -> Line:
    """Puts neighbours that look alike into one run."""
    groups = groupby(cells, key=lambda run: (run.tone, run.turn))
    return tuple(Run("".join(r.text for r in runs), *look) for look, runs in groups)


def bar(value: float) -> str:
    """Returns a bar to the left or right of a zero line, two cells to a whole value.

    Args:
        value: -2 to +2.
    """
    full, rest = divmod(round(abs(value) * _ARM), 2)
    if value < 0:
        return ("▐" * rest + "█" * full).rjust(_ARM) + "│" + " " * _ARM
    return " " * _ARM + "│" + ("█" * full + "▌" * rest).ljust(_ARM)
