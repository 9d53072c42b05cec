"""What a web page tells of a map besides its pictures."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from journeymap.analysis.analysis import Analysis
from journeymap.lint.engine import Diagnostic
from journeymap.model.labels import label
from journeymap.model.map import JourneyMap
from journeymap.render.forms import Story, Titled
from journeymap.render.rows import bands
from journeymap.views.details import details
from journeymap.views.found import findings_table
from journeymap.views.lanes import LABELS, Lane
from journeymap.views.poster import draw
from journeymap.views.scene import Scene
from journeymap.views.theme import DARK, LIGHT, Theme
from journeymap.views.view import View
from journeymap.views.wish import Wish

_ROWED = frozenset({View.MAP})
"""Views whose rows can be switched off."""


def story(
    analysis: Analysis,
    view: View,
    wish: Wish,
    scenes: Sequence[Scene],
    findings: Sequence[Diagnostic],
) -> Story:
    """Returns what goes with the pages of a map.

    Args:
        analysis: the map, and what is computed from it.
        view: what the pages show.
        wish: what they look like.
        scenes: the pages.
        findings: what rules found in the map.
    """
    found, light = analysis.map, wish.theme
    first, other = (LIGHT, DARK) if light in {LIGHT, DARK} else (light, light)
    drawn = {light: tuple(scenes)}
    for theme in (first, other):
        drawn[theme] = drawn.get(theme) or draw(analysis, view, replace(wish, theme=theme))
    return Story(
        light_scenes=drawn[first],
        dark_scenes=drawn[other],
        light=first,
        dark=other,
        only="" if light == LIGHT else _shade(light),
        rows=_rows(found, scenes) if view in _ROWED else {},
        details=details(found),
        tables=tuple(_tables(found, findings)),
    )


def _shade(theme: Theme) -> str:
    """Returns whether a theme is light or dark, by its ground."""
    return "dark" if int(theme.page[1:3], 16) < int(theme.ink[1:3], 16) else "light"


def _rows(found: JourneyMap, scenes: Sequence[Scene]) -> dict[str, str]:
    """Returns the names of the rows on the pages of a map by key."""
    on_page = {band.name for scene in scenes for band in bands(scene)}
    return {
        lane.value: label(LABELS[lane], found.journey.language)
        for lane in Lane
        if lane.value in on_page
    }


def _tables(found: JourneyMap, findings: Sequence[Diagnostic]) -> Iterator[Titled]:
    """Yields what stands below the pictures."""
    language = found.journey.language
    if findings:
        yield Titled(title=label("findings", language), table=findings_table(found, findings))
