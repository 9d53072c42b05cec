"""Every view with its builder: what to draw, by name."""

from collections.abc import Callable, Mapping

from journeymap.analysis.analysis import Analysis
from journeymap.views import compare, ladder, stakeholders
from journeymap.views import map as map_view
from journeymap.views.cycle import page as cycle
from journeymap.views.flow import page as flow
from journeymap.views.focus import page as focus
from journeymap.views.matrix import page as matrix
from journeymap.views.scene import Scene
from journeymap.views.view import View
from journeymap.views.wish import Wish

Builder = Callable[[Analysis, Wish], tuple[Scene, ...]]


def _map(analysis: Analysis, wish: Wish) -> tuple[Scene, ...]:
    points = analysis.leverage if wish.leverage else ()
    return map_view.build(
        analysis.map, theme=wish.theme, page=wish.page, rows=wish.rows, points=points
    )


BUILDERS: Mapping[View, Builder] = {
    View.MAP: _map,
    View.FOCUS: focus.build,
    View.FLOW: flow.build,
    View.STAKEHOLDERS: stakeholders.build,
    View.CYCLE: cycle.build,
    View.LADDER: ladder.build,
    View.MATRIX: matrix.build,
    View.COMPARE: compare.build,
}
"""What draws each view."""


def build(analysis: Analysis, view: View, wish: Wish) -> tuple[Scene, ...]:
    """Draws a view of a map.

    Args:
        analysis: the map, and what is computed from it.
        view: what to show.
        wish: what it is to look like.

    Returns:
        One scene a page; none for a map without steps.

    Raises:
        ValueError: the page is too small.
    """
    return BUILDERS[view](analysis, wish)
