"""A feeling that was written as a face or a number gets no word that nobody wrote."""

import pytest
from tests.analysis.reading import analyse

from journeymap.analysis.evidence import lacks_grounds
from journeymap.model.feelings import Feeling
from journeymap.views.focus.page import build
from journeymap.views.options import ViewOptions
from journeymap.words.headlines import feeling_words, headline
from journeymap.words.plain_reasons import plainly

A_MAP = """\
title: T
persona: Ann
evidence: [{{id: talks, name: Talks, kind: interview}}, {{id: guess, name: G, kind: assumption}}]
steps:
  - {{id: call, action: Calls, emotion: {low}, evidence: [talks, guess],
      perceived: {{rating: 2, evidence: [guess]}}, importance: 5, pains: [Nobody answers]}}
  - {{id: meet, action: Meets, emotion: {high}, evidence: [guess]}}
"""


@pytest.mark.parametrize(
    ("low", "said"), [("🙁", False), ("-1", False), ("frustrated", True), ("petrified (-2)", True)]
)
def test_no_picture_names_a_feeling_that_is_a_face(low: str, said: bool) -> None:
    analysis = analyse(A_MAP.format(low=low, high="🙂"))
    journey_map = analysis.journey_map
    reasons = "; ".join(
        words for point in analysis.leverage for words in plainly(point, journey_map)
    )
    assert ("feels" in reasons) is said
    told = " ".join(
        (headline(analysis), *(scene.description for scene in build(analysis, ViewOptions())))
    )
    assert "pleased" not in told
    assert ("frustrated" in told or "petrified" in told) is said
    assert "()" not in told


@pytest.mark.parametrize(
    ("written", "value", "words"),
    [("🙁", -1.0, "−1"), ("1.5", 1.5, "+1.5"), ("😐", 0.0, "0"), ("calm", 1.0, "calm")],
)
def test_where_a_feeling_has_to_be_told_apart_its_value_is(
    written: str, value: float, words: str
) -> None:
    assert feeling_words(Feeling(value=value, written=written), "en") == words


def test_a_card_is_called_assumed_by_its_figures_whatever_the_face_above_it_rests_on() -> None:
    analysis = analyse(A_MAP.format(low="sad", high="glad"))
    assert not lacks_grounds(analysis.journey_map, analysis.journey_map.steps[0])
    (scene,) = build(analysis, ViewOptions())
    assert any("(assumed)" in text.text for text in scene.texts())
    grounded = analyse(
        A_MAP.format(low="sad", high="glad")
        .replace("[talks, guess]", "[talks]")
        .replace("evidence: [guess]", "evidence: [talks]")
    )
    (scene,) = build(grounded, ViewOptions())
    assert not any("(assumed)" in text.text for text in scene.texts())
