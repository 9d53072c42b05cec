"""Where in a map something stands that is named as STEP.FIELD, and how it is put there."""

from collections.abc import Iterable, Iterator, Sequence

from journeymap.model.fields import PERSONA, Namespace, Node, Ref, Shape, shapes
from journeymap.model.ids import slug
from journeymap.model.journey_map import JourneyMap, PlacedStep
from journeymap.model.likeness import nearest
from journeymap.model.names import Route
from journeymap.model.step import Step
from journeymap.quick_dataclass import dataclass
from journeymap.quick_pattern import pattern
from journeymap.reading.apart import is_apart
from journeymap.reading.forms import Fields
from journeymap.text import nodes
from journeymap.text.nodes import Scalar
from journeymap.text.source import Span, short

_NUMBER = pattern(r"[0-9]{1,6}")
_MOST = 8
"""So many names are listed where one is wrong."""


class SupposeError(Exception):
    """A change that the map cannot take.

    Attributes:
        message: what is wrong and what to write instead, in an analyst's words.
    """

    def __init__(self, change: str, message: str, help_: str = "") -> None:
        """Keeps what is wrong and what to do."""
        self.message = f"{short(change)}: {message}{f'; {help_}' if help_ else ''}"
        super().__init__(self.message)


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a value is put.

    Attributes:
        route: where it stands in the full form of the map.
        shape: the field that stands there, or whose entry or person's value does.
    """

    route: Route
    shape: Shape


@dataclass(slots=True, kw_only=True)
class Finder:
    """Finds what a change names in one step of a map.

    Attributes:
        journey_map: the map.
        tree: its full form; where one persona's value is named and all share one, it is told apart.
        placed_step: the step.
        change: the change as it was written.
        value: what is put there; None where there is nothing, or it is reckoned from what stands
            there.
        person: whose a value per person is that names nobody; everybody's where it is empty.
    """

    journey_map: JourneyMap
    tree: nodes.Node
    placed_step: PlacedStep
    change: str
    value: nodes.Node | None
    person: str

    def places(self, parts: Sequence[str]) -> tuple[Place, ...]:
        """Returns where the value is put: for several people it may be at each of them.

        Args:
            parts: field, person or entry, field of it and so on.

        Raises:
            SupposeError: a name is none.
        """
        if self.person:
            self._at_the_step(self.journey_map.person_id(self.person))
        return tuple(self._of(Step, self.placed_step.route, parts))

    def _of(self, model: type[Node], route: Route, parts: Sequence[str]) -> Iterator[Place]:
        shape = self._field(model, parts[0])
        here, rest = (*route, shape.name), parts[1:]
        names_people = _is_per_person(shape, self.value) and not rest
        if shape.per_person and not names_people:
            yield from self._of_people(shape, here, rest)
        elif shape.apart:
            yield from self._told_apart(shape, here, rest)
        else:
            yield from self._inside(shape, here, rest)

    def _field(self, model: type[Node], name: str) -> Shape:
        known = shapes(model)
        if name not in known:
            hint = _hint(name, known, f"fields: {', '.join(known)}")
            raise self._problem(f'there is no field "{short(name)}"', hint)
        return known[name]

    def _of_people(self, shape: Shape, here: Route, rest: Sequence[str]) -> Iterator[Place]:
        """Yields places in a value per person: of whom is named, else of everybody it is of."""
        there = _names(at(self.tree, here))
        if rest and rest[0] not in _fields_of(shape):
            keys, rest = [self._person(there, rest[0])], rest[1:]
        else:
            keys = [self._person(there, self.person)] if self.person else self._everybody(there)
        for key in keys:
            yield from self._inside(shape, (*here, key), rest)

    def _everybody(self, there: Sequence[str]) -> list[str]:
        """Returns under which names what all personas have is put."""
        journey_map = self.journey_map
        own = [
            key
            for key in there
            if key == PERSONA or journey_map.person_id(key) in journey_map.persona_ids
        ]
        ids = {journey_map.person_id(key) for key in own}
        if not own or PERSONA in own:
            return own or [PERSONA]
        return [*own, *(who for who in journey_map.takers(self.placed_step) if who not in ids)]

    def _person(self, there: Iterable[str], name: str) -> str:
        """Returns whose value is meant, as the map names them there."""
        journey_map = self.journey_map
        who = journey_map.person_id(name)
        self._at_the_step(who)
        same = (key for key in there if journey_map.person_id(key) == who)
        if (found := next(same, None)) is not None:
            return found
        if not journey_map.is_free(Namespace.PERSON) and not journey_map.resolve(
            name, Namespace.PERSON
        ):
            people = journey_map.people.known
            hint = _hint(name, people, f"people: {', '.join(people)}")
            raise self._problem(f'there is no person "{short(name)}"', hint)
        return name

    def _told_apart(self, shape: Shape, here: Route, rest: Sequence[str]) -> Iterator[Place]:
        """Yields places in a field that may tell personas apart: of one, or of all of them."""
        node = at(self.tree, here)
        own = node if node is not None and is_apart(shape, node) else None
        who = self._persona(shape, rest[0]) if rest else None
        if who is not None:
            key = next((k for k in _names(own) if self.journey_map.person_id(k) == who), who)
            if own is None:
                self.tree = put(self.tree, here, self._split(node)) or self.tree
            yield from self._inside(shape, (*here, key), rest[1:])
        elif own is not None and rest:
            for key in _names(own):
                yield from self._inside(shape, (*here, key), rest)
        else:
            yield from self._inside(shape, here, rest)

    def _persona(self, shape: Shape, name: str) -> str | None:
        """Returns the id of the persona that a name means in a field that tells them apart."""
        journey_map = self.journey_map
        if name in _fields_of(shape) or (shape.many and _NUMBER.fullmatch(name)):
            return None
        who = journey_map.person_id(name)
        if who not in journey_map.persona_ids:
            if not shape.many:
                known = (*_fields_of(shape), *filter(None, journey_map.persona_ids))
                hint = _hint(name, known, f"there are {some(known)}")
                raise self._problem(f'there is nothing inside that is called "{short(name)}"', hint)
            return None
        self._at_the_step(who)
        return who

    def _at_the_step(self, who: str) -> None:
        """Refuses a persona who passes over the step."""
        journey_map = self.journey_map
        others = set(journey_map.persona_ids) - set(journey_map.takers(self.placed_step))
        if who in others:
            name = journey_map.short_label(who)
            raise self._problem(
                f"{name} passes over {self.placed_step.id}", "name somebody who takes the step"
            )

    def _split(self, node: nodes.Node | None) -> nodes.Mapping:
        """Returns a value that all share as each persona's own."""
        span = node.span if node is not None else Span(0, 0)
        takers = self.journey_map.takers(self.placed_step) if node is not None else ()
        return nodes.Mapping({Scalar(who, span): node for who in takers if node is not None}, span)

    def _inside(self, shape: Shape, here: Route, rest: Sequence[str]) -> Iterator[Place]:
        """Yields places in a value: the value itself, an entry of a list, a field of a part."""
        if shape.many and rest:
            index, rest = self._entry(shape, here, rest)
            here = (*here, index)
        if not rest:
            yield Place(route=here, shape=shape)
            return
        if shape.part is None:
            raise self._problem(f'there is nothing inside that is called "{short(rest[0])}"')
        yield from self._of(shape.part, here, rest)

    def _entry(self, shape: Shape, here: Route, rest: Sequence[str]) -> tuple[int, Sequence[str]]:
        """Returns which entry of a list is meant, and what is left of the names behind it."""
        name, node = rest[0], at(self.tree, here)
        entries = node if isinstance(node, nodes.Sequence) else ()
        if isinstance(node, nodes.Mapping):
            raise self._problem(
                f"`{shape.name}` is told of each persona there",
                f"name one of them: {shape.name}.{next(iter(node), '')}",
            )
        if _NUMBER.fullmatch(name) and 1 <= int(name) <= len(entries):
            return int(name) - 1, rest[1:]
        wanted, *ids = self._ids(shape, entries, name)
        if wanted in ids:
            return ids.index(wanted), rest[1:]
        if len(entries) == 1:
            return 0, rest
        listed = ", ".join(filter(None, ids))
        hint = (
            f"entries: 1 to {len(entries)}{f', or {listed}' if listed else ''}" if entries else ""
        )
        msg = f'`{shape.name}` has no entry "{short(name)}" there'
        raise self._problem(msg, hint if entries else "")

    def _ids(self, shape: Shape, entries: Iterable[nodes.Node], name: str) -> Iterator[str]:
        """Yields the id that a name means among entries of a list, then the id of each of them."""
        journey_map, step = self.journey_map, self.placed_step
        named = {
            "pains": journey_map.pains_of,
            "opportunities": journey_map.opportunities_of,
        }
        if shape.name in named and (names := named[shape.name](step)):
            yield from (names.id_of(name), *names.known)
            return
        to = _fields_of(shape).get("to")
        written = (at(each, ("to",)) for each in entries)
        for each in (name, *(str(text) if isinstance(text, Scalar) else "" for text in written)):
            kind = to.kind if to else None
            yield journey_map.id_of(each, kind.to) if isinstance(kind, Ref) else slug(each)

    def _problem(self, message: str, hint: str = "") -> SupposeError:
        return SupposeError(self.change, message, hint)


def _names(node: nodes.Node | None) -> tuple[str, ...]:
    return tuple(map(str, node)) if isinstance(node, nodes.Mapping) else ()


def _fields_of(shape: Shape) -> Fields:
    return shapes(shape.part) if shape.part else {}


def _is_per_person(shape: Shape, value: nodes.Node | None) -> bool:
    """Tells whether a value names the people itself."""
    return isinstance(value, nodes.Mapping) and not value.keys() <= _fields_of(shape).keys()


def _hint(name: str, known: Iterable[str], else_: str) -> str:
    near = nearest(name, known)
    return f"did you mean {near[0]}?" if near else else_


def some(names: Iterable[str]) -> str:
    """Returns the first of several names."""
    listed = list(names)
    return ", ".join(listed[:_MOST]) + (" …" if len(listed) > _MOST else "")


def at(tree: nodes.Node | None, route: Route) -> nodes.Node | None:
    """Returns what stands at a route of a tree; None where nothing does."""
    for part in route:
        if isinstance(tree, nodes.Sequence) and isinstance(part, int) and part < len(tree):
            tree = tree[part]
        elif isinstance(tree, nodes.Mapping) and part in tree:
            tree = tree[part]  # type: ignore[index] # a str finds the scalar that equals it
        else:
            return None
    return tree


def put(tree: nodes.Node | None, route: Route, value: nodes.Node | None) -> nodes.Node | None:
    """Returns a tree with another value at a route, the rest as it was; None takes it away."""
    if not route:
        return value
    part, rest = route[0], route[1:]
    if isinstance(tree, nodes.Sequence) and isinstance(part, int):
        items = [*tree[:part], put(tree[part], rest, value), *tree[part + 1 :]]
        return nodes.Sequence([item for item in items if item is not None], tree.span)
    span = tree.span if tree is not None else Span(0, 0)
    found = dict(tree) if isinstance(tree, nodes.Mapping) else {}
    key = next((each for each in found if each == part), Scalar(str(part), span))
    inner = put(found.pop(key, None), rest, value)
    return nodes.Mapping(found | ({} if inner is None else {key: inner}), span)
