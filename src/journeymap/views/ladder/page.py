"""The ladder: the value chain as a staircase, the steps on each stair, and where trust turns."""

from collections.abc import Iterator, Sequence

from journeymap.analysis.analysis import Analysis
from journeymap.analysis.trust import Trust
from journeymap.model.frameworks import VALUE_CHAIN
from journeymap.model.journey_map import PlacedStep
from journeymap.model.step import Engagement, Moment
from journeymap.quick_dataclass import dataclass
from journeymap.views.errors import NothingToShowError, PageTooSmallError
from journeymap.views.kit import glyphs, legend, measure
from journeymap.views.kit.canvas import Canvas, Style
from journeymap.views.kit.page_frame import (
    arrange_legend,
    draw_legend,
    heading,
    numbered,
    write_heading,
    write_number,
)
from journeymap.views.kit.scene import Anchor, Box, Point, Scene, oblong
from journeymap.views.kit.theme import LEADING, MINIMUM, Type, scale
from journeymap.views.options import ViewOptions
from journeymap.words.picture_labels import label
from journeymap.words.subtitle import named, subtitle

_SIZES = (16.0, 15.0, 14.0, 13.0, 12.0, 11.0, 10.5, MINIMUM)
"""Sizes of body type, largest first."""
_RISE = 0.11
"""Height of a stair above the one before, as a share of the room."""
_GAP, _PAD = 6.0, 10.0
"""White space between stairs, and inside one at its sides, in points."""
_SPLIT = 7.0
"""White space between the steps on a stair, in points."""
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

    kind: Type
    entries: tuple[tuple[_Entry, ...], ...]
    complete: bool


def read(analysis: Analysis, trust: Trust) -> tuple[Stair, ...]:
    """Returns the levels from the lowest to the highest, with their steps."""
    language = analysis.map.journey.language
    stairs = []
    for level in Engagement:
        stage = VALUE_CHAIN.find(level.value)
        steps = [
            placed
            for placed, found in zip(analysis.map.steps, trust.levels, strict=True)
            if found is level
        ]
        stairs.append(
            Stair(
                name=stage.label(language) if stage else level.value,
                items=tuple(_item(analysis, trust, placed) for placed in steps),
            )
        )
    return tuple(stairs)


def _item(analysis: Analysis, trust: Trust, placed: PlacedStep) -> Item:
    point = trust.point
    return Item(
        key=placed.id,
        text=f"{placed.position + 1} {placed.label}",
        notes=tuple(_notes(analysis, trust, placed)),
        doubts=tuple(_doubts(analysis, trust, placed)),
        flag=bool(point and point.position == placed.position),
    )


def _notes(analysis: Analysis, trust: Trust, placed: PlacedStep) -> Iterator[str]:
    """Yields what is well about a step's place on the ladder."""
    language = analysis.map.journey.language
    here = placed.position
    if trust.point and trust.point.position == here:
        declared = any(each.position == here for each in trust.declared)
        yield label("trust-declared" if declared else "trust-computed", language)
    if placed.step.reward and all(each.position != here for each in trust.early_rewards):
        yield label("reward", language)


def _doubts(analysis: Analysis, trust: Trust, placed: PlacedStep) -> Iterator[str]:
    """Yields what lint would say of a step's place on the ladder."""
    language = analysis.map.journey.language
    here = placed.position
    for change in trust.falls:
        if change.step.position == here:
            yield f"↓ {label('falls-to', language).format(n=change.to.position + 1)}"
    for change in trust.skipped:
        if change.step.position == here:
            yield f"↑ {label('skips-to', language).format(n=change.to.position + 1)}"
    if any(each.position == here for each in trust.early_rewards):
        yield label("reward-early", language)


class _Ladder:
    """Lays the staircase out and paints it."""

    def __init__(self, analysis: Analysis, trust: Trust, options: ViewOptions) -> None:
        self.found, self.options = analysis.map, options
        self.language = analysis.map.journey.language or "en"
        self.stairs = read(analysis, trust)
        self.said = named(subtitle(analysis.map), label("view-ladder", self.language))
        self.missing = [
            placed.position + 1
            for placed, level in zip(analysis.map.steps, trust.levels, strict=True)
            if level is None
        ]

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
        return tuple(self._paint(plan, i, len(plans)) for i, plan in enumerate(plans, 1))

    def _fit(self, left: Sequence[Sequence[Item]]) -> _Plan:
        for body in _SIZES:
            plan = self._plan(left, scale(body))
            if plan.complete:
                return plan
        return self._plan(left, scale(MINIMUM))

    def _frame(self, kind: Type) -> tuple[float, float, float]:
        """Returns the upper and lower edge of the staircase and the width of a stair."""
        page = self.options.page
        head = heading(self.found.journey.title, self.said.lines, page, kind)
        signs = arrange_legend(self._signs(kind), page, kind)
        low = page.height - page.bottom - legend.tall(signs, kind.small) - 6
        width = (page.width - 2 * page.margin - (len(self.stairs) - 1) * _GAP) / len(self.stairs)
        return page.top + head.height + 2, low, float(int(width))

    def _signs(self, kind: Type) -> tuple[legend.Sign, ...]:
        named_: list[tuple[str, legend.Draw]] = []
        if any(item.flag for stair in self.stairs for item in stair.items):
            flag = Moment.TRUST_INFLECTION
            named_.append(
                (label(flag.value, self.language), lambda at, theme: [
                    glyphs.moment(at, flag, theme)])
            )  # fmt: skip
        if self.missing:
            numbers = ", ".join(map(str, self.missing))
            words = label("no-level", self.language).format(n=numbers)
            named_.append((words, lambda _, __: []))
        return legend.of(named_, kind.small)

    def _plan(self, left: Sequence[Sequence[Item]], kind: Type) -> _Plan:
        top, low, width = self._frame(kind)
        rise = _RISE * (low - top)
        chosen, complete = [], True
        for number, items in enumerate(left):
            room = low - top - rise * (len(left) - 1 - number) - self._head(kind, width) - _PAD
            entries: list[_Entry] = []
            for item in items:
                entry = self._entry(item, width - 2 * _PAD, kind)
                room -= _tall(entry, kind) + _SPLIT
                if room < 0:
                    complete = False
                    break
                entries.append(entry)
            chosen.append(tuple(entries))
        return _Plan(kind=kind, entries=tuple(chosen), complete=complete)

    def _head(self, kind: Type, width: float) -> float:
        return (
            max(len(self._name(stair, kind, width)) for stair in self.stairs)
            * (kind.heading * LEADING)
            + 10
        )

    def _name(self, stair: Stair, kind: Type, width: float) -> tuple[str, ...]:
        return measure.wrap(stair.name, width - 2 * _PAD, kind.heading, bold=True)

    def _entry(self, item: Item, room: float, kind: Type) -> _Entry:
        text = measure.wrap(item.text, room - (_FLAG if item.flag else 0), kind.body)
        notes, doubts = (
            tuple(line for note in said for line in measure.wrap(note, room, kind.small, bold=True))
            for said in (item.notes, item.doubts)
        )
        return _Entry(item=item, text=text, notes=notes, doubts=doubts)

    def _paint(self, plan: _Plan, number: int, count: int) -> Scene:
        kind, page, theme = plan.kind, self.options.page, self.options.theme
        canvas = Canvas(page=page, theme=theme)
        write_heading(canvas, heading(self.found.journey.title, self.said.lines, page, kind), kind)
        write_number(canvas, (number, count), kind, self.language)
        title = numbered(self.found.journey.title, (number, count), self.language)
        top, low, width = self._frame(kind)
        rise = _RISE * (low - top)
        for i, stair in enumerate(self.stairs):
            x = page.margin + i * (width + _GAP)
            y = top + rise * (len(self.stairs) - 1 - i)
            tall = self._head(kind, width)
            tone = theme.stage(i)
            for colour, height in ((tone.tint, low - y), (tone.strong, tall)):
                canvas.boxes.append(
                    Box(
                        x=x, y=y, width=width, height=height, fill=colour, radius=6,
                        key=f"stair-{i + 1}" if colour == tone.tint else "",
                    )
                )  # fmt: skip
            style = Style(size=kind.heading, colour=theme.page, bold=True, anchor=Anchor.MIDDLE)
            lines = self._name(stair, kind, width)
            above = y + (tall - len(lines) * style.leading) / 2
            canvas.write(lines, x + width / 2, above, style)
            self._entries(
                plan.entries[i], (x + _PAD, y + tall + _PAD), width - 2 * _PAD, kind, canvas
            )
        draw_legend(canvas, arrange_legend(self._signs(kind), page, kind), kind)
        return canvas.scene(title, self._description(), self.language)

    def _entries(
        self, entries: Sequence[_Entry], at: Point, room: float, kind: Type, canvas: Canvas
    ) -> None:
        theme, (x, y) = canvas.theme, at
        for entry in entries:
            item, top = entry.item, y
            style = Style(size=kind.body, colour=theme.ink, bold=item.flag)
            if item.flag:
                at = (x + 5, y + style.leading / 2)
                canvas.draw(glyphs.moment(at, Moment.TRUST_INFLECTION, theme))
            y = canvas.write(entry.text, x + (_FLAG if item.flag else 0.0), y, style)
            y = canvas.write(entry.notes, x, y, Style(size=kind.small, colour=theme.ink))
            small = Style(size=kind.small, colour=theme.ink, bold=True)
            y = canvas.write(entry.doubts, x, y, small)
            canvas.areas.append(oblong(item.key, (x - 2, top - 1, x + room + 2, y + 2)))
            y += _SPLIT

    def _description(self) -> str:
        """Tells the staircase in words."""
        parts = [f"{self.found.journey.title}. {self.said.full}."]
        for stair in self.stairs:
            steps = "; ".join(
                " ".join((item.text, *item.notes, *item.doubts)) for item in stair.items
            )
            parts.append(f"{stair.name}: {steps or label('no-steps', self.language)}.")
        return " ".join(parts)


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
    if not analysis.map.steps:
        return ()
    trust = analysis.trust
    if trust is None:
        raise NothingToShowError(
            "no step has a level of the value chain: write `engagement:` at steps, "
            "or `framework: value-chain`"
        )
    return _Ladder(analysis, trust, options).scenes()
