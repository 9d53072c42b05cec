"""Rows of a page are found by where things stand."""

import itertools

from hypothesis import given, settings
from tests.views.maps import journeys, pages, plain

from journeymap.backends.switchable_rows import advances, bands, middle, place
from journeymap.model.journey_map import JourneyMap
from journeymap.views.kit.scene import Box, Curve, Marker, Shape, Text

ROWS = ["action", "emotion", "need", "channel", "pains", "opportunities"]


def test_the_rows_of_a_map_from_top_to_bottom() -> None:
    (scene,) = pages(plain(4))
    assert [band.name for band in bands(scene)] == ROWS


def test_every_box_lies_in_its_row_and_words_below_in_none() -> None:
    (scene,) = pages(plain(4))
    found = bands(scene)
    for box in scene.boxes:
        above, inside = place(found, middle(box), found[0].top - 1)
        name = box.key.rpartition(".")[2]
        assert (
            not inside if box.key.startswith("stage-") else found[above].name in {name, "emotion"}
        )
    last = max(scene.texts(), key=lambda text: text.baseline)
    assert place(found, middle(last), 0) == (len(found), False)


def test_a_row_gives_back_its_height_and_the_gap_below() -> None:
    (scene,) = pages(plain(4))
    found = bands(scene)
    gone_by_row = advances(found)
    assert len(gone_by_row) == len(found) == len(ROWS)
    for (upper, lower), gone in zip(itertools.pairwise(found), gone_by_row, strict=False):
        assert gone <= lower.top - upper.top
        assert gone > upper.bottom - upper.top


@settings(max_examples=10)
@given(journeys(most=10))
def test_rows_never_share_a_height(journey_map: JourneyMap) -> None:
    scenes = pages(journey_map)
    assert scenes
    for scene in scenes:
        rows = bands(scene)
        assert all(high.bottom <= low.top for high, low in itertools.pairwise(rows))


def test_the_middle_of_everything() -> None:
    assert middle(Box(x=0, y=10, width=5, height=20)) == 20
    assert middle(Marker(shape=Shape.STAR, x=0, y=7, size=4, fill="#000000")) == 7
    assert middle(Text(x=0, baseline=10, text="x", size=10, colour="#000000")) == 7
    assert middle(Curve(points=((0, 2), (1, 2), (2, 8), (3, 8)), colour="#000000")) == 5
