"""Tables, pictures and rules put a step into the same quadrant, as one function decides it."""

import json

from hypothesis import example, given
from hypothesis import strategies as st
from tests.analysis.reading import analyse
from tests.linter.linting import messages

from journeymap.linter.rules.experience.possible_overkill import possible_overkill
from journeymap.tables import gaps
from journeymap.tables.table import to_json
from journeymap.views.matrix import content

RATED = st.tuples(st.integers(1, 5), st.none() | st.integers(1, 5), st.integers(1, 5))
MIDDLE = 3
"""Of importance, 1 to 5: what is above it the rule calls no overkill."""
NAMES = ["concentrate-here", "keep-up", "low-priority", "possible-overkill"]


def a_map(steps: list[tuple[int, int | None, int]]) -> str:
    lines = [
        f"  - {{action: Step {i}, importance: {matters}, perceived: {was}"
        + (f", expected: {hoped}" if hoped else "")
        + "}\n"
        for i, (matters, hoped, was) in enumerate(steps)
    ]
    return f"title: Clinic\npersona: Ann\nsteps:\n{''.join(lines)}"


@given(st.lists(RATED, min_size=1, max_size=6))
@example([(5, 5, 4), (4, None, 4), (3, 4, 3)])
@example([(2, 2, 4), (5, 4, 1), (5, 5, 2)])
def test_the_same_quadrant_everywhere(steps: list[tuple[int, int | None, int]]) -> None:
    analysis = analyse(a_map(steps))
    table = json.loads(to_json(gaps.build(analysis)))["steps"]
    chart = content.ratings(analysis)
    told = [each["quadrant"] for each in table]
    assert [NAMES[dot.quarter or 0] for dot in chart.dots] == told
    assert [dot.short for dot in chart.dots] == [bool(each["short"]) for each in table]
    found = messages(a_map(steps), rule=possible_overkill)
    overkill = [
        (matters, was)
        for each, (matters, _, was), rating in zip(told, steps, analysis.ratings, strict=True)
        if each == "possible-overkill" and analysis.cross_hair.is_beyond_need(rating)
    ]
    spoken_of = [was for matters, was in overkill if matters < MIDDLE]
    assert len([was for was in spoken_of if was > MIDDLE]) <= len(found) <= len(spoken_of)
