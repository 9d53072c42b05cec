"""What every page has besides its picture: title and subtitle at the top, a legend below."""

from collections.abc import Sequence

from journeymap.quick_dataclass import dataclass
from journeymap.views.kit import legend, measure
from journeymap.views.kit.canvas import Canvas, Style
from journeymap.views.kit.legend import PlacedSign, Sign
from journeymap.views.kit.scene import Anchor
from journeymap.views.kit.theme import ASCENT, LEADING, Page, Type
from journeymap.words.picture_labels import label

TITLE_LINES, SUBTITLE_LINES = 2, 2
"""Lines of title and subtitle before the rest goes to their tooltips."""
_NUMBER = 96.0
"""Room for "2 of 3" beside the title, in points."""
_TIGHT = 1.15
"""Distance between lines of the title, as a multiple of their size."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """Title and subtitle in lines.

    Attributes:
        title: the lines of the title.
        subtitle: below it, shortened where it takes more than a line.
        full: title and subtitle, uncut.
        height: of both, with the gap to what follows.
    """

    title: tuple[str, ...]
    subtitle: tuple[str, ...]
    full: tuple[str, str]
    height: float


def heading(title: str, subtitles: Sequence[str], page: Page, kind: Type) -> Heading:
    """Breaks title and subtitle into lines.

    Args:
        title: of the page.
        subtitles: the same ever shorter, the whole of it first; "" where there is none.
        page: its size.
        kind: sizes of type.
    """
    room = page.width - 2 * page.margin
    lines = measure.wrap(title, room - _NUMBER, kind.title, bold=True)
    lines = measure.clip(lines, TITLE_LINES, room - _NUMBER, kind.title)
    broken = [measure.wrap(words, room, kind.small) for words in subtitles]
    below = next((each for each in broken if len(each) <= 1), broken[-1])
    below = measure.clip(below, SUBTITLE_LINES, room, kind.small)
    return Heading(
        title=lines,
        subtitle=below,
        full=(title, subtitles[0]),
        height=len(lines) * kind.title * _TIGHT + len(below) * kind.small * LEADING + 12,
    )


def write_heading(canvas: Canvas, found: Heading, kind: Type) -> float:
    """Writes title and subtitle at the top of a page and returns the y below them."""
    page, theme = canvas.page, canvas.theme
    style = Style(size=kind.title, colour=theme.ink, bold=True, tooltip=found.full[0])
    y = page.top
    for words in found.title:
        canvas.write([words], page.margin - 1, y, style)
        y += kind.title * _TIGHT
    muted = Style(size=kind.small, colour=theme.muted, tooltip=found.full[1])
    canvas.write(found.subtitle, page.margin, y + 2, muted)
    return page.top + found.height


def numbered(title: str, of: tuple[int, int], language: str) -> str:
    """Returns the title of one page of several: "Title (2 of 3)"."""
    number, count = of
    return f"{title} ({number} {label('of', language)} {count})" if count > 1 else title


def write_number(canvas: Canvas, of: tuple[int, int], kind: Type, language: str) -> None:
    """Writes "2 of 3" beside the title where there are several pages."""
    number, count = of
    if count > 1:
        page = canvas.page
        end = Style(size=kind.small, colour=canvas.theme.muted, anchor=Anchor.END)
        top = page.top + (kind.title - kind.small) * ASCENT
        words = f"{number} {label('of', language)} {count}"
        canvas.write([words], page.width - page.margin, top, end)


def arrange_legend(signs: Sequence[Sign], page: Page, kind: Type) -> tuple[PlacedSign, ...]:
    """Sets the entries of a legend in as few rows as they need."""
    return legend.arrange(signs, page.margin, page.width - page.margin, kind.small)


def draw_legend(canvas: Canvas, placed: Sequence[PlacedSign], kind: Type) -> None:
    """Draws an arranged legend at the bottom of a page."""
    if not placed:
        return
    step = kind.small * LEADING + legend.SPLIT
    top = canvas.page.height - canvas.page.bottom - (placed[-1].row + 1) * step
    for each in placed:
        style = Style(size=kind.small, colour=canvas.theme.muted, tooltip=each.sign.full)
        y = top + each.row * step + legend.SPLIT
        canvas.draw(*each.sign.draw((each.x + 9, y + style.leading / 2), canvas.theme))
        canvas.write([each.sign.text], each.x + legend.ROOM, y, style)
