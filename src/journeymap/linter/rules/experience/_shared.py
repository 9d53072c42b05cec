"""What several rules of the family say or ask in the same way."""

from collections.abc import Mapping

from journeymap.analysis.emotion import Point
from journeymap.authoring import Context, JourneyMap, Need, PlacedStep, Route

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
