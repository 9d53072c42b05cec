"""What is cloned starts no program: not even a folder that is made like a bare repository."""

import shutil
from pathlib import Path

import pytest
from tests.cli.running import MAP, CommandLine
from tests.workspace.repositories import commit, git

from journeymap.workspace import git as ours

COMMANDS = (
    *(("log", MAP), ("diff", "main"), ("lint", "--since", "main"), ("lint",)),
    *(("init", "--check"), ("render", MAP, "--view", "compare", "--against", f"main:{MAP}")),
)
SETTINGS = """[core]
repositoryformatversion = 1
bare = false
worktree = .
fsmonitor = "touch '{mark}' #"
[extensions]
partialClone = origin
[remote "origin"]
url = {url}
promisor = true
uploadpack = "touch '{mark}'; false"
[diff]
external = "touch '{mark}' #"
[filter "x"]
clean = "touch '{mark}'; cat"
"""


@pytest.fixture
def mark(cli: CommandLine, monkeypatch: pytest.MonkeyPatch) -> Path:
    """What a program would leave; and somebody who stands in a folder that would start one."""
    shutil.rmtree(cli.folder / ".git")
    maps, mark = cli.folder / "maps", cli.folder.parent / "started"
    cli.write("title: T\nsteps: [A]\n", f"maps/{MAP}")
    cli.write("*.yaml filter=x\n", "maps/.gitattributes")
    commit(maps)
    gone = git(maps, "rev-parse", f"HEAD:{MAP}")
    for part in (maps / ".git").iterdir():
        part.rename(maps / part.name)
    (maps / ".git").rmdir()
    (maps / "objects" / gone[:2] / gone[2:]).unlink()
    (maps / "config").write_text(SETTINGS.format(mark=mark, url=maps))
    git(cli.folder, "init", "-q", "-b", "main")
    monkeypatch.chdir(maps)
    return mark


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_no_command_starts_what_a_folder_says(
    command: tuple[str, ...], cli: CommandLine, mark: Path
) -> None:
    cli(*command)
    assert not mark.exists()


def test_without_the_guard_it_would(
    cli: CommandLine, mark: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ours, "_is_inside", lambda _: False)
    cli("log", MAP)
    assert mark.exists()
