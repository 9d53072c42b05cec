"""What conditions hold of: every operator, every kind of field, references, joins."""

import pytest
from tests.linter.yaml_rules.own import STAKEHOLDERS, linted, mistakes, rule, told

STEP = f"title: A\n{STAKEHOLDERS}\nsteps:\n  - {{action: Calls, SAID}}\n  - Waits\n"


SOLVES = "pains: [{id: p, text: q, kind: harm}], opportunities: [{text: o, solves: p}]"


def holds(condition: str, step: str) -> bool:
    """Whether a condition holds for a step; it never holds for the bare one behind it."""
    text = STEP.replace("SAID", step or "note: x")
    config = rule(f"on: step\nwhen: {condition}")
    assert mistakes(config, text) == []
    return 4 in told(config, text)


@pytest.mark.parametrize(
    ("condition", "fulfilled", "not_fulfilled"),
    [
        ("{need: present}", "need: x", "note: x"),
        ("{need: absent}", "note: x", "need: x"),
        ("{action: CALLS}", "note: x", ""),
        ("{channel: phone}", "channel: Phone", "channel: letter"),
        ("{channel: [phone, letter]}", "channel: letter", "channel: web"),
        ("{channel: {is-not: phone}}", "note: x", "channel: [letter, phone]"),
        ("{channel: {not-in: [phone, web]}}", "channel: letter", "channel: web"),
        ("{actor: The GP}", "actor: gp", "actor: son"),
        ("{actor.kind: clinician}", "actor: gp", "actor: son"),
        ("{with.kind: family}", "with: [gp, son]", "with: gp"),
        ("{touchpoint: {contains: DESK}}", "touchpoint: Front desk", "touchpoint: Door"),
        ("{touchpoint: {starts-with: fr}}", "touchpoint: Front desk", "touchpoint: Afraid"),
        ("{touchpoint: {ends-with: desk}}", "touchpoint: Front desk", "touchpoint: Desks"),
        ("{touchpoint: {longer-than: 3}}", "touchpoint: door", "touchpoint: bed"),
        ("{touchpoint: {shorter-than: 4}}", "touchpoint: bed", "touchpoint: door"),
        ("{emotion: {at-most: frustrated}}", "emotion: -1", "emotion: neutral"),
        ("{emotion: {more-than: 0.5}}", "emotion: pleased", "emotion: 0"),
        ("{emotion: frustrated}", "emotion: -1", "emotion: -2"),
        ("{importance: {at-least: 7.5}}", "importance: 4", "importance: 3"),
        ("{expected.rating: 10}", "expected: 5", "expected: {text: x}"),
        ("{wait: {more-than: 2 weeks}}", "wait: 15 days", "wait: 2 weeks"),
        ("{wait.time: {less-than: P1D}}", "wait: 3 h", "wait: 2 days"),
        ("{duration: {at-most: 10 min}}", "duration: 10 min", "duration: 11 min"),
        ("{wait.announced: true}", "wait: {time: 1 d, announced: true}", "wait: 1 d"),
        ("{offstage: true}", "offstage: true", "note: x"),
        ("{offstage: absent}", "note: x", "offstage: false"),
        ("{leaks.share: {at-least: 10 %}}", "leaks: 12 %", "leaks: [{share: 9 %}]"),
        ("{pains.severity: {at-least: 3}}", "pains: [a, {text: b, severity: 3}]", "pains: [a]"),
        ("{pains: {count-at-least: 2}}", "pains: [a, b]", "pains: [a]"),
        ("{opportunities: {count-at-most: 1}, note: present}", "note: x", "pains: [a]"),
        ("{moment: [critical, truth]}", "moment: truth", "moment: trust-inflection"),
        ("{next.to.action: waits}", "next: waits", "next: end"),
        ("{opportunities.solves.kind: harm}", SOLVES, "opportunities: [o]"),
        ("{handoff.to.kind: clinician}", "handoff: gp", "handoff: son"),
        ("{any: {need: present, thought: present}}", "thought: x", "note: x"),
        ("{any: [{need: present}, {thought: present}]}", "need: x", "note: x"),
        ("{all: [{need: present}, {thought: present}]}", "need: x, thought: y", "need: x"),
        ("{not: {need: present, thought: present}}", "need: x", "need: x, thought: y"),
        ("{not: {any: {need: present, thought: present}}}", "note: x", "need: x"),
        ("{duration: {more-than: 1 h, less-than: 3 h}}", "duration: 2 h", "duration: 4 h"),
        ("{map.title: a, stage.phase: absent}", "note: x", ""),
    ],
)  # fmt: skip
def test_a_condition_holds_and_does_not(condition: str, fulfilled: str, not_fulfilled: str) -> None:
    assert holds(condition, fulfilled)
    if not_fulfilled:
        assert not holds(condition, not_fulfilled)


def test_ratings_are_asked_for_on_one_scale() -> None:
    text = (
        "title: A\nscales: 1-10\nsteps: [{action: B, perceived: 10}, {action: C, perceived: 9}]\n"
    )
    assert told(rule("on: step\nwhen: {perceived: 10}"), text) == [3]


def test_what_holds_by_default_is_there_for_a_comparison_and_not_for_presence() -> None:
    text = "title: A\nsteps: [{action: B, pains: [a]}]\n"
    assert told(rule("on: pain\nwhen: {kind: friction}"), text) == [2]
    assert told(rule("on: pain\nwhen: {kind: present}"), text) == []


def test_dates_are_compared_and_have_an_age() -> None:
    text = (
        "title: A\nsteps: [B]\nevidence:\n- {id: a, date: 2025-05}\n- {id: b, date: 2026-11-01}\n"
    )
    for condition in ("{older-than: 1 year}", "{before: 2026-01}", "{is: 2025-05}"):
        assert told(rule(f"on: evidence\nwhen: {{date: {condition}}}"), text) == [4]
    assert told(rule("on: evidence\nwhen: {date: {after: 2026-01}}"), text) == [5]


def test_keys_of_the_analyst_are_fields() -> None:
    text = "title: A\nsteps: [B]\npersonas: [{name: C, demographics: {age: 58}}, D]\n"
    config = rule('on: persona\nrequire: {demographics.age: present}\nmessage: "{name}"')
    assert [message for *_, message in linted(config, text)] == ["D"]


KINDS = """title: A
personas: [P]
stakeholders: [S]
channels: [C]
information: [I]
metrics: [M]
evidence: [E]
readings: [{metric: m}]
stages:
  - name: T
    metrics: [{metric: m}]
    steps:
      - action: B
        pains: [x]
        opportunities: [y]
        handoff: s
        wait: 1 day
        next: b
        leaks: [{to: z}]
        metrics: [{metric: m}]
"""


@pytest.mark.parametrize(
    ("kind", "lines"),
    [
        ("map", [1]), ("persona", [2]), ("stakeholder", [3]), ("channel", [4]),
        ("information", [5]), ("metric", [6]), ("evidence", [7]), ("reading", [8, 11, 20]),
        ("stage", [10]), ("step", [13]), ("pain", [14]), ("opportunity", [15]), ("handoff", [16]),
        ("wait", [17]), ("way", [18]), ("leak", [19]),
    ],
)  # fmt: skip
def test_every_kind_of_part_is_looked_at(kind: str, lines: list[int]) -> None:
    field = {"map": "purpose", "stage": "goal", "step": "note", "handoff": "needs"}.get(kind, "")
    condition = f"require: {{{field}: present}}" if field else "when: {" + WHEN[kind] + "}"
    assert told(rule(f"on: {kind}\n{condition}"), KINDS) == lines


WHEN = {
    "persona": "quote: absent", "stakeholder": "quote: absent", "channel": "owner: absent",
    "information": "name: present", "metric": "unit: absent", "evidence": "n: absent",
    "reading": "value: absent", "pain": "severity: absent", "opportunity": "owner: absent",
    "wait": "planned: absent", "way": "share: absent", "leak": "share: absent",
}  # fmt: skip


def test_an_unnamed_stage_is_not_looked_at() -> None:
    assert told(rule("on: stage\nrequire: {goal: present}"), "title: A\nsteps: [B]\n") == []


def test_a_field_that_cannot_be_read_is_not_missing_as_well() -> None:
    text = "title: A\nsteps: [{action: B, emotion: blurgh}]\n"
    assert told(rule("on: step\nrequire: {emotion: present}"), text) == []


def test_definitions_of_a_library_are_asked_in_the_library() -> None:
    files = {"w.library.yaml": "channels: [{name: Phone}]\nstakeholders: [{name: A, part_of: b}]\n"}
    text = "title: A\nuses: w.library.yaml\nsteps: [B]\n"
    found = linted(rule("on: channel\nrequire: {owner: present}"), text, files)
    assert [(name, line) for name, line, *_ in found] == [("w.library.yaml", 1)]
    # What a reference means is known in a map only.
    assert linted(rule("on: stakeholder\nrequire: {part_of.kind: present}"), text, files) == []
