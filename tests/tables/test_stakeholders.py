"""What the table of people says of the continuity of care."""

import json

import pytest
from tests.analysis.reading import analyse

from journeymap.tables.stakeholders import build
from journeymap.tables.table import to_json

TEXT = """title: A
language: pl
stakeholders: [{name: GP, kind: clinician}, {name: Lab, kind: organisation}]
steps:
  - {action: A, with: gp}
  - {action: B, with: lab}
  - {action: C, with: lab}
  - {action: D}
"""


APART = """title: A
persona: [dan, ruth]
personas: [{id: dan, name: "Dan, 34"}, {id: ruth, name: "Ruth, 72"}]
stakeholders: [{id: gp, name: GP, kind: clinician}, {id: ward, name: Ward, kind: organisation}]
steps:
  - {action: B, with: gp}
  - {action: C, with: gp, only: dan}
  - {action: D, with: ward, only: ruth}
  - {action: E, with: gp}
"""


def test_continuity_is_told_of_each_persona_where_they_differ() -> None:
    table = build(analyse(APART))
    told = json.loads(to_json(table))["continuity"]["of_each"]
    assert {who: (each["coc"], each["parties"]) for who, each in told.items()} == {
        "dan": (1, 1),
        "ruth": (pytest.approx(1 / 3), 2),
    }
    assert [line.partition(":")[0] for line in table.lines if "contacts" in line][1:] == [
        "Dan",
        "Ruth",
    ]
    alike = build(analyse(APART.replace(", only: ruth", "").replace(", only: dan", "")))
    assert not any(line.startswith("Dan") for line in alike.lines)


def test_people_read_a_line_and_programs_figures() -> None:
    table = build(analyse(TEXT))
    assert table.lines == (
        (
            "Ciągłość opieki: kontakty 3, strony 2 (obsługa w 3 z 4 kroków): "
            "COC 0,33, UPC 0,67, SECON 0,5"
        ),
        "GP. Rola: personel medyczny",
        "Lab. Rola: organizacja",
    )
    assert json.loads(to_json(table))["continuity"] == {
        "coc": 1 / 3,
        "upc": 2 / 3,
        "secon": 0.5,
        "contacts": 3,
        "parties": 2,
        "known": 3,
        "of": 4,
        "expected": False,
        "assumed": False,
    }


def test_under_two_contacts_nothing_is_told() -> None:
    table = build(analyse("title: A\npersona: Ann\nsteps: [{action: A, emotion: pleased}]"))
    found = json.loads(to_json(table))["continuity"]
    assert table.lines == ()
    assert (found["coc"], found["upc"], found["secon"], found["contacts"]) == (None, None, None, 0)


def test_what_each_thinks_and_says_is_told() -> None:
    words = "quote: {ann: Twice!, gp: Never.}, thought: {ann: Again?}"
    people = "persona: Ann\nstakeholders: [{name: GP, kind: family}]"
    table = build(analyse(f"title: A\n{people}\nsteps: [{{action: A, {words}}}, B]"))
    shown = {column.title: [column.value(item) for item in table.items] for column in table.columns}
    assert shown["Says"] == ["Twice!", None, "Never."]
    assert shown["Thinks"] == ["Again?", None, None]
    assert [row["quote"] for row in json.loads(to_json(table))["people"]] == shown["Says"]
