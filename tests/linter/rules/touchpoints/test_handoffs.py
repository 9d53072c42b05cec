"""The rules that hold hand-offs, and what goes on behind the scenes."""

import pytest
from tests.linter.linting import MAP, findings, helps, lint_files, messages

from journeymap.authoring.rule import Rule
from journeymap.linter.profiles import Selection
from journeymap.linter.rules.touchpoints.blueprint_silence import blueprint_silence
from journeymap.linter.rules.touchpoints.handoff_mismatch import handoff_mismatch
from journeymap.linter.rules.touchpoints.incomplete_handoff import incomplete_handoff
from journeymap.linter.rules.touchpoints.many_handoffs import many_handoffs
from journeymap.linter.rules.touchpoints.undeclared_handoff import undeclared_handoff

ALL = (
    undeclared_handoff,
    incomplete_handoff,
    many_handoffs,
    blueprint_silence,
    handoff_mismatch,
)

HEAD = """\
title: A map
stakeholders:
  - {id: gp, name: GP, kind: clinician, part_of: practice}
  - {id: desk, name: Desk, kind: staff, part_of: practice}
  - {id: practice, name: Practice, kind: organisation}
  - {id: lab, name: Laboratory, kind: organisation}
  - {id: specialist, name: Specialist, kind: clinician}
  - {id: son, name: Her son, kind: family}
"""


def map_of(*steps: str, top: str = HEAD) -> str:
    """A map with its first step in line 10."""
    return "\n".join([f"{top}steps:", *(f"  - {step}" for step in steps), ""])


def lines(text: str, rule: Rule) -> list[int]:
    return [line for line, *_ in findings(text, rule=rule)]


# ---------------------------------------------------------------------------- undeclared hand-off
def test_a_change_is_told_at_the_sending_step_with_the_taking_one_beside_it() -> None:
    text = map_of("{action: A, actor: gp}", "B", "{action: C, actor: lab}")
    assert findings(text, rule=undeclared_handoff) == [
        (
            10,
            14,
            '"GP" passes on to "Laboratory" between "A" and "C", and no hand-off says with what',
        )
    ]
    (found,) = lint_files({MAP: text}, rules=[undeclared_handoff]).diagnostics
    assert [(place.start.line, place.message) for place in found.related] == [
        (12, "the other party takes over here")
    ]
    assert "{to: lab, " in helps(text, rule=undeclared_handoff)[0]


def test_a_change_within_an_organisation_or_to_the_family_is_none() -> None:
    text = map_of("{action: A, actor: gp}", "{action: B, with: desk}", "{action: C, actor: son}")
    assert lines(text, undeclared_handoff) == []


def test_any_declared_hand_off_answers_and_another_party_of_the_same_step_does_not() -> None:
    text = map_of("{action: A, actor: gp, handoff: lab}", "{action: B, with: lab}")
    assert lines(text, undeclared_handoff) == []
    wrong = text.replace("handoff: lab", "handoff: specialist")
    assert lines(wrong, undeclared_handoff) == []
    fork = map_of(
        "{action: A, actor: gp, handoff: lab, next: {to: c, share: 20 %}}",
        "{action: B, with: lab, next: end}",
        "{action: C, with: specialist}",
    )
    assert messages(fork, rule=undeclared_handoff) == [
        '"GP" passes on to "Specialist" between "A" and "C", and no hand-off says with what'
    ]


def test_without_kinds_nobody_serves() -> None:
    text = map_of("{action: A, actor: GP}", "{action: B, actor: Lab}", top="title: A map\n")
    assert lines(text, undeclared_handoff) == []


def test_many_changes_of_which_most_are_undeclared_are_told_once() -> None:
    steps = [f"{{action: S{i}, actor: {who}}}" for i, who in enumerate(["gp", "lab"] * 3)]
    ((line, column, said),) = findings(map_of(*steps), rule=undeclared_handoff)
    assert (line, column) == (1, 1)
    assert said.startswith("the serving party changes 5 times along the way, and none of these")
    assert said.endswith('open are those behind "S0", "S1", "S2" and 2 more')
    steps[0] = "{action: S0, actor: gp, handoff: lab}"
    assert "and only 1 of these" in messages(map_of(*steps), rule=undeclared_handoff)[0]
    assert len(messages(map_of(*steps[:4]), rule=undeclared_handoff)) == 2


PAYING = "  - {id: fund, name: Fund, kind: payer}\n  - {id: shop, name: Shop, kind: organisation}\n"
PAYING += "channels: [{id: line, name: Hotline, kind: phone}]\n"


@pytest.mark.parametrize(
    ("steps", "told"),
    [
        (("{action: A, with: shop}", "{action: B, with: lab}"), False),
        (("{action: A, actor: gp}", "{action: B, with: fund}"), False),
        (("{action: A, actor: gp}", "{action: Chooses a coffin, with: shop}"), False),
        (("{action: A, with: gp, gets: Letter}", "{action: B, with: lab, gives: letter}"), False),
        (("{action: A, with: shop}", "{action: B, actor: son, with: lab}"), False),
        (("{action: A, with: fund}", "{action: B, actor: lab}"), False),
        (("{action: A, with: shop}", "{action: B, with: gp, channel: line}"), False),
        (
            (
                "{action: A, actor: gp, gives: Card number}",
                "{action: B, with: shop, gives: card number}",
            ),
            False,
        ),
        (("{action: A, actor: gp}", "{action: B, actor: lab}"), True),
        (("{action: A, with: gp}", "{action: B, actor: lab}"), True),
        (("{action: A, with: gp}", "{action: Has blood taken, with: lab}"), True),
        (("{action: A, actor: shop, gives: Age}", "{action: B, with: lab, gives: age}"), True),
        (("{action: A, with: gp}", "{action: B, with: specialist, channel: line}"), True),
        (("{action: A, actor: fund}", "{action: B, actor: lab}"), True),
        (("{action: Has blood taken, with: lab}", "{action: B, with: gp}"), True),
        (("{action: A, with: lab, gets: Result}", "{action: B, with: gp}"), True),
        (("{action: A, with: shop}", "{action: B, with: gp}"), False),
        (("{action: A, with: desk, gives: Age}", "{action: B, with: specialist}"), False),
        (
            ("{action: A, with: desk, gives: Age}", "{action: B, with: specialist, gives: Age}"),
            True,
        ),
    ],
)
def test_where_the_persona_goes_by_herself_nothing_is_handed_over(
    steps: tuple[str, ...], told: bool
) -> None:
    assert bool(lines(map_of(*steps, top=HEAD + PAYING), undeclared_handoff)) is told


@pytest.mark.parametrize(("count", "said"), [(1, "hand-offs is"), (2, "hand-offs are")])
def test_counts_agree_with_their_verbs(count: int, said: str) -> None:
    steps = [f"{{action: S{i}, actor: {who}}}" for i, who in enumerate(["gp", "lab"] * 4)]
    for i in range(count):
        steps[i] = steps[i].replace("}", f", handoff: {'gp' if i % 2 else 'lab'}}}")
    (message,) = messages(map_of(*steps), rule=undeclared_handoff)
    assert f"and only {count} of these {said} declared" in message


# ---------------------------------------------------------------------------- incomplete hand-off
def test_what_is_missing_is_named() -> None:
    text = map_of(
        "{action: A, actor: gp, handoff: {to: lab, needs: [x-ray, age, name], carries: Age}}",
        "{action: B, with: lab}",
    )
    assert findings(text, rule=incomplete_handoff) == [
        (
            10,
            47,
            (
                'the hand-off at "A" does not carry "x-ray" and "name", which "Laboratory" needs, '
                "with no way to ask back"
            ),
        )
    ]
    assert (
        lines(text.replace("carries: Age", "carries: [name, age, X-ray]"), incomplete_handoff) == []
    )


def test_what_nobody_needs_is_not_missing() -> None:
    assert lines(map_of("{action: A, handoff: {to: lab, carries: age}}"), incomplete_handoff) == []
    assert lines(map_of("{action: A, handoff: lab}"), incomplete_handoff) == []


def test_each_of_several_hand_offs_is_told_for_itself() -> None:
    several = "[{to: lab, needs: age}, {to: gp, needs: age, carries: age}, {to: son, needs: keys}]"
    text = map_of(f"{{action: A, handoff: {several}}}", "{action: B, handoff: {to: gp, needs: id}}")
    said = messages(text, rule=incomplete_handoff)
    assert [message.split(", which ")[1].split(", with")[0] for message in said] == [
        '"Laboratory" needs',
        '"Her son" needs',
        '"GP" needs',
    ]


# ---------------------------------------------------------------------------------- many hand-offs
STAGED = """\
stages:
  - name: One
    steps:
      - {action: A, actor: gp}
      - {action: B, actor: lab}
      - {action: C, with: gp}
      - {action: D, with: specialist}
  - name: Two
    steps:
      - {action: E, with: gp}
"""


def test_hand_offs_within_a_stage_are_counted_and_those_out_of_it_are_not() -> None:
    ((line, column, said),) = findings(HEAD + STAGED, rule=many_handoffs)
    assert (line, column) == (10, 11)
    assert said.startswith('within "One" the persona is handed over 3 times, to ')
    assert said.endswith('"Laboratory", "GP" and "Specialist"')
    fewer = STAGED.replace("      - {action: D, with: specialist}\n", "")
    assert lines(HEAD + fewer, many_handoffs) == []


def test_a_declared_hand_off_counts_also_within_an_organisation() -> None:
    declared = STAGED.replace("B, actor: lab", "B, with: desk, handoff: gp").replace(
        "A, actor: gp", "A, with: gp, handoff: desk"
    )
    assert lines(HEAD + declared, many_handoffs) == [10]


def test_steps_without_a_stage_are_not_asked() -> None:
    steps = [f"{{action: S{i}, with: {who}}}" for i, who in enumerate(["gp", "lab"] * 3)]
    assert lines(map_of(*steps), many_handoffs) == []


def test_how_many_are_many_can_be_set() -> None:
    settings = {".journeymap.yaml": "options: {many-handoffs: {handoffs: 4}}\n"}
    assert findings(HEAD + STAGED, rule=many_handoffs, files=settings) == []


# ------------------------------------------------------------------------------- blueprint silence
SERVED = "{action: A, with: gp}"
SHOWN = "{action: A, with: gp, backstage: Looks it up}"


def test_three_served_steps_in_a_row_are_told_once_and_two_are_not() -> None:
    text = map_of(SHOWN, SERVED, "B", SERVED, SERVED, SERVED, SHOWN, SERVED, SERVED)
    assert lines(text, blueprint_silence) == [11]
    assert messages(text, rule=blueprint_silence) == [
        (
            "of 4 served steps one after another nothing is known behind the scenes: "
            '"A", "A", "A" and 1 more'
        )
    ]


def test_a_map_without_backstage_is_not_asked() -> None:
    assert lines(map_of(SERVED, SERVED, SERVED), blueprint_silence) == []
    alone = map_of("{action: A, backstage: Prints the letter}", "B", "C", "D", top="title: A\n")
    assert lines(alone, blueprint_silence) == []


# --------------------------------------------------------------------------------- mismatch
def test_another_party_than_the_one_named_serves_next() -> None:
    text = map_of(
        "{action: A, actor: gp, handoff: {to: specialist}}", "B", "{action: C, with: lab}"
    )
    assert findings(text, rule=handoff_mismatch) == [
        (
            10,
            42,
            (
                'the hand-off at "A" goes to "Specialist", and no step after it names them '
                "under `with` or `actor`"
            ),
        )
    ]


def test_the_giver_may_serve_a_few_more_steps_before_the_one_named_does() -> None:
    text = map_of(
        "{action: A, actor: gp, handoff: lab}", "{action: B, with: desk}", "{action: C, with: lab}"
    )
    assert lines(text, handoff_mismatch) == []
    without = text.replace("{action: C, with: lab}", "C")
    assert messages(without, rule=handoff_mismatch) == [
        (
            'the hand-off at "A" goes to "Laboratory", and no step after it names them under '
            "`with` or `actor`"
        )
    ]
    (advice,) = helps(without, rule=handoff_mismatch)
    assert "Desk" not in advice


def test_one_of_several_ways_is_enough() -> None:
    text = map_of(
        "{action: A, actor: gp, handoff: specialist, next: {to: c, share: 20 %}}",
        "{action: B, with: lab}",
        "{action: C, with: specialist}",
    )
    assert lines(text, handoff_mismatch) == []


@pytest.mark.parametrize(
    "steps",
    [
        ("{action: B, with: lab}", "{action: C, with: specialist}"),
        ("{action: B, with: lab}", "C", "D", "{action: E, actor: specialist, channel: Post}"),
        ("{action: B, with: specialist, meanwhile: true}", "{action: C, with: lab}"),
        (
            "{action: B, with: lab, next: [{to: d, share: 20 %}]}",
            "C",
            "{action: D, with: specialist}",
        ),
    ],
)
def test_papers_may_go_to_who_serves_later_or_beside_the_step(steps: tuple[str, ...]) -> None:
    text = map_of("{action: A, actor: gp, handoff: specialist}", *steps)
    assert lines(text, handoff_mismatch) == []
    before = map_of("{action: Z, with: specialist}", "{action: A, actor: gp, handoff: specialist}")
    assert lines(f"{before}  - {{action: B, with: lab}}\n", handoff_mismatch) == [11]


@pytest.mark.parametrize("taker", ["son", "nobody", "Practice nurse"])
def test_who_does_not_serve_is_not_asked(taker: str) -> None:
    text = map_of(f"{{action: A, actor: gp, handoff: {taker}}}", "{action: B, with: lab}")
    assert lines(text, handoff_mismatch) == []


def test_at_the_end_of_the_map_nobody_serves_next() -> None:
    assert lines(map_of("{action: A, actor: gp, handoff: lab}", "B"), handoff_mismatch) == []


def test_an_organisation_may_be_named_for_its_people() -> None:
    text = map_of("{action: A, actor: lab, handoff: practice}", "{action: B, actor: gp}")
    assert lines(text, handoff_mismatch) == []


# ------------------------------------------------------------------------------------- all of them
@pytest.mark.parametrize("rule", ALL, ids=lambda rule: rule.name)
@pytest.mark.parametrize("text", ["title: A", "title: A\nsteps: [B]", "", HEAD, HEAD + "steps: []"])
def test_a_small_map_has_nothing_to_tell(rule: Rule, text: str) -> None:
    assert findings(text, rule=rule) == []


def test_no_two_of_them_say_the_same_of_a_step() -> None:
    text = map_of(
        "{action: A, actor: gp, handoff: {to: specialist, needs: age}}", "{action: B, with: lab}"
    )
    report = lint_files({MAP: text}, rules=ALL, selection=Selection(select=("JM4",)))
    assert [d.rule.name for d in report.diagnostics] == ["handoff-mismatch", "incomplete-handoff"]
