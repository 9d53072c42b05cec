"""Whoever looks a reference up means the same: figures, rules, what-if, parts of maps, pictures."""

import json
from typing import Any
from unittest.mock import patch

from hypothesis import given
from hypothesis import strategies as st

from journeymap.analysis.analysis import Analysis
from journeymap.authoring import Context, Finding, MapFile, Rule, Workspace
from journeymap.linter.rules.references._meaning import is_slip
from journeymap.linter.rules.references.duplicate_id import duplicate_id
from journeymap.linter.rules.references.near_name import near_name
from journeymap.linter.rules.references.unknown_reference import unknown_reference
from journeymap.linter.rules.references.unused_definition import unused_definition
from journeymap.linter.yaml_rules import fields
from journeymap.linter.yaml_rules.fields import path, values
from journeymap.linter.yaml_rules.parts import parts
from journeymap.model.fields import Namespace
from journeymap.model.ids import END, slug
from journeymap.model.journey_map import JourneyMap, PlacedPain
from journeymap.model.names import Route
from journeymap.model.references import Reference
from journeymap.tables import channels
from journeymap.testing import MAP, TODAY, folder_of
from journeymap.views.sheet.content import read
from journeymap.views.tailored_map import of_stages, seen_by
from journeymap.workspace.load import Loader
from journeymap.workspace.rule_file import PartKind
from journeymap.workspace.what_if import suppose

# Few names, so that ids, names and derived ids clash: two "Anna" derive anna and anna-2.
NAMES = st.sampled_from(["Anna", "Anna 2", "Bea", "End", "Annas"])
IDS = st.sampled_from(["anna", "anna-2", "bea", "x"])
REFERENCES = st.one_of(NAMES, IDS, st.sampled_from(["annas", "zoe"]))
FEW_REFERENCES = st.lists(REFERENCES, max_size=2)


def named(word: str = "name", **fields: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """Something with a name and often an id."""
    return st.fixed_dictionaries({word: NAMES, **fields}, optional={"id": IDS})


def several(item: st.SearchStrategy[Any], least: int = 0) -> st.SearchStrategy[Any]:
    return st.lists(item, min_size=least, max_size=2)


KINDS = st.sampled_from(["clinician", "family"])
DEFINITIONS = {
    "personas": several(named(evidence=FEW_REFERENCES)),
    "stakeholders": several(named(kind=KINDS)),
    "channels": several(named()),
    "information": several(named()),
    "metrics": several(named()),
    "evidence": several(named(kind=st.sampled_from(["survey", "assumption"]))),
}
PAINS = several(named("text", severity=st.just(1), evidence=FEW_REFERENCES))
STEPS = named(
    "action",
    actor=REFERENCES,
    channel=FEW_REFERENCES,
    gives=FEW_REFERENCES,
    evidence=FEW_REFERENCES,
    emotion=st.dictionaries(REFERENCES, st.just(1), min_size=1, max_size=1),
    next=several(st.fixed_dictionaries({"to": REFERENCES})),
    handoff=several(st.fixed_dictionaries({"to": REFERENCES, "needs": FEW_REFERENCES})),
    pains=PAINS,
    opportunities=several(named("text", solves=FEW_REFERENCES)),
    recovers=FEW_REFERENCES,
    **{"with": FEW_REFERENCES},
)
JOURNEYS = st.fixed_dictionaries(
    {
        "title": st.just("A"),
        "based_on": FEW_REFERENCES,
        "stages": several(named(steps=several(STEPS, 1)), 1),
        **DEFINITIONS,
    },
    optional={"persona": REFERENCES},
)
LISTS = st.lists(st.fixed_dictionaries({"title": st.just("B"), **DEFINITIONS}), max_size=2)


def read_map(journey: dict[str, Any], libraries: list[dict[str, Any]]) -> Workspace:
    """The map and its libraries, as if they were read from files."""
    names = [f"{letter}.library.yaml" for letter in "bc"[: len(libraries)]]
    files = {MAP: journey | {"uses": names}, **dict(zip(names, libraries, strict=True))}
    with folder_of({name: json.dumps(content) for name, content in files.items()}) as folder:
        return Loader(shown_from=folder).load([folder / MAP])


WORKSPACES = st.builds(read_map, JOURNEYS, LISTS)


def is_lost(reference: Reference, journey_map: JourneyMap) -> bool:
    """Whether a reference leads nowhere and may not."""
    ends = reference.to is Namespace.STEP and slug(reference.text) == END
    free = journey_map.is_free(reference.to) and not is_nobody(reference, journey_map)
    return not (reference.meanings or ends or free)


def is_nobody(reference: Reference, journey_map: JourneyMap) -> bool:
    """Whether somebody feels something and has no part in the map, by any near name."""
    steps = [placed_step.step for placed_step in journey_map.steps]
    takers = [handoff.to for step in steps for handoff in step.handoff]
    named = [name for step in steps for name in (step.actor or "", *step.with_)]
    who, parts = slug(reference.text), {slug(name) for name in (*takers, *named)}
    near = any(is_slip(who, each, person=True) for each in parts)
    return reference.is_key and who not in parts and not near


def check_meanings(journey_map: JourneyMap) -> None:
    for namespace in Namespace:
        for entry in journey_map.names(namespace):
            assert entry in journey_map.names(namespace).find_all(entry.id)
    for each in journey_map.references:
        meant = journey_map.resolve(each.text, each.to, each.route)
        assert each.meanings[:1] == (() if meant is None else (meant,))
        same = [entry for entry in each.meanings if meant and entry.id == meant.id]
        names = {name for entry in same for name in (entry.id, *map(slug, entry.names))}
        assert meant is None or slug(each.text) in names
        if meant is not None and each.to not in {Namespace.PAIN, Namespace.REPAIRABLE}:
            assert journey_map.resolve(meant.id, each.to) == meant


def told(file: MapFile, workspace: Workspace, rule: Rule) -> dict[Route, Finding]:
    """What a rule finds in a map, by place."""
    assert file.journey_map is not None
    context = Context(
        file=file,
        journey_map=file.journey_map,
        analysis=Analysis(journey_map=file.journey_map),
        workspace=workspace,
        today=TODAY,
        options={option.name: option.default for option in rule.options},
    )
    journey_map = file if rule.visits is MapFile else file.journey_map
    return {finding.route: finding for finding in rule.check(journey_map, context)}


def check_rules(file: MapFile, workspace: Workspace, journey_map: JourneyMap) -> None:
    said = {each.route: each for each in journey_map.references}
    lost = {route for route, each in said.items() if is_lost(each, journey_map)}
    assert told(file, workspace, unknown_reference).keys() == lost
    for route, finding in told(file, workspace, duplicate_id).items():
        if route in said:
            first, *others = said[route].meanings
            assert others
            assert (finding.related[0].route, finding.related[0].path) == (
                first.route,
                first.library,
            )
    libraries = (each for listed in journey_map.library_references.values() for each in listed)
    meant = [entry for each in (*said.values(), *libraries) for entry in each.meanings]
    own = {entry.route for entry in meant if entry.library is None}
    assert own.isdisjoint(told(file, workspace, unused_definition))
    for route in told(file, workspace, near_name):
        assert journey_map.is_free(said[route].to)
        for entry in said[route].meanings:  # of a persona that nothing defines
            assert not journey_map.personas
            assert entry == journey_map.persona


def check_ways(journey_map: JourneyMap) -> None:
    for exits in Analysis(journey_map=journey_map).ways.exits:
        for way in exits.ways:
            if way.entry is not None:
                to = exits.step.step.next[way.entry].to
                meant = journey_map.resolve(to, Namespace.STEP)
                assert way.target == (meant.item.position if meant else None)


def check_remedies(journey_map: JourneyMap) -> None:
    analysis = Analysis(journey_map=journey_map)
    for step in journey_map.steps:
        for idea in step.opportunities:
            for name in idea.opportunity.solves:
                pain = journey_map.resolve(name, Namespace.PAIN, step.route)
                assert pain is None or idea in analysis.answers[pain.route]
        for name in step.step.recovers:
            meant = journey_map.resolve(name, Namespace.REPAIRABLE, step.route)
            items = () if meant is None else (meant.item,)
            for item in items:
                pains = (item,) if isinstance(item, PlacedPain) else item.pains
                assert all(step in analysis.recoveries[pain.route] for pain in pains)


def check_hand_offs(journey_map: JourneyMap) -> None:
    named = [each for step in journey_map.steps for each in step.step.handoff]
    declared = [
        each for each in Analysis(journey_map=journey_map).transfers if each.entry is not None
    ]
    assert len(declared) == len(named)
    for each, handoff in zip(declared, named, strict=True):
        assert each.taker == journey_map.id_of(handoff.to, Namespace.PERSON)


FOLLOWED = (
    (PartKind.STEP, "actor.name", Namespace.PERSON, "actor"),
    (PartKind.STEP, "channel.name", Namespace.CHANNEL, "channel"),
    (PartKind.WAY, "to.action", Namespace.STEP, "to"),
    (PartKind.OPPORTUNITY, "solves.text", Namespace.PAIN, "solves"),
    (PartKind.MAP, "stages.steps.opportunities.solves.text", Namespace.PAIN, "solves"),
)


def check_own_rules(file: MapFile, journey_map: JourneyMap) -> None:
    for kind, field, namespace, name in FOLLOWED:
        for part in parts(kind, file):
            with patch.object(fields, "derived", return_value=[]):  # only what is written
                said = [each.value for each in values(path(field, kind), part, journey_map)]
            meant = [
                each.meanings[0].label
                for each in journey_map.references
                if each.to is namespace
                and each.meanings
                and name in each.route[-2:]
                and each.route[: len(part.route)] == part.route
            ]
            assert said == meant


def check_what_if(file: MapFile, journey_map: JourneyMap, reference: str) -> None:
    step = journey_map.find_step(journey_map.steps[-1].id)
    assert step is not None
    who = journey_map.resolve(reference, Namespace.PERSON)
    if who is not None:
        after = suppose(file, [f"{step.id}.emotion.{reference}=-1"]).find_step(step.id)
        assert after is not None
        assert journey_map.by_person(after.step.emotion)[who.id].value == -1
    pain = journey_map.pains_of(step).find(reference)
    if pain is not None:
        after = suppose(file, [f"{step.id}.pains.{reference}.severity=4"]).find_step(step.id)
        assert after is not None
        assert [each.route for each in after.pains if each.pain.severity == 4] == [pain.route]


def check_parts_of_maps(journey_map: JourneyMap, reference: str) -> None:
    who = journey_map.resolve(reference, Namespace.PERSON)
    if who is not None:
        seen = seen_by(journey_map, reference)
        assert seen.persona_id == who.id
        assert seen.person_label(who.id) == who.label
    stage = journey_map.stage_names.find(reference)
    if stage is not None:
        (kept,) = of_stages(journey_map, [reference]).stages
        assert kept.label == stage.item.label


def check_pictures(journey_map: JourneyMap) -> None:
    analysis = Analysis(journey_map=journey_map)
    table = channels.build(analysis)
    by_key = {column.key: column for column in table.columns}
    shown = {
        Namespace.PERSON: read(journey_map).people,
        Namespace.CHANNEL: {row[0]: by_key["channel"].value(row) for row in table.items},
    }
    for each in journey_map.references:
        if each.to in shown and (each.is_key or each.route[-2] == "channel"):
            label = each.meanings[0].label if each.meanings else slug(each.text)
            assert shown[each.to][journey_map.id_of(each.text, each.to)] == label


@given(WORKSPACES, REFERENCES)
def test_all_places_mean_the_same(workspace: Workspace, reference: str) -> None:
    (file,) = workspace.asked
    assert file.journey_map is not None
    assert len(file.journey_map.libraries) == len(file.journey_map.journey.uses)
    assert not file.broken
    check_meanings(file.journey_map)
    check_rules(file, workspace, file.journey_map)
    check_ways(file.journey_map)
    check_remedies(file.journey_map)
    check_hand_offs(file.journey_map)
    check_own_rules(file, file.journey_map)
    check_what_if(file, file.journey_map, reference)
    check_parts_of_maps(file.journey_map, reference)
    check_pictures(file.journey_map)
