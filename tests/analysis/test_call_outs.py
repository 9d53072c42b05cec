"""The steps that pictures call out: where it presses, else where it hurts, else where it is low."""

import pytest
from tests.analysis.reading import analyse

from journeymap.analysis.call_outs import Because, call_outs, gravest, gravest_steps, gravity


def text_of(*steps: str) -> str:
    listed = (f"  - {{action: S{i}, {each}}}\n" for i, each in enumerate(steps, start=1))
    return f"title: A\nsteps:\n{''.join(listed)}"


def told(*steps: str, most: int = 3) -> list[tuple[str, int, Because]]:
    found = call_outs(analyse(text_of(*steps)), most, by_leverage=False)
    return [(each.step.label, each.number, each.because) for each in found]


def pain(severity: int | None = None, probability: int | None = None) -> str:
    scores = {"severity": severity, "probability": probability}
    return f"{{text: P, {', '.join(f'{name}: {it}' for name, it in scores.items() if it)}}}"


LOW, CALM = "emotion: -0.5", "emotion: 0"


def test_steps_with_the_gravest_pains_are_called_out_and_equals_have_one_number() -> None:
    steps = (f"pains: [{pain(2, 2)}]", f"pains: [{pain(4, 4)}]", f"pains: [{pain(2, 2)}]")
    assert told(*steps) == [
        ("S2", 1, Because.PAIN),
        ("S1", 2, Because.PAIN),
        ("S3", 2, Because.PAIN),
    ]
    assert [each[0] for each in told(*steps, most=1)] == ["S2"]


def test_where_no_pain_is_scored_the_lowest_moments_are_called_out() -> None:
    steps = (LOW, CALM, "emotion: -2", f"pains: [{pain()}]")
    assert told(*steps) == [("S3", 1, Because.FEELING), ("S1", 2, Because.FEELING)]


def test_where_nothing_is_scored_or_felt_the_few_steps_that_hurt_are_called_out() -> None:
    hurting = f"pains: [{pain()}]"
    assert told(hurting, CALM, hurting) == [("S1", 1, Because.NAMED), ("S3", 1, Because.NAMED)]
    assert told(hurting, hurting, hurting, hurting) == []
    assert told(CALM) == []


def test_why_a_step_is_called_out_has_a_name() -> None:
    assert {told(LOW)[0][2].value, *(each.value for each in Because)} == {
        "pressure",
        "pain",
        "feeling",
        "named",
    }


@pytest.mark.parametrize(("least", "steps"), [(1, [3, 2, 1]), (2, [3, 2]), (3, [3]), (4, [])])
def test_steps_with_pains_so_grave_at_least_the_gravest_first(least: int, steps: list[int]) -> None:
    text = text_of(*(f"pains: [{pain(each, 1)}, {pain()}]" for each in (1, 2, 3)), "need: x")
    found = gravest_steps(analyse(text), least)
    assert [each.position + 1 for each in found] == steps
    if least == 1:
        assert found == gravest_steps(analyse(text))


def test_a_pain_that_nobody_scored_counts_for_nothing() -> None:
    text = text_of(f"pains: [{pain()}, {pain(1)}, {pain(None, 4)}]")
    (step,) = analyse(text).journey_map.steps
    worst = gravest(step)
    assert worst
    assert worst.pain.severity == 1
    assert [gravity(each) == (0, 0) for each in step.pains] == [True, False, True]
