"""What a strict reader called untrue, each with the right value and its neighbours."""

from datetime import date

import pytest
from tests.linter.linting import helps, messages

from journeymap.linter.rules.experience.far_apart import far_apart
from journeymap.linter.rules.flow.long_wait import long_wait
from journeymap.linter.rules.flow.same_destination import same_destination
from journeymap.linter.rules.form.cut_text import cut_text
from journeymap.linter.rules.improvement.adopted_in_test import adopted_in_test
from journeymap.linter.rules.improvement.pain_without_opportunity import pain_without_opportunity
from journeymap.linter.rules.leverage.leverage_point import leverage_point
from journeymap.linter.rules.measurement.contradicting_reading import contradicting_reading
from journeymap.linter.rules.measurement.future_date import future_date
from journeymap.linter.rules.measurement.thin_evidence import thin_evidence
from journeymap.linter.rules.references.absent_feeling import absent_feeling
from journeymap.linter.rules.touchpoints.handoff_mismatch import handoff_mismatch
from journeymap.linter.rules.touchpoints.unpreferred_channel import unpreferred_channel
from journeymap.testing import MAP, lint_files


# ---------------------------------------------------------------------- two wishes, no torn text
@pytest.mark.parametrize(
    ("field", "entries", "told"),
    [
        ("motivations", "not to be left in the cold in spring, to leave a house in order", 0),
        ("goals", "one person who answers for all of it, to sleep well", 0),
        ("frustrations", "never with the same clerk twice, with nobody who knows", 0),
        ("frustrations", "Long way to the car, with crutches", 1),
        ("goals", "Rings once in the evening and hears, to be sure", 0),
        ("goals", "Gets to the car alone, without crutches", 1),
    ],
)
def test_entries_that_begin_alike_are_several(field: str, entries: str, told: int) -> None:
    text = f"title: A\npersonas:\n  - name: Ada\n    {field}: [{entries}]\nsteps: [Books]\n"
    assert len(messages(text, rule=cut_text)) == told


# -------------------------------------------------------------------- pains that are made good for
@pytest.mark.parametrize(
    ("last", "told"),
    [
        ("{action: Is shown the way, recovers: lost}", 0),
        ("{action: Is shown the way, recovers: first}", 0),  # all pains of that step
        ("{action: Is shown the way}", 1),
        ("{action: Is shown the way, recovers: other, pains: {id: other, text: Rain}}", 2),
    ],
)
def test_a_pain_that_a_step_makes_good_for_asks_for_no_idea(last: str, told: int) -> None:
    text = "title: A museum\nsteps:\n"
    text += "  - {id: first, action: Comes in, pains: {id: lost, text: No sign says where to go}}\n"
    text += "  - {action: Pays, pains: It is dear, opportunities: Free on Mondays}\n"
    text += f"  - {last}\n"
    said = messages(text, rule=pain_without_opportunity)
    assert len(said) == min(told, 1)
    assert ("2 pains" in "".join(said)) == (told > 1) or "Rain" not in "".join(said)


# --------------------------------------------------------------------- two people, two tempers
@pytest.mark.parametrize(
    ("step", "told"),
    [
        ("expected: 3, perceived: 4", 0),
        ("expected: 3, perceived: 3", 0),
        ("expected: 4, perceived: 3", 1),  # falls short
        ("perceived: 4", 1),  # nobody knows what was expected
        ("expected: 3, perceived: 4, pains: It is loud", 1),
        ("expected: {ada: 3, bea: 3}, perceived: {ada: 4, bea: 2}", 1),
    ],
)
def test_feelings_far_apart_where_both_got_what_they_expected(step: str, told: int) -> None:
    text = "title: A farm\npersona: [ada, bea]\n"
    text += "personas: [{id: ada, name: Ada}, {id: bea, name: Bea}]\n"
    text += f"steps:\n  - {{action: Sees it, emotion: {{ada: 2, bea: -1}}, {step}}}\n"
    assert len(messages(text, rule=far_apart)) == told


# ------------------------------------------------------------------------- all there are is enough
TALKS = """title: Repairs
status: review
evidence: [{{id: talks, name: Talks, kind: interview, {n}}}]
steps:
  - {{id: a, action: Rings, evidence: talks}}
  - {{action: Is rung back, next: {{to: a, share: 45 %, why: it broke again}}, evidence: talks}}
  - {{action: Pays, evidence: talks}}
"""


@pytest.mark.parametrize(
    ("n", "told"),
    [
        ("n: 9, population: 9", 0),
        ("n: 9, population: 12", 1),
        ("n: 9", 1),
        ("n: 30", 0),
    ],
)
def test_a_share_of_all_there_are_is_not_too_few(n: str, told: int) -> None:
    assert len(messages(TALKS.format(n=n), rule=thin_evidence)) == told


# ------------------------------------------------------------ who takes over, and who is named
OFFICE = """title: A grant
status: review
stakeholders:
  - {{id: office, name: Grant office, kind: payer}}
  - {{id: firm, name: Firm, kind: organisation}}
stages:
  - name: Papers
    steps:
      - {{action: Collects the papers, handoff: {{to: office, carries: [order], ask_back: phone}}}}
  - name: Waiting
    owner: {owner}
    steps:
      - action: Waits
        {more}
      - {{action: Has it built, with: firm}}
"""


@pytest.mark.parametrize(
    ("owner", "more", "severity"),
    [
        ("Firm", "need: To know", "warning"),
        ("Grant office", "need: To know", "warning"),
        ("Grant office", "backstage: The order is compared", "note"),
        ("Firm", "backstage: The order is compared", "warning"),
        ("Firm", "backstage: The grant office compares the order", "note"),
        ("Firm", "pains: {text: Too much to do, of: office}", "note"),
    ],
)
def test_a_taker_whom_no_later_step_names(owner: str, more: str, severity: str) -> None:
    text = OFFICE.format(owner=owner, more=more)
    (found,) = lint_files({MAP: text}, rules=[handoff_mismatch]).diagnostics
    assert found.severity == severity
    assert "no step after it names them under `with` or `actor`" in found.message
    assert ('to `with` at "Waits"' in found.help) == (severity == "note")


@pytest.mark.parametrize(
    ("more", "mismatch", "absent"),
    [
        ("emotion: {office: overwhelmed}", 0, 1),
        ("need: {office: Complete files}", 0, 1),
        ("emotion: {office: overwhelmed}\n        with: office", 0, 0),
        ("emotion: neutral", 1, 0),
    ],
)
def test_a_taker_with_a_feeling_later_is_asked_about_once(
    more: str, mismatch: int, absent: int
) -> None:
    text = OFFICE.format(owner="Firm", more=more)
    assert len(messages(text, rule=handoff_mismatch)) == mismatch
    assert helps(text, rule=absent_feeling) == []  # a house is at a step by whoever works there
    clerk = text.replace("kind: payer", "kind: staff")
    assert len(helps(clerk, rule=absent_feeling)) == absent


# ------------------------------------------------------------ whose word a sum of losses rests on
PAIR = """title: A loan
status: review
persona: [ada, bea]
personas: [{{id: ada, name: Ada}}, {{id: bea, name: Bea}}]
evidence:
  - {{id: files, kind: records, n: 900}}
  - {{id: diary, kind: diary, n: 1}}
  - {{id: guess, kind: assumption}}
steps:
  - {{action: Asks, leaks: {{to: Friends, share: {first}, evidence: files}}}}
  - {{action: Waits, leaks: {{to: Friends, share: {second}, evidence: {by}}}}}
  - Is paid
"""


@pytest.mark.parametrize(
    ("first", "second", "by", "told"),
    [
        ("6 %", "12 %", "files", "17.3 % of all"),
        ("6 %", "12 %", "diary", "17.3 % of all who start (told, not counted)"),
        ("6 %", "12 %", "guess", "17 % (assumed)"),
        ("{ada: 6 %, bea: 6 %}", "12 %", "files", "17.3 % of all"),
        # who is how many of all counts only where they differ
        ("{ada: 6 %, bea: 10 %}", "12 %", "files", "19 % (assumed)"),
    ],
)
def test_what_several_lose_alike_rests_on_what_was_counted(
    first: str, second: str, by: str, told: str
) -> None:
    text = PAIR.format(first=first, second=second, by=by)
    (said,) = messages(text, rule=same_destination)
    assert told in said


# ---------------------------------------------------------------------- whose wait is long
WAITS = """title: A loan
persona: [ada, bea]
personas: [{{id: ada, name: Ada}}, {{id: bea, name: Bea}}]
steps:
  - action: Asks
    emotion: {{ada: {ada}, bea: 0}}
    expected: 3
    perceived: 3
    duration: 1 h
    wait: {wait}
  - {{action: Is paid, duration: 1 h, wait: {{time: {other}, planned: true}}}}
  - {{action: Pays back, duration: 1 h}}
"""
ANNOUNCED = "{time: 10 days, announced: true}"


@pytest.mark.parametrize(
    ("ada", "wait", "other", "told"),
    [
        ("-1", ANNOUNCED, "20 days", ['after "Asks" the persona waits 10 days']),
        ("0", ANNOUNCED, "20 days", []),  # both are fine with it
        ("-1", ANNOUNCED, "70 days", []),  # a trifle beside the longest
        ("-1", "10 days", "70 days", ['after "Asks" the persona waits 10 days']),  # nobody told her
        ("-1", f"{{ada: {ANNOUNCED}, bea: 1 day}}", "20 days", ["Ada: after"]),
    ],
)
def test_a_wait_of_all_is_told_of_all(ada: str, wait: str, other: str, told: list[str]) -> None:
    said = messages(WAITS.format(ada=ada, wait=wait, other=other), rule=long_wait)
    assert [each[: len(begin)] for each, begin in zip(said, told, strict=True)] == told


# ----------------------------------------------------------------------- what no service offers
@pytest.mark.parametrize(
    ("channel", "perceived", "told"),
    [
        ("fence", 2, 0),  # people among themselves
        ("letter", 2, 1),
        ("[fence, letter]", 2, 1),
        ("letter", 5, 0),  # it went well
    ],
)
def test_only_what_a_service_offers_is_held_against_preferences(
    channel: str, perceived: int, told: int
) -> None:
    text = f"""title: A pump
personas: {{name: Ana, preferences: {{channels: [phone]}}}}
channels:
  - {{id: phone, name: Phone, kind: phone}}
  - {{id: letter, name: Letter, kind: print}}
  - {{id: fence, name: Fence, kind: word-of-mouth}}
stakeholders: {{id: firm, name: Firm, kind: organisation}}
steps:
  - {{action: Rings, with: firm, channel: phone}}
  - {{action: Agrees, with: firm, channel: {channel}, expected: 4, perceived: {perceived}}}
"""
    assert len(messages(text, rule=unpreferred_channel)) == told


# --------------------------------------------------------- right at the first try, and sent back
FORM = """title: A grant
status: review
evidence: [{{id: files, kind: records}}, {{id: talks, kind: interview}}]
metrics: [{{id: first, name: Forms complete at once, kind: {kind}, unit: "%"}}]
steps:
  - {{id: papers, action: Collects papers}}
  - action: Files the claim
    metrics: {{metric: first, value: {value}, evidence: files}}
    next: {{to: papers, share: 24 %, why: a paper is missing, evidence: {by}{planned}}}
  - Is paid
"""


@pytest.mark.parametrize(
    ("value", "kind", "by", "planned", "told"),
    [
        (91, "conversion", "files", "", 1),
        (76, "conversion", "files", "", 0),
        (91, "conversion", "talks", "", 0),  # another source may speak of others
        (91, "other", "files", "", 0),
        (91, "conversion", "files", ", planned: true", 0),
    ],
)
def test_more_right_at_once_than_do_not_go_back_is_asked(
    value: int, kind: str, by: str, planned: str, told: int
) -> None:
    text = FORM.format(value=value, kind=kind, by=by, planned=planned)
    found = lint_files({MAP: text}, rules=[contradicting_reading]).diagnostics
    assert [each.severity for each in found] == ["note"] * told
    assert all('24 % go back from "Files the claim"' in each.message for each in found)


# ------------------------------------------------------------------ dates of what is recommended
IDEA = """title: A bakery
status: review
steps:
  - {{action: Rings, importance: 2, expected: 3, perceived: 3, emotion: neutral}}
  - action: Fetches the bread
    importance: 5
    expected: 5
    perceived: 1
    emotion: angry
    pains:
      - {{id: late, text: The bread comes late, severity: 3, probability: 4}}
      - {{id: dear, text: The bread is dear, severity: {dear}, probability: 1}}
    opportunities:
      - {{text: Bake the bread by six, solves: late, impact: 4, effort: 2, {said}}}
  - {{action: Eats, importance: 2, expected: 3, perceived: 3, emotion: pleased}}
"""
DAY = date(2026, 6, 1)
ADOPTED = "status: testing, pilots: {{date: {day}, n: 14, result: adopted}}"


def _advice(said: str, dear: int = 1) -> tuple[str, list[str]]:
    text = IDEA.format(said=said, dear=dear)
    rules = [leverage_point, future_date, adopted_in_test]
    found = lint_files({MAP: text}, rules=rules, today=DAY).diagnostics
    (point,) = (each for each in found if each.rule.name == "leverage-point")
    return point.help, [each.rule.name for each in found if each.rule.name != "leverage-point"]


@pytest.mark.parametrize(
    ("said", "begins", "ends", "others"),
    [
        ("by: 2026-09", "first of all, act on", "the gravest here", []),
        ("by: 2026-03", "first of all, act on", "; it was to be done by 2026-03", []),
        (ADOPTED.format(day="2026-02"), "first of all, put live", "here", ["adopted-in-test"]),
        (
            ADOPTED.format(day="2027-02"),
            "first of all, finish the test of",
            "; its pilot, called adopted, is dated 2027-02",
            ["future-date"],
        ),
        ("status: testing, pilots: {date: 2027-02}", "first of all, finish", "here", []),
    ],
)
def test_dates_of_an_idea_are_looked_at_before_it_is_recommended(
    said: str, begins: str, ends: str, others: list[str]
) -> None:
    advice, names = _advice(said)
    assert advice.startswith(begins)
    assert advice.endswith(ends)
    assert names == others


@pytest.mark.parametrize(("dear", "grave"), [(1, True), (3, True), (4, False)])
def test_what_weighs_most_is_the_gravest_only_where_nothing_is_more_severe(
    dear: int, *, grave: bool
) -> None:
    advice, _ = _advice("by: 2026-09", dear)
    assert ("the gravest here" in advice) == grave
    assert ("which weighs most here" in advice) == (not grave)
