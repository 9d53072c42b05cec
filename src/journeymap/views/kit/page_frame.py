"""The skeleton of every page: title, subtitle and page number above a picture, a legend below it.

A view says what its pages are called (`PageFrame`). `place_frame` breaks that into lines of a size
of type and tells what room is left; `largest` tries sizes until the picture fits into that room;
`draw_page` draws the frame, lets the view draw into it, and puts the page into words.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Protocol, TypeVar

from journeymap.analysis.grounds import Grounds
from journeymap.model.journey_map import JourneyMap
from journeymap.model.languages import tag
from journeymap.quick_dataclass import dataclass
from journeymap.views.kit import legend, logo, measure
from journeymap.views.kit.canvas import Canvas, Style
from journeymap.views.kit.legend import PlacedSign, Sign
from journeymap.views.kit.scene import Anchor, Scene
from journeymap.views.kit.theme import ASCENT, LEADING, MINIMUM, Page, Theme, Type, scale
from journeymap.words.labels import label
from journeymap.words.subtitle import Subtitle, named, subtitle

Plan = TypeVar("Plan")

_SIZES = (20.0, 18.0, 17.0, 16.0, 15.0, 14.0, 13.0, 12.0, 11.5, 11.0, 10.5, MINIMUM)
"""Sizes of body type, largest first."""
TITLE_LINES, _SUBTITLE_LINES = 2, 2
"""Lines of title in its own type, and of the subtitle before the rest goes to its tooltip."""
_SMALLER, _MORE_LINES, _MOST_LINES = (0.85, 0.72, 0.6), 3, 8
"""Type of a title that is longer, as multiples of its own, and how many lines it then has; in the
smallest one as many as it takes, up to so many."""
NUMBER = 96.0
"""Room for "2 of 3" beside the title, in points."""
_TIGHT = 1.15
"""Distance between lines of the title, as a multiple of their size."""
_BELOW = 8.0
"""White space between the subtitle and what follows, in points."""


class Band(Protocol):
    """What stands between the subtitle and the picture, over the width of the page."""

    def height(self, width: float, kind: Type) -> float:
        """Returns its height, in points."""

    def draw(self, canvas: Canvas, top: float, width: float, kind: Type) -> None:
        """Draws it below an upper edge."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PageFrame:
    """What every page of a picture has around it, whatever the size of type.

    Attributes:
        title: of the picture.
        subtitle: below it.
        language: of labels.
        page: its size.
        theme: its colours.
        aside: room that the title leaves at its right, in points.
        band: what stands below the subtitle; None for nothing.
    """

    title: str
    subtitle: Subtitle
    language: str
    page: Page
    theme: Theme
    aside: float = NUMBER
    band: Band | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacedFrame:
    """A frame with a size of type.

    Attributes:
        frame: the frame.
        kind: sizes of type.
        title: the lines of the title.
        title_size: of its type.
        subtitle: below it, shortened where it takes more than a line.
        legend: entries at the bottom.
        top: lower edge of what stands above the picture.
        bottom: upper edge of what stands below it.
        cut: how many times the subtitle was shortened.
    """

    frame: PageFrame
    kind: Type
    title: tuple[str, ...]
    title_size: float
    subtitle: tuple[str, ...]
    legend: tuple[PlacedSign, ...]
    top: float
    bottom: float
    cut: int = 0


def frame_of(  # noqa: PLR0913, PLR0917 - what stands around a picture, each once
    journey_map: JourneyMap,
    view: str,
    page: Page,
    theme: Theme,
    fact: str = "",
    title: str = "",
    based: Grounds | None = None,
) -> PageFrame:
    """Returns the frame of a picture of a map.

    Args:
        journey_map: the map.
        view: what the picture shows, in words.
        page: size of a page.
        theme: colours.
        fact: what is told of the whole map below its title.
        title: what is to be seen on it; the map's own title then stands below, unless there is no
            room to say it whole.
        based: what the picture rests on, where that is not what the whole map does.
    """
    own = journey_map.journey.title
    below = named(subtitle(journey_map, fact, based=based), view)
    told = title if title and fits(title, page) else ""
    return PageFrame(
        title=told or own,
        subtitle=named(below, own) if told else below,
        language=journey_map.journey.language or "en",
        page=page,
        theme=theme,
    )


def fits(title: str, page: Page, aside: float = NUMBER, largest_body: float = _SIZES[0]) -> bool:
    """Tells whether a title is whole in the lines that a page has for it, up to a size of type."""
    return _lines(title, page, aside, scale(largest_body)) <= TITLE_LINES


def lines_of(title: str, frame: PageFrame, kind: Type) -> int:
    """Returns in how many lines a title stands; more than it has words where one is cut."""
    return _lines(title, frame.page, frame.aside, kind)


def _lines(title: str, page: Page, aside: float, kind: Type) -> int:
    room = page.width - 2 * page.margin - aside
    if measure.longest(title, kind.title, bold=True) > room:
        return len(title)
    return len(measure.wrap(title, room, kind.title, bold=True))


def place_frame(frame: PageFrame, kind: Type, signs: Sequence[Sign] = ()) -> PlacedFrame:
    """Breaks title and subtitle into lines and sets the legend in as few rows as it needs."""
    page = frame.page
    room = page.width - 2 * page.margin
    title, size = _title(frame.title, room - frame.aside, kind.title)
    room -= frame.aside if frame.aside > NUMBER else 0.0
    cut, below = _below_title(frame, room, kind)
    band = frame.band.height(page.width - 2 * page.margin, kind) + _BELOW if frame.band else 0.0
    tall = len(title) * size * _TIGHT + len(below) * kind.small * LEADING + _BELOW + band
    placed = legend.arrange(signs, page.margin, page.width - page.margin, kind.small)
    strip = logo.STRIP if frame.theme.logo else 0.0
    return PlacedFrame(
        frame=frame,
        kind=kind,
        title=title,
        title_size=size,
        subtitle=below,
        legend=placed,
        top=page.top + tall,
        bottom=page.height - page.bottom - strip - legend.tall(placed, kind.small),
        cut=cut,
    )


def _below_title(frame: PageFrame, room: float, kind: Type) -> tuple[int, tuple[str, ...]]:
    """Returns the subtitle in lines, as much of it as one holds, and how often it was shortened."""
    broken = [measure.wrap(words, room, kind.small) for words in frame.subtitle.lines]
    cut = next((i for i, lines in enumerate(broken) if len(lines) <= 1), len(broken) - 1)
    return cut, measure.clip(broken[cut], _SUBTITLE_LINES, room, kind.small)


def alike(pages: Sequence[PlacedFrame]) -> Iterator[PlacedFrame]:
    """Yields pages of one picture whose subtitles say as much as that of the fullest has room for.

    One that is too full for any of it does not take it from the others.
    """
    whole = (each.cut for each in pages if each.cut < len(each.frame.subtitle.lines) - 1)
    cut = max(whole, default=0)
    for each in pages:
        line = each.frame.subtitle.lines[cut] if each.cut < cut else ""
        yield replace(each, cut=cut, subtitle=(line,)) if line else each


def _title(title: str, room: float, size: float) -> tuple[tuple[str, ...], float]:
    """Returns a title in lines and their type: the largest in which few lines hold it whole."""
    tries = [(size, TITLE_LINES), *((size * each, _MORE_LINES) for each in _SMALLER)]
    for type_, most in tries:
        lines = measure.wrap(title, room, type_, bold=True)
        if len(lines) <= most and measure.longest(title, type_, bold=True) <= room:
            return lines, type_
    type_ = max(MINIMUM, size * _SMALLER[-1])
    lines = measure.wrap(title, room, type_, bold=True)
    return measure.clip(lines, _MOST_LINES, room, type_), type_


def sizes(most: float, least: float = MINIMUM) -> Iterator[Type]:
    """Yields the sizes of type to try, largest first: bodies from one size to another in points."""
    yield from (scale(size) for size in _SIZES if least <= size <= most)


def largest(
    attempt: Callable[[Type], Plan | None], *, most: float, least: float = MINIMUM
) -> Plan | None:
    """Returns what the largest type gives with which something fits; None where none does.

    Args:
        attempt: lays out with sizes of type; None where that does not fit.
        most: the largest body type to try, in points.
        least: the smallest one.
    """
    plans = (attempt(kind) for kind in sizes(most, least))
    return next((plan for plan in plans if plan is not None), None)


def draw_page(
    placed: PlacedFrame,
    draw: Callable[[Canvas], None],
    description: Iterable[str],
    number: tuple[int, int] = (1, 1),
) -> Scene:
    """Draws a page.

    Args:
        placed: what stands around the picture.
        draw: draws the picture.
        description: the picture in sentences, for those who do not see it.
        number: of the page, and of all pages.
    """
    frame = placed.frame
    canvas = Canvas(page=frame.page, theme=frame.theme)
    words = f"{number[0]} {label('of', frame.language)} {number[1]}" if number[1] > 1 else ""
    _head(placed, words, canvas)
    draw(canvas)
    _legend(placed, canvas)
    about = f"{frame.title}. {frame.subtitle.full}."
    return Scene(
        width=frame.page.width,
        height=frame.page.height,
        background=frame.theme.page,
        title=f"{frame.title} ({words})" if words else frame.title,
        description=" ".join((about, *filter(None, description))),
        boxes=tuple(canvas.boxes),
        marks=tuple(canvas.marks),
        areas=tuple(canvas.areas),
        images=tuple(canvas.images),
        language=tag(frame.language),
        font=frame.theme.font,
        faces=frame.theme.faces,
        logo=logo.place(frame.page, frame.theme.logo) if frame.theme.logo else None,
    )


def _head(placed: PlacedFrame, number: str, canvas: Canvas) -> None:
    """Writes title and subtitle at the top, and beside the title which page it is."""
    frame, kind, page, theme = placed.frame, placed.kind, canvas.page, canvas.theme
    style = Style(size=placed.title_size, colour=theme.ink, bold=True, tooltip=frame.title)
    y = page.top
    for line in placed.title:
        canvas.write([line], page.margin - 1, y, style)
        y += placed.title_size * _TIGHT
    muted = Style(size=kind.small, colour=theme.muted, tooltip=frame.subtitle.full)
    below = canvas.write(placed.subtitle, page.margin, y + 2, muted)
    if frame.band:
        frame.band.draw(canvas, below + _BELOW, page.width - 2 * page.margin, kind)
    end = Style(size=kind.small, colour=theme.muted, anchor=Anchor.END)
    top = page.top + (kind.title - kind.small) * ASCENT
    canvas.write([number], page.width - page.margin, top, end)


def _legend(placed: PlacedFrame, canvas: Canvas) -> None:
    """Draws the entries of the legend above the lower margin."""
    size = placed.kind.small
    step = size * LEADING + legend.SPLIT
    for entry in placed.legend:
        style = Style(size=size, colour=canvas.theme.muted, tooltip=entry.sign.full)
        y = placed.bottom + entry.row * step + legend.SPLIT
        canvas.draw(*entry.sign.draw((entry.x + 9, y + style.leading / 2), canvas.theme))
        canvas.write([entry.sign.text], entry.x + legend.ROOM, y, style)
