"""What the weights have to hold: judgements of maps, steady ranks, and what the page says."""

import re

import pytest
from scripts.leverage_page import MAPS, PAGE, page, ranked, steadiness, tau

from journeymap.analysis.leverage import DEFAULT_WEIGHTS, Driver


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


def rows(title: str) -> list[list[str]]:
    """The rows of the table below a title of the page."""
    part = PAGE.read_text(encoding="utf-8").partition(f"## {title}\n")[2].partition("\n## ")[0]
    lines = [line for line in part.splitlines() if line.startswith("| ")]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines[1:]]


def test_tau_of_the_same_and_the_reverse_order() -> None:
    assert (tau(["a", "b", "c"], ["a", "b", "c"]), tau(["a", "b"], ["b", "a"])) == (1, -1)
    assert tau(["a", "b", "c"], ["b", "a", "c"]) == pytest.approx(1 / 3)


def test_ranks_are_steady() -> None:
    found = {name: steadiness(name) for name in MAPS}
    assert len(found) >= 12
    assert all(least >= 0.75 and mean >= 0.95 for least, mean, _ in found.values())
    assert min(stay for *_, stay in found.values()) >= 4


def test_the_page_tells_of_every_map_and_its_figures_are_those_of_today() -> None:
    assert {name for name, *_ in rows("Before and after")} == {*MAPS}
    assert [name for name, *_ in rows("How steady the ranks are")] == [*MAPS]
    assert page() == PAGE.read_text(encoding="utf-8"), "run: python scripts/generate.py weights"


def test_weights_are_those_of_the_page() -> None:
    told = {driver: float(weight) for driver, weight, *_ in rows("What counts, and how much")}
    names = {re.sub("unmet need|expectation gap|low emotion|flow gain",
                    lambda found: found[0].replace(" ", "-"), name): weight
             for name, weight in told.items()}  # fmt: skip
    assert {Driver(name): weight for name, weight in names.items()} == dict(DEFAULT_WEIGHTS)
