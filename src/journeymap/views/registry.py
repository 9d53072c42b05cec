"""Every view with its builder: what to draw, by name."""

from collections.abc import Callable
from importlib import import_module

from journeymap.analysis.analysis import Analysis
from journeymap.views.kit.scene import Scene
from journeymap.views.names import View
from journeymap.views.options import ViewOptions

Builder = Callable[[Analysis, ViewOptions], tuple[Scene, ...]]

_MODULES = {
    View.FOCUS: "focus.page",
    View.FLOW: "flow.page",
    View.STAKEHOLDERS: "stakeholders.page",
    View.CYCLE: "cycle.page",
    View.LADDER: "ladder.page",
    View.MATRIX: "matrix.page",
    View.COMPARE: "compare.page",
}
"""Where the `build` of each view is, but for that of the map; imported when it is asked for."""


def _map(analysis: Analysis, options: ViewOptions) -> tuple[Scene, ...]:
    from journeymap.views.map import page as map_view

    points = analysis.leverage if options.leverage else ()
    return map_view.build(
        analysis.map, theme=options.theme, page=options.page, rows=options.rows, points=points
    )


def builder(view: View) -> Builder:
    """Returns what draws a view."""
    if view is View.MAP:
        return _map
    found: Builder = import_module(f"journeymap.views.{_MODULES[view]}").build
    return found


def build(analysis: Analysis, view: View, options: ViewOptions) -> tuple[Scene, ...]:
    """Draws a view of a map.

    Args:
        analysis: the map, and what is computed from it.
        view: what to show.
        options: what it is to look like.

    Returns:
        One scene a page; none for a map without steps.

    Raises:
        PageTooSmallError: the page is too small.
    """
    return builder(view)(analysis, options)
