"""`journeymap diff` in real git: revisions, worktrees, bare and shallow ones, and inside git."""

import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from tests.cli.clinic import BETTER, LIBRARY, MAP_TEXT, data, texts
from tests.cli.running import MAP, CommandLine
from tests.workspace.repositories import commit, git, write


def test_a_map_is_followed_by_its_id_through_another_name_and_folder(clinic: CommandLine) -> None:
    (clinic.folder / "später dran").mkdir()
    git(clinic.folder, "mv", MAP, "später dran/Klinik à la carte.journey.yaml")
    text = BETTER.replace("uses: shared", "uses: ../shared")
    clinic.write(text, "später dran/Klinik à la carte.journey.yaml")
    told = data(clinic("diff", "--format", "json"))
    (found,) = told["maps"]
    assert found["path"] == "später dran/Klinik à la carte.journey.yaml"
    assert (found["was"], found["state"]) == (MAP, "changed")
    assert len(told["changes"]) == 6  # the library stands elsewhere, seen from there
    # Without an id it is known by its steps.
    plain = MAP_TEXT.replace("id: clinic\n", "")
    commit(clinic.folder)
    write(clinic.folder, "one.journey.yaml", plain.replace("title: Clinic", "title: One"))
    commit(clinic.folder)
    git(clinic.folder, "mv", "one.journey.yaml", "two.journey.yaml")
    assert data(clinic("diff", "--format", "json"))["maps"][0]["was"] == "one.journey.yaml"


def test_two_files_and_files_of_revisions_belong_together(clinic: CommandLine) -> None:
    old, new = clinic.write(MAP_TEXT, "a b.journey.yaml"), clinic.write(BETTER, "ü.journey.yaml")
    said = texts(clinic("diff", old.name, new.name, "--format", "json"))
    assert said[0] == "Feels: frustrated → neutral"
    clinic.write(BETTER)
    commit(clinic.folder)
    for words in (
        (f"HEAD~1:{MAP}", f"HEAD:{MAP}"),
        (f"HEAD~1:{MAP}", MAP),
        (f"HEAD~1:./{MAP}", new.name),
        (f"HEAD~1:{MAP}",),
        ("HEAD~1", MAP),
        ("HEAD~1..HEAD", MAP),
        ("HEAD~1..", MAP),
    ):
        assert texts(clinic("diff", *words, "--format", "json")) == said, words
    turned = texts(clinic("diff", MAP, f"HEAD~1:{MAP}", "--format", "json"))
    assert turned[0] == "Feels: neutral → frustrated"
    assert len(turned) == len(said)


def test_three_dots_begin_where_two_branches_parted(clinic: CommandLine) -> None:
    git(clinic.folder, "switch", "-q", "-c", "work")
    clinic.write(MAP_TEXT.replace("action: Pays", "action: Pays at once"))
    commit(clinic.folder)
    git(clinic.folder, "switch", "-q", "main")
    clinic.write(BETTER)
    commit(clinic.folder)
    git(clinic.folder, "switch", "-q", "work")
    said = ["renamed: “Pays” → “Pays at once”"]
    assert texts(clinic("diff", "main...work", "--format", "json")) == said
    assert texts(clinic("diff", "main...", "--format", "json")) == said
    assert len(texts(clinic("diff", "main..work", "--format", "json"))) == 6
    assert data(clinic("diff", "main...work", "--format", "json"))["old"].endswith(
        "where work left main"
    )


def test_a_worktree_and_a_subfolder_are_compared_with_what_they_hold(
    clinic: CommandLine, monkeypatch: pytest.MonkeyPatch
) -> None:
    tree = clinic.folder.parent / "a työ tree"
    git(clinic.folder, "worktree", "add", "-q", str(tree), "-b", "side")
    write(tree, MAP, BETTER)
    write(tree, "team/x.journey.yaml", "title: X\nsteps: [A]\n")
    monkeypatch.chdir(tree / "team")
    assert [each["path"] for each in data(clinic("diff", "--format", "json"))["maps"]] == [
        "x.journey.yaml"
    ]
    monkeypatch.chdir(tree)
    assert len(texts(clinic("diff", MAP, "--format", "json"))) == 5
    assert clinic("diff", "../nowhere.journey.yaml").code == 2


def test_a_bare_repository_compares_revisions(
    clinic: CommandLine, monkeypatch: pytest.MonkeyPatch
) -> None:
    clinic.write(BETTER)
    clinic.write(LIBRARY.replace("Desk", "Ward"), "shared.library.yaml")
    commit(clinic.folder)
    bare = clinic.folder.parent / "bare.git"
    git(clinic.folder, "clone", "-q", "--bare", str(clinic.folder), str(bare))
    monkeypatch.chdir(bare)
    told = data(clinic("diff", "main~1..main", "--format", "json"))
    assert {each["path"] for each in told["maps"]} == {MAP, "shared.library.yaml"}
    assert len([each for each in told["changes"] if each["path"] == MAP]) == 6
    assert len(texts(clinic("diff", "main~1..main", MAP, "--format", "json"))) == 6


def test_a_shallow_clone_says_what_is_missing(
    clinic: CommandLine, monkeypatch: pytest.MonkeyPatch
) -> None:
    clinic.write(BETTER)
    commit(clinic.folder)
    shallow = clinic.folder.parent / "shallow"
    source = f"file://{clinic.folder}"
    git(clinic.folder, "clone", "-q", "--depth", "1", source, str(shallow))
    monkeypatch.chdir(shallow)
    done = clinic("diff", "HEAD~1..HEAD")
    assert done.code == 2
    assert "git knows no revision HEAD~1 here; in CI it may have to be fetched first" in done.err
    git(clinic.folder, "branch", "old", "main~1")
    git(shallow, "fetch", "-q", "--depth", "1", source, "old:old")
    done = clinic("diff", "old...HEAD", "--format", "json")
    assert len(data(done)["changes"]) == 5
    assert "no common ancestor of old and HEAD is known here" in done.err


def test_outside_of_git_two_files_can_be_compared_and_nothing_else(
    tmp_path: Path, cli: CommandLine, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "plain"
    for name, text in (("a.journey.yaml", MAP_TEXT), ("b.journey.yaml", BETTER)):
        write(folder, name, text)
    monkeypatch.chdir(folder)
    assert "Feels: frustrated → neutral" in cli("diff", "a.journey.yaml", "b.journey.yaml").out
    done = cli("diff", "a.journey.yaml")
    assert (done.code, done.err) == (2, "error: this folder is in no git repository\n")
    gone = "error: there is no file or folder c.journey.yaml, and this folder is in no git "
    assert cli("diff", "a.journey.yaml", "c.journey.yaml").err.startswith(gone)
    assert cli("diff", "c.journey.yaml", "d.journey.yaml").err.startswith(gone)
    write(folder, "torn.journey.yaml", "title: [\n")
    done = cli("diff", "a.journey.yaml", "torn.journey.yaml", "--exit-code")
    assert done.code == 1
    assert done.out.endswith("a.journey.yaml → torn.journey.yaml: 1 map could not be compared\n")


def test_git_calls_it_for_each_file_and_goes_on_whatever_happens(clinic: CommandLine) -> None:
    command = f'"{sys.executable}" -m journeymap diff'
    git(clinic.folder, "config", "diff.journeymap.command", command)
    clinic.write("*.journey.yaml diff=journeymap\n", ".gitattributes")
    clinic.write("title: New\nsteps: [Calls]\n", "new map.journey.yaml")
    clinic.write("title: Torn\nsteps: [Calls]\n", "torn.journey.yaml")
    commit(clinic.folder)
    clinic.write(BETTER)
    clinic.write("title: [\n", "torn.journey.yaml")
    (clinic.folder / "new map.journey.yaml").unlink()
    out = git(clinic.folder, "diff")
    assert "Perceived: 2 → 3 of 5; the gap closes from 2 to 1" in out
    assert "new map.journey.yaml: New (left out)" in out
    assert "-steps: [Calls]" in out  # of the torn one its lines
    out = git(clinic.folder, "diff", "HEAD~1", "HEAD", "--", "new map.journey.yaml")
    assert "new map.journey.yaml: New (new)" in out
    git(clinic.folder, "checkout", "-q", ".")
    git(clinic.folder, "mv", MAP, "moved.journey.yaml")
    clinic.write(BETTER, "moved.journey.yaml")
    git(clinic.folder, "add", "-A")
    out = git(clinic.folder, "diff", "-M", "--cached")
    assert "clinic.journey.yaml → moved.journey.yaml: Clinic" in out


@pytest.mark.parametrize("count", [7, 9])
def test_the_protocol_of_an_external_diff_never_fails(count: int, clinic: CommandLine) -> None:
    missing = [MAP, "/nowhere/old", "a" * 40, "100644", "/nowhere/new", "b" * 40, "100644"]
    words = [*missing, "moved.journey.yaml", "similarity index 90%"][:count]
    done = clinic("diff", *words)
    assert (done.code, done.err) == (0, "")
    assert done.out == f"{MAP}: no such file or directory\n" or "ordinary file" in done.out
    both = [MAP, "/dev/null", ".", ".", "/dev/null", ".", "."]
    assert clinic("diff", *both).code == 0
    text = [*both[:4], str(clinic.write("hello\n", "notes.txt")), "b" * 40, "100644"]
    assert "+hello" in clinic("diff", "notes.txt", *text[1:]).out


def test_colours_are_kept_for_the_pager_of_git(
    clinic: CommandLine, monkeypatch: pytest.MonkeyPatch
) -> None:
    old, new = clinic.write(MAP_TEXT, "old.yaml"), clinic.write(BETTER, "new.yaml")
    words = [MAP, str(old), "a" * 40, "100644", str(new), "b" * 40, "100644"]
    assert "\x1b[" not in clinic("diff", *words).out
    monkeypatch.setenv("GIT_PAGER_IN_USE", "true")
    assert "\x1b[1m" in clinic("diff", *words).out
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b[" not in clinic("diff", *words).out


def test_hunks_are_headed_by_the_step_and_its_history_can_be_asked_for(clinic: CommandLine) -> None:
    page = (Path(__file__).parents[2] / "docs" / "git.md").read_text(encoding="utf-8")
    pattern = re.search(r"xfuncname '([^']+)'", page)
    assert pattern
    git(clinic.folder, "config", "diff.journeymap.xfuncname", pattern[1])
    clinic.write("*.journey.yaml diff=journeymap\n", ".gitattributes")
    clinic.write(MAP_TEXT.replace("wait: 6 weeks", "wait: 5 weeks"))
    assert "@@ id: is-referred" in git(clinic.folder, "diff", "-U0")
    commit(clinic.folder, "Wait less")
    clinic.write(MAP_TEXT.replace("wait: 6 weeks", "wait: 5 weeks").replace("Pays", "Pays up"))
    commit(clinic.folder, "Pay up")
    log = git(clinic.folder, "log", "--format=%s", "-s", "-L", f":is-referred:{MAP}")
    assert log.split("\n") == ["Wait less", "A step"]


def test_a_picture_compares_with_a_revision_and_its_libraries(clinic: CommandLine) -> None:
    clinic.write(BETTER)
    done = clinic("render", MAP, "--view", "compare", "--against", f"HEAD:{MAP}", "-o", "x.svg")
    assert done.code == 0, done.err
    drawn = (clinic.folder / "x.svg").read_text(encoding="utf-8")
    assert "3 more of 100 reach the end: 92 → 95" in drawn
    done = clinic("render", MAP, "--view", "compare", "--against", "HEAD:no.yaml", "-o", "x.svg")
    assert (done.code, done.err) == (2, "error: --against: there is no file no.yaml in HEAD\n")


def test_one_git_process_reads_all_that_a_revision_holds(
    clinic: CommandLine, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(20):
        clinic.write(f"title: M{number}\nsteps: [A]\n", f"m{number}.journey.yaml")
    commit(clinic.folder)
    for number in range(20):
        clinic.write(f"title: M{number}\nsteps: [A, B]\n", f"m{number}.journey.yaml")
    started: list[list[str]] = []
    real = subprocess.Popen

    def counted(command: list[str], *rest: Any, **more: Any) -> Any:  # noqa: ANN401
        started.append(command)
        return real(command, *rest, **more)

    monkeypatch.setattr(subprocess, "Popen", counted)
    assert clinic("diff", "--exit-code").code == 1
    assert sum("cat-file" in command for command in started) == 1
    assert len(started) < 10
