"""What the matrix calls its steps: poor only where a rule says so."""

import pytest
from tests.analysis.reading import analyse

from journeymap.views.matrix import content as matrix

RATED_SO = "title: T\npersona: Ann\nscales: {{rating: 1-5}}\nsteps:\n{}"


@pytest.mark.parametrize(
    ("rated", "title", "first", "note"),
    [  # importance, expected, perceived
        (
            [(5, 3, 4), (4, 4, 4), (5, 4, 5), (3, 3, 5)],
            "Important: 2 of 4 rated steps, none of them poor",
            "important, below the mean",
            False,
        ),
        (
            [(5, 4, 2), (5, 3, 4), (4, 3, 5)],
            "Important and poor: 1 of 3 rated steps: “Step 0”",
            "concentrate here",
            False,
        ),
        (
            [(5, 5, 4), (3, 2, 3), (4, 2, 3)],
            "Important and poor: 1 of 3 rated steps: “Step 0”",
            "concentrate here",
            True,
        ),
    ],
)
def test_a_step_is_called_poor_only_below_what_was_expected_or_below_the_middle(
    rated: list[tuple[int, int, int]], title: str, first: str, note: bool
) -> None:
    lines = "".join(
        f"  - {{action: Step {i}, importance: {matters}, expected: {hoped}, perceived: {was}}}\n"
        for i, (matters, hoped, was) in enumerate(rated)
    )
    chart = matrix.ratings(analyse(RATED_SO.format(lines)))
    assert chart.title == title
    assert chart.quarters[0].name == first
    assert ("concentrate here" in chart.short) is note


@pytest.mark.parametrize(
    ("rated", "said"),
    [  # importance, perceived
        ([(5, 4), (4, 4), (5, 4)], "importance 4.7, perceived 3 (middle)"),
        ([(4, 4), (4, 2), (4, 5)], "importance 3 (middle), perceived 3.7"),
        ([(5, 4), (4, 2), (5, 5)], "importance 4.7, perceived 3.7"),
        ([(4, 4), (4, 4), (4, 4)], "quadrants meet at the middle of the scale"),
    ],
)
def test_where_all_are_rated_alike_it_is_the_middle_and_no_mean(
    rated: list[tuple[int, int]], said: str
) -> None:
    lines = "".join(
        f"  - {{action: Step {i}, importance: {matters}, perceived: {was}}}\n"
        for i, (matters, was) in enumerate(rated)
    )
    chart = matrix.ratings(analyse(RATED_SO.format(lines)))
    assert chart.meeting.endswith(said)
    is_mean = "perceived 3.7" in said
    assert is_mean or chart.quarters[0].name == "concentrate here"
