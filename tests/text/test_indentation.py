"""Lines that fit nowhere among the others are told where they belong, or what they lack."""

import pytest
from tests.text.test_syntax_messages import JARGON, read

from journeymap.text.source import Source

# What is written, where the mistake is told (line:column), what is marked there, and the message.
MISTAKES = [
    (
        "steps:\n  - action: Calls\n     need: x\n",
        "3:1",
        "     ",
        "the indentation of this line fits none of the lines above",
    ),
    (
        "title: x\n  steps: y\n",
        "2:1",
        "  ",
        "the indentation of this line fits none of the lines above",
    ),
    (
        "steps:\n  - action: Calls\n   need: x\n",
        "3:1",
        "   ",
        "the indentation of this line fits none of the lines above",
    ),
    (
        "steps:\n    - action: Calls\n   - need: x\n",
        "3:1",
        "   ",
        "the indentation of this line fits none of the lines above",
    ),
    (
        "a:\n    b: c\n  d: e\n",
        "3:1",
        "  ",
        "the indentation of this line fits none of the lines above",
    ),
    (
        "steps:\n  - action: a\n  action: b\n",
        "3:3",
        "action: b",
        "a dash is missing at the start of this line, or two spaces of indentation",
    ),
    (
        "steps:\n  - Calls\n  Books\n",
        "3:3",
        "Books",
        "this line is neither `name: text` nor an item of a list",
    ),
    ("title: x\n- foo\n", "2:1", "- foo", "an item of a list stands among `name: text` lines"),
    (
        "title: x\nsomething\nsteps: [a]\n",
        "2:1",
        "something",
        "this line is neither `name: text` nor an item of a list",
    ),
    (
        "title: x\nsteps: [a]\nsomething\n",
        "3:1",
        "something",
        "this line is neither `name: text` nor an item of a list",
    ),
    (
        "note: |\n  a\n b\nc: d\n",
        "3:1",
        " ",
        "the indentation of this line fits none of the lines above",
    ),
    ("a b\n  c: d\n", "1:1", "a b", "this line has no colon"),
    ("title A\nsteps:\n  - a\n", "1:1", "title A", "this line has no colon"),
    ("# c\r\ntitle A\r\n\r\n# d\r\nsteps: [a]\r\n", "2:1", "title A", "this line has no colon"),
    (
        "steps:\n  - action Buys  # c\n    need: x\n",
        "2:5",
        "action Buys",
        "this line has no colon",
    ),
    (
        "steps:\n  - action: a\n  - action Buys\n    need: x\n",
        "3:5",
        "action Buys",
        "this line has no colon",
    ),
    ("steps:\n  - Buys\n    need: x\n", "2:5", "Buys", "this line has no colon"),
    ("title: x\npersona ann\nsteps: [a]\n", "2:1", "persona ann", "this line has no colon"),
    ("title: x\npersonas # c\n\n  - ann\nsteps: [a]", "2:1", "personas", "this line has no colon"),
    (
        "steps:\n  - action: a\n    need x  # c\n  - b\n",
        "3:5",
        "need x",
        "this line has no colon",
    ),
    (
        "steps:\n  - calls a\n  books online\n",
        "3:3",
        "books online",
        "this line is neither `name: text` nor an item of a list",
    ),
    (
        "steps:\n  - Calls the doctor\n    and is told: wait\n",
        "3:5",
        "and is told: wait",
        "a colon with a space after it stands inside the text",
    ),
    ("a\n  b: c\n", "1:1", "a", "this line has no colon"),
]


@pytest.mark.parametrize("pure", [False, True], ids=["c", "pure"])
@pytest.mark.parametrize(("text", "place", "marked", "message"), MISTAKES)
def test_a_line_out_of_place_is_told_where_it_is(
    text: str, place: str, marked: str, message: str, *, pure: bool
) -> None:
    problem = read(text, pure=pure)
    source = Source(name="a", text=text)
    position = source.position(problem.span.start)
    found = (f"{position.line}:{position.column}", source.cut(problem.span), problem.message)
    assert found == (place, marked, message)
    assert problem.code == "JM001"


@pytest.mark.parametrize("text", [mistake[0] for mistake in MISTAKES])
def test_help_is_a_line_in_one_manner(text: str) -> None:
    problem = read(text)
    assert problem.help[0].islower()
    assert not problem.help.endswith(".")
    assert not JARGON.search(f"{problem.message} {problem.help}")


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("title A\nsteps:\n  - a\n", "write title: A"),
        ("title\nsteps:\n  - a\n", "write title: …"),
        ("Title\nsteps:\n  - a\n", "such as title: Title"),
        ("steps:\n  - Buys\n    need: x\n", "such as action: Buys"),
        ("steps:\n  - action Buys  # c\n    need: x\n", "write action: Buys"),
        ("steps:\n  - action: a\n    need x # c\n  - b\n", "write need: x; indent it further if"),
        ("title: x\npersonas\n  - ann\nsteps: [a]\n", "write personas:"),
    ],
)
def test_help_says_what_to_write(text: str, part: str) -> None:
    assert part in read(text).help


STEP = "steps:\n  # one\n  - action: Buys\n"


@pytest.mark.parametrize("pure", [False, True], ids=["c", "pure"])
@pytest.mark.parametrize(
    ("text", "place"),
    [
        (f"{STEP}     need: x\n", "column 5, like `action` on line 3"),
        (f"{STEP}   need: x\n", "column 5, like `action` on line 3"),
        (f"{STEP}  need: x\n", "column 5, like `action` on line 3"),
        (f"{STEP}    pains:\n      - p\n     need: x\n", "column 5, like `pains` on line 4"),
        (f"{STEP}    pains:\n      - p\n   need: x\n", "column 5, like `pains` on line 4"),
        (f"{STEP}    with: [a,\n     b]\n   need: x\n", "column 5, like `with` on line 4"),
        (f"{STEP}    note: |\n      a: b\n   need: x\n", "column 5, like `note` on line 4"),
        (f"{STEP}   - action: Pays\n", "column 3, like the dash on line 3"),
        (f"{STEP}  - Pays\n - Leaves\n", "column 3, like the dash on line 4"),
        ("title: A\n  steps: [a]\n", "column 1, like `title` on line 1"),
        ("title: A\r\n  steps: [a]\r\n", "column 1, like `title` on line 1"),
        ("a: &x {b: c}\nd:\n    e: *x\n   f: g\n", "column 5, like `e` on line 3"),
    ],
)
def test_a_line_out_of_place_is_told_where_it_belongs(text: str, place: str, *, pure: bool) -> None:
    assert read(text, pure=pure).help.startswith(f"it should begin in {place}")
