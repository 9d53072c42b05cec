"""Why a step presses, as a slide gives it: what went well is no reason."""

import pytest
from tests.analysis.reading import analyse

from journeymap.words.plain_reasons import plainly


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
