"""A finding stays the same one while its map is edited elsewhere, and is another one otherwise."""

from tests.linter.linting import lint_files

from journeymap.linter.profiles import Selection
from journeymap.linter.registry import RULES

STEP = "{action: Calls, handoff: {to: gp, needs: [x-ray, letter]}, emotion: blurgh}"
MAP = f"journeymap: 1\nid: clinic\ntitle: T\nstages:\n- {{name: One, steps: [{STEP}]}}\n"


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
