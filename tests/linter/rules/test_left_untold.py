"""What a reviewer told of maps before any rule did, beside its nearest right neighbours."""

import pytest
from tests.linter.linting import messages

from journeymap.linter.rules.completeness.unmapped_rest import unmapped_rest
from journeymap.linter.rules.experience.far_apart import far_apart
from journeymap.linter.rules.flow.longer_sideline import longer_sideline
from journeymap.linter.rules.flow.same_destination import same_destination
from journeymap.linter.rules.measurement.assumed_part import assumed_part
from journeymap.linter.rules.measurement.empty_reading import empty_reading
from journeymap.linter.rules.measurement.uncounted_evidence import uncounted_evidence

# ----------------------------------------------------------------------------- empty-reading
FERRY = """title: Ferry
metrics:
  - {id: late, name: Departures late, unit: '%'}
  - {id: sold, name: Tickets sold online, unit: '%'}
"""


@pytest.mark.parametrize(
    ("steps", "told"),
    [
        (
            "[{action: Boards, metrics: [late]}]",
            ['"Departures late" has no value anywhere on the map'],
        ),
        (
            "[{action: Buys, metrics: [sold]}, {action: Boards, metrics: [late]}]",
            ['"Tickets sold online" and "Departures late" have no values anywhere on the map'],
        ),
        (
            "[{action: Buys, metrics: late}, {action: Boards, metrics: {metric: late, value: 3}}]",
            [],
        ),
        ("[{action: Boards, metrics: [{metric: late, value: 0}]}]", []),
        ("[{action: Boards}]", []),
    ],
)
def test_a_metric_without_a_value_anywhere(steps: str, told: list[str]) -> None:
    assert messages(f"{FERRY}steps: {steps}\n", rule=empty_reading) == told


def test_a_desired_map_names_what_is_to_be_measured() -> None:
    text = f"{FERRY}state: desired\nsteps: [{{action: Boards, metrics: [late]}}]\n"
    assert messages(text, rule=empty_reading) == []


# ----------------------------------------------------------------------------- unmapped-rest
@pytest.mark.parametrize(
    ("head", "share", "told"),
    [
        ("starts: {n: 90, per: month}", "30 %", 1),
        ("starts: {n: 90, per: month}", "60 %", 0),
        ("purpose: See", "30 %", 0),
        ("starts: {n: 90, per: month}\nstate: desired", "30 %", 0),
    ],
)
def test_the_rest_of_those_who_start(head: str, share: str, told: int) -> None:
    people = f"personas: [{{id: ola, name: Ola, share: {share}}}]"
    text = f"title: Ferry\n{head}\n{people}\nsteps: [Boards]\n"
    assert len(messages(text, rule=unmapped_rest)) == told


def test_a_persona_without_a_share_or_beside_another_one_leaves_nobody_out() -> None:
    head = "title: Ferry\nstarts: {n: 90, per: month}\npersona: ola\n"
    for people in (
        "{id: ola, name: Ola}",
        "{id: ola, name: Ola, share: 20 %}, {id: jan, name: Jan}",
    ):
        text = f"{head}personas: [{people}]\nsteps: [Boards]\n"
        assert messages(text, rule=unmapped_rest) == []


# ----------------------------------------------------------------------------- far-apart
SISTERS = """title: Selling the farm
persona: [ada, bea]
personas: [{id: ada, name: "Ada, 60"}, {id: bea, name: "Bea, 52"}]
steps:
"""


@pytest.mark.parametrize(
    ("feelings", "told"),
    [
        ("{ada: delighted, bea: devastated}", 1),
        ("{ada: 1, bea: -2}", 1),
        ("{ada: 1, bea: -1}", 0),
        ("{ada: -2}", 0),
        ("-2", 0),
    ],
)
def test_two_personas_far_apart(feelings: str, told: int) -> None:
    text = f"{SISTERS}  - {{action: Signs, emotion: {feelings}}}\n"
    assert len(messages(text, rule=far_apart)) == told


def test_the_step_where_they_are_furthest_apart_speaks_for_the_others() -> None:
    steps = "  - {action: Shows it, emotion: {ada: 1, bea: -2}}\n"
    steps += "  - {action: Signs, emotion: {ada: 2, bea: -2}}\n"
    (said,) = messages(SISTERS + steps, rule=far_apart)
    assert said == '"Signs" is felt far apart: Ada 2 and Bea -2, and at one more step'


def test_somebody_who_is_no_persona_is_not_held_against_one() -> None:
    text = "title: Farm\npersona: Ada\nstakeholders: [{id: bank, name: Bank, kind: organisation}]\n"
    text += "steps: [{action: Signs, with: bank, emotion: {persona: -2, bank: 2}}]\n"
    assert messages(text, rule=far_apart) == []


# ----------------------------------------------------------------------------- same-destination
RIVALS = """title: Gym
stakeholders: [{id: box, name: The box, kind: competitor}]
evidence: [{id: till, kind: records, n: 900}, {id: talks, kind: interview, n: 5}]
based_on: till
"""


@pytest.mark.parametrize(
    ("first", "second", "told"),
    [
        (
            "{to: box, share: 10 %}",
            "{to: The box, share: 20 %}",
            ['"The box" takes 28 % of all who start, at 2 steps: "Looks" and "Tries"'],
        ),
        ("{to: box, share: 4 %}", "{to: box, share: 5 %}", []),
        ("{to: box, share: 20 %}", "{to: home, share: 20 %}", []),
        ("{share: 20 %}", "{share: 20 %}", []),
        ("{to: box, share: 30 %}", "{to: box, share: 0 %}", []),
    ],
)
def test_what_one_place_takes_is_summed(first: str, second: str, told: list[str]) -> None:
    steps = f"[{{action: Looks, leaks: {first}}}, {{action: Tries, leaks: {second}}}, Joins]"
    assert messages(f"{RIVALS}steps: {steps}\n", rule=same_destination) == told


def test_a_sum_of_what_was_told_is_no_count() -> None:
    leak = "{to: box, share: 20 %, evidence: talks}"
    steps = f"[{{action: Looks, leaks: {leak}}}, {{action: Tries, leaks: {leak}}}, Joins]"
    (said,) = messages(f"{RIVALS}steps: {steps}\n", rule=same_destination)
    assert "36 % of all who start (told, not counted), at 2 steps" in said


# ----------------------------------------------------------------------------- longer-sideline
@pytest.mark.parametrize(
    ("main", "aside", "told"),
    [
        ("wait: 3 weeks", "duration: 6 weeks", 1),
        ("duration: 2 days, wait: 3 weeks", "duration: 3 weeks", 0),
        ("wait: 3-7 weeks", "duration: 6 weeks", 0),
        ("note: no time said", "duration: 6 weeks", 0),
        ("wait: 3 weeks", "note: no time said", 0),
    ],
)
def test_what_runs_beside_and_takes_longer(main: str, aside: str, told: int) -> None:
    steps = f"[{{id: a, action: Applies, {main}}}, "
    steps += f"{{action: The police check, meanwhile: a, offstage: true, {aside}}}, Starts]"
    assert len(messages(f"title: Job\nsteps: {steps}\n", rule=longer_sideline)) == told


# ----------------------------------------------------------------------------- assumed-part
KNOWN = """title: Job
evidence:
  - {id: talks, kind: interview, n: 8}
  - {id: guess, name: Our guess, kind: assumption}
"""


@pytest.mark.parametrize(
    ("people", "evidence", "told"),
    [
        ("[]", "guess", ['"Starts" rests on assumptions alone']),
        (
            "[{id: ola, name: Ola, evidence: guess}]",
            "guess",
            ['the profile of "Ola" and "Starts" rest on assumptions alone'],
        ),
        (
            "[{id: ola, name: Ola, evidence: guess}]",
            "talks",
            ['the profile of "Ola" rests on assumptions alone'],
        ),
        ("[{id: ola, name: Ola, evidence: [guess, talks]}]", "[guess, talks]", []),
        ("[{id: ola, name: Ola}]", "[]", []),
    ],
)
def test_what_rests_on_assumptions_alone(people: str, evidence: str, told: list[str]) -> None:
    steps = "[{action: Applies, evidence: talks}, {action: Starts, evidence: EVIDENCE}]"
    text = f"{KNOWN}personas: {people}\nsteps: {steps.replace('EVIDENCE', evidence)}\n"
    assert messages(text, rule=assumed_part) == told


def test_a_map_that_is_all_assumed_has_a_rule_of_its_own_and_so_has_a_moment() -> None:
    alone = "[{action: Starts, evidence: guess}]"
    moment = (
        "[{action: Applies, evidence: talks}, {action: Starts, evidence: guess, moment: truth}]"
    )
    for steps in (alone, moment):
        assert messages(f"{KNOWN}steps: {steps}\n", rule=assumed_part) == []


# ----------------------------------------------------------------------------- uncounted-evidence
@pytest.mark.parametrize(
    ("source", "step", "told"),
    [
        ("kind: records", "metrics: {metric: falls, value: 3, evidence: log}", 1),
        ("kind: records", "leaks: {share: 9 %}, evidence: log", 1),
        ("kind: records, n: 80", "metrics: {metric: falls, value: 3, evidence: log}", 0),
        ("kind: analytics", "metrics: {metric: falls, value: 3, evidence: log}", 0),
        ("kind: records", "emotion: sad, evidence: log", 0),
        ("kind: records", "metrics: {metric: falls, evidence: log}", 0),
    ],
)
def test_records_that_do_not_say_of_how_many(source: str, step: str, told: int) -> None:
    text = "title: Home\nmetrics: [{id: falls, name: Falls}]\n"
    text += f"evidence: [{{id: log, name: Log, {source}}}]\nsteps: [{{action: Gets up, {step}}}]\n"
    assert len(messages(text, rule=uncounted_evidence)) == told
