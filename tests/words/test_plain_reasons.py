"""Why a step presses, as a slide gives it: what went well is no reason."""

import pytest
from tests.analysis.reading import analyse

from journeymap.words.plain_reasons import besides_pains, plainly, plainly_marked
from journeymap.words.reasons import MOST


@pytest.mark.parametrize(
    ("ratings", "said"),
    [
        ("importance: 5, perceived: 1", ("matters, got very poor",)),
        ("importance: 5, perceived: 3", ("matters, got fair",)),
        ("importance: 5, perceived: 4", ()),
        ("importance: 5, expected: 5, perceived: 4", ("expected very good, got good",)),
    ],
)
def test_what_went_well_is_no_reason(ratings: str, said: tuple[str, ...]) -> None:
    analysis = analyse(f"title: A\npersona: Ann\nsteps: [{{action: Calls, {ratings}}}]\n")
    (point,) = analysis.leverage
    assert plainly(point, analysis.journey_map) == said


def test_a_name_stands_before_no_reason_alone() -> None:
    analysis = analyse(
        "title: A\npersonas: [{id: ann, name: Ann}, {id: bob, name: Bob}]\npersona: [ann, bob]\n"
        "steps: [{action: Calls, importance: {ann: 2, bob: 5}, perceived: {ann: 2, bob: 4},"
        " pains: {text: Queue, severity: 4, probability: 4}}]\n"
    )
    (point,) = analysis.leverage
    told = plainly(point, analysis.journey_map)
    assert told
    assert [words for words in told if not words.split(": ")[-1]] == []


@pytest.mark.parametrize("count", [1, MOST - 1, MOST, MOST + 1, MOST + 3])
def test_a_cut_list_of_reasons_says_how_many_are_left_out(count: int) -> None:
    pains = "".join(
        f"{{id: p{i}, text: Pain {i}, severity: 4, probability: 4}}, " for i in range(count)
    )
    analysis = analyse(f"title: A\npersona: Ann\nsteps: [{{action: Calls, pains: [{pains}]}}]\n")
    (point,) = analysis.leverage
    told = plainly_marked(point, analysis.journey_map)
    every = len(point.reasons)
    assert every == count
    assert len(told) == min(count, MOST) + (count > MOST)
    assert [words for words in told if words.startswith("+")] == (
        [f"+{count - MOST}"] if count > MOST else []
    )
    assert plainly(point, analysis.journey_map) == told[:MOST]


@pytest.mark.parametrize(("feeling", "left_out"), [("", 0), (", emotion: angry", 1)])
def test_so_does_a_list_without_pains(feeling: str, left_out: int) -> None:
    analysis = analyse(
        "title: A\npersona: Ann\nsteps:\n  - {action: Calls, importance: 5, perceived: 1,"
        " wait: 9 weeks, leaks: [{to: home, share: 20 %}], pains: [Queue]"
        f"{feeling}}}\n  - {{action: Comes, emotion: 1}}\n"
    )
    point = next(each for each in analysis.leverage if each.step.label == "Calls")
    said = besides_pains(point, analysis.journey_map)
    assert said.endswith(f"; +{left_out}") is bool(left_out)
