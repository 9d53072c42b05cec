"""Rules about ideas as a backlog: their effect, their outcomes, and two that are one."""

import pytest
from tests.linter.linting import findings, messages

from journeymap.linter.rules.improvement.done_without_effect import done_without_effect
from journeymap.linter.rules.improvement.duplicate_idea import duplicate_idea
from journeymap.linter.rules.improvement.unmeasured_outcome import unmeasured_outcome

LIVE = "status: live, since: 2026-03"


def measured(idea: str, *values: str, metric: str = "kind: conversion") -> str:
    """A map with one idea and readings of its metric as `value as_of`."""
    read = ", ".join(
        "{{metric: kept, value: {}, as_of: {}}}".format(*value.split()) for value in values
    )
    return (
        f"title: A\nmetrics: [{{id: kept, name: Kept, {metric}}}]\nreadings: [{read}]\n"
        f"steps: [{{action: B, opportunities: {{text: Remind, {idea}}}}}]\n"
    )


@pytest.mark.parametrize(
    ("idea", "values", "metric", "told"),
    [
        (f"{LIVE}, outcome: {{metric: kept, from: 82}}", ["81 2026-10"], "kind: conversion", True),
        (f"{LIVE}, outcome: {{metric: kept, from: 82}}", ["82 2026-10"], "kind: conversion", True),
        (f"{LIVE}, outcome: {{metric: kept, from: 82}}", ["83 2026-10"], "kind: conversion", False),
        (f"{LIVE}, outcome: {{metric: kept, from: 82}}", ["81 2026-10"], "kind: duration", False),
        (f"{LIVE}, outcome: {{metric: kept, from: 82}}", ["81 2026-10"], "kind: other", False),
        (f"{LIVE}, outcome: {{metric: kept, from: 82}}", ["82 2026-10"], "kind: other", True),
        (f"{LIVE}, outcome: kept", ["82 2026-01", "82 2026-10"], "kind: conversion", True),
        (f"{LIVE}, outcome: kept", ["82 2026-01", "90 2026-10"], "kind: conversion", False),
        (f"{LIVE}, outcome: kept", ["82 2026-10"], "kind: conversion", False),
        (f"{LIVE}, outcome: {{metric: kept, from: 82}}", ["81 2026-01"], "kind: prom", False),
        ("status: live, outcome: {metric: kept, from: 82}", ["81 2026-10"], "kind: prom", False),
        ("outcome: {metric: kept, from: 82}, since: 2026-03", ["8 2026-10"], "kind: prom", False),
        (
            f"{LIVE}, outcome: {{metric: kept, from: 82, target: 70}}",
            ["90 2026-10"],
            "kind: other",
            True,
        ),
    ],
)
def test_effect_is_the_newest_value_since_the_idea_is_live(
    idea: str, values: list[str], metric: str, told: bool
) -> None:
    found = messages(measured(idea, *values, metric=metric), rule=done_without_effect)
    assert [text.startswith('"Remind" is live since 2026-03') for text in found] == [True] * told


def test_an_outcome_is_measured_by_any_reading_of_the_map() -> None:
    idea = "outcome: {metric: kept, from: 82}"
    assert messages(measured(idea), rule=unmeasured_outcome) == [
        '"Remind" is to move "Kept", which nothing measures'
    ]
    assert messages(measured(idea, "82 2026-01"), rule=unmeasured_outcome) == []
    assert messages(measured(f"{idea}, status: dropped"), rule=unmeasured_outcome) == []
    assert messages(measured("impact: 2"), rule=unmeasured_outcome) == []


def steps(*ideas: str, top: str = "") -> str:
    listed = "".join(f"  - {{action: a, opportunities: {idea}}}\n" for idea in ideas)
    return f"title: A\n{top}steps:\n{listed}"


@pytest.mark.parametrize(
    ("first", "second", "count"),
    [
        ("Electronic referral", "Electronic referrals", 1),
        ("Electronic referral", "electronic referral.", 1),
        ("Online booking with free slots", "Booking online, with free slots", 1),
        ("Electronic referral", "Electronic prescription", 0),
        ("A letter to the GP", "A call to the GP", 0),
        ("Skierowanie elektroniczne", "Elektroniczne skierowania", 1),
        ("{id: e, text: Electronic referral}", "{opportunity: e}", 0),
        ("{id: e, text: Electronic referral}", "{text: Electronic referrals, parent: e}", 0),
        ("{text: Electronic referral, status: dropped}", "Electronic referral", 0),
    ],
)
def test_two_ideas_are_one_where_most_of_their_words_are(
    first: str, second: str, count: int
) -> None:
    quoted = [text if text.startswith("{") else f'"{text}"' for text in (first, second)]
    assert len(messages(steps(*quoted), rule=duplicate_idea)) == count


def test_parts_of_one_wider_idea_may_say_nearly_the_same() -> None:
    wider, *parts = (
        "{id: one, text: One file}",
        "{text: File for A, parent: one}",
        ("{text: File for A and B, parent: one}"),
    )
    assert messages(steps(wider, *parts), rule=duplicate_idea) == []


def test_an_idea_that_a_library_has_is_to_be_named() -> None:
    files = {"our.library.yaml": "opportunities: [{id: e, text: Electronic referral}]\n"}
    text = steps("Electronic referrals", top="uses: our.library.yaml\n")
    said = (
        '"Electronic referrals" says nearly the same as "Electronic referral" of our.library.yaml'
    )
    assert findings(text, rule=duplicate_idea, files=files) == [(4, 32, said)]
    assert (
        findings(
            steps("{opportunity: e}", top="uses: our.library.yaml\n"),
            rule=duplicate_idea,
            files=files,
        )
        == []
    )


@pytest.mark.parametrize(
    ("idea", "values", "told"),
    [
        ("outcome: {metric: kept, from: 78, target: 90}", ["82 2026-10"], True),
        ("outcome: {metric: kept, from: 82, target: 90}", ["82 2026-10"], False),
        ("outcome: {metric: kept, from: 78, target: 90}", ["78 2026-03", "82 2026-10"], False),
        ("outcome: {metric: kept, from: 78, target: 90}, status: testing", ["82 2026-10"], False),
        ("outcome: {metric: kept, from: 78, target: 90}, pilots: {n: 4}", ["82 2026-10"], False),
        ("outcome: {metric: kept, from: 78, target: 90}, status: dropped", ["82 2026-10"], False),
        ("outcome: {metric: kept, target: 90}", ["82 2026-10"], False),
    ],
)
def test_an_idea_begins_from_what_was_read(idea: str, values: list[str], told: bool) -> None:
    said = '"Remind" is to begin from 78, and "Kept" is read as 82'
    assert messages(measured(idea, *values), rule=unmeasured_outcome) == ([said] if told else [])


def test_a_value_that_is_read_in_two_places_contradicts_no_beginning() -> None:
    text = measured("outcome: {metric: kept, from: 78, target: 90}", "82 2026-10")
    at = "{action: B, metrics: {metric: kept, value: 70, as_of: 2026-10},"
    assert messages(text.replace("{action: B,", at), rule=unmeasured_outcome) == []
