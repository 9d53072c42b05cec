"""Ids that one side of a merge has given to what was there before."""

from collections.abc import Iterator

from journeymap.compare.merge_pairs import data, keyed, likeness, paired
from journeymap.compare.merge_steps import all_steps
from journeymap.model.ids import slug
from journeymap.text.pieces import Block, Entry, Pieces

_SURE = 0.8
"""How alike the rest of two entries is, 0 to 1, where one is the other with another id."""
_LISTS = (
    "personas",
    "stakeholders",
    "channels",
    "information",
    "metrics",
    "evidence",
    "pains",
    "opportunities",
    "steps",
)


def renamed_ids(base: Pieces, side: Pieces) -> dict[str, str]:
    """Returns the new ids of what a side calls otherwise, by the old ones."""
    return {
        slug(old): new
        for was, is_ in _same(base, side)
        for old, new in [(_id(was), _id(is_))]
        if old and new and slug(old) != slug(new) and likeness(_rest(was), _rest(is_)) >= _SURE
    }


def _same(base: Pieces, side: Pieces) -> Iterator[tuple[Entry, Entry]]:
    """Walks what stands on both: definitions, and the steps of all stages."""
    for name in _LISTS:
        was, now = keyed(_field(base, name)), keyed(_field(side, name))
        same = paired(was, now)
        yield from ((was[each], same[each]) for each in was if each in same)
    stages = [keyed(_field(each, "stages")) for each in (base, side, side)]
    for before, after, _ in all_steps(stages).versions.values():
        if before and after:
            yield before.entry, after.entry


def _field(pieces: Pieces, name: str) -> Block | None:
    for entry in pieces.block.entries:
        if entry.name == name and isinstance(entry.value, Block):
            return entry.value
    return None


def _id(entry: Entry) -> str:
    said = data(entry.value)
    return said.get("id") or "" if isinstance(said, dict) else ""


def _rest(entry: Entry) -> dict[str, object]:
    said = data(entry.value)
    return {name: value for name, value in said.items() if name != "id"}
