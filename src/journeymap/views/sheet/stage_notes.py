"""What stands below the name of a stage where a page has room: its goal, and what is measured."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from journeymap.model.journey_map import JourneyMap
from journeymap.quick_dataclass import dataclass
from journeymap.views.kit import measure
from journeymap.views.kit.canvas import Canvas, Style
from journeymap.views.kit.scene import Box
from journeymap.views.kit.theme import LEADING
from journeymap.words.measured import Told, told_readings

_ABOVE, _APART, _PAD, _RISE = 3.0, 4.0, 5.0, 1.5
"""White space above a part, between chips, at the sides in them, and above and below in them."""
LINES, UNCUT = 2, 6
"""Lines of a goal or of a chip before the rest goes to its tooltip, and of a chip on a poster."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Aside:
    """What is said of a stage.

    Attributes:
        goal: what the persona wants there; empty where nothing is said.
        readings: what is measured there, against targets.
    """

    goal: str
    readings: tuple[Told, ...]


def asides(journey_map: JourneyMap) -> tuple[Aside, ...]:
    """Returns what is said of each stage."""
    return tuple(
        Aside(goal=each.stage.goal or "", readings=told_readings(journey_map, each.stage.metrics))
        for each in journey_map.stages
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Chip:
    """A reading in its place.

    Attributes:
        told: the reading.
        lines: its words.
        x: left edge of its box.
        y: upper edge, below that of the first chip.
        width: of the box.
        height: of the box.
    """

    told: Told
    lines: tuple[str, ...]
    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Notes:
    """What stands below the name of a stage, in lines.

    Attributes:
        whole: the goal.
        goal: the same in lines.
        chips: readings.
        left: left edge.
        size: of type.
        most: lines of the longest goal beside it, below which all readings begin.
    """

    whole: str
    goal: tuple[str, ...]
    chips: tuple[Chip, ...]
    left: float
    size: float
    most: int = 0

    def height(self, *, chips: bool) -> float:
        """Returns the height with or without chips."""
        count = max(len(self.goal), self.most if chips and self.chips else 0)
        goal = count * self.size * LEADING + _ABOVE if count else 0.0
        low = max((chip.y + chip.height for chip in self.chips), default=0.0) if chips else 0.0
        return goal + (low + _ABOVE if low else 0.0)

    def draw(self, canvas: Canvas, top: float, key: str, *, chips: bool) -> None:
        """Draws it below an upper edge; keys of boxes begin with a key."""
        theme = canvas.theme
        style = Style(size=self.size, colour=theme.muted, tooltip=self.whole)
        y = top + _ABOVE
        if self.goal:
            canvas.write(self.goal, self.left, y, style)
        if count := max(len(self.goal), self.most):
            y += count * style.leading + _ABOVE
        for number, chip in enumerate(self.chips if chips else (), 1):
            box = Box(
                x=chip.x, y=y + chip.y, width=chip.width, height=chip.height, fill=theme.panel,
                stroke=theme.low if chip.told.missed else None, radius=_PAD,
                key=f"{key}.metric-{number}", tooltip=chip.told.words,
            )  # fmt: skip
            canvas.boxes.append(box)
            colour = theme.low if chip.told.missed else theme.ink
            canvas.write(
                chip.lines, box.x + _PAD, box.y + _RISE, Style(size=self.size, colour=colour)
            )


def notes(aside: Aside, left: float, width: float, size: float, most: int = LINES) -> Notes:
    """Breaks what is said of a stage into lines, below its name.

    Args:
        aside: what is said.
        left: left edge of the stage.
        width: of the stage.
        size: of type.
        most: lines of a chip before the rest goes to its tooltip.
    """
    lines = measure.clip(measure.wrap(aside.goal, width, size), LINES, width, size)
    chips = tuple(_chips(aside, left, width, size, most))
    return Notes(
        whole=aside.goal, goal=lines if aside.goal else (), chips=chips, left=left, size=size
    )


def aligned(found: Sequence[Notes]) -> list[Notes]:
    """Returns what stands below names side by side, with readings in rows of one height."""
    most = max((len(each.goal) for each in found), default=0)
    tops = [sorted({chip.y for chip in each.chips}) for each in found]
    tall: dict[int, float] = {}
    for each, ys in zip(found, tops, strict=True):
        for chip in each.chips:
            row = ys.index(chip.y)
            tall[row] = max(tall.get(row, 0.0), chip.height)
    starts = [sum(tall[i] + _APART for i in range(row)) for row in range(len(tall))]
    return [
        replace(each, most=most, chips=tuple(
            replace(chip, y=starts[row], height=tall[row])
            for chip in each.chips
            for row in [ys.index(chip.y)]
        ))
        for each, ys in zip(found, tops, strict=True)
    ]  # fmt: skip


def _chips(aside: Aside, left: float, width: float, size: float, most: int) -> Iterator[Chip]:
    """Yields readings side by side, as many in a row as have room."""
    x, y, high = left, 0.0, 0.0
    for told in aside.readings:
        room = width - 2 * _PAD
        lines = measure.clip(measure.wrap(told.words, room, size), most, room, size)
        wide = min(width, max(measure.width(line, size) for line in lines) + 2 * _PAD)
        if x > left and x + wide > left + width:
            x, y, high = left, y + high + _APART, 0.0
        tall = len(lines) * size * LEADING + 2 * _RISE
        yield Chip(told=told, lines=lines, x=x, y=y, width=wide, height=tall)
        x, high = x + wide + _APART, max(high, tall)
