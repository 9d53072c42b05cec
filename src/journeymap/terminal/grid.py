"""The map on a wide terminal: stages over steps over lanes, in bands where it needs several."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import pairwise, zip_longest

from journeymap.quick_dataclass import dataclass
from journeymap.terminal import shared_parts
from journeymap.terminal.board import Board, Item, Sign
from journeymap.terminal.emotion_chart import Chart, feeling_tone
from journeymap.terminal.lines import Line, Run, Setter, Tone
from journeymap.views.kit import even_runs
from journeymap.views.sheet.lanes import Lane

_LEAST, _MOST = 18, 52
"""Cells of a column: narrower ones are hard to read, wider ones look empty."""
_GAP = 2
_GAP_MARK: Line = (Run("·", Tone.FAINT),)
"""What stands where nothing was filled in."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """A step's column in a band.

    Attributes:
        item: the step.
        start: its first cell.
        width: its cells.
    """

    item: Item
    start: int
    width: int

    @property
    def stop(self) -> int:
        """The cell behind its last one."""
        return self.start + self.width


def place(items: Sequence[Item], room: int) -> tuple[Slot, ...]:
    """Deals out the cells of a line among steps, to the last one unless columns get too wide."""
    whole = min(room, len(items) * (_MOST + _GAP) - _GAP) + _GAP
    edges = [whole * i // len(items) for i in range(len(items) + 1)]
    return tuple(
        Slot(item=item, start=left, width=right - left - _GAP)
        for item, (left, right) in zip(items, pairwise(edges), strict=True)
    )


Cell = Callable[[Slot], Sequence[Line]]
"""What stands in a column of a lane, no wider than the column."""


class Grid:
    """Sets a board as a grid.

    Attributes:
        board: what to set.
        setter: sets text.
        width: cells of a line.
        gutter: cells for the names of lanes.
    """

    def __init__(self, board: Board, setter: Setter, width: int) -> None:
        """Decides how wide the names of lanes are."""
        self.board, self.setter, self.width = board, setter, width
        names = [board.label(lane) for lane in (Lane.ACTION, *board.lanes)]
        self._axis = shared_parts.axis_width(board, setter)
        self.gutter = max(self._axis, *(setter.measure(name) + 2 for name in names))

    @property
    def has_gaps(self) -> bool:
        """Whether a cell is empty."""
        lanes, items = self.board.lanes, self.board.items
        return any(item.empty or not item.words.keys() >= set(lanes) for item in items)

    def lines(self) -> Iterator[Line]:
        """Yields the map below its title."""
        room = self.width - self.gutter
        stages = [item.stage for item in self.board.items]
        for steps in even_runs.cut(stages, (room + _GAP) // (_LEAST + _GAP)):
            yield from self._band(place(self.board.items[steps.start : steps.stop], room))
            yield ()

    def _band(self, slots: Sequence[Slot]) -> Iterator[Line]:
        yield from self._stages(slots)
        yield from self._lane(self.board.label(Lane.ACTION), slots, self._action)
        if self.board.people:
            yield self._rule(slots)
            yield from self._curves(slots)
            yield from self._lane("", slots, self._moods)
            yield from self._lane("", slots, self._after)
        elif any(slot.item.after for slot in slots):
            yield self._rule(slots)
            yield from self._lane("", slots, self._after)
        for lane in self.board.lanes:
            yield self._rule(slots)
            yield from self._lane(self.board.label(lane), slots, partial(self._words, lane))

    def _stages(self, slots: Sequence[Slot]) -> Iterator[Line]:
        """Yields the names of stages, over lines as wide as their steps."""
        blocks: list[list[Line]] = []
        for stage, items in self.board.stretches([slot.item for slot in slots]):
            own = [slot for slot in slots if slot.item in items]
            span = own[-1].stop - own[0].start
            words = self.setter.wrap(self._stage_name(stage, items[0]), span)
            names = [self.setter.pad((Run(line, Tone.STAGE, stage),), span) for line in words]
            blocks.append([*names, (Run("━" * span, Tone.STAGE_RULE, stage),)])
        height = max(map(len, blocks))
        for block in blocks:
            blank = (Run(" " * self.setter.width(block[-1])),)
            block[:0] = [blank] * (height - len(block))
        yield from (self._beside("", cells) for cells in zip(*blocks, strict=True))

    def _stage_name(self, stage: int, first: Item) -> str:
        name = self.board.stages[stage]
        at = self.board.items.index(first)
        begun = at > 0 and self.board.items[at - 1].stage == stage
        return f"{name} ({self.board.say('continued')})" if name and begun else name

    def _lane(self, name: str, slots: Sequence[Slot], cell: Cell) -> Iterator[Line]:
        for cells in zip_longest(*map(cell, slots), fillvalue=()):
            pairs = zip(cells, slots, strict=True)
            yield self._beside(name, [self.setter.pad(line, slot.width) for line, slot in pairs])
            name = ""

    def _beside(self, name: str, cells: Sequence[Line]) -> Line:
        """Sets cells beside one another, behind the name of their lane."""
        line = self.setter.pad((Run(name, Tone.MUTED),), self.gutter)
        for i, cell in enumerate(cells):
            line = (*line, *((Run(" " * _GAP),) if i else ()), *cell)
        return line

    def _rule(self, slots: Sequence[Slot]) -> Line:
        return self._beside("", [(Run("─" * slots[-1].stop, Tone.FAINT),)])

    def _curves(self, slots: Sequence[Slot]) -> Iterator[Line]:
        room = slots[-1].stop
        indent = Run(" " * (self.gutter - self._axis))
        items = [slot.item for slot in slots]
        yield shared_parts.emotion_label(self.board, self.setter, items, room)
        middles = [slot.start + slot.width // 2 for slot in slots]
        for line in shared_parts.curve(self.board, self.setter, items, middles, Chart(room)):
            yield (indent, *line)

    def _action(self, slot: Slot) -> list[Line]:
        if slot.item.empty:
            return [_GAP_MARK]
        number = Run(f"{slot.item.number} ", Tone.STAGE, slot.item.stage)
        indent = Run(" " * len(number.text))
        words = self.setter.wrap(slot.item.action, slot.width - len(number.text))
        lines = [(indent if i else number, Run(w, Tone.STRONG)) for i, w in enumerate(words)]
        return [*lines, *self._signed(slot.item.moments, slot.width, Tone.MARK)]

    def _moods(self, slot: Slot) -> list[Line]:
        lines: list[Line] = []
        for mood in slot.item.moods:
            tone = feeling_tone(mood.value)
            sign = shared_parts.symbol(self.board, mood.person, tone, hollow=slot.item.assumed)
            lead = sign if len(self.board.people) > 1 else None
            lines += self.setter.entries([mood.word], slot.width, tone, lead)
        widest = max(map(self.setter.width, lines), default=0)
        indent = Run(" " * ((slot.width - widest) // 2))
        return [(indent, *line) for line in lines]

    def _after(self, slot: Slot) -> list[Line]:
        return self._signed(slot.item.after, slot.width, Tone.MUTED)

    def _signed(self, signs: Sequence[Sign], width: int, tone: Tone) -> list[Line]:
        return [
            line
            for sign in signs
            for line in self.setter.entries([sign.words], width, tone, Run(sign.symbol, tone))
        ]

    def _words(self, lane: Lane, slot: Slot) -> list[Line]:
        entries = slot.item.words.get(lane, ())
        lines = self.setter.entries(entries, slot.width, sign=shared_parts.SIGNS.get(lane))
        return lines or ([] if slot.item.empty else [_GAP_MARK])
