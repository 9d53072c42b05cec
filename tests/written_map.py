"""A map in which every field of the language says something, made from the fields themselves."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import Enum
from typing import Any

from journeymap.model.fields import FilePath, Leaf, Namespace, Node, Ref, Shape, shapes
from journeymap.model.journey import Journey

NAMED = {
    Namespace.PERSON: ("a-stakeholders", "b-stakeholders"),
    Namespace.PERSONA: ("a-personas", "b-personas"),
    Namespace.CHANNEL: ("a-channels", "b-channels"),
    Namespace.INFORMATION: ("a-information", "b-information"),
    Namespace.METRIC: ("a-metrics", "b-metrics"),
    Namespace.EVIDENCE: ("a-evidence", "b-evidence"),
    Namespace.STEP: ("b-steps", "c-steps"),
    Namespace.PAIN: ("a-pains", "b-pains"),
    Namespace.REPAIRABLE: ("a-pains", "b-pains"),
    Namespace.SHARED_PAIN: ("b-pains", "a-pains"),
    Namespace.SHARED_OPPORTUNITY: ("b-opportunities", "c-opportunities"),
    Namespace.OPPORTUNITY: ("b-opportunities", "c-opportunities"),
    Namespace.AFFECTED: ("b-steps", "c-steps"),
    Namespace.FRAMEWORK: ("care-pathway", "customer-lifecycle"),
    Namespace.FRAMEWORK_STAGE: ("diagnosis", "treatment"),
}
"""What references name, and what they name instead where another value is to be told."""
MORE: dict[str, list[dict[str, Any]]] = {
    **{
        key: [{"id": f"b-{key}", "name": f"Another of {key}"}]
        for key in ("personas", "stakeholders", "channels", "information", "metrics")
    },
    "evidence": [{"id": "b-evidence", "name": "Another study", "kind": "survey"}],
    "steps": [{"id": "b-steps", "action": "B"}, {"id": "c-steps", "action": "C"}],
    "pains": [{"id": "b-pains", "text": "B hurts"}],
    "opportunities": [
        {"id": "b-opportunities", "text": "B helps"},
        {"id": "c-opportunities", "text": "C helps"},
    ],
}
"""What stands behind what is written in full, for references to name."""
FEW = {Leaf.BOOLEAN: (True, False), Leaf.SHARE: (0.5, 0.25)}
"""Two values of fields that hold one of a few."""
AROUND = {Leaf.TEXT: "{}", Leaf.FREE: "{}", Leaf.LINK: "https://{}", Leaf.FEELING: "{} -1"}
"""What stands around a word."""
Place = tuple[str, ...]
"""Where a field stands: the keys that lead to it, without places in lists."""


@dataclass
class Written:
    """A map with a value in each field.

    Attributes:
        skip: places that are left out.
        words: what a reader is to find of fields that may hold anything, by place; once each.
        closed: another value for fields that hold one of a few.
        count: of the values so far.
    """

    skip: frozenset[Place]
    words: dict[Place, str] = field(default_factory=dict)
    closed: dict[Place, Any] = field(default_factory=dict)
    count: int = 100

    def map(self) -> dict[str, Any]:
        """Returns the map as data."""
        return self._node(Journey, ())

    def _node(self, model: type[Node], place: Place) -> dict[str, Any]:
        places = ((shape, (*place, shape.name)) for shape in shapes(model).values())
        return {shape.name: self._value(shape, at) for shape, at in places if at not in self.skip}

    def _value(self, shape: Shape, place: Place) -> Any:  # noqa: ANN401 - whatever YAML holds
        more: list[dict[str, Any]] = []
        if isinstance(shape.kind, type) and issubclass(shape.kind, Node):
            one: Any = self._node(shape.kind, place)
            more = MORE.get(shape.name, []) if "id" in one else []
        else:
            one = self._scalar(shape, place)
        if shape.mapping and not shape.per_person:
            return {self._word((*place, "key")): one}
        return [one, *more] if shape.many else one

    def _scalar(self, shape: Shape, place: Place) -> Any:  # noqa: ANN401 - a text or a number
        kind = shape.kind
        if isinstance(kind, Ref):
            named, self.closed[place] = NAMED[kind.to]
            return named
        if isinstance(kind, FilePath):
            return f"{self._word(place)}.{kind.kind}.yaml"
        if isinstance(kind, type) and issubclass(kind, Enum):
            self.closed[place], *_, last = [each.value for each in kind]
            return last
        assert isinstance(kind, Leaf)
        return self._leaf(kind, place, shape)

    def _leaf(self, kind: Leaf, place: Place, shape: Shape) -> Any:  # noqa: ANN401 - as above
        if kind is Leaf.ID:
            return f"a-{place[-2] if len(place) > 1 else 'map'}"
        few = shape.maximum is not None or kind in {Leaf.RATING, Leaf.EXPECTED}
        pair = FEW.get(kind) or ((4, 2) if few else None)
        if pair:
            value, self.closed[place] = pair
            return value
        if kind in AROUND:
            return AROUND[kind].format(self._word(place))
        self.count += 1
        self.words[place] = f"{1900 + self.count}" if kind is Leaf.DAY else f"{self.count}"
        if kind is Leaf.DAY:
            return f"{self.words[place]}-03-04"
        return f"{self.count} min" if kind is Leaf.DURATION else self.count

    def _word(self, place: Place) -> str:
        self.count += 1
        self.words[place] = f"qz{self.count}q"
        return self.words[place]


def changed(told: Any, place: Place, value: Any) -> Any:  # noqa: ANN401 - whatever YAML holds
    """Returns data with another value at a place, in the first item of each list on the way."""
    if isinstance(told, list):
        head = changed(told[0], place, value) if place else value
        return [head, *told[1:]]
    if not place:
        return value
    return {**told, place[0]: changed(told[place[0]], place[1:], value)}


def text_of(told: dict[str, Any]) -> str:
    """Returns a map as YAML, a line for each field at its top."""
    return "".join(f"{key}: {json.dumps(value)}\n" for key, value in told.items())


def scalars(value: Any) -> Iterator[str]:  # noqa: ANN401 - whatever JSON holds
    """Yields each key and scalar of data as text."""
    if isinstance(value, dict):
        for key, each in value.items():
            yield key
            yield from scalars(each)
    elif isinstance(value, list | tuple):
        for each in value:
            yield from scalars(each)
    elif value is not None:
        yield str(value)
