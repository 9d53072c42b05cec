"""What holds for every text: two parsers agree, spans are true, and nothing raises."""

import re
from collections.abc import Iterator
from itertools import product
from typing import TypeAlias

import pytest
from hypothesis import assume, example, given, reject
from hypothesis import strategies as st
from ruamel.yaml import YAML
from ruamel.yaml.composer import ComposerError
from ruamel.yaml.constructor import DuplicateKeyError
from ruamel.yaml.error import ReusedAnchorWarning

from journeymap.text.document import Document, Mapping, Node, Scalar, Sequence, comments, parse
from journeymap.text.source import Source, Span

Lines: TypeAlias = list[str]

# -------------------------------------------------------------------------- texts made at random

_LETTERS = "abzéłß日本🙂 -:?!#/.&*=%@'\"\\~<>|_019"
_OPENING = r"[\s\-?:,\[\]{}#&*!|>'\"%@`]"


def _is_plain(text: str) -> bool:
    return not re.match(_OPENING, text) and not re.search(r":(\s|$)|\s#|\s$|^$|^---|^\.\.\.", text)


def _double(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"').replace("é", "\\u00e9") + '"'


def _single(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


texts = st.text(alphabet=_LETTERS, max_size=12)
plain = texts.map(str.strip).filter(_is_plain)
quoted = st.one_of(texts.map(_double), texts.map(_single))
keys = st.one_of(st.text(alphabet="abcdeé日🙂", min_size=1, max_size=4), quoted)
inline = st.recursive(
    st.one_of(plain, quoted, st.just("")),
    lambda inner: st.one_of(
        st.lists(inner.filter(bool), max_size=3).map(lambda parts: f"[{', '.join(parts)}]"),
        st.dictionaries(keys, inner, max_size=3).map(
            lambda entries: (
                "{" + ", ".join(f"{key}: {value}" for key, value in entries.items()) + "}"
            )
        ),
    ),
    max_leaves=6,
)
gaps = st.sampled_from(["", "", "", "  # why: [x] 'y'", " "])
between = st.sampled_from([[], [], [], [""], ["# a comment"], ["    # far in", ""]])


@st.composite
def block_texts(draw: st.DrawFn, indent: int) -> Lines:
    """A block scalar from its header on."""
    header = draw(st.sampled_from(["|", ">", "|-", ">+", "|  # why", f"|{2}"]))
    body = draw(st.lists(plain, max_size=3))
    lines = [f"{' ' * (indent + 2)}{line}" for line in body]
    return [header, *lines, *draw(st.sampled_from([[], [""], ["", ""]]))]


@st.composite
def values(draw: st.DrawFn, indent: int, depth: int) -> Lines:
    """What may follow a key or a dash: the rest of that line, and the lines below it."""
    kind = draw(st.sampled_from(["inline", "inline", "anchor", "block", "map", "list", "fold"]))
    if kind == "block":
        return draw(block_texts(indent))
    if kind == "fold":
        return [draw(plain), f"{' ' * (indent + 2)}{draw(plain)}"]
    if kind in {"map", "list"} and depth > 0:
        below = maps if kind == "map" else lists
        return [draw(gaps).strip(" "), *draw(between), *draw(below(indent + 2, depth - 1))]
    mark = draw(st.sampled_from(["&x ", "&y  "])) if kind == "anchor" else ""
    return [f"{mark}{draw(inline)}{draw(gaps)}"]


@st.composite
def maps(draw: st.DrawFn, indent: int = 0, depth: int = 2) -> Lines:
    """A map in block style."""
    lines: Lines = []
    for key in draw(st.lists(keys, min_size=1, max_size=4, unique=True)):
        first, *more = draw(values(indent, depth))
        lines += [f"{' ' * indent}{key}: {first}", *more, *draw(between)]
    return lines


@st.composite
def lists(draw: st.DrawFn, indent: int = 0, depth: int = 2) -> Lines:
    """A list in block style."""
    lines: Lines = []
    for _ in range(draw(st.integers(1, 3))):
        first, *more = draw(values(indent, depth))
        lines += [f"{' ' * indent}- {first}", *more, *draw(between)]
    return lines


documents = st.builds(
    lambda lines, end, last: end.join(lines) + (end if last else ""),
    st.one_of(maps(), lists()),
    st.sampled_from(["\n", "\n", "\r\n", "\r"]),
    st.booleans(),
)

_PIECES = [
    *"ab\n\r\t\"'[]{},:?#&*!|>%@`~0é🙂\\-. ",
    *(
        "b: ",
        "- ",
        "\n  ",
        "&x ",
        "*x ",
        "!t ",
        "|\n",
        "---\n",
        "...\n",
        "<<: ",
        "\r\n",
        "%YAML 1.3",
    ),
    *("\\UFFFFFFFF", "\\x0", "\x07", "\ud800", "\u2028", "\ufeff", "\ue000", "key: val\n", "? "),
]
VALID = (
    "title: x\npersona: &p {id: maria, name: 'María, 58'}\nsteps:\n  - action: Calls\n"
    '    with: [a, "b", https://x.org?q=1]\n    note: |\n      two\n      lines\n  - Books\n'
    "last: *p\n"
)


@st.composite
def mutations(draw: st.DrawFn) -> str:
    """A valid map with a few places damaged."""
    text = VALID
    for _ in range(draw(st.integers(1, 3))):
        at = draw(st.integers(0, len(text)))
        text = text[:at] + draw(st.sampled_from(_PIECES)) + text[at + draw(st.integers(0, 2)) :]
    return text


wild = st.one_of(
    st.text(), mutations(), st.lists(st.sampled_from(_PIECES), max_size=14).map("".join)
)

# --------------------------------------------------------------------------------------- helpers


def read(text: str, *, pure: bool = False) -> Document:
    return parse(Source(name="a.journey.yaml", text=text), pure=pure)


def walk(node: Node | None) -> Iterator[Node]:
    """Every node and key."""
    if node is not None:
        yield node
    if isinstance(node, Mapping):
        for key, value in node.items():
            yield key
            yield from walk(value)
    elif isinstance(node, Sequence):
        for item in node:
            yield from walk(item)


def shape(document: Document) -> list[tuple[object, ...]]:
    return [
        (type(node), node.span, *((str(node), node.quoted) if isinstance(node, Scalar) else ()))
        for node in walk(document.root)
    ]


def same(ours: object, theirs: object) -> bool:
    """Say whether ruamel.yaml's data are ours, its types left aside."""
    if isinstance(ours, Mapping):
        return (
            isinstance(theirs, dict)
            and len(ours) == len(theirs)
            and all(
                same(our, their)
                for entries in zip(ours.items(), theirs.items(), strict=True)
                for our, their in zip(*entries, strict=True)
            )
        )
    if isinstance(ours, Sequence):
        return (
            isinstance(theirs, list) and len(ours) == len(theirs) and all(map(same, ours, theirs))
        )
    assert isinstance(ours, Scalar)
    return theirs == ours if isinstance(theirs, str) else not ours.quoted


# ------------------------------------------------------------------------------------ properties


@given(wild, st.booleans())
@example("'\\UFFFFFFFF", True)
@example('"\\UFFFFFFFF"', True)
@example("%YAML 1.3\n---\na: b", True)
@example("!t &x ", True)
def test_no_text_raises_and_every_span_lies_in_it(text: str, pure: bool) -> None:
    document = read(text, pure=pure)
    spans = [problem.span for problem in document.problems]
    spans += [node.span for node in walk(document.root)]
    spans += comments(document)
    assert all(0 <= span.start <= span.end <= len(text) for span in spans)
    assert document.root is not None or document.problems


@given(documents)
def test_what_is_valid_is_read(text: str) -> None:
    assert {problem.code for problem in read(text).problems} <= {"JM005", "JM009"}


@given(documents)
@example("a:\n\n  # c\nb:\n- \n# d\n-\n")
@example("a: [0 ?, ?, pourquoi ? non, - ? x]\n")
@example("a: [?b, c?, :d, e:f]\r\nb: {'c' :d}\r\n")
def test_both_parsers_read_the_same(text: str) -> None:
    ours, other = read(text), read(text, pure=True)
    assert shape(ours) == shape(other)
    assert ours.problems == other.problems
    assert comments(ours) == comments(other)


@given(wild)
def test_both_parsers_accept_the_same(text: str) -> None:
    # Known: the Python parser refuses tabs even inside plain texts, and takes a lone block scalar
    # that is not indented, or several `...` lines, where the C parser does not.
    assume("\t" not in text and "..." not in text)
    assume(not re.match(r"\s*(#.*\s+|---|%.*\s+|[&!]\S*\s+)*[|>]", text))
    ours, other = read(text), read(text, pure=True)
    assert bool(ours.problems) == bool(other.problems)
    if not ours.problems:
        assert shape(ours) == shape(other)


@given(documents)
def test_the_span_of_a_scalar_alone_gives_its_value(text: str) -> None:
    # Known: alone on its line a mark of git's conflicts, or a fence of Markdown, is none of a text.
    assume(not any(mark in text for mark in ("<<<<<<<", ">>>>>>>", "~~~", "```")))
    document = read(text)
    scalars = [node for node in walk(document.root) if isinstance(node, Scalar)]
    cuts = [(document.source.cut(node.span), node) for node in scalars]
    # A missing value has no text of its own.
    assert [cut for cut, node in cuts if cut and not reads_alone(cut, node)] == []


def reads_alone(cut: str, node: Scalar) -> bool:
    """Whether the text of a scalar is read as the same scalar where nothing else stands."""
    if re.match(r"[|>][-+]?[1-9]", cut):
        return True  # indentation that is given as a number counts from the key's line
    alone = read(cut).root
    if cut[0] in "|>":
        # The blank lines behind a block scalar are not in its span.
        return str(alone or "").rstrip("\n") == node.rstrip("\n")
    return isinstance(alone, Scalar) and (str(alone), alone.quoted) == (str(node), node.quoted)


@given(documents)
def test_spans_nest_in_order(text: str) -> None:
    root = read(text).root
    assert root is None or nests(root, Span(0, len(text)))


def nests(node: Node, outer: Span) -> bool:
    """Whether a node lies in a span, and its parts in the node, one behind the other."""
    parts: list[Node] = []
    if isinstance(node, Mapping):
        parts = [part for entry in node.items() for part in entry]
    elif isinstance(node, Sequence):
        parts = list(node)
    edges = [
        node.span.start,
        *(edge for part in parts for edge in (part.span.start, part.span.end)),
    ]
    ordered = [outer.start, *edges, node.span.end, outer.end]
    return ordered == sorted(ordered) and all(nests(part, node.span) for part in parts)


@given(documents)
def test_comments_lie_between_the_texts(text: str) -> None:
    document = read(text)
    source = document.source
    scalars = [node.span for node in walk(document.root) if isinstance(node, Scalar)]
    spans = comments(document)
    assert all(re.fullmatch(r"#[^\r\n]*", source.cut(span)) for span in spans)
    around = [
        scalar
        for span, scalar in product(spans, scalars)
        if scalar.start <= span.start < scalar.end
    ]
    assert [scalar for scalar in around if source.cut(scalar)[0] not in "|>"] == []


@pytest.mark.parametrize("pure", [False, True], ids=["c", "pure"])
@given(text=documents)
def test_ruamel_reads_the_same_data(text: str, *, pure: bool) -> None:
    """ruamel.yaml's safe loader is the reference.

    Known differences: it gives plain scalars types (numbers, booleans, null, dates, `1_000`) and
    `<<` and `=` a meaning; it refuses a key or an anchor that comes twice; and its C parser refuses
    words with `:` and `?` in brackets.
    """
    if not pure:
        text = re.sub(r"[?]|:(?=\S)", ".", text)
    document = read(text)
    assume(not document.problems)
    assume(not any(node in {"<<", "="} for node in walk(document.root) if isinstance(node, Scalar)))
    try:
        theirs = YAML(typ="safe", pure=pure).load(text)
    except (ComposerError, DuplicateKeyError, ReusedAnchorWarning, ValueError):
        reject()  # `0` and `00` are one key for it; an anchor may not come twice; dates are odd
    assert same(document.root, theirs)
