"""One scene as a slide, mark by mark, with the shapes that presentation programs know."""

import io
from collections.abc import Sequence
from typing import TYPE_CHECKING, assert_never
from urllib.parse import urlsplit

from pptx.dml.color import RGBColor
from pptx.enum.dml import MSO_LINE
from pptx.enum.lang import MSO_LANGUAGE_ID
from pptx.enum.shapes import MSO_CONNECTOR, MSO_SHAPE
from pptx.enum.text import MSO_ANCHOR, MSO_AUTO_SIZE, PP_ALIGN
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls
from pptx.util import Emu, Pt

from journeymap.backends import decoding
from journeymap.backends.mark_groups import Piece, pieces
from journeymap.backends.mark_shapes import DASH, corners, straight, width
from journeymap.backends.svg import safe
from journeymap.model.languages import tag
from journeymap.views.kit.scene import Anchor, Box, Curve, Image, Marker, Point, Scene, Shape, Text
from journeymap.views.kit.theme import LEADING

if TYPE_CHECKING:
    from pptx.shapes.autoshape import Shape as AutoShape
    from pptx.shapes.base import BaseShape
    from pptx.shapes.connector import Connector
    from pptx.shapes.shapetree import GroupShapes, SlideShapes
    from pptx.slide import Slide
    from pptx.text.text import TextFrame

    Shapes = SlideShapes | GroupShapes

TYPEFACE = "Arial"
"""What stands for the bundled typeface where people present: of the same widths, and everywhere."""

_DESCENT = 0.212
"""Of that typeface, as a share of the type size: lines of a stated height stand on it."""
_ALIGN = {Anchor.START: PP_ALIGN.LEFT, Anchor.MIDDLE: PP_ALIGN.CENTER, Anchor.END: PP_ALIGN.RIGHT}
_SHARE = {Anchor.START: 0.0, Anchor.MIDDLE: 0.5, Anchor.END: 1.0}
_SPARE = 1.06
"""How much wider a text box is than its text, as typefaces differ a little."""
_PRESETS = {
    Shape.CIRCLE: MSO_SHAPE.OVAL,
    Shape.SQUARE: MSO_SHAPE.RECTANGLE,
    Shape.DIAMOND: MSO_SHAPE.DIAMOND,
}
_LANGUAGES = {
    "de": MSO_LANGUAGE_ID.GERMAN,
    "en": MSO_LANGUAGE_ID.ENGLISH_UK,
    "es": MSO_LANGUAGE_ID.SPANISH,
    "pl": MSO_LANGUAGE_ID.POLISH,
}


def emu(points: float) -> Emu:
    """Returns a length in the unit of the format: 12,700 to a point."""
    return Emu(round(points * 12700))


def rgb(colour: str) -> RGBColor:
    """Returns a colour of a scene as the library has it."""
    red, green, blue = bytes.fromhex(colour.removeprefix("#"))
    return RGBColor(red, green, blue)  # type: ignore[no-untyped-call]


def _pen(
    shape: "AutoShape | Connector", colour: str | None, line: float, *, dashed: bool = False
) -> None:
    """Sets the look of an outline or a line."""
    pen = shape.line
    if colour is None:
        pen.fill.background()
        return
    pen.fill.solid()
    pen.fill.fore_color.rgb = rgb(colour)
    pen.width = emu(line)
    if dashed:
        pen.dash_style = MSO_LINE.DASH
        (preset,) = shape.element.xpath("./p:spPr/a:ln/a:prstDash")
        stroke, gap = (round(100_000 * part / line) for part in DASH)
        own = f'<a:custDash {nsdecls("a")}><a:ds d="{stroke}" sp="{gap}"/></a:custDash>'
        preset.getparent().replace(preset, parse_xml(own))


def _tell(shape: "BaseShape", name: str, words: str) -> None:
    """Gives a shape a name for the list of objects, and words for those who do not see it."""
    if name:
        shape.name = name
    if words:
        shape.element.xpath(".//p:cNvPr")[0].set("descr", words)


def _bare(shape: "BaseShape") -> None:
    """Takes the theme's shadow and colours off a shape."""
    for style in shape.element.xpath("./p:style"):
        shape.element.remove(style)


def _path(points: Sequence[Point], *, closed: bool) -> tuple[str, tuple[float, ...]]:
    """Returns the outline of a freeform, and its left, top, width and height in points.

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
    wide, high = max(xs) - left, max(ys) - top
    fill = "" if closed else ' fill="none"'
    xml = (
        f"<a:custGeom {nsdecls('a')}><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/>"
        '<a:rect l="0" t="0" r="r" b="b"/><a:pathLst>'
        f'<a:path w="{emu(wide)}" h="{emu(high)}"{fill}>{moves}</a:path>'
        "</a:pathLst></a:custGeom>"
    )
    return xml, (left, top, wide, high)


class SlideWriter:
    """Writes one scene onto an empty slide.

    Args:
        slide: the slide.
        scene: the page, of the slide's size.
        language: of the texts.
        typeface: of the texts; None leaves it to the slide's theme.
    """

    def __init__(
        self, slide: "Slide", scene: Scene, language: str, typeface: str | None = TYPEFACE
    ) -> None:
        self.slide, self.scene, self.typeface = slide, scene, typeface
        self.language = _LANGUAGES.get(
            tag(language).partition("-")[0].lower(), MSO_LANGUAGE_ID.NONE
        )

    def write(self) -> None:
        """Writes boxes and marks; the text that is the map's title becomes the slide's."""
        shapes = self.slide.shapes
        shapes.turbo_add_enabled = True  # else each shape looks through all others for its id
        for box in self.scene.boxes:
            self._box(box)
        titled = False
        for piece in pieces(self.scene.marks):
            if not titled and self._is_title(piece):
                titled = True
                self._title(piece)
            else:
                self._piece(shapes, piece)
        for image in self.scene.pictures():
            self._image(shapes, image)
        title = shapes.title
        if title is not None and not titled:
            title.element.getparent().remove(title.element)

    def _image(self, shapes: "Shapes", image: Image) -> None:
        place = map(emu, (image.x, image.y, image.width, image.height))
        with decoding.told(image):
            picture = shapes.add_picture(io.BytesIO(image.content), *place)
        if not image.is_round:
            return
        picture.auto_shape_type = MSO_SHAPE.OVAL
        wide, high = picture.image.size
        # What stands out of the shape of its place is cut off, half on each side.
        shape = (image.width / image.height) / (wide / high)
        if shape < 1:
            picture.crop_left = picture.crop_right = (1 - shape) / 2
        else:
            picture.crop_top = picture.crop_bottom = (1 - 1 / shape) / 2
        picture.name = image.words

    def _is_title(self, piece: Piece) -> bool:
        words = " ".join(mark.text for mark in piece if isinstance(mark, Text))
        return bool(words) and self.scene.title.startswith(words.rstrip("…"))

    def _title(self, piece: Piece) -> None:
        title = self.slide.shapes.title
        lines = [mark for mark in piece if isinstance(mark, Text)]
        if title is None:
            self._text(self.slide.shapes, lines)
            return
        left, top, wide, high = self._room(lines)
        title.left, title.top, title.width, title.height = map(emu, (left, top, wide, high))
        self._words(title.text_frame, lines)

    def _box(self, box: Box) -> None:
        radius = min(box.radius, box.width / 2, box.height / 2)
        kind = MSO_SHAPE.ROUNDED_RECTANGLE if radius else MSO_SHAPE.RECTANGLE
        place = map(emu, (box.x, box.y, box.width, box.height))
        shape = self.slide.shapes.add_shape(kind, *place)
        if radius:
            shape.adjustments[0] = radius / min(box.width, box.height)
        self._finish(shape, box.fill)
        _pen(shape, box.stroke, 1, dashed=box.dashed)
        _tell(shape, box.key, box.tooltip)

    def _finish(self, shape: "AutoShape", fill: str | None) -> None:
        _bare(shape)
        if fill is None:
            shape.fill.background()
        else:
            shape.fill.solid()
            shape.fill.fore_color.rgb = rgb(fill)

    def _piece(self, shapes: "Shapes", piece: Piece) -> None:
        first = piece[0]
        if isinstance(first, Text):
            self._text(shapes, [mark for mark in piece if isinstance(mark, Text)])
        elif isinstance(first, Curve):
            self._curve(shapes, [mark for mark in piece if isinstance(mark, Curve)])
        elif isinstance(first, Marker):
            if len(piece) == 1:
                self._marker(shapes, first)
            else:
                self._group(shapes, first, piece[1:])
        else:
            assert_never(first)

    def _group(self, shapes: "Shapes", first: Marker, others: Piece) -> None:
        group = shapes.add_group_shape().shapes
        group.turbo_add_enabled = True
        self._marker(group, first)
        for mark in others:
            self._piece(group, (mark,))
        shapes.turbo_add_enabled = True  # ids go on behind those of the group

    def _room(self, lines: Sequence[Text]) -> tuple[float, float, float, float]:
        """Returns left, top, width and height of a text box, whose first baseline is then right."""
        first = lines[0]
        wide = max(map(width, lines)) * _SPARE
        left = first.x - _SHARE[first.anchor] * wide
        top = first.baseline - (LEADING - _DESCENT) * first.size
        return left, top, wide, LEADING * first.size * len(lines)

    def _text(self, shapes: "Shapes", lines: Sequence[Text]) -> None:
        box = shapes.add_textbox(*map(emu, self._room(lines)))
        self._words(box.text_frame, lines)
        link = lines[0].link
        if safe(link) and urlsplit(link).scheme:
            box.click_action.hyperlink.address = link

    def _words(self, frame: "TextFrame", lines: Sequence[Text]) -> None:
        """Writes lines as one paragraph with line breaks, as layout broke them."""
        first = lines[0]
        frame.word_wrap = False
        frame.auto_size = MSO_AUTO_SIZE.NONE
        frame.vertical_anchor = MSO_ANCHOR.TOP
        frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = Emu(0)
        paragraph = frame.paragraphs[0]
        paragraph.alignment = _ALIGN[first.anchor]
        paragraph.line_spacing = Pt(LEADING * first.size)
        if first.rtl:
            paragraph._p.get_or_add_pPr().set("rtl", "1")  # noqa: SLF001 - the library has no name
        for number, line in enumerate(lines):
            if number:
                paragraph.add_line_break()  # type: ignore[no-untyped-call]
            run = paragraph.add_run()
            run.text = line.text
            font = run.font
            font.size, font.bold, font.name = Pt(first.size), first.bold, self.typeface
            font.color.rgb = rgb(first.colour)
            font.language_id = self.language

    def _marker(self, shapes: "Shapes", marker: Marker) -> None:
        half = marker.size / 2
        preset = _PRESETS.get(marker.shape)
        if preset is None:
            shape = self._freeform(shapes, corners(marker), closed=True)
        else:
            place = map(emu, (marker.x - half, marker.y - half, marker.size, marker.size))
            shape = shapes.add_shape(preset, *place)
        self._finish(shape, marker.fill)
        _pen(shape, marker.stroke, marker.line)
        _tell(shape, "", marker.tooltip)

    def _curve(self, shapes: "Shapes", curves: Sequence[Curve]) -> None:
        first = curves[0]
        if len(curves) == 1 and straight(first):
            ends = (*first.points[0], *first.points[-1])
            connector = shapes.add_connector(MSO_CONNECTOR.STRAIGHT, *map(emu, ends))
            _bare(connector)
            _pen(connector, first.colour, first.width, dashed=first.dashed)
            return
        points = [*first.points, *(point for curve in curves[1:] for point in curve.points[1:])]
        shape = self._freeform(shapes, points, closed=False)
        self._finish(shape, None)
        _pen(shape, first.colour, first.width, dashed=first.dashed)

    def _freeform(self, shapes: "Shapes", points: Sequence[Point], *, closed: bool) -> "AutoShape":
        xml, place = _path(points, closed=closed)
        shape = shapes.add_shape(MSO_SHAPE.RECTANGLE, *map(emu, place))
        preset = shape.element.spPr.find(".//{*}prstGeom")
        preset.getparent().replace(preset, parse_xml(xml))
        return shape
