"""Of each rule the first findings are told one by one; the others are counted, never lost."""

import json

import pytest
from tests.linter.linting import MAP, lint_files
from tests.linter.mending import outcome

from journeymap.findings import Severity
from journeymap.linter import baseline, found
from journeymap.linter.diagnostic import Report
from journeymap.linter.new_findings import new_since
from journeymap.linter.profiles import Selection
from journeymap.linter.registry import RULES
from journeymap.reading import first_findings
from journeymap.report import statistics
from journeymap.report.formats.registry import Format, ReportOptions, render
from journeymap.report.look_first import look_first

CHOSEN = Selection(select=("unknown-reference", "duplicate-id"))


@pytest.fixture(autouse=True)
def few(monkeypatch: pytest.MonkeyPatch) -> None:
    for module in (found, first_findings):
        monkeypatch.setattr(module, "MOST_TOLD", 5)


def text(unknown: int, more: str = "") -> str:
    steps = "".join(f"  - {{action: S{n}, channel: none {n}}}\n" for n in range(unknown))
    return f"journeymap: 1\ntitle: A\nchannels: [phone]\nsteps:\n{more}{steps}"


def report_of(unknown: int, more: str = "") -> Report:
    return lint_files({MAP: text(unknown, more)}, rules=RULES, selection=CHOSEN)


@pytest.mark.parametrize(("unknown", "told"), [(5, 5), (6, 6), (7, 6), (30, 6)])
def test_the_first_findings_of_a_rule_are_told_and_the_others_counted(
    unknown: int, told: int
) -> None:
    report = report_of(unknown)
    assert len(report.diagnostics) == told
    assert report.count(Severity.ERROR) == report.total == unknown
    more = f", and {unknown - told} more places like this one" if unknown > told else ""
    assert report.diagnostics[-1].message == f"`none {told - 1}` names no channel{more}"


def test_each_rule_has_its_own_first_findings() -> None:
    twice = "".join("  - {id: a, action: B}\n" for _ in range(9))
    report = report_of(30, twice)
    codes = [each.rule.code.raw for each in report.diagnostics]
    assert (codes.count("JM101"), codes.count("JM102")) == (6, 6)
    assert report.total == 30 + 8


def test_what_is_counted_stands_in_every_sum() -> None:
    report = report_of(30)
    options = ReportOptions(colour=False, version="1")
    written = json.loads(render(report, Format.JSON, options))
    assert written["summary"]["error"] == 30
    assert [each.get("more") for each in written["findings"]] == [None] * 5 + [24]
    counted = json.loads(statistics.render(report, Format.JSON, options))
    assert [each["findings"] for each in counted["rules"]] == [30]
    assert next(look_first(report)).endswith("(and 29 more errors)")


def test_comments_still_ignore_what_is_not_told_one_by_one() -> None:
    last = report_of(30).diagnostics[-1]
    assert last.lines == tuple(range(10, 35))


def test_a_known_finding_says_nothing_of_one_among_the_others() -> None:
    known = baseline.entries(report_of(30))
    assert baseline.compare(report_of(30), known).report.total == 0
    assert baseline.compare(report_of(30), known).known == 30
    assert baseline.compare(report_of(31), known).report.total == 26
    assert new_since(report_of(30), report_of(30)).total == 0
    assert new_since(report_of(30), report_of(31)).total == 26


def test_what_is_not_told_one_by_one_is_mended_all_the_same() -> None:
    steps = "".join(f"  - {{action: S{n}, channel: phnoe}}\n" for n in range(30))
    done = outcome(
        f"journeymap: 1\ntitle: A\nchannels: [phone]\nsteps:\n{steps}", "unknown-reference"
    )
    assert done.made == 30
    assert done.report.total == 0
    assert done.changed[0][1].text.count("channel: phone") == 30
