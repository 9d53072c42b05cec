"""What the decorator makes of a function, and how choices are written."""

from collections.abc import Iterable

import pytest

from journeymap.authoring import Basis, Context, Finding, PlacedStep, Severity, Status, rule


def check(placed_step: PlacedStep, _: Context) -> Iterable[Finding]:
    """Tells of every step."""
    return [Finding(message=placed_step.label)]


def test_choices_are_written_as_texts_or_as_what_they_are() -> None:
    by_text = rule("A1", "a", severity="note", from_status="review", basis="house")(check)
    by_kind = rule("A1", "a", severity=Severity.NOTE, from_status=Status.REVIEW, basis=Basis.HOUSE)
    assert by_text == by_kind(check)
    assert by_text.severity is Severity.NOTE
    assert by_text.from_status is Status.REVIEW
    assert by_text.basis is Basis.HOUSE


def test_what_is_left_out_makes_a_rule_that_is_off_and_needs_no_reason() -> None:
    made = rule("A1", "a", severity="note")(check)
    assert made.from_status is None
    assert made.basis is Basis.NONE


def test_a_choice_that_there_is_not_is_refused() -> None:
    with pytest.raises(ValueError, match="grave"):
        rule("A1", "a", severity="grave")(check)  # type: ignore[arg-type]


def test_the_former_name_of_the_status_is_taken_with_a_warning() -> None:
    with pytest.warns(DeprecationWarning, match="from_status"):
        made = rule("A1", "a", severity="note", since=Status.DRAFT, basis=Basis.HOUSE)
    assert made(check).from_status is Status.DRAFT
