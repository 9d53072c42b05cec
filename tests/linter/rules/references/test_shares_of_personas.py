"""shares-over-one of personas: segments of one population are together at most everybody."""

import pytest
from tests.linter.linting import findings

from journeymap.linter.rules.references.shares_over_one import shares_over_one


def a_map(*shares: str, top: str = "") -> str:
    """A map whose first persona stands in line 3."""
    people = "".join(
        f"  - {{id: p{i}, name: P{i}{f', share: {share}' if share else ''}}}\n"
        for i, share in enumerate(shares)
    )
    return f"title: A\npersonas:\n{people}{top}steps: [B]\n"


@pytest.mark.parametrize(
    ("shares", "line"),
    [
        (("70 %", "45 %"), 4),
        (("0.7", "", "0.2", "0.2"), 6),
        (("34 %", "33 %", "34 %"), None),
        (("34 %", "33 %", "36 %"), 5),
        (("60 %", "40 %"), None),
        (("60 %",), None),
        (("60 %", "40 %", "0 %"), None),
    ],
)
def test_the_share_that_takes_the_sum_over_everybody_is_told(
    shares: tuple[str, ...], line: int | None
) -> None:
    found = findings(a_map(*shares), rule=shares_over_one)
    assert [each for each, *_ in found] == ([line] if line else [])


def test_it_is_told_once_of_several_and_names_the_sum() -> None:
    text = a_map("70 %", "45 %", top="persona: [p0, p1]\n")
    assert findings(text, rule=shares_over_one) == [
        (4, 31, "the shares of the personas add up to 115 %, more than everybody")
    ]


def test_a_library_may_hold_personas_of_several_populations() -> None:
    library = "personas: [{id: a, name: A, share: 80 %}, {id: b, name: B, share: 80 %}]\n"
    text = a_map("60 %").replace("title: A", "title: A\nuses: our.library.yaml")
    assert findings(text, rule=shares_over_one, files={"our.library.yaml": library}) == []
