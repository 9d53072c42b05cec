"""Changes outside that overtake a review."""

import pytest
from tests.linter.linting import MAP, lint_files, messages

from journeymap.linter.profiles import Selection
from journeymap.linter.rules.measurement.overtaken import overtaken


def a_map(reviewed: str, change: str) -> str:
    return (
        f"title: A\nreviewed: {reviewed}\nexternal_changes: [{{what: Law, {change}}}]\n"
        "stages: [{name: Treatment, steps: [{id: takes, action: Takes it, channel: phone}]}]\n"
    )


@pytest.mark.parametrize(
    ("reviewed", "change", "told"),
    [
        ("2026-03", "date: 2026-10", True),
        ("2026-11", "date: 2026-10", False),
        ("2026-10-12", "date: 2026-10", False),
        ("2026-10", "date: 2026-10-20", False),
        ("2026-10-12", "date: 2026-10-20", True),
        ("2026-10-12", "date: 2026-10-12", False),
        ("2026-03", "date: 2027-01", False),
        ("2026-03", "affects: takes", False),
        ("2026-03", "date: 2026-10, affects: treatment", True),
        ("2026-03", "date: 2026-10, affects: Phone", True),
        ("2026-03", "date: 2026-10, affects: phone", True),
        ("2026-03", "date: 2026-10, affects: post", False),
    ],
)
def test_a_review_is_overtaken_by_what_holds_since_then(
    reviewed: str, change: str, told: bool
) -> None:
    found = messages(a_map(reviewed, change), rule=overtaken)
    assert [text.startswith('the map was reviewed before "Law"') for text in found] == [True] * told


def test_a_library_tells_its_maps_of_what_affects_them() -> None:
    library = (
        "external_changes: [{what: Tablet, date: 2026-10, affects: [b]}, "
        "{what: Law, date: 2026-09, affects: [elsewhere]}]\n"
    )
    text = "title: A\nuses: our.library.yaml\nreviewed: 2026-03\nsteps: [B]\n"
    assert messages(text, rule=overtaken, files={"our.library.yaml": library}) == [
        'the map was reviewed before "Tablet" (2026-10), which affects "B"'
    ]


def _told_beside(reviewed: str, step: str) -> list[str]:
    text = (
        f"title: A\nreviewed: {reviewed}\n"
        "external_changes: [{what: Law, date: 2026-07, affects: [b]}]\n"
        "evidence: [{id: old, kind: interview, date: 2026-04}, "
        "{id: new, kind: records, date: 2026-10}]\n"
        f"steps: [{{id: b, action: B, {step}}}, C]\n"
    )
    report = lint_files({MAP: text}, rules=[overtaken], selection=Selection(select=("JM720",)))
    return [each.message for found in report.diagnostics for each in found.related]


@pytest.mark.parametrize(
    ("step", "told"),
    [
        ("evidence: old", ["rests on evidence of 2026-04 or older"]),
        ("evidence: [old, new]", []),
        (
            "emotion: sad, evidence: old, leaks: {to: home, share: 9 %, evidence: new}",
            ["what is felt here rests on evidence of 2026-04 or older"],
        ),
        ("opportunities: Ring", ['an open idea at "B"']),
        ("opportunities: {text: Ring, status: testing}", ['an open idea at "B"']),
        ("opportunities: {text: Ring, status: dropped}", []),
        ("opportunities: {text: Ring, status: live}", []),
    ],
)
def test_beside_a_change_stands_what_is_older_and_what_is_planned(
    step: str, told: list[str]
) -> None:
    assert _told_beside("2026-05", step) == ["what changed", *told]


def test_after_a_review_ideas_are_named_where_the_evidence_is_older() -> None:
    assert _told_beside("2026-09", "opportunities: Ring") == []
    assert _told_beside("2026-09", "evidence: old, opportunities: Ring") == [
        "what changed",
        'an open idea at "B"',
    ]
