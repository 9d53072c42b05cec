"""Somebody who counts, at a moment or a low, of whom nothing is said there."""

import pytest
from tests.linter.linting import MAP, findings, lint_files, messages

from journeymap.linter.profiles import Selection
from journeymap.linter.rules.completeness.unheard_person import unheard_person
from journeymap.linter.rules.completeness.unheard_stakeholder import unheard_stakeholder
from journeymap.linter.rules.leverage.unserved_influencer import unserved_influencer

PEOPLE = (
    "title: A\npersona: dan\npersonas: [{id: dan, name: Dan}, {id: ruth, name: Ruth}]\n"
    "stakeholders:\n"
    "  - {id: gp, name: GP, kind: clinician, influence: 5, needs: Time}\n"
    "  - {id: nurse, name: Nurse, kind: staff, influence: 4, needs: Time}\n"
    "  - {id: son, name: Son, kind: family, influence: 4, needs: Rest}\n"
    "  - {id: ward, name: Ward, kind: organisation, influence: 5, needs: Beds}\n"
    "  - {id: boss, name: Boss, kind: staff, influence: 5}\n"
    "steps:\n"
)


def at(*steps: str) -> str:
    listed = (*steps, "action: Goes home, with: [gp, nurse, son, ward]")
    return PEOPLE + "".join(f"  - {{{step}}}\n" for step in listed)


@pytest.mark.parametrize(
    ("who", "is_told"),
    [
        ("ruth", True),
        ("gp", True),
        ("son", True),
        ("nurse", False),
        ("ward", False),
        ("boss", False),
    ],
)
def test_who_counts_at_a_moment(who: str, is_told: bool) -> None:
    text = at(f"action: Hears it, with: {who}, moment: truth")
    assert bool(messages(text, rule=unheard_person)) == is_told


@pytest.mark.parametrize(
    ("step", "is_told"),
    [
        ("moment: critical", True),
        ("emotion: frustrated", True),
        ("emotion: [pleased, angry]", True),
        ("emotion: neutral", False),
        ("need: Help", False),
        ("emotion: {dan: pleased, gp: angry}", False),
        ("moment: critical, need: {gp: Quiet}", False),
        ("moment: critical, thought: {gp: Hm}", False),
        ("moment: critical, quote: {gp: Hm}", False),
        ("moment: critical, pains: {text: p, of: gp}", False),
        ("moment: critical, need: {dan: Quiet}", True),
        ("emotion: sad, expected: 2, perceived: 4", False),
    ],
)
def test_what_is_said_of_somebody_at_a_step(step: str, is_told: bool) -> None:
    text = at(f"action: Hears it, with: gp, {step}")
    assert bool(messages(text, rule=unheard_person)) == is_told


def test_one_word_at_any_moment_will_do_and_each_is_told_once_at_the_first() -> None:
    steps = [f"action: {name}, with: [ruth, gp], moment: truth" for name in "ABC"]
    said = (
        'takes part in "A", a declared moment, and nothing is said of what they need or feel there'
    )
    assert findings(at(*steps), rule=unheard_person) == [
        (11, 14, f'"Ruth" {said}'),
        (11, 14, f'"GP" (influence 5 of 5) {said}'),
    ]
    heard = at(*steps[:2], "action: C, with: [ruth, gp], moment: truth, need: {ruth: x, gp: y}")
    assert messages(heard, rule=unheard_person) == []


def test_where_nobody_is_chosen_or_all_are_no_persona_is_the_second() -> None:
    step = "action: A, with: ruth, moment: truth"
    for said in ("", "persona: [dan, ruth]\n", "persona: dan\nstate: desired\n"):
        assert messages(at(step).replace("persona: dan\n", said), rule=unheard_person) == []


def test_who_is_not_heard_is_not_told_to_be_unserved_as_well() -> None:
    step = "action: A, with: gp, emotion: sad, opportunities: x"
    rules = [unheard_person, unserved_influencer]
    select = Selection(select=("JM224", "JM903"))
    unheard = lint_files({MAP: at(step)}, rules=rules, selection=select).diagnostics
    assert [each.rule.name for each in unheard] == ["unheard-person"]
    text = at(f"{step}, need: {{gp: x}}")
    heard = lint_files({MAP: text}, rules=rules, selection=select).diagnostics
    assert [each.rule.name for each in heard] == ["unserved-influencer"]


@pytest.mark.parametrize(
    ("person", "step", "is_told"),
    [
        ("kind: payer, influence: 4", "action: Pays", True),
        ("kind: organisation, influence: 5", "action: Pays", True),
        ("kind: family, influence: 4, needs: Rest", "action: Pays", True),
        ("kind: family, influence: 5", "action: Pays", True),
        ("kind: other, influence: 4", "action: Pays", True),
        ("kind: family, influence: 5", "action: Pays, with: bank", False),
        ("kind: payer, influence: 3", "action: Pays", True),
        ("kind: payer, influence: 2", "action: Pays", False),
        ("kind: payer", "action: Pays", False),
        ("kind: competitor, influence: 5", "action: Pays", False),
        ("kind: payer, influence: 5", "action: Pays, with: bank", False),
        ("kind: payer, influence: 5", "action: Pays, actor: bank", False),
        ("kind: payer, influence: 5", "action: Pays, handoff: {to: bank}", False),
        ("kind: payer, influence: 5", "action: Pays, emotion: {bank: sad}", False),
        ("kind: payer, influence: 5", "action: Pays, opportunities: {text: A, for: bank}", False),
        ("kind: payer, influence: 5", "action: Pays, with: clerk", False),
    ],
)
def test_somebody_of_great_influence_whom_no_step_names(
    person: str, step: str, is_told: bool
) -> None:
    text = (
        f"title: A\nstakeholders:\n  - {{id: bank, name: Guarantee bank, {person}}}\n"
        "  - {id: clerk, name: Clerk, kind: staff, part_of: bank, needs: Time}\n"
        f"steps: [{{{step}}}]\n"
    )
    found = findings(text, rule=unheard_stakeholder)
    away = [line for line, _, said in found if said.startswith('no step names "Guarantee bank"')]
    assert away == ([3] if is_told else [])


def test_those_whom_no_step_names_are_one_finding() -> None:
    text = (
        "title: A\nstakeholders:\n  - {id: a, name: A, kind: payer, influence: 4}\n"
        "  - {id: b, name: B, kind: payer, influence: 5}\nsteps: [{action: Pays}]\n"
    )
    assert messages(text, rule=unheard_stakeholder) == [
        'no step names "A" (influence 4 of 5) and "B" (influence 5 of 5)'
    ]
    assert messages(f"state: desired\n{text}", rule=unheard_stakeholder) == []
