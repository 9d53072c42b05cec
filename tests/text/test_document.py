from collections.abc import Callable

import pytest

from journeymap.text.build import MOST_ALIASED, MOST_PROBLEMS
from journeymap.text.document import (
    Document,
    Mapping,
    Node,
    Scalar,
    Sequence,
    comments,
    locate,
    locate_key,
    parse,
)
from journeymap.text.source import Problem, Source, Span
from journeymap.text.too_much import MOST_LEVELS, MOST_NODES

Read = Callable[[str], Document]


@pytest.fixture(params=["c", "pure"])
def read(request: pytest.FixtureRequest) -> Read:
    def parse_text(text: str) -> Document:
        return parse(Source(name="a.journey.yaml", text=text), pure=request.param == "pure")

    return parse_text


def cut(document: Document, *route: str | int) -> str:
    return document.source.cut(locate(document.root, route))


def only(document: Document) -> Problem:
    (problem,) = document.problems
    return problem


def told(document: Document) -> list[tuple[str, str]]:
    return [(problem.message, document.source.cut(problem.span)) for problem in document.problems]


# ---------------------------------------------------------------------------- values and spans


def test_texts_stay_as_they_are_written(read: Read) -> None:
    document = read('a: no\nb: 010\nc: ~\nd:\ne: "1"\nf: 1_000\ng: 2026-10-12\n')
    assert document.problems == ()
    assert document.root == {
        "a": "no", "b": "010", "c": "~", "d": "", "e": "1", "f": "1_000", "g": "2026-10-12",
    }  # fmt: skip


def test_a_scalar_knows_whether_it_was_quoted(read: Read) -> None:
    root = read("a: x\nb: 'x'\nc: \"x\"\nd: |\n  x\ne:\n'f': x").root
    assert isinstance(root, Mapping)
    assert [node.quoted for node in root.values() if isinstance(node, Scalar)] == [
        False, True, True, True, False, False,
    ]  # fmt: skip
    assert [key.quoted for key in root] == [False] * 5 + [True]


def test_spans_hold_the_content_and_no_more(read: Read) -> None:
    text = (
        "title: Łóżko 🙂  # why\n"
        "note: |  # long\n  one\n\n  two\n\n\n"
        'steps:\n- action: "Calls"\n  with: [a, {b: c}]\n\n-\n# end\n'
    )
    document = read(text)
    assert document.problems == ()
    assert cut(document, "title") == "Łóżko 🙂"
    assert cut(document, "note") == "|  # long\n  one\n\n  two"
    assert cut(document, "steps", 0) == 'action: "Calls"\n  with: [a, {b: c}]'
    assert cut(document, "steps", 0, "action") == '"Calls"'
    assert cut(document, "steps", 0, "with") == "[a, {b: c}]"
    assert cut(document, "steps", 0, "with", 1) == "{b: c}"
    assert locate(document.root, ("steps", 1)) == Span(
        text.index("-\n#") + 1, text.index("\n# end")
    )
    assert cut(document) == text.removesuffix("\n# end\n")


@pytest.mark.parametrize(
    ("text", "offset"),
    [
        ("a:\n\n# c\nb: x", 2),
        ("a :  # c\nb: x", 3),
        ("'a':\n", 4),
        ("a:", 2),
        ("{a: , b: c}", 3),
        ("{a  , b: c}", 2),
        ("{a}", 2),
        ("? a\n", 3),
    ],
)
def test_an_empty_value_stands_right_behind_its_colon(read: Read, text: str, offset: int) -> None:
    document = read(text)
    assert document.problems == ()
    assert locate(document.root, ("a",)) == Span(offset, offset)


def test_an_empty_block_scalar_is_its_header(read: Read) -> None:
    assert cut(read("a: |-  # c\n\nb: c\n"), "a") == "|-"


def test_words_with_colons_and_question_marks_may_stand_in_brackets(read: Read) -> None:
    document = read("a: {link: https://example.org/r?x=1, asks: [why?, ?what, 12:30, :x]}\nb: c?")
    assert document.problems == ()
    assert document.root == {
        "a": {"link": "https://example.org/r?x=1", "asks": ["why?", "?what", "12:30", ":x"]},
        "b": "c?",
    }
    assert cut(document, "a", "asks", 1) == "?what"


def test_the_stand_ins_themselves_survive(read: Read) -> None:
    document = read("a: [\ue000, why?, https://x]")
    assert document.root == {"a": ["\ue000", "why?", "https://x"]}


def test_nodes_are_easily_built_by_hand() -> None:
    root = Mapping(
        {
            Scalar("steps", Span(0, 5)): Sequence(
                [Scalar("x", Span(9, 12), quoted=True)], Span(7, 13)
            )
        },
        Span(0, 13),
    )
    assert root == {"steps": ["x"]}
    assert locate(root, ("steps", 0)) == Span(9, 12)
    assert locate_key(root, ("steps",)) == Span(0, 5)


# -------------------------------------------------------------------------------------- routes


def test_routes_fall_back_to_the_longest_prefix(read: Read) -> None:
    document = read("title: x\nsteps:\n  - action: Calls\n")
    root = document.root
    step = locate(root, ("steps", 0))
    assert locate(root, ("steps", 0, "need")) == step
    assert locate(root, ("steps", 0, "action", "x", 3)) == locate(root, ("steps", 0, "action"))
    assert locate(root, ("steps", 7)) == locate(root, ("steps",))
    assert locate(root, ("steps", -1)) == locate(root, ("steps",))
    assert locate(root, ("steps", "0")) == locate(root, ("steps",))
    assert locate(root, ()) == locate(root, ("nothing",)) == Span(0, 33)
    assert locate(None, ("title",)) == Span(0, 0)


def test_the_span_of_a_key(read: Read) -> None:
    document = read("title: x\nsteps:\n  - action: Calls\n")

    def key(*route: str | int) -> str:
        return document.source.cut(locate_key(document.root, route))

    assert key("title") == "title"
    assert key("steps", 0, "action") == key("steps", 0, "action", "x") == "action"
    assert key("steps", 0) == "action: Calls"
    assert key("steps", 0, "need") == "action: Calls"
    assert locate_key(None, ("a",)) == Span(0, 0)


# ---------------------------------------------------------------------------- anchors, merge keys


def test_an_alias_is_the_node_it_names(read: Read) -> None:
    document = read("a: &x [1]\nb: *x\nc: &y {d: *x}\n")
    assert document.problems == ()
    root = document.root
    assert isinstance(root, Mapping)
    assert root["b"] is root["a"]  # type: ignore[index]
    assert cut(document, "c", "d") == "[1]"
    assert cut(document, "c") == "{d: *x}"
    assert cut(document, "a") == "[1]"


def test_anchors_are_left_out_of_spans(read: Read) -> None:
    document = read("a: &x  # c\n  b: 1\nc: &y\n  - 1\nd: &z 'q'\ne: &e\n*z : f\n")
    assert document.problems == ()
    assert [cut(document, key) for key in "acd"] == ["b: 1", "- 1", "'q'"]
    assert document.source.cut(locate_key(document.root, ("q",))) == "*z"


def test_an_anchor_can_be_given_anew(read: Read) -> None:
    assert read("a: &x 1\nb: *x\nc: &x 2\nd: *x").root == {"a": "1", "b": "1", "c": "2", "d": "2"}


def test_own_entries_win_over_merged_ones(read: Read) -> None:
    document = read(
        "base: &b {x: 1, y: 1}\nmore: &m {y: 2, z: 2}\n"
        "one: {x: 0, <<: *b}\ntwo: {<<: [*b, *m], z: 0}\nthree: {'<<': 3}\n"
    )
    assert document.problems == ()
    root = document.root
    assert isinstance(root, Mapping)
    found: dict[str, Node] = {str(key): value for key, value in root.items()}
    assert found["one"] == {"x": "0", "y": "1"}
    assert found["two"] == {"x": "1", "y": "1", "z": "0"}
    assert found["three"] == {"<<": "3"}
    one = locate_key(root, ("one", "x"))
    assert document.source.position(one.start).line == 3


_STAR = "a text that begins with * must be in quotes"
_NAMED = "YAML takes a word that begins with & as a name"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: &y b\nc: *x\nd: *y\n", [("`*x` names nothing: no `&x` stands before it", "*x")]),
        ("a: &x [*x]\n", [("`*x` stands inside the very value it names", "*x")]),
        ("*x : b\na: c\n", [(_STAR, "*x")]),
        ("a: *x*\nb: &y [c]\nd: *z!\n", [(_STAR, "*x*"), (_STAR, "*z!")]),
        ("a: &very good\n", [(f"the text loses &very: {_NAMED}", "&very")]),
        ("&R&D team: b\n", [(f"the text loses &R&D: {_NAMED}", "&R&D")]),
        ("a: &x {b: c}\nd: &y 'e'\nf: &z\ng: &w\n  h\n", []),
        ("<<: 3\na: b\n", [("`<<` takes a map", "<<")]),
        ("<<: {a: b}\n<<: {c: d}", [("`<<` is given twice; the first one is on line 1", "<<")]),
        ("a: !x b\n", [("a text that begins with ! must be in quotes", "!x")]),
        ("a: &b !!str [c]\n", [("a word that begins with ! has no meaning here", "!!str")]),
        ("[a]: b\nc: d\n", [("a list or a map cannot be the name before a colon", "[a]")]),
        ("? {a: b}\n: c\nd: e", [("a list or a map cannot be the name before a colon", "{a: b}")]),
        ("%YAML 1.1\n---\na: b\n", [("a line that begins with % has no meaning in a map", "%")]),
        ("a:\tb\n", [("a tab stands here instead of a space", "\t")]),
    ],
)
def test_what_does_not_stop_the_parse(text: str, expected: list[tuple[str, str]]) -> None:
    document = parse(Source(name="a", text=text))
    assert told(document) == expected
    assert document.root is not None


def test_several_problems_come_at_once(read: Read) -> None:
    document = read("a: 1\na: 2\nb: !x 3\n[c]: 4\nb: 5\n")
    assert [problem.code for problem in document.problems] == ["JM005", "JM001", "JM001", "JM005"]
    assert document.root == {"a": "1", "b": "3"}


def test_the_first_of_two_equal_keys_counts(read: Read) -> None:
    document = read("steps:\n  - action: Calls\n    need: x\n    action: Writes\n")
    problem = only(document)
    assert problem.code == "JM005"
    assert problem.message == "`action` is given twice; the first one is on line 2"
    assert document.source.position(problem.span.start).line == 4
    assert document.root == {"steps": [{"action": "Calls", "need": "x"}]}


def test_the_same_key_as_a_merged_one_is_no_duplicate(read: Read) -> None:
    assert read("a: &a {x: 1}\nb: {<<: *a, x: 2}").problems == ()


def test_problems_end_somewhere(read: Read) -> None:
    assert len(read("a: b\n" * 500).problems) == MOST_PROBLEMS


def test_a_second_document_is_not_read(read: Read) -> None:
    document = read("a: 1\n---\nb: 2\n")
    assert told(document) == [("a second document starts here; one file holds one map", "---")]
    assert document.root == {"a": "1"}


@pytest.mark.parametrize("text", ["---\na: b\n", "a: b\n...\n", "%YAML 1.2\n---\na: b\n...\n# c\n"])
def test_one_document_may_be_marked(read: Read, text: str) -> None:
    document = read(text)
    assert (document.root, document.problems) == ({"a": "b"}, ())


# -------------------------------------------------------------------------------------- limits


@pytest.mark.parametrize("text", ["", "\n", "# only a comment\n", "---\n# x\n", "--- \n...\n"])
def test_an_empty_file_is_a_problem(read: Read, text: str) -> None:
    document = read(text)
    assert document.root is None
    assert (only(document).code, only(document).message) == ("JM001", "the file is empty")


@pytest.mark.parametrize("part", ["[", "{a: ", "- ", "? ", "&a [", "!t ["])
def test_depth_is_bounded(read: Read, part: str) -> None:
    document = read(part * 20_000)
    assert document.root is None
    assert "JM007" in [problem.code for problem in document.problems]


def test_the_deepest_list_is_still_read(read: Read) -> None:
    assert read("[" * MOST_LEVELS + "]" * MOST_LEVELS).problems == ()
    assert only(read("[" * (MOST_LEVELS + 1) + "]" * (MOST_LEVELS + 1))).code == "JM007"


def test_depth_counts_through_aliases(read: Read) -> None:
    def chain(links: int) -> str:
        return "a0: &a0 x\n" + "".join(f"a{n}: &a{n} [*a{n - 1}]\n" for n in range(1, links))

    assert read(chain(MOST_LEVELS)).problems == ()
    problem = only(read(chain(MOST_LEVELS + 1)))
    assert problem.code == "JM007"
    assert f"{MOST_LEVELS} levels" in problem.message


def test_an_alias_bomb_is_refused(read: Read) -> None:
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 9)]
    document = read("\n".join(lines))
    assert document.root is None
    assert only(document).code == "JM007"
    assert f"{MOST_ALIASED:,}" in only(document).message


def test_aliases_may_stand_for_as_many_nodes_as_the_bound_says() -> None:
    def text(times: int) -> str:
        return f"- &a [{', '.join('x' * 999)}]\n" + "- *a\n" * times

    assert parse(Source(name="a", text=text(MOST_ALIASED // 1000))).problems == ()
    assert only(parse(Source(name="a", text=text(MOST_ALIASED // 1000 + 1)))).code == "JM007"


def test_a_long_file_is_read_up_to_the_bound_and_the_parser_stops_behind_it() -> None:
    document = parse(Source(name="a", text="- x\n" * (MOST_NODES - 1)))
    assert document.problems == ()
    longer = parse(Source(name="a", text="- x\n" * (2 * MOST_NODES)))
    problem = only(longer)
    assert problem.code == "JM007"
    assert "150,000" in problem.message
    assert problem.span.start < len("- x\n") * (MOST_NODES + 2)


@pytest.mark.parametrize("character", ["\a", "\ud800", "\u2028", "\ufeff"])
def test_refused_characters_stop_the_parse_where_they_stand(read: Read, character: str) -> None:
    document = read(f"a: 🙂{character}\n")
    assert document.root is None
    assert only(document).span == Span(4, 5)


# ------------------------------------------------------------------------------------ comments


def test_comments_are_found_outside_texts(read: Read) -> None:
    document = read(
        "# one\na: b#c # two\nd: 'x # y'  # three\ne: |  # four\n  # text\n# five\n"
        'f: ["# z", # six\n  g]\na: "# lost" #seven\r\nh: # eight'
    )
    found = [document.source.cut(span) for span in comments(document)]
    assert found == [
        "# one", "# two", "# three", "# four", "# five", "# six", "#seven", "# eight",
    ]  # fmt: skip


def test_a_file_of_comments_has_comments(read: Read) -> None:
    assert comments(read("# a\n  # b")) == (Span(0, 3), Span(6, 9))
