"""What the weights have to hold: judgements of maps, steady ranks, and what the page says."""

import re
from collections.abc import Iterator
from functools import cache
from itertools import combinations
from pathlib import Path

import pytest

import journeymap
from journeymap.analysis.analysis import Analysis
from journeymap.analysis.leverage import DEFAULT_WEIGHTS, Driver, Weights, leverage

ROOT = Path(__file__).resolve().parents[2]
MAPS = {
    path.name.removesuffix(".journey.yaml"): path
    for folder in (ROOT / "examples", Path(__file__).with_name("weighed"))
    for path in sorted(folder.glob("*.journey.yaml"))
}
PAGE = (ROOT / "docs" / "leverage.md").read_text(encoding="utf-8")


@cache
def analysis_of(name: str) -> Analysis:
    found = journeymap.load(MAPS[name]).analysis
    assert found
    return found


def ranked(name: str, weights: Weights | None = None) -> list[str]:
    """The steps of a map by rank."""
    found = analysis_of(name)
    read = found.journey_map, found.drives, found.reasons, found.ideas
    points = leverage(*read, weights or Weights())
    return [point.step.id for point in points]


@pytest.mark.parametrize(
    ("name", "higher", "lower"),
    [
        # two harms of 4 × 3 against a letter that 30 of 100 do not answer, and against a long wait
        ("hip-replacement", "first-night", "gets-invitation"),
        ("hip-replacement", "first-night", "waits-for-a-date"),
        # a catastrophe that is rare against one missing paper
        ("hip-replacement", "is-operated", "goes-to-rehab"),
        # months of pain against a bad morning
        ("hip-replacement", "waits-for-a-date", "is-woken"),
        # people who are lost against what is fine, unpleasant, or incomplete
        ("hip-replacement", "gets-invitation", "is-examined"),
        ("hip-replacement", "gets-invitation", "is-woken"),
        ("hip-replacement", "gets-invitation", "goes-to-rehab"),
        # a harm, the lowest moment and many who leave, together
        ("benefit-claim", "gets-refusal", "fills-in-form"),
        # a quarter who give up against a question that is asked twice, and against a wait
        ("benefit-claim", "fills-in-form", "is-asked-again"),
        ("benefit-claim", "fills-in-form", "waits-for-assessment"),
        ("benefit-claim", "waits-for-assessment", "rings-the-office"),
        ("benefit-claim", "is-asked-again", "reads-about-it"),
        # without any harm: the day that was lost, money, the line, and only then the form
        ("przeprowadzka-internetu", "czeka-w-domu", "dzwoni"),
        ("przeprowadzka-internetu", "placi-podwojnie", "umawia-montera"),
        ("przeprowadzka-internetu", "dzwoni", "szuka-formularza"),
    ],
)
def test_judgements_hold(name: str, higher: str, lower: str) -> None:
    found = ranked(name)
    assert found.index(higher) < found.index(lower)


def tau(ones: list[str], others: list[str]) -> float:
    """Kendall's rank correlation of two orders of the same steps."""
    places = {step: place for place, step in enumerate(others)}
    signs = [1 if places[one] < places[other] else -1 for one, other in combinations(ones, 2)]
    return sum(signs) / len(signs)


def shaken(name: str) -> Iterator[list[str]]:
    """The steps by rank, with each weight a fifth lower and higher."""
    for driver, weight in DEFAULT_WEIGHTS.items():
        for factor in (0.8, 1.2):
            yield ranked(name, Weights(weights={**DEFAULT_WEIGHTS, driver: weight * factor}))


def rows(title: str) -> list[list[str]]:
    """The rows of the table below a title of the page."""
    part = PAGE.partition(f"## {title}\n")[2].partition("\n## ")[0]
    lines = [line for line in part.splitlines() if line.startswith("| ")]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines[1:]]


def test_tau_of_the_same_and_the_reverse_order() -> None:
    assert (tau(["a", "b", "c"], ["a", "b", "c"]), tau(["a", "b"], ["b", "a"])) == (1, -1)
    assert tau(["a", "b", "c"], ["b", "a", "c"]) == pytest.approx(1 / 3)


def test_ranks_are_as_steady_as_the_page_says() -> None:
    found = {}
    for name in MAPS:
        base, others = ranked(name), list(shaken(name))
        taus = [tau(base, each) for each in others]
        stay = min(len({*base[:5]} & {*each[:5]}) for each in others)
        found[name] = [f"{min(taus):.2f}", f"{sum(taus) / len(taus):.2f}", str(stay)]
    assert found == {name: figures for name, *figures in rows("How steady the ranks are")}
    assert all(float(least) >= 0.75 and float(mean) >= 0.95 for least, mean, _ in found.values())


def test_ranks_are_those_of_the_page() -> None:
    told = {(name, step): after for name, step, _, after in rows("Before and after")}
    assert {name for name, _ in told} == {*MAPS}
    found = {
        (name, point.step.id): f"{point.rank} ({point.pressure:.0f})"
        for name in MAPS
        for point in analysis_of(name).leverage
    }
    assert {key: found[key] for key in told} == told


def test_weights_are_those_of_the_page() -> None:
    told = {driver: float(weight) for driver, weight, *_ in rows("What counts, and how much")}
    names = {re.sub("unmet need|expectation gap|low emotion|flow gain",
                    lambda found: found[0].replace(" ", "-"), name): weight
             for name, weight in told.items()}  # fmt: skip
    assert {Driver(name): weight for name, weight in names.items()} == dict(DEFAULT_WEIGHTS)
