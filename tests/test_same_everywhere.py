"""What holds for any map: guesses are marked alike, and a map of before says what it said."""

import json
from importlib import import_module
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.analysis.reading import analyse

from journeymap.analysis.analysis import Analysis
from journeymap.analysis.evidence import Standing
from journeymap.analysis.figures import figures
from journeymap.cli.show import View
from journeymap.linter.registry import RULES
from journeymap.tables.table import to_json
from journeymap.terminal.map_record import describe
from journeymap.testing import MAP, lint_files

KINDS = {"survey": "survey", "talks": "interview", "guess": "assumption"}
NAMES = st.lists(st.sampled_from([*KINDS]), max_size=2, unique=True)


@st.composite
def guessed(draw: st.DrawFn) -> tuple[str, dict[str, Standing]]:
    """A step full of figures, each with evidence of its own or none, and how each is known."""
    step = draw(NAMES)
    known: dict[str, Standing] = {}

    def own(field: str) -> str:
        names = draw(NAMES)
        resting = names or step
        kinds = {KINDS[name] for name in resting}
        known[field] = (
            Standing.ASSUMED
            if "assumption" in kinds or not kinds
            else Standing.MEASURED
            if kinds == {"survey"}
            else Standing.TOLD
        )
        return f", evidence: [{', '.join(names)}]" if names else ""

    lines = [
        f"leaks: [{{to: rivals, share: 20 %{own('leak')}}}]",
        f"wait: {{time: 3 weeks{own('wait')}}}",
        f"duration: {{time: 1 h{own('duration')}}}",
        f"importance: {{rating: 5{own('importance')}}}",
        f"expected: {{rating: 5{own('expected')}}}",
        f"perceived: {{rating: 1{own('perceived')}}}",
        f"metrics: [{{metric: m, value: 2{own('reading')}}}]",
    ]
    items = ", ".join(f"{{id: {name}, kind: {kind}, n: 200}}" for name, kind in KINDS.items())
    inside = "".join(f"    {line}\n" for line in lines)
    text = (
        f"title: A\nstatus: review\nevidence: [{items}]\n"
        "metrics: [{id: m, name: M, kind: csat, target: 9}]\n"
        f"personas: [{{id: ann, name: Ann}}]\nsteps:\n  - action: Calls\n"
        f"    evidence: [{', '.join(step)}]\n{inside}  - {{action: Comes, within: 1 week}}\n"
    )
    return text, known


def table(view: str, analysis: Analysis) -> Any:  # noqa: ANN401 - JSON
    return json.loads(to_json(import_module(f"journeymap.tables.{view}").build(analysis)))


@given(guessed())
@settings(deadline=None)
def test_every_table_and_finding_agrees_on_what_is_assumed(
    drawn: tuple[str, dict[str, Standing]],
) -> None:
    text, known = drawn
    analysis = analyse(text)
    guess = {name: each is Standing.ASSUMED for name, each in known.items()}
    told = sorted(each.standing for each in figures(analysis.journey_map))
    assert told == sorted(known.values())
    counted = table("coverage", analysis)["figures"]
    assert counted == {str(each): told.count(each) for each in Standing}
    gaps = table("gaps", analysis)["steps"][0]
    ratings = ("importance", "expected", "perceived")
    assert gaps["standings"] == {name: known[name] for name in ratings}
    assert gaps["assumed"] is any(guess[name] for name in ratings)
    assert table("flow", analysis)["steps"][0]["standing"] == known["leak"]
    times = table("time", analysis)
    assert (times["waiting"]["assumed"], times["active"]["assumed"]) == (
        guess["wait"],
        guess["duration"],
    )
    assert times["deadlines"][0]["assumed"] is guess["wait"]
    step = describe(analysis.journey_map)["steps"][0]
    assert (step["wait"]["standing"], step["leaks"][0]["standing"]) == (
        known["wait"],
        known["leak"],
    )
    point = table("leverage", analysis)["points"][0]
    assert point["assumed"] is any(guess[name] for name in (*ratings, "leak", "wait"))


RESTS: dict[str, tuple[str, ...]] = {
    "leak": ("leak",),
    "missed-deadline": ("wait",),
    "unmet-expectation": ("expected", "perceived"),
    "target-missed": ("reading",),
}
"""Rules that print figures, and on which of them."""


@given(guessed())
@settings(deadline=None)
def test_every_finding_marks_what_is_assumed_and_nothing_else(
    drawn: tuple[str, dict[str, Standing]],
) -> None:
    text, known = drawn
    rules = [each for each in RULES if each.name in RESTS]
    found = lint_files({MAP: f"journeymap: 1\n{text}"}, rules=rules).diagnostics
    assert {each.rule.name for each in found} == RESTS.keys()
    for each in found:
        guess = any(known[name] is Standing.ASSUMED for name in RESTS[each.rule.name])
        assert ("assumed" in each.message) is guess, each.message


LINES = {
    "emotion: {n}": "emotion: {{ann: {n}}}",
    "need: Rest": "need: {{ann: Rest}}",
    "importance: {k}": "importance: {{ann: {{rating: {k}}}}}",
    "expected: {k}": "expected: {{ann: {k}}}",
    "perceived: {k}": "perceived: {{rating: {k}}}",
    "channel: phone": "channel: {{ann: phone}}",
    "wait: {k} weeks": "wait: {{ann: {{time: {k} weeks}}}}",
    "duration: {k} h": "duration: {{time: {k} h}}",
    "leaks: [{{to: rivals, share: {k} %}}]": "leaks: [{{to: rivals, share: {{ann: {k} %}}}}]",
    "next: [{{to: s0, share: {k} %}}]": "next: [{{to: s0, share: {{ann: {k} %}}}}]",
}
"""What a step may say, as it was written before and in a form that came with several personas."""


@st.composite
def twice(draw: st.DrawFn) -> tuple[str, str]:
    """A map as it was written before, and the same in the forms of today."""
    old: list[str] = []
    new: list[str] = []
    for i in range(draw(st.integers(1, 3))):
        figures_ = {"n": draw(st.integers(-2, 2)), "k": draw(st.integers(1, 5))}
        chosen = draw(st.lists(st.sampled_from([*LINES]), unique=True))
        for lines, said in ((old, chosen), (new, [LINES[each] for each in chosen])):
            lines.append(f"  - id: s{i}\n    action: Does {i}\n    with: [gp]\n")
            lines += [f"    {each.format(**figures_)}\n" for each in said]
    head = (
        "title: A\npersonas: [{id: ann, name: Ann}]\nchannels: [{id: phone, name: Phone}]\n"
        "stakeholders: [{id: gp, name: GP, kind: clinician}]\n"
    )
    steps = (f"steps:\n{''.join(lines)}" for lines in (old, new))
    first, second = steps
    return f"{head}persona: ann\n{first}", f"{head}persona: [ann]\n{second}"


@given(twice())
@settings(deadline=None)
def test_a_map_as_it_was_written_before_gives_the_same_data(maps: tuple[str, str]) -> None:
    before, since = map(analyse, maps)
    for view in View:
        if view is not View.MAP:
            assert table(view, before) == table(view, since), view
    one, other = (describe(each.journey_map) for each in (before, since))
    for record in (one, other):
        for part in (record, *record["steps"]):
            del part["written"]  # which tells how it was written
    assert one == other
