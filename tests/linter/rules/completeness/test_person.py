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


def test_what_a_persona_lacks_is_named() -> None:
    text = a_map("personas:", "  - name: Mia", "    goals: [eat again]", "    motivations: [work]")
    assert findings(text, rule=thin_persona) == [
        (3, 11, 'nothing is said of the demographics or frustrations of "Mia"')
    ]


def test_a_persona_who_is_only_named_is_thin_as_well() -> None:
    [(line, column, _)] = findings(a_map("persona: Mia"), rule=thin_persona)
    assert (line, column) == (2, 10)


def test_each_persona_of_the_map_is_asked_about_and_none_of_a_library() -> None:
    files = {"our.library.yaml": TWO}
    text = a_map(
        "uses: our.library.yaml",
        "persona: ann",
        f"personas: [{{name: Full, {PROFILE}}}, Mia, Leo]",
    )
    found = findings(text, rule=thin_persona, files=files)
    ((line, _, said),) = found
    assert (line, said.count("nothing is said")) == (4, 1)
    assert '"Mia"; nor of the' in said
    assert said.endswith('"Leo"')


@pytest.mark.parametrize(
    ("person", "asked"),
    [
        ("name: 'Tom, 56', segment: only child", False),
        ("name: 'Tom, 56'", True),
        ("name: Tom, segment: only child", True),
        ("name: 'Tom, 56', segment: only child, demographics: {home: Leeds}", False),
    ],
)
def test_an_age_in_the_name_with_a_segment_is_demographics(person: str, asked: bool) -> None:
    text = a_map("persona: tom", f"personas: [{{id: tom, {person}}}]")
    ((_, _, said),) = findings(text, rule=thin_persona)
    assert ("demographics" in said) is asked


def test_a_part_of_a_profile_that_cannot_be_read_is_not_missing() -> None:
    profile = PROFILE.replace("{age: 40}", "[40]")
    assert findings(a_map(f"personas: [{{name: Mia, {profile}}}]"), rule=thin_persona) == []


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
