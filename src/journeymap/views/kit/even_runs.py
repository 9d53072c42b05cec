"""How a row of steps is cut into bands that a terminal can hold."""

from collections.abc import Sequence
from itertools import pairwise


def cut(stages: Sequence[int], most: int) -> list[range]:
    """Cuts steps at stage boundaries into as few bands as can be, and those as even as can be.

    A stage with more steps than a band holds is cut inside, into even parts.

    Args:
        stages: stage of each step, in order.
        most: steps that a band holds, at least 1.
    """
    parts = [part for stage in _runs(stages) for part in even(stage, most)]
    best: list[tuple[int, int, list[range]]] = [(0, 0, [])]
    for end in range(1, len(parts) + 1):
        options = []
        for start in range(end):
            band = range(parts[start].start, parts[end - 1].stop)
            count, cost, bands = best[start]
            if len(band) <= most:
                options.append((count + 1, cost + len(band) ** 2, [*bands, band]))
        best.append(min(options, key=lambda option: option[:2]))
    return best[-1][2]


def even(steps: range, most: int) -> list[range]:
    """Cuts a run of steps into as few parts as can be, which differ by one step at most."""
    count = -(-len(steps) // most)
    edges = [steps.start + len(steps) * i // count for i in range(count + 1)]
    return [range(a, b) for a, b in pairwise(edges)]


def _runs(stages: Sequence[int]) -> list[range]:
    edges = [i for i, stage in enumerate(stages) if not i or stages[i - 1] != stage]
    return [range(a, b) for a, b in pairwise([*edges, len(stages)])]
