"""Parsing a generated map: our parse beside ruamel.yaml's round-trip loader and its C compose.

Run as `python benchmarks/parse.py [kilobytes]`; medians, garbage collection off. Read the ratios.
"""

import gc
import statistics
import sys
import time
from collections.abc import Callable

from ruamel.yaml import YAML
from ruamel.yaml.cyaml import CSafeLoader

from journeymap.text.document import parse
from journeymap.text.source import Source

C_COMPOSE = "ruamel.yaml, C compose"
_HEAD = """\
title: Type 2 diabetes, from first symptoms to follow-up
state: current        # as it is today
persona: maria
steps:
"""
_STEP = """\
  - id: step-{number}
    action: Is referred to a specialist by her general practitioner, time {number}
    actor: gp
    with: [son, nurse]
    channel: letter
    need: "A smooth and fast transition, with nothing lost on the way"
    thought: Will they lose my letter again, as they did the last time?
    emotion: frustrated   # of the persona
    pains:
      - id: letter-incomplete-{number}
        text: The letter lacks the blood results that the specialist asks for
        severity: 3
    opportunities:
      - {{text: Electronic referral with the documents attached, owner: IT, impact: 5, effort: 2}}
"""


def generated(kilobytes: int) -> str:
    """Return a map of about so many kilobytes."""
    steps = kilobytes * 1000 // len(_STEP) + 1
    return _HEAD + "".join(_STEP.format(number=number) for number in range(steps))


def compose_in_c(text: str) -> None:
    """Compose ruamel.yaml's nodes with its C parser, as its fast loader does."""
    CSafeLoader(text).get_single_node()


def seconds(work: Callable[[], object], times: int) -> float:
    """Return the median time of one run."""
    taken = []
    for _ in range(times):
        start = time.perf_counter()
        work()
        taken.append(time.perf_counter() - start)
    return statistics.median(taken)


def timed(text: str) -> dict[str, float]:
    """Return the seconds that each way to parse a map takes, ours first."""
    source = Source(name="generated.journey.yaml", text=text)
    gc.disable()
    return {
        "journeymap, C parser": seconds(lambda: parse(source), 30),
        "journeymap, Python parser": seconds(lambda: parse(source, pure=True), 3),
        C_COMPOSE: seconds(lambda: compose_in_c(text), 10),
        "ruamel.yaml, round trip": seconds(lambda: YAML().load(text), 3),
    }


def ratio(kilobytes: int = 50) -> float:
    """Return how many times as fast as ruamel.yaml's C compose ours is."""
    rows = timed(generated(kilobytes))
    return rows[C_COMPOSE] / next(iter(rows.values()))


def main() -> None:
    """Print speeds in MB/s and how many times as fast ours is."""
    text = generated(int(sys.argv[1]) if len(sys.argv) > 1 else 50)
    rows = timed(text)
    ours = next(iter(rows.values()))
    print(f"{len(text):,} characters")
    for name, taken in rows.items():
        print(f"{name:26} {len(text) / taken / 1e6:6.2f} MB/s   ours is {taken / ours:5.1f} ×")


if __name__ == "__main__":
    main()
