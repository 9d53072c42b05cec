"""Rules about whose words and whose needs stand in the map: internal-language,
unheard-stakeholder.
"""

import pytest
from tests.linter.linting import MAP, findings, lint_files

from journeymap.linter.profiles import Selection
from journeymap.linter.rules.completeness.internal_language import internal_language
from journeymap.linter.rules.completeness.unheard_stakeholder import unheard_stakeholder
from journeymap.model.journey import Status

WORDS = {".journeymap.yaml": "internal_language: [triage slot, KPI, '!']\n"}


def places(text: str) -> list[tuple[int, int]]:
    found = findings(text, rule=internal_language, files=WORDS)
    return [(line, column) for line, column, _ in found]


def test_every_text_that_the_persona_reads_is_looked_at() -> None:
    text = """\
title: The KPI of triage
persona: Ann
stages:
  - name: KPI
    steps:
      - action: Gets a Triage-Slot
        channel: kpi line
        touchpoint: Slip (KPI)
        need: {ann: Her KPI, gp: His KPI}
        thought: What is a KPI?
        backstage: Updates the KPI
        note: KPI
"""
    assert places(text) == [(4, 11), (6, 17), (7, 18), (8, 21), (9, 21), (10, 18)]


def test_words_count_whole_and_one_text_is_told_once() -> None:
    assert places("title: C\nsteps: [Reads KPIs, Takes a slot for triage, '?!']\n") == []
    [(_, _, message)] = findings(
        "title: C\nsteps: [KPI for the triage  slot and a KPI]\n",
        rule=internal_language,
        files=WORDS,
    )
    assert '"triage slot" and "KPI"' in message


def test_an_offstage_step_and_a_librarys_channel_may_use_them() -> None:
    text = (
        "title: C\nuses: a.library.yaml\nsteps: [{action: KPI, offstage: true}, {action: A, %s}]\n"
    )
    files = {**WORDS, "a.library.yaml": "channels: [{id: kpi, name: KPI line}]\n"}
    assert findings(text % "channel: kpi", rule=internal_language, files=files) == []
    own = "title: C\nchannels: [{id: kpi, name: KPI line}]\nsteps: [{action: A, channel: kpi}]\n"
    assert places(own) == [(2, 28)]


def test_it_is_off_until_it_is_selected_and_words_are_listed() -> None:
    text = "title: C\nsteps: [KPI]\n"
    assert findings(text, rule=internal_language) == []
    unselected = lint_files({**WORDS, MAP: text}, rules=[internal_language])
    assert unselected.diagnostics == ()
    strict = Selection(profile=Status.PUBLISHED, extend_select=("JM214",))
    chosen = lint_files({**WORDS, MAP: text}, rules=[internal_language], selection=strict)
    assert len(chosen.diagnostics) == 1


def a_map(stakeholder: str, step: str = "action: Calls", *, top: str = "persona: Ann") -> str:
    return f"title: C\n{top}\nstakeholders:\n  - {{id: son, {stakeholder}}}\nsteps: [{{{step}}}]\n"


def test_somebody_of_great_influence_without_a_need_is_told_at_the_id() -> None:
    text = a_map("name: Her son, influence: 4", "action: Calls, with: Her son")
    assert findings(text, rule=unheard_stakeholder) == [
        (4, 10, '"Her son" has influence 4 and no need recorded anywhere')
    ]
    assert findings(a_map("name: Her son, influence: 4"), rule=unheard_stakeholder) == [
        (4, 10, 'no step names "Her son" (influence 4 of 5)')
    ]


@pytest.mark.parametrize(
    "text",
    [
        a_map("name: Son"),
        a_map("name: Son, influence: 2"),
        a_map("name: Son, influence: 3", "action: Calls, with: son"),
        a_map("name: Son, influence: 5, needs: rest", "action: Calls, with: son"),
        a_map("name: Son, influence: 5, needs: [[rest]]", "action: Calls, with: son"),
        a_map("name: Son, influence: 5, kind: competitor"),
        a_map("name: Her son, influence: 5", "action: Calls, need: {Her son: rest}"),
        a_map("name: Her son, influence: 5", "action: Calls, need: {son: [rest]}"),
    ],
)
def test_little_influence_a_need_anywhere_and_a_competitor_are_left_alone(text: str) -> None:
    assert findings(text, rule=unheard_stakeholder) == []


def test_the_personas_own_need_is_nobody_elses() -> None:
    text = a_map("name: Son, influence: 5", "action: Calls, with: son, need: rest")
    assert len(findings(text, rule=unheard_stakeholder)) == 1


def test_somebody_of_a_library_is_told_where_the_map_first_mentions_them() -> None:
    library = (
        "stakeholders: [{id: gp, name: GP, influence: 5}, {id: lab, name: Lab, influence: 5}]\n"
    )
    text = (
        "title: C\nuses: a.library.yaml\nsteps:\n  - Calls\n"
        "  - {action: Waits, with: [nurse, GP]}\n  - {action: Is seen, actor: gp}\n"
    )
    assert findings(text, rule=unheard_stakeholder, files={"a.library.yaml": library}) == [
        (5, 35, '"GP" has influence 5 and no need recorded anywhere')
    ]
