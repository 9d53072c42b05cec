"""A field that changed, as whoever reads a difference is told of it: its name, and its values."""

import pytest
from tests.analysis.reading import analyse
from tests.compare.test_every_field import FIRST

from journeymap.compare.difference import differences
from journeymap.compare.field_words import Told, field_label, name_of, told
from journeymap.compare.record import Ref
from journeymap.compare.recorder import record_of

NAMES = {
    "map": {
        "journeymap": "Version of the language",
        "id": "Id",
        "title": "Title",
        "status": "Status",
        "state": "Shows",
        "desired": "Desired map",
        "purpose": "Purpose",
        "scope": "Scope",
        "goal": "Goal",
        "persona": "Persona",
        "language": "Language",
        "framework": "Framework",
        "ends": "Episode",
        "owner": "Owner",
        "team": "Team",
        "reviewed": "Reviewed",
        "review_every": "Reviewed every",
        "uses": "Libraries",
        "starts.n": "Begin",
        "starts.per": "Per",
        "scales.rating": "Scale",
        "based_on": "Based on",
        "questions": "Open questions",
        "tags": "Tags",
    },
    "external-change": {"what": "Text", "date": "Date", "affects": "Affects"},
    "reading": {"metric": "Metric", "value": "Value", "as_of": "As of", "evidence": "Evidence"},
    "stage": {
        "id": "Id",
        "name": "Name",
        "phase": "Phase",
        "aligns": "Stands for",
        "goal": "Goal",
        "owner": "Owner",
        "questions": "Open questions",
    },
    "step": {
        "id": "Id",
        "action": "Step",
        "actor": "Who does it",
        "with": "Who else takes part",
        "offstage": "Without the persona",
        "only": "Only for",
        "channel": "Channel",
        "fixed_channel": "Is that channel needed?",
        "touchpoint": "Touchpoint",
        "need": "Need",
        "thought": "Thinks",
        "quote": "Says",
        "emotion": "Feels",
        "importance.rating": "Importance",
        "importance.evidence": "Importance: evidence",
        "expected.text": "Expected",
        "expected.rating": "Expected",
        "expected.evidence": "Expected: evidence",
        "perceived.rating": "Perceived",
        "perceived.evidence": "Perceived: evidence",
        "moment": "Moment",
        "gives": "Has to give",
        "confirms": "Confirms",
        "gets": "Is given",
        "reuses": "Need not say again",
        "instead_of": "Tried in vain",
        "gains": "Goes well",
        "duration.time": "Duration",
        "duration.evidence": "Duration: evidence",
        "wait.time": "Wait",
        "wait.announced": "Wait",
        "wait.planned": "Wait",
        "wait.evidence": "Wait: evidence",
        "meanwhile": "At the same time as",
        "within.time": "To begin within",
        "within.after": "Counted from",
        "engagement": "Level of engagement",
        "reward": "Reward",
        "recovers": "Makes good for",
        "frontstage": "Frontstage",
        "backstage": "Backstage",
        "systems": "Systems",
        "journey": "A map of its own",
        "evidence": "Evidence",
        "questions": "Open questions",
        "tags": "Tags",
        "note": "Note",
    },
    "handoff": {
        "to": "Taken over by",
        "needs": "Needed",
        "carries": "Passed on",
        "ask_back": "Can ask back by",
    },
    "way": {
        "to": "Leads to",
        "share": "Share",
        "why": "Why",
        "counts": "Counts as",
        "planned": "Way back",
        "evidence": "Evidence",
    },
    "leak": {"to": "Leads to", "share": "Leave", "why": "Why", "evidence": "Evidence"},
    "pain": {
        "id": "Id",
        "text": "Text",
        "kind": "Kind",
        "of": "Whose",
        "severity": "Severity",
        "probability": "Likelihood",
        "evidence": "Evidence",
    },
    "opportunity": {
        "id": "Id",
        "text": "Text",
        "from": "Seen by",
        "solves": "Against",
        "for": "For",
        "owner": "Owner",
        "impact": "Impact",
        "effort": "Effort",
        "by": "By",
        "status": "Status",
        "link": "Link",
        "business": "Business",
        "parent": "Part of",
        "since": "Since",
        "outcome.metric": "Outcome",
        "outcome.from": "Outcome",
        "outcome.target": "Outcome",
    },
    "pilot": {"date": "Date", "n": "How many", "learned": "Learned", "result": "Result"},
    "persona": {"segment": "Segment", "share": "Share of all"},
    "stakeholder": {"kind": "Role", "part_of": "Belongs to", "influence": "Influence"},
    "channel": {"id": "Id", "name": "Name", "kind": "Kind", "owner": "Owner"},
    "information": {"id": "Id", "name": "Name", "at_once": "Used"},
    "metric": {
        "id": "Id",
        "name": "Name",
        "kind": "Kind",
        "unit": "Unit",
        "target": "Target",
        "better": "Better",
        "scale": "Scale",
    },
    "evidence": {
        "id": "Id",
        "name": "Name",
        "kind": "Kind",
        "method": "Method",
        "date": "Date",
        "n": "How many",
        "population": "Of how many in all",
        "from": "Voice",
        "link": "Link",
        "note": "Note",
    },
}
"""What a field is called, by what it is a field of."""
OF_PEOPLE = {
    "id": "Id",
    "name": "Name",
    "motivations": "Driven by",
    "goals": "Goals",
    "needs": "Needs",
    "frustrations": "Frustrations",
    "behaviours": "Habits",
    "preferences.channels": "Prefers",
    "preferences.language": "Prefers",
    "products": "Has or uses",
    "sources": "Learns from",
    "quote": "In their own words",
    "evidence": "Evidence",
    "picture.file": "Picture",
    "picture.consent": "Clients may see the picture",
}


def test_every_field_is_called_what_it_says() -> None:
    found: dict[str, dict[str, str]] = {}
    for entry in FIRST.entries.values():
        for path in entry.fields:
            if path[0] != "demographics":
                name = field_label(entry, path, "en")
                found.setdefault(entry.kind.value, {})[name_of(path)] = name
    people = {kind: OF_PEOPLE | NAMES[kind] for kind in ("persona", "stakeholder")}
    wanted = NAMES | people
    assert found.keys() == wanted.keys()
    for kind, names in found.items():
        assert names == {name: wanted[kind][name] for name in names}
        assert wanted[kind].keys() - names.keys() <= OF_PEOPLE.keys()


MAP = """
title: Clinic
scales: {rating: RATING}
personas: [{id: ann, name: Ann, demographics: {age: 58}}, {id: bob, name: Bob}]
stakeholders: [{id: gp, name: Doctor, kind: clinician}]
information: [{id: card, name: Card}]
metrics: [{id: nps, name: Answers, kind: nps, unit: points, target: 30}]
evidence: [{id: talks, kind: interview, from: customer}]
stages:
  - name: Before
    phase: before
    steps:
      - id: calls
        action: Calls
        FIELD
"""


def change(old: str, new: str, *, rating: str = "1-5", kind: str = "") -> Told:
    """The one field that changed between two writings of a step, in words."""
    texts = (MAP.replace("FIELD", each).replace("RATING", rating) for each in (old, new))
    first, second = (record_of(analyse(text).journey_map) for text in texts)
    found = differences(first, second)
    fields = [each for each in found.all if each.path and each.entry.kind.value == (kind or "step")]
    assert len(fields) == len(found.all) == 1
    return told(fields[0], first, second, "en")


@pytest.mark.parametrize(
    ("old", "new", "what", "before", "after"),
    [
        ("emotion: 1", "emotion: -0.5", "Feels", "+1", "−0.5"),
        ("emotion: 0", "emotion: 2", "Feels", "0", "+2"),
        ("emotion: calm", "emotion: anxious", "Feels", "calm", "anxious"),
        ("importance: 2", "importance: 4", "Importance", "2", "4 of 5"),
        ("note: A", "importance: 4\n        note: A", "Importance", "–", "4 of 5"),
        ("importance: 4\n        note: A", "note: A", "Importance", "4 of 5", "–"),
        ("wait: {time: 3 days, announced: true}", "wait: {time: 3 days, announced: false}",
         "Wait", "announced", "not announced"),
        ("wait: {time: 3 days, planned: true}", "wait: {time: 3 days, planned: false}",
         "Wait", "planned", "not planned"),
        ("wait: 3 days", "wait: 2 weeks", "Wait", "3 days", "2 weeks"),
        ("actor: ann", "actor: gp", "Who does it", "Ann", "Doctor"),
        ("journey: a.journey.yaml", "journey: b.journey.yaml", "A map of its own",
         "a.journey.yaml", "b.journey.yaml"),
        ("fixed_channel: true", "fixed_channel: false", "Is that channel needed?",
         "the step needs it", "it could be another one"),
        ("note: A", "note: B", "Note", "A", "B"),
    ],
)  # fmt: skip
def test_what_a_step_held_and_holds(old: str, new: str, what: str, before: str, after: str) -> None:
    found = change(old, new)
    assert (found.what, found.before, found.after) == (what, before, after)
    assert not found.is_list


CRITICAL = "critical moment"


@pytest.mark.parametrize(
    ("old", "new", "values", "added", "removed"),
    [
        ("channel: phone", "channel: mail", ("phone", "mail"), ("mail",), ("phone",)),
        ("moment: truth", "moment: [truth, critical]",
         ("moment of truth", f"moment of truth, {CRITICAL}"), (CRITICAL,), ()),
        ("gives: [card, age]", "gives: [age, name]", ("Card, age", "age, name"),
         ("name",), ("Card",)),
        ("note: A", "gives: [card]\n        note: A", ("–", "Card"), ("Card",), ()),
        ("tags: [a, b]\n        note: A", "note: A", ("a, b", "–"), (), ("a", "b")),
    ],
)  # fmt: skip
def test_what_a_list_gains_and_loses(
    old: str, new: str, values: tuple[str, str], added: tuple[str, ...], removed: tuple[str, ...]
) -> None:
    found = change(old, new)
    assert (found.before, found.after) == values
    assert (found.added, found.removed) == (added, removed)
    assert found.is_list


@pytest.mark.parametrize(
    ("field", "kind", "written", "told"),
    [
        ("pains: [{text: P, severity: @}]", "pain", (1, 4), ("1", "4 of 4")),
        ("pains: [{text: P, probability: @}]", "pain", (1, 4), ("1", "4 of 4")),
        ("pains: [{text: P, kind: @}]", "pain", ("friction", "harm"), ("friction", "harm")),
        ("opportunities: [{text: O, impact: @}]", "opportunity", (1, 4), ("1", "4 of 5")),
        ("opportunities: [{text: O, effort: @}]", "opportunity", (1, 4), ("1", "4 of 5")),
        ("opportunities: [{text: O, business: @}]", "opportunity", (1, 4), ("1", "4 of 5")),
        ("opportunities: [{text: O, status: @}]", "opportunity", ("idea", "live"),
         ("idea", "live")),
        ("opportunities: [{text: O, from: @}]", "opportunity", ("customer", "team"),
         ("customer", "team")),
        ("leaks: {share: @}", "leak", ("8 %", "12.5 %"), ("8\N{NBSP}%", "12.5\N{NBSP}%")),
        ("metrics: [{metric: nps, value: @}]", "reading", (-3, 12), ("-3 points", "12 points")),
        ("metrics: [{metric: free, value: @}]", "reading", (3, 12), ("3", "12")),
    ],
)  # fmt: skip
def test_values_of_what_a_step_holds(
    field: str, kind: str, written: tuple[object, object], told: tuple[str, str]
) -> None:
    old, new = (field.replace("@", str(each)) for each in written)
    found = change(old, new, kind=kind)
    assert (found.before, found.after) == told


def test_a_rating_is_told_of_the_most_that_its_scale_has() -> None:
    for rating, old, new, said in (
        ("0-10", 3, 9, "9 of 10"),
        ("1-5", 3, 4, "4 of 5"),
    ):
        found = change(f"importance: {old}", f"importance: {new}", rating=rating)
        assert (found.before, found.after) == (str(old), said)


def test_what_is_told_of_one_person_names_them() -> None:
    found = change("emotion: {ann: calm, bob: sad}", "emotion: {ann: glad, bob: sad}")
    assert (found.what, found.before, found.after) == ("Feels · Ann", "calm", "glad")


def test_a_fact_of_a_persona_is_called_after_itself() -> None:
    text = MAP.replace("FIELD", "").replace("RATING", "1-5")
    entries = record_of(analyse(text).journey_map).entries.values()
    paths = [(each, path) for each in entries for path in each.fields if path[0] == "demographics"]
    assert [field_label(*each, "en") for each in paths] == ["Facts · age"]


def test_evidence_of_what_one_person_rates_names_both() -> None:
    text = MAP.replace("FIELD", "perceived: {ann: {rating: 4, evidence: talks}}")
    entries = record_of(analyse(text.replace("RATING", "1-5")).journey_map).entries.values()
    paths = [(each, path) for each in entries for path in each.fields if path[-1] == "evidence"]
    assert [field_label(*each, "en") for each in paths] == ["Perceived · Ann: evidence"]


def test_a_path_is_named_without_persons() -> None:
    ann = Ref(key=("person", "ann"), label="Ann")
    assert name_of(("emotion", ann)) == "emotion"
    assert name_of(("wait", "time")) == "wait.time"
    assert name_of(("expected", ann, "rating")) == "expected.rating"
