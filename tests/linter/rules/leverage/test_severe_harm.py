"""severe-harm: what may hurt somebody, and whether anything answers it."""

import pytest
from tests.linter.linting import MAP, findings, helps, lint_files, messages

from journeymap.findings import Severity
from journeymap.linter.rules.experience.unrecovered_failure import unrecovered_failure
from journeymap.linter.rules.improvement.pain_without_opportunity import pain_without_opportunity
from journeymap.linter.rules.leverage.severe_harm import severe_harm

HARM = "id: twice, text: Takes it twice, kind: harm"


def a_map(pain: str, *more: str) -> str:
    """A map whose first pain stands in line 5."""
    rest = "".join(f"  - {{action: Step {i}, {step}}}\n" for i, step in enumerate(more, 2))
    return f"title: Clinic\nsteps:\n  - action: Step 1\n    pains:\n      - {{{pain}}}\n{rest}"


@pytest.mark.parametrize(
    ("scores", "said"),
    [
        ("severity: 4, probability: 1", "(catastrophic, remote)"),
        ("severity: 4", "(catastrophic, how likely is unknown)"),
        ("severity: 2, probability: 4", "(moderate, frequent)"),
    ],
)
def test_a_catastrophe_and_a_high_score_are_told(scores: str, said: str) -> None:
    assert findings(a_map(f"{HARM}, {scores}"), rule=severe_harm) == [
        (
            5,
            14,
            (
                f'"Takes it twice" at "Step 1" may do severe harm {said}: '
                "no opportunity solves it, and no step makes good for it"
            ),
        )
    ]


@pytest.mark.parametrize(
    "pain",
    [
        f"{HARM}, severity: 2, probability: 3",
        f"{HARM}, severity: 3",
        f"{HARM}, probability: 4",
        "text: Takes it twice, severity: 4, probability: 4",
        "text: Takes it twice, kind: dropout, severity: 4, probability: 4",
    ],
)
def test_lesser_scores_and_other_kinds_are_left_alone(pain: str) -> None:
    assert messages(a_map(pain), rule=severe_harm) == []


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        ("recovers: twice", '"Step 2" makes good for it'),
        (
            "opportunities: {text: One list, solves: twice, status: testing}",
            '"One list" is to solve it (testing)',
        ),
    ],
)
def test_an_answer_is_told_and_makes_it_a_note(answer: str, said: str) -> None:
    text = a_map(f"{HARM}, severity: 4", answer)
    report = lint_files({MAP: text}, rules=[severe_harm])
    (found,) = report.diagnostics
    assert found.severity is Severity.NOTE
    assert found.message.endswith(f": {said}")
    assert [place.start.line for place in found.related] == ([6] if "One" in said else [])
    assert helps(text, rule=severe_harm)[0].startswith("check")


def test_the_score_may_be_set() -> None:
    files = {".journeymap.yaml": "options: {severe-harm: {hazard: 6}}\n"}
    text = a_map(f"{HARM}, severity: 2, probability: 3")
    assert len(messages(text, rule=severe_harm, files=files)) == 1


def test_nothing_else_is_said_of_the_same_pain() -> None:
    rules = [unrecovered_failure, pain_without_opportunity, severe_harm]
    scores = "severity: 3, probability: 3"
    text = a_map(
        f"{HARM}, {scores}}}\n      - {{text: Slow, {scores}", "pains: [a, c], opportunities: b"
    )
    report = lint_files({MAP: text}, rules=rules)
    assert [(d.rule.name, d.start.line) for d in report.diagnostics if d.start.line > 1] == [
        ("severe-harm", 5),
        ("unrecovered-failure", 6),
    ]
