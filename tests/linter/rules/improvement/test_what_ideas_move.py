"""Ideas of much impact without an outcome, and live ones of which the figures say little."""

import pytest
from tests.linter.linting import messages

from journeymap.linter.rules.improvement.done_without_effect import done_without_effect
from journeymap.linter.rules.improvement.unmeasured_outcome import unmeasured_outcome

METRIC = "metrics: [{id: kept, name: Kept, unit: min, better: lower}]\n"


def ideas(*said: str, top: str = METRIC, read: str = "") -> str:
    every = "".join(f"\n  - {{text: {each}}}" for each in said)
    return f"title: A\n{top}readings: [{read}]\nsteps:\n- action: B\n  opportunities:{every}\n"


@pytest.mark.parametrize(
    ("idea", "told"),
    [
        ("Remind, impact: 5", True),
        ("Remind, impact: 4", False),
        ("Remind, impact: 5, status: testing", True),
        ("Remind, impact: 4, status: live", True),
        ("Remind, impact: 3", False),
        ("Remind", False),
        ("Remind, impact: 5, status: dropped", False),
        ("Remind, impact: 5, outcome: kept", False),
    ],
)
def test_an_idea_of_much_impact_names_what_it_is_to_move(idea: str, told: bool) -> None:
    text = ideas(idea, read="{metric: kept, value: 9}")
    found = messages(text, rule=unmeasured_outcome)
    assert [each.endswith("names no metric that it is to move") for each in found] == [True] * told


def test_ideas_without_an_outcome_are_told_together() -> None:
    text = ideas("Remind, impact: 4, status: live", "Ring, impact: 5", "Write, impact: 4")
    (said,) = messages(text, rule=unmeasured_outcome)
    assert said.startswith('"Remind" and "Ring", of impact 5 or of impact 4 and tested or live, ')
    assert said.endswith("name no metric that they are to move")


@pytest.mark.parametrize("top", ["", f"{METRIC}state: desired\n"])
def test_no_outcome_is_asked_where_nothing_is_measured_yet_or_all_is_an_aim(top: str) -> None:
    assert messages(ideas("Remind, impact: 5", top=top), rule=unmeasured_outcome) == []


@pytest.mark.parametrize(
    ("values", "told"),
    [
        (["231 2025-02", "150 2025-12"], False),
        (["190 2025-02", "150 2025-12"], True),
        (["231 2025-01", "190 2025-02"], False),
        (["190 2025-12"], False),
    ],
)
def test_a_live_idea_began_from_what_was_read_before_it(values: list[str], told: bool) -> None:
    read = ", ".join("{{metric: kept, value: {}, as_of: {}}}".format(*v.split()) for v in values)
    live = "Remind, status: live, since: 2025-06, outcome: {metric: kept, from: 231, target: 120}"
    said = '"Remind" began from 231 min, and "Kept" was read as 190 min before it'
    assert messages(ideas(live, read=read), rule=unmeasured_outcome) == ([said] if told else [])


@pytest.mark.parametrize(
    ("value", "end"),
    [
        (228, "hardly moved: it was 231 min and is 228 min, of 120 min that it was to be"),
        (221, "hardly moved: it was 231 min and is 221 min, of 120 min that it was to be"),
        (219, None),
        (110, None),
        (231, "not moved: it was 231 min and is 231 min"),
        (240, "got worse: it was 231 min and is 240 min"),
    ],
)
def test_less_than_a_tenth_of_the_way_is_hardly_moved(value: int, end: str | None) -> None:
    live = "Remind, status: live, since: 2025-06, outcome: {metric: kept, from: 231, target: 120}"
    text = ideas(live, read=f"{{metric: kept, value: {value}, as_of: 2025-12}}")
    said = f'"Remind" is live since 2025-06, and "Kept" has {end}'
    assert messages(text, rule=done_without_effect) == ([said] if end else [])
