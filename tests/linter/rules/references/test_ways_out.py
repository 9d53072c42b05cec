"""Where people go who leave: a party of the map, or free words; a near miss of either is told."""

import pytest
from tests.linter.linting import MAP, findings, helps, lint_files

from journeymap.linter.rules.references.duplicate_id import duplicate_id
from journeymap.linter.rules.references.near_name import near_name
from journeymap.linter.rules.references.unknown_reference import unknown_reference

RIVAL = "stakeholders: [{id: rival, name: Private clinic, kind: competitor}]\n"


@pytest.mark.parametrize(
    ("places", "lines"),
    [
        (("private clinik",), [4]),
        (("Private Clinics", "rivall"), [4, 5]),
        (("private clinic", "rival"), []),
        (("another clinic", "no treatment"), []),
        (("nowhere", "nowere"), [5]),
        (("plan A", "plan B", "ward 1", "ward 2"), []),
        (("null", "~", "no", "—"), []),
    ],
)
def test_a_way_out_may_be_a_party_or_words_and_a_near_miss_of_either_is_told(
    places: tuple[str, ...], lines: list[int]
) -> None:
    steps = "".join(f"  - {{action: B, leaks: {{to: {place}, share: 1 %}}}}\n" for place in places)
    text = f"title: A\n{RIVAL}steps:\n{steps}"
    assert [line for line, *_ in findings(text, rule=near_name)] == lines
    assert findings(text, rule=unknown_reference) == []
    report = lint_files({MAP: text}, targets=[MAP])
    assert [d.message for d in report.diagnostics if d.severity == "error"] == []


def test_a_way_out_that_two_parties_share_is_told() -> None:
    two = RIVAL.replace("]", ", {id: other, name: Private clinic, kind: competitor}]")
    text = f"title: A\n{two}steps: [{{action: B, leaks: {{to: private clinic}}}}]\n"
    assert len(findings(text, rule=duplicate_id)) == 1


def test_the_name_that_is_meant_is_told_as_it_is_written() -> None:
    text = f"title: A\n{RIVAL}steps: [{{action: B, leaks: {{to: private clinics}}}}]\n"
    assert [said for *_, said in findings(text, rule=near_name)] == [
        "`private clinics` differs from `Private clinic` by one letter"
    ]
    assert helps(text, rule=near_name) == [
        "write Private clinic if it is the same; say it in other words if they are two"
    ]
