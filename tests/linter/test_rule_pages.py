"""Every rule's page is held to its shape, and its examples to the rule."""

import re

import pytest

from journeymap.authoring import Basis, Rule, Severity, Status
from journeymap.linter.profiles import Selection
from journeymap.linter.registry import RULES
from journeymap.testing import MAP, assert_page, example, lint_files, section

HEADINGS = ["Why it matters", "Basis", "When it runs", "Options", "Bad", "Good"]
MOST_LINES = 44

ON_A_MINIMAL_MAP = {
    Status.DRAFT: {"unsupported-version"},
    Status.REVIEW: {
        "unsupported-version",
        "missing-persona",
        "missing-goal",
        "missing-need",
        "missing-emotion",
        "missing-expectation",
        "missing-owner",
        "missing-review-date",
        "missing-purpose",
        "single-discipline",
        "no-research",
    },
}
"""What may be asked of a map of one step: nothing that a workshop could not know yet."""

OPTIONS = {rule.name: rule.options for rule in RULES if rule.options}


def named(rule: Rule) -> str:
    return rule.name


@pytest.mark.parametrize("rule", RULES, ids=named)
def test_a_page_has_its_shape(rule: Rule) -> None:
    page = rule.page
    headings = re.findall(r"^## (.+)$", page, re.MULTILINE)
    expected = [heading for heading in HEADINGS if heading in headings]
    assert headings == expected
    assert {"Why it matters", "Bad", "Good"} <= set(headings)
    assert ("Basis" in headings) == (rule.basis is not Basis.NONE)
    assert all(section(page, heading).strip() for heading in headings)
    assert ("When it runs" in headings) == bool(rule.needs)
    assert all(need.what in section(page, "When it runs") for need in rule.needs)
    assert rule.summary.endswith(".")
    assert page.split("\n")[1] == ""
    assert len((rule.check.__doc__ or "").strip().splitlines()) <= MOST_LINES
    assert rule.code not in page


@pytest.mark.parametrize("name", OPTIONS)
def test_a_page_tells_every_option_and_how_to_set_it(name: str) -> None:
    (rule,) = (rule for rule in RULES if rule.name == name)
    said = section(rule.page, "Options")
    for option in OPTIONS[name]:
        assert re.fullmatch("[a-z][a-z_]*", option.name)
        assert option.takes(option.default)
        assert f"- `{option.name}` ({option.default:g}): {option.meaning}; {option.range}\n" in said
    (setting,) = re.findall(r"`(options: .*)`", said)
    files = example(rule.page, "Bad").files
    bad: dict[str, str | bytes] = {**files, ".journeymap.yaml": f"{setting}\n"}
    report = lint_files(bad, rules=RULES, selection=Selection(select=(rule.code,)))
    assert [d for d in report.diagnostics if d.file.shown == ".journeymap.yaml"] == []
    assert any(d.rule.code == rule.code for d in report.diagnostics)


@pytest.mark.parametrize("rule", RULES, ids=named)
def test_the_examples_break_and_keep_the_rule_on_the_marked_lines(rule: Rule) -> None:
    assert_page(rule)


@pytest.mark.parametrize("heading", ["Bad", "Good"])
@pytest.mark.parametrize("rule", RULES, ids=named)
def test_an_example_has_no_other_error(rule: Rule, heading: str) -> None:
    report = lint_files(example(rule.page, heading).files, rules=RULES)
    errors = [d for d in report.diagnostics if d.severity is Severity.ERROR]
    assert [d.message for d in errors if d.rule.code != rule.code] == []


@pytest.mark.parametrize("rule", RULES, ids=named)
def test_a_finding_reads_as_a_sentence_and_says_what_to_do(rule: Rule) -> None:
    shown = example(rule.page, "Bad")
    report = lint_files(shown.files, rules=RULES, selection=Selection(select=(rule.code,)))
    findings = [d for d in report.diagnostics if d.rule.code == rule.code]
    assert findings
    for found in findings:
        assert found.message
        assert not found.message.endswith(".")
        assert "\n" not in found.message.raw + found.help.raw
        assert found.help
        assert not re.search(r"JM\d", found.message + found.help)


@pytest.mark.parametrize("status", list(ON_A_MINIMAL_MAP))
def test_a_minimal_map_is_asked_for_little(status: Status) -> None:
    text = f"title: A\nstatus: {status}\nsteps: [B]\n"
    report = lint_files({MAP: text}, rules=RULES, selection=Selection())
    assert {d.rule.name for d in report.diagnostics} <= ON_A_MINIMAL_MAP[status]


@pytest.mark.parametrize("text", ["", "\n", "# a comment\n", "title: A\n", "title:\nsteps:\n"])
def test_an_empty_map_is_told_so_and_nothing_else(text: str) -> None:
    report = lint_files({MAP: text}, rules=RULES)
    names = {d.rule.name for d in report.diagnostics if d.severity is Severity.ERROR}
    assert names in ({"missing-field"}, {"syntax-error"})


def test_codes_and_names_are_unique_and_in_order() -> None:
    codes = [rule.code for rule in RULES]
    assert codes == sorted(set(codes))
    assert len({rule.name for rule in RULES}) == len(RULES)


def test_a_rule_stands_in_the_file_of_its_name() -> None:
    modules = [rule.check.__module__ for rule in RULES]
    names = [rule.name.replace("-", "_") for rule in RULES]
    assert [module.rpartition(".")[2] for module in modules] == names
    assert {module.partition(".rules.")[0] for module in modules} == {"journeymap.linter"}
