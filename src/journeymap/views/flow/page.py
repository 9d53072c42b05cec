"""The flow on pages: cards in columns, the ways between them, who leaves."""

from collections.abc import Iterator
from dataclasses import replace
from functools import partial

from journeymap.analysis.analysis import Analysis
from journeymap.analysis.figures import FigureKind
from journeymap.analysis.grounds import grounds_of_figures
from journeymap.views.errors import PageTooSmallError
from journeymap.views.flow import content
from journeymap.views.flow.cards import PAD, RISE, SIDE, Card
from journeymap.views.flow.content import ASSUMED, Net
from journeymap.views.flow.dot_pages import DotPages
from journeymap.views.flow.grid import Area, Grid, Place
from journeymap.views.flow.lines import FlowPage
from journeymap.views.flow.pages import PageMaker
from journeymap.views.kit import glyphs, legend
from journeymap.views.kit.canvas import Canvas, Style
from journeymap.views.kit.glyphs import Passage
from journeymap.views.kit.page_frame import PageFrame, draw_page, frame_of, place_frame
from journeymap.views.kit.scene import Box, Mark, Point, Scene
from journeymap.views.kit.theme import LEADING, Theme, scale
from journeymap.views.names import Layout
from journeymap.views.options import ViewOptions
from journeymap.words.labels import label
from journeymap.words.time_sums import waiting_fact
from journeymap.words.view_titles import of_flow

_FRAME = scale(14.0)
"""Sizes of type of heading and legend, whatever those of the cards."""
_KINDS = frozenset({FigureKind.SHARE, FigureKind.WAIT})
"""What figures a flow shows."""


class _Painter:
    """Paints the flow of a map."""

    def __init__(self, net: Net, frame: PageFrame) -> None:
        # Heading and legend keep their size whatever that of the cards, which then have the same
        # room with any.
        self.net = net
        self.frame = place_frame(frame, _FRAME, self._signs())

    def scenes(self, options: ViewOptions) -> tuple[Scene, ...]:
        """Paints all pages."""
        page, top = self.frame.frame.page, self.frame.top + 8
        width, height = page.width - 2 * page.margin, self.frame.bottom - 8 - top
        area = Area(left=page.margin, top=top, width=width, height=height)
        pages = _laid_out(self.net, area, options)
        return tuple(
            draw_page(
                self.frame,
                partial(self._draw, page_),
                self._description(page_.grid),
                (number, len(pages)),
            )
            for number, page_ in enumerate(pages, 1)
        )

    def _signs(self) -> tuple[legend.Sign, ...]:
        links, stops = self.net.links, self.net.stops
        entries: tuple[tuple[str, legend.Draw, bool], ...] = (
            ("volume", _volume, any(link.volume is not None for link in links)),
            ("way-back", _back, any(link.back for link in links)),
            (
                "handed-over",
                legend.passage(Passage.HANDOFF),
                any(set(stop.handoffs) - stop.lacking for stop in stops),
            ),
            ("not-handed-over", legend.passage(Passage.LACKING), any(s.lacking for s in stops)),
            ("missed-deadline", legend.passage(Passage.LATE), any(stop.late for stop in stops)),
            (
                "lost-there",
                legend.passage(Passage.LEAK),
                any(set(stop.leaks) - stop.otherwise for stop in stops),
            ),
            (
                "ends-neither",
                legend.passage(Passage.OTHERWISE),
                any(stop.otherwise for stop in stops),
            ),
        )
        named = [(label(key, self.net.language), draw) for key, draw, shown in entries if shown]
        figures = (
            *(each for stop in stops for each in (stop.head, stop.title)),
            *(link.share for link in links),
        )
        if any(figure.endswith(ASSUMED) for figure in figures):
            named.append((f"{ASSUMED} {label('assumed-share', self.net.language)}", legend.nothing))
        return legend.of(named, _FRAME.small)

    def _draw(self, page_: FlowPage, canvas: Canvas) -> None:
        grid, theme = page_.grid, canvas.theme
        self._heads(grid, canvas)
        for place in grid.places.values():
            self._card(place, grid, canvas)
        for route in page_.routes:
            back = route.link.back
            canvas.draw(*route.marks(theme.curves[1] if back else theme.middle))
            colour = theme.curves[1] if back else theme.muted
            style = Style(size=grid.kind.small, colour=colour, anchor=route.anchor)
            if route.label:
                canvas.write([route.link.share], *route.label, style)

    def _heads(self, grid: Grid, canvas: Canvas) -> None:
        theme = canvas.theme
        style = Style(size=grid.kind.small, colour=theme.page, bold=True)
        for number, head in enumerate(grid.heads):
            box = Box(
                x=head.x, y=head.y, width=head.width, height=head.height, radius=5,
                fill=theme.stage(head.stage).strong, key=f"stage-{head.stage + 1}-{number}",
                tooltip=self.net.stages[head.stage],
            )  # fmt: skip
            canvas.label(box, head.lines, style)

    def _card(self, place: Place, grid: Grid, canvas: Canvas) -> None:
        theme, kind, card = canvas.theme, grid.kind, place.card
        tint = theme.stage(card.stop.stage).tint if card.stop.key else theme.idea
        canvas.boxes.append(
            Box(
                x=place.x, y=place.y, width=grid.width, height=card.height, fill=tint, radius=6,
                key=card.stop.key or "end", tooltip=card.stop.title,
            )
        )  # fmt: skip
        x, y = place.x + PAD, place.y + RISE
        muted = Style(size=kind.small, colour=theme.muted)
        if card.stop.head:
            y = canvas.write([card.stop.head], x, y, muted)
        y = canvas.write(card.title, x, y, Style(size=kind.body, colour=theme.ink, bold=True))
        for glyph, lines, is_wrong in card.notes:
            if glyph:
                at = (x + 5, y + muted.leading / 2)
                canvas.draw(*glyphs.passage(at, glyph, theme))
            # Red would be too faint on some tints: the sign beside it is red.
            style = replace(muted, colour=theme.ink) if is_wrong else muted
            y = canvas.write(lines, x + (SIDE if glyph else 0.0), y, style)
        self._leaks(card, place, grid, canvas)

    def _leaks(self, card: Card, place: Place, grid: Grid, canvas: Canvas) -> None:
        """Writes who leaves into a strip at the bottom of the card."""
        if not card.leaks:
            return
        theme, kind = canvas.theme, grid.kind
        tall = sum(map(len, card.leaks)) * kind.small * LEADING + 4
        y = place.y + card.height - tall - 2
        canvas.boxes.append(
            Box(
                x=place.x + 2, y=y, width=grid.width - 4, height=tall, fill=theme.page, radius=4,
            )
        )  # fmt: skip
        y += 2
        for words, lines in zip(card.stop.leaks, card.leaks, strict=True):
            is_loss = words not in card.stop.otherwise
            style = Style(size=kind.small, colour=theme.low if is_loss else theme.muted)
            at = (place.x + PAD + 5, y + style.leading / 2)
            sign = Passage.LEAK if is_loss else Passage.OTHERWISE
            canvas.draw(*glyphs.passage(at, sign, theme))
            y = canvas.write(lines, place.x + PAD + SIDE, y, style)

    def _description(self, grid: Grid) -> Iterator[str]:
        """Yields the cards of a page, each with the ways from it."""
        for index in sorted(grid.places):
            stop = self.net.stops[index]
            yield f"{'. '.join(filter(None, (stop.head, stop.title, stop.returns, *stop.leaks)))}."
            for link in self.net.links:
                if link.source == index:
                    yield f"{link.share} → {self.net.stops[link.target].title}.".strip()


def _volume(at: Point, theme: Theme) -> list[Mark]:
    return [glyphs.sample(at, theme.middle, broken=False)]


def _back(at: Point, theme: Theme) -> list[Mark]:
    return [glyphs.sample(at, theme.curves[1], broken=True)]


def _laid_out(net: Net, area: Area, options: ViewOptions) -> list[FlowPage]:
    """Returns the pages of a flow: in columns, or as `dot` lays it out where it is handed in.

    Raises:
        EngineError: the layouter failed.
        PageTooSmallError: the page is too small.
    """
    layouter = options.layouter
    if layouter is None:
        return PageMaker(net, area).pages()
    if options.layout is Layout.COLUMNS:
        try:
            return PageMaker(net, area).pages()
        except PageTooSmallError:  # or ways lie on each other in any columns
            pass
    return DotPages(PageMaker(net, area), layouter).pages()


def build(analysis: Analysis, options: ViewOptions) -> tuple[Scene, ...]:
    """Draws the steps of a map as a graph, stage by stage.

    Args:
        analysis: the map, and what is computed from it.
        options: what the picture is to look like.

    Returns:
        One scene a page; none for a map without steps.

    Raises:
        PageTooSmallError: the page is too small.
    """
    journey_map = analysis.journey_map
    if not journey_map.steps:
        return ()
    net = content.read(analysis)
    title = "" if options.title else of_flow(analysis)
    page, theme, fact = options.size, options.theme, waiting_fact(analysis)
    based = grounds_of_figures(journey_map, _KINDS)
    frame = frame_of(journey_map, net.summary, page, theme, fact, title, based)
    return _Painter(net, frame).scenes(options)
