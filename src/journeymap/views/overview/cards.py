"""The cards of the overview: what hurts most where, what would help, and who drives it."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from journeymap.analysis.analysis import Analysis
from journeymap.analysis.call_outs import Because, call_outs, gravest, gravest_steps
from journeymap.analysis.drivers import Driver
from journeymap.analysis.leverage import Point
from journeymap.analysis.still_there import still_there
from journeymap.model.journey_map import JourneyMap, PlacedOpportunity, PlacedStep
from journeymap.quick_dataclass import dataclass
from journeymap.views.kit import glyphs, measure
from journeymap.views.kit.canvas import Canvas, Style
from journeymap.views.kit.scene import Box, oblong
from journeymap.views.overview.losses import lost_at
from journeymap.views.overview.name_widths import filled, narrowest
from journeymap.words.labels import day, label
from journeymap.words.plain_reasons import WHY, plainly

MOST = 3
"""Steps that have a card; house: as many as a listener keeps in mind."""
_TITLE, _BODY, _SMALL = 12.0, 11.0, 10.0
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
"""A card is at most as wide as if there were so many."""
_WIDER = 1.35
"""For its idea a card may be so many times as wide as if all were alike."""


NAMED = "!"
"""What the badge of a step says that the headline names and that has no rank among the first."""
GRAVE = "+"
"""What the badge of a step says that has a card for its pain alone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """A step that is called out.

    Attributes:
        badge: its rank among the call-outs, from 1; a mark where it is none: `NAMED` where the
            headline names it, else `GRAVE`.
        step: the step.
        lost: who is lost there and why, then shorter; empty where the headline names it not.
        pain: what hurts there, or what else presses.
        idea: what would help, or whose idea it has as well; empty where nobody has an idea.
        effect: effect and effort of the idea.
        driven: who drives it, and until when.
        nothing: the words where nobody has an idea.
        headline: whether the headline names the step.
    """

    badge: str
    step: PlacedStep
    lost: tuple[str, ...]
    pain: str
    idea: str
    effect: str
    driven: str
    nothing: str
    headline: bool


def cards(
    analysis: Analysis, *, by_leverage: bool = True, first: Sequence[PlacedStep] = ()
) -> tuple[Card, ...]:
    """Returns the steps that are called out, at most as many as have room.

    Those of the call-outs, by rank, then others with grave pains. One that the headline names and
    that is not among them takes the last place.

    Args:
        analysis: the map.
        by_leverage: whether pressure counts.
        first: the steps that the headline names.
    """
    journey_map = analysis.journey_map
    by_step = {each.step.position: each for each in analysis.leverage}
    called = call_outs(analysis, by_leverage=by_leverage)
    named = [step.position for step in first]
    badges = {each.step.position: str(each.number) for each in called}
    order = list(badges)
    if called and called[0].because is Because.PRESSURE:
        order += [step.position for step in gravest_steps(analysis)]
    order = list(dict.fromkeys(order))[:MOST]
    missing = [at for at in named if at not in order][:1]
    order = [*order[: MOST - len(missing)], *missing]
    found = [
        _card(
            analysis, by_step[at], badges.get(at, NAMED if at in named else GRAVE),
            _pain(journey_map, by_step[at]), headline=at in named,
        )
        for at in order if at in by_step
    ]  # fmt: skip
    return tuple(_once(found, journey_map.journey.language))


def badges(
    analysis: Analysis, shown: Sequence[Card], *, by_leverage: bool = True
) -> dict[int, str]:
    """Returns what stands at steps: the rank of each call-out, as on all pages, and marks of cards.

    Args:
        analysis: the map.
        shown: the cards; without any nothing is called out.
        by_leverage: whether pressure counts.
    """
    called = call_outs(analysis, by_leverage=by_leverage) if shown else ()
    ranks = {each.step.position: str(each.number) for each in called}
    return ranks | {card.step.position: card.badge for card in shown}


def _once(found: Sequence[Card], language: str | None) -> Iterator[Card]:
    """Yields cards of which each idea stands on the first one alone; others refer to that."""
    told: dict[tuple[str, str], Card] = {}
    for card in found:
        first = told.setdefault((card.idea, card.driven), card)
        if first is card or not card.idea:
            yield card
            continue
        same = label("same-idea", language).format(number=first.badge)
        effect = "" if card.effect == first.effect else card.effect
        yield replace(card, idea=same, driven="", effect=effect)


def _pain(journey_map: JourneyMap, point: Point) -> str:
    """Returns what hurts at a step, or what else presses; empty where nothing is known to."""
    inputs = point.drives[Driver.HAZARD].inputs
    pain = next((each for each in point.step.pains if each.id == inputs.get("pain")), None)
    pain = pain or gravest(point.step)
    told = pain.label if pain else next(iter(plainly(point, journey_map)), "")
    return told[:1].upper() + told[1:]


def _card(analysis: Analysis, point: Point, badge: str, pain: str, *, headline: bool) -> Card:
    journey_map = analysis.journey_map
    language = journey_map.journey.language
    best = point.choice.idea if point.choice else None
    there = still_there(analysis) if headline else None
    lost = lost_at(journey_map, there, point.step) if there else None
    return Card(
        badge=badge,
        step=point.step,
        lost=lost.told if lost else (),
        pain=pain if point.step.pains or not lost else "",
        idea=best.opportunity.text if best else "",
        effect=_effect(best, language),
        driven=_driven(best, language),
        nothing=label("no-idea", language),
        headline=headline,
    )


def _effect(best: PlacedOpportunity | None, language: str | None) -> str:
    if best is None:
        return ""
    rated = (("idea-impact", best.opportunity.impact), ("idea-effort", best.opportunity.effort))
    return " · ".join(f"{label(key, language)} {n}/{glyphs.RATED}" for key, n in rated if n)


def _driven(best: PlacedOpportunity | None, language: str | None) -> str:
    if best is None:
        return ""
    idea = best.opportunity
    until = day(idea.by, language) if idea.by else ""
    return " · ".join(filter(None, (idea.owner or label("no-owner", language), until)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Broken:
    """A card in lines."""

    card: Card
    title: tuple[str, ...]
    lost: tuple[str, ...]
    pain: tuple[str, ...]
    idea: tuple[str, ...]
    aside: tuple[str, ...]

    @property
    def height(self) -> float:
        """Of all its words, with white space above and below."""
        body = (len(self.lost) + len(self.pain) + len(self.idea)) * _BODY
        words = len(self.title) * _TITLE + body + len(self.aside) * _SMALL
        return words * _LEAD + 2 * _RISE


def _told(card: Card) -> str:
    """Returns what would help, as it stands on a card."""
    return f"→ {card.idea or card.nothing}"


def _widths(shown: Sequence[Card], total: float, most: int) -> list[float]:
    """Returns widths that hold all ideas in so many lines, else the first one, as even as can be.

    Args:
        shown: the cards.
        total: width of all together, without the gaps.
        most: lines of an idea.
    """
    count = max(_FEWEST, len(shown))
    needs = [narrowest(_told(card), most, _BODY, bold=True) + _AROUND for card in shown]
    needs += [0.0] * (count - len(needs))
    widest = _WIDER * total / count
    for least in (needs, [needs[0], *[0.0] * (count - 1)]):
        widths = filled(least, [1] * count, total)
        if widths and max(widths) <= widest:
            return widths
    return [total / count] * count


class Deck:
    """Cards side by side."""

    def __init__(self, shown: Sequence[Card], left: float, right: float, most: int) -> None:
        """Breaks words into lines; the rest of a text of more than so many is in its tooltip."""
        count = max(_FEWEST, len(shown))
        self.left = left
        self.widths = _widths(shown, right - left - (count - 1) * _GAP, most)
        self.cards = [self._broken(i, card, most) for i, card in enumerate(shown)]
        room = self.height + _SLIGHT
        for i, card in enumerate(shown):  # those with fewer lines say more in the room of others
            longer = self._broken(i, card, most + 1)
            if longer.height <= room:
                self.cards[i] = longer

    @property
    def height(self) -> float:
        """Of the highest one; 0 where there is none."""
        return max((each.height for each in self.cards), default=0.0)

    def _broken(self, i: int, card: Card, most: int) -> Broken:
        room = self.widths[i] - _AROUND

        def lines(text: str, size: float, few: int, *, bold: bool = False) -> tuple[str, ...]:
            return measure.clip(measure.wrap(text, room, size, bold=bold), few, room, size)

        whole = (each for each in card.lost if most > 1 or measure.width(each, _BODY) <= room)
        lost = lines(next(whole, card.lost[-1]), _BODY, most) if card.lost else ()
        aside = " · ".join(filter(None, (card.driven, card.effect)))
        parts = [card.driven, card.effect] if most > 1 else [card.driven or card.effect]
        asides = [aside] if measure.width(aside, _SMALL) <= room else parts
        return Broken(
            card=card,
            title=lines(card.step.label, _TITLE, 2, bold=True),
            lost=lost,
            pain=lines(card.pain, _BODY, most) if card.pain and (most > 1 or not lost) else (),
            idea=lines(_told(card), _BODY, most, bold=bool(card.idea)),
            aside=tuple(line for each in asides if each for line in lines(each, _SMALL, 1)),
        )

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
            self._words(each, canvas, (left, top + _RISE))
            left += wide + _GAP

    def _words(self, each: Broken, canvas: Canvas, at: tuple[float, float]) -> None:
        theme, card, (left, top) = canvas.theme, each.card, at
        disc = (left + _PAD + _BADGE / 2, top + _TITLE * _LEAD / 2)
        canvas.draw(*glyphs.badge(disc, card.badge, theme, size=_BADGE))
        x = left + _PAD + _BADGE + _BESIDE
        bold = bool(card.idea)
        rows = (
            (each.title, Style(size=_TITLE, colour=theme.ink, bold=True, tooltip=card.step.label)),
            (each.lost, Style(size=_BODY, colour=theme.low, tooltip="".join(card.lost[:1]))),
            (each.pain, Style(size=_BODY, colour=theme.low, tooltip=card.pain)),
            (each.idea, Style(size=_BODY, colour=theme.high if bold else theme.muted, bold=bold,
                              tooltip=card.idea)),
            (each.aside, Style(size=_SMALL, colour=theme.muted,
                               tooltip=" · ".join(filter(None, (card.driven, card.effect))))),
        )  # fmt: skip
        for lines, style in rows:
            for words in lines:
                canvas.write([words], x, top, style)
                top += style.size * _LEAD


def signs(analysis: Analysis, shown: Sequence[Card], *, by_leverage: bool = True) -> list[str]:
    """Returns what needs to be explained: what is the headline's, what numbers and marks mean."""
    own = {card.badge for card in shown}
    called = call_outs(analysis, by_leverage=by_leverage) if shown else ()
    named = any(card.headline and card.badge != NAMED for card in shown)
    ranks = (WHY[each.because] for each in called)
    keys = (("elsewhere", GRAVE in own), ("named", named), ("marked", NAMED in own))
    return [*dict.fromkeys(ranks), *(key for key, stands in keys if stands)]


def described(shown: Sequence[Card]) -> Iterator[str]:
    """Yields the cards in sentences."""
    for card in shown:
        told = (*card.lost[:1], card.pain, card.idea or card.nothing, card.driven)
        yield f"{card.badge}. {card.step.label}: {'; '.join(filter(None, told))}."
