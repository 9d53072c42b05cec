"""The order of what two sides have rearranged, each in its own way."""

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence

FIRST = ""
"""What stands before everything; no entry is called so."""


class OrderClash(Exception):  # noqa: N818 - not an error: both sides moved one entry
    """Both sides moved an entry, to different places."""


def merged_order(
    base: Sequence[str], ours: Sequence[str], theirs: Sequence[str], kept: Iterable[str]
) -> tuple[str, ...]:
    """Returns entries in the order that both sides make of them; which side is ours is no matter.

    What neither side moved stays as it was. What one side moved or added stands behind what it
    stands behind there; where both put something behind the same entry, what comes first by name
    comes first.

    Args:
        base: the names of the entries as they were, each once.
        ours: as one side has them.
        theirs: as the other has them.
        kept: those that are left in the end; each stands on one of the sides.

    Raises:
        OrderClash: both sides moved one entry, and not behind the same one.
    """
    left = frozenset(kept)
    common = [name for name in base if name in left and name in ours and name in theirs]
    moved = [_moved(common, side) for side in (ours, theirs)]
    still = [name for name in common if not any(name in each for each in moved)]
    runs = [
        _runs([name for name in side if name in left], frozenset(still), frozenset(other) - mine)
        for side, mine, other in ((ours, moved[0], moved[1]), (theirs, moved[1], moved[0]))
    ]
    both = moved[0] & moved[1]
    order: list[str] = []
    for anchor in (FIRST, *still):
        order += [] if anchor == FIRST else [anchor]
        here = sorted(run[anchor] for run in runs if anchor in run)
        order += (name for run in here for name in run)
    placed = tuple(dict.fromkeys(order))
    if any(_apart(name, runs) for name in both):
        raise OrderClash
    return placed


def _apart(name: str, runs: Iterable[Mapping[str, Sequence[str]]]) -> bool:
    """Tells whether both sides have an entry behind different ones."""
    anchors = [anchor for run in runs for anchor, names in run.items() if name in names]
    return len(set(anchors)) > 1


def _moved(common: Sequence[str], side: Sequence[str]) -> frozenset[str]:
    """Returns the fewest entries without which the others stand in the order that they had."""
    place = {name: i for i, name in enumerate(common)}
    there = [place[name] for name in side if name in place]
    ends: list[int] = []  # the least end of a rising run, by its length
    before: dict[int, int | None] = {}
    for at in there:
        length = bisect_left(ends, at)
        before[at] = ends[length - 1] if length else None
        ends[length:] = [at, *ends[length + 1 :]]
    stay: set[str] = set()
    last = ends[-1] if ends else None
    while last is not None:
        stay.add(common[last])
        last = before[last]
    return frozenset(common) - stay


def _runs(
    side: Sequence[str], still: frozenset[str], theirs: frozenset[str]
) -> dict[str, tuple[str, ...]]:
    """Returns what a side has behind each entry that did not move, as far as it put it there.

    Args:
        side: its entries that are left.
        still: those that did not move.
        theirs: those that the other side alone moved.
    """
    runs: dict[str, tuple[str, ...]] = {}
    anchor = FIRST
    for name in side:
        if name in still:
            anchor = name
        elif name not in theirs:
            runs[anchor] = (*runs.get(anchor, ()), name)
    return runs
