"""Scenes inside a web page: colours of two themes, rows that can go, steps to select."""

from collections.abc import Sequence
from dataclasses import field, replace
from html import escape
from typing import Any, TypeVar

from journeymap.backends.svg import ElementWriter, images, listed, number, oblong, words
from journeymap.backends.switchable_rows import advances, bands, middle, place, row_of
from journeymap.quick_dataclass import dataclass
from journeymap.views.kit.scene import Area, Box, Mark, Scene
from journeymap.views.kit.twin_theme import other_of

Part = TypeVar("Part", bound=Box | Mark)

_COLOURS = ("fill", "stroke", "colour")
_EDGE = 2.0
"""How far the outline around a selected step stands off its boxes, in points."""


@dataclass(slots=True)
class Palette:
    """Colours of the pages in a light and a dark theme, by number.

    Attributes:
        is_dark: whether pages are drawn in the dark one.
        pairs: what was asked for, in order of appearance.
    """

    is_dark: bool = False
    pairs: dict[tuple[str, str], int] = field(default_factory=dict)

    def numbered(self, page: Scene) -> Scene:
        """Returns a page whose colours are numbers of those that it has in two themes."""
        return replace(
            page,
            boxes=tuple(map(self._part, page.boxes)),
            marks=tuple(map(self._part, page.marks)),
            background=self._number(page.background),
        )

    def _number(self, colour: str) -> str:
        pair = colour, other_of(colour)
        return str(self.pairs.setdefault(pair[::-1] if self.is_dark else pair, len(self.pairs)))

    def _part(self, part: Part) -> Part:
        """Returns a box or a mark with numbers in place of its colours."""
        changes: dict[str, Any] = {
            name: self._number(getattr(part, name))
            for name in _COLOURS
            if getattr(part, name, None)
        }
        return replace(part, **changes)

    def paint(self, fill: str | None, stroke: str | None) -> str:
        """Returns the attributes of a shape: classes that fill and stroke it."""
        names = [f"{kind}{number}" for kind, number in (("f", fill), ("s", stroke)) if number]
        bare = "" if fill else ' fill="none"'
        return f' class="{" ".join(names)}"{bare}'

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


class PictureWriter:
    """Writes one page in two themes.

    Args:
        scene: the page, with numbers for colours.
        palette: has the colours.
        name: begins the ids of the page, unique in its document.
        rowed: whether it has rows that can go.
    """

    def __init__(self, scene: Scene, palette: Palette, name: str, *, rowed: bool) -> None:
        self.scene, self.name = scene, name
        self.elements = ElementWriter(paint=palette.paint, exact=bool(scene.font))
        self.bands = bands(scene) if rowed else ()
        self.first = max(
            (box.bottom for box in scene.boxes if self.bands and box.bottom < self.bands[0].top),
            default=0.0,
        )

    def write(self, targets: Sequence[Target]) -> str:
        """Returns the page as an element.

        Args:
            targets: the steps on the page, in order.
        """
        scene = self.scene
        picture = "".join(map(self._group, self._groups()))
        if scene.pictures():
            shown = "".join(images(scene, self.name))
            picture += f'<g data-above="{len(self.bands)}">{shown}</g>'
        tabs = "".join(map(self._target, targets))
        choice = f'<g role="tablist" aria-labelledby="{self.name}-t">{tabs}</g>' if tabs else ""
        rows = " ".join(
            f"{band.name}:{number(band.top)}:{number(band.bottom)}:{number(height)}"
            for band, height in zip(self.bands, advances(self.bands), strict=True)
        )
        wide, high = number(scene.width), number(scene.height)
        return (
            f'<svg class="page" viewBox="0 0 {wide} {high}" '
            f'role="group" aria-labelledby="{self.name}-t" data-rows="{escape(rows)}">'
            f'<title id="{self.name}-t">{words(scene.title)}</title>'
            f'<rect class="ground f{scene.background}" width="{wide}" height="{high}"/>'
            f'<g class="picture" aria-hidden="true">{picture}</g>{choice}</svg>\n'
        )

    def _groups(self) -> list[_Group]:
        """Returns everything on the page: boxes first, then marks, each in painting order."""
        groups: dict[tuple[int, int | None], _Group] = {}
        for part in (*self.scene.boxes, *self.scene.marks):
            above, inside = place(self.bands, middle(part), self.first)
            spans = isinstance(part, Box) and not row_of(part)
            row = above if inside and not spans else None
            key = (0 if spans else above, row)
            group = groups.setdefault(key, _Group(above=key[0], row=row))
            group.parts.append(self._element(part))
        return list(groups.values())

    def _group(self, group: _Group) -> str:
        row = "" if group.row is None else f' data-row="{escape(self.bands[group.row].name)}"'
        return f'<g data-above="{group.above}"{row}>{"".join(group.parts)}</g>\n'

    def _element(self, part: Mark | Box) -> str:
        if isinstance(part, Box):
            return self.elements.box(part, " data-spans" if part.key.endswith(".empty") else "")
        return self.elements.mark(part)

    def _target(self, target: Target) -> str:
        """Returns what can be selected for a step: an area over its boxes, and its areas."""
        own = [box for box in self.scene.boxes if box.key.partition(".")[0] == target.key]
        outlines = "".join(
            f'<polygon class="{_hit(area)}" points="{listed(area.corners)}"/>'
            for area in self.scene.areas
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
    wide, high = right - left + 2 * _EDGE, low - top + 2 * _EDGE
    at = oblong(left - _EDGE, top - _EDGE, wide, high)
    return f'<rect class="hit" data-spans {at} rx="8"/>'


def panel(page: str, key: str) -> str:
    """Returns the id of the words about a step, by the name of a page of its map."""
    return f"{page.partition('-')[0]}-about-{key}"
