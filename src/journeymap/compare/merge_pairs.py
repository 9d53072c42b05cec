"""Which entries of two sides are the same one as before: by id, by what they say, by likeness."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from difflib import SequenceMatcher
from typing import Any

from journeymap.model.ids import slug
from journeymap.text.nodes import Mapping as Fields
from journeymap.text.nodes import Node
from journeymap.text.nodes import Sequence as Items
from journeymap.text.pieces import Block, Entry, Leaf

NAMING = ("id", "action", "name", "text", "to", "metric", "what", "question", "date")
"""The fields that tell an item of a list from its neighbours, first found first."""
_ALIKE = 0.5
"""From which share of what both say on, 0 to 1, an entry counts as another one rewritten."""
_LONGEST = 300
"""Characters of a text that are compared."""

Keyed = Mapping[str, Entry]
"""Entries by what they are called in all versions, in order."""


def keyed(block: Block | None) -> dict[str, Entry]:
    """Returns the entries of a block by their keys, ids or texts; of none, none."""
    named: dict[str, Entry] = {}
    seen = Counter[str]()
    for entry in block.entries if block else ():
        name = entry.name if block and block.is_mapping else _called(data(entry.value))
        seen[name] += 1
        named[f"{name}#{seen[name]}" if seen[name] > 1 or not name else name] = entry
    return named


def paired(base: Keyed, side: Keyed) -> dict[str, Entry]:
    """Returns the entries of a side by the names that they have in the base, where they are there.

    What has no namesake may be an entry of the base that was rewritten, or got another id.
    """
    gone = {name: data(entry.value) for name, entry in base.items() if name not in side}
    new = {name: data(entry.value) for name, entry in side.items() if name not in base}
    scored = sorted(
        ((likeness(was, is_), old, name) for old, was in gone.items() for name, is_ in new.items()),
        key=lambda each: (-each[0], each[1], each[2]),
    )
    found: dict[str, str] = {}
    for score, old, name in scored:
        if score >= _ALIKE and name not in found and old not in found.values():
            found[name] = old
    return {found.get(name, name): entry for name, entry in side.items()}


def likeness(one: Any, other: Any) -> float:  # noqa: ANN401 - whatever YAML says
    """Returns how much two values say the same, from 0 to 1."""
    if one == other:
        return 1.0
    if isinstance(one, str) and isinstance(other, str):
        return SequenceMatcher(None, one[:_LONGEST], other[:_LONGEST], autojunk=False).ratio()
    if isinstance(one, dict) and isinstance(other, dict):
        shared = [likeness(one[key], other[key]) for key in one if key in other]
        return 2 * sum(shared) / (len(one) + len(other))
    if isinstance(one, list) and isinstance(other, list):
        names = [set(map(_called, side)) for side in (one, other)]
        return 2 * len(names[0] & names[1]) / (len(names[0]) + len(names[1]))
    return 0.0


def data(value: Leaf | Block) -> Any:  # noqa: ANN401 - whatever YAML says
    """Returns what a value says, without how it is written."""
    if isinstance(value, Leaf):
        return _plain(value.node)
    if value.is_mapping:
        return {entry.name: data(entry.value) for entry in value.entries}
    return [data(entry.value) for entry in value.entries]


def _plain(node: Node) -> Any:  # noqa: ANN401
    if isinstance(node, Fields):
        return {str(key): _plain(value) for key, value in node.items()}
    if isinstance(node, Items):
        return [_plain(item) for item in node]
    return str(node) if node.quoted or str(node) not in {"", "~", "null"} else None


def _called(said: Any) -> str:  # noqa: ANN401
    if isinstance(said, dict):
        texts = (said[name] for name in NAMING if isinstance(said.get(name), str))
        return next(filter(None, map(slug, texts)), "")
    return slug(said) or said if isinstance(said, str) else ""


def names_in(*sides: Iterable[str]) -> Sequence[str]:
    """Returns the names of several sides, each once, in order."""
    return tuple(dict.fromkeys(name for side in sides for name in side))
