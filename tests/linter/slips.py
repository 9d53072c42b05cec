"""Plants one-letter slips in the examples: in fields, choices, references and emotions."""

import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from itertools import combinations
from pathlib import Path

from tests.linter.linting import TODAY

from journeymap.findings import Severity
from journeymap.linter.diagnostic import Report
from journeymap.linter.engine import lint
from journeymap.linter.fix_rounds import mend_all
from journeymap.linter.profiles import Selection
from journeymap.linter.registry import RULES
from journeymap.model.fields import Leaf, Node, Ref, Shape, shapes
from journeymap.model.journey import Journey
from journeymap.text.document import parse
from journeymap.text.nodes import Mapping as TreeMapping
from journeymap.text.nodes import Node as Tree
from journeymap.text.nodes import Scalar
from journeymap.text.source import Source
from journeymap.workspace.files import Workspace
from journeymap.workspace.load import Loader

EXAMPLES = sorted(Path("examples").resolve().rglob("*.journey.yaml"))
WRITTEN = ("lf", "crlf", "bom", "no final newline")
KINDS = ("field", "choice", "reference", "emotion")


@dataclass(frozen=True)
class Slip:
    """A map with a slip.

    Attributes:
        path: the example.
        kind: what was misspelt.
        right: the file before.
        wrong: the file with the slip, or with several.
        partly: the file with some of several slips.
        what: both words, for messages.
    """

    path: Path
    kind: str
    right: bytes
    wrong: bytes
    what: str
    partly: frozenset[bytes] = frozenset()


def slips(seed: int, each: int) -> Iterator[Slip]:
    """Slips of every kind in every example, each time as many, in all ways of writing a file."""
    chance = random.Random(seed)  # noqa: S311 - nothing is kept secret
    for path in EXAMPLES:
        text = path.read_text(encoding="utf-8")
        places = words(path.name, text)
        for kind, scalars in places.items():
            for scalar in chance.sample(scalars, min(each, len(scalars))):
                yield planted(path, text, kind, [scalar], chance)


def together(seed: int, each: int, many: int) -> Iterator[Slip]:
    """Slips of any kind, several at once in every example, so many times."""
    chance = random.Random(seed)  # noqa: S311 - nothing is kept secret
    for path in EXAMPLES:
        text = path.read_text(encoding="utf-8")
        scalars = [scalar for found in words(path.name, text).values() for scalar in found]
        for _ in range(each):
            yield planted(path, text, "together", chance.sample(scalars, many), chance)


def words(name: str, text: str) -> dict[str, list[Scalar]]:
    """The words of a map that may be misspelt, by kind."""
    root = parse(Source(name=name, text=text)).root
    assert isinstance(root, TreeMapping)
    places: dict[str, list[Scalar]] = {kind: [] for kind in KINDS}
    for kind, scalar in _places(Journey, root):
        if text[scalar.span.start : scalar.span.end].strip("'\"") == scalar:
            places[kind].append(scalar)
    return places


class Mending:
    """What becomes of an example with a slip, beside the files that it leads to.

    Attributes:
        data: the file once nothing is left to mend.
        errors_before: how many errors lint found before.
        errors: how many it finds now.
        others: whether any other file would be changed.
    """

    def __init__(self, slip: Slip, *, unsafe: bool) -> None:
        def read(texts: Mapping[Path, bytes]) -> Workspace:
            return Loader(texts={slip.path: slip.wrong, **texts}).load([slip.path])

        def run(workspace: Workspace) -> Report:
            return lint(workspace, RULES, Selection(), TODAY)

        workspace = read({})
        before = run(workspace)
        done = mend_all(workspace, before, read, run, unsafe=unsafe)
        changed = {file.path: new.data for file, new in done.changed}
        self.data = changed.pop(slip.path, slip.wrong)
        self.others = bool(changed)
        self.errors_before = before.count(Severity.ERROR)
        self.errors = done.report.count(Severity.ERROR)


def became(slip: Slip, data: bytes) -> str:
    """What became of a slip, in a word or two, by the text of the file."""
    if data == slip.right:
        return "restored"
    if data == slip.wrong:
        return "left"
    return "partly restored" if data in slip.partly else "something else"


def planted(
    path: Path, text: str, kind: str, scalars: Sequence[Scalar], chance: random.Random
) -> Slip:
    """A map with slips in some of its words."""
    slips = {each.span.start: (str(each), _misspelt(each, chance)) for each in scalars}
    written = chance.choice(WRITTEN)
    some = (set(left) for many in range(len(slips) + 1) for left in combinations(slips, many))
    right, *partly, wrong = (
        _written(_misspelt_at(text, {at: slips[at] for at in left}), written) for left in some
    )
    told = ", ".join(f"{word} → {slip}" for word, slip in slips.values())
    what = f"{path.name}: {told} ({kind}, {written})"
    return Slip(path=path, kind=kind, right=right, wrong=wrong, what=what, partly=frozenset(partly))


def _misspelt_at(text: str, slips: Mapping[int, tuple[str, str]]) -> str:
    for at in sorted(slips, reverse=True):
        word, slip = slips[at]
        start = text.index(word, at)
        text = text[:start] + slip + text[start + len(word) :]
    return text


def _misspelt(word: str, chance: random.Random) -> str:
    at = chance.randrange(len(word))
    letter = chance.choice("abcdefghijklmnopqrstuvwxyz")
    swapped = word[:at] + word[at : at + 2][::-1] + word[at + 2 :]
    ways = [f"{word[:at]}{letter}{word[at:]}", f"{word[:at]}{letter}{word[at + 1 :]}", swapped]
    ways += [word[:at] + word[at + 1 :]] if len(word) > 1 else []
    return chance.choice([way for way in ways if way != word])


def _written(text: str, how: str) -> bytes:
    if how == "crlf":
        return text.replace("\n", "\r\n").encode()
    if how == "bom":
        return b"\xef\xbb\xbf" + text.encode()
    return (text.rstrip("\n") if how == "no final newline" else text).encode()


def _places(model: type[Node], tree: TreeMapping) -> Iterator[tuple[str, Scalar]]:
    for key, value in tree.items():
        if shape := shapes(model).get(key):
            yield "field", key
            yield from _values(shape, value)


def _values(shape: Shape, tree: Tree) -> Iterator[tuple[str, Scalar]]:
    kind = shape.kind
    if isinstance(tree, Scalar):
        if tree and (name := _kind(kind)):
            yield name, tree
    elif isinstance(tree, TreeMapping):
        if isinstance(kind, type) and issubclass(kind, Node) and tree.keys() & shapes(kind).keys():
            yield from _places(kind, tree)
        else:
            yield from (each for value in tree.values() for each in _values(shape, value))
    else:
        yield from (each for value in tree for each in _values(shape, value))


def _kind(kind: object) -> str:
    if isinstance(kind, Ref):
        return "reference"
    if kind is Leaf.FEELING:
        return "emotion"
    return "choice" if isinstance(kind, type) and issubclass(kind, Enum) else ""
