"""A pain is one reason, whatever is in it: in call-outs, legend, cards, notes, tables and JSON."""

import json

import pytest
from tests.analysis.reading import analyse
from tests.views.maps import pages

from journeymap.analysis.analysis import Analysis
from journeymap.analysis.call_outs import call_outs
from journeymap.backends.report_tables import leverage_table
from journeymap.backends.speaker_notes import notes
from journeymap.tables import explain, leverage
from journeymap.tables.table import to_csv, to_json, to_markdown
from journeymap.views.focus.content import tell
from journeymap.views.sheet.callouts import callouts
from journeymap.views.sheet.content import read
from journeymap.views.sheet.legend_entries import signs

PAIN = "Letters get lost; nobody calls back, nobody writes"
SAID = f"“{PAIN}” (risk 16 of 16)"
RATED = "importance 5, expected 4, perceived 2 of 5"
MAP = f"""
title: Clinic
persona: Ann
steps:
  - action: Waits for a letter
    importance: 5
    expected: 4
    perceived: 2
    emotion: worried
    pains: {{text: "{PAIN}", kind: dropout, severity: 4, probability: 4}}
  - {{action: Calls, emotion: sad, importance: 5, perceived: 3}}
"""
REASONS = (RATED, SAID, "feels worried", "one of the 2 lowest moments")
SENTENCE = "; ".join(REASONS)
PLAIN = ("expected good, got poor (assumed)", f"“{PAIN}”", *REASONS[2:])
"""The same on pictures: no scores, and ratings in words, which rest on nothing here."""


@pytest.fixture(scope="module")
def analysis() -> Analysis:
    return analyse(MAP)


def test_call_outs(analysis: Analysis) -> None:
    assert callouts(analysis.journey_map, call_outs(analysis))[0].reasons == PLAIN


def test_the_legend(analysis: Analysis) -> None:
    sheet = read(analysis.journey_map, called=call_outs(analysis))
    texts = [sign.full for sign in signs(sheet, sheet.columns, size=10, room=800)]
    assert f"Waits for a letter: {'; '.join(PLAIN)}" in texts


def test_cards_of_the_focus_view(analysis: Analysis) -> None:
    card = tell(analysis.journey_map, call_outs(analysis), "").cards[0]
    assert [row.text for row in card.rows][:2] == [
        PLAIN[1],
        "Assumed: expected good, got poor; feels worried; one of the 2 lowest moments",
    ]


def test_speaker_notes(analysis: Analysis) -> None:
    scenes = pages(analysis.journey_map)
    (words, *_) = notes(scenes, analysis.journey_map, (), analysis.leverage[:1])
    assert words.endswith(f"Waits for a letter: {SENTENCE}")


def test_tables_and_json(analysis: Analysis) -> None:
    points = leverage.ranked([analysis])
    listed = leverage.ranking(points)
    assert json.loads(to_json(listed))["points"][0]["why"] == SENTENCE
    assert SENTENCE in to_csv(listed)
    assert SENTENCE in to_markdown(listed)
    assert SENTENCE in to_markdown(leverage_table(analysis))
    explained = explain.build(points[0])
    assert explained.lines[0] == json.loads(to_json(explained))["why"] == SENTENCE
