"""The fields of a part of a map, flat: paths and values without shorthand, references as keys."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from enum import Enum
from typing import Any

from journeymap.compare.record import Key, Kind, Path, Ref, Value
from journeymap.model.between import Handoff, Leak, Way
from journeymap.model.fields import PERSONA, Duration, Namespace, Node, Shape, shapes
from journeymap.model.fields import Ref as RefMark
from journeymap.model.frameworks import Framework, FrameworkStage
from journeymap.model.ids import slug
from journeymap.model.journey import Stage
from journeymap.model.journey_map import JourneyMap
from journeymap.model.names import Route
from journeymap.model.pains import Pilot, SharedOpportunity, SharedPain
from journeymap.model.people import Persona, Stakeholder
from journeymap.model.placed import PlacedOpportunity, PlacedPain, PlacedStage, PlacedStep
from journeymap.model.step import Step
from journeymap.model.unread import UnreadError
from journeymap.model.vocabulary import (
    Channel,
    Evidence,
    ExternalChange,
    InformationItem,
    Metric,
    Reading,
)

_KINDS: tuple[tuple[tuple[type, ...], Kind], ...] = (
    ((Persona,), Kind.PERSONA),
    ((Stakeholder,), Kind.STAKEHOLDER),
    ((Channel,), Kind.CHANNEL),
    ((InformationItem,), Kind.INFORMATION),
    ((Metric,), Kind.METRIC),
    ((Evidence,), Kind.EVIDENCE),
    ((ExternalChange,), Kind.EXTERNAL_CHANGE),
    ((PlacedStage, Stage), Kind.STAGE),
    ((PlacedStep, Step), Kind.STEP),
    ((PlacedPain, SharedPain), Kind.PAIN),
    ((PlacedOpportunity, SharedOpportunity), Kind.OPPORTUNITY),
    ((Handoff,), Kind.HANDOFF),
    ((Way,), Kind.WAY),
    ((Leak,), Kind.LEAK),
    ((Reading,), Kind.READING),
    ((Pilot,), Kind.PILOT),
)
"""What an item of the model is."""
_SPACES = {
    Namespace.PERSON: Kind.STAKEHOLDER,
    Namespace.CHANNEL: Kind.CHANNEL,
    Namespace.INFORMATION: Kind.INFORMATION,
    Namespace.METRIC: Kind.METRIC,
    Namespace.EVIDENCE: Kind.EVIDENCE,
}
"""What names of a namespace may mean that libraries define."""


def kind_of(item: object) -> Kind:
    """Returns what an item of the model is as an entry."""
    return next(kind for types, kind in _KINDS if isinstance(item, types))


def name_key(kind: Kind, identifier: str) -> Key:
    """Returns the key of an entry that is found by its id; all people share their ids."""
    space = "person" if kind in {Kind.PERSONA, Kind.STAKEHOLDER} else kind.value
    return (space, identifier)


def kind_of_field(shape: Shape) -> Kind:
    """Returns what the items of a list of parts are."""
    model = shape.kind
    if not isinstance(model, type):
        raise TypeError(shape.name)
    return next(kind for types, kind in _KINDS if issubclass(model, types))


def is_list(shape: Shape) -> bool:
    """Tells whether a field holds a list of parts, which are entries of their own."""
    return shape.many and not shape.per_person and shape.part is not None


class FieldReader:
    """Reads the fields of the parts of one map.

    Attributes:
        used: the keys of all that its fields named so far.
    """

    def __init__(self, journey_map: JourneyMap) -> None:
        """Takes the map, which says what names mean."""
        self.map = journey_map
        self.used: set[Key] = set()

    def of(self, node: Node, route: Route, path: Path = ()) -> Iterator[tuple[Path, Value]]:
        """Walks the fields of a part that say something.

        Args:
            node: the part.
            route: where it stands.
            path: what leads to it in its entry.
        """
        for name, shape in shapes(type(node)).items():
            if not is_list(shape):
                here, there = (*path, name), (*route, name)
                if apart := vars(node).get(shape.apart):
                    yield from self._of_each(shape, apart, here, there)
                elif (value := vars(node).get(shape.attribute)) is not None:
                    yield from self._values(shape, value, here, there)

    def _values(
        self,
        shape: Shape,
        value: Any,  # noqa: ANN401 - any field's
        path: Path,
        route: Route,
    ) -> Iterator[tuple[Path, Value]]:
        if shape.per_person:
            yield from self._of_each(shape, value, path, route)
        elif isinstance(value, Mapping):
            for key, inner in value.items():
                yield from self._values(shape, inner, (*path, key), (*route, key))
        elif isinstance(value, Node):
            yield from self.of(value, route, path)
        elif isinstance(value, tuple):
            items = tuple(self._leaf(shape, each, (*route, i)) for i, each in enumerate(value))
            if items:
                yield path, items
        else:
            yield path, self._leaf(shape, value, route)

    def _of_each(
        self, shape: Shape, values: Mapping[str, Any], path: Path, route: Route
    ) -> Iterator[tuple[Path, Value]]:
        """Walks what is told of each person; the only persona's own is told as the persona's."""
        plain = replace(shape, per_person=False)
        for who, value in values.items():
            here, there = path, (*route, who)
            if who != PERSONA and (self.map.person_id(who),) != self.map.persona_ids:
                here = (*path, self._person(who))
            if isinstance(value, Node):
                yield from self.of(value, there, here)
            else:
                yield from self._values(plain, value, here, there)

    def _person(self, who: str) -> Ref:
        key = name_key(Kind.PERSONA, self.map.person_id(who))
        self.used.add(key)
        return Ref(key=key, label=self.map.person_label(who))

    def _leaf(self, shape: Shape, value: Any, route: Route) -> Any:  # noqa: ANN401 - any field's
        if isinstance(shape.kind, RefMark):
            return self.reference(shape.kind.to, value, route)
        if isinstance(value, Enum):
            return value.value
        if isinstance(value, Duration):
            return replace(value, written="")
        if shape.name == "id":
            return slug(value)
        return value

    def reference(self, to: Namespace, text: str, route: Route) -> Ref | str:
        """Returns what a name means; the name itself where it means nothing that is known."""
        try:
            meant = self.map.resolve(text, to, route) if text != "true" else None
        except (UnreadError, KeyError):
            meant = None
        if meant is None:
            if to in _SPACES:  # a free name, or one of a library that cannot be read
                return Ref(key=name_key(_SPACES[to], slug(text)), label=text)
            is_of_framework = to in {Namespace.FRAMEWORK, Namespace.FRAMEWORK_STAGE}
            return Ref(key=(to.value, slug(text)), label=text) if is_of_framework else text
        if isinstance(meant.item, Framework | FrameworkStage):
            return Ref(key=(to.value, meant.id), label=meant.label)
        key = name_key(kind_of(meant.item), meant.id)
        self.used.add(key)
        return Ref(key=key, label=meant.label)
