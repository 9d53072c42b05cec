"""Git calls the merge driver: real repositories, branches and conflicts."""

import shlex
import subprocess
import sys
from pathlib import Path

import pytest
from tests.compare.test_merge import BASE as OTHER
from tests.compare.test_merge import MOVED, PAIRS, PAYS

from journeymap.cli.merge import merge_command
from journeymap.history.merge import ByLines, Markers, Outcome, Versions, merge_versions
from journeymap.text.document import parse
from journeymap.text.source import Source

LIBRARY = "channels:\n  - {id: tel, name: Phone}\n  - {id: mail, name: Mail}\n"
BASE = """\
title: Clinic
uses: words.library.yaml
stages:
  - name: Before
    steps:
      - id: calls
        action: Calls the clinic
        channel: tel
        emotion: anxious
      - id: waits
        action: Waits
        wait: 3 weeks
  - name: After
    steps:
      - id: sees-doctor
        action: Sees the doctor
        need: Be heard
"""
NAME = "die Karte ä.journey.yaml"
DRIVER = "-m journeymap merge %O %A %B --path %P --marker-size %L --ours-label %X --theirs-label %Y"


class Repository:
    """A repository with the driver set up, and two branches from one map."""

    def __init__(self, folder: Path, *, line_break: str = "\n") -> None:
        self.folder = folder
        self._line_break = line_break
        folder.mkdir()
        self.git("init", "-q", "-b", "main")
        for key, value in {
            "user.name": "A",
            "user.email": "a@example.org",
            "core.autocrlf": "false",
            "merge.journeymap.driver": f"{shlex.quote(sys.executable)} {DRIVER}",
        }.items():
            self.git("config", key, value)
        (folder / ".gitattributes").write_text("*.yaml merge=journeymap\n", encoding="utf-8")
        (folder / "words.library.yaml").write_text(LIBRARY, encoding="utf-8")
        self.commit(BASE)

    @property
    def map(self) -> Path:
        return self.folder / NAME

    @property
    def text(self) -> str:
        return self.map.read_bytes().decode()

    def git(self, *words: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            ["git", "-C", str(self.folder), *words], check=False, capture_output=True, text=True
        )

    def commit(self, text: str) -> None:
        self.map.write_bytes(text.replace("\n", self._line_break).encode())
        self.git("add", "-A")
        assert self.git("commit", "-qm", "x").returncode == 0

    def branches(self, ours: str, theirs: str) -> None:
        self.git("checkout", "-qb", "side")
        self.commit(theirs)
        self.git("checkout", "-q", "main")
        self.commit(ours)


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    return Repository(tmp_path / "mit Leer zeichen")


def both(*pairs: tuple[str, str]) -> str:
    text = BASE
    for old, new in pairs:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    return text


CALM = ("emotion: anxious", "emotion: calm   # asked her")
LONGER = ("wait: 3 weeks", "wait: 5 weeks")
FIRST = (
    "      - id: waits\n        action: Waits\n        wait: 3 weeks\n",
    "",
)


@pytest.mark.parametrize("how", ["merge", "rebase", "cherry-pick"])
def test_what_git_alone_leaves_in_conflict_is_merged(repository: Repository, how: str) -> None:
    line = "        channel: tel\n"
    ours, theirs = both(CALM), both((line, f"{line}        need: Be asked\n"))
    repository.branches(ours, theirs)
    done = repository.git(how, "side")
    assert done.returncode == 0, done.stderr
    assert repository.text == both(CALM, (line, f"{line}        need: Be asked\n"))


IN_CONFLICT = (
    "two new fields at one place",
    "a step moved and edited",
    "two texts of a list",
    "a comment on each side",
)
"""Pairs that git alone cannot merge, of all that the merge itself is held to."""


def test_pairs_of_edits_are_merged_by_one_merge_of_git(repository: Repository) -> None:
    # Both sides move, rename, add and comment, in one map.
    moved = MOVED.replace("name: Before", "name: Beforehand").replace("# Begun", "# Begun late")
    other = OTHER.replace(PAYS, "").replace("      # the visit", f"{PAYS}      # the visit")
    other = other.replace("María", "Maria").replace("wait: 3", "wait: 5").replace("# by", "# or by")
    pairs = {
        **{name: PAIRS[name] for name in IN_CONFLICT},
        "both move": (moved.replace("anxious", "calm"), other, ""),
    }
    names = {name: f"maps/{name} ü.journey.yaml" for name in pairs}
    (repository.folder / "maps").mkdir()

    def put(side: int | None) -> None:
        for name, texts in pairs.items():
            text = OTHER if side is None else texts[side]
            (repository.folder / names[name]).write_text(text, encoding="utf-8")
        repository.git("add", "-A")
        repository.git("commit", "-qm", "x")

    put(None)
    repository.git("checkout", "-qb", "side")
    put(1)
    repository.git("checkout", "-q", "main")
    put(0)
    done = repository.git("merge", "side")
    assert done.returncode == 0, done.stdout
    found = {
        name: (repository.folder / path).read_text(encoding="utf-8") for name, path in names.items()
    }
    assert [found[name] for name in IN_CONFLICT] == [PAIRS[name][2] for name in IN_CONFLICT]
    both = found["both move"]
    lines = [
        line.strip() for line in both.split("\n") if line.strip().startswith(("- id", "- Pays"))
    ]
    assert lines == ["- id: calls     # or by phone", "- Pays", "- id: sees-doctor", "- id: waits"]
    wanted = ("Begun late", "Beforehand", "calm", "Maria}", "wait: 5 weeks", "# the visit itself")
    assert [word for word in wanted if word not in both] == []


def test_a_step_that_one_side_moves_and_the_other_edits(repository: Repository) -> None:
    moved = BASE.replace(FIRST[0], "") + FIRST[0]
    repository.branches(moved, both(LONGER, CALM))
    assert repository.git("merge", "side").returncode == 0
    assert repository.text == moved.replace("3 weeks", "5 weeks").replace(*CALM)


def test_a_clash_is_marked_and_both_sides_are_there(repository: Repository) -> None:
    repository.branches(both(CALM), both(("emotion: anxious", "emotion: angry"), LONGER))
    done = repository.git("merge", "side")
    assert done.returncode == 1
    assert "both sides changed emotion; see the markers" in done.stderr + done.stdout
    lines = repository.text.split("\n")
    at = next(i for i, line in enumerate(lines) if line.startswith("<<<<<<<"))
    assert lines[at + 1 : at + 4 : 2] == [
        "        emotion: calm   # asked her",
        "        emotion: angry",
    ]
    assert lines[at + 2] == "======="
    assert "5 weeks" in repository.text
    assert "UU" in repository.git("-c", "core.quotepath=off", "status", "--short").stdout


def test_the_style_of_conflicts_is_that_of_git(repository: Repository) -> None:
    repository.git("config", "merge.conflictStyle", "diff3")
    repository.branches(both(CALM), both(("emotion: anxious", "emotion: angry")))
    repository.git("merge", "side")
    middle = repository.text.partition("|||||||")[2].partition("=======")[0]
    assert middle.endswith("\n        emotion: anxious\n")


def test_a_reference_follows_an_id_that_the_other_side_renamed(repository: Repository) -> None:
    ours = both(("need: Be heard", "need: Be heard\n        next: [{to: waits, share: 5 %}]"))
    repository.branches(ours, both(("id: waits", "id: is-kept-waiting")))
    assert repository.git("merge", "side").returncode == 0
    assert repository.text == ours.replace("id: waits", "id: is-kept-waiting").replace(
        "to: waits", "to: is-kept-waiting"
    )


def test_a_clean_merge_that_is_broken_is_not_clean(repository: Repository) -> None:
    ours = BASE.replace(FIRST[0], "")
    theirs = both(("need: Be heard", "need: Be heard\n        next: [{to: waits, share: 5 %}]"))
    repository.branches(ours, theirs)
    done = repository.git("merge", "side")
    said = done.stderr + done.stdout
    assert done.returncode == 1
    assert "error[unknown-reference]" in said
    assert "each side is right alone" in said
    assert "to: waits" in repository.text
    assert "<<<<<<<" not in repository.text


def test_what_both_sides_add_to_a_library_is_in_it(repository: Repository) -> None:
    library = repository.folder / "words.library.yaml"
    repository.git("checkout", "-qb", "side")
    library.write_text(f"{LIBRARY}  - {{id: app, name: App}}\n", encoding="utf-8")
    repository.commit(both(("channel: tel", "channel: app")))
    repository.git("checkout", "-q", "main")
    library.write_text(f"{LIBRARY}  - {{id: desk, name: Desk}}\n", encoding="utf-8")
    repository.commit(both(("need: Be heard", "need: Be heard\n        channel: desk")))
    assert repository.git("merge", "side").returncode == 0
    text = library.read_text(encoding="utf-8")
    assert text.count("id: app") == text.count("id: desk") == 1
    assert "channel: app" in repository.text
    assert "channel: desk" in repository.text


def test_line_ends_of_our_side_stay(tmp_path: Path) -> None:
    repository = Repository(tmp_path / "crlf", line_break="\r\n")
    repository.branches(both(CALM), both(LONGER))
    assert repository.git("merge", "side").returncode == 0
    assert repository.text == both(CALM, LONGER).replace("\n", "\r\n")


def test_what_is_not_understood_is_merged_by_lines_and_told(repository: Repository) -> None:
    text = BASE.replace("title: Clinic", "title: &t Clinic\npurpose: *t")
    repository.commit(text)
    repository.branches(text.replace(*CALM), text.replace(*LONGER))
    done = repository.git("merge", "side")
    assert done.returncode == 0
    assert "merged line by line, as it repeats a part by an alias" in done.stderr + done.stdout
    assert repository.text == text.replace(*CALM).replace(*LONGER)


def test_a_file_with_markers_can_be_merged_again(
    repository: Repository, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from journeymap.cli.main import run

    repository.git("config", "--unset", "merge.journeymap.driver")
    line = "        channel: tel\n"
    theirs = both((line, f"{line}        need: Be asked\n"), LONGER)
    repository.branches(both(CALM), theirs)
    assert repository.git("merge", "side").returncode == 1
    assert "<<<<<<<" in repository.text
    monkeypatch.setattr(sys, "argv", ["journeymap", "merge", "--resolve", str(repository.map)])
    assert run() == 0, capsys.readouterr().err
    assert repository.text == theirs.replace(*CALM)
    repository.git("add", "-A")
    assert repository.git("commit", "-qm", "merged").returncode == 0
    assert run() == 2
    assert "git has no unfinished merge of" in capsys.readouterr().err


def test_a_stash_comes_back(repository: Repository) -> None:
    repository.map.write_text(both(CALM), encoding="utf-8")
    repository.git("stash")
    line = "        channel: tel\n"
    repository.commit(both((line, f"{line}        need: Be asked\n")))
    assert repository.git("stash", "pop").returncode == 0
    assert repository.text == both(CALM, (line, f"{line}        need: Be asked\n"))


def test_nothing_is_dropped_where_a_side_cannot_be_read(repository: Repository) -> None:
    broken = both(("emotion: anxious", "emotion: 'calm"))
    repository.branches(broken, both(("emotion: anxious", "emotion: angry")))
    done = repository.git("merge", "side")
    assert done.returncode == 1
    assert "emotion: 'calm" in repository.text
    assert "emotion: angry" in repository.text
    assert "merged line by line, as one version cannot be read" in done.stderr + done.stdout
    assert parse(Source(name="a", text=repository.text)).problems


def test_what_is_saved_into_our_side_while_it_is_merged_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    texts = {"base": BASE, "ours": MOVED, "theirs": BASE.replace("Be heard", "Be seen")}
    base, ours, theirs = (tmp_path / f"{name}.yaml" for name in texts)
    for path, text in zip((base, ours, theirs), texts.values(), strict=True):
        path.write_text(text, encoding="utf-8")

    def late(versions: Versions, path: Path, markers: Markers, by_lines: ByLines) -> Outcome:
        ours.write_text("saved meanwhile\n", encoding="utf-8")
        return merge_versions(versions, path, markers, by_lines)

    monkeypatch.setattr("journeymap.cli.merge.merge_versions", late)
    with pytest.raises(SystemExit) as end:
        merge_command(base, ours, theirs)
    assert end.value.code == 2
    assert "has changed since it was read; nothing was written" in capsys.readouterr().err
    assert ours.read_text(encoding="utf-8") == "saved meanwhile\n"
