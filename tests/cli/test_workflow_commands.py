"""With GITHUB_ACTIONS set nothing that a map or a file name holds is a command to the runner."""

import json
import re

import pytest
from tests.cli.running import CommandLine
from tests.security.checks import read_by_the_runner

from journeymap.cli.workflow_commands import harmless
from journeymap.report.formats.registry import Format

NAME = "::stop-commands::x.journey.yaml"
HOSTILE = """\
title: "::stop-commands::end"
persona: "::add-mask::e"
metrics: [{id: m, name: " ::error::m"}]
stages:
  - name: "::warning::s"
    steps:
      - action: "  ::error file=a::b"
        emotion: 2
        channel: "##[add-mask]c"
        need: "::set-output name=a::b"
        thought: "##vso[task.complete result=Succeeded]d"
        pains: ["::group::p", "##[error]q"]
        leaks: [{to: "::error::l", share: 5 %}]
      - action: |
          ::debug::x
          ::notice::y
        emotion: -2
        bogus: "::error::z"
"""
OWN = """\
rules:
- code: ACME1
  name: own
  on: step
  require: {need: present}
  message: "::error::{action} ##[add-mask]x ##vso[task.complete]y"
"""
FILES = ("lint", "--output-format")
COMMANDS: list[tuple[str, ...]] = [
    *((*FILES, each) for each in Format if each is not Format.GITHUB),
    *((*FILES, each, "--statistics") for each in Format if each is not Format.GITHUB),
    *(("lint", option) for option in ("--show-files", "--show-settings", "--show-rules", "--diff")),
    ("lint", "--write-baseline", "::error::known.json"),
    ("lint", "--baseline", "::error::gone.json"),
    ("lint", "::error::nowhere"),
    *(("show", NAME, "--view", view) for view in ("map", "gaps", "leverage", "flow", "channels")),
    *(("show", NAME, "--view", "gaps", "--format", form) for form in ("json", "csv", "md")),
    ("show", NAME, "--view", "stakeholders"),
    ("show", NAME, "--color", "always"),
    *(("leverage", NAME, "--format", form) for form in ("text", "json", "csv", "md")),
    ("leverage", NAME, "--what-if", "::error::x=1"),
    ("rule", "ACME1"),
    ("rule", "::error::x"),
    *(("render", NAME, "-o", "-", "--format", form) for form in ("svg", "md", "html", "dot")),
    ("render", NAME, "-o", "::error::x.md"),
    ("new", "::error::new.journey.yaml", "--template", "::error::t"),
]


@pytest.fixture
def hostile(cli: CommandLine, monkeypatch: pytest.MonkeyPatch) -> CommandLine:
    """A repository with hostile names and texts, in a workflow."""
    cli.write(HOSTILE, NAME)
    cli.write(OWN, ".journeymap.yaml")
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    return cli


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_no_line_gives_a_command(command: tuple[str, ...], hostile: CommandLine) -> None:
    done = hostile(*command)
    assert list(read_by_the_runner(done.out)) == []
    assert list(read_by_the_runner(done.err)) == []
    assert done.out + done.err


def test_without_a_runner_there_would_be_commands(
    hostile: CommandLine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("GITHUB_ACTIONS")
    found = [line for command in COMMANDS for line in read_by_the_runner(hostile(*command).out)]
    assert len(found) > 5


def test_the_commands_of_a_report_are_its_findings_alone(hostile: CommandLine) -> None:
    lines = list(read_by_the_runner(hostile("lint").out))
    printed = hostile("lint", "--output-format", "json").out
    assert len(lines) == len(json.loads(printed)["findings"]) == 3
    assert all(re.match(r"::(error|warning|notice) file=", line) for line in lines)


@pytest.mark.parametrize("name", [Format.JSON, Format.JSONL, Format.SARIF, Format.RDJSON])
def test_programs_read_the_same_in_a_workflow(
    name: Format, hostile: CommandLine, monkeypatch: pytest.MonkeyPatch
) -> None:
    there = hostile(*FILES, name).out
    monkeypatch.delenv("GITHUB_ACTIONS")
    here = hostile(*FILES, name).out
    assert "##[" not in there
    assert "##[" in here
    whole = "\n" if name is Format.JSONL else "\0"  # what parts one object from the next
    assert [*map(json.loads, there.strip().split(whole))] == [
        *map(json.loads, here.strip().split(whole))
    ]


@pytest.mark.parametrize(
    ("text", "own", "expected"),
    [
        ("::error::x", "", ": :error::x"),
        ("a ::error::x", "", "a ::error::x"),
        ("a\n \t::error::x", "", "a\n \t: :error::x"),
        ("a\r::error::x", "", "a\r: :error::x"),
        ("a\u00a0\n\u2003::x", "", "a\u00a0\n\u2003: :x"),
        ("::error::##vso[x]", "::", "::error::##vso [x]"),
        ("##vso[a]##[b]", "##vso[", "##vso[a]## [b]"),
        ("a ##vso[b]", "", "a ##vso [b]"),
    ],
)
def test_what_is_no_command_stays_as_it_is(
    text: str, own: str, expected: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("GITHUB_ACTIONS", "TF_BUILD"):
        monkeypatch.delenv(name, raising=False)
    assert harmless(text, own=own) == text
    for name in ("GITHUB_ACTIONS", "TF_BUILD"):
        monkeypatch.setenv(name, "true")
        assert harmless(text, own=own) == expected
        monkeypatch.delenv(name)
