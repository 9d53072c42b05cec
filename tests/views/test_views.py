"""Every view of every example and of random maps: nothing clipped, overlapping, tiny or faint."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import product
from pathlib import Path
from typing import NoReturn

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.views.layout_checker import problems
from tests.views.maps import journeys, plain

from journeymap.analysis.analysis import Analysis
from journeymap.model.journey_map import JourneyMap
from journeymap.views.errors import NothingToShowError, PageTooSmallError
from journeymap.views.kit.scene import Scene
from journeymap.views.kit.theme import PAGES, THEMES, Page, Theme
from journeymap.views.names import By, View
from journeymap.views.options import ViewOptions
from journeymap.views.registry import build
from journeymap.views.sheet.lanes import PRESETS, Preset
from journeymap.workspace.load import Loader

EXAMPLES = sorted((Path(__file__).parents[2] / "examples").glob("*.journey.yaml"))
LADDERED = EXAMPLES[0].with_name("digital-health-plan.journey.yaml")
"""The one example whose steps name engagement and trust."""
UNRATED = EXAMPLES[0].with_name("ten-minute-workshop.journey.yaml")
"""The one example whose steps are not rated, and that says nothing of its persona."""
CYCLIC = EXAMPLES[0].with_name("customer-lifecycle.journey.yaml")
"""The one example that follows a cycle."""
NEW = [view for view in View if view not in {View.MAP, View.OVERVIEW}]
"""The map and the overview have tests of their own, at every size."""
MANNERS = list(product(PAGES.values(), THEMES.values()))
"""Every size in every theme: a random map is drawn in one of them."""
OTHER = plain(9, 3)
"""What a random map is compared with."""


def drawn(journey_map: JourneyMap, options: ViewOptions) -> tuple[Scene, ...]:
    """The pages of a view; none where it has nothing to show, which it says."""
    try:
        return build(
            Analysis(journey_map=journey_map),
            replace(options, against=options.against or journey_map),
        )
    except NothingToShowError:
        return ()


def breaks() -> NoReturn:
    """What a bug in a view looks like."""
    list(zip((1, 2), (1,), strict=True))
    raise AssertionError


def loaded(path: Path) -> JourneyMap:
    journey_map = Loader().load([path]).asked[0].journey_map
    assert journey_map
    return journey_map


def all_options() -> Iterator[tuple[Path, ViewOptions]]:
    """Every view of every example, with sizes and themes in turn."""
    manners = list(product(("16:9", "4:3"), THEMES.values()))
    for number, (path, view) in enumerate(product(EXAMPLES, NEW)):
        size, theme = manners[number % len(manners)]
        yield path, ViewOptions(view=view, size=PAGES[size], theme=theme)
    for number, path in enumerate(path for path in EXAMPLES if path != UNRATED):
        by, (size, theme) = By.IDEAS, manners[number % len(manners)]
        yield path, ViewOptions(view=View.MATRIX, by=by, size=PAGES[size], theme=theme)


@pytest.mark.parametrize(("path", "options"), list(all_options()))
def test_examples_are_laid_out_soundly(path: Path, options: ViewOptions) -> None:
    scenes = drawn(loaded(path), options)
    lacking = {
        View.LADDER: path != LADDERED,
        View.MATRIX: path == UNRATED,
        View.PERSONA: path == UNRATED,
        View.CYCLE: path != CYCLIC,
    }
    assert bool(scenes) is not lacking.get(options.view, False)
    for scene in scenes:
        assert problems(scene) == []
        assert len(scene.description) > len(scene.title) > 0
        keys = [box.key for box in scene.boxes if box.key]
        assert len(keys) == len(set(keys))
        # Four sizes, and the figures in badges.
        assert len({text.size for text in scene.texts()}) <= 5


@pytest.mark.parametrize(("path", "preset"), list(zip(EXAMPLES, [*Preset, *Preset], strict=False)))
def test_sets_of_rows_are_laid_out_soundly(path: Path, preset: Preset) -> None:
    scenes = drawn(loaded(path), ViewOptions(lanes=PRESETS[preset]))
    assert scenes
    assert [problem for scene in scenes for problem in problems(scene)] == []


@pytest.mark.parametrize("path", [path for path in EXAMPLES if path != UNRATED][::3])
def test_ideas_are_laid_out_soundly(path: Path) -> None:
    scenes = drawn(loaded(path), ViewOptions(view=View.MATRIX, by=By.IDEAS))
    assert scenes
    assert [problem for scene in scenes for problem in problems(scene)] == []


def assert_sound(journey_map: JourneyMap, options: ViewOptions) -> None:
    try:
        scenes = drawn(journey_map, options)
    except PageTooSmallError:
        return  # a ring has room for so many stages, and a page for so many words of one step
    assert [problem for scene in scenes for problem in problems(scene)] == []


@pytest.mark.parametrize("view", NEW)
@settings(suppress_health_check=[HealthCheck.too_slow])
@given(journeys(), st.sampled_from(MANNERS))
def test_any_map_is_laid_out_soundly(
    view: View, journey_map: JourneyMap, manner: tuple[Page, Theme]
) -> None:
    """Together with the map's own, 200 random maps."""
    if view is View.CYCLE:
        journey = journey_map.journey.model_copy(update={"framework": "customer-lifecycle"})
        journey_map = replace(journey_map, journey=journey)
    assert_sound(
        journey_map, ViewOptions(view=view, size=manner[0], theme=manner[1], against=OTHER)
    )


@pytest.mark.parametrize("view", View)
def test_a_bug_in_a_view_is_not_taken_for_a_small_page(
    view: View, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(f"journeymap.views.{view}.page.build", lambda *_: breaks())
    with pytest.raises(ValueError, match="zip"):
        assert_sound(plain(3), ViewOptions(view=view))


@pytest.mark.parametrize("view", View)
def test_a_map_without_steps_has_no_pages(view: View) -> None:
    empty = plain(1).journey.model_copy(update={"stages": ()})
    assert drawn(JourneyMap(journey=empty, libraries={}), ViewOptions(view=view)) == ()


@pytest.mark.parametrize("view", View)
def test_the_same_map_gives_the_same_scenes(view: View) -> None:
    first, second = (drawn(plain(9, 3), ViewOptions(view=view)) for _ in range(2))
    assert first == second
