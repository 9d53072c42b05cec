"""What only conditions of own rules can tell to a JSON Schema: their fields and operators."""

from collections.abc import Iterable, Iterator
from enum import Enum

from journeymap.linter.yaml_rules.conditions import Join
from journeymap.linter.yaml_rules.fields import Path, named
from journeymap.linter.yaml_rules.operators import (
    COUNTS,
    LENGTHS,
    PRESENCE,
    SEVERAL,
    Operator,
    usable,
)
from journeymap.linter.yaml_rules.parts import holders
from journeymap.model.fields import Leaf, Shape
from journeymap.model.schema import Schema
from journeymap.model.stage_asks import StageAsk
from journeymap.workspace.rule_file import OwnRule, PartKind

_CONDITIONS = ("when", "require")
_JOINS = {
    Join.ALL: "All of these must hold.",
    Join.ANY: "One of these must hold.",
    Join.NOT: "Not all of these may hold.",
}
_PRESENCE: Schema = {"enum": [str(word) for word in PRESENCE]}
_SCALAR: Schema = {"type": ["string", "number", "boolean"]}
_WHOLE: Schema = {"type": ["integer", "string"], "pattern": r"^\d+$"}


def with_conditions(schema: Schema) -> Schema:
    """Returns the schema of files with own rules, with all that their conditions may ask.

    For each kind of part it lists the fields of one and of two words, with the operators that can
    be asked of them. Of longer ones it knows the first word; lint knows them all.

    Args:
        schema: the schema, with the definition of own rules.
    """
    definitions: dict[str, Schema] = dict(schema["definitions"])
    cases: list[Schema] = []
    for kind in PartKind:
        definitions[_name(kind)] = _condition(kind, definitions)
        there = {"properties": {"on": {"const": str(kind)}}, "required": ["on"]}
        asked = {field: _reference(_name(kind)) for field in _CONDITIONS}
        cases.append({"if": there, "then": {"properties": asked}})
    rule = OwnRule.__name__
    definitions[rule] = {**definitions[rule], "allOf": cases}
    if asks := definitions.get(StageAsk.__name__):  # only a configuration has frameworks
        properties = {**asks["properties"], "step": _reference(_name(PartKind.STEP))}
        definitions[StageAsk.__name__] = {**asks, "properties": properties}
    return {**schema, "definitions": dict(sorted(definitions.items()))}


def _name(kind: PartKind) -> str:
    return f"condition-{kind}"


def _reference(name: str) -> Schema:
    return {"$ref": f"#/definitions/{name}"}


def _condition(kind: PartKind, definitions: dict[str, Schema]) -> Schema:
    paths = tuple(named(kind))
    one = _reference(_name(kind))
    several: Schema = {"anyOf": [one, {"type": "array", "items": one}]}
    joins = {str(join): {"description": said, **several} for join, said in _JOINS.items()}
    fields = {path.said: {**_described(path), **_asked(path, definitions)} for path in paths}
    return {
        "type": "object",
        "minProperties": 1,
        "properties": {**joins, **fields},
        "patternProperties": dict(_further(paths, kind, definitions)),
        "additionalProperties": False,
    }


def _described(path: Path) -> Schema:
    # What the part lies in is explained there: said again in each kind it would fill the file.
    return {} if path.holder else {"description": path.shape.description}


def _further(
    paths: Iterable[Path], kind: PartKind, definitions: dict[str, Schema]
) -> Iterator[tuple[str, Schema]]:
    """Walks the patterns of fields that are not listed: longer ones, and keys of one's own."""
    said = [path.said.partition(".") for path in paths]
    leading = dict.fromkeys((*holders(kind), *(first for first, _, rest in said if rest)))
    own = [path.said for path in paths if path.has_keys and "." not in path.said]
    anything = _defined("anything", _SCALAR, Operator, definitions)
    if leading:
        yield rf"^({'|'.join(leading)})\.[^.]+\.", anything
    if own:
        yield rf"^({'|'.join(own)})\.", anything


def _asked(path: Path, definitions: dict[str, Schema]) -> Schema:
    """Returns what can be asked of a field: of one that has fields, what stands for it."""
    model = path.shape.part
    counts = COUNTS if path.is_list else ()
    if model is None:
        shape: Shape | None = path.shape
    else:
        shape = path.into(model.shorthand[0]).shape if model.shorthand else None
    name = f"{_kind(shape)}{'-list' if counts else ''}"
    known = usable(shape, many=bool(counts)) if shape else counts
    return _defined(name, _value(shape) if shape else None, known, definitions)


def _kind(shape: Shape | None) -> str:
    """Returns what a definition is called by: fields of one kind can be asked the same."""
    if shape is None:
        return "part"
    if isinstance(shape.kind, Leaf):
        return str(shape.kind)
    return shape.kind.__name__ if isinstance(shape.kind, type) else type(shape.kind).__name__


def _value(shape: Shape) -> Schema:
    kind = shape.kind
    if isinstance(kind, type) and issubclass(kind, Enum):
        return {"enum": [str(member.value) for member in kind]}
    return {"type": "boolean"} if kind is Leaf.BOOLEAN else _SCALAR


def _defined(
    name: str,
    value: Schema | None,
    known: Iterable[Operator],
    definitions: dict[str, Schema],
) -> Schema:
    """Returns a reference to the definition of what can be asked of a kind of field."""
    operators = {
        str(asked): _operand(asked, value or _WHOLE) for asked in known if asked not in PRESENCE
    }
    asking: Schema = {
        "type": "object",
        "minProperties": 1,
        "properties": operators,
        "additionalProperties": False,
    }
    plain = [value, {"type": "array", "items": value}] if value else []
    forms = [_PRESENCE, *plain, *([asking] if operators else [])]
    definitions[f"asked-{name}"] = {"anyOf": forms}
    return _reference(f"asked-{name}")


def _operand(asked: Operator, value: Schema) -> Schema:
    if asked in (*COUNTS, *LENGTHS):
        return _WHOLE
    return {"anyOf": [value, {"type": "array", "items": value}]} if asked in SEVERAL else value
