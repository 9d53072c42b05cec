"""Readings of how long something takes that go with none of the times that a map records."""

from collections.abc import Iterator, Sequence

from journeymap.analysis.beside import parents
from journeymap.analysis.contradiction import (
    TOLERANCE,
    Against,
    Contradiction,
    Held,
    Range,
    are_of_one_time,
    goes_with,
    is_near,
    is_within,
)
from journeymap.analysis.deadlines import begins_after
from journeymap.analysis.evidence import evidence_for, is_assumed
from journeymap.analysis.recorded_times import (
    Recorded,
    goes_on,
    recorded_times,
    says_which,
    shorter,
    touches,
)
from journeymap.analysis.time import Part, Sums, Times
from journeymap.model.journey_map import JourneyMap, PlacedStage, PlacedStep
from journeymap.model.metric_names import Topic, is_of_all, names_apart, share_a_word, topics
from journeymap.model.units import days_per
from journeymap.model.vocabulary import MetricKind
from journeymap.quick_dataclass import dataclass

_TIMED = frozenset({MetricKind.DURATION, MetricKind.OTHER, None})
"""Kinds of metric that read a time where their unit is one."""
_REACH = 6
"""So many steps before and behind one may share a time with it; house."""
_GROSS = 1.5
"""From so many times as much, or as little, on two times cannot be meant alike; house."""
_SUMMED = 0.1
"""By so much of it a reading may lie beside a sum over several steps; house: sums fit by chance."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeReader:
    """Holds readings of times against a map."""

    journey_map: JourneyMap
    times: Times

    def of_step(self, held: Held, placed_step: PlacedStep) -> Iterator[Contradiction]:
        """Yields a reading at a step that fits neither it nor the wait before and behind it.

        Sums with what lies beside them fit as well: a wait may go on over several steps.
        """
        unit = _unit(held)
        if unit is None:
            return
        if Topic.ON_HOLD in topics(held.metric.label) and goes_on(placed_step):
            yield from self._within(held, unit, placed_step)
            return
        if span := self._between(held, placed_step):
            if not goes_with(held.value * unit, held.slack * unit, span.range):
                yield from self._told(held, unit, span)
            return
        yield from self._of_one(held, unit, placed_step)

    def _within(self, held: Held, unit: float, placed_step: PlacedStep) -> Iterator[Contradiction]:
        """Yields a time on hold or in a line that is longer than the step where it is read."""
        for each in shorter(placed_step, (held.value - held.slack) * unit):
            if are_of_one_time(self.journey_map, held.reading, placed_step, each.evidence):
                yield Contradiction(
                    held=held,
                    against=Against.WITHIN,
                    step=placed_step,
                    recorded=each.range,
                    assumed=is_assumed(self.journey_map, placed_step, each.evidence),
                    firm=True,
                )

    def _of_one(self, held: Held, unit: float, placed_step: PlacedStep) -> Iterator[Contradiction]:
        at = placed_step.position
        near = self.journey_map.steps[max(at - _REACH, 0) : at + _REACH + 1]
        known = [each for each in recorded_times(near) if _may_count(each, held)]
        places = [i for i, each in enumerate(known) if touches(each, at)]
        around = [known[i] for i in places]
        if around and _fits_a_sum(held, unit, known, (places[0], places[-1])):
            return
        if since := self._since(held, placed_step):
            if not goes_with(held.value * unit, held.slack * unit, since.range):
                yield from self._told(held, unit, since)
            return
        if over := self._spanned(held, unit, placed_step, known):
            yield from self._told(held, unit, over, asked=over.step is not placed_step)
            return
        if not around:
            return
        own = [each for each in around if each.step is placed_step]
        meant = self._meant(held, placed_step, around, own)
        is_own = meant is not None and meant.step is placed_step
        firm = is_own and says_which(held, own)
        yield from self._told(held, unit, meant, firm=firm)

    def _between(self, held: Held, placed_step: PlacedStep) -> Recorded | None:
        """Returns the times between two steps that a reading is called after, of which it is one.

        None where its name does not say from what to what, or a time between is not recorded.
        """
        if Topic.SPAN not in topics(held.metric.label):
            return None
        at, name, steps = placed_step.position, held.metric.label, self.journey_map.steps
        if not share_a_word(name, placed_step.label):
            return None
        above = self.times.parents
        if above[at] is not None:
            return None
        for low, high in ((i, at) for i in range(at - 1, max(at - _REACH, 0) - 1, -1)):
            if above[low] is None and names_apart(name, steps[low].label, placed_step.label):
                own_word = names_apart(name, placed_step.label, steps[low].label)
                line = [each for each in steps[low : high + 1] if above[each.position] is None]
                return self._line(line) if own_word else None
        return None

    def _line(self, steps: Sequence[PlacedStep]) -> Recorded | None:
        """Returns how long it takes from the first of some steps to the last, with both or without.

        A wait at a last step of waiting is a part. None where one is missing, or ways part.
        """
        first, *between, last = steps
        times = list(recorded_times(steps))
        has_times = {each.step.position for each in times if each.step is not last}
        alike = len({self.journey_map.takers(each) for each in steps}) == 1
        waits = [e for e in times if e.step is first and e.against is Against.WAIT]
        if not alike or not waits or any(each.position not in has_times for each in between):
            return None
        inner = [e for e in times if e.step is not last and e not in recorded_times([first])]
        waiting = Topic.WAITING in topics(last.label)
        inner += [e for e in times if waiting and e.step is last and e.against is Against.WAIT]
        ends = [e for e in times if e.step in (first, last) and e.against is Against.DURATION]
        least = sum(each.range.low for each in (*waits, *inner))
        most = sum(each.range.high for each in (*waits, *inner, *ends))
        return Recorded(
            step=first,
            against=Against.SINCE,
            range=Range(low=least, high=most),
            counts=frozenset(),
            evidence=waits[0].evidence,
            waits=tuple(e.step for e in (*waits, *inner) if e.against is Against.WAIT),
            until=next((each.step for each in inner[-1:] if each.step is last), None),
        )

    def of_stage(self, held: Held, stage: PlacedStage) -> Iterator[Contradiction]:
        """Yields a reading of a stage that fits no time in it and no sum of them."""
        sums, names = self.times.stages[stage.position], (stage.label,)
        steps = [each for each in self.journey_map.steps if each.stage.position == stage.position]
        before = self.journey_map.steps[: steps[0].position][-1:] if steps else ()
        if is_of_all(held.metric.label, *names):
            yield from self._whole(held, [sums.main, sums.expected])
        else:
            yield from self._of_several(held, steps, before)

    def of_map(self, held: Held) -> Iterator[Contradiction]:
        """Yields a reading of the map that fits no time in it and no sum of them."""
        whole, journey = self.times.whole, self.journey_map.journey
        if is_of_all(held.metric.label, journey.title):
            yield from self._whole(held, [whole.main, whole.expected])
        else:
            yield from self._of_several(held, self.journey_map.steps, ())

    def _of_several(
        self, held: Held, steps: Sequence[PlacedStep], before: Sequence[PlacedStep]
    ) -> Iterator[Contradiction]:
        unit, said = _unit(held), topics(held.metric.label)
        if unit is None or Topic.WHOLE in said:
            return
        known = [each for each in recorded_times(steps) if _may_count(each, held)]
        arrival = [each for each in recorded_times(before) if each.against is Against.WAIT]
        every = [*arrival, *known]
        if _fits_a_sum(held, unit, every, (0, len(every) - 1)):
            return
        meant = self._named(held, known)
        if meant is None and {Topic.WAITING, Topic.BEGINNING} <= said:
            # From where it counts no step of them says: it may be the wait before the first alone.
            meant = arrival[0] if len(arrival) == 1 else None
        elif meant is None and Topic.WAITING in said:
            waits = [each for each in known if each.against is Against.WAIT]
            waits = [each for each in waits if not each.planned] or waits
            meant = waits[0] if len(waits) == 1 else None
        if meant is None and held.metric.item.kind is MetricKind.DURATION:
            yield from self._told(held, unit, _only_longer(held, unit, known), asked=True)
            return
        yield from self._told(held, unit, meant, firm=False)

    def _whole(self, held: Held, sums: Sequence[Sums | None]) -> Iterator[Contradiction]:
        """Yields a reading of all of it: what is recorded alone may be more than that."""
        unit = _unit(held)
        if unit is None:
            return
        waiting = Topic.WAITING in topics(held.metric.label)
        part = Part.WAITING if waiting else Part.ELAPSED
        value, slack = held.value * unit, held.slack * unit
        totals = [each[part] for each in sums if each and each[part].is_known]
        ranges = [Range(low=each.low, high=each.high) for each in totals]
        if not totals or any(goes_with(value, slack, each) for each in ranges):
            return
        partial = any(each.known < each.of for each in totals)
        recorded, is_more = ranges[0], value > ranges[0].high
        if (partial and is_more) or not is_near(value, recorded):
            return
        if are_of_one_time(self.journey_map, held.reading, None, ()):
            yield Contradiction(
                held=held,
                against=Against.WHOLE_WAIT if waiting else Against.WHOLE_TIME,
                step=None,
                recorded=recorded,
                assumed=totals[0].assumed,
                partial=partial,
            )

    def _told(
        self,
        held: Held,
        unit: float,
        meant: Recorded | None,
        *,
        firm: bool = False,
        asked: bool = False,
    ) -> Iterator[Contradiction]:
        if meant is None or not _may_be_meant(held, unit, meant):
            return
        if are_of_one_time(self.journey_map, held.reading, meant.step, meant.evidence):
            yield Contradiction(
                held=held,
                against=meant.against,
                step=meant.step,
                waits=meant.waits,
                until=meant.until,
                recorded=meant.range,
                assumed=is_assumed(self.journey_map, meant.step, meant.evidence),
                firm=firm,
                asked=asked,
                gross=not is_within(held.value * unit, held.slack * unit, meant.range, _GROSS),
            )

    def _since(self, held: Held, placed_step: PlacedStep) -> Recorded | None:
        """Returns the times from the end of the step that a deadline counts from, in one.

        None where the step has no deadline, no wait lies on the way, or the reading is no duration.
        """
        above = parents(self.journey_map)
        after = begins_after(self.journey_map, placed_step, above)
        if after is None or held.metric.item.kind is not MetricKind.DURATION:
            return None
        on_the_way = self.journey_map.steps[after.position : placed_step.position]
        times = [
            each
            for each in recorded_times(
                [each for each in on_the_way if above[each.position] is None]
            )
            if each.step is not after or each.against is Against.WAIT
        ]
        waits = [each for each in times if each.against is Against.WAIT]
        if not waits:
            return None
        everybody = len(self.journey_map.takers(after))
        low = [e.range.low for e in times if len(self.journey_map.takers(e.step)) >= everybody]
        return Recorded(
            step=after,
            against=Against.SINCE,
            range=Range(low=sum(low), high=sum(each.range.high for each in times)),
            counts=frozenset(),
            evidence=waits[0].evidence,
            waits=tuple(each.step for each in waits),
        )

    def _spanned(
        self, held: Held, unit: float, placed_step: PlacedStep, known: Sequence[Recorded]
    ) -> Recorded | None:
        """Returns the wait that the time to something goes over, if that wait alone is longer.

        What is read where the wait begins, of what comes later, has the wait in it. What is read
        where it ends has the last wait before in it, unless it begins behind that.
        """
        said = topics(held.metric.label)
        if Topic.SPAN not in said or said & {Topic.BEGINNING, Topic.WAITING}:
            return None
        at, label = placed_step.position, held.metric.label
        waits = [each for each in known if each.against is Against.WAIT]
        if share_a_word(label, placed_step.label):
            over = next((each for each in reversed(waits) if each.step.position < at), None)
        else:
            later = self.journey_map.steps[at + 1 :]
            named = any(share_a_word(label, f"{each.label} {each.stage.label}") for each in later)
            over = next((each for each in waits if named and each.step is placed_step), None)
        if over is None or self._fits_behind(held, unit, over, at, known):
            return None
        low = over.range.low * (1 - self._tolerance(held, placed_step, over))
        return over if (held.value + held.slack) * unit < low else None

    def _fits_behind(
        self, held: Held, unit: float, over: Recorded, at: int, known: Sequence[Recorded]
    ) -> bool:
        """Tells whether what is read may begin behind a wait, and goes with the times there."""
        behind = [each for each in known if over.step.position < each.step.position <= at]
        return bool(behind) and _fits_a_sum(held, unit, behind, (0, len(behind) - 1))

    def _tolerance(self, held: Held, placed_step: PlacedStep, time: Recorded) -> float:
        """Returns by how much two times may differ: of one source by rounding only."""
        read = evidence_for(self.journey_map, placed_step, held.reading.evidence)
        recorded = evidence_for(self.journey_map, time.step, time.evidence)
        return _SUMMED if read and set(read) == set(recorded) else TOLERANCE

    def _meant(
        self,
        held: Held,
        placed_step: PlacedStep,
        around: Sequence[Recorded],
        own: Sequence[Recorded],
    ) -> Recorded | None:
        """Returns which time a reading at a step is about; None where its name does not say."""
        said, unit = topics(held.metric.label), _unit(held) or 0.0
        by_kind = {each.against: each for each in own}
        wait, active = by_kind.get(Against.WAIT), by_kind.get(Against.DURATION)
        open_ended = Topic.BEGINNING if Topic.WAITING in said else Topic.SPAN
        if open_ended in said and not self._is_named(held, placed_step):
            return None  # it may begin and end anywhere
        if Topic.WAITING in said:
            waits = Topic.WAITING in topics(placed_step.label)
            return wait or (active if waits else None) or next(iter(around), None)
        if active is not None and held.metric.item.kind is not MetricKind.OTHER:
            near = [each for each in around if _may_be_meant(held, unit, each)]
            own_near = (each for each in near if each is active)
            return next(own_near, None) or next(iter(near), None)
        spans = Topic.SPAN in said and held.value * unit >= 1
        return wait if spans else None

    def _is_named(self, held: Held, placed_step: PlacedStep) -> bool:
        """Tells whether a reading is called after a step, or after the one behind it."""
        near = self.journey_map.steps[placed_step.position : placed_step.position + 2]
        return any(share_a_word(held.metric.label, each.label) for each in near)

    def _named(self, held: Held, known: Sequence[Recorded]) -> Recorded | None:
        """Returns the one wait whose step, or the one behind it, a reading is called after."""
        said = topics(held.metric.label)
        if not said & {Topic.WAITING, Topic.SPAN}:
            return None
        waits = (each for each in known if each.against is Against.WAIT)
        named = [each for each in waits if self._is_named(held, each.step)]
        return named[0] if len(named) == 1 else None


def _may_count(time: Recorded, held: Held) -> bool:
    """Tells whether a time may be a part of what is read: of a wait, waits and steps of waiting."""
    is_wait = time.against is Against.WAIT or Topic.WAITING in topics(time.step.label)
    return is_wait or Topic.WAITING not in topics(held.metric.label)


def _unit(held: Held) -> float | None:
    """Returns how many days the unit of a reading has; None for what is no time."""
    metric = held.metric.item
    return days_per(metric.unit) if metric.unit and metric.kind in _TIMED else None


def _only_longer(held: Held, unit: float, known: Sequence[Recorded]) -> Recorded | None:
    """Returns the shortest unplanned wait of a stage that is read, where its time is shorter."""
    waits = [each for each in known if each.against is Against.WAIT and not each.planned]
    wait = min(waits, key=lambda each: each.range.low, default=None)
    called = len(waits) == 1 or (wait and share_a_word(held.metric.label, wait.step.stage.label))
    if wait is None or not called or held.value * unit < 1:
        return None
    least = wait.range.low * (1 - TOLERANCE * (len(waits) > 1))
    return wait if (held.value + held.slack) * unit < least else None


def _fits_a_sum(
    held: Held, unit: float, known: Sequence[Recorded], around: tuple[int, int]
) -> bool:
    """Tells whether a reading goes with some times in a row, of which one lies between places."""
    value, slack = held.value * unit, held.slack * unit
    begins, ends = around
    for first in range(ends + 1):
        low = high = 0.0
        for last in range(first, len(known)):
            low, high = low + known[last].range.low, high + known[last].range.high
            is_one = known[first].step.position == known[last].step.position
            tolerance = TOLERANCE if is_one else _SUMMED
            recorded = Range(low=low, high=high)
            if last >= begins and goes_with(value, slack, recorded, tolerance):
                return True
            if low * (1 - TOLERANCE) > value + slack:  # and it only grows
                break
    return False


def _may_be_meant(held: Held, unit: float, time: Recorded) -> bool:
    """Tells whether a time is about as long, or the same number of another unit."""
    # Nobody is on hold for days: what is read is another wait then.
    for_days = Topic.ON_HOLD in topics(held.metric.label) and time.range.low >= 1
    slipped = held.value in time.counts and held.value > 1 and not for_days
    return slipped or is_near(held.value * unit, time.range)
