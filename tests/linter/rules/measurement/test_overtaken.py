"""Changes outside that overtake a review."""

import pytest
from tests.linter.linting import messages

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
