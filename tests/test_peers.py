"""The comparison with peers, which is run by hand: its maps, its turns and its tables are right."""

import json
from pathlib import Path

import pytest
from benchmarks import corpora, measured, peers
from benchmarks.measured import AJV, BARS, COLD, OURS, PASS, UNCHANGED, VALIDATE, Measured, Part
from benchmarks.peer_programs import CHECKS, FILES, Programs
from benchmarks.peer_works import Work, Works
from benchmarks.processes import Cost
from jsonschema import Draft7Validator
from ruamel.yaml import YAML

from journeymap.findings import Severity
from journeymap.testing import MAP, lint_files

ROOT = Path(__file__).resolve().parent.parent
KB = 1000
PLAIN = corpora.journey(corpora.STEPS["maps"])


def data(text: str) -> object:
    loaded: object = YAML(typ="safe").load(text)
    return loaded


def row(tool: str, label: str, *seconds: float, mib: float = 20, files: int = 1) -> Measured:
    costs = tuple(Cost(seconds=each, wall=each * 2, megabytes=mib) for each in seconds)
    return Measured(tool=tool, label=label, costs=costs, megabytes=mib, files=files)


def cells(text: str) -> list[list[str]]:
    """The rows of a table but for the line below its head."""
    lines = [line for line in text.splitlines() if line.startswith("| ")]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]


def test_maps_are_seeded() -> None:
    assert corpora.journey(corpora.STEPS["maps"]) == PLAIN
    assert corpora.journey(corpora.STEPS["maps"], 1) != PLAIN
    assert corpora.diagram(14) == corpora.diagram(14)


def test_maps_are_as_large_as_they_are_called() -> None:
    assert len(PLAIN) == pytest.approx(30 * KB, rel=0.06)
    assert len(corpora.journey(corpora.STEPS["files"])) == pytest.approx(15 * KB, rel=0.06)
    assert len(corpora.journey(corpora.Sizes().large)) == pytest.approx(KB * KB, rel=0.06)


@pytest.mark.parametrize("number", [0, 1, 999])
def test_maps_are_valid(number: int) -> None:
    text = corpora.journey(corpora.STEPS["maps"], number)
    schema = json.loads((ROOT / "schemas" / "journey.schema.json").read_text("utf-8"))
    assert [error.message for error in Draft7Validator(schema).iter_errors(data(text))] == []
    found = lint_files({MAP: text}).diagnostics
    assert found
    assert [each.message for each in found if each.severity == Severity.ERROR] == []


def test_folders_are_called_after_what_they_hold(tmp_path: Path) -> None:
    corpora.write(tmp_path, corpora.SMALL)
    counts = {each.name: len([*each.iterdir()]) for each in tmp_path.iterdir() if each.is_dir()}
    few = {"maps-1": 1, "maps-4": 4, "maps-12": 12, "files-1": 1, "files-3": 3, "files-9": 9}
    assert counts == {**few, "large": 1, "long": 1, "pictures": 1}
    assert (tmp_path / "maps-4" / "map-0000.journey.yaml").read_text("utf-8") == PLAIN


def test_what_the_peers_are_given_is_yaml_and_there_are_twenty_rules() -> None:
    rules = data((FILES / "journey.spectral.yaml").read_text("utf-8"))
    assert isinstance(rules, dict)
    assert len(rules["rules"]) == 20
    assert isinstance(data((FILES / "yamllint.yaml").read_text("utf-8")), dict)


def test_every_bar_names_a_part_and_a_command(tmp_path: Path) -> None:
    corpora.write(tmp_path, corpora.SMALL)
    works = Works(tmp_path, corpora.SMALL, Programs(tmp_path))
    commands = {
        (name, work.label)
        for name, (_, make) in works.parts().items()
        for work in make()
        if work.tool == OURS
    }
    commands |= {("inside", name) for name in peers.INSIDE}
    assert {(bar.part, bar.label) for bar in BARS} <= commands
    assert [*works.parts(), "inside"] == peers.PARTS.split(", ")


def test_a_part_is_a_table_of_medians_and_ratios() -> None:
    rows = [
        row(PASS, "-c pass", 0.01, 0.01, 0.04, mib=0),
        row(OURS, COLD, 0.2, 0.1, 0.3, mib=41.6, files=1000),
        row(AJV, VALIDATE, 0.5),
        Measured(tool="yamale", label=VALIDATE, problem="it ends with exit code 2"),
    ]
    part = Part(name="some", title="Some maps", rows=rows)
    title, _, *table = measured.markdown([part], {}).splitlines()
    assert title == "### Some maps"
    assert cells("\n".join(table)) == [
        ["program", "what", "CPU", "× `pass`", "× ajv", "wall", "MiB", "runs"],
        ["python", "-c pass", "10 ms", "1.00", "0.02", "20 ms", "–", "3"],
        ["journeymap", "lint, cold, 1,000 files", "200 ms", "20.0", "0.40", "400 ms", "42", "3"],
        ["ajv-cli", "validate", "500 ms", "50.0", "1.00", "1,000 ms", "20", "1"],
        ["yamale", "validate", "left out: it ends with exit code 2", *[""] * 6],
    ]


def test_bars_are_passed_or_missed() -> None:
    thousand = [
        row(PASS, "-c pass", 0.01),
        row(OURS, COLD, 10, mib=150),
        row(OURS, UNCHANGED, 0.05),
        row(AJV, VALIDATE, 2),
    ]
    files = [
        row(PASS, "-c pass", 0.01),
        row(OURS, COLD, 0.3),
        row(OURS, COLD, 0.8, files=101),
        row(OURS, COLD, 50.3, files=10_001, mib=700),
    ]
    parts = [
        Part(name="lint-thousand", title="1,000 maps", rows=thousand),
        Part(name="files", title="Maps", rows=files),
    ]
    text = measured.markdown(parts, {"parsing": 1.4}).partition("\n\n### 1,000")[0]
    assert cells(text)[1:] == [
        ["Maps: lint, cold", "0.50 × `pass` for one more file", *_both("≤ 0.8", "≤ 0.35", "pm")],
        ["Maps: lint, cold", "1.00 exponent of files", "≤ 1.1", "passed", "–", ""],
        ["Maps: lint, cold", "700 MiB", *_both("≤ 500", "≤ 250", "mm")],
        ["1,000 maps: lint, cold", "5.00 × ajv", *_both("≤ 6", "≤ 2.5", "pm")],
        ["1,000 maps: lint, cold", "5.00 × ajv in wall time", "–", "", "–", ""],
        ["1,000 maps: lint, cold", "150 MiB", *_both("≤ 200", "≤ 120", "pm")],
        ["1,000 maps: lint, unchanged", "5.00 × `pass`", "≤ 4", "**missed**", "–", ""],
        [
            "Inside of the program: parsing",
            "1.40 × as fast as ruamel.yaml's C compose",
            *_both("≥ 1.3", "≥ 1.45", "pm"),
        ],
    ]


def _both(next_: str, extreme: str, met: str) -> list[str]:
    told = {"p": "passed", "m": "**missed**"}
    return [next_, told[met[0]], extreme, told[met[1]]]


def test_without_ajv_nothing_is_told_as_its_multiple() -> None:
    rows = [row(PASS, "-c pass", 0.01), row(OURS, COLD, 1)]
    text = measured.markdown([Part(name="large", title="Large", rows=rows)], {})
    assert cells(text)[0] == ["program", "what", "CPU", "× `pass`", "wall", "MiB", "runs"]
    assert "ajv" not in text


def test_quick_commands_take_turns_and_long_ones_run_once(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    took = {"quick": 1.0, "long": 30.0, "middling": 6.0, "broken": 1.0}
    order: list[str] = []

    def fake(command: tuple[str], _: Path, *, is_watched: bool, **__: object) -> Cost:
        order.append(command[0])
        code = 3 if command[0] == "broken" else 0
        mib = 40 if is_watched else 30
        return Cost(seconds=len(order), wall=took[command[0]], megabytes=mib, code=code)

    monkeypatch.setattr(peers, "cost", fake)
    (tmp_path / "out").write_text("it broke")
    works = Works(tmp_path, corpora.SMALL, Programs(tmp_path))
    chosen = [Work(tool=OURS, label=name, command=(name,)) for name in took]
    found = {each.label: each for each in peers.measure(works, chosen, 3, 10)}
    assert order == [*took, "quick", "middling", *["quick"] * 2]
    assert {name: [cost.seconds for cost in each.costs] for name, each in found.items()} == {
        "quick": [5, 7, 8],
        "long": [2],
        "middling": [6],
        "broken": [],
    }
    assert found["broken"].problem == "it ends with exit code 3"
    assert found["quick"].megabytes == 40


def test_a_page_takes_new_tables_between_its_marks() -> None:
    text = f"# A\n\n{peers.BEGIN}\n\nold\n\n{peers.END}\n\nEnd\n"
    new = peers.page(text, "new")
    assert new == text.replace("old", "new")
    assert peers.page(new, "new") == new
    with pytest.raises(ValueError, match="the page has no"):
        peers.page("# A\n", "new")


def test_the_page_of_the_docs_has_its_marks_and_names_every_peer() -> None:
    text = (ROOT / "docs" / "performance.md").read_text("utf-8")
    assert "### Start" in peers.page(text, "### Start")
    assert [name for name in CHECKS if name not in text] == []
