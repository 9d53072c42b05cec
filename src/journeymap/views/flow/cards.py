"""A stop of the flow in lines."""

from journeymap.quick_dataclass import dataclass
from journeymap.views.flow.content import Net, Stop, crossing
from journeymap.views.kit import measure
from journeymap.views.kit.glyphs import GLYPH, Passage
from journeymap.views.kit.theme import LEADING, Type
from journeymap.words.labels import label

PAD, RISE = 7.0, 5.0
"""White space in a card, at its sides and above and below its words, in points."""
SIDE = GLYPH + 5
"""Width of a glyph before words, in points."""
_NAME_LINES = 2
"""Lines of the name of a stage at most."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """A stop in lines.

    Attributes:
        stop: the stop.
        index: its position among all stops.
        title: lines of what happens.
        notes: lines of hand-offs, deadlines and of ways to other pages, each with its glyph if it
            has one, and whether something is wrong there.
        leaks: lines of those who leave.
        height: of the card.
    """

    stop: Stop
    index: int
    title: tuple[str, ...]
    notes: tuple[tuple[Passage | None, tuple[str, ...], bool], ...]
    leaks: tuple[tuple[str, ...], ...]
    height: float


def card(net: Net, index: int, width: float, kind: Type, shown: range) -> Card:
    """Returns a stop in lines.

    Args:
        net: the flow.
        index: position of the stop.
        width: of the card.
        kind: sizes of type.
        shown: the stops of the page; ways to others are told in words.
    """
    stop, room = net.stops[index], width - 2 * PAD
    title = measure.wrap(stop.title, room, kind.body, bold=True)
    beside = room - SIDE
    returns = measure.wrap(stop.returns, room, kind.small) if stop.returns else ()
    notes: list[tuple[Passage | None, tuple[str, ...], bool]] = []
    notes += [(None, returns, False)] if returns else []
    notes += [
        (
            Passage.LACKING if name in stop.lacking else Passage.HANDOFF,
            measure.wrap(name, beside, kind.small),
            name in stop.lacking,
        )
        for name in stop.handoffs
    ]
    notes += [(Passage.LATE, measure.wrap(words, beside, kind.small), True) for words in stop.late]
    notes += [
        (None, measure.wrap(words, room, kind.small), False)
        for words in crossing(net, index, shown)
    ]
    leaks = tuple(measure.wrap(words, beside, kind.small) for words in stop.leaks)
    small = sum(len(lines) for _, lines, _ in notes) + (1 if stop.head else 0)
    height = (len(title) * kind.body + small * kind.small) * LEADING + 2 * RISE
    lost = sum(len(lines) for lines in leaks) * kind.small * LEADING
    return Card(
        stop=stop,
        index=index,
        title=title,
        notes=tuple(notes),
        leaks=leaks,
        height=height + (lost + 6 if leaks else 0.0),
    )


def name(net: Net, stage: int, width: float, kind: Type, *, again: bool) -> tuple[str, ...]:
    """Returns the lines of a stage's name, and that it goes on where it has begun elsewhere."""
    words, room = net.stages[stage], width - 2 * PAD
    if not words:
        return ()
    more = f"({label('continued', net.language)})"
    lines = measure.wrap(f"{words} {more}" if again else words, room, kind.small, bold=True)
    if len(lines) <= _NAME_LINES:
        return lines
    lines = measure.wrap(words, room, kind.small, bold=True)
    lines = measure.clip(lines, _NAME_LINES, room, kind.small)
    return (*lines, *measure.wrap(more, room, kind.small, bold=True)) if again else lines
