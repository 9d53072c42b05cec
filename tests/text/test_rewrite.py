"""Changes of a document: what they write, what they leave alone, and when they are refused."""

import re

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from tests.text.test_document_properties import documents

from journeymap.text.changes import Change, Comment, Delete, Insert, Refused, Replace, Wrap
from journeymap.text.document import Document, comments, parse
from journeymap.text.nodes import Mapping, Node, Route, Scalar, Sequence, locate, locate_key
from journeymap.text.rewrite import rewrite
from journeymap.text.source import Source, Span


def read(text: str) -> Document:
    return parse(Source(name="a.yaml", text=text))


def value(text: str, *route: str | int) -> Span:
    return locate(read(text).root, route)


def key(text: str, *route: str | int) -> Span:
    return locate_key(read(text).root, route)


def changed(text: str, *changes: Change) -> str:
    return rewrite(read(text), changes).text


def reason(text: str, *changes: Change) -> str:
    with pytest.raises(Refused) as refused:
        changed(text, *changes)
    return refused.value.reason


# ------------------------------------------------------------------------------------- replace


@pytest.mark.parametrize(
    ("text", "route", "new", "expected"),
    [
        ("a: fone # x\nb: 1\n", ("a",), "phone", "a: phone # x\nb: 1\n"),
        ("a: 'fone'\n", ("a",), "it's", "a: 'it''s'\n"),
        ('a: "fone"\n', ("a",), 'so "x"', 'a: "so \\"x\\""\n'),
        ("- [x, fone]\r\n", (0, 1), "phone", "- [x, phone]\r\n"),
        ("a: fone", ("a",), "no", 'a: "no"'),
        ("a: fone", ("a",), "a: b", 'a: "a: b"'),
        ("a: fone", ("a",), "łóżko", "a: łóżko"),
        ("a: &n fone\n", ("a",), "phone", "a: &n phone\n"),
        ("a: one\n  two\nb: 1\n", ("a",), "x", "a: x\nb: 1\n"),
    ],
)
def test_a_value_is_replaced_and_keeps_its_quotes(
    text: str, route: Route, new: str, expected: str
) -> None:
    assert changed(text, Replace(at=value(text, *route), text=new)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("chanel: x  # y\n", "channel: x  # y\n"),
        ("'chanel' : x\n", "'channel' : x\n"),
        ("{chanel: x, b: y}\n", "{channel: x, b: y}\n"),
        ("? chanel\n: x\n", "? channel\n: x\n"),
    ],
)
def test_a_key_is_renamed(text: str, expected: str) -> None:
    assert changed(text, Replace(at=key(text, "chanel"), text="channel")) == expected


def test_a_key_is_not_given_the_name_of_another_one() -> None:
    text = "chanel: x\nchannel: y\n"
    assert "already" in reason(text, Replace(at=key(text, "chanel"), text="channel"))


# -------------------------------------------------------------------------------------- insert


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("# top\na: b\n", "# top\nid: x\na: b\n"),
        ("{a: b, c: d}", "{id: x, a: b, c: d}"),
        ("  a: b\r\n  c: d\r\n", "  id: x\r\n  a: b\r\n  c: d\r\n"),
        ("a: b\rc: d", "id: x\ra: b\rc: d"),
        ("a: b", "id: x\na: b"),
    ],
)
def test_a_field_is_put_first_with_the_indentation_of_the_others(text: str, expected: str) -> None:
    assert changed(text, Insert(into=value(text), key="id", text="x")) == expected


def test_a_field_is_put_first_behind_a_dash() -> None:
    text = "steps:\n  - - action: b\n      note: c\n"
    expected = "steps:\n  - - id: x\n      action: b\n      note: c\n"
    assert changed(text, Insert(into=value(text, "steps", 0, 0), key="id", text="x")) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a:\n  b: c # d\n# e\nf: g\n", "a:\n  b: c # d\nid: x\n# e\nf: g\n"),
        ("a: b\nf: g\n", "a: b\nid: x\nf: g\n"),
        ("f: g\na: b", "f: g\na: b\nid: x"),
        ("{a: b, f: g}", "{id: x, a: b, f: g}"),
        ("f: g\n", "id: x\nf: g\n"),
    ],
)
def test_a_field_is_put_behind_another_one_where_it_is(text: str, expected: str) -> None:
    assert changed(text, Insert(into=value(text), key="id", text="x", behind="a")) == expected


def test_a_field_does_not_come_between_a_name_and_what_it_names() -> None:
    text = "&x a: b\n"
    change = Insert(into=value(text), key="id", text="x")
    assert reason(text, change) == "something else stands on its line"
    assert changed("&x\na: b\n", Insert(into=Span(3, 7), key="id", text="x")) == (
        "&x\nid: x\na: b\n"
    )


def test_a_field_that_is_there_is_not_put_there_twice() -> None:
    assert "already" in reason("id: x\n", Insert(into=value("id: x\n"), key="id", text="y"))


# ---------------------------------------------------------------------------------------- wrap


@pytest.mark.parametrize(
    ("text", "route", "expected"),
    [
        ("s:\n  - Calls # x\n", ("s", 0), "s:\n  - id: c\n    action: Calls # x\n"),
        ("s: [Calls, Waits]\n", ("s", 0), "s: [{id: c, action: Calls}, Waits]\n"),
        ("s: 'Calls, x'\r\n", ("s",), "s:\r\n  id: c\r\n  action: 'Calls, x'\r\n"),
        ("- s: Calls\n  t: u\n", (0, "s"), "- s:\n    id: c\n    action: Calls\n  t: u\n"),
    ],
)
def test_a_single_value_is_written_out(text: str, route: Route, expected: str) -> None:
    change = Wrap(at=value(text, *route), own="action", key="id", text="c")
    assert changed(text, change) == expected


@pytest.mark.parametrize(("text", "route"), [("- a\n  b\n", (0,)), ("- |\n  a\n", (0,))])
def test_a_value_over_several_lines_is_not_written_out(text: str, route: Route) -> None:
    change = Wrap(at=value(text, *route), own="action", key="id", text="c")
    assert reason(text, change) == "it is a text over several lines"


def test_a_value_with_a_comma_is_written_out_below_its_dash() -> None:
    assert changed("- Calls:x ,y\n", Wrap(at=Span(2, 12), own="action", key="id", text="c")) == (
        "- id: c\n  action: Calls:x ,y\n"
    )


# -------------------------------------------------------------------------------------- delete


@pytest.mark.parametrize(
    ("text", "route", "expected"),
    [
        ("c:\n  - a\n  - b # gone\n  # stays\n  - d\n", ("c", 1), "c:\n  - a\n  # stays\n  - d\n"),
        ("c:\n  - a\n  - b", ("c", 1), "c:\n  - a"),
        (
            "c:\r\n- a\r\n- b: 1\r\n  # in it\r\n  d: 2\r\ne: 3\r\n",
            ("c", 1),
            "c:\r\n- a\r\ne: 3\r\n",
        ),
        ("c: [a, b, d]\n", ("c", 0), "c: [b, d]\n"),
        ("c: [a, b, d]\n", ("c", 1), "c: [a, d]\n"),
        ("c: [a, b, d ]\n", ("c", 2), "c: [a, b ]\n"),
        ("c: {a: 1, b: 2}\n", ("c", "b"), "c: {a: 1}\n"),
        ("a: 1\nc:\n  - b\nd: 2\n", ("c", 0), "a: 1\nd: 2\n"),
        ("a: 1\nc: [b]  # gone\n# stays\nd: 2\n", ("c", 0), "a: 1\n# stays\nd: 2\n"),
        ("# stays\na: 1\nb: 2\n", ("a",), "# stays\nb: 2\n"),
        ("a: 1\nb: |\n  x\n  y\nc: 2\n", ("b",), "a: 1\nc: 2\n"),
    ],
)
def test_an_entry_goes_with_its_lines_and_all_else_stays(
    text: str, route: Route, expected: str
) -> None:
    assert changed(text, Delete(at=value(text, *route))) == expected


@pytest.mark.parametrize(
    ("text", "route"),
    [("- id: x\n  a: 1\n", (0, "id")), ("- - a\n  - b\n", (0, 0)), ("-\n  a\n- b", (0,))],
)
def test_an_entry_that_shares_its_line_is_left_alone(text: str, route: Route) -> None:
    assert reason(text, Delete(at=value(text, *route))) == "something else stands on its line"


def test_the_last_entry_of_a_file_is_left_alone() -> None:
    assert reason("a: [b]\n", Delete(at=value("a: [b]\n", "a", 0)))


# ------------------------------------------------------------------------------------ comments


def comment(text: str, new: str = "") -> str:
    (span, *_) = comments(read(text))
    return changed(text, Comment(at=span, text=new))


def test_a_comment_is_changed_or_goes_with_its_line_if_it_stands_alone() -> None:
    assert comment("a: '#'  # x\nb: 1\n", "# y") == "a: '#'  # y\nb: 1\n"
    assert comment("a: 1  # x\r\nb: 1\r\n") == "a: 1\r\nb: 1\r\n"
    assert comment("a:\n  # x\n  b: 1\n") == "a:\n  b: 1\n"
    assert comment("a: 1\n# x") == "a: 1\n"


# ------------------------------------------------------------------------------ what is refused


ALIASED = [
    ("a: &n {b: c}\nd: *n\n", ("a", "b")),
    ("a: &n b\nd: *n\n", ("a",)),
    ("a: &n {b: c}\nd:\n  <<: *n\n", ("a", "b")),
    ("a: &n b\nd: [*n, x]\n", ("d", 0)),
]


@pytest.mark.parametrize(("text", "route"), ALIASED)
def test_what_an_alias_repeats_is_left_alone(text: str, route: Route) -> None:
    for change in (Replace(at=value(text, *route), text="x"), Delete(at=value(text, *route))):
        assert reason(text, change) == "an alias makes it stand in several places"


def test_a_key_that_is_an_alias_is_left_alone() -> None:
    text = "a: &n b\n*n : c\n"
    assert "alias" in reason(text, Replace(at=key(text, "b"), text="x"))


def test_brackets_over_several_lines_are_left_alone() -> None:
    text = "a: [b,\n  c]\nd: {e: {f: g},\n  h: i}\n"
    wide = "it stands in brackets that go over several lines"
    assert reason(text, Delete(at=value(text, "a", 1))) == wide
    assert reason(text, Insert(into=value(text, "d", "e"), key="k", text="x")) == wide
    assert changed(text, Delete(at=value(text, "a"))) == "d: {e: {f: g},\n  h: i}\n"


def test_a_text_in_such_brackets_can_be_replaced_as_nothing_beside_it_moves() -> None:
    text = "a: [b,\n  c]  # so\nd: {e: {f: g},\n  h: i}\n"
    assert changed(text, Replace(at=value(text, "a", 0), text="x")) == text.replace("[b", "[x")
    assert changed(text, Replace(at=key(text, "d", "h"), text="x")) == text.replace("h:", "x:")


def test_a_block_text_is_left_alone() -> None:
    text = "a: |\n  b\n"
    assert reason(text, Replace(at=value(text, "a"), text="x")) == "it is a text over several lines"


def test_a_place_that_is_not_there_is_refused() -> None:
    for change in (
        Replace(at=Span(0, 9), text="x"),
        Delete(at=Span(1, 2)),
        Insert(into=Span(3, 4), key="k", text="x"),
        Comment(at=Span(0, 1)),
    ):
        assert reason("abc: d\n", change) == "it is not where it was found"


def test_two_changes_of_one_place_are_refused() -> None:
    text = "c: [a, b, d]\n"
    one, two = (Delete(at=value(text, "c", i)) for i in (1, 2))
    assert reason(text, one, two) == "another fix changes the same place"


def test_several_changes_are_made_together() -> None:
    text = "titel: A # x\nsteps:\n  - Calls\n  - action: Waits\n"
    new = changed(
        text,
        Replace(at=key(text, "titel"), text="title"),
        Insert(into=value(text), key="journeymap", text="1"),
        Wrap(at=value(text, "steps", 0), own="action", key="id", text="calls"),
        Insert(into=value(text, "steps", 1), key="id", text="waits"),
    )
    assert new == (
        "journeymap: 1\ntitle: A # x\nsteps:\n  - id: calls\n    action: Calls\n"
        "  - id: waits\n    action: Waits\n"
    )


# --------------------------------------------------------------------------------- of any text


def scalars(node: Node | None) -> list[Scalar]:
    if isinstance(node, Scalar):
        return [node]
    if isinstance(node, Mapping):
        return [each for k, v in node.items() for each in (k, *scalars(v))]
    return [each for item in node for each in scalars(item)] if isinstance(node, Sequence) else []


def nodes(node: Node | None) -> list[Node]:
    if isinstance(node, Mapping):
        return [node, *(each for v in node.values() for each in nodes(v))]
    if isinstance(node, Sequence):
        return [node, *(each for item in node for each in nodes(item))]
    return [node] if node is not None else []


@st.composite
def changes(draw: st.DrawFn) -> tuple[Document, Change]:
    """A change of some part of a random document."""
    document = read(draw(documents))
    assume(document.root is not None)
    parts = nodes(document.root)
    texts = scalars(document.root)
    at = draw(st.sampled_from(texts or parts)).span
    maps = [part for part in parts if isinstance(part, Mapping)]
    word = draw(st.sampled_from(["phone", "a b", "x: y", "# no", "null", "łóżko", "it's", ""]))
    said = comments(document)
    kinds: list[Change] = [
        Replace(at=at, text=word),
        Insert(
            into=draw(st.sampled_from(maps or parts)).span,
            key="new",
            text=word,
            behind=draw(st.sampled_from(["", "a", "b"])),
        ),
        Wrap(at=at, own="text", key="id", text=word),
        Delete(at=draw(st.sampled_from(parts)).span),
    ]
    if said:
        kinds.append(
            Comment(at=draw(st.sampled_from(said)), text=draw(st.sampled_from(["", "# z"])))
        )
    return document, draw(st.sampled_from(kinds))


@given(changes())
def test_every_byte_that_a_change_does_not_touch_stays(
    case: tuple[Document, Change],
) -> None:
    document, change = case
    try:
        new = rewrite(document, [change])
    except Refused:
        return
    old, text = document.source.text, new.text
    ahead, behind = alike(old, text), alike(old[::-1], text[::-1])
    if isinstance(change, Replace) or (isinstance(change, Comment) and change.text):
        assert ahead >= change.at.start
        assert behind >= len(old) - change.at.end
    elif isinstance(change, Delete | Comment):
        assert ahead + behind >= len(text) < len(old)
    elif isinstance(change, Insert):
        assert ahead + behind >= len(old) < len(text)
    else:
        assert behind >= len(old) - change.at.end
        assert old[change.at.start : change.at.end] in text
    assert set(re.findall(r"\r\n|\r|\n", text)) <= (set(re.findall(r"\r\n|\r|\n", old)) or {"\n"})
    assert [problem.message for problem in parse(new).problems] == [
        problem.message for problem in document.problems
    ]


def alike(one: str, other: str) -> int:
    """How many characters are the same from the beginning."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((i for i, (a, b) in pairs if a != b), min(len(one), len(other)))


@given(changes())
def test_a_change_says_what_it_promises(case: tuple[Document, Change]) -> None:
    document, change = case
    try:
        new = rewrite(document, [change])
    except Refused:
        return
    root, old = parse(new).root, document.root
    if isinstance(change, Comment):
        assert root == old
        said = [new.cut(span) for span in comments(parse(new))]
        assert len(said) == len(comments(document)) - (not change.text)
    else:
        assert root != old or isinstance(change, Replace)
        count = len(nodes(root)) - len(nodes(old))
        expected = {Replace: 0, Insert: 1, Wrap: 2}.get(type(change))
        assert count == expected if expected is not None else count < 0
        kept = [document.source.cut(span) for span in comments(document)]
        left = [new.cut(span) for span in comments(parse(new))]
        assert left == kept or (isinstance(change, Delete) and len(left) < len(kept))
