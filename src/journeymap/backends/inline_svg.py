"""Scenes as SVG inside a web page: colours of two themes, rows that can go, steps to select."""

from collections.abc import Sequence
from dataclasses import field
from html import escape

from journeymap.backends.mark_shapes import DASH, corners, width
from journeymap.backends.selectable_rows import advances, bands, middle, place, row_of
from journeymap.backends.svg import data_of
from journeymap.quick_dataclass import dataclass
from journeymap.views.kit.scene import Area, Box, Curve, Mark, Marker, Point, Scene, Text

_ROUND = 2
_EDGE = 2.0
"""How far the outline around a selected step stands off its boxes, in points."""


def number(value: float) -> str:
    """Writes a length with at most two decimals."""
    text = f"{value:.{_ROUND}f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


@dataclass(slots=True)
class Palette:
    """Colours of the pages in a light and a dark theme, by class.

    Attributes:
        pairs: what was asked for, in order of appearance.
    """

    pairs: dict[tuple[str, str], int] = field(default_factory=dict)

    def name(self, kind: str, pair: tuple[str, str]) -> str:
        """Returns the class that fills (`f`) or strokes (`s`) with a pair of colours."""
        return f"{kind}{self.pairs.setdefault(pair, len(self.pairs))}"

    def classes(self) -> str:
        """Returns the rules of the style sheet that use the colours."""
        return "".join(
            f".f{i}{{fill:var(--c{i})}}.s{i}{{stroke:var(--c{i})}}" for i in self.pairs.values()
        )

    def colours(self, theme: int) -> str:
        """Returns the colours of a theme, 0 for light and 1 for dark, as custom properties."""
        return "".join(f"--c{i}:{pair[theme]};" for pair, i in self.pairs.items())


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """A step on a page, which can be selected.

    Attributes:
        key: id of the step.
        words: what is read out.
    """

    key: str
    words: str


@dataclass(slots=True)
class _Group:
    """What moves together when rows go.

    Attributes:
        above: how many rows end above it.
        row: its own row, counted from 0; None for what belongs to none.
        parts: its elements.
    """

    above: int
    row: int | None
    parts: list[str] = field(default_factory=list)


class InlineSvg:
    """Writes one page in two themes.

    Args:
        light: the page in the light theme.
        dark: the same page in the dark theme.
        palette: takes the colours.
        name: begins the ids of the page, unique in its document.
        rowed: whether it has rows that can go.
    """

    def __init__(
        self, light: Scene, dark: Scene, palette: Palette, name: str, *, rowed: bool
    ) -> None:
        self.light, self.dark, self.palette, self.name = light, dark, palette, name
        self.bands = bands(light) if rowed else ()
        self.first = max(
            (box.bottom for box in light.boxes if self.bands and box.bottom < self.bands[0].top),
            default=0.0,
        )

    def write(self, targets: Sequence[Target]) -> str:
        """Returns the page as an element.

        Args:
            targets: the steps on the page, in order.
        """
        scene = self.light
        groups = self._groups()
        picture = "".join(self._group(group) for group in groups)
        tabs = "".join(self._target(target) for target in targets)
        choice = f'<g role="tablist" aria-labelledby="{self.name}-t">{tabs}</g>' if tabs else ""
        ground = self.palette.name("f", (scene.background, self.dark.background))
        rows = " ".join(
            f"{band.name}:{number(band.top)}:{number(band.bottom)}:{number(height)}"
            for band, height in zip(self.bands, advances(self.bands), strict=True)
        )
        return (
            f'<svg class="page" viewBox="0 0 {number(scene.width)} {number(scene.height)}" '
            f'role="group" aria-labelledby="{self.name}-t" data-rows="{escape(rows)}">'
            f'<title id="{self.name}-t">{escape(scene.title)}</title>'
            f'<rect class="ground {ground}" width="{number(scene.width)}" '
            f'height="{number(scene.height)}"/>'
            f'<g class="picture" aria-hidden="true">{picture}{self._logo()}</g>{choice}</svg>\n'
        )

    def _groups(self) -> list[_Group]:
        """Returns everything on the page: boxes first, then marks, each in painting order."""
        found: dict[tuple[int, int | None], _Group] = {}
        pairs = [
            *zip(self.light.boxes, self.dark.boxes, strict=True),
            *zip(self.light.marks, self.dark.marks, strict=True),
        ]
        for light, dark in pairs:
            above, inside = place(self.bands, middle(light), self.first)
            spans = isinstance(light, Box) and not row_of(light)
            row = above if inside and not spans else None
            key = (0 if spans else above, row)
            group = found.setdefault(key, _Group(above=key[0], row=row))
            group.parts.append(self._element(light, dark))
        return list(found.values())

    def _group(self, group: _Group) -> str:
        row = "" if group.row is None else f' data-row="{escape(self.bands[group.row].name)}"'
        return f'<g data-above="{group.above}"{row}>{"".join(group.parts)}</g>\n'

    def _element(self, light: Mark | Box, dark: Mark | Box) -> str:
        if isinstance(light, Box) and isinstance(dark, Box):
            return self._box(light, dark)
        if isinstance(light, Text) and isinstance(dark, Text):
            return self._text(light, dark)
        if isinstance(light, Marker) and isinstance(dark, Marker):
            return self._marker(light, dark)
        if isinstance(light, Curve) and isinstance(dark, Curve):
            return self._curve(light, dark)
        raise TypeError("a page has the same marks in both themes")

    def _look(
        self,
        fill: tuple[str | None, str | None],
        stroke: tuple[str | None, str | None],
        line: float,
        *,
        dashed: bool = False,
    ) -> str:
        """Returns the attributes of an outline."""
        names = [
            self.palette.name(kind, (light, dark))
            for kind, (light, dark) in (("f", fill), ("s", stroke))
            if light and dark
        ]
        bare = "" if fill[0] else ' fill="none"'
        wide = f' stroke-width="{number(line)}"' if stroke[0] and line != 1 else ""
        dashes = f' stroke-dasharray="{number(DASH[0])} {number(DASH[1])}"' if dashed else ""
        return f' class="{" ".join(names)}"{bare}{wide}{dashes}'

    def _box(self, box: Box, dark: Box) -> str:
        look = self._look((box.fill, dark.fill), (box.stroke, dark.stroke), 1, dashed=box.dashed)
        radius = min(box.radius, box.width / 2, box.height / 2)
        rounded = f' rx="{number(radius)}"' if radius else ""
        spans = " data-spans" if box.key.endswith(".empty") else ""
        return (
            f'<rect x="{number(box.x)}" y="{number(box.y)}" width="{number(box.width)}" '
            f'height="{number(box.height)}"{rounded}{look}{spans}/>'
        )

    def _text(self, text: Text, dark: Text) -> str:
        colour = self.palette.name("f", (text.colour, dark.colour))
        anchor = f' text-anchor="{text.anchor}"' if text.anchor != "start" else ""
        bold = ' font-weight="bold"' if text.bold else ""
        length = number(width(text))
        exact = f' textLength="{length}" lengthAdjust="spacingAndGlyphs"' if self.light.font else ""
        return (
            f'<text x="{number(text.x)}" y="{number(text.baseline)}" '
            f'font-size="{number(text.size)}"{anchor}{bold}{exact} class="{colour}">'
            f"{escape(text.text)}</text>"
        )

    def _marker(self, marker: Marker, dark: Marker) -> str:
        look = self._look((marker.fill, dark.fill), (marker.stroke, dark.stroke), marker.line)
        points = corners(marker)
        if not points:
            place = f'cx="{number(marker.x)}" cy="{number(marker.y)}"'
            return f'<circle {place} r="{number(marker.size / 2)}"{look}/>'
        return f'<polygon points="{listed(points)}"{look}/>'

    def _curve(self, curve: Curve, dark: Curve) -> str:
        look = self._look(
            (None, None), (curve.colour, dark.colour), curve.width, dashed=curve.dashed
        )
        start, *rest = (f"{number(x)} {number(y)}" for x, y in curve.points)
        return f'<path d="M{start}C{" ".join(rest)}"{look}/>'

    def _logo(self) -> str:
        logo = self.light.logo
        if logo is None:
            return ""
        return (
            f'<g data-above="{len(self.bands)}"><image x="{number(logo.x)}" y="{number(logo.y)}" '
            f'width="{number(logo.width)}" height="{number(logo.height)}" '
            f'href="{data_of(logo)}"/></g>'
        )

    def _target(self, target: Target) -> str:
        """Returns what can be selected for a step: an area over its boxes, and its areas."""
        own = [box for box in self.light.boxes if box.key.partition(".")[0] == target.key]
        outlines = "".join(
            f'<polygon class="{_hit(area)}" points="{listed(area.corners)}"/>'
            for area in self.light.areas
            if area.key == target.key
        )
        return (
            f'<g role="tab" id="{self.name}-{escape(target.key)}" tabindex="-1" '
            f'aria-selected="false" aria-controls="{escape(panel(self.name, target.key))}" '
            f'aria-label="{escape(target.words)}">{_around(own) if own else ""}{outlines}</g>'
        )


def _hit(area: Area) -> str:
    return "hit strong" if area.strong else "hit"


def _around(boxes: Sequence[Box]) -> str:
    """Returns the area over all boxes of a step."""
    left, top = min(box.x for box in boxes), min(box.y for box in boxes)
    right, low = max(box.right for box in boxes), max(box.bottom for box in boxes)
    return (
        f'<rect class="hit" data-spans x="{number(left - _EDGE)}" y="{number(top - _EDGE)}" rx="8" '
        f'width="{number(right - left + 2 * _EDGE)}" height="{number(low - top + 2 * _EDGE)}"/>'
    )


def listed(points: Sequence[Point]) -> str:
    """Writes the corners of an outline."""
    return " ".join(f"{number(x)},{number(y)}" for x, y in points)


def panel(page: str, key: str) -> str:
    """Returns the id of the words about a step, by the name of a page of its map."""
    return f"{page.partition('-')[0]}-about-{key}"
