"""What a map says of a part without writing it there: own rules ask for it all the same."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Any

from journeymap.model.between import Outcome, Way
from journeymap.model.fields import Node
from journeymap.model.ids import END, slug
from journeymap.model.journey import Journey, Stage
from journeymap.model.journey_map import JourneyMap
from journeymap.model.names import Route
from journeymap.model.pains import Opportunity, Pain
from journeymap.model.step import Step
from journeymap.model.vocabulary import Evidence, Metric
from journeymap.quick_dataclass import dataclass

Derive = Callable[[Any, Route, JourneyMap | None], Iterable[object]]
"""A part, where it stands and its map (None in a library) → what is meant in a field."""


@dataclass(frozen=True, slots=True)
class Derived:
    """What a field means where nothing is written in it.

    Attributes:
        of: returns it.
        elsewhere: whether it is written elsewhere in the map, so that it counts as there; else it
            is only what the language takes for granted.
    """

    of: Derive
    elsewhere: bool = False


def derived(node: object, route: Route, field: str, journey_map: JourneyMap | None) -> list[object]:
    """Returns what a field means in which nothing is written; mostly nothing.

    Args:
        node: the part.
        route: where it stands.
        field: the attribute.
        journey_map: the map; None in a library.
    """
    known = _known(node, field)
    meant = known.of(node, route, journey_map) if known else ()
    return [each for each in meant if each is not None and each != ""]


def is_said_elsewhere(node: object, field: str) -> bool:
    """Tells whether what is not written in a field may be said elsewhere in the map."""
    known = _known(node, field)
    return known is not None and known.elsewhere


def _known(node: object, field: str) -> Derived | None:
    return next(
        (_DERIVED[each, field] for each in type(node).__mro__ if (each, field) in _DERIVED), None
    )


def _aligned(_: Stage, route: Route, journey_map: JourneyMap | None) -> Iterator[str]:
    """Gives the framework stages that a stage is called like."""
    if journey_map:
        for stage in journey_map.stages:
            if stage.route == route:
                yield from (each.id for each in journey_map.aligned(stage))


def _engagement(_: Step, route: Route, journey_map: JourneyMap | None) -> Iterator[object]:
    """Gives the level that a step has from its stage."""
    if journey_map:
        yield journey_map.engagement(journey_map.step_at(route))


def _actor(step: Step, route: Route, journey_map: JourneyMap | None) -> Iterator[str]:
    if journey_map and not step.offstage:
        yield from journey_map.takers(journey_map.step_at(route))[:1]


def _everybody(_: Node, __: Route, journey_map: JourneyMap | None) -> Iterator[str]:
    yield from journey_map.persona_ids if journey_map else ()


def _pains(_: Opportunity, route: Route, journey_map: JourneyMap | None) -> Iterator[str]:
    if journey_map and "steps" in route:
        yield from (pain.id for pain in journey_map.step_at(route).pains)


def _ends(_: Journey, __: Route, journey_map: JourneyMap | None) -> Iterator[bool]:
    if journey_map:
        yield journey_map.ends


def _counts(way: Way, _: Route, __: JourneyMap | None) -> Iterator[Outcome]:
    if slug(way.to) == END:
        yield Outcome.COMPLETED


_DERIVED: Mapping[tuple[type, str], Derived] = MappingProxyType(
    {
        (Stage, "aligns"): Derived(_aligned, elsewhere=True),
        (Step, "engagement"): Derived(_engagement, elsewhere=True),
        (Step, "actor"): Derived(_actor),
        (Pain, "of"): Derived(_everybody),
        (Opportunity, "for_"): Derived(_everybody),
        (Opportunity, "solves"): Derived(_pains),
        (Way, "counts"): Derived(_counts),
        (Evidence, "method"): Derived(lambda item, _, __: (item.approach,)),
        (Metric, "better"): Derived(lambda item, _, __: (item.improves,)),
        (Journey, "personas_chosen"): Derived(_everybody),
        (Journey, "ends"): Derived(_ends),
    }
)
"""By the part and its attribute."""
