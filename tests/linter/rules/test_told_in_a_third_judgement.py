"""What a third strict review of untuned maps called wrong, on small maps of other kinds."""

from datetime import date

import pytest
from tests.linter.linting import MAP, findings, helps, messages

from journeymap.authoring.rule import Rule
from journeymap.linter.diagnostic import Diagnostic
from journeymap.linter.profiles import Selection
from journeymap.linter.registry import RULES
from journeymap.linter.rules.experience.contradicting_feeling import contradicting_feeling
from journeymap.linter.rules.experience.unmet_expectation import unmet_expectation
from journeymap.linter.rules.flow.leak import leak
from journeymap.linter.rules.improvement.adopted_in_test import adopted_in_test
from journeymap.linter.rules.leverage.leverage_point import leverage_point
from journeymap.linter.rules.measurement.contradicting_reading import contradicting_reading
from journeymap.linter.rules.measurement.future_date import future_date
from journeymap.linter.rules.measurement.target_missed import target_missed
from journeymap.linter.rules.measurement.unmeasured_moment import unmeasured_moment
from journeymap.linter.rules.touchpoints.unpreferred_channel import unpreferred_channel
from journeymap.testing import lint_files

TODAY = date(2026, 11, 10)


def told(text: str, rule: Rule) -> Diagnostic:
    """The first thing that a rule finds, with what it takes in."""
    taken = {rule.name, *rule.subsumes}
    rules = [each for each in RULES if each.name in taken]
    report = lint_files(
        {MAP: text},
        rules=rules,
        selection=Selection(select=tuple(e.code for e in rules)),
        today=TODAY,
    )
    return next(each for each in report.diagnostics if each.rule.name == rule.name)


# ---------------------------------------------------------------- live, but not yet
FERRY = """title: A ferry to the island
scales: {{rating: 1-5}}
metrics: [{{id: late, name: Minutes late, kind: duration, unit: min, target: 5}}]
evidence: [{{id: talks, kind: interview, date: 2026-06}}]
steps:
  - action: Waits at the pier
    importance: 5
    expected: 4
    perceived: 1
    metrics: {{metric: late, value: 30, as_of: {read}}}
    pains: {{id: no-word, text: Nobody says when it comes, severity: 3, probability: 3}}
    leaks: {{to: the bridge, share: 20 %, why: Nobody says when it comes, evidence: talks}}
    opportunities:
      - {{text: A board, solves: no-word, status: live{since}, outcome: {{metric: late, from: 20}}}}
  - action: Goes aboard
"""
YET = "is yet to come"


@pytest.mark.parametrize(
    ("since", "count"),
    [("2027-02", 1), ("2026-12", 1), ("2026-11", 0), ("2026-03", 0), ("2026-11-10", 0)],
)
def test_an_idea_that_is_called_live_before_its_day_is_told(since: str, count: int) -> None:
    text = FERRY.format(since=f", since: {since}", read="2026-09")
    found = [each for *_, each in findings(text, rule=future_date, today=TODAY)]
    assert len(found) == count
    assert all(f"but only since {since}" in each for each in found)
    desired = text.replace("title:", "state: desired\ntitle:")
    assert findings(desired, rule=future_date, today=TODAY) == []


@pytest.mark.parametrize("rule", [leak, unmet_expectation, target_missed, leverage_point])
def test_no_rule_takes_an_idea_that_is_yet_to_come_for_live(rule: Rule) -> None:
    text = FERRY.format(since=", since: 2027-02", read="2026-09")
    help_ = told(text, rule).help
    assert '"A board" is called live, but only since 2027-02, which is yet to come' in help_
    assert "reaches people" not in help_
    assert "it was 20" not in help_


# ---------------------------------------------------------------- read before it, or after
@pytest.mark.parametrize(
    ("since", "read", "said"),
    [
        (", since: 2026-08", "2026-05", "is of 2026-05, from before: measure it again"),
        (", since: 2026-08", "2026-09", "it was 20 before, and has got worse: find out whether"),
        (", since: 2026-08", "2026-08", "it was 20 before, and has got worse: find out whether"),
        ("", "2026-05", "is live; it was 20 before, and has got worse: find out whether"),
    ],
)
def test_what_was_read_before_an_idea_was_live_says_nothing_of_it(
    since: str, read: str, said: str
) -> None:
    assert said in told(FERRY.format(since=since, read=read), target_missed).help


@pytest.mark.parametrize(
    ("since", "said"),
    [
        (", since: 2026-03", 'they still leave by "talks" of 2026-06: find out why it does not'),
        (", since: 2026-08", '"talks" of 2026-06 is from before: see whether they still leave'),
        (", since: 2026-06", 'find out whether "A board", which is live, keeps them'),
        ("", 'find out whether "A board", which is live, keeps them'),
    ],
)
def test_a_live_idea_is_held_against_when_people_left(since: str, said: str) -> None:
    assert said in told(FERRY.format(since=since, read="2026-09"), leak).help


SHOP = """title: A bicycle shop
scales: {{rating: 1-5}}
metrics: [{{id: bill, name: Bill, kind: cost, unit: GBP, target: 50}}]
evidence: [{{id: talks, kind: interview, date: 2026-06}}]
steps:
  - action: Has the bicycle mended
    importance: 5
    expected: 5
    perceived: 1
    metrics: {{metric: bill, value: 80, as_of: {read}}}
    pains: {{id: dear, text: It costs more, severity: 3, probability: 3, evidence: talks}}
    opportunities:
      - {{text: A written offer, solves: dear, status: live, since: 2026-08{pilot}}}
  - action: Rides home
"""


@pytest.mark.parametrize(
    ("read", "pilot", "said", "not_said"),
    [
        ("2026-09", "", '"Bill" at 80 GBP (2026-09) is dated after that', "what is recorded is"),
        ("2026-07", "", "ask again: what is recorded is from before", "dated after that"),
        ("2026-07", ", pilots: {date: 2026-09, n: 5}", "(n = 5) is later, and still open", "after"),
        ("2026-07", ", pilots: {date: 2026-05, n: 5}", "ask again", "still open"),
        ("2026-07", ", pilots: {date: 2026-09, result: adopted}", "ask again", "still open"),
    ],
)
def test_each_fact_is_held_against_the_day_an_idea_went_live(
    read: str, pilot: str, said: str, not_said: str
) -> None:
    point = told(SHOP.format(read=read, pilot=pilot), leverage_point)
    assert said in point.help
    assert not_said not in point.help
    assert ("is it live at all?" in point.gist) is ("still open" in said)


# ---------------------------------------------------------------- up to the end of a wait
PERMIT = """title: A stall at the market
metrics: [{{id: time, name: From application to decision, kind: duration, unit: days, target: 30}}]
evidence:
  - {{id: files, kind: records, date: 2026-09}}
  - {{id: law, kind: literature, date: 2026-01}}
steps:
  - {{action: Hands in the application, wait: {{time: 14 days, evidence: files}}}}
  - action: {last}
    wait: {{time: 30 days, evidence: {by}}}
    metrics: {{metric: time, value: {read}, as_of: 2026-09, evidence: files}}
  - Sets up the stall
"""
WAITS = "Waits for the decision"


@pytest.mark.parametrize(
    ("last", "by", "read", "said", "helps_by"),
    [
        (WAITS, "law", 71, f'6 weeks pass from "Hands in the application" until "{WAITS}" is over',
         f'the wait after "{WAITS}" rests on literature alone'),
        (WAITS, "files", 71, "6 weeks pass", "correct the one that is wrong"),
        ("Gets the decision", "law", 71, "2 weeks pass", "correct the one that is wrong"),
        (WAITS, "law", 44, "", ""),
    ],
)  # fmt: skip
def test_what_is_read_while_one_waits_counts_up_to_the_end_of_the_wait(
    last: str, by: str, read: int, said: str, helps_by: str
) -> None:
    text = PERMIT.format(last=last, by=by, read=read)
    found = messages(text, rule=contradicting_reading)
    assert [said in each for each in found] == ([True] if said else [])
    assert all(each.startswith(helps_by) for each in helps(text, rule=contradicting_reading))


# ---------------------------------------------------------------- two who go together
FAIR = """title: A stall at the fair
persona: [ruth, dan]
personas: [{{id: ruth, name: Ruth}}, {{id: dan, name: Dan}}]
evidence:
  - {{id: files, kind: records, n: 300}}
  - {{id: talk, kind: interview, n: {n}}}
steps:
  - action: Asks for a place
    leaks: {{to: a market, share: {share}, why: too late, evidence: {by}}}
  - {{action: Pays, only: ruth, leaks: {{to: home, share: {later}, why: dear, evidence: files}}}}
  - Sets up the stall
"""


@pytest.mark.parametrize(
    ("share", "later", "said"),
    [
        ("20 %", "9 %", ["for Ruth, if nobody left here, 91 % of all would"]),  # said once
        ("20 %", "0 %", [": if nobody left here, 100 % of all would"]),  # the same of both
        ("{ruth: 20 %, dan: 30 %}", "9 %", ["Ruth: ", "Dan: "]),  # each leaves otherwise
        ("{ruth: 20 %, dan: 2 %}", "9 %", ["Ruth: "]),
    ],
)
def test_one_exit_of_several_personas_is_told_once(share: str, later: str, said: list[str]) -> None:
    text = FAIR.format(share=share, later=later, by="files", n=14)
    found = " ".join(messages(text, rule=leak))
    assert all(each in found for each in said)
    assert found.count("loses 20 %") == 1
    assert ("for Dan" in found) is False


# ---------------------------------------------------------------- who told it
@pytest.mark.parametrize(
    ("n", "by", "said"),
    [
        (1, "talk", "this was told by one person, and not counted"),
        (14, "talk", "this was told by people asked, and not counted"),
        (1, "[talk, files]", "if nobody left here"),
    ],
)
def test_one_voice_is_called_one_person(n: int, by: str, said: str) -> None:
    (message,) = messages(FAIR.format(share="20 %", later="9 %", by=by, n=n), rule=leak)
    assert said in message


WAY_OUT = """title: A stall at the fair
evidence:
  - {{id: files, kind: records, n: 300}}
  - {{id: talk, kind: interview, n: 1}}
steps:
  - action: Asks for a place
    leaks: {{to: a market, share: 20 %, why: too late, evidence: files}}
    next: [{{to: pays}}, {{to: waits, share: 10 %, why: no place, evidence: files}}]
  - id: pays
    action: Pays
    next: {{to: end, share: 100 %, counts: completed, evidence: files}}
  - id: waits
    action: Waits a year
    leaks: {{to: home, share: 40 %, why: too long, evidence: {late}}}
    next: {{to: end, share: 60 %, counts: {counts}, evidence: files}}
"""


@pytest.mark.parametrize(
    ("late", "counts", "told", "rest"),
    [
        ("talk", "neither", "no more people would", False),  # nobody completes from there
        ("talk", "completed", "so that the gain is not known", True),
        ("files", "completed", "would complete the journey, not", False),
    ],
)
def test_what_is_told_counts_where_it_bears_on_who_completes(
    late: str, counts: str, told: str, rest: bool
) -> None:
    first, last = messages(WAY_OUT.format(late=late, counts=counts), rule=leak)
    assert told in last
    assert ("some of the shares were told" in first) is rest


# ---------------------------------------------------------------- a test of a few
@pytest.mark.parametrize(
    ("pilot", "said"),
    [
        ("n: 3, result: adopted", ["is live after a pilot with 3 cases only"]),
        ("n: 30, result: adopted", []),
        ("result: adopted", []),
        ("date: 2026-09, n: 30", ["its pilot of 2026-09 (n = 30) is later, and still open"]),
        ("date: 2026-05, n: 30", []),
    ],
)
def test_an_idea_that_is_live_after_a_pilot_of_a_few_is_told(pilot: str, said: list[str]) -> None:
    text = SHOP.format(read="2026-09", pilot=f", pilots: {{{pilot}}}")
    found = messages(text, rule=adopted_in_test)
    assert [each in one for each, one in zip(said, found, strict=True)] == [True] * len(said)


# ---------------------------------------------------------------- what may explain a figure
@pytest.mark.parametrize(
    ("name", "pain", "named"),
    [
        ("Bread left over", "Too much bread is baked", True),
        ("Bread left over", "The door sticks", False),  # a pain of the stage alone
        ("Doors that stick", "The door sticks", True),
    ],
)
def test_a_pain_explains_what_is_read_over_a_stage_if_it_speaks_of_it(
    name: str, pain: str, named: bool
) -> None:
    text = f"""title: A bakery
metrics: [{{id: figure, name: {name}, kind: count, unit: a day, target: 2, better: lower}}]
stages:
  - name: Morning
    metrics: {{metric: figure, value: 9}}
    steps:
      - {{action: Comes in, pains: {{text: {pain}, severity: 3, probability: 3}}}}
      - Goes out
"""
    (said,) = helps(text, rule=target_missed)
    assert (pain in said) is named
    assert ("find out what holds it back" in said) is not named


# ---------------------------------------------------------------- which moments, whose profile
def test_declared_moments_are_counted_with_what_they_are() -> None:
    steps = "title: A\nmetrics: [M]\nsteps:\n  - {action: A, metrics: {metric: M, value: 1}}\n"
    two = "  - {action: B, moment: truth}\n  - {action: C, moment: critical}\n"
    first = "  - {action: D, moment: first-impression}\n"
    (message,) = messages(steps + two, rule=unmeasured_moment)
    assert "at either declared moment:" in message
    (message,) = messages(steps + two + first, rule=unmeasured_moment)
    assert "at either declared moment (critical, of truth or the turn of trust):" in message


# ---------------------------------------------------------------- a rating that flatters
RATED = """title: A kitchen is fitted
personas: {{id: ann, name: Ann}}
scales: {{rating: 1-5}}
evidence: [{{id: survey, kind: survey, n: 90}}, {{id: talks, kind: interview, n: 12}}]
steps:
  - action: Waits for the fitter
    importance: 5
    emotion: {feels}
    perceived: {{rating: {rating}, evidence: {by}}}
    pains: {{text: Nobody came, severity: {severity}, probability: 4, evidence: talks}}
  - Cooks
"""


@pytest.mark.parametrize(
    ("feels", "rating", "by", "severity", "count"),
    [
        ("abandoned", 4, "survey", 4, 1),
        ("abandoned", 3, "survey", 4, 0),
        ("abandoned", 4, "talks", 4, 0),  # who rated it told of the pain as well
        ("abandoned", 4, "survey", 1, 0),
        ("calm", 4, "survey", 4, 0),
    ],
)
def test_a_good_rating_beside_a_severe_pain_of_another_source_is_asked_about(
    feels: str, rating: int, by: str, severity: int, count: int
) -> None:
    text = RATED.format(feels=feels, rating=rating, by=by, severity=severity)
    found = messages(text, rule=contradicting_feeling)
    assert ['by "survey", but felt as' in each for each in found] == [True] * count


# ---------------------------------------------------------------- from house to house
LETTER = """title: Leaves the ward
personas: {{name: Ana, preferences: {{channels: phone}}}}
channels: [{{id: phone, kind: phone}}, {{id: letter, kind: print}}]
stakeholders: [{{id: ward, name: Ward, kind: organisation}}, {{id: gp, name: GP, kind: clinician}}]
information: [Drugs]
steps:
  - {{action: Calls, actor: ward, channel: phone}}
  - {{action: Is told what comes, actor: ward, channel: letter{more}}}
"""


@pytest.mark.parametrize(
    ("more", "count"),
    [
        ("", 1),
        (", handoff: {to: gp, needs: Drugs, carries: Drugs}", 0),
        (", handoff: {to: gp, needs: Drugs, carries: Drugs}, gets: Drugs", 1),
    ],
)
def test_a_letter_from_house_to_house_is_not_asked_about(more: str, count: int) -> None:
    assert len(messages(LETTER.format(more=more), rule=unpreferred_channel)) == count
