"""`lint --output-format`: several formats in one run, to files and to standard output."""

import json
import os
import subprocess
import sys
from xml.etree import ElementTree as ET

import pytest
from tests.cli.running import MAP, CommandLine

from journeymap import __version__

WRONG = "journeymap: 1\ntitle: Clinic\nsteps: [{action: Calls, emotion: blur8h}]\n"


def test_several_formats_in_one_run(cli: CommandLine) -> None:
    cli.write(WRONG)
    asked = [f"--output-format={name}" for name in ("sarif=out/lint.sarif", "junit=j.xml", "full")]
    done = cli("lint", MAP, *asked)
    assert (done.code, done.out) == (1, cli("lint", MAP).out)
    log = json.loads((cli.folder / "out" / "lint.sarif").read_text(encoding="utf-8"))
    assert log["runs"][0]["results"][0]["ruleId"] == "JM002"
    assert log["runs"][0]["tool"]["driver"]["version"] == __version__
    assert ET.parse(cli.folder / "j.xml").getroot().get("failures") == "1"  # noqa: S314 - our own


def test_nothing_is_printed_where_all_goes_to_files(cli: CommandLine) -> None:
    cli.write(WRONG)
    done = cli("lint", MAP, "--output-format", "md=page.md")
    assert (done.code, done.out) == (1, "")
    assert done.err.endswith("\n1 error in 1 file\n")
    assert sorted(path.name for path in cli.folder.iterdir()) == [".git", MAP, "page.md"]


def test_a_file_is_replaced_and_a_device_is_not(cli: CommandLine) -> None:
    cli.write(WRONG)
    cli.write("old", "lint.json")
    assert cli("lint", MAP, "--output-format", "json=lint.json").code == 1
    assert json.loads((cli.folder / "lint.json").read_text(encoding="utf-8"))["version"] == 1
    pipe = cli.folder / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    cli("lint", MAP, "--output-format", f"concise={pipe}")
    assert b"invalid-value" in os.read(reader, 10_000)
    os.close(reader)
    assert not pipe.is_file()


def test_files_have_no_colours(cli: CommandLine, monkeypatch: pytest.MonkeyPatch) -> None:
    cli.write(WRONG)
    monkeypatch.setattr("journeymap.cli.lint.use_colour", lambda *_, **__: True)
    done = cli("lint", MAP, "--output-format", "full", "--output-format", "full=out.txt")
    assert "\x1b" in done.out
    assert "\x1b" not in (cli.folder / "out.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("said", "told"),
    [
        (["html"], "there is no format html; choose one of full,"),
        (["sarif="], "name a file: sarif=FILE"),
        (["sarif=."], "name a file: sarif=FILE"),
        (["full", "json"], "only one format can be printed"),
        (["md=x", "sarif=x"], "two formats cannot share the file x"),
        ([f"md={MAP}"], "a report must not take its place"),
        (["json=our.rules.yaml"], "a report must not take its place"),
        (["json=.journeymap.yaml"], "a report must not take its place"),
    ],
)
def test_what_makes_no_sense_is_refused_before_anything_is_written(
    said: list[str], told: str, cli: CommandLine
) -> None:
    path = cli.write(WRONG)
    done = cli("lint", MAP, *(f"--output-format={each}" for each in said))
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith("error: --output-format: ")
    assert told in done.err
    assert done.err.count("\n") == 1
    assert path.read_text(encoding="utf-8") == WRONG
    assert sorted(each.name for each in cli.folder.iterdir()) == [".git", MAP]


def test_a_folder_that_cannot_be_written_is_one_line(cli: CommandLine) -> None:
    cli.write(WRONG)
    cli.write("a file", "taken")
    done = cli("lint", MAP, "--output-format", "sarif=taken/lint.sarif")
    assert done.code == 2
    assert done.err.startswith("error: taken")
    assert done.err.count("\n") == 1


@pytest.mark.parametrize(("value", "commands"), [("true", True), ("false", False), ("", False)])
def test_github_is_the_default_in_its_actions(
    value: str, commands: bool, cli: CommandLine, monkeypatch: pytest.MonkeyPatch
) -> None:
    cli.write(WRONG)
    monkeypatch.setenv("GITHUB_ACTIONS", value)
    assert cli("lint", MAP).out.startswith("::error file=") is commands
    assert cli("lint", MAP, "--output-format", "full").out.startswith("error[invalid-value]")


def test_a_format_is_imported_only_when_it_is_asked_for(cli: CommandLine) -> None:
    # Told by a process of its own: here the other tests have imported them all.
    cli.write(WRONG)
    code = (
        "import sys; sys.argv = ['journeymap', 'lint', '--output-format', 'concise'];"
        "from journeymap.cli.main import run; run();"
        "begin = 'journeymap.report.formats.';"
        "print(sorted(name for name in sys.modules if name.startswith(begin)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, check=True, cwd=cli.folder, text=True
    )
    expected = ["journeymap.report.formats.concise", "journeymap.report.formats.registry"]
    assert done.stdout.splitlines()[-1] == str(expected)


def test_programs_of_a_repository_get_paths_from_its_root(
    cli: CommandLine, monkeypatch: pytest.MonkeyPatch
) -> None:
    cli.write(WRONG, f"maps/ward a/{MAP}")
    monkeypatch.chdir(cli.folder / "maps")
    here, root = f"ward a/{MAP}", f"maps/ward a/{MAP}"

    def told(name: str) -> str:
        return cli("lint", "--output-format", name).out

    assert told("concise").startswith(f"{here}:3:")
    assert json.loads(told("json"))["findings"][0]["path"] == here
    assert told("github").startswith(f"::error file={root},")
    assert f";sourcepath={root};" in told("azure")
    assert json.loads(told("gitlab"))[0]["location"]["path"] == root
    assert json.loads(told("rdjson"))["diagnostics"][0]["location"]["path"] == root
    result = json.loads(told("sarif"))["runs"][0]["results"][0]
    artifact = result["locations"][0]["physicalLocation"]["artifactLocation"]
    assert artifact == {"uri": f"maps/ward%20a/{MAP}", "uriBaseId": "%SRCROOT%"}


def test_a_repository_inside_another_one_counts_where_somebody_works_in_it(
    cli: CommandLine, monkeypatch: pytest.MonkeyPatch
) -> None:
    cli.write(WRONG, f"inner/{MAP}")
    (cli.folder / "inner" / ".git").mkdir()
    assert f"file=inner/{MAP}," in cli("lint", "--output-format", "github").out
    monkeypatch.chdir(cli.folder / "inner")
    assert f"file={MAP}," in cli("lint", "--output-format", "github").out
    monkeypatch.chdir(cli.folder.parent)  # in no repository
    assert f"file={MAP}," in cli("lint", f"repo/inner/{MAP}", "--output-format", "github").out


@pytest.mark.parametrize(
    ("said", "failures", "code"),
    [
        ([], "1", 1),
        (["--fail-on", "note"], "2", 1),
        (["--fail-on", "never"], "0", 0),
        (["--exit-zero"], "0", 0),
    ],
)
def test_junit_agrees_with_the_exit_code(
    said: list[str], failures: str, code: int, cli: CommandLine
) -> None:
    cli.write(WRONG.removeprefix("journeymap: 1\n"))
    done = cli("lint", "--select", "JM0", "--output-format", "junit", *said)
    assert done.code == code
    assert ET.fromstring(done.out).get("failures") == failures  # noqa: S314 - our own


def test_each_map_fails_by_its_own_configuration(cli: CommandLine) -> None:
    cli.write(WRONG.removeprefix("journeymap: 1\n").replace(", emotion: blur8h", ""))
    cli.write(WRONG, f"drafts/{MAP}")
    cli.write("fail_on: never\n", "drafts/.journeymap.yaml")
    asked = ("lint", "--select", "JM0", "--output-format", "junit")
    assert cli(*asked).code == 0
    cli.write("fail_on: note\n", ".journeymap.yaml")
    done = cli(*asked)
    assert done.code == 1
    assert ET.fromstring(done.out).get("failures") == "1"  # noqa: S314 - our own


def test_statistics_go_where_reports_go(cli: CommandLine) -> None:
    cli.write(WRONG)
    asked = ("--statistics", "--output-format", "json=counts.json", "--output-format", "full")
    done = cli("lint", *asked)
    assert (done.code, done.out.splitlines()[2].split()[2]) == (1, "JM002")
    counts = json.loads((cli.folder / "counts.json").read_text(encoding="utf-8"))
    assert counts["rules"][0]["name"] == "invalid-value"
