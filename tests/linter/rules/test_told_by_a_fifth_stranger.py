"""What a fifth reviewer who saw no rule found wrong or obvious, on small maps of other kinds."""

import pytest
from tests.linter.linting import messages

from journeymap.linter.rules.flow.passed_over import passed_over
from journeymap.linter.rules.flow.silent_wait import silent_wait
from journeymap.linter.rules.touchpoints.unoffered_channel import unoffered_channel

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
