"""Scenes as SVG, written straight from them: files of their own, and the elements of web pages.

A file has the colours of its marks at them. On a web page a colour is a class, which has one in a
light and one in a dark theme; who writes a page hands in how a colour is named (`Paint`).
"""

import base64
import re
from collections.abc import Callable, Iterator, Sequence
from typing import assert_never
from urllib.parse import urlsplit

from journeymap.backends.mark_groups import Piece, pieces
from journeymap.backends.mark_shapes import DASH, corners, width
from journeymap.model.scalars import SAFE_SCHEMES
from journeymap.quick_dataclass import dataclass
from journeymap.views.kit.scene import Anchor, Box, Curve, Mark, Marker, Point, Scene, Text

FONTS = "Arimo, Arial, Helvetica, sans-serif"
"""Typefaces of the same widths, the bundled one first."""
_TURNED = {Anchor.START: Anchor.END, Anchor.MIDDLE: Anchor.MIDDLE, Anchor.END: Anchor.START}
Paint = Callable[[str | None, str | None], str]
"""Returns the attributes that give a shape the colours of its inside and its outline."""

_JPEG = b"\xff\xd8\xff"
_UNSAFE = re.compile(r"[ \\]|^/")
_ESCAPES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})
_NO_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def safe(link: str) -> bool:
    """Tells whether a link may be written: http, https, mailto, or a relative path."""
    if not link.isprintable() or _UNSAFE.search(link):  # a control character, or one of direction
        return False
    try:
        return bool(link) and urlsplit(link).scheme.casefold() in SAFE_SCHEMES
    except ValueError:  # brackets that hold no address
        return False


def fonts(first: str) -> str:
    """Returns the list of typefaces, with another one before the usual ones if there is one."""
    return f"'{first}', {FONTS}" if first else FONTS


def number(value: float) -> str:
    """Writes a length with at most two decimals."""
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def listed(points: Sequence[Point]) -> str:
    """Writes the corners of an outline."""
    return " ".join(f"{number(x)},{number(y)}" for x, y in points)


def oblong(left: float, top: float, wide: float, high: float) -> str:
    """Writes where a rectangle stands."""
    return f'x="{number(left)}" y="{number(top)}" width="{number(wide)}" height="{number(high)}"'


def words(text: str) -> str:
    """Writes text between elements; what no XML may hold is shown as unreadable."""
    return _NO_XML.sub("\ufffd", text).translate(_ESCAPES)


def quoted(text: str) -> str:
    """Writes text between double quotes."""
    return words(text).replace('"', "&quot;")


def images(scene: Scene, name: str) -> Iterator[str]:
    """Yields the images of a page, with all of their files.

    Args:
        scene: the page.
        name: begins their ids, unique in its document.
    """
    for number_, shown in enumerate(scene.pictures(), 1):
        data = base64.b64encode(shown.content).decode()
        kind = "jpeg" if shown.content.startswith(_JPEG) else "png"
        at = oblong(shown.x, shown.y, shown.width, shown.height)
        whole = f'<image {at} href="data:image/{kind};base64,{data}"'
        if not shown.is_round:
            yield f"{whole}/>"
            continue
        across, down = shown.width / 2, shown.height / 2
        middle = f'cx="{number(shown.x + across)}" cy="{number(shown.y + down)}"'
        cut = f'<ellipse {middle} rx="{number(across)}" ry="{number(down)}"/>'
        key = f"{name}.image-{number_}"
        yield (
            f'<clipPath id="{key}">{cut}</clipPath>{whole} preserveAspectRatio="xMidYMid slice" '
            f'clip-path="url(#{key})" role="img" aria-label="{quoted(shown.words)}"/>'
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class ElementWriter:
    """Writes boxes and marks as elements.

    Attributes:
        paint: names their colours.
        exact: whether a line of text stays as wide as layout made it, whatever the typeface.
    """

    paint: Paint
    exact: bool

    def box(self, box: Box, attributes: str = "", inside: str = "") -> str:
        """Returns a box.

        Args:
            box: the box.
            attributes: further ones, each after a space.
            inside: elements in it.
        """
        radius = min(box.radius, box.width / 2, box.height / 2)
        rounded = f' rx="{number(radius)}"' if radius else ""
        look = self.paint(box.fill, box.stroke) + _pen(box.stroke, 1, dashed=box.dashed)
        at = oblong(box.x, box.y, box.width, box.height)
        return _element(f"rect {at}{rounded}{look}{attributes}", inside)

    def mark(self, mark: Mark, inside: str = "") -> str:
        """Returns a mark.

        Args:
            mark: the mark.
            inside: elements in it.
        """
        if isinstance(mark, Text):
            return f"<text{self.at(mark)}{self.type(mark)}>{inside}{words(mark.text)}</text>"
        if isinstance(mark, Marker):
            look = self.paint(mark.fill, mark.stroke) + _pen(mark.stroke, mark.line)
            if points := corners(mark):
                return _element(f'polygon points="{listed(points)}"{look}', inside)
            middle = f'cx="{number(mark.x)}" cy="{number(mark.y)}" r="{number(mark.size / 2)}"'
            return _element(f"circle {middle}{look}", inside)
        if isinstance(mark, Curve):
            look = self.paint(None, mark.colour) + _pen(mark.colour, mark.width, dashed=mark.dashed)
            start, *rest = (f"{number(x)} {number(y)}" for x, y in mark.points)
            return _element(f'path d="M{start}C{" ".join(rest)}"{look}', inside)
        assert_never(mark)

    def at(self, text: Text) -> str:
        """Returns where a line of text stands, as attributes."""
        length = f' textLength="{number(width(text))}" lengthAdjust="spacingAndGlyphs"'
        return f' x="{number(text.x)}" y="{number(text.baseline)}"{length if self.exact else ""}'

    def type(self, text: Text) -> str:
        """Returns what a line of text looks like, as attributes."""
        # In a line that runs from right to left, start is where it begins: on the right.
        named = _TURNED[text.anchor] if text.rtl else text.anchor
        anchor = f' text-anchor="{named}"' if named is not Anchor.START else ""
        anchor += ' direction="rtl"' if text.rtl else ""
        bold = ' font-weight="bold"' if text.bold else ""
        return f' font-size="{number(text.size)}"{anchor}{bold}{self.paint(text.colour, None)}'


def _element(start: str, inside: str) -> str:
    """Writes an element of which the start is known, without end where nothing is inside."""
    return f"<{start}>{inside}</{start.partition(' ')[0]}>" if inside else f"<{start}/>"


def _pen(stroke: str | None, line: float, *, dashed: bool = False) -> str:
    """Returns how an outline is drawn, as attributes."""
    wide = f' stroke-width="{number(line)}"' if stroke and line != 1 else ""
    dashes = f' stroke-dasharray="{number(DASH[0])} {number(DASH[1])}"' if dashed else ""
    return f"{wide}{dashes}"


def _coloured(fill: str | None, stroke: str | None) -> str:
    outline = f' stroke="{stroke}"' if stroke else ""
    return f' fill="{fill or "none"}"{outline}'


def _tooltip(text: str) -> str:
    return f"<title>{words(text)}</title>" if text else ""


def _piece(piece: Piece, writer: ElementWriter) -> str:
    """Writes marks that belong together: one as it is, several as a group, with one tooltip."""
    first = piece[0]
    tooltip = "" if isinstance(first, Curve) else _tooltip(first.tooltip)
    link = f'a href="{quoted(first.link)}"' if isinstance(first, Text) and safe(first.link) else ""
    if len(piece) == 1 and not link:
        return writer.mark(first, tooltip)
    look = writer.type(first) if isinstance(first, Text) else ""
    parts = (
        f"<text{writer.at(mark)}>{words(mark.text)}</text>"
        if isinstance(mark, Text)
        else writer.mark(mark)
        for mark in piece
    )
    return _element(f"{link or 'g'}{look}", tooltip + "".join(parts))


def _parts(scene: Scene) -> Iterator[str]:
    """Yields the elements of a picture, from the text that stands for it to the logo."""
    writer = ElementWriter(paint=_coloured, exact=bool(scene.font))
    yield f'<title id="{scene.name}.title">{words(scene.title)}</title>'
    yield f'<desc id="{scene.name}.description">{words(scene.description)}</desc>'
    page = oblong(0, 0, scene.width, scene.height)
    yield f'<rect {page} fill="{scene.background}"/>'
    for box in scene.boxes:
        named = f' id="{scene.name}-{quoted(box.key)}"' if box.key else ""
        yield writer.box(box, named, _tooltip(box.tooltip))
    for piece in pieces(scene.marks):
        yield _piece(piece, writer)
    yield from images(scene, scene.name)


def write(scene: Scene) -> bytes:
    """Writes a page as the content of a file."""
    wide, high = number(scene.width), number(scene.height)
    attributes = {
        "xmlns": "http://www.w3.org/2000/svg",
        "width": f"{wide}pt",
        "height": f"{high}pt",
        "viewBox": f"0 0 {wide} {high}",
        "role": "img",
        "aria-labelledby": f"{scene.name}.title {scene.name}.description",
        "font-family": fonts(scene.font),
        **({"lang": scene.language} if scene.language else {}),
    }
    root = " ".join(f'{key}="{quoted(value)}"' for key, value in attributes.items())
    lines = ('<?xml version="1.0" encoding="UTF-8"?>', f"<svg {root}>", *_parts(scene), "</svg>\n")
    return "\n".join(lines).encode()
