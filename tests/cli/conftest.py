from pathlib import Path

import pytest
from tests.cli.clinic import LIBRARY, MAP_TEXT
from tests.cli.processes import put
from tests.cli.running import CommandLine
from tests.workspace.repositories import commit


@pytest.fixture
def cli(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> CommandLine:
    """The command line in a repository of its own."""
    return CommandLine(tmp_path / "repo", monkeypatch, capsys)


@pytest.fixture
def repo(cli: CommandLine) -> Path:
    """A repository with something outside of it."""
    put(cli.folder.parent, "channels: [phone]\n", "outside.library.yaml")
    return cli.folder


@pytest.fixture
def clinic(cli: CommandLine) -> CommandLine:
    """A repository with a map and its library, committed."""
    cli.write(MAP_TEXT)
    cli.write(LIBRARY, "shared.library.yaml")
    commit(cli.folder)
    return cli
