"""An editor that reads the schema of own rules knows their fields and operators as lint does."""

import json
import re
from io import StringIO
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st
from ruamel.yaml import YAML
from tests.linter.yaml_rules.own import mistakes
from tests.linter.yaml_rules.test_any_condition import CONDITIONS

from journeymap import schemas
from journeymap.linter.yaml_rules.operators import Operator
from journeymap.workspace.rule_file import PartKind

RULES = schemas()["rules"]
VALIDATOR = jsonschema.Draft7Validator(RULES)
PAGE = (Path(__file__).resolve().parents[3] / "docs" / "writing-rules.md").read_text("utf-8")


def shown() -> list[dict[str, Any]]:
    """The rules of the page."""
    blocks = re.findall(r"^```yaml[^\n]*\n(.*?)^```$", PAGE, re.DOTALL | re.MULTILINE)
    read = [YAML(typ="safe").load(StringIO(block)) for block in blocks if "code: " in block]
    return [
        rule for said in read for rule in (said if isinstance(said, list) else said.get("rules"))
    ]


def with_rule(condition: object, on: str) -> dict[str, Any]:
    rule = {"code": "ACME01", "name": "told", "on": on, "require": condition, "message": "told"}
    return {"rules": [rule]}


def test_the_rules_of_the_page_are_valid() -> None:
    found = shown()
    assert len(found) == 11
    for schema in (RULES, schemas()["journeymap"]):
        jsonschema.Draft7Validator(schema).validate({"rules": found})


@pytest.mark.parametrize(
    ("on", "condition", "valid"),
    [
        ("step", {"evidence": "present"}, True),
        ("step", {"evidense": "present"}, False),
        ("step", {"severity": "present"}, False),
        ("pain", {"severity": {"at-least": 3}}, True),
        ("pain", {"severity": {"at-leest": 3}}, False),
        ("pain", {"severity": {"before": "2026"}}, False),
        ("pain", {"kind": "harm"}, True),
        ("pain", {"kind": ["harm", "dropout"]}, True),
        ("pain", {"kind": {"not-in": ["harm", "drop"]}}, False),
        (
            "pain",
            {"step.actor": "gp", "stage.phase": "before", "map.title": {"contains": "x"}},
            True,
        ),
        ("pain", {"step.actr": "gp"}, False),
        ("pain", {"step.actor.kind": "clinician"}, True),
        ("step", {"actor.kind": "clinician"}, True),
        ("step", {"actor.kind": "clinican"}, False),
        ("step", {"wait": {"more-than": "2 weeks"}, "pains": {"count-at-least": 2}}, True),
        ("step", {"wait": {"starts-with": "2"}}, False),
        ("step", {"any": [{"need": "present"}, {"all": {"thought": "absent"}}]}, True),
        ("step", {"any": [{"need": "present"}, {"all": {"thougt": "absent"}}]}, False),
        ("persona", {"demographics.age": {"longer-than": 3}}, True),
        ("persona", {"demographics.age": {"longr-than": 3}}, False),
        ("stage", {}, False),
    ],
)
def test_an_editor_sees_what_lint_sees(on: str, condition: dict[str, Any], valid: bool) -> None:
    written = with_rule(condition, on)
    assert VALIDATOR.is_valid(written) is valid
    assert (mistakes(json.dumps(written)) == []) is valid


@given(kind=st.sampled_from(PartKind), condition=CONDITIONS)
def test_what_lint_takes_is_valid(kind: PartKind, condition: dict[str, Any]) -> None:
    written = with_rule(condition, str(kind))
    assert VALIDATOR.is_valid(written) or mistakes(json.dumps(written))


def test_each_operator_is_offered_somewhere_and_each_kind_of_part_has_fields() -> None:
    definitions = RULES["definitions"]
    forms = [
        form
        for name, said in definitions.items()
        if name.startswith("asked-")
        for form in said["anyOf"]
    ]
    offered = {operator for form in forms for operator in form.get("properties", ())}
    assert offered == {str(each) for each in Operator} - {"present", "absent"}
    assert all(definitions[f"condition-{kind}"]["properties"] for kind in PartKind)
