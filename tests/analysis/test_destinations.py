"""Where those go who leave: each loss once, by the party that is meant or in the map's words."""

import json

import pytest
from hypothesis import given
from tests.analysis.reading import analyse
from tests.analysis.test_transitions import maps

from journeymap.analysis.analysis import Analysis
from journeymap.analysis.evidence import Standing
from journeymap.model.journey_map import JourneyMap
from journeymap.model.people import PersonKind
from journeymap.tables import flow
from journeymap.tables.table import to_json
from journeymap.terminal.map_record import describe
from journeymap.views.sheet.figure_words import leak_words

RIVAL = "stakeholders: [{id: rival, name: Private clinic, kind: competitor}]\n"


def a_map(*leaks: str, top: str = RIVAL) -> Analysis:
    steps = "".join(f"  - {{action: Step {i}, leaks: {each}}}\n" for i, each in enumerate(leaks))
    return analyse(f"title: T\n{top}steps:\n{steps}")


def told(analysis: Analysis) -> list[tuple[str, float | None]]:
    return [(each.to, each.share and round(each.share, 6)) for each in analysis.losses]


def test_losses_are_summed_by_where_they_lead_the_largest_first() -> None:
    found = a_map(
        "[{to: at home, share: 10 %}, {to: rival, share: 10 %}]",
        "{to: private CLINIC, share: 50 %}",
    )
    assert told(found) == [("Private clinic", 0.5), ("at home", 0.1)]
    (rival, home) = found.losses
    assert (rival.party, rival.kind, rival.standing) == (
        "rival",
        PersonKind.COMPETITOR,
        Standing.ASSUMED,
    )
    assert [each.id for each in rival.steps] == ["step-0", "step-1"]
    assert (home.party, home.kind) == ("", None)


def test_words_are_the_same_in_whatever_case_and_what_is_not_said_is_one() -> None:
    found = a_map("{to: At home, share: 10 %}", "{to: at HOME, share: 10 %}", "5 %", "{share: 5 %}")
    assert [to for to, _ in told(found)] == ["At home", ""]


def test_a_share_that_nobody_states_is_unknown_and_one_of_nobody_is_none() -> None:
    found = a_map("{to: rival, share: 10 %}", "{to: rival}", "{to: at home}", "{to: x, share: 0 %}")
    (rival, home) = found.losses
    assert rival.share == pytest.approx(0.1)
    assert rival.partly
    assert (home.share, home.partly, home.standing) == (None, False, None)
    without = a_map("{to: rival}")
    assert told(without) == [("Private clinic", None)]


def test_what_rests_on_a_survey_is_no_assumption() -> None:
    top = f"{RIVAL}evidence: [{{id: list, kind: analytics}}]\n"
    (found,) = a_map("{to: rival, share: 10 %, evidence: list}", top=top).losses
    assert found.standing is Standing.MEASURED


PERSONAS = "personas: [{id: dan, name: Dan, share: 75 %}, {id: ruth, name: Ruth, share: 25 %}]\n"


def test_of_several_personas_each_counts_by_her_share() -> None:
    top = f"{RIVAL}{PERSONAS}persona: [dan, ruth]\n"
    leaks = ("{to: rival, share: {dan: 10 %, ruth: 40 %}}", "{to: at home, share: 50 %}")
    found = a_map(*leaks, top=top)
    assert told(found) == [
        ("at home", round(0.75 * 0.45 + 0.25 * 0.3, 6)),
        ("Private clinic", 0.175),
    ]
    assert told(found.of_each["ruth"]) == [("Private clinic", 0.4), ("at home", 0.3)]


@given(maps())
def test_they_add_up_to_those_who_leave(journey_map: JourneyMap) -> None:
    analysis = Analysis(journey_map=journey_map)
    whole = sum(each.share or 0.0 for each in analysis.losses)
    assert whole == pytest.approx(analysis.flow.left if analysis.flow else 0.0)


# ------------------------------------------------------------------------------------ in words
def lines(analysis: Analysis) -> str:
    return " ".join(flow.build(analysis).lines)


def test_the_table_says_where_they_go_and_who_competes() -> None:
    found = a_map("{to: rival, share: 10 %}", "{to: rival}", "{to: at home}", "5 %")
    assert (
        "Where they go, of 100 who begin: Private clinic (competitor) 10 or more; "
        "not said where 5; at home, nobody knows how many." in lines(found)
    )
    assert "Where they go" not in lines(a_map("5 %"))
    assert "Where they go" not in lines(a_map("{to: rival}"))
    spanish = a_map("{to: rival, share: 10 %}", top=f"language: es\n{RIVAL}")
    assert "Adónde van, de 100 que empiezan: Private clinic (competencia) 10." in lines(spanish)


def test_json_tells_them_of_all_and_of_each() -> None:
    top = f"{RIVAL}{PERSONAS}persona: [dan, ruth]\n"
    found = a_map("{to: rival, share: {dan: 0, ruth: 40 %}}", top=top)
    record = json.loads(to_json(flow.build(found)))
    (whole,) = record["losses"]
    assert whole == {
        "to": "Private clinic",
        "party": "rival",
        "kind": "competitor",
        "share": pytest.approx(0.1),
        "partly": False,
        "standing": "assumed",
        "steps": ["step-0"],
    }
    assert record["of_each"]["dan"]["losses"] == []
    assert record["of_each"]["ruth"]["losses"][0]["share"] == pytest.approx(0.4)


def test_a_party_is_called_by_its_name_wherever_it_is_told() -> None:
    journey_map = a_map("{to: RIVAL, share: 10 %}").journey_map
    (placed_step,) = journey_map.steps
    assert "Private clinic" in leak_words(journey_map, placed_step, placed_step.step.leaks[0])
    (step,) = describe(journey_map)["steps"]
    (leak,) = step["leaks"]
    assert (leak["to"], leak["party"]) == ("RIVAL", "rival")
