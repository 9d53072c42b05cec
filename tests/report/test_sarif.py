"""SARIF is what the standard says, and its regions cut the very text that a finding marks."""

import json
import os
import re
import shutil
import subprocess
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.linter.linting import TODAY, lint_files, workspace_of
from tests.report.reports import HOSTILE, NAME, hostile

from journeymap.linter.diagnostic import Report
from journeymap.linter.engine import lint
from journeymap.linter.fixer import mend, offered
from journeymap.linter.profiles import Selection
from journeymap.linter.registry import RULES
from journeymap.report.formats.registry import Format, render
from journeymap.text.rewrite import rewrite
from journeymap.text.source import SafeText
from journeymap.workspace.files import Workspace

SCHEMA = Path(__file__).parent / "sarif-2.1.0.json"
EXAMPLES = sorted((Path(__file__).resolve().parents[2] / "examples").glob("*.yaml"))
MULTITOOL = shutil.which("sarif-multitool")


@cache
def validator() -> Any:  # noqa: ANN401 - jsonschema's class is chosen by the schema
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    kind = jsonschema.validators.validator_for(schema)
    return kind(schema, format_checker=kind.FORMAT_CHECKER)


def run(report: Report) -> dict[str, Any]:
    log = json.loads(render(report, Format.SARIF))
    validator().validate(log)
    (only,) = log["runs"]
    assert isinstance(only, dict)
    return only


def of_examples() -> Report:
    return lint_files({path.name: path.read_bytes() for path in EXAMPLES}, rules=RULES)


def lines(content: bytes, ends: list[str]) -> list[str]:
    """The lines of a file as a reader of SARIF sees them: decoded, without a byte order mark."""
    text = content.decode("utf-8-sig")
    return re.split("|".join(map(re.escape, ends)), text)


def cut(content: bytes, region: dict[str, int], ends: list[str]) -> str:
    """What a region of one line cuts out; columns count code points from 1."""
    assert region["startLine"] == region["endLine"]
    line = lines(content, ends)[region["startLine"] - 1]
    return line[region["startColumn"] - 1 : region["endColumn"] - 1]


def test_examples_and_hostile_maps_keep_the_schema() -> None:
    assert len(run(of_examples())["results"]) > 4
    assert len(run(hostile())["results"]) == 4
    assert run(lint_files({"a.journey.yaml": "title: T\nsteps: [A]\n"}, rules=()))["results"] == []
    assert run(lint_files({"a.journey.yaml": b"\xff\xfe"}, rules=RULES))["results"]


def test_each_region_cuts_the_text_that_the_finding_marks() -> None:
    found = run(hostile())
    ends = found["newlineSequences"]
    texts = []
    for result in found["results"]:
        region = result["locations"][0]["physicalLocation"]["region"]
        texts.append(cut(HOSTILE.encode(), region, ends))
        assert texts[-1] == region["snippet"]["text"]
    assert texts == ["calls", "pohne", "blur8h", "After"]
    related = [place for result in found["results"] for place in result.get("relatedLocations", ())]
    regions = [place["physicalLocation"]["region"] for place in related]
    assert [cut(HOSTILE.encode(), region, ends) for region in regions] == ["🙂 T", "phone"]


@given(
    before=st.text(st.sampled_from("🙂é漢a \u0301"), max_size=6),
    end=st.sampled_from(["\n", "\r\n", "\r"]),
    bom=st.sampled_from(["", "\ufeff"]),
)
def test_regions_hold_for_all_line_ends_marks_and_widths(before: str, end: str, bom: str) -> None:
    text = (
        f'{bom}journeymap: 1\ntitle: "{before}"\nsteps: [{{action: "{before}x", emotion: b4d}}]\n'
    )
    content = text.replace("\n", end).encode()
    report = lint_files({"a.journey.yaml": content}, rules=RULES, selection=Selection())
    found = run(report)
    (result,) = (each for each in found["results"] if each["ruleId"] == "JM002")
    region = result["locations"][0]["physicalLocation"]["region"]
    assert cut(content, region, found["newlineSequences"]) == "b4d"


def test_a_rule_says_all_that_a_reader_may_show() -> None:
    found = run(of_examples())
    rules = found["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == sorted({r["ruleId"] for r in found["results"]})
    known = {rule.code: rule for rule in RULES}
    for rule in rules:
        ours = known[rule["id"]]
        assert rule["name"] == ours.name
        assert rule["help"]["markdown"] == ours.page
        assert rule["shortDescription"]["text"] == ours.summary
        assert rule["fullDescription"]["text"] not in {"", ours.summary}
        assert rule["defaultConfiguration"] == {
            "level": str(ours.severity),
            "enabled": ours.from_status is not None,
        }
    for result in found["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
        marks = result["partialFingerprints"]
        assert set(marks) == {"primaryLocationLineHash", "journeymap/v1", "journeymap/v2"}
        assert marks["primaryLocationLineHash"] == f"{marks['journeymap/v2']}:1"
        assert result["message"]["text"].endswith((".", "?", "!"))


def test_a_finding_says_what_it_takes_in() -> None:
    report = of_examples()
    found = run(report)["results"]
    told = [each.get("properties", {}).get("takes_in", []) for each in found]
    assert told == [list(each.takes_in) for each in report.diagnostics]
    assert any(told)


def test_uris_are_percent_encoded_and_lead_back_to_the_file() -> None:
    places = [
        result["locations"][0]["physicalLocation"]["artifactLocation"]
        for result in run(hostile())["results"]
    ]
    assert places
    for place in places:
        assert place["uriBaseId"] == "%SRCROOT%"
        assert re.fullmatch(r"[A-Za-z0-9._~/%-]+", place["uri"])
        assert unquote(place["uri"]) == NAME


def test_a_file_elsewhere_is_named_in_full(tmp_path: Path) -> None:
    report = lint_files({"a b.journey.yaml": b"\xff"}, rules=RULES)
    (found,) = report.diagnostics
    path = tmp_path / "a b.journey.yaml"
    name = SafeText(str(path))
    moved = replace(found, file=replace(found.file, shown=name, from_root=name, path=name))
    (result,) = run(Report(files=(moved.file,), diagnostics=(moved,)))["results"]
    assert result["locations"][0]["physicalLocation"] == {
        "artifactLocation": {"uri": path.as_uri()}
    }


def test_messages_hold_neither_links_nor_placeholders_of_the_map() -> None:
    text = run(hostile())["results"][0]["message"]["text"]
    assert "](" not in text
    assert "{{0}}" in text


FIXABLE = """\
titel: 🙂 Clinic  # the old one
channels: [Phone, "🙂 Fax"]
steps:
  - {action: "🙂🙂 Calls", chanel: phone}
  - action: Waits 🙂  # long
    channels: phone  # journeymap: ignore[missing-need]
    experience: {perceived: 3}
  - {action: Is referred, handoff: {to: Clinic, needs: [letter]}, chanel: phone}
  - {action: Leaves,
     chanel: phone}
stakeholders:
  - Clinic
  - {id: nobody, name: Nobody}"""


def fixable(end: str = "\n", bom: str = "") -> tuple[bytes, Report, Workspace]:
    content = f"{bom}{FIXABLE}\n".replace("\n", end).encode()
    chosen = Selection(select=("incomplete-handoff", "unused-definition", "unused-ignore"))
    workspace = workspace_of({"a.journey.yaml": content})
    return content, lint(workspace, RULES, chosen, TODAY), workspace


def replacements(result: dict[str, Any]) -> list[dict[str, Any]]:
    """What the fix of a result replaces."""
    changes = [change for fix in result.get("fixes", ()) for change in fix["artifactChanges"]]
    assert all(change["artifactLocation"]["uri"] == "a.journey.yaml" for change in changes)
    return [each for change in changes for each in change["replacements"]]


def replaced(content: bytes, found: list[dict[str, Any]], ends: list[str]) -> bytes:
    """A file as a reader of SARIF mends it, by lines and columns of the file as it was."""
    text = content.decode("utf-8-sig")
    breaks = re.finditer("|".join(map(re.escape, ends)), text)
    starts = [0, *(each.end() for each in breaks)]

    def span(replacement: dict[str, Any]) -> tuple[int, int]:
        region = replacement["deletedRegion"]
        start = starts[region["startLine"] - 1] + region["startColumn"] - 1
        return start, starts[region["endLine"] - 1] + region["endColumn"] - 1

    for each in sorted(found, key=span, reverse=True):
        start, behind = span(each)
        text = text[:start] + each.get("insertedContent", {"text": ""})["text"] + text[behind:]
    return text.encode("utf-8-sig" if content.startswith(b"\xef\xbb\xbf") else "utf-8")


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("bom", ["", "\ufeff"])
def test_fixes_by_their_regions_write_what_the_fixer_writes(end: str, bom: str) -> None:
    content, report, workspace = fixable(end, bom)
    found = run(offered(report, workspace))
    ends = found["newlineSequences"]
    (mended,) = mend(report, workspace, unsafe=True)
    pairs = list(zip(found["results"], report.diagnostics, strict=True))
    together = [each for result, d in pairs if d in mended.made for each in replacements(result)]
    assert replaced(content, together, ends) == mended.source.data
    offers = [(result, diagnostic) for result, diagnostic in pairs if "fixes" in result]
    assert len(offers) == len(mended.made) > 1
    for result, diagnostic in offers:
        fix, document = diagnostic.fix, mended.file.document
        assert fix is not None
        assert document is not None
        alone = replaced(content, replacements(result), ends)
        assert alone == rewrite(document, fix.raw_changes).data != content


def test_what_cannot_be_mended_is_not_offered() -> None:
    text = (
        "journeymap: 1\ntitle: Clinic\nsteps:\n  - &a {action: Calls, chanel: phone}\n  - *a\n"
        "  - {action: Is referred, handoff: {to: Clinic, needs: [letter]}}\n"
        "  - {action: Leaves, chanel: phone}\n"
    )
    workspace = workspace_of({"a.journey.yaml": text.encode()})
    report = lint(workspace, RULES, Selection(select=("incomplete-handoff",)), TODAY)
    results = run(offered(report, workspace))["results"]
    refused = [d for each in mend(report, workspace, unsafe=True) for d in each.refused]
    assert [refusal.diagnostic.start.line for refusal in refused] == [4]
    (shared,) = (r for r in results if line_of(r) == 4)
    assert "fixes" not in shared
    (shown,) = (r for r in results if r["ruleId"] == "JM402")
    assert "fixes" not in shown
    assert shown["message"]["text"].endswith(
        'To do by hand: add "letter" to `carries` once it goes along.'
    )
    titles = [fix["description"]["text"] for r in results for fix in r.get("fixes", ())]
    assert titles == ["rename it to `channel`."]


def line_of(result: dict[str, Any]) -> int:
    line = result["locations"][0]["physicalLocation"]["region"]["startLine"]
    assert isinstance(line, int)
    return line


@pytest.mark.skipif(MULTITOOL is None, reason="sarif-multitool (npm) is not installed")
def test_the_multitool_finds_no_error(tmp_path: Path) -> None:
    for name, report in (
        ("examples", of_examples()),
        ("hostile", hostile()),
        ("fixable", offered(*fixable("\r\n", "\ufeff")[1:])),
    ):
        log = tmp_path / f"{name}.sarif"
        log.write_text(render(report, Format.SARIF), encoding="utf-8")
        done = subprocess.run(
            [str(MULTITOOL), "validate", str(log)],
            capture_output=True,
            check=False,
            encoding="utf-8",
            env={**os.environ, "DOTNET_SYSTEM_GLOBALIZATION_INVARIANT": "1"},
        )
        assert "error" not in done.stdout.replace("errors", ""), done.stdout
        assert done.returncode == 0, done.stdout + done.stderr
