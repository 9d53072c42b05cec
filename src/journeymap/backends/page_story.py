"""What a web page tells of a map besides its pictures."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from journeymap.analysis.analysis import Analysis
from journeymap.analysis.leverage import strong
from journeymap.backends.formats import Story
from journeymap.backends.page_cards import sections
from journeymap.backends.report_tables import findings_table, leverage_table
from journeymap.backends.step_details import details
from journeymap.backends.switchable_rows import bands
from journeymap.linter.diagnostic import Diagnostic
from journeymap.model.journey_map import JourneyMap
from journeymap.tables import channels, evidence, metrics, opportunities, pains
from journeymap.tables.table import Table
from journeymap.views.kit.scene import Scene
from journeymap.views.kit.theme import DARK, LIGHT, Theme
from journeymap.views.kit.twin_theme import twin
from journeymap.views.names import FirstPage, View
from journeymap.views.options import ViewOptions
from journeymap.views.sheet.lanes import LABELS, Lane
from journeymap.words.first_step import first_to_do
from journeymap.words.headlines import headline
from journeymap.words.labels import label
from journeymap.words.subtitle import subtitle

_ROWED = frozenset({View.MAP})
"""Views whose rows can be switched off."""


def story(
    analysis: Analysis,
    options: ViewOptions,
    scenes: Sequence[Scene],
    findings: Sequence[Diagnostic],
) -> Story:
    """Returns what goes with the pages of a map.

    Args:
        analysis: the map, and what is computed from it.
        options: what the pages show and look like.
        scenes: the pages.
        findings: what rules found in the map.
    """
    journey_map, theme = analysis.journey_map, options.theme
    other = twin(theme)
    light, dark = (other, theme) if theme.name == DARK.name else (theme, other)
    return Story(
        scenes=tuple(scenes),
        light=light,
        dark=dark,
        only="" if theme.name == LIGHT.name else _shade(theme),
        rows=_rows(journey_map, scenes) if options.view in _ROWED else {},
        details=details(journey_map),
        tables=tuple(_tables(analysis, findings)),
        sections=sections(journey_map),
        registers=tuple(_registers(analysis)),
        headline=headline(analysis) if options.first is FirstPage.ALWAYS else "",
        first=first_to_do(analysis) if options.first is FirstPage.ALWAYS else "",
        subtitle=subtitle(journey_map).full,
    )


def _shade(theme: Theme) -> str:
    """Returns whether a theme is light or dark, by its ground."""
    return "dark" if int(theme.page[1:3], 16) < int(theme.ink[1:3], 16) else "light"


def _rows(journey_map: JourneyMap, scenes: Sequence[Scene]) -> dict[str, str]:
    """Returns the names of the rows on the pages of a map by key."""
    on_page = {band.name for scene in scenes for band in bands(scene)}
    return {
        lane.value: label(LABELS[lane], journey_map.journey.language)
        for lane in Lane
        if lane.value in on_page
    }


def _tables(analysis: Analysis, findings: Sequence[Diagnostic]) -> Iterator[Table[Any]]:
    """Yields what stands below the pictures."""
    if strong(analysis.leverage):
        yield leverage_table(analysis)
    if findings:
        yield findings_table(analysis.journey_map, findings)


def _registers(analysis: Analysis) -> Iterator[Table[Any]]:
    """Yields all ideas, pains, metrics and evidence of the map, as `show` tells them."""
    language = analysis.journey_map.journey.language
    builds: Mapping[str, Callable[[Analysis], Table[Any]]] = {
        "opportunities": opportunities.build,
        "pains": pains.build,
        "metrics": metrics.build,
        "evidence": evidence.build,
        "channels": channels.build,
    }
    for key, build in builds.items():
        table = build(analysis)
        if table.items:
            yield replace(table, title=label(key, language))
