"""Rules about the emotion curve: unexplained-low, bad-ending, late-low, double-deviation."""

import pytest
from tests.linter.linting import MAP, findings, helps, lint_files, messages

from journeymap.linter.rules.experience.bad_ending import bad_ending
from journeymap.linter.rules.experience.double_deviation import double_deviation
from journeymap.linter.rules.experience.late_low import late_low
from journeymap.linter.rules.experience.unexplained_low import unexplained_low


def a_map(*steps: str, top: str = "persona: Ann") -> str:
    """A map whose first step stands in line 5; a step of one word is an emotion."""
    said = [step if ": " in step and step[0] != "{" else f"emotion: {step}" for step in steps]
    lines = "\n".join(f"  - {{action: Step {i}, {step}}}" for i, step in enumerate(said, 1))
    return f"title: Clinic\n{top}\nteam: [a, b]\nsteps:\n{lines}\n"


# -------------------------------------------------------------------------------- unexplained-low
def test_a_low_without_a_pain_is_told_at_the_emotion() -> None:
    text = a_map("frustrated", "-0.9", "1", "{ann: -1.5}")
    assert findings(text, rule=unexplained_low) == [
        (5, 31, '"Step 1" is a low moment (frustrated), and no pain says why'),
        (8, 37, '"Step 4" is a low moment (-1.5), and no pain says why'),
    ]


@pytest.mark.parametrize(
    "text",
    [
        a_map("emotion: -1, pains: It is loud"),
        a_map("emotion: -1, pains: [[It is loud]]"),
        a_map("{her son: -2}", "1"),
        a_map("-2", top="state: desired"),
        a_map("sadd", "1"),
    ],
)
def test_a_pain_somebody_elses_feeling_and_a_desired_map_are_left_alone(text: str) -> None:
    assert messages(text, rule=unexplained_low) == []


def test_how_low_a_low_is_may_be_set() -> None:
    files = {".journeymap.yaml": "options: {unexplained-low: {emotion: -1.5}}\n"}
    found = findings(a_map("-1", "-1.5"), rule=unexplained_low, files=files)
    assert [line for line, *_ in found] == [6]


# ------------------------------------------------------------------------------------- bad-ending
@pytest.mark.parametrize(
    ("steps", "said"),
    [
        (("-2", "-0.5"), 'the journey ends below neutral: "Step 2" (-0.5)'),
        (("-1", "-1"), 'the journey ends below neutral: "Step 2" (-1)'),
        (("2", "1", "0"), 'the journey ends on its lowest moment: "Step 3" (0)'),
        (
            ("1", "-1"),
            'the journey ends on its lowest moment: "Step 2" (-1), its most intense moment as well',
        ),
        (("2", "-1"), 'the journey ends on its lowest moment: "Step 2" (-1)'),
        (
            ("-1",),
            'the journey ends below neutral: "Step 1" (-1), its most intense moment as well',
        ),
    ],
)
def test_an_end_below_neutral_or_below_all_else_is_told(steps: tuple[str, ...], said: str) -> None:
    assert findings(a_map(*steps), rule=bad_ending) == [(4 + len(steps), 31, said)]


@pytest.mark.parametrize(
    "text",
    [
        a_map("-1", "0"),
        a_map("0", "0"),
        a_map("0"),
        a_map("1", "-1", "need: A bed"),
        a_map("1", "-1", top="ends: false"),
        a_map("-1", "0", top="framework: customer-lifecycle"),
        a_map("1", "{her son: -1}"),
    ],
)
def test_an_end_that_is_good_unknown_or_not_there_is_left_alone(text: str) -> None:
    assert messages(text, rule=bad_ending) == []


def test_the_end_is_the_last_step_with_the_persona() -> None:
    text = a_map("1", "-1", "offstage: true, backstage: Files it")
    assert [line for line, *_ in findings(text, rule=bad_ending)] == [6]


@pytest.mark.parametrize(
    ("idea", "weight", "end", "help_"),
    [
        ("owner: Desk, by: 2099-03", "note", '"Ring" is planned (Desk, by 2099-03)', "see whet"),
        ("owner: Desk, by: 2020-03", "warning", "(-1)", 'see whether "Ring"'),
        ("owner: Desk", "warning", "(-1)", 'see whether "Ring", recorded here, turns the end'),
        ("by: 2099-03", "warning", "(-1)", 'see whether "Ring"'),
        ("owner: Desk, by: 2099-03, status: dropped", "warning", "(-1)", "find out what would"),
    ],
)
def test_an_end_that_somebody_is_about_to_turn_is_a_note(
    idea: str, weight: str, end: str, help_: str
) -> None:
    text = a_map("-2", f"emotion: -1, opportunities: {{text: Ring, {idea}}}")
    (told,) = lint_files({MAP: text}, rules=[bad_ending]).diagnostics
    assert (told.severity, told.message.endswith(end)) == (weight, True)
    assert told.help.startswith(help_)


def test_an_end_that_is_guessed_is_told_as_assumed() -> None:
    top = "evidence: [{id: hunch, kind: assumption}, {id: talks, kind: interview}]"
    guess = a_map("-2", "emotion: -1, evidence: hunch", top=top)
    told = a_map("-2", "emotion: -1, evidence: [talks, hunch]", top=top)
    assert messages(guess, rule=bad_ending)[0].endswith("(-1, assumed)")
    assert messages(told, rule=bad_ending)[0].endswith("(-1)")


def test_a_desired_end_is_to_be_planned_better() -> None:
    (help_,) = helps(a_map("1", "-1", top="state: desired"), rule=bad_ending)
    assert help_.startswith("plan")


# --------------------------------------------------------------------------------------- late-low
def test_a_low_shortly_before_the_end_is_told() -> None:
    assert findings(a_map("1", "-1", "0", "1", "-2", "0"), rule=late_low) == [
        (9, 31, 'the lowest moment, "Step 5" (-2), comes late: it is step 5 of 6')
    ]


@pytest.mark.parametrize(
    "text",
    [
        a_map("1", "0", "1", "-1", "1", "0"),
        a_map("1", "-1", "1", "1", "-1", "0"),
        a_map("1", "-1", "1", "1", "-2", "1"),
        a_map("2", "2", "2", "2", "1", "2"),
        a_map("1", "1", "1", "1", "1", "-2"),
        a_map("1", "1", "1", "1", "-2", "0", top="ends: false"),
        a_map("1", "1", "1", "1", "-2", "0", top="state: desired"),
        a_map("need: A bed", "need: A bed"),
        a_map("1", "1", "1", "1", "emotion: -2, next: end", "0"),
        a_map("1", "1", "1", "1", "emotion: -2, next: {to: end, counts: lost}", "0"),
        a_map("1", "1", "1", "1", "emotion: -2, leaks: 60 %", "0"),
    ],
)
def test_an_early_low_the_end_and_what_does_not_end_are_left_alone(text: str) -> None:
    assert messages(text, rule=late_low) == []


def test_a_low_behind_which_most_go_on_is_late() -> None:
    text = a_map("1", "1", "1", "1", "emotion: -2, leaks: 20 %", "0")
    assert len(messages(text, rule=late_low)) == 1


def test_which_part_is_late_may_be_set() -> None:
    files = {".journeymap.yaml": "options: {late-low: {part: 0.5}}\n"}
    text = a_map("1", "0", "1", "-1", "0", "0")
    assert [line for line, *_ in findings(text, rule=late_low, files=files)] == [8]


@pytest.mark.parametrize("later", [("1", "0"), ("0", "1.5"), ("1", "-1")])
def test_a_low_before_something_good_comes_not_too_late(later: tuple[str, str]) -> None:
    text = a_map("1", "0", "1", "1", "0", "-2", *later)
    assert findings(text, rule=late_low) == []


@pytest.mark.parametrize(("known", "told"), [(8, True), (6, True), (5, False), (4, False)])
def test_of_few_feelings_nobody_knows_which_is_the_lowest(known: int, told: bool) -> None:
    fields = ["emotion: 1"] * (known - 2) + ["channel: phone"] * (8 - known)
    text = a_map(*fields, "emotion: -2", "emotion: 0")
    assert bool(findings(text, rule=late_low)) == told


def test_an_end_and_a_low_before_it_are_told_once_each() -> None:
    report = lint_files({MAP: a_map("1", "1", "1", "1", "-2", "-1")}, rules=[bad_ending, late_low])
    assert [(d.rule.name, d.start.line) for d in report.diagnostics] == [
        ("late-low", 9),
        ("bad-ending", 10),
    ]


# ------------------------------------------------------------------------------- double-deviation
BROKEN = "emotion: -1, pains: {id: noise, text: It is loud}"


def test_a_recovery_that_leaves_a_bad_feeling_is_told() -> None:
    text = a_map(BROKEN, "recovers: noise, emotion: -0.5", "recovers: step-1, emotion: 0")
    assert findings(text, rule=double_deviation) == [
        (6, 48, '"Step 2" is to make good for a failure, and is a low moment itself (-0.5)')
    ]


@pytest.mark.parametrize(
    "step",
    ["recovers: noise", "emotion: -1", "recovers: noise, emotion: {her son: -2}"],
)
def test_a_recovery_of_unknown_feeling_and_any_other_step_are_left_alone(step: str) -> None:
    assert messages(a_map(BROKEN, step), rule=double_deviation) == []


def test_a_low_that_is_a_bad_end_or_a_failed_recovery_is_told_as_that_alone() -> None:
    broken = BROKEN.replace("-1", "1")
    text = a_map(broken, "recovers: noise, emotion: -1", "-1", "-1")
    report = lint_files({MAP: text}, rules=[unexplained_low, bad_ending, double_deviation])
    assert [(d.rule.name, d.start.line) for d in report.diagnostics] == [
        ("double-deviation", 6),
        ("unexplained-low", 7),
        ("bad-ending", 8),
    ]


CYCLE = "title: A\nframework: customer-lifecycle\nsteps:\n"


@pytest.mark.parametrize(
    ("last", "line"),
    [
        ("{action: B, emotion: angry}", 5),
        ("{action: B, emotion: angry, expected: 2, perceived: 4}", None),
        ("{action: B, emotion: neutral}", None),
        ("{action: B, need: Help}", None),
        ("{action: B, offstage: true}", 4),
    ],
)
def test_a_cycle_that_closes_below_neutral(last: str, line: int | None) -> None:
    text = f"{CYCLE}  - {{action: A, emotion: frustrated}}\n  - {last}\n"
    assert [each for each, *_ in findings(text, rule=bad_ending)] == ([line] if line else [])
    assert messages(text.replace("customer-lifecycle", "x\nends: false"), rule=bad_ending) == []


def test_the_step_from_which_people_come_round_again_closes_the_cycle() -> None:
    text = (
        "title: A\nframework: customer-lifecycle\nstages:\n"
        "  - {name: Need, steps: [{action: A, emotion: pleased}]}\n"
        "  - name: Recommendation\n    steps:\n"
        "      - {action: B, emotion: angry, next: {to: a, share: 40 %}}\n"
        "      - {action: C, emotion: pleased}\n"
    )
    assert messages(text, rule=bad_ending) == ['this round ends below neutral: "B" (angry)']
