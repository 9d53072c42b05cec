"""A finding stays the same one while its map is edited elsewhere, and is another one otherwise."""

import json
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.linter.linting import lint_files

from journeymap.linter.profiles import Selection
from journeymap.linter.registry import RULES

NAME = "map.journey.yaml"
STEP = "{action: Calls, handoff: {to: gp, needs: [x-ray, letter]}, emotion: blurgh}"
MAP = f"journeymap: 1\nid: clinic\ntitle: T\nstages:\n- {{name: One, steps: [{STEP}]}}\n"


def test_a_step_in_another_stage_and_one_without_stages_is_the_same() -> None:
    top = "journeymap: 1\ntitle: T\n"
    text = f"{top}stages:\n- {{name: One, steps: [%s]}}\n- {{name: Two, steps: [%s]}}\n"
    one = marks(text % ("A, {action: B, need: x}", "{action: C, need: x}"), NAME, "JM204")
    assert one == marks(text % ("{action: C, need: x}", "{action: B, need: x}, A"), NAME, "JM204")
    flat = f"{top}steps: [A, {{action: B, need: x}}, {{action: C, need: x}}]\n"
    assert one == marks(flat, NAME, "JM204") != ()


def test_entries_alike_are_counted_wherever_they_stand() -> None:
    text = "journeymap: 1\ntitle: T\nsteps: [%s, {action: D, need: x}, {action: E, need: x}]\n"
    first = marks(text % "A, {action: A, need: x}", NAME, "JM204")
    last = marks(text % "{action: A, need: x}, A", NAME, "JM204")
    assert first == last != ()


def test_maps_of_one_name_in_two_folders_share_none() -> None:
    text = "journeymap: 1\ntitle: T\nsteps: [A]\n"
    files = {".journeymap.yaml": "{}\n", f"a/{NAME}": text, f"b/{NAME}": text}
    selection = Selection(select=("missing-goal",))
    both = [each.fingerprint for each in lint_files(files, selection=selection).diagnostics]
    assert len({mark[:32] for mark in both}) == len(both) == 2
    alone = lint_files(files, selection=selection, targets=[f"b/{NAME}"]).diagnostics
    assert [each.fingerprint for each in alone] == both[1:]


def test_a_map_without_an_id_and_one_with_that_id_share_none() -> None:
    text = "journeymap: 1\ntitle: T\nsteps: [A]\n"
    files = {NAME: text, "other.journey.yaml": f"id: map\n{text}"}
    found = lint_files(files, selection=Selection(select=("missing-goal",))).diagnostics
    assert len({each.fingerprint[:32] for each in found}) == len(found) == 2


Stages = list[tuple[str, list[dict[str, object]]]]
STEPS = st.lists(
    st.fixed_dictionaries(
        {"action": st.sampled_from("ABC")},
        optional={
            "id": st.sampled_from(["x", "y"]),
            "need": st.just("n"),
            "emotion": st.sampled_from(["sad", "blurgh"]),
            "pains": st.just(["Slow", "Slow", {"severity": 3}]),
            "gives": st.just(["address", "letter", "letter"]),
        },
    ),
    max_size=4,
)
STAGES = st.lists(STEPS, min_size=1, max_size=3).map(
    lambda listed: list(zip("OTF", listed, strict=False))
)
ANYWHERE = ("JM002", "JM101", "JM102", "JM801")
"""Rules that tell of a step, or of the map, and of no order."""


def written(stages: Stages, identifier: str = "") -> str:
    listed = [{"name": name, "steps": steps} for name, steps in stages]
    content = {"journeymap": 1, "title": "T", "information": ["x"], "stages": listed}
    return json.dumps({"id": identifier, **content} if identifier else content)


@settings(max_examples=15)
@given(st.lists(STAGES, min_size=1, max_size=3), st.booleans())
def test_they_are_unique_in_a_run_and_hang_on_no_other_file(
    maps: list[Stages], has_ids: bool
) -> None:
    files = {
        f"{i % 2}/m{i // 2}.journey.yaml": written(stages, f"map {i}" if has_ids else "")
        for i, stages in enumerate(maps)
    } | {".journeymap.yaml": "{}\n"}
    selection = Selection(select=("JM0", "JM1", "JM2", "JM7", "JM8"))
    together = lint_files(files, rules=RULES, selection=selection).diagnostics
    marks = [each.fingerprint for each in together]
    assert len(set(marks)) == len(marks) > 0
    name = together[0].file.shown
    alone = lint_files(files, rules=RULES, selection=selection, targets=[name]).diagnostics
    assert [each.fingerprint for each in alone if each.file.shown == name] == [
        each.fingerprint for each in together if each.file.shown == name
    ]


@given(STAGES, st.randoms(use_true_random=False))
def test_they_hang_on_no_order_of_stages_and_on_no_stage(stages: Stages, random: Random) -> None:
    before = sorted(marks(written(stages), NAME, *ANYWHERE, "JM206"))
    random.shuffle(stages)
    assert sorted(marks(written(stages), NAME, *ANYWHERE, "JM206")) == before
    moved = [("New", [step for _, steps in stages for step in steps])]
    assert sorted(marks(written(moved), NAME, *ANYWHERE)) == sorted(
        marks(written(stages), NAME, *ANYWHERE)
    )


def marks(text: str, name: str = "map.journey.yaml", *rules: str) -> tuple[str, ...]:
    selection = Selection(select=rules or ("JM0", "JM1", "JM2"))
    report = lint_files({name: text}, rules=RULES, selection=selection)
    return tuple(diagnostic.fingerprint for diagnostic in report.diagnostics)


def test_lines_may_move_and_the_order_of_stages_may_change() -> None:
    added = MAP.replace("stages:", "# a comment\n\npurpose: x\nstages:\n- {name: Zero, steps: [A]}")
    assert marks(MAP, "map.journey.yaml", "JM0") == marks(added, "map.journey.yaml", "JM0") != ()


def test_entries_without_an_id_go_by_what_they_say() -> None:
    text = "journeymap: 1\ntitle: T\ninformation: [address]\nsteps:\n- {action: A, gives: [%s]}\n"
    one = marks(text % "x-ray, letter", "map.journey.yaml", "JM101")
    other = marks(text % "letter, x-ray", "map.journey.yaml", "JM101")
    assert len(set(one)) == 2
    assert sorted(one) == sorted(other)


def test_a_written_id_outlives_the_name_of_the_file_and_a_derived_one_does_not() -> None:
    assert marks(MAP) == marks(MAP, "renamed.journey.yaml")
    without = MAP.replace("id: clinic\n", "")
    assert not set(marks(without)) & set(marks(without, "renamed.journey.yaml"))


def test_another_rule_place_or_missing_field_is_another_finding() -> None:
    both = MAP + "- {name: Two, steps: [{action: Waits, emotion: blurgh}, Waits]}\n"
    found = marks(both, "map.journey.yaml", "ALL")
    assert len(set(found)) == len(found) > 5


def test_findings_that_would_share_one_are_counted() -> None:
    text = "journeymap: 1\ntitle: T\nsteps:\n- {action: A, gives: [x, x]}\ninformation: [y]\n"
    first, second = marks(text, "map.journey.yaml", "JM101")
    assert second == f"{first}-2"


def test_a_file_that_cannot_be_read_has_one_too() -> None:
    report = lint_files({"map.journey.yaml": b"\xff\xfe"}, rules=RULES)
    assert [len(diagnostic.fingerprint) for diagnostic in report.diagnostics] == [32]
