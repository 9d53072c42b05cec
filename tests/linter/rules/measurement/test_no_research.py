"""no-research: a map that rests on nothing, or on what its team believes."""

import pytest
from tests.linter.linting import MAP, findings, lint_files, messages

from journeymap.linter.rules.measurement.assumption_only import assumption_only
from journeymap.linter.rules.measurement.no_research import no_research
from journeymap.linter.rules.measurement.unevidenced_claim import unevidenced_claim

STEPS = "steps: [{action: Calls, emotion: sad}, {action: Waits, emotion: sad, moment: truth}]\n"


def a_map(evidence: str = "", top: str = "state: current") -> str:
    return f"title: Clinic\n{top}\nevidence: [{evidence}]\n{STEPS}"


GUESS = "{id: guess, name: Our guess, kind: assumption}"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (a_map(), ["the map names no evidence at all"]),
        (a_map(GUESS, "based_on: guess"), ['the map rests on assumptions alone: "Our guess"']),
        (
            a_map(f"{GUESS}, {{id: note, name: A note}}", "based_on: [guess, note]"),
            ['the map rests on assumptions alone: "Our guess" and "A note"'],
        ),
        (a_map("{id: talks, kind: interview}"), ["the map names no evidence at all"]),
    ],
)
def test_what_rests_on_nothing_or_on_guesses_is_told_at_the_map(text: str, said: list[str]) -> None:
    assert findings(text, rule=no_research) == [(1, 1, each) for each in said]


@pytest.mark.parametrize("kind", ["interview", "analytics", "literature", "workshop", "complaint"])
def test_any_evidence_that_is_named_counts(kind: str) -> None:
    told = f"{GUESS}, {{id: talks, kind: {kind}}}"
    assert messages(a_map(told, "based_on: [guess, talks]"), rule=no_research) == []
    at_a_pain = a_map(told).replace("emotion: sad}", "pains: {text: Busy, evidence: talks}}", 1)
    assert messages(at_a_pain, rule=no_research) == []


@pytest.mark.parametrize("top", ["state: desired", "based_on: [[]]", "based_on: unknown"])
def test_a_desired_map_is_not_asked_nor_one_whose_evidence_cannot_be_read(top: str) -> None:
    found = messages(a_map(GUESS, top), rule=no_research)
    assert found == (["the map names no evidence at all"] if "unknown" in top else [])


def test_a_map_without_steps_is_not_asked() -> None:
    assert messages("title: A\nstages: [B]\n", rule=no_research) == []


def test_it_stands_for_what_is_true_of_most_steps() -> None:
    rules = [no_research, unevidenced_claim, assumption_only]
    report = lint_files({MAP: a_map()}, rules=rules)
    assert [d.rule.name for d in report.diagnostics] == ["no-research", "assumption-only"]
