"""Every field × every kind of mistake: told once, at its very place, with a useful remedy."""

from pathlib import Path

import pytest
from tests.reading.planting import Planted, homes, planted

from journeymap.findings import Finding
from journeymap.linter.locations import span_of
from journeymap.model.fields import shapes
from journeymap.model.journey import Journey, Library
from journeymap.workspace.load import Loader

NAMES = {Journey: "m.journey.yaml", Library: "m.library.yaml"}
CASES = list(planted())


def told(case: Planted, folder: Path) -> list[tuple[str, int, int, Finding]]:
    path = (folder / NAMES.get(case.top, ".journeymap.yaml")).resolve()
    workspace = Loader(texts={path: case.text.encode()}).load([path])
    file = workspace.files[path]
    assert file.source is not None
    found = []
    for finding in file.findings:
        if finding.code in {"JM002", "JM003", "JM004", "JM001"}:
            place = file.source.position(span_of(file, finding).start)
            found.append((finding.code, place.line, place.column, finding))
    return found


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_mistake_is_told_once_where_it_stands(case: Planted, tmp_path: Path) -> None:
    found = told(case, tmp_path)
    places = [(code, line, column) for code, line, column, _ in found]
    assert places == [(case.code, case.line, case.column)], (case.text, found)
    finding = found[0][3]
    assert case.remedy in finding.help + finding.message, finding
    assert finding.help


def test_every_field_of_the_language_is_covered() -> None:
    names = {case.name.partition(":")[0] for case in CASES}
    fields = {f"{home.model.__name__}.{name}" for home in homes() for name in shapes(home.model)}
    assert fields == names
