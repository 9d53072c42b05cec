"""Maps that have nothing but steps: a column a stage, from left to right, its steps below it."""

from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

from journeymap.quick_dataclass import dataclass
from journeymap.views.errors import PageTooSmallError
from journeymap.views.kit import glyphs, measure
from journeymap.views.kit.canvas import Canvas, Style
from journeymap.views.kit.page_frame import PageFrame, PlacedFrame, largest, place_frame
from journeymap.views.kit.scene import Box
from journeymap.views.kit.theme import LEADING, MINIMUM, Type, scale
from journeymap.views.sheet.content import Column, Sheet
from journeymap.views.sheet.lanes import Lane
from journeymap.views.sheet.legend_entries import signs
from journeymap.words.labels import label

_LARGEST = 20.0
"""Largest body type, in points."""
_GAP, _APART, _PAD, _RISE, _RADIUS = 10.0, 14.0, 10.0, 8.0, 6.0
"""Between columns and between cards, white space in a card at its sides, above and below its words,
and the radius of its corners, in points."""
_GROWTH, _MORE = 24.0, 14.0
"""How far a card grows beyond its words, and how far gaps between cards grow, in points."""
_NARROWEST, _COMFORT = 9.0, 7.4
"""Width of a column in multiples of body type: a good one, and the least in need."""


def applies(sheet: Sheet) -> bool:
    """Tells whether a map has nothing but steps, in stages that have names."""
    only = sheet.lanes == (Lane.ACTION,) and not sheet.roomy
    return only and len(sheet.stages) > 1 and any(sheet.stages)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Card:
    """A step in lines."""

    column: Column
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Stack:
    """A stage, or a part of one that goes on, with its cards."""

    stage: int
    name: tuple[str, ...]
    cards: tuple[_Card, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class StagePage:
    """A page of stages side by side.

    Attributes:
        frame: title and legend.
        columns: the steps on it.
        stacks: the stages, from left to right.
        width: of each.
    """

    frame: PlacedFrame
    columns: tuple[Column, ...]
    stacks: tuple[_Stack, ...]
    width: float

    @property
    def header(self) -> float:
        """Height of the names of stages."""
        kind = self.frame.kind
        return max(len(stack.name) for stack in self.stacks) * kind.heading * LEADING + 8

    def paint(self, sheet: Sheet, canvas: Canvas) -> None:
        """Paints stages and steps."""
        spare = max(0.0, self.frame.bottom - self.frame.top - _tall(self.stacks, self.frame.kind))
        most = max(len(stack.cards) for stack in self.stacks) or 1
        growth = min(spare / 2 / most, _GROWTH)
        apart = _APART + min((spare - growth * most) / (most + 1), _MORE)
        x = canvas.page.margin
        for stack in self.stacks:
            self._head(sheet.stages[stack.stage], stack, x, canvas)
            y = self.frame.top + self.header + apart
            for card in stack.cards:
                tall = _card_tall(card, self.frame.kind) + growth
                tint = canvas.theme.stage(stack.stage).tint
                box = Box(
                    x=x, y=y, width=self.width, height=tall, radius=_RADIUS, fill=tint,
                    key=f"{card.column.key}.{Lane.ACTION}", tooltip=" ".join(card.lines),
                )  # fmt: skip
                self._card(card, box, growth, canvas)
                y += tall + apart
            x += self.width + _GAP

    def _head(self, name: str, stack: _Stack, x: float, canvas: Canvas) -> None:
        theme = canvas.theme
        tone, full = theme.stage(stack.stage), bool(stack.cards)
        box = Box(
            x=x, y=self.frame.top, width=self.width, height=self.header, radius=_RADIUS,
            tooltip=name, fill=tone.strong if full else tone.tint, key=f"stage-{stack.stage + 1}",
        )  # fmt: skip
        ink, size = theme.page if full else theme.ink, self.frame.kind.heading
        canvas.label(box, stack.name, Style(size=size, colour=ink, bold=True, tooltip=name))

    def _card(self, card: _Card, box: Box, growth: float, canvas: Canvas) -> None:
        canvas.boxes.append(box)
        style = Style(
            size=self.frame.kind.body, colour=canvas.theme.ink, bold=True, link=card.column.link
        )
        canvas.write(card.lines, box.x + _PAD, box.y + _RISE + growth / 2, style)
        pin(card.column, (box.right - 10, box.y - 3), canvas)


def pin(column: Column, at: tuple[float, float], canvas: Canvas) -> None:
    """Pins the marks of a step to the upper right of its card."""
    x, top = at
    if callout := column.callout:
        words = str(callout.number)
        canvas.draw(*glyphs.badge((x, top - 1), words, canvas.theme, size=glyphs.BADGE))
        x -= 18
    for kind in column.moments:
        canvas.draw(*glyphs.moment((x, top), kind, canvas.theme))
        x -= 14


def lay_out(sheet: Sheet, frame: PageFrame) -> list[StagePage]:
    """Lays the stages out on one page, or on as few as hold them in small type.

    Raises:
        PageTooSmallError: the page is too small for a single step.
    """
    groups = [(stage, list(own)) for stage, own in groupby(sheet.columns, key=lambda c: c.stage)]
    if page := largest(
        lambda kind: _Setter(sheet, frame, kind, len(groups)).whole(groups), most=_LARGEST
    ):
        return [page]
    kind = scale(MINIMUM)
    inner, least = frame.page.width - 2 * frame.page.margin, _COMFORT * kind.body + 2 * _PAD
    setter = _Setter(sheet, frame, kind, max(1, int((inner + _GAP) // (least + _GAP))))
    stacks = [stack for stage, own in groups for stack in setter.broken(stage, own)]
    pages = -(-len(stacks) // setter.count)
    edges = [len(stacks) * i // pages for i in range(pages + 1)]
    return [setter.page(stacks[start:stop]) for start, stop in pairwise(edges)]


class _Setter:
    """Sets stages in one size of type, so many of them side by side."""

    def __init__(self, sheet: Sheet, frame: PageFrame, kind: Type, count: int) -> None:
        self.sheet, self.frame, self.kind, self.count = sheet, frame, kind, count
        page = frame.page
        self.width = float(int((page.width - 2 * page.margin - (count - 1) * _GAP) / count))

    def page(self, stacks: Sequence[_Stack]) -> StagePage:
        """Returns a page with these stages."""
        columns = tuple(card.column for stack in stacks for card in stack.cards)
        return StagePage(
            frame=self._framed(columns), columns=columns, stacks=tuple(stacks), width=self.width
        )

    def whole(self, groups: Sequence[tuple[int, list[Column]]]) -> StagePage | None:
        """Returns all stages on one page; None where they do not fit in this type."""
        body, room = self.kind.body, self.width - 2 * _PAD
        widest = max(measure.longest(_action(each), body, bold=True) for each in self.sheet.columns)
        if self.width < _NARROWEST * body or widest > room:
            return None
        page = self.page([self._stack(stage, own) for stage, own in groups])
        fits = _tall(page.stacks, self.kind) <= page.frame.bottom - page.frame.top
        return page if fits else None

    def broken(self, stage: int, left: Sequence[Column]) -> Iterator[_Stack]:
        """Yields a stage, and one that is higher than a page in parts.

        Raises:
            PageTooSmallError: not even one step has room.
        """
        frame, after = self._framed(self.sheet.columns), ""
        room, longest = frame.bottom - frame.top, self._longest_name()
        while left:
            tries = (self._stack(stage, left[:n], after) for n in range(len(left), 0, -1))
            stack = next((e for e in tries if _tall([e, longest], self.kind) <= room), None)
            if stack is None:
                raise PageTooSmallError("the page is too small for a single step")
            yield stack
            left = left[max(1, len(stack.cards)) :]
            after = f" ({label('continued', self.sheet.language)})"

    def _longest_name(self) -> _Stack:
        """Returns a stage without steps whose name takes as many lines as any may."""
        after = f" ({label('continued', self.sheet.language)})"
        stages = {column.stage for column in self.sheet.columns}
        named = (self._stack(stage, (), after) for stage in stages)
        return max(named, key=lambda stack: len(stack.name))

    def _framed(self, columns: Sequence[Column]) -> PlacedFrame:
        room = self.frame.page.width - 2 * self.frame.page.margin
        return place_frame(self.frame, self.kind, signs(self.sheet, columns, self.kind.small, room))

    def _stack(self, stage: int, own: Sequence[Column], after: str = "") -> _Stack:
        kind, room = self.kind, self.width - 2 * _PAD
        name = f"{self.sheet.stages[stage]}{after}" if self.sheet.stages[stage] else ""
        return _Stack(
            stage=stage,
            name=measure.wrap(name, room, kind.heading, bold=True),
            cards=tuple(
                _Card(
                    column=column,
                    lines=measure.wrap(_action(column), room, kind.body, bold=True),
                )
                for column in own
                if not column.empty
            ),
        )


def _action(column: Column) -> str:
    return " ".join(column.cells.get(Lane.ACTION, ()))


def _card_tall(card: _Card, kind: Type) -> float:
    return len(card.lines) * kind.body * LEADING + 2 * _RISE


def _tall(stacks: Sequence[_Stack], kind: Type) -> float:
    """Returns the height of the highest stage, with the names of all."""
    head = max(len(stack.name) for stack in stacks) * kind.heading * LEADING + 8
    return head + max(
        sum(_card_tall(card, kind) + _APART for card in stack.cards) for stack in stacks
    )
