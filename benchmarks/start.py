"""How long the commands take to start, as multiples of an empty Python.

    python benchmarks/start.py [--rounds N] [--example PATH]

Whole processes, interleaved in one run so that a busy machine slows all of them alike; medians.
"""

import argparse
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
EXAMPLE = ROOT / "examples" / "diabetes-care-pathway.journey.yaml"


def commands(example: Path, folder: str) -> dict[str, list[str]]:
    """The command lines that are measured, by the label that the table shows."""
    journeymap = [sys.executable, "-m", "journeymap"]
    render = [*journeymap, "render", str(example), "-o"]
    return {
        "python -c pass": [sys.executable, "-c", "pass"],
        "journeymap --version": [*journeymap, "--version"],
        "journeymap lint": [*journeymap, "lint", "--exit-zero", str(example)],
        "journeymap render (svg)": [*render, str(Path(folder, "map.svg"))],
        "journeymap render (png)": [*render, str(Path(folder, "map.png"))],
        "journeymap render (pdf)": [*render, str(Path(folder, "map.pdf"))],
        "journeymap render (pptx)": [*render, str(Path(folder, "map.pptx"))],
        "journeymap render (html)": [*render, str(Path(folder, "map.html"))],
    }


def seconds(command: list[str]) -> float:
    """Wall-clock seconds of one run.

    Raises:
        subprocess.CalledProcessError: The command failed, so its time means nothing.
    """
    start = time.perf_counter()
    done = subprocess.run(command, check=False, capture_output=True, stdin=subprocess.DEVNULL)
    taken = time.perf_counter() - start
    if done.returncode:
        raise subprocess.CalledProcessError(done.returncode, command, done.stdout, done.stderr)
    return taken


def measure(work: dict[str, list[str]], rounds: int) -> dict[str, float]:
    """Median seconds of each command, after one round that warms files and byte code."""
    taken: dict[str, list[float]] = {label: [] for label in work}
    for turn in range(rounds + 1):
        for label, command in work.items():
            value = seconds(command)
            if turn:
                taken[label].append(value)
    return {label: statistics.median(values) for label, values in taken.items()}


def table(medians: dict[str, float]) -> str:
    """Milliseconds, and multiples of the first row."""
    base = next(iter(medians.values()))
    width = max(map(len, medians))
    rows = [f"{'':{width}}  median ms  × python -c pass"]
    rows += [
        f"{label:{width}}  {value * 1000:9.1f}  {value / base:16.1f}"
        for label, value in medians.items()
    ]
    return "\n".join(rows)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description="Start-up times as multiples of an empty Python.")
    parser.add_argument("--rounds", type=int, default=15)
    parser.add_argument("--example", type=Path, default=EXAMPLE)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        print(table(measure(commands(options.example, folder), options.rounds)))


if __name__ == "__main__":
    main()
