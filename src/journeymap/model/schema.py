"""JSON Schema of a model, in both forms, from the same declarations that reading uses.

An editor reads it to complete and to explain: every field has a description that ends with an
example, there are no nulls and no defaults, and a text may be a string, a number or a boolean,
because the field decides what a scalar is. Examples stand in descriptions alone: an editor offers
what stands under `examples` as a value, and `phone` is none where a map defines other channels.
"""

import json
from collections.abc import Mapping
from enum import Enum
from typing import Any

from journeymap.model.feelings import CANONICAL, HIGHEST, LOWEST
from journeymap.model.fields import FilePath, Leaf, Namespace, Node, Ref, Shape, shapes
from journeymap.model.frameworks import BUILT_IN

Schema = dict[str, Any]

DIALECT = "http://json-schema.org/draft-07/schema#"
"""The draft that editors support best."""

_NUMBER = r"^[-+−]?(\d+\.?\d*|\.\d+)([eE][-+]?\d+)?$"
_TEXT: Schema = {"type": ["string", "number", "boolean"]}
_FEELING: list[Schema] = [
    {"enum": [word for word, _ in CANONICAL.values()]},
    {"type": "string"},
    {"type": "number", "minimum": LOWEST, "maximum": HIGHEST},
]
_LEAVES: Mapping[Leaf, Schema] = {
    Leaf.TEXT: _TEXT,
    Leaf.FREE: _TEXT,
    Leaf.ID: {"type": ["string", "number"]},
    Leaf.INTEGER: {"type": ["integer", "string"], "pattern": r"^[-+−]?\d+$"},
    Leaf.NUMBER: {"type": ["number", "string"], "pattern": _NUMBER},
    Leaf.MEASURE: {"type": ["number", "string"], "pattern": _NUMBER.replace("$", r"\s*%?$")},
    Leaf.BOOLEAN: {"type": "boolean"},
    Leaf.SHARE: {"type": ["number", "string"], "pattern": r"^(\d+\.?\d*|\.\d+)\s*%?$"},
    Leaf.DAY: {"type": "string", "pattern": r"^\d{4}-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?$"},
    Leaf.DURATION: {"type": "string", "pattern": r"^(P[\dYMWDTHS.]+|[^-].*[^\W\d].*)$"},
    Leaf.RATING: {"type": ["number", "string"], "pattern": _NUMBER},
    Leaf.EXPECTED: {"type": ["number", "string"], "pattern": _NUMBER},
    Leaf.LINK: {"type": "string"},
    Leaf.CONDITION: {"type": "object", "minProperties": 1},
    Leaf.FEELING: {
        "anyOf": [*_FEELING, {"type": "array", "items": {"anyOf": _FEELING}, "minItems": 1}]
    },
}


def schema_of(model: type[Node], title: str) -> Schema:
    """Returns the JSON Schema of the files that hold a model.

    Args:
        model: what a file holds.
        title: what such a file is called.
    """
    definitions: dict[str, Schema] = {}
    top = _object(model, definitions)
    return {
        "$schema": DIALECT,
        "title": title,
        **top,
        "definitions": dict(sorted(definitions.items())),
    }


def _object(model: type[Node], definitions: dict[str, Schema]) -> Schema:
    fields = shapes(model).values()
    content: Schema = {
        "type": "object",
        "description": (model.__doc__ or "").partition("\n")[0],
        "properties": {shape.name: _property(shape, definitions) for shape in fields},
        "patternProperties": {"^x-": {"description": "A field of your own, kept and ignored."}},
        "additionalProperties": False,
    }
    required = [shape.name for shape in fields if shape.required]
    either = [name for name in required if name in model.instead]
    if certain := [name for name in required if name not in either]:
        content["required"] = certain
    for name in either:
        content["oneOf"] = [{"required": [name]}, {"required": [model.instead[name]]}]
    return content


def _property(shape: Shape, definitions: dict[str, Schema]) -> Schema:
    return {
        "description": _described(shape),
        **_either(_forms(shape, definitions)),
    }


def _described(shape: Shape) -> str:
    said = (each if isinstance(each, str) else _flow(each) for each in shape.examples)
    return f"{shape.description}\n\nFor example: {' or '.join(said)}"


def _flow(example: object) -> str:
    """Returns an example as YAML writes it on one line."""
    if isinstance(example, Mapping):
        return f"{{{', '.join(f'{key}: {_flow(value)}' for key, value in example.items())}}}"
    if isinstance(example, list | tuple):
        return f"[{', '.join(map(_flow, example))}]"
    return example if isinstance(example, str) else json.dumps(example)


def _forms(shape: Shape, definitions: dict[str, Schema]) -> list[Schema]:
    """Returns the ways in which a field may be written, shortest first."""
    one = _one(shape, definitions)
    if shape.per_person:
        return [*one, {"type": "object", "additionalProperties": _either(one)}]
    if shape.mapping:
        values: Schema = {"type": "object", "additionalProperties": _either(one)}
        return [{"type": "object", "additionalProperties": values} if shape.nested else values]
    listed: Schema = {"type": "array", "items": _either(one)}
    if shape.apart:
        alone = [listed, *one] if shape.many else one
        return [*alone, {"type": "object", "additionalProperties": _either(alone)}]
    if not shape.many:
        return one
    if shape.keyed is None or not isinstance(shape.kind, type):
        return [listed, *one]
    content = shapes(shape.kind)[shape.keyed.content]
    under_key = [*_forms(content, definitions), *one]
    return [listed, {"type": "object", "additionalProperties": _either(under_key)}]


def _one(shape: Shape, definitions: dict[str, Schema]) -> list[Schema]:
    """Returns the ways in which one value of a field may be written."""
    kind = shape.kind
    if shape.part is not None:
        return [*_shorthands(shape.part), _reference(shape.part, definitions)]
    if isinstance(kind, type) and issubclass(kind, Enum):
        return [{"enum": [member.value for member in kind]}]
    if isinstance(kind, FilePath):
        return [{"type": "string"}]
    if isinstance(kind, Ref) and kind.to is Namespace.FRAMEWORK:
        return [{"enum": [framework.id for framework in BUILT_IN]}, {"type": "string"}]
    boolean = shape.is_flag or shape.is_words
    leaf: Schema = {"type": ["string", "number", *(["boolean"] if boolean else [])]}
    if isinstance(kind, Leaf):
        leaf = dict(_LEAVES[kind])
    if shape.minimum is not None:
        leaf["minimum"] = shape.minimum
    if shape.maximum is not None:
        leaf["maximum"] = shape.maximum
    return list(leaf["anyOf"]) if "anyOf" in leaf else [leaf]


def _shorthands(model: type[Node]) -> list[Schema]:
    kinds = [shapes(model)[name] for name in model.shorthand]
    return _merged([form for shape in kinds for form in _one(shape, {})])


def _reference(model: type[Node], definitions: dict[str, Schema]) -> Schema:
    name = model.__name__
    if name not in definitions:
        definitions[name] = {}
        definitions[name] = _object(model, definitions)
    return {"$ref": f"#/definitions/{name}"}


def _either(forms: list[Schema]) -> Schema:
    merged = _merged(forms)
    return merged[0] if len(merged) == 1 else {"anyOf": merged}


def _merged(forms: list[Schema]) -> list[Schema]:
    """Drops repetitions."""
    return [form for i, form in enumerate(forms) if form not in forms[:i]]
