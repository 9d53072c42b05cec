"""Every view with its builder: what to draw, by name."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from journeymap.analysis.analysis import Analysis
from journeymap.views import map as map_view
from journeymap.views.content import Lane
from journeymap.views.scene import Scene
from journeymap.views.theme import LIGHT, PAGES, Page, Theme
from journeymap.views.view import View


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What a picture is to look like, whatever it shows.

    Attributes:
        page: size of a page.
        theme: colours.
        lanes: rows of a map; by default those that say anything.
    """

    page: Page = PAGES["16:9"]
    theme: Theme = LIGHT
    lanes: tuple[Lane, ...] | None = None


Builder = Callable[[Analysis, Wish], tuple[Scene, ...]]


def _map(analysis: Analysis, wish: Wish) -> tuple[Scene, ...]:
    return map_view.build(analysis.map, theme=wish.theme, page=wish.page, lanes=wish.lanes)


BUILDERS: Mapping[View, Builder] = {
    View.MAP: _map,
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
