"""The focus view: the curve with up to three steps called out on cards."""

from collections.abc import Iterator
from functools import partial

from journeymap.analysis.analysis import Analysis
from journeymap.analysis.call_outs import Because, call_outs
from journeymap.quick_dataclass import dataclass
from journeymap.views.errors import PageTooSmallError
from journeymap.views.focus import cards, track
from journeymap.views.focus.cards import CardPainter, Deck
from journeymap.views.focus.content import CARDS, Story, briefer, tell
from journeymap.views.focus.track import Track, TrackPainter
from journeymap.views.kit import legend
from journeymap.views.kit.canvas import Canvas
from journeymap.views.kit.emotion_axis import room
from journeymap.views.kit.legend import Sign
from journeymap.views.kit.page_frame import (
    PageFrame,
    PlacedFrame,
    draw_page,
    fits,
    largest,
    place_frame,
)
from journeymap.views.kit.scene import Scene, oblong
from journeymap.views.kit.theme import MINIMUM, Type, scale
from journeymap.views.options import ViewOptions
from journeymap.words.completion import completing_marked
from journeymap.words.labels import label
from journeymap.words.subtitle import Subtitle
from journeymap.words.time_sums import waiting_fact

_LARGEST = 16.0
"""Largest body type, in points."""
_UNCUT, _FEW = 1000, 2
"""Lines of a row of a card that stands in whole, and so many that a row rather goes."""
_ABOVE = 4.0
"""White space above stages, beside that below the subtitle, in points."""
_GAP = 16.0
"""White space between cards, in points."""
_CHANNEL = 26.0
"""Height below the panel in which lines lead to the cards, in points."""
_GOOD, _FAIR, _LEAST, _LOW = 0.3, 0.25, 0.2, 0.15
"""Height of the panel as a share of the page: beside large type, small type, cut words, and where
a lower one alone keeps words whole."""
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

    frame: PlacedFrame
    track: Track
    deck: Deck
    card: float
    panel: float


class _Focus:
    """Lays the slide out and paints it."""

    def __init__(self, analysis: Analysis, story: Story, frame: PageFrame) -> None:
        self.journey_map, self.story, self.frame = analysis.journey_map, story, frame
        self.emotions = analysis.curve
        own = self.journey_map.persona_ids
        self.others = tuple(
            each
            for each in analysis.curves
            if self.emotions.known and each.person in own and each.person != self.emotions.person
        )

    def plan(self) -> _Plan:
        """Returns the slide with the largest type at which everything fits.

        Raises:
            PageTooSmallError: the page is too small even for the smallest one, with words cut.
        """
        if plan := largest(self._whole, most=_LARGEST):
            return plan
        first, *others = briefer(self.story)
        tries = [(first, _UNCUT, _LEAST)]
        for brief in others:
            least = 0 if brief is others[-1] else _FEW
            tries += [(brief, _UNCUT, _LEAST), (brief, _UNCUT, _LOW)]
            tries += [(brief, most, _LEAST) for most in range(12, least, -1)]
        for brief, most, low in tries:
            if plan := self._try(brief, scale(MINIMUM), most, low):
                return plan
        raise PageTooSmallError("the page is too small for the focus view")

    def _whole(self, kind: Type) -> _Plan | None:
        return self._try(self.story, kind, _UNCUT, _GOOD if kind.body >= _LARGE else _FAIR)

    def _try(self, story: Story, kind: Type, most: int, least: float) -> _Plan | None:
        page = self.frame.page
        axis = room(story.language, kind.small) + 6 if self.emotions.known else 0.0
        edges = (page.margin + axis, page.width - page.margin)
        way = track.of(self.journey_map, self.emotions, edges, kind, self.others)
        frame = place_frame(self.frame, kind, tuple(self._signs(way, kind)))
        inner = page.width - 2 * page.margin
        wide = cards.widths(
            len(story.cards), inner, _GAP, _WIDEST[len(story.cards) % len(_WIDEST)] * kind.body
        )
        pairs = zip(story.cards, wide, strict=True)
        deck = cards.deck([cards.place(card, width, kind, most) for card, width in pairs], kind)
        tall = frame.bottom - 8 - frame.top - _ABOVE
        panel = tall - deck.height - way.header - 4 - (_CHANNEL if deck.cards else 0.0)
        if panel < (least * page.height if way.rated else _FLAT):
            return None
        card, panel = self._share(deck, panel, way)
        return _Plan(frame=frame, track=way, deck=deck, card=card, panel=panel)

    def _share(self, deck: Deck, panel: float, way: Track) -> tuple[float, float]:
        """Shares spare height between cards and curve."""
        most = _TALLEST * self.frame.page.height if way.rated else _FLAT * 1.6
        if not deck.cards:
            return 0.0, min(panel, most * 1.5)
        extra = max(0.0, panel - most)
        grown = min(extra, (len(deck.rows) + 1) * _LOOSEST * way.kind.body)
        return deck.height + grown, panel - extra

    def _signs(self, way: Track, kind: Type) -> Iterator[Sign]:
        language = self.story.language
        yield from legend.of([(self.story.key, legend.badge(1))], kind.small, _KEY)
        named: list[tuple[str, legend.Draw]] = []
        if way.rated and len(self.journey_map.personas_chosen) > 1:
            people = (self.journey_map.persona_id, *(each.person for each in self.others))
            named += [
                (self.journey_map.person_label(who), legend.person(i))
                for i, who in enumerate(people)
            ]
        rated = [point.step.position for point in self.emotions.known]
        if way.leaps:
            named.append((label("bridge", language), legend.bridge))
        if way.mixed:
            named.append((label("mixed", language), legend.span))
        called = {card.position for card in self.story.cards}
        if any(way.hollow[i] for i in rated if i not in called):
            named.append((label("assumption", language), legend.hollow))
        yield from legend.of(named, kind.small)

    def paint(self) -> Scene:
        """Paints the slide."""
        plan = self.plan()
        return draw_page(plan.frame, partial(self._draw, plan), self._description())

    def _draw(self, plan: _Plan, canvas: Canvas) -> None:
        page, top = canvas.page, plan.frame.top + _ABOVE
        bottom = top + plan.track.header + 4 + plan.panel
        painter = TrackPainter(plan.track, canvas, top, bottom)
        at = painter.paint({card.position: card.number for card in self.story.cards})
        room = page.width - 2 * page.margin
        deck, low = plan.deck, bottom + _CHANNEL
        lefts = cards.lefts([each.width for each in deck.cards], page.margin, room, _GAP)
        CardPainter(canvas, plan.frame.kind).paint(deck, lefts, low, plan.card)
        for each, left in zip(deck.cards, lefts, strict=True):
            start = at[each.card.position]
            to = min(max(start[0], left + 24), left + each.width - 24)
            canvas.draw(painter.leader(start, (to, low)))
            step = self.journey_map.steps[each.card.position].id
            canvas.areas.append(oblong(step, (left, low, left + each.width, low + plan.card)))

    def _description(self) -> Iterator[str]:
        """Yields the cards in words."""
        for card in self.story.cards:
            rows = " ".join(f"{row.name}: {row.text}." for row in card.rows)
            yield f"{card.number}. {card.title}. {rows}"


def build(analysis: Analysis, options: ViewOptions) -> tuple[Scene, ...]:
    """Draws the slide that makes the point: where pressure is highest, and what would help.

    Where no step presses, the gravest pains or the lowest moments are told.

    Args:
        analysis: the map, and what is computed from it.
        options: what the picture is to look like.

    Returns:
        One scene; none for a map without steps.

    Raises:
        PageTooSmallError: the page is too small.
    """
    journey_map = analysis.journey_map
    if not journey_map.steps:
        return ()
    called = call_outs(analysis)
    if called and called[0].because is Because.NAMED:
        called = call_outs(analysis, CARDS)  # there are few enough to tell them all, or none

    def has_room(title: str) -> bool:
        own = title == journey_map.journey.title
        return own if options.title else fits(title, options.size, largest_body=_LARGEST)

    reach = completing_marked(analysis)
    story = tell(journey_map, called, reach, waiting_fact(analysis), has_room)
    frame = PageFrame(
        title=story.title,
        subtitle=Subtitle(lines=story.subtitles, full=story.subtitles[0]),
        language=story.language,
        page=options.size,
        theme=options.theme,
    )
    return (_Focus(analysis, story, frame).paint(),)
