"""What a revision holds, what differs from it, and clear words where git cannot answer."""

import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.workspace.repositories import commit, git, write

from journeymap.text.source import MOST_BYTES
from journeymap.workspace.git import GitProblem, Repository
from journeymap.workspace.load import Loader

MAP = "title: A\nuses: ../shared/né w.library.yaml\nsteps: [{action: B, channel: phone}]\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A repository with a branch, whose files have all changed since."""
    folder = tmp_path.resolve() / "répo with spaces"
    write(folder, "maps/a b.journey.yaml", MAP)
    write(folder, "shared/né w.library.yaml", "channels: [Phone]\n")
    write(folder, ".journeymap.yaml", "profile: draft\n")
    (folder / "link.journey.yaml").symlink_to("maps/a b.journey.yaml")
    (folder / "round").symlink_to("round")
    (folder / "there").symlink_to("maps")
    (folder / "everywhere").symlink_to(folder / "shared")
    commit(folder)
    git(folder, "tag", "-a", "v1", "-m", "The first")
    git(folder, "rm", "-q", "-r", "shared")
    write(folder, "maps/a b.journey.yaml", "title: Later\nsteps: [B]\n")
    commit(folder)
    return folder


@pytest.fixture
def repository(folder: Path) -> Iterator[Repository]:
    with Repository(folder / "maps") as repository:
        yield repository


def test_a_map_of_a_revision_is_loaded_with_all_that_it_had(repository: Repository) -> None:
    folder = repository.top
    tree = repository.tree(repository.commit("v1"))
    workspace = Loader(shown_from=folder, storage=tree).load([folder])
    shown = [file.shown for file in workspace.asked]
    assert shown == ["maps/a b.journey.yaml", "shared/né w.library.yaml"]
    file = workspace.asked[0]
    assert file.source is not None
    assert file.source.text == MAP
    assert file.journey_map is not None
    assert list(file.journey_map.libraries) == ["shared/né w.library.yaml"]
    assert file.configuration.profile == "draft"
    assert [path.name for path in file.configured_by] == [".journeymap.yaml"]
    now = repository.tree(repository.commit("HEAD"))
    assert [f.shown for f in Loader(shown_from=folder, storage=now).load([folder]).asked] == [
        "maps/a b.journey.yaml"
    ]


def test_links_are_followed_inside_a_revision(repository: Repository) -> None:
    top = repository.top
    tree = repository.tree(repository.commit("v1"))
    map_ = top / "maps" / "a b.journey.yaml"
    assert tree.resolve(top / "link.journey.yaml") == map_
    assert tree.resolve(top / "there" / ".." / "there" / "a b.journey.yaml") == map_
    assert tree.resolve(top / "everywhere" / "né w.library.yaml").parent == top / "shared"
    assert tree.is_file(top / "link.journey.yaml")
    assert tree.read(top / "link.journey.yaml") == MAP.encode()
    assert not tree.is_file(top / "round")
    assert not tree.is_folder(top / "there")
    assert (tree.is_folder(top), tree.is_folder(top / "maps")) == (True, True)
    with pytest.raises(OSError, match="symbolic links"):
        tree.resolve(top / "round")


def test_what_a_revision_does_not_have_is_not_there(repository: Repository) -> None:
    top = repository.top
    tree = repository.tree(repository.commit("HEAD"))
    absent = [top / "shared" / "né w.library.yaml", top / "maps", top.parent / "x", top / "a" / "b"]
    assert not any(map(tree.is_file, absent))
    assert tree.names(top / "shared") == []
    assert tree.names(top / "maps") == ["a b.journey.yaml"]
    with pytest.raises(FileNotFoundError):
        tree.read(top / "maps")


def test_a_whole_command_starts_one_process_to_read_revisions(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    started, start = [], subprocess.Popen.__init__

    def count(self: subprocess.Popen[bytes], command: list[str], **more: object) -> None:
        started.append(command)
        start(self, command, **more)  # type: ignore[call-overload]

    monkeypatch.setattr(subprocess.Popen, "__init__", count)
    with Repository(folder) as repository:
        for revision in ("v1", "HEAD", "HEAD~1", "main"):
            Loader(storage=repository.tree(repository.commit(revision))).load([folder])
    assert [command[7] for command in started] == ["rev-parse", "cat-file"]


def test_a_huge_file_is_cut_and_what_follows_is_read(folder: Path) -> None:
    write(folder, "huge.journey.yaml", "x" * (2 * MOST_BYTES + 3))
    commit(folder)
    with Repository(folder) as repository:
        tree = repository.tree(repository.commit("HEAD"))
        assert len(tree.read(folder / "huge.journey.yaml")) == MOST_BYTES + 1
        assert tree.read(folder / ".journeymap.yaml") == b"profile: draft\n"


def test_deleted_renamed_changed_and_staged_files_differ(repository: Repository) -> None:
    top = repository.top
    head = repository.commit("HEAD")
    assert repository.changed(head) == frozenset()
    git(top, "mv", "maps/a b.journey.yaml", "maps/ż.journey.yaml")
    write(top, "staged.journey.yaml", "title: A\n")
    git(top, "add", "staged.journey.yaml")
    (top / ".journeymap.yaml").unlink()
    (top / "link.journey.yaml").unlink()
    (top / "link.journey.yaml").symlink_to("staged.journey.yaml")
    found = {path.relative_to(top).as_posix() for path in repository.changed(head)}
    assert found == {
        "maps/a b.journey.yaml",
        "maps/ż.journey.yaml",
        "staged.journey.yaml",
        ".journeymap.yaml",
        "link.journey.yaml",
    }
    old, new = "maps/a b.journey.yaml", "maps/ż.journey.yaml"
    assert repository.renamed(head) == {top / old: top / new}
    assert repository.renamed(repository.commit("v1")) == {}


def test_a_common_ancestor_is_found_where_there_is_one(repository: Repository) -> None:
    top, v1 = repository.top, repository.commit("v1")
    git(top, "checkout", "-q", "-b", "side", "v1")
    commit(top, "Beside")
    assert repository.merge_base(repository.commit("main")) == v1
    git(top, "checkout", "-q", "--detach")
    assert repository.merge_base(repository.commit("main")) == v1
    git(top, "checkout", "-q", "--orphan", "other")
    assert repository.head is None
    assert repository.merge_base(repository.commit("main")) is None
    commit(top, "Unrelated")
    assert repository.merge_base(repository.commit("main")) is None


@pytest.mark.parametrize(
    "revision", ["nonsense", "", "--output=x", "v1:.journeymap.yaml", "a\nb", "no such", "é"]
)
def test_a_revision_that_is_none_is_told(revision: str, repository: Repository) -> None:
    with pytest.raises(GitProblem, match="git knows no revision"):
        repository.commit(revision)
    assert repository.commit("main") == git(repository.top, "rev-parse", "main")


def test_a_repository_without_a_commit_is_told(tmp_path: Path) -> None:
    git(tmp_path, "init", "-q", "-b", "main")
    with Repository(tmp_path) as repository, pytest.raises(GitProblem) as told:
        repository.commit("HEAD")
    assert str(told.value) == "git knows no revision HEAD here; nothing is committed yet"


@pytest.mark.parametrize("language", ["C", "es_ES.UTF-8", "pl_PL.UTF-8"])
def test_a_folder_without_files_in_git_is_told(
    language: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LC_ALL", language)
    with pytest.raises(GitProblem, match="this folder is in no git repository"):
        Repository(tmp_path)


def test_a_bare_repository_has_its_files_in_its_own_folder(folder: Path, tmp_path: Path) -> None:
    bare = tmp_path.resolve() / "bare.git"
    git(folder, "clone", "-q", "--bare", str(folder), str(bare))
    with Repository(bare) as repository:
        assert repository.top == bare
        commit = repository.commit("HEAD")
        assert repository.merge_base(commit, "HEAD") == commit
        tree, names = repository.tree(commit), set(git(folder, "ls-files").split("\n"))
        assert {path for path in names if "/" not in path} <= set(tree.names(bare))


def test_a_repository_of_somebody_else_can_be_trusted(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")
    with pytest.raises(GitProblem, match="trust it with git config --global --add safe"):
        Repository(folder)


def test_names_of_commits_may_be_longer(tmp_path: Path) -> None:
    git(tmp_path, "init", "-q", "-b", "main", "--object-format=sha256")
    path = write(tmp_path, "maps/a.journey.yaml", MAP)
    commit(tmp_path)
    with Repository(tmp_path) as repository:
        head = repository.commit("HEAD")
        assert (len(head), repository.tree(head).read(path)) == (64, MAP.encode())


def test_that_git_is_missing_is_told(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(folder))
    with pytest.raises(GitProblem, match="git is not installed"):
        Repository(folder)


def test_a_damaged_repository_is_told(repository: Repository) -> None:
    head = repository.commit("HEAD")
    (repository.top / ".git" / "index").write_bytes(b"nonsense")
    with pytest.raises(GitProblem, match="git says: "):
        repository.changed(head)


def test_that_git_ends_is_told(folder: Path) -> None:
    with Repository(folder) as repository:
        (folder / ".git" / "HEAD").write_bytes(b"nonsense")
        with pytest.raises(GitProblem, match="git ended while it was asked"):
            repository.commit("main")


def test_a_repository_starts_no_program(repository: Repository) -> None:
    top = repository.top
    mark = top / "started"
    git(top, "config", "core.fsmonitor", f"touch '{mark}' #")
    git(top, "config", "diff.external", f"touch '{mark}' #")
    path = write(top, ".journeymap.yaml", "profile: review\n")
    assert repository.changed(repository.commit("HEAD")) == {path}
    assert not mark.exists()
