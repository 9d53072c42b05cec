"""The cards of the overview: what hurts most where, what would help, and who drives it."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain

from journeymap.analysis.analysis import Analysis
from journeymap.analysis.answering import answer
from journeymap.analysis.call_outs import Because, CallOut, call_outs, gravest, gravest_steps
from journeymap.analysis.leverage import Point
from journeymap.analysis.still_there import still_there
from journeymap.model.journey_map import JourneyMap, PlacedOpportunity, PlacedStep
from journeymap.model.unread import if_read
from journeymap.quick_dataclass import dataclass
from journeymap.views.kit import glyphs
from journeymap.views.overview.losses import lost_at
from journeymap.words.first_step import NAMED
from journeymap.words.labels import day, label
from journeymap.words.plain_reasons import plainly, why_called
from journeymap.words.whose import idea_words, pain_words

MOST = 3
"""Steps that have a card; house: as many as a listener keeps in mind."""

GRAVE = "+"
"""What the badge of a step says that has a card for its pain alone."""
_GRAVE = 2
"""Least severity of such a pain, of 4; house: a minor one is no call-out beside what presses."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """A step that is called out.

    Attributes:
        badge: its rank among the call-outs, from 1; a mark where it is none: `NAMED` where the
            headline names it, else `GRAVE`.
        step: the step.
        lost: who is lost there and why, then shorter; empty where the headline names it not.
        pain: what hurts there, or what else presses.
        said: whether the headline says why they leave.
        needs_pain: whether the idea is against the pain alone, which then stands beside the loss.
        idea: what would help, or whose idea it has as well; empty where the map names none.
        effect: effect and effort of the idea.
        driven: who drives it, and until when.
        nothing: the words where none is named.
        beside: where none is named against it, the one that the step has, in ever shorter words.
        headline: whether the headline names the step.
        why: key of the words for why it has a rank; empty where it has none.
    """

    badge: str
    step: PlacedStep
    lost: tuple[str, ...]
    said: bool
    pain: str
    needs_pain: bool
    idea: str
    effect: str
    driven: str
    nothing: str
    beside: tuple[str, ...]
    headline: bool
    why: str = ""


def cards(
    analysis: Analysis,
    *,
    by_leverage: bool = True,
    first: Sequence[PlacedStep] = (),
    headline: str = "",
) -> tuple[Card, ...]:
    """Returns the steps that are called out, at most as many as have room.

    Those of the call-outs, by rank, then others with grave pains. One that the headline names and
    that is not among them takes the last place.

    Args:
        analysis: the map.
        by_leverage: whether pressure counts.
        first: the steps that the headline names.
        headline: what it says.
    """
    journey_map = analysis.journey_map
    by_step = {each.step.position: each for each in analysis.leverage}
    called = call_outs(analysis, by_leverage=by_leverage)
    named = [step.position for step in first]
    ranked = {each.step.position: each for each in called}
    order = list(ranked)
    if called and called[0].because is Because.PRESSURE:
        order += [step.position for step in gravest_steps(analysis, _GRAVE)]
    order = list(dict.fromkeys(order))[:MOST]
    missing = [at for at in named if at not in order][:1]
    order = [*order[: MOST - len(missing)], *missing]
    found = [_card(analysis, by_step[at], headline if at in named else None)
             for at in order if at in by_step]  # fmt: skip
    marked = (_ranked(card, ranked.get(card.step.position), journey_map) for card in found)
    return tuple(_once(list(marked), journey_map.journey.language))


def _ranked(card: Card, called: CallOut | None, journey_map: JourneyMap) -> Card:
    """Returns a card with its rank and why it has one; else with a mark."""
    if called is None:
        return replace(card, badge=NAMED if card.headline else GRAVE)
    why = why_called(called.because, journey_map.journey.state)
    return replace(card, badge=str(called.number), why=why)


def badges(shown: Sequence[Card]) -> dict[int, str]:
    """Returns what stands at steps: the badges of the cards on the page, and no number without."""
    return {card.step.position: card.badge for card in shown}


def _once(found: Sequence[Card], language: str | None) -> Iterator[Card]:
    """Yields cards of which each idea stands on the first one alone; others refer to that."""
    told: dict[tuple[str, str], Card] = {}
    for card in found:
        first = told.setdefault((card.idea, card.driven), card)
        if first is card or not card.idea or first.badge == card.badge:  # told by its number
            yield card
            continue
        same = label("same-idea", language).format(number=first.badge)
        effect = "" if card.effect == first.effect else card.effect
        yield replace(card, idea=same, driven="", effect=effect)


def _card(analysis: Analysis, point: Point, headline: str | None) -> Card:
    """Returns the card of a step, without its badge; of the headline's with what that says."""
    journey_map, step = analysis.journey_map, point.step
    language = journey_map.journey.language
    there = still_there(analysis) if headline is not None else None
    lost = lost_at(journey_map, there, step) if there else None
    pain = gravest(step)
    hurts = pain_words(journey_map, pain.pain) if pain else ""
    told = hurts if pain else "" if lost else next(iter(plainly(point, journey_map)), "")
    found = answer(analysis, point, pain, lost=lost is not None)
    best, beside = found.idea, found.beside
    return Card(
        badge="",
        step=step,
        lost=lost.told if lost else (),
        said=bool(lost and lost.why and headline and lost.why in headline),
        pain=told[:1].upper() + told[1:],
        needs_pain=best is not None and pain is not None and not found.to_loss,
        idea=idea_words(journey_map, best.opportunity, pain.pain if pain else None) if best else "",
        effect=_effect(best, language),
        driven=_driven(best, language),
        nothing=label("no-idea-against" if beside else "no-idea", language),
        beside=tuple(_beside(analysis, beside)) if beside else (),
        headline=headline is not None,
    )


def _beside(analysis: Analysis, idea: PlacedOpportunity) -> Iterator[str]:
    """Yields an idea that is not against what hurts most there: whether for another pain."""
    answering = chain.from_iterable(if_read(lambda: analysis.answers, {}).values())
    other = idea.route in {each.route for each in answering}
    for key in ("idea-for-else" if other else "idea-unsaid", "idea-at-step"):
        words = label(key, analysis.journey_map.journey.language)
        yield words.format(idea=idea.opportunity.text)


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


def signs(shown: Sequence[Card]) -> list[str]:
    """Returns what needs to be explained: what is the headline's, what numbers and marks mean."""
    own = {card.badge for card in shown}
    named = any(card.headline and card.badge != NAMED for card in shown)
    keys = (("elsewhere", GRAVE in own), ("named", named), ("marked", NAMED in own))
    ranks = dict.fromkeys(card.why for card in shown if card.why)
    return [*ranks, *(key for key, stands in keys if stands)]


def of_how_many(analysis: Analysis, shown: Sequence[Card], *, by_leverage: bool = True) -> str:
    """Returns how many of the steps that maps number have a card; empty where all of them have."""
    called = call_outs(analysis, by_leverage=by_leverage)
    there = [card for card in shown if card.why]
    if len(there) >= len(called):
        return ""
    language = analysis.journey_map.journey.language
    return label("some-of", language).format(n=len(there), all=len(called))


def described(shown: Sequence[Card]) -> Iterator[str]:
    """Yields the cards in sentences."""
    for card in shown:
        idea = card.idea or next(iter(card.beside), card.nothing)
        told = (*card.lost[:1], card.pain, idea, card.driven)
        yield f"{card.badge}. {card.step.label}: {'; '.join(filter(None, told))}."
