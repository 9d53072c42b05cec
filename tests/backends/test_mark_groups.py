"""What belongs together stays together, in painting order, and nothing gets lost."""

from itertools import chain

from hypothesis import given, settings
from tests.views.maps import journeys, pages, plain

from journeymap.backends.mark_groups import pieces
from journeymap.model.journey_map import JourneyMap
from journeymap.views.kit.scene import Curve, Mark, Marker, Shape, Text, line


def text(words: str, baseline: float, **more: object) -> Text:
    fields = {"x": 10.0, "size": 10.0, "colour": "#000000", **more}
    return Text(text=words, baseline=baseline, **fields)  # type: ignore[arg-type]


def test_lines_of_one_text_are_one_piece() -> None:
    marks = (text("one", 20), text("two", 32), text("three", 44), text("apart", 60))
    assert list(pieces(marks)) == [marks[:3], marks[3:]]


def test_lines_of_another_look_are_another_piece() -> None:
    marks: tuple[Mark, ...] = (text("one", 20), text("bold", 32, bold=True), text("on", 44, x=12.0))
    assert [len(piece) for piece in pieces(marks)] == [1, 1, 1]


def test_a_curve_goes_on_where_it_ends_in_one_look() -> None:
    first = line((0, 0), (10, 10), colour="#111111")
    second = line((10, 10), (20, 0), colour="#111111")
    other = line((20, 0), (30, 0), colour="#222222")
    away = line((31, 5), (40, 5), colour="#222222")
    assert list(pieces((first, second, other, away))) == [(first, second), (other,), (away,)]


def test_a_circle_holds_what_is_drawn_in_it() -> None:
    ring = Marker(shape=Shape.CIRCLE, x=50, y=50, size=12, fill="#ffffff")
    eye = Marker(shape=Shape.CIRCLE, x=48, y=48, size=1.5, fill="#000000")
    mouth = line((47, 53), (53, 53), colour="#000000")
    curve = Curve(points=((50, 50), (60, 50), (70, 40), (80, 40)), colour="#000000")
    marks: tuple[Mark, ...] = (ring, eye, mouth, curve, text("words", 50, x=50.0))
    assert list(pieces(marks)) == [(ring, eye, mouth), (curve,), (marks[-1],)]


def test_faces_of_a_map_are_pieces() -> None:
    (scene,) = pages(plain(4))
    faces = [piece for piece in pieces(scene.marks) if len(piece) == 4]
    assert len(faces) == 4 + 3 + 1  # on the curve, on the axis, in the legend


@settings(max_examples=10)
@given(journeys(most=12))
def test_no_mark_gets_lost(journey_map: JourneyMap) -> None:
    scenes = pages(journey_map)
    assert scenes
    for scene in scenes:
        assert tuple(chain.from_iterable(pieces(scene.marks))) == scene.marks
