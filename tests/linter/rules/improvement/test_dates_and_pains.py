"""Ideas: overdue, quick and without a date, and those that answer nothing."""

import pytest
from tests.linter.linting import findings, messages

from journeymap.linter.rules.improvement.idea_without_pain import idea_without_pain
from journeymap.linter.rules.improvement.overdue_idea import overdue_idea
from journeymap.linter.rules.improvement.undated_quick_win import undated_quick_win


def with_idea(idea: str, step: str = "need: Help") -> str:
    return f"title: A\nsteps:\n  - {{action: a, {step}, opportunities: {{text: x, {idea}}}}}\n"


@pytest.mark.parametrize(
    ("idea", "said"),
    [
        ("by: 2026-03", "was to be done by 2026-03, 7 months ago, and is still only an idea"),
        ("by: 2026-11-01, status: testing", "2026-11-01, 22 days ago, and is still being tested"),
        ("by: 2026-11", ""),
        ("by: 2026-11-23", ""),
        ("by: 2026-03, status: live", ""),
        ("by: 2026-03, status: dropped", ""),
        ("impact: 3", ""),
        ("by: soon", ""),
    ],
)
def test_an_idea_whose_day_has_passed(idea: str, said: str) -> None:
    found = messages(with_idea(idea), rule=overdue_idea)
    assert len(found) == bool(said)
    assert said in "".join(found)


def test_a_shared_idea_is_told_once_at_the_first_step() -> None:
    library = "opportunities: [{id: e, text: Send it, by: 2026-03}]\n"
    text = (
        "title: A\nuses: a.library.yaml\nsteps:\n"
        "  - {action: a, opportunities: {opportunity: e}}\n"
        "  - {action: b, opportunities: {opportunity: e}}\n"
    )
    assert [
        place[0] for place in findings(text, rule=overdue_idea, files={"a.library.yaml": library})
    ] == [4]


@pytest.mark.parametrize(
    ("idea", "is_told"),
    [
        ("impact: 4, effort: 2", True),
        ("impact: 5, effort: 1, status: testing", True),
        ("impact: 4, effort: 2, by: 2027-01", False),
        ("impact: 3, effort: 1", False),
        ("impact: 5, effort: 3", True),
        ("impact: 5, effort: 3, owner: IT", False),
        ("impact: 5", True),
        ("impact: 5, effort: 1, status: live", False),
    ],
)
def test_a_quick_win_without_a_date(idea: str, is_told: bool) -> None:
    assert bool(messages(with_idea(idea), rule=undated_quick_win)) == is_told


def test_most_quick_wins_without_a_date_are_one_finding() -> None:
    ideas = ", ".join(f"{{text: {name}, impact: 5, effort: 1}}" for name in "xyz")
    text = f"title: A\nsteps:\n  - {{action: a, opportunities: [{ideas}]}}\n"
    said = ['3 ideas of much impact have no date: "x", "y" and "z"; nobody is to drive them']
    assert messages(text, rule=undated_quick_win) == said


@pytest.mark.parametrize(
    ("idea", "step", "is_told"),
    [
        ("impact: 4", "need: Help", True),
        ("impact: 4", "emotion: neutral", True),
        ("impact: 4", "pains: It hurts", False),
        ("impact: 4", "emotion: frustrated", False),
        ("impact: 4", "emotion: pleased", False),
        ("impact: 4", "gains: It works", False),
        ("impact: 4", "wait: 3 days", False),
        ("impact: 4", "leaks: {share: 4 %}", False),
        ("impact: 4", "instead_of: phone", False),
        ("impact: 4", "expected: 4, perceived: 3", False),
        ("impact: 4", "expected: 4, perceived: 4", True),
        ("impact: 4", "next: {to: end, share: 3 %, why: No form}", False),
        ("impact: 4", "handoff: {to: b}", False),
        ("impact: 4", "questions: Why?", False),
        ("from: customer", "need: Help", False),
        ("from: team", "need: Help", True),
        ("outcome: m", "need: Help", False),
        ("status: live", "need: Help", False),
    ],
)
def test_an_idea_that_answers_nothing(idea: str, step: str, is_told: bool) -> None:
    assert bool(messages(with_idea(idea, step), rule=idea_without_pain)) == is_told


def test_an_idea_against_a_pain_of_another_step_has_one() -> None:
    text = (
        "title: A\nsteps:\n  - {action: a, pains: {id: p, text: P}}\n"
        "  - {action: b, opportunities: [{id: x, text: x, solves: p}, {text: y, parent: x}]}\n"
    )
    assert messages(text, rule=idea_without_pain) == []
    assert messages(f"state: desired\n{with_idea('impact: 4')}", rule=idea_without_pain) == []
