"""Walks the ways of a flow and tells where a reader sees one that is not there."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations, pairwise
from math import hypot

from tests.views.layout_checker import Area, meeting, of_box, of_marker, of_text

from journeymap.views.kit.scene import Curve, Marker, Point, Scene, Shape

APART = 4.0
"""White space between ways that run beside one another, in points."""
BESIDE = 0.9
"""Cosine from which on two pieces run beside one another, and do not cross."""
_ROUNDING = 0.05
_ARROWS = {Shape.LEFT, Shape.RIGHT, Shape.UP, Shape.DOWN}
_SHORTEST = 12.0
"""Shorter lines are glyphs."""


@dataclass(frozen=True)
class Way:
    """A way: the line, and the arrow at its end."""

    line: Curve
    head: Marker
    points: tuple[Point, ...]

    @property
    def name(self) -> str:
        (x, y), (u, v) = self.points[0], self.points[-1]
        return f"the way from {x:.0f}, {y:.0f} to {u:.0f}, {v:.0f}"

    @cached_property
    def pieces(self) -> "list[_Piece]":
        """Its straight pieces, each with its reach."""
        return [(a, b, _reach((a, b))) for a, b in pairwise(self.points)]

    @cached_property
    def reach(self) -> "_Reach":
        """How far it goes."""
        return _reach(self.points)


def _along(curve: Curve) -> Iterator[Point]:
    """Points on a curve, closer where it is bent."""
    chain = curve.points
    yield chain[0]
    for a, b, c, d in zip(chain[::3], chain[1::3], chain[2::3], chain[3::3], strict=False):
        bent = hypot(b[0] - a[0], b[1] - a[1]) + hypot(c[0] - b[0], c[1] - b[1])
        bent += hypot(d[0] - c[0], d[1] - c[1]) - hypot(d[0] - a[0], d[1] - a[1])
        count = 1 if bent < 0.1 else 8
        for t in (k / count for k in range(1, count + 1)):
            s = 1 - t
            w = (s**3, 3 * s * s * t, 3 * s * t * t, t**3)
            yield (
                w[0] * a[0] + w[1] * b[0] + w[2] * c[0] + w[3] * d[0],
                w[0] * a[1] + w[1] * b[1] + w[2] * c[1] + w[3] * d[1],
            )


def ways(scene: Scene) -> list[Way]:
    """The ways of a page: lines that end in an arrow."""
    found = []
    for mark, head in pairwise(scene.marks):
        if isinstance(mark, Curve) and isinstance(head, Marker) and head.shape in _ARROWS:
            points = tuple(_along(mark))
            long = sum(hypot(b[0] - a[0], b[1] - a[1]) for a, b in pairwise(points))
            if long > _SHORTEST and head.fill == mark.colour:
                found.append(Way(mark, head, (*points, (head.x, head.y))))
    return found


def _to_piece(p: Point, a: Point, b: Point) -> float:
    """Distance of a point from a piece of a line."""
    dx, dy = b[0] - a[0], b[1] - a[1]
    long = dx * dx + dy * dy
    t = max(0.0, min(1.0, ((p[0] - a[0]) * dx + (p[1] - a[1]) * dy) / long)) if long else 0.0
    return hypot(p[0] - a[0] - t * dx, p[1] - a[1] - t * dy)


def _beside(a: Point, b: Point, c: Point, d: Point, least: float = BESIDE) -> bool:
    """Whether two pieces have about the same direction, or the opposite one."""
    one, other = (b[0] - a[0], b[1] - a[1]), (d[0] - c[0], d[1] - c[1])
    long = hypot(*one) * hypot(*other)
    return bool(long) and abs(one[0] * other[0] + one[1] * other[1]) / long > least


_Reach = tuple[float, float, float, float]
_Piece = tuple[Point, Point, _Reach]


def _reach(points: Sequence[Point]) -> _Reach:
    """How far points go to the left, up, to the right and down."""
    xs, ys = zip(*points, strict=True)
    return min(xs), min(ys), max(xs), max(ys)


def _apart(one: _Reach, other: _Reach, by: float) -> bool:
    """Whether two lines are surely further apart, as the rectangles around them are."""
    left, top, right, low = one
    x, y, u, v = other
    return x - right > by or left - u > by or y - low > by or top - v > by


def distance(one: Way, other: Way, most: float = 1e9) -> float:
    """Least distance between two ways where they run beside one another, or go on in one another.

    Ways that cross one another, at whatever angle that is not flat, are as far apart as can be.

    Args:
        one: a way.
        other: another one.
        most: what is told of all that are no closer.
    """
    least = most
    for a, b, reach in one.pieces:
        if _apart(reach, other.reach, least):
            continue
        for c, d, there in other.pieces:
            if not _apart(reach, there, least) and _beside(a, b, c, d):
                least = min(
                    least, _to_piece(a, c, d), _to_piece(b, c, d), _to_piece(c, a, b),
                    _to_piece(d, a, b),
                )  # fmt: skip
    return least


def _patches(way: Way) -> list[Area]:
    """What a line covers, piece by piece."""
    found = []
    for a, b in pairwise(way.points):
        across = 0.0 if a[1] == b[1] else way.line.width / 2
        down = 0.0 if a[0] == b[0] else way.line.width / 2
        left, right = sorted((a[0], b[0]))
        top, low = sorted((a[1], b[1]))
        found.append(Area(left - across, top - down, right + across, low + down, way.name))
    return found


def too_close(found: Sequence[Way], apart: float = APART) -> Iterator[tuple[Way, Way, float]]:
    """Pairs of ways that run closer to one another than they may, with their distance."""
    for one, other in combinations(found, 2):
        lines = (one.line.width + other.line.width) / 2
        clear = distance(one, other, apart + lines) - lines
        if clear < apart - _ROUNDING:
            yield one, other, clear


_SHARED, _FLAT = 15.0, 0.985
"""Ways share a line that run on one another for so many points, at an angle of at most ten degrees;
what is steeper or shorter crosses."""


def _cut(a: Point, b: Point) -> Iterator[tuple[Point, Point]]:
    """Pieces of a piece of a line that are no longer than two points."""
    (x, y), (u, v) = a, b
    count = max(1, int(hypot(u - x, v - y) / 2))
    cuts = [(x + (u - x) * k / count, y + (v - y) * k / count) for k in range(count + 1)]
    yield from pairwise(cuts)


def _together(one: Way, other: Way) -> float:
    """Length on which a way runs on another one."""
    reach = (one.line.width + other.line.width) / 2
    if _apart(one.reach, other.reach, reach):
        return 0.0
    return sum(_on(piece, other, reach) for piece in one.pieces)


def _on(piece: _Piece, other: Way, reach: float) -> float:
    """Length on which a piece of a way runs on another way."""
    a, b, own = piece
    near = [
        (c, d)
        for c, d, there in other.pieces
        if not _apart(own, there, reach) and _beside(a, b, c, d, _FLAT)
    ]
    return sum(
        hypot(q[0] - p[0], q[1] - p[1])
        for p, q in (_cut(a, b) if near else ())
        if any(_to_piece(p, c, d) < reach for c, d in near)
    )


def shared(scene: Scene) -> list[str]:
    """Ways that share a line, however they are bent; empty where they only cross."""
    return [
        f"{one.name} and {other.name} share a line"
        for one, other in combinations(ways(scene), 2)
        if _together(one, other) > _SHARED
    ]


def problems(scene: Scene, apart: float | None = APART) -> list[str]:
    """Everything that is wrong with the ways of a page; empty where nothing is.

    Args:
        scene: the page.
        apart: least white space between ways that run beside one another; None where they are
            bent and may cross at any angle, but not share a line.
    """
    found = ways(scene)
    told = shared(scene) if apart is None else [
        f"{one.name} is {clear:.1f} pt from {other.name}"
        for one, other, clear in too_close(found, apart)
    ]  # fmt: skip
    lines = [patch for way in found for patch in _patches(way)]
    texts = [of_text(text) for text in scene.texts()]
    told += [f"{text.name} lies on {patch.name}" for text, patch in meeting(texts, lines)]
    inner = [of_box(box) for box in scene.boxes if box.key]
    told += [f"{patch.name} runs over {box.name}" for box, patch in meeting(inner, lines)]
    heads = [(way, of_marker(way.head)) for way in found]
    told += [
        f"{one.name} and {other.name} have their arrows on one another"
        for (one, here), (other, there) in combinations(heads, 2)
        if here.meets(there)
    ]
    return told
