"""Points of several people at one step: each is seen, at its own height."""

from math import hypot
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.analysis.reading import analyse
from tests.views.layout_checker import problems

from journeymap.views.kit.scene import Marker, Scene
from journeymap.views.options import ViewOptions
from journeymap.views.registry import build
from journeymap.views.sheet.points import Spot, is_on, spots

FACE = 12.0
EXAMPLE = Path(__file__).parents[3] / "examples" / "przychodnia.journey.yaml"


def hidden(one: Spot, other: Spot) -> bool:
    """Whether two outlines cross, or one disc lies on the middle of the other."""
    apart = hypot(one.y - other.y, one.aside - other.aside)
    return abs(one.size - other.size) / 2 < apart < (one.size + other.size) / 2


@given(st.lists(st.integers(min_value=0, max_value=80).map(float), min_size=1, max_size=3))
def test_no_point_covers_another_in_part_and_none_leaves_its_height(heights: list[float]) -> None:
    placed = spots(heights, FACE)
    assert [each.y for each in placed] == heights
    assert (placed[0].size, placed[0].aside) == (FACE, 0.0)
    for i, one in enumerate(placed):
        for other in placed[i + 1 :]:
            rings = is_on(one.y, other.y) and one.aside == other.aside
            assert not hidden(one, other) or (rings and other.size > one.size)


@pytest.mark.parametrize(
    ("heights", "asides", "rings"),
    [
        ([10, 30], [False, False], [False, False]),
        ([10, 16], [False, True], [False, False]),
        ([10, 10], [False, False], [False, True]),
        ([10, 12], [False, False], [False, True]),
        ([10, 10, 10], [False, False, False], [False, True, True]),
        ([10, 10, 16], [False, False, True], [False, True, False]),
    ],
)
def test_only_who_would_cover_another_in_part_stands_aside(
    heights: list[float], asides: list[bool], rings: list[bool]
) -> None:
    placed = spots(heights, FACE)
    assert [each.aside != 0 for each in placed] == asides
    assert [each.size > FACE for each in placed] == rings


def test_somebody_alone_at_a_step_stands_in_the_middle_of_it() -> None:
    (one,) = spots([20.0], FACE, hers=False)
    assert (one.aside, one.y) == (0.0, 20.0)
    assert one.size < FACE


def points(scene: Scene) -> list[Marker]:
    return [mark for mark in scene.marks if isinstance(mark, Marker) and mark.tooltip]


@pytest.mark.parametrize(("ben", "is_aside"), [(-1.5, True), (-1, False), (1, False)])
def test_the_point_of_a_second_person_is_seen_beside_a_face(ben: float, is_aside: bool) -> None:
    text = f"""title: T
personas: [Ana, Ben]
steps:
  - {{action: Calls, emotion: {{Ana: -1.4, Ben: {ben}}}}}
  - {{action: Is seen, emotion: {{Ana: 1, Ben: 0}}}}
  - {{action: Goes, emotion: {{Ana: 1, Ben: 0}}}}
"""
    (scene,) = build(analyse(text), ViewOptions(size="a3", lanes="action,emotion"))
    assert problems(scene) == []
    ann, other = sorted(
        sorted(points(scene), key=lambda mark: mark.x)[:2], key=lambda mark: mark.size
    )[::-1]
    assert hypot(ann.x - other.x, ann.y - other.y) > (ann.size + other.size) / 2
    assert (ann.x != other.x) == is_aside
