"""The map on a narrow terminal: the curve, then stages as headings over their steps."""

from collections.abc import Iterator

from journeymap.terminal import shared_parts
from journeymap.terminal.board import LANES, Board, Item, Sign
from journeymap.terminal.emotion_chart import Chart, bar, feeling_tone
from journeymap.terminal.lines import Line, Run, Setter, Tone
from journeymap.views.kit import even_runs

_STEP = 3
"""Cells that a step takes on the curve, at least."""
_WORD = 16
"""Cells of a line of feelings, at most."""
_BAR = 9


class Rows:
    """Sets a board in rows.

    Attributes:
        board: what to set.
        setter: sets text.
        width: cells of a line.
    """

    def __init__(self, board: Board, setter: Setter, width: int) -> None:
        """Decides how wide the columns are."""
        self.board, self.setter, self.width = board, setter, width
        self.indent = len(str(len(board.items))) + 2
        names = [board.label(lane) for lane in board.lanes]
        self.gutter = max([setter.measure(name) for name in names], default=0) + 2
        words = [
            setter.measure(line)
            for item in board.items
            for mood in item.moods
            for line in setter.wrap(mood.word, _WORD)
        ]
        self.word = max(words, default=0)
        self.mood = self.word + _BAR + 1 + (2 if len(board.people) > 1 else 0) if words else 0

    def lines(self) -> Iterator[Line]:
        """Yields the map below its title."""
        if self.board.people:
            yield from self._curves()
        for stage, items in self.board.stretches(self.board.items):
            yield from self._heading(self.board.stages[stage], stage)
            for item in items:
                if item.empty:
                    words = self.setter.cut(self.board.say("gap"), self.width - self.indent)
                    yield (Run("·".ljust(self.indent), Tone.FAINT), Run(words, Tone.MUTED))
                    yield ()
                    continue
                yield from self._head(item)
                yield from self._details(item)
                yield ()

    def _curves(self) -> Iterator[Line]:
        axis = shared_parts.axis_width(self.board, self.setter)
        room = self.width - axis
        yield shared_parts.emotion_label(self.board, self.setter, self.board.items, room)
        for steps in even_runs.even(range(len(self.board.items)), room // _STEP):
            items = self.board.items[steps.start : steps.stop]
            middles = [(2 * i + 1) * room // (2 * len(items)) for i in range(len(items))]
            yield from shared_parts.curve(self.board, self.setter, items, middles, Chart(room))
            yield self._numbers(items, middles, axis)
            yield ()

    def _numbers(self, items: tuple[Item, ...], middles: list[int], axis: int) -> Line:
        """Returns the steps' numbers below the curve, in the colours of their stages."""
        line: Line = (Run(" " * axis),)
        used = 0
        for item, middle in zip(items, middles, strict=True):
            number = str(item.number or "·")
            start = middle - (len(number) - 1) // 2
            if start < used:
                continue
            line = (*line, Run(" " * (start - used)), Run(number, Tone.STAGE, item.stage))
            used = start + len(number) + 1
            line = (*line, Run(" "))
        return line

    def _heading(self, name: str, stage: int) -> Iterator[Line]:
        if not name:
            yield (Run("━" * self.width, Tone.STAGE_RULE, stage),)
            return
        *first, last = self.setter.wrap(name, self.width - 6)
        for words in first:
            yield (Run(words, Tone.STAGE, stage),)
        rest = self.width - self.setter.measure(last) - 1
        yield (Run(f"{last} ", Tone.STAGE, stage), Run("━" * rest, Tone.STAGE_RULE, stage))

    def _head(self, item: Item) -> Iterator[Line]:
        """Yields a step's number and action beside how people feel."""
        room = self.width - self.indent - (self.mood + 2 if self.mood else 0)
        words = [(Run(text, Tone.STRONG),) for text in self.setter.wrap(item.action, room)]
        number = Run(f"{item.number:>{self.indent - 2}}  ", Tone.STAGE, item.stage)
        blank = Run(" " * self.indent)
        people = range(len(self.board.people))
        right = [line for person in people for line in self._mood(item, person)]
        for i in range(max(len(words), len(right))):
            left = words[i] if i < len(words) else ()
            line = (number if not i else blank, *left)
            if i < len(right):
                line = (*self.setter.pad(line, self.width - self.mood), *right[i])
            yield line

    def _mood(self, item: Item, person: int) -> Iterator[Line]:
        """Yields somebody's sign, how far the feeling is from neutral, and its words."""
        mood = item.mood(person)
        if mood is None:
            return
        tone = feeling_tone(mood.value)
        first, *more = self.setter.wrap(mood.word, _WORD)
        look = Run(f"{bar(mood.value)} {first}", tone)
        alone = len(self.board.people) == 1
        sign = shared_parts.symbol(self.board, person, tone, hollow=item.assumed)
        yield (look,) if alone else (sign, Run(" "), look)
        indent = Run(" " * (_BAR + 1 + (0 if alone else 2)))
        yield from ((indent, Run(words, tone)) for words in more)

    def _details(self, item: Item) -> Iterator[Line]:
        room = self.width - self.indent - self.gutter
        for lane in LANES:
            entries = item.words.get(lane, ())
            label = self.board.label(lane) if entries else ""
            for line in self.setter.entries(entries, room, sign=shared_parts.SIGNS.get(lane)):
                yield self._row(label, line)
                label = ""
        for sign in (*item.moments, *item.after):
            tone = Tone.MARK if sign in item.moments else Tone.MUTED
            for line in self._signed(sign, room, tone):
                yield self._row("", line)

    def _signed(self, sign: Sign, room: int, tone: Tone) -> list[Line]:
        return self.setter.entries([sign.words], room, tone, Run(sign.symbol, tone))

    def _row(self, label: str, line: Line) -> Line:
        left = self.setter.pad((Run(label, Tone.MUTED),), self.gutter)
        return (Run(" " * self.indent), *left, *line)
