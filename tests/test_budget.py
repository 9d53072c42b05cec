"""No room has more code than its budget, and the budget is counted as it says."""

from pathlib import Path

import pytest
from scripts.code_lines import budget, lines_of_code, number, rooms


def test_every_room_keeps_to_its_budget() -> None:
    allowed = budget()
    above = {
        room: f"{lines} lines, {allowed.get(room, 0)} allowed"
        for room, lines in rooms().items()
        if lines > allowed.get(room, 0)
    }
    assert above == {}, "write less, or say why: python scripts/generate.py budget --raise"


@pytest.mark.parametrize(
    ("lines", "allowed", "raises", "expected"),
    [
        (1000, 1000, False, 1000),
        (990, 1000, False, 1000),
        (989, 1000, False, 989),
        (95, 100, False, 100),
        (94, 100, False, 94),
        (1001, 1000, False, 1000),
        (1001, 1000, True, 1001),
        (990, 1000, True, 1000),
        (7, 0, False, 0),
        (7, 0, True, 7),
    ],
)
def test_a_number_falls_by_itself_and_rises_only_if_wished(
    lines: int, allowed: int, raises: bool, expected: int
) -> None:
    assert number(lines, allowed, raises=raises) == expected


@pytest.mark.parametrize(
    ("name", "text", "lines"),
    [
        ("a.py", '"""Said.\n\nMore.\n"""\n\nX = """\ntext\n"""\n"""Its meaning."""\n', 3),
        ("a.py", "# why\ndef f():\n    '''Does.'''\n\n    return 1  # one\n", 2),
        ("a.css", "/* why */\n\n#id {\n  color: red;\n}\n", 3),
        ("a.js", "// why\nconst a = 1;\n/* more\n * of it\n */\n", 1),
    ],
)
def test_blank_lines_comments_and_docstrings_are_no_code(
    name: str, text: str, lines: int, tmp_path: Path
) -> None:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    assert lines_of_code(path) == lines


def test_the_numbers_of_the_page_are_those_of_rooms() -> None:
    assert {"analysis", "linter", "views", "api.py"} <= set(budget()) <= set(rooms())
