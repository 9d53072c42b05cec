"""Writes the figures of `docs/leverage.md` anew: ranks and pressures of today, and how steady."""

from collections.abc import Callable, Iterator
from functools import cache
from itertools import combinations
from pathlib import Path

import journeymap
from journeymap.analysis.analysis import Analysis
from journeymap.analysis.leverage import DEFAULT_WEIGHTS, Weights, leverage

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "leverage.md"
MAPS = {
    path.name.removesuffix(".journey.yaml"): path
    for folder in (ROOT / "examples", ROOT / "tests" / "analysis" / "weighed")
    for path in sorted(folder.glob("*.journey.yaml"))
}
"""The maps that weights are judged by."""
FIRST = 5
"""So many steps of a map are looked at first."""


@cache
def analysis_of(name: str) -> Analysis:
    """Returns what is computed from one of the maps."""
    found = journeymap.load(MAPS[name]).analysis
    if found is None:
        raise ValueError(f"{name} cannot be read")
    return found


def ranked(name: str, weights: Weights | None = None) -> list[str]:
    """Returns the steps of a map by rank."""
    found = analysis_of(name)
    read = found.journey_map, found.drives, found.reasons, found.ideas
    return [point.step.id for point in leverage(*read, weights or Weights())]


def tau(ones: list[str], others: list[str]) -> float:
    """Returns Kendall's rank correlation of two orders of the same steps."""
    places = {step: place for place, step in enumerate(others)}
    signs = [1 if places[one] < places[other] else -1 for one, other in combinations(ones, 2)]
    return sum(signs) / len(signs)


def steadiness(name: str) -> tuple[float, float, int]:
    """Returns the least and the mean τ with each weight 20 % up and down, and who stays first."""
    base, others = ranked(name), list(_shaken(name))
    taus = [tau(base, each) for each in others]
    stay = min(len({*base[:FIRST]} & {*each[:FIRST]}) for each in others)
    return min(taus), sum(taus) / len(taus), stay


def _shaken(name: str) -> Iterator[list[str]]:
    for driver, weight in DEFAULT_WEIGHTS.items():
        for factor in (0.8, 1.2):
            yield ranked(name, Weights(weights={**DEFAULT_WEIGHTS, driver: weight * factor}))


def page() -> str:
    """Returns the page with its figures of today; what is written by hand stays."""
    text = PAGE.read_text(encoding="utf-8")
    text = _rewritten(text, "Before and after", _after)
    return _rewritten(text, "How steady the ranks are", _steady)


def _rewritten(text: str, title: str, row: Callable[[list[str]], list[str]]) -> str:
    """Returns a text with new cells in the table below a title."""
    before, mark, rest = text.partition(f"## {title}\n")
    part, end, after = rest.partition("\n## ")
    head, *lines = [line for line in part.splitlines() if line.startswith("| ")]
    for line in lines:
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        part = part.replace(line, f"| {' | '.join(row(cells))} |")
    return f"{before}{mark}{part}{end}{after}" if head else text


def _after(cells: list[str]) -> list[str]:
    name, step, before, _ = cells
    found = (each for each in analysis_of(name).leverage if each.step.id == step)
    today = next((f"{each.rank} ({each.pressure:.0f})" for each in found), "no longer there")
    return [name, step, before, today]


def _steady(cells: list[str]) -> list[str]:
    least, mean, stay = steadiness(cells[0])
    return [cells[0], f"{least:.2f}", f"{mean:.2f}", str(stay)]
