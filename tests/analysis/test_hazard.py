"""Hazards: severity times probability, of pains that have both."""

import pytest
from tests.analysis.reading import analyse

from journeymap.analysis.drivers import Driver
from journeymap.analysis.hazard import Hazard


def hazards(*pains: str, evidence: str = "") -> tuple[Hazard, ...]:
    lines = "\n".join(f"      - {{text: Pain {i}, {pain}}}" for i, pain in enumerate(pains, 1))
    return analyse(
        "title: Clinic\nevidence: [{id: talk, kind: interview}, {id: guess, kind: assumption}]\n"
        f"steps:\n  - action: Waits\n    evidence: {evidence}\n    pains:\n{lines}\n"
    ).hazards


@pytest.mark.parametrize(
    ("severity", "probability", "score", "calls", "listed"),
    [
        (1, 1, 1, False, False),
        (2, 3, 6, False, False),
        (2, 4, 8, True, True),
        (4, 1, 4, False, True),
        (4, 4, 16, True, True),
    ],
)
def test_a_score_of_8_calls_for_action_and_a_catastrophe_is_listed(
    severity: int, probability: int, score: int, calls: bool, listed: bool
) -> None:
    (found,) = hazards(f"severity: {severity}, probability: {probability}")
    assert (found.score, found.calls, found.listed) == (score, calls, listed)


def test_a_pain_that_lacks_a_score_is_unknown() -> None:
    assert hazards("severity: 4", "probability: 4", "kind: harm") == ()


def test_the_method_was_published_for_harm_alone() -> None:
    found = hazards(*(f"severity: 2, probability: 2{more}" for more in ("", ", kind: harm")))
    assert [(hazard.pain.pain.text, hazard.published) for hazard in found] == [
        ("Pain 1", False),
        ("Pain 2", True),
    ]


def test_evidence_of_the_pain_counts_before_that_of_its_step() -> None:
    scores = "severity: 2, probability: 2"
    own = (scores, f"{scores}, evidence: talk", f"{scores}, evidence: guess")
    assert [hazard.assumed for hazard in hazards(*own)] == [True, False, True]
    assert [hazard.assumed for hazard in hazards(*own, evidence="talk")] == [False, False, True]


def test_what_everybody_bears_is_not_told_again_as_a_pain_of_others() -> None:
    pains = (
        "[{id: hers, text: A, kind: harm, severity: 4, probability: 4, of: ann}, "
        "{id: all, text: B, kind: harm, severity: 4, probability: 3}, "
        "{id: his, text: C, kind: harm, severity: 3, probability: 4, of: bob}]"
    )
    people = "personas: [{id: ann, name: Ann}, {id: bob, name: Bob}]\npersona: [ann, bob]\n"
    found = analyse(f"title: A\n{people}steps: [{{action: Waits, pains: {pains}}}]\n").leverage
    inputs = found[0].drives[Driver.HAZARD].inputs
    assert {key: inputs[key] for key in ("person", "pain", "with", "of_others")} == {
        "person": "ann", "pain": "hers", "with": "all", "of_others": "his",
    }  # fmt: skip
