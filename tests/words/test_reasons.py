"""How reasons are said, in three languages, and pains that have commas and semicolons in them."""

import pytest
from tests.analysis.reading import analyse

from journeymap.analysis.reasons import ReasonKind
from journeymap.model.languages import LANGUAGES
from journeymap.words.reasons import joined, named, phrase, sentence

TOP = """
title: Clinic
language: {language}
personas: [{{id: ann, name: Ann}}]
stakeholders: [{{id: gp, name: GP, kind: clinician}}]
{scale}steps:
  - {{id: s, action: Waits, {fields}}}
  - {{id: t, action: Is seen{more}}}
"""


def said(
    fields: str, language: str = "en", more: str = ", emotion: 2", scale: str = ""
) -> dict[ReasonKind, str]:
    """The reasons of the step s, in the language of the map."""
    analysis = analyse(TOP.format(fields=fields, language=language, more=more, scale=scale))
    point = next(each for each in analysis.leverage if each.step.id == "s")
    return {each.kind: phrase(each, analysis.journey_map, language) for each in point.reasons}


PAIN = "pains: [{{text: Loud, kind: {}, severity: 3, probability: 2}}]"
EVERY = [
    (
        ReasonKind.HARM,
        PAIN.format("harm"),
        ("Loud (risk 6 of 16)", "Loud (riesgo 6 de 16)", "Loud (ryzyko 6 z 16)"),
    ),
    (
        ReasonKind.PAIN,
        PAIN.format("friction"),
        ("Loud (risk 6 of 16)", "Loud (riesgo 6 de 16)", "Loud (ryzyko 6 z 16)"),
    ),
    (
        ReasonKind.LONG_WAIT,
        "wait: 8 days",
        (
            "wait of 8 days after this step",
            "espera de 8 días después de este paso",
            "czekanie po tym kroku: 8 dni",
        ),
    ),
    (
        ReasonKind.CHANNEL_IN_VAIN,
        "instead_of: [web, app], gives: name",
        (
            "tried first without success: web and app",
            "intento en vano: web y app",
            "na próżno: web i app",
        ),
    ),
    (
        ReasonKind.WAY_BACK,
        "wait: 8 days, next: [{to: s, share: 20 %}]",
        (
            "20 of 100 who come here go back",
            "vuelven atrás 20 de cada 100 que llegan aquí",
            "wraca 20 na 100 osób, które tu trafiają",
        ),
    ),
    (
        ReasonKind.WAY_BACK,
        "wait: 1 day, next: [{to: s}]",
        ("some go back", "algunos vuelven atrás", "niektórzy wracają"),
    ),
    (
        ReasonKind.NOT_PASSED_ON,
        "handoff: {to: gp, needs: [a, b, c]}",
        ("not passed on: a, b and c", "sin transmitir: a, b y c", "nie przekazano: a, b i c"),
    ),
    (
        ReasonKind.LEAVING,
        "leaks: [{share: 8 %}, {share: 4.5 %}]",
        (
            "13 of 100 who come here leave",
            "se van 13 de cada 100 que llegan aquí",
            "rezygnuje 13 na 100 osób, które tu trafiają",
        ),
    ),
    (
        ReasonKind.FEELING,
        "emotion: worried",
        ("feels worried", "se siente worried", "czuje się: worried"),
    ),
    (ReasonKind.FEELING, "emotion: -1", ("emotion −1", "emoción −1", "emocje −1")),
    (
        ReasonKind.FEELING,
        "actor: gp, emotion: {gp: tired, ann: 0}",
        ("GP: tired", "GP: tired", "GP: tired"),
    ),
    (
        ReasonKind.LOWEST,
        "emotion: -2",
        ("the lowest moment", "el peor momento", "najgorszy moment"),
    ),
    (
        ReasonKind.RATINGS,
        "importance: 5, expected: 4, perceived: 2",
        (
            "importance 5, expected 4, perceived 2 of 5",
            "importancia 5, esperado 4, percibido 2 de 5",
            "ważność 5, oczekiwane 4, odczute 2 z 5",
        ),
    ),
]


@pytest.mark.parametrize(("kind", "fields", "words"), EVERY)
@pytest.mark.parametrize("language", [*LANGUAGES, "de"])
def test_every_kind_of_reason_has_its_words(
    language: str, kind: ReasonKind, fields: str, words: tuple[str, str, str]
) -> None:
    expected = words[LANGUAGES.index(language) if language in LANGUAGES else 0]
    assert said(fields, language)[kind] == expected


@pytest.mark.parametrize(
    ("language", "again", "lowest", "end"),
    [
        ("en", "asked again: name", "one of the 2 lowest moments", "the journey ends badly"),
        ("es", "se vuelve a pedir: name", "uno de los 2 peores momentos", "termina mal"),
        ("pl", "ponowne pytanie: name", "jeden z 2 najgorszych momentów", "kończy się źle"),
    ],
)
def test_what_takes_two_steps_has_its_words(
    language: str, again: str, lowest: str, end: str
) -> None:
    steps = "[{action: A, gives: name, emotion: -1}, {action: B, gives: name, emotion: -1}]"
    analysis = analyse(f"title: T\nlanguage: {language}\npersona: Ann\nsteps: {steps}")
    point = next(each for each in analysis.leverage if each.step.id == "b")
    words = {each.kind: phrase(each, analysis.journey_map, language) for each in point.reasons}
    assert words[ReasonKind.ASKED_AGAIN] == again
    assert words[ReasonKind.LOWEST] == lowest
    assert words[ReasonKind.BAD_ENDING] == end
    assert {*words} | {kind for kind, *_ in EVERY} == {*ReasonKind}


def test_top_box_ratings_are_in_points() -> None:
    words = said("importance: 9, expected: 4, perceived: 2", scale="scales: {rating: top-box}\n")
    assert words[ReasonKind.RATINGS] == "importance 9, expected 7.5, perceived 2 of 10"


def test_four_reasons_at_most_harm_first_in_the_language_of_the_map_or_another() -> None:
    fields = (
        "wait: 6 weeks, handoff: {to: gp, needs: [a]}, leaks: [{share: 8 %}], emotion: worried, "
        "importance: 5, perceived: 1, "
        "pains: [{text: Falls, kind: harm, severity: 1, probability: 1}]"
    )
    analysis = analyse(TOP.format(fields=fields, language="es", more="", scale=""))
    point = analysis.leverage[0]
    assert len(point.reasons) > len(named(point, analysis.journey_map))
    assert named(point, analysis.journey_map) == (
        "Falls (riesgo 1 de 16)",
        "importancia 5, percibido 1 de 5",
        "sin transmitir: a",
        "se van 8 de cada 100 que llegan aquí",
    )
    assert sentence(point, analysis.journey_map, "en") == (
        "Falls (risk 1 of 16); importance 5, perceived 1 of 5; not passed on: a; "
        "8 of 100 who come here leave"
    )


def test_nothing_to_say() -> None:
    analysis = analyse("title: T\nsteps: [A]")
    assert named(analysis.leverage[0], analysis.journey_map) == ()
    assert sentence(analysis.leverage[0], analysis.journey_map) == ""


@pytest.mark.parametrize(
    ("language", "quoted"),
    [
        ("en", "“Letters get lost; nobody calls back” (risk 6 of 16)"),
        ("es", "«Letters get lost; nobody calls back» (riesgo 6 de 16)"),
        ("pl", "„Letters get lost; nobody calls back” (ryzyko 6 z 16)"),
    ],
)
def test_a_pain_that_could_be_taken_for_two_reasons_is_quoted(language: str, quoted: str) -> None:
    pain = "pains: [{text: Letters get lost; nobody calls back, severity: 3, probability: 2}]"
    assert said(pain, language)[ReasonKind.PAIN] == quoted


def test_a_comma_divides_nothing() -> None:
    pain = 'pains: [{text: "Loud, hot, late", severity: 3, probability: 2}]'
    assert said(pain)[ReasonKind.PAIN] == "Loud, hot, late (risk 6 of 16)"


def test_braces_of_the_map_are_left_alone() -> None:
    pain = 'pains: [{text: "Is called {name}; twice", severity: 3, probability: 2}]'
    assert said(pain)[ReasonKind.PAIN] == "“Is called {name}; twice” (risk 6 of 16)"


def test_quotes_may_be_asked_for_and_stand_around_pains_alone() -> None:
    fields = "pains: [{text: Loud, severity: 3, probability: 2}], wait: 8 days"
    analysis = analyse(TOP.format(fields=fields, language="en", more="", scale=""))
    words = [
        phrase(each, analysis.journey_map, "en", '"{text}"')
        for each in analysis.leverage[0].reasons
    ]
    assert joined(words) == '"Loud" (risk 6 of 16); wait of 8 days after this step'


def test_a_plain_feeling_of_several_personas_is_nobodys_alone() -> None:
    top = (
        "title: Clinic\npersonas: [{id: dan, name: Dan}, {id: ruth, name: Ruth}]\n"
        "persona: [dan, ruth]\nsteps:\n  - {id: s, action: Waits, emotion: EMOTION}\n"
        "  - {action: Leaves, emotion: 2}\n"
    )
    told = {}
    for emotion in ("petrified -2", "{dan: calm, ruth: petrified -2}"):
        analysis = analyse(top.replace("EMOTION", emotion))
        point = next(each for each in analysis.leverage if each.step.id == "s")
        told[emotion] = sentence(point, analysis.journey_map, "en")
    plain, hers = told.values()
    assert "feels petrified" in plain
    assert "Dan" not in plain
    assert "Ruth: petrified" in hers


@pytest.mark.parametrize("back", [0.0, 0.5])
def test_who_leaves_of_those_who_come_again_is_told_of_each_time(back: float) -> None:
    way = f", next: [{{to: s, share: {back}}}, {{to: next}}]" if back else ""
    step = "{action: Calls, id: s, leaks: [{share: 10 %}]" + way + "}"
    analysis = analyse(f"title: T\nsteps: [{step}, Is seen]\n")
    said = {
        each
        for language in ("en", "es", "pl")
        for each in named(analysis.leverage[0], analysis.journey_map, language)
        if "10" in each
    }
    again = {
        "10 of 100 who come here leave, each time",
        "cada vez se van 10 de cada 100 que llegan aquí",
        "za każdym razem rezygnuje 10 na 100 osób, które tu trafiają",
    }  # fmt: skip
    once = {
        "10 of 100 who come here leave", "se van 10 de cada 100 que llegan aquí",
        "rezygnuje 10 na 100 osób, które tu trafiają",
    }  # fmt: skip
    assert said == (again if back else once)
