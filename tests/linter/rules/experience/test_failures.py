"""unrecovered-failure, and what it replaces."""

import pytest
from tests.linter.linting import MAP, findings, lint_files, messages

from journeymap.findings import Severity
from journeymap.linter.rules.experience.unrecovered_failure import unrecovered_failure
from journeymap.linter.rules.improvement.pain_without_opportunity import pain_without_opportunity

GRAVE = "id: lost, text: Letter lost, severity: 3, probability: 2"


def a_map(pain: str, *more: str, top: str = "persona: Ann") -> str:
    """A map whose first pain stands in line 6."""
    rest = "".join(f"  - {{action: Step {i}, {step}}}\n" for i, step in enumerate(more, 2))
    return (
        f"title: Clinic\n{top}\nsteps:\n  - action: Step 1\n    pains:\n      - {{{pain}}}\n{rest}"
    )


def test_a_grave_pain_without_an_answer_is_told() -> None:
    assert findings(a_map(GRAVE), rule=unrecovered_failure) == [
        (
            6,
            14,
            (
                'nothing answers "Letter lost" at "Step 1" (major, uncommon): '
                "no opportunity solves it, and no step makes good for it"
            ),
        )
    ]


@pytest.mark.parametrize(
    "text",
    [
        a_map(GRAVE.replace("severity: 3", "severity: 2")),
        a_map(GRAVE.replace("probability: 2", "probability: 1")),
        a_map("text: Letter lost, severity: 4"),
        a_map(GRAVE, "recovers: lost"),
        a_map(GRAVE, "recovers: step-1"),
        a_map(GRAVE, "opportunities: {text: Trace it, solves: lost}"),
        a_map(GRAVE, "opportunities: [[Trace it]]"),
        a_map(GRAVE, top="state: desired"),
    ],
)
def test_what_is_mild_rare_answered_or_wanted_is_left_alone(text: str) -> None:
    assert messages(text, rule=unrecovered_failure) == []


def test_a_dropped_opportunity_is_no_answer() -> None:
    text = a_map(GRAVE, "opportunities: {text: Trace it, solves: lost, status: dropped}")
    assert len(messages(text, rule=unrecovered_failure)) == 1


def test_what_counts_as_grave_may_be_set() -> None:
    files = {".journeymap.yaml": "options: {unrecovered-failure: {severity: 4, probability: 1}}\n"}
    assert findings(a_map(GRAVE), rule=unrecovered_failure, files=files) == []
    worst = a_map(GRAVE.replace("severity: 3, probability: 2", "severity: 4, probability: 1"))
    assert len(findings(worst, rule=unrecovered_failure, files=files)) == 1


def test_it_stands_for_the_missing_opportunity_and_weighs_as_much() -> None:
    solved = ", opportunities: {text: Mend it, solves: c}"
    text = a_map(GRAVE, f"pains: [b, {{id: c, text: C}}]{solved}", f"pains: [d]{solved}")
    report = lint_files({MAP: text}, rules=[unrecovered_failure, pain_without_opportunity])
    (gathered,) = report.diagnostics[:1]
    assert gathered.rule.code == pain_without_opportunity.code
    text = a_map(f"{GRAVE}}}\n      - {{text: Slow", "pains: [c, d, e], opportunities: Mend it")
    report = lint_files({MAP: text}, rules=[unrecovered_failure, pain_without_opportunity])
    assert [(d.rule.name, d.start.line, d.severity) for d in report.diagnostics] == [
        ("unrecovered-failure", 6, Severity.WARNING),
        ("pain-without-opportunity", 7, Severity.WARNING),
    ]
