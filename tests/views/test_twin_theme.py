"""A page that is laid out once has, in both themes, the colours that each of them gives it."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

import journeymap
from journeymap.analysis.analysis import Analysis
from journeymap.views.kit.scene import Scene
from journeymap.views.kit.theme import DARK, LIGHT, PRINT, Theme
from journeymap.views.kit.twin_theme import chosen, in_both, other_of, twin
from journeymap.views.names import FirstPage, View
from journeymap.views.options import ViewOptions
from journeymap.views.registry import draw

EXAMPLE = Path(__file__).parents[2] / "examples" / "hotel-stay.journey.yaml"


def colours(scenes: tuple[Scene, ...]) -> Iterator[str]:
    """Every colour of pages, in order."""
    for scene in scenes:
        yield scene.background
        for part in (*scene.boxes, *scene.marks):
            yield from (getattr(part, name, None) or "" for name in ("fill", "stroke", "colour"))


@pytest.mark.parametrize("theme", [LIGHT, DARK])
@pytest.mark.parametrize("view", [View.MAP, View.FLOW, View.FOCUS, View.PERSONA])
def test_each_colour_knows_the_one_that_the_other_theme_has_there(view: View, theme: Theme) -> None:
    journey_map = journeymap.load(EXAMPLE).journey_map
    assert journey_map is not None
    analysis = Analysis(journey_map=journey_map)
    options = ViewOptions(view=view, theme=in_both(theme), first=FirstPage.ALWAYS)
    drawn = draw(analysis, options)
    other = draw(analysis, replace(options, theme=twin(theme)))
    assert [other_of(each) for each in colours(drawn)] == [*colours(other)]
    assert [*colours(drawn)] == [*colours(draw(analysis, replace(options, theme=theme)))]


def test_what_is_chosen_is_chosen_in_each_theme() -> None:
    theme = in_both(LIGHT)
    darkest = chosen(min, theme.page, theme.ink)
    assert (darkest, other_of(darkest)) == (LIGHT.ink, DARK.page)


def test_a_theme_without_a_twin_stays_as_it_is() -> None:
    assert in_both(PRINT) is PRINT
    assert other_of(PRINT.ink) == PRINT.ink
