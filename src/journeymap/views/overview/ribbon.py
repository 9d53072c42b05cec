"""Who is still there: a ribbon as high as people are left, from zero, with what is lost below."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import accumulate, zip_longest

from journeymap.analysis.analysis import Analysis
from journeymap.analysis.still_there import StillThere, each_still_there, still_there
from journeymap.model.journey_map import JourneyMap
from journeymap.quick_dataclass import dataclass
from journeymap.views.kit import measure
from journeymap.views.kit.canvas import Canvas, Style
from journeymap.views.kit.contrast import contrast
from journeymap.views.kit.scene import Anchor, Box, line
from journeymap.views.kit.theme import Theme
from journeymap.views.kit.twin_theme import chosen
from journeymap.views.overview.grid import Grid
from journeymap.views.overview.in_line import at_step, placed
from journeymap.views.overview.losses import ended_at, lost_at
from journeymap.words.labels import label

SIZE = 10.0
"""Type of numbers and of losses, in points."""
WHOLE, EACH = 20.0, 19.6
"""Height of 100 people on the only ribbon, and on one of several, in points."""
LOSSES = 13.0
"""Height of a row of losses, in points."""
_LETTERS = 9.8
"""Height that a number takes, in points."""
_LEGIBLE = 4.5
"""Least contrast of words with what they stand on (WCAG AA)."""
ROUNDED = "≈ "
"""Before the last figure where losses and remainders are rounded and do not add up."""
_SHORT = 120.0
"""On a last stretch that is no longer, the number in the end is enough, in points."""
_TAIL = 24.0
"""Length of the ribbon behind those lost at the last step, in points: room for their number."""
_HATCH = 4.0
"""From line to line where nobody knows who is there, in points."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ribbon:
    """How many are still there.

    Attributes:
        name: whose ribbon it is; empty where it is everybody's.
        there: what is computed.
        losses: per step who is lost there, or ends there otherwise, in words, the longest first;
            none where nobody is.
        tall: height of 100 people.
        language: of labels.
    """

    name: str
    there: StillThere
    losses: tuple[tuple[str, ...], ...]
    tall: float
    language: str

    @property
    def height(self) -> float:
        """Of the ribbon and the losses below it."""
        return self.tall + (LOSSES if any(self.losses) and not self.name else 0.0)


def ribbons(analysis: Analysis) -> tuple[Ribbon, ...]:
    """Returns the ribbon of all, or one a persona where their shares differ."""
    journey_map, whole = analysis.journey_map, still_there(analysis)
    own = each_still_there(analysis)
    if len({each.of_100 for each in own.values()}) > 1 and len(own) == len(analysis.of_each):
        return tuple(
            _ribbon(analysis.of_each[who].journey_map, journey_map.short_label(who), each, EACH)
            for who, each in own.items()
        )
    return (_ribbon(journey_map, "", whole, WHOLE),) if whole else ()


def _ribbon(journey_map: JourneyMap, name: str, there: StillThere, tall: float) -> Ribbon:
    losses = tuple(_losses(journey_map, there))
    language = journey_map.journey.language or "en"
    return Ribbon(name=name, there=there, losses=losses, tall=tall, language=language)


def _losses(journey_map: JourneyMap, there: StillThere) -> Iterator[tuple[str, ...]]:
    """Yields per step who is lost there: how many and where they go, then how many alone.

    Who ends there otherwise stands behind them, else alone.
    """
    for step in journey_map.steps:
        lost, ended = lost_at(journey_map, there, step), ended_at(journey_map, there, step)
        if lost:
            brief = [f"{lost.brief}; {words}" for words in ended] or [lost.brief]
            yield (*brief, f"{lost.count}; {ended[-1]}" if ended else lost.count)
        else:
            yield ended


@dataclass(frozen=True, slots=True, kw_only=True)
class _Run:
    """A stretch along which as many are there.

    Attributes:
        left: left edge.
        right: right edge.
        people: how many of 100 are there.
        share: the same, not rounded; those of whom nobody knows are among them.
        unknown: share of whom nobody knows.
        step: position of the step behind which it begins; -1 for the first.
    """

    left: float
    right: float
    people: int
    share: float
    unknown: float
    step: int

    @property
    def known(self) -> float:
        """Share who are there for sure."""
        return self.share - self.unknown


def draw(ribbon: Ribbon, grid: Grid, canvas: Canvas, top: float) -> None:
    """Draws a ribbon below an upper edge."""
    drops = _drops(ribbon, grid)
    runs = _runs(ribbon, grid, drops)
    low, theme = top + ribbon.tall, canvas.theme
    least = ribbon.tall * min(run.known for run in runs)
    if least >= _LETTERS:
        _slabs(ribbon, runs, canvas, low)
    for run in runs:
        known, dark = ribbon.tall * run.known, ribbon.tall * run.unknown
        if least < _LETTERS:
            wide = run.right - run.left
            canvas.boxes.append(
                Box(
                    x=run.left, y=low - known, width=wide, height=known, fill=_ground(ribbon, theme)
                )
            )
        if dark > 0.5:  # noqa: PLR2004 - what can be seen
            _hatch(canvas, (run.left, low - known - dark), (run.right, low - known))
    _numbers(ribbon, runs, canvas, low, least)
    if not ribbon.name:
        _lost(ribbon, grid, canvas, low)


def _ground(ribbon: Ribbon, theme: Theme) -> str:
    """Returns the colour of a ribbon: pale where what is lost stands on it in red."""
    if not ribbon.name:
        return theme.rule
    return chosen(_legible, theme.low, theme.faint, theme.panel)


def _legible(words: str, ground: str, instead: str) -> str:
    """Returns the ground on which words can be read."""
    return ground if contrast(words, ground) >= _LEGIBLE else instead


def _drops(ribbon: Ribbon, grid: Grid) -> list[float]:
    """Returns where people are lost: behind each step, at the last one not before its middle."""
    count = len(ribbon.losses)
    wide = measure.width(_last(ribbon), SIZE, bold=True) + 12
    last = min(max(grid.middle(count - 1), grid.right - wide), grid.right - _TAIL)
    last = max(last, grid.edges[count - 1] + 4)
    return [*(grid.edges[i + 1] for i in range(count - 1)), last]


def _last(ribbon: Ribbon) -> str:
    """Returns how many are there in the end, marked where rounded figures do not add up."""
    words = label("come-here", ribbon.language).format(n=ribbon.there.of_100[-1])
    return words if ribbon.there.adds_up else f"{ROUNDED}{words}"


def _runs(ribbon: Ribbon, grid: Grid, drops: Sequence[float]) -> list[_Run]:
    shares = (1.0, *ribbon.there.after)
    unknown = (0.0, *accumulate(ribbon.there.unknown))
    people, runs = (100, *ribbon.there.of_100), list[_Run]()
    for i, right in enumerate((*drops, grid.right)):
        left = runs[-1].right if runs else grid.left
        run = _Run(
            left=left, right=right, step=i - 1, people=people[i], share=shares[i],
            unknown=unknown[i],
        )  # fmt: skip
        if runs and (runs[-1].share, runs[-1].unknown) == (run.share, run.unknown):
            runs[-1] = replace(runs[-1], right=right)
        else:
            runs.append(run)
    return runs


def _slabs(ribbon: Ribbon, runs: Sequence[_Run], canvas: Canvas, low: float) -> None:
    """Draws a ribbon as slabs on one another, so that numbers stand on the lowest one."""
    height = 0.0
    for run in reversed(runs):
        known = ribbon.tall * run.known
        if known > height + 0.01:
            wide = run.right - runs[0].left
            canvas.boxes.append(
                Box(x=runs[0].left, y=low - known, width=wide, height=known - height,
                    fill=_ground(ribbon, canvas.theme))
            )  # fmt: skip
            height = known


def _hatch(canvas: Canvas, start: tuple[float, float], end: tuple[float, float]) -> None:
    """Hatches those of whom nobody knows whether they are there."""
    (left, top), (right, low) = start, end
    high, x = low - top, left
    while x < right:
        reach = min(high, right - x)
        canvas.draw(line((x, low), (x + reach, low - reach), colour=canvas.theme.muted, width=0.7))
        x += _HATCH


def _numbers(
    ribbon: Ribbon, runs: Sequence[_Run], canvas: Canvas, low: float, least: float
) -> None:
    """Writes how many of 100 are there where it changes, and how many are in the end."""
    style = Style(size=SIZE, colour=canvas.theme.ink, bold=True)

    def top(run: _Run) -> float:
        """Returns where a number stands: on the ribbon, or above it where it is too low."""
        tall = least if least >= _LETTERS else ribbon.tall * run.known
        middle = low - tall / 2 if tall >= _LETTERS else low - tall - _LETTERS / 2
        return middle - 0.64 * SIZE

    last, end = runs[-1], _last(ribbon)
    if measure.width(end, SIZE, bold=True) + 7 > last.right - last.left:
        end = str(last.people) if ribbon.there.adds_up else f"{ROUNDED}{last.people}"
    wide = measure.width(end, SIZE, bold=True)
    free = last.right - 5
    if wide + 6 <= last.right - last.left or least >= _LETTERS:
        canvas.write([end], last.right - 5, top(last), replace(style, anchor=Anchor.END))
        free -= wide + 4
    shown: int | None = None
    for run, after in zip_longest(runs, runs[1:]):
        words = str(run.people)
        start, stop = run.left + 5, min(run.right - 4, free)
        right = start + measure.width(words, SIZE, bold=True)
        known = run is last and run.right - run.left <= _SHORT and free < run.right - 5
        if run.people != shown and not known and right <= min(run.right - 2, free):
            canvas.write([words], start, top(run), style)
            shown, start = run.people, right + 6
        told = ribbon.losses[after.step] if ribbon.name and after else ()
        fitting = [each for each in told if start + measure.width(each, SIZE) <= stop]
        colour = _colour(ribbon, after.step if after else -1, canvas.theme)
        plain = replace(style, bold=False, colour=colour, anchor=Anchor.END)
        canvas.write(fitting[:1], stop, top(run), replace(plain, tooltip=told[0] if told else ""))


def _lost(ribbon: Ribbon, grid: Grid, canvas: Canvas, top: float) -> None:
    """Writes what is lost below the steps at which it is; that of the most has its words first."""
    most = max(ribbon.there.lost_of_100)
    items = [
        at_step(texts, i, grid, firm=ribbon.there.lost_of_100[i] == most)
        for i, texts in enumerate(ribbon.losses)
        if texts
    ]
    for item, text, x in placed(items, (grid.left, grid.right), SIZE):
        colour = _colour(ribbon, item.key, canvas.theme)
        style = Style(size=SIZE, colour=colour, anchor=Anchor.MIDDLE, tooltip=item.whole)
        canvas.write([text], x, top + 1, style)


def _colour(ribbon: Ribbon, step: int, theme: Theme) -> str:
    """Returns the colour of what happens behind a step: red where people are lost."""
    lost = step in ribbon.there.open_leaks or ribbon.there.is_losing(step)
    return theme.low if lost else theme.muted
