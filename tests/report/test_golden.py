"""Every format, letter by letter and as its reader takes it apart.

What a format writes is kept by `pytest tests/report/test_golden.py --snapshot-update`: read it.
"""

import json
import re
from xml.etree import ElementTree as ET

import jsonschema
import pytest
from syrupy.assertion import SnapshotAssertion
from tests.linter.linting import TODAY, lint_files, workspace_of
from tests.report.reports import NAME, STEP, hostile

from journeymap.linter.engine import lint
from journeymap.linter.fixer import offered
from journeymap.linter.profiles import Selection
from journeymap.linter.registry import RULES
from journeymap.report.formats.registry import Format, ReportOptions, render
from journeymap.workspace.config import FailOn

_POSITION = {
    "type": "object",
    "required": ["line"],
    "properties": {
        "line": {"type": "integer", "minimum": 1},
        "column": {"type": "integer", "minimum": 1},
    },
    "additionalProperties": False,
}
_RANGE = {
    "type": "object",
    "required": ["start"],
    "properties": {"start": _POSITION, "end": _POSITION},
    "additionalProperties": False,
}
REVIEWDOG = {
    "type": "object",
    "required": ["diagnostics"],
    "properties": {
        "source": {"type": "object", "required": ["name"]},
        "diagnostics": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["message", "location"],
                "properties": {
                    "message": {"type": "string"},
                    "location": {
                        "type": "object",
                        "required": ["path"],
                        "properties": {"path": {"type": "string"}, "range": _RANGE},
                        "additionalProperties": False,
                    },
                    "severity": {"enum": ["UNKNOWN_SEVERITY", "ERROR", "WARNING", "INFO"]},
                    "code": {"type": "object", "properties": {"value": {"type": "string"}}},
                    "suggestions": {
                        "type": "array",
                        "items": {
                            "type": "object",
                            "required": ["range", "text"],
                            "properties": {"range": _RANGE, "text": {"type": "string"}},
                        },
                    },
                },
                "additionalProperties": False,
            },
        },
    },
    "additionalProperties": False,
}
"""What reviewdog's `DiagnosticResult` is, by its definition (reviewdog.proto); nothing besides."""
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
    assert [case.get("name") for case in first] == [
        "tells stages[before].steps[calls]",
        "near-name stages[before].steps[calls].channel[0]",
        "invalid-value stages[before].steps[wäits].emotion",
        "empty-stage stages[after]",
    ]
    assert [case[0].tag for case in first] == ["skipped", "skipped", "failure", "skipped"]
    assert str(first[0][0].get("message")).startswith(f"🙂🙂 {STEP} ")
    assert [len(case) for case in second] == [0]
    for part in (root, first, second):
        cases = list(part.iter("testcase"))
        assert part.get("tests") == str(len(cases))
        assert part.get("failures") == str(len(list(part.iter("failure"))))
        assert part.get("skipped") == str(len(list(part.iter("skipped"))))


@pytest.mark.parametrize(
    ("limit", "failures"), [(None, 1), ("error", 1), ("warning", 3), ("note", 4), ("never", 0)]
)
def test_junit_fails_what_makes_lint_fail(limit: str | None, failures: int) -> None:
    report = hostile()
    options = ReportOptions(fail_on=FailOn(limit) if limit else None)
    root = ET.fromstring(render(report, Format.JUNIT, options))  # noqa: S314 - our own
    assert root.get("failures") == str(failures)
    assert root.get("skipped") == str(4 - failures)


def test_junit_names_tests_apart_and_keeps_their_names_when_lines_move() -> None:
    steps = "steps:\n- {action: A, channel: [pohne, pohne, tell]}\n- {action: B, emotion: blur8h}\n"
    named = []
    for text in (f"title: T\n{steps}", f"title: T\n\n# moved\n{steps}"):
        report = lint_files({"a.journey.yaml": f"journeymap: 1\n{text}"}, rules=RULES)
        root = ET.fromstring(render(report, Format.JUNIT))  # noqa: S314 - our own
        named.append([case.get("name") for case in root.iter("testcase")])
    assert named[0] == named[1]
    assert len(set(named[0])) == len(named[0]) > 2


def test_reviewdog_reads_the_documented_fields() -> None:
    read = json.loads(render(hostile(), Format.RDJSON))
    jsonschema.validate(read, REVIEWDOG)
    assert [each["code"]["value"] for each in read["diagnostics"]] == TOLD
    assert [each["severity"] for each in read["diagnostics"]] == [
        *("INFO", "WARNING", "ERROR", "WARNING")
    ]
    assert {each["location"]["path"] for each in read["diagnostics"]} == {NAME}


def test_reviewdog_cuts_bytes_of_a_line_and_gets_the_very_fix() -> None:
    text = "journeymap: 1\ntitle: T\nsteps:\n- {action: Wäits 🙂, chanel: phone}\n"
    workspace = workspace_of({"a.journey.yaml": text})
    report = offered(lint(workspace, RULES, Selection(select=("JM003",)), TODAY), workspace)
    (found,) = json.loads(render(report, Format.RDJSON))["diagnostics"]
    line = text.splitlines()[3].encode()
    place = found["location"]["range"]
    assert line[place["start"]["column"] - 1 : place["end"]["column"] - 1] == b"chanel"
    (fix,) = found["suggestions"]
    assert (fix["range"], fix["text"]) == (place, "channel")


def test_reviewdog_gets_whole_lines_where_they_are_endless() -> None:
    step = "{action: " + "ä" * 3000 + ", emotion: blur8h}"
    report = lint_files({"a.journey.yaml": f"title: T\nsteps: [{step}]\n"}, rules=RULES)
    ranges = [
        each["location"]["range"]
        for each in json.loads(render(report, Format.RDJSON))["diagnostics"]
        if each["code"]["value"] == "invalid-value"
    ]
    assert ranges == [{"start": {"line": 2}, "end": {"line": 2}}]


def test_azure_reads_one_issue_a_finding() -> None:
    """Taken apart as its agent does: the command ends at the first bracket."""
    read = []
    for line in render(hostile(), Format.AZURE).splitlines():
        command, _, message = line.partition("]")
        area, _, listed = command.partition(" ")
        assert area == "##vso[task.logissue"
        pairs = (pair.split("=", 1) for pair in listed.split(";") if pair)
        read.append(({key: azure(value) for key, value in pairs}, azure(message)))
    assert [each["type"] for each, _ in read] == ["warning", "warning", "error", "warning"]
    assert [each["linenumber"] for each, _ in read] == ["5", "5", "6", "8"]
    assert {each["sourcepath"] for each, _ in read} == {NAME}
    assert read[0][1].startswith(f"note: 🙂🙂 {STEP} ::warning::a")
    assert read[0][1].endswith("; help: mend: it, 100 %")


def azure(text: str) -> str:
    """What the agent reads: the percent sign last, as it was escaped first."""
    for sign in ";]\r\n":
        text = text.replace(f"%{ord(sign):02X}", sign)
    return text.replace("%AZP25", "%")


@pytest.mark.parametrize(
    "hostile_title",
    ["##vso[task.setvariable variable=x]y", "%AZP25", "%0A##vso[task.complete]", "a;type=error]"],
)
def test_azure_cannot_be_given_commands(hostile_title: str) -> None:
    text = f"journeymap: 1\ntitle: T\nsteps: [{{action: '{hostile_title}', emotion: blur8h}}]\n"
    (line,) = [
        line
        for line in render(lint_files({"a;b]c%0A.journey.yaml": text}, rules=RULES), Format.AZURE)
        .removesuffix("\n")
        .split("\n")
        if "invalid-value" in line
    ]
    command, _, _ = line.partition("]")
    assert command == (
        "##vso[task.logissue type=error;sourcepath=a%3Bb%5Dc%AZP250A.journey.yaml;"
        f"linenumber=3;columnnumber={line.split('columnnumber=')[1].split(';')[0]};"
        "code=invalid-value (JM002);"
    )


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
