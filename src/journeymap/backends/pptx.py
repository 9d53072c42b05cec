"""Scenes as a presentation: native shapes, text boxes and freeforms that people can go on editing.

Dates and properties are fixed, so that the same maps give the same bytes.
"""

import io
import zipfile
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from journeymap.backends.formats import Chapter, Format
from journeymap.backends.pptx_template import opened
from journeymap.views.errors import ChoiceError, MissingExtraError
from journeymap.views.kit.theme import Page

if TYPE_CHECKING:
    from pptx.presentation import Presentation
    from pptx.slide import Slide, SlideLayout
    from pptx.util import Length

MOST = 4032.0
"""Longest side of a slide that presentation programs take, in points (56 in)."""

_POINT = 12700
_LONGEST = 255
"""Characters of a property at most."""
_DAY = datetime(2000, 1, 1)  # noqa: DTZ001 - the format stores no time zone
_ZIP_DAY = (1980, 1, 1, 0, 0, 0)
_APP = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/'
    'extended-properties"><Application>journeymap</Application></Properties>'
)


def _open(template: str | Path | None) -> "Presentation":
    """Opens a template without its slides, or the library's own.

    Raises:
        MissingExtraError: the library that writes presentations is not installed.
        TemplateError: the template is no presentation, or has no layout.
    """
    try:
        import pptx
    except ImportError:
        raise MissingExtraError(Format.PPTX, "python-pptx") from None
    return pptx.Presentation() if template is None else opened(Path(template), _try)


def _try(deck: "Presentation") -> None:
    """Does to a copy of a template what is done with it, so that damage shows before."""
    _blank(deck).notes_slide.notes_text_frame  # noqa: B018 - reading it makes it
    _properties(deck, "")
    deck.save(io.BytesIO())


def page_of(template: str | Path) -> Page:
    """Returns the page that a template's slides are.

    Raises:
        MissingExtraError: the library that reads presentations is not installed.
        TemplateError: the template is no presentation, or has no layout.
    """
    deck = _open(template)
    width, height = deck.slide_width or 0, deck.slide_height or 0
    return Page(width=width / _POINT, height=height / _POINT)


def _resize(deck: "Presentation", width: float, height: float) -> None:
    """Sets the size of the slides and moves what layouts and master hold along with it.

    Raises:
        ChoiceError: slides cannot be as large as that.
    """
    if max(width, height) > MOST:
        raise ChoiceError(
            f"a slide of {width:g}x{height:g}pt is too large: its sides are at most {MOST:g} pt"
        )
    from pptx.util import Emu

    from journeymap.backends.shape_markup import emu

    wide, high = Emu(emu(width)), Emu(emu(height))
    across, down = wide / (deck.slide_width or wide), high / (deck.slide_height or high)
    deck.slide_width, deck.slide_height = wide, high
    master = deck.slide_master
    for holder in (master, *master.slide_layouts):
        for shape in list(holder.shapes):
            if shape.is_placeholder and shape.element.xpath("./p:spPr/a:xfrm"):
                shape.left, shape.width = _scaled(shape.left, across), _scaled(shape.width, across)
                shape.top, shape.height = _scaled(shape.top, down), _scaled(shape.height, down)


def _scaled(length: "Length", factor: float) -> "Length":
    from pptx.util import Emu

    return Emu(round(length * factor))


def _layout(deck: "Presentation") -> "SlideLayout":
    """Returns the layout that has a title and the least besides it."""

    def rest(layout: "SlideLayout") -> tuple[bool, int]:
        numbers = [shape.placeholder_format.idx for shape in layout.iter_cloneable_placeholders()]
        return 0 not in numbers, len(numbers)

    return min(deck.slide_layouts, key=rest)


def _blank(deck: "Presentation") -> "Slide":
    """Adds a slide with no placeholder but the one of its title."""
    slide: Slide = deck.slides.add_slide(_layout(deck))
    for shape in list(slide.placeholders):
        if shape.placeholder_format.idx:
            shape.element.getparent().remove(shape.element)
    return slide


def _slide(deck: "Presentation", chapter: Chapter, page: int, *, own: bool) -> None:
    """Adds a page of a map; with the program's own look unless there is a template."""
    from pptx.dml.color import RGBColor

    from journeymap.backends.slide import TYPEFACE, SlideWriter

    scene = chapter.scenes[page]
    slide = _blank(deck)
    if own:
        slide.background.fill.solid()
        slide.background.fill.fore_color.rgb = RGBColor(*bytes.fromhex(scene.background[1:]))  # type: ignore[no-untyped-call]
    typeface = scene.font or (TYPEFACE if own else None)
    SlideWriter(slide, scene, chapter.language, typeface).write()
    if note := chapter.note(page):
        frame = slide.notes_slide.notes_text_frame
        if frame is not None:
            frame.text = note


def _properties(deck: "Presentation", title: str) -> None:
    """Sets what a file says of itself; nothing of the day, the machine or the user."""
    from pptx.opc.constants import RELATIONSHIP_TYPE

    core = deck.core_properties
    core.title, core.comments, core.revision = title[:_LONGEST], "", 1
    core.author = core.last_modified_by = "journeymap"
    core.created = core.modified = core.last_printed = _DAY
    package = deck.part.package
    for part in package.iter_parts():
        if part.partname == "/docProps/app.xml":
            part.blob = _APP.encode()
    for rel in list(package.iter_rels()):
        if rel.reltype == RELATIONSHIP_TYPE.THUMBNAIL:
            package.drop_rel(rel.rId)


def _dated(content: bytes) -> bytes:
    """Returns a package with one fixed date on all of its parts."""
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(content)) as old,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for name in old.namelist():
            entry = zipfile.ZipInfo(name, _ZIP_DAY)
            entry.compress_type, entry.create_system = zipfile.ZIP_DEFLATED, 0
            new.writestr(entry, old.read(name))
    return out.getvalue()


def write(chapters: Sequence[Chapter], template: str | Path | None = None) -> bytes:
    """Writes maps as the content of one presentation, a slide a page, with speaker notes.

    Args:
        chapters: the maps, with at least one page among them, all of one size.
        template: a presentation whose master, layouts and fonts to use; its slides are left out.

    Raises:
        ChoiceError: slides cannot be as large as that.
        MissingExtraError: the library that writes presentations is not installed.
        TemplateError: the template is no presentation, or has no layout.
    """
    deck = _open(template)
    first = chapters[0].scenes[0]
    if template is None:
        _resize(deck, first.width, first.height)
    for chapter in chapters:
        for page in range(len(chapter.scenes)):
            _slide(deck, chapter, page, own=template is None)
    _properties(deck, "; ".join(chapter.title for chapter in chapters))
    out = io.BytesIO()
    deck.save(out)
    return _dated(out.getvalue())
