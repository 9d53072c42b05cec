"""What stands in `journeymap` itself: it is there whatever was imported before, and it is typed."""

import ast
import pkgutil
import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pytest

import journeymap

ROOT = Path(__file__).resolve().parent.parent
MODULES = {module.name for module in pkgutil.iter_modules(journeymap.__path__)}


def run(*arguments: str) -> str:
    """What a fresh process prints."""
    done = subprocess.run(
        [sys.executable, *arguments], capture_output=True, check=False, cwd=ROOT, text=True
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_everything_public_can_be_called_twice(tmp_path: Path) -> None:
    path = tmp_path / "clinic.journey.yaml"
    path.write_text("title: Clinic\nsteps: [{action: Calls, perceived: 2}]\n", encoding="utf-8")
    path.with_name("house.yaml").write_text("base: dark\n", encoding="utf-8")
    called = run("-m", "tests.public_calls", str(path)).split()
    assert {"lint", "load", "mend", "render", "Drawing", "PictureError"} <= set(called)


def test_no_public_name_is_that_of_a_module() -> None:
    assert "linter" in MODULES
    assert set(journeymap.__all__) & MODULES == set()


def test_type_checkers_see_what_there_is() -> None:
    tree = ast.parse((ROOT / "src/journeymap/__init__.py").read_text("utf-8"))
    hidden = next(node for node in tree.body if isinstance(node, ast.If))
    seen = {
        name.asname: node.module
        for node in hidden.body
        if isinstance(node, ast.ImportFrom)
        for name in node.names
    }
    assert sorted(map(str, seen)) == journeymap.__all__
    for name, home in seen.items():
        assert getattr(journeymap, str(name)) is getattr(import_module(str(home)), str(name))


def test_public_names_are_listed_and_others_are_not_there() -> None:
    assert {*journeymap.__all__, "__version__"} <= set(dir(journeymap))
    with pytest.raises(AttributeError, match="no attribute 'renderr'"):
        _ = journeymap.renderr  # type: ignore[attr-defined]


def test_the_version_is_told_before_anything_is_imported() -> None:
    script = (
        "import sys; before = {*sys.modules}; sys.argv = ['journeymap', '--version'];"
        "from journeymap.__main__ import main; main(); print(*sorted({*sys.modules} - before))"
    )
    version, modules = run("-c", script).splitlines()
    assert version == f"journeymap {journeymap.__version__}"
    ours = {"__main__", "cli", "cli.streams"}  # besides, only what is compiled into Python
    assert set(modules.split()) <= {
        "atexit",
        "errno",
        "gc",
        "journeymap",
        *(f"journeymap.{name}" for name in ours),
    }
