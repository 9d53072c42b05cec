"""Runs the command line in a folder of its own, in this process."""

import io
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from journeymap.cli.main import run

MAP = "clinic.journey.yaml"


@dataclass(frozen=True, kw_only=True)
class Done:
    """What a command did.

    Attributes:
        code: its exit code.
        out: what it printed.
        err: what it said.
    """

    code: int
    out: str
    err: str


class CommandLine:
    """The command line as somebody uses it who stands in a repository.

    Attributes:
        folder: the repository.
    """

    def __init__(
        self, folder: Path, patch: pytest.MonkeyPatch, capture: pytest.CaptureFixture[str]
    ) -> None:
        """Goes into the folder."""
        self.folder = folder
        self._patch, self._capture = patch, capture
        (folder / ".git").mkdir(parents=True, exist_ok=True)
        patch.chdir(folder)

    def write(self, text: str, name: str = MAP) -> Path:
        """Writes a file of the repository."""
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return path

    def __call__(self, *arguments: str, stdin: str = "") -> Done:
        """Runs a command."""
        self._capture.readouterr()
        self._patch.setattr(sys, "argv", ["journeymap", *arguments])
        self._patch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin.encode())))
        code = run()
        out, err = self._capture.readouterr()
        return Done(code=code, out=out, err=err)
