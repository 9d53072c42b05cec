"""What a fifth reviewer who saw no rule found wrong or obvious, on small maps of other kinds."""

import pytest
from tests.linter.linting import helps, messages

from journeymap.linter.rules.experience.late_low import late_low
from journeymap.linter.rules.flow.longer_sideline import longer_sideline
from journeymap.linter.rules.flow.missed_deadline import missed_deadline
from journeymap.linter.rules.flow.passed_over import passed_over
from journeymap.linter.rules.flow.silent_wait import silent_wait
from journeymap.linter.rules.leverage.leverage_point import leverage_point
from journeymap.linter.rules.measurement.assumed_part import assumed_part
from journeymap.linter.rules.measurement.assumption_only import assumption_only
from journeymap.linter.rules.measurement.overtaken import overtaken
from journeymap.linter.rules.references.unused_definition import unused_definition
from journeymap.linter.rules.touchpoints.unoffered_channel import unoffered_channel
from journeymap.linter.rules.touchpoints.unpreferred_channel import unpreferred_channel

CHOIR = """title: A choir for beginners
personas:
  - {id: ann, name: Ann, preferences: {channels: [forum, hall]}}
persona: ann
stakeholders:
  - {id: school, name: Music school, kind: organisation}
  - {id: leader, name: Leader, kind: staff, part_of: school}
  - {id: friend, name: Friend, kind: family}
  - {id: barber, name: Barber, kind: other}
channels:
  - {id: hall, name: Hall, kind: in-person}
  - {id: forum, name: Forum, kind: digital}
  - {id: app, name: App, kind: digital}
  - {id: post, name: Post, kind: print}
  - {id: home, name: At home, kind: other}
"""


def a_map(*steps: str, top: str = CHOIR) -> str:
    return f"{top}steps:\n" + "".join(
        f"  - {{id: s{i}, action: S{i}, {s}}}\n" for i, s in enumerate(steps)
    )


# ---------------------------------------------------------------- nobody could have told yet
@pytest.mark.parametrize(
    ("waits", "told"),
    [
        ("emotion: shy", 0),
        ("channel: home", 0),
        ("with: friend", 0),
        ("with: barber", 0),
        ("with: leader", 1),
        ("channel: post", 1),
        ("gives: [voice]", 1),
        ("handoff: school", 1),
        ("systems: [List of members]", 1),
    ],
)
@pytest.mark.parametrize("then", ["channel: hall", "with: leader, gets: [songs]", "actor: leader"])
def test_no_wait_is_silent_before_the_first_contact(waits: str, then: str, told: int) -> None:
    silent = "wait: {time: 5 weeks, announced: false}"
    text = a_map(f"{waits}, {silent}", then, "channel: hall, with: leader")
    assert len(messages(text, rule=silent_wait)) == told


def test_a_wait_behind_the_first_contact_is_silent_also_at_home() -> None:
    silent = "wait: {time: 5 weeks, announced: false}"
    text = a_map("with: leader", f"channel: home, {silent}", "with: leader")
    assert len(messages(text, rule=silent_wait)) == 1


def test_where_hardly_a_step_says_where_it_is_nobody_knows_of_contacts() -> None:
    silent = "wait: {time: 5 weeks, announced: false}"
    text = a_map(f"emotion: shy, {silent}", "emotion: calm", "with: leader")
    assert len(messages(text, rule=silent_wait)) == 1


# ---------------------------------------------------------------- a way that says why
@pytest.mark.parametrize(("why", "told"), [("", 1), (", why: Sings already", 0)])
def test_a_way_that_says_why_passes_nothing_over(why: str, told: int) -> None:
    text = a_map(
        f"next: {{to: s2, share: 30 %{why}}}", "importance: 5, with: leader", "channel: hall"
    )
    assert len(messages(text, rule=passed_over)) == told


# ---------------------------------------------------------------- offered, and tried in vain
@pytest.mark.parametrize(
    ("there", "told"),
    [
        ("channel: hall", 1),
        ("channel: hall, instead_of: app", 1),
        ("channel: hall, instead_of: forum", 0),
        ("channel: [hall, forum]", 0),
    ],
)
def test_a_channel_tried_in_vain_is_offered(there: str, told: int) -> None:
    text = a_map(f"with: leader, {there}")
    assert len(messages(text, rule=unoffered_channel)) == told


@pytest.mark.parametrize(
    ("idea", "told"),
    [
        ("A forum for the shy", 0),
        ("A list of songs", 1),
        ("{text: A forum for the shy, status: dropped}", 1),
    ],
)
def test_a_channel_that_an_open_idea_names_is_recorded(idea: str, told: int) -> None:
    text = a_map(f"with: leader, channel: hall, opportunities: [{idea}]")
    assert len(messages(text, rule=unoffered_channel)) == told


# ---------------------------------------------------------------- one digital channel for another
@pytest.mark.parametrize(
    ("channel", "pain", "told"),
    [
        ("app", "Sings flat", 0),
        ("app", "The app asks for a password", 1),
        ("post", "Sings flat", 1),
    ],
)
def test_a_digital_channel_will_do_for_another(channel: str, pain: str, told: int) -> None:
    top = CHOIR.replace("[forum, hall]", "[forum]")
    text = a_map(f"with: leader, channel: {channel}, pains: [{pain}]", top=top)
    assert len(messages(text, rule=unpreferred_channel)) == told


# ---------------------------------------------------------------- what a twentieth is
@pytest.mark.parametrize(
    ("rest", "told"),
    [
        ("wait: 1 week", 0),
        ("wait: 5 days", 1),
        ("wait: 1 week, within: {time: 1 hour, after: s0}", 1),
    ],
)
def test_a_sideline_counts_from_a_twentieth_on(rest: str, told: int) -> None:
    text = a_map("duration: 1 h", "meanwhile: s0, duration: 8 h", rest)
    assert len(messages(text, rule=longer_sideline)) == told


# ---------------------------------------------------------------- a low of the few
@pytest.mark.parametrize(("share", "told"), [("30 %", 0), ("60 %", 1)])
def test_a_low_to_which_few_come_is_not_late(share: str, told: int) -> None:
    way = f"next: [{{to: s4, share: {share}}}, {{to: s5, share: {100 - int(share[:2])} %}}]"
    glad = "emotion: pleased"
    text = a_map(glad, glad, glad, f"{glad}, {way}", "emotion: angry", "emotion: neutral")
    assert len(messages(text, rule=late_low)) == told


# ---------------------------------------------------------------- told of a change once
@pytest.mark.parametrize(
    ("reviewed", "said"), [("2026-03-01", "the map was reviewed"), ("2026-11-02", '"S0" rests on')]
)
def test_a_change_is_told_once(reviewed: str, said: str) -> None:
    top = f"""{CHOIR}reviewed: {reviewed}
evidence: [{{id: talks, kind: interview, date: 2026-02}}]
external_changes: [{{date: 2026-10, what: The hall is sold, affects: s0}}]
"""
    (found,) = messages(a_map("evidence: talks", top=top), rule=overtaken)
    assert found.startswith(said)


# ---------------------------------------------------------------- a reading masks no assumption
SOURCES = f"""{CHOIR}metrics: [{{id: songs, name: Songs, unit: songs}}]
evidence: [{{id: list, kind: records}}, {{id: guess, kind: assumption}}, {{id: t, kind: interview}}]
"""
READ = "metrics: [{metric: songs, value: 4, evidence: list}]"


@pytest.mark.parametrize(
    ("step", "told"),
    [
        (f"evidence: guess, {READ}", 1),
        (f"evidence: [guess, list], {READ}", 0),
        (f"evidence: guess, pains: [{{text: Sings flat, evidence: list}}], {READ}", 0),
        (READ, 0),
    ],
)
def test_a_reading_masks_no_assumption(step: str, told: int) -> None:
    text = a_map("evidence: t", step, top=SOURCES)
    assert len(messages(text, rule=assumed_part)) == told
    text = a_map("evidence: t", f"moment: truth, {step}", top=SOURCES)
    assert len(messages(text, rule=assumption_only)) == told


# ---------------------------------------------------------------- what has a target is wanted
def test_a_metric_with_a_target_is_never_read() -> None:
    metrics = "[{id: a, name: Loudness, target: 3}, {id: b, name: Pitch}]"
    text = a_map("with: leader", top=f"{CHOIR}metrics: {metrics}\n")
    assert messages(text, rule=unused_definition)[-2:] == [
        '"Loudness" has a target, and is never read',
        "nothing refers to the metric `b`",
    ]


# ---------------------------------------------------------------- measured at the step
@pytest.mark.parametrize(
    ("kind", "at", "asked"), [("conversion", 2, False), ("conversion", 1, True), ("nps", 2, True)]
)
def test_how_many_are_in_time_is_measured_at_the_step(kind: str, at: int, asked: bool) -> None:
    top = f"{CHOIR}metrics: [{{id: soon, name: Soon, kind: {kind}}}]\n"
    steps = ["wait: 3 weeks", "with: leader", "within: {time: 1 week, after: s0}"]
    steps[at] += ", metrics: [{metric: soon, value: 40}]"
    (said,) = helps(a_map(*steps, top=top), rule=missed_deadline)
    assert ("no metric of a duration" in said) is asked


# ---------------------------------------------------------------- who was told does not press
@pytest.mark.parametrize(("announced", "said"), [("true", False), ("false", True)])
def test_an_announced_wait_is_no_reason(announced: str, said: bool) -> None:
    rated = "importance: 5, expected: 5, perceived: 1, emotion: angry, pains: [{text: Sings flat, "
    rated += "severity: 4, probability: 4}]"
    wait = f"wait: {{time: 9 days, announced: {announced}}}"
    text = a_map(f"with: leader, {rated}, {wait}", "channel: hall")
    (point,) = messages(text, rule=leverage_point)
    assert ("wait of 9 days" in point) is said
