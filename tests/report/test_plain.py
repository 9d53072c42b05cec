"""A report is plain data, and no text of it does anything to a terminal."""

import json
import re
from functools import cache
from pathlib import Path

import pytest
from tests.linter.linting import TODAY, workspace_of
from tests.report.plain import classes, from_plain, texts, to_plain

from journeymap import findings
from journeymap.authoring import Context, Finding, Fix, MapFile, Related, Replace, rule
from journeymap.linter import diagnostic
from journeymap.linter.diagnostic import Report
from journeymap.linter.engine import lint
from journeymap.linter.fixer import offered
from journeymap.linter.profiles import Selection
from journeymap.linter.registry import RULES
from journeymap.model import fields, journey
from journeymap.report.formats.registry import Format, ReportFormat, ReportOptions, render
from journeymap.testing import Files
from journeymap.text import changes, source
from journeymap.text.source import Span

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
KNOWN = classes(diagnostic, findings, fields, journey, changes, source)
EVIL = "\x1b]0;owned\x07\x9b31m\u202e\u2066\ud800\u2028\r\n::error::x\t\x00\u200b"
CONTROL = re.compile(
    "[\x00-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ud800-\udfff]"
)
FILES: Files = {
    "a\x1b[31m\u202eb.journey.yaml": 'title: "\\e[31m"\n"\\e[31m": x\nsteps: ["\\u202ea"]\n',
    "b.journey.yaml": "title: \x1b[31mA\n",
}


@rule("EVIL1", "tells-evil", severity="note", from_status="draft", basis="house")
def tells_evil(file: MapFile, _: Context) -> list[Finding]:
    """Tells what no rule should tell."""
    end = len(file.source.text) - 2 if file.source else 0
    return [
        Finding(message="the end", help="none", span=Span(end, end)),
        Finding(
            message=EVIL,
            help=EVIL,
            route=(EVIL,),
            missing=EVIL,
            related=(Related(route=("title", EVIL), message=EVIL),),
            fix=Fix(title=EVIL, changes=(Replace(at=Span(0, 5), text=EVIL),)),
        ),
    ]


tells_evil.check.__doc__ = f"Tells {EVIL}.\n\n## Why it matters\n\n{EVIL}\n"


@cache
def report(files: str) -> Report:
    """What every rule finds in files that try to act on a terminal, or in the examples."""
    examples: Files = {each.name: each.read_bytes() for each in EXAMPLES.glob("*.yaml")}
    workspace = workspace_of(FILES if files == "evil" else examples)
    rules, selection = (*RULES, tells_evil), Selection(select=("ALL",))
    return offered(lint(workspace, rules, selection, TODAY, maturity=True), workspace)


class Naive:
    """A format by somebody who never heard of terminals."""

    def render(self, report: Report, _: ReportOptions, /) -> str:
        return "\n".join(text for _, text in texts(report))


def test_a_format_that_takes_no_care_is_safe() -> None:
    naive: ReportFormat = Naive()
    written = naive.render(report("evil"), ReportOptions())
    assert "owned" in written
    assert CONTROL.findall(written.replace("\n", "")) == []


def test_of_all_texts_that_are_written_pages_alone_have_lines() -> None:
    by_name = dict[str, str]()
    for name, text in texts(report("evil")):
        by_name[name] = by_name.get(name, "") + text
    evil = {name for name, text in by_name.items() if "\ufffd" in text}
    assert evil == {
        *("shown", "from_root", "path", "key", "ran", "route", "before", "behind", "marked"),
        *("message", "help", "title", "summary", "page"),
    }
    assert {name for name, text in by_name.items() if "\n" in text} == {"page"}


def test_what_was_written_is_there_for_those_who_ask() -> None:
    (told, *_) = (each for each in report("evil").diagnostics if each.message.raw == EVIL)
    assert told.help.raw == EVIL
    assert told.fix is not None
    assert told.fix.title.raw == EVIL


@pytest.mark.parametrize("files", ["evil", "examples"])
def test_a_report_from_json_is_written_as_before(files: str) -> None:
    whole = report(files)
    again = from_plain(json.loads(json.dumps(to_plain(whole))), KNOWN)
    assert again == whole
    assert whole.ran
    assert whole.maturities
    assert any(each.fix and each.fix.edits for each in whole.diagnostics)
    for name in Format:
        options = ReportOptions(colour=True, version="1.0")
        assert render(again, name, options) == render(whole, name, options)
