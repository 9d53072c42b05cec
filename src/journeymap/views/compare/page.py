"""The comparison: both whole curves first, then step by step what changes and what brings it."""

from dataclasses import replace

from journeymap.analysis.analysis import Analysis
from journeymap.model.journey import State
from journeymap.model.journey_map import JourneyMap
from journeymap.views.compare import content, overview
from journeymap.views.compare.maps import Maps
from journeymap.views.errors import NothingToShowError
from journeymap.views.kit.scene import Scene
from journeymap.views.options import ViewOptions
from journeymap.views.sheet.pages import paginate
from journeymap.views.sheet.painter import painted
from journeymap.views.tailored_map import entitled, seen_by
from journeymap.words.labels import label


def build(analysis: Analysis, options: ViewOptions) -> tuple[Scene, ...]:
    """Draws a map and another one of the same journey over one grid.

    Where the steps take more than one page, a page before them shows both whole curves.

    Args:
        analysis: the map.
        options: what the picture is to look like, with the map to compare with.

    Returns:
        One scene a page; none for two maps without steps.

    Raises:
        NothingToShowError: there is no map to compare with.
        PageTooSmallError: the page is too small for a single step.
    """
    other = options.against
    if other is None:
        raise NothingToShowError(
            "there is nothing to compare with: name another map with --against, "
            "or the desired one in the map (desired:)"
        )
    ours, theirs = _protagonists(analysis.journey_map), _protagonists(other)
    is_first = ours.journey.state is State.CURRENT and theirs.journey.state is State.DESIRED
    maps = Maps(first=ours, second=theirs) if is_first else Maps(first=theirs, second=ours)
    sheet = content.sheet(maps, options.title)
    if not sheet.columns:
        return ()
    pages = paginate(sheet, options.size, options.theme)
    if len(pages) < 2:  # noqa: PLR2004 - one page shows both curves whole, and is called as both are
        whole = replace(sheet, titles=None)
        return painted(whole, paginate(whole, options.size, options.theme))
    if not sheet.people:
        return painted(sheet, pages)
    first = overview.draw(maps, sheet, options, pages=len(pages) + 1)
    return (first, *painted(sheet, pages, before=1))


def _protagonists(journey_map: JourneyMap) -> JourneyMap:
    """Returns a map of several personas as that of the protagonist alone, whose the curve is."""
    if not journey_map.persona_ids[1:]:
        return journey_map
    own, language = seen_by(journey_map, journey_map.persona_id), journey_map.journey.language
    only = label("only-of", language).format(who=journey_map.short_label(journey_map.persona_id))
    return entitled(own, f"{journey_map.journey.title} ({only})")
