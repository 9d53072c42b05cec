"""Shapes of a slide as DrawingML, its markup (ECMA-376, part 1), in the unit of the format.

The library that writes presentations sets each property of a shape by itself and looks through the
shape for it: for all of a page that takes longer than laying the page out.
"""

import re
from collections.abc import Sequence
from html import escape
from typing import NamedTuple

from journeymap.backends.mark_shapes import DASH
from journeymap.views.kit.scene import Anchor, Point, Text
from journeymap.views.kit.theme import LEADING

_ALIGN = {Anchor.START: "l", Anchor.MIDDLE: "ctr", Anchor.END: "r"}
_NO_WORDS = (
    '<p:txBody><a:bodyPr rtlCol="0" anchor="ctr"/><a:lstStyle/>'
    '<a:p><a:pPr algn="ctr"/></a:p></p:txBody>'
)
_PLAIN = (
    '<a:bodyPr wrap="none" anchor="t" lIns="0" rIns="0" tIns="0" bIns="0"><a:noAutofit/></a:bodyPr>'
)
"""No margins, and lines end where they end: layout has broken and placed them."""
_CONTROLS = re.compile("[\x00-\x08\x0b-\x1f]")


class Place(NamedTuple):
    """A rectangle in EMU, 12,700 to a point."""

    x: int
    y: int
    wide: int
    high: int


class Head(NamedTuple):
    """What is said of a shape.

    Attributes:
        number: its id.
        name: for the list of objects.
        words: for those who do not see it; often empty.
        link: the id of the relationship that leads where a click does; empty for none.
    """

    number: int
    name: str
    words: str = ""
    link: str = ""


def emu(points: float) -> int:
    """Returns a length in the unit of the format."""
    return round(points * 12700)


def place(x: float, y: float, wide: float, high: float) -> Place:
    """Returns a rectangle that is given in points."""
    return Place(emu(x), emu(y), emu(wide), emu(high))


def around(places: Sequence[Place]) -> Place:
    """Returns the rectangle around some."""
    x, y = min(each.x for each in places), min(each.y for each in places)
    right, low = (
        max(each.x + each.wide for each in places),
        max(each.y + each.high for each in places),
    )
    return Place(x, y, right - x, low - y)


def fill(colour: str | None) -> str:
    """Returns what fills a shape; nothing does without a colour."""
    if colour is None:
        return "<a:noFill/>"
    return f'<a:solidFill><a:srgbClr val="{colour.removeprefix("#").upper()}"/></a:solidFill>'


def pen(colour: str | None, line: float, *, dashed: bool = False) -> str:
    """Returns the look of an outline or a line, whose width is in points."""
    if colour is None:
        return "<a:ln><a:noFill/></a:ln>"
    stroke, gap = (round(100_000 * part / line) for part in DASH) if dashed else (0, 0)
    dash = f'<a:custDash><a:ds d="{stroke}" sp="{gap}"/></a:custDash>' if dashed else ""
    return f'<a:ln w="{emu(line)}">{fill(colour)}{dash}</a:ln>'


def preset(kind: str, radius: float | None = None) -> str:
    """Returns the outline of a shape of the format; a radius is a share of the shorter side."""
    guide = "" if radius is None else f'<a:gd name="adj" fmla="val {int(radius * 100_000)}"/>'
    return f'<a:prstGeom prst="{kind}"><a:avLst>{guide}</a:avLst></a:prstGeom>'


def path(points: Sequence[Point], *, closed: bool) -> tuple[str, Place]:
    """Returns an outline of its own, and the rectangle that it takes up.

    Args:
        points: corners of a closed polygon, or a chain of cubic Bézier segments.
        closed: which of the two it is.
    """
    xs, ys = [x for x, _ in points], [y for _, y in points]
    left, top = min(xs), min(ys)
    at = [f'<a:pt x="{emu(x - left)}" y="{emu(y - top)}"/>' for x, y in points]
    moves = f"<a:moveTo>{at[0]}</a:moveTo>"
    if closed:
        moves += "".join(f"<a:lnTo>{point}</a:lnTo>" for point in at[1:]) + "<a:close/>"
    else:
        triples = ("".join(at[i : i + 3]) for i in range(1, len(at), 3))
        moves += "".join(f"<a:cubicBezTo>{triple}</a:cubicBezTo>" for triple in triples)
    taken = place(left, top, max(xs) - left, max(ys) - top)
    unfilled = "" if closed else ' fill="none"'
    markup = (
        '<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/><a:rect l="0" t="0" r="r" b="b"/>'
        f'<a:pathLst><a:path w="{taken.wide}" h="{taken.high}"{unfilled}>{moves}</a:path>'
        "</a:pathLst></a:custGeom>"
    )
    return markup, taken


def shape(head: Head, at: Place, outline: str, look: str) -> str:
    """Returns a shape without words in it."""
    properties = f"<p:spPr>{_frame(at)}{outline}{look}</p:spPr>"
    return f"<p:sp>{_head(head, 'Sp', '<p:cNvSpPr/>')}{properties}{_NO_WORDS}</p:sp>"


def text_box(head: Head, at: Place, words: str) -> str:
    """Returns a box with words, the markup of `body`, which nothing fills or frames."""
    properties = f"<p:spPr>{_frame(at)}{preset('rect')}{fill(None)}</p:spPr>"
    own = '<p:cNvSpPr txBox="1"/>'
    return f"<p:sp>{_head(head, 'Sp', own)}{properties}{words}</p:sp>"


def connector(head: Head, start: Point, stop: Point, look: str) -> tuple[str, Place]:
    """Returns a straight line between two points, and the rectangle that it takes up."""
    (x, y), (u, v) = map(emu, start), map(emu, stop)
    at = Place(min(x, u), min(y, v), abs(u - x), abs(v - y))
    turned = (' flipH="1"' if x > u else "") + (' flipV="1"' if y > v else "")
    properties = f"<p:spPr>{_frame(at, turned)}{preset('line')}{look}</p:spPr>"
    return f"<p:cxnSp>{_head(head, 'CxnSp', '<p:cNvCxnSpPr/>')}{properties}</p:cxnSp>", at


def group(head: Head, at: Place, inner: Sequence[str]) -> str:
    """Returns shapes that people move as one."""
    own = f'<a:chOff x="{at.x}" y="{at.y}"/><a:chExt cx="{at.wide}" cy="{at.high}"/>'
    return (
        f"<p:grpSp>{_head(head, 'GrpSp', '<p:cNvGrpSpPr/>')}"
        f"<p:grpSpPr>{_frame(at, inside=own)}</p:grpSpPr>{''.join(inner)}</p:grpSp>"
    )


def body(lines: Sequence[Text], typeface: str | None, language: str) -> str:
    """Returns lines as one paragraph with line breaks, as layout broke them.

    Args:
        lines: of one look.
        typeface: None leaves it to the theme.
        language: as a tag; empty where it is not known.
    """
    first = lines[0]
    rtl = ' rtl="1"' if first.rtl else ""
    spacing = f'<a:lnSpc><a:spcPts val="{_hundredths(LEADING * first.size)}"/></a:lnSpc>'
    said = f' lang="{language}"' if language else ""
    latin = f'<a:latin typeface="{_quoted(typeface)}"/>' if typeface else ""
    look = (
        f'<a:rPr sz="{_hundredths(first.size)}" b="{int(first.bold)}"{said}>'
        f"{fill(first.colour)}{latin}</a:rPr>"
    )
    runs = "<a:br/>".join(f"<a:r>{look}<a:t>{_said(line.text)}</a:t></a:r>" for line in lines)
    return (
        f"<p:txBody>{_PLAIN}<a:lstStyle/>"
        f'<a:p><a:pPr algn="{_ALIGN[first.anchor]}"{rtl}>{spacing}</a:pPr>{runs}</a:p></p:txBody>'
    )


def _hundredths(points: float) -> int:
    return int(points * 12700) // 127


def _head(head: Head, kind: str, own: str) -> str:
    words = f' descr="{_quoted(head.words)}"' if head.words else ""
    inner = f'<a:hlinkClick r:id="{head.link}"/>' if head.link else ""
    said = f'<p:cNvPr id="{head.number}" name="{_quoted(head.name)}"{words}>{inner}</p:cNvPr>'
    return f"<p:nv{kind}Pr>{said}{own}<p:nvPr/></p:nv{kind}Pr>"


def _frame(at: Place, turned: str = "", inside: str = "") -> str:
    size = f'<a:off x="{at.x}" y="{at.y}"/><a:ext cx="{at.wide}" cy="{at.high}"/>'
    return f"<a:xfrm{turned}>{size}{inside}</a:xfrm>"


def _quoted(text: str) -> str:
    """Returns a text as the value of an attribute, in which a bare line break would be a space."""
    return escape(text).replace("\n", "&#10;").replace("\r", "&#13;").replace("\t", "&#9;")


def _said(text: str) -> str:
    """Returns a text as presentations write it, control characters by their number."""
    return escape(_CONTROLS.sub(lambda found: f"_x{ord(found[0]):04X}_", text), quote=False)
