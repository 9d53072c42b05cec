"""What is to be seen on the cards of personas, in words."""

from collections.abc import Iterator

from journeymap.analysis.evidence import is_assumed
from journeymap.model.journey import State
from journeymap.model.journey_map import JourneyMap
from journeymap.model.names import Defined
from journeymap.model.people import Persona
from journeymap.views.kit.profiles import personas
from journeymap.words.labels import estimated, label
from journeymap.words.times import number


def titles(journey_map: JourneyMap) -> Iterator[str]:
    """Yields what is to be seen on the cards, then shorter; nothing where that cannot be said.

    Of one persona it is a goal and what is in the way, of several the one who is most of all.
    """
    people, language = personas(journey_map), journey_map.journey.language
    if len(people) == 1:
        yield from _of_one(people[0], journey_map, language)
        return
    shares = [each.item.share or 0.0 for each in people]
    largest = max(shares, default=0.0)
    if not people or not all(shares) or shares.count(largest) > 1:
        return
    who = people[shares.index(largest)]
    words = label("title-persona-most", language).format(
        name=who.label, n=len(people), share=number(100 * largest, language)
    )
    assumed = any(is_assumed(journey_map, own=each.item.evidence) for each in people)
    yield estimated(words, language, assumed=assumed)


def _of_one(who: Defined[Persona], journey_map: JourneyMap, language: str | None) -> Iterator[str]:
    """Yields it of one; what is in her way today is not so in the state that is desired."""
    journey = journey_map.journey
    goals = (journey.goal,) if journey.goal else who.item.goals
    in_way = () if journey.state is State.DESIRED else who.item.frustrations
    first = "among" if len(in_way) > 1 else "in-way"  # their order says no rank
    parts = [
        label(f"title-persona-{key}", language).format(
            text=label("quoted", language).format(text=said[0])
        )
        for key, said in (("goal", goals), (first, in_way))
        if said
    ]
    options = (parts, parts[:1], parts[1:])
    yield from (". ".join((who.label, *each)) for each in options if each)
    yield from parts
