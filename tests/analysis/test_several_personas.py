"""What is computed of several personas: of each as of a map of her own, and of all the mean."""

import json
import re
from itertools import permutations
from math import isfinite

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.analysis.reading import analyse

from journeymap.analysis.analysis import Analysis
from journeymap.analysis.time import Part
from journeymap.tables import flow
from journeymap.terminal.map_record import describe
from journeymap.views.sheet.cell_texts import action_words
from journeymap.views.sheet.figure_words import leak_words, wait_words
from journeymap.words.reasons import named

NAMES = ("dan", "ruth", "wil")


def written(share: object, apart: dict[str, str] | None) -> str:
    if apart is None:
        return f"{share}"
    return "{" + ", ".join(f"{who}: {value}" for who, value in apart.items()) + "}"


def the_map(persona: str, steps: str, shares: tuple[int, ...] = (50, 30, 20)) -> Analysis:
    people = ", ".join(
        f"{{id: {who}, name: {who}, share: {share} %}}"
        for who, share in zip(NAMES, shares, strict=True)
    )
    return analyse(f"title: T\npersona: {persona}\npersonas: [{people}]\nsteps:\n{steps}")


CLAIM = """\
  - action: Fills in the form
    leaks: [{share: {dan: 6 %, ruth: 21 %, wil: 0 %}}]
    wait: {dan: 2 weeks, ruth: 6 weeks, wil: 2 weeks}
  - {action: Phones, only: ruth, duration: 20 min}
  - {action: Writes, only: [wil], wait: 1 week}
  - {id: sees, action: Sees the doctor, next: [{to: end, share: {dan: 10 %, ruth: 20 %, wil: 0}}]}
  - {action: Is paid}
"""


def test_each_has_the_flow_of_a_map_of_her_own() -> None:
    together = the_map("[dan, ruth, wil]", CLAIM)
    assert together.flow is not None
    flows = {who: own.flow for who, own in together.of_each.items()}
    assert {who: each and each.left for who, each in flows.items()} == pytest.approx(
        {"dan": 0.06, "ruth": 0.21, "wil": 0}
    )
    assert together.flow.left == pytest.approx(0.5 * 0.06 + 0.3 * 0.21)
    visits = [round(step.visits, 6) for step in together.flow.steps]
    assert visits == [1, round(0.3 * 0.79, 6), 0.2, round(1 - together.flow.left, 6), visits[-1]]
    assert [each.step.id for each in together.flow.steps][3] == "sees"


def test_who_leaves_of_those_at_a_step_counts_who_is_there() -> None:
    together = the_map("[dan, ruth, wil]", CLAIM)
    (leak,) = together.ways.exits[0].leaks
    assert leak == pytest.approx(0.5 * 0.06 + 0.3 * 0.21)
    end = next(way for way in together.ways.exits[3].ways if way.entry == 0)
    there = {"dan": 0.5 * 0.94, "ruth": 0.3 * 0.79, "wil": 0.2}
    leave = {"dan": 0.1, "ruth": 0.2, "wil": 0.0}
    expected = sum(there[who] * leave[who] for who in NAMES) / sum(there.values())
    assert end.share == pytest.approx(expected)


def test_neighbours_for_different_personas_are_alternatives() -> None:
    together = the_map("[dan, ruth, wil]", CLAIM)
    assert [sorted(each) for each in together.ways.successors] == [[1, 2, 3], [3], [3], [4], []]
    assert together.of_each["dan"].times.main_way == (0, 3, 4)
    assert together.of_each["wil"].times.main_way == (0, 2, 3, 4)


def test_a_first_step_of_one_alone_is_no_start_of_the_others() -> None:
    steps = "  - {action: Asks, only: ruth}\n  - {action: Comes, leaks: 10 %}\n  - Goes\n"
    together = the_map("[dan, ruth, wil]", steps)
    assert together.ways.starts == (1, 0)
    assert together.flow is not None
    assert [round(each.people, 6) for each in together.flow.steps] == [0.3, 1, 0.9]
    assert together.flow.completion == pytest.approx(0.9)


def test_a_way_to_a_step_that_one_passes_over_leads_to_what_comes_behind_it() -> None:
    steps = (
        "  - {action: A, next: [{to: c, share: 40 %}]}\n  - {action: B}\n"
        "  - {id: c, action: C, only: ruth}\n  - {action: D, leaks: 5 %}\n"
    )
    together = the_map("[dan, ruth, wil]", steps)
    targets = {who: own.ways.exits[0].ways[0].target for who, own in together.of_each.items()}
    assert targets == {"dan": 3, "ruth": 2, "wil": 3}


def test_what_is_unknown_of_one_is_unknown_of_all() -> None:
    steps = "  - {action: A, leaks: [{share: {dan: 6 %, ruth: 4 %}}]}\n  - {action: B}\n"
    together = the_map("[dan, ruth, wil]", steps)
    assert together.of_each["dan"].flow is not None
    assert together.of_each["wil"].flow is None
    assert together.flow is None
    assert together.ways.exits[0].leaks == (None,)


def test_times_of_each_and_their_mean() -> None:
    together = the_map("[dan, ruth, wil]", CLAIM)
    waits = {who: own.times.whole.main[Part.WAITING].days for who, own in together.of_each.items()}
    assert waits == {"dan": 14, "ruth": 42, "wil": 21}
    assert together.times.whole.main[Part.WAITING].days == pytest.approx(
        0.5 * 14 + 0.3 * 42 + 0.2 * 21
    )
    assert together.times.whole.main[Part.ACTIVE].known == 0, "nothing is recorded of Dan"


SHARES = st.integers(0, 30)


@st.composite
def journeys(draw: st.DrawFn) -> tuple[str, tuple[int, ...]]:
    steps = []
    for i in range(draw(st.integers(1, 4))):
        lines = [f"  - action: S{i}", f"    id: s{i}"]
        if draw(st.booleans()):
            lines.append(f"    only: {draw(st.sampled_from(['[dan]', '[ruth, wil]', 'wil']))}")
        apart = {who: f"{draw(SHARES)} %" for who in NAMES} if draw(st.booleans()) else None
        lines.append(f"    leaks: [{{share: {written(f'{draw(SHARES)} %', apart)}}}]")
        if i and draw(st.booleans()):
            apart = {who: f"{draw(SHARES)} %" for who in NAMES} if draw(st.booleans()) else None
            lines.append(f"    next: [{{to: s0, share: {written(f'{draw(SHARES)} %', apart)}}}]")
        steps += lines
    steps += ["  - {id: last, action: Last, leaks: 1 %}"]
    return "\n".join(steps) + "\n", draw(st.sampled_from([(50, 30, 20), (10, 10, 10), (1, 5, 90)]))


@given(journeys())
def test_together_is_the_weighted_mean_in_any_order(drawn: tuple[str, tuple[int, ...]]) -> None:
    steps, shares = drawn
    analyses = [the_map(f"[{', '.join(order)}]", steps, shares) for order in permutations(NAMES)]
    first = analyses[0]
    alone = {who: the_map(who, as_of(steps, who), shares).flow for who in NAMES}
    total = sum(shares)
    weights = {who: share / total for who, share in zip(NAMES, shares, strict=True)}
    assert first.flow is not None
    for name in ("completion", "left", "lost", "neither", "unknown", "endless"):
        mean = sum(weights[who] * getattr(alone[who], name) for who in NAMES)
        assert getattr(first.flow, name) == pytest.approx(mean), name
    for other in analyses[1:]:
        assert other.flow is not None
        for one, two in zip(first.flow.steps, other.flow.steps, strict=True):
            assert (one.people, one.visits, one.lost, one.gain, one.completion) == pytest.approx(
                (two.people, two.visits, two.lost, two.gain, two.completion)
            )
    assert all(
        step.people <= min(1, step.visits) + 1e-9
        for step in first.flow.steps
        if isfinite(step.visits)
    )


def as_of(steps: str, who: str) -> str:
    """The steps as one of them would write a map of her own: what she passes over is left out."""
    blocks = [block for block in re.split(r"(?m)^(?=  - )", steps) if block]
    own = [each for each in blocks if "only:" not in each or re.search(f"only:.*{who}", each)]
    first = re.search(r"id: (\w+)", own[0])
    assert first
    text = re.sub(r".*only:.*\n", "", "".join(own)).replace("to: s0", f"to: {first[1]}")
    return re.sub(r"\{dan: (.+?), ruth: (.+?), wil: (.+?)\}", rf"\{NAMES.index(who) + 1}", text)


def test_leverage_reads_the_ratings_of_whom_a_step_fails_most() -> None:
    steps = (
        "  - {action: A, importance: 5, perceived: {dan: 5, ruth: 1, wil: 4}}\n"
        "  - {action: B, importance: 4, perceived: {dan: 3}}\n  - {action: C}\n"
    )
    together = the_map("[dan, ruth, wil]", steps)
    assert [each.person for each in together.hardest] == ["ruth", "dan", "dan"]
    assert [each.person for each in together.ratings] == ["dan"] * 3
    first = together.leverage[0]
    assert first.step.id == "a"
    assert named(first, together.journey_map) == ("ruth: importance 5, perceived 1 of 5",)
    alone = the_map("dan", "  - {action: A, importance: 5, perceived: 5}\n")
    assert alone.hardest is alone.ratings


def test_tables_and_maps_tell_whose_a_figure_is() -> None:
    together = the_map("[dan, ruth, wil]", CLAIM)
    table = flow.build(together)
    lost = {each.title: each.value(table.items[0]) for each in table.columns if each.title}
    assert (lost["Lost here: dan"], lost["Lost here: ruth"]) == pytest.approx((0.06, 0.21))
    assert "ruth: of 100 who begin" in " ".join(table.lines)
    said = json.loads(json.dumps(describe(together.journey_map)))["steps"]
    assert said[0]["leaks"][0]["shares"] == {"dan": 0.06, "ruth": 0.21, "wil": 0.0}
    assert said[0]["each"]["wait"]["ruth"]["days"] == 42
    assert (said[1]["only"], "only" in said[3]) == (["ruth"], False)
    first = together.journey_map.steps[0]
    leak = first.step.leaks[0]
    assert leak_words(together.journey_map, first, leak).startswith("dan 6\u00a0%, ruth 21\u00a0%")
    assert wait_words(together.journey_map, first).startswith("dan 2 weeks")
    lonely = action_words(together.journey_map, together.journey_map.steps[1])
    assert lonely == "Phones (only ruth)"


def test_each_meets_the_channels_that_she_takes() -> None:
    steps = "  - {action: A, channel: {dan: web, ruth: [paper, phone]}}\n"
    matrix = the_map("[dan, ruth, wil]", steps).people_matrix
    met = {
        who: row[0].channels for who, row in zip(matrix.rows, matrix.cells, strict=True) if row[0]
    }
    assert met == {"dan": ("web",), "ruth": ("paper", "phone"), "wil": ()}
