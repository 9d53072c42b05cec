"""The whole analysis of a generated map with loops, as a multiple of reading that map.

    python benchmarks/analysis.py [--steps N] [--rounds N]

Each part of the analysis is timed on its own, with what it rests on computed before; medians,
garbage collection off, all in one run. Read the ratios.
"""

import argparse
import gc
import statistics
import tempfile
import time
from collections.abc import Callable
from functools import cached_property, partial
from pathlib import Path

from journeymap.analysis.analysis import Analysis
from journeymap.model.journey_map import JourneyMap
from journeymap.workspace.load import Loader

_HEAD = """\
title: A journey with many loops
persona: Ann
stakeholders:
  - {id: gp, name: GP, kind: clinician}
  - {id: lab, name: Laboratory, kind: organisation}
  - {id: clinic, name: Clinic, kind: organisation}
steps:
"""
_STEP = """\
  - id: s{number}
    action: Does thing number {number}
    with: {party}
    channel: phone
    need: To know what comes next
    emotion: {emotion}
    importance: 4
    expected: 4
    perceived: {rating}
    engagement: {level}
    gives: [item {item}]
    pains: [{{text: It takes too long, severity: 3, probability: 2}}]
    opportunities: [{{text: Tell how long, impact: 4, effort: 2}}]
    leaks: [{{to: elsewhere, share: 1 %}}]
    next: [{{to: s{back}, share: 10 %}}, {{to: s{ahead}, share: 5 %}}]
"""
_LEVELS = ("communicate", "interact", "engage", "collaborate", "innovate")
_FAR_BACK, _NEAR_BACK, _AHEAD = 60, 6, 9
"""By so many steps ways lead back, every seventh of them far, and forth."""


def generated(steps: int) -> str:
    """Return a map of so many steps, each with a way back, one forth and a leak."""
    return _HEAD + "".join(
        _STEP.format(
            number=number,
            party=("gp", "lab", "clinic")[number // 3 % 3],
            emotion=(-1.5, 0.5, 1)[number % 3],
            rating=number % 5 + 1,
            level=_LEVELS[number * len(_LEVELS) // steps],
            item=number % 80,
            back=max(number - (_FAR_BACK if number % 7 == 0 else _NEAR_BACK), 0),
            ahead=min(number + _AHEAD, steps - 1),
        )
        for number in range(steps)
    )


def read(text: str) -> JourneyMap:
    """Write a map to a file and read it."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "generated.journey.yaml")
        path.write_text(text, encoding="utf-8")
        (file,) = Loader(shown_from=Path(folder)).load([path]).asked
    if file.journey_map is None:
        msg = f"the generated map cannot be read: {file.findings[:3]}"
        raise ValueError(msg)
    return file.journey_map


def parts() -> tuple[str, ...]:
    """Return what an analysis computes, in the order in which one part may use another."""
    return tuple(name for name, part in vars(Analysis).items() if isinstance(part, cached_property))


def seconds(work: Callable[[], object]) -> float:
    """Return the time of one run."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def timed(journey_map: JourneyMap) -> dict[str, float]:
    """Compute everything once, and return how long each part takes."""
    analysis = Analysis(journey_map=journey_map)
    return {name: seconds(partial(getattr, analysis, name)) for name in parts()}


def medians(text: str, rounds: int) -> tuple[float, dict[str, float], float]:
    """Return the median seconds of reading a map, of each part, and of all of them together."""
    gc.disable()
    reading = statistics.median(seconds(lambda: read(text)) for _ in range(rounds))
    journey_map = read(text)
    turns = [timed(journey_map) for _ in range(rounds)]
    rows = {name: statistics.median(each[name] for each in turns) for name in turns[0]}
    return reading, rows, statistics.median(sum(each.values()) for each in turns)


def ratio(steps: int = 2000, rounds: int = 3) -> float:
    """Return what the whole analysis takes, as a multiple of reading the map."""
    reading, _, total = medians(generated(steps), rounds)
    return total / reading


def main() -> None:
    """Print how long reading and each part of the analysis take."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--steps", type=int, default=300)
    parser.add_argument("--rounds", type=int, default=7)
    given = parser.parse_args()
    text = generated(given.steps)
    reading, rows, total = medians(text, given.rounds)
    print(f"{given.steps} steps, {len(text):,} characters")
    for name, taken in {"reading the map": reading, **rows, "whole analysis": total}.items():
        print(f"{name:18} {1000 * taken:8.1f} ms   {taken / reading:6.3f} × reading")


if __name__ == "__main__":
    main()
