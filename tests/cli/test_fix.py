"""`journeymap lint --fix`, `--unsafe-fixes` and `--diff`."""

import json
import shutil
import subprocess
from pathlib import Path

import pytest
from tests.cli.processes import on_a_terminal
from tests.cli.running import MAP, CommandLine, Done

from journeymap.workspace import write_back
from journeymap.workspace.replace_file import replace_file

SLIPS = """\
# ours
titel: Clinic  # the old one
steps:
  - {action: Calls, chanel: phone}
"""
OWN = "no findings at its own status in 1 file"
MENDED = """\
# ours
journeymap: 1
title: Clinic  # the old one
steps:
  - {action: Calls, channel: phone}
"""
LEFTOVER = "journeymap: 1\ntitle: A\nchannels: [Phone, Fax]\nsteps: [{action: B, channel: phone}]\n"
REFUSED = "journeymap: 1\ntitle: A\nsteps:\n  - &b {action: B,\n     chanel: phone}\n  - *b\n"


def said(done: Done) -> list[str]:
    """What a run said, but for the status that the map meets."""
    return [line for line in done.err.splitlines() if not line.startswith(f"{MAP}: ")]


def test_a_report_says_which_findings_can_be_mended(cli: CommandLine) -> None:
    cli.write(SLIPS)
    done = cli("lint", MAP)
    assert "  = fix available: rename it to `channel` (--fix)\n" in done.out
    assert said(done) == ["2 errors, 1 note in 1 file; 3 fixable with --fix"]
    found = json.loads(cli("lint", MAP, "--output-format", "json").out)["findings"]
    assert [finding["fix"] for finding in found] == [
        {"title": "rename it to `title`", "applicability": "safe"},
        {"title": "add journeymap: 1", "applicability": "safe"},
        {"title": "rename it to `channel`", "applicability": "safe"},
    ]


def test_fix_writes_what_is_safe_and_reports_the_rest(cli: CommandLine) -> None:
    path = cli.write(SLIPS)
    done = cli("lint", "--fix")
    assert path.read_text(encoding="utf-8") == MENDED
    assert (done.code, done.out) == (0, "")
    assert said(done) == ["mended 3 findings in 1 file", OWN]
    again = cli("lint", "--fix")
    assert (again.code, said(again)) == (0, ["nothing to mend", OWN])
    assert path.read_text(encoding="utf-8") == MENDED


def test_unsafe_fixes_are_made_only_if_that_is_said(cli: CommandLine) -> None:
    path = cli.write(LEFTOVER)
    done = cli("lint", "--fix", "--select", "unused-definition")
    assert path.read_text(encoding="utf-8") == LEFTOVER
    assert said(done) == ["nothing to mend", "1 note in 1 file; 1 fixable with --unsafe-fixes"]
    assert "(--fix --unsafe-fixes)" in done.out
    done = cli("lint", "--fix", "--unsafe-fixes", "--select", "unused-definition")
    assert path.read_text(encoding="utf-8") == LEFTOVER.replace(", Fax", "")
    assert said(done) == ["mended 1 finding in 1 file", "no findings in 1 file"]


def test_what_was_not_mended_is_told_with_its_reason(cli: CommandLine) -> None:
    path = cli.write(REFUSED)
    done = cli("lint", "--fix")
    assert path.read_text(encoding="utf-8") == REFUSED
    assert done.code == 1
    assert done.err.splitlines()[0] == (
        f"{MAP}:5:6: not mended, as an alias makes it stand in several places; "
        "do it by hand: rename it to `channel`"
    )


def test_a_fix_that_would_be_refused_is_not_offered(cli: CommandLine) -> None:
    cli.write(REFUSED + "  - {action: C, chanel: phone}\n")
    done = cli("lint", MAP)
    assert said(done) == ["2 errors in 1 file; 1 fixable with --fix"]
    assert "  = fix available: rename it to `channel` (by hand)\n" in done.out
    found = json.loads(cli("lint", MAP, "--output-format", "json").out)["findings"]
    assert [finding["fix"]["applicability"] for finding in found] == ["display", "safe"]


def test_fixes_that_wait_for_one_another_are_offered(cli: CommandLine) -> None:
    cli.write(LEFTOVER.replace("channel: phone", "need: C"))
    done = cli("lint", MAP, "--select", "unused-definition")
    assert said(done) == ["2 notes in 1 file; 2 fixable with --fix --unsafe-fixes"]
    done = cli("lint", MAP, "--select", "unused-definition", "--fix", "--unsafe-fixes")
    assert said(done) == ["mended 2 findings in 1 file", "no findings in 1 file"]


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_diff_shows_the_changes_and_makes_none(cli: CommandLine, end: str) -> None:
    path = cli.write("")
    path.write_bytes(SLIPS.replace("\n", end).encode())
    done = cli("lint", "--diff")
    assert path.read_bytes() == SLIPS.replace("\n", end).encode()
    assert (done.code, done.err) == (1, "would mend 3 findings in 1 file\n")
    assert f"-titel: Clinic  # the old one{end}+journeymap: 1{end}+title: Clinic" in done.out
    assert done.out.startswith(f"--- a/{MAP}\n+++ b/{MAP}\n@@ -1,4 +1,5 @@\n")
    assert cli("lint", "--diff", "--exit-zero").code == 0
    assert cli("lint", "--diff", "--fix", "-q") == cli("lint", "--diff", "-q")
    assert path.read_bytes() == SLIPS.replace("\n", end).encode()


def test_a_configuration_is_mended_too(cli: CommandLine) -> None:
    cli.write(MENDED)
    path = cli.write("ignroe: [missing-goal]  # yet\nfail_on: warnng\n", ".journeymap.yaml")
    done = cli("lint", "--fix")
    summary = "no findings at their own status in 2 files"
    assert (done.code, said(done)) == (0, ["mended 2 findings in 1 file", summary])
    assert path.read_text() == "ignore: [missing-goal]  # yet\nfail_on: warning\n"


def test_a_file_of_json_is_mended_on_the_disk(cli: CommandLine) -> None:
    text = '{\r\n  "titel": "A",\r\n  "steps": [\r\n    "B"\r\n  ]\r\n}\r\n'
    path = cli.write("")
    path.write_bytes(b"\xef\xbb\xbf" + text.encode())
    assert cli("lint", "--fix").code == 0
    new = text.replace('"titel"', '"journeymap": 1,\r\n  "title"')
    assert path.read_bytes() == b"\xef\xbb\xbf" + new.encode()


def test_git_takes_the_diff(cli: CommandLine) -> None:
    git = shutil.which("git")
    if git is None:
        pytest.skip("git is not installed")
    shutil.rmtree(cli.folder / ".git")
    subprocess.run([git, "init", "-q"], cwd=cli.folder, check=True)
    path = cli.write(SLIPS.rstrip("\n"), f"maps/{MAP}")
    patch = cli.write(cli("lint", "--diff", "-q").out, "fix.patch")
    subprocess.run([git, "apply", str(patch)], cwd=cli.folder, check=True)
    assert path.read_text(encoding="utf-8") == MENDED.rstrip("\n")


def test_nothing_to_change_is_no_diff(cli: CommandLine) -> None:
    cli.write(MENDED)
    done = cli("lint", "--diff")
    assert (done.code, done.out, done.err) == (0, "", "nothing to mend\n")


def test_diff_reads_standard_input(cli: CommandLine) -> None:
    done = cli("lint", "-", "--diff", "--stdin-filename", MAP, stdin=SLIPS)
    assert done.code == 1
    assert "+  - {action: Calls, channel: phone}\n" in done.out


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        (["-", "--fix"], "error: --fix writes into files; name them instead of -"),
        (["--unsafe-fixes"], "error: --unsafe-fixes goes with --fix, or with --diff"),
        (["--fix", "--add-ignores", "x"], "error: --fix and --diff cannot write a baseline"),
        (["--diff", "--write-baseline", "x"], "error: --fix and --diff cannot write a baseline"),
    ],
)
def test_what_makes_no_sense_is_refused(cli: CommandLine, words: list[str], reason: str) -> None:
    path = cli.write(SLIPS)
    done = cli("lint", *words)
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith(reason)
    assert path.read_text(encoding="utf-8") == SLIPS


def test_several_files_are_mended_and_one_that_cannot_be_written_is_told(
    cli: CommandLine, monkeypatch: pytest.MonkeyPatch
) -> None:
    one, two = cli.write(SLIPS, "a.journey.yaml"), cli.write(SLIPS, "b.journey.yaml")

    def locked(target: Path, data: bytes, old: bytes) -> None:
        if target.name == "a.journey.yaml":
            raise PermissionError(13, "Permission denied")
        replace_file(target, data, old)

    monkeypatch.setattr(write_back, "replace_file", locked)
    done = cli("lint", "--fix")
    assert done.code == 2
    assert done.err == "error: a.journey.yaml was left as it is: permission denied\n"
    assert (one.read_text(encoding="utf-8"), two.read_text(encoding="utf-8")) == (SLIPS, MENDED)


def test_what_a_baseline_holds_is_not_mended(cli: CommandLine) -> None:
    path = cli.write(SLIPS)
    cli("lint", "--write-baseline", "known.json")
    assert "nothing to mend" in cli("lint", "--baseline", "known.json", "--fix").err
    assert path.read_text(encoding="utf-8") == SLIPS


def test_a_diff_on_a_terminal_cannot_act_on_it(cli: CommandLine) -> None:
    cli.write(SLIPS.replace("old one", "old \u202eone"))
    assert "\u202e" not in on_a_terminal("lint", "--diff", folder=cli.folder)


def test_a_comment_at_one_place_among_several_that_are_told_as_one_stays(cli: CommandLine) -> None:
    ignore = "# journeymap: ignore[pain-without-opportunity] the ward knows"
    text = (
        f"journeymap: 1\ntitle: A\nsteps:\n- action: B\n  pains:\n  - p  {ignore}\n  - q\n  - r\n"
    )
    path = cli.write(text)
    done = cli("lint", "--fix", "--unsafe-fixes", "--profile", "review")
    assert "2 of 3 pains have no opportunity" in done.out
    assert path.read_text(encoding="utf-8") == text


@pytest.mark.parametrize("option", ["--diff", "--fix", "--unsafe-fixes"])
def test_a_configuration_that_is_mended_may_leave_maps_out(cli: CommandLine, option: str) -> None:
    cli.write("exlude: [archive/]\n", ".journeymap.yaml")
    cli.write(SLIPS, "archive/a.journey.yaml")
    cli.write("journeymap: 1\ntitle: A\nsteps: [B]\n")
    done = cli("lint", *({"--fix", option} - ({"--fix"} if option == "--diff" else set())))
    assert "bug" not in done.err
    assert "mend" in done.err
    written = (cli.folder / ".journeymap.yaml").read_text(encoding="utf-8")
    assert written == ("exlude: [archive/]\n" if option == "--diff" else "exclude: [archive/]\n")
