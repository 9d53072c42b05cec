"""The table of times: unknown is unknown, ranges stay ranges, words are the map's."""

import json
from typing import Any

import pytest
from tests.analysis.reading import analyse

from journeymap.tables.table import to_csv, to_json
from journeymap.tables.time import build
from journeymap.views.compare import content
from journeymap.views.compare.maps import Maps
from journeymap.words.time_sums import waiting_fact

MAP = """title: A
language: {language}
metrics: [{{id: m, name: Whole wait, kind: duration, unit: tygodnie, target: 3}}]
readings: [{{metric: m, value: 2, as_of: 2026-01}}, {{metric: m, value: 9, as_of: 2026-05}}]
stages:
  One:
    - {{action: A, duration: 1 h 30, wait: {{time: 2-3 weeks, announced: false}}}}
    - {{action: B, wait: {{time: 1 week, announced: true}}, leaks: 50 %}}
  Two:
    - {{action: C, within: 1 month}}
    - {{action: D, meanwhile: true}}
"""


def told(language: str = "en") -> dict[str, Any]:
    found: dict[str, Any] = json.loads(to_json(build(analyse(MAP.format(language=language)))))
    return found


def test_programs_get_every_sum_with_its_coverage() -> None:
    content = told()
    assert (content["version"], content["view"]) == (1, "time")
    assert content["waiting"] == {
        "days": 24.5,
        "low": 21.0,
        "high": 28.0,
        "about": False,
        "assumed": True,
        "known": 2,
        "of": 3,
        "text": "3–4 weeks",
    }
    assert content["expected"]["waiting"]["days"] == pytest.approx(24.5)
    one, two = content["stages"]
    assert (one["id"], one["silent"]["text"]) == ("one", "2–3 weeks")
    assert two["active"] == {
        **dict.fromkeys(("days", "low", "high", "text")),
        "about": False,
        "assumed": False,
        "known": 0,
        "of": 2,
    }
    assert content["deadlines"] == [
        {
            "step": "c",
            "after": "b",
            "allowed": 30.4375,
            "low": 7.0,
            "high": 7.0,
            "kept": "met",
            "assumed": True,
            "text": "1 week",
        }
    ]


def test_a_measured_duration_stands_beside_the_sum() -> None:
    (reading,) = told()["readings"]
    assert (reading["metric"], reading["stage"], reading["days"]) == ("Whole wait", None, 63)
    assert reading["elapsed"]["high"] == pytest.approx(28 + 1.5 / 24)


def test_an_open_end_is_no_number() -> None:
    content = json.loads(to_json(build(analyse("title: A\nsteps: [{action: A, wait: 3+ weeks}]"))))
    waiting = content["waiting"]
    assert (waiting["low"], waiting["high"], waiting["text"]) == (21, None, "over 3 weeks")


def test_csv_has_figures_in_days_and_nothing_for_what_is_unknown() -> None:
    rows = to_csv(build(analyse(MAP.format(language="en")))).splitlines()
    assert rows[0].startswith('Id,Stage,"Active, days","Active, at least","Active, at most"')
    assert rows[2].startswith("two,Two,,,,0,2,")


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "3–4 weeks of waiting, 2–3 weeks of it unannounced (assumed)"),
        ("es", "3–4 semanas de espera, 2–3 semanas sin avisar (supuesto)"),
        ("pl", "czekanie: 3–4 tygodnie, w tym bez zapowiedzi: 2–3 tygodnie (założone)"),
    ],
)
def test_the_line_below_titles(language: str, words: str) -> None:
    assert waiting_fact(analyse(MAP.format(language=language))) == words


TWO = """title: A
personas: [{id: dan, name: Dan}, {id: ruth, name: Ruth}]
persona: [dan, ruth]
evidence: [{id: r, kind: records, n: 9}]
based_on: [r]
steps: [{action: A, wait: WAIT}, B]
"""


@pytest.mark.parametrize(
    ("wait", "words"),
    [
        ("9 days", "9 days of waiting"),
        ("{dan: 9 days, ruth: 6 days}", "Dan: 9 days of waiting; Ruth: 6 days of waiting"),
        ("{dan: {time: 9 days, announced: false}, ruth: {time: 9 days, announced: true}}",
         "Dan: 9 days of waiting, 9 days of it unannounced; Ruth: 9 days of waiting"),
        ("{dan: 9 days}", "Dan: 9 days of waiting"),
    ],
)  # fmt: skip
def test_where_personas_wait_differently_nobody_is_told_their_mean(wait: str, words: str) -> None:
    assert waiting_fact(analyse(TWO.replace("WAIT", wait))) == words


@pytest.mark.parametrize("step", ["{action: A}", "{action: A, wait: 2 h}", "{action: A, wait: so}"])
def test_where_nothing_is_to_be_said_nothing_is(step: str) -> None:
    text = f"title: A\nsteps: [{step}, B]"
    assert waiting_fact(analyse(text, faulty="so" in step)) == ""


def test_two_maps_tell_how_the_wait_changes() -> None:
    first, second = (
        analyse(f"title: A\nsteps: [{{action: A, wait: {wait}}}, B]").journey_map
        for wait in ("6 weeks", "1 week")
    )
    both = Maps(first=first, second=second)
    assert "Waiting: 6 weeks → 1 week" in content.sheet(both).subtitle.full
