"""The rules about engagement, trust, and the circle that a journey may close."""

import pytest
from tests.linter.linting import MAP, findings, helps, lint_files, messages

from journeymap.authoring.rule import Rule
from journeymap.linter.profiles import Selection
from journeymap.linter.rules.completeness.framework_gap import framework_gap
from journeymap.linter.rules.touchpoints.repeat_visit import repeat_visit
from journeymap.linter.rules.trust.engagement_falls import engagement_falls
from journeymap.linter.rules.trust.forgotten_information import forgotten_information
from journeymap.linter.rules.trust.open_cycle import open_cycle
from journeymap.linter.rules.trust.reward_before_trust import reward_before_trust
from journeymap.linter.rules.trust.skipped_engagement import skipped_engagement
from journeymap.linter.rules.trust.trust_mismatch import trust_mismatch

ALL = (
    skipped_engagement,
    open_cycle,
    reward_before_trust,
    engagement_falls,
    trust_mismatch,
    forgotten_information,
)


def map_of(*steps: str, top: str = "") -> str:
    """A map with its first step in line 3 (4 below a further line at the top)."""
    lines = [f"  - {step}" for step in steps]
    return "\n".join(["title: A map", *([top] if top else []), "steps:", *lines, ""])


def levels(*named: str) -> str:
    """A map of steps called A, B … on these levels."""
    names = "ABCDEFGH"[: len(named)]
    return map_of(
        *(
            f"{{action: {name}, engagement: {level}}}"
            for name, level in zip(names, named, strict=True)
        )
    )


def lines(text: str, rule: Rule) -> list[int]:
    return [line for line, *_ in findings(text, rule=rule)]


# ------------------------------------------------------------------------------ skipped engagement
def test_a_jump_is_told_where_it_lands_with_the_levels_between() -> None:
    text = levels("communicate", "collaborate")
    assert findings(text, rule=skipped_engagement) == [
        (
            4,
            14,
            'engagement rises by 3 levels at once, from communicate at "A" to collaborate at "B"',
        )
    ]
    assert "on interact and engage" in helps(text, rule=skipped_engagement)[0]


def test_one_level_at_a_time_is_no_jump() -> None:
    assert lines(levels("communicate", "communicate", "interact"), skipped_engagement) == []


def test_the_first_step_with_a_level_rises_from_nothing() -> None:
    text = levels("engage", "collaborate", "innovate")
    assert findings(text, rule=skipped_engagement) == [
        (3, 14, 'engagement begins on engage, at "A": communicate and interact are skipped')
    ]
    assert "on communicate and interact, or" in helps(text, rule=skipped_engagement)[0]
    later = map_of("A", "{action: B, engagement: collaborate}")
    assert messages(later, rule=skipped_engagement) == [
        'engagement begins on collaborate, at "B": communicate, interact and engage are skipped'
    ]


def test_who_begins_at_interact_may_have_been_told_before() -> None:
    text = map_of("A", "{action: B, engagement: interact}", "{action: C, engagement: engage}")
    assert lines(text, skipped_engagement) == []


def test_of_two_beginnings_each_is_told() -> None:
    text = map_of(
        "{action: A, next: [{to: b, share: 50 %}, {to: c, share: 50 %}]}",
        "{action: B, engagement: engage, next: c}",
        "{action: C, engagement: collaborate}",
    )
    assert lines(text, skipped_engagement) == [4, 5]


def test_what_the_whole_map_lacks_is_told_of_the_framework_alone() -> None:
    chain = "title: A\nframework: value-chain\nstages:\n  Engage: [A]\n  Collaborate: [B]\n"
    assert lines(chain, skipped_engagement) == []
    assert '"Communicate", "Interact" and' in messages(chain, rule=framework_gap)[0]
    behind = chain + "  Communicate: [C]\n"
    assert messages(behind, rule=skipped_engagement) == [
        'engagement begins on engage, at "A": communicate is skipped'
    ]


def test_steps_without_a_level_are_passed_over() -> None:
    text = map_of("{action: A, engagement: communicate}", "B", "{action: C, engagement: innovate}")
    assert lines(text, skipped_engagement) == [5]


def test_of_several_ways_to_a_step_the_greatest_jump_is_told() -> None:
    text = map_of(
        "{action: A, engagement: communicate, next: {to: c, share: 10 %}}",
        "{action: B, engagement: interact}",
        "{action: C, engagement: collaborate}",
    )
    assert messages(text, rule=skipped_engagement) == [
        'engagement rises by 3 levels at once, from communicate at "A" to collaborate at "C"'
    ]


# -------------------------------------------------------------------------------------- open cycle
CYCLE = """\
title: A map
framework: customer-lifecycle
stages:
  Need: [A]
  Use: [B]
  Recommendation:
    - {action: C}
"""


def test_a_circle_needs_a_way_back_from_its_last_stage() -> None:
    assert findings(CYCLE, rule=open_cycle) == [
        (
            6,
            3,
            (
                'no way leads from "Recommendation" back to "Need": '
                'the circle of "customer-lifecycle" stays open'
            ),
        )
    ]
    assert "{to: a, share: …}" in helps(CYCLE, rule=open_cycle)[0]
    closed = CYCLE.replace("action: C", "action: C, next: {to: a, share: 10 %}")
    assert lines(closed, open_cycle) == []
    elsewhere = CYCLE.replace("action: C", "action: C, next: {to: b, share: 10 %}")
    assert lines(elsewhere, open_cycle) == [6]


def test_a_circle_needs_its_last_stage_and_is_told_so_once() -> None:
    text = CYCLE.replace("  Recommendation:\n    - {action: C}\n", "  Contract: [C]\n")
    assert findings(text, rule=open_cycle) == [
        (
            2,
            12,
            (
                'no stage stands for "Recommendation", so that nothing leads back to "Need": '
                'the circle of "customer-lifecycle" stays open'
            ),
        )
    ]
    (said,) = messages(text, rule=framework_gap)
    assert "Recommendation" not in said
    ended = text + "ends: true\n"
    assert lines(ended, open_cycle) == []
    assert "Recommendation" in messages(ended, rule=framework_gap)[0]


@pytest.mark.parametrize(
    "text",
    [
        CYCLE.replace("customer-lifecycle", "care-pathway"),
        CYCLE + "ends: true\n",
        CYCLE.replace("action: C", "action: C, next: typo"),
        "title: A\nframework: customer-lifecycle\nsteps: [B]\n",
        "title: A\nframework: customer-lifecycle\nstages: {Anything: [B]}\n",
        "title: A\nframework: customer-lifecycle\nstages: [Recommendation]\n",
    ],
)
def test_where_there_is_no_circle_to_close(text: str) -> None:
    assert lines(text, open_cycle) == []


# ----------------------------------------------------------------------------- reward before trust
def test_a_reward_before_the_declared_or_the_computed_point() -> None:
    text = map_of(
        "{action: A, engagement: interact, reward: true}",
        "{action: B, engagement: engage, reward: true}",
        "{action: C, engagement: engage, reward: true}",
    )
    assert findings(text, rule=reward_before_trust) == [
        (3, 47, '"A" offers a reward before the trust inflection point, "B"')
    ]
    declared = text.replace("C, ", "C, moment: trust-inflection, ")
    assert lines(declared, reward_before_trust) == [3, 4]
    (first, _) = lint_files({MAP: declared}, rules=[reward_before_trust]).diagnostics
    assert [place.start.line for place in first.related] == [5]


def test_without_levels_or_without_a_point_no_reward_is_early() -> None:
    assert lines(map_of("{action: A, reward: true}", "B"), reward_before_trust) == []
    low = map_of("{action: A, engagement: interact, reward: true}", "B")
    assert lines(low, reward_before_trust) == []


# ------------------------------------------------------------------------------- engagement falls
def test_a_fall_is_told_at_the_lower_step() -> None:
    text = levels("interact", "engage", "interact", "communicate")
    assert findings(text, rule=engagement_falls) == [
        (5, 14, 'engagement falls from engage at "B" to interact at "C"'),
        (6, 14, 'engagement falls from interact at "C" to communicate at "D"'),
    ]


def test_a_fall_by_a_way_is_told_at_its_entry_and_stands_for_the_repetition() -> None:
    text = map_of(
        "{action: A, engagement: interact}",
        "{action: B, engagement: engage, next: [{to: a, share: 20 %, why: lost}]}",
    )
    report = lint_files({MAP: text}, rules=[repeat_visit, engagement_falls])
    (found,) = report.diagnostics
    assert found.message == (
        'engagement falls from engage at "B" to interact at "A": '
        "20 % (assumed) of those there go this way (lost)"
    )
    assert (found.start.line, found.start.column) == (4, 44)
    ignored = lint_files(
        {MAP: text}, rules=[repeat_visit, engagement_falls], selection=Selection(select=("JM406",))
    )
    assert [d.rule.name for d in ignored.diagnostics] == ["repeat-visit"]


WELL = "expected: 3, perceived: 4, emotion: pleased"


@pytest.mark.parametrize(
    ("step", "told"),
    [
        (WELL, False),
        (f"{WELL}, pains: Too far", True),
        ("emotion: pleased", True),
        ("expected: 3, perceived: 4", True),
    ],
)
def test_a_way_back_that_nobody_is_pushed_to_is_no_fall(step: str, told: bool) -> None:
    text = map_of(
        "{action: A, engagement: interact}",
        f"{{action: B, engagement: engage, {step}, next: {{to: a, share: 8 %}}}}",
    )
    report = lint_files({MAP: text}, rules=[repeat_visit, engagement_falls])
    assert [d.rule.name for d in report.diagnostics] == (["engagement-falls"] if told else [])


def test_a_step_that_lies_lower_is_a_fall_however_well_it_went_before() -> None:
    text = map_of(f"{{action: A, engagement: engage, {WELL}}}", "{action: B, engagement: interact}")
    assert lines(text, engagement_falls) == [4]


def test_a_fall_by_a_way_without_a_share_counts_nobody() -> None:
    text = map_of(
        "{action: A, engagement: engage, next: [{to: c, why: in a hurry}]}",
        "B",
        "{action: C, engagement: interact}",
    )
    assert messages(text, rule=engagement_falls) == [
        'engagement falls from engage at "A" to interact at "C" (in a hurry)'
    ]


def test_a_way_back_on_the_same_level_is_no_fall() -> None:
    text = map_of(
        "{action: A, engagement: engage}",
        "{action: B, engagement: engage, next: {to: a, share: 20 %}}",
    )
    assert lines(text, engagement_falls) == []


def test_a_step_that_lies_lower_than_several_is_told_once() -> None:
    text = map_of(
        "{action: A, engagement: engage, next: b}",
        "{action: B, engagement: engage, next: [{to: d, share: 5 %}, c]}",
        "{action: C, engagement: engage}",
        "{action: D, engagement: interact}",
    )
    assert lines(text, engagement_falls) == [4, 6]


# --------------------------------------------------------------------------------- trust mismatch
POINT = ", moment: trust-inflection"


def declared(text: str, *names: str) -> str:
    for name in names:
        text = text.replace(f"action: {name},", f"action: {name}{POINT},")
    return text


@pytest.mark.parametrize("name", ["B", "C", "D"])
def test_any_step_at_engage_may_be_the_point_where_nothing_falls_behind_it(name: str) -> None:
    text = declared(levels("interact", "engage", "engage", "engage", "collaborate"), name)
    assert lines(text, trust_mismatch) == []


def test_a_point_behind_which_engagement_falls_is_another_one_than_the_computed() -> None:
    text = declared(levels("interact", "engage", "interact", "engage"), "B")
    assert findings(text, rule=trust_mismatch) == [
        (
            4,
            25,
            'the trust inflection point "B" is declared, and the levels put it at "D"',
        )
    ]


def test_a_reward_that_stands_before_the_declared_point_puts_it_in_doubt() -> None:
    text = declared(levels("interact", "engage", "engage", "engage"), "D")
    between = text.replace("action: C,", "action: C, reward: true,")
    assert messages(between, rule=trust_mismatch) == [
        (
            'the trust inflection point "D" comes after the reward at "C"; the levels put it at '
            '"B", before that'
        )
    ]
    first = text.replace("action: B,", "action: B, reward: true,")
    assert lines(first, trust_mismatch) == [6]
    behind = text.replace("action: D,", "action: D, reward: true,")
    assert lines(behind, trust_mismatch) == []


def test_a_reward_before_either_point_says_nothing_of_where_it_lies() -> None:
    text = declared(levels("interact", "engage", "engage"), "C")
    early = text.replace("action: A,", "action: A, reward: true,")
    assert lines(early, trust_mismatch) == []
    assert lines(early, reward_before_trust) == [3]


@pytest.mark.parametrize("level", ["communicate", "collaborate"])
def test_the_declared_point_does_not_lie_on_engage(level: str) -> None:
    text = declared(levels("interact", level), "B")
    assert messages(text, rule=trust_mismatch) == [
        f'the trust inflection point "B" lies on {level}, not on engage'
    ]


def test_engagement_falls_behind_the_declared_point() -> None:
    text = declared(levels("engage", "interact"), "A")
    assert messages(text, rule=trust_mismatch) == [
        'the trust inflection point "A" is declared, and engagement falls again behind it'
    ]


def test_people_collaborate_and_nothing_made_them_trust() -> None:
    assert lines(levels("interact", "collaborate", "innovate"), trust_mismatch) == [4]
    assert lines(levels("interact", "engage", "interact", "collaborate"), trust_mismatch) == [6]
    assert lines(levels("interact", "engage", "collaborate"), trust_mismatch) == []
    assert lines(levels("communicate", "interact"), trust_mismatch) == []


def test_what_is_not_known_is_no_mismatch() -> None:
    unknown = map_of("{action: A, moment: [critical, trust-inflection]}", "B")
    assert lines(unknown, trust_mismatch) == []
    without = map_of("{action: A, moment: trust-inflection}", "{action: B, engagement: interact}")
    assert lines(without, trust_mismatch) == []


# --------------------------------------------------------------------------- forgotten information
def test_what_is_reused_nowhere_is_told_once_where_it_is_given_first() -> None:
    text = map_of(
        "{action: A, gives: [name, age, size]}",
        "{action: B, gives: [size, weight], confirms: size}",
        "{action: C, reuses: [Age]}",
    )
    assert findings(text, rule=forgotten_information) == [
        (3, 25, '"name", given at "A", is not used at any later step'),
        (4, 31, '"weight", given at "B", is not used at any later step'),
    ]


def test_what_is_handed_over_or_asked_again_is_not_forgotten() -> None:
    text = map_of(
        "{action: A, gives: [name, age, size]}",
        "{action: B, handoff: {to: lab, carries: age}}",
        "{action: C, gives: name, reuses: [size]}",
        "D",
    )
    assert lines(text, forgotten_information) == []


def test_behind_the_last_step_nothing_can_be_put_to_use() -> None:
    text = map_of("{action: A, reuses: age}", "{action: B, gives: rating}")
    assert lines(text, forgotten_information) == []


def test_a_map_that_does_not_use_reuses_is_not_asked() -> None:
    assert lines(map_of("{action: A, gives: age}", "B"), forgotten_information) == []


# ------------------------------------------------------------------------------------- all of them
@pytest.mark.parametrize("rule", ALL, ids=lambda rule: rule.name)
@pytest.mark.parametrize("text", ["title: A", "title: A\nsteps: [B]", "", "title: A\nstages: [B]"])
def test_a_small_map_has_nothing_to_tell(rule: Rule, text: str) -> None:
    assert findings(text, rule=rule) == []
