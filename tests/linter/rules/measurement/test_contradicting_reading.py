"""A reading that contradicts the times, shares, counts and ways of its step, stage or map."""

import pytest
from tests.linter.linting import MAP, findings, lint_files, messages

from journeymap.findings import Severity
from journeymap.linter.profiles import Selection
from journeymap.linter.rules.measurement.contradicting_reading import contradicting_reading

RULE = contradicting_reading


def at_a_step(metric: str, value: str, step: str, *, top: str = "", before: str = "Begins") -> str:
    """A map of three steps, with a reading at the second."""
    return (
        f"title: A\n{top}metrics: [{{id: m, {metric}}}]\nsteps:\n"
        f"  - {{action: {before}}}\n"
        f"  - {{action: Is referred to the clinic, {step}, metrics: {{metric: m, {value}}}}}\n"
        "  - {action: Sees the specialist}\n"
    )


def told(text: str) -> list[str]:
    return messages(text, rule=RULE)


@pytest.mark.parametrize(
    ("name", "unit", "value", "wait"),
    [
        ("Wait for the specialist", "days", 19, "6 weeks"),
        ("Wait for the specialist", "weeks", 12, "6 weeks"),
        ("Time on hold", "min", 25, "8 min"),
        ("Espera hasta el especialista", "días", 20, "6 semanas"),
        ("Tiempo de respuesta", "h", 2, "8 h"),
        ("Czas oczekiwania na wizytę", "dni", 90, "6 tygodni"),
        ("Wait for the specialist", "days", 100, "6-8 weeks"),
        ("Wait for the specialist", "weeks", 42, "42 days"),
        ("Queue at the desk", "h", 30, "30 min"),
        ("Wait for the specialist", "days", 10, "over 3 weeks"),
    ],
)
def test_a_wait_that_is_read_otherwise_than_it_is_recorded(
    name: str, unit: str, value: float, wait: str
) -> None:
    text = at_a_step(
        f"name: {name}, kind: duration, unit: {unit}", f"value: {value}", f"wait: {wait}"
    )
    (message,) = told(text)
    assert f'"{name}" is read as {value} {unit} (assumed), but the wait recorded after' in message


@pytest.mark.parametrize(
    ("name", "unit", "value", "step"),
    [
        ("Wait for the specialist", "days", 42, "wait: 6 weeks"),
        ("Wait for the specialist", "days", 35, "wait: 6 weeks"),
        ("Wait for the specialist", "days", 52, "wait: 6 weeks"),
        ("Wait for the specialist", "days", 40, "wait: 5-8 weeks"),
        ("Wait for the specialist", "days", 3, "wait: up to 3 weeks"),
        ("Wait for the specialist", "days", 300, "wait: over 3 weeks"),
        ("Wait for the specialist", "days", 1, "wait: 1 day"),
        ("Wait for the specialist", "months", 1, "wait: 6 weeks"),
        ("Wait on the phone", "min", 8, "wait: 6 weeks"),
        ("Wait on the phone", "min", 8, "duration: 10 min"),
        ("Length of the talk", "min", 12, "wait: 6 weeks"),
        ("Length of the talk", "min", 12, "duration: 12 min, wait: 6 weeks"),
        ("Length of stay", "days", 5, "wait: 2 weeks"),
        ("From the call to the visit", "days", 43, "duration: 1 day, wait: 6 weeks"),
        ("Wait for the specialist", "points", 19, "wait: 6 weeks"),
        ("Wait for the specialist", "days", 19, "need: Help"),
        ("Wait for the specialist", "days", 0, "wait: 6 weeks"),
        ("Delay between surgery and rehab", "days", 21, "wait: 6 weeks"),
        ("Wait from the fall to the operation", "days", 21, "wait: 6 weeks"),
        ("Door-to-needle time", "min", 45, "duration: 20 min, wait: 3 h"),
        ("Average delay of trains", "min", 7, "wait: 50 min"),
        ("Time since the last visit", "months", 11, "duration: 2 days, wait: 3 months"),
        ("Warranty", "years", 2, "wait: 3 weeks"),
        ("Wait for the specialist", "days", 21, "wait: {begins: 3 weeks, other: 6 weeks}"),
    ],
)
def test_what_lies_within_a_range_or_is_about_something_else_is_left_alone(
    name: str, unit: str, value: float, step: str
) -> None:
    top = "personas: [{id: begins, name: B}, {id: other, name: O}]\npersona: [begins, other]\n"
    metric = f"name: {name}, kind: duration, unit: {unit}"
    assert told(at_a_step(metric, f"value: {value}", step, top=top)) == []


def test_a_wait_of_the_step_before_or_one_over_several_steps_explains_a_reading() -> None:
    metric = "name: Wait for the visit, kind: duration, unit: days"
    arrives = at_a_step(metric, "value: 20", "wait: 1 week", before="Calls, wait: 3 weeks")
    over_two = at_a_step(metric, "value: 28", "wait: 1 week", before="Calls, wait: 3 weeks")
    neither = at_a_step(metric, "value: 60", "wait: 1 week", before="Calls, wait: 3 weeks")
    assert [told(arrives), told(over_two)] == [[], []]
    assert len(told(neither)) == 1


def test_a_wait_named_metric_at_the_step_where_the_wait_ends_is_held_against_it() -> None:
    metric = "name: Wait for the visit, kind: duration, unit: days"
    text = at_a_step(metric, "value: 60", "need: Help", before="Calls, wait: 3 weeks")
    assert told(text) == [
        (
            '"Wait for the visit" is read as 60 days (assumed), '
            'but the wait recorded after "Calls" is 3 weeks (assumed)'
        )
    ]


def test_a_step_that_waits_has_its_wait_in_its_duration() -> None:
    text = (
        "title: A\nmetrics: [{id: m, name: Wait in the clinic, unit: min}]\nsteps:\n"
        "  - {action: Waits to be called, duration: 15 min, metrics: {metric: m, value: 50}}\n"
    )
    assert told(text) == [
        (
            '"Wait in the clinic" is read as 50 min (assumed), '
            'but "Waits to be called" is recorded to take 15 min (assumed)'
        )
    ]


def test_a_duration_is_held_against_the_step_where_both_its_times_are_known() -> None:
    metric = "name: Talk with the nurse, kind: duration, unit: min"
    text = at_a_step(metric, "value: 8", "duration: 30 min, wait: 6 weeks")
    assert told(text) == [
        (
            '"Talk with the nurse" is read as 8 min (assumed), '
            'but "Is referred to the clinic" is recorded to take 30 min (assumed)'
        )
    ]


@pytest.mark.parametrize(
    ("said", "is_told"),
    [
        ("value: 19, as_of: 2026-09", True),
        ("value: 19, as_of: 2023-09", False),
        ("value: 19, evidence: old", False),
        ("value: 19, evidence: list", True),
        ("value: 19", True),
    ],
)
def test_what_was_found_a_year_apart_may_both_be_true(said: str, is_told: bool) -> None:
    top = (
        "evidence: [{id: list, kind: records, date: 2026-08}, "
        "{id: old, kind: records, date: 2022-08}]\n"
    )
    step = "wait: {time: 6 weeks, evidence: list}"
    metric = "name: Wait for the specialist, kind: duration, unit: days"
    assert bool(told(at_a_step(metric, said, step, top=top))) == is_told


def test_a_desired_map_is_not_held_against_what_is_measured_today() -> None:
    metric = "name: Wait for the specialist, kind: duration, unit: days"
    text = at_a_step(metric, "value: 42", "wait: 2 weeks", top="state: desired\n")
    assert told(text) == []
    assert len(told(text.replace("desired", "current"))) == 1


def test_the_latest_of_a_series_counts() -> None:
    readings = "[{metric: m, value: 19, as_of: 2026-01}, {metric: m, value: 41, as_of: 2026-09}]"
    text = (
        "title: A\nmetrics: [{id: m, name: Wait, kind: duration, unit: days}]\nsteps:\n"
        f"  - {{action: Is referred, wait: 6 weeks, metrics: {readings}}}\n  - Is treated\n"
    )
    assert told(text) == []


def staged(metric: str, value: str, *steps: str) -> str:
    listed = "".join(f"      - {{action: {step}}}\n" for step in steps)
    return (
        f"title: A\nmetrics: [{{id: m, {metric}}}]\nstages:\n  - name: Diagnosis\n"
        f"    metrics: {{metric: m, value: {value}}}\n    steps:\n{listed}"
    )


TWO_WAITS = ("Is referred, wait: 6 weeks", "Has tests, wait: 2 weeks", "Hears the result")


@pytest.mark.parametrize(
    ("name", "value", "is_told"),
    [
        ("Wait for an appointment", 42, False),
        ("Wait for an appointment", 56, False),
        ("Wait", 100, False),
        ("Wait after the referral", 100, True),
        ("Wait for the test results", 56, False),
        ("Total waiting time", 20, True),
        ("Total waiting time", 90, True),
        ("Total waiting time", 60, False),
        ("Total time", 20, True),
        ("Lead time", 20, True),
        ("Total time from referral to result", 20, True),
        ("Total time of the diagnosis", 20, True),
        ("Total hospital days", 6, False),
        ("Length of stay", 5, False),
        ("Hospital days", 20, False),
    ],
)
def test_a_reading_of_a_stage(name: str, value: float, is_told: bool) -> None:
    metric = f"name: {name}, kind: duration, unit: days"
    assert bool(told(staged(metric, str(value), *TWO_WAITS))) == is_told


def test_a_total_that_is_less_than_some_of_its_parts_is_firm_and_says_what_is_missing() -> None:
    metric = "name: Total time, kind: duration, unit: days"
    assert told(staged(metric, "20", *TWO_WAITS)) == [
        (
            '"Total time" is read as 20 days (assumed), but the times recorded in this stage '
            "add up to 8 weeks (assumed) already, with some still missing"
        )
    ]


def test_a_single_wait_of_a_stage_is_meant_by_a_wait_and_is_a_note() -> None:
    metric = "name: Waiting time, kind: duration, unit: days"
    text = staged(metric, "30", "Is referred, wait: 6 weeks", "Sees the doctor")
    report = lint_files({MAP: text}, rules=[RULE], selection=Selection(select=("JM722",)))
    (found,) = report.diagnostics
    assert found.severity is Severity.NOTE
    assert found.help == (
        "correct the one that is wrong, or record the time that was measured as well, "
        "if it is another one"
    )


LEAKY = "leaks: {to: another house, share: 14 %}"


@pytest.mark.parametrize(
    ("name", "value", "step", "is_told"),
    [
        ("Offers accepted", 65, LEAKY, True),
        ("Offers accepted", 86, LEAKY, False),
        ("Offers accepted", 82, LEAKY, False),
        ("Drop-outs", 35, LEAKY, True),
        ("Drop-outs", 18, LEAKY, False),
        ("Presupuestos aceptados", 60, LEAKY, True),
        ("Abandonos", 40, LEAKY, True),
        ("Rezygnacje", 40, LEAKY, True),
        ("Oferty zaakceptowane", 60, LEAKY, True),
        ("Wizyty odwołane", 45, LEAKY, False),
        ("Odwołania pacjentów", 45, LEAKY, True),
        ("Patients lost", 45, LEAKY, True),
        ("Referrals cancelled", 45, LEAKY, True),
        ("Cancelled trains", 45, LEAKY, False),
        ("Rooms left empty", 45, LEAKY, False),
        ("Market share lost", 45, LEAKY, False),
        ("Conversion of the landing page", 45, LEAKY, False),
        ("Conversion rate", 45, LEAKY, True),
        ("Conversion rate", 4, LEAKY, False),
        ("Continuity of care", 45, LEAKY, False),
        ("Conversations begun", 45, LEAKY, False),
        ("Completed forms", 45, LEAKY, False),
        ("Retention after one year", 45, LEAKY, False),
        ("Letters lost", 45, LEAKY, False),
        ("Called back within 48 hours", 45, LEAKY, False),
        ("Accepted on time", 45, LEAKY, False),
        ("Referrals with all papers", 45, LEAKY, False),
        ("Would recommend us", 45, LEAKY, False),
        ("Drop-outs", 35, "need: Help", False),
        ("Drop-outs", 35, "leaks: {to: another house}", False),
        ("Drop-outs", 10, "leaks: [{to: a, share: 40 %}, {to: b}]", True),
        ("Drop-outs", 70, "leaks: [{to: a, share: 40 %}, {to: b}]", False),
        ("No-shows", 40, "next: [{to: end, share: 12 %, counts: lost}]", True),
        ("No-shows", 20, "leaks: {to: a, share: 0 %}", True),
        ("No-shows", 0, "leaks: {to: a, share: 20 %}", True),
        ("Referrals repeated", 40, "next: {to: begins, share: 10 %}", True),
        ("Repetidos", 40, "next: {to: begins, share: 10 %}", True),
        ("Ponowne wizyty", 40, "next: {to: begins, share: 10 %}", True),
        ("Referrals repeated", 12, "next: {to: begins, share: 10 %}", False),
        ("Referrals repeated", 40, LEAKY, False),
        ("Readmitted within 30 days", 40, "next: {to: begins, share: 10 %}", False),
        ("Visits kept", 96, "leaks: {to: a, share: 25 %}", True),
        ("Visits kept", 95, "leaks: {to: a, share: 8 %}", False),
        ("Visits kept", 100, "leaks: {to: a, share: 12 %}", True),
    ],
)
def test_a_share_at_a_step(name: str, value: float, step: str, is_told: bool) -> None:
    metric = f'name: {name}, kind: conversion, unit: "%"'
    assert bool(told(at_a_step(metric, f"value: {value}", step))) == is_told


def test_a_share_at_the_step_where_people_arrive_is_held_against_the_one_before() -> None:
    metric = 'name: No-show rate, unit: "%"'
    text = at_a_step(metric, "value: 30", "need: Help", before="Books, leaks: {share: 8 %}")
    assert told(text) == [
        (
            '"No-show rate" is read as 30 % (assumed), but by the shares recorded there, '
            '8 % (assumed) leave at "Books"'
        )
    ]


def of_the_map(name: str, value: float, leaks: str = "12 %") -> str:
    return (
        f'title: A\nmetrics: [{{id: m, name: {name}, unit: "%"}}]\n'
        f"readings: {{metric: m, value: {value}}}\nsteps:\n"
        f"  - {{action: Begins, leaks: {{to: a, share: {leaks}}}}}\n"
        "  - {action: Is treated, leaks: {to: a, share: 25 %}}\n  - Ends\n"
    )


@pytest.mark.parametrize(
    ("name", "value", "severity"),
    [
        ("Course completed", 66, None),
        ("Course completed", 90, Severity.WARNING),
        ("Course completed", 40, Severity.NOTE),
        ("Drop-out rate", 10, Severity.WARNING),
        ("Drop-out rate", 60, Severity.NOTE),
        ("Drop-out rate", 35, None),
        ("Appointments kept", 95, None),
        ("Completed within a year", 20, None),
        ("Yearly churn", 5, None),
    ],
)
def test_a_share_of_the_map(name: str, value: float, severity: Severity | None) -> None:
    report = lint_files(
        {MAP: of_the_map(name, value)}, rules=[RULE], selection=Selection(select=("JM722",))
    )
    assert [each.severity for each in report.diagnostics] == ([severity] if severity else [])


STARTS = "starts: {n: 1200, per: year}\n"


@pytest.mark.parametrize(
    ("metric", "value", "top", "is_told"),
    [
        ("name: Patients referred, unit: per month", 100, STARTS, False),
        ("name: Patients referred, unit: per month", 40, STARTS, True),
        ("name: Patients referred, unit: per year", 3000, STARTS, True),
        ("name: Patients referred per week, unit: people", 23, STARTS, False),
        ("name: Pacjenci, unit: miesięcznie", 30, STARTS, True),
        ("name: Pacientes, unit: al mes", 30, STARTS, True),
        ("name: Patients referred, unit: people", 40, STARTS, False),
        ("name: Patients referred, unit: per month", 40, "", False),
        ("name: Complaints, unit: per month", 40, STARTS, False),
        ("name: Patients referred, unit: per month", 5, STARTS, False),
        ("name: Patients lost, unit: per month", 14, STARTS, False),
        ("name: Patients lost, unit: per month", 40, STARTS, True),
        ("name: Letters lost about patients, unit: per month", 40, STARTS, False),
    ],
)
def test_a_count_against_how_many_begin(metric: str, value: float, top: str, is_told: bool) -> None:
    text = at_a_step(f"kind: count, {metric}", f"value: {value}", LEAKY, top=top)
    assert bool(told(text)) == is_told


def test_visits_a_head_against_ways_back() -> None:
    once = at_a_step("kind: count, name: Referrals per patient", "value: 3", LEAKY)
    again = at_a_step(
        "kind: count, name: Referrals per patient",
        "value: 2",
        "next: [{to: begins, share: 50 %, why: no papers}]",
    )
    assert told(again) == []
    message = (
        '"Referrals per patient" is read as 3 (assumed), but by the ways recorded, '
        'whoever comes to "Is referred to the clinic" comes once (assumed)'
    )
    assert findings(once, rule=RULE) == [(5, 110, message)]


def test_what_cannot_be_read_contradicts_nothing() -> None:
    metric = "name: Wait, kind: duration, unit: days"
    assert told(at_a_step(metric, "value: 19", "wait: many moons")) == []
    assert told(at_a_step(metric, "value: lots", "wait: 6 weeks")) == []
    assert (
        told(at_a_step("name: Offers accepted, unit: '%'", "value: 5", "leaks: {share: ab}")) == []
    )


def test_a_figure_with_evidence_is_not_called_assumed() -> None:
    top = "evidence: [{id: list, kind: records}]\n"
    metric = "name: Wait, kind: duration, unit: days"
    (message,) = told(at_a_step(metric, "value: 19, evidence: list", "wait: 6 weeks", top=top))
    assert message.startswith('"Wait" is read as 19 days, but')
    assert message.endswith("is 6 weeks (assumed)")
    step = "wait: {time: 6 weeks, evidence: list}"
    (message,) = told(at_a_step(metric, "value: 19, evidence: list", step, top=top))
    assert message.endswith("is 6 weeks")
