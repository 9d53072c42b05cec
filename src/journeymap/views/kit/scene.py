"""A picture as plain data: every size is decided, a backend only writes it out.

Lengths are points (1/72 inch), the origin is the top left corner, y grows downwards. Colours are
`#rrggbb`. Boxes lie under everything in their order; marks are painted over them in theirs.
"""

from collections.abc import Iterator
from dataclasses import replace
from enum import StrEnum

from journeymap.quick_dataclass import dataclass

Point = tuple[float, float]


class Anchor(StrEnum):
    """Which point of a text run its x names; values are those of SVG."""

    START = "start"
    MIDDLE = "middle"
    END = "end"


class Shape(StrEnum):
    """The outline of a marker."""

    CIRCLE = "circle"
    SQUARE = "square"
    DIAMOND = "diamond"
    STAR = "star"
    UP = "up"
    DOWN = "down"
    RIGHT = "right"
    LEFT = "left"


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """A rectangle with rounded corners.

    Attributes:
        x: left edge.
        y: top edge.
        width: from left to right.
        height: from top to bottom.
        fill: colour inside; None leaves it open.
        stroke: colour of the outline; None draws none.
        dashed: whether the outline is broken.
        radius: of the corners, at most half of the shorter side.
        key: stable name for ids and links, unique in its scene; "" where nothing refers to it.
        tooltip: what a pointer over the box tells.
    """

    x: float
    y: float
    width: float
    height: float
    fill: str | None = None
    stroke: str | None = None
    dashed: bool = False
    radius: float = 0.0
    key: str = ""
    tooltip: str = ""

    @property
    def right(self) -> float:
        """The right edge."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """The bottom edge."""
        return self.y + self.height


@dataclass(frozen=True, slots=True, kw_only=True)
class Area:
    """Where a page shows something of a step that is no box; it is not painted.

    Attributes:
        key: id of the step; a step may have several areas.
        corners: of its outline, in turn.
        strong: whether it lies on a strong colour, on which an outline has to be light.
    """

    key: str
    corners: tuple[Point, ...]
    strong: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """One line of text.

    Attributes:
        x: of the anchor.
        baseline: y of the line that letters stand on.
        text: the words; never broken further.
        size: height of the type.
        colour: of the letters.
        bold: whether the face is bold.
        anchor: what x names.
        tooltip: what a pointer over the text tells.
        link: where a click leads (http, https, mailto or relative); "" for nowhere.
        rtl: whether it runs from right to left; x and anchor are what they are all the same.
    """

    x: float
    baseline: float
    text: str
    size: float
    colour: str
    bold: bool = False
    anchor: Anchor = Anchor.START
    tooltip: str = ""
    link: str = ""
    rtl: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Curve:
    """A chain of cubic Bézier segments, never filled.

    Attributes:
        points: start, then two control points and an end for each segment (1 + 3 n points).
        colour: of the line.
        width: of the line.
        dashed: whether the line is broken.
    """

    points: tuple[Point, ...]
    colour: str
    width: float = 1.0
    dashed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Marker:
    """A small shape.

    Attributes:
        shape: its outline.
        x: of the centre.
        y: of the centre.
        size: height and width of the outline.
        fill: colour inside.
        stroke: colour of the outline; None draws none.
        line: width of the outline.
        tooltip: what a pointer over it tells.
    """

    shape: Shape
    x: float
    y: float
    size: float
    fill: str
    stroke: str | None = None
    line: float = 1.5
    tooltip: str = ""


Mark = Text | Curve | Marker


@dataclass(frozen=True, slots=True, kw_only=True)
class Image:
    """A picture made of pixels: the logo of a house, or what a persona looks like.

    Attributes:
        x: left edge.
        y: top edge.
        width: from left to right.
        height: from top to bottom.
        content: a PNG or a JPEG; what of it has another shape than its place is cut off.
        words: what it shows, for those who do not see it.
        is_round: whether only what lies in the ellipse of its place is shown.
    """

    x: float
    y: float
    width: float
    height: float
    content: bytes
    words: str = ""
    is_round: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """One page.

    Attributes:
        width: of the page.
        height: of the page.
        background: colour of the page.
        title: name of the picture.
        description: what it shows, in words, for those who do not see it.
        boxes: rectangles under everything, in painting order.
        marks: text, curves and markers over them, in painting order.
        language: of the texts, as a language tag; "" where it is not known.
        font: typeface before the usual ones; "" for none.
        faces: its files, regular and bold, where they are to be embedded.
        logo: what stands on the page besides; None for nothing.
        areas: where it shows steps, besides the boxes that have their ids.
        name: begins all ids of the picture, so that several stand in one document.
        images: over everything.
    """

    width: float
    height: float
    background: str
    title: str
    description: str
    boxes: tuple[Box, ...]
    marks: tuple[Mark, ...]
    language: str = ""
    font: str = ""
    faces: tuple[bytes, ...] = ()
    logo: Image | None = None
    areas: tuple[Area, ...] = ()
    name: str = "picture"
    images: tuple[Image, ...] = ()

    def shown(self) -> frozenset[str]:
        """Returns the keys of what it shows: of boxes, up to the first dot, and of areas."""
        boxes = {box.key.partition(".")[0] for box in self.boxes}
        return frozenset(boxes | {area.key for area in self.areas})

    def pictures(self) -> tuple[Image, ...]:
        """Returns what is made of pixels: images, and the logo above them."""
        return (*self.images, *([self.logo] if self.logo else []))

    def texts(self) -> Iterator[Text]:
        """Yields the text runs, in painting order."""
        return (mark for mark in self.marks if isinstance(mark, Text))


def oblong(key: str, edges: tuple[float, float, float, float]) -> Area:
    """Returns the area between left, upper, right and lower edge."""
    left, top, right, low = edges
    return Area(key=key, corners=((left, top), (right, top), (right, low), (left, low)))


def line(start: Point, end: Point, *, colour: str, width: float = 1.0) -> Curve:
    """Returns a straight line as a curve."""
    third = ((end[0] - start[0]) / 3, (end[1] - start[1]) / 3)
    inner = ((start[0] + k * third[0], start[1] + k * third[1]) for k in (1, 2))
    return Curve(points=(start, *inner, end), colour=colour, width=width)


def dashed(curve: Curve) -> Curve:
    """Returns the same curve as a broken line."""
    return replace(curve, dashed=True)
