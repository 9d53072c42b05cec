import json
import re
from typing import Any

import pytest
from tests.cli.processes import on_a_terminal
from tests.cli.running import MAP, CommandLine

TIDY = "journeymap: 1\ntitle: Clinic\nsteps: [Calls]\n"
WRONG = """journeymap: 1
title: Clinic
stages:
  Before:
    - {id: calls, action: Calls, emotion: blur8h}
  After: []
"""
"""A draft with an error (line 5) and a warning (line 6)."""
LINE = re.compile(r"[^:]+:\d+:\d+: (?:error|warning|note)\[[a-z0-9-]+\] .+ \([A-Z]+\d+\)")


def codes(out: str) -> list[str]:
    """The codes of the findings that were printed concisely."""
    assert all(LINE.fullmatch(line) for line in out.splitlines()), out
    return [line.rpartition("(")[2].rstrip(")") for line in out.splitlines()]


def concise(cli: CommandLine, *arguments: str, stdin: str = "") -> list[str]:
    done = cli("lint", "--output-format", "concise", *arguments, stdin=stdin)
    return codes(done.out)


def test_a_tidy_map_has_no_findings(cli: CommandLine) -> None:
    cli.write(TIDY)
    done = cli("lint", MAP)
    assert (done.code, done.out) == (0, "")
    assert done.err.endswith("\nno findings at its own status in 1 file\n")


def test_results_and_messages_keep_apart(cli: CommandLine) -> None:
    cli.write(WRONG)
    done = cli("lint", MAP)
    assert done.code == 1
    assert "error[invalid-value]" in done.out
    assert "warning[empty-stage]" in done.out
    assert done.err.endswith("\n1 error, 1 warning in 1 file\n")
    quiet = cli("lint", MAP, "-q")
    assert (quiet.code, quiet.out, quiet.err) == (1, done.out, "")
    assert cli("lint", MAP, "--quiet").err == ""


def test_the_folder_is_the_default(cli: CommandLine) -> None:
    cli.write(WRONG)
    cli.write(TIDY, "deep/er/tidy.journey.yml")
    assert cli("lint").err.endswith("\n1 error, 1 warning in 2 files\n")


def test_a_file_that_is_named_twice_is_read_once(cli: CommandLine) -> None:
    cli.write(WRONG)
    done = cli("lint", MAP, ".", str(cli.folder))
    assert done.err.endswith("\n1 error, 1 warning in 1 file\n")


@pytest.mark.parametrize(
    ("text", "fail_on", "code"),
    [
        (WRONG, "error", 1),
        (WRONG, "never", 0),
        ("title: T\nsteps: [a]\n", "error", 0),
        ("title: T\nsteps: [a]\n", "warning", 0),
        ("title: T\nsteps: [a]\n", "note", 1),
        ("journeymap: 1\ntitle: T\nstages: {a: [b], c: []}\n", "error", 0),
        ("journeymap: 1\ntitle: T\nstages: {a: [b], c: []}\n", "warning", 1),
        (TIDY, "note", 0),
    ],
)
def test_severity_from_which_on_it_fails(
    text: str, fail_on: str, code: int, cli: CommandLine
) -> None:
    cli.write(text)
    assert cli("lint", MAP, "--fail-on", fail_on).code == code
    cli.write(f"fail_on: {fail_on}\n", ".journeymap.yaml")
    assert cli("lint", MAP).code == code
    assert cli("lint", MAP, "--exit-zero").code == 0


def test_the_command_line_counts_more_than_the_configuration(cli: CommandLine) -> None:
    cli.write(WRONG)
    cli.write("fail_on: never\n", ".journeymap.yaml")
    assert cli("lint", MAP, "--fail-on", "error").code == 1


def test_the_strictest_configuration_counts(cli: CommandLine) -> None:
    cli.write("title: T\nsteps: [a]\n", "a/a.journey.yaml")
    cli.write("fail_on: note\n", "a/.journeymap.yaml")
    cli.write(TIDY, "b/b.journey.yaml")
    cli.write("fail_on: never\n", "b/.journeymap.yaml")
    assert cli("lint", ".").code == 1
    assert cli("lint", "b").code == 0


@pytest.mark.parametrize(("profile", "more"), [("draft", False), ("review", True)])
def test_profile_takes_the_place_of_status(profile: str, more: bool, cli: CommandLine) -> None:
    cli.write(TIDY)
    assert ("JM202" in concise(cli, MAP, "--profile", profile)) is more
    cli.write(f"profile: {profile}\n", ".journeymap.yaml")
    assert ("JM202" in concise(cli, MAP)) is more
    cli.write(f"status: review\n{TIDY}")
    assert ("JM202" in concise(cli, MAP)) is more


def test_severities_never_change_with_the_profile(cli: CommandLine) -> None:
    cli.write(WRONG)
    strict = cli("lint", MAP, "--profile", "published", "--output-format", "concise").out
    lines = cli("lint", MAP, "--output-format", "concise").out.splitlines()
    assert lines
    assert [line for line in lines if line not in strict] == []


@pytest.mark.parametrize("word", ["JM202", "jm202", "missing-goal"])
def test_select_takes_names_and_codes(word: str, cli: CommandLine) -> None:
    cli.write(TIDY)
    assert concise(cli, MAP, "--select", word) == ["JM202"]
    cli.write(f"select: [{word}]\n", ".journeymap.yaml")
    assert concise(cli, MAP) == ["JM202"]


def test_select_takes_prefixes_lists_and_repetitions(cli: CommandLine) -> None:
    cli.write(TIDY)
    family = concise(cli, MAP, "--select", "JM2")
    assert {"JM201", "JM202"} <= set(family)
    assert concise(cli, MAP, "--select", "JM201,JM202") == ["JM201", "JM202"]
    assert concise(cli, MAP, "--select", "JM201", "--select", "JM202") == ["JM201", "JM202"]


def test_select_keeps_the_rules_that_always_run(cli: CommandLine) -> None:
    cli.write(WRONG)
    assert concise(cli, MAP, "--select", "JM202") == ["JM202", "JM002"]
    assert "JM002" in concise(cli, MAP, "--ignore", "JM0")
    assert concise(cli, MAP, "--ignore", "JM002,JM203") == ["JM002"]


def test_extend_select_and_ignore(cli: CommandLine) -> None:
    cli.write(WRONG)
    assert concise(cli, MAP, "--extend-select", "JM202") == ["JM202", "JM002", "JM203"]
    assert concise(cli, MAP, "--ignore", "empty-stage") == ["JM002"]
    cli.write("extend_select: JM202\nignore: [empty-stage]\n", ".journeymap.yaml")
    assert concise(cli, MAP) == ["JM202", "JM002"]
    assert concise(cli, MAP, "--ignore", "JM202") == ["JM002"]


@pytest.mark.parametrize("option", ["--select", "--extend-select", "--ignore"])
@pytest.mark.parametrize("word", ["missing-gaol", "JM999", "", "JM202,"])
def test_an_unknown_rule_is_bad_usage(option: str, word: str, cli: CommandLine) -> None:
    cli.write(TIDY)
    done = cli("lint", MAP, option, word)
    assert (done.code, done.out) == (2, "")
    assert re.fullmatch(r"error: no rule is called [^\n]*\n", done.err)
    if word == "missing-gaol":
        assert "did you mean missing-goal?" in done.err


@pytest.mark.parametrize(
    "arguments",
    [
        ("--fail-on", "loud"),
        ("--profile", "daft"),
        ("--output-format", "html"),
        ("--today", "tomorrow"),
        ("--nonsense",),
    ],
)
def test_bad_usage(arguments: tuple[str, ...], cli: CommandLine) -> None:
    cli.write(TIDY)
    done = cli("lint", MAP, *arguments)
    assert (done.code, done.out) == (2, "")
    assert arguments[0] in done.err


# ------------------------------------------------------------------------------- configurations


def test_configuration_adds_words_of_emotion(cli: CommandLine) -> None:
    cli.write(WRONG.replace("  After: []\n", ""))
    cli.write("emotions: {Blur8h: -1.5}\n", ".journeymap.yaml")
    assert concise(cli, MAP) == []


def test_configuration_adds_frameworks(cli: CommandLine) -> None:
    cli.write("journeymap: 1\ntitle: T\nframework: our-path\nstages: {Before: [a]}\n")
    assert concise(cli, MAP) == ["JM101"]
    cli.write("frameworks: [{id: our-path, stages: [Before, After]}]\n", ".journeymap.yaml")
    assert concise(cli, MAP) == []
    assert concise(cli, MAP, "--select", "framework-gap") == ["JM208"]


def test_configuration_extends_another(cli: CommandLine) -> None:
    cli.write(WRONG, f"team/{MAP}")
    cli.write("ignore: empty-stage\nfail_on: never\nemotions: {meh: 0}\n", "base.yaml")
    cli.write("extends: ../base.yaml\nemotions: {blur8h: 1}\n", "team/.journeymap.yaml")
    done = cli("lint", f"team/{MAP}", "--output-format", "concise")
    assert (done.code, codes(done.out)) == (0, [])
    assert cli("lint", f"team/{MAP}").err.endswith("\nno findings at their own status in 3 files\n")
    cli.write("ignore: nonsense\n", "base.yaml")
    done = cli("lint", f"team/{MAP}", "--output-format", "concise")
    assert (done.code, codes(done.out)) == (1, ["JM203", "JM002"])
    assert "base.yaml:1:9: error[invalid-value] no rule is called nonsense" in done.out


def test_a_configuration_beyond_the_repository_does_not_hold(cli: CommandLine) -> None:
    cli.write("fail_on: note\n", ".journeymap.yaml")
    (cli.folder / "inner" / ".git").mkdir(parents=True)
    cli.write("title: T\nsteps: [a]\n", f"inner/{MAP}")
    assert cli("lint", f"inner/{MAP}").code == 0


def test_a_chosen_configuration(cli: CommandLine) -> None:
    cli.write("title: T\nsteps: [a]\n")
    cli.write("fail_on: never\n", ".journeymap.yaml")
    cli.write("fail_on: note\n", "ci.yaml")
    assert cli("lint", MAP, "--config", "ci.yaml").code == 1
    assert cli("lint", MAP).code == 0


def test_mistakes_of_a_configuration_are_findings(cli: CommandLine) -> None:
    cli.write(TIDY)
    cli.write("failon: note\n", ".journeymap.yaml")
    done = cli("lint", MAP, "--output-format", "concise")
    assert done.code == 1
    assert done.out.startswith(".journeymap.yaml:1:1: error[unknown-field] `failon`")


# --------------------------------------------------------------------------------------- output


def test_json_has_the_documented_shape(cli: CommandLine) -> None:
    cli.write(WRONG)
    done = cli("lint", MAP, "--output-format", "json")
    content: dict[str, Any] = json.loads(done.out)
    assert list(content) == ["version", "findings", "summary", "troubles"]
    assert content["version"] == 1
    assert content["summary"] == {"error": 1, "warning": 1, "note": 0, "files": 1}
    wrong = content["findings"][0]
    assert {
        "code": "JM002",
        "name": "invalid-value",
        "severity": "error",
        "path": MAP,
        "start": {"line": 5, "column": 43},
        "end": {"line": 5, "column": 49},
        "route": "stages[before].steps[calls].emotion",
        "fix": None,
    }.items() <= wrong.items()
    assert '"blur8h"' in wrong["message"]
    assert wrong["help"]


def test_json_of_nothing_is_json(cli: CommandLine) -> None:
    cli.write(TIDY)
    content = json.loads(cli("lint", MAP, "--output-format", "json").out)
    assert content["findings"] == []
    assert content["summary"] == {"error": 0, "warning": 0, "note": 0, "files": 1}


def test_columns_count_code_points(cli: CommandLine) -> None:
    cli.write("journeymap: 1\ntitle: T\nsteps: [{action: 🙂日本é, emotion: blur8h}]\n")
    assert cli("lint", "--output-format", "concise").out.startswith(f"{MAP}:3:33: error")


def test_full_shows_the_line_and_underlines_the_place(cli: CommandLine) -> None:
    cli.write(WRONG)
    lines = cli("lint", MAP).out.splitlines()
    assert lines[1] == f"  --> {MAP}:5:43"
    assert lines[2] == "      Before › Calls"
    assert lines[4] == "5 |     - {id: calls, action: Calls, emotion: blur8h}"
    assert lines[5] == "  | " + " " * 42 + "^" * 6
    assert lines[6].startswith("  = help: ")
    assert lines[6].endswith("   JM002")


def test_a_terminal_gets_colours_unless_somebody_says_no(cli: CommandLine) -> None:
    cli.write(WRONG)
    assert "\x1b[1;31merror[invalid-value]\x1b[0m" in on_a_terminal("lint", MAP, folder=cli.folder)
    assert "\x1b" not in on_a_terminal("lint", MAP, "--no-color", folder=cli.folder)
    assert "\x1b" not in on_a_terminal("lint", MAP, folder=cli.folder, env={"NO_COLOR": "1"})
    assert "\x1b" in on_a_terminal("lint", MAP, folder=cli.folder, env={"NO_COLOR": ""})
    assert "\x1b" not in cli("lint", MAP).out


# ---------------------------------------------------------------------------------------- files


def test_show_files_lists_what_would_be_linted(cli: CommandLine) -> None:
    for name in ("b.journey.yaml", "a.journey.yml", "x/c.library.yaml", "x/d.library.yml"):
        cli.write("- nonsense", name)
    for name in ("notes.yaml", "x/.git/e.journey.yaml", "node_modules/f.journey.yaml"):
        cli.write("- nonsense", name)
    done = cli("lint", "--show-files")
    assert done.code == 0
    assert done.out.split() == [
        "a.journey.yml",
        "b.journey.yaml",
        "x/c.library.yaml",
        "x/d.library.yml",
    ]
    assert cli("lint", "--show-files", "x", "b.journey.yaml").out.split() == [
        "x/c.library.yaml",
        "x/d.library.yml",
        "b.journey.yaml",
    ]


def test_what_git_ignores_is_not_searched(cli: CommandLine) -> None:
    for name in ("keep", "old", "deep/old", "deep/back", "gone/a", "deep/gone/a", "deep/draft-1"):
        cli.write(TIDY, f"{name}.journey.yaml")
    cli.write("# notes\n\n/old.journey.yaml\ngone/\nback.*\n", ".gitignore")
    cli.write("draft-*\n!back.journey.yaml\n", "deep/.gitignore")
    assert cli("lint", "--show-files").out.split() == [
        "deep/back.journey.yaml",
        "deep/old.journey.yaml",
        "keep.journey.yaml",
    ]
    # The rules of the folders above hold below as well,
    assert cli("lint", "--show-files", "deep").out.split() == [
        "deep/back.journey.yaml",
        "deep/old.journey.yaml",
    ]
    # and what is named is linted.
    assert cli("lint", "--show-files", "old.journey.yaml").out.split() == ["old.journey.yaml"]


@pytest.mark.parametrize("where", [".gitignore", "deep/.gitignore", ".journeymap.yaml"])
def test_no_pattern_stops_a_run(where: str, cli: CommandLine) -> None:
    pattern, name = "*a" * 12 + "b", "a" * 60
    cli.write(TIDY, f"deep/{name}.journey.yaml")
    is_ours = where.endswith(".yaml")
    cli.write(f"files: {{'{pattern}': {{ignore: ALL}}}}\n" if is_ours else pattern, where)
    assert cli("lint", "--show-files").out == f"deep/{name}.journey.yaml\n"
    assert "ignore" not in cli("lint", "--show-settings").out


def test_paths_are_shown_from_where_one_stands(
    cli: CommandLine, monkeypatch: pytest.MonkeyPatch
) -> None:
    cli.write(WRONG, f"deep/{MAP}")
    assert cli("lint", "--output-format", "concise").out.startswith(f"deep/{MAP}:")
    monkeypatch.chdir(cli.folder / "deep")
    assert cli("lint", "--output-format", "concise").out.startswith(f"{MAP}:")


# ------------------------------------------------------------------------------- standard input


def test_stdin_is_a_map(cli: CommandLine) -> None:
    done = cli("lint", "-", "--output-format", "concise", stdin=WRONG)
    assert done.code == 1
    assert done.out.startswith("stdin.journey.yaml:5:43: error")
    assert cli("lint", "-", stdin=TIDY).code == 0


def test_the_name_of_stdin_tells_its_surroundings(cli: CommandLine) -> None:
    cli.write("channels: [Phone]\n", "deep/words.library.yaml")
    cli.write("emotions: {blur8h: 1}\n", "deep/.journeymap.yaml")
    text = "journeymap: 1\ntitle: T\nuses: words.library.yaml\nsteps: [{action: a, channel: X}]\n"
    name = ("--stdin-filename", f"deep/{MAP}")
    done = cli("lint", "-", *name, "--output-format", "concise", stdin=text)
    assert codes(done.out) == ["JM101"]
    assert done.out.startswith(f"deep/{MAP}:4:30: error")
    assert codes(cli("lint", "-", "--output-format", "concise", stdin=text).out) == ["JM104"]
    assert "JM002" not in concise(cli, "-", *name, stdin=WRONG)


def test_stdin_stands_for_the_file_of_its_name(cli: CommandLine) -> None:
    cli.write(WRONG)
    assert concise(cli, "-", "--stdin-filename", MAP, stdin=TIDY) == []


def test_stdin_can_be_a_library(cli: CommandLine) -> None:
    name = ("--stdin-filename", "x.library.yaml")
    assert concise(cli, "-", *name, stdin="journeymap: 1\nchannels: [Phone]\n") == []
    assert concise(cli, "-", *name, stdin="journeymap: 1\nsteps: [a]\n") == ["JM003"]


# ---------------------------------------------------------------------------------------- today


def test_the_day_is_taken_from_the_command_line(cli: CommandLine) -> None:
    cli.write(TIDY)
    assert cli("lint", MAP, "--today", "2026-11-23").code == 0
