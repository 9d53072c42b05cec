"""What stands where the name of a stage belongs."""

import pytest
from tests.workspace.test_load import read

HEAD = "journeymap: 1\ntitle: A\n"


@pytest.mark.parametrize(
    ("field", "name", "where"),
    [
        ("emotion: worried", "emotion", "a step"),
        ("phase: before", "phase", "a stage"),
        ("id: first", "id", "a stage or at a step"),
        ("wait:", "wait", "a step"),
    ],
)
def test_a_field_is_no_stage(field: str, name: str, where: str) -> None:
    text = f"{HEAD}stages:\n  Before: [B]\n  {field}\n  After: [C]\n"
    file = read(text)
    (found,) = file.findings
    assert (found.code, found.message, found.help) == (
        "JM003",
        f"`{name}` stands where a stage's name belongs",
        f"say it at {where}",
    )
    assert file.source is not None
    assert found.span is not None
    assert file.source.position(found.span.start).line == 5
    assert file.journey_map is not None
    assert [stage.label for stage in file.journey_map.stages] == ["Before", "After"]


def test_fields_alone_leave_no_second_finding() -> None:
    file = read(f"{HEAD}stages: {{emotion: worried, need: Be seen}}\n")
    assert [found.code for found in file.findings] == ["JM003", "JM003"]


@pytest.mark.parametrize(
    "stages",
    ["{Before: B, After: C}", "{Emotion: Cries}", "{wait: [B]}", "{wait: {action: B}}"],
)
def test_other_names_and_what_has_steps_are_stages(stages: str) -> None:
    assert read(f"{HEAD}stages: {stages}\n").findings == ()


FEELINGS = """\
journeymap: 1
title: T
persona: ana
personas: [{id: ana, name: Ana}]
stakeholders: [{id: bob, name: Bob, kind: family}]
steps:
  - action: Waits
    with: bob
    emotion: EMOTION
"""


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("petrified -2", {"": (-2, "petrified")}),
        ("[hopeful, scared]", {"": (-0.5, "hopeful, scared")}),
        ("{ana: [🙂, tired], bob: numb (-1.5)}", {"ana": (0, "tired"), "bob": (-1.5, "numb")}),
        ("in a tunnel", {"": (None, "in a tunnel")}),
        ("[hopeful, in a tunnel]", {"": (None, "hopeful, in a tunnel")}),
    ],
)
def test_feelings_are_read_as_people_have_them(
    written: str, expected: dict[str, tuple[float | None, str]]
) -> None:
    file = read(FEELINGS.replace("EMOTION", written))
    assert file.journey_map is not None
    emotion = file.journey_map.steps[0].step.emotion
    assert {who: (each.value, each.word) for who, each in emotion.items()} == expected
    unlisted = ["JM012"] if "tunnel" in written else []
    assert [finding.code for finding in file.findings] == unlisted


@pytest.mark.parametrize("written", ["[[sad]]", "[sad, {ana: calm}]", "[sad, 9]", "[]"])
def test_a_list_of_feelings_that_cannot_be_read_is_unknown_as_a_whole(written: str) -> None:
    file = read(FEELINGS.replace("EMOTION", written))
    assert file.journey_map is not None
    assert [finding.code for finding in file.findings] == ["JM002"]
    assert not file.journey_map.steps[0].step.emotion
