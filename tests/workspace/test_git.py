"""What git says has changed, and what builds on it; clear words where git cannot answer."""

import subprocess
from pathlib import Path

import pytest

from journeymap.workspace.git import GitProblem, affected, changed_since
from journeymap.workspace.load import Loader


def git(folder: Path, *arguments: str) -> None:
    who = ("-c", "user.name=Ann", "-c", "user.email=ann@example.org", "-c", "commit.gpgsign=false")
    subprocess.run(["git", "-C", folder, *who, *arguments], check=True, capture_output=True)


def write(folder: Path, name: str, text: str) -> None:
    (folder / name).parent.mkdir(parents=True, exist_ok=True)
    (folder / name).write_text(text, encoding="utf-8")


@pytest.fixture
def repo(tmp_path: Path) -> Path:
    folder = tmp_path.resolve() / "répo"
    folder.mkdir()
    git(folder, "init", "-q", "-b", "main")
    write(folder, "a.journey.yaml", "title: A\nuses: shared/a.library.yaml\nsteps: [B]\n")
    write(folder, "b.journey.yaml", "title: A\nsteps: [{action: B, journey: c.journey.yaml}]\n")
    write(folder, "c.journey.yaml", "title: A\nsteps: [B]\n")
    write(folder, "team/d.journey.yaml", "title: A\nsteps: [B]\n")
    write(folder, "team/.journeymap.yaml", "extends: ../base.yaml\n")
    write(folder, "base.yaml", "profile: draft\n")
    write(folder, "shared/a.library.yaml", "channels: [Phone]\n")
    write(folder, ".gitignore", "ignored.journey.yaml\n")
    git(folder, "add", ".")
    git(folder, "commit", "-q", "-m", "first")
    git(folder, "tag", "v1")
    return folder


def names(folder: Path, revision: str = "v1") -> set[str]:
    found = changed_since(folder, revision)
    return {path.relative_to(folder).as_posix() for path in found}


def touched(folder: Path) -> list[str]:
    workspace = Loader(shown_from=folder).load([folder])
    found = affected(workspace, changed_since(folder, "main"))
    return [path.relative_to(folder).as_posix() for path in found]


def test_what_is_changed_added_or_not_known_yet_is_told(repo: Path) -> None:
    assert names(repo) == set()
    write(repo, "c.journey.yaml", "title: B\nsteps: [B]\n")
    write(repo, "team/staged.journey.yaml", "title: B\nsteps: [B]\n")
    git(repo, "add", "team")
    write(repo, "team/né w.journey.yaml", "title: B\nsteps: [B]\n")
    write(repo, "ignored.journey.yaml", "title: B\nsteps: [B]\n")
    expected = {"c.journey.yaml", "team/staged.journey.yaml", "team/né w.journey.yaml"}
    assert names(repo) == expected
    assert changed_since(repo / "team", "v1") == changed_since(repo, "v1")
    git(repo, "add", ".")
    git(repo, "commit", "-q", "-m", "second")
    assert names(repo, "HEAD~1") == expected
    assert names(repo, "main") == set()


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("a.journey.yaml", ["a.journey.yaml"]),
        ("c.journey.yaml", ["b.journey.yaml", "c.journey.yaml"]),
        ("shared/a.library.yaml", ["a.journey.yaml", "shared/a.library.yaml"]),
        ("base.yaml", ["team/d.journey.yaml"]),
        ("team/.journeymap.yaml", ["team/d.journey.yaml"]),
        ("notes.txt", []),
    ],
)
def test_what_builds_on_a_change_is_affected(name: str, expected: list[str], repo: Path) -> None:
    path = repo / name
    before = path.read_text(encoding="utf-8") if path.exists() else ""
    write(repo, name, f"{before}# changed\n")
    assert touched(repo) == expected


@pytest.mark.parametrize("revision", ["nonsense", "", "--output=x", "v1:a.journey.yaml", "a\nb"])
def test_a_revision_that_is_none_is_told(revision: str, repo: Path) -> None:
    with pytest.raises(GitProblem, match="git knows no revision"):
        changed_since(repo, revision)
    assert not (repo / "x").exists()


def test_a_folder_without_a_repository_is_told(tmp_path: Path) -> None:
    with pytest.raises(GitProblem, match="this folder is in no git repository"):
        changed_since(tmp_path, "main")


def test_that_git_is_missing_is_told(repo: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(repo))
    with pytest.raises(GitProblem, match="git is not installed"):
        changed_since(repo, "main")


def test_a_damaged_repository_is_told(repo: Path) -> None:
    (repo / ".git" / "index").write_bytes(b"nonsense")
    with pytest.raises(GitProblem, match="git says: "):
        changed_since(repo, "main")


def test_a_repository_starts_no_program(repo: Path) -> None:
    mark = repo / "started"
    git(repo, "config", "core.fsmonitor", f"touch '{mark}' #")
    git(repo, "config", "diff.external", f"touch '{mark}' #")
    write(repo, "c.journey.yaml", "title: B\nsteps: [B]\n")
    assert names(repo) == {"c.journey.yaml"}
    assert not mark.exists()
