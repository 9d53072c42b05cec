"""`journeymap log`: a map through git, by its id, in words and figures."""

import csv
import io
import json
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from tests.cli.clinic import BETTER, LIBRARY, MAP_TEXT
from tests.cli.running import MAP, CommandLine, Done
from tests.workspace.repositories import commit, git, write

from journeymap.text.document import Document, parse
from journeymap.text.source import Source

NOW = "maps/Klinik ä.journey.yaml"
MOVED = BETTER.replace("Pays}", "Pays, emotion: angry}").replace("id: comes", "id: arrives")
HERE = MOVED.replace("uses: shared", "uses: ../shared")

Log = Callable[..., Done]


def moved(folder: Path) -> None:
    (folder / "maps").mkdir()
    git(folder, "mv", MAP, NOW)
    write(folder, NOW, HERE)
    commit(folder, "Move")


@pytest.fixture(scope="module")
def past(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A repository in which a map is edited, torn, mended, moved, merged and copied."""
    folder = tmp_path_factory.mktemp("past") / "mit Leerzeichen ü"
    write(folder, MAP, MAP_TEXT)
    write(folder, "shared.library.yaml", LIBRARY)
    for text, said in (
        (MAP_TEXT, "Begin"),
        (BETTER, "Better"),
        (f"{BETTER}# a comment\n", "Only text"),
        (BETTER.replace("steps:", "steps: ]", 1), "Torn"),
        (MOVED, "Mend"),
    ):
        write(folder, MAP, text)
        commit(folder, said)
    moved(folder)
    write(folder, "notes.txt", "nothing of the map")
    commit(folder, "Elsewhere")
    write(folder, "shared.library.yaml", LIBRARY.replace("owner: Desk", "owner: Ward"))
    commit(folder, "Another owner")
    git(folder, "switch", "-q", "-c", "side")
    write(folder, NOW, HERE.replace("wait: 2 weeks", "wait: 3 weeks"))
    commit(folder, "Longer")
    git(folder, "switch", "-q", "main")
    write(folder, NOW, HERE.replace("emotion: pleased", "emotion: delighted"))
    commit(folder, "Delight")
    git(folder, "merge", "-q", "--no-commit", "side")
    both = HERE.replace("wait: 2 weeks", "wait: 3 weeks").replace("pleased", "delighted")
    write(folder, NOW, both.replace("emotion: angry", "emotion: sad"))
    commit(folder, "Merge side")
    write(folder, "copy.journey.yaml", both.replace("uses: ../shared", "uses: shared"))
    commit(folder, "Copy")
    return folder


@pytest.fixture
def log(
    past: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> CommandLine:
    return CommandLine(past, monkeypatch, capsys)


def told(done: Done) -> dict[str, Any]:
    assert done.code == 0, done.err
    found: dict[str, Any] = json.loads(done.out)
    return found


def rows(done: Done) -> dict[str, dict[str, Any]]:
    return {each["subject"]: each for each in told(done)["commits"]}


def test_each_commit_is_told_in_words_through_another_name(log: CommandLine) -> None:
    done = told(log("log", NOW, "--format", "json"))
    said = {each["subject"]: (each["how"], each["text"]) for each in done["commits"]}
    assert list(said) == [
        *("Merge side", "Delight", "Longer", "Another owner", "Move", "Mend"),
        *("Torn", "Better", "Begin"),
    ]
    assert said["Begin"] == ("new", "begins with 3 steps in 2 stages")
    assert said["Better"][1].startswith("“Is referred”: Feels: frustrated → neutral; Perceived: 2")
    assert said["Torn"] == ("unreadable", "cannot be read: line 13: a text cannot begin with ]")
    assert said["Mend"][1].startswith("can be read again; since ")
    assert "“Pays”: Feels: angry (new)" in said["Mend"][1]
    assert said["Move"][1].startswith(f"renamed from {MAP}")
    assert said["Another owner"][1].endswith("Owner: Desk → Ward")
    assert said["Merge side"] == ("merged", "two lines merged. “Pays”: Feels: angry → sad")
    assert (done["text_only"], done["is_whole"], done["is_cut"]) == (1, True, False)


def test_a_row_tells_how_the_map_then_stood(log: CommandLine) -> None:
    found = rows(log("log", NOW, "--format", "json"))
    first, better, torn = found["Begin"], found["Better"], found["Torn"]
    assert (first["completion"], better["completion"]) == pytest.approx((0.92, 0.95))
    assert (first["waiting"], better["waiting"]) == (42, 14)
    assert (first["emotion"], better["emotion"]) == (0, 0.5)
    assert (first["meets"], first["errors"], first["warnings"]) == ("draft", 0, 0)
    assert first["first"]["step"] == "is-referred"
    assert (torn["meets"], torn["emotion"], torn["first"]) == (None, None, None)
    assert [each["path"] for each in (first, found["Move"])] == [MAP, NOW]
    assert first["changes"] == []
    assert {each["step"] for each in better["changes"]} == {"is-referred"}


def test_a_step_is_followed_through_another_id(log: CommandLine) -> None:
    found = rows(log("log", NOW, "--step", "arrives", "--format", "json"))
    assert list(found) == ["Delight", "Mend", "Torn", "Begin"]
    assert found["Delight"]["text"] == "Feels: pleased → delighted"
    assert found["Mend"]["text"].endswith("Id: comes → arrives")
    assert [found[each]["emotion"] for each in ("Delight", "Mend", "Begin")] == [2, 1, 1]
    assert found["Delight"]["first"]["step"] == "arrives"
    done = log("log", NOW, "--step", "arives")
    assert (done.code, done.err) == (
        2,
        f"error: no revision of {NOW} has a step arives; did you mean arrives?\n",
    )


def test_a_copy_has_the_history_of_what_it_was_copied_from(log: CommandLine) -> None:
    found = told(log("log", "copy.journey.yaml", "--format", "json"))["commits"]
    assert [each["subject"] for each in found[:2]] == ["Copy", "Merge side"]
    assert (found[0]["was"], found[0]["origin"]) == (NOW, "copied")
    assert found[-1]["subject"] == "Begin"


def test_a_map_that_is_gone_has_a_history_and_so_has_one_of_a_revision(log: CommandLine) -> None:
    found = told(log("log", MAP, "--format", "json", "-n", "2"))
    assert [each["how"] for each in found["commits"]] == ["removed", "changed"]
    assert not found["is_whole"]
    assert list(rows(log("log", f"side:{NOW}", "--format", "json", "-n", "1"))) == ["Longer"]


def test_people_get_a_line_a_commit_and_lines_of_bars(
    log: CommandLine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "160")
    lines = log("log", NOW).out.splitlines()
    assert lines[0] == f"{NOW}: 9 commits"
    assert "completion ▁█·██████ 92\u00a0% → 95\u00a0%" in lines
    assert any("Ann     “Is referred”: Wait: 2 weeks → 3 weeks" in each for each in lines)
    assert lines[-2:] == [
        "1 more commit changes the text and not the journey",
        "what is cut short (…) is told whole by --format json",
    ]
    monkeypatch.setenv("COLUMNS", "80")
    assert max(map(len, log("log", NOW).out.splitlines())) <= 80
    page = log("log", NOW, "--format", "md").out
    assert page.count("\n| 20") == 9
    table = list(csv.DictReader(io.StringIO(log("log", NOW, "--format", "csv").out)))
    assert [each["Errors"] for each in table[-3:]] == ["", "0", "0"]


def test_findings_are_those_of_the_day_of_a_commit_or_of_one_day(log: CommandLine) -> None:
    def warnings(*words: str) -> list[int]:
        found = rows(log("log", NOW, "--format", "json", *words))
        return [found["Begin"]["warnings"], found["Better"]["warnings"]]

    assert warnings() == [0, 0]
    assert log("log", NOW, "--today", "then").code == 2
    assert warnings("--today", "2040-01-01") == [0, 0]


def test_one_git_process_reads_all_commits(
    log: CommandLine, monkeypatch: pytest.MonkeyPatch
) -> None:
    started: list[list[str]] = []
    real = subprocess.Popen

    def counted(command: list[str], *rest: Any, **more: Any) -> Any:  # noqa: ANN401
        started.append(command)
        return real(command, *rest, **more)

    monkeypatch.setattr(subprocess, "Popen", counted)
    assert log("log", NOW).code == 0
    assert ["cat-file" in command for command in started].count(True) == 1
    assert len(started) <= 3


def test_the_same_texts_are_read_once(log: CommandLine, monkeypatch: pytest.MonkeyPatch) -> None:
    texts: list[str] = []

    def counted(source: Source) -> Document:
        texts.append(source.text)
        return parse(source)

    monkeypatch.setattr("journeymap.workspace.readings.parse", counted)
    assert log("log", NOW).code == 0
    assert len(texts) == len(set(texts)) == 11


def test_a_bare_and_a_shallow_clone_tell_what_they_have(
    log: CommandLine, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    git(log.folder, "clone", "-q", "--bare", str(log.folder), str(tmp_path / "bare"))
    monkeypatch.chdir(tmp_path / "bare")
    assert len(rows(log("log", NOW, "--format", "json"))) == 9
    source = f"file://{log.folder}"
    git(log.folder, "clone", "-q", "--depth", "3", source, str(tmp_path / "shallow"))
    monkeypatch.chdir(tmp_path / "shallow" / "maps")
    done = log("log", Path(NOW).name, "--format", "json")
    assert told(done)["is_cut"]
    assert done.err.startswith("the history that is here ends; a shallow clone lacks the rest")
    assert [each["how"] for each in told(done)["commits"]] == ["merged", "cut", "cut"]


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("maps", "maps is no map: name a file such as clinic.journey.yaml"),
        ("shared.library.yaml", "is no map"),
        ("no.journey.yaml", "no commit holds no.journey.yaml"),
        (f"gone:{NOW}", "git knows no revision gone here"),
    ],
)
def test_what_has_no_history_is_bad_usage(log: CommandLine, path: str, said: str) -> None:
    done = log("log", path)
    assert (done.code, said in done.err) == (2, True), done.err


def test_outside_of_git_and_before_the_first_commit_it_says_so(
    tmp_path: Path, cli: CommandLine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert cli("log", MAP).err == "error: this folder is in no git repository\n"
    monkeypatch.chdir(cli.folder)
    (cli.folder / ".git").rmdir()
    git(cli.folder, "init", "-q")
    assert "nothing is committed yet" in cli("log", MAP).err


def test_maps_without_ids_are_followed_by_their_steps(cli: CommandLine) -> None:
    plain = MAP_TEXT.replace("id: clinic\n", "").replace("uses: shared.library.yaml\n", "")
    cli.write(plain)
    commit(cli.folder, "Begin")
    git(cli.folder, "mv", MAP, "praxis.journey.yaml")
    cli.write(plain.replace("perceived: 2", "perceived: 3"), "praxis.journey.yaml")
    # One is put back that was gone for a while.
    cli.write("id: other\ntitle: Other\nsteps: [Flies]\n", "other.journey.yaml")
    commit(cli.folder, "Rename")
    (cli.folder / "other.journey.yaml").unlink()
    commit(cli.folder, "Drop")
    cli.write("id: other\ntitle: Other\nsteps: [Flies, Lands]\n", "other.journey.yaml")
    commit(cli.folder, "Put back")
    found = rows(cli("log", "praxis.journey.yaml", "--format", "json"))
    assert {name: each["was"] for name, each in found.items()} == {"Rename": MAP, "Begin": None}
    found = rows(cli("log", "other.journey.yaml", "--format", "json"))
    assert {name: each["how"] for name, each in found.items()} == {
        "Put back": "new",
        "Drop": "removed",
        "Rename": "new",
    }


def test_a_map_that_takes_the_place_of_another_one_begins_there(cli: CommandLine) -> None:
    cli.write(BETTER.replace("uses: shared.library.yaml\n", ""))
    commit(cli.folder, "Begin")
    git(cli.folder, "mv", MAP, "moved.journey.yaml")
    cli.write("id: other\ntitle: Other\nsteps: [Flies, Lands]\n")
    commit(cli.folder, "Swap")
    cli.write("id: renamed\ntitle: Other\nsteps: [Flies, Lands]\n")
    commit(cli.folder, "Another id")
    found = rows(cli("log", MAP, "--format", "json"))
    assert {name: each["how"] for name, each in found.items()} == {
        "Another id": "changed",
        "Swap": "new",
    }
    found = rows(cli("log", "moved.journey.yaml", "--format", "json"))
    assert {name: each["was"] for name, each in found.items()} == {"Swap": MAP, "Begin": None}
