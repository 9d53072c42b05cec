"""Rules of packages that go wrong cost their own findings; their file and line are told."""

import inspect
import json
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import count
from typing import Any

import pytest
from tests.report.test_sarif import validator

from journeymap.authoring import Context, Finding, Fix, PlacedStep, Related, Replace, rule
from journeymap.authoring.rule import Need, Rule
from journeymap.linter.diagnostic import Report
from journeymap.linter.engine import lint
from journeymap.linter.package_rules import guarded
from journeymap.linter.profiles import Selection
from journeymap.linter.registry import RULES
from journeymap.report.formats.registry import Format, render
from journeymap.testing import TODAY, folder_of, lint_files
from journeymap.workspace.load import Loader

HERE = "tests/linter/test_package_rules.py"
MAPS = {
    "a.journey.yaml": "journeymap: 1\ntitle: A\nsteps: [B, C]\n",
    "b.journey.yaml": "journeymap: 1\ntitle: B\nsteps: [D]\n",
}


@rule("ACME1", "told", severity="note", from_status="draft", basis="house")
def told(placed_step: PlacedStep, _: Context) -> Iterator[Finding]:
    """Tells of every step."""
    yield Finding(message=placed_step.label, help="-", route=placed_step.route)


@rule("ACME2", "odd", severity="note", from_status="draft", basis="house")
def odd(placed_step: PlacedStep, _: Context) -> Iterator[Finding]:
    """Stands for a rule of a package that does something odd."""
    yield Finding(message=placed_step.label, help="-")


def run(check: Any, **more: Any) -> Report:  # noqa: ANN401 - whatever a package has
    """What two packages find, one of them with this function."""
    packages = (
        guarded(told, "the package fine"),
        guarded(replace(odd, check=check, **more), "the package odd-rules"),
    )
    return lint_files(MAPS, rules=(*RULES, *packages), selection=Selection(select=("ACME",)))


def line_of(function: Any, marked: str) -> int:  # noqa: ANN401 - as above
    """The line of this file that holds a text, within a function."""
    lines, first = inspect.getsourcelines(function)
    return next(first + i for i, line in enumerate(lines) if marked in line)


def raises(*_: object) -> list[Finding]:
    return [1 // 0]  # type: ignore[list-item] # <- here


def raises_half_way(placed_step: PlacedStep, _: Context) -> Iterator[Finding]:
    yield Finding(message=placed_step.label, help="-", route=placed_step.route)
    raise RuntimeError(f"no\n{placed_step.label}")  # <- here


def exits(*_: object) -> list[Finding]:
    raise SystemExit(3)  # <- here


def recurses(*given: object) -> list[Finding]:
    return recurses(*given)  # <- here


def takes_too_little() -> list[Finding]:  # <- here
    return []


@pytest.mark.parametrize(
    ("function", "reason"),
    [
        (raises, "ZeroDivisionError: "),
        (raises_half_way, "RuntimeError: no B"),
        (exits, "SystemExit: 3"),
        (recurses, "RecursionError: "),
        (takes_too_little, "TypeError: "),
    ],
)
def test_a_rule_that_fails_costs_its_own_findings(function: Any, reason: str) -> None:  # noqa: ANN401
    report = run(function)
    assert [each.message for each in report.diagnostics] == ["B", "C", "D"]
    (said,) = report.troubles
    assert said.startswith(
        f"the rule odd of the package odd-rules failed on a.journey.yaml and 1 more file: {reason}"
    )
    line = line_of(function, "<- here")
    assert said.endswith(f", {HERE}:{line}; its findings there are left out")
    assert {code for _, code in report.ran} == {"ACME1", *(r.code for r in RULES if r.always_on)}


def finding(**said: Any) -> Finding:  # noqa: ANN401 - as a package may
    return Finding(**{"message": "m", "help": "h", **said})


@pytest.mark.parametrize(
    ("given", "problem"),
    [
        (finding(message=5), "`message` is 5"),
        (finding(message=" "), "`message` is empty"),
        (finding(help=None), "`help` is None"),
        (finding(route=None), "`route` is None"),
        (finding(route=["steps"]), "`route` is ['steps']"),
        (finding(route=("steps", 1.5)), "`route` is ('steps', 1.5)"),
        (finding(severity="grave"), "`severity` is 'grave'"),
        (finding(mark="key"), "`mark` is 'key'"),
        (finding(span=(1, 2)), "`span` is (1, 2)"),
        (finding(related="here"), "`related` is 'here'"),
        (finding(related=(Related(route=(), message=None),)), "`related` is (Related("),  # type: ignore[arg-type]
        (finding(fix="do it"), "`fix` is 'do it'"),
        (finding(fix=Fix(title="t", changes=(Replace(at=None, text="x"),))), "`fix` is Fix("),  # type: ignore[arg-type]
        ("words", "it is 'words'"),
        (None, "it is None"),
    ],
)
def test_nonsense_is_told_with_what_is_wrong(given: object, problem: str) -> None:
    def gives(*_: object) -> Iterator[object]:
        yield given  # <- here

    report = run(gives)
    assert [each.message for each in report.diagnostics] == ["B", "C", "D"]
    (said,) = report.troubles
    assert f"it gives no finding: {problem}" in said
    assert f", {HERE}:{line_of(gives, '<- here')}; " in said


@pytest.mark.parametrize("given", [None, 5, finding()])
def test_what_cannot_be_walked_is_a_failure(given: object) -> None:
    (said,) = run(lambda *_: given).troubles
    assert "is not iterable, " in said


def test_findings_without_end_end() -> None:
    (said,) = run(lambda *_: (finding(message=f"m{i}") for i in count())).troubles
    assert "there is no end of them" in said


def test_gathering_and_needs_are_watched_like_the_rule() -> None:
    (said,) = run(odd.check, gathers=raises).troubles
    assert "ZeroDivisionError" in said
    (said,) = run(odd.check, needs=(Need(what="x", is_there=raises),)).troubles  # type: ignore[arg-type]
    assert "ZeroDivisionError" in said


def test_what_could_not_be_read_is_no_failure() -> None:
    def looks(placed_step: PlacedStep, _: Context) -> Iterator[Finding]:
        if not placed_step.step.emotion:
            yield finding(route=placed_step.route)

    own = guarded(replace(odd, check=looks), "the package odd-rules")
    text = "journeymap: 1\ntitle: A\nsteps: [{action: B, emotion: blurgh}, C]\n"
    report = lint_files({"a.journey.yaml": text}, rules=(own,))
    assert report.troubles == ()
    assert [each.route for each in report.diagnostics] == ["steps[c]"]


def test_a_comment_for_a_rule_that_failed_is_kept() -> None:
    text = "journeymap: 1\ntitle: A\nsteps:\n- B  # journeymap: ignore[odd] agreed\n"
    own = guarded(replace(odd, check=raises), "the package odd-rules")
    report = lint_files({"a.journey.yaml": text}, rules=(*RULES, own))
    assert len(report.troubles) == 1
    assert "unused-ignore" not in {each.rule.name for each in report.diagnostics}
    tidy = guarded(replace(odd, check=lambda *_: []), "the package odd-rules")
    report = lint_files({"a.journey.yaml": text}, rules=(*RULES, tidy))
    assert "unused-ignore" in {each.rule.name for each in report.diagnostics}


def timed(check: Any, seconds: float) -> tuple[str, ...]:  # noqa: ANN401 - as above
    """What is told of a rule that takes so long on each of two files."""
    now = 0.0

    def slow(placed: PlacedStep, context: Context) -> Iterable[Finding]:
        nonlocal now
        now += seconds if placed.step.action in {"B", "D"} else 0
        return check(placed, context)  # type: ignore[no-any-return]

    own: Rule = guarded(replace(odd, check=slow), "the package odd-rules")
    with folder_of(MAPS) as folder:
        workspace = Loader(shown_from=folder).load([folder])
        rules = (*RULES, own)
        report = lint(workspace, rules, Selection(), TODAY, clock=lambda: now)
    return report.troubles


@pytest.mark.parametrize(
    ("seconds", "expected"),
    [
        (0.4, ()),
        (
            0.6,
            ("the rule odd of the package odd-rules is slow: 1.2 s; --ignore odd leaves it out",),
        ),
    ],
)
def test_a_slow_rule_is_named_with_its_package(seconds: float, expected: tuple[str, ...]) -> None:
    assert timed(lambda *_: [], seconds) == expected


def test_a_slow_rule_that_fails_is_told_both() -> None:
    assert ["failed" in each for each in timed(raises, 2)] == [True, False]


def test_programs_are_told_as_well() -> None:
    report = run(raises)
    log = json.loads(render(report, Format.SARIF))
    validator().validate(log)
    (told_there,) = log["runs"][0]["invocations"][0]["toolExecutionNotifications"]
    (said,) = json.loads(render(report, Format.JSON))["troubles"]
    assert told_there["message"]["text"] == f"{said}."
