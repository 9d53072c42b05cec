"""How many of those who come to a step have passed another one before."""

from collections.abc import Sequence
from math import nan

from journeymap.analysis.transitions import Ways


def shares_before(ways: Ways, step: int) -> Sequence[float]:
    """Returns per step the share, 0 to 1, of those who come there that passed a given one before.

    Ways back are left out: what counts is the first time. It is not a number where a share on the
    way there is unknown, and where nobody comes.

    Args:
        ways: the ways of the map.
        step: position of the given step.
    """
    without, with_ = ([0.0] * len(ways.exits) for _ in range(2))
    for start in ways.starts if ways.exits else ():
        without[start] += 1.0 / len(ways.starts)
    found = []
    for at, exits in enumerate(ways.exits):
        come = without[at] + with_[at]
        found.append(with_[at] / come if come else nan)
        gone, not_yet = (come, 0.0) if at == step else (with_[at], without[at])
        for way in exits.ways:
            if way.target is not None and way.target > at and way.is_open:
                share = nan if way.share is None else way.share
                with_[way.target] += share * gone
                without[way.target] += share * not_yet
    return found
