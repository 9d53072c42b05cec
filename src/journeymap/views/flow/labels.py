"""Shares beside the ways of the flow, where they hide nothing."""

from collections.abc import Iterator, Sequence

from journeymap.records import dataclass
from journeymap.views import measure
from journeymap.views.flow.grid import Grid
from journeymap.views.flow.routes import Route
from journeymap.views.scene import Anchor

_SHIFTS = (0.0, 1.3, -1.3, 2.6, -2.6, 3.9, -3.9)
"""How far a share moves up or down to find room, in multiples of its size."""


@dataclass(frozen=True, slots=True)
class Patch:
    """A rectangle that something takes up."""

    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: "Patch") -> bool:
        """Tells whether two of them overlap."""
        return (
            self.left < other.right
            and other.left < self.right
            and self.top < other.bottom
            and other.top < self.bottom
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """A share where it stands.

    Attributes:
        route: the way that it belongs to.
        x: left edge.
        y: upper edge.
        width: of the words.
    """

    route: Route
    x: float
    y: float
    width: float


def shares(grid: Grid, routes: Sequence[Route]) -> Iterator[Share]:
    """Yields the shares of ways, each beside its way, off cards, arrows and one another.

    One that finds no room is left out; the words that describe the picture have it.
    """
    taken = [
        *(Patch(p.x, p.y, p.x + grid.width, p.y + p.card.height) for p in grid.places.values()),
        *(Patch(h.x, h.y, h.x + grid.width, h.y + h.height) for h in grid.heads),
        *(_around(route) for route in routes),
    ]
    size = grid.kind.small
    for route in routes:
        if not route.link.share:
            continue
        wide = measure.width(route.link.share, size)
        x, y = route.label
        left = x - wide if route.anchor is Anchor.END else x
        for shift in _SHIFTS:
            top = y + shift * size
            patch = Patch(left - 1, top, left + wide + 1, top + 1.2 * size)
            if left > 1 and not any(patch.meets(other) for other in taken):
                taken.append(patch)
                yield Share(route=route, x=left, y=top, width=wide)
                break


def _around(route: Route) -> Patch:
    """Returns the patch of an arrow."""
    head = route.head
    half = head.size / 2 + 1
    return Patch(head.x - half, head.y - half, head.x + half, head.y + half)
