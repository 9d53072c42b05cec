"""Outlines are those that Graphviz draws, so that all formats show one picture."""

import pytest
from tests.backends.engine import elements

from journeymap.backends.mark_shapes import corners, left, straight
from journeymap.views.kit.scene import Anchor, Curve, Marker, Scene, Shape, Text, line

SIDED = [shape for shape in Shape if shape is not Shape.CIRCLE]


def marker(shape: Shape) -> Marker:
    return Marker(shape=shape, x=100, y=100, size=80, fill="#123456")


@pytest.mark.parametrize("shape", SIDED)
def test_corners_are_those_that_graphviz_draws(shape: Shape) -> None:
    scene = Scene(
        width=200, height=200, background="#ffffff", title="T", description="D", boxes=(),
        marks=(marker(shape),),
    )  # fmt: skip
    (polygon,) = [e for e in elements(scene, "polygon") if e.get("fill") == "#123456"]
    pairs = [tuple(map(float, pair.split(","))) for pair in polygon.get("points", "").split()[:-1]]
    drawn = {(round(x), round(200 + y)) for x, y in pairs}
    assert {(round(x), round(y)) for x, y in corners(marker(shape))} == drawn


def test_a_circle_has_no_corners() -> None:
    assert corners(marker(Shape.CIRCLE)) == ()


def test_the_left_edge_of_a_text_follows_its_anchor() -> None:
    edges = {
        anchor: left(Text(x=50, baseline=9, text="abc", size=10, colour="#000000", anchor=anchor))
        for anchor in Anchor
    }
    assert edges[Anchor.START] == 50
    assert edges[Anchor.END] < edges[Anchor.MIDDLE] < 50
    assert edges[Anchor.MIDDLE] == pytest.approx((edges[Anchor.START] + edges[Anchor.END]) / 2)


def test_only_single_straight_segments_are_straight() -> None:
    piece = line((0, 0), (30, 10), colour="#000000")
    assert straight(piece)
    bent = Curve(points=((0, 0), (1, 5), (2, 5), (3, 0)), colour="#000000")
    assert not straight(bent)
    twice = Curve(points=(*piece.points, *piece.points[1:]), colour="#000000")
    assert not straight(twice)
