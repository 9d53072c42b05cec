"""Rules about pains and what is done about them."""

import pytest
from tests.linter.linting import findings, messages

from journeymap.linter.rules.improvement.live_but_hurting import live_but_hurting
from journeymap.linter.rules.improvement.pain_without_opportunity import pain_without_opportunity
from journeymap.linter.rules.improvement.team_only_opportunities import team_only_opportunities
from journeymap.linter.rules.improvement.unmeasured_opportunity import unmeasured_opportunity
from journeymap.linter.rules.improvement.unowned_idea import unowned_idea
from journeymap.linter.rules.improvement.unowned_opportunity import unowned_opportunity
from journeymap.linter.rules.improvement.unscored_opportunity import unscored_opportunity


def a_map(*steps: str, top: str = "") -> str:
    return f"title: A\n{top}steps:\n" + "".join(f"  - {{action: a, {step}}}\n" for step in steps)


def ideas(*said: str) -> str:
    """One opportunity a step."""
    return a_map(*(f"opportunities: {{text: i{i}, {idea}}}" for i, idea in enumerate(said)))


SOLVED = "pains: p, opportunities: o"


def test_a_pain_that_nothing_solves_is_told_at_the_pain() -> None:
    assert findings(a_map(SOLVED, "pains: {text: q}"), rule=pain_without_opportunity) == [
        (4, 31, 'no opportunity solves "q"')
    ]


@pytest.mark.parametrize(
    ("idea", "count"),
    [
        ("opportunities: o", 0),
        ("opportunities: {text: o, status: dropped}", 1),
        ("opportunities: {text: o, solves: x}", 1),
        ("opportunities: {text: o, solves: q}", 0),
        ("opportunities: {text: o, solves: [[q]]}", 0),
        ("opportunities: [{}]", 0),
        ("recovers: a", 1),
    ],
)
def test_what_counts_as_an_answer(idea: str, count: int) -> None:
    text = a_map(SOLVED, f"pains: q, {idea}")
    assert len(messages(text, rule=pain_without_opportunity)) == count


def test_most_pains_are_gathered_at_the_map() -> None:
    assert findings(a_map(SOLVED, "pains: [q, r, s, t]"), rule=pain_without_opportunity) == [
        (1, 1, '4 of 5 pains have no opportunity that solves them: "q", "r", "s" and 1 more')
    ]


@pytest.mark.parametrize("status", ["testing", "live"])
def test_work_that_has_begun_needs_an_owner(status: str) -> None:
    [(line, _, message)] = findings(
        ideas("owner: O", f"status: {status}"), rule=unowned_opportunity
    )
    assert line == 4
    assert message.startswith('"i1" is ')
    assert message.endswith("and has no owner")


@pytest.mark.parametrize(
    "idea", ["status: idea", "status: dropped", "status: live, owner: [x]", "status: going"]
)
def test_ideas_what_was_dropped_and_what_cannot_be_read_need_none(idea: str) -> None:
    assert messages(ideas(idea), rule=unowned_opportunity) == []


SCORED = "impact: 1, effort: 5"


@pytest.mark.parametrize(
    ("idea", "lacks"),
    [
        ("effort: 2", "impact"),
        ("impact: 2, status: testing", "effort"),
        ("", "impact and no effort"),
    ],
)
def test_what_an_opportunity_lacks_is_named(idea: str, lacks: str) -> None:
    assert messages(ideas(SCORED, idea), rule=unscored_opportunity) == [f'"i1" has no {lacks}']


@pytest.mark.parametrize("idea", ["status: live", "status: dropped", "impact: 9, effort: much"])
def test_what_is_live_or_dropped_or_cannot_be_read_is_not_scored(idea: str) -> None:
    assert messages(ideas(idea), rule=unscored_opportunity) == []


def test_most_opportunities_without_a_score_are_gathered() -> None:
    assert findings(ideas("impact: 2", "effort: 1", SCORED), rule=unscored_opportunity) == [
        (1, 1, '2 of 3 opportunities lack impact or effort: "i0" and "i1"')
    ]


TEAM, CUSTOMER = "from: team", "from: customer"


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ((TEAM,) * 3, True),
        ((TEAM,) * 2, False),
        ((TEAM, TEAM, TEAM, CUSTOMER), False),
        ((TEAM, TEAM, TEAM, f"{CUSTOMER}, status: dropped"), True),
        ((TEAM, TEAM, TEAM, "", ""), True),
        ((TEAM, TEAM, TEAM, "", "", ""), False),
        ((TEAM, TEAM, TEAM, "from: patients", "", ""), False),
    ],
)
def test_the_customer_is_asked_for_where_most_ideas_come_from_the_team(
    said: tuple[str, ...], told: bool
) -> None:
    assert bool(messages(ideas(*said), rule=team_only_opportunities)) == told


def test_how_many_come_from_the_team_is_said() -> None:
    [(line, _, message)] = findings(ideas(TEAM, TEAM, TEAM, ""), rule=team_only_opportunities)
    assert (line, message) == (1, "3 of 4 opportunities come from the team, none from the customer")


LIVE = "opportunities: {text: o, status: live}"


def test_what_is_live_is_measured_at_its_step_or_its_stage() -> None:
    assert findings(a_map(LIVE), rule=unmeasured_opportunity) == [
        (3, 39, '"o" is live, and nothing is measured there')
    ]
    assert messages(a_map(f"{LIVE}, metrics: m"), rule=unmeasured_opportunity) == []
    assert messages(a_map(LIVE, top="readings: m\n"), rule=unmeasured_opportunity) == []
    stages = f"title: A\nstages: [{{name: S, metrics: m, steps: [{{action: a, {LIVE}}}]}}]\n"
    assert messages(stages, rule=unmeasured_opportunity) == []
    apart = f"readings: m\n{stages.replace('metrics: m, ', '')}"
    assert len(messages(apart, rule=unmeasured_opportunity)) == 1


@pytest.mark.parametrize("said", ["status: testing", "status: idea", "status: live-ish"])
def test_what_is_not_live_yet_need_not_be_measured(said: str) -> None:
    assert messages(ideas(said), rule=unmeasured_opportunity) == []


def test_an_idea_without_an_owner_is_told_and_most_of_them_at_once() -> None:
    assert messages(ideas("owner: O", "effort: 1"), rule=unowned_idea) == [
        'nobody is named who would drive "i1"'
    ]
    assert messages(ideas("", "", "owner: O"), rule=unowned_idea) == [
        '2 of 3 open ideas have no owner: "i0" and "i1"'
    ]


@pytest.mark.parametrize(
    "said", ["status: live", "status: testing", "status: dropped", "owner: [x]"]
)
def test_what_is_no_idea_any_more_is_left_to_another_rule(said: str) -> None:
    assert messages(ideas(said), rule=unowned_idea) == []


def hurting(
    idea: str, seen: str, *, pain: str = "", step: str = "", kind: str = "survey"
) -> list[str]:
    text = a_map(
        f"pains: {{text: p, {pain}}}, {step} opportunities: {{text: o, {idea}}}",
        top=f"evidence: [{{id: e, kind: {kind}, date: {seen}}}, {{id: u, kind: survey}}]\n",
    )
    return messages(text, rule=live_but_hurting)


def test_evidence_after_the_opportunity_tells_that_it_still_hurts() -> None:
    said = '"o" is live since 2026-03, and "e" of 2026-04-01 still tells of "p"'
    assert hurting("status: live, by: 2026-03", "2026-04-01", pain="evidence: [u, e]") == [said]
    assert hurting("status: live, by: 2026-03", "2026-04-01", step="evidence: e,") == [said]


def test_older_undated_and_assumed_evidence_and_no_date_are_left_alone() -> None:
    assert hurting("status: live, by: 2026-03", "2026-03-31", pain="evidence: e") == []
    assert (
        hurting("status: live, by: 2026-03", "2026-04", pain="evidence: u", step="evidence: e,")
        == []
    )
    assert (
        hurting("status: live, by: 2026-03", "2026-04", pain="evidence: e", kind="assumption") == []
    )
    assert hurting("status: live", "2026-04", pain="evidence: e") == []
    assert hurting("by: 2026-03, status: testing", "2026-04", pain="evidence: e") == []


def test_an_opportunity_elsewhere_that_solves_the_pain_is_told_where_it_stands() -> None:
    text = a_map(
        "pains: {id: p, text: Pain, evidence: e}",
        "opportunities: {text: o, solves: p, by: 2026-03, status: live}",
        top="evidence: {id: e, kind: survey, date: 2026-09}\n",
    )
    [(line, *_)] = findings(text, rule=live_but_hurting)
    assert line == 5
