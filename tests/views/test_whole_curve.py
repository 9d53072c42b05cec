"""Pages of detail show beside their title where on the whole journey they stand."""

from pathlib import Path

import pytest
from tests.views.maps import pages

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
