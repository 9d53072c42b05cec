"""One scene as a slide, mark by mark, with the shapes that presentation programs know."""

import io
from collections.abc import Sequence
from itertools import count
from typing import TYPE_CHECKING, assert_never
from urllib.parse import urlsplit

from pptx.enum.shapes import MSO_SHAPE
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls
from pptx.util import Emu

from journeymap.backends import decoding, shape_markup
from journeymap.backends.mark_groups import Piece, pieces
from journeymap.backends.mark_shapes import corners, straight, width
from journeymap.backends.shape_markup import Head, Place, fill, pen, place, preset
from journeymap.backends.svg import safe
from journeymap.model.languages import tag
from journeymap.views.kit.scene import Anchor, Box, Curve, Image, Mark, Marker, Scene, Shape, Text
from journeymap.views.kit.theme import LEADING

if TYPE_CHECKING:
    from pptx.oxml.xmlchemy import BaseOxmlElement
    from pptx.shapes.autoshape import Shape as AutoShape
    from pptx.slide import Slide

TYPEFACE = "Arial"
"""What stands for the bundled typeface where people present: of the same widths, and everywhere."""

_DESCENT = 0.212
"""Of that typeface, as a share of the type size: lines of a stated height stand on it."""
_SHARE = {Anchor.START: 0.0, Anchor.MIDDLE: 0.5, Anchor.END: 1.0}
_SPARE = 1.06
"""How much wider a text box is than its text, as typefaces differ a little."""
_PRESETS = {
    Shape.CIRCLE: ("ellipse", "Oval"),
    Shape.SQUARE: ("rect", "Rectangle"),
    Shape.DIAMOND: ("diamond", "Diamond"),
}
"""What the format calls a shape, and what a list of objects does."""
_LANGUAGES = {"de": "de-DE", "en": "en-GB", "es": "es-ES", "pl": "pl-PL"}

_Drawn = tuple[str, Place]
"""A shape's markup, and the rectangle that it takes up."""


def _parsed(markup: str) -> "BaseOxmlElement":
    """Returns markup as elements that the library knows."""
    tree: BaseOxmlElement = parse_xml(f"<p:spTree {nsdecls('p', 'a', 'r')}>{markup}</p:spTree>")
    return tree


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
        self.language = _LANGUAGES.get(tag(language).partition("-")[0].lower(), "")
        self._ids = count(slide.shapes.element.max_shape_id + 1)

    def write(self) -> None:
        """Writes boxes and marks; the text that is the map's title becomes the slide's."""
        tree, found = self.slide.shapes.element, [*map(self._box, self.scene.boxes)]
        title = self.slide.shapes.title
        for piece in pieces(self.scene.marks):
            if title is not None and self._is_title(piece):
                self._title(title, piece)
                title = None
            else:
                found.append(self._piece(piece)[0])
        for element in _parsed("".join(found)):
            tree.insert_element_before(element, "p:extLst")
        for image in self.scene.pictures():
            self._image(image)
        if title is not None:
            tree.remove(title.element)

    def _image(self, image: Image) -> None:
        at = place(image.x, image.y, image.width, image.height)
        with decoding.told(image):
            picture = self.slide.shapes.add_picture(io.BytesIO(image.content), *map(Emu, at))
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

    def _title(self, title: "AutoShape", piece: Piece) -> None:
        lines = self._lines(piece)
        title.left, title.top, title.width, title.height = map(Emu, self._room(lines))
        (body,) = _parsed(self._body(lines))
        title.element.replace(title.element.txBody, body)

    def _head(self, kind: str, words: str = "", link: str = "", name: str = "") -> Head:
        number = next(self._ids)
        return Head(number, name or f"{kind} {number - 1}", words, link)

    def _box(self, box: Box) -> str:
        radius = min(box.radius, box.width / 2, box.height / 2)
        kind = "Rounded Rectangle" if radius else "Rectangle"
        short = min(box.width, box.height)
        outline = preset("roundRect", radius / short) if radius else preset("rect")
        head = self._head(kind, box.tooltip, name=box.key)
        at = place(box.x, box.y, box.width, box.height)
        look = fill(box.fill) + pen(box.stroke, 1, dashed=box.dashed)
        return shape_markup.shape(head, at, outline, look)

    def _piece(self, piece: Piece) -> _Drawn:
        first = piece[0]
        if isinstance(first, Text):
            return self._text(self._lines(piece))
        if isinstance(first, Curve):
            return self._curve([mark for mark in piece if isinstance(mark, Curve)])
        if isinstance(first, Marker):
            return self._marker(first) if len(piece) == 1 else self._group(first, piece[1:])
        assert_never(first)

    def _group(self, first: Marker, others: Sequence[Mark]) -> _Drawn:
        head = self._head("Group")
        inner = [self._marker(first), *(self._piece((mark,)) for mark in others)]
        at = shape_markup.around([taken for _, taken in inner])
        return shape_markup.group(head, at, [markup for markup, _ in inner]), at

    def _lines(self, piece: Piece) -> list[Text]:
        return [mark for mark in piece if isinstance(mark, Text)]

    def _room(self, lines: Sequence[Text]) -> Place:
        """Returns the place of a text box, whose first baseline is then right."""
        first = lines[0]
        wide = max(map(width, lines)) * _SPARE
        left = first.x - _SHARE[first.anchor] * wide
        top = first.baseline - (LEADING - _DESCENT) * first.size
        return place(left, top, wide, LEADING * first.size * len(lines))

    def _body(self, lines: Sequence[Text]) -> str:
        return shape_markup.body(lines, self.typeface, self.language)

    def _text(self, lines: Sequence[Text]) -> _Drawn:
        link, at = lines[0].link, self._room(lines)
        leads = ""
        if safe(link) and urlsplit(link).scheme:
            leads = self.slide.part.relate_to(link, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
        return shape_markup.text_box(self._head("TextBox", link=leads), at, self._body(lines)), at

    def _marker(self, marker: Marker) -> _Drawn:
        look = fill(marker.fill) + pen(marker.stroke, marker.line)
        if marker.shape in _PRESETS:
            outline, kind = _PRESETS[marker.shape]
            half = marker.size / 2
            at = place(marker.x - half, marker.y - half, marker.size, marker.size)
            return shape_markup.shape(
                self._head(kind, marker.tooltip), at, preset(outline), look
            ), at
        outline, at = shape_markup.path(corners(marker), closed=True)
        return shape_markup.shape(self._head("Rectangle", marker.tooltip), at, outline, look), at

    def _curve(self, curves: Sequence[Curve]) -> _Drawn:
        first = curves[0]
        line = pen(first.colour, first.width, dashed=first.dashed)
        if len(curves) == 1 and straight(first):
            ends = first.points[0], first.points[-1]
            return shape_markup.connector(self._head("Connector"), *ends, line)
        points = [*first.points, *(point for curve in curves[1:] for point in curve.points[1:])]
        outline, at = shape_markup.path(points, closed=False)
        return shape_markup.shape(self._head("Rectangle"), at, outline, fill(None) + line), at
