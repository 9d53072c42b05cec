"""The parser in C and the one in Python read the same files alike: 400 of them, from a seed."""

import json
from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest
from tests.text.test_document_properties import read, shape

from journeymap.testing import lint_files
from journeymap.text.document import Mapping, Node, Scalar, Sequence
from journeymap.text.source import Position

EXAMPLES = sorted((Path(__file__).resolve().parents[2] / "examples").glob("*.yaml"))
PIECES = (
    *("\t", " ", "\n", "\r\n", "\n\n", "# c", " #", ":", ": ", ",", "-", "- ", "?", "? ", "|"),
    *("'", '"', "[", "]", "{", "}", "&a ", "*a", "!t ", "%", "@", "`", "\\", "ż", "🙂", "\u00a0"),
    *("\\u017c", "\\ud83d\\ude42", "\\ud83d", "\\ude42", "\\U0001F642", "\\x41", "\\q"),
    *("https://a?b", "\n---"),
)
BOTH = pytest.mark.parametrize("pure", [False, True], ids=["c", "pure"])


def files(count: int) -> Iterator[str]:
    """Parts of the examples: as they are, as JSON, in quotes, or with something put into them."""
    chance = Random(12)  # noqa: S311 - no secret
    texts = [path.read_text(encoding="utf-8").splitlines(keepends=True) for path in EXAMPLES]
    for number in range(count):
        lines = chance.choice(texts)
        start = chance.randrange(len(lines))
        text = "".join(lines[start : start + chance.randint(1, 12)])
        match number % 4:
            case 0:
                yield text
            case 1:
                yield f"title: {json.dumps(text + '🙂')}\nsteps: [{json.dumps(text[:9])}]\n"
            case 2:
                at = chance.randint(0, len(text))
                yield text[:at] + chance.choice(PIECES) + text[at:]
            case _:
                pieces = "".join(chance.choice(PIECES) for _ in range(chance.randint(1, 4)))
                yield f'title: "a{pieces}b"\nsteps: [c]\n'


def test_400_files_are_read_alike() -> None:
    different = []
    whole = 0
    for text in files(400):
        ours, other = read(text), read(text, pure=True)
        alike = bool(ours.problems) == bool(other.problems)
        if not alike or (not ours.problems and shape(ours) != shape(other)):
            different.append(text)
        whole += not ours.problems
    assert different == []
    assert 200 < whole < 390


def entries_of(text: str, *, pure: bool) -> dict[str, Node]:
    """What stands under the names of a text without mistakes."""
    document = read(text, pure=pure)
    assert document.problems == ()
    assert isinstance(document.root, Mapping)
    return {str(key): value for key, value in document.root.items()}


def text_of(node: Node) -> str:
    """A text, or the first one of a list."""
    first = node[0] if isinstance(node, Sequence) else node
    assert isinstance(first, Scalar)
    return first.strip()


@BOTH
@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ('"\\ud83d\\ude42"', "🙂"),
        ('"\\uD83D\\uDE42 why? \\ud83d\\ude00"', "🙂 why? 😀"),
        ('"\\\\\\ud83d\\ude42"', "\\🙂"),
        ('"\\\\ud83d\\\\ude42"', "\\ud83d\\ude42"),
        ("'\\ud83d\\ude42'", "\\ud83d\\ude42"),
        ("\\ud83d\\ude42", "\\ud83d\\ude42"),
        ("[\\ud83d\\ude42 why?, x]", "\\ud83d\\ude42 why?"),
        ("|\n  \\ud83d\\ude42", "\\ud83d\\ude42"),
    ],
)
def test_two_halves_are_one_sign_between_double_quotes(
    written: str, meant: str, *, pure: bool
) -> None:
    whole = f"a: {written}\nb: c # \\ud83d\\ude42\n"
    entries = entries_of(whole, pure=pure)
    assert text_of(entries["a"]) == meant
    span = entries["b"].span
    assert whole[span.start : span.end] == "c"


@BOTH
@pytest.mark.parametrize(
    ("written", "place"),
    [
        ('"x \\ud83d"', Position(2, 7)),
        ('"\\ude42\\ud83d"', Position(2, 5)),
        ('"\\\\ud83d \\ude42"', Position(2, 13)),
        ('"\\ud83d\\ude42 \\ud83d"', Position(2, 18)),
        ('"\\U0000d83d"', Position(2, 5)),
    ],
)
def test_half_a_sign_is_told_where_it_stands(written: str, place: Position, *, pure: bool) -> None:
    document = read(f"title: T\na: {written}\n", pure=pure)
    (problem,) = document.problems
    assert document.source.position(problem.span.start) == place
    assert problem.message == f"`{document.source.cut(problem.span)}` is half a character"


@BOTH
@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("a\tb", "a\tb"),
        ("a b \t c", "a b \t c"),
        ("[a\tb, c]", "a\tb"),
        ("a\t\tb  # c", "a\t\tb"),
        ("'a\tb'", "a\tb"),
        ("|\n  a\tb", "a\tb"),
    ],
)
def test_tabs_between_words_are_read_by_both(written: str, meant: str, *, pure: bool) -> None:
    entries = entries_of(f"a: {written}\nb\tc: d\n", pure=pure)
    assert list(entries) == ["a", "b\tc"]
    assert text_of(entries["a"]) == meant


def test_a_feeling_may_be_written_as_json_writes_it() -> None:
    text = 'journeymap: 1\ntitle: T\nsteps: [{"action": "A", "emotion": "\\ud83d\\ude42"}]\n'
    found = {each.rule.name for each in lint_files({"a.journey.yaml": text}).diagnostics}
    assert found.isdisjoint({"invalid-value", "syntax-error"})
