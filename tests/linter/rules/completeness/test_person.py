"""Rules about whose journey it is: missing-persona, thin-persona, absent-persona."""

import pytest
from tests.linter.linting import findings

from journeymap.linter.rules.completeness.absent_persona import absent_persona
from journeymap.linter.rules.completeness.missing_persona import missing_persona
from journeymap.linter.rules.completeness.thin_persona import thin_persona

TWO = "journeymap: 1\npersonas:\n  - {id: ann, name: Ann}\n  - {id: bob, name: Bob}\n"
PROFILE = "demographics: {age: 40}, motivations: [a], goals: [b], frustrations: [c]"


def a_map(*lines: str) -> str:
    return "\n".join(("title: Clinic", *lines, "steps: [Calls]", ""))


def test_a_map_without_anybody_is_told_at_its_first_line() -> None:
    [(line, column, message)] = findings(f"# note\n{a_map()}", rule=missing_persona)
    assert (line, column) == (2, 1)
    assert message == "the map does not say whose journey it is"


def test_several_personas_of_a_library_need_one_chosen() -> None:
    files = {"our.library.yaml": TWO}
    [(_, _, message)] = findings(a_map("uses: our.library.yaml"), rule=missing_persona, files=files)
    assert message.startswith("there are 2 personas")
    chosen = a_map("uses: our.library.yaml", "persona: bob")
    assert findings(chosen, rule=missing_persona, files=files) == []


@pytest.mark.parametrize(
    "said",
    [
        "persona: Mia",
        "personas: Mia",
        "personas: [{name: [Mia]}]",  # it cannot be read, so nobody knows
        "personas: [[Mia]]",
        "persona: [Mia, Leo]",
        "personas: [Mia, Leo]\npersona: Max",  # told as an unknown reference
    ],
)
def test_a_point_of_view_that_is_there_in_any_form_is_not_missing(said: str) -> None:
    assert findings(a_map(said), rule=missing_persona) == []


LOW = "steps: [Calls, {action: Waits, emotion: angry}, {action: Pays, leaks: 5 %}]\n"
WHY = "which would tell why it is hard at"


def thin(*lines: str, steps: str = LOW) -> list[tuple[int, int, str]]:
    return findings("\n".join(("title: Clinic", *lines, steps)), rule=thin_persona)


def test_what_would_explain_a_low_is_asked_for() -> None:
    ((line, column, said),) = thin("personas: [{name: Mia, demographics: {age: 40}}]")
    assert (line, column) == (2, 19)
    assert said.startswith('nothing is said of the motivations, goals or frustrations of "Mia", ')
    assert {'"Waits"', '"Pays"'} <= {*said.split(f"{WHY} ")[1].split(" and ")}


@pytest.mark.parametrize("field", ["goals: [a]", "motivations: [a]", "frustrations: [a]"])
def test_one_thing_that_explains_is_enough(field: str) -> None:
    assert thin(f"personas: [{{name: Mia, {field}}}]") == []


@pytest.mark.parametrize("step", ["{action: A, emotion: pleased}", "A", "{action: A, emotion: 0}"])
def test_where_nothing_is_to_be_explained_nothing_is_asked(step: str) -> None:
    assert thin("personas: [Mia]", steps=f"steps: [{step}]\n") == []


def test_a_persona_who_is_only_named_is_thin_as_well() -> None:
    [(line, column, _)] = thin("persona: Mia")
    assert (line, column) == (2, 10)


SERVED = (
    "stakeholders: [{id: gp, name: GP, kind: clinician}]\n"
    "channels: [{id: web, name: Web, kind: digital}, {id: app, name: App, kind: digital}, "
    "{id: line, name: Line, kind: phone}]\n"
    "steps: [{action: A, with: gp, channel: web}, {action: B, with: gp, channel: CHANNEL}]\n"
)


@pytest.mark.parametrize(
    ("channel", "profile", "asked"),
    [
        ("line", "goals: [a]", True),
        ("app", "goals: [a]", False),
        ("line", "goals: [a], preferences: {channels: phone}", False),
        ("line", "goals: [a], preferences: {language: es}", True),
    ],
)
def test_preferences_are_asked_for_where_channels_differ(
    channel: str, profile: str, *, asked: bool
) -> None:
    found = thin(f"personas: [{{name: Mia, {profile}}}]", steps=SERVED.replace("CHANNEL", channel))
    told = 'nothing is said of the channels that "Mia" prefers, so that nobody can tell whether '
    assert [said for *_, said in found] == ([f'{told}"Web" and "Line" suit'] if asked else [])


def test_each_persona_of_the_map_is_asked_about_and_none_of_a_library() -> None:
    files = {"our.library.yaml": TWO}
    lines = (
        "uses: our.library.yaml",
        "persona: ann",
        "personas: [{name: F, goals: [a]}, Mia, Leo]",
    )
    text = "\n".join(("title: Clinic", *lines, LOW))
    assert findings(text, rule=thin_persona, files=files) == []
    assert findings(text.replace("persona: ann", "persona: [mia, leo]"), rule=thin_persona) != []


def test_a_part_of_a_profile_that_cannot_be_read_is_not_missing() -> None:
    assert thin("personas: [{name: Mia, goals: {a: b}}]") == []


OFF, ON = "{action: Types, offstage: true}", "Waits"


def staged(*stages: list[str]) -> str:
    named = (f"  - {{name: S{i}, steps: [{', '.join(s)}]}}" for i, s in enumerate(stages, 1))
    return "\n".join(("title: Clinic", "stages:", *named, ""))


def test_half_of_the_map_is_told_once() -> None:
    assert findings(staged([OFF, OFF], [ON, ON]), rule=absent_persona) == [
        (1, 1, "the persona is offstage in 2 of 4 steps")
    ]


def test_a_stage_is_told_at_its_name() -> None:
    assert findings(staged([ON, ON], [OFF], [ON, OFF, ON]), rule=absent_persona) == [
        (4, 12, 'the persona is offstage for the whole of "S2"')
    ]


def test_single_steps_an_empty_stage_and_a_map_without_stages_are_left_alone() -> None:
    assert findings(staged([ON, OFF, ON], [], [ON]), rule=absent_persona) == []
    assert findings(f"title: C\nsteps: [{ON}, {OFF}, {ON}]\n", rule=absent_persona) == []


def test_a_map_without_stages_can_have_lost_the_persona() -> None:
    [(line, _, message)] = findings(f"title: C\nsteps: [{ON}, {OFF}]\n", rule=absent_persona)
    assert (line, message) == (1, "the persona is offstage in 1 of 2 steps")
