"""Which idea is the best one of a step, and what it is against."""

import pytest
from tests.analysis.reading import analyse

from journeymap.analysis.best_idea import Choice, one_why

PAIN = "{id: queue, text: Nobody answers the phone, severity: 3, probability: 3}"


def choice(*steps: str) -> Choice | None:
    """The best idea of the first of some steps."""
    listed = (f"  - {{id: s{i}, action: S{i}, {each}}}\n" for i, each in enumerate(steps, start=1))
    return analyse(f"title: A\nsteps:\n{''.join(listed)}").leverage[0].choice


def told(*steps: str) -> tuple[str, str | None, bool] | None:
    found = choice(*steps)
    if found is None:
        return None
    return found.idea.id, found.pain.id if found.pain else None, found.said


SELL = "{id: a, text: Sell more, impact: 5, effort: 1}"
ANSWER = "{id: b, text: Answer every phone, impact: 1, effort: 5}"
STRONG = "{id: s, text: Answer every phone, impact: 5, effort: 1}"
ROBOT = "{id: r, text: A robot, solves: [queue], impact: 1, effort: 5}"


@pytest.mark.parametrize(
    ("ideas", "wanted"),
    [
        (SELL, ("a", None)),
        (ANSWER, ("b", "queue")),
        (f"{SELL}, {ANSWER}", ("b", "queue")),
        (
            f"{ANSWER.replace('impact: 1, effort: 5', 'impact: 5, effort: 1')}, {ROBOT}",
            ("b", "queue"),
        ),
        (f"{ROBOT}, {{id: v, text: Its voice, parent: r, impact: 5, effort: 1}}", ("v", "queue")),
    ],
)
def test_an_idea_that_speaks_of_the_gravest_pain_wins(
    ideas: str, wanted: tuple[str, str | None]
) -> None:
    found = choice(f"pains: [{PAIN}], opportunities: [{ideas}]")
    assert found
    assert (found.idea.id, found.pain and found.pain.id) == wanted


def test_a_single_pain_that_nobody_scored_may_be_solved_by_an_idea_of_another_step() -> None:
    there = "opportunities: [{id: a, text: A robot, solves: [queue]}]"
    assert told("pains: [{id: queue, text: Queue}]", there) == ("a", "queue", True)
    found = choice("pains: [{id: queue, text: Queue}]", there)
    assert found
    assert found.elsewhere
    assert found.elsewhere.id == "s2"


@pytest.mark.parametrize(
    ("fields", "why"),
    [
        ("leaks: {to: a, share: 5 %, why: It is dear}", "It is dear"),
        ("leaks: [{to: a, why: It is dear}, {to: b, why: It is dear}]", "It is dear"),
        ("leaks: [{to: a, why: It is dear}, {to: b, why: It is far}]", ""),
        ("leaks: [{to: a, why: It is dear}, {to: b}]", ""),
        ("leaks: {to: a}", ""),
        ("need: x", ""),
        ("next: [{to: end, counts: lost, why: It is far}, {to: end}]", "It is far"),
    ],
)
def test_the_one_reason_why_all_leave(fields: str, why: str) -> None:
    (step,) = analyse(f"title: A\nsteps: [{{action: B, {fields}}}]\n").journey_map.steps
    assert one_why(step) == why
