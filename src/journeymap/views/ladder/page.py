"""The ladder: the value chain as a staircase, the steps on each stair, and where trust turns."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial

from journeymap.analysis.analysis import Analysis
from journeymap.analysis.trust import Trust
from journeymap.model.frameworks import VALUE_CHAIN
from journeymap.model.journey_map import PlacedStep
from journeymap.model.step import Engagement, Moment
from journeymap.quick_dataclass import dataclass
from journeymap.views.errors import NothingToShowError, PageTooSmallError
from journeymap.views.kit import legend, measure
from journeymap.views.kit.canvas import Canvas, Style
from journeymap.views.kit.page_frame import (
    PageFrame,
    PlacedFrame,
    draw_page,
    frame_of,
    largest,
    place_frame,
)
from journeymap.views.kit.scene import Box, Point, Scene, oblong
from journeymap.views.kit.theme import LEADING, MINIMUM, Type, scale
from journeymap.views.options import ViewOptions
from journeymap.words.labels import label
from journeymap.words.view_titles import of_ladder

_LARGEST = 16.0
"""Largest body type, in points."""
_ABOVE, _BELOW = 6.0, 6.0
"""White space above and below the staircase, in points."""
_RISE = 0.11
"""Height of a stair above the one before, as a share of the room."""
_GAP, _PAD = 6.0, 10.0
"""White space between stairs, and inside one at its sides, in points."""
_SPLIT = 7.0
"""White space between the steps on a stair, in points."""
_turn = legend.moment(Moment.TRUST_INFLECTION)
_FLAG = 15.0
"""Width of the sign of the turning point before words, in points."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """A step on a stair.

    Attributes:
        key: its id.
        text: its number and what happens.
        notes: what is well about its place on the ladder.
        doubts: what is not: falls, skips and early rewards.
        flag: whether trust turns here.
    """

    key: str
    text: str
    notes: tuple[str, ...]
    doubts: tuple[str, ...]
    flag: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Stair:
    """A level of the value chain.

    Attributes:
        name: of the level.
        items: the steps on it.
    """

    name: str
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Entry:
    """A step in lines."""

    item: Item
    text: tuple[str, ...]
    notes: tuple[str, ...]
    doubts: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Plan:
    """The staircase at one size of type, with what fits on each stair."""

    frame: PlacedFrame
    entries: tuple[tuple[_Entry, ...], ...]
    complete: bool


def read(analysis: Analysis, trust: Trust) -> tuple[Stair, ...]:
    """Returns the levels from the lowest to the highest, with their steps."""
    language = analysis.journey_map.journey.language
    names = {stage.id: stage.label(language) for stage in VALUE_CHAIN.stages}
    stairs = []
    for level in Engagement:
        steps = [
            placed_step
            for placed_step, reached in zip(analysis.journey_map.steps, trust.levels, strict=True)
            if reached is level
        ]
        stairs.append(
            Stair(
                name=names[level.value],
                items=tuple(_item(analysis, trust, placed_step) for placed_step in steps),
            )
        )
    return tuple(stairs)


def _item(analysis: Analysis, trust: Trust, placed_step: PlacedStep) -> Item:
    point = trust.point
    return Item(
        key=placed_step.id,
        text=f"{placed_step.position + 1} {placed_step.label}",
        notes=tuple(_notes(analysis, trust, placed_step)),
        doubts=tuple(_doubts(analysis, trust, placed_step)),
        flag=bool(point and point.position == placed_step.position),
    )


def _notes(analysis: Analysis, trust: Trust, placed_step: PlacedStep) -> Iterator[str]:
    """Yields what is well about a step's place on the ladder."""
    language = analysis.journey_map.journey.language
    here = placed_step.position
    if trust.point and trust.point.position == here:
        declared = any(each.position == here for each in trust.declared)
        yield label("trust-declared" if declared else "trust-computed", language)
    if placed_step.step.reward and all(each.position != here for each in trust.early_rewards):
        yield label("reward", language)


def _doubts(analysis: Analysis, trust: Trust, placed_step: PlacedStep) -> Iterator[str]:
    """Yields what lint would say of a step's place on the ladder."""
    language = analysis.journey_map.journey.language
    here = placed_step.position
    for change in trust.falls:
        if change.step.position == here:
            yield f"↓ {label('falls-to', language).format(n=change.to.position + 1)}"
    for change in trust.skipped:
        if change.step.position == here:
            yield f"↑ {label('skips-to', language).format(n=change.to.position + 1)}"
    if placed_step in trust.first and trust.missed(placed_step):
        yield f"↑ {label('skips-below', language)}"
    if any(each.position == here for each in trust.early_rewards):
        yield label("reward-early", language)


class _Ladder:
    """Lays the staircase out and paints it."""

    def __init__(self, analysis: Analysis, trust: Trust, frame: PageFrame) -> None:
        self.frame, self.stairs = frame, read(analysis, trust)
        self.missing = [
            placed_step.position + 1
            for placed_step, level in zip(analysis.journey_map.steps, trust.levels, strict=True)
            if level is None
        ]
        room = frame.page.width - 2 * frame.page.margin
        count = len(self.stairs)
        self.width = float(int((room - (count - 1) * _GAP) / count))

    def scenes(self) -> tuple[Scene, ...]:
        """Paints as many pages as the steps take.

        Raises:
            PageTooSmallError: the page is too small for a single step.
        """
        left = [list(stair.items) for stair in self.stairs]
        plans: list[_Plan] = []
        while any(left) or not plans:
            plan = self._fit(left)
            taken = [len(entries) for entries in plan.entries]
            if any(left) and not any(taken):
                raise PageTooSmallError("the page is too small for the ladder")
            plans.append(plan)
            left = [items[count:] for items, count in zip(left, taken, strict=True)]
        about = tuple(self._description())
        return tuple(
            draw_page(plan.frame, partial(self._draw, plan), about, (number, len(plans)))
            for number, plan in enumerate(plans, 1)
        )

    def _fit(self, left: Sequence[Sequence[Item]]) -> _Plan:
        """Returns all that is left with the largest type at which it fits, else what fits."""
        return largest(partial(self._whole, left), most=_LARGEST) or self._plan(
            left, scale(MINIMUM)
        )

    def _whole(self, left: Sequence[Sequence[Item]], kind: Type) -> _Plan | None:
        plan = self._plan(left, kind)
        return plan if plan.complete else None

    def _signs(self, kind: Type) -> tuple[legend.Sign, ...]:
        language = self.frame.language
        named: list[tuple[str, legend.Draw]] = []
        if any(item.flag for stair in self.stairs for item in stair.items):
            named.append((label(Moment.TRUST_INFLECTION, language), _turn))
        if self.missing:
            numbers = ", ".join(map(str, self.missing))
            named.append((label("no-level", language).format(n=numbers), legend.nothing))
        return legend.of(named, kind.small)

    def _tops(self, frame: PlacedFrame) -> list[float]:
        """Returns the upper edge of each stair."""
        top = frame.top + _ABOVE
        rise = _RISE * (frame.bottom - _BELOW - top)
        return [top + rise * number for number in reversed(range(len(self.stairs)))]

    def _plan(self, left: Sequence[Sequence[Item]], kind: Type) -> _Plan:
        frame = place_frame(self.frame, kind, self._signs(kind))
        low = frame.bottom - _BELOW
        chosen, complete = [], True
        for top, items in zip(self._tops(frame), left, strict=True):
            room = low - top - self._head(kind) - _PAD
            entries: list[_Entry] = []
            for item in items:
                entry = self._entry(item, kind)
                room -= _tall(entry, kind) + _SPLIT
                if room < 0:
                    complete = False
                    break
                entries.append(entry)
            chosen.append(tuple(entries))
        return _Plan(frame=frame, entries=tuple(chosen), complete=complete)

    def _head(self, kind: Type) -> float:
        most = max(len(self._name(stair, kind)) for stair in self.stairs)
        return most * (kind.heading * LEADING) + 10

    def _name(self, stair: Stair, kind: Type) -> tuple[str, ...]:
        return measure.wrap(stair.name, self.width - 2 * _PAD, kind.heading, bold=True)

    def _entry(self, item: Item, kind: Type) -> _Entry:
        room = self.width - 2 * _PAD
        text = measure.wrap(item.text, room - (_FLAG if item.flag else 0), kind.body)
        notes, doubts = (
            tuple(
                line for note in entries for line in measure.wrap(note, room, kind.small, bold=True)
            )
            for entries in (item.notes, item.doubts)
        )
        return _Entry(item=item, text=text, notes=notes, doubts=doubts)

    def _draw(self, plan: _Plan, canvas: Canvas) -> None:
        kind, low, width = plan.frame.kind, plan.frame.bottom - _BELOW, self.width
        tall = self._head(kind)
        style = Style(size=kind.heading, colour=canvas.theme.page, bold=True)
        for i, (stair, y) in enumerate(zip(self.stairs, self._tops(plan.frame), strict=True)):
            x, tone = canvas.page.margin + i * (width + _GAP), canvas.theme.stage(i)
            whole = Box(
                x=x, y=y, width=width, height=low - y, fill=tone.tint, radius=6,
                key=f"stair-{i + 1}",
            )  # fmt: skip
            canvas.boxes.append(whole)
            head = replace(whole, height=tall, fill=tone.strong, key="")
            canvas.label(head, self._name(stair, kind), style)
            self._entries(plan.entries[i], (x + _PAD, y + tall + _PAD), kind, canvas)

    def _entries(self, entries: Sequence[_Entry], at: Point, kind: Type, canvas: Canvas) -> None:
        theme, (x, y) = canvas.theme, at
        right = x + self.width - 2 * _PAD
        for entry in entries:
            item, top = entry.item, y
            style = Style(size=kind.body, colour=theme.ink, bold=item.flag)
            if item.flag:
                at = (x + 5, y + style.leading / 2)
                canvas.draw(*_turn(at, theme))
            y = canvas.write(entry.text, x + (_FLAG if item.flag else 0.0), y, style)
            y = canvas.write(entry.notes, x, y, Style(size=kind.small, colour=theme.ink))
            small = Style(size=kind.small, colour=theme.ink, bold=True)
            y = canvas.write(entry.doubts, x, y, small)
            canvas.areas.append(oblong(item.key, (x - 2, top - 1, right + 2, y + 2)))
            y += _SPLIT

    def _description(self) -> Iterator[str]:
        """Yields the stairs in words."""
        for stair in self.stairs:
            steps = "; ".join(
                " ".join((item.text, *item.notes, *item.doubts)) for item in stair.items
            )
            yield f"{stair.name}: {steps or label('no-steps', self.frame.language)}."


def _tall(entry: _Entry, kind: Type) -> float:
    small = len(entry.notes) + len(entry.doubts)
    return (len(entry.text) * kind.body + small * kind.small) * LEADING


def build(analysis: Analysis, options: ViewOptions) -> tuple[Scene, ...]:
    """Draws the value chain as a staircase.

    Args:
        analysis: the map, and what is computed from it.
        options: what the picture is to look like.

    Returns:
        One scene a page; none for a map without steps.

    Raises:
        NothingToShowError: no step has a level of the value chain.
        PageTooSmallError: the page is too small.
    """
    if not analysis.journey_map.steps:
        return ()
    trust = analysis.trust
    if trust is None:
        raise NothingToShowError(
            "no step has a level of the value chain: write `engagement:` at steps, "
            "or `framework: value-chain`"
        )
    words = label("view-ladder", analysis.journey_map.journey.language)
    title = "" if options.title else of_ladder(analysis)
    page, theme = options.size, options.theme
    frame = frame_of(analysis.journey_map, words, page, theme, title=title)
    return _Ladder(analysis, trust, frame).scenes()
