"""Text of SVG pictures stays in its box in a real browser, with the fonts of this machine.

The layout is computed with a ruler of our own; this holds it against a browser's. Runs where
chromium and node are installed and JOURNEYMAP_NODE_MODULES names a folder of node modules with
puppeteer-core.
"""

from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from tests.browser.browser import needs, told_by
from tests.views.maps import journeys

from journeymap import Drawing, load, render
from journeymap.backends.formats import Format
from journeymap.model.journey_map import JourneyMap
from journeymap.views.errors import PageTooSmallError
from journeymap.views.kit.measure import missing

ROOT = Path(__file__).resolve().parents[2]
RANDOM = 60

pytestmark = needs("puppeteer-core")


def draw(journey_map: JourneyMap, folder: Path, name: str, **more: Any) -> list[Path]:  # noqa: ANN401
    paths = []
    for page, content in enumerate(render(journey_map, Drawing(form=Format.SVG, **more)).files):
        path = folder / f"{name}-{page}.svg"
        path.write_bytes(content)
        paths.append(path)
    return paths


@pytest.mark.parametrize("size", ["16:9", "4:3", "a4", "a3", "a0"])
def test_texts_of_the_examples_stay_in_their_boxes(size: str, tmp_path: Path) -> None:
    pictures = []
    for example in sorted((ROOT / "examples").glob("*.journey.yaml")):
        journey_map = load(example).journey_map
        assert journey_map is not None
        pictures += draw(journey_map, tmp_path, example.name, size=size)
    told = told_by("svg.mjs", pictures)
    assert all(each["texts"] > 5 for each in told.values())
    assert {name: each["wrong"] for name, each in told.items() if each["wrong"]} == {}


@pytest.mark.parametrize("view", ["overview", "flow", "focus", "stakeholders", "compare"])
def test_texts_of_other_views_of_the_examples_stay_in_their_boxes(
    view: str, tmp_path: Path
) -> None:
    pictures = []
    for example in sorted((ROOT / "examples").glob("*.journey.yaml")):
        loaded = load(example)
        assert loaded.journey_map is not None
        more = {"against": loaded.journey_map} if view == "compare" else {}
        pictures += draw(loaded.journey_map, tmp_path, example.name, view=view, **more)
    told = told_by("svg.mjs", pictures)
    assert all(each["texts"] > 5 for each in told.values())
    assert {name: each["wrong"] for name, each in told.items() if each["wrong"]} == {}


@pytest.mark.parametrize("view", ["map", "overview", "flow", "compare"])
def test_texts_of_random_maps_stay_in_their_boxes(view: str, tmp_path: Path) -> None:
    pictures: list[Path] = []

    @settings(
        max_examples=RANDOM,
        derandomize=True,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
        deadline=None,
    )
    @given(journeys(most=30), journeys(most=30))
    def collect(journey_map: JourneyMap, wanted: JourneyMap) -> None:
        more = {"against": wanted} if view == "compare" else {}
        with suppress(PageTooSmallError):  # a page has room for so many words
            pictures.extend(draw(journey_map, tmp_path, str(len(pictures)), view=view, **more))

    collect()
    told = told_by("svg.mjs", pictures)
    # What the bundled typeface lacks (ideographs, emoji) is as wide as the font that has it.
    wrong = {
        name: [each for each in found["wrong"] if not missing([each])]
        for name, found in told.items()
    }
    assert {name: each for name, each in wrong.items() if each} == {}
