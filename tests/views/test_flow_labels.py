"""Shares on the flow stand beside their ways, on none of them."""

import re
from dataclasses import replace
from pathlib import Path

import pytest
from tests.views.layout_checker import of_text
from tests.views.test_views import EXAMPLES, loaded

from journeymap.analysis.analysis import Analysis
from journeymap.views.kit.free_room import _sampled
from journeymap.views.kit.page_sizes import page_of
from journeymap.views.kit.scene import Curve, Scene, line
from journeymap.views.names import View
from journeymap.views.options import ViewOptions
from journeymap.views.registry import build

SHARE = re.compile(r"\d\s%\*?$")


def struck(scene: Scene) -> list[str]:
    """Shares that a way runs through, as wide as it is drawn."""
    curves = [mark for mark in scene.marks if isinstance(mark, Curve)]
    found = []
    for text in scene.texts():
        area = of_text(text)
        for curve in curves if SHARE.search(text.text) else ():
            half = curve.width / 2
            if any(
                area.left - half < x < area.right + half
                and area.top - half < y < area.bottom + half
                for x, y in _sampled(curve.points)
            ):
                found.append(text.text)
    return found


@pytest.mark.parametrize("size", ["16:9", "4:3", "a4"])
@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.name)
def test_no_share_lies_on_a_way(path: Path, size: str) -> None:
    options = ViewOptions(view=View.FLOW, size=page_of(size))
    assert [struck(each) for each in build(Analysis(journey_map=loaded(path)), options)] == [[]]


def test_the_checker_sees_a_struck_share() -> None:
    path = next(each for each in EXAMPLES if each.name.startswith("hotel"))
    (scene,) = build(Analysis(journey_map=loaded(path)), ViewOptions(view=View.FLOW))
    share = next(text for text in scene.texts() if SHARE.search(text.text))
    area = of_text(share)
    middle = (area.top + area.bottom) / 2
    way = line((area.left - 20, middle), (area.right + 20, middle), colour="#000000")
    assert share.text in struck(replace(scene, marks=(*scene.marks, way)))
