"""The sentence that says why a step presses."""

import pytest
from tests.analysis.reading import analyse

TOP = """
title: Clinic
language: {language}
personas: [{{id: ann, name: Ann}}]
stakeholders: [{{id: gp, name: GP, kind: clinician}}, {{id: specialist, name: Dr. Roe}}]
steps:
  - {{id: s, action: Waits, {fields}}}
  - {{id: t, action: Is seen{more}}}
"""


def why(fields: str, language: str = "en", more: str = "", *, scale: str = "") -> str:
    text = TOP.format(language=language, fields=fields, more=more) + scale
    return next(each for each in analyse(text).leverage if each.step.id == "s").why


def test_facts_come_first() -> None:
    fields = (
        "wait: 6 weeks, handoff: {to: specialist, needs: [blood results]}, leaks: [{share: 8 %}], "
        "emotion: worried, importance: 5, perceived: 1"
    )
    assert (
        why(fields) == "wait of 6 weeks, blood results not passed on, 8 of 100 leave, feels worried"
    )


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ("wait: 3 days, emotion: -1", "emotion −1"),
        ("handoff: {to: gp, needs: [a, b, c]}", "a, b and c not passed on"),
        ("leaks: [{share: 8 %}, {share: 4.5 %}]", "12.5 of 100 leave"),
        ("instead_of: website, gives: name", "tried first without success: website"),
        (
            "wait: 8 days, next: [{to: s, share: 20 %}]",
            "wait of 8 days, 20 of 100 have to repeat a step",
        ),
        ("wait: 1 day, next: [{to: s}]", "some have to repeat a step"),
        ("pains: [{text: Loud, severity: 3, probability: 2}]", "Loud (risk 6 of 16)"),
        ("importance: 5, perceived: 2", "importance 5, perceived 2 of 5"),
        ("expected: 4, perceived: 2", "expected 4, perceived 2 of 5"),
        (
            "importance: 5, expected: 4, perceived: 2",
            "importance 5, expected 4, perceived 2 of 5",
        ),
        ("actor: gp, emotion: {gp: hurried, ann: 0}", ""),
        ("emotion: pleased", ""),
    ],
)
def test_every_driver_has_its_words(fields: str, said: str) -> None:
    if "hurried" in fields:
        fields, said = fields.replace("hurried", "tired"), "GP: tired"
    found = why(fields, more=", emotion: 2")
    assert found.split("; ")[0] == said


def test_a_peak_and_an_end() -> None:
    assert why("emotion: -2", more=", emotion: 1") == "emotion −2, the lowest moment"
    text = "title: T\npersona: Ann\nsteps: [{action: A, emotion: -1}]"
    assert analyse(text).leverage[0].why == (
        "emotion −1, the lowest moment, the journey ends badly"
    )


def test_what_is_asked_again() -> None:
    text = "title: T\nsteps: [{action: A, gives: [name]}, {action: B, gives: [name]}]"
    assert analyse(text).leverage[0].why == "asked again: name"


def test_commas_inside_make_semicolons_between() -> None:
    assert why("wait: 8 days, importance: 5, perceived: 2") == (
        "wait of 8 days; importance 5, perceived 2 of 5"
    )


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("es", "espera de 8 days, 8 de cada 100 se van"),
        ("pl", "czekanie: 8 days, 8 na 100 odchodzi"),
        ("de", "wait of 8 days, 8 of 100 leave"),
    ],
)
def test_it_speaks_the_language_of_the_map(language: str, said: str) -> None:
    assert why("wait: 8 days, leaks: [{share: 8 %}]", language) == said


def test_top_box_ratings_are_told_in_points() -> None:
    found = why("importance: 9, expected: 4, perceived: 2", scale="scales: {rating: top-box}\n")
    assert found == "importance 9, expected 7.5, perceived 2 of 10"
