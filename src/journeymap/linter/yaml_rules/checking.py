"""The function of an own rule: which parts of a map it looks at, and what it says of them."""

from collections.abc import Iterator
from dataclasses import replace
from enum import Enum

from journeymap.authoring.context import Context
from journeymap.authoring.gathering import Most, gap
from journeymap.authoring.rule import Check
from journeymap.findings import Finding, Mark
from journeymap.linter.yaml_rules.conditions import (
    Condition,
    Group,
    Join,
    Test,
    described,
    holds,
    tests,
)
from journeymap.linter.yaml_rules.fields import Path, Value, is_written, values
from journeymap.linter.yaml_rules.operators import Operator, World
from journeymap.linter.yaml_rules.parts import Part, of_step, parts
from journeymap.linter.yaml_rules.reading import Message
from journeymap.model.feelings import Feeling
from journeymap.model.fields import Day, Duration, Ref, Shape
from journeymap.model.journey_map import JourneyMap, PlacedStep
from journeymap.model.unread import one_by_one
from journeymap.quick_dataclass import dataclass
from journeymap.workspace.files import MapFile
from journeymap.workspace.rule_file import OwnRule, PartKind

_NOTHING = "…"
"""Stands in a message for what the map does not say."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """An own rule as it was read.

    Attributes:
        said: as it is written.
        when: where it asks; None for everywhere.
        require: what must hold; None where all for which `when` holds is told.
        message: what it says.
    """

    said: OwnRule
    when: Condition | None
    require: Condition | None
    message: Message

    @property
    def tests(self) -> tuple[Test, ...]:
        """What it asks of single fields."""
        return tuple(
            test
            for condition in (self.when, self.require)
            if condition
            for test in tests(condition)
        )

    @property
    def gathers(self) -> Most | None:
        """Gathers steps that break it, where it asks for one field of steps only."""
        asks = self.require
        if self.said.on is not PartKind.STEP or not isinstance(asks, Test) or asks.path.holder:
            return None
        if asks.operator is not Operator.PRESENT:
            return None
        return gap(f"`{asks.path.said}`", asks.path.shapes[0].name)


def check_of(asked: Asked) -> Check:
    """Returns the function of an own rule, with its page as docstring."""
    check = _of_step(asked) if asked.gathers else _of_file(asked)
    check.__doc__ = _page(asked)
    return check


def _of_step(asked: Asked) -> Check:
    def check(placed_step: PlacedStep, context: Context) -> Iterator[Finding]:
        world = World(journey_map=context.journey_map, today=context.today)
        yield from _found(asked, of_step(placed_step, context.journey_map), world)

    return check


def _of_file(asked: Asked) -> Check:
    follows = any(test.path.follows for test in asked.tests)

    def check(file: MapFile, context: Context) -> Iterator[Finding]:
        if (
            file.journey_map is None and follows
        ):  # in a library nobody can tell what a reference means
            return
        world = World(journey_map=file.journey_map, today=context.today)
        every = parts(asked.said.on, file)
        yield from one_by_one(_found(asked, part, world) for part in every)

    return check


def _found(asked: Asked, part: Part, world: World) -> Iterator[Finding]:
    if _is_broken(asked, part, world):
        yield _finding(asked, part, world)


def _is_broken(asked: Asked, part: Part, world: World) -> bool:
    if asked.when is not None and not holds(asked.when, part, world):
        return False
    return asked.require is None or not holds(asked.require, part, world)


def _finding(asked: Asked, part: Part, world: World) -> Finding:
    finding = Finding(
        message=_text(asked.message, part, world.journey_map), help=_help(asked), route=part.route
    )
    failed = _failed(asked.require, part, world)
    if failed is None or failed.path.holder:
        return finding
    field = failed.path.shapes[0]
    first = Path(said=field.name, holder="", shapes=(field,))
    here = Value(value=part.node, route=part.route)
    if is_written(here, field) and values(first, part, world.journey_map):
        return replace(finding, route=(*part.route, field.name), mark=Mark.VALUE)
    return replace(finding, missing=field.name)


def _help(asked: Asked) -> str:
    if asked.said.help:
        return asked.said.help
    if asked.require:
        return f"needed here: {described(asked.require)}"
    return f"see what the rule {asked.said.name} is for"


def _failed(condition: Condition | None, part: Part, world: World) -> Test | None:
    """Returns the first test that does not hold, where it alone decides."""
    if isinstance(condition, Group) and condition.join is Join.ALL:
        found = (_failed(member, part, world) for member in condition.members)
        return next((test for test in found if test), None)
    if isinstance(condition, Test) and not holds(condition, part, world):
        return condition
    return None


def _text(message: Message, part: Part, journey_map: JourneyMap | None) -> str:
    return "".join(
        piece if isinstance(piece, str) else _said(piece, part, journey_map)
        for piece in message.pieces
    )


def _said(path: Path, part: Part, journey_map: JourneyMap | None) -> str:
    said = (_named(value, path.shape, journey_map) for value in values(path, part, journey_map))
    return ", ".join(said) or _NOTHING


def _named(said: Value, shape: Shape, journey_map: JourneyMap | None) -> str:
    if journey_map and isinstance(shape.kind, Ref):
        return journey_map.label_of(str(said.value), shape.kind.to, said.route)
    return _shown(said.value)


def _shown(value: object) -> str:
    if isinstance(value, Feeling | Duration | Day):
        return value.written
    if isinstance(value, Enum):
        return str(value.value)
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return f"{value:g}"
    words = getattr(type(value), "shorthand", ())
    inner = next((each for name in words if (each := getattr(value, name, None))), value)
    return _shown(inner) if inner is not value else str(value)


def _page(asked: Asked) -> str:
    """Returns the page of an own rule, in the shape of the other ones."""
    said = asked.said
    name = said.name.replace("-", " ")
    sections = [f"{name[:1].upper()}{name[1:]}."]
    if said.why:
        sections.append(f"## Why it matters\n\n{said.why}")
    rows = [f"- of each: {said.on}"]
    rows += [f"- where: {described(asked.when)}"] if asked.when else []
    rows += [f"- required: {described(asked.require)}"] if asked.require else []
    rows += [f"- it says: {said.message}"]
    rows += [f"- what to do: {said.help}"] if said.help else []
    sections.append("## What it asks\n\n" + "\n".join(rows))
    sections.append(f"## Basis\n\n{str(said.basis).capitalize()}.")
    return "\n\n".join(sections)
