"""Small files that could cost much: what is counted is work, never time."""

from collections.abc import Callable
from typing import Any

import pytest
from tests.analysis.test_effort import map_of, step
from tests.linter.linting import messages
from tests.workspace.test_load import read

from journeymap.analysis import effort, graph, markov, measures, next_steps
from journeymap.analysis.analysis import Analysis
from journeymap.analysis.emotion import Curve
from journeymap.analysis.handoff_answers import Answers
from journeymap.analysis.transitions import find_ways
from journeymap.linter import describe
from journeymap.linter.profiles import Selection
from journeymap.linter.rules.completeness import thin_persona
from journeymap.linter.rules.completeness.missing_need import missing_need
from journeymap.linter.rules.completeness.oversized_map import oversized_map
from journeymap.linter.rules.experience._shared import first_impression
from journeymap.linter.rules.flow import long_wait, silent_wait
from journeymap.linter.rules.measurement.unmeasured_stage import unmeasured_stage
from journeymap.linter.rules.references import _meaning
from journeymap.linter.rules.references.unknown_reference import unknown_reference
from journeymap.linter.rules.touchpoints.handoff_mismatch import handoff_mismatch
from journeymap.linter.rules.touchpoints.incomplete_handoff import incomplete_handoff
from journeymap.linter.suppress import Ignore
from journeymap.model import likeness
from journeymap.model.journey_map import JourneyMap, PlacedStep
from journeymap.reading import expand, first_findings, misspelt_keys
from journeymap.tables.flow import build
from journeymap.testing import MAP, lint_files
from journeymap.text.nodes import Mapping, Scalar, locate_key
from journeymap.text.source import Span
from journeymap.views.flow.content import read as read_flow
from journeymap.words.part_titles import titles

HEAD = "journeymap: 1\ntitle: A\nsteps: [B]\n"


@pytest.fixture
def count(monkeypatch: pytest.MonkeyPatch) -> Callable[[object, str], list[None]]:
    """Counts the calls of a function."""

    def counted(module: object, name: str) -> list[None]:
        calls: list[None] = []
        plain = getattr(module, name)

        def call(*given: Any, **named: Any) -> object:  # noqa: ANN401 - whatever the function takes
            calls.append(None)
            return plain(*given, **named)

        monkeypatch.setattr(module, name, call)
        return calls

    return counted


def test_what_many_steps_ask_is_looked_for_once_an_item(
    count: Callable[[object, str], list[None]],
) -> None:
    """Not once a step and item; in a loop, once a step more."""
    steps = [step(f"S{n}", [(f"s{n + 1}", 0.9), ("s0", 0.1)], gives=["a", "b"]) for n in range(29)]
    journey_map = map_of(*steps, step("S29", gives=["a", "b"]))
    reached = count(graph, "reach")
    assert len(effort.asked_twice(journey_map, find_ways(journey_map))) == 58
    assert len(reached) <= 2 * 2 + 30


def test_near_names_are_sought_for_the_unknown_keys_that_are_told(
    monkeypatch: pytest.MonkeyPatch, count: Callable[[object, str], list[None]]
) -> None:
    for module in (expand, first_findings):
        monkeypatch.setattr(module, "MOST_TOLD", 10)
    sought = count(misspelt_keys, "nearest")
    file = read(HEAD + "".join(f"zz{n}: 1\n" for n in range(500)))
    assert 0 < len(sought) <= 11
    assert [each.code for each in file.findings] == ["JM003"] * 11
    assert file.findings[-1].message == (
        "`zz10` is not a field of the map, and 489 more places like this one"
    )
    assert file.journey_map is not None


def test_what_many_unknown_keys_stand_for_is_unknown_not_missing(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(expand, "MOST_TOLD", 10)
    few = read(HEAD + "zz: 1\npersnoa: Ann\n")
    many = read(HEAD + "".join(f"zz{n}: 1\n" for n in range(20)) + "persnoa: Ann\n")
    assert ("persona",) in few.broken
    assert ("",) in many.broken


CROSSING = """\
title: A
steps:
  - {action: B, next: [{to: c, share: 40 %}, {to: d, share: 30 %}, {to: e, share: 10 %}]}
  - {action: C, next: [{to: b, share: 40 %}, {to: d, share: 30 %}, {to: e, share: 10 %}]}
  - {action: D, next: [{to: b, share: 40 %}, {to: c, share: 30 %}, {to: e, share: 10 %}]}
  - {action: E, next: [{to: b, share: 40 %}, {to: c, share: 30 %}, {to: d, share: 10 %}]}
"""


def test_ways_that_cross_too_often_have_no_flow_and_that_is_told(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    journey_map = read(CROSSING).journey_map
    assert journey_map is not None
    plain = Analysis(journey_map=journey_map)
    assert plain.flow is not None
    assert not plain.is_tangled
    assert messages(CROSSING, rule=oversized_map) == []
    monkeypatch.setattr(markov, "MOST_PRODUCTS", 9)
    tangled = Analysis(journey_map=journey_map)
    assert tangled.flow is None
    assert tangled.is_tangled
    assert messages(CROSSING, rule=oversized_map) == [
        "the ways of the map cross too often for a flow to be computed"
    ]
    assert "cross too often" in build(tangled).lines[0]
    assert "cross too often" in read_flow(tangled).summary


def test_few_names_are_guessed_where_many_are_known(
    monkeypatch: pytest.MonkeyPatch, count: Callable[[object, str], list[None]]
) -> None:
    channels = ", ".join(f"way {n}" for n in range(50))
    steps = "\n".join(f"  - {{action: S{n}, channel: no such {n}}}" for n in range(30))
    text = f"title: A\nchannels: [{channels}]\nsteps:\n{steps}\n"
    monkeypatch.setattr(_meaning, "_MOST_PAIRS", 200)
    sought = count(_meaning, "nearest")
    assert len(messages(text, rule=unknown_reference)) == 30
    assert len(sought) == 4


def test_the_peaks_of_a_curve_are_found_once(count: Callable[[object, str], list[None]]) -> None:
    steps = "".join(f"  - {{action: S{n}, emotion: -1}}\n" for n in range(40))
    journey_map = read(f"title: A\nsteps:\n{steps}").journey_map
    assert journey_map is not None
    analysis = Analysis(journey_map=journey_map)
    found = count(Curve.peaks, "func")
    assert len(analysis.reasons) == 40
    assert len(found) == 1


def test_the_key_of_a_large_map_is_not_looked_for_among_all_of_them() -> None:
    """Every comparison of two texts is counted: with an index there are hardly any."""
    compared: list[None] = []

    class Text(Scalar):
        __hash__ = Scalar.__hash__

        def __eq__(self, other: object) -> bool:  # type: ignore[explicit-override]
            compared.append(None)
            return Scalar.__eq__(self, other)

    items = [(Text(f"k{n}", Span(n, n + 1)), Scalar("v", Span(n, n))) for n in range(500)]
    tree = Mapping(items, Span(0, 500))
    assert [locate_key(tree, (f"k{n}",)).start for n in range(500)] == list(range(500))
    assert len(compared) < 5_000
    tree[Text("new", Span(600, 603))] = Scalar("v", Span(604, 605))
    assert locate_key(tree, ("new",)) == Span(600, 603)


def test_a_finding_is_held_against_the_comments_at_its_place_only(
    count: Callable[[object, str], list[None]],
) -> None:
    steps = "".join(f"  - S{n}  # journeymap: ignore[missing-need] agreed\n" for n in range(50))
    held = count(Ignore, "covers")
    assert messages(f"title: A\nsteps:\n{steps}", rule=missing_need) == []
    assert 50 <= len(held) <= 150


def test_the_stages_that_have_steps_are_looked_for_once(
    count: Callable[[object, str], list[None]],
) -> None:
    stages = "".join(f"  - {{name: T{n}, steps: [S{n}]}}\n" for n in range(50))
    asked = count(JourneyMap, "steps_of")
    assert len(messages(f"title: A\nstages:\n{stages}", rule=unmeasured_stage)) == 1
    assert len(asked) <= 3 * 50


def test_all_times_of_a_map_are_added_up_once(count: Callable[[object, str], list[None]]) -> None:
    steps = "".join(f"  - {{action: S{n}, wait: {n + 8} days}}\n" for n in range(50))
    added, assumed = count(long_wait, "_days"), count(long_wait, "_rests_on_assumptions")
    assert len(messages(f"title: A\nsteps:\n{steps}", rule=long_wait.long_wait)) == 50
    assert len(added) <= 2 * 50
    assert len(assumed) <= 2


def test_whether_most_steps_are_served_is_asked_once(
    count: Callable[[object, str], list[None]],
) -> None:
    steps = "".join(f"  - {{action: S{n}, wait: {n + 8} days}}\n" for n in range(50))
    served, known = count(JourneyMap, "serving"), count(silent_wait, "_knows")
    assert len(messages(f"title: A\nsteps:\n{steps}", rule=silent_wait.silent_wait)) == 1
    assert len(known) == 50
    assert len(served) <= 6 * 50


def test_each_step_is_looked_at_once_for_all_personas(
    count: Callable[[object, str], list[None]],
) -> None:
    who = ", ".join(f"p{n}" for n in range(20))
    steps = "".join(f"  - {{action: S{n}, only: p{n}, emotion: -2}}\n" for n in range(20))
    text = f"title: A\npersonas: [{who}]\npersona: [{who}]\nsteps:\n{steps}"
    felt = count(thin_persona, "_is_low")
    (found,) = messages(text, rule=thin_persona.thin_persona)
    assert 'hard at "S7"' in found
    assert len(felt) == 20


@pytest.mark.parametrize("end", ["S", "{action: E, actor: a}"])
def test_what_is_met_behind_a_step_is_found_once(
    end: str, count: Callable[[object, str], list[None]]
) -> None:
    """Not once for each step before it, nor for each hand-off that asks."""
    head = "title: A\nstakeholders: [{id: a, name: A, kind: staff}]\nsteps:\n"
    steps = "".join(
        f"  - {{action: S{n}, gives: [x{n}], handoff: {{to: a, needs: [y{n}]}}}}\n"
        for n in range(40)
    )
    found, told = count(next_steps.NextSteps, "_find"), count(measures, "first_told")
    assert len(messages(f"{head}{steps}  - {end}\n", rule=incomplete_handoff)) == 40
    assert len(found) <= 2
    assert len(told) == 1


def test_hand_offs_are_looked_up_once_a_map(
    count: Callable[[object, str], list[None]],
) -> None:
    """Where three parties take turns, and each hands over to one who has no part behind."""
    who = ", ".join(f"{{id: {w}, name: {w}, kind: staff}}" for w in ("a", "b", "c", "d"))
    steps = "".join(
        f"  - {{action: S{n}, actor: {'abc'[n % 3]}, handoff: {{to: d, needs: y}}}}\n"
        for n in range(30)
    )
    served, added = count(JourneyMap, "serving"), count(Answers, "_add")
    walked = count(graph, "order")
    text = f"title: A\nstakeholders: [{who}]\nsteps:\n{steps}"
    assert len(messages(text, rule=handoff_mismatch)) == 29
    assert len(added) == 30
    assert len(served) <= 6 * 30
    assert len(walked) <= 2


def test_parts_of_a_map_are_not_compared_to_find_who_serves_first(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    compared: list[None] = []

    def equal(one: PlacedStep, other: object) -> bool:
        compared.append(None)
        return one is other

    steps = "".join(f"  - {{action: S{n}, actor: a}}\n" for n in range(30))
    text = f"title: A\nstakeholders: [{{id: a, name: A, kind: staff}}]\nsteps:\n{steps}"
    journey_map = read(text).journey_map
    assert journey_map is not None
    monkeypatch.setattr(PlacedStep, "__eq__", equal)
    first = first_impression(journey_map)
    assert first is not None
    assert first.position == 0
    assert compared == []


def test_texts_longer_than_any_name_are_no_slips_of_one_another(
    count: Callable[[object, str], list[None]],
) -> None:
    long = "channel " * 100
    shortened = count(likeness, "_shortened")
    slips = likeness.Slips([long, "phone"])
    assert slips.of(long[:-2]) == ()
    assert slips.of("phon") == ("phone",)
    assert len(shortened) == 2
    assert likeness.nearest(long[:-2], [long, "phone"]) == ()


def test_of_many_words_around_one_text_some_are_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(likeness, "_MOST_AROUND", 3)
    words = [f"word{letter}" for letter in "abcdefgh"]
    assert likeness.Slips(words).of("wordx") == tuple(words[:3])
    monkeypatch.setattr(likeness, "_MOST_LETTERS", 9)
    assert likeness.Slips(words).of("wordx") == ("worda",)


def test_of_many_other_places_of_a_finding_the_first_are_told(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def told(count: int) -> list[str]:
        head = "title: A\nstakeholders: [{id: a, name: A, kind: staff}]\nsteps:\n"
        steps = (f"  - {{action: S{n}, handoff: {{to: a, needs: y}}}}\n" for n in range(count))
        report = lint_files(
            {MAP: head + "".join(steps)},
            rules=[incomplete_handoff],
            selection=Selection(select=("JM402",)),
        )
        (found,) = report.diagnostics
        return [str(each.message) for each in found.related]

    monkeypatch.setattr(describe, "_MOST_RELATED", 4)
    assert told(4) == ['not carried to "A"'] * 4
    assert told(9) == ['not carried to "A"'] * 3 + [
        'not carried to "A", and 5 more places like this one'
    ]


def test_what_a_page_says_looks_at_its_own_steps(
    count: Callable[[object, str], list[None]],
) -> None:
    """Not at those of the whole map, for each page that is tried."""
    steps = "".join(f"  - {{action: S{n}, emotion: {n % 5 - 2}}}\n" for n in range(40))
    journey_map = read(f"title: A\npersona: Ann\nsteps:\n{steps}").journey_map
    assert journey_map is not None
    analysis = Analysis(journey_map=journey_map)
    list(titles(analysis, [0, 1]))
    asked, served = count(JourneyMap, "by_person"), count(JourneyMap, "serving")
    for first in range(0, 40, 2):
        list(titles(analysis, [first, first + 1]))
    assert len(asked) == 40
    assert len(served) <= 2 * 40
