"""leverage-point: whose step it is, how far its idea has come, and what is named first."""

import pytest
from tests.linter.linting import MAP, helps, lint_files
from tests.linter.rules.leverage.test_leverage_point import BAD, FINE, a_map

from journeymap.linter.rules.leverage.leverage_point import leverage_point
from journeymap.linter.rules.touchpoints.repeat_visit import repeat_visit

PARTIES = (
    "persona: Ann\nstakeholders: [{id: home, name: Home, kind: organisation}, "
    "{id: nurse, name: Nurse, kind: staff, part_of: home}, "
    "{id: fund, name: Fund, kind: payer}, {id: court, name: Court, kind: organisation}]"
)


@pytest.mark.parametrize(
    ("who", "whose"),
    [
        ("with: fund", "Fund"),
        ("actor: court", "Court"),
        ("actor: fund, with: nurse", None),
        ("with: nurse", None),
        ("with: her-son", None),
    ],
)
def test_of_a_step_that_another_house_serves_alone_it_says_so(who: str, whose: str | None) -> None:
    text = a_map(f"{FINE}, with: home", f"{FINE}, with: nurse", f"{BAD}, {who}", top=PARTIES)
    (help_,) = helps(text, rule=leverage_point)
    told = f'; "{whose}" serves here: not yours to change alone'
    assert help_.endswith(told) is (whose is not None)


@pytest.mark.parametrize(("status", "act"), [("idea", "act on"), ("testing", "finish the test of")])
def test_what_is_to_do_with_an_idea_follows_from_how_far_it_has_come(status: str, act: str) -> None:
    idea = f"opportunities: {{text: Ring, impact: 4, effort: 2, status: {status}}}"
    (told,) = lint_files({MAP: a_map(FINE, f"{BAD}, {idea}")}, rules=[leverage_point]).diagnostics
    assert told.help.startswith(f'first of all, {act} "Ring"')
    assert told.gist == f'"Step 2": {act} "Ring"'


@pytest.mark.parametrize(
    ("way", "first"),
    [
        ("share: 30 %", "30 of 100 who come here go back, and nobody says why"),
        ("share: 30 %, why: no stamp", "30 of 100 who come here go back"),
        ("share: 10 %", "importance 5, expected 4, perceived 2 of 5"),
    ],
)
def test_many_who_go_back_are_the_first_thing_said(way: str, first: str) -> None:
    text = a_map(FINE, f"{BAD}, next: {{to: step-1, {way}}}", FINE)
    (told,) = lint_files({MAP: text}, rules=[leverage_point, repeat_visit]).diagnostics
    assert told.reasons[0].removesuffix(", and no idea is recorded at that step") == first
