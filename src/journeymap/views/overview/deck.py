"""The cards of the overview side by side: how wide each is, in which type, in how many lines."""

from collections.abc import Iterator, Sequence

from journeymap.quick_dataclass import dataclass
from journeymap.views.kit import glyphs, measure
from journeymap.views.kit.canvas import Canvas, Style
from journeymap.views.kit.scene import Box, oblong
from journeymap.views.overview.cards import Card
from journeymap.views.overview.name_widths import filled, narrowest

_TITLE, _BODIES, _SMALL = 12.0, (11.0, 10.0), 10.0
"""Type of the name of a step, of what hurts and would help, the first in which it is whole, and of
the rest, in points."""
_GAP, _PAD, _RISE, _BADGE = 12.0, 10.0, 6.0, 15.0
"""Between cards, and white space in them: left and right, above and below; badge, in points."""
_BESIDE = 7.0
"""Between a badge and the words, in points."""
_AROUND = 2 * _PAD + _BADGE + _BESIDE
"""What of the width of a card its words do not have, in points."""
_LEAD = 1.18
_SLIGHT = 2.0
"""By so little a card may be higher than others to say all of an idea, in points."""
_FEWEST = 2
"""A card is at most as wide as if there were so many; so many stay where more are not whole."""
_WIDER = 1.35
"""For its idea a card may be so many times as wide as if all were alike."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Broken:
    """A card in lines.

    Attributes:
        whole: whether nothing that hurts or would help is cut.
        size: type of that, in points.
    """

    card: Card
    title: tuple[str, ...]
    lost: tuple[str, ...]
    pain: tuple[str, ...]
    idea: tuple[str, ...]
    aside: tuple[str, ...]
    whole: bool
    size: float

    @property
    def height(self) -> float:
        """Of all its words, with white space above and below."""
        body = (len(self.lost) + len(self.pain) + len(self.idea)) * self.size
        words = len(self.title) * _TITLE + body + len(self.aside) * _SMALL
        return words * _LEAD + 2 * _RISE


def _told(card: Card) -> str:
    """Returns what would help, as it stands on a card."""
    return f"→ {card.idea or card.nothing}"


def fewer(shown: Sequence[Card]) -> Iterator[tuple[Card, ...]]:
    """Yields cards, then fewer of them: that of the first rank and that of the headline stay."""
    yield tuple(shown)
    if len(shown) > _FEWEST:
        named = next((card for card in shown[1:] if card.headline), shown[1])
        yield (shown[0], named)


def _widths(shown: Sequence[Card], total: float, most: int, size: float) -> list[float]:
    """Returns widths that hold all ideas in so many lines, else the first one, as even as can be.

    Args:
        shown: the cards.
        total: width of all together, without the gaps.
        most: lines of an idea.
        size: of its type.
    """
    count = max(_FEWEST, len(shown))
    needs = [narrowest(_told(card), most, size, bold=True) + _AROUND for card in shown]
    needs += [0.0] * (count - len(needs))
    widest = _WIDER * total / count
    for least in (needs, [needs[0], *[0.0] * (count - 1)]):
        widths = filled(least, [1] * count, total)
        if widths and max(widths) <= widest:
            return widths
    return [total / count] * count


def _aside(card: Card, room: float, most: int) -> tuple[str, ...]:
    """Returns the small lines of a card: who drives the idea, or what else the step has."""
    if not card.idea:  # another idea is told whole or not at all
        forms = (measure.wrap(words, room, _SMALL) for words in card.beside)
        return next((tuple(lines) for lines in forms if len(lines) <= most), ())
    aside = " · ".join(filter(None, (card.driven, card.effect)))
    parts = [card.driven, card.effect] if most > 1 else [card.driven or card.effect]
    told = [aside] if measure.width(aside, _SMALL) <= room else parts
    wrapped = (measure.wrap(each, room, _SMALL) for each in told if each)
    return tuple(line for each in wrapped for line in measure.clip(each, 1, room, _SMALL))


def _broken(card: Card, room: float, most: int, size: float) -> Broken:
    """Returns a card in lines.

    Args:
        card: the card.
        room: width of its words, in points.
        most: lines of what hurts, and of what would help.
        size: of their type.
    """
    cut = False

    def lines(text: str, *, bold: bool = False) -> tuple[str, ...]:
        nonlocal cut
        wrapped = measure.wrap(text, room, size, bold=bold)
        cut = cut or len(wrapped) > most
        return measure.clip(wrapped, most, room, size)

    title = measure.wrap(card.step.label, room, _TITLE, bold=True)
    above = most == 1 and card.said and card.needs_pain  # the headline says why they leave
    told = () if above else card.lost
    hurts = most > 1 or not told or card.needs_pain
    whole = (each for each in told if most > 1 or measure.width(each, size) <= room)
    aside = _aside(card, room, most)
    instead = not card.idea and aside  # that there is none against it, and one, contradict
    return Broken(
        card=card,
        title=measure.clip(title, 2, room, _TITLE),
        lost=lines(next(whole, told[-1])) if told else (),
        pain=lines(card.pain) if card.pain and hurts else (),
        idea=() if instead else lines(_told(card), bold=bool(card.idea)),
        aside=aside,
        whole=not cut,
        size=size,
    )


class Deck:
    """Cards side by side."""

    def __init__(self, shown: Sequence[Card], left: float, right: float, most: int) -> None:
        """Breaks words into lines, in the largest type in which they are whole.

        The rest of a text of more than so many lines is in its tooltip.
        """
        self.left = left
        for size in _BODIES:
            self._break(shown, right, most, size)
            if self.whole:
                return
        self._break(shown, right, most, _BODIES[0])

    def _break(self, shown: Sequence[Card], right: float, most: int, size: float) -> None:
        count = max(_FEWEST, len(shown))
        self.widths = _widths(shown, right - self.left - (count - 1) * _GAP, most, size)
        rooms = [width - _AROUND for width in self.widths]
        self.cards = [
            _broken(card, room, most, size) for card, room in zip(shown, rooms, strict=False)
        ]
        room = self.height + _SLIGHT
        for i, card in enumerate(shown):  # those with fewer lines say more in the room of others
            longer = _broken(card, rooms[i], most + 1, size)
            if longer.height <= room:
                self.cards[i] = longer

    @property
    def height(self) -> float:
        """Of the highest one; 0 where there is none."""
        return max((each.height for each in self.cards), default=0.0)

    @property
    def whole(self) -> bool:
        """Whether nothing that hurts or would help is cut on any of them."""
        return all(each.whole for each in self.cards)

    def paint(self, canvas: Canvas, top: float, height: float) -> None:
        """Paints them below an upper edge."""
        theme, left = canvas.theme, self.left
        for each, wide in zip(self.cards, self.widths, strict=False):
            told = each.card.headline
            box = Box(x=left + 0.5, y=top + 0.5, width=wide - 1, height=height - 1,
                      fill=theme.panel if told else theme.page,
                      stroke=theme.accent if told else theme.rule, radius=7)  # fmt: skip
            canvas.boxes.append(box)
            right, low = left + wide, top + height
            canvas.areas.append(oblong(each.card.step.id, (left, top, right, low)))
            _words(each, canvas, (left, top + _RISE))
            left += wide + _GAP


def _words(each: Broken, canvas: Canvas, at: tuple[float, float]) -> None:
    theme, card, (left, top) = canvas.theme, each.card, at
    disc = (left + _PAD + _BADGE / 2, top + _TITLE * _LEAD / 2)
    canvas.draw(*glyphs.badge(disc, card.badge, theme, size=_BADGE))
    x = left + _PAD + _BADGE + _BESIDE
    bold, size = bool(card.idea), each.size
    rest = " · ".join(filter(None, (*card.beside[:1], card.driven, card.effect)))
    rows = (
        (each.title, Style(size=_TITLE, colour=theme.ink, bold=True, tooltip=card.step.label)),
        (each.lost, Style(size=size, colour=theme.low, tooltip="".join(card.lost[:1]))),
        (each.pain, Style(size=size, colour=theme.low, tooltip=card.pain)),
        (each.idea, Style(size=size, colour=theme.high if bold else theme.muted, bold=bold,
                          tooltip=card.idea)),
        (each.aside, Style(size=_SMALL, colour=theme.muted, tooltip=rest)),
    )  # fmt: skip
    for lines, style in rows:
        for words in lines:
            canvas.write([words], x, top, style)
            top += style.size * _LEAD
