"""The web page as a reader uses it: in a browser, with pointer, keyboard and an audit (axe-core).

Runs where chromium and node are installed and JOURNEYMAP_NODE_MODULES names a folder of node
modules with puppeteer-core and axe-core (`npm install puppeteer-core axe-core`, anywhere outside
this repository).
"""

from pathlib import Path
from typing import Any

import pytest
from tests.browser.browser import needs, told_by

from journeymap import Drawing, Subject, load, render
from journeymap.backends.formats import Format
from journeymap.views.names import View

ROOT = Path(__file__).resolve().parents[2]
NAMES = ("diabetes-care-pathway", "clinica-dental", "ten-minute-workshop")

pytestmark = needs("axe-core")


@pytest.fixture(scope="module", params=[NAMES[:1], NAMES], ids=["one map", "several maps"])
def reading(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> dict[str, Any]:
    maps = [load(ROOT / "examples" / f"{name}.journey.yaml").journey_map for name in request.param]
    subjects = [Subject(journey_map=each) for each in maps if each]
    page = tmp_path_factory.mktemp("page") / "page.html"
    page.write_bytes(render(subjects, Drawing(form=Format.HTML)).files[0])
    return told_by("page.mjs", [page])


ALONE = {View.MAP, View.PERSONA}
"""The map has tests of its own, and on cards of personas there is no step to point at."""


@pytest.mark.parametrize("view", [each for each in View if each not in ALONE])
def test_other_views_are_read_alike(view: View, tmp_path: Path) -> None:
    example = "customer-lifecycle" if view is View.CYCLE else "digital-health-plan"
    journey_map = load(ROOT / "examples" / f"{example}.journey.yaml").journey_map
    assert journey_map
    page = tmp_path / "page.html"
    drawing = Drawing(form=Format.HTML, view=view)
    page.write_bytes(
        render([Subject(journey_map=journey_map, against=journey_map)], drawing).files[0]
    )
    told = told_by("page.mjs", [page])
    assert told["errors"] == []
    assert [each for each in told["violations"].values() if each] == []
    for what in ("hovered", "focused", "right", "end", "clicked"):
        step, shown = told[what]
        assert shown == [step], what
    assert told["left"] == told["escaped"] == []
    assert told["unscripted"] == len(journey_map.steps)


def test_no_request_leaves_the_page(reading: dict[str, Any]) -> None:
    assert reading["errors"] == []
    assert all(url.startswith("file:") for url in reading["requests"])


def test_the_audit_finds_no_violation(reading: dict[str, Any]) -> None:
    assert set(reading["violations"]) == {"light", "selected", "dark", "small"}
    assert [found for found in reading["violations"].values() if found] == []


def test_hovering_shows_a_step_and_leaving_lets_it_go(reading: dict[str, Any]) -> None:
    assert reading["atFirst"] == []
    step, shown = reading["hovered"]
    assert shown == [step]
    assert reading["left"] == []


@pytest.mark.parametrize("what", ["focused", "right", "end", "clicked"])
def test_the_keyboard_reaches_every_step(reading: dict[str, Any], what: str) -> None:
    step, shown = reading[what]
    assert shown == [step]


def test_enter_goes_to_the_words_and_escape_lets_go(reading: dict[str, Any]) -> None:
    assert reading["entered"] == reading["end"][0]
    assert reading["escaped"] == []


def test_a_row_can_be_switched_off_and_on(reading: dict[str, Any]) -> None:
    assert reading["hidden"] == reading["rows"][:1]
    assert reading["lower"] < reading["high"] == reading["highAgain"]


def test_the_theme_follows_the_system_until_somebody_chooses(reading: dict[str, Any]) -> None:
    first, chosen, by_system = reading["ground"]
    assert first == "rgb(255, 255, 255)"
    assert chosen == by_system != first


def test_it_fits_a_small_screen_and_tells_all_without_scripts(reading: dict[str, Any]) -> None:
    assert reading["wider"] <= 0
    assert reading["unscripted"] == reading["steps"]
    assert reading["outside"] == []
