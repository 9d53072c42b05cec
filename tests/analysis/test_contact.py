"""Where people meet a service, and which house a part of a map is left to."""

import pytest
from tests.analysis.reading import analyse

from journeymap.analysis.contact import is_contact, is_known_there, reaches_people
from journeymap.analysis.houses import is_outside, organisations_at, serves_outside

TOP = """
title: A
persona: ann
personas: [{id: ann, name: Ann}]
stakeholders:
  - {id: son, name: Son, kind: family}
  - {id: clinic, name: Clinic, kind: organisation}
  - {id: gp, name: GP, kind: clinician, part_of: clinic}
  - {id: lab, name: Lab, kind: organisation}
channels:
  - {id: phone, name: Phone, kind: phone}
  - {id: street, name: Street, kind: in-person}
  - {id: desk, name: Desk, kind: in-person, owner: clinic}
  - {id: any, name: Any}
"""


@pytest.mark.parametrize(
    ("fields", "met", "reached"),
    [
        ("need: x", False, False),
        ("actor: gp", True, True),
        ("actor: gp, offstage: true", False, False),
        ("actor: son", False, False),
        ("frontstage: [A desk]", True, True),
        ("systems: [A portal]", True, True),
        ("backstage: [Somebody sorts]", False, False),
        ("gives: [card]", True, True),
        ("gets: [card]", True, True),
        ("gives: [card], with: [son]", False, False),  # within the family
        ("gives: [card], actor: son", False, False),
        ("with: [son]", False, False),
        ("channel: desk", True, True),
        ("channel: street", False, False),
        ("channel: phone", False, True),
        ("channel: any", False, True),
        ("channel: unheard-of", False, True),
    ],
)
def test_where_a_service_is_met_or_reaches_people(fields: str, met: bool, reached: bool) -> None:
    journey_map = analyse(f"{TOP}steps: [{{action: B, {fields}}}]\n").journey_map
    (step,) = journey_map.steps
    assert is_contact(journey_map, step) is met
    assert reaches_people(journey_map, step) is reached


@pytest.mark.parametrize(
    ("fields", "known"),
    [
        ("need: x", False),
        ("backstage: [A]", True),
        ("systems: [A]", True),
        ("frontstage: [A]", True),
    ],
)
def test_whether_a_step_says_what_the_service_does(fields: str, known: bool) -> None:
    (step,) = analyse(f"title: A\nsteps: [{{action: B, {fields}}}]\n").journey_map.steps
    assert is_known_there(step) is known


@pytest.mark.parametrize(
    ("owner", "steps", "part", "outside"),
    [
        (None, "gp gp lab", "lab", True),
        (None, "gp gp lab", "gp", False),
        (None, "gp gp lab", "son", False),
        (None, "gp gp lab", None, False),
        (None, "gp lab", "lab", True),  # nobody knows whose map it is
        (None, "gp lab", "gp", True),
        ("lab", "gp gp lab", "lab", False),
        ("lab", "gp gp lab", "gp", True),
        ("clinic", "lab lab", "gp", False),
    ],
)
def test_whether_a_part_is_owned_outside(
    owner: str | None, steps: str, part: str | None, outside: bool
) -> None:
    listed = "".join(f"  - {{action: S{i}, actor: {who}}}\n" for i, who in enumerate(steps.split()))
    top = TOP + (f"owner: {owner}\n" if owner else "")
    journey_map = analyse(f"{top}steps:\n{listed}").journey_map
    assert is_outside(journey_map, part) is outside


def test_only_who_serves_has_a_house_at_a_step() -> None:
    text = f"{TOP}steps: [{{action: B, actor: son, with: [ann, gp, lab]}}, C]\n"
    journey_map = analyse(text).journey_map
    both, nobody = journey_map.steps
    assert organisations_at(journey_map, both) == ("clinic", "lab")
    assert serves_outside(journey_map, nobody) is False
