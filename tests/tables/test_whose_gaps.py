"""Ratings of several personas: nobody is shown at a step that she does not take."""

from tests.analysis.reading import analyse

from journeymap.tables import gaps
from journeymap.views.matrix.content import ratings

MAP = """
title: A hip
persona: [walter, greta]
personas: [{id: walter, name: Walter}, {id: greta, name: Greta}]
steps:
  - {action: Waits, importance: {walter: 2, greta: 5}, perceived: {walter: 4, greta: 1}}
  - {action: Has her home looked at, only: greta}
  - {action: Trains, only: walter}
  - {action: Is operated on, importance: 5, perceived: 5}
  - {action: Goes home, importance: {walter: 3, greta: 4}, perceived: 3}
"""


def test_a_step_that_nobody_rated_is_told_of_one_who_takes_it() -> None:
    table = gaps.build(analyse(MAP))
    found = [(each.step.label, each.person) for each in table.items]
    assert found == [
        ("Waits", "walter"),
        ("Waits", "greta"),
        ("Has her home looked at", "greta"),
        ("Trains", "walter"),
        ("Is operated on", "walter"),
        ("Is operated on", "greta"),
        ("Goes home", "walter"),
        ("Goes home", "greta"),
    ]


def test_it_is_told_of_each_where_her_quadrants_meet() -> None:
    walter, greta, *_ = gaps.build(analyse(MAP)).lines
    assert walter.startswith("Walter: ")
    assert greta.startswith("Greta: ")
    assert walter.partition(": ")[2] != greta.partition(": ")[2]
    alone = MAP.replace("persona: [walter, greta]", "persona: walter").replace("only", "x-only")
    assert not gaps.build(analyse(alone)).lines[0].startswith("Walter")


def test_the_matrix_of_a_persona_leaves_out_what_she_does_not_take() -> None:
    analysis = analyse(MAP)
    told = {who: [dot.text for dot in ratings(analysis, who).dots] for who in analysis.of_each}
    assert told["walter"] == ["Waits", "Trains", "Is operated on", "Goes home"]
    assert told["greta"] == ["Waits", "Has her home looked at", "Is operated on", "Goes home"]
