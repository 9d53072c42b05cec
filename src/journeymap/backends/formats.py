"""What can be written, how, and what goes into one file: no backend is imported to know it."""

from collections.abc import Mapping
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Any

from journeymap.quick_dataclass import dataclass
from journeymap.views.choice import Choice, one_of
from journeymap.views.kit.scene import Scene

if TYPE_CHECKING:
    from journeymap.backends.page_cards import Section
    from journeymap.backends.step_details import Detail
    from journeymap.tables.table import Table
    from journeymap.views.kit.theme import Theme


class Format(StrEnum):
    """What is written."""

    SVG = "svg"
    PNG = "png"
    PDF = "pdf"
    PPTX = "pptx"
    HTML = "html"
    MD = "md"
    DOT = "dot"

    @property
    def tells(self) -> bool:
        """Whether it tells of a map in words besides its picture, or in place of it."""
        return self in {Format.HTML, Format.MD}

    @property
    def remarks(self) -> bool:
        """Whether it has room for what rules found: in its words, or in a speaker's notes."""
        return self.tells or self is Format.PPTX

    @property
    def gathers(self) -> bool:
        """Whether one file holds all pages, of several maps too; else each page is a file."""
        return self in {Format.PDF, Format.PPTX, Format.HTML, Format.MD}


class Engine(StrEnum):
    """Which program draws PNG."""

    BUNDLED = "bundled"
    SYSTEM = "system"


DPI = 192
"""Default resolution of PNG: 2560 x 1440 pixels for a 16:9 slide."""


@dataclass(kw_only=True)  # frozen, mypy takes what a subclass reads for a text
class OutputOptions:
    """How pages are written, whatever is on them; choices may be given as text.

    Attributes:
        form: kind of file.
        dpi: dots per inch of a PNG.
        engine: what draws PNG: bundled, or the system's Graphviz.
        template: a presentation whose master, fonts and page size a PPTX takes.
    """

    form: Choice[Format] = one_of(Format.SVG)
    dpi: int = DPI
    engine: Choice[Engine] = one_of(Engine.BUNDLED)
    template: str | Path | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """What a web page or a text tells besides the pictures of a map.

    Attributes:
        scenes: the pages of the map, in one of the themes, with colours that know the other one.
        light: the light theme.
        dark: the dark theme; the same where there is only one.
        only: "light" or "dark" where the page starts so; "" where the reader's system decides.
        rows: names of the rows that can be switched off, by key.
        details: what is said of each step.
        tables: what stands below.
        sections: what is said of the map itself, its people and its stages.
        registers: what a web page lists below all else.
        headline: what is most worth saying of the map.
        first: what is to be done first.
        subtitle: whose journey, in what state, on what evidence.
    """

    scenes: tuple[Scene, ...]
    light: "Theme"
    dark: "Theme"
    only: str = ""
    rows: Mapping[str, str]
    details: "tuple[Detail, ...]"
    tables: "tuple[Table[Any], ...]"
    sections: "tuple[Section, ...]" = ()
    registers: "tuple[Table[Any], ...]" = ()
    headline: str = ""
    first: str = ""
    subtitle: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Chapter:
    """A map in a file that may hold several.

    Attributes:
        title: of the map.
        scenes: its pages.
        notes: what a speaker wants to know beside each page; none, or one a page.
        language: of its texts, as a language tag; "" where it is not known.
        story: what a web page tells besides.
        graph: the map in the language of graphs, where that is asked for.
        remark: what whoever draws it is to know, in a sentence.
    """

    title: str
    scenes: tuple[Scene, ...]
    notes: tuple[str, ...] = ()
    language: str = ""
    story: Story | None = None
    graph: str = ""
    remark: str = ""

    def note(self, page: int) -> str:
        """Returns what goes with a page, counted from 0."""
        return self.notes[page] if page < len(self.notes) else ""
