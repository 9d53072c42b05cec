"""Sums of times: what rounding moves is told as about so much."""

import pytest
from tests.analysis.reading import analyse

from journeymap.words.time_sums import waiting


@pytest.mark.parametrize(
    ("waits", "told"),
    [
        (("3 days", "6 weeks"), "about 6 weeks"),
        (("6 weeks",), "6 weeks"),
        (("2 days", "3 days"), "5 days"),
        (("about 6 weeks",), "about 6 weeks"),
        (("39 days",), "about 6 weeks"),
        (("41 days",), "6 weeks"),
    ],
)
def test_a_sum_that_rounding_moves_is_about_so_much(waits: tuple[str, ...], told: str) -> None:
    steps = "".join(f"  - {{action: Step {i}, wait: {wait}}}\n" for i, wait in enumerate(waits))
    analysis = analyse(f"title: Clinic\nsteps:\n{steps}  - Goes home\n")
    assert waiting(analysis.times.whole.main, "en").startswith(f"{told} of waiting")
