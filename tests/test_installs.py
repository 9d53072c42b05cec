"""What a resolver installs where: the drawing engine has wheels for some systems only."""

import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement

from journeymap.backends import graphviz
from journeymap.views.errors import EngineError

PROJECT = tomllib.loads(Path(__file__).parent.parent.joinpath("pyproject.toml").read_text("utf-8"))
ENGINE = "graphviz-pure"


def installed(system: str, machine: str) -> set[str]:
    """The packages that `pip install journeymap` asks for on a platform."""
    needed = map(Requirement, PROJECT["project"]["dependencies"])
    there = {"sys_platform": system, "platform_machine": machine}
    return {each.name for each in needed if not each.marker or each.marker.evaluate(there)}


@pytest.mark.parametrize(
    "platform",
    [
        ("linux", "x86_64"),
        ("linux", "aarch64"),
        ("darwin", "x86_64"),
        ("darwin", "arm64"),
        ("win32", "AMD64"),
        ("win32", "ARM64"),
    ],
    ids=" ".join,
)
def test_the_engine_comes_where_it_has_wheels(platform: tuple[str, str]) -> None:
    assert ENGINE in installed(*platform)


@pytest.mark.parametrize(
    "platform",
    [
        ("linux", "riscv64"),
        ("linux", "armv7l"),
        ("linux", "i686"),
        ("linux", "ppc64le"),
        ("win32", "x86"),
        ("freebsd14", "amd64"),
        ("emscripten", "wasm32"),
    ],
    ids=" ".join,
)
def test_elsewhere_all_but_the_engine_is_installed(platform: tuple[str, str]) -> None:
    assert installed(*platform) == installed("linux", "x86_64") - {ENGINE}


def test_without_it_the_way_out_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(graphviz, "DISTRIBUTION", "no-such-engine")
    with pytest.raises(EngineError) as told:
        graphviz.drawn("graph {}")
    assert str(told.value) == (
        "the drawing engine no-such-engine is not installed: use `--engine system` with Graphviz, "
        "or on Linux, macOS or Windows (x86-64, arm64) run `pip install no-such-engine`"
    )
