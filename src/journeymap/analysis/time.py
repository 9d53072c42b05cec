"""How long a journey takes: active, waiting, waiting in the dark, and all in all.

Sums are of what is recorded, and say of how many steps: what is not recorded is unknown, and never
taken for nothing. They are told along the main way, and as expected over all ways: per person who
starts, every visit counted.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import field, replace
from enum import StrEnum
from math import fsum, inf, isfinite
from operator import attrgetter

from journeymap.analysis import beside
from journeymap.analysis.evidence import is_assumed
from journeymap.analysis.flow import Flow
from journeymap.analysis.transitions import Transition, Ways
from journeymap.model.fields import Duration
from journeymap.model.journey_map import JourneyMap, PlacedStage, PlacedStep
from journeymap.model.unread import each_of
from journeymap.quick_dataclass import dataclass


class Part(StrEnum):
    """What of the time is summed up.

    Attributes:
        ACTIVE: what the steps themselves take that the persona has a part in.
        WAITING: what is waited after them.
        UNPLANNED: waits of which nobody says that they are meant to be.
        SILENT: waits of which nobody tells how long they are.
        ELAPSED: all of it, the longer of what runs side by side.
    """

    ACTIVE = "active"
    WAITING = "waiting"
    UNPLANNED = "unplanned"
    SILENT = "silent"
    ELAPSED = "elapsed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Total:
    """A sum of times, in days.

    Attributes:
        low: the least that it is.
        high: the most that it is; infinite where a time has no upper bound.
        days: what it is on average.
        known: of how many steps the time is recorded.
        of: how many steps have such a time.
        about: whether a time in it is only about right.
        assumed: whether a time in it rests on assumptions.
    """

    low: float = 0.0
    high: float = 0.0
    days: float = 0.0
    known: int = 0
    of: int = 0
    about: bool = False
    assumed: bool = False

    @property
    def is_known(self) -> bool:
        """Whether anything of it is recorded."""
        return self.known > 0


Sums = Mapping[Part, Total]

_Timed = Sequence[tuple[PlacedStep, Duration]]


@dataclass(frozen=True, slots=True, kw_only=True)
class StageTime:
    """How long a stage takes, or with no stage the whole map.

    Attributes:
        stage: the stage.
        main: along the main way.
        expected: per person who starts; None where no share is stated, or people go round for ever.
    """

    stage: PlacedStage | None
    main: Sums
    expected: Sums | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Times:
    """How long a journey takes.

    Attributes:
        main_way: the positions of the steps of the main way: from step to step ahead where most go.
        stages: each stage.
        whole: the whole map.
        parents: per step the position of the one that it runs beside; None on the main line.
    """

    main_way: tuple[int, ...]
    stages: tuple[StageTime, ...]
    whole: StageTime
    parents: tuple[int | None, ...]


def times(journey_map: JourneyMap, ways: Ways, flow: Flow | None) -> Times:
    """Returns how long a journey takes, by stage and in all."""
    way = main_way(ways)
    clock = _Clock(journey_map=journey_map, parents=beside.parents(journey_map))
    main = dict.fromkeys(way, 1.0)
    visits = _visits(flow)

    def time_of(stage: PlacedStage | None) -> StageTime:
        return StageTime(
            stage=stage,
            main=clock.sums(main, stage),
            expected=None if visits is None else _shared(clock.sums(visits, stage), flow),
        )

    return Times(
        main_way=way,
        stages=each_of(time_of, journey_map.stages),
        whole=time_of(None),
        parents=clock.parents,
    )


def _shared(sums: Sums, flow: Flow | None) -> Sums:
    """Returns sums that rest on shares as well as on times."""
    assumed = flow is not None and flow.assumed
    return {part: replace(total, assumed=total.assumed or assumed) for part, total in sums.items()}


def main_way(ways: Ways) -> tuple[int, ...]:
    """Returns the steps of the way that most go, from step to step ahead, by position."""
    way, at = [], ways.starts[0] if ways.exits else None
    while at is not None:
        way.append(at)
        ahead = [each for each in ways.exits[at].ways if not each.back and each.is_open]
        at = min(ahead, key=_by_share).target if ahead else None
    return tuple(way)


def _by_share(way: Transition) -> tuple[float, float]:
    """Puts the way that most take first, of equals the one to the nearest step."""
    return -(way.share or 0.0), inf if way.target is None else way.target


def _visits(flow: Flow | None) -> Mapping[int, float] | None:
    if flow is None or not all(isfinite(each.visits) for each in flow.steps):
        return None
    return {each.step.position: each.visits for each in flow.steps if each.visits}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Clock:
    """Adds up the times of a map.

    Attributes:
        journey_map: the map.
        parents: per step the position of the one that it runs beside.
        known: what each step adds, by the identity of the weights, which outlive the clock.
        counted: the steps that the weights count by the position of their stage, and at None all.
    """

    journey_map: JourneyMap
    parents: tuple[int | None, ...]
    known: dict[int, tuple[Mapping[int, float], ...]] = field(default_factory=dict)
    counted: dict[int, Mapping[int | None, list[PlacedStep]]] = field(default_factory=dict)

    def sums(self, weights: Mapping[int, float], stage: PlacedStage | None) -> Sums:
        """Returns the sums of a stage, or of the whole map, each step so many times."""
        counted = self._counted(weights)
        steps = counted.get(None, [])
        here = counted.get(stage.position if stage else None, [])
        waits = [each for each in here if self._may_wait(each, steps)]
        told = [each for each in waits if each.step.wait and each.step.wait.announced is not None]
        silent = [each for each in told if each.step.wait and not each.step.wait.announced]
        known = sum(each.step.wait is not None for each in waits)
        active = self._total(weights, [each for each in here if not each.step.offstage], _active)
        waiting = self._total(weights, waits, _wait)
        dark = self._total(weights, silent, _wait)
        return {
            Part.ACTIVE: active,
            Part.WAITING: waiting,
            Part.UNPLANNED: self._total(weights, [e for e in waits if not _is_planned(e)], _wait),
            Part.SILENT: replace(dark, known=len(told), of=known),
            Part.ELAPSED: self._elapsed(weights, here),
        }

    def _counted(self, weights: Mapping[int, float]) -> Mapping[int | None, list[PlacedStep]]:
        """Returns the steps that count, by stage and all, looked for once for all stages."""
        if id(weights) not in self.counted:
            counted = defaultdict[int | None, list[PlacedStep]](list)
            for each in self.journey_map.steps:
                if each.position in weights:
                    counted[each.stage.position].append(each)
                    counted[None].append(each)
            self.counted[id(weights)] = counted
        return self.counted[id(weights)]

    def _may_wait(self, placed_step: PlacedStep, steps: Sequence[PlacedStep]) -> bool:
        """Tells whether a wait may follow: the last step and what runs beside another have none."""
        is_open = self.parents[placed_step.position] is None and placed_step is not steps[-1]
        return placed_step.step.wait is not None or is_open

    def _total(
        self,
        weights: Mapping[int, float],
        steps: Sequence[PlacedStep],
        time: Callable[[PlacedStep], Duration | None],
    ) -> Total:
        known = _timed(steps, time)

        def summed(measure: Callable[[Duration], float]) -> float:
            return fsum(_scaled(weights[each.position], measure(time)) for each, time in known)

        return Total(
            low=summed(_LOW),
            high=summed(_HIGH),
            days=summed(_MEAN),
            known=len(known),
            of=len(steps),
            about=any(length.about for _, length in known),
            assumed=self._is_assumed(known, time),
        )

    def _is_assumed(self, known: _Timed, time: Callable[[PlacedStep], Duration | None]) -> bool:
        for placed_step, _ in known:
            said = placed_step.step.wait if time is _wait else placed_step.step.duration
            if is_assumed(self.journey_map, placed_step, said.evidence if said else ()):
                return True
        return False

    def _elapsed(self, weights: Mapping[int, float], steps: Sequence[PlacedStep]) -> Total:
        times = [(_timed(steps, time), time) for time in (_active, _wait)]
        assumed = [self._is_assumed(*each) for each in times]
        places = [each.position for each in steps]
        known = sum(bool(each.step.duration or each.step.wait) for each in steps)
        low, high, days = (fsum(each[at] for at in places) for each in self._lengthened(weights))
        return Total(
            low=low,
            high=high,
            days=days,
            known=known,
            of=len(steps),
            about=any(length.about for timed, _ in times for _, length in timed),
            assumed=any(assumed),
        )

    def _lengthened(self, weights: Mapping[int, float]) -> tuple[Mapping[int, float], ...]:
        """Returns what each step adds, at least, at most and on average, once for all stages."""
        if id(weights) not in self.known:
            measures = (_LOW, _HIGH, _MEAN)
            self.known[id(weights)] = tuple(self._added(weights, each) for each in measures)
        return self.known[id(weights)]

    def _added(
        self, weights: Mapping[int, float], measure: Callable[[Duration], float]
    ) -> Mapping[int, float]:
        """Returns by how much each step lengthens the journey, those beside others added last."""
        own = {
            each.position: fsum(map(measure, filter(None, (_active(each), _wait(each)))))
            for each in self.journey_map.steps
            if each.position in weights
        }
        children: dict[int, list[int]] = {at: [] for at in own}
        for at in own:
            if (parent := self.parents[at]) in children and parent is not None:
                children[parent].append(at)
        whole: dict[int, float] = {}
        for at in sorted(own, reverse=True):
            whole[at] = max(own[at], fsum(whole[child] for child in children[at]))
        added: dict[int, float] = {}
        for at, length in own.items():
            beside = {child: whole[child] for child in children[at]}
            if self.parents[at] in own:  # it has been counted with what runs beside it
                added.update(
                    (child, _scaled(max(weights[child] - weights[at], 0.0), days))
                    for child, days in beside.items()
                )
            else:
                added[at] = _scaled(weights[at], length)
                added.update(_beside(weights, at, length, beside))
        return added


def _timed(steps: Sequence[PlacedStep], time: Callable[[PlacedStep], Duration | None]) -> _Timed:
    """Returns the steps of which a time is recorded, each with it."""
    return [(each, length) for each in steps if (length := time(each))]


def _beside(
    weights: Mapping[int, float], at: int, own: float, children: Mapping[int, float]
) -> Iterable[tuple[int, float]]:
    """Gives by how much steps beside another one lengthen it, one after the other.

    Those who did the ones before are longer by what goes on, those who skipped them by what this
    one takes beyond the step itself, and those who were not at that step by all of it.
    """
    gone, fewest = 0.0, weights[at]
    for child, length in children.items():
        both = min(weights[child], fewest)
        alone = max(min(weights[child], weights[at]) - both, 0.0)
        without = max(weights[child] - weights[at], 0.0)
        yield (
            child,
            _scaled(both, _more(max(own, gone + length), max(own, gone)))
            + _scaled(alone, _more(max(own, length), own))
            + _scaled(without, length),
        )
        gone, fewest = gone + length, both


def _more(longer: float, shorter: float) -> float:
    return 0.0 if longer == shorter else longer - shorter


def _scaled(weight: float, days: float) -> float:
    return weight * days if days else 0.0


def _active(placed_step: PlacedStep) -> Duration | None:
    return placed_step.step.duration.time if placed_step.step.duration else None


def _is_planned(placed_step: PlacedStep) -> bool:
    return placed_step.step.wait is not None and placed_step.step.wait.planned is True


def _wait(placed_step: PlacedStep) -> Duration | None:
    return placed_step.step.wait.time if placed_step.step.wait else None


_LOW, _HIGH, _MEAN = attrgetter("low"), attrgetter("high"), attrgetter("days")
