"""What the focus view says: title, subtitle and a card for each step that it calls out."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from enum import StrEnum

from journeymap.analysis.call_outs import Because, CallOut, by_gravity
from journeymap.analysis.leverage import Point
from journeymap.model.journey_map import JourneyMap, PlacedOpportunity, PlacedStep
from journeymap.quick_dataclass import dataclass
from journeymap.words.headlines import quoted
from journeymap.words.ideas import why_idea
from journeymap.words.labels import day, estimated, label
from journeymap.words.plain_reasons import OPEN_PAIN, besides_pains, why_called
from journeymap.words.reasons import joined, listed, whole
from journeymap.words.subtitle import subtitle
from journeymap.words.whose import idea_words, of_takers, pain_words

CARDS = 3
"""Steps that are called out; house: as many as a listener keeps in mind."""


class Tone(StrEnum):
    """How a line of a card is meant."""

    PLAIN = "plain"
    PAIN = "pain"
    IDEA = "idea"
    ASIDE = "aside"


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A line of a card.

    Attributes:
        name: what it tells; "" where its words stand alone.
        text: the words.
        tone: how they are meant.
    """

    name: str
    text: str
    tone: Tone


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """A step that is called out.

    Attributes:
        number: its rank, from 1.
        position: of the step among all steps.
        title: what happens there.
        place: its stage.
        rows: need, why, idea.
        ratings: impact and effort of the idea, 1 to 5, by name; none where nobody said.
        footer: who drives the idea, and until when.
        win: the words for a quick win; "" where it is none.
    """

    number: int
    position: int
    title: str
    place: str
    rows: tuple[Row, ...]
    ratings: tuple[tuple[str, int], ...]
    footer: str
    win: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """The slide in words.

    Attributes:
        title: what it says.
        subtitles: below it, ever shorter.
        language: of labels.
        cards: in the order of the journey.
        key: what a card stands for; "" where there is none.
    """

    title: str
    subtitles: tuple[str, ...]
    language: str
    cards: tuple[Card, ...]
    key: str


def _any(_: str) -> bool:
    return True


def tell(
    journey_map: JourneyMap,
    called: Sequence[CallOut],
    reach: str = "",
    fact: str = "",
    fits: Callable[[str], bool] = _any,
) -> Story:
    """Returns what the slide says of a map.

    Args:
        journey_map: the map.
        called: the steps that are called out, the first ones first.
        reach: how many complete it; empty where no share is stated.
        fact: what else is told of the whole map below its title.
        fits: tells whether a title has room.
    """
    language = journey_map.journey.language or "en"
    chosen = called[:CARDS]
    shown = _Shown(
        needs=any(_own(journey_map, each.point, each.step.step.need) for each in chosen),
        thoughts=all(journey_map.of_persona(each.step.step.thought, each.step) for each in chosen),
        pains=any(each.step.pains for each in chosen),
        reasons=any(besides_pains(each.point, journey_map) for each in chosen),
        ideas=any(each.point.choice for each in chosen),
    )
    cards = [_card(journey_map, each, language, shown) for each in chosen]
    own = journey_map.journey.title
    title = next(filter(fits, _titles(journey_map, chosen, len(called), language)), own)
    return Story(
        title=title,
        subtitles=tuple(_subtitles(journey_map, reach, fact, named=title == own)),
        language=language,
        cards=tuple(sorted(cards, key=lambda card: card.position)),
        key=_key(journey_map, called, language) if called else "",
    )


def _key(journey_map: JourneyMap, called: Sequence[CallOut], language: str) -> str:
    """Returns what a card stands for, and how many of those that maps number have one."""
    words = label(why_called(called[0].because, journey_map.journey.state), language)
    if len(called) <= CARDS:
        return words
    return f"{words} ({label('first-of', language).format(n=CARDS, all=len(called))})"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Shown:
    """Which rows the cards have: the same ones on all, so that they stand side by side."""

    needs: bool
    thoughts: bool
    pains: bool
    reasons: bool
    ideas: bool


def briefer(story: Story) -> Iterator[Story]:
    """Yields the slide without what matters less, where a page has no room for all of it.

    What people think goes first, then why an idea is named, then the reasons beside pains.
    """
    thought, why, pains = (label(key, story.language) for key in ("thought", "why", "pains"))
    hurts = any(row.name == pains for card in story.cards for row in card.rows)
    for name in (thought, "", *([why] if hurts else [])):
        story = _without(story, name)
        yield story


def _without(story: Story, name: str) -> Story:
    """Returns the slide without the row of a name: the same one on all cards."""
    gone = {
        i
        for card in story.cards
        for i, row in enumerate(card.rows)
        if row.text and row.name == name
    }
    cards = (
        replace(card, rows=tuple(row for i, row in enumerate(card.rows) if i not in gone))
        for card in story.cards
    )
    return replace(story, cards=tuple(cards))


def _titles(
    journey_map: JourneyMap, chosen: Sequence[CallOut], many: int, language: str
) -> Iterator[str]:
    """Yields at which steps it is, the first ones first, then fewer of them; at last the map's."""
    for count in range(len(chosen), 0, -1):
        because = chosen[0].because
        if count < len(chosen) and because in {Because.PAIN, Because.FEELING}:
            break  # of those that are as bad none is worse than the others
        presses = because is Because.PRESSURE
        is_first = len(chosen) > 1 and chosen[1].number > 1
        if presses and is_first and count < len(chosen):  # not all have a card
            step = quoted(chosen[0].step, language)
            words = label("title-first", language).format(n=many, step=step)
            assumed = any(each.point.assumed for each in chosen)
            yield estimated(words, language, assumed=assumed)
        if count < len(chosen) and chosen[count - 1].number == chosen[count].number:
            continue  # nor of those that press alike
        is_open = why_called(because, journey_map.journey.state) == OPEN_PAIN
        names = [_named(each.step, language, by_pain=is_open) for each in chosen[:count]]
        steps = listed(names, language)
        key = "title-pain-desired" if is_open else f"title-{because}"
        words = label(key, language).format(steps=steps)
        assumed = presses and any(each.point.assumed for each in chosen[:count])
        yield estimated(words, language, assumed=assumed)
    yield journey_map.journey.title


def _named(placed_step: PlacedStep, language: str, *, by_pain: bool) -> str:
    """Returns a step in quotes; by its gravest pain where that is what remains of it."""
    if by_pain and placed_step.pains:
        return label("quoted", language).format(text=by_gravity(placed_step)[0].label)
    return quoted(placed_step, language)


def _subtitles(journey_map: JourneyMap, reach: str, fact: str, *, named: bool) -> Iterator[str]:
    """Yields title of the map, completion and evidence; what matters least goes first.

    Args:
        journey_map: the map.
        reach: how many complete it; empty where no share is stated.
        language: of labels.
        fact: what else is told of the whole map.
        named: whether the title is that of the map.
    """
    first = [] if named else [journey_map.journey.title]
    first += [reach] if reach else []
    for line in subtitle(journey_map, fact).lines:
        yield " · ".join((*first, line))
    yield " · ".join(first)


def _card(journey_map: JourneyMap, called: CallOut, language: str, shown: _Shown) -> Card:
    point, step = called.point, called.step
    idea = point.choice.idea if point.choice else None
    return Card(
        number=called.number,
        position=step.position,
        title=step.label,
        place=step.stage.label,
        rows=tuple(_rows(journey_map, point, language, shown)),
        ratings=tuple(_ratings(idea, language)),
        footer=_footer(idea, language),
        win=label("quick-win", language) if point.quick_win else "",
    )


def _own(journey_map: JourneyMap, point: Point, texts: Mapping[str, str]) -> str:
    """Returns what is a persona's own at a step, of several with names where it differs."""
    own = journey_map.by_person(texts, point.step)
    return " · ".join(of_takers(journey_map, point.step, lambda who: own.get(who, "")))


def _rows(journey_map: JourneyMap, point: Point, language: str, shown: _Shown) -> Iterator[Row]:
    """Yields the same rows for every card; one has neither name nor words where nothing is said."""
    step = point.step.step
    if shown.needs:
        yield _row("need", _own(journey_map, point, step.need), Tone.PLAIN, language)
    if shown.thoughts:
        quoted = label("quoted", language).format(text=_own(journey_map, point, step.thought))
        yield _row("thought", quoted, Tone.ASIDE, language)
    if shown.pains:
        pains = joined(
            whole(pain_words(journey_map, each.pain), language) for each in by_gravity(point.step)
        )
        yield _row("pains", pains, Tone.PAIN, language)
    if shown.reasons:
        why = besides_pains(point, journey_map)  # in ink: what matters or is felt is no harm
        yield _row("why", why[:1].upper() + why[1:], Tone.PLAIN, language)
    choice = point.choice
    idea = idea_words(journey_map, choice.idea.opportunity) if choice else ""
    yield _row("idea", idea, Tone.IDEA, language, nothing=label("no-idea", language))
    if shown.ideas:
        why = why_idea(choice, language) if choice else ""
        yield Row(name="", text=why, tone=Tone.ASIDE)


def _row(name: str, words: str, tone: Tone, language: str, nothing: str = "") -> Row:
    text = words or nothing
    return Row(
        name=label(name, language) if text else "", text=text, tone=tone if words else Tone.ASIDE
    )


def _ratings(best: PlacedOpportunity | None, language: str) -> Iterator[tuple[str, int]]:
    if best and best.opportunity.impact is not None:
        yield label("idea-impact", language), best.opportunity.impact
    if best and best.opportunity.effort is not None:
        yield label("idea-effort", language), best.opportunity.effort


def _footer(best: PlacedOpportunity | None, language: str) -> str:
    if best is None:
        return ""
    idea = best.opportunity
    parts = (
        idea.owner or label("no-owner", language),
        f"{label('by', language)} {day(idea.by, language)}" if idea.by else "",
    )
    return " · ".join(part for part in parts if part)
