"""Unknown references, shared ids, unused definitions, near names and absent people."""

import pytest
from tests.linter.linting import findings, helps, lint_files, messages

from journeymap.authoring import Rule
from journeymap.linter.rules.references.absent_feeling import absent_feeling
from journeymap.linter.rules.references.duplicate_id import duplicate_id
from journeymap.linter.rules.references.near_name import near_name
from journeymap.linter.rules.references.unknown_reference import unknown_reference
from journeymap.linter.rules.references.unused_definition import unused_definition

TOP = """\
title: Dental clinic
personas: [{id: maria, name: María}]
stakeholders: [{id: gp, name: General practitioner}, {id: son, name: Her son}]
channels: [{id: phone, name: Phone}, {id: letter, name: Letter}]
information: [Medication]
metrics: [{id: wait, name: Wait}]
evidence: [{id: study, kind: survey}]
steps:
  - id: books
    action: Books online
    pains: [{id: no-slot, text: No slot}]
  - id: visits
    action: Visits the clinic
"""


def at(line: str) -> str:
    """A map with a last line that belongs to its last step, line 14 from column 5."""
    return f"{TOP}    {line}\n"


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("actor: gb", "`gb` names no person; did you mean `gp`?"),
        ("with: [gp, phone]", "`phone` is a channel, not a person"),
        ("with: gp, son", "`gp, son` names no person: a comma does not separate names here"),
        ("actor: gp, son", "`gp, son` names no person: only one fits here"),
        ("channel: phon", "`phon` names no channel; did you mean `phone`?"),
        ("instead_of: web", "`web` names no channel"),
        ("need: {gpp: Speed}", "`gpp` names no person; did you mean `gp`?"),
        ("expected: {sun: 4}", "`sun` names no person; did you mean `son`?"),
        ("gives: medicaton", "`medicaton` names no information item; did you mean `medication`?"),
        ("reuses: [letter]", "`letter` is a channel, not an information item"),
        ("metrics: [{metric: wiat}]", "`wiat` names no metric; did you mean `wait`?"),
        ("evidence: [study, talk]", "`talk` names no evidence"),
        ("handoff: {to: nobody}", "`nobody` names no person"),
        ("handoff: {to: gp, carries: x-ray}", "`x-ray` names no information item"),
        ("next: {to: boks}", "`boks` names no step; did you mean `books`?"),
        ("next: {to: Books online}", "`Books online` names no step; did you mean `books`?"),
        ("recovers: no-slots", "`no-slots` names no pain or step; did you mean `no-slot`?"),
        ("opportunities: {text: A, solves: books}", "`books` is a step, not a pain"),
        ("opportunities: {text: A, for: patients}", "`patients` names no person"),
        ("pains: {text: A, of: [dad]}", "`dad` names no person"),
    ],
)
def test_an_unknown_name_is_told(line: str, message: str) -> None:
    ((place, _, said),) = findings(at(line), rule=unknown_reference)
    assert place == 14
    assert said == message


@pytest.mark.parametrize(
    "line",
    [
        "actor: General Practitioner",
        "with: [María, son]",
        "channel: [PHONE, Letter]",
        "next: [{to: end}, {to: books}]",
        "recovers: [no-slot, books]",
        "leaks: {to: nobody knows}",
        "emotion: {maria: sad}",
        "pains: [Too late]",
    ],
)
def test_a_known_name_is_fine(line: str) -> None:
    assert findings(at(line), rule=unknown_reference) == []


@pytest.mark.parametrize(
    ("top", "known"),
    [
        ("channels: [Phone]", False),
        ("information: [Name]", True),
        ("personas: [Anna]", True),
        ("", True),
    ],
)
def test_channels_are_free_until_one_is_defined(top: str, known: bool) -> None:
    text = f"title: A\n{top}\nsteps: [{{action: B, channel: letter}}]\n"
    assert (findings(text, rule=unknown_reference) == []) is known


@pytest.mark.parametrize(
    ("top", "known"),
    [
        ("stakeholders: [Dentist]", False),
        ("personas: [Anna]", True),
        ("persona: sister", True),
        ("{persona: sister, stakeholders: [Dentist]}", True),
    ],
)
def test_people_are_free_until_a_stakeholder_is_defined(top: str, known: bool) -> None:
    fields = top.strip("{}").replace("], ", "]\n").replace("sister, ", "sister\n")
    text = f"title: A\n{fields}\nsteps: [{{action: B, with: sister}}]\n"
    assert (findings(text, rule=unknown_reference) == []) is known


def test_evidence_and_metrics_are_never_free() -> None:
    text = "title: A\nbased_on: talks\nreadings: wait\nsteps: [B]\n"
    assert [line for line, *_ in findings(text, rule=unknown_reference)] == [2, 3]


def test_a_channel_may_be_preferred_by_its_kind() -> None:
    text = (
        "title: A\nchannels: [Desk]\nsteps: [C]\n"
        "personas: [{name: B, preferences: {channels: CHANNEL}}]\n"
    )
    assert findings(text.replace("CHANNEL", "in-person"), rule=unknown_reference) == []
    assert len(findings(text.replace("CHANNEL", "by hand"), rule=unknown_reference)) == 1


@pytest.mark.parametrize(
    ("framework", "aligns", "count"),
    [
        ("care-pathway", "diagnosis", 0),
        ("care-pathway", "Diagnóstico", 0),
        ("care-pathway", "diagnoses", 1),
        ("care-path", "diagnosis", 1),
        ("", "diagnosis", 1),
    ],
)
def test_stages_align_with_the_framework_that_is_named(
    framework: str, aligns: str, count: int
) -> None:
    text = (
        f"title: A\nframework: {framework}\nstages: [{{name: B, aligns: {aligns}, steps: [C]}}]\n"
    )
    assert len(findings(text, rule=unknown_reference)) == count


def test_what_a_broken_list_may_define_is_not_unknown() -> None:
    text = (
        "title: A\nevidence: [{id: [study]}, {id: poll}]\nsteps: [{action: B, evidence: study}]\n"
    )
    assert findings(text, rule=unknown_reference) == []


def test_what_a_lost_library_may_define_is_not_unknown() -> None:
    text = (
        "title: A\nuses: [lost.library.yaml]\n"
        "steps: [{action: B, evidence: study, next: {to: C}}]\n"
    )
    assert messages(text, rule=unknown_reference) == ["`C` names no step"]


def test_a_library_may_refer_to_what_the_map_defines_that_uses_it() -> None:
    library = "stakeholders: [{id: gp, name: GP, evidence: [study, poll]}]\n"
    files = {
        "a.journey.yaml": "title: A\nuses: [b.library.yaml]\nevidence: [{id: study}]\nsteps: [B]\n"
    }
    found = findings(
        library, rule=unknown_reference, files=files, name="b.library.yaml", folder=True
    )
    assert [message for *_, message in found] == ["`poll` names no evidence"]


def test_few_known_names_are_listed() -> None:
    assert helps(at("instead_of: web"), rule=unknown_reference) == [
        "define it under `channels`, or write phone or letter"
    ]


@pytest.mark.parametrize(
    ("line", "place"),
    [
        ("pains: [{id: late, text: A}, {id: late, text: B}]", (14, 39)),
        ("opportunities: [{id: x, text: A}, {id: x, text: B}]", (14, 44)),
    ],
)
def test_an_id_twice_in_a_step(line: str, place: tuple[int, int]) -> None:
    assert [found[:2] for found in findings(at(line), rule=duplicate_id)] == [place]


def test_a_pain_id_of_two_steps_matters_when_it_is_referred_to_from_a_third_one() -> None:
    both = at("pains: [{id: no-slot, text: Again no slot}]")
    assert findings(both, rule=duplicate_id) == []
    assert findings(f"{both}    recovers: no-slot\n", rule=duplicate_id) == []
    third = f"{both}  - action: Is called back\n    recovers: no-slot\n"
    assert findings(third, rule=duplicate_id) == [(16, 15, "`no-slot` stands for 2 pains")]


def test_two_steps_may_have_the_same_words_until_one_is_referred_to() -> None:
    text = "title: A\nsteps:\n  - Waits\n  - Waits\n  - action: Leaves\n"
    assert findings(text, rule=duplicate_id) == []
    assert findings(f"{text}    next: waits\n", rule=duplicate_id) == [
        (6, 11, "`waits` stands for 2 steps")
    ]
    assert findings(f"{text}    next: waits-2\n", rule=duplicate_id) == []


def test_personas_and_stakeholders_share_their_ids() -> None:
    text = "title: A\npersonas: [Anna]\nstakeholders:\n  - {id: anna, name: B}\nsteps: [C]\n"
    assert findings(text, rule=duplicate_id) == [(4, 10, "`anna` is the id of two people")]


def test_a_map_and_its_library_or_two_libraries() -> None:
    text = "title: A\nuses: [b.library.yaml, c.library.yaml]\nchannels: [Phone]\nsteps: [B]\n"
    files = {
        "b.library.yaml": "channels: [Phone, {id: web, name: Site}]\n",
        "c.library.yaml": "channels: [{id: web, name: Web}]\n",
    }
    assert findings(text, rule=duplicate_id, files=files) == [
        (2, 24, "`web` is defined in c.library.yaml and in b.library.yaml"),
        (3, 12, "`phone` is defined here and in b.library.yaml"),
    ]


def test_the_first_of_two_is_shown_where_it_stands() -> None:
    files = {
        "a.journey.yaml": "title: A\nuses: b.library.yaml\nchannels: [Phone]\nsteps: [B]\n",
        "b.library.yaml": "title: Words\nchannels: [Phone]\n",
    }
    report = lint_files(files, rules=[duplicate_id])
    (place,) = report.diagnostics[0].related
    assert (place.file.shown, place.start.line, place.start.column) == ("b.library.yaml", 2, 12)


def test_the_protagonist_is_used_and_stakeholders_are_not_asked_for() -> None:
    text = at("channel: [phone, letter]").replace("Her son}]", "Her son}, Nobody]")
    found = messages(text, rule=unused_definition)
    assert found == [
        'no step lists "Medication" as given, got or needed',
        "nothing refers to the metric `wait`",
        "nothing refers to the evidence `study`",
    ]


def test_a_second_persona_is_unused_once_one_is_chosen() -> None:
    text = "title: A\npersonas: [Anna, Ben]\nsteps: [B]\n"
    assert findings(text, rule=unused_definition) == []
    chosen = f"persona: anna\n{text}"
    assert messages(chosen, rule=unused_definition) == ["nothing refers to the persona `ben`"]


def test_a_misspelt_reference_still_counts_as_a_use() -> None:
    text = "title: A\nchannels: [Phone]\nsteps: [{action: B, channel: phon}]\n"
    assert findings(text, rule=unused_definition) == []


def channels(*names: str) -> str:
    return "title: A\nsteps:\n" + "".join(f"  - {{action: B, channel: {name}}}\n" for name in names)


@pytest.mark.parametrize(
    ("names", "lines"),
    [
        (("phone", "phone", "pohne"), [5]),
        (("pohne", "phone", "phone"), [3]),
        (("letter", "letters"), [4]),
        (("visit 1", "visit 2"), []),
        (("web", "wep"), []),
        (("phone", "Phone"), []),
        (("chat", "mail"), []),
        (("mails",) * 3 + ("mail",) * 3, []),
        (("mails",) * 3 + ("mail",) * 2, [6]),
    ],
)
def test_free_names_one_letter_apart(names: tuple[str, ...], lines: list[int]) -> None:
    assert [line for line, *_ in findings(channels(*names), rule=near_name)] == lines


def test_defined_names_are_not_compared() -> None:
    text = channels("letter", "letters") + "channels: [Letter, Letters]\n"
    assert findings(text, rule=near_name) == []


def test_a_free_name_near_the_persona() -> None:
    text = "title: A\npersonas: [Maria]\nsteps: [{action: B, with: mara}]\n"
    assert findings(text, rule=near_name) == [(3, 27, "`mara` differs from `maria` by one letter")]
    felt = text.replace("with: mara", "need: {mara: Speed}")
    assert findings(felt, rule=near_name) == []  # nobody's need is told as of somebody unknown
    assert len(findings(felt, rule=unknown_reference)) == 1
    assert findings(felt, rule=absent_feeling) == []


def test_women_and_men_are_two() -> None:
    text = "title: A\nsteps: [{action: B, with: [hijo, hija, doctor, doctora]}]\n"
    assert findings(text, rule=near_name) == []


@pytest.mark.parametrize(
    ("line", "column"),
    [
        ("emotion: {maria: sad, gp: neutral}", 27),
        ("need: {General practitioner: Papers}", 12),
        ("thought: {son: Late}", 15),
        ("quote: {son: Late again}", 13),
    ],
)
def test_a_feeling_of_somebody_who_is_not_there(line: str, column: int) -> None:
    assert [found[:2] for found in findings(at(line), rule=absent_feeling)] == [(14, column)]


@pytest.mark.parametrize(
    "line",
    [
        "{emotion: {gp: sad}, actor: gp}",
        "{emotion: {maria: sad, son: sad}, with: [son]}",
        "{need: {gp: Papers}, handoff: {to: gp}}",
        "{need: Papers}",
        "{emotion: {gpp: sad}}",
        "{emotion: {gp: sad}, with: gp and son}",
        "{perceived: {gp: 4}}",
    ],
)
def test_a_feeling_of_somebody_who_is_there_or_unknown(line: str) -> None:
    text = TOP + f"  - {{action: Waits, {line[1:-1]}}}\n"
    assert findings(text, rule=absent_feeling) == []


def test_the_persona_offstage_feels_nothing() -> None:
    text = at("offstage: true\n    emotion: sad")
    assert findings(text, rule=absent_feeling) == [
        (15, 14, 'the persona has an emotion at "Visits the clinic" and is not there')
    ]


def test_what_a_library_refers_to_is_used() -> None:
    library = "evidence: [{id: study, kind: survey}]\nstakeholders: [{name: GP, evidence: study}]\n"
    files = {"a.journey.yaml": "title: A\nuses: b.library.yaml\nsteps: [B]\n"}
    name = "b.library.yaml"
    assert findings(library, rule=unused_definition, files=files, name=name, folder=True) == []


def test_a_name_that_is_defined_is_not_misspelt() -> None:
    text = "title: A\npersonas: [Marta, Marka]\nsteps: [{action: B, need: {marka: Speed}}]\n"
    assert findings(text, rule=near_name) == []


def test_the_map_goes_before_its_libraries_whoever_the_two_are() -> None:
    text = "title: A\nuses: b.library.yaml\nstakeholders: [GP]\nsteps: [{action: B, with: gp}]\n"
    files = {"b.library.yaml": "personas: [GP]\n"}
    assert findings(text, rule=duplicate_id, files=files) == [
        (3, 16, "`gp` is defined here and in b.library.yaml")
    ]


def test_that_two_share_an_id_is_told_where_they_stand_and_not_at_each_reference() -> None:
    text = "title: A\npersonas: [Anna]\nstakeholders: [Anna]\nsteps: [{action: B, with: anna}]\n"
    assert findings(text, rule=duplicate_id) == [(3, 16, "`anna` is the id of two people")]


def test_end_is_no_step_however_many_are_called_so() -> None:
    text = "title: A\nsteps: [{action: B, next: end}, End, End]\n"
    assert findings(text, rule=duplicate_id) == []


def test_a_label_of_a_framework_stage_is_sought_near_by() -> None:
    text = (
        "title: A\nframework: care-pathway\nstages: [{name: B, aligns: Tratamient, steps: [C]}]\n"
    )
    assert messages(text, rule=unknown_reference) == [
        "`Tratamient` names no framework stage; did you mean `treatment`?"
    ]


def test_similar_names_are_sought_for_the_first_hundred_unknown_ones() -> None:
    names = [f"{chr(97 + i % 26)}{i}x{i * 7919}" for i in range(120)]
    steps = "".join(f"  - {{action: B, channel: {name}qq}}\n" for name in names)
    text = f"title: A\nchannels: [{', '.join(names)}]\nsteps:\n{steps}"
    found = messages(text, rule=unknown_reference)
    assert [("did you mean" in message) for message in found] == [i < 100 for i in range(120)]


@pytest.mark.parametrize(
    ("top", "rule"),
    [(TOP, unknown_reference), ("title: T\nsteps:\n  - action: A\n", unknown_reference)],
)
@pytest.mark.parametrize("feeling", ["petrified", "angry", "numb", "w szoku"])
def test_a_feeling_in_place_of_a_person_is_told_as_what_it_is_not(
    top: str, rule: Rule, feeling: str
) -> None:
    (said,) = helps(f"{top}    emotion: {{{feeling}: -2}}\n", rule=rule)
    assert said.startswith(f"write emotion: {feeling} -1 if it is a feeling with its value")
