"""What a sixth reviewer who saw no rule found wrong or obvious, on small maps of other kinds."""

import pytest
from tests.linter.linting import MAP, helps, lint_files, messages

from journeymap.findings import Severity
from journeymap.linter.rules.experience.bad_first_impression import bad_first_impression
from journeymap.linter.rules.experience.late_low import late_low
from journeymap.linter.rules.experience.unmet_expectation import unmet_expectation
from journeymap.linter.rules.flow.leak import leak
from journeymap.linter.rules.flow.silent_wait import silent_wait
from journeymap.linter.rules.leverage.leverage_point import leverage_point
from journeymap.linter.rules.measurement.target_missed import target_missed
from journeymap.linter.rules.references.unused_definition import unused_definition
from journeymap.linter.rules.touchpoints.asked_twice import asked_twice
from journeymap.linter.rules.touchpoints.forced_channel_switch import forced_channel_switch
from journeymap.linter.rules.touchpoints.incomplete_handoff import incomplete_handoff
from journeymap.linter.rules.touchpoints.repeat_visit import repeat_visit
from journeymap.linter.rules.touchpoints.unoffered_channel import unoffered_channel
from journeymap.linter.rules.touchpoints.unpreferred_channel import unpreferred_channel

DRAINS = """title: A blocked drain
personas: [{id: ida, name: Ida, preferences: {channels: [chat, shop]}}]
persona: ida
stakeholders:
  - {id: works, name: Water works, kind: organisation}
  - {id: fitter, name: Fitter, kind: staff, part_of: works}
  - {id: council, name: Council, kind: organisation}
  - {id: son, name: Son, kind: family}
channels:
  - {id: chat, name: Live chat, kind: digital, owner: works}
  - {id: form, name: Web form, kind: digital, owner: works}
  - {id: line, name: Hotline, kind: phone, owner: works}
  - {id: web, name: Search engine, kind: digital}
  - {id: shop, name: Shop, kind: in-person}
  - {id: post, name: Post, kind: print}
"""


def a_map(*steps: str, top: str = DRAINS) -> str:
    return f"{top}steps:\n" + "".join(
        f"  - {{id: s{i}, action: S{i}, {s}}}\n" for i, s in enumerate(steps)
    )


# ---------------------------------------------------------------- a step's own idea comes first
SHORT = "importance: 4, expected: 4, perceived: 2"
PAINS = (
    "pains: [{id: wet, text: The cellar stays wet, severity: 4, probability: 4}, "
    "{id: bill, text: The bill is unclear}]"
)
BESIDE = 'look for what answers "The cellar stays wet", and act on "One price", recorded here'
FOREIGN = "opportunities: {text: Pump on loan, solves: wet, impact: 5, effort: 1}"


@pytest.mark.parametrize(
    ("own", "said"),
    [
        ("{text: Pump the cellar dry, solves: wet}", 'act on "Pump the cellar dry", recorded here'),
        ("Dry the cellar", 'act on "Dry the cellar", recorded here'),
        ("Ring back", 'see whether "Ring back", recorded here, answers "The cellar stays wet"'),
        ("{text: One price, solves: bill}", BESIDE),
    ],
)
@pytest.mark.parametrize("elsewhere", [FOREIGN, "emotion: calm"])
def test_the_idea_of_the_step_comes_before_one_recorded_elsewhere(
    own: str, said: str, elsewhere: str
) -> None:
    step = f"with: fitter, {SHORT}, {PAINS}, opportunities: [{own}]"
    text = a_map(step, elsewhere)
    if said == BESIDE and elsewhere == FOREIGN:
        said = 'act on "One price", recorded here'
    (told,) = helps(text, rule=unmet_expectation)
    assert told.startswith(said)
    (first,) = helps(text.replace(SHORT, f"{SHORT}, emotion: angry"), rule=bad_first_impression)
    assert first.startswith(said)


def test_an_idea_elsewhere_is_named_beside_and_alone_where_there_is_no_other() -> None:
    step = f"with: fitter, {SHORT}, {PAINS}"
    (alone,) = helps(a_map(step, FOREIGN), rule=unmet_expectation)
    assert alone.startswith('see whether "Pump on loan", recorded at "S1", answers')
    (both,) = helps(
        a_map(f"{step}, opportunities: Dry the cellar", FOREIGN), rule=unmet_expectation
    )
    assert '; "Pump on loan", recorded at "S1", is against "The cellar stays wet"' in both


def test_who_leaves_is_asked_of_the_idea_of_the_step() -> None:
    step = f"with: fitter, {PAINS}, leaks: 20 %, opportunities: {{text: One price, solves: bill}}"
    (told,) = helps(a_map(step, FOREIGN), rule=leak)
    assert told.endswith('whether "One price" would keep them')


# ---------------------------------------------------------------- what an idea is to move
METRICS = """metrics:
  - {id: dry, name: Cellars dry in a day, kind: conversion, unit: '%', target: 90}
  - {id: nps, name: Recommendation, kind: nps, target: 40}
  - {id: calls, name: Second calls, unit: '%', target: 10, better: lower}
"""


def missing(idea: str, *read: str, pain: str = "{id: p, text: Nobody rings back}") -> str:
    values = ", ".join(f"{{metric: {name}, value: 20}}" for name in read)
    step = f"pains: {pain}, opportunities: [{idea}], metrics: [{values}]"
    return a_map(step, top=DRAINS + METRICS)


@pytest.mark.parametrize(
    ("idea", "credited"),
    [
        ("{text: Letters with a date, outcome: {metric: dry, from: 20, target: 90}}", True),
        ("{text: Dry cellars first}", True),
        ("{text: Letters with a date}", False),
        ("{text: Letters with a date, outcome: {metric: nps, from: 20, target: 40}}", False),
    ],
)
def test_no_idea_is_credited_with_a_metric_that_it_does_not_name(idea: str, credited: bool) -> None:
    (told,) = helps(missing(idea, "dry"), rule=target_missed)
    name = idea.partition("text: ")[2].partition("}")[0].partition(",")[0]
    assert (f'"{name}"' in told) is credited
    assert ("no idea names" in told) is not credited


def test_of_several_metrics_each_has_its_own_idea_or_none() -> None:
    idea = "{text: Letters with a date, outcome: {metric: nps, from: 20, target: 40}}"
    (told,) = helps(missing(idea, "dry", "nps", "calls"), rule=target_missed)
    assert 'push ahead with "Letters with a date", whose outcome "Recommendation" is to be' in told
    assert 'no idea names "Cellars dry in a day" and "Second calls" as its outcome' in told


def test_a_pain_that_speaks_of_the_metric_lends_its_idea() -> None:
    text = missing(
        "{text: Ring back by noon, solves: p}", "calls", pain="{id: p, text: Calls twice}"
    )
    (told,) = helps(text, rule=target_missed)
    assert told.startswith('see whether "Ring back by noon", against "Calls twice", brings "Second')


# ---------------------------------------------------------------- waits that the service causes
@pytest.mark.parametrize(
    ("first", "rest", "told"),
    [
        ("with: fitter", ("with: fitter",), 1),
        ("channel: form", ("with: fitter",), 1),
        ("channel: web", ("with: fitter",), 0),
        ("channel: web, with: son", ("with: fitter",), 0),
        ("channel: post", ("channel: shop, with: fitter",), 0),
        ("with: fitter", ("offstage: true, actor: works",), 0),
        ("with: fitter", ("offstage: true, actor: works", "offstage: true, actor: council"), 0),
        ("with: fitter", ("offstage: true, actor: works", "with: fitter"), 1),
        ("with: fitter", ("with: son, channel: shop", "with: fitter"), 0),
    ],
)
def test_only_a_wait_that_the_service_causes_is_asked_about(
    first: str, rest: tuple[str, ...], told: int
) -> None:
    rest = tuple(each.replace(", channel: shop", "") if "son" in each else each for each in rest)
    text = a_map(f"{first}, wait: 3 weeks", *rest)
    assert len(messages(text, rule=silent_wait)) == told


@pytest.mark.parametrize(
    ("rest", "told"),
    [
        (("offstage: true, actor: works",), 0),
        (("offstage: true, actor: works", "with: fitter"), 1),
        (("with: fitter",), 1),
        ((), 1),
    ],
)
def test_who_is_not_told_waits_for_something(rest: tuple[str, ...], told: int) -> None:
    text = a_map("with: fitter, wait: {time: 3 weeks, announced: false}", *rest)
    assert len(messages(text, rule=silent_wait)) == told


# ---------------------------------------------------------------- a preferred channel, told once
@pytest.mark.parametrize(
    ("idea", "told"),
    [
        ("{text: Live chat at night, status: live, since: 2026-01}", 0),
        ("{text: Chat with a fitter, status: testing}", 0),
        ("{text: Live chat at night, status: dropped}", 1),
        ("{text: One price, status: live, since: 2026-01}", 1),
    ],
)
def test_a_channel_that_an_idea_brings_or_brought_is_recorded(idea: str, told: int) -> None:
    text = a_map(f"with: fitter, channel: shop, opportunities: [{idea}]")
    assert len(messages(text, rule=unoffered_channel)) == told


def test_where_the_steps_are_told_the_channel_is_told_with_them() -> None:
    text = a_map("with: fitter, channel: line", "with: fitter, channel: shop, action: Talks")
    assert messages(text, rule=unoffered_channel) == []
    (told,) = messages(text, rule=unpreferred_channel)
    assert told.endswith('; no step offers "Live chat"')
    fine = a_map("with: fitter, channel: shop")
    assert len(messages(fine, rule=unoffered_channel)) == 1


@pytest.mark.parametrize(("owner", "told"), [("works", 1), ("council", 0)])
def test_a_channel_of_another_house_is_not_the_teams_to_offer(owner: str, told: int) -> None:
    top = DRAINS.replace("Live chat, kind: digital, owner: works", f"Live chat, owner: {owner}")
    text = a_map("with: fitter, channel: shop", "with: fitter, channel: shop", top=top)
    assert len(messages(text, rule=unoffered_channel)) == told


@pytest.mark.parametrize(
    ("then", "told"),
    [
        ("channel: shop, with: fitter, instead_of: line", 0),
        ("channel: shop, with: fitter, instead_of: [line, form]", 0),
        ("channel: shop, with: fitter, instead_of: form", 1),
        ("channel: shop, with: fitter", 1),
    ],
)
def test_a_channel_given_up_at_the_next_step_is_told_there(then: str, told: int) -> None:
    text = a_map("with: fitter, channel: line", then)
    assert len(messages(text, rule=unpreferred_channel)) == told
    assert len(messages(text, rule=forced_channel_switch)) == ("instead_of" in then)


def test_what_several_personas_prefer_is_told_in_one_note() -> None:
    top = DRAINS.replace(
        "]\npersona: ida", ", {id: bo, name: Bo, preferences: {channels: [post]}}]"
    )
    top = top.replace("stakeholders:", "persona: [ida, bo]\nstakeholders:", 1)
    text = a_map("with: fitter, channel: line", "with: fitter, channel: line", top=top)
    (told,) = messages(text, rule=unpreferred_channel)
    assert "Ida prefers" in told
    assert "Bo prefers" in told
    same = text.replace("channels: [post]", "channels: [chat, shop]")
    (told,) = messages(same, rule=unpreferred_channel)
    assert told.count("the persona prefers") == 1


@pytest.mark.parametrize(
    ("first", "told"),
    [
        ("channel: line, pains: {text: On hold}, opportunities: Ring back", 0),
        ("channel: line, pains: {text: On hold}", 1),
        ("channel: form, pains: {text: On hold}, opportunities: Ring back", 1),
        ("channel: line, opportunities: Ring back", 1),
    ],
)
def test_what_fails_at_the_first_try_is_told_there(first: str, told: int) -> None:
    text = a_map(first, "channel: shop, instead_of: line")
    assert len(messages(text, rule=forced_channel_switch)) == told


@pytest.mark.parametrize(
    ("kind", "used", "told"),
    [("digital", "form", 0), ("digital", "line", 1), ("phone", "line", 0)],
)
def test_a_channel_beside_a_used_one_of_its_kind_is_left_alone(
    kind: str, used: str, told: int
) -> None:
    top = DRAINS.partition("channels:\n")[0].replace(", preferences: {channels: [chat, shop]}", "")
    top += f"channels: [{{id: new, name: New, kind: {kind}}}, {{id: form, name: F, kind: digital}}"
    top += ", {id: line, name: L, kind: phone}]\n"
    found = messages(a_map(f"channel: {used}", top=top), rule=unused_definition)
    assert sum("`new`" in each for each in found) == told


# ---------------------------------------------------------------- whose words, and of whom
def test_cases_go_back_where_no_persona_is() -> None:
    top = DRAINS.replace("persona: ida", "persona: ida\nstarts: {n: 100, per: month}")
    back = "next: [{to: s0, share: 30 %, why: no plan}, {to: s2, share: 70 %}]"
    text = a_map("with: fitter", f"offstage: true, actor: works, {back}", "with: fitter", top=top)
    (told,) = messages(text, rule=repeat_visit)
    assert ' of the cases at "S1" go back' in told
    assert "people" not in told
    (told,) = messages(text.replace("offstage: true, ", ""), rule=repeat_visit)
    assert ' of those at "S1" go back' in told


@pytest.mark.parametrize(
    ("name", "asked"),
    [
        ("Key to the cellar", True),
        ("Allergies", True),
        ("Inspection report", False),
        ("Discharge summary", False),
        ("Plan of the pipes", False),
        ("Camera images", False),
    ],
)
def test_nobody_asks_people_for_what_a_house_writes(name: str, asked: bool) -> None:
    top = f"{DRAINS}information: [{{id: x, name: {name}}}, {{id: y, name: Address}}]\n"
    text = a_map(
        "with: fitter, gives: y, handoff: {to: council, needs: [x]}", "actor: council", top=top
    )
    (told,) = helps(text, rule=incomplete_handoff)
    assert ("nobody has asked" in told) is asked


BOTH = """title: A blocked drain
personas: [{id: ida, name: Ida}, {id: bo, name: Bo}]
persona: [ida, bo]
"""


@pytest.mark.parametrize(
    ("ratings", "said"),
    [
        ("importance: 5, expected: 4, perceived: 1", "importance 5, expected 4, perceived 1 of 5"),
        (
            "importance: 5, expected: 4, perceived: {ida: 1, bo: 3}",
            "Ida: perceived 1 of 5 (importance 5, expected 4 of 5 for all)",
        ),
        (
            "importance: {ida: 5, bo: 2}, expected: {ida: 4, bo: 3}, perceived: {ida: 1, bo: 3}",
            "Ida: importance 5, expected 4, perceived 1 of 5",
        ),
    ],
)
def test_what_everybody_says_is_not_one_persona_s(ratings: str, said: str) -> None:
    text = a_map(f"{ratings}, emotion: angry", "emotion: calm", top=BOTH)
    (told,) = messages(text, rule=leverage_point)
    assert said in told.partition(": ")[2].split("; ")


def test_an_idea_that_names_no_pain_is_against_each_of_its_step() -> None:
    step = f"with: fitter, {SHORT}, emotion: angry, {PAINS}, opportunities: Ring back"
    (told,) = helps(a_map(step), rule=leverage_point)
    assert told.endswith('answers "The cellar stays wet", the gravest here (it names no pain)')


# ---------------------------------------------------------------- what must be told is in sight
def test_what_is_done_to_people_comes_before_what_they_feel() -> None:
    top = DRAINS + "information: [{id: addr, name: Address}, {id: key, name: Key}]\n"
    hard = f"with: fitter, {SHORT}, emotion: furious, {PAINS}, gives: [addr, key], instead_of: line"
    hard += ", wait: {time: 3 weeks, announced: false}, leaks: 20 %, next: {to: s0, share: 25 %}"
    text = a_map("with: fitter, gives: [addr, key]", hard, "with: fitter, emotion: calm", top=top)
    report = lint_files({MAP: text}, rules=[asked_twice, leverage_point])
    (point,) = [each for each in report.diagnostics if each.step == "s1"]
    shown = [each.raw for each in point.first_reasons]
    assert "asked again: Address and Key" in shown
    felt = shown.index("feels furious") if "feels furious" in shown else len(shown)
    assert all(shown.index(each) < felt for each in shown if "again" in each or "wait of" in each)
    assert any(each.message.raw.startswith("asked again") for each in point.related)


@pytest.mark.parametrize(
    ("leaks", "unsaid"),
    [
        ("20 %", True),
        ("{share: 20 %, to: council}", True),
        ("{share: 20 %, why: Too dear}", False),
        ("[{share: 10 %, why: Too dear}, {share: 10 %}]", False),
    ],
)
def test_a_loss_of_which_nobody_says_why_is_told_so(leaks: str, unsaid: bool) -> None:
    text = a_map(f"with: fitter, leaks: {leaks}", "with: fitter")
    assert [each.count("and nobody says why") for each in messages(text, rule=leak)] == [unsaid]
    assert [each.count("write it as their why:") for each in helps(text, rule=leak)] == [unsaid]


# ---------------------------------------------------------------- a low before a good end
@pytest.mark.parametrize(
    ("end", "told"), [("neutral", 1), ("annoyed", 1), ("pleased", 0), ("delighted", 0)]
)
def test_a_low_before_a_good_end_is_not_late(end: str, told: int) -> None:
    glad = "emotion: pleased"
    text = a_map(glad, glad, glad, glad, "emotion: angry", f"emotion: {end}")
    assert len(messages(text, rule=late_low)) == told


def test_a_target_that_nobody_is_to_move_stays_a_warning() -> None:
    text = a_map("metrics: {metric: dry, value: 20}", top=DRAINS + METRICS)
    (found,) = lint_files({MAP: text}, rules=[target_missed]).diagnostics
    assert found.severity is Severity.WARNING


@pytest.mark.parametrize(
    ("at", "pain", "credited"),
    [
        ("step", "The cellar is not dry for days", True),
        ("step", "The bill is unclear", False),
        ("stage", "The cellar is not dry for days", False),
        ("next", "The cellar is not dry for days", False),
    ],
)
def test_what_is_read_over_a_stage_is_no_idea_s_of_one_step(
    at: str, pain: str, credited: bool
) -> None:
    read = "metrics: {metric: dry, value: 20}"
    text = f"{DRAINS}{METRICS}stages:\n  - name: Pumping\n"
    text += f"    {read}\n" if at == "stage" else ""
    step = f"action: A, with: fitter, pains: {{text: {pain}}}, opportunities: Ring back"
    text += f"    steps:\n      - {{{step}{f', {read}' if at == 'step' else ''}}}\n"
    text += f"      - {{action: B, with: fitter{f', {read}' if at == 'next' else ''}}}\n"
    (told,) = helps(text, rule=target_missed)
    assert ("Ring back" in told) is credited
