"""Shares beside the ways of the flow, where they hide nothing."""

from collections.abc import Iterator, Sequence

from journeymap.quick_dataclass import dataclass
from journeymap.views.flow.grid import Grid
from journeymap.views.flow.routes import Route
from journeymap.views.kit import measure
from journeymap.views.kit.scene import Anchor, Point

_SHIFTS, _FURTHER = (0.0, 1.3, -1.3), (2.6, -2.6, 3.9, -3.9)
"""How far a share moves up or down to find room, in multiples of its size: before it is set on its
way, and after."""
_RIM = 4.0
"""Least room between a share and the right edge of the page, in points."""
_ALONG = (0.5, 0.35, 0.65, 0.2, 0.8)
"""Where on its way a share is set that finds no room beside it, as shares of the upright piece."""


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


def shares(grid: Grid, routes: Sequence[Route], edge: float) -> Iterator[Share]:
    """Yields the shares of ways, each beside its way, off cards, arrows and one another.

    One that finds no room is left out; the words that describe the picture have it.

    Args:
        grid: where cards and headers stand.
        routes: the ways.
        edge: the right edge of the page, which no share crosses.
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
        for wanted, top in _spots(route, wide, size):
            left = min(wanted, edge - wide - _RIM)
            patch = Patch(left - 1, top, left + wide + 1, top + 1.2 * size)
            if left > 1 and not any(patch.meets(other) for other in taken):
                taken.append(patch)
                yield Share(route=route, x=left, y=top, width=wide)
                break


def _spots(route: Route, wide: float, size: float) -> Iterator[Point]:
    """Yields where a share may stand, the best place first: left and upper edge."""
    x, y = route.label
    left = x - {Anchor.START: 0.0, Anchor.MIDDLE: wide / 2, Anchor.END: wide}[route.anchor]
    yield from ((left, y + shift * size) for shift in _SHIFTS)
    if route.run:
        (x, start), (_, stop) = route.run
        for share in _ALONG:
            yield x - wide / 2, start + share * (stop - start) - 0.6 * size
    yield from ((left, y + shift * size) for shift in _FURTHER)


def _around(route: Route) -> Patch:
    """Returns the patch of an arrow."""
    head = route.head
    half = head.size / 2 + 1
    return Patch(head.x - half, head.y - half, head.x + half, head.y + half)
