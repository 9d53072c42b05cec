"""Lines in the order in which they are drawn, for formats that set letter after letter.

Source: Unicode Standard Annex 9, Bidirectional Algorithm, without its marks of explicit direction,
which maps do not have.
"""

import unicodedata
from collections.abc import Sequence

from journeymap.views.kit.scripts import clusters

_NUMBERS = frozenset({"EN", "AN"})
_BETWEEN_NUMBERS = frozenset({"CS", "ES", "ET"})
_BESIDE_NUMBERS = "ET"
_RIGHT = frozenset({"R", "AL"})
_MIRRORED = dict(zip("()[]{}<>«»‹›", ")(][}{><»«›‹", strict=True))


def visual_order(line: str, *, rtl: bool) -> str:
    """Returns a line as its letters stand from left to right.

    Args:
        line: in the order in which it is read.
        rtl: whether the line as a whole runs from right to left.
    """
    letters = clusters(line)
    kinds = [unicodedata.bidirectional(letter[0]) for letter in letters]
    if not rtl and not _RIGHT.intersection(kinds):
        return line
    levels = _levels(kinds, base=int(rtl))
    turned = [
        _MIRRORED.get(a, a) if level % 2 else a for a, level in zip(letters, levels, strict=True)
    ]
    for level in range(max(levels, default=0), 0, -1):
        turned, levels = _reversed(turned, levels, level)
    return "".join(turned)


def _levels(kinds: Sequence[str], *, base: int) -> list[int]:
    """Returns how deep each letter is embedded: odd ones run from right to left."""
    strong = _with_numbers(kinds)
    sides: list[bool | None] = []  # whether right to left; None for what has no direction
    last = bool(base)
    for kind in strong:
        if kind == "L" or kind in _RIGHT:
            last = kind in _RIGHT
            sides.append(last)
        else:
            sides.append(last if kind in _NUMBERS else None)
    levels = []
    for at, (kind, side) in enumerate(zip(strong, sides, strict=True)):
        if kind in _NUMBERS:
            levels.append(2 if side or base else 0)
            continue
        runs = _side(sides, at, base=bool(base)) if side is None else side
        levels.append(1 if runs else 2 * base)
    return levels


def _side(sides: Sequence[bool | None], at: int, *, base: bool) -> bool:
    """Returns the direction of a neutral sign: that of both sides if they agree."""
    before = next((side for side in reversed(sides[:at]) if side is not None), base)
    after = next((side for side in sides[at + 1 :] if side is not None), base)
    return before if before == after else base


def _with_numbers(kinds: Sequence[str]) -> list[str]:
    """Returns the kinds with signs that belong to numbers as numbers: "3,5", "20 %"."""
    found = list(kinds)
    for at, kind in enumerate(kinds):
        before = found[at - 1] if at else ""
        after = kinds[at + 1] if at + 1 < len(kinds) else ""
        between = kind in _BETWEEN_NUMBERS and before in _NUMBERS and after == before
        beside = kind == _BESIDE_NUMBERS and "EN" in {before, after}
        if between or beside:
            found[at] = "EN"
    return found


def _reversed(
    letters: Sequence[str], levels: Sequence[int], level: int
) -> tuple[list[str], list[int]]:
    """Returns letters and levels with every run of a level or a higher one turned round."""
    pairs: list[tuple[str, int]] = []
    run: list[tuple[str, int]] = []
    for pair in zip(letters, levels, strict=True):
        if pair[1] >= level:
            run.insert(0, pair)
            continue
        pairs += [*run, pair]
        run = []
    pairs += run
    return [letter for letter, _ in pairs], [each for _, each in pairs]
