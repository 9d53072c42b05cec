"""Rules that hold stages against a model: uncovered-phase, framework-gap, stage-order."""

from collections.abc import Mapping

import pytest
from tests.linter.linting import findings

from journeymap.authoring.rule import Rule
from journeymap.linter.rules.completeness.framework_gap import framework_gap
from journeymap.linter.rules.completeness.stage_order import stage_order
from journeymap.linter.rules.completeness.uncovered_phase import uncovered_phase


def a_map(*stages: str, framework: str = "", top: str = "") -> str:
    """A map with one stage a line from line 4 on; each says its fields in flow style."""
    listed = (f"  - {{{fields}, steps: [Calls]}}" for fields in stages)
    held = f"framework: {framework}" if framework else "purpose: See"
    return "\n".join(("title: Clinic", held, f"{top}stages:", *listed, ""))


def messages(text: str, rule: Rule, files: Mapping[str, str] | None = None) -> list[str]:
    return [message for _, _, message in findings(text, rule=rule, files=files)]


def test_the_phases_that_no_stage_lies_in_are_named() -> None:
    assert findings(a_map("name: A, phase: during"), rule=uncovered_phase) == [
        (1, 1, "no stage lies before or after the use of the service")
    ]


@pytest.mark.parametrize(
    "stages",
    [
        ("name: A", "name: B"),
        ("name: A, phase: before", "name: B, phase: during", "name: C, phase: after", "name: D"),
        ("name: A, phase: before", "name: B, phase: durng"),  # it cannot be read
    ],
)
def test_phases_are_not_asked_for_where_none_is_known_to_be_missing(stages: tuple[str]) -> None:
    assert findings(a_map(*stages), rule=uncovered_phase) == []


def test_phases_on_some_stages_only_are_told_once() -> None:
    text = a_map("name: A, phase: before", "name: B", "name: C, phase: during")
    assert messages(text, uncovered_phase) == ["no stage lies after the use of the service"]


def test_before_during_after_is_left_to_the_framework() -> None:
    text = a_map("name: Calls, phase: before", framework="before-during-after")
    assert findings(text, rule=uncovered_phase) == []
    assert findings(text, rule=framework_gap) == [
        (2, 12, 'no stage stands for "During" and "After" of "before-during-after"')
    ]


def test_a_framework_is_covered_by_labels_of_any_language() -> None:
    stages = ("name: Comunicar", "name: Interakcja", "id: engage, name: Stays")
    more = ("aligns: [Współpraca, innovate], name: Builds",)
    assert findings(a_map(*stages, *more, framework="value-chain"), rule=framework_gap) == []


def test_a_gap_is_named_in_the_language_of_the_map() -> None:
    text = a_map("name: Antes", "name: Durante", framework="before-during-after")
    [message] = messages(text.replace("title", "language: es\ntitle"), framework_gap)
    assert '"Después"' in message


def test_all_gaps_are_one_finding() -> None:
    text = a_map("name: Diagnosis", "name: Treatment", framework="care-pathway")
    [message] = messages(text, framework_gap)
    assert message.count('"') == 2 * 5


def test_a_map_that_aligns_with_nothing_is_told_so() -> None:
    text = a_map("name: Arrival", "name: Stay", framework="care-pathway")
    assert messages(text, framework_gap) == ['no stage stands for any stage of "care-pathway"']


@pytest.mark.parametrize(
    "text",
    [
        "title: C\nframework: care-pathway\nsteps: [Calls]\n",
        a_map("name: Arrival", framework="care-patway"),
        a_map("name: Arrival"),
        a_map("name: Arrival, aligns: [diagnossis]", framework="care-pathway"),
        a_map("name: Arrival, aligns: [[diagnosis]]", framework="care-pathway"),
    ],
)
def test_nothing_is_asked_where_no_stage_can_be_held_against_a_framework(text: str) -> None:
    assert findings(text, rule=framework_gap) == []


def test_a_level_that_a_step_says_covers_the_value_chain() -> None:
    levels = ("communicate", "interact", "engage", "collaborate", "innovate")
    steps = ", ".join(f"{{action: A, engagement: {level}}}" for level in levels)
    text = f"title: C\nframework: value-chain\nstages:\n  - {{name: All, steps: [{steps}]}}\n"
    assert findings(text, rule=framework_gap) == []
    assert messages(text.replace("innovate", "engage"), framework_gap) == [
        'no stage stands for "Innovate" of "value-chain"'
    ]


def test_a_framework_of_the_repository_is_held_as_well() -> None:
    files = {".journeymap.yaml": "frameworks: [{id: ours, stages: [In, Stay, Out]}]\n"}
    text = a_map("name: In", "name: Out", framework="ours")
    assert messages(text, framework_gap, files=files) == ['no stage stands for "Stay" of "ours"']


def order(*names: str, framework: str = "care-pathway") -> list[tuple[int, int, str]]:
    stages = (f"name: S{i}, aligns: [{name}]" for i, name in enumerate(names, 1))
    return findings(a_map(*stages, framework=framework), rule=stage_order)


def test_a_step_back_is_told_at_the_later_stage_with_both_names() -> None:
    assert order("primary-care", "treatment", "diagnosis", "treatment") == [
        (
            6,
            12,
            '"S3" comes after "S2", but in "care-pathway" "Diagnosis" comes before "Treatment"',
        )
    ]


@pytest.mark.parametrize(
    "names",
    [
        ("diagnosis", "diagnosis"),
        ("primary-care, specialty-care", "specialty-care, diagnosis"),
        ("first-symptoms, primary-care, diagnosis", "specialty-care", "treatment"),
        ("diagnosis", "nothing-known", "treatment"),
        ("diagnosis", "primary-care, treatment"),
    ],
)
def test_stages_that_overlap_or_stand_for_nothing_keep_the_order(names: tuple[str]) -> None:
    assert order(*names) == []


def test_stages_between_that_stand_for_nothing_are_passed_over() -> None:
    stages = ("name: Treatment", "name: Waiting", "name: Diagnosis")
    [(line, _, _)] = findings(a_map(*stages, framework="care-pathway"), rule=stage_order)
    assert line == 6


@pytest.mark.parametrize(
    ("names", "count"),
    [
        (("use", "maintain", "recommendation", "need", "research"), 0),
        (("recommendation", "research"), 0),
        (("maintain", "need"), 0),
        (("need", "selection", "research", "use"), 1),
    ],
)
def test_going_round_a_cycle_is_no_step_back(names: tuple[str], count: int) -> None:
    assert len(order(*names, framework="customer-lifecycle")) == count
