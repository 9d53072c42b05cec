"""The times that a map records at its steps: how long they take, and the waits behind them."""

from collections.abc import Iterable, Iterator, Sequence

from journeymap.analysis.contradiction import Against, Held, Range
from journeymap.analysis.figures import apart
from journeymap.model.fields import Duration
from journeymap.model.journey_map import PlacedStep
from journeymap.model.metric_names import Topic, topics
from journeymap.quick_dataclass import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Recorded:
    """A time that is recorded: how long a step takes, the wait behind it, or a sum of such.

    Attributes:
        step: where it stands; of a sum, where that begins.
        against: what it is.
        range: how long.
        counts: the numbers that it is written with.
        evidence: what it names as its evidence.
        planned: whether it is a wait that is planned.
        waits: the steps whose waits it is, or has as parts.
        until: of a sum up to the end of a wait, the step that is waited at.
    """

    step: PlacedStep
    against: Against
    range: Range
    counts: frozenset[float]
    evidence: tuple[str, ...]
    planned: bool = False
    waits: tuple[PlacedStep, ...] = ()
    until: PlacedStep | None = None


def recorded_times(steps: Iterable[PlacedStep]) -> Iterator[Recorded]:
    """Walks the times that are recorded at steps, in order."""
    for placed_step in steps:
        step = placed_step.step
        active = [(each.time, each.evidence) for each in apart(step.duration, step.durations)]
        waits = [(each.time, each.evidence) for each in apart(step.wait, step.waits)]
        for against, said in ((Against.DURATION, active), (Against.WAIT, waits)):
            if said:
                yield _time(placed_step, against, [time for time, _ in said], said[0][1])


def goes_on(placed_step: PlacedStep) -> bool:
    """Tells whether how long a step takes is recorded, or a wait behind it in which none queues."""
    times = list(recorded_times([placed_step]))
    return any(each.against is Against.DURATION or each.range.high >= 1 for each in times)


def shorter(placed_step: PlacedStep, days: float) -> Iterator[Recorded]:
    """Walks how long a step takes, where that is less than so many days."""
    for each in recorded_times([placed_step]):
        if each.against is Against.DURATION and each.range.high < days:
            yield each


def touches(time: Recorded, at: int) -> bool:
    """Tells whether a time is a step's own, or that of the wait before it."""
    is_arrival = time.against is Against.WAIT and time.step.position == at - 1
    return time.step.position == at or is_arrival


def says_which(held: Held, own: Sequence[Recorded]) -> bool:
    """Tells whether it is clear of which of a step's times a reading is."""
    return Topic.WAITING in topics(held.metric.label) or {each.against for each in own} == {
        Against.DURATION,
        Against.WAIT,
    }


def _time(
    placed_step: PlacedStep, against: Against, said: Sequence[Duration], evidence: tuple[str, ...]
) -> Recorded:
    ends = [end for each in said for end in (each.shortest, each.longest) if len(end) == 1]
    waits = apart(placed_step.step.wait, placed_step.step.waits)
    return Recorded(
        step=placed_step,
        against=against,
        range=Range(low=min(each.low for each in said), high=max(each.high for each in said)),
        counts=frozenset(end[0].count for end in ends),
        evidence=evidence,
        planned=against is Against.WAIT and any(each.planned for each in waits),
        waits=(placed_step,) if against is Against.WAIT else (),
    )
