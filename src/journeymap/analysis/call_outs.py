"""The steps that pictures call out, the same on all of them."""

from collections.abc import Iterator, Sequence
from enum import StrEnum

from journeymap.analysis.analysis import Analysis
from journeymap.analysis.drivers import danger_of
from journeymap.analysis.leverage import MOST_POINTS, Point, strong
from journeymap.model.journey_map import PlacedPain, PlacedStep
from journeymap.quick_dataclass import dataclass


class Because(StrEnum):
    """Why steps are called out.

    Attributes:
        PRESSURE: pressure is highest there.
        PAIN: no step presses, and the gravest pains are there.
        FEELING: nor is a pain scored, and the lowest moments are there.
        NAMED: nor is a feeling known to be low, and these few are the steps that hurt at all.
    """

    PRESSURE = "pressure"
    PAIN = "pain"
    FEELING = "feeling"
    NAMED = "named"


@dataclass(frozen=True, slots=True, kw_only=True)
class CallOut:
    """A step that is called out.

    Attributes:
        number: its rank, from 1; those that press, hurt or feel alike have the same.
        point: the step, and all that presses there.
        because: why it is called out.
    """

    number: int
    point: Point
    because: Because

    @property
    def step(self) -> PlacedStep:
        """The step."""
        return self.point.step


def call_outs(
    analysis: Analysis, most: int = MOST_POINTS, *, by_leverage: bool = True
) -> tuple[CallOut, ...]:
    """Returns the steps that pictures call out, the first one first.

    Those where pressure is highest; where none presses those with the gravest pains, else the
    lowest moments, else the steps that have any pain if all of them are told.

    Args:
        analysis: the map.
        most: so many at most.
        by_leverage: whether pressure counts.
    """
    points = strong(analysis.leverage, most) if by_leverage else ()
    if points:
        return _numbered(points, [point.uncapped for point in points], Because.PRESSURE)
    at = {point.step.position: point for point in analysis.leverage}
    for because, found in _others(analysis, most):
        there = [(at[step.position], worth) for step, worth in found if step.position in at][:most]
        if there:
            return _numbered([point for point, _ in there], [worth for _, worth in there], because)
    return ()


def _numbered(
    points: Sequence[Point], worth: Sequence[object], because: Because
) -> tuple[CallOut, ...]:
    """Returns points that are ranked by what each is worth: equals have the number of the first."""
    return tuple(
        CallOut(number=worth.index(own) + 1, point=point, because=because)
        for point, own in zip(points, worth, strict=True)
    )


Ranked = list[tuple[PlacedStep, object]]


def _others(analysis: Analysis, most: int) -> Iterator[tuple[Because, Ranked]]:
    yield Because.PAIN, [(step, _worst(step)) for step in gravest_steps(analysis)]
    low = sorted((each for each in analysis.curve.known if each.value < 0), key=lambda p: p.value)
    yield Because.FEELING, [(each.step, each.value) for each in low]
    hurting = [(step, None) for step in analysis.journey_map.steps if step.pains]
    yield Because.NAMED, [*hurting] if len(hurting) <= most else []


def _worst(placed_step: PlacedStep) -> tuple[float, int]:
    return max(map(gravity, placed_step.pains))


def gravest_steps(analysis: Analysis, least: int = 1) -> list[PlacedStep]:
    """Returns the steps with the gravest pains that are scored, the gravest first.

    Args:
        analysis: the map.
        least: so severe at least, 1 to 4.
    """
    found = [
        (gravity(pain), step)
        for step in analysis.journey_map.steps
        for pain in [gravest(step)]
        if pain and (pain.pain.severity or 0) >= least
    ]
    return [step for _, step in sorted(found, key=lambda entry: entry[0], reverse=True)]


def gravest(placed_step: PlacedStep) -> PlacedPain | None:
    """Returns the gravest pain of a step, of equals the first; what is scored comes first."""
    return max(placed_step.pains, key=gravity, default=None)


def by_gravity(placed_step: PlacedStep) -> list[PlacedPain]:
    """Returns the pains of a step, the gravest first; those that nobody scored last."""
    return sorted(placed_step.pains, key=gravity, reverse=True)


def gravity(pain: PlacedPain) -> tuple[float, int]:
    """Returns how grave a pain is: what it counts for in pressure, then its severity.

    All pictures, titles and cards order pains by it, so that they name the same one. One of which
    nobody said how likely it is counts as rare, one that nobody scored for nothing.
    """
    severity = pain.pain.severity or 0
    return danger_of(pain.pain, severity * (pain.pain.probability or 1)), severity
