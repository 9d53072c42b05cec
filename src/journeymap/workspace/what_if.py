"""A map as it would be with other values: `is-referred.leaks=0`, in the words of the language."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from journeymap.model.fields import PERSONA, Namespace, Node, Ref, Shape, shapes
from journeymap.model.ids import slug
from journeymap.model.journey import Journey
from journeymap.model.journey_map import JourneyMap, PlacedStep
from journeymap.model.likeness import nearest
from journeymap.model.names import Route
from journeymap.model.scalars import Dialect
from journeymap.model.step import Step
from journeymap.quick_dataclass import dataclass
from journeymap.reading.expand import Expander
from journeymap.reading.forms import Fields
from journeymap.reading.validate import validate
from journeymap.text import nodes
from journeymap.text.document import parse
from journeymap.text.nodes import Scalar
from journeymap.text.source import Source, Span, short
from journeymap.workspace.files import MapFile

_NUMBER = re.compile(r"[0-9]{1,6}")
_FORM = "write STEP.FIELD=VALUE, such as is-referred.leaks=0"


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
class _Reading:
    """A map in its full form, read again.

    Attributes:
        text: the file, and behind it what was supposed.
        tree: the map in its full form.
        journey_map: the map.
        said: what is wrong with it, as route, message and help.
    """

    text: str
    tree: nodes.Node
    journey_map: JourneyMap
    said: frozenset[tuple[Route, str, str]]


def suppose(file: MapFile, changes: Iterable[str]) -> JourneyMap:
    """Returns a map with other values at some fields of its steps.

    A value is YAML and takes the place of what stands at the field, which is then read as in any
    map. Behind the field may stand a person (`emotion.son`), an entry by its number from 1 or its
    id (`pains.late-slot`), and a field of it (`leaks.1.share`). A single value of a field that is
    given per person is the persona's. No value takes the field away.

    Args:
        file: the file of a map that could be read.
        changes: what is supposed, in order, each as STEP.FIELD=VALUE.

    Raises:
        SupposeError: a change names no step or field, or a value that the field cannot take.
    """
    if file.journey_map is None or file.tree is None or file.source is None:
        raise SupposeError(file.shown, "there is no map to change")
    reading = _read(file, file.journey_map, file.source.text, file.tree)
    for change in changes:
        reading = _changed(file, reading, change)
    return reading.journey_map


def _changed(file: MapFile, before: _Reading, change: str) -> _Reading:
    where, equals, value = change.partition("=")
    parts = [part.strip() for part in where.split(".")]
    if not equals or len(parts) < 2 or not all(parts):  # noqa: PLR2004 - a step and a field
        raise SupposeError(change, "this is no change", _FORM)
    placed_step = _step(before.journey_map, change, parts[0])
    new = _value(change, value, len(before.text) + 1)
    route = (*placed_step.route, *_route(before.journey_map, placed_step, change, parts[1:], new))
    tree = _put(before.tree, route, new) or before.tree
    after = _read(file, before.journey_map, f"{before.text}\n{value}", tree)
    for _, message, help_ in sorted(after.said - before.said):
        raise SupposeError(change, message, help_)
    return after


def _read(file: MapFile, journey_map: JourneyMap, text: str, tree: nodes.Node) -> _Reading:
    dialect = Dialect(
        rating=journey_map.journey.scales.rating,
        feelings=file.configuration.dialect_feelings(),
        language=journey_map.journey.language or "",
    )
    expander = Expander(source=Source(name=file.shown, text=text), dialect=dialect)
    full = expander.node(Journey, tree, ())
    content = validate(Journey, full[1], full[0], expander) if full else None
    if full is None or content is None:
        raise SupposeError(file.shown, "there is no map to change")
    said = frozenset((each.route, each.message, each.help) for each in expander.findings)
    return _Reading(
        text=text, tree=full[0], journey_map=replace(journey_map, journey=content), said=said
    )


def _value(change: str, text: str, offset: int) -> nodes.Node | None:
    """Reads a value as YAML that stands so far into a text; None where there is none."""
    if not text.strip():
        return None
    document = parse(Source(name="value", text="\n" * offset + text))
    for problem in document.problems:
        raise SupposeError(change, problem.message, problem.help)
    return document.root


def _step(journey_map: JourneyMap, change: str, name: str) -> PlacedStep:
    placed_step = journey_map.find_step(name)
    if placed_step is None:
        near = nearest(name, (step.id for step in journey_map.steps))
        hint = (
            f"did you mean {near[0]}?"
            if near
            else f"steps: {_some(s.id for s in journey_map.steps)}"
        )
        raise SupposeError(change, f'there is no step "{short(name)}"', hint)
    return placed_step


def _some(names: Iterable[str]) -> str:
    listed = list(names)
    most = 8
    return ", ".join(listed[:most]) + (" …" if len(listed) > most else "")


def _route(
    journey_map: JourneyMap,
    placed_step: PlacedStep,
    change: str,
    parts: Sequence[str],
    value: nodes.Node | None,
) -> Route:
    """Returns where in a step something stands that is named by field, entry and field."""
    shape = _field(Step, change, parts[0])
    rest = list(parts[1:])
    if shape.per_person and not (_is_per_person(shape, value) and not rest):
        who = _person(journey_map, placed_step, shape, change, rest)
        return (shape.name, who, *_inside(shape, change, rest))
    if shape.many and rest:
        return (
            shape.name,
            _entry(journey_map, placed_step, shape, change, rest),
            *_inside(shape, change, rest),
        )
    return (shape.name, *_inside(shape, change, rest))


def _field(model: type[Node], change: str, name: str) -> Shape:
    known = shapes(model)
    if name not in known:
        near = nearest(name, known)
        hint = f"did you mean {near[0]}?" if near else f"fields: {', '.join(known)}"
        raise SupposeError(change, f'there is no field "{short(name)}"', hint)
    return known[name]


def _fields_of(shape: Shape) -> Fields:
    kind = shape.kind
    return shapes(kind) if isinstance(kind, type) and issubclass(kind, Node) else {}


def _is_per_person(shape: Shape, value: nodes.Node | None) -> bool:
    """Tells whether a value names the people itself."""
    return isinstance(value, nodes.Mapping) and not value.keys() <= _fields_of(shape).keys()


def _person(
    journey_map: JourneyMap, placed_step: PlacedStep, shape: Shape, change: str, rest: list[str]
) -> str:
    """Returns whose value is meant, as the map names them there; takes it out of the rest."""
    name = rest.pop(0) if rest and rest[0] not in _fields_of(shape) else PERSONA
    there: Mapping[str, object] = getattr(placed_step.step, shape.attribute)
    same = next(
        (key for key in there if journey_map.person_id(key) == journey_map.person_id(name)), None
    )
    if same is not None:
        return same
    free = name == PERSONA or journey_map.is_free(Namespace.PERSON)
    if not free and journey_map.resolve(name, Namespace.PERSON) is None:
        people = journey_map.people.known
        near = nearest(name, people)
        hint = f"did you mean {near[0]}?" if near else f"people: {', '.join(people)}"
        raise SupposeError(change, f'there is no person "{short(name)}"', hint)
    return name


def _entry(
    journey_map: JourneyMap, placed_step: PlacedStep, shape: Shape, change: str, rest: list[str]
) -> int:
    """Returns which entry of a list is meant; takes its number or name out of the rest."""
    name, entries = rest[0], getattr(placed_step.step, shape.attribute)
    if _NUMBER.fullmatch(name) and 1 <= int(name) <= len(entries):
        return int(rest.pop(0)) - 1
    wanted, *ids = _ids(journey_map, placed_step, shape, name)
    if wanted in ids:
        rest.pop(0)
        return ids.index(wanted)
    if len(entries) == 1:
        return 0
    listed = ", ".join(filter(None, ids))
    hint = f"entries: 1 to {len(entries)}{f', or {listed}' if listed else ''}" if entries else ""
    raise SupposeError(change, f'`{shape.name}` has no entry "{short(name)}" there', hint)


def _ids(
    journey_map: JourneyMap, placed_step: PlacedStep, shape: Shape, name: str
) -> Iterator[str]:
    """Yields the id that a name means among the entries of a list, then the id of each of them."""
    named = {
        "pains": journey_map.pains_of(placed_step),
        "opportunities": journey_map.opportunities_of(placed_step),
    }
    if names := named.get(shape.name):
        yield from (names.id_of(name), *names.known)
        return
    to = _fields_of(shape).get("to")
    entries = getattr(placed_step.step, shape.attribute)
    for each in (name, *(getattr(entry, "to", None) or "" for entry in entries)):
        yield journey_map.id_of(each, to.kind.to) if to and isinstance(to.kind, Ref) else slug(each)


def _inside(shape: Shape, change: str, rest: Sequence[str]) -> Iterator[str]:
    """Yields the fields that lead on inside an entry."""
    kind = shape.kind
    for name in rest:
        if not (isinstance(kind, type) and issubclass(kind, Node)):
            raise SupposeError(change, f'there is nothing inside that is called "{short(name)}"')
        inner = _field(kind, change, name)
        yield inner.name
        kind = inner.kind


def _put(tree: nodes.Node | None, route: Route, value: nodes.Node | None) -> nodes.Node | None:
    """Returns a tree with another value at a route, the rest as it was."""
    if not route:
        return value
    part, rest = route[0], route[1:]
    if isinstance(tree, nodes.Sequence) and isinstance(part, int):
        items = [*tree[:part], _put(tree[part], rest, value), *tree[part + 1 :]]
        return nodes.Sequence([item for item in items if item is not None], tree.span)
    span = tree.span if tree is not None else Span(0, 0)
    found = dict(tree) if isinstance(tree, nodes.Mapping) else {}
    key = next((each for each in found if each == part), Scalar(str(part), span))
    inner = _put(found.pop(key, None), rest, value)
    return nodes.Mapping(found | ({} if inner is None else {key: inner}), span)
