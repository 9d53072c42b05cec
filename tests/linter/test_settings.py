"""What configurations say of rules: which run, how much they weigh, where their thresholds lie."""

import pytest
from tests.linter.linting import MAP, lint_files

from journeymap.findings import Severity
from journeymap.linter.diagnostic import Report
from journeymap.linter.profiles import Selection
from journeymap.linter.registry import RULES

SETTINGS = ".journeymap.yaml"
TIDY = "journeymap: 1\ntitle: A\nsteps: [B]\n"
MANY = f"journeymap: 1\ntitle: A\nsteps: [{', '.join('ABCDEFGH')}]\n"

Told = list[tuple[str, int, int, str]]


def report(settings: str, text: str = TIDY, *words: str, name: str = MAP, **more: str) -> Report:
    files = {f"{file.replace('_', '.')}.yaml": content for file, content in more.items()}
    return lint_files(
        {SETTINGS: settings, name: text, **files},
        rules=RULES,
        selection=Selection(select=words),
        targets=[name],
    )


def names(found: Report) -> list[str]:
    return [d.rule.name for d in found.diagnostics if d.file.shown.endswith(MAP)]


def mistakes(found: Report) -> Told:
    return [
        (d.rule.name, d.start.line, d.start.column, f"{d.message}; {d.help}")
        for d in found.diagnostics
        if d.file.shown == SETTINGS
    ]


# ------------------------------------------------------------------------------------- options


@pytest.mark.parametrize("rule", ["oversized-map", "JM211", "jm211"])
def test_an_option_moves_the_threshold(rule: str) -> None:
    assert names(report("ignore: []\n", MANY, "JM211")) == []
    found = report(f"options: {{{rule}: {{steps: 7}}}}\n", MANY, "JM211")
    assert [d.message for d in found.diagnostics] == [
        "the map has 8 steps; more than 7 can hardly be read as one journey"
    ]
    assert names(report(f"options: {{{rule}: {{steps: 8}}}}\n", MANY, "JM211")) == []


def test_an_extended_configuration_gives_way_option_by_option() -> None:
    base = "options: {oversized-map: {steps: 2, stages: 1}}\n"
    found = report("extends: base.yaml\noptions: {JM211: {steps: 9}}\n", MANY, "JM211", base=base)
    assert names(found) == []
    two = "journeymap: 1\ntitle: A\nstages: {B: C, D: E}\n"
    found = report("extends: base.yaml\noptions: {JM211: {steps: 9}}\n", two, "JM211", base=base)
    assert names(found) == ["oversized-map"]


def test_mistakes_in_options_are_findings_with_the_near_name() -> None:
    settings = (
        "options:\n"
        "  oversized-mapp: {steps: 3}\n"
        "  oversized-map: {step: 3, stages: 0}\n"
        "  missing-need: {x: 1}\n"
        "  flat-emotion: {values: 2.5, range: 9}\n"
    )
    assert mistakes(report(settings)) == [
        ("unknown-field", 2, 3, "no rule is called oversized-mapp; did you mean oversized-map?"),
        (
            "unknown-field",
            3,
            19,
            "the rule oversized-map has no option `step`; did you mean `steps`?",
        ),
        (
            "invalid-value",
            3,
            36,
            "`stages` cannot be 0; write a whole number, 1 or more; 12 unless you set it",
        ),
        ("unknown-field", 4, 18, "the rule missing-need has no option `x`; remove it"),
        (
            "invalid-value",
            5,
            26,
            "`values` cannot be 2.5; write a whole number, 2 or more; 5 unless you set it",
        ),
        (
            "invalid-value",
            5,
            38,
            "`range` cannot be 9; write a number from 0 to 4; 0.5 unless you set it",
        ),
    ]


def test_a_value_that_is_refused_leaves_the_default() -> None:
    assert "oversized-map" not in names(report("options: {JM211: {steps: -1}}\n", MANY, "JM211"))


def test_an_option_that_is_like_no_other_is_answered_with_all_of_them() -> None:
    ((*_, said),) = mistakes(report("options: {JM211: {q: 1}}\n"))
    assert said.endswith("; it has `steps`, `stages`")


# ---------------------------------------------------------------------------------- severities


@pytest.mark.parametrize("word", ["missing-goal", "JM202", "JM2", "ALL"])
def test_a_severity_is_set_by_name_code_or_prefix(word: str) -> None:
    found = report(f"severities: {{{word}: error}}\n", TIDY, "missing-goal")
    assert [d.severity for d in found.diagnostics] == [Severity.ERROR]


@pytest.mark.parametrize("said", ["JM2: note, JM202: error", "JM202: error, JM2: note"])
def test_what_is_said_of_one_rule_counts_more_than_what_is_said_of_its_family(said: str) -> None:
    found = report(f"severities: {{{said}}}\n", TIDY, "missing-goal", "missing-need")
    weights = {d.rule.code: d.severity for d in found.diagnostics}
    assert weights == {"JM202": Severity.ERROR, "JM204": Severity.NOTE}


def test_severities_never_change_what_runs() -> None:
    assert names(report("severities: {JM2: error}\n")) == names(report("ignore: []\n"))


def test_mistakes_in_severities_are_findings() -> None:
    assert mistakes(report("severities: {missing-gaol: error, JM202: loud}\n")) == [
        ("unknown-field", 1, 14, "no rule is called missing-gaol; did you mean missing-goal?"),
        (
            "invalid-value",
            1,
            42,
            '"loud" is not among the values of `severities`; write error, warning or note',
        ),
    ]


# ----------------------------------------------------------------------------------- selection


@pytest.mark.parametrize("field", ["select", "extend_select", "ignore"])
def test_an_unknown_rule_is_a_finding_and_the_rest_counts(field: str) -> None:
    found = report(f"{field}:\n  - missing-goal\n  - missing-gaol\n")
    assert mistakes(found) == [
        ("invalid-value", 3, 5, "no rule is called missing-gaol; did you mean missing-goal?")
    ]
    assert ("missing-goal" in names(found)) is (field != "ignore")


def test_a_later_part_changes_what_the_earlier_ones_chose() -> None:
    base = "select: [missing-goal, missing-need]\nignore: missing-need\n"
    found = report("extends: base.yaml\nextend_select: missing-need\n", base=base)
    assert sorted(names(found)) == ["missing-goal", "missing-need"]
    found = report("extends: base.yaml\nselect: missing-emotion\n", base=base)
    assert names(found) == ["missing-emotion"]


# --------------------------------------------------------------------------------------- files

DRAFTS = """
profile: review
files:
  drafts/: {profile: draft}
  '*.map.journey.yaml': {extend_select: internal-language, severities: {JM2: error}}
  drafts/old.map.journey.yaml: {select: missing-goal, options: {JM211: {steps: 1}}}
"""


def test_settings_of_files_hold_for_the_files_of_their_pattern() -> None:
    assert "missing-goal" in names(report(DRAFTS))
    assert names(report(DRAFTS, name=f"drafts/{MAP}")) == []
    assert names(report(DRAFTS, name=f"sub/drafts/{MAP}")) == []
    other = report(DRAFTS, name=f"sub/a.{MAP}")
    weights = {(d.rule.code.startswith("JM2"), d.severity) for d in other.diagnostics}
    assert weights == {(True, Severity.ERROR), (False, Severity.WARNING)}


def test_of_several_patterns_the_last_one_counts() -> None:
    found = report(DRAFTS, name="drafts/old.map.journey.yaml")
    assert [(d.rule.name, d.severity) for d in found.diagnostics] == [
        ("missing-goal", Severity.ERROR)
    ]


def test_patterns_of_an_extended_configuration_are_relative_to_the_one_that_holds() -> None:
    files = {
        "shared/base.yaml": "files: {drafts/*: {profile: draft}}\n",
        "team/.journeymap.yaml": "extends: ../shared/base.yaml\n",
        f"team/drafts/{MAP}": f"{TIDY}status: published\n",
    }
    found = lint_files(files, rules=RULES, selection=Selection(), targets=[f"team/drafts/{MAP}"])
    assert found.diagnostics == ()


def test_a_configuration_elsewhere_says_nothing_of_a_file() -> None:
    files = {
        "a/.journeymap.yaml": "select: missing-goal\n",
        f"a/{MAP}": TIDY,
        "b/.journeymap.yaml": "select: missing-need\n",
        f"b/{MAP}": TIDY,
    }
    found = lint_files(files, rules=RULES, selection=Selection())
    assert [(d.file.shown, d.rule.name) for d in found.diagnostics] == [
        (f"a/{MAP}", "missing-goal"),
        (f"b/{MAP}", "missing-need"),
    ]


@pytest.mark.parametrize("pattern", ["'!'", "'!drafts'", "/", "'#x'", "a\\"])
def test_what_is_no_pattern_is_a_finding(pattern: str) -> None:
    found = mistakes(report(f"files:\n  {pattern}: {{ignore: missing-gaol}}\n"))
    assert [(name, line) for name, line, *_ in found] == [("invalid-value", 2)] * 2
    assert any("is no pattern of files" in said for *_, said in found)


def test_mistakes_inside_of_files_stand_in_their_place() -> None:
    found = report("files:\n  a/:\n    options: {JM211: {step: 1}}\n    profil: draft\n")
    assert [(name, line, column) for name, line, column, _ in mistakes(found)] == [
        ("unknown-field", 3, 23),
        ("unknown-field", 4, 5),
    ]
