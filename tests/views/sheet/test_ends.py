"""Ends that are neither a success nor a loss are drawn as such, never as people who leave."""

import pytest
from tests.analysis.reading import analyse
from tests.views.layout_checker import problems

from journeymap.views.kit.glyphs import Passage
from journeymap.views.kit.theme import LIGHT
from journeymap.views.names import View
from journeymap.views.options import ViewOptions
from journeymap.views.registry import build
from journeymap.views.sheet.content import read

MAP = """
title: Skin check
persona: Ana
stages:
  - name: Check
    steps:
      - action: Is examined
        emotion: calm
        next:
          - {{to: end, share: 7 %, why: goes on elsewhere, counts: {counts}}}
      - action: Goes home
        emotion: calm
"""


def test_an_end_that_is_neither_has_a_sign_of_its_own_and_is_not_red() -> None:
    colours = {}
    for counts in ("neither", "lost"):
        analysis = analyse(MAP.format(counts=counts))
        texts = list(build(analysis, ViewOptions(lanes="action,emotion"))[0].texts())
        colours[counts] = {text.colour for text in texts if "goes on elsewhere" in text.text}
        legend = [text.text for text in texts]
        assert ("ends otherwise" in legend) == (counts == "neither")
        assert ("people who are lost, of those there" in legend) == (counts == "lost")
    assert colours == {"neither": {LIGHT.muted}, "lost": {LIGHT.low}}
    (leak,) = read(analyse(MAP.format(counts="neither")).journey_map).columns[0].leaks
    assert leak.kind is Passage.OTHERWISE


def test_the_flow_tells_them_apart_as_well() -> None:
    (scene, *_) = build(analyse(MAP.format(counts="neither")), ViewOptions(view=View.FLOW))
    texts = list(scene.texts())
    assert {text.colour for text in texts if "goes on elsewhere" in text.text} == {LIGHT.muted}
    assert {"ends otherwise"} == {"ends otherwise", "people who leave, of those there"} & {
        t.text for t in texts
    }


@pytest.mark.parametrize(
    ("way", "said"),
    [
        ("{to: end, share: 10 %, why: needs no more, counts: completed}",
         "10 % (assumed) → needs no more"),
        ("{to: end, share: 10 %, counts: completed}", "10 % (assumed) → complete the journey"),
        ("{to: end, share: 10 %}", "10 % (assumed) → complete the journey"),
        ("{to: end, why: is well}", "is well"),
        ("end", ""),
        ("{to: end, share: 10 %, counts: neither}", ""),
    ],
)  # fmt: skip
def test_an_end_that_is_a_success_is_told_with_a_tick(way: str, said: str) -> None:
    text = MAP.replace("{{to: end, share: 7 %, why: goes on elsewhere, counts: {counts}}}", way)
    analysis = analyse(text)
    own = read(analysis.journey_map).columns[0].leaks
    told = [each for each in own if each.kind is Passage.COMPLETED]
    assert [each.text.replace("\u00a0", " ") for each in told] == ([said] if said else [])
    (scene,) = build(analysis, ViewOptions(lanes="action,emotion"))
    assert problems(scene) == []
    texts = list(scene.texts())
    assert ("complete the journey" in {text.text for text in texts}) == bool(said)
    last = said.rpartition("→ ")[2]
    assert not said or {t.colour for t in texts if last in t.text} == {LIGHT.muted}
