"""Figures beside which something stands that nobody told of, and their nearest right neighbours."""

import pytest
from tests.linter.linting import lint_files, messages

from journeymap.linter.profiles import Selection
from journeymap.linter.rules.flow.missed_deadline import missed_deadline
from journeymap.linter.rules.flow.passed_over import passed_over
from journeymap.linter.rules.improvement.live_but_hurting import live_but_hurting
from journeymap.linter.rules.measurement.contradicting_reading import contradicting_reading
from journeymap.linter.rules.measurement.flattering_score import flattering_score
from journeymap.linter.rules.measurement.no_customer_voice import no_customer_voice
from journeymap.linter.rules.measurement.overtaken import overtaken
from journeymap.linter.rules.touchpoints.forced_channel_switch import forced_channel_switch
from journeymap.testing import MAP

# ---------------- missed-deadline
PERMIT = """title: Permit
evidence: [{id: log, kind: records, n: 500}]
based_on: log
steps:
  - {id: asks, action: Asks, wait: 2 days}
  - {id: sees, action: Is heard, next: {to: gets, share: SHARE}, wait: 1 day}
  - {action: Brings papers, duration: TIME}
  - {id: gets, action: Gets it, within: {time: 10 days, after: asks}}
"""


@pytest.mark.parametrize(
    ("share", "time", "told"),
    [
        ("20 %", "9 days", [("warning", "80 of 100 who come there miss that")]),
        ("70 %", "9 days", [("note", "30 of 100 who come there miss that")]),
        ("80 %", "9 days", []),
        ("20 %", "5-9 days", []),
        ("20 %", "2 days", []),
    ],
)
def test_a_deadline_that_many_miss(share: str, time: str, told: list[tuple[str, str]]) -> None:
    text = PERMIT.replace("SHARE", share).replace("TIME", time)
    selection = Selection(select=(missed_deadline.code,))
    found = lint_files({MAP: text}, rules=[missed_deadline], selection=selection).diagnostics
    assert [(str(d.severity), told[0][1] in d.message) for d in found] == [
        (severity, True) for severity, _ in told
    ]


def test_a_deadline_on_ways_of_unknown_share_is_unknown() -> None:
    text = PERMIT.replace(", share: SHARE", "").replace("TIME", "9 days")
    both = text.replace("next: {to: gets}", "next: [{to: gets}, {to: brings-papers}]")
    assert messages(both.replace("based_on: log\n", ""), rule=missed_deadline) == []


# ---------------- passed-over
COURSE = """title: First flat
evidence: [{id: log, kind: records, n: 90}]
based_on: log
steps:
  - {id: signs, action: Signs, next: {to: moves, share: SHARE}}
  - {action: Is shown how to heat, STEP}
  - {id: moves, action: Moves in}
"""


@pytest.mark.parametrize(
    ("share", "step", "told"),
    [
        ("18 %", "importance: 5", 1),
        ("18 %", "importance: 4", 0),
        ("3 %", "importance: 5", 0),
        ("80 %", "importance: 5", 0),
        ("18 %", "importance: 5, emotion: terrified", 0),
        ("18 %", "importance: 5, emotion: exhausted -1, expected: 3, perceived: 4", 1),
        ("18 %", "importance: 5, offstage: true", 0),
    ],
)
def test_a_way_that_passes_over_what_matters_most(share: str, step: str, told: int) -> None:
    text = COURSE.replace("SHARE", share).replace("STEP", step)
    assert len(messages(text, rule=passed_over)) == told


def test_one_of_two_ways_to_the_same_place_passes_over_nothing() -> None:
    text = """title: First flat
steps:
  - {action: Asks, next: [{to: rings, share: 40 %}, {to: writes, share: 60 %}]}
  - {id: rings, action: Rings, importance: 5, next: {to: moves, share: 100 %}}
  - {id: writes, action: Writes, importance: 5}
  - {id: moves, action: Moves in}
"""
    assert messages(text, rule=passed_over) == []


# ---------------- flattering-score
SCORE = """title: Bank
scales: {rating: 1-5}
metrics:
  - {id: nps, name: Would recommend us, kind: nps, target: 40}
  - {id: wait, name: Wait at the desk, kind: duration, unit: min, target: 10}
  - {id: share, name: Forms in time, kind: conversion, unit: '%', target: 50}
steps:
"""


@pytest.mark.parametrize(
    ("step", "told"),
    [
        ("emotion: angry, metrics: {metric: nps, value: 52}", 1),
        ("expected: 4, perceived: 2, metrics: {metric: nps, value: 52}", 1),
        ("expected: 4, perceived: 2, metrics: {metric: wait, value: 8}", 1),
        ("emotion: angry, metrics: {metric: wait, value: 8}", 0),
        ("expected: 4, perceived: 2, metrics: {metric: share, value: 80}", 0),
        ("emotion: angry, metrics: {metric: nps, value: 12}", 0),
        ("emotion: pleased, expected: 4, perceived: 4, metrics: {metric: nps, value: 52}", 0),
    ],
)
def test_a_target_that_is_met_where_it_hurts(step: str, told: int) -> None:
    assert len(messages(f"{SCORE}  - {{action: Queues, {step}}}\n", rule=flattering_score)) == told


# ---------------- no-customer-voice
@pytest.mark.parametrize(
    ("name", "kind", "told"),
    [
        ("Desk log", "csat", 1),
        ("Desk log", "duration", 0),
        ("Log of feedback cards", "csat", 0),
    ],
)
def test_a_score_that_nobody_gave(name: str, kind: str, told: int) -> None:
    text = f"""title: Bank
metrics: [{{id: good, name: Satisfaction, kind: {kind}, unit: '%', scale: 0-100}}]
evidence:
  - {{id: log, name: {name}, kind: records, n: 90}}
  - {{id: talks, kind: interview, n: 8}}
steps: [{{action: Queues, emotion: calm, evidence: talks,
         metrics: {{metric: good, value: 91, evidence: log}}}}]
"""
    assert len(messages(text, rule=no_customer_voice)) == told


# ---------------- contradicting-reading
GRANT = """title: Grant
evidence: [{id: log, kind: records, n: 900}]
based_on: log
metrics:
  - {id: span, name: NAME, kind: duration, unit: days}
  - {id: kept, name: KEPT, kind: conversion, unit: '%'}
steps:
  - {action: Sees an adviser, wait: 2 weeks}
  - {action: Applies for the money, wait: 3 weeks}
  - {action: Receives the notice, metrics: {metric: span, value: VALUE}}
  - {action: Comes to the check, leaks: {share: 12 %}, metrics: {metric: kept, value: SHARE}}
  - Is paid
"""


@pytest.mark.parametrize(
    ("name", "value", "told"),
    [
        ("Time from application to notice", 41, 1),
        ("Time from application to notice", 35, 1),
        ("Time from application to notice", 22, 0),
        ("Time from first talk to notice", 35, 0),
        ("Time to notice", 35, 0),
    ],
)
def test_a_time_that_is_called_after_both_its_ends(name: str, value: int, told: int) -> None:
    text = GRANT.replace("NAME", name).replace("VALUE", str(value))
    text = text.replace("KEPT", "Other").replace("SHARE", "1")
    assert len(messages(text, rule=contradicting_reading)) == told


@pytest.mark.parametrize(
    ("name", "share", "told"),
    [
        ("Checks held in time", 97, 1),
        ("Checks held in time", 94.9, 1),
        ("Checks held in time", 90, 0),
        ("Checks held in time", 40, 0),
        ("Papers kept in time", 97, 0),
        ("Members retained", 97, 0),
        ("Retained behind the check", 97, 1),
    ],
)
def test_more_is_held_than_the_leak_leaves(name: str, share: float, told: int) -> None:
    text = GRANT.replace("NAME", "Other").replace("VALUE", "1")
    text = text.replace("KEPT", name).replace("SHARE", str(share))
    assert len(messages(text, rule=contradicting_reading)) == told


# ---------------- live-but-hurting
LIVE = """title: Bank
evidence: [{id: talks, name: Talks, kind: interview, n: 8, date: 2026-05}]
steps:
  - action: Queues
    pains: [{id: slow, text: It is slow, evidence: talks, SCORE}]
    opportunities: [{text: A second desk, solves: slow, status: live, LIVE}]
"""


@pytest.mark.parametrize(
    ("score", "live", "told"),
    [
        ("severity: 2, probability: 3", "since: 2026-08", 'Talks" of 2026-05, from before it'),
        ("severity: 2, probability: 3", "since: 2026-10", ""),
        ("severity: 2, probability: 3", "by: 2026-08", ""),
        ("severity: 2", "since: 2026-08", ""),
        ("severity: 2, probability: 3", "since: 2026-02", 'still tells of "It is slow"'),
    ],
)
def test_a_pain_that_nobody_asked_of_since(score: str, live: str, told: str) -> None:
    text = LIVE.replace("SCORE", score).replace("LIVE", live)
    found = messages(text, rule=live_but_hurting)
    assert len(found) == bool(told)
    assert all(told in each for each in found)


# ---------------- overtaken
LAW = """title: Bank
reviewed: 2026-10-01
external_changes: [{date: 2026-07, what: The law, affects: AFFECTS}]
evidence: [{id: talks, kind: interview, DATE}, {id: new, kind: interview, date: 2026-09}]
steps:
  - {id: signs, action: Signs, evidence: talks}
  - {id: pays, action: Pays, evidence: new}
"""


@pytest.mark.parametrize(
    ("affects", "day", "told"),
    [
        ("signs", "date: 2026-02", 1),
        ("[signs, pays]", "date: 2026-02", 1),
        ("signs", "date: 2026-08", 0),
        ("signs", "n: 8", 0),
        ("pays", "date: 2026-02", 0),
    ],
)
def test_evidence_from_before_a_change(affects: str, day: str, told: int) -> None:
    text = LAW.replace("AFFECTS", affects).replace("DATE", day)
    assert len(messages(text, rule=overtaken)) == told


# ---------------- forced-channel-switch
@pytest.mark.parametrize(
    ("preferred", "told"),
    [("[phone]", True), ("[desk]", False), ("[ward-line]", True), ("[digital]", False)],
)
def test_what_she_tried_in_vain_is_what_she_prefers(preferred: str, told: bool) -> None:
    text = f"""title: Ward
personas: [{{id: ola, name: "Ola, 30", preferences: {{channels: {preferred}}}}}]
channels:
  - {{id: ward-line, name: Phone of the ward, kind: phone}}
  - {{id: desk, name: Desk, kind: in-person}}
steps: [{{action: Goes there, channel: desk, instead_of: ward-line}}]
"""
    (said,) = messages(text, rule=forced_channel_switch)
    assert said.endswith("tried in vain, the channel that Ola, 30 prefers") is told
