"""Every format, letter by letter and as its reader takes it apart.

What a format writes is kept by `pytest tests/report/test_golden.py --snapshot-update`: read it.
"""

import json
import re
from xml.etree import ElementTree as ET

import pytest
from syrupy.assertion import SnapshotAssertion
from tests.report.reports import NAME, STEP, hostile

from journeymap.report.formats.registry import Format, render

TOLD = ["tells", "near-name", "invalid-value", "empty-stage"]


# SARIF quotes the pages of rules, which change with them; it is held to its own schema.
@pytest.mark.parametrize("name", [each for each in Format if each is not Format.SARIF])
def test_a_report_is_written_as_it_is_documented(name: Format, snapshot: SnapshotAssertion) -> None:
    assert render(hostile(), name) == snapshot


@pytest.mark.parametrize("name", Format)
def test_a_format_is_described_in_one_line(name: Format) -> None:
    assert name.description.endswith((".", ":"))


@pytest.mark.parametrize("name", Format)
def test_nothing_reaches_a_terminal_but_text(name: Format) -> None:
    written = render(hostile(), name)
    assert re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e]", written) is None
    assert written.endswith("\n")


def unescaped(text: str) -> str:
    """What GitHub's runner reads: %25 last, as it was escaped first."""
    for sign in ":,\r\n%":
        text = text.replace(f"%{ord(sign):02X}", sign)
    return text


def test_github_reads_one_command_a_finding() -> None:
    lines = render(hostile(), Format.GITHUB).splitlines()
    read = []
    for line in lines:
        found = re.fullmatch(r"::(error|warning|notice) ([^:]*)::(.*)", line)
        assert found
        pairs = [pair.split("=", 1) for pair in found[2].split(",")]
        properties = {key: unescaped(value) for key, value in pairs}
        assert properties["file"] == NAME
        read.append((found[1], properties["line"], unescaped(found[3])))
    assert [kind for kind, *_ in read] == ["notice", "warning", "error", "warning"]
    assert [line for _, line, _ in read] == ["5", "5", "6", "8"]
    assert read[0][2].splitlines()[0].startswith(f"🙂🙂 {STEP} ::warning::a")
    assert read[0][2].splitlines()[-1] == "help: mend: it, 100 %"


def test_gitlab_reads_the_documented_fields() -> None:
    issues = json.loads(render(hostile(), Format.GITLAB))
    assert [issue["check_name"] for issue in issues] == TOLD
    assert len({issue["fingerprint"] for issue in issues}) == len(issues)
    for issue in issues:
        assert set(issue) == {"description", "check_name", "fingerprint", "severity", "location"}
        assert issue["severity"] in {"info", "minor", "major", "critical", "blocker"}
        assert issue["location"]["path"] == NAME
    assert [issue["location"]["lines"]["begin"] for issue in issues] == [5, 5, 6, 8]


def test_junit_is_xml_with_a_suite_a_file_and_a_case_a_finding() -> None:
    root = ET.fromstring(render(hostile(), Format.JUNIT))  # noqa: S314 - our own
    first, second = root
    assert [suite.get("name") for suite in root] == [NAME, "tidy.journey.yaml"]
    assert [str(case.get("name")).split()[0] for case in first] == TOLD
    assert [case[0].tag for case in first] == ["skipped", "failure", "failure", "failure"]
    assert str(first[0][0].get("message")).startswith(f"🙂🙂 {STEP} ")
    assert [len(case) for case in second] == [0]
    for part in (root, first, second):
        cases = list(part.iter("testcase"))
        assert part.get("tests") == str(len(cases))
        assert part.get("failures") == str(len(list(part.iter("failure"))))
        assert part.get("skipped") == str(len(list(part.iter("skipped"))))


def test_markdown_has_a_row_a_finding_and_no_markup_of_the_map() -> None:
    page = render(hostile(), Format.MD)
    rows = [line for line in page.splitlines() if line.startswith("| ")]
    assert {len(re.findall(r"(?<!\\)\|", row)) for row in rows} == {7}
    assert len(rows) == 2 + len(TOLD)
    assert "<" not in page
    assert re.search(r"(?<!\\)[\[`]", page) is None


def test_json_lines_are_the_findings_of_json() -> None:
    report = hostile()
    whole = json.loads(render(report, Format.JSON))["findings"]
    lines = [json.loads(line) for line in render(report, Format.JSONL).split("\n")[:-1]]
    assert lines == [{"version": 1, **finding} for finding in whole]
