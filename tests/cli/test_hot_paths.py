"""What the commands that are run most may import: each module costs time at every start."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

EXAMPLE = Path(__file__).resolve().parents[2] / "examples" / "ten-minute-workshop.journey.yaml"
_PARSED_AND_VALIDATED = {"_ruamel_yaml", "pydantic_core", "ruamel"}
_ROOMS = {
    *("analysis", "authoring", "cli", "findings", "linter", "model", "quick_dataclass"),
    "quick_pattern",
    *("reading", "report", "text", "words", "workspace", "__main__"),
}
_COMPILED = ("_cython", "cython", "_sysconfigdata")
"""How modules begin that come with compiled ones, under names of their own."""
_NEVER = {
    *("asyncio", "concurrent", "email", "http", "multiprocessing", "sqlite3", "ssl", "unittest"),
    *("click", "typer", "importlib.metadata", "rich.console", "journeymap.cli.typed"),
    *("calendar", "difflib", "hashlib", "pickle", "string", "traceback"),
    # from 3.13 on dataclasses ask it for the fields of every class
    *(("inspect",) if sys.version_info < (3, 13) else ()),
}
_SCRIPT = """
import os, sys
before = {*sys.modules}
sys.argv = ['journeymap', *sys.argv[1:]]
from journeymap.__main__ import main
try:
    main()
finally:
    found = [name for name, each in sys.modules.items() if type(each).__name__ == 'module']
    os.write(2, ('\\n@ ' + ' '.join({*found} - before)).encode())
"""


def imported(folder: Path, *words: str) -> set[str]:
    """The modules that a command imports, but for what Python has when it starts."""
    done = subprocess.run(
        [sys.executable, "-c", _SCRIPT, *words],
        cwd=folder,
        env={**os.environ, "JOURNEYMAP_CACHE_DIR": str(folder / "kept")},
        capture_output=True,
        check=False,
        text=True,
    )
    return {*done.stderr.rpartition("@ ")[2].split()}


def others(modules: set[str]) -> set[str]:
    """Those of other packages."""
    tops = {name.partition(".")[0] for name in modules}
    known = {*sys.stdlib_module_names, "journeymap"}
    return {top for top in tops if top not in known and not top.startswith(_COMPILED)}


def rooms(modules: set[str]) -> set[str]:
    return {name.split(".")[1] for name in modules if name.startswith("journeymap.")}


@pytest.mark.parametrize("words", [("lint", str(EXAMPLE)), ("lint", "--help"), ("--help",)])
def test_what_is_kept_needs_next_to_nothing(words: tuple[str, ...], tmp_path: Path) -> None:
    first = imported(tmp_path, *words)
    assert ("typer" if "--help" in words else "journeymap.workspace.load") in first
    second = imported(tmp_path, *words)
    own = {name for name in second if name.startswith("journeymap")}
    assert own == {
        *("journeymap", "journeymap.__main__", "journeymap.cli", "journeymap.cli.result_cache"),
        *("journeymap.cli.streams", "journeymap.workspace", "journeymap.workspace.facts"),
    }
    assert second - own <= {"_blake2", "atexit", "collections", "errno", "gc", "journeymap"}


@pytest.mark.parametrize(
    ("words", "packages", "more"),
    [
        (("lint", "--no-cache"), set(), {"compare"}),
        (("lint", "--no-cache", "--profile", "published"), set(), {"compare"}),  # finds much
        (("show",), {"rich"}, {"compare", "tables", "terminal", "views"}),
        (("render", "-o", "map.svg"), set(), {"backends", "compare", "tables", "views"}),
    ],
)
def test_each_imports_what_it_uses_alone(
    words: tuple[str, ...], packages: set[str], more: set[str], tmp_path: Path
) -> None:
    modules = imported(tmp_path, words[0], str(EXAMPLE), *words[1:])
    assert {"journeymap.workspace.load"} <= modules
    assert others(modules) <= _PARSED_AND_VALIDATED | packages
    assert rooms(modules) <= _ROOMS | more
    assert modules & _NEVER == set()
    core = {name for name in modules if name.startswith("pydantic_core")}
    assert core == {"pydantic_core._pydantic_core"}


def test_presentations_need_nothing_of_the_network(tmp_path: Path) -> None:
    modules = imported(tmp_path, "render", str(EXAMPLE), "-o", "map.pptx")
    assert "pptx" in modules
    assert modules & {"email", "http.client", "ssl", "urllib.request"} == set()


@pytest.mark.parametrize(
    "asked", ["import urllib.request as it", "from urllib import request as it"]
)
def test_what_is_put_off_is_there_for_who_asks(asked: str) -> None:
    script = (
        "import sys; from journeymap.cli.put_off import put_off; put_off('urllib.request'); "
        f"{asked}; assert 'http.client' not in sys.modules; "
        "assert it.Request('https://a.example').host == 'a.example'; "
        "import urllib; assert urllib.request.urlopen.__module__ == 'urllib.request'"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (0, b"")
