"""What is planned is not told as waiting, and what is not is."""

import pytest
from tests.analysis.reading import analyse

from journeymap.words.time_sums import waiting_fact


def fact(*waits: str) -> str:
    steps = [f"{{action: Step {i}, wait: {wait}}}" for i, wait in enumerate(waits)]
    return waiting_fact(analyse(f"title: A\nsteps: [{', '.join(steps)}, Ends]\n"))


@pytest.mark.parametrize(
    ("waits", "expected"),
    [
        (["{time: 5 years, planned: true}"], ""),
        (["3 days"], "3 days of waiting (assumed)"),
        (
            ["{time: 5 years, planned: true}", "3 days"],
            "3 days of waiting besides what is planned (assumed)",
        ),
        (
            ["{time: 30 days, planned: true, announced: false}", "3 days"],
            "3 days of waiting besides what is planned (assumed)",
        ),
        (
            ["{time: 30 days, planned: true}", "{time: 3 days, announced: false}"],
            "3 days of waiting besides what is planned, 3 days of it unannounced (assumed)",
        ),
        (["{time: 2 days, planned: false}", "3 days"], "5 days of waiting (assumed)"),
    ],
)
def test_below_titles_stands_what_people_wait_for(waits: list[str], expected: str) -> None:
    assert fact(*waits) == expected
