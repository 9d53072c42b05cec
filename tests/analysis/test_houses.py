"""Which house serves at a step: the map's own, or one outside of it."""

import pytest
from tests.analysis.reading import analyse

from journeymap.analysis.houses import left_to_others, own_organisation, serves_outside

TOP = """\
title: A
stakeholders:
- {id: clinic, name: Clinic, kind: organisation}
- {id: lab, name: Laboratory, kind: organisation}
- {id: post, name: Post, kind: organisation}
- {id: nurse, name: Nurse, kind: staff}
- {id: doctor, name: Doctor, kind: clinician, part_of: clinic}
steps:
"""


@pytest.mark.parametrize(
    ("parties", "own", "outside"),
    [
        # one that serves more than half of what is served is the map's own
        ("clinic clinic lab", "clinic", {2}),
        ("clinic clinic clinic nurse", "clinic", {3}),
        ("clinic doctor lab", "clinic", {2}),
        ("clinic - - -", "clinic", set()),
        # exactly half is not most; one that serves once beside one that serves often is outside
        ("clinic clinic lab post", None, {2, 3}),
        ("clinic clinic lab lab", None, set()),
        ("clinic clinic lab lab post", None, {4}),
        ("clinic lab", None, set()),
        # who is no organisation is nobody's house
        ("clinic clinic nurse post", None, {3}),
        ("nurse nurse lab post", None, {2, 3}),
        ("- -", None, set()),
    ],
)
def test_who_serves_outside(parties: str, own: str | None, outside: set[int]) -> None:
    steps = "".join(
        f"- {{action: S{i}{'' if party == '-' else f', actor: {party}'}}}\n"
        for i, party in enumerate(parties.split())
    )
    found = analyse(TOP + steps).journey_map
    assert own_organisation(found) == own
    assert {each.position for each in found.steps if serves_outside(found, each)} == outside
    assert {serves_outside(found, each) for each in found.steps} <= {True, False}
    assert left_to_others(found) <= outside


def test_whoever_is_named_in_the_owner_is_not_outside() -> None:
    steps = (
        "steps: [{action: A, actor: clinic}, {action: B, actor: clinic}, {action: C, actor: lab},"
    )
    steps += " {action: D, actor: post}]\n"
    for owner, outside in (("Quality of the laboratory", {3}), ("Labor", {2, 3}), ("Post", {2})):
        text = TOP.replace("steps:\n", steps).replace("title: A", f"title: A\nowner: {owner}")
        found = analyse(text).journey_map
        assert {each.position for each in found.steps if serves_outside(found, each)} == outside
        assert {serves_outside(found, each) for each in found.steps} <= {True, False}
