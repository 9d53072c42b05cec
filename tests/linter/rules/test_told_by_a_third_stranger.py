"""What a third reviewer who saw no rule found wrong or obvious, on small maps of other kinds."""

import pytest
from tests.linter.linting import MAP, findings, helps, lint_files, messages

from journeymap.linter.profiles import Selection
from journeymap.linter.registry import RULES
from journeymap.linter.rules.experience.late_low import late_low
from journeymap.linter.rules.flow.long_wait import long_wait
from journeymap.linter.rules.flow.silent_wait import silent_wait
from journeymap.linter.rules.leverage.leverage_point import leverage_point
from journeymap.linter.rules.references.impossible_timing import impossible_timing
from journeymap.linter.rules.touchpoints.asked_twice import asked_twice
from journeymap.linter.rules.touchpoints.handoff_mismatch import handoff_mismatch
from journeymap.linter.rules.touchpoints.undeclared_handoff import undeclared_handoff
from journeymap.linter.rules.trust.forgotten_information import forgotten_information
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
        (("1", "1", "1", "1", "1", "-2", "-2", "0"), 'one of the 2 lowest moments, "S6" (-2)'),
        (("1", "1", "1", "1", "1", "-2", "1", "-2"), 'one of the 2 lowest moments, "S5" (-2)'),
        (("1", "1", "1", "1", "1", "-2", "0", "0"), 'the lowest moment, "S5" (-2)'),
        (("1", "1", "1", "1", "1", "-2", "1", "0"), ""),  # something good follows
        (("1", "-2", "1", "1", "1", "-2", "1", "1"), ""),
        (("1", "1", "1", "1", "-1", "-2", "0"), 'the lowest moment, "S5" (-2)'),
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
    end = "action: S5, emotion: 0"
    (advice,) = helps(a_map(first, *good, f"{low}, emotion: -2", end), rule=late_low)
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
    assert len(messages(a_map(*known), rule=silent_wait)) == told


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


# ------------------------------------------------------------ what is asked again, and forgotten
REUSED = "action: Z, reuses: name"


@pytest.mark.parametrize(
    ("first", "then", "forgotten"),
    [
        ("gives: weight, with: shelter", "with: vet", True),
        ("gives: weight, with: shelter", "with: vet, gives: weight", False),
        ("gives: weight, with: shelter", "with: vet, gives: weight, confirms: weight", False),
        ("gives: weight, with: shelter", "handoff: {to: vet, needs: weight}", False),
        ("handoff: {to: vet, needs: weight}", "with: vet, gives: weight", False),
        ("handoff: {to: vet, needs: weight}", "with: shelter, gives: weight", True),
        ("handoff: {to: vet, needs: height}", "with: vet, gives: weight", True),
    ],
)
def test_what_is_needed_or_asked_again_is_not_forgotten(
    first: str, then: str, forgotten: bool
) -> None:
    text = a_map(f"action: A, {first}", f"action: B, {then}", REUSED)
    assert bool(messages(text, rule=forgotten_information)) is forgotten


@pytest.mark.parametrize(
    ("share", "told"),
    [
        ("18 %", ' "weight" and "age", given before at "C" and, by most, at "B"'),
        ("40 %", ' "weight" and "age", given before at "C" and, by most, at "B"'),
        ("50 %", ' "weight", given before at "C"'),
        ("70 %", ' "weight", given before at "C"'),
    ],
)
def test_all_that_most_have_given_before_is_named(share: str, told: str) -> None:
    text = a_map(
        f"action: A, next: {{to: c, share: {share}}}",
        "action: B, gives: age",
        "action: C, gives: weight",
        "action: D, gives: [weight, age]",
    )
    (said,) = messages(text, rule=asked_twice)
    assert said.endswith(f"again for{told}")


@pytest.mark.parametrize(
    ("item", "first", "then", "told"),
    [
        ("Signed offer", "with: shelter", "with: vet", None),
        ("Notice of grant", "with: shelter", "with: vet", None),
        ("Informe", "with: shelter", "with: vet", None),
        ("Umowa najmu", "with: shelter", "with: vet", None),
        ("Signed offer", "with: shelter, handoff: vet", "with: vet", "warning"),
        ("Signed offer", "with: shelter", "with: shelter", "warning"),
        ("Signed offer", "channel: web", "channel: web", "warning"),
        ("Signed offer", "channel: web", "with: vet", None),
        ("Vaccinations", "with: shelter", "with: vet", "note"),
        ("Vaccinations", "with: shelter, handoff: vet", "with: vet", "warning"),
        ("Vaccinations", "with: vet", "with: vet", "warning"),
        ("Vaccinations", "channel: web", "with: vet", "warning"),
    ],
)
def test_two_houses_that_nothing_joins_are_asked_and_not_accused(
    item: str, first: str, then: str, told: str | None
) -> None:
    text = a_map(f"action: A, {first}, gives: {item}", f"action: B, {then}, gives: {item}")
    report = lint_files({MAP: text}, rules=[asked_twice])
    assert [each.severity for each in report.diagnostics] == ([told] if told else [])
    asks = [
        each.message.endswith("could the one pass it on to the other?")
        for each in report.diagnostics
    ]
    assert asks == ([told == "note"] if told else [])


@pytest.mark.parametrize(
    ("items", "said"),
    [
        ("Date of birth", ""),
        ("Date of birth, Hobbies", "asked again: Hobbies"),
        ("Hobbies", "asked again: Hobbies"),
    ],
)
def test_a_check_for_safetys_sake_presses_nobody(items: str, said: str) -> None:
    low = "importance: 5, expected: 5, perceived: 1, emotion: angry"
    text = a_map(
        f"action: A, with: vet, gives: [{items}]", f"action: B, with: vet, gives: [{items}], {low}"
    )
    report = lint_files({MAP: text}, rules=[asked_twice, leverage_point])
    (point,) = (each for each in report.diagnostics if each.rule.code == "JM901")
    assert [each for each in point.reasons if "asked again" in each] == ([said] if said else [])
    check = [each for each in report.diagnostics if each.rule.code == "JM403"]
    assert len(check) == ("birth" in items)


# --------------------------------------------------------------- nobody hands the persona over
HOMES = """title: A resident moves in
personas: [{id: ann, name: Ann}]
stakeholders:
  - {id: hospital, name: Hospital, kind: organisation}
  - {id: worker, name: Social worker, kind: staff, part_of: hospital}
  - {id: home, name: Home, kind: organisation}
  - {id: desk, name: Admissions, kind: staff, part_of: home}
  - {id: carer, name: Carer, kind: clinician, part_of: home}
  - {id: gp, name: Family doctor, kind: clinician}
  - {id: barber, name: Barber, kind: organisation}
  - {id: pharmacist, name: Pharmacist, kind: clinician}
channels:
  - {id: room, name: Her room, kind: in-person}
  - {id: person, name: In person, kind: in-person}
  - {id: portal, name: Portal, kind: digital}
"""


def between(*steps: str) -> list[str]:
    """Between whom nothing is handed over, by what the rule says."""
    told = messages(a_map(*steps, top=HOMES), rule=undeclared_handoff)
    return [each.partition(" between ")[0].replace('"', "") for each in told]


PASSES = "Social worker passes on to Admissions"


@pytest.mark.parametrize(
    ("steps", "told"),
    [
        (("with: worker", "with: desk"), [PASSES]),
        (("with: worker", "with: desk", "channel: room, handoff: carer"), []),
        (("with: worker", "with: desk", "with: worker, handoff: home"), []),
        (("with: worker", "with: desk", "with: gp, handoff: home"), [PASSES]),
        (("with: worker", "with: desk", "channel: room, handoff: gp"), [PASSES]),
        (("with: worker", "channel: portal", "with: desk"), []),
        (("with: worker", "need: Time", "with: desk"), [PASSES]),
        (("with: worker", "moment: first-impression, with: desk"), []),
        (("actor: worker", "channel: portal", "actor: desk"), [PASSES]),
    ],
)
def test_a_later_hand_off_closes_it_and_who_seeks_goes_herself(
    steps: tuple[str, ...], told: list[str]
) -> None:
    found = between(*(f"action: S{i}, {step}" for i, step in enumerate(steps)))
    assert [each for each in found if each == PASSES] == told


@pytest.mark.parametrize(
    ("place", "who", "then", "told"),
    [
        ("room", "gp", "carer", ["Carer passes on to Family doctor"]),
        ("room", "barber", "carer", []),
        (
            "person",
            "gp",
            "carer",
            ["Carer passes on to Family doctor", "Family doctor passes on to Carer"],
        ),
        (
            "room",
            "gp",
            "worker",
            ["Carer passes on to Family doctor", "Family doctor passes on to Social worker"],
        ),
    ],
)
def test_who_only_visits_hands_nobody_back(
    place: str, who: str, then: str, told: list[str]
) -> None:
    found = between(
        f"action: A, actor: carer, channel: {place}",
        f"action: B, actor: {who}, channel: {place}",
        f"action: C, actor: {then}, channel: {place}",
    )
    assert found == told


@pytest.mark.parametrize(
    ("label", "told"),
    [("Fetches the drops", 1), ("Recoge la receta", 1), ("Odbiera leki", 1), ("Is examined", 2)],
)
def test_who_fetches_something_is_not_handed_over(label: str, told: int) -> None:
    steps = ("action: A, with: carer", f"action: {label}, with: pharmacist", "action: C, with: gp")
    found = between(*steps)
    assert len(found) == told
    assert ("Carer passes on to Family doctor" in found) is (told == 1)


@pytest.mark.parametrize(
    ("first", "second", "said"),
    [
        (
            "with: carer",
            "with: gp, handoff: gp",
            'to "Family doctor" stands at "B", where "Family doctor" already is',
        ),
        ("with: gp", "with: gp, handoff: gp", ""),
        ("with: carer", "with: [carer, gp], handoff: gp", ""),
        ("with: carer, handoff: gp", "with: gp", ""),
        (
            "with: carer",
            "with: gp, handoff: barber",
            'at "B" goes to "Barber", and no step',
        ),
    ],
)
def test_a_hand_off_at_its_takers_own_step_is_one_slip(first: str, second: str, said: str) -> None:
    text = a_map(
        f"action: A, {first}, channel: room",
        f"action: B, {second}, channel: room",
        "action: C, with: carer, channel: room",
        top=HOMES,
    )
    rules = [undeclared_handoff, handoff_mismatch]
    report = lint_files({MAP: text}, rules=rules, selection=Selection(select=("JM4",)))
    told = [each for each in report.diagnostics if each.rule.code == "JM409"]
    assert [said in each.message for each in told] == ([True] if said else [])
    if "already is" in said:
        assert [each.rule.code for each in report.diagnostics] == ["JM409"]
        assert told[0].help == 'move it to the step before, "A"'
    if "handoff: gp" in first:
        assert not report.diagnostics
