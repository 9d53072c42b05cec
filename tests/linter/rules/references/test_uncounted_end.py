"""Ends of a journey that do not say what they count as are asked about, once a map."""

import pytest
from tests.linter.linting import findings

from journeymap.linter.rules.references.uncounted_end import uncounted_end

DENIED = "{to: end, share: 34 %, why: denied}"
COUNTED = "{to: end, share: 34 %, why: denied, counts: lost}"


def told(answer: str, last: str = "") -> list[tuple[int, str]]:
    steps = (
        f"steps:\n  - Asks\n  - action: Hears\n    next: [{answer}]\n  - action: Gets it\n{last}"
    )
    return [
        (line, said) for line, _, said, *_ in findings(f"title: A\n{steps}", rule=uncounted_end)
    ]


@pytest.mark.parametrize(
    ("answer", "last", "lines"),
    [
        (DENIED, "", [5]),
        ("{to: end, share: 34 %}", "", [5]),
        (f"{DENIED}, {{to: end, share: 7 %, why: dies}}", "", [5]),
        (DENIED, "    next: [{to: end, share: 10 %}, {to: asks, share: 90 %}]\n", [5]),
        (COUNTED, "", []),
        ("{to: end, share: 34 %, counts: completed}", "", []),
        ("{to: end, share: 0 %, why: denied}", "", []),
        ("{to: asks, share: 34 %}", "", []),
        ("end, {to: gets-it}", "", []),
    ],
)
def test_a_part_of_people_ends_beside_others(answer: str, last: str, lines: list[int]) -> None:
    assert [line for line, _ in told(answer, last)] == lines


def test_the_only_end_of_a_journey_is_not_asked_about() -> None:
    text = (
        "title: A\nsteps:\n  - Asks\n  - action: Hears\n"
        "    next: [{to: asks, share: 40 %}, {to: end, share: 60 %}]\n"
    )
    assert findings(text, rule=uncounted_end) == []


def test_it_is_asked_and_nobody_is_accused() -> None:
    ((_, said),) = told(f"{DENIED}, {{to: end, share: 7 %, why: dies}}")
    assert said == (
        'people who end the journey at "Hears" (denied) and "Hears" (dies) count as having what '
        "they came for: the map does not say whether they have"
    )
