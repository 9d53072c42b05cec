"""bad-first-impression, and the moment that declares which step is the first impression."""

import pytest
from tests.linter.linting import MAP, findings, helps, lint_files, messages

from journeymap.linter.rules.experience.bad_first_impression import bad_first_impression
from journeymap.linter.rules.experience.unexplained_low import unexplained_low
from journeymap.linter.rules.experience.unmet_expectation import unmet_expectation
from journeymap.linter.rules.experience.unrated_first_impression import unrated_first_impression
from journeymap.words.labels import label

PEOPLE = (
    "stakeholders: [{id: gp, name: GP, kind: clinician, influence: 4}, {id: son, name: Her son}]"
)
BAD = "emotion: frustrated, pains: Nobody answers"


def a_map(*steps: str, top: str = "persona: Ann") -> str:
    """A map whose first step stands in line 5."""
    lines = "\n".join(f"  - {{action: Step {i}, {step}}}" for i, step in enumerate(steps, 1))
    return f"title: Clinic\n{top}\n{PEOPLE}\nsteps:\n{lines}\n"


def test_the_first_contact_is_told_with_what_speaks_against_it() -> None:
    text = a_map("emotion: -2, pains: Toothache", f"with: gp, {BAD}, expected: 4, perceived: 3")
    assert findings(text, rule=bad_first_impression) == [
        (
            6,
            14,
            (
                '"Step 2", the first step with the service on this map, makes a bad impression: '
                'a low moment (frustrated); expected 4, perceived 3 of 5, assumed; "Nobody answers"'
            ),
        )
    ]
    assert helps(text, rule=bad_first_impression) == [
        "look for an idea here before what comes later"
    ]
    idea = text.replace("perceived: 3", "perceived: 3, opportunities: Call back")
    assert 'act on "Call back", recorded here' in helps(idea, rule=bad_first_impression)[0]


@pytest.mark.parametrize(
    ("step", "told"),
    [
        (BAD, True),
        ("emotion: [hopeful, petrified -2], pains: Nobody answers", False),
        ("emotion: [hopeful, petrified -2], expected: 5, perceived: 1", False),
        ("emotion: [angry, petrified -2], pains: Nobody answers", True),
        ("emotion: [neutral, petrified -2], pains: Nobody answers", True),
        ("moment: first-impression, emotion: [hopeful, afraid -2], pains: Nobody answers", True),
        ("emotion: frustrated, expected: 4, perceived: 3", True),
        ("pains: Nobody answers, expected: 4, perceived: 3", True),
        ("expected: 5, perceived: 3", True),
        ("expected: 4, perceived: 3", False),
        ("emotion: anxious", False),
        ("emotion: relieved, pains: Far away", False),
        ("emotion: -0.5, pains: Far away", False),
        ("emotion: frustrated, pains: {text: Too few staff, of: gp}", False),
        ("emotion: frustrated, expected: 2, perceived: 3", False),
        ("emotion: shattered, pains: Far away", False),
        ("perceived: 1", False),
    ],
)
def test_fear_alone_is_no_bad_impression_nor_is_a_pain_alone(step: str, told: bool) -> None:
    assert len(messages(a_map(f"with: gp, {step}"), rule=bad_first_impression)) == told


def test_a_later_contact_is_not_meant_nor_one_behind_the_scenes_or_without_the_service() -> None:
    fine = a_map("with: gp, emotion: pleased", f"with: gp, {BAD}")
    assert messages(fine, rule=bad_first_impression) == []
    assert messages(a_map(f"with: son, {BAD}"), rule=bad_first_impression) == []
    behind = a_map(f"actor: gp, offstage: true, {BAD}", "with: gp, emotion: pleased")
    assert messages(behind, rule=bad_first_impression) == []
    assert (
        messages(a_map(f"with: gp, {BAD}", top="state: desired"), rule=bad_first_impression) == []
    )


def test_a_declared_first_impression_comes_before_the_computed_one() -> None:
    moment = "moment: [critical, first-impression]"
    text = a_map("with: gp, emotion: pleased", f"{moment}, {BAD}")
    assert [line for line, *_ in findings(text, rule=bad_first_impression)] == [6]
    moved = a_map(f"with: gp, {BAD}", f"{moment}, emotion: pleased")
    assert messages(moved, rule=bad_first_impression) == []
    (said,) = messages(text, rule=bad_first_impression)
    assert said.startswith('"Step 2", declared as the first impression, makes a bad impression')
    unserved = a_map(BAD, f"with: son, {moment}", "emotion: pleased")
    assert [line for line, *_ in findings(unserved, rule=unrated_first_impression)] == [6]


def test_of_several_personas_it_is_told_of_whom_it_is_true() -> None:
    two = "personas: [{id: dan, name: Dan}, {id: ruth, name: Ruth}]\npersona: [dan, ruth]"
    both = a_map(f"with: gp, {BAD}", top=two)
    assert len(messages(both, rule=bad_first_impression)) == 1
    apart = BAD.replace("frustrated", "{dan: frustrated, ruth: relieved}")
    (said,) = messages(a_map(f"with: gp, {apart}", top=two), rule=bad_first_impression)
    assert said.startswith('Dan: "Step 1", the first step with the')
    only = a_map(f"with: gp, only: ruth, {BAD}", "with: gp, emotion: pleased", top=two)
    (said,) = messages(only, rule=bad_first_impression)
    assert said.startswith("Ruth: ")


def test_it_stands_for_the_gap_and_the_low_and_loses_nobody_elses() -> None:
    rules = [bad_first_impression, unmet_expectation, unexplained_low]
    step = "with: gp, emotion: frustrated, expected: {ann: 4, gp: 4}, perceived: {ann: 1, gp: 2}"
    report = lint_files({MAP: a_map(step)}, rules=rules)
    (found,) = report.diagnostics
    assert found.rule.name == "bad-first-impression"
    assert found.message.endswith(
        "expected 4, perceived 1 of 5, assumed; GP: expected 4, perceived 2 of 5, assumed"
    )


@pytest.mark.parametrize(
    ("language", "words"),
    [("en", "first impression"), ("es", "primera impresión"), ("pl", "pierwsze wrażenie")],
)
def test_the_moment_has_a_name_in_every_language(language: str, words: str) -> None:
    assert label("first-impression", language) == words
