"""The overview: points, bars and badges at one place are all seen."""

from collections.abc import Sequence

import pytest
from tests.analysis.reading import analyse
from tests.views.layout_checker import problems
from tests.views.test_overview import overview

from journeymap.views.kit import glyphs
from journeymap.views.kit.scene import Curve, Marker, Scene, Shape
from journeymap.views.kit.theme import LIGHT
from journeymap.views.overview.plot import BADGE, DOT

PEOPLE = """title: T
personas: [{id: a, name: Ann}, {id: b, name: Bob}, {id: c, name: Cleo}]
persona: [a, b, c]
steps:
  - {action: Waits, emotion: {a: FIRST, b: SECOND, c: THIRD}}
  - {action: Is seen, emotion: {a: 0, b: 1, c: 2}}
  - {action: Leaves, emotion: {a: 1, b: -2, c: 0}}
"""


def points(scene: Scene) -> list[Marker]:
    """The points of the first step, in the order in which they are drawn."""
    found = [
        mark
        for mark in scene.marks
        if isinstance(mark, Marker) and mark.shape is Shape.CIRCLE and mark.stroke in LIGHT.curves
    ]
    left = min(mark.x for mark in found)
    return [mark for mark in found if mark.x == left]


@pytest.mark.parametrize(
    ("values", "larger"),
    [
        (("-1", "-1", "-1"), [2, 1, 0]),
        (("-1", "1", "-1"), [1, 0, 0]),
        (("-1", "1", "1"), [1, 0, 0]),
        (("-1", "0", "1"), [0, 0, 0]),
    ],
)
def test_points_of_several_people_at_one_place_are_rings_around_one_another(
    values: Sequence[str], larger: list[int]
) -> None:
    text = PEOPLE
    for name, value in zip(("FIRST", "SECOND", "THIRD"), values, strict=True):
        text = text.replace(name, value)
    scene = overview(analyse(text).journey_map)
    found = points(scene)
    assert [mark.stroke for mark in found] == [*reversed(LIGHT.curves[:3])]
    steps = [round((mark.size - DOT) / 3.6, 6) for mark in found]
    assert steps == larger
    assert problems(scene) == []


@pytest.mark.parametrize("pain", ["", ", pains: {text: Hurts, severity: 4}"])
@pytest.mark.parametrize("mixed", ["[relieved, ashamed]", "[2, -2]", "[1, 0]"])
@pytest.mark.parametrize("several", [True, False])
def test_no_point_and_no_badge_covers_the_ends_of_mixed_feelings(
    pain: str, mixed: str, *, several: bool
) -> None:
    text = PEOPLE if several else PEOPLE.replace("[a, b, c]\n", "a\n")
    text = text.replace("THIRD}", f"THIRD}}{pain}").replace("FIRST", mixed)
    text = text.replace("SECOND", "1").replace("THIRD", "-1")
    scene = overview(analyse(text).journey_map)
    (bar, *_) = [
        mark for mark in scene.marks if isinstance(mark, Curve) and mark.width == glyphs.SPAN
    ]
    x, ends = bar.points[0][0], (bar.points[0][1], bar.points[-1][1])
    covers = [
        mark
        for mark in scene.marks
        if isinstance(mark, Marker)
        and mark.size <= BADGE
        and abs(mark.x - x) < mark.size / 2
        and any(abs(mark.y - end) < mark.size / 2 for end in ends)
    ]
    assert covers == []
