"""The part of the configuration's JSON Schema that only the rules can tell."""

from collections.abc import Iterable
from typing import Any

from journeymap.authoring.options import schema_of
from journeymap.authoring.rule import Rule
from journeymap.model.schema import Schema


def with_rules(schema: Schema, rules: Iterable[Rule]) -> Schema:
    """Returns the schema of the configuration, with the names and options of rules filled in."""
    listed = tuple(rules)
    definitions = {name: _filled(part, listed) for name, part in schema["definitions"].items()}
    return {**_filled(schema, listed), "definitions": definitions}


def _filled(schema: Schema, rules: tuple[Rule, ...]) -> Schema:
    fields: dict[str, Any] = schema["properties"]
    if not {"severities", "options"} <= fields.keys():
        return schema
    weights = fields["severities"]["additionalProperties"]
    severities = {rule.name: {**weights, "description": rule.summary} for rule in rules}
    options = {rule.name: _options(rule) for rule in rules if rule.options}
    filled = {
        "severities": {**fields["severities"], "properties": severities},
        "options": {**fields["options"], "properties": options},
    }
    return {**schema, "properties": {**fields, **filled}}


def _options(rule: Rule) -> Schema:
    return {
        "type": "object",
        "description": rule.summary,
        "properties": {option.name: schema_of(option) for option in rule.options},
        "additionalProperties": False,
    }
