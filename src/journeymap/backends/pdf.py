"""Scenes as one PDF: vectors, real text in the bundled typeface, links, an outline of maps.

Every date is fixed and fonts are embedded as subsets, so that the same maps give the same bytes.
"""

import hashlib
import io
import struct
from collections.abc import Sequence
from importlib import resources
from typing import TYPE_CHECKING, Any, assert_never
from urllib.parse import urlsplit

from journeymap.backends import decoding
from journeymap.backends.formats import Chapter, Format
from journeymap.backends.mark_shapes import DASH, corners, left, width
from journeymap.backends.svg import safe
from journeymap.backends.visual_order import visual_order
from journeymap.model.languages import tag
from journeymap.views.errors import MissingExtraError, TypefaceError
from journeymap.views.kit.scene import Box, Curve, Image, Mark, Marker, Scene, Text

if TYPE_CHECKING:
    from reportlab.pdfbase.ttfonts import TTFont
    from reportlab.pdfgen.canvas import Canvas

_REGULAR, _BOLD = "Arimo-Regular", "Arimo-Bold"
_PRODUCER = "journeymap"
_DAY = "D:20000101000000Z"
"""The date of every file: what is drawn depends on no day."""


def _fonts() -> None:
    """Makes the bundled typeface known to the library, anew for each document."""
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont

    folder = resources.files("journeymap.backends") / "fonts"
    for name in (_REGULAR, _BOLD):
        data = io.BytesIO((folder / f"{name}.ttf").read_bytes())
        pdfmetrics.registerFont(TTFont(name, data, asciiReadable=0))


def _own_fonts(scene: Scene) -> "tuple[TTFont, ...]":
    """Makes the typeface of a house known, regular and bold; none where it has no files."""
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFError, TTFont

    fonts = []
    for content in scene.faces:
        # The library keeps what it knows of a name: another typeface needs another one.
        name = f"House-{hashlib.blake2b(content, digest_size=8).hexdigest()}"
        try:
            fonts.append(TTFont(name, io.BytesIO(content), asciiReadable=0))
        except (TTFError, ValueError, KeyError, IndexError, struct.error):
            message = (
                f"the files of {scene.font} cannot be embedded: they are damaged, or their maker "
                "does not let them; take others, or leave out `font_files`"
            )
            raise TypefaceError(message) from None
        pdfmetrics.registerFont(fonts[-1])
    return (fonts[0], fonts[-1]) if fonts else ()


class _Page:
    """Writes one scene; y is turned over, since PDF counts it upwards."""

    def __init__(self, canvas: "Canvas", scene: Scene, own: "tuple[TTFont, ...]") -> None:
        self.canvas, self.scene, self.own = canvas, scene, own

    def write(self) -> None:
        """Writes ground, boxes and marks."""
        scene, canvas = self.scene, self.canvas
        canvas.setPageSize((scene.width, scene.height))
        canvas.setFillColor(scene.background)
        canvas.rect(0, 0, scene.width, scene.height, stroke=0, fill=1)
        for box in scene.boxes:
            self._box(box)
        for mark in scene.marks:
            self._mark(mark)
        for image in scene.pictures():
            self._image(image)

    def _y(self, y: float) -> float:
        return self.scene.height - y

    def _pen(self, colour: str | None, line: float, *, dashed: bool = False) -> None:
        if colour:
            self.canvas.setStrokeColor(colour)
        self.canvas.setLineWidth(line)
        self.canvas.setDash(list(DASH) if dashed else [])

    def _box(self, box: Box) -> None:
        self._pen(box.stroke, 1, dashed=box.dashed)
        if box.fill:
            self.canvas.setFillColor(box.fill)
        self.canvas.roundRect(
            box.x,
            self._y(box.bottom),
            box.width,
            box.height,
            min(box.radius, box.width / 2, box.height / 2),
            stroke=int(box.stroke is not None),
            fill=int(box.fill is not None),
        )

    def _mark(self, mark: Mark) -> None:
        if isinstance(mark, Text):
            self._text(mark)
        elif isinstance(mark, Marker):
            self._marker(mark)
        elif isinstance(mark, Curve):
            self._curve(mark)
        else:
            assert_never(mark)

    def _text(self, text: Text) -> None:
        x, y = left(text), self._y(text.baseline)
        self.canvas.setFillColor(text.colour)
        own = self.own[text.bold] if self.own else None
        if own and all(ord(character) in own.face.charToGlyph for character in text.text):
            self._in_own(own, text)
        else:
            self.canvas.setFont(_BOLD if text.bold else _REGULAR, text.size)
            self.canvas.drawString(x, y, visual_order(text.text, rtl=text.rtl))
        if safe(text.link) and urlsplit(text.link).scheme:
            room = (x, y - 0.2 * text.size, x + width(text), y + 0.8 * text.size)
            self.canvas.linkURL(text.link, room, relative=0, thickness=0)

    def _in_own(self, own: "TTFont", text: Text) -> None:
        """Writes a line in the typeface of a house, narrowed to the room that layout gave it."""
        wide, room = own.stringWidth(text.text, text.size), width(text)
        narrow = min(1.0, room / wide) if wide else 1.0
        words = self.canvas.beginText(left(text, narrow * wide), self._y(text.baseline))
        words.setFont(own.fontName, text.size)
        words.setHorizScale(100 * narrow)
        words.textOut(visual_order(text.text, rtl=text.rtl))
        self.canvas.drawText(words)

    def _image(self, image: Image) -> None:
        with decoding.told(image):
            self._pixels(image)

    def _pixels(self, image: Image) -> None:
        from reportlab.lib.utils import ImageReader

        picture = ImageReader(io.BytesIO(image.content))
        x, y, wide, high = image.x, self._y(image.y + image.height), image.width, image.height
        self.canvas.saveState()
        if image.is_round:
            path = self.canvas.beginPath()
            path.ellipse(x, y, wide, high)
            self.canvas.clipPath(path, stroke=0, fill=0)
            pixels = picture.getSize()
            scale = max(wide / pixels[0], high / pixels[1])
            across, down = scale * pixels[0], scale * pixels[1]
            x, y, wide, high = x - (across - wide) / 2, y - (down - high) / 2, across, down
        self.canvas.drawImage(picture, x, y, wide, high, mask="auto")
        self.canvas.restoreState()

    def _marker(self, marker: Marker) -> None:
        self._pen(marker.stroke, marker.line)
        self.canvas.setFillColor(marker.fill)
        stroke = int(marker.stroke is not None)
        points = corners(marker)
        if not points:
            middle = (marker.x, self._y(marker.y))
            self.canvas.circle(*middle, marker.size / 2, stroke=stroke, fill=1)
            return
        path = self.canvas.beginPath()
        path.moveTo(points[0][0], self._y(points[0][1]))
        for x, y in points[1:]:
            path.lineTo(x, self._y(y))
        path.close()
        self.canvas.drawPath(path, stroke=stroke, fill=1)

    def _curve(self, curve: Curve) -> None:
        self._pen(curve.colour, curve.width, dashed=curve.dashed)
        points = [(x, self._y(y)) for x, y in curve.points]
        path = self.canvas.beginPath()
        path.moveTo(*points[0])
        for i in range(1, len(points), 3):
            path.curveTo(*points[i], *points[i + 1], *points[i + 2])
        self.canvas.drawPath(path, stroke=1, fill=0)


def write(chapters: Sequence[Chapter]) -> bytes:
    """Writes maps as the content of one PDF, a page a scene.

    Args:
        chapters: the maps, with at least one page among them.

    Raises:
        MissingExtraError: the library that writes PDF is not installed.
        TypefaceError: the typeface of a house cannot be embedded.
    """
    try:
        from reportlab.pdfgen.canvas import Canvas
    except ImportError:
        raise MissingExtraError(Format.PDF, "reportlab") from None
    _fonts()
    own = _own_fonts(chapters[0].scenes[0])
    out = io.BytesIO()
    language = tag(chapters[0].language) or None
    face: Any = _REGULAR  # the stubs take it for a number
    canvas = Canvas(out, pageCompression=1, invariant=1, lang=language, initialFontName=face)
    canvas.setTitle("; ".join(chapter.title for chapter in chapters))
    canvas.setSubject(chapters[0].scenes[0].description if len(chapters) == 1 else "")
    canvas.setAuthor("")
    canvas.setCreator(_PRODUCER)
    canvas.setProducer(_PRODUCER)
    canvas.setDateFormatter(lambda *_: _DAY)
    # The library makes the file's id of the date that SOURCE_DATE_EPOCH may set.
    inner: Any = canvas
    inner._doc.signature = hashlib.blake2b(digest_size=16)  # noqa: SLF001
    for number, chapter in enumerate(chapters):
        for page, scene in enumerate(chapter.scenes):
            name = f"{number}-{page}"
            canvas.bookmarkPage(name)
            canvas.addOutlineEntry(scene.title, name, level=0)
            _Page(canvas, scene, own).write()
            canvas.showPage()
    canvas.save()
    return out.getvalue()
