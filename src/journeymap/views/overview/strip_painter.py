"""Paints the strips below the curve, one below the other."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial

from journeymap.analysis.analysis import Analysis
from journeymap.analysis.call_outs import by_gravity
from journeymap.analysis.time import Part
from journeymap.model.journey_map import JourneyMap
from journeymap.quick_dataclass import dataclass
from journeymap.views.kit import measure
from journeymap.views.kit.canvas import Canvas, Style
from journeymap.views.kit.scene import Anchor, Box, Mark, Marker, Point, Shape
from journeymap.views.overview import strips
from journeymap.views.overview.grid import Grid
from journeymap.views.overview.in_line import Item, placed
from journeymap.views.overview.return_painter import ReturnPainter, returns
from journeymap.views.overview.run_painter import RunPainter, least
from journeymap.views.overview.strip_sizes import HEIGHT, SIZE
from journeymap.views.overview.strips import Pause, Run, all_assumed
from journeymap.views.overview.target_painter import TargetPainter
from journeymap.views.overview.word_painter import Entry, WordPainter
from journeymap.words.labels import label
from journeymap.words.time_sums import length
from journeymap.words.whose import pain_words

_PILL = 6.0
"""White space left and right of the words of a wait, in points."""
_SEVERITY = {None: 7.0, 1: 5.0, 2: 7.5, 3: 9.5, 4: 12.0}
"""Diameter of a pain by severity, in points; one that nobody scored is a ring."""
_STAR, _LIVE, _NEXT = 11.0, 8.0, 2.0
"""Size of an idea, of one that lives, and from one to the next, in points."""
BY_STAGE = 30
"""Of more steps strips tell of stages, not of steps."""


def _usual(_: Grid) -> float:
    return HEIGHT


def _always(_: Grid) -> bool:
    return True


def _never(_: Grid) -> bool:
    return False


@dataclass(frozen=True, slots=True, kw_only=True)
class Strip:
    """A strip.

    Attributes:
        name: what it tells.
        paint: paints it below an upper edge.
        worth: what is worth least goes first where a page has no room.
        signs: keys of what on it needs to be explained.
        tall: its height on these columns, if not that of others.
        fits: tells whether these columns are wide enough for it.
        counts: tells whether on these columns something says in signs how many more there are.
    """

    name: str
    paint: Callable[[Grid, Canvas, float], None]
    worth: int
    signs: tuple[str, ...] = ()
    tall: Callable[[Grid], float] = _usual
    fits: Callable[[Grid], bool] = _always
    counts: Callable[[Grid], bool] = _never


def strips_of(analysis: Analysis, *, words: bool = False, lines: int = 3) -> Iterator[Strip]:
    """Yields the strips that have anything to say, from top to bottom.

    Args:
        analysis: the map.
        words: whether pains and ideas are told in words.
        lines: of a name at most.
    """
    by_stage = len(analysis.journey_map.steps) > BY_STAGE
    yield from _of_returns(analysis)
    yield from _of_waits(analysis, by_stage=by_stage)
    yield from _of_runs(analysis, by_stage=by_stage, lines=lines)
    yield from _of_pains(analysis.journey_map, by_stage=by_stage, words=words)
    yield from _of_ideas(analysis.journey_map, by_stage=by_stage, words=words)
    yield from _of_targets(analysis.journey_map)


def widths_of_runs(analysis: Analysis) -> tuple[dict[int, float], ...]:
    """Returns how wide columns may be for whole words of who serves at one step, the best first."""
    return least(strips.serving(analysis))


def _of_returns(analysis: Analysis) -> Iterator[Strip]:
    """Yields the ways back, without which who is still there does not add up."""
    if found := returns(analysis):
        name = label("overview-back", analysis.journey_map.journey.language)
        own = ReturnPainter(found)
        yield Strip(name=name, paint=own.paint, tall=own.tall, worth=4)


def _of_waits(analysis: Analysis, *, by_stage: bool) -> Iterator[Strip]:
    journey_map = analysis.journey_map
    waits = strips.pauses(journey_map, marks=not all_assumed(journey_map))
    told = _stage_waits(analysis) if by_stage else waits
    if told:
        is_open = any(each.planned for each in told)
        mixed = is_open and not all(each.planned for each in told)
        yield Strip(
            name=label("overview-waits", journey_map.journey.language),
            paint=_Waits(told, inside=by_stage).paint,
            signs=("planned-wait", *["other-wait"] * mixed) if is_open else ("only-wait",),
            worth=5,
        )


def _of_runs(analysis: Analysis, *, by_stage: bool, lines: int) -> Iterator[Strip]:
    language = analysis.journey_map.journey.language
    found = (
        ("channel", strips.channels(analysis.journey_map), 3),
        ("overview-with", strips.serving(analysis), 1),
    )
    for key, runs, worth in found:
        if runs:
            own = RunPainter(_merged(analysis, runs) if by_stage else runs, lines)
            signs = ("lacking",) if any(run.lacking for run in runs) and not by_stage else ()
            yield Strip(
                name=label(key, language), paint=own.paint, tall=own.tall, worth=worth, signs=signs,
                fits=own.fits, counts=own.counts,
            )  # fmt: skip


def _of_pains(journey_map: JourneyMap, *, by_stage: bool, words: bool) -> Iterator[Strip]:
    hurts = strips.pains(journey_map)
    if any(hurts):
        known = {each for own in hurts for each in own}
        dots = _Dots(hurts, _pain, _pain_width, by_stage=by_stage)
        scored = len(known - {None})
        signs = ("graver",) if scored > 1 else ("pain",) * scored
        told = WordPainter(
            [
                [
                    Entry(
                        text=pain_words(journey_map, each.pain),
                        sign=partial(_pain_at, each.pain.severity),
                    )
                    for each in own
                ]
                for own in (by_gravity(step) for step in journey_map.steps)
            ],
            pains=True,
        )
        yield Strip(
            name=label("pains", journey_map.journey.language),
            paint=told.paint if words else dots.paint,
            counts=_never if words else dots.counts,
            tall=told.tall if words else _usual,
            fits=told.fits if words else _always,
            signs=(*signs, *(("unscored",) if None in known else ())),
            worth=7,
        )


def _of_ideas(journey_map: JourneyMap, *, by_stage: bool, words: bool) -> Iterator[Strip]:
    wishes = strips.ideas(journey_map)
    if any(wishes):
        kinds = {kind for own in wishes for kind in own}
        dots = _Dots(wishes, _idea, _idea_width, by_stage=by_stage)
        told = WordPainter(
            [
                [Entry(text=text, sign=partial(_idea_at, kind)) for kind, text in own]
                for own in map(strips.ideas_of, journey_map.steps)
            ],
            pains=False,
        )
        yield Strip(
            name=label("opportunities", journey_map.journey.language),
            paint=told.paint if words else dots.paint,
            counts=_never if words else dots.counts,
            tall=told.tall if words else _usual,
            fits=told.fits if words else _always,
            signs=tuple(kind for kind in strips.IDEAS if kind in kinds),
            worth=6,
        )


def _of_targets(journey_map: JourneyMap) -> Iterator[Strip]:
    language = journey_map.journey.language or "en"
    if missed := strips.missed(journey_map):
        own = TargetPainter(missed, language)
        name = label("overview-missed", language)
        yield Strip(name=name, paint=own.paint, tall=own.tall, worth=2)


def _stage_waits(analysis: Analysis) -> tuple[Pause, ...]:
    """Returns how long is waited in each stage, told behind its first step."""
    language = analysis.journey_map.journey.language
    found = []
    for each in analysis.times.stages:
        total = each.main[Part.WAITING]
        steps = analysis.journey_map.steps_of(each.stage) if each.stage else ()
        if steps and total.is_known and total.days:
            words = length(total, language)
            found.append(Pause(step=steps[0].position, words=words, planned=False))
    return tuple(found)


def _merged(analysis: Analysis, runs: Sequence[Run]) -> tuple[Run, ...]:
    """Returns a run a stage, with all that holds in it."""
    found = []
    for stage in analysis.journey_map.stages:
        steps = analysis.journey_map.steps_of(stage)
        if not steps:
            continue
        first, stop = steps[0].position, steps[-1].position + 1
        own = [run for run in runs if run.first < stop and run.stop > first]
        names = tuple(dict.fromkeys(name for run in own for name in run.names))
        if own:
            words = tuple(strips.shorter(names, analysis.journey_map.journey.language))
            found.append(Run(first=first, stop=stop, words=words, names=names))
    return tuple(found)


class _Waits:
    """Waits between steps, as pills; planned ones in outline."""

    def __init__(self, pauses: Sequence[Pause], *, inside: bool) -> None:
        self.pauses, self.inside = pauses, inside

    def _at(self, pause: Pause, grid: Grid) -> float:
        if self.inside:
            return next(p.middle for p in grid.panels if p.first <= pause.step < p.stop)
        return grid.edges[pause.step + 1]

    def paint(self, grid: Grid, canvas: Canvas, top: float) -> None:
        """Paints them below an upper edge."""
        theme = canvas.theme
        items = {
            Item(at=self._at(each, grid), texts=(each.words, ""), whole=each.words, pad=_PILL): each
            for each in self.pauses
        }
        for item, text, x in placed(list(items), (grid.left, grid.right), SIZE):
            wide = measure.width(text, SIZE) + 2 * _PILL
            planned = items[item].planned
            canvas.boxes.append(
                Box(
                    x=x - wide / 2 + 0.5, y=top + 0.5, width=wide - 1, height=HEIGHT - 1,
                    fill=None if planned else theme.faint, stroke=theme.rule if planned else None,
                    radius=HEIGHT / 2 - 0.5, tooltip=item.whole,
                )
            )  # fmt: skip
            style = Style(size=SIZE, colour=theme.ink, anchor=Anchor.MIDDLE, tooltip=item.whole)
            canvas.write([text], x, top + (HEIGHT - style.leading) / 2, style)


class _Dots:
    """Pains or ideas, a sign each."""

    def __init__(
        self,
        signs: Sequence[Sequence[object]],
        sign: Callable[[object, Point, Canvas], list[Mark]],
        wide: Callable[[object], float],
        *,
        by_stage: bool,
    ) -> None:
        self.signs, self.sign, self.wide, self.by_stage = signs, sign, wide, by_stage

    def _places(self, grid: Grid) -> Iterator[tuple[Sequence[object], float, float]]:
        """Yields signs side by side, with the middle of their place and its width."""
        if self.by_stage:
            for panel in grid.panels:
                every = [e for at in range(panel.first, panel.stop) for e in self.signs[at]]
                yield every, panel.middle, panel.right - panel.left - 4
            return
        for step, own in enumerate(self.signs):
            yield own, grid.middle(step), grid.width(step) - 4

    def counts(self, grid: Grid) -> bool:
        """Tells whether anywhere it says how many more there are."""
        return any(self._fitting(own, room)[1] for own, _, room in self._places(grid))

    def paint(self, grid: Grid, canvas: Canvas, top: float) -> None:
        """Paints them below an upper edge, on a ground of their own."""
        canvas.boxes.append(
            Box(x=grid.left, y=top, width=grid.right - grid.left, height=HEIGHT,
                fill=canvas.theme.panel, radius=4)
        )  # fmt: skip
        y = top + HEIGHT / 2
        for own, middle, room in self._places(grid):
            self._row(own, (middle, y), room, canvas)

    def _row(self, signs: Sequence[object], at: Point, room: float, canvas: Canvas) -> None:
        """Paints signs side by side, and how many more there are where they have no room."""
        widths, (count, more) = [self.wide(each) for each in signs], self._fitting(signs, room)
        extra = measure.width(more, SIZE) + _NEXT if more else 0.0
        x = at[0] - (sum(widths[:count]) + max(0, count - 1) * _NEXT + extra) / 2
        for each, wide in zip(signs[:count], widths[:count], strict=True):
            canvas.draw(*self.sign(each, (x + wide / 2, at[1]), canvas))
            x += wide + _NEXT
        style = Style(size=SIZE, colour=canvas.theme.ink)
        if more:
            canvas.write([more], x, at[1] - style.leading / 2, style)

    def _fitting(self, signs: Sequence[object], room: float) -> tuple[int, str]:
        """Returns how many signs have room, and how many more there are."""
        widths = [self.wide(each) for each in signs]
        count, more = len(signs), ""
        while count > 1:
            more = f"+{len(signs) - count}" if count < len(signs) else ""
            extra = measure.width(more, SIZE) + _NEXT if more else 0.0
            if sum(widths[:count]) + (count - 1) * _NEXT + extra <= room:
                break
            count -= 1
        if count == 1 and len(signs) > 1:
            more = f"+{len(signs) - 1}"
            if widths[0] + _NEXT + measure.width(more, SIZE) > room + 3:
                more = ""
        return count, more


def _pain(severity: object, at: Point, canvas: Canvas) -> list[Mark]:
    return pain_sign(at, severity if isinstance(severity, int) else None, canvas)


def _pain_width(severity: object) -> float:
    return _SEVERITY[severity if isinstance(severity, int) else None]


def pain_sign(at: Point, severity: int | None, canvas: Canvas) -> list[Mark]:
    """Returns the dot of a pain, the larger the graver; a ring where nobody said."""
    size, theme = _SEVERITY[severity], canvas.theme
    if severity is None:
        return [Marker(shape=Shape.CIRCLE, x=at[0], y=at[1], size=size - 1, fill=theme.page,
                       stroke=theme.low, line=1.4)]  # fmt: skip
    return [Marker(shape=Shape.CIRCLE, x=at[0], y=at[1], size=size, fill=theme.low)]


def _pain_at(severity: int | None, at: Point, canvas: Canvas) -> list[Mark]:
    return pain_sign(at, severity, canvas)


def _idea_at(kind: str, at: Point, canvas: Canvas) -> list[Mark]:
    return idea_sign(at, kind, canvas)


def _idea(kind: object, at: Point, canvas: Canvas) -> list[Mark]:
    return idea_sign(at, str(kind), canvas)


def _idea_width(kind: object) -> float:
    return _LIVE if kind == "live" else _STAR


def idea_sign(at: Point, kind: str, canvas: Canvas) -> list[Mark]:
    """Returns the sign of an idea: a star, filled for a quick win; a disc where it lives."""
    theme, (x, y) = canvas.theme, at
    if kind == "live":
        return [Marker(shape=Shape.CIRCLE, x=x, y=y, size=_LIVE, fill=theme.high)]
    fill = theme.high if kind == "quick-win" else theme.page
    return [Marker(shape=Shape.STAR, x=x, y=y, size=_STAR, fill=fill, stroke=theme.high, line=1.1)]
