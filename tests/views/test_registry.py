"""Every view can be drawn, and none is imported before it is asked for."""

import subprocess
import sys

import pytest

from journeymap.views.names import View
from journeymap.views.registry import builder


@pytest.mark.parametrize("view", View)
def test_every_view_has_a_builder(view: View) -> None:
    assert callable(builder(view))


def test_views_are_imported_when_they_are_asked_for() -> None:
    script = "import sys, journeymap.views.registry; print(*sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    loaded = set(done.stdout.split())
    assert "journeymap.views.registry" in loaded
    assert not {f"journeymap.views.{name}" for name in ("map", "compare", "stakeholders")} & loaded
