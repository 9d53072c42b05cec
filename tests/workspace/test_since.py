"""Which maps a difference from a revision concerns."""

from collections.abc import Callable
from pathlib import Path

import pytest
from tests.workspace.repositories import commit, git, write

from journeymap.workspace.git import GitProblem
from journeymap.workspace.load import Loader
from journeymap.workspace.since import affected, opened, with_users

ALL = {
    "a.journey.yaml": "title: A\nuses: shared/a.library.yaml\nsteps: [B]\n",
    "b.journey.yaml": "title: A\nsteps: [{action: B, journey: c.journey.yaml}]\n",
    "c.journey.yaml": "title: A\ndesired: d é.journey.yaml\nsteps: [B]\n",
    "d é.journey.yaml": "title: A\nsteps: [B]\n",
    "team/e.journey.yaml": "title: A\nsteps: [B]\n",
    "team/.journeymap.yaml": "extends: ../base.yaml\nrules_from: our.rules.yaml\n",
    "team/our.rules.yaml": "rules: []\n",
    "team/own/f.journey.yaml": "title: A\nsteps: [B]\n",
    "team/own/.journeymap.yaml": "profile: draft\n",
    "base.yaml": "profile: draft\n",
    "shared/a.library.yaml": "channels: [Phone]\n",
    ".gitignore": "ignored.journey.yaml\n",
}


@pytest.fixture
def repo(tmp_path: Path) -> Path:
    folder = tmp_path.resolve() / "répo"
    for name, text in ALL.items():
        write(folder, name, text)
    commit(folder)
    return folder


def touched(folder: Path, *paths: str, exact: bool = False, revision: str = "main") -> str:
    """The names of the maps that differ, without their endings."""
    workspace = Loader(shown_from=folder).load([folder / path for path in paths or [""]])
    with opened(workspace, revision, exact=exact) as since:
        found = affected(workspace, since)
    return " ".join(path.name.replace(".journey.yaml", "") for path in found)


def changed(name: str) -> Callable[[Path], object]:
    return lambda repo: write(repo, name, f"{ALL.get(name, '')}# changed\n")


def deleted(name: str) -> Callable[[Path], object]:
    return lambda repo: (repo / name).unlink()


def renamed(old: str, new: str) -> Callable[[Path], object]:
    return lambda repo: git(repo, "mv", old, new)


@pytest.mark.parametrize(
    ("edit", "expected"),
    [
        (changed("a.journey.yaml"), "a"),
        (changed("d é.journey.yaml"), "b c d é"),
        (changed("shared/a.library.yaml"), "a a.library.yaml"),
        (changed("base.yaml"), "e"),
        (changed("team/our.rules.yaml"), "e"),
        (changed("team/.journeymap.yaml"), "e"),
        (changed("team/own/.journeymap.yaml"), "f"),
        (changed("notes.txt"), ""),
        (changed("new.journey.yaml"), "new"),
        (changed(".journeymap.yaml"), "a b c d é a.library.yaml"),
        (deleted("shared/a.library.yaml"), "a"),
        (deleted("c.journey.yaml"), "b"),
        (deleted("d é.journey.yaml"), "b c"),
        (deleted("team/own/.journeymap.yaml"), "f"),
        (deleted("team/.journeymap.yaml"), "e"),
        (deleted("team/our.rules.yaml"), "e"),
        (deleted("base.yaml"), "e"),
        (renamed("shared/a.library.yaml", "shared/b.library.yaml"), "a b.library.yaml"),
        (renamed("c.journey.yaml", "é è.journey.yaml"), "b é è"),
        (renamed("d é.journey.yaml", "team/own/g.journey.yaml"), "b c g"),
        (renamed("base.yaml", "basis.yaml"), "e"),
    ],
)
def test_what_builds_on_a_change_is_affected(
    edit: Callable[[Path], object], expected: str, repo: Path
) -> None:
    assert touched(repo) == ""
    edit(repo)
    assert touched(repo) == expected
    commit(repo)
    assert touched(repo, revision="HEAD~1") == expected
    assert touched(repo, revision="HEAD") == ""


def test_a_map_that_names_what_was_never_there_has_not_changed(repo: Path) -> None:
    write(
        repo, "a.journey.yaml", "title: A\nuses: [gone.library.yaml, '\\0', 'x://y']\nsteps: [B]\n"
    )
    commit(repo)
    assert touched(repo) == ""
    write(repo, "gone.library.yaml", "channels: [Phone]\n")
    assert touched(repo) == "a gone.library.yaml"


def test_a_map_that_git_ignores_differs_where_it_is_named(repo: Path) -> None:
    write(repo, "ignored.journey.yaml", "title: A\nsteps: [B]\n")
    assert touched(repo) == ""
    assert touched(repo, "ignored.journey.yaml", "a.journey.yaml") == "ignored"


def test_what_others_have_done_since_is_no_difference(repo: Path) -> None:
    git(repo, "checkout", "-q", "-b", "side")
    changed("a.journey.yaml")(repo)
    commit(repo)
    git(repo, "checkout", "-q", "main")
    changed("c.journey.yaml")(repo)
    commit(repo)
    git(repo, "checkout", "-q", "side")
    assert touched(repo) == "a"
    assert touched(repo, exact=True) == "a b c"
    git(repo, "checkout", "-q", "--detach")
    assert touched(repo) == "a"


@pytest.mark.parametrize(
    ("branch", "name", "told"),
    [
        ("main", "main", False),
        ("side", ", where this branch left main", False),
        ("alone", "main", True),
    ],
)
def test_what_is_compared_with_is_told(branch: str, name: str, told: bool, repo: Path) -> None:
    git(repo, "checkout", "-q", "-b", "side")
    git(repo, "checkout", "-q", "main")
    commit(repo)
    git(repo, "checkout", "-q", *(["--orphan"] if branch == "alone" else []), branch)
    workspace = Loader().load([repo])
    with opened(workspace, "main") as since:
        assert since.name.endswith(name)
        assert since.note.startswith("no common ancestor of HEAD and main is known here") is told


def test_a_shallow_clone_compares_with_the_tip(repo: Path) -> None:
    git(repo, "checkout", "-q", "-b", "side")
    changed("a.journey.yaml")(repo)
    commit(repo)
    git(repo, "checkout", "-q", "main")
    changed("c.journey.yaml")(repo)
    commit(repo)
    clone = repo.parent / "clone"
    source = f"file://{repo}"
    git(repo, "clone", "-q", "--depth", "1", "--branch", "side", source, str(clone))
    with pytest.raises(GitProblem, match="no revision main here; in CI it may have to be fetched"):
        touched(clone)
    git(clone, "fetch", "-q", "--depth", "1", "origin", "main:main")
    assert touched(clone) == "a b c"
    git(clone, "fetch", "-q", "--unshallow", "origin", "main")
    assert touched(clone) == "a"


def test_a_worktree_is_a_repository(repo: Path) -> None:
    tree = repo.parent / "beside it"
    git(repo, "worktree", "add", "-q", "-b", "side", str(tree))
    changed("c.journey.yaml")(tree)
    assert touched(tree) == "b c"
    assert touched(repo) == ""


def test_a_submodule_is_compared_with_the_commit_that_it_had(repo: Path, tmp_path: Path) -> None:
    outer = tmp_path / "outer"
    write(outer, "z.journey.yaml", "title: A\nuses: sub/shared/a.library.yaml\nsteps: [B]\n")
    commit(outer)
    git(outer, "submodule", "add", "-q", str(repo), "sub")
    assert touched(outer, revision="HEAD") == "a b c d é a.library.yaml e f z"
    commit(outer)
    assert touched(outer) == ""
    changed("shared/a.library.yaml")(outer / "sub")
    assert touched(outer) == "a a.library.yaml z"
    commit(outer / "sub")
    assert touched(outer, "z.journey.yaml") == "z"
    assert touched(outer / "sub") == ""
    commit(outer)
    assert touched(outer) == ""
    assert touched(outer, revision="HEAD~1") == "a a.library.yaml z"


def test_a_library_is_used_by_whoever_leads_to_a_user(repo: Path) -> None:
    write(repo, "b.journey.yaml", "title: A\nsteps: [{action: B, journey: a.journey.yaml}]\n")
    workspace = Loader().load([repo])
    library = repo / "shared/a.library.yaml"
    found = with_users(workspace, [library])
    assert {path.name for path in found} == {"a.library.yaml", "a.journey.yaml", "b.journey.yaml"}
