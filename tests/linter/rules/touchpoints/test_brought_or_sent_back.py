"""What the persona brings herself, and many who go back where nobody has an idea."""

import pytest
from tests.linter.linting import helps, messages

from journeymap.linter.rules.touchpoints.incomplete_handoff import incomplete_handoff
from journeymap.linter.rules.touchpoints.repeat_visit import repeat_visit

PEOPLE = "stakeholders: [{id: gp, kind: clinician}, {id: ward, kind: clinician}]\n"


@pytest.mark.parametrize(
    ("gives", "end"),
    [
        ("report", '; "report" is left to the persona to bring, at "Is examined"'),
        ("[report, x-ray]", '; "report" and "x-ray" are left to the persona to bring, at'),
        ("address", ", with no way to ask back"),
        ("[]", ", with no way to ask back"),
    ],
)
def test_what_she_brings_herself_is_told_with_what_does_not_go_along(gives: str, end: str) -> None:
    text = (
        f"title: A\n{PEOPLE}steps:\n"
        "- {action: Is referred, actor: gp, handoff: {to: ward, needs: [report, x-ray]}}\n"
        f"- {{action: Is examined, actor: ward, gives: {gives}}}\n"
    )
    (said,) = messages(text, rule=incomplete_handoff)
    assert end in said
    assert ("left to the persona" in said) == end.startswith(";")


@pytest.mark.parametrize(
    ("share", "ideas", "told"),
    [
        ("20 %", "[]", True),
        ("28 %", "{text: Check it, status: dropped}", True),
        ("28 %", "Check it", False),
        ("19 %", "[]", False),
    ],
)
def test_many_who_go_back_where_nobody_has_an_idea(share: str, ideas: str, told: bool) -> None:
    text = (
        "title: A\nsteps:\n- {id: a, action: Asks}\n"
        "- {action: Sends it, emotion: angry, pains: Wrong form, next: "
        f"{{to: a, share: {share}, why: copy}}, opportunities: {ideas}}}\n- Gets it\n"
    )
    (said,) = helps(text, rule=repeat_visit)
    assert ("and record what would: no idea is recorded at that step" in said) == told
