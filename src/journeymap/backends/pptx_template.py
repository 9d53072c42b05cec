"""A presentation as a template: looked at before it is unpacked, tried before it is used.

Whatever stands in such a file comes from elsewhere. python-pptx reads it part by part, also while
it writes, and raises what its XML happens to lack; so a copy goes the whole way first.
"""

import io
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from journeymap.views.errors import TemplateError
from journeymap.workspace.paths import leads_outside, straight

if TYPE_CHECKING:
    from pptx.presentation import Presentation

_MOST_BYTES = 50_000_000
"""A template may hold pictures, so that it may be larger than any text."""
_MOST_UNPACKED = 200_000_000
"""What its parts may come to, unpacked."""
_MOST_XML = 20_000_000
"""What its parts in XML may come to: read, they take thirty times as much memory."""
_MOST_PARTS = 5_000
_XML = (".xml", ".rels", ".vml")


def opened(template: Path, trial: Callable[["Presentation"], None]) -> "Presentation":
    """Opens a template without its slides.

    Args:
        template: the file.
        trial: does to a copy what will be done with it.

    Raises:
        TemplateError: it is no presentation, damaged, too large, or has no layout.
    """
    _refuse_endless(template)
    try:
        _refuse_outside(template)
        content = template.read_bytes()
        _refuse_bombs(template, content)
        trial(_emptied(template, content))
        return _emptied(template, content)
    except TemplateError:
        raise
    except Exception:  # noqa: BLE001 - the library raises whatever a damaged part makes it meet
        raise TemplateError(f"{template} cannot be read as a PowerPoint file (.pptx)") from None


def _emptied(template: Path, content: bytes) -> "Presentation":
    import pptx

    deck = pptx.Presentation(io.BytesIO(content))
    if not any(len(master.slide_layouts) for master in list(deck.slide_masters)[:1]):
        raise TemplateError(f"{template} has no layout for slides: add one in its master")
    if not (deck.slide_width and deck.slide_height):
        raise TemplateError(f"{template} does not say how large its slides are")
    for entry in deck.element.xpath("./p:sldIdLst/p:sldId"):
        deck.part.drop_rel(entry.rId)
        entry.getparent().remove(entry)
    return deck


def _refuse_endless(template: Path) -> None:
    """Refuses what may never end, or is larger than any template: its pictures are not needed.

    Raises:
        TemplateError: the file is such a one.
    """
    if template.exists() and not template.is_file():
        raise TemplateError(f"{template} cannot be read: it is no ordinary file")
    if template.exists() and template.stat().st_size > _MOST_BYTES:
        raise _too_large(template, _MOST_BYTES)


def _refuse_outside(template: Path) -> None:
    """Refuses what a link in a repository would bring in from elsewhere.

    Raises:
        TemplateError: the file is such a one.
        OSError: links lead to one another.
    """
    if leads_outside(straight(template)):
        message = "is a link that leads out of the repository: move the file into it"
        raise TemplateError(f"{template} {message}")


def _refuse_bombs(template: Path, content: bytes) -> None:
    """Refuses what is small and unpacks to more than any template; no part is unpacked for that.

    More than a part says of itself is never unpacked.

    Raises:
        TemplateError: the file is such a one.
        zipfile.BadZipFile: it is no archive.
    """
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        parts = archive.infolist()
    if len(parts) > _MOST_PARTS:
        raise TemplateError(f"{template} holds more than {_MOST_PARTS:,} parts: delete its slides")
    if sum(part.file_size for part in parts) > _MOST_UNPACKED:
        raise _too_large(template, _MOST_UNPACKED, " unpacked")
    if sum(part.file_size for part in parts if part.filename.lower().endswith(_XML)) > _MOST_XML:
        raise _too_large(template, _MOST_XML, " of text unpacked")


def _too_large(template: Path, most: int, of: str = "") -> TemplateError:
    message = f"{template} has more than {most // 1_000_000} MB{of}: delete its slides and pictures"
    return TemplateError(message)
