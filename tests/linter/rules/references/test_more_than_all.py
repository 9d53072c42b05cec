"""swapped-values: more people who were asked than there are."""

import pytest
from tests.linter.linting import MAP, lint_files, messages

from journeymap.authoring import Severity
from journeymap.linter.rules.references.swapped_values import swapped_values


@pytest.mark.parametrize(
    ("source", "told"),
    [
        ("kind: survey, n: 90, population: 80", True),
        ("kind: interview, n: 12, population: 8", True),
        ("kind: survey, n: 80, population: 80", False),
        ("kind: survey, n: 90", False),
        ("kind: records, n: 900, population: 80", False),  # visits
    ],
)
def test_nobody_can_ask_more_people_than_there_are(source: str, told: bool) -> None:
    n = source.partition("n: ")[2].partition(",")[0]
    text = f"title: A\nevidence: [{{id: s, name: Spring, {source}}}]\nsteps: [A]\n"
    said = messages(text, rule=swapped_values)
    population = source.rpartition(": ")[2]
    assert said == ([f'"Spring" has n: {n}, of a population of {population}'] if told else [])
    if told:
        report = lint_files({MAP: f"status: draft\n{text}"})
        (found,) = (e for e in report.diagnostics if e.rule.code == swapped_values.code)
        assert found.severity is Severity.WARNING
        assert str(found.help).startswith(f"write n: {population}, population: {n} if the two are")
