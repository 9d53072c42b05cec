"""The same map gives the same bytes, whoever draws it and wherever."""

import hashlib
import os
import subprocess
import sys
from pathlib import Path

import pytest

EXAMPLE = Path(__file__).resolve().parents[2] / "examples" / "hotel-stay.journey.yaml"
FORMS = ("svg", "png", "dot", "pdf", "pptx", "html", "md")
DRAW = """
import sys
from journeymap.__main__ import main
for form in sys.argv[1:]:
    sys.argv[1:] = ["render", "map.journey.yaml", "-q", "-o", f"out/{form}", "--format", form]
    try:
        main()
    except SystemExit as end:
        assert not end.code, form
"""
SURROUNDINGS: dict[str, dict[str, str]] = {
    "usual": {},
    "elsewhere": {
        "LC_ALL": "tr_TR.UTF-8",
        "LANG": "tr_TR.UTF-8",
        "TZ": "Pacific/Kiritimati",
        "PYTHONHASHSEED": "4711",
        "USER": "somebody",
        "SOURCE_DATE_EPOCH": "1234567890",
    },
    "without fonts": {"FONTCONFIG_FILE": "/dev/null", "FONTCONFIG_PATH": "/nowhere", "TZ": "UTC"},
}


def drawn(folder: Path, surroundings: dict[str, str]) -> dict[str, str]:
    """What is written for each format, as a digest."""
    folder.mkdir()
    (folder / ".git").mkdir()
    (folder / "map.journey.yaml").write_bytes(EXAMPLE.read_bytes())
    env = {**os.environ, "PYTHONHASHSEED": "1", "HOME": str(folder), **surroundings}
    subprocess.run(
        [sys.executable, "-c", DRAW, *FORMS], cwd=folder, env=env, check=True, timeout=600
    )
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted((folder / "out").rglob("*.*"))
    }


@pytest.fixture(scope="module")
def usual(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    return drawn(tmp_path_factory.mktemp("usual") / "desk", SURROUNDINGS["usual"])


@pytest.mark.parametrize("name", [name for name in SURROUNDINGS if name != "usual"])
def test_the_same_map_gives_the_same_bytes(
    name: str, usual: dict[str, str], tmp_path: Path
) -> None:
    assert {path.split("/")[1] for path in usual} == set(FORMS)
    assert drawn(tmp_path / "another desk", SURROUNDINGS[name]) == usual
