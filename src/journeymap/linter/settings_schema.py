"""The part of the configuration's JSON Schema that only the rules can tell."""

from collections.abc import Iterable
from typing import Any

from journeymap.authoring.options import schema_of
from journeymap.authoring.rule import Rule
from journeymap.model.schema import Schema

_CHOOSING = ("select", "extend_select", "ignore")
"""The settings that name rules, or prefixes of their codes."""
_NAMED = "RuleName"
"""The definition of what names a rule: one that there is, or one of a repository's own."""


def with_rules(schema: Schema, rules: Iterable[Rule]) -> Schema:
    """Returns the schema of the configuration, with the names and options of rules filled in."""
    listed = tuple(rules)
    definitions = {name: _filled(part, listed) for name, part in schema["definitions"].items()}
    words = [word for rule in listed for word in (rule.name, rule.code)]
    definitions[_NAMED] = {"anyOf": [{"enum": words}, {"type": "string"}]}
    return {**_filled(schema, listed), "definitions": dict(sorted(definitions.items()))}


def _filled(schema: Schema, rules: tuple[Rule, ...]) -> Schema:
    fields: dict[str, Any] = schema["properties"]
    if not {"severities", "options"} <= fields.keys():
        return schema
    weights = fields["severities"]["additionalProperties"]
    severities = {rule.name: {**weights, "description": rule.summary} for rule in rules}
    options = {rule.name: _options(rule) for rule in rules if rule.options}
    one: Schema = {"$ref": f"#/definitions/{_NAMED}"}
    filled = {
        **{
            name: {
                "description": fields[name]["description"],
                "anyOf": [{"type": "array", "items": one}, one],
            }
            for name in _CHOOSING
        },
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
