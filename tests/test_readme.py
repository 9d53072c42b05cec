"""The README and the docs keep their word: what they show runs, what they link to is there."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
import typer
from tests.workspace.repositories import commit

ROOT = Path(__file__).resolve().parent.parent
README = ROOT / "README.md"
# Rule pages are checked by the tests of the rules; everything else that a reader opens stands here.
PAGES = [
    path
    for folder in (ROOT, ROOT / "docs", ROOT / "examples")
    for path in sorted(folder.glob("*.md"))
]
# The first two blocks set up a fresh machine; `.ci/run` runs them as written.
SET_UP_BLOCKS = 2
SECONDS = 300


def name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def fences(page: Path) -> list[tuple[str, str]]:
    """Info string and body of each fenced block of a page."""
    return re.findall(r"(?ms)^```([^\n]*)\n(.*?)^```$", page.read_text(encoding="utf-8"))


def blocks(page: Path) -> list[str]:
    """The shell blocks of a page, in order."""
    return re.findall(
        r"^```sh\n(.*?)^```$", page.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL
    )


def shown(page: Path) -> Iterator[str]:
    """The `journeymap …` command lines of a page, continued lines joined."""
    for block in blocks(page)[SET_UP_BLOCKS if page == README else 0 :]:
        for line in block.replace("\\\n", " ").splitlines():
            if line.startswith("journeymap "):
                yield line


def documented_commands() -> set[str]:
    """The first word of each row in the README's table of commands."""
    return set(re.findall(r"(?m)^\| `journeymap ([a-z]+)", README.read_text(encoding="utf-8")))


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """A folder like a fresh clone, as far as commands care."""
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    commit(tmp_path)
    return tmp_path


def run(line: str, folder: Path) -> subprocess.CompletedProcess[str]:
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    return subprocess.run(
        ["bash", "-c", line],
        cwd=folder,
        check=False,
        capture_output=True,
        encoding="utf-8",
        env={**os.environ, "PATH": path},
        stdin=subprocess.DEVNULL,
        timeout=SECONDS,
    )


@pytest.mark.parametrize("page", [page for page in PAGES if any(shown(page))], ids=name)
def test_commands_run_as_written(page: Path, desk: Path) -> None:
    # One folder a page: a later line may lint what an earlier one wrote. A block whose info string
    # names a file (```yaml dentist.journey.yaml) is that file.
    for info, body in fences(page):
        if named := info.partition(" ")[2]:
            (desk / named).parent.mkdir(parents=True, exist_ok=True)
            (desk / named).write_text(body, encoding="utf-8")
    lines = list(shown(page))
    assert lines
    for line in lines:
        done = run(line, desk)
        fine = {0, 1} if " lint " in line else {0}
        assert done.returncode in fine, f"{line}\n{done.stderr}"
        assert "Traceback" not in done.stdout + done.stderr, line


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_links_lead_somewhere(page: Path) -> None:
    links = re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", page.read_text(encoding="utf-8"))
    assert [link for link in links if not (page.parent / link).exists()] == []


def test_the_first_block_installs_lints_and_draws() -> None:
    block = blocks(README)[0]
    for part in ("python3 -m venv", "pip install .", "lint examples/", ".svg", ".png"):
        assert part in block


def test_the_second_block_runs_the_tests() -> None:
    block = blocks(README)[1]
    for part in ("python3 -m venv", "[dev]", "pytest"):
        assert part in block


def test_the_readme_says_what_lint_says_of_its_map(desk: Path) -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    sample = next(body for info, body in fences(ROOT / "README.md") if "dentist" in info)
    (desk / "dentist.journey.yaml").write_text(sample, encoding="utf-8")
    first = run("journeymap lint dentist.journey.yaml", desk).stderr.splitlines()[0]
    assert f"`{first}`" in " ".join(readme.split())


def test_the_readme_shows_commands() -> None:
    assert len(list(shown(README))) >= len(documented_commands())


def test_the_table_of_commands_is_complete() -> None:
    from journeymap.cli.app import app

    group = typer.main.get_command(app)
    assert isinstance(group, typer.core.TyperGroup)
    visible = {key for key, command in group.commands.items() if not command.hidden}
    assert documented_commands() == visible


def test_the_first_picture_is_there() -> None:
    pictures = re.findall(r"!\[[^\]]+\]\(([^)]+)\)", README.read_text(encoding="utf-8"))
    assert pictures
    assert all((ROOT / picture).stat().st_size for picture in pictures)
