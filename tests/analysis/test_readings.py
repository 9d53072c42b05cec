"""What is measured where, whether it reached its target, and what changed outside since."""

from datetime import date

import pytest
from tests.analysis.reading import analyse

from journeymap.analysis.external import changes
from journeymap.analysis.readings import newest, reached, readings_of
from journeymap.model.fields import Day
from journeymap.model.vocabulary import Better, Metric, MetricKind

TEXT = """
title: A
metrics: [{id: m, name: One}, {id: n, name: Other}]
readings: [{metric: m, value: 1, as_of: 2026-05-01}, {metric: n, value: 2}]
steps:
  - action: B
    metrics: [{metric: m, value: 3, as_of: 2026-05-01}, {metric: m, value: 4, as_of: 2026-01-01}]
"""


def test_the_readings_of_one_metric_are_found_wherever_they_stand() -> None:
    journey_map = analyse(TEXT).journey_map
    found = list(readings_of("m", journey_map))
    assert [(route[-2:], each.value) for route, each in found] == [
        (("readings", 0), 1),
        (("metrics", 0), 3),
        (("metrics", 1), 4),
    ]
    assert [each.value for _, each in newest(found, journey_map.metrics)] == [1, 3]


@pytest.mark.parametrize(
    ("metric", "value", "target", "good"),
    [
        ({"better": Better.HIGHER}, 5, 5, True),
        ({"better": Better.HIGHER}, 6, 5, True),
        ({"better": Better.HIGHER}, 4, 5, False),
        ({"better": Better.LOWER}, 4, 5, True),
        ({"better": Better.LOWER}, 6, 5, False),
        ({"kind": MetricKind.OTHER}, 6, 5, None),  # which way is better nobody says
        ({"kind": MetricKind.OTHER}, 5, 5, True),
        ({"better": Better.HIGHER}, None, 5, None),
        ({"better": Better.HIGHER}, 5, None, None),
        ({"kind": MetricKind.NPS}, 8.5, 40, None),  # a mean of answers, and no NPS
        ({"kind": MetricKind.NPS}, 8, 40, False),
    ],
)
def test_whether_a_target_is_reached(
    metric: dict[str, object], value: float | None, target: float | None, good: bool | None
) -> None:
    assert reached(Metric.model_validate({"name": "M"} | metric), value, target) is good


CHANGES = """
title: A
stakeholders: [{id: lab, name: Laboratory, kind: organisation}]
external_changes:
  - {what: A law, date: 2026-03-15}
  - {what: A move, date: 2026-03, affects: [lab, elsewhere]}
  - {what: A plan, affects: lab}
  - {what: Nothing of ours, date: 2026-03-15, affects: elsewhere}
steps: [{action: B, actor: lab}]
"""


def test_what_changed_outside_affects_what_it_names_or_all() -> None:
    found = list(changes(analyse(CHANGES, faulty=False).journey_map))
    assert [(each.what, each.affected, each.route) for each in found] == [
        ("A law", (), ("external_changes", 0)),
        ("A move", ("Laboratory",), ("external_changes", 1)),
        ("A plan", ("Laboratory",), ("external_changes", 2)),
    ]


@pytest.mark.parametrize(
    ("reviewed", "after"),
    [
        ("2026-03-14", [True, False, False]),  # of the same month nobody knows
        ("2026-03-15", [False, False, False]),
        ("2026-02-28", [True, True, False]),
        ("2026-03", [False, False, False]),
        ("2026-04-01", [False, False, False]),
    ],
)
def test_whether_it_changed_after_a_review(reviewed: str, after: list[bool]) -> None:
    journey_map = analyse(
        CHANGES.replace("title: A", f"title: A\nreviewed: {reviewed}")
    ).journey_map
    day = journey_map.journey.reviewed
    assert isinstance(day, Day)
    assert [each.is_after(day) for each in changes(journey_map)] == after
    assert [each.day for each in changes(journey_map)][2] == date.max
