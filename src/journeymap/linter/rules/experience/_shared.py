"""What several rules of the family say or ask in the same way."""

from collections.abc import Iterator, Mapping, Sequence

from journeymap.analysis.contact import is_contact
from journeymap.analysis.emotion import Point
from journeymap.analysis.houses import serves_outside
from journeymap.authoring import (
    Context,
    JourneyMap,
    Moment,
    Need,
    PlacedStep,
    Related,
    Route,
    few,
    is_most,
    step_route,
)

_EVERY_PAIN = "JM801"
"""The rule that tells of the map where most of its pains have no answer."""
EMOTIONS = Need(
    what="emotions of the persona", is_there=lambda context: bool(context.analysis.curve.known)
)
"""What rules about the emotion curve read."""


def value_route(
    journey_map: JourneyMap,
    placed_step: PlacedStep,
    field: str,
    values: Mapping[str, object],
    who: str,
) -> Route:
    """Returns where a person's own value of those given per person stands.

    Args:
        journey_map: the map.
        placed_step: the step.
        field: the field in YAML.
        values: what the field holds, as it is written.
        who: the person's id.
    """
    key = next((key for key in values if journey_map.person_id(key) == who), "")
    return (*placed_step.route, field, key)


def emotion_route(context: Context, point: Point, who: str) -> Route:
    """Returns where the emotion of a point of somebody's curve stands."""
    return value_route(context.journey_map, point.step, "emotion", point.step.step.emotion, who)


SERVED = Need(
    what="kinds of stakeholders, or a first impression that is declared",
    is_there=lambda context: first_impression(context.journey_map) is not None,
)
"""What rules about the first impression read."""


def is_declared(placed_step: PlacedStep) -> bool:
    """Tells whether the team declares a step to be the first impression."""
    return Moment.FIRST_IMPRESSION in placed_step.step.moment


def called(placed_step: PlacedStep, journey_map: JourneyMap) -> str:
    """Returns what the step of the first impression is: a map may begin long after the first.

    Where another channel was tried before it, or a step before it is served, by the map's own side
    as far as that is known, it is the first one by declaration only.
    """
    if is_declared(placed_step):
        before = (each.position < placed_step.position for each in _inside(journey_map))
        if placed_step.step.instead_of or any(before):
            return "declared as the first impression"
        return "the first contact with the service"
    return "the first step with the service on this map"


def first_impression(journey_map: JourneyMap) -> PlacedStep | None:
    """Returns the first contact with the service: the step that the team declares to be it.

    Where it declares none, the first step at which the persona is served, by the map's own side as
    far as that is known: a hospital before the care home is not the home's first impression. None
    where no step is served, or where people meet the service before and nobody knows whom.
    """
    return journey_map.once(_first_impression)


def _first_impression(journey_map: JourneyMap) -> PlacedStep | None:
    steps = [placed_step for placed_step in journey_map.steps if journey_map.takers(placed_step)]
    declared = filter(is_declared, steps)
    served = _served(journey_map)
    first = next(declared, None)
    if first:
        return first
    first = next(_inside(journey_map), None) or next(iter(served), None)
    known = {each.position for each in served}
    unsure = (e for e in steps if is_contact(journey_map, e) and e.position not in known)
    before = next(unsure, None)
    return None if first and before and before.position < first.position else first


def _served(journey_map: JourneyMap) -> list[PlacedStep]:
    steps = (each for each in journey_map.steps if journey_map.takers(each))
    return [each for each in steps if not each.step.offstage and journey_map.serving(each)]


def _inside(journey_map: JourneyMap) -> Iterator[PlacedStep]:
    """Gives the served steps at which no other house serves, as far as that is known."""
    return (each for each in _served(journey_map) if not serves_outside(journey_map, each))


def unanswered_at(placed_step: PlacedStep, context: Context) -> list[Related]:
    """Returns the pains of a step that nothing answers, as far as a rule takes in what tells them.

    Those that are told by themselves, or of the map as a whole, are left out.

    Args:
        placed_step: the step.
        context: what the rule sees.
    """
    journey_map, route = context.journey_map, placed_step.route
    together = is_most(len(context.analysis.unanswered), len(journey_map.pains))
    found = [
        each
        for each in context.subsumed
        if step_route(each.route) == route and not each.survives_subsumption
    ]
    own = [
        Related(route=each.route, message=each.phrase, code=each.code)
        for each in found
        if each.route[len(route) :][:1] == ("pains",)
    ]
    taken = [related for each in found for related in each.related if related.code]
    return [each for each in (*own, *taken) if not (together and each.code == _EVERY_PAIN)]


def nothing_answers(placed_step: PlacedStep, bare: Sequence[Related]) -> str:
    """Returns that nothing answers some pains of a step; nothing where there are none.

    Args:
        placed_step: the step.
        bare: the pains, as they are told.
    """
    routes = {each.route for each in bare}
    labels = [each.label for each in placed_step.pains if each.route in routes]
    return f"nothing answers {few(labels)}" if labels else ""
