"""The default view: stages over steps over lanes, with the emotion curve among them."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import cache

from journeymap.analysis.analysis import Analysis
from journeymap.analysis.call_outs import call_outs
from journeymap.views.kit.page_sizes import is_sheet
from journeymap.views.kit.scene import Scene
from journeymap.views.map.poster import with_all
from journeymap.views.names import FirstPage
from journeymap.views.options import ViewOptions
from journeymap.views.sheet.content import read
from journeymap.views.sheet.lanes import DEFAULT, LEADS, POSTER
from journeymap.views.sheet.painter import draw
from journeymap.views.sheet.passings import with_analysis
from journeymap.views.sheet.stage_notes import asides
from journeymap.words.part_titles import titles
from journeymap.words.time_sums import waiting_fact

_SEVERAL = 2
"""Any number of pages that is more than one."""


def build(analysis: Analysis, options: ViewOptions) -> tuple[Scene, ...]:
    """Draws a journey map.

    Args:
        analysis: the map, and what is computed from it.
        options: what the picture is to look like.

    Returns:
        One scene a page; none for a map without steps.

    Raises:
        PageTooSmallError: the page is too small for a single step.
    """
    called = call_outs(analysis) if options.leverage else ()
    wall = is_sheet(options.size) and not options.lanes.roomy
    lanes = POSTER if wall and options.lanes == DEFAULT else options.lanes
    sheet = replace(
        with_analysis(read(analysis.journey_map, lanes, called, waiting_fact(analysis)), analysis),
        leads=frozenset() if options.lanes.roomy else LEADS,
        asides=() if options.lanes.roomy else asides(analysis.journey_map),
        follows=has_first_page(options, _SEVERAL),
        titles=None if options.title or options.lanes.roomy else _titles(analysis),
    )
    if wall:
        sheet = replace(with_all(sheet, analysis.journey_map), whole=options.whole)

    def before(count: int) -> int:
        return int(has_first_page(options, count))

    return draw(sheet, theme=options.theme, page=options.size, before=before)


def _titles(analysis: Analysis) -> Callable[[Sequence[str], Sequence[str]], Iterator[str]]:
    """Returns what says of some steps, by their ids, what a page with them can be called."""
    positions = {step.id: step.position for step in analysis.journey_map.steps}

    @cache  # many sizes of type are tried with the same steps
    def said(keys: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(titles(analysis, [positions[key] for key in keys]))

    return lambda keys, _rows: iter(said(tuple(keys)))


def has_first_page(options: ViewOptions, count: int) -> bool:
    """Tells whether an overview stands before so many pages of a map."""
    long = options.first is FirstPage.LONG and count > 1
    return not options.lanes.roomy and (long or options.first is FirstPage.ALWAYS)
