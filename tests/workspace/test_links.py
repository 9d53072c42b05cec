"""Files that lead to one another: chains of any length, rings, circles of `extends`."""

from pathlib import Path

import pytest
from tests.linter.linting import findings

from journeymap.linter.rules.references.link_cycle import link_cycle
from journeymap.testing import lint_files
from journeymap.workspace.config import FILE_NAME
from journeymap.workspace.load import Loader

MAP = "journeymap: 1\ntitle: A\n{}"
STEP = MAP.format("steps:\n  - action: B\n    journey: {}\n")
DESIRED = MAP.format("desired: {}\nsteps: [B]\n")


def chain(folder: Path, text: str, length: int, *, ring: bool) -> Path:
    for i in range(length):
        last = i == length - 1
        following = f"m{0 if last and ring else i + 1}.journey.yaml"
        content = MAP.format("steps: [B]\n") if last and not ring else text.format(following)
        (folder / f"m{i}.journey.yaml").write_text(content)
    return folder / "m0.journey.yaml"


@pytest.mark.parametrize("ring", [True, False])
@pytest.mark.parametrize("text", [STEP, DESIRED])
def test_maps_lead_to_maps_however_many(text: str, ring: bool, tmp_path: Path) -> None:
    workspace = Loader().load([chain(tmp_path, text, 400, ring=ring)])
    assert len(workspace.files) == 400
    assert all(file.journey_map for file in workspace.files.values())


def extending(folder: Path, length: int, last: str) -> Path:
    for i in range(length):
        (folder / f"c{i}").mkdir()
        said = last if i == length - 1 else f"extends: ../c{i + 1}/{FILE_NAME}"
        (folder / f"c{i}" / FILE_NAME).write_text(f"{said}\nemotions: {{zz{i}: 1}}\n")
    (folder / "c0" / "m.journey.yaml").write_text(MAP.format("steps: [B]\n"))
    (folder / ".git").mkdir()
    return folder / "c0" / "m.journey.yaml"


def test_configurations_build_on_one_another_however_many(tmp_path: Path) -> None:
    file = Loader().load([extending(tmp_path, 1200, "fail_on: note")]).asked[0]
    assert len(file.configured_by) == 1200
    assert file.configuration.fail_on == "note"
    assert len(file.configuration.emotions) == 1200


@pytest.mark.parametrize("first", [0, 1, 2])
def test_in_a_circle_no_configuration_builds_on_another(first: int, tmp_path: Path) -> None:
    last = f"extends: ../c{first}/{FILE_NAME}"
    file = Loader().load([extending(tmp_path, 3, last)]).asked[0]
    held = [path.parent.name for path in file.configured_by]
    assert held == [f"c{i}" for i in reversed(range(first + 1))]
    assert set(file.configuration.emotions) == {f"zz{i}" for i in range(first + 1)}


@pytest.mark.parametrize("order", [(0, 1), (1, 0)])
def test_where_a_circle_is_entered_changes_nothing(order: tuple[int, int], tmp_path: Path) -> None:
    extending(tmp_path, 2, f"extends: ../c0/{FILE_NAME}")
    (tmp_path / "c1" / "m.journey.yaml").write_text(MAP.format("steps: [B]\n"))
    loaded = Loader().load(tmp_path / f"c{i}" for i in order)
    assert [set(file.configuration.emotions) for file in loaded.asked] == [
        {f"zz{i}"} for i in order
    ]


def test_a_circle_of_configurations_is_told_at_each_of_its_links() -> None:
    files = {
        FILE_NAME: "ignore: [JM3]\nextends: a/.journeymap.yaml\n",
        f"a/{FILE_NAME}": f"extends: ../b/{FILE_NAME}\n",
        f"b/{FILE_NAME}": f"extends: ../{FILE_NAME}\n",
        "m.journey.yaml": MAP.format("steps: [B]\n"),
    }
    report = lint_files(files, rules=[link_cycle], targets=["m.journey.yaml"])
    told = {(d.file.shown, d.start.line, d.start.column): d.message for d in report.diagnostics}
    assert told == {
        (FILE_NAME, 2, 10): "the configuration builds on itself: "
        f"{FILE_NAME} → a/{FILE_NAME} → b/{FILE_NAME} → {FILE_NAME}",
        (f"a/{FILE_NAME}", 1, 10): "the configuration builds on itself: "
        f"a/{FILE_NAME} → b/{FILE_NAME} → {FILE_NAME} → a/{FILE_NAME}",
        (f"b/{FILE_NAME}", 1, 10): "the configuration builds on itself: "
        f"b/{FILE_NAME} → {FILE_NAME} → a/{FILE_NAME} → b/{FILE_NAME}",
    }


@pytest.mark.parametrize("name", [FILE_NAME, "m.journey.yaml"])
def test_a_configuration_that_extends_itself_is_told_once(name: str) -> None:
    files = {FILE_NAME: f"extends: {FILE_NAME}\n", "m.journey.yaml": MAP.format("steps: [B]\n")}
    report = lint_files(files, targets=[name])
    assert [d.message for d in report.diagnostics if d.file.shown == FILE_NAME] == [
        f"the configuration builds on itself: {FILE_NAME} → {FILE_NAME}"
    ]


def test_of_a_long_ring_the_beginning_is_named(tmp_path: Path) -> None:
    chain(tmp_path, STEP, 300, ring=True)
    files = {path.name: path.read_text() for path in tmp_path.iterdir()}
    text = files.pop("m7.journey.yaml")
    (told,) = findings(text, rule=link_cycle, files=files, name="m7.journey.yaml")
    names = [f"m{i}.journey.yaml" for i in range(7, 13)]
    assert told == (5, 14, f"the map is a part of itself: {' → '.join([*names, '…', names[0]])}")
