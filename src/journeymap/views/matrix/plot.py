"""The picture of the matrix: quadrants on two scales, with numbered dots at their values."""

from collections.abc import Iterator, Sequence
from functools import cached_property
from math import ceil

from journeymap.quick_dataclass import dataclass
from journeymap.views.kit import measure
from journeymap.views.kit.canvas import Canvas, Style
from journeymap.views.kit.scene import Anchor, Box, Mark, Marker, Point, Shape, line, oblong
from journeymap.views.kit.theme import LEADING, MINIMUM, Theme, Type
from journeymap.views.matrix.content import Chart, Dot, Quarter
from journeymap.views.matrix.stacks import PITCH, SIZE, VALUE, Edges, Stack, stacked
from journeymap.views.sheet.content import Ground

_EDGE = 4.0
"""White space between quadrants, in points."""
_INSET = 26.0
"""Room around the lowest and highest values, in points: at least."""
_BEYOND = 0.4
"""Share of an axis that the room beyond the last value takes at most."""
_TICK = 4.0
"""White space between a scale and its values, in points."""
_LINES = 3
"""Lines of a quadrant's name at most."""
MOST = 45
"""Dots on a page."""


@dataclass(frozen=True, kw_only=True)
class Plot:
    """Where the quadrants stand.

    Attributes:
        chart: what they say.
        left: left edge.
        top: upper edge.
        width: from left to right.
        height: from top to bottom.
        kind: sizes of type.
    """

    chart: Chart
    left: float
    top: float
    width: float
    height: float
    kind: Type

    @cached_property
    def _beside(self) -> tuple[float, float]:
        """Room to the left of the lowest values and to the right of the highest ones."""
        cross = self.chart.across.cross
        quarters = self.chart.quarters
        needs = [
            max(self._need(each) for each in quarters if each.right is right)
            for right in (False, True)
        ]
        left = _inset(_INSET, cross, self.width, needs[0])
        return left, _inset(_INSET, 1 - cross, self.width, needs[1])

    @cached_property
    def _inner(self) -> Edges:
        """Where the lowest and highest values stand: clear of the names of quadrants."""
        cross = self.chart.up.cross
        heights = []
        for top, share in ((True, 1 - cross), (False, cross)):
            names = self._names_tall(top=top)
            need = max(self._need(each) for each in self.chart.quarters if each.top is top)
            least = max(_INSET, names + SIZE / 2 + 2)
            heights.append(_inset(least, share, self.height, names + need))
        left, right = self._beside
        return (
            self.left + left, self.top + heights[0],
            self.left + self.width - right, self.top + self.height - heights[1],
        )  # fmt: skip

    def _need(self, quarter: Quarter) -> float:
        """Returns the side of the square that the dots of a quadrant take; 0 for none."""
        number = self.chart.quarters.index(quarter)
        count = min(MOST, sum(dot.quarter == number for dot in self.chart.dots))
        return (ceil(count**0.5) + 1) * PITCH if count else 0.0

    def room(self, quarter: Quarter) -> Edges:
        """Returns what the dots of a quadrant may take: what is free of its name and its edges."""
        left, top, right, bottom = self.box(quarter)
        names = self._names_tall(top=quarter.top) + 1
        top, bottom = (top + names, bottom - 1) if quarter.top else (top + 1, bottom - names)
        return left + 1, top, right - 1, bottom

    def _names_tall(self, *, top: bool) -> float:
        return max(self._name_tall(each) for each in self.chart.quarters if each.top is top)

    def _x(self, share: float) -> float:
        left, right = self._beside
        return self.left + left + share * (self.width - left - right)

    def at(self, x: float, y: float) -> Point:
        """Returns where shares of 0 to 1 stand: those at either end a little inside."""
        _, top, _, bottom = self._inner
        return self._x(x), bottom - y * (bottom - top)

    def _sides(self, quarter: Quarter) -> tuple[float, float]:
        x, half = self._x(self.chart.across.cross), _EDGE / 2
        return (x + half, self.left + self.width) if quarter.right else (self.left, x - half)

    def box(self, quarter: Quarter) -> Edges:
        """Returns what a quadrant takes."""
        _, y = self.at(0, self.chart.up.cross)
        left, right = self._sides(quarter)
        if quarter.top:
            return left, self.top, right, y - _EDGE / 2
        return left, y + _EDGE / 2, right, self.top + self.height

    def name(self, quarter: Quarter) -> tuple[str, ...]:
        """Returns the name of a quadrant in lines."""
        left, right = self._sides(quarter)
        lines = measure.wrap(quarter.name, right - left - 16, self.kind.small, bold=True)
        return measure.clip(lines, _LINES, right - left - 16, self.kind.small)

    def _name_tall(self, quarter: Quarter) -> float:
        return len(self.name(quarter)) * self.kind.small * LEADING + 8

    def stacks(self, dots: Sequence[Dot]) -> tuple[Stack, ...]:
        """Returns where dots stand."""
        rooms = [self.room(quarter) for quarter in self.chart.quarters]
        return stacked(
            (dot, self.at(dot.x, dot.y), rooms[dot.quarter])
            for dot in dots
            if dot.quarter is not None and dot.x is not None and dot.y is not None
        )


def _inset(least: float, share: float, length: float, need: float) -> float:
    """Returns the room beyond the last value with which a quadrant is as long as it has to be.

    Args:
        least: of it, in points.
        share: of the axis that the quadrant takes, 0 to 1.
        length: of both quadrants.
        need: of the dots in the quadrant.
    """
    if share * (length - 2 * least) + least >= need or share >= 1:
        return least
    return min(max(least, (need - share * (length - least)) / (1 - share)), length * _BEYOND)


def gutter(chart: Chart, kind: Type) -> float:
    """Returns the room that the values of the scale from bottom to top take beside it."""
    return max(measure.width(text, kind.small) for text, _ in chart.up.ticks) + _TICK


def ground(quarter: Ground, theme: Theme) -> str:
    """Returns the colour of a quadrant."""
    return {Ground.PAIN: theme.pain, Ground.IDEA: theme.idea}.get(quarter, theme.cell)


def paint(plot: Plot, stacks: Sequence[Stack], canvas: Canvas) -> None:
    """Paints quadrants, axes and dots."""
    theme, kind = canvas.theme, plot.kind
    for number, quarter in enumerate(plot.chart.quarters, 1):
        left, top, right, bottom = plot.box(quarter)
        canvas.boxes.append(
            Box(
                x=left, y=top, width=right - left, height=bottom - top, radius=6,
                fill=ground(quarter.ground, theme), key=f"quadrant-{number}",
                tooltip=quarter.name,
            )
        )  # fmt: skip
        anchor = Anchor.END if quarter.right else Anchor.START
        style = Style(size=kind.small, colour=theme.ink, bold=True, anchor=anchor)
        lines = plot.name(quarter)
        y = top + 6 if quarter.top else bottom - 6 - len(lines) * style.leading
        canvas.write(lines, right - 8 if quarter.right else left + 8, y, style)
    _scales(plot, canvas)
    _axes(plot, canvas)
    canvas.draw(*_leads(stacks, theme))
    for stack in stacks:
        for dot, (x, y) in stack.places():
            draw_dot(dot, (x, y), canvas)
            half = SIZE / 2 + 1
            canvas.areas.append(oblong(dot.key, (x - half, y - half, x + half, y + half)))


def _scales(plot: Plot, canvas: Canvas) -> None:
    """Writes the values of both scales, each with a fine line over the quadrants."""
    kind, theme = plot.kind, canvas.theme
    middle = Style(size=kind.small, colour=theme.muted, anchor=Anchor.MIDDLE)
    end = Style(size=kind.small, colour=theme.muted, anchor=Anchor.END)
    bottom = plot.top + plot.height
    for text, share in plot.chart.across.ticks:
        low, high = plot.at(share, 0), plot.at(share, 1)
        canvas.draw(line(low, high, colour=theme.faint, width=0.6))
        canvas.write([text], low[0], bottom + _TICK, middle)
    for text, share in plot.chart.up.ticks:
        low, high = plot.at(0, share), plot.at(1, share)
        canvas.draw(line(low, high, colour=theme.faint, width=0.6))
        canvas.write([text], plot.left - _TICK, low[1] - end.leading / 2, end)


def _axes(plot: Plot, canvas: Canvas) -> None:
    """Names the axes, with the arrow on the side where there is more."""
    kind = plot.kind
    style = Style(size=kind.small, colour=canvas.theme.muted, bold=True)
    end = Style(size=kind.small, colour=canvas.theme.muted, bold=True, anchor=Anchor.END)
    left = plot.left - gutter(plot.chart, kind)
    canvas.write([f"{plot.chart.up.name} ↑"], left, plot.top - style.leading - _TICK, style)
    below = plot.top + plot.height + _TICK + style.leading
    canvas.write([f"{plot.chart.across.name} →"], plot.left + plot.width, below, end)


def _leads(stacks: Sequence[Stack], theme: Theme) -> Iterator[Mark]:
    """Yields the points of values beside which dots stand, and the lines to those."""
    aside = [stack for stack in stacks if stack.aside]
    for stack in aside:
        for point in stack.points:
            yield line(stack.value, point, colour=theme.muted, width=1)
    for value in dict.fromkeys(stack.value for stack in aside):
        if not any(stack.covers(value) for stack in stacks):
            x, y = value
            yield Marker(shape=Shape.CIRCLE, x=x, y=y, size=VALUE, fill=theme.muted)


def draw_dot(dot: Dot, at: Point, canvas: Canvas) -> None:
    """Draws a numbered dot: as an outline where it is assumed, square where it falls short.

    What has no place is a number alone, as it says nothing that could be assumed or measured.
    """
    theme = canvas.theme
    colour = theme.low if dot.short else theme.stage(0).strong
    fill, ink = (theme.page, colour) if dot.hollow else (colour, theme.page)
    if dot.quarter is None:
        ink = theme.muted
    else:
        canvas.draw(
            Marker(
                shape=Shape.SQUARE if dot.short else Shape.CIRCLE, x=at[0], y=at[1],
                size=SIZE - 2 if dot.short else SIZE, fill=fill, stroke=colour, line=1.4,
                tooltip=dot.text,
            )
        )  # fmt: skip
    style = Style(size=MINIMUM, colour=ink, bold=True, anchor=Anchor.MIDDLE)
    canvas.write([str(dot.number)], at[0], at[1] - MINIMUM * 0.54, style)
