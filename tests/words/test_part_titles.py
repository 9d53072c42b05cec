"""Titles of pages: what they say of some steps holds, for any map and any of its steps."""

from math import fsum

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.analysis.maps import journeys
from tests.analysis.reading import analyse

from journeymap.analysis.analysis import Analysis
from journeymap.analysis.extremes import felt
from journeymap.analysis.part_claims import PartExtremes, PartLoss, part_claims
from journeymap.analysis.still_there import still_there
from journeymap.model.journey_map import JourneyMap
from journeymap.views.options import ViewOptions
from journeymap.views.registry import build
from journeymap.words.headlines import headline
from journeymap.words.part_titles import titles

MAP = """title: Clinic
language: {language}
based_on: [talks]
evidence: [{{id: talks, kind: survey, n: 40}}]
stages:
  - name: Before
    steps:
      - {{action: Calls, leaks: [{{to: home, share: 6 %}}]}}
      - {{action: Waits, leaks: [{{to: home, share: 10 %}}]}}
  - name: During
    steps:
      - {{action: Is seen, emotion: pleased}}
      - {{action: Is told, emotion: angry}}
  - name: After
    steps: [Pays, Leaves]
"""


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", ("15 of 100 lost here, 9 of them at “Waits”", "9 of 100 lost at “Waits”",
                "15 of 100 lost here")),
        ("es", ("Se pierden aquí 15 de 100; 9 en «Waits»", "Se pierden 9 de 100 en «Waits»",
                "Se pierden aquí 15 de 100")),
        ("pl", ("Tutaj odpada 15 na 100 osób, w tym 9 w kroku „Waits”",
                "Odpada 9 na 100 w kroku „Waits”", "Tutaj odpada 15 na 100 osób")),
    ],
)  # fmt: skip
def test_how_many_are_lost_at_some_steps(language: str, said: tuple[str, ...]) -> None:
    assert tuple(titles(analyse(MAP.format(language=language)), [0, 1]))[:3] == said


def test_lows_and_highs_of_some_steps_and_else_which_they_are() -> None:
    analysis = analyse(MAP.format(language="en"))
    assert list(titles(analysis, [2, 3])) == [
        "Lowest here: “Is told” (angry). Highest here: “Is seen” (pleased)",
        "Lowest here: “Is told” (angry)",
        "Lowest here: “Is told”",
        "Highest here: “Is seen”",
        "During: from “Is seen” to “Is told”",
        "During",
    ]
    assert next(titles(analysis, [4, 5])) == "After: from “Pays” to “Leaves”"
    assert next(titles(analysis, [5])) == "After: “Leaves”"
    assert next(titles(analysis, list(range(6)))) == headline(analysis)


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", ["Gravest pain here: “Cold”", "Pains here: 3, ideas: 1"]),
        ("es", ["Problema más grave aquí: «Cold»", "Problemas aquí: 3, ideas: 1"]),
        ("pl", ["Najpoważniejszy problem tutaj: „Cold”", "Problemy tutaj: 3, pomysły: 1"]),
    ],
)
def test_pains_and_ideas_are_told_where_nothing_else_can_be(language: str, said: list[str]) -> None:
    text = MAP.format(language=language).replace(
        "steps: [Pays, Leaves]",
        """steps:
      - {action: Pays, pains: [{text: Cold, severity: 4}, {text: Wet, severity: 2}]}
      - {action: Leaves, pains: [Rain], opportunities: [Umbrella]}""",
    )
    assert list(titles(analyse(text), [4, 5]))[:2] == said
    if language == "en":
        alike = text.replace("severity: 2", "severity: 4")
        assert next(titles(analyse(alike), [4, 5])) == said[1]
        assert next(titles(analyse(text), [5])) == "The pain here: “Rain”"


def test_a_desired_map_says_where_it_shall_be_best() -> None:
    text = "state: desired\n" + MAP.format(language="en")
    assert next(titles(analyse(text), [2, 3])) == "Aim: “Is seen” (pleased)"
    alike = text.replace("angry", "pleased")
    assert next(titles(analyse(alike), [2, 3])) == "Aim: “Is seen” (pleased), “Is told” (pleased)"
    low = text.replace("pleased", "angry")
    assert not next(titles(analyse(low), [2, 3])).startswith("Aim")


def test_what_nobody_counted_makes_it_at_least() -> None:
    text = MAP.format(language="en").replace("share: 6 %", "share: 6 %}, {to: rivals")
    assert next(titles(analyse(text), [0])) == "At least 6 of 100 lost at “Calls”"
    assert next(titles(analyse(text), [1])) == "9 of 100 lost at “Waits”"


def test_pages_of_a_map_are_called_by_what_happens_there() -> None:
    rows = [f"      - {{action: Does {i}, need: {'Much ' * 20}}}" for i in range(14)]
    more = "\n".join(["  - name: Later", "    steps:", *rows, ""])
    scenes = build(analyse(MAP.format(language="en") + more), ViewOptions())
    found = [scene.title.partition(" (")[0] for scene in scenes]
    assert len(set(found)) == len(found) > 1
    own = build(analyse(MAP.format(language="en") + more), ViewOptions(title="Ours"))
    assert {scene.title.partition(" (")[0] for scene in own} == {"Clinic"}


@given(journeys(), st.data())
def test_what_is_said_of_some_steps_holds(journey_map: JourneyMap, data: st.DataObject) -> None:
    analysis, count = Analysis(journey_map=journey_map), len(journey_map.steps)
    first = data.draw(st.integers(0, count - 1))
    positions = range(first, data.draw(st.integers(first + 1, count)))
    there, feelings = still_there(analysis), [
        each.point.value for each in felt(analysis) if each.step.position in positions
    ]  # fmt: skip
    wrong: list[PartLoss | PartExtremes] = []
    for claim in part_claims(analysis, positions):
        if isinstance(claim, PartLoss):
            assert there is not None
            own = sorted((there.lost_of_100[at] for at in positions), reverse=True)
            alone = len(own) == 1 or own[0] > own[1]
            lost = 100 * fsum(there.lost[at] for at in positions)
            held = (claim.here, bool(claim.step)) == (own[0], alone)
            held &= abs(claim.lost - lost) <= 0.5 + 1e-6
            wrong += [] if held else [claim]
        elif isinstance(claim, PartExtremes):
            low, high = claim.low, claim.high
            lows = [each.point.value for each in low.named] if low and not low.is_nearly else []
            highs = [each.point.value for each in high.named] if high else []
            held = {*lows} <= {min(feelings)} and {*highs} <= {max(feelings)}
            wrong += [] if held else [claim]
    assert wrong == []
    assert all(titles(analysis, positions))
