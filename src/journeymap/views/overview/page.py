"""The overview: the whole journey on one slide, whatever its length."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from journeymap.analysis.analysis import Analysis
from journeymap.quick_dataclass import dataclass
from journeymap.views.errors import PageTooSmallError
from journeymap.views.kit import legend, logo, measure
from journeymap.views.kit.canvas import Canvas, Style
from journeymap.views.kit.enlarge import enlarged
from journeymap.views.kit.free_room import Place
from journeymap.views.kit.scene import Anchor, Scene, oblong
from journeymap.views.kit.theme import Page
from journeymap.views.options import ViewOptions
from journeymap.views.overview import cards as card_deck
from journeymap.views.overview import head as heads
from journeymap.views.overview import names as step_names
from journeymap.views.overview import ribbon as people
from journeymap.views.overview import signs
from journeymap.views.overview.cards import Card, badges, cards
from journeymap.views.overview.deck import Deck, fewer
from journeymap.views.overview.feelings import lines, quotes
from journeymap.views.overview.head import Head
from journeymap.views.overview.named_steps import described, name_of, ranks
from journeymap.views.overview.names import Names, Wanted
from journeymap.views.overview.plot import Plot, PlotPainter
from journeymap.views.overview.ribbon import Ribbon
from journeymap.views.overview.stage_painter import NUMBERS, Span, draw_names, draw_stages
from journeymap.views.overview.strip_painter import Strip, strips_of, widths_of_runs
from journeymap.views.overview.strip_sizes import APART
from journeymap.words.labels import label

_WIDE, _HIGH = 960.0, 540.0
"""Size of the page that the overview is made for, in points; larger ones are enlarged."""
_GUTTER, _ROW, _FOOT = 8.0, 10.0, 10.0
"""Between names of rows and the data, and type of the names of rows and of the foot, in points."""
_GOOD, _LEAST, _FLAT = 24.0, 55.0, 30.0
"""By how much more than the least lines of words give way to the curve, its least height, and that
of the panel where no feeling is known, in points."""
_NAMES_MOST, _NAMES_SHARE = 76.0, 0.145
"""Height of the names of steps: at most on a slide, and as a share of the page."""
_HEAD = step_names.HEAD
"""Type of the names of stages, in points."""
_IN_WORDS, _UNRATED_IN_WORDS, _NO_CARDS = 7, 12, 4
"""Up to so many steps pains and ideas are told in words, and where no feeling is known, which
leaves more room; and up to so many there are no cards."""
_FAIR, _TALLEST, _LOOSEST = 120.0, 0.4, 14.0
"""Height of the curve that words give way to; its greatest, as a share of the page, before white
space grows between rows; and by how much that grows at most."""
_GIVES = 2
"""So many rows more are left out at most so that cards are whole."""
_FOOT_ROOM = 16.0
"""Height of a row of the foot, in points."""


@dataclass(slots=True, kw_only=True)
class _Plan:
    """The page, laid out.

    Attributes:
        page: its size.
        head: what stands above.
        left: left edge of the data.
        names: of steps, and columns.
        heads: lines of the names of stages.
        plot: the curve.
        ribbons: who is still there.
        strips: below them.
        shown: the cards.
        deck: the same in lines.
        tall: height of the curve.
        loose: white space between rows beyond the least.
    """

    page: Page
    head: Head
    left: float
    names: Names
    heads: tuple[tuple[str, ...], ...]
    plot: Plot
    ribbons: tuple[Ribbon, ...]
    strips: tuple[Strip, ...]
    shown: tuple[Card, ...]
    deck: Deck
    tall: float
    loose: float = 0.0


def build(analysis: Analysis, options: ViewOptions) -> tuple[Scene, ...]:
    """Draws the whole journey on one page.

    Args:
        analysis: the map, and what is computed from it.
        options: what the picture is to look like.

    Returns:
        One scene; none for a map without steps.

    Raises:
        PageTooSmallError: the page is too small.
    """
    if not analysis.journey_map.steps:
        return ()
    whole = options.size
    factor = max(1.0, min(whole.width / _WIDE, whole.height / _HIGH))
    page = Page(
        width=whole.width / factor,
        height=whole.height / factor,
        margin=whole.margin / factor,
        top=whole.top / factor,
        bottom=whole.bottom / factor,
    )
    scene = _Overview(analysis, replace(options, size=page)).draw()
    return (enlarged(scene, factor),)


class _Overview:
    """Lays the page out and paints it."""

    def __init__(self, analysis: Analysis, options: ViewOptions) -> None:
        self.analysis, self.options, self.page = analysis, options, options.size
        self.journey_map = analysis.journey_map
        self.language = self.journey_map.journey.language or "en"
        self.theme = options.theme
        title, pressing = options.title, options.leverage
        self.head = heads.lay_out(analysis, self.page, title, by_leverage=pressing)
        self.placed: dict[tuple[float, float, int], Names] = {}

    def plan(self) -> _Plan:
        """Returns the page, with as much on it as leaves the curve its room.

        Raises:
            PageTooSmallError: not even the least has room.
        """
        ribbons = people.ribbons(self.analysis)
        shown = cards(self.analysis, by_leverage=self.options.leverage, first=self.head.steps,
                      headline=self.head.whole)  # fmt: skip
        most = _IN_WORDS if self.analysis.curves else _UNRATED_IN_WORDS
        if len(self.journey_map.steps) <= most:
            strips = tuple(strips_of(self.analysis, words=True))
            few = () if len(self.journey_map.steps) <= _NO_CARDS else shown
            plan = self._lay_out(strips, ribbons, few, 2)
            fair = _FAIR if self._least(plan) > _FLAT else _FLAT
            if plan.strips == strips and plan.tall >= fair:
                return self._loosened(plan)
        tried = [*self._ever_less(ribbons, shown)]
        if not tried:
            raise PageTooSmallError("the page is too small for the overview: try `--size a4`")
        whole = next((plan for plan in tried if plan.deck.whole), tried[0])
        return self._loosened(whole)

    def _ever_less(self, ribbons: tuple[Ribbon, ...], shown: tuple[Card, ...]) -> Iterator[_Plan]:
        """Yields pages that leave the curve its room, with ever less on them, up to a whole one.

        Rows go before cards, those that are worth least first; cards on which words would be cut
        give way to fewer ones, and a row or two to whole cards.
        """
        ways = [(most, [*strips_of(self.analysis, lines=names)])
                for most, names in ((2, 3), (1, 3), (2, 2), (1, 2))]  # fmt: skip
        found, given = False, 0
        while True:
            for few in fewer(shown):
                fair = self._fair(ways, ribbons, few)
                yield from fair
                if any(plan.deck.whole for plan in fair):
                    return
                found = found or bool(fair)
            given += found
            strips = ways[-1][1]
            if given > _GIVES or not (strips or shown):
                return
            if strips:
                strips.remove(min(strips, key=lambda strip: strip.worth))
            else:
                shown = ()
            ways = [(most, strips) for most in (2, 1)]

    def _fair(
        self, ways: Sequence[tuple[int, list[Strip]]], ribbons: tuple[Ribbon, ...],
        shown: tuple[Card, ...],
    ) -> list[_Plan]:  # fmt: skip
        """Returns pages that leave the curve its room, the best first; a good one alone.

        Args:
            ways: how many lines a card takes at most, each with the rows of the page.
            ribbons: who is still there.
            shown: the cards.
        """
        own = []
        for most, strips in ways:
            plan = self._lay_out(tuple(strips), ribbons, shown, most)
            if plan.deck.whole and plan.tall >= self._least(plan) + _GOOD:
                return [plan]
            own.append(plan)
        fair = (plan for plan in own if plan.tall >= self._least(plan))
        return sorted(fair, key=lambda each: (
            not each.deck.whole, -len(each.strips), -each.tall))  # fmt: skip

    def _loosened(self, plan: _Plan) -> _Plan:
        """Returns the page with white space in place of a curve that is higher than is good."""
        rated = self._least(plan) > _FLAT
        most = _TALLEST * self.page.height if rated else 2 * _FLAT
        spare = plan.tall - most
        if spare <= 0:
            return plan
        gaps = len(plan.strips) + len(plan.ribbons) + 2
        plan.loose = min(spare / gaps, _LOOSEST)
        plan.tall = self._bottom(plan) - self._top(plan)
        return plan

    def _least(self, plan: _Plan) -> float:
        return _LEAST if any(each.feelings for each in plan.plot.lines) else _FLAT

    def _lay_out(
        self, strips: tuple[Strip, ...], ribbons: tuple[Ribbon, ...], shown: tuple[Card, ...],
        most: int,
    ) -> _Plan:  # fmt: skip
        """Returns the page, without strips for which its columns are too narrow."""
        page, right = self.page, self.page.width - self.page.margin
        plot = Plot(
            lines=lines(self.analysis),
            quotes=quotes(self.analysis),
            called=badges(shown),
            language=self.language,
        )
        left = page.margin + self._gutter(strips, ribbons, plot)
        names = self._placed_names(left, right, shown)
        fitting = tuple(strip for strip in strips if strip.fits(names.grid))
        titles = tuple(step_names.title(panel) for panel in names.grid.panels)
        deck = Deck(shown, page.margin, right, most)
        plan = _Plan(
            page=page, head=self.head, left=left, names=names, heads=titles, plot=plot,
            ribbons=ribbons, strips=fitting, shown=shown, deck=deck, tall=0.0,
        )  # fmt: skip
        plan.tall = self._bottom(plan) - self._top(plan)
        return plan

    def _gutter(self, strips: Sequence[Strip], ribbons: Sequence[Ribbon], plot: Plot) -> float:
        """Returns the room of the names of rows, and of the axis."""
        names = [label("steps", self.language), *(strip.name for strip in strips)]
        names += [each.name or label("still-there", self.language) for each in ribbons]
        words = [label(key, self.language) for key in ("delighted", "neutral", "distressed")]
        wide = max(measure.width(name, _ROW, bold=True) for name in names)
        axis = max(measure.width(word, _ROW) for word in words) if plot.lines else 0.0
        return max(wide, axis) + _GUTTER

    def _placed_names(self, left: float, right: float, shown: Sequence[Card]) -> Names:
        """Returns the names of steps, which many pages that are tried have alike."""
        key = left, right, len(shown)
        if key not in self.placed:
            self.placed[key] = step_names.place(self._wanted(left, right, shown))
        return self.placed[key]

    def _wanted(self, left: float, right: float, shown: Sequence[Card]) -> Wanted:
        steps = self.journey_map.steps
        groups = [
            (stage.position, stage.label, len(own))
            for stage in self.journey_map.stages
            if (own := self.journey_map.steps_of(stage))
        ]
        return Wanted(
            texts=tuple(name_of(self.journey_map, step) for step in steps),
            groups=groups,
            left=left,
            width=right - left,
            ranks=ranks(self.analysis, [card.step.position for card in shown]),
            tallest=max(_NAMES_MOST, _NAMES_SHARE * self.page.height),
            others=widths_of_runs(self.analysis),
        )

    def _top(self, plan: _Plan) -> float:
        """Returns the upper edge of the curve."""
        return self._names_top(plan) + self._names_tall(plan) + 4

    def _heads_top(self, plan: _Plan) -> float:
        return plan.head.bottom + 6

    def _heads_tall(self, plan: _Plan) -> float:
        most = max((len(each) for each in plan.heads), default=0)
        return most * _HEAD * 1.2 + 5.6 if most else 0.0

    def _names_top(self, plan: _Plan) -> float:
        return self._heads_top(plan) + self._heads_tall(plan) + (4 if plan.heads else 0)

    def _names_tall(self, plan: _Plan) -> float:
        numbers = NUMBERS if plan.names.numbered else 0.0
        return plan.names.height + numbers + 8

    @property
    def _low(self) -> float:
        """The lower edge of the foot."""
        return self.page.height - self.page.bottom + 3

    def _cards_top(self, plan: _Plan) -> float:
        strip = logo.STRIP if self.theme.logo else 0.0
        low = self._low - strip - _FOOT_ROOM * len(self._foot_rows(plan))
        return low - plan.deck.height

    def _strips_top(self, plan: _Plan) -> float:
        cards_gap = 7.0 + plan.loose if plan.shown else 0.0
        apart = APART + plan.loose
        tall = sum(strip.tall(plan.names.grid) + apart for strip in plan.strips)
        return self._cards_top(plan) - cards_gap - tall

    def _bottom(self, plan: _Plan) -> float:
        """Returns the lower edge of the curve."""
        ribbons = sum(each.height + 3 + plan.loose for each in plan.ribbons)
        return self._strips_top(plan) - ribbons - (2 if plan.ribbons else 0) - 3 - plan.loose

    def _foot(self, plan: _Plan) -> tuple[legend.PlacedSign, ...]:
        keys = [key for strip in plan.strips for key in strip.signs]
        keys += ["more"] * any(strip.counts(plan.names.grid) for strip in plan.strips)
        more = card_deck.signs(plan.shown)
        keys = [*plan.plot.signs, *keys, *more]
        edges = self.page.margin, self.page.width - self.page.margin
        some = card_deck.of_how_many(
            self.analysis, plan.shown, by_leverage=self.options.leverage)  # fmt: skip
        return signs.placed(keys, self.language, edges, _FOOT, some)

    def _foot_rows(self, plan: _Plan) -> set[int]:
        return {each.row for each in self._foot(plan)}

    def draw(self) -> Scene:
        """Paints the page."""
        plan = self.plan()
        canvas = Canvas(page=self.page, theme=self.theme)
        heads.draw(plan.head, self.analysis, canvas, badges(plan.shown).values())
        high = Span(top=self._heads_top(plan), tall=self._heads_tall(plan))
        low = Span(top=self._names_top(plan), tall=self._names_tall(plan))
        draw_stages(canvas, plan.names.grid, plan.heads, high, low)
        draw_names(canvas, plan.names, self.journey_map.steps, low)
        top = self._top(plan)
        edges = Place(
            left=plan.left, top=top, right=self.page.width - self.page.margin,
            bottom=top + plan.tall,
        )  # fmt: skip
        PlotPainter(plan.plot, plan.names.grid, canvas, edges).paint()
        y = edges.bottom + 5 + plan.loose
        for ribbon in plan.ribbons:
            self._row_name(canvas, plan, ribbon.name or label("still-there", self.language),
                           y, ribbon.tall)  # fmt: skip
            people.draw(ribbon, plan.names.grid, canvas, y)
            y += ribbon.height + 3 + plan.loose
        y = self._strips_top(plan)
        for strip in plan.strips:
            tall = strip.tall(plan.names.grid)
            self._row_name(canvas, plan, strip.name, y, tall)
            strip.paint(plan.names.grid, canvas, y)
            y += tall + APART + plan.loose
        self._areas(plan, canvas, y)
        plan.deck.paint(canvas, self._cards_top(plan), plan.deck.height)
        self._draw_foot(plan, canvas)
        return self._scene(plan, canvas)

    def _row_name(self, canvas: Canvas, plan: _Plan, name: str, y: float, tall: float) -> None:
        style = Style(size=_ROW, colour=self.theme.muted, bold=True, anchor=Anchor.END)
        canvas.write([name], plan.left - _GUTTER, y + (tall - style.leading) / 2, style)

    def _areas(self, plan: _Plan, canvas: Canvas, low: float) -> None:
        grid = plan.names.grid
        for step in self.journey_map.steps:
            edges = (grid.edges[step.position], self._names_top(plan),
                     grid.edges[step.position + 1], low - APART)  # fmt: skip
            canvas.areas.append(oblong(step.id, edges))

    def _draw_foot(self, plan: _Plan, canvas: Canvas) -> None:
        """Draws what explains signs that nothing names where they stand."""
        strip = logo.STRIP if self.theme.logo else 0.0
        placed = self._foot(plan)
        rows = len(self._foot_rows(plan))
        for entry in placed:
            y = self._low - strip - _FOOT_ROOM * (rows - entry.row) + 5
            style = Style(size=_FOOT, colour=self.theme.muted, tooltip=entry.sign.full)
            canvas.draw(*entry.sign.draw((entry.x + 9, y + style.leading / 2), self.theme))
            canvas.write([entry.sign.text], entry.x + legend.ROOM, y, style)

    def _scene(self, plan: _Plan, canvas: Canvas) -> Scene:
        theme = self.theme
        title = self.journey_map.journey.title
        said = [*heads.described(plan.head), *described(self.journey_map)]
        said += card_deck.described(plan.shown)
        return Scene(
            width=self.page.width,
            height=self.page.height,
            background=theme.page,
            title=title,
            description=" ".join(filter(None, (f"{title}.", *said))),
            boxes=tuple(canvas.boxes),
            marks=tuple(canvas.marks),
            areas=tuple(canvas.areas),
            images=tuple(canvas.images),
            language=self.language,
            font=theme.font,
            faces=theme.faces,
            logo=logo.place(self.page, theme.logo) if theme.logo else None,
        )
