"""Whose a value is, in words: everybody's without a name, else each persona's with hers."""

from collections.abc import Callable, Iterator, Mapping
from typing import TypeVar

from journeymap.model.journey_map import JourneyMap

V = TypeVar("V")


def short_name(journey_map: JourneyMap, who: str) -> str:
    """Returns what a person is called within a line: "María" of "María, 58"."""
    label = journey_map.person_label(who)
    return label.partition(",")[0].strip() or label


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
        yield f"{short_name(journey_map, who)} {say(value)}"
