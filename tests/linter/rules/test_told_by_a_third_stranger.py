"""What a third reviewer who saw no rule found wrong or obvious, on small maps of other kinds."""

import pytest
from tests.linter.linting import MAP, findings, helps, lint_files, messages

from journeymap.linter.profiles import Selection
from journeymap.linter.registry import RULES
from journeymap.linter.rules.experience.late_low import late_low
from journeymap.linter.rules.flow.long_wait import long_wait
from journeymap.linter.rules.flow.silent_wait import silent_wait
from journeymap.linter.rules.references.impossible_timing import impossible_timing
from journeymap.report.look_first import look_first

ADOPTION = """title: A family adopts a dog
persona: Ann
stakeholders:
  - {id: shelter, name: Shelter, kind: organisation}
  - {id: vet, name: Vet, kind: clinician}
  - {id: son, name: Her son, kind: family}
"""


def a_map(*steps: str, top: str = ADOPTION) -> str:
    return f"{top}steps:\n" + "".join(f"  - {{{step}}}\n" for step in steps)


# --------------------------------------------------------------------- a low that several share
@pytest.mark.parametrize(
    ("feelings", "said"),
    [
        (("1", "1", "1", "1", "1", "-2", "-2", "1"), 'one of the 2 lowest moments, "S6" (-2)'),
        (("1", "1", "1", "1", "1", "-2", "1", "-2"), 'one of the 2 lowest moments, "S5" (-2)'),
        (("1", "1", "1", "1", "1", "-2", "1", "1"), 'the lowest moment, "S5" (-2)'),
        (("1", "-2", "1", "1", "1", "-2", "1", "1"), ""),
        (("1", "1", "1", "1", "-1", "-2", "1"), 'the lowest moment, "S5" (-2)'),
    ],
)
def test_of_equal_lows_the_last_before_the_end_is_named(
    feelings: tuple[str, ...], said: str
) -> None:
    steps = (f"action: S{i}, emotion: {feeling}" for i, feeling in enumerate(feelings))
    told = messages(a_map(*steps), rule=late_low)
    assert [each.partition(", comes late")[0] for each in told] == ([said] if said else [])


@pytest.mark.parametrize(
    ("low", "forward"),
    [
        ("action: Disputes the fee", True),
        ("action: Has the dog operated on", False),
        ("action: Hears of the illness, actor: vet", False),
        ("action: Hears of the illness, actor: shelter", True),
        ("action: Fills in the form again, reuses: form", False),
        ("action: Brings the dog back, within: 2 weeks", False),
    ],
)
def test_what_has_its_place_in_the_journey_is_not_to_be_brought_forward(
    low: str, forward: bool
) -> None:
    first = "action: S1, emotion: 1, with: shelter, gives: form, handoff: vet"
    good = [f"action: S{i}, emotion: 1" for i in range(2, 5)]
    (advice,) = helps(a_map(first, *good, f"{low}, emotion: -2", good[0]), rule=late_low)
    assert advice.startswith("bring what hurts forward, or put") is forward
    assert advice.endswith("put something good between it and the end")


# ------------------------------------------------------------------------- waits that are none
@pytest.mark.parametrize(
    ("beside", "told"),
    [
        ("meanwhile: a, wait: {time: 8 weeks, announced: false}", False),
        ("wait: {time: 8 weeks, announced: false}", True),
        ("meanwhile: true, wait: 3 weeks", False),
        ("meanwhile: z, wait: 3 weeks", True),
    ],
)
def test_a_step_beside_another_one_has_no_wait_to_tell_of(beside: str, told: bool) -> None:
    text = a_map(
        "action: A, duration: 1 d, wait: {time: 2 d, planned: true}",
        f"action: B, {beside}",
        "action: C",
    )
    assert bool(messages(text, rule=silent_wait)) is told
    assert bool(messages(text, rule=long_wait)) is told


@pytest.mark.parametrize(
    ("first", "beside", "advice"),
    [
        ("", "wait: 8 weeks", 'write `wait` at "A"'),
        (", wait: 6 weeks", "wait: 8 weeks", 'A" has its own wait: write `duration: 8 weeks` here'),
        (", wait: 6 weeks", "wait: 8 weeks, duration: 1 h", "count this one in `duration` here"),
        (", wait: {ann: 6 weeks}", "wait: 2-3 days", "write `duration: 2-3 days` here"),
        (", wait: 6 weeks", "leaks: 5 %", 'write `leaks` at "A"'),
    ],
)
def test_a_second_wait_is_not_written_where_one_stands(
    first: str, beside: str, advice: str
) -> None:
    text = a_map(f"action: A{first}", f"action: B, meanwhile: a, {beside}", "action: C")
    assert advice in helps(text, rule=impossible_timing)[0]


@pytest.mark.parametrize(
    ("then", "told"),
    [
        ("action: Talks it over, with: son", False),
        ("action: Talks it over, with: son, channel: phone", True),
        ("action: Talks it over, with: [son, vet]", True),
        ("action: Sleeps on it", False),
        ("action: Gets the yes, gets: letter", True),
        ("action: Hears more, with: shelter", True),
    ],
)
def test_a_wait_for_what_the_family_does_is_not_asked_about(then: str, told: bool) -> None:
    steps = ("action: Sees the dog, with: shelter, wait: 5 days", then, "action: C, with: vet")
    assert bool(messages(a_map(*steps), rule=silent_wait)) is told
    known = (steps[0].replace("5 days", "{time: 5 days, announced: false}"), *steps[1:])
    assert len(messages(a_map(*known), rule=silent_wait)) == 1


def test_the_steps_to_look_at_stand_behind_an_error() -> None:
    low = "importance: 5, expected: 5, perceived: 1, emotion: angry"
    steps = (
        "action: A, wait: 1 week",
        "action: B, meanwhile: a, wait: 2 weeks",
        f"action: Waits for the papers, {low}",
        "action: D, emotion: 1",
    )
    text = a_map(*steps, top=f"status: review\n{ADOPTION}")
    report = lint_files({MAP: text}, rules=RULES, selection=Selection())
    first, *then = look_first(report)
    assert "mend first: " in first
    assert any('"Waits for the papers"' in each for each in then)
    assert findings(text, rule=impossible_timing)
