"""How far leverage agrees with what the examples argue for, and how stable its top five are.

    python benchmarks/stability.py [--by PERCENT]

Agreement: how many of the three points that examples/README.md wrote down for a map, before any
ranking was built, have one of their steps among the first three. Stability: Kendall's τ (Kendall, A
new measure of rank correlation, Biometrika 30, 1938) between the order of the top five and their
order under other weights: each weight alone, and all at once (every combination of more and less).
"""

import argparse
import itertools
import statistics
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import journeymap
from journeymap.analysis.analysis import Analysis
from journeymap.analysis.leverage import Driver, Weights

EXAMPLES = Path(__file__).resolve().parent.parent / "examples"
TOP, POINTS = 5, 3
ARGUED: dict[str, tuple[tuple[str, ...], ...]] = {
    "diabetes-care-pathway": (
        ("is-referred",),
        ("hears-diagnosis", "family-takes-over"),
        ("keeps-to-treatment",),
    ),
    "customer-lifecycle": (("recommends",), ("compares-offers",), ("first-restaurant",)),
    "przychodnia": (
        ("dzwoni-do-rejestracji", "wybiera-termin"),
        ("dostaje-przypomnienie",),
        ("rozważa-pakiet", "poleca"),
    ),
    "health-plan-member": (("gets-card",), ("finds-doctor",), ("welcome-call",)),
    "clinica-dental": (
        ("escribe-por-whatsapp",),
        ("recibe-presupuesto",),
        ("se-cuida-en-casa",),
    ),
    "digital-health-plan": (("is-asked-again",), ("is-offered-points",), ("chooses-pcp",)),
}
"""Per map its three points, each with the steps at which it sits (examples/README.md)."""


def ranked(analysis: Analysis, weights: Weights) -> list[str]:
    """Return the ids of a map's steps, the greatest pressure first."""
    return [point.step.id for point in replace(analysis, weights=weights).leverage]


def tau(order: Sequence[str], other: Sequence[str]) -> float:
    """Return Kendall's τ of two orders of the same things, -1 to 1."""
    place = {name: i for i, name in enumerate(other)}
    pairs = list(itertools.combinations(order, 2))
    agreeing = sum(1 if place[a] < place[b] else -1 for a, b in pairs)
    return agreeing / len(pairs)


def one_by_one(by: float) -> Iterator[Weights]:
    """Yield weights of which one is more or less by a share."""
    default = Weights()
    for driver, factor in itertools.product(Driver, (1 - by, 1 + by)):
        changed = {driver: default.weights[driver] * factor}
        yield replace(default, weights={**default.weights, **changed})


def all_at_once(by: float) -> Iterator[Weights]:
    """Yield weights of which each is more or less by a share, in every combination."""
    default = Weights()
    for factors in itertools.product((1 - by, 1 + by), repeat=len(Driver)):
        pairs = zip(Driver, factors, strict=True)
        yield replace(
            default, weights={driver: default.weights[driver] * factor for driver, factor in pairs}
        )


def main() -> None:
    """Print agreement and stability of every example that an article argues for."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--by", type=float, default=20, help="percent (default 20)")
    by = parser.parse_args().by / 100
    print(f"{'map':24} agree  rank of each point  τ one by one: mean, least   all: mean, least")
    for name, points in ARGUED.items():
        analysis = journeymap.load(EXAMPLES / f"{name}.journey.yaml").analysis
        if analysis is None:
            message = f"{name} cannot be read"
            raise ValueError(message)
        order = ranked(analysis, Weights())
        ranks = [min(order.index(step) + 1 for step in steps) for steps in points]
        agree = sum(rank <= POINTS for rank in ranks)
        top = order[:TOP]
        single, joint = (
            [
                tau(top, [step for step in ranked(analysis, weights) if step in top])
                for weights in ws
            ]
            for ws in (one_by_one(by), all_at_once(by))
        )
        told = ", ".join(map(str, ranks))
        print(
            f"{name:24} {agree} of {len(points)}  {told:18}  "
            f"{statistics.mean(single):17.3f}, {min(single):5.2f}  "
            f"{statistics.mean(joint):11.3f}, {min(joint):5.2f}"
        )


if __name__ == "__main__":
    main()
