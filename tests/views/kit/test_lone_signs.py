"""No line ends with a lone sign: a dot between facts goes, an arrow begins the next one."""

import pytest

from journeymap.views.kit import measure


@pytest.mark.parametrize(
    ("text", "limit", "lines"),
    [
        ("age 38 · work sales", 52.0, ("age 38", "work sales")),
        ("age 38 · work", 200.0, ("age 38 · work",)),
        ("9 % → target 4 %", 28.0, ("9 %", "→", "target", "4 %")),
        ("9 % → target 4 %", 45.0, ("9 %", "→ target", "4 %")),
        ("→ home", 28.0, ("→", "home")),
    ],
)
def test_no_line_ends_with_a_sign_alone(text: str, limit: float, lines: tuple[str, ...]) -> None:
    assert measure.wrap(text, limit, 10.0) == lines
