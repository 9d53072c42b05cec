from pathlib import Path

import pytest
from tests.cli.running import CommandLine


@pytest.fixture
def cli(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> CommandLine:
    """The command line in a repository of its own."""
    return CommandLine(tmp_path / "repo", monkeypatch, capsys)
