"""The focus view: the curve with up to three steps called out on cards."""

from collections.abc import Iterator

from journeymap.analysis.analysis import Analysis
from journeymap.analysis.emotion import Curve as Emotions
from journeymap.model.journey_map import JourneyMap
from journeymap.quick_dataclass import dataclass
from journeymap.views.errors import PageTooSmallError
from journeymap.views.focus import cards, track
from journeymap.views.focus.cards import CardPainter, Deck
from journeymap.views.focus.content import Story, tell, without_thoughts
from journeymap.views.focus.track import Track, TrackPainter
from journeymap.views.kit import legend
from journeymap.views.kit.canvas import Canvas
from journeymap.views.kit.legend import PlacedSign, Sign
from journeymap.views.kit.page_frame import (
    Heading,
    arrange_legend,
    draw_legend,
    heading,
    write_heading,
)
from journeymap.views.kit.scene import Scene, oblong
from journeymap.views.kit.theme import MINIMUM, Page, Theme, Type, scale
from journeymap.views.options import ViewOptions
from journeymap.words.picture_labels import label

_SIZES = (16.0, 15.0, 14.0, 13.0, 12.0, 11.5, 11.0, 10.5, MINIMUM)
"""Sizes of body type, largest first."""
_GAP = 16.0
"""White space between cards, in points."""
_CHANNEL = 26.0
"""Height below the panel in which lines lead to the cards, in points."""
_GOOD, _FAIR, _LEAST = 0.3, 0.25, 0.2
"""Height of the panel as a share of the page: beside large type, small type, and cut words."""
_LARGE = 12.0
"""Size of body type, in points, from which on it is large."""
_TALLEST = 0.46
"""Greatest height of the panel, as a share of the page."""
_FLAT = 44.0
"""Height of a panel without emotions, in points."""
_LOOSEST = 3.0
"""How far a card may grow beyond its words, in multiples of its type for each row."""
_KEY = 600.0
"""Widest words of what a card stands for, in points."""
_WIDEST = (34.0, 48.0, 40.0)
"""Widest card, in multiples of its type: longer lines are hard to read, but few cards have to fill
the page. The first number is for three cards and none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Plan:
    """The slide at one size of type."""

    kind: Type
    heading: Heading
    track: Track
    deck: Deck
    legend: tuple[PlacedSign, ...]
    card: float
    panel: float


class _Focus:
    """Lays the slide out and paints it."""

    def __init__(self, found: JourneyMap, story: Story, emotions: Emotions, page: Page) -> None:
        self.found, self.story, self.emotions, self.page = found, story, emotions, page

    def plan(self) -> _Plan:
        """Returns the slide with the largest type at which everything fits.

        Raises:
            PageTooSmallError: the page is too small even for the smallest one, with words cut.
        """
        for body in _SIZES:
            if plan := self._try(self.story, body, 1000, _GOOD if body >= _LARGE else _FAIR):
                return plan
        brief = without_thoughts(self.story)
        for most in (1000, *range(12, 0, -1)):
            if plan := self._try(brief, MINIMUM, most, _LEAST):
                return plan
        raise PageTooSmallError("the page is too small for the focus view")

    def _try(self, story: Story, body: float, most: int, least: float) -> _Plan | None:
        kind, page = scale(body), self.page
        head = heading(story.title, story.subtitles, page, kind)
        axis = track.gutter(story.language, kind) if self.emotions.known else 0.0
        edges = (page.margin + axis, page.width - page.margin)
        way = track.of(self.found, self.emotions, edges, kind)
        room = page.width - 2 * page.margin
        wide = cards.widths(
            len(story.cards), room, _GAP, _WIDEST[len(story.cards) % len(_WIDEST)] * body
        )
        pairs = zip(story.cards, wide, strict=True)
        deck = cards.deck([cards.place(card, width, kind, most) for card, width in pairs], kind)
        signs = arrange_legend(tuple(self._signs(way, kind)), page, kind)
        tall = page.height - page.top - page.bottom - head.height - legend.tall(signs, kind.small)
        panel = tall - deck.height - way.header - 4 - 8 - (_CHANNEL if deck.cards else 0.0)
        if panel < (least * page.height if way.rated else _FLAT):
            return None
        card, panel = self._share(deck, panel, way)
        return _Plan(
            kind=kind, heading=head, track=way, deck=deck, legend=signs, card=card, panel=panel
        )

    def _share(self, deck: Deck, panel: float, way: Track) -> tuple[float, float]:
        """Shares spare height between cards and curve."""
        most = _TALLEST * self.page.height if way.rated else _FLAT * 1.6
        if not deck.cards:
            return 0.0, min(panel, most * 1.5)
        extra = max(0.0, panel - most)
        grown = min(extra, (len(deck.rows) + 1) * _LOOSEST * way.kind.body)
        return deck.height + grown, panel - extra

    def _signs(self, way: Track, kind: Type) -> Iterator[Sign]:
        language = self.story.language
        yield from legend.of([(self.story.key, legend.badge(1))], kind.small, _KEY)
        named = []
        rated = [point.step.position for point in self.emotions.known]
        if rated and rated[-1] - rated[0] >= len(rated):
            named.append((label("bridge", language), legend.bridge))
        called = {card.position for card in self.story.cards}
        if any(way.hollow[i] for i in rated if i not in called):
            named.append((label("assumption", language), legend.hollow))
        yield from legend.of(named, kind.small)

    def paint(self, theme: Theme) -> Scene:
        """Paints the slide."""
        plan, page = self.plan(), self.page
        canvas = Canvas(page=page, theme=theme)
        top = write_heading(canvas, plan.heading, plan.kind)
        bottom = top + plan.track.header + 4 + plan.panel
        painter = TrackPainter(plan.track, canvas, top, bottom)
        at = painter.paint({card.position: card.number for card in self.story.cards})
        room = page.width - 2 * page.margin
        deck, low = plan.deck, bottom + _CHANNEL
        lefts = cards.lefts([each.width for each in deck.cards], page.margin, room, _GAP)
        CardPainter(canvas, plan.kind).paint(deck, lefts, low, plan.card)
        for each, left in zip(deck.cards, lefts, strict=True):
            start = at[each.card.position]
            to = min(max(start[0], left + 24), left + each.width - 24)
            canvas.draw(painter.leader(start, (to, low)))
            step = self.found.steps[each.card.position].id
            canvas.areas.append(oblong(step, (left, low, left + each.width, low + plan.card)))
        draw_legend(canvas, plan.legend, plan.kind)
        return canvas.scene(self.story.title, self._description(), self.story.language)

    def _description(self) -> str:
        """Tells the slide in words."""
        parts = [f"{self.story.title}. {self.story.subtitles[0]}."]
        for card in self.story.cards:
            rows = " ".join(f"{row.name}: {row.text}." for row in card.rows)
            parts.append(f"{card.number}. {card.title}. {rows}")
        return " ".join(parts)


def build(analysis: Analysis, options: ViewOptions) -> tuple[Scene, ...]:
    """Draws the slide that makes the point: where pressure is highest, and what it would be.

    Args:
        analysis: the map, and what is computed from it.
        options: what the picture is to look like.

    Returns:
        One scene; none for a map without steps.

    Raises:
        PageTooSmallError: the page is too small.
    """
    found = analysis.map
    if not found.steps:
        return ()
    story = tell(found, analysis.leverage, analysis.flow)
    return (_Focus(found, story, analysis.curve, options.page).paint(options.theme),)
