"""What can be written, and what goes into one file: no backend is imported to know it."""

from dataclasses import dataclass
from enum import StrEnum

from journeymap.views.scene import Scene


class Format(StrEnum):
    """What is written."""

    SVG = "svg"
    PNG = "png"
    PDF = "pdf"
    PPTX = "pptx"
    DOT = "dot"

    @property
    def gathers(self) -> bool:
        """Whether one file holds all pages, of several maps too; else each page is a file."""
        return self in {Format.PDF, Format.PPTX}


class Engine(StrEnum):
    """Which program draws SVG and PNG."""

    BUNDLED = "bundled"
    SYSTEM = "system"


DPI = 192
"""Default resolution of PNG: 2560 x 1440 pixels for a 16:9 slide."""


class EngineError(Exception):
    """An engine is missing or failed; the message is one line and says what to do."""


class TemplateError(Exception):
    """A template cannot be used; the message is one line and says why."""


class MissingExtraError(Exception):
    """A format needs a package that is not installed; the message says how to install it."""

    def __init__(self, form: Format, package: str) -> None:
        super().__init__(
            f"{form} needs {package}, which is not installed: "
            f"run `pip install 'journeymap[{form}]'`"
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Chapter:
    """A map in a file that may hold several.

    Attributes:
        title: of the map.
        scenes: its pages.
        notes: what a speaker wants to know beside each page; none, or one a page.
        language: of its texts, as a language tag; "" where it is not known.
    """

    title: str
    scenes: tuple[Scene, ...]
    notes: tuple[str, ...] = ()
    language: str = ""

    def note(self, page: int) -> str:
        """Returns what goes with a page, counted from 0."""
        return self.notes[page] if page < len(self.notes) else ""
