"""Rules about metrics: unmeasured-stage, target-missed, metric-without-target."""

import pytest
from tests.linter.linting import MAP, findings, lint_files, messages

from journeymap.findings import Severity
from journeymap.linter.rules.leverage.leverage_point import leverage_point
from journeymap.linter.rules.measurement.metric_without_target import metric_without_target
from journeymap.linter.rules.measurement.target_missed import target_missed
from journeymap.linter.rules.measurement.unmeasured_stage import unmeasured_stage


def staged(*stages: str) -> str:
    return "\n".join(("title: A", "stages:", *(f"  - {{{stage}}}" for stage in stages), ""))


MEASURED, SILENT = "name: M, steps: [a], metrics: x", "name: N, steps: [b]"


def test_most_stages_without_a_metric_are_told_of_at_the_map() -> None:
    assert findings(staged(MEASURED, SILENT, SILENT), rule=unmeasured_stage) == [
        (1, 1, '2 of 3 stages have no metric: "N" and "N"')
    ]
    assert messages(staged(SILENT, SILENT), rule=unmeasured_stage) == [
        "nothing is measured in any stage"
    ]


def test_a_single_stage_without_a_metric_is_told_of_at_its_name() -> None:
    assert findings(staged(MEASURED, SILENT, MEASURED), rule=unmeasured_stage) == [
        (4, 12, '"N" has no metric')
    ]


@pytest.mark.parametrize(
    "said",
    ["steps: [a, {action: b, metrics: x}]", "steps: [a], metrics: {metrc: x}", "steps: []"],
)
def test_a_metric_of_a_step_one_not_read_and_an_empty_stage_are_left_alone(said: str) -> None:
    assert messages(staged(MEASURED, f"name: N, {said}"), rule=unmeasured_stage) == []


def test_a_map_without_stages_is_measured_by_its_steps_or_at_its_top() -> None:
    assert messages("title: A\nsteps: [a]\n", rule=unmeasured_stage) == ["nothing is measured"]
    for said in ("readings: x\nsteps: [a]", "steps: {action: a, metrics: x}"):
        assert messages(f"title: A\n{said}\n", rule=unmeasured_stage) == []
    assert messages(f"readings: x\n{staged(SILENT)}", rule=unmeasured_stage) != []


def missed(metric: str, *values: str) -> list[str]:
    listed = ", ".join(f"{{metric: m, {value}}}" for value in values)
    text = f"title: A\nmetrics: [{{id: m, name: M, {metric}}}]\nreadings: [{listed}]\nsteps: [a]\n"
    return messages(text, rule=target_missed)


@pytest.mark.parametrize(
    ("metric", "value", "miss"),
    [
        ("kind: nps, target: 50", 49.5, True),
        ("kind: nps, target: 50", 50, False),
        ("kind: duration, target: 14", 14, False),
        ("kind: duration, target: 14", 15, True),
        ("kind: cost, target: 0", 0.1, True),
        ("kind: prem, target: 90", 3, True),
        ("kind: duration, target: 14, better: higher", 15, False),
        ("kind: other, target: 5, better: lower", 6, True),
        ("kind: ces, target: 5", 1, False),
        ("kind: count, target: 5", 1, False),
        ("kind: nps", -90, False),
        ("target: 5", 1, False),
    ],
)
def test_which_side_of_the_target_is_the_wrong_one(metric: str, value: float, miss: bool) -> None:
    assert bool(missed(metric, f"value: {value}")) == miss


def test_the_latest_value_counts_and_of_equal_ones_the_last() -> None:
    low, high = "value: 1", "value: 9"
    metric = "kind: nps, target: 5"
    assert missed(metric, f"{low}, as_of: 2026-09", f"{high}, as_of: 2026-10") == []
    assert len(missed(metric, f"{low}, as_of: 2026-10", f"{high}, as_of: 2026-09-30")) == 1
    assert missed(metric, f"{low}, as_of: 2026-09", f"{high}, as_of: 2026-09-30") == []
    assert missed(metric, low, high) == []
    assert len(missed(metric, f"{low}, as_of: 2026-09", high)) == 1


def test_the_message_names_unit_and_bound_and_says_what_is_assumed() -> None:
    text = (
        "title: A\nevidence: [{id: e, kind: assumption}, {id: r, kind: records}]\n"
        "metrics: {id: w, name: Wait, kind: duration, unit: days, target: 14}\n"
        "stages:\n  - name: S\n    metrics: {metric: w, value: 42, evidence: e}\n"
        "    steps: a\n"
        "  - {name: T, steps: {action: a, metrics: {metric: w, value: 15.5, evidence: r}}}\n"
    )
    assert findings(text, rule=target_missed) == [
        (6, 33, '"Wait" is assumed to be 42 days; the target is at most 14 days'),
        (8, 62, '"Wait" is 15.5 days; the target is at most 14 days'),
    ]


METRICS = (
    "metrics: [{id: m, name: M, kind: nps, target: 5}, {id: n, name: N, kind: nps, target: 9}]"
)
PAIN = "pains: {text: P, severity: 2, probability: 2}"


def of_stage(stage: str, *steps: str) -> str:
    """A map whose only stage stands in line 4."""
    listed = "\n".join(f"      - {step}" for step in steps)
    return f"title: A\n{METRICS}\nstages:\n  - {stage}\n    steps:\n{listed}\n"


def test_several_targets_of_a_stage_are_one_finding() -> None:
    text = of_stage(
        "name: S\n    metrics: {metric: m, value: 1}",
        "{action: a, metrics: {metric: n, value: 2}}",
    )
    assert findings(text, rule=target_missed) == [
        (4, 11, '2 targets are missed (assumed figures): "M" at 1, target 5; "N" at 2, target 9')
    ]


@pytest.mark.parametrize(
    ("step", "severity", "said"),
    [
        ("{action: a, IDEA}", Severity.WARNING, "find out what holds it back"),
        ("{action: a, PAIN}", Severity.WARNING, "find out what holds it back"),
        ("{action: a, PAIN, IDEA, status: live}}", Severity.WARNING, "find out what holds it back"),
        ("{action: a, PAIN, IDEA}}", Severity.NOTE, "find out what holds it back"),
    ],
)
def test_a_gap_that_is_known_and_answered_is_a_note(
    step: str, severity: Severity, said: str
) -> None:
    idea = "opportunities: {text: Ring" + ("" if step.endswith("}}") else "}")
    step = step.replace("PAIN", PAIN).replace("IDEA", idea)
    text = of_stage("name: S\n    metrics: {metric: m, value: 1}", step)
    (found,) = lint_files({MAP: text}, rules=[target_missed]).diagnostics
    none = 'no idea names "M" as its outcome: say which one is to move it, or look for one; '
    assert (found.severity, found.help[: len(none + said)]) == (severity, none + said)


@pytest.mark.parametrize(
    ("measured", "said"),
    [
        (("stage",), "find out what holds it back"),
        (("stage", "step"), 'see whether a pain recorded here is the reason ("P")'),
        (("step",), 'see whether a pain recorded here is the reason ("P")'),
    ],
)
def test_no_idea_is_credited_with_a_metric_that_nothing_speaks_of(
    measured: tuple[str, ...], said: str
) -> None:
    at = dict.fromkeys(measured, ", metrics: {metric: m, value: 1}")
    stage = "name: S" + at.get("stage", "").replace(", ", "\n    ", 1)
    hurting = f"{{action: a, {PAIN}, opportunities: Ring{at.get('step', '')}}}"
    (found,) = lint_files({MAP: of_stage(stage, hurting, "b")}, rules=[target_missed]).diagnostics
    assert found.severity is Severity.NOTE
    assert said in found.help
    assert "Ring" not in found.help


@pytest.mark.parametrize(
    ("measured", "pains", "said"),
    [
        ("step", "[P, Q]", 'see whether a pain recorded here is the reason ("P" and "Q")'),
        ("stage", "[P, Q]", "and record it as a pain if none on the map is that"),
        (
            "stage",
            "[P, Parking]",
            'see whether a pain recorded here is the reason ("Parking")',
        ),
    ],
)
def test_nothing_is_chosen_among_several_pains(measured: str, pains: str, said: str) -> None:
    """Of a figure that is read over a stage a pain is the reason only where it has a word of it."""
    at = {measured: "metrics: {metric: m, value: 1}"}
    stage = f"name: S\n    {at['stage']}" if "stage" in at else "name: S"
    step = f"{{action: a, pains: {pains}, opportunities: Ring, {at.get('step', 'note: n')}}}"
    text = of_stage(stage, step, "b").replace(METRICS, METRICS.replace("name: M", "name: Parking"))
    (found,) = lint_files({MAP: text}, rules=[target_missed]).diagnostics
    assert found.help.endswith(said)


def test_why_people_leave_is_told_where_no_pain_explains_a_miss() -> None:
    step = "{action: a, leaks: {to: x, why: nobody rings}}"
    text = of_stage("name: S\n    metrics: {metric: m, value: 1}", step)
    (found,) = lint_files({MAP: text}, rules=[target_missed]).diagnostics
    assert found.help.endswith('; people leave at "a" because of "nobody rings"')


def test_a_pain_of_another_step_explains_nothing_of_a_step() -> None:
    answered = f"{{action: a, {PAIN}, opportunities: Ring}}"
    text = of_stage("name: S", answered, "{action: b, metrics: {metric: m, value: 1}}")
    (found,) = lint_files({MAP: text}, rules=[target_missed]).diagnostics
    assert found.severity is Severity.WARNING


def test_what_is_read_of_the_whole_journey_points_to_its_leverage() -> None:
    step = f"{{action: a, {PAIN}, opportunities: Ring}}"
    text = f"title: A\n{METRICS}\nreadings: {{metric: m, value: 1}}\nsteps: [{step}, b]\n"
    (found,) = lint_files({MAP: text}, rules=[target_missed]).diagnostics
    assert found.severity is Severity.NOTE
    assert "journeymap leverage" in found.help


def test_a_leverage_point_keeps_its_targets_for_itself() -> None:
    pressing = "importance: 5, expected: 4, perceived: 1, emotion: -2"
    text = of_stage(
        "name: S\n    metrics: {metric: m, value: 1}",
        f"{{action: a, {pressing}, metrics: {{metric: n, value: 2}}}}",
    )
    rules = [target_missed, leverage_point]
    report = lint_files({MAP: text}, rules=rules)
    assert [(d.rule.name, d.severity) for d in report.diagnostics] == [
        ("target-missed", Severity.WARNING),
        ("leverage-point", Severity.WARNING),
    ]
    assert '"N" at 2, target 9' in report.diagnostics[1].message


def test_the_target_of_a_library_is_a_related_place_and_an_unknown_metric_none() -> None:
    library = {"w.library.yaml": "metrics: {id: m, name: M, kind: nps, target: 50}\n"}
    text = (
        "title: A\nuses: w.library.yaml\nreadings: [{metric: m, value: 4}, {metric: x, value: 4}]"
    )
    [message] = messages(f"{text}\nsteps: [a]\n", rule=target_missed, files=library)
    assert message == '"M" is assumed to be 4; the target is at least 50'


def aimless(*metrics: str, name: str = "map.journey.yaml") -> list[tuple[int, int, str]]:
    listed = "".join(f"  - {{{metric}}}\n" for metric in metrics)
    end = "title: A\nsteps: [a]\n" if "journey" in name else ""
    return findings(f"metrics:\n{listed}{end}", rule=metric_without_target, name=name)


def test_half_of_the_metrics_are_told_one_by_one_and_most_of_them_at_once() -> None:
    assert aimless("name: M", "name: N, target: 2") == [(2, 12, '"M" has no target')]
    assert aimless("name: M", "name: N", "name: O, target: 0") == [
        (1, 1, '2 of 3 metrics have no target: "M" and "N"')
    ]


def test_a_library_is_asked_and_a_target_that_cannot_be_read_is_not_missing() -> None:
    assert len(aimless("name: M", name="w.library.yaml")) == 1
    assert aimless("name: M, target: high") == []
    assert findings("profile: draft\n", rule=metric_without_target, name=".journeymap.yaml") == []


def test_a_metric_is_the_same_by_its_id_and_by_its_name() -> None:
    text = (
        "title: A\nmetrics: [{id: wait, name: Days, kind: duration, unit: days, target: 14}]\n"
        "steps:\n  - action: B\n    metrics:\n"
        "      - {metric: wait, value: 40, as_of: 2026-01}\n"
        "      - {metric: Days, value: 5, as_of: 2026-06}\n"
    )
    assert messages(text, rule=target_missed) == []
