"""Who answers for stages, targets without a direction, readings that are old."""

import pytest
from tests.linter.linting import MAP, findings, lint_files, messages

from journeymap.linter.profiles import Selection
from journeymap.linter.rules.measurement.ownerless_stage import ownerless_stage
from journeymap.linter.rules.measurement.stale_reading import stale_reading
from journeymap.linter.rules.measurement.undirected_target import undirected_target


def staged(*stages: str) -> str:
    return "\n".join(("title: A", "stages:", *(f"  - {{{stage}}}" for stage in stages), ""))


OWNED, LOOSE = "name: M, owner: Desk, steps: [a]", "name: N, steps: [b]"


def test_a_stage_without_an_owner_is_told_by_itself_most_of_them_together() -> None:
    alone = [(5, 12, 'nobody is named as responsible for "N"')]
    assert findings(staged(OWNED, OWNED, LOOSE), rule=ownerless_stage) == alone
    most = ['2 of 3 stages have no owner: "N" and "N"']
    assert messages(staged(OWNED, LOOSE, LOOSE), rule=ownerless_stage) == most
    every = ["none of the 2 stages has an owner"]
    assert messages(staged(LOOSE, LOOSE), rule=ownerless_stage) == every


def test_steps_without_stages_and_a_desired_map_have_no_owner_of_stages() -> None:
    assert messages("title: A\nsteps: [a, b]\n", rule=ownerless_stage) == []
    assert messages(f"state: desired\n{staged(LOOSE, OWNED)}", rule=ownerless_stage) == []
    unread = staged(OWNED, "name: N, owner: [1, 2], steps: [b]")
    assert messages(unread, rule=ownerless_stage) == []


@pytest.mark.parametrize(
    ("metric", "is_told"),
    [
        ("kind: count, target: 10", True),
        ("kind: ces, target: 3", True),
        ("kind: other, target: 3", True),
        ("target: 0", True),
        ("kind: count, target: 10, better: lower", False),
        ("kind: count", False),
        ("kind: nps, target: 10", False),
        ("kind: duration, target: 10", False),
        ("kind: count, target: lots", False),
    ],
)
def test_a_target_that_can_never_be_missed(metric: str, is_told: bool) -> None:
    text = f"title: A\nmetrics: [{{id: m, name: M, {metric}}}]\nsteps: [a]\n"
    assert bool(messages(text, rule=undirected_target)) == is_told


def test_a_library_is_asked_for_its_own() -> None:
    files = {"a.library.yaml": "metrics: [{id: m, name: M, kind: count, target: 1}]\n"}
    report = lint_files(
        {**files, MAP: "title: A\nuses: a.library.yaml\nsteps: [a]\n"},
        rules=[undirected_target],
        selection=Selection(select=("JM728",)),
    )
    assert [(each.file.shown, each.start.line) for each in report.diagnostics] == [
        ("a.library.yaml", 1)
    ]


@pytest.mark.parametrize(
    ("said", "every", "is_told"),
    [
        ("value: 1, as_of: 2025-03", "", True),
        ("value: 1, as_of: 2026-03", "", False),
        ("value: 1, as_of: 2025-03", "review_every: 2 years\n", False),
        ("value: 1, as_of: 2024-03", "review_every: 2 years\n", True),
        ("value: 1, as_of: 2025-03", "review_every: 3 months\n", True),
        ("value: 1, as_of: 2026-03", "review_every: 3 months\n", False),
        ("value: 1", "", False),
        ("as_of: 2025-03", "", False),
    ],
)
def test_the_latest_reading_is_held_against_a_year(said: str, every: str, is_told: bool) -> None:
    text = f"title: A\n{every}readings: [{{metric: m, {said}}}]\nsteps: [a]\n"
    assert bool(messages(text, rule=stale_reading)) == is_told


def test_an_old_one_of_a_series_that_goes_on_is_history() -> None:
    series = "[{metric: m, value: 1, as_of: 2024-03}, {metric: m, value: 2, as_of: 2026-09}]"
    assert messages(f"title: A\nreadings: {series}\nsteps: [a]\n", rule=stale_reading) == []
    other = series.replace("{metric: m, value: 2", "{metric: n, value: 2")
    told = ['the latest value of "m" is 31 months old']
    assert messages(f"title: A\nreadings: {other}\nsteps: [a]\n", rule=stale_reading) == told
