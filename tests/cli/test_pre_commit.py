"""The hooks for pre-commit: they look at the whole repository, whatever a commit changes.

pre-commit itself puts unstaged changes aside, runs `entry` with no file names, and puts them back.
"""

import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML
from tests.cli.running import CommandLine, Done
from tests.workspace.repositories import commit, git

HOOKS = Path(__file__).parents[2] / ".pre-commit-hooks.yaml"
FILES = {
    "maps/visit.journey.yaml": "journeymap: 1\ntitle: Visit\nuses: ../shared/house.library.yaml\n"
    "desired: visit-new.journey.yaml\n"
    "steps:\n  - {action: Calls, channel: phone}\n"
    "  - {action: Is examined, journey: ../parts/exam.journey.yaml}\n",
    "maps/visit-new.journey.yaml": "journeymap: 1\ntitle: Visit\nstate: desired\n"
    "steps: [Books online]\n",
    "parts/exam.journey.yaml": "journeymap: 1\ntitle: Examination\nsteps: [Undresses]\n",
    "shared/house.library.yaml": "journeymap: 1\nchannels: [Phone]\n",
    ".journeymap.yaml": "profile: draft\n",
}


def hooks() -> dict[str, dict[str, Any]]:
    """The hooks by their ids."""
    return {hook["id"]: hook for hook in YAML(typ="safe").load(HOOKS)}


def entry(hook: str) -> list[str]:
    """What a hook runs, without the name of the program."""
    said: str = hooks()[hook]["entry"]
    program, *words = said.split()
    assert program == "journeymap"
    return words


@pytest.fixture
def team(cli: CommandLine) -> CommandLine:
    """A repository without errors."""
    for name, text in FILES.items():
        cli.write(text, name)
    commit(cli.folder)
    return cli


def committed(cli: CommandLine, hook: str = "journeymap-lint") -> Done:
    """Runs a hook on what is staged."""
    unstaged = git(cli.folder, "diff", "--binary", "--no-ext-diff")
    git(cli.folder, "checkout", "--", ".")
    done = cli(*entry(hook))
    if unstaged:
        put = ["git", "-C", str(cli.folder), "apply"]
        subprocess.run(put, input=f"{unstaged}\n".encode(), check=True, capture_output=True)
    return done


def test_the_hooks_look_at_the_whole_repository() -> None:
    assert list(hooks()) == ["journeymap-lint", "journeymap-fix"]
    for hook in ("journeymap-lint", "journeymap-fix"):
        said = hooks()[hook]
        assert (said["always_run"], said["pass_filenames"]) == (True, False)
        assert said["language"] == "python"
        assert not {"files", "types", "exclude", "stages"} & said.keys()


@pytest.mark.parametrize("hook", ["journeymap-lint", "journeymap-fix"])
def test_a_repository_without_errors_passes(hook: str, team: CommandLine) -> None:
    assert committed(team, hook).code == 0
    assert git(team.folder, "status", "--porcelain") == ""


def rename_channel(team: CommandLine) -> None:
    team.write("journeymap: 1\nchannels: [Letter]\n", "shared/house.library.yaml")


def break_configuration(team: CommandLine) -> None:
    team.write("profile: [draft\n", ".journeymap.yaml")


def delete_sub_journey(team: CommandLine) -> None:
    (team.folder / "parts/exam.journey.yaml").unlink()


def rename_desired_map(team: CommandLine) -> None:
    git(team.folder, "mv", "maps/visit-new.journey.yaml", "maps/wanted.journey.yaml")


@pytest.mark.parametrize("hook", ["journeymap-lint", "journeymap-fix"])
@pytest.mark.parametrize(
    ("edit", "code", "said"),
    [
        (rename_channel, 1, "error[unknown-reference]"),
        (break_configuration, 2, "error[syntax-error]"),
        (delete_sub_journey, 1, "error[broken-link]"),
        (rename_desired_map, 1, "error[broken-link]"),
    ],
)
def test_what_breaks_a_map_that_did_not_change_is_held(
    hook: str, edit: Callable[[CommandLine], None], code: int, said: str, team: CommandLine
) -> None:
    edit(team)
    git(team.folder, "add", "-A")
    before = git(team.folder, "status", "--porcelain")
    done = committed(team, hook)
    assert done.code == code
    assert said in done.out
    assert git(team.folder, "status", "--porcelain") == before


def test_what_is_staged_counts_and_what_is_not_stays(team: CommandLine) -> None:
    name = "maps/visit-new.journey.yaml"
    wrong = FILES[name].replace("desired", "wanted")
    team.write(wrong, name)
    git(team.folder, "add", "-A")
    team.write(f"{FILES[name]}# mended\n", name)
    done = committed(team)
    assert (done.code, "error[invalid-value]" in done.out) == (1, True)
    git(team.folder, "add", "-A")
    team.write(wrong, name)
    assert committed(team).code == 0
    assert (team.folder / name).read_text() == wrong


def test_the_fix_is_told_as_a_change(team: CommandLine) -> None:
    name = "parts/exam.journey.yaml"
    team.write(FILES[name].replace("title", "tilte"), name)
    git(team.folder, "add", "-A")
    assert committed(team, "journeymap-fix").code == 1
    assert (team.folder / name).read_text() == FILES[name]
    git(team.folder, "add", "-A")
    assert committed(team, "journeymap-fix").code == 0
