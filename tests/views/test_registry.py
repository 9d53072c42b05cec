"""No view is imported before it is asked for."""

import subprocess
import sys


def test_views_are_imported_when_they_are_asked_for() -> None:
    script = "import sys, journeymap.views.registry; print(*sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    loaded = set(done.stdout.split())
    assert "journeymap.views.registry" in loaded
    assert not {f"journeymap.views.{name}" for name in ("map", "compare", "stakeholders")} & loaded
