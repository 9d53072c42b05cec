"""The rule about a desired map that breaks the thread of care."""

import pytest
from tests.linter.linting import MAP, lint_files

from journeymap.linter.profiles import Selection
from journeymap.linter.rules.improvement.less_continuity import less_continuity

WANTED = "wanted.journey.yaml"


def told(today: str, then: str) -> list[str]:
    """What is said of two maps, each a letter a contact: of the one who serves there."""
    texts = {
        MAP: a_map(today, f"desired: {WANTED}"),
        WANTED: a_map(then, "state: desired"),
    }
    report = lint_files(texts, rules=(less_continuity,), selection=Selection(select=("JM813",)))
    return [each.message for each in report.diagnostics]


def a_map(parties: str, top: str) -> str:
    people = ", ".join(f"{{name: {who}, kind: clinician}}" for who in sorted(set(parties)))
    steps = "".join(f"  - {{id: s{i}, action: Goes, with: {w}}}\n" for i, w in enumerate(parties))
    return f"title: A\n{top}\nstakeholders: [{people}]\nsteps:\n{steps}"


def test_it_says_how_likely_two_contacts_are_with_the_same_party() -> None:
    assert told("aaaa", "abab") == [
        (
            "the desired map has less continuity of care than this one: two contacts are with the "
            "same party in 33% of cases, today in 100%"
        )
    ]


@pytest.mark.parametrize(
    ("today", "then"),
    [
        ("aaaa", "aaaa"),
        ("abab", "aaaa"),
        ("aaa", "abc"),
        ("aaaa", "abc"),
        ("a" * 40, "a" * 39 + "b"),
    ],
)
def test_more_the_same_few_contacts_or_a_little_less_are_not_told(today: str, then: str) -> None:
    assert told(today, then) == []
