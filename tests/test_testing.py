"""The kit for authors of rules tells a rule that keeps its page from one that does not."""

from collections.abc import Iterable
from dataclasses import replace

import pytest

from journeymap.authoring import Context, Finding, PlacedStep, Rule
from journeymap.linter.registry import find_rule
from journeymap.testing import CONFIGURATION, HERE, MAP, assert_page, example, marked, places


def missing_need() -> Rule:
    found = find_rule("missing-need")
    assert found
    return found


def with_page(page: str) -> Rule:
    ours = missing_need()

    def check(visited: PlacedStep, context: Context) -> Iterable[Finding]:
        return ours.check(visited, context)

    check.__doc__ = page
    return replace(ours, code="ACME1", name="told", check=check)


BAD = f"## Bad\n\n```yaml\ntitle: A\nsteps:\n  - B  {HERE}\n  - {{action: C, need: x}}\n```\n"
GOOD = "## Good\n\n```yaml\ntitle: A\nsteps:\n  - {action: C, need: x}\n```\n"


def test_marked_lines_are_those_of_the_findings() -> None:
    files = {MAP: f"title: A\nsteps:\n  - B  {HERE}\n  - {{action: C, need: x}}\n"}
    assert places(files, missing_need()) == marked(files) == [(MAP, 3)]


def test_a_rule_of_ones_own_is_added_to_the_others() -> None:
    assert_page(with_page(f"Told.\n\n{BAD}\n{GOOD}"))


@pytest.mark.parametrize(
    ("page", "message"),
    [
        (f"{BAD.replace(HERE, '')}\n{GOOD}", "the example Bad of told marks no line"),
        (f"{BAD}", "the example Good of told marks a line, or is not there"),
        (f"{GOOD}", "the example Bad of told marks no line"),
        (f"{BAD.replace('- B', '- {action: B, need: y}')}\n{GOOD}", "told finds [] in its example"),
        (f"{BAD}\n{GOOD.replace('need', 'note')}", "in its example Good, where [] is marked"),
    ],
)
def test_a_page_that_does_not_hold_is_told(page: str, message: str) -> None:
    with pytest.raises(AssertionError) as problem:
        assert_page(with_page(f"Told.\n\n{page}"))
    assert message in str(problem.value)


def test_own_rules_in_yaml_are_tested_by_their_code() -> None:
    rules = "rules:\n- {code: ACME7, name: told, on: step, require: {note: present}, message: x}\n"
    files = {CONFIGURATION: rules, MAP: f"title: A\nsteps:\n  - B  {HERE}\n"}
    assert places(files, "ACME7") == marked(files)


def test_an_example_may_have_several_files_in_other_encodings() -> None:
    page = (
        "## Bad\n\n```yaml a.journey.yaml encoding=utf-16\nx\n```\n\n```yaml\ny  # <- here\n```\n"
    )
    shown = example(page, "Bad")
    assert shown.files == {"a.journey.yaml": "x\n".encode("utf-16"), MAP: b"y  # <- here\n"}
    assert shown.marked == [(MAP, 1)]
