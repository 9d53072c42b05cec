"""A process ends at once, and not before all is said and done."""

import subprocess
import sys
from pathlib import Path

import pytest

_RUN = "import sys; from journeymap.__main__ import start; sys.argv = {words}; {before}; start()"
MAPS = 60


def ended(folder: Path, *words: str, before: str = "pass") -> subprocess.CompletedProcess[str]:
    program = _RUN.format(words=["journeymap", *words], before=before)
    command = [sys.executable, "-c", program]
    return subprocess.run(command, cwd=folder, capture_output=True, check=False, text=True)


def test_all_is_printed_before_the_end(tmp_path: Path) -> None:
    for number in range(MAPS):
        (tmp_path / f"{number}.journey.yaml").write_text("steps: [A]\nmore: 1\n")
    done = ended(tmp_path, "lint", "--no-cache", "--output-format", "concise")
    assert done.returncode == 1
    assert done.stdout.count("(JM004)") == MAPS
    assert done.stderr.startswith(f"{2 * MAPS} errors")


@pytest.mark.parametrize(("words", "code"), [(("--version",), 0), (("lint", "--no"), 2)])
def test_the_code_is_kept(words: tuple[str, ...], code: int, tmp_path: Path) -> None:
    assert ended(tmp_path, *words).returncode == code


@pytest.mark.parametrize("words", [("--version",), ("lint", "missing.journey.yaml")])
def test_who_waits_for_the_end_is_told(words: tuple[str, ...], tmp_path: Path) -> None:
    waits = "import atexit; atexit.register(print, 'the end')"
    done = ended(tmp_path, *words, before=waits)
    assert done.stdout.endswith("the end\n")
    assert done.returncode == (0 if words == ("--version",) else 2)
