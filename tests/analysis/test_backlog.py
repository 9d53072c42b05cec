"""Ideas and pains of several maps, each once: what they pay, and how grave they are."""

import pytest
from tests.analysis.reading import analyse
from tests.linter.linting import MAP, workspace_of

from journeymap.analysis.analysis import Analysis
from journeymap.analysis.backlog import ideas, pains, risk
from journeymap.model.pains import PainKind, SharedPain

IDEAS = """
title: A
steps:
  - id: calls
    action: Calls
    pains:
      - {id: queue, text: Queue, severity: 4, probability: 4}
    opportunities:
      - {id: free, text: Free, status: live}
      - {id: vague, text: Vague}
      - {id: small, text: Small, impact: 1, effort: 5}
      - {id: gone, text: Gone, status: dropped}
  - id: waits
    action: Waits
    pains: [{id: cold, text: Cold, severity: 2, probability: 2}]
    opportunities: [{id: large, text: Large, impact: 5, effort: 1, solves: [queue]}]
  - {id: pays, action: Pays, pains: [{text: Dear, severity: 3, probability: 3}]}
"""


def test_the_idea_that_pays_most_comes_first_and_what_is_done_or_dropped_last() -> None:
    found = ideas([analyse(IDEAS)])
    assert [each.id for each in found] == ["large", "small", "vague", "free", "gone"]
    assert [each.payoff is None for each in found] == [False, False, True, True, True]


def test_an_idea_serves_its_own_step_and_those_whose_pains_it_solves() -> None:
    serves = {e.id: [place.step.id for place in e.serves] for e in ideas([analyse(IDEAS)])}
    assert serves["large"] == ["calls", "waits"]
    assert serves["small"] == ["calls"]


@pytest.mark.parametrize(
    ("severity", "probability", "value"),
    [(3, 2, 6), (3, None, None), (None, 2, None), (None, None, None)],
)
def test_the_risk_of_a_pain(
    severity: int | None, probability: int | None, value: int | None
) -> None:
    pain = SharedPain(text="P", severity=severity, probability=probability)
    assert risk(pain) == value


LIBRARY = """
pains:
  - {id: busy, text: Busy, kind: friction, severity: 2, probability: 2}
  - {id: unused, text: Unused, kind: harm, severity: 1, probability: 1}
"""


def shared(*steps: str) -> Analysis:
    """A map whose steps have pains of a library."""
    text = "title: A\nuses: our.library.yaml\nsteps:\n"
    text += "".join(f"  - {{action: S{i}, pains: [{each}]}}\n" for i, each in enumerate(steps))
    journey_map = workspace_of({MAP: text, "our.library.yaml": LIBRARY}, [MAP]).asked[0].journey_map
    assert journey_map
    return Analysis(journey_map=journey_map)


def test_a_shared_pain_is_told_as_it_is_where_it_is_worst() -> None:
    steps = ("{pain: busy}", "{pain: busy, severity: 4}", "{pain: busy, probability: 3}")
    busy, unused = pains([shared(*steps)])
    assert (busy.id, busy.risk, busy.severity, busy.probability) == ("busy", 8, 4, 3)
    assert (busy.pain.severity, busy.pain.probability) == (4, 2)
    assert [place.step.position for place in busy.places] == [0, 1, 2]
    assert not busy.judged_alike
    assert (unused.id, unused.risk, unused.places) == ("unused", 1, ())


def test_a_pain_that_is_scored_is_worse_than_one_that_is_not_whatever_its_kind() -> None:
    scored, plain = "{id: p, text: P, severity: 1}", "{id: q, text: Q, kind: harm}"
    found = pains([analyse(f"title: A\nsteps: [{{action: B, pains: [{scored}, {plain}]}}]\n")])
    assert [(each.id, each.severity, each.risk) for each in found] == [
        ("q", None, None),  # of equal risk harm comes first
        ("p", 1, None),
    ]
    assert found[0].pain.kind is PainKind.HARM
