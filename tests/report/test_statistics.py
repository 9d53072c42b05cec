"""How often each rule found something, in every format."""

import json
from xml.etree import ElementTree as ET

import jsonschema
import pytest
from tests.linter.linting import lint_files
from tests.report.test_golden import REVIEWDOG
from tests.report.test_sarif import validator

from journeymap.linter.diagnostic import Report
from journeymap.linter.profiles import Selection
from journeymap.linter.registry import RULES
from journeymap.report.formats.registry import Format, ReportOptions
from journeymap.report.statistics import render

SELECTION = Selection(select=("JM202", "JM204"))
COUNTS = [
    {"findings": 4, "files": 2, "code": "JM204", "name": "missing-need", "severity": "warning"},
    {"findings": 1, "files": 1, "code": "JM202", "name": "missing-goal", "severity": "warning"},
]
SAID = ("4 findings in 2 files, such as: ", "1 finding in 1 file, such as: ")


def report() -> Report:
    """Four findings of one rule in two files, and one of another."""
    steps = "[B, {action: C, need: x}, D, {action: E, need: x}, {action: F, need: x}]"
    files = {
        f"{name}.journey.yaml": f"journeymap: 1\ntitle: A\nsteps: {steps}\n{more}"
        for name, more in (("a", ""), ("b", "goal: x\n"))
    }
    return lint_files(files, rules=RULES, selection=SELECTION)


def counted(name: Format) -> str:
    return render(report(), name, ReportOptions())


def test_rules_are_counted_the_most_frequent_first() -> None:
    rows = counted(Format.FULL).splitlines()
    assert rows[0].split() == ["Findings", "Files", "Code", "Name"]
    assert [row.split() for row in rows[2:]] == [
        ["4", "2", "JM204", "missing-need"],
        ["1", "1", "JM202", "missing-goal"],
    ]


def test_programs_get_counts_as_json() -> None:
    whole = json.loads(counted(Format.JSON))
    assert whole["version"] == 1
    assert whole["rules"] == COUNTS
    assert whole["summary"] == {"error": 0, "warning": 5, "note": 0, "files": 2}
    lines = [json.loads(line) for line in counted(Format.JSONL).splitlines()]
    assert lines == [{"version": 1, **each} for each in COUNTS]


def test_pages_get_a_table() -> None:
    assert counted(Format.MD).splitlines()[2] == "| 4 | 2 | JM204 | missing-need |"


@pytest.mark.parametrize(
    "name", [Format.CONCISE, Format.GITHUB, Format.AZURE, Format.GITLAB, Format.RDJSON]
)
def test_a_format_of_findings_alone_has_one_a_rule_that_counts(name: Format) -> None:
    written = counted(name)
    assert [written.count(said) for said in SAID] == [1, 1]
    if name is Format.RDJSON:
        jsonschema.validate(json.loads(written), REVIEWDOG)


def test_what_counts_is_valid_sarif_and_junit() -> None:
    log = json.loads(counted(Format.SARIF))
    validator().validate(log)
    texts = [each["message"]["text"] for each in log["runs"][0]["results"]]
    assert [text.startswith(said) for text, said in zip(texts, SAID, strict=True)] == [True, True]
    root = ET.fromstring(counted(Format.JUNIT))  # noqa: S314 - our own
    assert root.get("tests") == "2"


@pytest.mark.parametrize("name", Format)
def test_nothing_is_counted_where_nothing_is_found(name: Format) -> None:
    tidy = lint_files({}, rules=RULES)
    assert "such as" not in render(tidy, name, ReportOptions())
    if name is Format.FULL:
        assert render(tidy, name, ReportOptions()) == ""
