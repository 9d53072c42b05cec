"""The recipes of `docs/architecture.md` run as they are written, on a copy of the tree."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "architecture.md"
COPIED = ("CHANGELOG.md", "README.md", "docs", "examples", "pyproject.toml", "schemas", "scripts")
SECONDS = 300


def recipes() -> dict[str, list[tuple[str, str]]]:
    """The blocks of each recipe, as info string and body, by the recipe's heading."""
    text = PAGE.read_text(encoding="utf-8")
    sections = re.findall(r"(?ms)^### (Add [^\n]+)\n(.*?)(?=^##|\Z)", text)
    return {
        heading: re.findall(r"(?ms)^```([^\n]*)\n(.*?)^```$", body) for heading, body in sections
    }


RECIPES = recipes()


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A tree to work in, as a clone has it."""
    without = shutil.ignore_patterns("__pycache__", "*.pyc")
    for name in (*COPIED, "src", "tests"):
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, tmp_path / name, ignore=without)
        else:
            shutil.copy2(ROOT / name, tmp_path / name)
    return tmp_path


def run(arguments: list[str], folder: Path, given: str = "") -> None:
    # what a caller asks of its own pytest (coverage, say) is not asked of the recipe's
    environment = {
        **{name: value for name, value in os.environ.items() if name != "PYTEST_ADDOPTS"},
        "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
        "PYTHONPATH": str(folder / "src"),
    }
    done = subprocess.run(
        arguments,
        cwd=folder,
        check=False,
        capture_output=True,
        encoding="utf-8",
        env=environment,
        input=given,
        timeout=SECONDS,
    )
    assert done.returncode == 0, f"{arguments}\n{done.stdout}\n{done.stderr}"


def follow(blocks: list[tuple[str, str]], folder: Path) -> Iterator[str]:
    """Does what a recipe says, and yields the files that it names."""
    for info, body in blocks:
        kind, _, name = info.partition(" ")
        if kind == "python":
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_text(body, encoding="utf-8")
            yield name
        elif kind == "diff":
            patch = f"--- a/{name}\n+++ b/{name}\n{body}"
            run(["git", "apply", "--recount", "-"], folder, patch)
            yield name
        else:
            assert kind == "sh"
            for line in body.splitlines():
                run(["bash", "-c", line], folder)


def test_there_are_recipes() -> None:
    assert list(RECIPES) == ["Add a rule", "Add a report format", "Add a view"]


@pytest.mark.parametrize("heading", RECIPES)
def test_a_recipe_leads_to_what_it_promises(heading: str, copy: Path) -> None:
    named = list(follow(RECIPES[heading], copy))
    assert named
    assert any(kind == "sh" for kind, _ in RECIPES[heading])
    run(["ruff", "check", *named], copy)
    run(["ruff", "format", "--check", *named], copy)
