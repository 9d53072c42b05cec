"""Steps that run beside others, and deadlines, where they can mean nothing."""

import pytest
from tests.linter.linting import findings, messages

from journeymap.linter.rules.references.impossible_timing import impossible_timing
from journeymap.linter.rules.references.unknown_reference import unknown_reference


def map_of(first: str = "", second: str = "", third: str = "") -> str:
    return (
        "title: A map\nsteps:\n"
        f"  - {{action: A{first}}}\n  - {{action: B{second}}}\n  - {{action: C{third}}}\n"
    )


@pytest.mark.parametrize(
    ("steps", "message"),
    [
        ((", meanwhile: true",), '"A" is the first step, and runs beside none'),
        ((", meanwhile: a",), '"A" cannot run beside itself'),
        (("", ", meanwhile: c"), '"B" cannot run beside "C", a later one'),
        (
            ("", ", meanwhile: true, wait: 1 d"),
            '"B" runs beside "A", so it has no `wait` of its own',
        ),
        (
            ("", ", meanwhile: a, leaks: 5 %"),
            '"B" runs beside "A", so it has no `leaks` of its own',
        ),
        (
            ("", ", meanwhile: a, next: c"),
            '"B" runs beside "A", so it has no `next` of its own',
        ),
        ((", within: 1 d",), '"A" is the first step, so nothing comes before it'),
        (("", ", within: {time: 1 d, after: b}"), '"B" cannot be due after itself'),
        (
            ("", ", within: {time: 1 d, after: c}"),
            '"B" cannot be due after "C", from which no way leads here',
        ),
    ],
)
def test_what_cannot_be_is_told(steps: tuple[str, ...], message: str) -> None:
    assert messages(map_of(*steps), rule=impossible_timing) == [message]


@pytest.mark.parametrize(
    "steps",
    [
        ("", ", meanwhile: true", ", meanwhile: true"),
        (", wait: 1 d", ", meanwhile: A", ", meanwhile: a, within: 1 h"),
        ("", ", meanwhile: false", ", within: 1 d"),
        ("", "", ", within: {time: 1 d, after: A}"),
    ],
)
def test_what_can_be_is_not(steps: tuple[str, ...]) -> None:
    assert messages(map_of(*steps), rule=impossible_timing) == []
    assert findings(map_of(*steps), rule=unknown_reference) == []


@pytest.mark.parametrize(
    "field", ["meanwhile: z", "meanwhile: yes", "within: {time: 1 d, after: z}"]
)
def test_a_name_that_leads_nowhere_is_told_as_any_other(field: str) -> None:
    text = map_of("", f", {field}")
    assert len(findings(text, rule=unknown_reference)) == 1
    assert messages(text, rule=impossible_timing) == []
