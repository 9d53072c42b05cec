"""A map as it would be with other values: `is-referred.leaks=0`, in the words of the language."""

from collections.abc import Iterable
from dataclasses import replace

from journeymap.model.journey import Journey
from journeymap.model.journey_map import JourneyMap, PlacedStep
from journeymap.model.likeness import nearest
from journeymap.model.names import Route
from journeymap.model.scalars import Dialect, ValueProblem
from journeymap.quick_dataclass import dataclass
from journeymap.reading.expand import Expander
from journeymap.reading.validate import validate
from journeymap.text import nodes
from journeymap.text.document import parse
from journeymap.text.source import Source, short
from journeymap.workspace.files import MapFile
from journeymap.workspace.relative_change import Operator, Relative, moved
from journeymap.workspace.supposed import Finder, Place, SupposeError, at, put, some

_FORM = "write STEP.FIELD=VALUE, such as is-referred.leaks=0"
_ABSOLUTE = "write the value itself with `=`, such as is-referred.leaks=0"


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


def suppose(file: MapFile, changes: Iterable[str], person: str = "") -> JourneyMap:
    """Returns a map with other values at some fields of its steps.

    A value is YAML and takes the place of what stands at the field, which is then read as in any
    map; with `*=`, `+=` and `-=` it is reckoned from what stands there. Behind the field may stand
    a person (`emotion.son`, `wait.ruth`), an entry by its number from 1 or its id
    (`pains.late-slot`), and a field of it (`leaks.1.share`). A single value of a field that is
    given per person is every persona's. No value takes the field away.

    Args:
        file: the file of a map that could be read.
        changes: what is supposed, in order, each as STEP.FIELD=VALUE.
        person: whose a single value per person is instead.

    Raises:
        SupposeError: a change names no step or field, or a value that the field cannot take.
    """
    if file.journey_map is None or file.tree is None or file.source is None:
        raise SupposeError(file.shown, "there is no map to change")
    reading = _read(file, file.journey_map, file.source.text, file.tree)
    for change in changes:
        reading = _changed(file, reading, change, person)
    return reading.journey_map


def _changed(file: MapFile, before: _Reading, change: str, person: str) -> _Reading:
    where, equals, value = change.partition("=")
    operator = next((each for each in Operator if where.rstrip().endswith(each)), None)
    names = where.rstrip().removesuffix(operator or "").split(".")
    step, *parts = (name.strip() for name in names)
    if not equals or not parts or not step or not all(parts):
        raise SupposeError(change, "this is no change", _FORM)
    finder = Finder(
        journey_map=before.journey_map,
        tree=before.tree,
        placed_step=_step(before.journey_map, change, step),
        change=change,
        value=None if operator else _value(change, value, len(before.text) + 1),
        person=person,
    )
    places = finder.places(parts)
    relative = operator and Relative(
        operator=operator, amount=value, dialect=_dialect(file, before.journey_map)
    )
    tree = _moved(finder, places, relative) if relative else _replaced(finder, places)
    after = _read(file, before.journey_map, f"{before.text}\n{value}", tree)
    for _, message, help_ in sorted(after.said - before.said):
        raise SupposeError(change, message, help_)
    return after


def _replaced(finder: Finder, places: Iterable[Place]) -> nodes.Node:
    tree = finder.tree
    for place in places:
        tree = put(tree, place.route, finder.value) or tree
    return tree


def _moved(finder: Finder, places: Iterable[Place], relative: Relative) -> nodes.Node:
    """Returns the map with figures reckoned from those that stand there."""
    tree = finder.tree
    for place in places:
        if (node := at(tree, place.route)) is not None:
            try:
                tree = put(tree, place.route, moved(relative, place.shape, node)) or tree
            except ValueProblem as problem:
                raise SupposeError(finder.change, problem.message, problem.help) from None
    if tree == finder.tree:
        raise SupposeError(finder.change, "there is no figure to change there", _ABSOLUTE)
    return tree


def _dialect(file: MapFile, journey_map: JourneyMap) -> Dialect:
    return Dialect(
        rating=journey_map.journey.scales.rating,
        feelings=file.configuration.dialect_feelings(),
        language=journey_map.journey.language or "",
    )


def _read(file: MapFile, journey_map: JourneyMap, text: str, tree: nodes.Node) -> _Reading:
    expander = Expander(
        source=Source(name=file.shown, text=text), dialect=_dialect(file, journey_map)
    )
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
            else f"steps: {some(s.id for s in journey_map.steps)}"
        )
        raise SupposeError(change, f'there is no step "{short(name)}"', hint)
    return placed_step
