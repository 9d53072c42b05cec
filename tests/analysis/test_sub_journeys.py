"""A step that has a map of its own, and what that tells otherwise."""

import pytest
from tests.analysis.reading import analyse

from journeymap.analysis.sub_journeys import (
    OtherFeeling,
    OtherParties,
    OtherShare,
    OtherTime,
    SubContradiction,
    held_against,
)

TOP = """
title: A
persona: {who}
personas: [{{id: ann, name: Ann}}, {{id: bob, name: Bob}}]
stakeholders: [{{id: gp, name: GP, kind: clinician}}, {{id: desk, name: Desk, kind: staff}}]
evidence: [{{id: e, kind: records}}]
based_on: e
steps:
"""


def text_of(*steps: str, who: str = "ann") -> str:
    listed = (f"  - {{action: S{i}, {each}}}\n" for i, each in enumerate(steps))
    return TOP.format(who=who) + "".join(listed)


def told(step: str, *inner: str, who: str = "ann") -> list[SubContradiction]:
    outer, other = analyse(text_of(step, "need: x")), analyse(text_of(*inner, who=who))
    return list(held_against(outer, outer.journey_map.steps[0], other))


@pytest.mark.parametrize(
    ("step", "inner", "is_told"),
    [
        ("duration: 4 days", ("duration: 6 days",), False),
        ("duration: 4 days", ("duration: 7 days",), True),
        ("duration: 9 days", ("duration: 6 days",), False),
        ("duration: 10 days", ("duration: 6 days",), True),
        ("duration: 4 days, wait: 2 days", ("duration: 9 days",), False),
        ("duration: 4 days", ("duration: 3 days, wait: 4 days", "duration: 1 day"), True),
        ("duration: 4 days", ("duration: 9 days", "need: x"), False),  # not all of it is known
        ("need: x", ("duration: 9 days",), False),
    ],
)
def test_times_differ_by_half_or_more(step: str, inner: tuple[str, ...], is_told: bool) -> None:
    found = told(step, *inner)
    assert [type(each) for each in found] == [OtherTime] * is_told


@pytest.mark.parametrize(
    ("step", "inner", "shares"),
    [
        ("leaks: 20 %", ("leaks: 10 %", "need: x"), (0.2, 0.1)),
        ("leaks: 10 %", ("leaks: 20 %", "need: x"), (0.1, 0.2)),
        ("leaks: 10 %", ("leaks: 14 %", "need: x"), None),
        ("leaks: 0 %", ("leaks: 20 %", "need: x"), (0.0, 0.2)),
        ("need: x", ("leaks: 20 %", "need: x"), None),  # it says nothing of who leaves
    ],
)
def test_shares_differ_by_five_of_a_hundred(
    step: str, inner: tuple[str, ...], shares: tuple[float, float] | None
) -> None:
    found = [each for each in told(step, *inner) if isinstance(each, OtherShare)]
    both = [pytest.approx((each.here, each.there)) for each in found]
    assert both == ([shares] if shares else [])


@pytest.mark.parametrize(
    ("step", "inner", "who", "is_told"),
    [
        ("emotion: 1", ("emotion: -1",), "ann", True),
        ("emotion: -1", ("emotion: 1",), "ann", True),
        ("emotion: 1", ("emotion: -0.9",), "ann", False),
        ("emotion: 0.9", ("emotion: -2",), "ann", False),
        ("emotion: 2", ("emotion: 1",), "ann", False),
        ("emotion: 1", ("emotion: -1",), "bob", False),  # another one
        ("need: x", ("emotion: -1",), "ann", False),
        ("emotion: 1", ("need: x",), "ann", False),
    ],
)
def test_feelings_lie_on_different_sides(
    step: str, inner: tuple[str, ...], who: str, is_told: bool
) -> None:
    assert [type(e) for e in told(step, *inner, who=who)] == [OtherFeeling] * is_told


@pytest.mark.parametrize(
    ("step", "inner", "missing"),
    [
        ("actor: gp", ("actor: desk",), ("GP",)),
        ("actor: gp", ("actor: gp",), ()),
        ("actor: gp, with: [desk]", ("actor: gp",), ("Desk",)),
        ("actor: gp", ("need: x",), ()),  # it names nobody
        ("need: x", ("actor: gp",), ()),
    ],
)
def test_who_takes_part_is_named_inside(
    step: str, inner: tuple[str, ...], missing: tuple[str, ...]
) -> None:
    found = told(step, *inner)
    assert [e.missing for e in found if isinstance(e, OtherParties)] == (
        [missing] if missing else []
    )
