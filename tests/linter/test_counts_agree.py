"""Counts in findings agree with their nouns and verbs, at the lowest thresholds as well."""

import re

import pytest
from tests.linter.linting import lint_files

from journeymap.authoring import Rule
from journeymap.linter.profiles import Selection
from journeymap.linter.registry import RULES
from journeymap.model.journey import Status
from journeymap.testing import TODAY, example

ONE = "day|week|month|year|step|stage|time|answer|hand-off|wait|pain|idea|emotion|metric|moment"
WRONG = re.compile(
    rf"\b1 (?:{ONE})s\b|\b(?:[2-9]|\d\d+) (?:{ONE})\b(?!-)|only [2-9] of \w+ \S+ is\b|\ball 1\b"
    r'|\b1 of 100 who come here leave\b|\b1 of 100 have\b|" and "[^"]+" (?:was|is|has|needs)\b'
)
"""A count with a noun or a verb of another number."""


def whole_options(rule: Rule) -> str:
    """The thresholds of a rule that are whole numbers, as low as they may be."""
    return ", ".join(f"{o.name}: {o.least:g}" for o in rule.options if isinstance(o.default, int))


LOWEST = "".join(f"  {rule.name}: {{{said}}}\n" for rule in RULES if (said := whole_options(rule)))


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
@pytest.mark.parametrize("settings", ["", f"options:\n{LOWEST}"], ids=["usual", "lowest"])
def test_what_is_told_of_the_example_of_a_rule_agrees(rule: Rule, settings: str) -> None:
    files = {".journeymap.yaml": settings, **example(rule.page, "Bad").files}
    selection = Selection(profile=Status.PUBLISHED)
    report = lint_files(files, selection=selection, today=TODAY)
    texts = [f"{each.message} {each.help}" for each in report.diagnostics]
    assert [text for text in texts if WRONG.search(text)] == []
