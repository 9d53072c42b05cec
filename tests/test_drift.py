"""What is generated from the code says what the code says."""

from dataclasses import replace
from pathlib import Path

import pytest
from scripts import generate
from scripts.generate import ARTEFACTS, Artefact, drift, write


@pytest.mark.parametrize("artefact", ARTEFACTS, ids=lambda artefact: artefact.name)
def test_nothing_has_drifted(artefact: Artefact) -> None:
    wanted = artefact.build()
    assert {path.rpartition("/")[0] for path in wanted} == {artefact.pattern.rpartition("/")[0]}
    built = replace(artefact, build=lambda: wanted)
    assert list(drift(built)) == [], "run: python scripts/generate.py"


def test_changed_missing_and_stale_files_are_told_and_mended(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(generate, "ROOT", tmp_path)
    wanted = {"pages/same.md": b"a\n", "pages/changed.md": b"b\n", "pages/missing.md": b"c\n"}
    artefact = Artefact(name="pages", pattern="pages/*.md", build=lambda: wanted)
    (tmp_path / "pages").mkdir()
    for name, content in {"same": "a\n", "changed": "old\n", "stale": "d\n"}.items():
        (tmp_path / "pages" / f"{name}.md").write_bytes(content.encode())

    told = [text.splitlines()[0] for text in drift(artefact)]
    assert told == [
        "pages/changed.md: differs",
        "pages/missing.md: is missing",
        "pages/stale.md: nothing asks for it any more",
    ]
    assert write(artefact) == 3
    assert list(drift(artefact)) == []
    assert write(artefact) == 0
