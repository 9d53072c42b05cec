"""Colours and type of pictures.

Stage colours keep apart for readers with protanopia and deuteranopia and in greyscale; letters
keep the contrast of WCAG 2.2 AA (4.5 : 1), lines and glyphs that of 1.4.11 (3 : 1); tests hold it.
"""

from pathlib import Path

from journeymap.quick_dataclass import dataclass
from journeymap.views.errors import ChoiceError

LEADING = 1.2
"""Distance between baselines, as a multiple of the type size."""
ASCENT = 0.9
"""From the top of a line to its baseline, as a multiple of the type size."""
MINIMUM = 10.0
"""The smallest type on a slide, in points."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tone:
    """The colour of a stage.

    Attributes:
        strong: of its header, under letters in `Theme.page`.
        tint: of its cards, under letters in `Theme.ink`.
    """

    strong: str
    tint: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Theme:
    """Colours of a picture.

    Attributes:
        name: as it is chosen.
        page: the ground.
        ink: letters.
        muted: letters that stand back.
        rule: lines that part or lead.
        faint: outlines of what is empty.
        panel: ground of the emotion curve.
        cell: ground of plain cells.
        pain: ground of what hurts.
        idea: ground of what could be better.
        stages: colours of stages, in turn.
        low: what feels bad, and people lost.
        middle: what feels neither good nor bad.
        high: what feels good.
        curves: emotion lines, the persona's first.
        accent: marks of moments.
        font: typeface before the usual ones; "" for none.
        faces: its files, regular and bold, where they are to be embedded.
        logo: content of a PNG that stands on every page; None for none.
        files: the files that it was read from.
    """

    name: str
    page: str
    ink: str
    muted: str
    rule: str
    faint: str
    panel: str
    cell: str
    pain: str
    idea: str
    stages: tuple[Tone, ...]
    low: str
    middle: str
    high: str
    curves: tuple[str, ...]
    accent: str
    font: str = ""
    faces: tuple[bytes, ...] = ()
    logo: bytes | None = None
    files: tuple[Path, ...] = ()

    def stage(self, position: int) -> Tone:
        """Returns the colour of the stage at this position, from 0; colours come round again."""
        return self.stages[position % len(self.stages)]

    def feeling(self, value: float) -> str:
        """Returns the colour of an emotion from -2 to +2."""
        if value <= -0.5:  # noqa: PLR2004 - half way between neutral and frustrated
            return self.low
        return self.high if value >= 0.5 else self.middle  # noqa: PLR2004 - as above


LIGHT = Theme(
    name="light",
    page="#ffffff",
    ink="#16202c",
    muted="#55606e",
    rule="#aab4c0",
    faint="#d3dae2",
    panel="#f5f7f9",
    cell="#f0f3f6",
    pain="#fbe9e4",
    idea="#e3f2ec",
    stages=(
        Tone(strong="#1f4e86", tint="#e3ecf6"),
        Tone(strong="#127a75", tint="#ddf0ee"),
        Tone(strong="#4b3f8f", tint="#eae7f6"),
        Tone(strong="#9a5b00", tint="#f7ebd6"),
        Tone(strong="#7d2453", tint="#f6e4ee"),
        Tone(strong="#4d6b1f", tint="#ebf1dd"),
        Tone(strong="#262e37", tint="#e4e7eb"),
    ),
    low="#9a2410",
    middle="#7b8693",
    high="#0b6fa4",
    curves=("#33445a", "#a2521b", "#6a4fa3", "#2c7a4b"),
    accent="#16202c",
)
DARK = Theme(
    name="dark",
    page="#12181f",
    ink="#eef2f6",
    muted="#a9b5c2",
    rule="#5b6875",
    faint="#45525f",
    panel="#1a222b",
    cell="#212b36",
    pain="#44231e",
    idea="#17382e",
    stages=(
        Tone(strong="#9bc1ef", tint="#1c3150"),
        Tone(strong="#38a39b", tint="#103b38"),
        Tone(strong="#c3b7f5", tint="#2f2a58"),
        Tone(strong="#c58c2e", tint="#41300f"),
        Tone(strong="#f0a8cd", tint="#4a2036"),
        Tone(strong="#84a647", tint="#2b3a14"),
        Tone(strong="#e6eaef", tint="#2d343d"),
    ),
    low="#e5674c",
    middle="#bac5d0",
    high="#4fb0e6",
    curves=("#c8d5e2", "#e39b62", "#b79cf0", "#74c796"),
    accent="#eef2f6",
)
PRINT = Theme(
    name="print",
    page="#ffffff",
    ink="#000000",
    muted="#444444",
    rule="#8a8a8a",
    faint="#b5b5b5",
    panel="#ffffff",
    cell="#f4f4f4",
    pain="#f7ebe7",
    idea="#e9f3ee",
    stages=(
        Tone(strong="#14335c", tint="#edf1f6"),
        Tone(strong="#1d746f", tint="#eaf3f2"),
        Tone(strong="#362b73", tint="#efeef6"),
        Tone(strong="#8c5400", tint="#f6f0e5"),
        Tone(strong="#611a3f", tint="#f5ecf1"),
        Tone(strong="#4d6b1f", tint="#f0f4e8"),
        Tone(strong="#12171c", tint="#ecedef"),
    ),
    low="#8a1a08",
    middle="#7a828b",
    high="#0a6ea6",
    curves=("#1d2733", "#8f4513", "#6a4fa3", "#2c7a4b"),
    accent="#000000",
)
"""For paper: pale grounds, and tones that a grey printer keeps apart."""
THEMES = {theme.name: theme for theme in (LIGHT, DARK, PRINT)}
"""Every theme by name."""


def theme_named(name: str) -> Theme:
    """Returns a theme.

    Raises:
        ChoiceError: there is no theme of that name.
    """
    theme = THEMES.get(name.strip().lower())
    if theme is None:
        raise ChoiceError(f"there is no theme {name}; choose one of {', '.join(THEMES)}")
    return theme


@dataclass(frozen=True, slots=True, kw_only=True)
class Type:
    """The four sizes of type on a page, in points.

    Attributes:
        title: of the picture.
        heading: of stages.
        body: of cells.
        small: of labels, marks and the legend.
    """

    title: float
    heading: float
    body: float
    small: float


def scale(body: float, heading: float = MINIMUM) -> Type:
    """Returns the sizes that go with a size of body type of at least `MINIMUM`.

    Args:
        body: that size, in points.
        heading: the least size of headings, in points.
    """
    return Type(
        title=max(22.0, body + 6),
        heading=max(heading, body + 1),
        body=body,
        small=min(max(MINIMUM, body - 2), 14.0),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A page.

    Attributes:
        width: in points.
        height: in points.
        margin: left and right of the drawing.
        top: above it.
        bottom: below it.
    """

    width: float
    height: float
    margin: float = 32.0
    top: float = 20.0
    bottom: float = 16.0


PAGES = {
    "16:9": Page(width=960, height=540),
    "4:3": Page(width=720, height=540, margin=24),
    "a4": Page(width=842, height=595),
    "a3": Page(width=1191, height=842, margin=40, top=32, bottom=28),
    "a0": Page(width=3370, height=2384, margin=40, top=32, bottom=28),
}
"""Sizes by name: slides of 13.333 × 7.5 in and 10 × 7.5 in, ISO 216 sheets in landscape. Margins of
a0 are those of the sheet that is enlarged to it."""
