"""Names that lead nowhere, and what they may stand for by meaning rather than by letters."""

import pytest
from tests.linter.linting import helps, messages
from tests.linter.mending import mended

from journeymap.linter.rules.references.unknown_reference import unknown_reference

TOP = """\
title: Bank
language: en
personas: [{id: anna, name: Anna}]
stakeholders:
  - {id: partner, name: Her partner, kind: family}
  - {id: midwife, name: Midwife, kind: clinician}
  - {id: family-doctor, name: General practitioner, kind: clinician}
channels:
  - {id: email, name: E-mail}
  - {id: post, name: Letter post}
  - {id: phone, name: Phone}
  - {id: desk, name: Front desk}
steps:
  - {action: Reserves a car, with: midwife, channel: email}
  - {id: proves-identity, action: Shows a card, channel: post}
  - action: Goes home
    channel: desk
"""


def at(line: str) -> str:
    return f"{TOP}    {line}\n"


@pytest.mark.parametrize(
    ("line", "help_"),
    [
        ("instead_of: mail", "write email or post, whichever is meant, or define it"),
        ("instead_of: correo", "write email or post, whichever is meant"),
        ("instead_of: carta", "write post if that is meant"),
        ("instead_of: hotline", "write phone if that is meant"),
        ("instead_of: reception", "write desk if that is meant"),
        ("emotion: {anna: sad, husband: helpless}", "write partner if that is meant"),
        ("emotion: {husband: helpless}", "write partner if that is meant"),
        ("need: {anna: Rest, marido: Rest}", "write partner if that is meant"),
        ("with: wife", "write partner if that is meant"),
        ("with: gp", "write family-doctor, which nothing names now, if that is meant"),
        ("with: practitioner", "did you mean `family-doctor`"),
        ("handoff: {to: gp}", "write family-doctor, which nothing names now"),
        ("next: 2", 'write proves-identity if "Shows a card", step 2 of the map, is meant'),
        ("next: {to: 1, share: 4 %}", 'write reserves-a-car if "Reserves a car", step 1'),
        ("next: step 2", "write proves-identity"),
        ("next: 9", "the map has 3 steps: write the id of one of them"),
        ("next: books-a-car", 'write reserves-a-car if "Reserves a car" is meant, or give it id:'),
        ("next: reserves-the-car", "did you mean `reserves-a-car`?"),
        ("next: a-car", "or give it id: a-car"),
    ],
)
def test_what_is_meant_is_named(line: str, help_: str) -> None:
    (message,) = messages(at(line), rule=unknown_reference)
    (said,) = helps(at(line), rule=unknown_reference)
    assert help_ in f"{message}; {said}"


@pytest.mark.parametrize(
    ("line", "unsaid"),
    [
        ("emotion: {anna: sad, nurse: helpless}", "feeling with its value"),
        ("emotion: {anna: sad, nurse: helpless}", "to `with`"),
        ("emotion: {husband: helpless}", "feeling with its value"),
        ("with: surgeon", "family-doctor, which"),
        ("with: surgeon", "partner if that"),
        ("next: calls-a-taxi", "is meant"),
        ("next: waits", "is meant"),
        ("instead_of: fone", "is meant"),
        ("with: cousin", "is meant"),
    ],
)
def test_nothing_is_guessed_without_a_reason(line: str, unsaid: str) -> None:
    (said,) = helps(at(line), rule=unknown_reference)
    assert unsaid not in said


def test_a_feeling_with_its_value_is_still_told_as_one() -> None:
    assert "emotion: angry -1" in helps(at("emotion: {angry: -2}"), rule=unknown_reference)[0]


@pytest.mark.parametrize(
    "line", ["channel: mail", "channel: letter", "channel: hotline", "with: wife"]
)
def test_a_word_that_means_something_itself_is_renamed_by_no_safe_fix(line: str) -> None:
    text = f"journeymap: 1\n{TOP}  - action: Pays\n    {line}\n"
    assert mended(text) == text


def test_a_misspelt_channel_is_mended_still() -> None:
    text = f"journeymap: 1\n{TOP}  - action: Pays\n    channel: phoen\n"
    assert mended(text).endswith("channel: phone\n")
