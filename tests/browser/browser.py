"""Scripts that look at files in a real browser: where it is, and how they are run."""

import json
import os
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

CHROMIUM = shutil.which("chromium") or shutil.which("google-chrome")
NODE = shutil.which("node")
MODULES = os.environ.get("JOURNEYMAP_NODE_MODULES", "")
SECONDS = 300


def needs(package: str) -> pytest.MarkDecorator:
    """Skips a file of tests where there is no browser, or no such node module beside it."""
    return pytest.mark.skipif(
        not (CHROMIUM and NODE and Path(MODULES, package).is_dir()),
        reason="needs chromium, node and JOURNEYMAP_NODE_MODULES",
    )


def told_by(script: str, files: list[Path]) -> dict[str, Any]:
    """What a script beside this file prints of files, as JSON."""
    assert NODE is not None
    assert CHROMIUM is not None
    done = subprocess.run(
        [NODE, str(Path(__file__).with_name(script)), CHROMIUM, MODULES, *map(str, files)],
        capture_output=True,
        check=True,
        timeout=SECONDS,
    )
    found: dict[str, Any] = json.loads(done.stdout)
    return found
