"""Rules about what the map says as a whole: missing-goal, oversized-map, single-discipline,
missing-expectation.
"""

import pytest
from tests.linter.linting import findings

from journeymap.linter.rules.completeness.missing_expectation import missing_expectation
from journeymap.linter.rules.completeness.missing_goal import missing_goal
from journeymap.linter.rules.completeness.missing_purpose import missing_purpose
from journeymap.linter.rules.completeness.oversized_map import oversized_map
from journeymap.linter.rules.completeness.single_discipline import single_discipline


def a_map(*lines: str, steps: str = "[Calls]") -> str:
    return "\n".join(("journeymap: 1", "title: Clinic", *lines, f"steps: {steps}", ""))


def test_a_goal_of_a_stage_or_of_the_persona_is_not_the_goal_of_the_journey() -> None:
    [(line, _, _)] = findings(a_map("personas: [{name: Mia, goals: a}]"), rule=missing_goal)
    assert line == 1
    stages = "title: C\nstages: [{name: A, goal: b, steps: [Calls]}]\n"
    assert len(findings(stages, rule=missing_goal)) == 1


@pytest.mark.parametrize("goal", ["goal: Eat again", "goal: [Eat, Sleep]"])
def test_a_goal_that_is_there_is_not_missing_even_if_it_cannot_be_read(goal: str) -> None:
    assert findings(a_map(goal), rule=missing_goal) == []


def test_thirty_steps_are_held_and_one_more_is_not() -> None:
    assert findings(a_map(steps=f"[{', '.join(['Calls'] * 30)}]"), rule=oversized_map) == []
    [(line, _, message)] = findings(
        a_map(steps=f"[{', '.join(['Calls'] * 31)}]"), rule=oversized_map
    )
    assert line == 1
    assert message.startswith("the map has 31 steps; more than 30")


def test_twelve_stages_are_held_and_a_big_map_is_told_once() -> None:
    def staged(stages: int, steps: int) -> str:
        line = f"  - {{name: A, steps: [{', '.join(['Calls'] * steps)}]}}\n"
        return "title: C\nstages:\n" + line * stages

    assert findings(staged(12, 2), rule=oversized_map) == []
    [(_, _, message)] = findings(staged(13, 2), rule=oversized_map)
    assert message.startswith("the map has 13 stages; more than 12")
    assert len(findings(staged(13, 3), rule=oversized_map)) == 1


@pytest.mark.parametrize("team", ["medical", "[medical]", "[medical, Medical]"])
def test_one_function_is_told_at_the_team(team: str) -> None:
    [(line, column, message)] = findings(a_map(f"team: {team}"), rule=single_discipline)
    assert (line, column) == (3, 7)
    assert '"medical"' in message


def test_no_team_is_told_at_the_first_line() -> None:
    [(line, _, message)] = findings(a_map(), rule=single_discipline)
    assert (line, message) == (1, "the map does not say which functions took part in it")


@pytest.mark.parametrize("team", ["[medical, sales]", "[medical, [sales]]", "{medical: 2}"])
def test_a_team_of_two_and_one_that_cannot_be_read_are_left_alone(team: str) -> None:
    assert findings(a_map(f"team: {team}"), rule=single_discipline) == []


@pytest.mark.parametrize(
    "expected", ["4", "a call", "{text: a call, rating: 4}", "{gp: 2}", "9", "[4]"]
)
def test_one_expectation_anywhere_is_enough(expected: str) -> None:
    steps = f"[Calls, {{action: Waits, expected: {expected}}}]"
    assert findings(a_map(steps=steps), rule=missing_expectation) == []


def test_a_desired_map_and_one_without_steps_are_not_asked_what_was_expected() -> None:
    assert findings(a_map("state: desired"), rule=missing_expectation) == []
    assert findings("title: C\nstages: [{name: A}]\n", rule=missing_expectation) == []
    assert len(findings(a_map("state: current"), rule=missing_expectation)) == 1


@pytest.mark.parametrize(
    ("top", "told"),
    [
        ("goal: Eat", True),
        ("purpose: Find out why people leave", False),
        ("scope: From toothache to bill", False),
        ("purpose: ''", True),
    ],
)
def test_a_purpose_or_a_scope_is_asked_for(top: str, told: bool) -> None:
    text = f"title: A\n{top}\nsteps: [B]\n"
    said = "the map says neither what it is for nor how far it reaches"
    assert findings(text, rule=missing_purpose) == ([(1, 1, said)] if told else [])
