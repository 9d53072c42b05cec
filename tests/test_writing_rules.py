"""The page on writing rules keeps its word: its rules run, its tables are complete."""

import re
import sys
from dataclasses import dataclass
from pathlib import Path
from textwrap import indent
from types import ModuleType

import pytest
from tests.linter.yaml_rules.own import mistakes

from journeymap.findings import Severity
from journeymap.linter.registry import RULES
from journeymap.linter.yaml_rules.operators import Operator
from journeymap.model.fields import shapes
from journeymap.testing import (
    CONFIGURATION,
    HERE,
    MAP,
    assert_page,
    lint_files,
    marked,
    places,
)
from journeymap.workspace.rule_file import OwnRule, PartKind

PAGE = (Path(__file__).resolve().parents[1] / "docs" / "writing-rules.md").read_text("utf-8")
MOST_LINES = 10
SHOWN = 10


@dataclass(frozen=True, kw_only=True)
class Shown:
    """A rule of the page with the maps that break and keep it."""

    code: str
    rule: str
    bad: str
    good: str

    @property
    def configuration(self) -> str:
        return f"rules:\n{indent(self.rule, '  ')}"


def section(heading: str) -> str:
    return PAGE.partition(f"\n## {heading}\n")[2].partition("\n## ")[0]


def shown() -> list[Shown]:
    found = []
    for part in section("Ten rules to start from").split("\n### ")[1:]:
        rule, bad, good = re.findall(r"^```yaml\n(.*?)^```$", part, re.DOTALL | re.MULTILINE)
        code = re.search(r"code: (\w+)", rule)
        assert code
        found.append(Shown(code=code[1], rule=rule, bad=bad, good=good))
    return found


RULES_SHOWN = shown()


def named(each: Shown) -> str:
    return each.code


def test_there_are_ten_of_ten_lines_at_most() -> None:
    assert len(RULES_SHOWN) == SHOWN
    assert {each.code for each in RULES_SHOWN if each.rule.count("\n") > MOST_LINES} == set()


@pytest.mark.parametrize("each", RULES_SHOWN, ids=named)
def test_a_rule_is_well_written(each: Shown) -> None:
    assert mistakes(each.configuration) == []


@pytest.mark.parametrize("each", RULES_SHOWN, ids=named)
def test_a_rule_finds_what_is_marked_and_nothing_else(each: Shown) -> None:
    bad = {CONFIGURATION: each.configuration, MAP: each.bad}
    good = {CONFIGURATION: each.configuration, MAP: each.good}
    assert HERE in each.bad
    assert places(bad, each.code) == marked(bad)
    assert places(good, each.code) == marked(good) == []


@pytest.mark.parametrize("each", RULES_SHOWN, ids=named)
def test_a_map_of_the_page_has_no_other_error(each: Shown) -> None:
    for text in (each.bad, each.good):
        report = lint_files({CONFIGURATION: each.configuration, MAP: text})
        errors = [d for d in report.diagnostics if d.severity is Severity.ERROR]
        assert [d.message for d in errors if d.rule.code != each.code] == []


def test_all_of_them_hold_beside_one_another() -> None:
    together = "rules:\n" + "".join(indent(each.rule, "  ") for each in RULES_SHOWN)
    assert mistakes(together) == []


def test_the_tables_are_complete() -> None:
    operators = set(re.findall(r"`([a-z-]+)`", section("Conditions").partition("| operators")[2]))
    assert operators >= {str(each) for each in Operator} - {"present", "absent"}
    fields = re.findall(r"^\| `(\w+)` \|", section("What a rule says"), re.MULTILINE)
    assert sorted(fields) == sorted(shapes(OwnRule))
    kinds = section("What a rule says").partition("`on` is one of")[2]
    assert set(re.findall(r"`(\w+)`", kinds)) == {str(kind) for kind in PartKind}


def test_the_rule_in_python_keeps_its_page(monkeypatch: pytest.MonkeyPatch) -> None:
    source, test = re.findall(r"^```python\n(.*?)^```$", PAGE, re.DOTALL | re.MULTILINE)
    module = ModuleType("acme_rules")
    monkeypatch.setitem(sys.modules, "acme_rules", module)
    exec(compile(source, "acme_rules.py", "exec"), module.__dict__)  # noqa: S102 - our own page
    assert_page(module.crowded_step, rules=RULES)
    names: dict[str, object] = {}
    exec(compile(test, "test_acme.py", "exec"), names)  # noqa: S102 - our own page
    tests = [check for name, check in names.items() if name.startswith("test_")]
    assert len(tests) == 1
    for check in tests:
        assert callable(check)
        check()
