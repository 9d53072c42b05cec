"""Matrices: channels by stage, and people by step."""

from hypothesis import given
from hypothesis import strategies as st
from tests.analysis.reading import analyse

from journeymap.analysis.matrices import Contact
from journeymap.model.feelings import Feeling

TEXT = """
title: Clinic
persona: ann
personas: [{id: ann, name: Ann}]
stakeholders: [STAKEHOLDERS]
channels: [CHANNELS]
stages:
  Before:
    - {action: Calls, channel: [Phone, phone], need: A date}
    - {action: Waits, with: Her son, channel: [post, phone], emotion: {son: -1, ann: 0}}
  During:
    - {action: GP files it, offstage: true, actor: gp, channel: web, need: {gp: Papers, ann: Calm}}
"""
STAKEHOLDERS = ["{id: gp, name: GP}", "{id: son, name: Her son}", "{id: payer, name: Payer}"]
CHANNELS = ["{id: web, name: Web}", "{id: phone, name: Phone}", "{id: post, name: Post}"]


def text(stakeholders: list[str], channels: list[str]) -> str:
    with_people = TEXT.replace("STAKEHOLDERS", ", ".join(stakeholders))
    return with_people.replace("CHANNELS", ", ".join(channels))


def test_channels_stand_over_the_stages_that_they_serve() -> None:
    found = analyse(text(STAKEHOLDERS, CHANNELS)).channel_matrix
    assert found.rows == ("phone", "post", "web")
    assert [stage.label for stage in found.columns] == ["Before", "During"]
    labels = [[[step.label for step in cell] for cell in row] for row in found.cells]
    assert labels == [[["Calls", "Waits"], []], [["Waits"], []], [[], ["GP files it"]]]


def test_people_stand_over_the_steps_in_which_they_have_a_part() -> None:
    found = analyse(text(STAKEHOLDERS, CHANNELS)).people_matrix
    assert found.rows == ("ann", "son", "gp")
    assert [step.label for step in found.columns] == ["Calls", "Waits", "GP files it"]
    ann, son, gp = found.cells
    assert ann[0] == Contact(
        present=True, need="A date", thought=None, quote=None, emotion=None, channels=("phone",)
    )
    # Somebody may need something at a step that they have no part in.
    assert ann[2] == Contact(
        present=False, need="Calm", thought=None, quote=None, emotion=None, channels=()
    )
    feeling = Feeling(value=-1, written="-1")
    expected = Contact(
        present=True,
        need=None,
        thought=None,
        quote=None,
        emotion=feeling,
        channels=("post", "phone"),
    )
    assert son == (None, expected, None)
    assert gp[2] == Contact(
        present=True, need="Papers", thought=None, quote=None, emotion=None, channels=("web",)
    )


def test_an_empty_map_has_empty_matrices() -> None:
    found = analyse("title: Clinic\nsteps: []", faulty=True)
    assert (found.channel_matrix.rows, found.channel_matrix.cells) == ((), ())
    assert (found.people_matrix.rows, found.people_matrix.columns) == ((), ())


@given(st.permutations(STAKEHOLDERS), st.permutations(CHANNELS))
def test_the_order_of_definitions_changes_nothing(
    stakeholders: list[str], channels: list[str]
) -> None:
    found, usual = analyse(text(stakeholders, channels)), analyse(text(STAKEHOLDERS, CHANNELS))
    assert found.channel_matrix.rows == usual.channel_matrix.rows
    assert found.people_matrix == usual.people_matrix
