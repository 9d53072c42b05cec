"""Random maps with ways back, skips, loops onto a step itself, and several ways to one step."""

from random import Random

from journeymap.model.between import Handoff, Leak, Way
from journeymap.model.journey import Journey, Stage
from journeymap.model.journey_map import JourneyMap
from journeymap.model.step import Step

_SAID = (
    "Calls", "Waits at home", "Fills in a form about everything that was ever asked",
    "Sees the specialist", "Compares two offers with the help of a neighbour", "Pays",
)  # fmt: skip


def _ways(chance: Random, number: int, count: int) -> tuple[Way, ...]:
    """Ways out of a step, to any step or to the end; their shares add up to less than one."""
    left, ways = 1.0, []
    for _ in range(chance.choice((0, 0, 0, 1, 1, 2, 3))):
        target = chance.randrange(count + 1)
        share = round(chance.uniform(0.05, 0.4) * left, 2) if chance.random() < 0.8 else None
        left -= share or 0.0
        ways.append(Way(to="end" if target == count else f"s{target}", share=share))
    if chance.random() < 0.1:
        ways.append(Way(to=f"s{number}", share=0.05))
    return tuple(ways)


def winding(seed: int, fewest: int = 4, most: int = 60) -> JourneyMap:
    """A map whose ways wind about."""
    chance = Random(seed)  # noqa: S311 - nothing secret
    count = chance.randint(fewest, most)
    every = [
        Step(
            id=f"s{i}",
            action=f"{chance.choice(_SAID)} {i + 1}",
            next=_ways(chance, i, count),
            leaks=(Leak(to="rival", share=0.05),) if chance.random() < 0.15 else (),
            handoff=(Handoff(to="Clinic"),) if chance.random() < 0.2 else (),
        )
        for i in range(count)
    ]
    stages: list[Stage] = []
    at = 0
    while at < count:
        size = chance.randint(1, 7)
        stages.append(Stage(name=f"Stage {len(stages) + 1}", steps=tuple(every[at : at + size])))
        at += size
    journey = Journey(title=f"Winding {seed}", persona=("Ann",), stages=tuple(stages))
    return JourneyMap(journey=journey, libraries={})
