"""What a comment names to be ignored, and what one of another tool would have to be here."""

import pytest

from journeymap.linter.ignore_comments import corrected, meant, named, written
from journeymap.linter.registry import RULES

KNOWN = {"missing-need": next(rule for rule in RULES if rule.name == "missing-need")}


@pytest.mark.parametrize(
    "verb",
    ["disable", "suppress", "allow", "skip", "mute", "silence", "exclude", "nolint", "noqa", "off"],
)
def test_what_other_tools_call_it_is_ignore_where_it_names_a_rule(verb: str) -> None:
    right = "# journeymap: ignore[missing-need] agreed"
    assert corrected(f"# journeymap: {verb}[missing-need] agreed", KNOWN) == right
    assert corrected(f"# journeymap: {verb.upper()}(missing-need) agreed", KNOWN) == right
    assert corrected(f"# journeymap: {verb}[whatever] agreed", KNOWN) == ""


def test_a_slip_in_the_word_itself_needs_no_known_rule() -> None:
    assert corrected("# journeymap: ingore[whatever]", KNOWN) == "# journeymap: ignore[whatever]"
    assert corrected("# journeymap: ingore whatever", KNOWN) == ""


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("a", [("a", "")]),
        (" a ,  b c ", [("a", ""), ("b c", "")]),
        ("a, b until 2027-03", [("a", "2027-03"), ("b", "2027-03")]),
        ("a until 2027-01, b until 2027-03, c", [("a", "2027-01"), ("b", "2027-03"), ("c", "")]),
        ("a until", [("a", "…")]),
        (" , ", []),
    ],
)
def test_what_brackets_name_and_until_when(text: str, found: list[tuple[str, str]]) -> None:
    entries = named(text)
    assert [(each.word, each.until) for each in entries] == found
    assert all(each.word in text[each.span.start : each.span.end] for each in entries)
    again = [(each.word, each.until) for each in named(written(entries))]
    assert again == found


@pytest.mark.parametrize(
    ("word", "codes"),
    [
        ("missing-need", {"JM204"}),
        ("jm204", {"JM204"}),
        ("JM", set()),  # there is no blanket form
        ("nonsense", set()),
    ],
)
def test_which_rules_a_word_means(word: str, codes: set[str]) -> None:
    rules = {name: rule for rule in RULES for name in (rule.name, rule.code)}
    assert {each.code for each in meant(word, rules)} == codes
    family = meant("JM20", rules)
    assert {each.code for each in family} == {each for each in rules if each.startswith("JM20")}
