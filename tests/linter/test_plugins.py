"""Rules of other packages: they count like our own, and a broken package is told of in one line."""

from dataclasses import replace
from importlib.metadata import EntryPoint

import pytest

from journeymap.authoring import Context, Finding, PlacedStep, rule
from journeymap.linter.entry_point_files import RULES_GROUP
from journeymap.linter.plugins import PlugInError, all_rules, with_installed
from journeymap.linter.registry import RULES
from journeymap.testing import MAP, places


@rule("ACME1", "told", severity="note", from_status="draft", basis="house")
def told(placed_step: PlacedStep, _: Context) -> list[Finding]:
    """Tells of every step."""
    return [Finding(message="told", help="-", route=placed_step.route)]


@rule("ACME2", "fails", severity="note", from_status="draft", basis="house")
def fails(placed_step: PlacedStep, _: Context) -> list[Finding]:
    """Fails at every step."""
    raise RuntimeError(f"no\n{placed_step.label}")


several = [told, fails]
coded = replace(told, code=5)  # type: ignore[arg-type]  # as a package may
elsewhere = replace(told, visits=str)
reserved = replace(told, code="JM999")
taken = replace(told, name="missing-need")
number = 1
mixed = [told, "x"]


def point(value: str, name: str = "acme") -> EntryPoint:
    return EntryPoint(name=name, value=f"{__name__}:{value}", group=RULES_GROUP)


@pytest.fixture(autouse=True)
def importable(monkeypatch: pytest.MonkeyPatch) -> None:
    """This module as the package that is installed."""
    import sys

    monkeypatch.setitem(sys.modules, __name__, _Module())


class _Module:
    """What an entry point sees of this module."""

    def __getattr__(self, name: str) -> object:
        return globals()[name] if name in globals() else _missing(name)


def _missing(name: str) -> object:
    raise AttributeError(name)


def test_an_entry_point_leads_to_a_rule_or_to_a_list() -> None:
    assert [each.name for each in with_installed((), [point("told")])] == ["told"]
    assert [each.name for each in with_installed(RULES, [point("several")])][-2:] == [
        "told",
        "fails",
    ]


def test_a_rule_of_a_package_runs_like_any_and_keeps_its_page() -> None:
    (own,) = with_installed((), [point("told")])
    assert own.page == told.page
    assert places({MAP: "title: A\nsteps:\n- B\n- C\n"}, own) == [(MAP, 3), (MAP, 4)]


@pytest.mark.parametrize(
    ("value", "message"),
    [
        ("nowhere", "cannot be loaded (AttributeError: "),
        ("number", "cannot be loaded (TypeError: "),
        ("mixed", "neither a rule nor a list of rules"),
        ("elsewhere", "visits no part of a map; it can visit MapFile,"),
        ("coded", "gives a rule whose `code` is 5"),
        ("reserved", "begins with JM"),
        ("taken", "there is a rule missing-need already"),
    ],
)
def test_a_broken_package_is_told_of_in_one_line(value: str, message: str) -> None:
    with pytest.raises(PlugInError) as problem:
        with_installed(RULES, [point(value)])
    assert message in str(problem.value)
    assert "acme" in str(problem.value)
    assert "\n" not in str(problem.value)


def test_two_packages_cannot_bring_the_same_rule() -> None:
    with pytest.raises(PlugInError, match="already"):
        with_installed((), [point("told", "a"), point("told", "b")])


def test_nothing_is_installed_here_but_the_tool() -> None:
    assert all_rules() == RULES
