"""Every sign on an overview stands in its foot, and no other one."""

import re
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from tests.views.maps import journeys
from tests.views.test_poster import EXAMPLES, loaded

from journeymap.analysis.analysis import Analysis
from journeymap.model.between import Leak
from journeymap.model.journey import Journey, Stage
from journeymap.model.journey_map import JourneyMap
from journeymap.model.pains import Pain
from journeymap.model.step import Step
from journeymap.views.errors import PageTooSmallError
from journeymap.views.kit.glyphs import SPAN
from journeymap.views.kit.scene import Curve, Marker, Scene, Shape, Text
from journeymap.views.kit.theme import LIGHT
from journeymap.views.names import View
from journeymap.views.options import ViewOptions
from journeymap.views.overview.signs import _DRAWS
from journeymap.views.overview.strip_sizes import HEIGHT
from journeymap.views.registry import build
from journeymap.words.labels import label

FOOT = 505.0
"""Below it stands the foot, in points."""
STANDS_FOR = {
    "quick": {"quick-win"},
    "idea": {"idea-sign"},
    "live": {"status-live"},
    "pain": {"pain-sign", "graver-larger"},
    "ring": {"pain-unscored"},
    "lacking": {"not-handed-over"},
    "frame": {"headline-step"},
    "planned": {"planned-wait"},
    "pill": {"other-wait", "wait-unplanned"},
    "bar": {"mixed"},
    "more": {"so-many-more"},
    "headline": {"headline-step"},
    "elsewhere": {"pain-elsewhere"},
}
"""Signs as they look, and the keys of words that may explain each in the foot."""


def of_marker(mark: Marker) -> str:
    """Which of the signs a marker is; empty where it is none."""
    is_plain = mark.shape is Shape.CIRCLE and mark.stroke is None
    found = {
        "quick": mark.shape is Shape.STAR and mark.fill == LIGHT.high,
        "idea": mark.shape is Shape.STAR and mark.fill == LIGHT.page,
        "live": is_plain and (mark.fill, mark.size) == (LIGHT.high, 8.0),
        "pain": is_plain and mark.fill == LIGHT.low and mark.size in {5.0, 7.5, 9.5, 12.0},
        "ring": mark.stroke == LIGHT.low and mark.size == 6.0,
        "lacking": mark.shape is Shape.DOWN and mark.fill == LIGHT.low,
    }
    return next((name for name, holds in found.items() if holds), "")


def of_text(text: str) -> str:
    """Which of the signs words are."""
    alone = {"!": "headline", "+": "elsewhere"}
    counted = "more" if re.search(r"(^|\s)\+\d+$", text) else ""
    return alone.get(text, counted)


def of_mark(mark: object) -> str:
    """Which of the signs a mark is."""
    if isinstance(mark, Marker):
        return of_marker(mark)
    if isinstance(mark, Curve):
        return "bar" if mark.width == SPAN else ""
    return of_text(mark.text) if isinstance(mark, Text) else ""


def on_page(scene: Scene, foot: float) -> set[str]:
    """The signs above the foot."""
    found = {of_mark(mark) for mark in scene.marks if height(mark) < foot} - {""}
    pills = [box for box in scene.boxes if box.radius == HEIGHT / 2 - 0.5 and not box.key]
    found |= {"planned" if box.fill is None else "pill" for box in pills}
    if any(box.stroke == LIGHT.accent for box in scene.boxes):
        found.add("frame")
    return found


def height(mark: object) -> float:
    """How far down a mark stands."""
    if isinstance(mark, Marker):
        return mark.y
    if isinstance(mark, Text):
        return mark.baseline
    return min(y for _, y in mark.points) if isinstance(mark, Curve) else 0.0


def told(scene: Scene, language: str) -> tuple[set[str], float]:
    """The keys of what the foot explains, and where it begins."""
    words = {label(key, language): key for key, _ in _DRAWS.values()}
    entries = [each for each in scene.texts() if each.text in words and each.colour == LIGHT.muted]
    entries = [each for each in entries if each.baseline > FOOT]
    top = min((each.baseline for each in entries), default=540.0) - 10
    return {words[each.text] for each in entries}, top


def wrong(scene: Scene, language: str) -> list[str]:
    """What the foot lacks, and what it explains in vain."""
    names, foot = told(scene, language)
    signs = on_page(scene, foot)
    lacking = [f"lacks {sign}" for sign in sorted(signs) if not STANDS_FOR[sign] & names]
    explained = {key for sign in signs for key in STANDS_FOR[sign]}
    ours = {key for keys in STANDS_FOR.values() for key in keys}
    return [*lacking, *(f"has {key}" for key in sorted(names & ours - explained))]


def drawn(journey_map: JourneyMap) -> Scene:
    (scene,) = build(Analysis(journey_map=journey_map), ViewOptions(view=View.OVERVIEW))
    return scene


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_every_sign_of_an_example_stands_in_its_foot_and_no_other(path: Path) -> None:
    journey_map = loaded(path)
    assert wrong(drawn(journey_map), journey_map.journey.language or "en") == []


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(journeys())
def test_every_sign_of_any_map_stands_in_its_foot_and_no_other(journey_map: JourneyMap) -> None:
    try:
        scene = drawn(journey_map)
    except PageTooSmallError:
        return
    assert wrong(scene, journey_map.journey.language or "en") == []


def test_what_is_first_to_do_has_no_mark_where_no_step_has_one() -> None:
    """As few steps as have no cards; the headline names one that no card would have either."""
    steps = (
        Step(action="Rings", leaks=(Leak(to="Gives up", share=0.08),)),
        Step(action="Comes", pains=(Pain(text="No lift"),)),
    )
    scene = drawn(
        JourneyMap(journey=Journey(title="T", stages=(Stage(steps=steps),)), libraries={})
    )
    said = [text.text for text in scene.texts()]
    assert any("nobody has an idea yet" in words for words in said)
    assert not {"!", "1"} & {*said}
