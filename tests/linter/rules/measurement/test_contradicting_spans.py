"""Readings of spans and of those who reach a step that contradict the map, and their weight."""

import pytest
from tests.linter.linting import MAP, lint_files, messages

from journeymap.findings import Severity
from journeymap.linter.profiles import Selection
from journeymap.linter.rules.measurement.contradicting_reading import contradicting_reading

RULE = contradicting_reading


def told(text: str) -> list[str]:
    return messages(text, rule=RULE)


def staged(metric: str, value: str, *steps: str) -> str:
    listed = "".join(f"      - {{action: {step}}}\n" for step in steps)
    return (
        f"title: A\nmetrics: [{{id: m, {metric}}}]\nstages:\n  - name: Diagnosis\n"
        f"    metrics: {{metric: m, value: {value}}}\n    steps:\n{listed}"
    )


def severities(text: str) -> list[Severity]:
    report = lint_files({MAP: text}, rules=[RULE], selection=Selection(select=("JM722",)))
    return [each.severity for each in report.diagnostics]


@pytest.mark.parametrize(
    ("value", "severity"),
    [
        (30, Severity.NOTE),
        (29, Severity.NOTE),
        (27, Severity.WARNING),
        (63, Severity.NOTE),
        (65, Severity.WARNING),
        (400, Severity.WARNING),
        (40, None),
    ],
)
def test_a_time_that_is_half_as_long_again_is_a_warning(
    value: float, severity: Severity | None
) -> None:
    metric = "name: Waiting time, kind: duration, unit: days"
    text = staged(metric, f"{value}", "Is referred, wait: 6 weeks", "Sees the doctor")
    assert severities(text) == ([severity] if severity else [])


LOAN = """
title: A
metrics: [{{id: m, name: {name}, kind: duration, unit: {unit}}}]
evidence: [{{id: funnel, kind: analytics}}, {{id: talks, kind: interview}}]
steps:
  - {{action: Signs the consent, evidence: funnel, {signs}}}
  - {{action: Is called back, {called}}}
  - {{action: Hears the decision, evidence: funnel, {hears}}}
"""


def read_at(step: str, value: float, **said: str) -> str:
    each = {"name": "Days to a decision", "unit": "days"} | said
    steps = {name: each.get(name, "need: Help") for name in ("signs", "called", "hears")}
    steps[step] += f", metrics: {{metric: m, value: {value}}}"
    return LOAN.format(name=each["name"], unit=each["unit"], **steps)


@pytest.mark.parametrize(
    ("name", "value", "is_told"),
    [
        ("Days to a decision", 18, True),
        ("Días hasta la decisión", 18, True),
        ("Dni do decyzji", 18, True),
        ("Days until they hear", 18, False),
        ("Days to a decision", 42, False),
        ("Days to a decision", 39, False),
        ("Days to a decision", 90, False),
        ("Days to the repayment", 18, False),
        ("Days from the call to the decision", 18, False),
        ("Days to a decision", 2, False),
    ],
)
def test_the_time_to_something_later_has_the_wait_in_it_where_it_is_read(
    name: str, value: float, is_told: bool
) -> None:
    steps = {"Dni do decyzji": "Poznaje decyzję", "Días hasta la decisión": "Oye la decisión"}
    text = read_at("signs", value, name=name, signs="wait: 6 weeks")
    text = text.replace("Hears the decision", steps.get(name, "Hears the decision"))
    assert severities(text) == ([Severity.WARNING] if is_told else [])


@pytest.mark.parametrize(
    ("value", "said", "is_told"),
    [
        (7, {"signs": "wait: 9 months"}, True),
        (9, {"signs": "wait: 9 months"}, False),
        (11, {"signs": "wait: 9 months"}, False),
        (7, {"signs": "wait: {time: 9 months, evidence: talks}"}, False),
        (5, {"signs": "wait: {time: 9 months, evidence: talks}"}, True),
        (5, {"signs": "wait: 9 months", "called": "wait: 5 months"}, False),
        (7, {"signs": "wait: 9 months", "called": "wait: 2 weeks"}, False),
        (7, {"name": "Months since the decision", "signs": "wait: 9 months"}, False),
        (7, {"name": "Months between decisions", "signs": "wait: 9 months"}, False),
        (7, {"name": "Age of the applicant", "signs": "wait: 9 months"}, False),
    ],
)
def test_the_time_to_a_step_is_held_against_the_last_wait_before_it_as_a_question(
    value: float, said: dict[str, str], is_told: bool
) -> None:
    text = read_at("hears", value, **{"name": "Months to the decision", "unit": "months"} | said)
    assert severities(text) == ([Severity.NOTE] if is_told else [])


def test_a_wait_is_said_as_it_is_written() -> None:
    text = read_at("hears", 7, name="Months to the decision", unit="months", signs="wait: 9 months")
    assert told(text) == [
        (
            '"Months to the decision" is read as 7 months, '
            'but the wait recorded after "Signs the consent" is 9 months'
        )
    ]


FUNNEL = """
title: A
metrics: [{{id: m, name: "{name}", kind: conversion, unit: "%"}}]
stages:
  - name: Looking
    steps:
      - {{action: Sees the offer, leaks: {{to: a, share: 10 %}}}}
  - name: Applying
    steps:
      - {{action: Fills in the form, leaks: {{to: a, share: {leak}}}}}
      - {{action: Hears the decision, metrics: {{metric: m, value: {value}}},
         next: [{{to: end, share: 15 %, counts: lost}}]}}
      - Gets the money
"""


@pytest.mark.parametrize(
    ("name", "value", "leak", "is_told"),
    [
        ("Applications that reach a decision", 84, "34 %", True),
        ("Applications that reach a decision", 30, "34 %", True),
        ("Applications that reach a decision", 66, "34 %", False),
        ("Applications that reach a decision", 59, "34 %", False),
        ("Applications that reach a decision", 99, "34 %", False),
        ("Applications that reach a decision", 84, "15 %", False),
        ("Solicitudes que llegan a la decisión", 84, "34 %", True),
        ("Wnioski, które doczekały się decyzji", 84, "34 %", False),
        ("Wnioski, które docierają do decyzji", 84, "34 %", True),
        ("Reach of the campaign", 84, "34 %", False),
        ("Letters that reach a decision", 84, "34 %", False),
        ("Decisions reached within a month", 84, "34 %", False),
    ],
)
def test_a_share_of_those_who_reach_a_step_is_asked_about(
    name: str, value: float, leak: str, is_told: bool
) -> None:
    text = FUNNEL.format(name=name, value=value, leak=leak)
    in_words = "la decisión" if "que" in name else "decyzję" if "które" in name else "the decision"
    assert severities(text.replace("Hears the decision", f"Hears {in_words}")) == (
        [Severity.NOTE] if is_told else []
    )


def test_of_whom_a_share_is_nobody_can_tell_so_both_are_named() -> None:
    text = FUNNEL.format(name="Applications that reach a decision", value=84, leak="34 %")
    assert told(text) == [
        (
            '"Applications that reach a decision" is read as 84 % (assumed), but by the shares '
            'recorded, 59–66 % (assumed) of those who begin come to "Hears the decision"'
        )
    ]
