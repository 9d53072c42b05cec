"""A page to draw on, mark after mark."""

from collections.abc import Iterable, Sequence
from dataclasses import field, replace

from journeymap.quick_dataclass import dataclass
from journeymap.views.kit import measure
from journeymap.views.kit.scene import Anchor, Area, Box, Image, Mark, Text
from journeymap.views.kit.scripts import runs_right_to_left
from journeymap.views.kit.theme import ASCENT, LEADING, Page, Theme

_PAD = 24.0
"""Widest white space between the edge of a box and words in it, in points."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Style:
    """How a run of text looks.

    Attributes:
        size: of the type in points.
        colour: of the letters.
        bold: whether the face is bold.
        anchor: what x names.
        tooltip: what a pointer over it tells.
        link: where a click leads.
    """

    size: float
    colour: str
    bold: bool = False
    anchor: Anchor = Anchor.START
    tooltip: str = ""
    link: str = ""

    @property
    def leading(self) -> float:
        """Distance between baselines."""
        return self.size * LEADING


@dataclass(slots=True, kw_only=True)
class Canvas:
    """Collects boxes and marks in painting order.

    Attributes:
        page: its size.
        theme: its colours.
        boxes: under everything.
        marks: over them.
        areas: where steps are shown without a box of their own.
        images: over everything.
    """

    page: Page
    theme: Theme
    boxes: list[Box] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)
    areas: list[Area] = field(default_factory=list)
    images: list[Image] = field(default_factory=list)

    def write(self, lines: Iterable[str], x: float, top: float, style: Style) -> float:
        """Writes lines below one another and returns the y below the last one.

        Where the first of them runs from right to left, all do, from the right edge of their box.
        """
        lines = tuple(lines)
        rtl = bool(lines) and runs_right_to_left(lines[0])
        anchor = style.anchor
        if rtl and anchor is Anchor.START:
            wide = max(measure.width(line, style.size, bold=style.bold) for line in lines)
            x = max(x + wide, self._right_edge(x, top))
            anchor = Anchor.END
        for line in lines:
            if line:
                self.marks.append(
                    Text(
                        x=x,
                        baseline=top + ASCENT * style.size,
                        text=line,
                        size=style.size,
                        colour=style.colour,
                        bold=style.bold,
                        anchor=anchor,
                        rtl=rtl,
                        tooltip=style.tooltip,
                        link=style.link,
                    )
                )
            top += style.leading
        return top

    def _right_edge(self, x: float, top: float) -> float:
        """Returns where lines end that begin at the left edge of a box; x where they do not."""
        for box in reversed(self.boxes):
            if 0 <= x - box.x <= _PAD and box.y <= top <= box.bottom:
                return box.right - (x - box.x)
        return x

    def label(self, box: Box, lines: Sequence[str], style: Style) -> None:
        """Draws a box with lines in its middle."""
        self.boxes.append(box)
        top = box.y + (box.height - len(lines) * style.leading) / 2
        self.write(lines, box.x + box.width / 2, top, replace(style, anchor=Anchor.MIDDLE))

    def draw(self, *marks: Mark) -> None:
        """Paints marks over what is there."""
        self.marks.extend(marks)

    def show(self, image: Image) -> None:
        """Puts an image over everything."""
        self.images.append(image)
