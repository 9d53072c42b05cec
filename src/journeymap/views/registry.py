"""Every view with its builder: what to draw, by name."""

from importlib import import_module

from journeymap.analysis.analysis import Analysis
from journeymap.views.kit.scene import Scene
from journeymap.views.options import ViewOptions


def build(analysis: Analysis, options: ViewOptions) -> tuple[Scene, ...]:
    """Draws a view of a map; what draws it is imported when it is asked for.

    Args:
        analysis: the map, and what is computed from it.
        options: what to show, and what it is to look like.

    Returns:
        One scene a page; none for a map without steps.

    Raises:
        NothingToShowError: the map lacks what the view is about.
        PageTooSmallError: the page is too small.
    """
    page = import_module(f"journeymap.views.{options.view}.page")
    scenes: tuple[Scene, ...] = page.build(analysis, options)
    return scenes
