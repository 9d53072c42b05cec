"""Rules about strengths and about the desired map."""

import pytest
from tests.linter.linting import MAP, findings, lint_files, messages

from journeymap.authoring.rule import Rule
from journeymap.linter.profiles import Selection
from journeymap.linter.rules.improvement.desired_not_better import desired_not_better
from journeymap.linter.rules.improvement.unimproved_strength import unimproved_strength
from journeymap.linter.rules.improvement.unsupported_desired_change import (
    unsupported_desired_change,
)


def a_map(*steps: str, top: str = "persona: Ann") -> str:
    """A map whose first step stands in line 4."""
    lines = "\n".join(f"  - {{id: s{i}, action: Step {i}, {s}}}" for i, s in enumerate(steps, 1))
    return f"title: Clinic\n{top}\nsteps:\n{lines}\n"


# ---------------------------------------------------------------------------- unimproved-strength
STRONG = "importance: 4, perceived: 4, emotion: pleased"
ELSEWHERE = "emotion: -1, opportunities: Ring her"


def test_a_strength_without_an_idea_is_told() -> None:
    assert findings(a_map(STRONG, ELSEWHERE), rule=unimproved_strength) == [
        (
            4,
            10,
            (
                '"Step 1" matters and goes well (pleased; importance 4, '
                "perceived 4 of 5, assumed), and no opportunity would lift it further"
            ),
        )
    ]


@pytest.mark.parametrize(
    "text",
    [
        a_map(f"{STRONG}, opportunities: More", ELSEWHERE),
        a_map(f"{STRONG}, opportunities: [[More]]", ELSEWHERE),
        a_map(STRONG),
        a_map(STRONG.replace("importance: 4", "importance: 3.9"), ELSEWHERE),
        a_map(STRONG.replace("perceived: 4", "perceived: 2"), ELSEWHERE),
        a_map(STRONG.replace("pleased", "0.9"), ELSEWHERE),
        a_map(STRONG.replace("perceived: 4, ", ""), "importance: 1, perceived: 1", ELSEWHERE),
        a_map(STRONG, ELSEWHERE, top="state: desired"),
    ],
)
def test_what_has_an_idea_an_open_need_or_no_ratings_is_left_alone(text: str) -> None:
    assert messages(text, rule=unimproved_strength) == []


PEOPLE = """\
stakeholders:
  - {id: plan, name: Plan, kind: payer}
  - {id: desk, name: Service desk, kind: staff, part_of: plan}
  - {id: doctor, name: Doctor, kind: clinician}
  - {id: son, name: Her son, kind: family}
"""


@pytest.mark.parametrize(
    ("here", "others", "told"),
    [
        ("with: doctor", ["plan", "desk"], False),
        ("actor: doctor", ["plan", "desk"], False),
        ("with: [doctor, desk]", ["plan", "desk"], True),
        ("with: desk", ["plan", "doctor", "plan"], True),
        ("with: doctor", ["plan"], True),
        ("with: doctor", ["plan", "doctor"], True),
        ("with: son", ["plan", "desk"], True),
        ("channel: phone", ["plan", "desk"], True),
        ("with: plan", ["doctor", "doctor"], False),
    ],
)
def test_a_strength_of_another_organisation_is_left_to_it(
    here: str, others: list[str], told: bool
) -> None:
    steps = [f"with: {who}, {ELSEWHERE}" for who in others]
    text = f"{a_map(f'{STRONG}, {here}', *steps)}{PEOPLE}"
    assert bool(messages(text, rule=unimproved_strength)) is told


def test_a_dropped_idea_is_none() -> None:
    text = a_map(f"{STRONG}, opportunities: {{text: More, status: dropped}}", ELSEWHERE)
    assert len(messages(text, rule=unimproved_strength)) == 1


# -------------------------------------------------------------------- the desired map beside it
WANTED = "wanted.journey.yaml"
TOP = f"desired: {WANTED}"


def told(current: str, desired: str, rule: Rule) -> list[tuple[int, str]]:
    found = findings(current, rule=rule, files={WANTED: desired})
    return [(line, message) for line, _, message in found]


def test_a_better_step_without_an_idea_is_told_with_what_is_wanted() -> None:
    current = a_map("emotion: -1, wait: 6 d", "emotion: -1, opportunities: Ring her", top=TOP)
    desired = a_map("emotion: 1, wait: 1 d", "emotion: 1", top="state: desired")
    assert told(current, desired, unsupported_desired_change) == [
        (
            4,
            (
                'the desired map betters the emotion and the wait of "Step 1", '
                "and no opportunity of this map would bring it about"
            ),
        )
    ]
    report = lint_files(
        {MAP: current, WANTED: desired},
        rules=[unsupported_desired_change],
        selection=Selection(select=("JM807",)),
        targets=[MAP],
    )
    (related,) = report.diagnostics[0].related
    assert (related.file.shown, related.start.line) == (WANTED, 4)


@pytest.mark.parametrize(
    ("emotion", "rule"), [(1, unsupported_desired_change), (-2, desired_not_better)]
)
def test_steps_without_ids_are_known_by_their_texts(emotion: int, rule: Rule) -> None:
    current = f"title: Clinic\n{TOP}\nsteps:\n  - {{action: Asks for the date, emotion: -1}}\n"
    wanted = f"title: Clinic\nsteps: [Comes, {{action: Asks for a date, emotion: {emotion}}}]\n"
    assert 4 in [line for line, _ in told(current, wanted, rule)]


@pytest.mark.parametrize(
    ("current", "desired"),
    [
        (("emotion: 1",), ("emotion: 1",)),
        (("emotion: 1",), ("emotion: -1",)),
        (("need: A bed",), ("emotion: 1",)),
        (("emotion: -1, pains: p", "opportunities: {text: o, solves: p}"), ("emotion: 1",)),
        (("emotion: -1, opportunities: [[o]]",), ("emotion: 1",)),
    ],
)
def test_what_is_no_better_unknown_or_solved_elsewhere_is_left_alone(
    current: tuple[str, ...], desired: tuple[str, ...]
) -> None:
    wanted = a_map(*desired, top="state: desired")
    assert told(a_map(*current, top=TOP), wanted, unsupported_desired_change) == []


def test_a_dropped_idea_brings_nothing_about() -> None:
    idea = "opportunities: {text: o, status: dropped}"
    current = a_map(f"emotion: -1, pains: p, {idea}", top=TOP)
    assert len(told(current, a_map("emotion: 0"), unsupported_desired_change)) == 1


def test_a_worse_step_is_told() -> None:
    current = a_map("emotion: 1, perceived: 4", "emotion: 0", top=TOP)
    desired = a_map("emotion: 0, perceived: 3", "emotion: 1", top="state: desired")
    assert told(current, desired, desired_not_better) == [
        (4, 'the desired map makes the emotion and the rating of "Step 1" worse')
    ]


def test_a_map_that_betters_nothing_is_told_at_its_name() -> None:
    current = a_map("emotion: 1", top=TOP)
    said = "the desired map betters no step: nothing that both maps state is better in it"
    assert told(current, a_map("emotion: 1"), desired_not_better) == [(2, said)]


@pytest.mark.parametrize(
    "desired",
    [
        a_map("emotion: 2", top="state: desired"),
        a_map("need: A bed", top="state: desired"),
        "title: Clinic\nsteps: [Something else]\n",
        "title: [\n",
    ],
)
@pytest.mark.parametrize("rule", [desired_not_better])
def test_what_is_better_or_cannot_be_compared_is_left_alone(desired: str, rule: Rule) -> None:
    assert told(a_map("emotion: 1", top=TOP), desired, rule) == []


@pytest.mark.parametrize("rule", [desired_not_better, unsupported_desired_change])
@pytest.mark.parametrize("top", ["persona: Ann", TOP])
def test_a_map_without_a_counterpart_that_is_there_is_left_alone(rule: Rule, top: str) -> None:
    assert messages(a_map("emotion: 1", top=top), rule=rule) == []
