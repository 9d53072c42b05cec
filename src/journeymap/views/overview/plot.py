"""The curve of the overview: faces, the words of feelings, quotes, call-outs."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from math import cos, hypot, pi, sin

from journeymap.quick_dataclass import dataclass
from journeymap.views.kit import glyphs, measure
from journeymap.views.kit.canvas import Canvas, Style
from journeymap.views.kit.curve import leaps, through
from journeymap.views.kit.free_room import Place, Room, around, broken
from journeymap.views.kit.scene import Anchor, Box, Curve, Marker, Point, Shape, dashed, line
from journeymap.views.overview.feelings import Feeling, Line
from journeymap.views.overview.grid import Grid
from journeymap.words.labels import label

FACE, DOT, BADGE = 14.0, 6.5, 15.0
"""Diameters of a face, of a point on one of several curves, and of the badge of a call-out."""
WORDS, QUOTE = 10.0, 10.5
"""Type of the words of feelings and of quotes, in points."""
_TALL = 0.95
"""Height of a line of type that has to stay clear, as a multiple of its size."""
_RIM, _BEYOND, _FAR_OUT = 12.0, 16.0, 1.4
"""From an edge of the panel to +2 or -2, and to the rim of a face beyond which words stand, as they
do where it is so far out."""
_FAR = 120.0
"""Greatest distance of a quote from its face, in points."""
_BARS, _SHOWN, _RING = 3.0, 3.0, 3.6
"""Between the bars of people who feel several things at once, how much of either half of one has to
be seen beyond points, and how much larger a point is than one that lies on it, in points."""
_NAME_GAP = 3.0
"""From the last point to the name of a curve, in points."""
_ANGLES = (-3 / 4, -1 / 4, 3 / 4, 1 / 4, -1 / 2, 1 / 2, 1, 0)
"""Where a badge may stand around its face, in multiples of π, the best first."""
_REACHES = (0.0, 0.5, 1.0, 1.6, 2.4, 3.4)
"""How far off it may stand, in multiples of its size."""
_AXIS = {2: "delighted", 0: "neutral", -2: "distressed"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Plot:
    """What stands on the panel.

    Attributes:
        lines: the curves.
        quotes: what was said, by step.
        called: the badge of each step that is called out.
        language: of labels.
    """

    lines: tuple[Line, ...]
    quotes: Sequence[tuple[int, str]]
    called: Mapping[int, str]
    language: str

    @property
    def several(self) -> bool:
        """Whether curves have to be told apart."""
        return any(each.name for each in self.lines)

    @property
    def signs(self) -> list[str]:
        """What on the curves needs to be explained: hollow faces, and others beside them; leaps."""
        hollow = {each.hollow for line in self.lines for each in line.feelings}
        leap = any(leaps([each.step for each in own.feelings], own.absent) for own in self.lines)
        both, alone = ("dots", "assumed-dot") if self.several else ("faces", "assumption")
        kinds = () if True not in hollow else (both,) if len(hollow) > 1 else (alone,)
        mixed = any(each.span for line in self.lines for each in line.feelings)
        return [*kinds, *["bridge"] * leap, *["mixed"] * mixed]


class PlotPainter:
    """Paints the panel between two heights."""

    def __init__(self, plot: Plot, grid: Grid, canvas: Canvas, edges: Place) -> None:
        self.plot, self.grid, self.canvas, self.edges = plot, grid, canvas, edges
        self.theme = canvas.theme
        bounds = Place(
            left=edges.left + 3, top=edges.top + 2, right=edges.right - 3, bottom=edges.bottom - 2
        )
        self.room = Room(bounds=bounds)
        self.words: list[tuple[Place, tuple[str, ...], Style]] = []
        self.leads: list[tuple[Point, Point]] = []

    def y(self, value: float) -> float:
        """Returns where an emotion from -2 to +2 stands."""
        top, low = self.edges.top + self._rims[0], self.edges.bottom - self._rims[1]
        return top + (2 - value) / 4 * (low - top)

    @cached_property
    def _rims(self) -> tuple[float, float]:
        """Room above +2 and below -2: more where words stand there."""
        told = [f.value for _, f in self._each if f.rank is not None]
        wordy = _BEYOND + self._size / 2
        high = wordy if any(value > _FAR_OUT for value in told) else _RIM
        return high, wordy if any(value < -_FAR_OUT for value in told) else _RIM

    def paint(self) -> None:
        """Paints it: words find their places first, then lines leave them free."""
        edges = self.edges
        self.canvas.boxes.append(
            Box(x=edges.left, y=edges.top, width=edges.right - edges.left,
                height=edges.bottom - edges.top, fill=self.theme.panel, radius=6)
        )  # fmt: skip
        curves = [self._curve(i) for i in range(len(self.plot.lines))]
        spans = [bar for i, feeling in self._each for bar in self._span(feeling, i)]
        self.room.curves(piece for pieces in (*curves, spans) for piece in pieces)
        for i, feeling in self._each:
            size = self._size_of(feeling, i)
            self.room.take(around(self._at(feeling), size, size))
        badges = list(self._badges())
        self._names()
        self._feelings()
        for step, text in self.plot.quotes:
            self._quote(step, text)
        self._axis()
        for pieces in (*reversed(curves), spans):
            self.canvas.draw(*pieces)
        ink = self.theme.accent
        self.canvas.draw(*(line(*ends, colour=ink, width=1.2) for ends in self.leads))
        for i, feeling in reversed(self._each):
            self._face(feeling, i)
        for at, number in badges:
            self.canvas.draw(*glyphs.badge(at, number, self.theme, size=BADGE))
        for place, lines, style in self.words:
            self.canvas.write(lines, (place.left + place.right) / 2, place.top, style)

    @property
    def _each(self) -> list[tuple[int, Feeling]]:
        """Every feeling, with the position of its curve."""
        return [(i, each) for i, own in enumerate(self.plot.lines) for each in own.feelings]

    @property
    def _size(self) -> float:
        return DOT if self.plot.several else FACE

    def _size_of(self, feeling: Feeling, i: int) -> float:
        """Returns the size of a point: larger than those of earlier curves, which lie on it."""
        y = self._at(feeling)[1]
        over = sum(
            each.step == feeling.step and abs(self._at(each)[1] - y) < DOT / 2
            for own in self.plot.lines[:i]
            for each in own.feelings
        )
        return self._size + over * _RING

    def _at(self, feeling: Feeling) -> Point:
        return self.grid.middle(feeling.step), self.y(feeling.value)

    def _curve(self, i: int) -> list[Curve]:
        own = self.plot.lines[i]
        points = [(each.step, self._at(each)) for each in own.feelings]
        colour = self.theme.curves[i % len(self.theme.curves)]
        width = 1.8 if self.plot.several else 2.6
        return list(through(points, colour=colour, width=width, absent=own.absent))

    def _span(self, feeling: Feeling, i: int) -> Iterator[Curve]:
        """Yields the bar from the lowest to the highest of what is felt at once."""
        if feeling.span:
            low, high = map(self.y, feeling.span)
            x = self.grid.middle(feeling.step) + i * _BARS + self._aside(feeling.step, low, high)
            colour = self.theme.curves[i % len(self.theme.curves)]
            yield line((x, low), (x, high), colour=colour, width=glyphs.SPAN)

    def _aside(self, step: int, low: float, high: float) -> float:
        """Returns how far a bar stands beside its step, so that no points there cover its ends."""
        sizes = [(self._at(each)[1], self._size_of(each, i)) for i, each in self._each
                 if each.step == step]  # fmt: skip
        covered = any(abs(end - y) < size / 2 + _SHOWN for y, size in sizes for end in (low, high))
        return max(size for _, size in sizes) / 2 + glyphs.SPAN / 2 + 1 if covered else 0.0

    def _face(self, feeling: Feeling, i: int) -> None:
        x, y = self._at(feeling)
        if self.plot.several:
            colour = self.theme.curves[i % len(self.theme.curves)]
            fill = self.theme.page if feeling.hollow else colour
            self.canvas.draw(
                Marker(shape=Shape.CIRCLE, x=x, y=y, size=self._size_of(feeling, i), fill=fill,
                       stroke=colour, tooltip=feeling.words)
            )  # fmt: skip
            return
        marks = glyphs.face((x, y), feeling.value, self.theme, hollow=feeling.hollow, size=FACE)
        self.canvas.draw(*marks)

    def _axis(self) -> None:
        """Draws lines at all five values and between stages, clear of words, and names three."""
        if not self._each:
            return
        taken = [place.grown(1.5) for place, _, _ in self.words]
        edges = self.edges
        for value in (2, 1, 0, -1, -2):
            y = self.y(value)
            pieces = broken((edges.left + 6, y), (edges.right - 6, y), taken, self.theme.faint)
            self.canvas.draw(*(map(dashed, pieces) if value == 0 else pieces))
        for panel in self.grid.panels[1:]:
            ends = ((panel.left, edges.top + 4), (panel.left, edges.bottom - 4))
            self.canvas.draw(*broken(*ends, taken, self.theme.faint))
        style = Style(size=WORDS, colour=self.theme.muted, anchor=Anchor.END)
        flat = self.y(0) - self.y(2) < WORDS * 1.2
        for value, key in _AXIS.items():
            if flat and not value:
                continue
            words = label(key, self.plot.language)
            x, y = edges.left - 8, self.y(value)
            self.canvas.write([words], x, y - style.leading / 2, style)

    def _badges(self) -> Iterator[tuple[Point, str]]:
        """Yields where call-outs stand: beside their faces, where they cover least."""
        for step, number in sorted(self.plot.called.items()):
            x, ys = (
                self.grid.middle(step),
                [self._at(each)[1] for _, each in self._each if each.step == step]
                + [
                    self.y(end)
                    for _, each in self._each
                    if each.step == step
                    for end in each.span or ()
                ],
            )
            y, near = (ys or [self.y(0)])[0], (self._size + BADGE) / 2 + 0.5 if ys else 0.0
            reaches = [near + more * BADGE for more in _REACHES]
            spots = [
                (x + reach * cos(angle * pi), y + reach * sin(angle * pi))
                for reach in reaches
                for angle in _ANGLES
            ]
            if len(ys) > 1:  # it is the step's, and stands between no two curves
                spots = [
                    spot
                    for reach in reaches
                    for spot in ((x, min(ys) - reach), (x, max(ys) + reach))
                ]
            places = [around(spot, BADGE, BADGE) for spot in spots]
            costs = [self._cost(place) + 0.1 * i for i, place in enumerate(places)]
            best = costs.index(min(costs))
            self.room.take(places[best])
            if best >= len(_ANGLES):
                self.leads.append(((x, y), spots[best]))
            yield spots[best], number

    def _cost(self, place: Place) -> float:
        """Returns how much a badge would cover there."""
        bounds = self.room.bounds
        outside = (
            place.left < bounds.left
            or place.right > bounds.right
            or place.top < bounds.top
            or place.bottom > bounds.bottom
        )
        met = sum(place.grown(-0.6).meets(each) for each in self.room.taken)
        return 1000.0 * outside + 100.0 * met + self.room.crossed(place)

    def _names(self) -> None:
        """Names several curves at their last points, where they cover least."""
        ends = [
            (self._at(each.feelings[-1]), i, each.name)
            for i, each in enumerate(self.plot.lines)
            if each.name and each.feelings
        ]
        for (x, y), i, name in sorted(ends, key=lambda end: end[0][1]):
            wide, tall = measure.width(name, WORDS, bold=True), WORDS * 1.2
            size = max(
                self._size_of(each, k)
                for k, each in self._each
                if self._at(each)[0] == x and abs(self._at(each)[1] - y) < DOT / 2
            )
            beside, over = (wide + size) / 2 + _NAME_GAP, (tall + size) / 2 + 1
            spots = [
                (x + aside, y + above)
                for above in (0.0, -over, over, -2 * over, 2 * over)
                for aside in (beside, 0.0, -beside)
            ]
            places = [around(spot, wide, tall) for spot in spots]
            costs = [self._cost(place) + 0.1 * k for k, place in enumerate(places)]
            place = places[costs.index(min(costs))]
            colour = self.theme.curves[i % len(self.theme.curves)]
            style = Style(size=WORDS, colour=colour, bold=True, anchor=Anchor.MIDDLE)
            self.room.take(place)
            self.words.append((place, (name,), style))

    def _feelings(self) -> None:
        """Writes the words of feelings above or below their faces, where there is room."""
        told = [
            (each.rank, each, i)
            for i, each in self._each
            if each.rank is not None and (each.words or each.aside)
        ]
        for _, feeling, i in sorted(told, key=lambda entry: (entry[0], entry[1].step)):
            colour = self.theme.feeling(feeling.value)
            if colour == self.theme.middle:
                colour = self.theme.muted
            if self.plot.several:
                colour = self.theme.curves[i % len(self.theme.curves)]
            style = Style(size=WORDS, colour=colour, anchor=Anchor.MIDDLE)
            for lines in ((feeling.words, feeling.aside), (feeling.words,)):
                told_ = tuple(filter(None, lines))
                if told_ and self._beside(feeling, told_, style):
                    break

    def _beside(self, feeling: Feeling, lines: tuple[str, ...], style: Style) -> bool:
        x, y = self._at(feeling)
        wide = max(measure.width(each, style.size) for each in lines)
        high = len(lines) * style.leading
        gap = self._size / 2 + 1.5 + high / 2
        below = feeling.value < 0
        bar = max((abs(self.y(end) - y) for end in feeling.span or ()), default=0.0)
        past = (bar - self._size / 2,) if bar else ()  # words do not stand on it
        for side in (1, -1) if below else (-1, 1):
            for shift in (0.0, 0.25, -0.25, 0.45, -0.45):
                for more in (0.0, 4.0, *past):
                    place = around((x + shift * wide, y + side * (gap + more)), wide, high)
                    if self.room.is_free(place):
                        self.room.take(place)
                        self.words.append((place, lines, style))
                        return True
        return False

    def _quote(self, step: int, text: str) -> None:
        """Writes a quote near its step, where there is free room for all of it."""
        x = self.grid.middle(step)
        y = next((self.y(each.value) for _, each in self._each if each.step == step), self.y(0))
        style = Style(size=QUOTE, colour=self.theme.muted, anchor=Anchor.MIDDLE)
        best: tuple[float, Place, tuple[str, ...]] | None = None
        for limit in (170.0, 130.0, 100.0, 80.0):
            if measure.longest(text, QUOTE) > limit:
                continue
            lines = measure.wrap(text, limit, QUOTE)
            if len(lines) > 3:  # noqa: PLR2004 - as many as the design allows
                continue
            wide = max(measure.width(each, QUOTE) for each in lines)
            high = len(lines) * style.leading
            for place in self._spots((x, y), wide, high):
                at = ((place.left + place.right) / 2, (place.top + place.bottom) / 2)
                far = hypot((at[0] - x) * 0.8, at[1] - y)
                if (best is None or far < best[0]) and self.room.is_free(place.grown(2.0)):
                    best = (far, place, lines)
        if best and best[0] <= _FAR:
            self.room.take(best[1].grown(3.0))
            self.words.append((best[1], best[2], style))

    def _spots(self, at: Point, wide: float, high: float) -> Iterator[Place]:
        top = self.edges.top + 3 + high / 2
        while top <= self.edges.bottom - 3 - high / 2:
            for k in range(-5, 6):  # so that they stand over or under their own face
                yield around((at[0] + k * wide / 12, top), wide, high)
            top += 5.0
