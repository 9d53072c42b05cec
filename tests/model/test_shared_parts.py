"""Pains and ideas of libraries, as the steps that name them hold them."""

from pathlib import Path

import pytest

from journeymap.analysis.analysis import Analysis
from journeymap.model.fields import Namespace
from journeymap.model.journey_map import JourneyMap
from journeymap.workspace.load import Loader

LIBRARY = """
pains: [{id: no-slot, text: No slot, kind: dropout, severity: 3, probability: 3}]
opportunities:
  - {id: e-ref, text: Electronic referral, owner: IT, impact: 5, effort: 2, solves: no-slot}
  - {id: one-file, text: One file for all}
"""
MAP = """
title: T
uses: our.library.yaml
steps:
  - action: Calls
    pains: {pain: no-slot, severity: 4}
    opportunities: {opportunity: e-ref, impact: 3, parent: one-file}
  - action: Calls again
    pains: [{pain: No slot}, {text: Of its own}]
    opportunities: {opportunity: Our own}
  - {action: Waits, opportunities: [Our own]}
"""


def load(folder: Path, text: str = MAP, library: str = LIBRARY) -> JourneyMap:
    path = folder / "a.journey.yaml"
    path.write_text(text, encoding="utf-8")
    (folder / "our.library.yaml").write_text(library, encoding="utf-8")
    journey_map = Loader().load([path]).files[path].journey_map
    assert journey_map is not None
    return journey_map


def test_what_stands_at_the_step_holds_over_what_it_names(tmp_path: Path) -> None:
    calls, again, _ = load(tmp_path).steps
    pain, idea = calls.pains[0].pain, calls.opportunities[0].opportunity
    assert (pain.text, pain.kind, pain.severity, pain.probability) == ("No slot", "dropout", 4, 3)
    assert (idea.text, idea.owner, idea.impact, idea.effort) == ("Electronic referral", "IT", 3, 2)
    assert (again.pains[0].pain.severity, again.pains[1].pain.text) == (3, "Of its own")


def test_ids_are_those_of_what_is_named_and_unique_in_the_map(tmp_path: Path) -> None:
    journey_map = load(tmp_path)
    assert [each.id for each in journey_map.pains] == ["no-slot", "no-slot-2", "of-its-own"]
    assert [each.origin and each.origin.id for each in journey_map.pains] == [
        "no-slot",
        "no-slot",
        None,
    ]


def test_a_shared_pain_is_solved_wherever_the_map_names_it(tmp_path: Path) -> None:
    journey_map = load(tmp_path)
    answers = Analysis(journey_map=journey_map).answers
    assert [[each.id for each in answers.get(pain.route, ())] for pain in journey_map.pains] == [
        ["e-ref"],
        ["e-ref", "our-own"],
        ["our-own"],
    ]


def test_an_idea_of_another_step_can_be_named_too(tmp_path: Path) -> None:
    _, again, waits = load(tmp_path).steps
    named, own = again.opportunities[0], waits.opportunities[0]
    assert (named.label, own.label) == ("Our own", "Our own")
    assert (named.origin is not None, own.origin) == (True, None)


@pytest.mark.parametrize(
    ("name", "to", "found"),
    [
        ("one-file", Namespace.OPPORTUNITY, "One file for all"),
        ("e-ref", Namespace.OPPORTUNITY, "Electronic referral"),
        ("our own", Namespace.SHARED_OPPORTUNITY, "Our own"),
        ("of-its-own", Namespace.SHARED_PAIN, "Of its own"),
        ("nowhere", Namespace.SHARED_PAIN, None),
        ("calls", Namespace.AFFECTED, "Calls"),
    ],
)
def test_names_lead_to_the_maps_own_and_to_those_of_libraries(
    name: str, to: Namespace, found: str | None, tmp_path: Path
) -> None:
    meant = load(tmp_path).resolve(name, to)
    assert (meant.label if meant else None) == found


def test_a_name_that_leads_nowhere_is_shown_as_it_is_written(tmp_path: Path) -> None:
    lost = load(tmp_path, MAP.replace("pain: no-slot", "pain: No bed")).steps[0].pains[0]
    assert (lost.label, lost.origin, lost.pain.severity) == ("No bed", None, 4)
