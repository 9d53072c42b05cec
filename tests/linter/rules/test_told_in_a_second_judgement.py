"""What a second strict review of three untuned maps called wrong, on small maps of other kinds."""

import pytest
from tests.linter.linting import helps, messages

from journeymap.linter.rules.improvement.unmeasured_outcome import unmeasured_outcome
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
