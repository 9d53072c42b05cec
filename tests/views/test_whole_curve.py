"""Pages of detail show beside their title where on the whole journey they stand."""

from dataclasses import replace
from pathlib import Path

import pytest
from tests.views.maps import pages, plain

from journeymap.views.kit.scene import Curve
from journeymap.views.names import FirstPage
from journeymap.workspace.load import Loader

EXAMPLES = sorted((Path(__file__).parents[2] / "examples").glob("*.journey.yaml"))
_HEAD = 60
"""Points below the top of a page within which its title stands."""


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_pages_of_detail_have_the_whole_curve_beside_their_title(path: Path) -> None:
    journey_map = Loader().load([path]).asked[0].journey_map
    assert journey_map
    _, *others = pages(journey_map, first=FirstPage.LONG)
    for scene in others:
        curves = [mark for mark in scene.marks if isinstance(mark, Curve)]
        assert any(curve.points[0][1] < _HEAD for curve in curves), scene.title


def test_the_title_of_the_map_may_be_as_long_as_it_likes() -> None:
    short = plain(24)
    words = "From the first sign to the day on which it is good again, as families told it "
    journey = short.journey.model_copy(update={"title": words * 3})
    _, *others = pages(replace(short, journey=journey), first=FirstPage.LONG)
    assert others
    for scene in others:
        curves = [mark for mark in scene.marks if isinstance(mark, Curve)]
        assert any(curve.points[0][1] < _HEAD for curve in curves), scene.title
