"""Surprise is good or bad by the rating of its step: the word alone does not say which."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from journeymap.model.feelings import Feeling, fold, mixed, word_and_value
from journeymap.model.fields import Node
from journeymap.model.journey import Journey, RatingScale
from journeymap.model.step import Expectation, Rated, Step
from journeymap.model.told_apart import with_parts
from journeymap.model.unread import if_read

_STEMS = ("surpris", "sorprend", "sorpres", "zaskocz", "zdziw")
"""How its words begin, in English, Spanish and Polish."""

ByPerson = Callable[[Mapping[str, Any]], Mapping[str, Any]]
"""Values per person as they are written → the same by the person's id."""


def is_surprise(feeling: Feeling) -> bool:
    """Tells a surprise that is neither good nor bad as it is written, as `surprised` is."""
    word, own = word_and_value(feeling.written)
    return feeling.value == 0 and not own and fold(word).startswith(_STEMS)


def judged(journey: Journey, by_person: ByPerson) -> Journey:
    """Returns a journey in which each surprise has the value that its step's rating gives it.

    It is +1 where somebody perceived more than was expected, -1 where less, and stays 0 where that
    is not known; where nobody says what was expected, the middle of the scale stands for it
    (house). As one of a mixed feeling it counts as such.

    Args:
        journey: the journey.
        by_person: gives values per person by the person's id.
    """

    def of_step(node: Node) -> dict[str, Any]:
        emotions = vars(node).get("emotion") if isinstance(node, Step) else None
        if not emotions or not any(map(_holds_one, emotions.values())):
            return {}
        return {"emotion": {who: _of(who, each, node) for who, each in emotions.items()}}

    def _of(who: str, feeling: Feeling, node: Any) -> Feeling:  # noqa: ANN401 - a step
        if not _holds_one(feeling):
            return feeling
        expected, perceived = by_person(node.expected), by_person(node.perceived)
        rated = [person for person in by_person({who: feeling}) if person in perceived]
        signs = {
            _sign(journey.scales.rating, expected.get(person), perceived[person])
            for person in rated
        }
        return _with(feeling, signs.pop() if len(signs) == 1 else 0.0)

    return with_parts(journey, lambda node: if_read(lambda: of_step(node), {}))


def _holds_one(feeling: Feeling) -> bool:
    return any(map(is_surprise, feeling.parts or (feeling,)))


def _with(feeling: Feeling, value: float) -> Feeling:
    if feeling.parts:
        parts: Sequence[Feeling] = [
            replace(part, value=value) if is_surprise(part) else part for part in feeling.parts
        ]
        return replace(mixed(parts), written=feeling.written)
    return replace(feeling, value=value)


def _sign(scale: RatingScale, expected: Expectation | None, perceived: Rated) -> float:
    """Returns +1, 0 or -1: how what somebody perceived compares with what was expected."""
    hoped = expected.rating if expected else None
    middle = 0.5 if hoped is None else _height(hoped, scale.expected_bounds)
    above = _height(perceived.rating, scale.bounds) - middle
    return float((above > 0) - (above < 0))


def _height(rating: float, bounds: tuple[float, float]) -> float:
    """Returns how far up its scale a rating lies, 0 to 1."""
    low, high = bounds
    return round((rating - low) / (high - low), 9)
