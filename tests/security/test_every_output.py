"""A hostile map through every command in every format and view: it is shown, and nothing else.

What is tried is read from the commands themselves: a new command, view or format is tried as well,
and fails here until `checks.py` says what it must not hold.
"""

import re
import shutil
from collections.abc import Iterator, Mapping
from enum import Enum
from itertools import pairwise, product
from pathlib import Path

import pytest
from tests.cli.running import CommandLine
from tests.security import checks
from tests.security.hostile import CONTROLS, HIDDEN, MAP, TEXTS, repository

from journeymap.cli.main import COMMANDS, command_of
from journeymap.cli.parameters import Option
from journeymap.cli.plainly import _Known
from journeymap.report.formats.registry import Format as ReportFormat

Words = tuple[str, ...]
RECIPES: Mapping[str, tuple[Words, ...]] = {
    # what each command is asked besides its format and its view; nothing of it changes a map
    "init": (("--dry-run",), ("--check",)),
    "new": tuple((f"new/{at}", "--from", at) for at in ("outline.txt", MAP, CONTROLS)),
    "atlas": (("--today", "2027-01-01"),),
    "impact": (("desk",), (TEXTS[0],), (HIDDEN[0],)),
    "lint": ((), ("--profile", "published"), ("--diff", "--unsafe-fixes")),
    "show": ((MAP,),),
    "leverage": ((MAP,), (MAP, "--explain", "s1"), (MAP, "--explain", TEXTS[3])),
    "render": ((MAP, "--no-overview", "--size", "a3", "--dpi", "36"),),
    "diff": (("HEAD~3...HEAD",), (MAP, "HEAD~9" + HIDDEN[0])),
    "log": ((MAP,), (MAP, "--step", "s1")),
    "merge": (("base.yaml", "ours.yaml", "theirs.yaml", "--ours-label", TEXTS[1]),),
    "rename": (("s1", "s1-x", "--diff"), (TEXTS[0], HIDDEN[0])),
    "rule": ((), ("ACME1",), ("--json",), ("ACME1", "--json"), (HIDDEN[0],)),
    "schema": (("journey",), (HIDDEN[0],)),
    "cache": (("dir",),),
}
"""With these words each command is run."""
OUTPUTS = {"render"}
"""Commands that write a file of the format."""
COMMANDING = {"azure", "github"}
"""Formats that are commands themselves."""
HEAVY = {"png", "pdf", "pptx"}
FULLEST = {"map", "overview"}
"""To formats that take long all views give the same kinds of marks: they are tried with these."""


def choices(command: str) -> Iterator[tuple[str, list[str]]]:
    """Yields the options of a command that choose a format or a view, with all that they take."""
    for name, annotation in command_of(command).__annotations__.items():
        known = _Known(name, annotation) if name != "return" else None
        if known is None or not isinstance(known.mark, Option):
            continue
        spelling = next(known.spellings())[0]
        if name == "output_format" and known.kind is str:
            yield spelling, list(ReportFormat)
        elif spelling in {"--format", "--view", "--output-format"}:
            assert issubclass(known.kind, Enum)
            yield spelling, [str(each.value) for each in known.kind]


def runs() -> Iterator[Words]:
    """Yields every command line."""
    for command in COMMANDS:
        options = [[(spelling, each) for each in taken] for spelling, taken in choices(command)]
        for recipe, chosen in product(RECIPES[command], product(*options)):
            said = dict(chosen)
            is_heavy = said.get("--format") in HEAVY and said.get("--view") not in FULLEST
            is_same = "--diff" in recipe and said.get("--output-format") != "full"
            if not is_heavy and not is_same:
                yield (command, *recipe, *(word for pair in chosen for word in pair))


def test_every_command_is_tried_and_every_format_is_held() -> None:
    assert set(RECIPES) == set(COMMANDS)
    formats = {each for command in COMMANDS for said, taken in choices(command)
               if said.endswith("format") for each in taken}  # fmt: skip
    assert formats == set(checks.CHECKS)


BAD: tuple[tuple[str, bytes], ...] = (
    ("text", b"a\x1b[31m"),
    ("text", "a\u202eb".encode()),
    ("json", b'{"a": 1'),
    ("sarif", b'{"helpUri": "javascript:x"}'),
    ("sarif", b'{"markdown": "[x](https://a.example)"}'),
    ("csv", b"a,=1+1\n"),
    ("csv", b'a,"@x"\n'),
    ("md", b"[x](https://a.example)\n"),
    ("md", b"![x](x.png)\n"),
    ("md", b"a <img src=x>\n"),
    ("md", b"<script>x</script>\n"),
    ("md", b"thanks @everyone\n"),
    ("md", b'```mermaid\nclick n0 "javascript:x"\n```\n'),
    ("dot", b'graph { "a" [URL="x"] }'),
    ("dot", b"graph { a [label=<<b>x</b>>] }"),
    ("github", b"::set-output name=a::x\n"),
    ("azure", b"##vso[task.complete]x\n"),
    ("azure", b"##vso[task.logissue type=error;]a ##vso[task.complete]x\n"),
    ("junit", b'<!DOCTYPE a [<!ENTITY b "c">]><testsuites/>'),
    ("svg", b'<svg xmlns="http://www.w3.org/2000/svg"><script>x</script></svg>'),
    ("svg", b'<svg xmlns="http://www.w3.org/2000/svg" onload="x"/>'),
    ("svg", b'<svg xmlns="http://www.w3.org/2000/svg"><a href="javascript:x"/></svg>'),
    (
        "svg",
        b'<svg xmlns="http://www.w3.org/2000/svg"><image href="https://a.example/x.png"/></svg>',
    ),
    ("svg", b'<svg xmlns="http://www.w3.org/2000/svg"><!-- x --></svg>'),
    ("html", b"<html><body><p>without a policy</p></body></html>"),
    ("html", b"<html><head><script>x</script></head></html>"),
    ("pdf", b"%PDF 1 0 obj << /Type /Catalog /OpenAction 2 0 R >> endobj"),
    ("pdf", b"%PDF 1 0 obj << /Type /Catalog /URI (javascript:x) >> endobj"),
    ("png", b"\x89PNG\r\n\x1a\n\0\0\0\0tEXt\0\0\0\0"),
)


@pytest.mark.parametrize(("form", "written"), BAD)
def test_what_is_wrong_is_seen(form: str, written: bytes) -> None:
    with pytest.raises((AssertionError, ValueError)):
        checks.CHECKS[form](written)


@pytest.mark.parametrize("line", ["::error::x", " ::stop-commands::x", "a ##[error]x", "##vso[x]y"])
def test_what_a_runner_would_read_is_seen(line: str) -> None:
    with pytest.raises(AssertionError):
        checks.printed(line.encode())


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("hostile")
    repository(folder)
    return folder


def coloured() -> Iterator[Words]:
    """Yields the command lines of all that can be in colour."""
    for command in COMMANDS:
        if "color" in command_of(command).__annotations__:
            yield from ((command, *recipe, "--color", "always") for recipe in RECIPES[command])


@pytest.mark.parametrize("words", [*coloured()], ids=lambda words: ascii(" ".join(words)))
def test_colours_are_all_that_is_added(
    words: Words,
    hostile: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    done = CommandLine(hostile, monkeypatch, capsys)(*words)
    assert not checks.HIDDEN.search(re.sub(r"\x1b\[[0-9;]*m", "", done.out + done.err))


@pytest.mark.parametrize("words", [*runs()], ids=lambda words: ascii(" ".join(words)))
def test_a_hostile_map_is_only_shown(
    words: Words,
    hostile: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    for name in ("GITHUB_ACTIONS", "TF_BUILD"):
        monkeypatch.setenv(name, "true")
    cli = CommandLine(hostile, monkeypatch, capsys)
    shutil.rmtree(hostile / "out", ignore_errors=True)
    form = next((b for a, b in pairwise(words) if a.endswith("format")), "text")
    target = hostile / "out" / f"picture.{form}"
    if words[0] in OUTPUTS:
        words = (*words, "-o", str(target))
    done = cli(*words)
    checks.printed(done.err.encode())
    if form not in COMMANDING:
        checks.printed(done.out.encode())
    assert "bug in journeymap" not in done.err
    assert done.out + done.err
    written = list(target.parent.glob("*")) if words[0] in OUTPUTS else []
    for file in written:
        checks.CHECKS[form](file.read_bytes())
    is_plain = words[0] in OUTPUTS or done.code > 1 or "--diff" in words
    checks.CHECKS["text" if is_plain else form](done.out.encode())
