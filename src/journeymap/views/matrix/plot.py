"""The picture of the matrix: quadrants with numbered dots that do not hide one another."""

from collections.abc import Iterator, Sequence
from math import ceil, cos, hypot, pi, sin

from journeymap.quick_dataclass import dataclass
from journeymap.views.kit import measure
from journeymap.views.kit.canvas import Canvas, Style
from journeymap.views.kit.scene import Anchor, Box, Marker, Point, Shape, oblong
from journeymap.views.kit.theme import LEADING, MINIMUM, Theme, Type
from journeymap.views.matrix.content import Chart, Dot, Quarter
from journeymap.views.sheet.content import Ground

SIZE = 18.0
"""Diameter of a dot, in points: room for two figures of 10 points."""
_GAP = 1.5
"""White space between dots, in points."""
_EDGE = 4.0
"""White space between quadrants, in points."""
_INSET = 26.0
"""Room around the lowest and highest values, in points."""
_RINGS = 40
"""Rings around its own place on which a dot looks for room."""


@dataclass(frozen=True, slots=True, kw_only=True)
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

    def at(self, x: float, y: float) -> Point:
        """Returns where shares of 0 to 1 stand: those at either end a little inside."""
        across, down = self.width - 2 * _INSET, self.height - 2 * _INSET
        return self.left + _INSET + x * across, self.top + _INSET + (1 - y) * down

    def box(self, quarter: Quarter) -> tuple[float, float, float, float]:
        """Returns left, top, right and bottom of a quadrant."""
        x, y = self.at(*self.chart.cross)
        half = _EDGE / 2
        return (
            x + half if quarter.right else self.left,
            self.top if quarter.top else y + half,
            self.left + self.width if quarter.right else x - half,
            y - half if quarter.top else self.top + self.height,
        )

    def name(self, quarter: Quarter) -> tuple[str, ...]:
        """Returns the name of a quadrant in lines."""
        left, _, right, _ = self.box(quarter)
        lines = measure.wrap(quarter.name, right - left - 16, self.kind.small, bold=True)
        return measure.clip(lines, 3, right - left - 16, self.kind.small)

    def places(self, dots: Sequence[Dot]) -> dict[int, Point]:
        """Returns where dots stand, by number: at their place, or as near to it as there is room.

        A dot stays in its quadrant, and off the quadrant's name.
        """
        places: dict[int, Point] = {}
        for dot in dots:
            quarter = self.chart.quarter(dot)
            if quarter and dot.x is not None and dot.y is not None:
                taken = list(places.values())
                spots = _around(self.at(dot.x, dot.y))
                free = (spot for spot in spots if self._is_free(spot, quarter, taken))
                places[dot.number] = next(free, self.at(dot.x, dot.y))
        return places

    def _is_free(self, spot: Point, quarter: Quarter, taken: Sequence[Point]) -> bool:
        left, top, right, bottom = self.box(quarter)
        half = SIZE / 2 + 1
        inside = left + half <= spot[0] <= right - half and top + half <= spot[1] <= bottom - half
        lines, size = self.name(quarter), self.kind.small
        tall = len(lines) * size * LEADING + 8 + half
        wide = max((measure.width(line, size, bold=True) for line in lines), default=0.0) + 12
        beside = spot[0] < right - wide - half if quarter.right else spot[0] > left + wide + half
        clear = beside or (spot[1] >= top + tall if quarter.top else spot[1] <= bottom - tall)
        apart = all(hypot(spot[0] - x, spot[1] - y) >= SIZE + _GAP for x, y in taken)
        return inside and clear and apart


def _around(at: Point) -> Iterator[Point]:
    """Yields a place, then places on ever wider rings around it."""
    yield at
    for ring in range(1, _RINGS):
        radius = ring * SIZE / 2
        count = ceil(2 * pi * radius / (SIZE / 2))
        for i in range(count):
            angle = 2 * pi * i / count
            yield at[0] + radius * cos(angle), at[1] + radius * sin(angle)


def ground(quarter: Ground, theme: Theme) -> str:
    """Returns the colour of a quadrant."""
    return {Ground.PAIN: theme.pain, Ground.IDEA: theme.idea}.get(quarter, theme.cell)


def paint(plot: Plot, dots: Sequence[Dot], canvas: Canvas) -> None:
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
    _axes(plot, canvas)
    places = plot.places(dots)
    for dot in dots:
        if dot.number in places:
            x, y = places[dot.number]
            draw_dot(dot, (x, y), canvas)
            half = SIZE / 2 + 1
            canvas.areas.append(oblong(dot.key, (x - half, y - half, x + half, y + half)))


def _axes(plot: Plot, canvas: Canvas) -> None:
    """Names the axes, with the arrow on the side where there is more."""
    kind = plot.kind
    style = Style(size=kind.small, colour=canvas.theme.muted, bold=True)
    end = Style(size=kind.small, colour=canvas.theme.muted, bold=True, anchor=Anchor.END)
    above = plot.top - style.leading - 4
    canvas.write([f"{plot.chart.up} ↑"], plot.left, above, style)
    below = plot.top + plot.height + 4
    canvas.write([f"{plot.chart.across} →"], plot.left + plot.width, below, end)


def draw_dot(dot: Dot, at: Point, canvas: Canvas) -> None:
    """Draws a numbered dot in the colour of its stage, as an outline where it is assumed."""
    theme = canvas.theme
    colour = theme.stage(dot.stage).strong
    fill, ink = (theme.page, colour) if dot.hollow else (colour, theme.page)
    canvas.draw(
        Marker(
            shape=Shape.CIRCLE, x=at[0], y=at[1], size=SIZE, fill=fill, stroke=colour,
            line=1.4, tooltip=dot.text,
        )
    )  # fmt: skip
    style = Style(size=MINIMUM, colour=ink, bold=True, anchor=Anchor.MIDDLE)
    canvas.write([str(dot.number)], at[0], at[1] - MINIMUM * 0.54, style)
