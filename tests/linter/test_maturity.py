"""A map meets the highest status whose rules all hold; hints hold none back."""

import pytest
from tests.linter.linting import MAP, TODAY, workspace_of

from journeymap.authoring import Check, Context, Finding, PlacedStep, Rule, Severity, Status, rule
from journeymap.linter.engine import lint
from journeymap.linter.maturity import Maturity, maturity_of
from journeymap.linter.profiles import Selection
from journeymap.text.source import SafeText


def asking(number: int, word: str, status: Status | None, severity: Severity) -> Rule:
    """A rule that tells of steps with a word in their note."""

    def check(placed_step: PlacedStep, _: Context) -> list[Finding]:
        said = word in (placed_step.step.note or "")
        return [Finding(message=word, route=placed_step.route)] if said else []

    made: Check = check
    return rule(f"JM99{number}", word, severity=severity, from_status=status, basis="house")(made)


RULES = (
    asking(1, "wrong", Status.DRAFT, Severity.ERROR),
    asking(2, "thin", Status.REVIEW, Severity.WARNING),
    asking(3, "hint", Status.REVIEW, Severity.NOTE),
    asking(4, "unproven", Status.PUBLISHED, Severity.WARNING),
)


def met(files: dict[str, str], selection: Selection | None = None) -> list[str]:
    workspace = workspace_of(files)
    report = lint(workspace, RULES, selection or Selection(), TODAY, maturity=True)
    return [each.said for each in report.maturities]


@pytest.mark.parametrize(
    ("notes", "said"),
    [
        (["wrong", "thin"], "meets no status; 1 error to mend for draft (wrong)"),
        (["wrong", "wrong", "unproven"], "meets no status; 2 errors to mend for draft (wrong)"),
        (["thin", "hint", "unproven"], "meets draft; 1 warning to mend for review, and 1 note"),
        (["thin", "thin thin"], "meets draft; 2 warnings to mend for review"),
        (
            ["hint", "hint", "unproven"],
            "meets review; 1 warning to mend for published, and 2 notes",
        ),
        (["hint", ""], "meets published, with 1 note"),
        (["", ""], "meets published"),
    ],
)
def test_a_map_meets_the_status_whose_rules_all_hold(notes: list[str], said: str) -> None:
    steps = "".join(f"- {{action: A, note: {note or 'x'}}}\n" for note in notes)
    assert met({MAP: f"title: A\nsteps:\n{steps}"}) == [said]


@pytest.mark.parametrize(
    ("rules", "said"),
    [("a", "a"), ("a b c d", "a, b, c, d"), ("a b c d e", "a, b, c, d, 1 more"),
     ("a b c d e f", "a, b, c, d, 2 more")],
)  # fmt: skip
def test_four_rules_are_named_and_the_others_counted(rules: str, said: str) -> None:
    found = Maturity(
        shown=SafeText("a"),
        meets=None,
        short_of=Status.DRAFT,
        errors=2,
        warnings=0,
        rules=tuple(map(SafeText, rules.split())),
    )
    assert found.said == f"meets no status; 2 errors to mend for draft ({said})"


def test_what_is_no_map_or_cannot_be_read_has_no_maturity() -> None:
    files = {"a.library.yaml": "channels: [Phone]\n", MAP: "- nonsense\n"}
    assert met(files) == []


def test_what_is_selected_changes_nothing_and_what_is_ignored_does() -> None:
    files = {MAP: "title: A\nsteps:\n- {action: A, note: thin}\n"}
    assert met(files, Selection(select=("wrong",))) == ["meets draft; 1 warning to mend for review"]
    assert met(files, Selection(ignore=("thin",))) == ["meets published"]


def of_rules(*findings: tuple[Status | None, Severity, str]) -> str:
    return maturity_of(SafeText("a"), findings).said


@pytest.mark.parametrize(
    ("count", "named"),
    [(1, "a"), (3, "a, b, c"), (4, "a, b, c, d"), (5, "a, b, c, d, 1 more"),
     (7, "a, b, c, d, 3 more")],
)  # fmt: skip
def test_four_rules_of_a_draft_are_named_and_the_rest_counted(count: int, named: str) -> None:
    found = [(Status.DRAFT, Severity.WARNING, name) for name in "abcdefg"[:count]]
    many = f"{count} warning{'s' if count > 1 else ''}"
    assert of_rules(*found) == f"meets no status; {many} to mend for draft ({named})"


def test_errors_and_warnings_are_counted_apart_and_rules_named_once() -> None:
    said = of_rules(
        (Status.DRAFT, Severity.WARNING, "b"),
        (Status.DRAFT, Severity.NOTE, "hint"),
        (Status.DRAFT, Severity.ERROR, "a"),
        (Status.DRAFT, Severity.WARNING, "b"),
        (Status.REVIEW, Severity.ERROR, "later"),
        (None, Severity.ERROR, "of no status"),
    )
    assert said == ("meets no status; 1 error, 2 warnings to mend for draft (b, a), and 1 note")


def test_what_is_asked_later_and_hints_hold_nothing_back() -> None:
    hint = (Status.DRAFT, Severity.NOTE, "hint")
    late = (Status.PUBLISHED, Severity.ERROR, "late")
    assert of_rules(hint, late) == "meets review; 1 error to mend for published, and 1 note"
    assert of_rules(late) == "meets review; 1 error to mend for published"
    assert of_rules(hint) == "meets published, with 1 note"
    assert of_rules() == "meets published"
