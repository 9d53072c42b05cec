"""The page on CI keeps its word: each snippet is read, and its commands run in a repository."""

import json
import re
import shlex
import shutil
import subprocess
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path

import pytest
from ruamel.yaml import YAML
from tests.cli.running import CommandLine

ROOT = Path(__file__).resolve().parent.parent
PAGE = (ROOT / "docs" / "ci.md").read_text(encoding="utf-8")
SNIPPETS = re.findall(r"(?ms)^```(yaml|sh|bash)([^\n]*)\n(.*?)^```$", PAGE)
MAPS = {
    "good.journey.yaml": "journeymap: 1\ntitle: Visit\nsteps: [Calls, Comes]\n",
    "bad.journey.yaml": "journeymap: 1\ntitle: Visit\nsteps: [{action: Calls, emotion: 7}]\n",
}
BASES = {"$GITHUB_BASE_REF": "main", "$CI_MERGE_REQUEST_TARGET_BRANCH_NAME": "main"}


def commands(text: str) -> Iterator[list[str]]:
    """The `journeymap …` lines of a snippet, whatever stands before them in YAML."""
    for line in re.findall(r"(?m)\bjourneymap (?:lint|render|rule)\b.*$", text):
        for variable, value in BASES.items():
            line = line.replace(variable, value)  # noqa: PLW2901 - what a host puts in
        yield shlex.split(line)[1:]


COMMANDS = [command for _, _, body in SNIPPETS for command in commands(body)]


@pytest.fixture
def repository(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> CommandLine:
    """A branch with a broken map, and a server whose main has it not."""
    line = CommandLine(tmp_path / "repo", monkeypatch, capsys)
    (line.folder / ".git").rmdir()
    line.write(MAPS["good.journey.yaml"], "good.journey.yaml")
    for each in (
        "init -q -b main",
        "add .",
        "-c user.name=A -c user.email=a@example.org commit -qm Maps",
        "update-ref refs/remotes/origin/main main",
        "switch -q -c branch",
    ):
        subprocess.run(["git", *each.split()], cwd=line.folder, check=True)
    line.write(MAPS["bad.journey.yaml"], "bad.journey.yaml")
    return line


def test_there_is_a_snippet_for_each_host() -> None:
    names = {name.strip() for _, name, _ in SNIPPETS}
    assert {
        ".github/workflows/journey-maps.yml",
        ".gitlab-ci.yml",
        "azure-pipelines.yml",
        ".pre-commit-config.yaml",
    } <= names
    assert len(COMMANDS) > 6


@pytest.mark.parametrize("body", [body for kind, _, body in SNIPPETS if kind == "yaml"])
def test_each_snippet_is_yaml(body: str) -> None:
    assert YAML(typ="safe").load(body)


@pytest.mark.skipif(shutil.which("git") is None, reason="needs git")
@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_each_command_runs(command: list[str], repository: CommandLine) -> None:
    if "--baseline" in command:
        name = command[command.index("--baseline") + 1]
        assert repository("lint", "--write-baseline", name).code == 0
        repository.write(MAPS["bad.journey.yaml"].replace("7", "8"), "worse.journey.yaml")
    done = repository(*command)
    passes = "--exit-zero" in command or "--write-baseline" in command
    assert done.code == (0 if passes else 1), done.err
    for argument in command:
        kind, _, name = argument.partition("=")
        if name:
            read(kind, (repository.folder / name).read_text(encoding="utf-8"))


def read(kind: str, text: str) -> None:
    """Reads a report as its host does, and finds the finding in it."""
    assert "emotion" in text
    if kind == "junit":
        assert ET.fromstring(text).find(".//failure") is not None  # noqa: S314 - our own
    elif kind != "md":
        assert json.loads(text)


def test_hooks_are_those_that_there_are() -> None:
    hooks = YAML(typ="safe").load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))
    used = re.findall(r"- id: (\S+)", PAGE)
    assert used
    assert set(used) <= {hook["id"] for hook in hooks}
