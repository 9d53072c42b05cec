"""Ends that are neither a success nor a loss are drawn as such, never as people who leave."""

from tests.analysis.reading import analyse

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
