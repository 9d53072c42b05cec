"""Whose a value is, in words: everybody's without a name, else each persona's with hers."""

from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping
from typing import TypeVar

from journeymap.model.fields import PERSONA
from journeymap.model.journey_map import JourneyMap, PlacedStep
from journeymap.model.pains import Opportunity, Pain
from journeymap.words.labels import label

V = TypeVar("V")


def quotes(journey_map: JourneyMap, placed_step: PlacedStep) -> Iterator[str]:
    """Yields what was said at a step, in quotation marks, with names as far as they are needed."""
    marks = label("quoted", journey_map.journey.language)
    for name, text in journey_map.with_names(placed_step.step.quote):
        quoted = marks.format(text=text)
        yield f"{name}: {quoted}" if name else quoted


def of_takers(
    journey_map: JourneyMap, placed_step: PlacedStep, say: Callable[[str], str]
) -> tuple[str, ...]:
    """Returns what there is to say of each persona who takes a step, with names where it differs.

    Args:
        journey_map: the map.
        placed_step: the step.
        say: says it of the persona of an id; empty where there is nothing.
    """
    own = {who: words for who in journey_map.takers(placed_step) if (words := say(who))}
    if len(set(own.values())) <= 1 and len(own) in {0, len(journey_map.takers(placed_step))}:
        return tuple(own.values())[:1]
    return tuple(f"{journey_map.short_label(who)}: {words}" for who, words in own.items())


def with_takers(journey_map: JourneyMap, placed_step: PlacedStep, name: str) -> str:
    """Returns the name of a step with who alone takes it, and that it runs beside another one."""
    language, takers = journey_map.journey.language, journey_map.takers(placed_step)
    asides = []
    if takers and len(takers) < len(journey_map.persona_ids):
        who = ", ".join(map(journey_map.short_label, takers))
        asides.append(label("only-of", language).format(who=who))
    if placed_step.step.meanwhile:
        asides.append(label("meanwhile-of", language))
    return f"{name} ({'; '.join(asides)})" if asides else name


def meant(journey_map: JourneyMap, people: Collection[str]) -> str:
    """Returns whose something is by name; empty where it is everybody's, or the only persona's too.

    Args:
        journey_map: the map.
        people: references to those whose it is; none where it is everybody's.
    """
    own, personas = dict.fromkeys(map(journey_map.person_id, people)), journey_map.persona_ids
    if len(personas) == 1 and personas[0] in own:
        return ""
    return ", ".join(map(journey_map.short_label, own))


def pain_words(journey_map: JourneyMap, pain: Pain) -> str:
    """Returns a pain, with whose it is where that is not the persona or everybody."""
    who = meant(journey_map, pain.of)
    return f"{who}: {pain.text}" if who else pain.text


def idea_words(journey_map: JourneyMap, idea: Opportunity, pain: Pain | None = None) -> str:
    """Returns an idea, with the personas that it is for where it is not for all of them.

    Args:
        journey_map: the map.
        idea: the idea.
        pain: what stands beside it, with its own names; these are not said again.
    """
    known = map(journey_map.person_id, idea.for_)
    own = [who for who in dict.fromkeys(known) if who in journey_map.persona_ids]
    named = {*map(journey_map.person_id, pain.of)} if pain else set()
    if len(own) in {0, len(journey_map.persona_ids)} or named == {*own}:
        return idea.text
    who = ", ".join(map(journey_map.short_label, own))
    return f"{idea.text} ({label('for-whom', journey_map.journey.language).format(who=who)})"


def each_or_all(
    journey_map: JourneyMap, plain: V | None, each: Mapping[str, V], say: Callable[[V], str]
) -> str:
    """Returns a value that a field tells of all, or of each persona: "Dan 6 %, Ruth 21 %".

    Args:
        journey_map: the map.
        plain: what is everybody's; None where there is nothing or personas are told apart.
        each: what is each one's.
        say: makes words of a value.
    """
    if plain is not None:
        return say(plain)
    return ", ".join(_named(journey_map, each, say))


def _named(
    journey_map: JourneyMap, each: Mapping[str, V], say: Callable[[V], str]
) -> Iterator[str]:
    for who, value in each.items():
        yield f"{journey_map.short_label(who)} {say(value)}"


def everybodys(journey_map: JourneyMap, who: str) -> dict[str, int]:
    """Returns how much of what a map tells of a persona is everybody's, by what it is.

    Args:
        journey_map: the map of several personas.
        who: the id of one of them; of anybody else there is nothing to tell.
    """
    found = Counter[str]()
    if who in journey_map.persona_ids and len(journey_map.persona_ids) > 1:
        for placed_step in journey_map.steps:
            takers = journey_map.takers(placed_step)
            if who in takers and len(takers) > 1:
                found.update(_shared(placed_step))
    return dict(found)


def _shared(placed_step: PlacedStep) -> Iterator[str]:
    """Yields what is told at a step of all who take it."""
    step = placed_step.step
    texts = {"need": step.need, "thought": step.thought, "quote": step.quote}
    for key, values in (*texts.items(), ("emotion", step.emotion)):
        yield from (key for name in values if name == PERSONA)
    for ratings in (step.importance, step.expected, step.perceived):
        yield from ("ratings" for name in ratings if name == PERSONA)
    yield from ("channel" for _ in step.channel[:1] if not step.channels)
    yield from (key for key in ("duration", "wait") if getattr(step, key))
    yield from ("share" for leak in step.leaks if leak.share is not None)
    yield from ("share" for way in step.next if way.share is not None)
    yield from ("pains" for each in placed_step.pains if not each.pain.of)
    yield from ("opportunities" for each in placed_step.opportunities if not each.opportunity.for_)


def for_one(journey_map: JourneyMap, who: str) -> str:
    """Returns what is everybody's of what one persona is shown, in words; empty without others."""
    language, shared = journey_map.journey.language, everybodys(journey_map, who)
    if who not in journey_map.persona_ids or len(journey_map.persona_ids) == 1:
        return ""
    told = (f"{label(f'all-{key}', language)} {n}" for key, n in shared.items())
    said = label("for-one" if shared else "for-one-alone", language)
    return said.format(who=journey_map.short_label(who), what=", ".join(told))
