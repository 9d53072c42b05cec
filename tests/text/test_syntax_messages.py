"""Every mistake an analyst makes in YAML gets one message, at the place of the mistake."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeymap.text.document import parse
from journeymap.text.parse_failure import Failure
from journeymap.text.source import Problem, Source
from journeymap.text.syntax_messages import explain

JARGON = re.compile(
    r"block|scalar|scann|token|mapping|sequence|stream|context|node|anchor|flow|indicator|<|pars"
)

# What is written, where the mistake is told (line:column), what is marked there, and the message.
MISTAKES = [
    (
        'title: "Diabetes\nsteps:\n  - Calls\n  - Books\n',
        "1:8",
        '"Diabetes',
        'the quote " that opens here is never closed',
    ),
    (
        "title: 'Diabetes\nsteps:\n  - Calls\n",
        "1:8",
        "'Diabetes",
        "the quote ' that opens here is never closed",
    ),
    (
        'title: "Diabetes\nsteps:\n  - action: "Calls"\n  - Books\n',
        "1:8",
        '"Diabetes',
        'the quote " that opens here is closed only on line 3',
    ),
    (
        "steps:\n  - 'Tis late\n  - Books\n",
        "2:5",
        "'Tis late",
        "the quote ' that opens here is never closed",
    ),
    (
        "steps:\n  - action: 'It's late'\n  - Books\n",
        "2:16",
        "'",
        "the apostrophe ends the quoted text",
    ),
    ("title: x\nsteps:\n\t- Calls\n", "3:1", "\t", "a tab indents this line"),
    (
        "title: x\nsteps:\n  - action: Calls\n\t  need: help\n",
        "4:1",
        "\t",
        "a tab indents this line",
    ),
    ("a:\n\tb: c\n", "2:1", "\t", "a tab indents this line"),
    ("steps:\n  -\tCalls\n", "2:4", "\t", "a tab stands here instead of a space"),
    (
        "steps:\n  - action: Calls\n    need: Ask: why\n",
        "3:11",
        "Ask: why",
        "a colon with a space after it stands inside the text",
    ),
    (
        "title: Type 2: diabetes\nsteps: [a]\n",
        "1:8",
        "Type 2: diabetes",
        "a colon with a space after it stands inside the text",
    ),
    (
        "steps:\n  - Calls: the doctor: now\n",
        "2:12",
        "the doctor: now",
        "a colon with a space after it stands inside the text",
    ),
    ("steps:\n  - action: @home\n", "2:13", "@home", "a text that begins with @ must be in quotes"),
    ("steps:\n  - action: `x\n", "2:13", "`x", "a text that begins with ` must be in quotes"),
    (
        "steps:\n  - action: `x`\n",
        "2:13",
        "`x`",
        "` marks nothing in YAML: a text cannot begin with it",
    ),
    (
        "steps:\n  - action: %50 of them\n",
        "2:13",
        "%50 of them",
        "a text that begins with % must be in quotes",
    ),
    ("title: x\n%foo: y\n", "2:1", "%foo: y", "a line cannot begin with %"),
    (
        "steps:\n  - action: & more\n",
        "2:13",
        "& more",
        "a text that begins with & must be in quotes",
    ),
    (
        "steps:\n  - action: &more stuff: x\n",
        "2:13",
        "&more stuff: x",
        "a colon with a space after it stands inside the text",
    ),
    (
        "steps:\n  - action: * important\n",
        "2:13",
        "* important",
        "a text that begins with * must be in quotes",
    ),
    (
        "steps:\n  - action: | text here\n",
        "2:13",
        "| text here",
        "a text cannot begin with | on its own line",
    ),
    (
        "steps:\n  - action: > 5 days\n",
        "2:13",
        "> 5 days",
        "a text cannot begin with > on its own line",
    ),
    (
        "steps:\n  - action: >5 days\n",
        "2:13",
        ">5 days",
        "a text cannot begin with > on its own line",
    ),
    (
        "steps:\n  - action: {Calls} the doctor\n",
        "2:13",
        "{Calls} the doctor",
        "the text goes on after its closing bracket }",
    ),
    (
        "steps:\n  - action: {Calls the doctor\n    need: x\n  - action: b\n",
        "2:13",
        "{Calls the doctor",
        "the bracket { that opens here is never closed",
    ),
    (
        "steps:\n  - action: [sic] the doctor\n",
        "2:13",
        "[sic] the doctor",
        "the text goes on after its closing bracket ]",
    ),
    (
        "steps:\n  - action: [Calls\n    need: x\n",
        "2:13",
        "[Calls",
        "the bracket [ that opens here is never closed",
    ),
    ("steps: [a, b\ntitle: x\n", "1:8", "[a, b", "the bracket [ that opens here is never closed"),
    ("steps: [a, b}\ntitle: x\n", "1:13", "}", "} does not close the bracket [ of line 1"),
    ("steps: [a, b]]\ntitle: x\n", "1:14", "]", "] closes no bracket"),
    ("steps: {a: [b}\ntitle: x\n", "1:14", "}", "} does not close the bracket [ of line 1"),
    ("steps: [{action: a} {action: b}]\n", "1:21", "{", "a comma is missing before this"),
    (
        "steps: [{action: a, need: b}\n  {action: b}]\n",
        "2:3",
        "{",
        "a comma is missing before this",
    ),
    ('steps: ["a" "b"]\n', "1:13", '"', "a comma is missing before this"),
    (
        'steps:\n  - action: "Buys" quickly\n',
        "2:13",
        '"Buys" quickly',
        'the text goes on after its closing quote "',
    ),
    (
        "steps:\n  - action: 'Buys' quickly\n    need: x\n",
        "2:13",
        "'Buys' quickly",
        "the text goes on after its closing quote '",
    ),
    (
        'steps:\n  - "Buys" quickly\n',
        "2:5",
        '"Buys" quickly',
        'the text goes on after its closing quote "',
    ),
    ('title: "Type" 2: x\n', "1:8", '"Type" 2: x', 'the text goes on after its closing quote "'),
    ("steps: - a\n  - b\n", "1:8", "- a", "a list cannot begin behind other text on a line"),
    ("steps:\n  - action:Calls\n    need: x\n", "2:11", ":", "a space is missing after the colon"),
    ("title:Diabetes\nsteps: [a]\n", "1:6", ":", "a space is missing after the colon"),
    ("title: x\npersona:maria\nsteps: [a]\n", "2:8", ":", "a space is missing after the colon"),
    ("title: x\nsteps:\n  - a\npersona:maria\n", "4:8", ":", "a space is missing after the colon"),
    ("steps:\n  - Calls\n  -Books\n", "3:3", "-", "a space is missing after the dash"),
    ("steps:\n  -action: a\n   need: b\n", "2:3", "-", "a space is missing after the dash"),
    ("steps:\n  -action: a\n  - action: b\n", "2:3", "-", "a space is missing after the dash"),
    ('title: "C:\\path"\n', "1:11", "\\p", "`\\p` means nothing between double quotes"),
    (
        'title: "\\xZZ"\n',
        "1:9",
        "\\x",
        "`\\x` is to begin the number of a sign between double quotes",
    ),
    ("note: |\n\ta\n", "2:1", "\t", "a tab indents this line"),
    (
        "a: **very** good\n",
        "1:4",
        "**very**",
        "** marks nothing in YAML: a text cannot begin with it",
    ),
    ("a: [*very*, b]\n", "1:5", "*very*", "a text that begins with * must be in quotes"),
    ("a: !very good\n", "1:4", "!very", "a text that begins with ! must be in quotes"),
    ('"a" b\nc: d\n', "1:1", '"a" b', 'the text goes on after its closing quote "'),
    ('a: "x\n---\ny"\n', "1:4", '"x', 'the quote " that opens here is never closed'),
    ("a: , b\n", "1:4", ", b", "a text cannot begin with ,"),
    ("a: {x: b: c}\n", "1:8", "b: c}", "a colon with a space after it stands inside the text"),
    ("a: [x: b: c]\n", "1:8", "b: c]", "a colon with a space after it stands inside the text"),
    ("a: {x: #y}\n", "1:4", "{x: #y}", "the bracket { that opens here is never closed"),
    ('a: {x: "b" c}\n', "1:12", "c", "a comma is missing before this"),
    (
        "steps:\n  - {action: a, need: b\n  - {action: c}\n",
        "2:5",
        "{action: a, need: b",
        "the bracket { that opens here is never closed",
    ),
    (
        "steps:\n  - {action: a, need: b\n",
        "2:5",
        "{action: a, need: b",
        "the bracket { that opens here is never closed",
    ),
    ("steps: [a, b\n", "1:8", "[a, b", "the bracket [ that opens here is never closed"),
    ("steps: a]\nx: ]\n", "2:4", "]", "a text cannot begin with ]"),
    ("x: ] a\n", "1:4", "] a", "a text cannot begin with ]"),
    ("x: } a\n", "1:4", "} a", "a text cannot begin with }"),
    ("%YAML 1.3\n---\na: b", "1:1", "%YAML 1.3", "a line cannot begin with %"),
    ("a: !e!x y\n", "1:4", "!e!x y", "a text that begins with ! must be in quotes"),
    ("a: !<x y\n", "1:4", "!<x y", "a text that begins with ! must be in quotes"),
    ("a: &x &y z\n", "1:4", "&x &y z", "a text that begins with & must be in quotes"),
    ("a: &x *y\n", "1:4", "&x *y", "a text that begins with & must be in quotes"),
    (
        "a: “x: y”\n",
        "1:4",
        "“x: y”",
        "“ is no straight quote, and opens no text in YAML: its colon cannot be read",
    ),
]


def read(text: str, *, pure: bool = False) -> Problem:
    (problem,) = parse(Source(name="a.journey.yaml", text=text), pure=pure).problems
    return problem


@pytest.mark.parametrize("pure", [False, True], ids=["c", "pure"])
@pytest.mark.parametrize(("text", "place", "marked", "message"), MISTAKES)
def test_a_mistake_is_told_where_it_is(
    text: str, place: str, marked: str, message: str, *, pure: bool
) -> None:
    problem = read(text, pure=pure)
    source = Source(name="a", text=text)
    position = source.position(problem.span.start)
    found = (f"{position.line}:{position.column}", source.cut(problem.span), problem.message)
    assert found == (place, marked, message)
    assert problem.code == "JM001"


@pytest.mark.parametrize("text", [mistake[0] for mistake in MISTAKES])
def test_no_message_speaks_of_parsers(text: str) -> None:
    problem = read(text)
    assert problem.help[0].islower() or not problem.help[0].isalpha()
    assert not problem.help.endswith(".")
    assert not JARGON.search(f"{problem.message} {problem.help}".replace(text, ""))


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("need: Ask: why\n", "put the whole text in quotes"),
        ('action: "Buys" quickly\n', "put '…' around the whole text"),
        ("action: 'Buys' quickly\n", 'put "…" around the whole text'),
        ("action: [sic] quickly\n", "put quotes around the whole text"),
        ("action: 'It's late'\n", "write it twice"),
        ("steps: [a, b\n", "put ] where it ends"),
        ("a: {x: #y}\n", "what follows # is a comment"),
        ("a:\n\tb: c\n", "indent with spaces"),
        ('path: "C:\\path"\n', "use single quotes, or write every backslash twice"),
        ("a: *very* good\n", "put the whole text in quotes"),
    ],
)
def test_help_says_what_to_do(text: str, part: str) -> None:
    assert part in read(text).help


def test_a_mistake_leaves_no_root_but_the_problems_before_it() -> None:
    document = parse(Source(name="a", text="a: 1\na: 2\nb: @x\n"))
    assert document.root is None
    assert [problem.code for problem in document.problems] == ["JM005", "JM001"]


@pytest.mark.parametrize("pure", [False, True], ids=["c", "pure"])
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: @x\nb: `y`\nc: %z\nd: e\n", [(1, "@x"), (2, "`y`"), (3, "%z")]),
        ("a: b: c: d\ne: f: g\n", [(1, "b: c: d"), (2, "f: g")]),
        ("a: *b* c\nd: & e\nf: !g! h\n", [(1, "*b*"), (2, "& e"), (3, "!g! h")]),
        ("a: @x\n  goes: on\n b: c\n", [(1, "@x"), (2, "  ")]),
        ("a: [{b: @x}, @y,\n  @z]\nf: g: h\n", [(1, "@x"), (2, "@z"), (3, "g: h")]),
        ("a: 1\na: 2\nb: @x\nb: 3\nc: 'd\n", [(2, "a"), (3, "@x"), (4, "b"), (5, "'d")]),
        ("a: 'b\nc: @d\n", [(1, "'b")]),
        (" a: b\nc: @d\ne: f: g\n", [(2, "c: @d")]),
    ],
)
def test_a_mistake_that_quotes_would_mend_hides_no_other(
    text: str, expected: list[tuple[int, str]], *, pure: bool
) -> None:
    source = Source(name="a", text=text)
    document = parse(source, pure=pure)
    assert document.root is None
    assert document.source == source
    told = [(source.position(p.span.start).line, source.cut(p.span)) for p in document.problems]
    assert told == expected


def test_the_rounds_end() -> None:
    assert 10 <= len(parse(Source(name="a", text="a: b: c\n" * 50)).problems) <= 50
    assert len(parse(Source(name="a", text="a: b: c\n" * 50_000)).problems) == 1


@given(st.lists(st.sampled_from(["@x", "b: c", "'d'", "e", "[f, @g]", "%h"]), max_size=8))
def test_each_bad_line_is_told_and_no_other(values: list[str]) -> None:
    text = "".join(f"k{at}: {value}\n" for at, value in enumerate(values))
    document = parse(Source(name="a", text=text))
    bad = [at + 1 for at, value in enumerate(values) if "@" in value or value in {"b: c", "%h"}]
    lines = [document.source.position(problem.span.start).line for problem in document.problems]
    assert lines == (bad if values else [1])


def test_a_mistake_is_told_once() -> None:
    document = parse(Source(name="a", text="action: *important thing\n"))
    assert [problem.message for problem in document.problems] == [
        "a text that begins with * must be in quotes"
    ]


def test_what_the_table_does_not_know_still_names_a_place() -> None:
    problem = explain("a: b\nc: d  \n", Failure(problem="something new", at=5))
    assert (problem.span.start, problem.span.end) == (5, 9)
    assert "one above it" in problem.help


def test_a_place_beyond_the_text_is_its_end() -> None:
    problem = explain("a", Failure(problem="something new", at=99))
    assert (problem.span.start, problem.span.end) == (1, 1)


@pytest.mark.parametrize(
    ("text", "help_"),
    [
        ("a: b\nsteps:\n  - action: A\n\tneed: B\n", "indent with 4 spaces, so that it begins in"),
        ("steps:\n  - action: A\n    need: B\n\t\tgains: C\n", "column of `need` on line 3"),
        ("stages:\n  A:\n    - action: A\n\t  need: B\n", "indent with 6 spaces"),
        ("steps:\n  - action: A\n\tneed: B\n    gains: C\n", "indent with 4 spaces"),
        ("steps:\n  - pains:\n\ttext: B\n", "most editors can do it for you"),
        ("steps:\n  - action: A\n\t- B\n", "most editors can do it for you"),
    ],
)
def test_a_tab_is_told_with_the_spaces_in_its_place(text: str, help_: str) -> None:
    document = parse(Source(name="a.yaml", text=text))
    assert help_ in document.problems[0].help
