"""No view is imported before it is asked for."""

import subprocess
import sys
from dataclasses import replace

import pytest
from tests.analysis.test_effort import map_of, step

from journeymap.analysis.analysis import Analysis
from journeymap.model.journey import Stage
from journeymap.views import registry
from journeymap.views.errors import TooManyStepsError
from journeymap.views.options import ViewOptions


def test_views_are_imported_when_they_are_asked_for() -> None:
    script = "import sys, journeymap.views.registry; print(*sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    loaded = set(done.stdout.split())
    assert "journeymap.views.registry" in loaded
    assert not {f"journeymap.views.{name}" for name in ("map", "compare", "stakeholders")} & loaded


@pytest.mark.parametrize("view", ["map", "overview", "flow", "matrix"])
def test_a_map_of_very_many_steps_is_refused_before_anything_is_laid_out(
    monkeypatch: pytest.MonkeyPatch, view: str
) -> None:
    monkeypatch.setattr(registry, "MOST_STEPS", 2)
    monkeypatch.setattr(registry, "build", lambda *_: pytest.fail("laid out"))
    analysis = Analysis(journey_map=map_of(step("A"), step("B"), step("C")))
    with pytest.raises(TooManyStepsError) as told:
        registry.draw(analysis, ViewOptions(view=view))
    assert str(told.value) == (
        "the map has 3 steps, and a picture shows 2 at most: "
        "draw stages that you give it with --stage"
    )


def test_as_many_steps_as_a_picture_shows_are_drawn(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(registry, "MOST_STEPS", 3)
    analysis = Analysis(journey_map=map_of(step("A"), step("B"), step("C")))
    assert registry.draw(analysis, ViewOptions())
    other = map_of(step("A"), step("B"), step("C"), step("D"))
    with pytest.raises(TooManyStepsError, match="has 4 steps"):
        registry.draw(analysis, ViewOptions(view="compare", against=other))


def test_a_map_of_several_stages_is_drawn_stage_by_stage(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(registry, "MOST_STEPS", 1)
    parts = [Stage(name=name, steps=(step(name),)) for name in ("One", "Two")]
    whole = map_of()
    journey = whole.journey.model_copy(update={"steps": (), "stages": tuple(parts)})
    analysis = Analysis(journey_map=replace(whole, journey=journey))
    with pytest.raises(TooManyStepsError, match="draw its stages with --stage"):
        registry.draw(analysis, ViewOptions())
