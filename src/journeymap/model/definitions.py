"""What references of a map may name, namespace by namespace, in the order in which it is found."""

from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Any, Protocol, TypeVar

from journeymap.model.fields import Namespace
from journeymap.model.frameworks import Framework, FrameworkStage
from journeymap.model.ids import slug
from journeymap.model.journey import Journey, Library
from journeymap.model.names import Defined, Names, define
from journeymap.model.placed import (
    PlacedOpportunity,
    PlacedPain,
    PlacedStage,
    PlacedStep,
    define_placed,
)
from journeymap.model.shared_parts import in_libraries, named_by

F = TypeVar("F", Framework, FrameworkStage)

_LISTS = MappingProxyType(
    {
        Namespace.PERSON: ("personas", "stakeholders"),
        Namespace.PERSONA: ("personas",),
        Namespace.CHANNEL: ("channels",),
        Namespace.INFORMATION: ("information",),
        Namespace.METRIC: ("metrics",),
        Namespace.EVIDENCE: ("evidence",),
    }
)
"""The lists of a map or a library that define what references of a namespace may name."""
_AFFECTED = (Namespace.STEP, Namespace.CHANNEL, Namespace.PERSON)
"""What external changes may affect besides stages."""


class Definer(Protocol):
    """A map, as far as it defines something."""

    @property
    def journey(self) -> Journey:
        """What was written."""

    @property
    def libraries(self) -> Mapping[str, Library]:
        """What it uses, by path."""

    @property
    def frameworks(self) -> tuple[Framework, ...]:
        """The frameworks it may name."""

    @property
    def framework(self) -> Framework | None:
        """The one it names."""

    @property
    def steps(self) -> tuple[PlacedStep, ...]:
        """All its steps in order."""

    @property
    def stage_names(self) -> Names[PlacedStage]:
        """Its stages by what they are called."""

    def names(self, namespace: Namespace) -> Names[Any]:
        """Returns all that references of a namespace may name."""

    def pains_of(self, step: PlacedStep) -> Names[PlacedPain]:
        """Returns the pains of one step."""

    def opportunities_of(self, step: PlacedStep) -> Names[PlacedOpportunity]:
        """Returns the opportunities of one step."""


def defined(journey_map: Definer, namespace: Namespace) -> Iterator[Iterable[Defined[Any]]]:
    """Walks the lists of what references of a namespace may name."""
    yield from _of_steps(journey_map, namespace)
    if namespace is Namespace.AFFECTED:
        yield journey_map.stage_names
        yield from map(journey_map.names, _AFFECTED)
    if namespace is Namespace.FRAMEWORK:
        yield (_define(each, each.id) for each in journey_map.frameworks)
    if namespace is Namespace.FRAMEWORK_STAGE and journey_map.framework:
        language = journey_map.journey.language
        stages = journey_map.framework.stages
        yield (_define(each, each.label(language), each.names) for each in stages)
    for path, source in ((None, journey_map.journey), *journey_map.libraries.items()):
        for field in _LISTS.get(namespace, ()):
            yield define(getattr(source, field), field, path)


def _of_steps(journey_map: Definer, namespace: Namespace) -> Iterator[Iterable[Defined[Any]]]:
    """Walks steps, and the pains and ideas of steps and of libraries."""
    if namespace in {Namespace.STEP, Namespace.REPAIRABLE}:
        yield (define_placed(each, each.step) for each in journey_map.steps)
    if namespace in {Namespace.PAIN, Namespace.REPAIRABLE}:
        yield from map(journey_map.pains_of, journey_map.steps)
    if namespace is Namespace.SHARED_PAIN:
        yield from ([*_unnamed(names)] for names in map(journey_map.pains_of, journey_map.steps))
        yield from in_libraries(journey_map.libraries, "pains")
    if namespace in {Namespace.OPPORTUNITY, Namespace.SHARED_OPPORTUNITY}:
        here = map(journey_map.opportunities_of, journey_map.steps)
        shared = namespace is Namespace.SHARED_OPPORTUNITY
        yield from ([*_unnamed(names)] if shared else names for names in here)
        yield from in_libraries(journey_map.libraries, "opportunities")


def _unnamed(
    names: Iterable[Defined[PlacedPain | PlacedOpportunity]],
) -> Iterator[Defined[PlacedPain | PlacedOpportunity]]:
    """Walks what has a text of its own; what names another part is no second one."""
    for each in names:
        placed = each.item
        if not named_by(placed.pain if isinstance(placed, PlacedPain) else placed.opportunity):
            yield each


def _define(item: F, label: str, names: tuple[str, ...] = ()) -> Defined[F]:
    return Defined(item=item, id=slug(item.id), label=label, route=(), names=names, has_own_id=True)
