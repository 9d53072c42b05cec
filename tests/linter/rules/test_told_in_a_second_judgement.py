"""What a second strict review of three untuned maps called wrong, on small maps of other kinds."""

import pytest
from tests.linter.linting import helps, messages

from journeymap.linter.rules.experience.bad_first_impression import bad_first_impression
from journeymap.linter.rules.improvement.unmeasured_outcome import unmeasured_outcome
from journeymap.linter.rules.measurement.overtaken import overtaken
from journeymap.linter.rules.measurement.target_missed import target_missed
from journeymap.linter.rules.measurement.thin_evidence import thin_evidence
from journeymap.linter.rules.measurement.unheard_leavers import unheard_leavers
from journeymap.linter.rules.touchpoints.asked_twice import asked_twice

# ---------------------------------------------------------------- the reading is what differs
PERMIT = """title: A building permit
metrics: [{{id: wait, name: Wait for the permit, kind: duration, unit: days}}]
steps:
  - action: Hands in the plans
    wait: {wait}
    opportunities:
      - {{text: Check plans at once, outcome: {{metric: wait, from: {start}, target: 20}}}}
  - action: Gets the permit
    within: {{time: 4 weeks, after: 1}}
    metrics: {{metric: wait, value: {read}}}
"""


@pytest.mark.parametrize(
    ("wait", "start", "read", "told"),
    [
        ("9 weeks", 63, 20, 0),  # the times bear out where the idea begins, not the reading
        ("9 weeks", 58, 20, 0),
        ("9 weeks", 30, 20, 1),  # neither of them fits
        ("3 weeks", 63, 20, 1),  # the reading fits
    ],
)
def test_an_idea_that_begins_where_the_times_say_is_left_alone(
    wait: str, start: int, read: int, told: int
) -> None:
    text = PERMIT.format(wait=wait, start=start, read=read).replace("after: 1", "after: plans")
    text = text.replace("- action: Hands", "- id: plans\n    action: Hands")
    assert len(messages(text, rule=unmeasured_outcome)) == told
    assert all(each.startswith("add the reading") for each in helps(text, rule=unmeasured_outcome))


# ---------------------------------------------------------------- whether it is needed at all
SCHOOL = """title: A pupil with a speech impediment
stakeholders:
  - {{id: school, name: School, kind: organisation}}
  - {{id: therapist, name: Speech therapist, kind: clinician}}
  - {{id: firm, name: Firm, kind: organisation}}
information:
  - {{id: past, name: What happened before}}
  - {{id: advice, name: Advice}}
steps:
  - {{action: Sees the therapist, with: therapist, gives: past{first}}}
  - {{action: Is told the result, with: therapist{handoff}}}
  - {{action: Starts an apprenticeship, with: firm, gives: past}}
"""


@pytest.mark.parametrize(
    ("handoff", "first", "said", "advice"),
    [
        (
            ", handoff: {to: firm, needs: advice}",
            "",
            'is it needed, and could the hand-off at "Is told the result" carry it?',
            "do not ask for what is not needed here",
        ),
        (
            "",
            ", handoff: {to: firm, needs: advice}",
            'is it needed, and could the hand-off at "Sees the therapist" carry it?',
            "do not ask for what is not needed here",
        ),
        (", handoff: {to: firm, needs: [advice, past]}", "", '"Sees the therapist"', "pass on"),
        (", handoff: {to: firm, carries: past}", "", '"Sees the therapist"', "pass on"),
        (", handoff: firm", "", '"Sees the therapist"', "pass on"),
        ("", "", "could the one pass it on to the other?", "if so, declare the hand-off"),
    ],
)
def test_another_house_is_asked_whether_it_needs_what_its_hand_off_leaves_out(
    handoff: str, first: str, said: str, advice: str
) -> None:
    text = SCHOOL.format(handoff=handoff, first=first)
    (message,) = messages(text, rule=asked_twice)
    assert message.endswith(said)
    assert helps(text, rule=asked_twice)[0].startswith(advice)


CHECKED = """title: A knee
stakeholders:
  - {{id: office, name: Office, kind: {kind}}}
  - {{id: doctor, name: Doctor, kind: clinician}}
information: [{{id: allergies, name: Allergies}}, {{id: address, name: Address}}]
steps:
  - {{action: Registers, with: {first}, gives: [allergies, address]}}
  - {{action: Is examined, with: doctor, gives: {second}}}
"""


@pytest.mark.parametrize(
    ("first", "second", "named"),
    [
        ("office", "[allergies, address]", ["Address"]),  # asked about once
        ("office", "allergies", ["Allergies"]),
        ("office", "address", ["Address"]),
        ("doctor", "[allergies, address]", ["Address", "Allergies"]),  # what is wrong, and a check
    ],
)
def test_of_one_step_one_question_is_asked(first: str, second: str, named: list[str]) -> None:
    text = CHECKED.format(kind="organisation", first=first, second=second)
    told = sorted(messages(text, rule=asked_twice))
    assert len(told) == len(named)
    assert all(f'again for "{name}"' in each for name, each in zip(named, told, strict=True))


# ---------------------------------------------------------------- clauses that were not so
@pytest.mark.parametrize(
    ("kind", "advice"),
    [
        ("harm", "count how often it happens, and do not wait for that to act"),
        ("friction", "ask a few more: the next person may say the opposite"),
    ],
)
def test_harm_that_one_tells_of_is_no_opinion(kind: str, advice: str) -> None:
    text = f"""title: A dialysis
evidence: [{{id: talk, name: Talk, kind: interview, n: 1}}, {{id: many, kind: interview, n: 30}}]
steps:
  - action: Goes home
    emotion: tired
    evidence: many
    pains: [{{text: Fainted on the bus, kind: {kind}, evidence: talk}}]
"""
    assert helps(text, rule=thin_evidence) == [advice]


CHANGED = """title: A bus line
reviewed: 2026-01
evidence:
  - {{id: diary, name: Diary, kind: diary, date: 2025-11, n: 8}}
  - {{id: counts, name: Counts, kind: records, date: {day}}}
external_changes: [{{date: 2026-03, what: Fares rise, affects: {affects}}}]
steps:
  - {{id: buys, action: Buys a ticket, emotion: annoyed, evidence: [diary, counts]}}
  - {{id: rides, action: Rides, emotion: bored, evidence: diary}}
"""


@pytest.mark.parametrize(
    ("day", "affects", "said"),
    [
        ("2025-10", "[buys, rides]", "what is known there is older as well"),
        ("2026-05", "[buys, rides]", 'what is known at "Rides" is older as well'),
        ("2026-05", "buys", ""),
    ],
)
def test_only_what_is_older_than_a_change_is_called_so(day: str, affects: str, said: str) -> None:
    told = messages(CHANGED.format(day=day, affects=affects), rule=overtaken)
    (message,) = [each for each in told if "reviewed before" in each]
    assert message.partition("; ")[2] == said


@pytest.mark.parametrize("severity", [1, 3])
def test_a_missed_target_asks_for_no_pain_that_may_be_recorded(severity: int) -> None:
    text = f"""title: A lift
metrics: [{{id: up, name: Runs, unit: '%', better: higher, target: 99}}]
steps:
  - action: Takes the lift
    pains: {{text: Doors squeak, severity: {severity}}}
    metrics: {{metric: up, value: 80}}
  - {{action: Gets out, pains: {{text: It stood still, severity: 4}}}}
"""
    (advice,) = helps(text, rule=target_missed)
    asks = advice.endswith("record it as a pain if none on the map is that")
    assert asks is (severity == 1)
    assert ("Doors squeak" in advice) is (severity == 3)


@pytest.mark.parametrize(
    ("before", "said"),
    [("", "the first contact with the service"), ("web", "declared as the first impression")],
)
def test_who_tried_another_channel_before_had_a_contact(before: str, said: str) -> None:
    tried = f"\n    instead_of: {before}" if before else ""
    text = f"""title: A tow truck
stakeholders: [{{id: truck, name: Tow truck, kind: organisation}}]
channels: [{{id: web, name: Form, kind: digital}}, {{id: line, name: Line, kind: phone}}]
steps:
  - action: Rings
    with: truck
    channel: line{tried}
    moment: first-impression
    emotion: furious
    expected: 5
    perceived: 1
"""
    (message,) = messages(text, rule=bad_first_impression)
    assert f", {said}, " in message


@pytest.mark.parametrize(
    ("loop", "is_told"), [(", next: [{to: class, share: 40 %}]", True), ("", False)]
)
def test_a_loss_on_a_loop_is_said_to_be_reckoned_anew(loop: str, is_told: bool) -> None:
    text = f"""title: A language course
evidence: [{{id: talks, kind: interview, n: 9, from: customer}}, {{id: log, kind: records, n: 400}}]
steps:
  - id: class
    action: "Takes a class"
    emotion: tired
    evidence: talks
    leaks: {{share: 24 %, why: the price, evidence: log}}
  - {{action: Sits the test, evidence: talks{loop}}}
  - Gets the certificate
"""
    (message,) = messages(text, rule=unheard_leavers)
    assert ("if the shares hold anew for those who come again" in message) is is_told
