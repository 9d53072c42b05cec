"""moment-without-idea: what is declared to matter most, and nobody works at."""

import pytest
from tests.linter.linting import MAP, findings, lint_files, messages

from journeymap.linter.rules.improvement.moment_without_idea import moment_without_idea
from journeymap.linter.rules.improvement.pain_without_opportunity import pain_without_opportunity
from journeymap.linter.rules.leverage.leverage_point import leverage_point


def a_map(*steps: str, top: str = "state: current") -> str:
    """A map whose first step stands in line 4."""
    lines = "".join(f"  - {{action: Step {i}, {step}}}\n" for i, step in enumerate(steps, 1))
    return f"title: Clinic\n{top}\nsteps:\n{lines}"


IDEA = "moment: critical, opportunities: Ring back"


def test_a_moment_without_an_idea_is_told_at_the_moment() -> None:
    text = a_map(IDEA, "moment: truth")
    assert findings(text, rule=moment_without_idea) == [
        (5, 30, '"Step 2" is declared a moment that matters, and no idea is recorded for it')
    ]


@pytest.mark.parametrize(
    ("step", "told"),
    [
        ("moment: [trust-inflection, critical]", True),
        ("moment: first-impression", True),
        ("moment: truth, opportunities: {text: Ring, status: dropped}", True),
        ("moment: truth, emotion: sad", True),
        ("moment: truth, emotion: pleased, expected: 4, perceived: 3", True),
        ("moment: truth, emotion: pleased", False),
        ("moment: trust-inflection", False),
        ("moment: truth, opportunities: {text: Ring, status: live}", False),
        ("moment: truth, pains: Busy", False),
        ("moment: truth, emotion: pleased, expected: 3, perceived: 4", False),
        ("emotion: sad", False),
    ],
)
def test_where_trust_turns_nothing_need_be_mended_nor_where_it_went_well(
    step: str, told: bool
) -> None:
    assert len(messages(a_map(IDEA, step), rule=moment_without_idea)) == told


def test_many_are_told_as_one_and_few_where_they_stand() -> None:
    many = a_map(*["moment: truth"] * 4, "emotion: sad")
    assert findings(many, rule=moment_without_idea) == [
        (1, 1, 'all 4 declared moments have no idea: "Step 1", "Step 2", "Step 3" and 1 more')
    ]
    few = a_map(*["moment: truth"] * 3, "emotion: sad")
    assert [line for line, *_ in findings(few, rule=moment_without_idea)] == [4, 5, 6]


def test_a_desired_map_is_not_asked() -> None:
    assert (
        messages(a_map(IDEA, "moment: truth", top="state: desired"), rule=moment_without_idea) == []
    )


def test_a_pain_that_nothing_solves_says_it_and_so_does_a_leverage_point() -> None:
    rules = [moment_without_idea, pain_without_opportunity, leverage_point]
    hurts = a_map(IDEA, "moment: truth, pains: Busy")
    report = lint_files({MAP: hurts}, rules=rules)
    assert [d.rule.name for d in report.diagnostics] == ["pain-without-opportunity"]
    presses = a_map(IDEA, "moment: truth, importance: 5, perceived: 1, expected: 5, emotion: -2")
    (found,) = lint_files({MAP: presses}, rules=rules).diagnostics
    assert found.rule.name == "leverage-point"
    assert "a declared moment without an idea" in found.message
