"""How the cost of `lint` grows with steps in a map and with maps in a folder.

    python -m benchmarks.growth [--steps 100 1000 2000] [--files 100 1000 5000]

CPU time of whole processes, without the cache, less that of a map of one step; the exponent is the
slope of a line through their logarithms: 1 is linear.
"""

import argparse
import math
import sys
import tempfile
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from benchmarks.hard_files import long_ways, much_given, plain_steps, random_loops
from benchmarks.processes import cost

MAPS: Mapping[str, Callable[[int], str]] = {
    "plain steps": plain_steps,
    "steps with short ways back": long_ways,
    "steps with random loops": random_loops,
    "steps that give 10 things": lambda steps: much_given(steps, 10),
}
_STEPS_A_FILE = 20


def exponent(sizes: Sequence[int], costs: Sequence[float]) -> float:
    """Return the slope of the least-squares line through the logarithms."""
    across = [math.log(size) for size in sizes]
    up = [math.log(max(each, 1e-3)) for each in costs]
    middle, height = sum(across) / len(across), sum(up) / len(up)
    spread = sum((x - middle) ** 2 for x in across)
    return sum((x - middle) * (y - height) for x, y in zip(across, up, strict=True)) / spread


def seconds(texts: Sequence[str], rounds: int) -> float:
    """Return the CPU time of linting some maps in a folder: the least, as others disturb a run."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for number, text in enumerate(texts):
            (folder / f"m{number}.journey.yaml").write_text(f"id: m{number}\n{text}", "utf-8")
        command = [sys.executable, "-m", "journeymap", "lint", "--exit-zero", "--no-cache", "."]
        return min(cost(command, folder).seconds for _ in range(rounds))


def main() -> None:
    """Print what each size costs, and the exponents."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--steps", type=int, nargs="*", default=[100, 1000, 2000])
    parser.add_argument("--files", type=int, nargs="*", default=[100, 1000, 5000])
    parser.add_argument("--rounds", type=int, default=3)
    given = parser.parse_args()
    least = seconds([plain_steps(1)], given.rounds)
    rows = [(name, given.steps, [[make(n)] for n in given.steps]) for name, make in MAPS.items()]
    rows.append(("files", given.files, [[plain_steps(_STEPS_A_FILE)] * n for n in given.files]))
    for name, sizes, runs in rows:
        costs = [seconds(texts, given.rounds) - least for texts in runs]
        told = "  ".join(f"{size:,}: {each:.2f} s" for size, each in zip(sizes, costs, strict=True))
        slope = f"{exponent(sizes, costs):.2f}" if len(sizes) > 1 else "–"
        print(f"{name:28} {told}   exponent {slope}", flush=True)


if __name__ == "__main__":
    main()
