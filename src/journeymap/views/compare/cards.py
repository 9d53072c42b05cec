"""The cards at the foot of a comparison: its figures in either map, and what nothing brings."""

from collections.abc import Iterator, Sequence

from journeymap.analysis.emotion import curve
from journeymap.analysis.time import Part
from journeymap.quick_dataclass import dataclass
from journeymap.views.compare.content import mean_feelings
from journeymap.views.compare.headline import completions, counts, waiting
from journeymap.views.compare.maps import Maps
from journeymap.views.compare.readings import readings
from journeymap.views.kit import measure
from journeymap.views.kit.canvas import Canvas, Style
from journeymap.views.kit.page_frame import PlacedFrame
from journeymap.views.kit.scene import Box
from journeymap.views.kit.theme import LEADING
from journeymap.words.completion import completing_both
from journeymap.words.labels import label, marked

_LINES = 2
"""Lines of a card at most, below what it is about."""
_GAP, _PAD = 8.0, 10.0
"""White space between cards, and beside their words, in points."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """A figure in either map, or what is to be known besides.

    Attributes:
        what: what it is.
        text: what it says.
        is_bad: whether it is a lack.
    """

    what: str
    text: str
    is_bad: bool = False


def cards(maps: Maps, lacking: Sequence[str]) -> Iterator[Card]:
    """Yields how many complete it, how it feels, how long one waits, and what becomes of steps.

    Args:
        maps: the two maps.
        lacking: the steps that nothing brings about.
    """
    say = maps.language
    if known := completions(maps):
        before, after, is_assumed = known
        text = _change(str(before), str(after))
        text += f" ({label('assumed-share', say)})" if is_assumed else ""
        complete = completing_both(*maps.analyses, say)
        yield Card(what=label("of-100-complete", say).format(complete=complete), text=text)
    if means := mean_feelings(maps):
        mark = _guessed_feelings(maps)
        text = f"{_change(*means)} ({label(mark, say)})" if mark else _change(*means)
        yield Card(what=label("emotion-mean", say), text=text)
    waits = waiting(maps)
    if all(waits):
        assumed = any(each.times.whole.main[Part.WAITING].assumed for each in maps.analyses)
        text = marked(_change(*waits), say, assumed=assumed)
        yield Card(what=label("waiting-time", say), text=text)
    if lacking:
        what = label("brought-by-nothing", say)
        yield Card(what=what, text="; ".join(lacking), is_bad=True)
        return
    same = sum(map(maps.is_same, maps.pairs))
    told = (counts(maps), label("steps-same", say).format(n=same) if same else "")
    yield Card(what=label("steps", say), text=", ".join(filter(None, told)))


def _guessed_feelings(maps: Maps) -> str:
    """Returns the key of how many feelings behind the means are assumed: all, some, or none."""
    points = [point for each in (maps.first, maps.second) for point in curve(each).known]
    if all(point.assumed for point in points):
        return "assumed-share"
    return "partly-assumed" if any(point.assumed for point in points) else ""


def measures(maps: Maps) -> Iterator[Card]:
    """Yields what is measured, with its target, and what the second map says otherwise."""
    for each in readings(maps):
        if each.before and each.after:
            yield Card(
                what=each.name, text=f"{each.before}; {label('later', maps.language)}: {each.after}"
            )
        elif each.before or each.after:
            yield Card(what=each.name, text=each.before or each.after)


def _change(before: str, after: str) -> str:
    return before if before == after else f"{before} → {after}"


class Row:
    """Cards side by side, at the foot of a page."""

    def __init__(self, shown: Sequence[Card], placed: PlacedFrame) -> None:
        """Takes the cards, and what stands around the picture."""
        self.cards, self.placed = shown, placed

    @property
    def height(self) -> float:
        """Their height, in points."""
        kind, inside = self.placed.kind, self._width - 2 * _PAD
        texts = (measure.wrap(card.text, inside, kind.body, bold=True) for card in self.cards)
        lines = min(_LINES, max(map(len, texts), default=0))
        return (kind.small + lines * kind.body) * LEADING + 14

    @property
    def _width(self) -> float:
        page, count = self.placed.frame.page, len(self.cards)
        return (page.width - 2 * page.margin - (count - 1) * _GAP) / count

    def draw(self, canvas: Canvas, top: float) -> None:
        """Draws them from an upper edge down."""
        for number, card in enumerate(self.cards):
            x = self.placed.frame.page.margin + number * (self._width + _GAP)
            self._card(canvas, card, (x, top))

    def _card(self, canvas: Canvas, card: Card, at: tuple[float, float]) -> None:
        (x, top), theme, kind = at, canvas.theme, self.placed.kind
        box = Box(
            x=x,
            y=top,
            width=self._width,
            height=self.height,
            fill=theme.pain if card.is_bad else theme.cell,
            radius=6,
            tooltip=f"{card.what}: {card.text}",
        )
        canvas.boxes.append(box)
        inside = self._width - 2 * _PAD
        muted = Style(size=kind.small, colour=theme.muted, bold=True)
        ink = Style(size=kind.body, colour=theme.ink, bold=True, tooltip=card.text)
        head = measure.wrap(card.what, inside, kind.small, bold=True)
        y = canvas.write(measure.clip(head, 1, inside, kind.small), x + _PAD, top + 6, muted)
        lines = measure.wrap(card.text, inside, kind.body, bold=True)
        canvas.write(measure.clip(lines, _LINES, inside, kind.body), x + _PAD, y, ink)
