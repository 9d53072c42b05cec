"""Whatever somebody writes as a condition, it is a finding or a rule that runs, never a crash."""

import json
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from tests.linter.yaml_rules.own import mistakes, told
from tests.linter.yaml_rules.test_conditions import KINDS

from journeymap.linter.yaml_rules.operators import Operator
from journeymap.linter.yaml_rules.parts import HOLDERS, MODELS
from journeymap.model.fields import shapes
from journeymap.workspace.rule_file import PartKind

NAMES = sorted({name for model in MODELS.values() for name in shapes(model)} | set(HOLDERS))
FIELDS = st.lists(st.sampled_from([*NAMES, "", "x", "kind", "age"]), min_size=1, max_size=3).map(
    ".".join
)
VALUES = st.sampled_from(
    ["present", "absent", "phone", "2 weeks", "sad", "2026-05", "35 %", "x", "", 3, -1, 0.5, True]
)
OPERATORS = st.sampled_from([*map(str, Operator), "is-nt"])
TESTS = st.one_of(
    VALUES,
    st.lists(VALUES, max_size=2),
    st.dictionaries(OPERATORS, st.one_of(VALUES, st.lists(VALUES, max_size=2)), max_size=2),
)
CONDITIONS = st.recursive(
    st.dictionaries(FIELDS, TESTS, max_size=2),
    lambda inner: st.dictionaries(
        st.sampled_from(["all", "any", "not"]), st.one_of(inner, st.lists(inner, max_size=2))
    ),
    max_leaves=4,
)


@given(
    kind=st.sampled_from(PartKind),
    when=CONDITIONS,
    require=CONDITIONS,
    message=st.text(st.sampled_from("{} a.")) | FIELDS.map("{{{}}}".format),
)
def test_a_condition_is_a_finding_or_runs(
    kind: PartKind, when: dict[str, Any], require: dict[str, Any], message: str
) -> None:
    rule = {
        "code": "ACME01",
        "name": "told",
        "on": str(kind),
        "when": when,
        "require": require,
        "message": f"a {message}",
    }
    text = json.dumps({"rules": [rule]})
    lines = told(text, KINDS)
    assert not (lines and mistakes(text, KINDS))


@given(kind=st.sampled_from(PartKind), data=st.data())
def test_every_field_can_be_asked_for_and_said(kind: PartKind, data: st.DataObject) -> None:
    field = data.draw(st.sampled_from(sorted(shapes(MODELS[kind]))))
    rule = {"code": "ACME01", "name": "told", "on": str(kind), "message": f"{{{field}}}"}
    text = json.dumps({"rules": [{**rule, "require": {field: "present"}}]})
    assert mistakes(text, KINDS) == []
    present = set(told(text, KINDS))
    absent = set(told(text.replace('"present"', '"absent"'), KINDS))
    assert present or absent
