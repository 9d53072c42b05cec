"""The schema of the configuration knows the rules, their options and their ranges."""

from typing import Any

import jsonschema
import pytest

from journeymap import schemas
from journeymap.linter.registry import RULES

SCHEMA = schemas()["journeymap"]


def test_every_rule_and_option_is_offered() -> None:
    for part in (SCHEMA, SCHEMA["definitions"]["FileSettings"]):
        assert list(part["properties"]["severities"]["properties"]) == [r.name for r in RULES]
        offered = part["properties"]["options"]["properties"]
        assert {name: list(said["properties"]) for name, said in offered.items()} == {
            rule.name: [option.name for option in rule.options] for rule in RULES if rule.options
        }


@pytest.mark.parametrize(
    ("content", "valid"),
    [
        ({"options": {"oversized-map": {"steps": 40}}}, True),
        ({"options": {"oversized-map": {"steps": 2.5}}}, False),
        ({"options": {"oversized-map": {"steps": 0}}}, False),
        ({"options": {"oversized-map": {"step": 40}}}, False),
        ({"options": {"JM211": {"steps": 40}}}, True),
        ({"severities": {"missing-need": "error", "JM2": "note"}}, True),
        ({"severities": {"missing-need": "loud"}}, False),
        ({"files": {"drafts/": {"options": {"oversized-map": {"steps": 0}}}}}, False),
        ({"files": {"drafts/": {"profile": "draft", "severities": {"ALL": "note"}}}}, True),
    ],
)
def test_an_editor_sees_what_lint_sees(content: dict[str, Any], valid: bool) -> None:
    validator = jsonschema.Draft7Validator(SCHEMA)
    assert validator.is_valid(content) is valid
