"""How a finding says what it names, as a third reviewer who saw no rule read it."""

import pytest
from tests.linter.linting import MAP, helps, lint_files, messages

from journeymap.linter.diagnostic import Diagnostic
from journeymap.linter.registry import RULES
from journeymap.linter.rules.flow.missed_deadline import missed_deadline
from journeymap.linter.rules.improvement.unimproved_strength import unimproved_strength
from journeymap.linter.rules.leverage.leverage_point import leverage_point
from journeymap.linter.rules.leverage.unserved_influencer import unserved_influencer
from journeymap.linter.rules.measurement.stale_reading import stale_reading
from journeymap.linter.rules.touchpoints.unpreferred_channel import unpreferred_channel

ADOPTION = """title: A family adopts a dog
persona: Ann
stakeholders:
  - {id: shelter, name: Shelter, kind: organisation}
  - {id: vet, name: Vet, kind: clinician}
  - {id: son, name: Her son, kind: family}
"""


def a_map(*steps: str, top: str = ADOPTION) -> str:
    return f"{top}steps:\n" + "".join(f"  - {{{step}}}\n" for step in steps)


# ------------------------------------------------------------- what a leverage point names, and how
PRESSED = "importance: 5, expected: 5, perceived: 1"


def point_of(*steps: str, top: str = ADOPTION) -> Diagnostic:
    """The first leverage point, with what the other rules find."""
    rules = [each for each in RULES if each.name in {"leverage-point", *leverage_point.subsumes}]
    report = lint_files({MAP: a_map(*steps, top=top)}, rules=rules)
    return next(each for each in report.diagnostics if each.rank == 1)


@pytest.mark.parametrize(
    ("feeling", "said"),
    [
        ("[overjoyed, terrified]", "feels overjoyed, terrified"),
        ("[terrified, relieved]", "feels terrified, relieved"),
        ("[sad, terrified]", "feels terrified"),
        ("[neutral, terrified]", "feels terrified"),
        ("terrified", "feels terrified"),
    ],
)
def test_a_feeling_that_points_both_ways_is_said_whole(feeling: str, said: str) -> None:
    assert said in point_of(f"action: A, {PRESSED}, emotion: {feeling}", "action: B").reasons


@pytest.mark.parametrize(
    ("since", "date", "said"),
    [
        ("2026-08", "2026-06", 'ask again: what is recorded is from before "Call first" went live'),
        ("2026-05", "2026-06", 'find out why "Call first", live here, is not enough'),
        ("2026-06", "2026-06", 'find out why "Call first", live here, is not enough'),
    ],
)
def test_what_is_older_than_a_live_idea_says_nothing_against_it(
    since: str, date: str, said: str
) -> None:
    top = f"{ADOPTION}evidence: [{{id: talks, kind: interview, date: {date}}}]\n"
    idea = f"opportunities: {{text: Call first, solves: late, status: live, since: {since}}}"
    pain = "pains: {id: late, text: Nobody calls, evidence: talks}"
    point = point_of(f"action: A, {PRESSED}, {pain}, {idea}", "action: B", top=top)
    assert point.help.startswith(said)
    assert ("ask again" in point.gist) is said.startswith("ask again")


def test_a_dropped_idea_is_named_where_none_is_left() -> None:
    idea = "opportunities: {text: Call first, status: dropped}"
    point = point_of(f"action: A, {PRESSED}, {idea}", "action: B")
    assert '"Call first" again, which was dropped' in point.help


@pytest.mark.parametrize(
    ("gives", "said"),
    [
        ("gives: age", '; nobody has asked for "weight" up to here'),
        ("gives: weight", ""),
        ("gets: weight", ""),
        ("need: Rest", ""),
    ],
)
def test_a_paper_that_nobody_asked_for_is_said_so_in_a_leverage_point(
    gives: str, said: str
) -> None:
    handoff = "handoff: {to: vet, needs: weight, carries: age}"
    point = point_of(f"action: A, {PRESSED}, {gives}, {handoff}", "action: B, with: vet")
    assert f"not passed on: weight, with no way to ask back{said}" in point.reasons


# ------------------------------------------------------------------------------ smaller defects
@pytest.mark.parametrize(
    ("open_", "told"),
    [
        ("pains: {text: It bites, kind: harm, severity: 4, probability: 3}", False),
        (
            (
                "pains: {id: b, text: It bites, kind: harm, severity: 4, probability: 3}, "
                "opportunities: {text: A muzzle, solves: b}"
            ),
            True,
        ),
        (f"{PRESSED}, emotion: angry", False),
        (f"{PRESSED}, emotion: angry, opportunities: Ask earlier", True),
        ("pains: {text: It barks, severity: 2, probability: 2}, opportunities: Walk it", True),
    ],
)
def test_a_strength_is_left_alone_while_something_graver_is_open(open_: str, told: bool) -> None:
    good = "action: Meets the dog, importance: 5, perceived: 5, emotion: delighted"
    text = a_map(good, f"action: B, {open_}", "action: C, opportunities: A leash")
    assert bool(messages(text, rule=unimproved_strength)) is told


@pytest.mark.parametrize(
    ("where", "measured"),
    [
        ("stages: [{name: S, metrics: METRIC, steps: STEPS}]", True),
        ("readings: METRIC\nsteps: STEPS", True),
        ("steps: STEPS", False),
    ],
)
def test_a_duration_read_on_the_way_is_a_measure(where: str, measured: bool) -> None:
    steps = "[{id: a, action: A, wait: 5 weeks}, {action: B, within: {time: 2 weeks, after: a}}]"
    metric = "[{metric: days, value: 31}]"
    kinds = "metrics: [{id: days, name: Days, kind: duration, unit: days}]\n"
    text = f"title: T\n{kinds}{where.replace('METRIC', metric).replace('STEPS', steps)}\n"
    (advice,) = helps(text, rule=missed_deadline)
    assert ("measure it" in advice) is not measured


@pytest.mark.parametrize(
    ("first", "second", "count"),
    [
        ("evidence: survey, as_of: 2024-05", "evidence: survey, as_of: 2024-05", 1),
        ("evidence: survey, as_of: 2024-05", "evidence: records, as_of: 2024-05", 2),
        ("evidence: survey, as_of: 2024-05", "evidence: survey, as_of: 2023-05", 2),
        ("as_of: 2024-05", "as_of: 2024-05", 2),
    ],
)
def test_values_of_one_survey_are_old_once(first: str, second: str, count: int) -> None:
    top = f"{ADOPTION}evidence: [{{id: survey, kind: survey}}, {{id: records, kind: records}}]\n"
    text = a_map(
        f"action: A, metrics: [{{metric: nps, value: 5, {first}}}]",
        f"action: B, metrics: [{{metric: cost, value: 5, {second}}}]",
        top=top,
    )
    told = messages(text, rule=stale_reading)
    assert len(told) == count
    assert (count == 1) is told[0].startswith('the latest values of "nps" and "cost", from one')
    comment = "  # journeymap: ignore[stale-reading]"
    ignored = text.replace("}]}\n  - {action: B", f"}}]}}{comment}\n  - {{action: B")
    assert [each[:22] for each in messages(ignored, rule=stale_reading)] == [
        'the latest value of "c'
    ]


@pytest.mark.parametrize(
    ("need", "first"),
    [
        ("To do it with a person on the line", "Portal"),
        ("Hablar con alguien", "Portal"),
        ("Żeby ktoś pomógł", "Portal"),
        ("To be done by noon", "Website"),
    ],
)
def test_where_somebody_is_wanted_a_channel_is_named_first(need: str, first: str) -> None:
    top = (
        "title: T\npersonas: {name: Ann, preferences: {channels: [phone]}}\n"
        "stakeholders: [{id: office, name: Office, kind: organisation}]\n"
        "channels: [{id: phone, name: Phone, kind: phone}, {id: web, name: Website, kind: digital},"
        " {id: portal, name: Portal, kind: digital}]\n"
    )
    steps = (
        "action: Reads, with: office, channel: web, pains: Jargon",
        "action: Looks again, with: office, channel: web, pains: Jargon",
        f"action: Applies, channel: portal, gives: form, need: {need}, expected: 3, perceived: 1",
        "action: Rings, with: office, channel: phone",
    )
    (said,) = messages(a_map(*steps, top=top), rule=unpreferred_channel)
    assert said.startswith(f'the persona prefers "Phone", but is served through "{first}" at ')


@pytest.mark.parametrize(
    ("first", "second", "named"),
    [
        ("[hopeful, afraid -2]", "terrified -2", "B"),
        ("terrified -2", "[hopeful, afraid -2]", "A"),
        ("terrified -2", "terrified -2", "A"),
        ("terrified -2", "terrified -2, pains: {text: P, severity: 4, probability: 4}", "B"),
    ],
)
def test_of_somebodys_lows_the_gravest_is_named(first: str, second: str, named: str) -> None:
    text = a_map(
        f"action: A, with: [vet, son], emotion: {first}",
        f"action: B, with: [vet, son], emotion: {second}",
        "action: C, opportunities: A leash",
        top=ADOPTION.replace("kind: family", "kind: family, influence: 5"),
    )
    (told,) = messages(text, rule=unserved_influencer)
    assert f'low moment "{named}"' in told
