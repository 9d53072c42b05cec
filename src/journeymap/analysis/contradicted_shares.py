"""Readings of how many go on, leave or come that do not go with the shares of a map."""

from collections.abc import Iterator, Sequence
from math import fsum, isfinite

from journeymap.analysis.contradiction import (
    POINTS,
    Against,
    Contradiction,
    Held,
    Range,
    are_of_one_time,
    goes_with,
    is_near,
    share_goes_with,
)
from journeymap.analysis.evidence import Standing, is_assumed
from journeymap.analysis.figures import shares_of
from journeymap.analysis.flow import Flow, StepFlow
from journeymap.analysis.last_stage_shares import of_the_last
from journeymap.analysis.one_way_shares import of_first_try, of_one_way
from journeymap.analysis.stated_shares import (
    going_on_at,
    is_of_the_end,
    is_stated,
    leaving_at,
    of_whole,
    recorded_at,
    rest_of,
    stated_at,
)
from journeymap.analysis.transitions import Transitions, Ways
from journeymap.model.between import Outcome
from journeymap.model.journey_map import JourneyMap, PlacedStage, PlacedStep
from journeymap.model.metric_names import Topic, period, share_a_word, topics
from journeymap.model.vocabulary import MetricKind
from journeymap.quick_dataclass import dataclass

_SHARES = frozenset({MetricKind.CONVERSION, MetricKind.COUNT, MetricKind.OTHER, None})
"""Kinds of metric that read a share where their unit is per cent; a conversion always does."""
_DAYS = {"day": 1.0, "week": 7.0, "month": 30.4375, "quarter": 91.3125, "year": 365.25}
_OFTEN = 1.5
"""From so many visits a head on a map without a way back lacks one; house."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ShareReader:
    """Holds readings of shares and of counts against the flow through a map."""

    journey_map: JourneyMap
    ways: Ways
    flow: Flow

    def of_step(self, held: Held, placed_step: PlacedStep) -> Iterator[Contradiction]:
        """Yields a reading at a step that fits none of the shares there, or of who comes."""
        share, at = share_of(held), placed_step.position
        if share is None:
            yield from self._count(held, placed_step)
            return
        if _is_of_coming(held, placed_step):
            yield from self._coming_to(held, share, placed_step)
            return
        if at == len(self.flow.steps) - 1 and is_of_the_end(held):
            yield from self._at_end(held, share)
            return
        about = self._about(held, placed_step)
        own, before = self.ways.exits[at], self.ways.exits[at - 1 : at] if at else ()
        arrives = Topic.ARRIVING in topics(held.metric.label) or not is_stated(own)
        stated = [each for each in (own, *(before if arrives else ())) if is_stated(each)]
        if about and stated and not self._is_explained(share, held, about, stated):
            yield from self._told(held, share, about, stated[0], firm=stated[0].step is placed_step)
        elif about in {None, Against.GOING_ON} and is_stated(own):
            yield from self._held_there(held, share, own)
            yield from of_first_try(self.journey_map, held, share, own)

    def _held_there(self, held: Held, share: float, own: Transitions) -> Iterator[Contradiction]:
        """Yields a share of what takes place at a step that is more than the map has going on.

        In time or at all: what is held in time is a part of what is held. Of those who come or of
        what is booked, nobody can tell, so that is asked, and only where no more than half as many
        are missing as the map loses there.
        """
        said, most = topics(held.metric.label), going_on_at(own).high
        named = share_a_word(held.metric.label, own.step.label)
        if Topic.HELD not in said or Topic.THINGS in said or not named:
            return
        off = share - held.slack / 100 - most
        if off > POINTS and 2 * (1 - share) <= 1 - most:
            yield from self._off(held, Against.GOING_ON, own, _one(most), asked=True)

    def _coming_to(
        self, held: Held, share: float, placed_step: PlacedStep
    ) -> Iterator[Contradiction]:
        """Yields a share of those who come to a step that none of the steps before can begin.

        Of whom it is a share the map cannot tell, so that is asked: of all who begin, or of those
        who begin a stage before.
        """
        steps = self.flow.steps
        before = steps[: placed_step.position + 1]
        comes = before[-1].people
        bases = [comes / each.people for each in before if each.people]
        first = [
            comes / each.people
            for i, each in enumerate(before[:-1])
            if each.people
            and (i == 0 or each.step.stage.position != before[i - 1].step.stage.position)
        ]
        known = [each for each in first if each < 1 - POINTS]
        slack = held.slack / 100
        if not known or any(share_goes_with(share, slack, _one(each)) for each in bases):
            return
        if are_of_one_time(self.journey_map, held.reading, placed_step, ()):
            yield Contradiction(
                held=held,
                against=Against.REACHING,
                step=placed_step,
                recorded=Range(low=min(known), high=max(known)),
                assumed=before[-1].standing is Standing.ASSUMED,
                firm=False,
                asked=True,
            )

    def _at_end(self, held: Held, share: float) -> Iterator[Contradiction]:
        """Yields a share of those who finish, read at the end, that more have than come so far.

        Of whom it is a share the map cannot tell, so that is asked: of all who begin, or of those
        who are still there. One that goes with those who begin any stage is explained.
        """
        flow, slack = self.flow, held.slack / 100
        first = [
            each
            for i, each in enumerate(flow.steps)
            if i == 0 or each.step.stage.position != flow.steps[i - 1].step.stage.position
        ]
        known = (_one(each.completion) for each in first if each.completion < 1)
        most = flow.completion + flow.neither + flow.unknown + flow.endless
        if share - slack - most <= POINTS or any(share_goes_with(share, slack, e) for e in known):
            return
        if are_of_one_time(self.journey_map, held.reading, None, ()):
            yield Contradiction(
                held=held,
                against=Against.COMPLETING,
                step=None,
                recorded=Range(low=flow.completion, high=most),
                assumed=flow.assumed,
                firm=False,
                asked=True,
            )

    def of_stage(self, held: Held, stage: PlacedStage) -> Iterator[Contradiction]:
        """Yields a reading of a stage that fits neither what it keeps nor a step that it names."""
        share = share_of(held)
        steps = [each for each in self.flow.steps if each.step.stage.position == stage.position]
        exits = [self.ways.exits[each.step.position] for each in steps]
        stated = [each for each in exits if is_stated(each)]
        about = _topic(held, *(each.step.label for each in stated))
        if share is not None and about is None:
            yield from of_one_way(self.journey_map, held, share, stated)
        is_last = bool(steps) and steps[-1].step.position == len(self.flow.steps) - 1
        if share is not None and is_last and not stated and is_of_the_end(held):
            yield from self._at_end(held, share)
        if share is None or about is None or not stated:
            return
        if self._is_explained(share, held, about, stated):
            return
        if whole := of_whole(held):
            yield from self._whole(held, share, whole, _kept(steps, exits))
            return
        named = [each for each in stated if share_a_word(held.metric.label, each.step.label)]
        if len(named) == 1:
            yield from self._told(held, share, about, named[0], firm=False)

    def of_map(self, held: Held) -> Iterator[Contradiction]:
        """Yields a reading of the map that does not fit how many complete the journey."""
        share, whole = share_of(held), of_whole(held)
        if share is None or whole is None:
            yield from of_the_last(self.journey_map, held, share, self.flow)
            return
        flow = self.flow
        others = flow.neither + flow.unknown + flow.endless
        kept = Range(low=flow.completion, high=flow.completion + others)
        yield from self._whole(held, share, whole, kept)

    def _whole(
        self, held: Held, share: float, about: Against, kept: Range
    ) -> Iterator[Contradiction]:
        """Yields a reading of all who start, or who begin a stage.

        More who are kept than the map has left can only be wrong; fewer may have left where it does
        not say so.
        """
        recorded = kept if about is Against.COMPLETING else rest_of(kept)
        if share_goes_with(share, held.slack / 100, recorded):
            return
        kept_read = share if about is Against.COMPLETING else 1 - share
        if are_of_one_time(self.journey_map, held.reading, None, ()):
            yield Contradiction(
                held=held,
                against=about,
                step=None,
                recorded=recorded,
                assumed=self.flow.assumed,
                firm=kept_read > kept.high,
            )

    def _told(
        self, held: Held, share: float, about: Against, exits: Transitions, *, firm: bool
    ) -> Iterator[Contradiction]:
        recorded = recorded_at(exits, about)
        is_none = share == 0 or (recorded is not None and recorded.high == 0)
        if recorded is None or not (is_none or is_near(share, recorded)):
            return
        if not share_goes_with(share, held.slack / 100, recorded):
            yield from self._off(held, about, exits, recorded, firm=firm)

    def _off(  # noqa: PLR0913 - all that a contradiction at a step says
        self,
        held: Held,
        about: Against,
        exits: Transitions,
        recorded: Range,
        *,
        firm: bool = False,
        asked: bool = False,
    ) -> Iterator[Contradiction]:
        own = [each for leak in exits.step.step.leaks for each in leak.evidence]
        if are_of_one_time(self.journey_map, held.reading, exits.step, own):
            yield Contradiction(
                held=held,
                against=about,
                step=exits.step,
                recorded=recorded,
                assumed=any(
                    self._is_assumed(exits.step, each) for each in shares_of(exits.step.step)
                ),
                firm=firm,
                asked=asked,
            )

    def _is_assumed(self, placed_step: PlacedStep, own: Sequence[str]) -> bool:
        return is_assumed(self.journey_map, placed_step, own)

    def _about(self, held: Held, placed_step: PlacedStep) -> Against | None:
        """Returns what a reading of a step is about, by its name or by that of the next step."""
        if about := _topic(held, placed_step.label):
            return about
        after = self.journey_map.steps[placed_step.position + 1 :][:1]
        goes_on = held.metric.item.kind is MetricKind.CONVERSION and any(
            share_a_word(held.metric.label, each.label) for each in after
        )
        is_timed = topics(held.metric.label) & {Topic.TIMED, Topic.THINGS}
        return Against.GOING_ON if goes_on and not is_timed else None

    def _is_explained(
        self, share: float, held: Held, about: Against, near: Sequence[Transitions]
    ) -> bool:
        """Tells whether a share goes with any that the map states or computes near it.

        All and none, which a map has at every other step, explain nothing.
        """
        steps = [self.flow.steps[each.step.position] for each in near]
        said = topics(held.metric.label)
        every = [known for each in near for known in stated_at(each, about)]
        if about is Against.LEAVING:
            every += [each.lost for each in steps]
        else:
            every += [1 - known for known in every]
        if Topic.CONVERTING in said:
            every += [known for each in near for known in (self._coming(each), self._after(each))]
        if Topic.COMPLETING in said:
            every += [self.flow.completion, *(each.completion for each in steps)]
        slack = held.slack / 100
        known = (Range(low=each, high=each) for each in every if 0 < each < 1)
        return any(share_goes_with(share, slack, each) for each in known)

    def _coming(self, exits: Transitions) -> float:
        """Returns the share of all who come to a step."""
        return self.flow.steps[exits.step.position].people

    def _after(self, exits: Transitions) -> float:
        """Returns the share of all who come to a step and do not leave there."""
        return self._coming(exits) * (1 - leaving_at(exits).high)

    def _count(self, held: Held, placed_step: PlacedStep) -> Iterator[Contradiction]:
        step, metric = self.flow.steps[placed_step.position], held.metric
        if metric.item.kind not in _SHARES - {MetricKind.CONVERSION}:
            return
        if Topic.EACH in topics(f"{metric.label} {metric.item.unit or ''}"):
            yield from self._visits(held, step)
        elif (volume := self._volume(held)) is not None:
            yield from self._volume_of(held, step, volume)

    def _visits(self, held: Held, step: StepFlow) -> Iterator[Contradiction]:
        """Yields how often somebody is said to come, where the map has another number of it."""
        recorded = Range(low=min(step.times, step.visits), high=step.times)
        is_about = share_a_word(held.metric.label, step.step.label) or "visit" in held.metric.id
        if not is_about or not isfinite(step.times) or held.value < _OFTEN:
            return
        if not goes_with(held.value, held.slack, recorded) and is_near(held.value, recorded):
            yield Contradiction(
                held=held,
                against=Against.VISITS,
                step=step.step,
                recorded=Range(low=step.times, high=step.times),
                assumed=self.flow.assumed,
                firm=step.times > 1,
            )

    def _volume(self, held: Held) -> float | None:
        """Returns how many begin in the time over which a metric counts; None where none is said.

        None as well for what does not count those whose journey it is.
        """
        starts = self.journey_map.journey.starts
        counted = period(f"{held.metric.item.unit or ''} {held.metric.label}")
        if starts is None or counted is None:
            return None
        return starts.n * _DAYS[counted] / _DAYS[starts.per]

    def _volume_of(self, held: Held, step: StepFlow, volume: float) -> Iterator[Contradiction]:
        name = f"{held.metric.label} {held.metric.item.unit or ''}"
        said = topics(name)
        is_about = share_a_word(name, step.step.label) or Topic.PEOPLE in said
        if not is_about or Topic.THINGS in said or not isfinite(step.visits):
            return
        leaves = bool(said & {Topic.LEAVING, Topic.LOSING, Topic.GIVING_UP})
        lost = _lost(step, self.ways.exits[step.step.position])
        ends = (lost, lost) if leaves else (step.people, step.visits)
        recorded = Range(low=volume * min(ends), high=volume * max(ends))
        fits = goes_with(held.value, held.slack, recorded)
        if not fits and is_near(held.value, recorded):
            yield Contradiction(
                held=held,
                against=Against.LOST if leaves else Against.COMING,
                step=step.step,
                recorded=recorded,
                assumed=(step.lost_standing if leaves else step.standing) is Standing.ASSUMED,
                firm=held.value < recorded.low,
            )


def share_of(held: Held) -> float | None:
    """Returns the share that is read, 0 to 1; None where a reading is of something else."""
    metric = held.metric.item
    is_percent = metric.is_percent
    is_share = metric.kind is MetricKind.CONVERSION and (is_percent or not metric.unit)
    if not is_share and not (is_percent and metric.kind in _SHARES):
        return None
    share = held.value if not is_percent and held.value < 1 else held.value / 100
    return share if 0 <= share <= 1 else None


def _topic(held: Held, *steps: str) -> Against | None:
    """Returns whether a share is of those who go on or who leave; None where its name is silent.

    "Lost" and the like are of those who leave where people are named, or what is done at a step.

    Args:
        held: the reading.
        steps: what the steps are called that it may be about.
    """
    name = held.metric.label
    said = topics(name)
    if said & {Topic.TIMED, Topic.THINGS}:
        return None
    if Topic.COMING_BACK in said:
        return Against.COMING_BACK
    own = Topic.PEOPLE in said or any(share_a_word(name, each) for each in steps)
    if said & {Topic.LEAVING, Topic.GIVING_UP} or (Topic.LOSING in said and own):
        return Against.LEAVING
    return Against.GOING_ON if said & {Topic.GOING_ON, Topic.COMPLETING} else None


def _is_of_coming(held: Held, placed_step: PlacedStep) -> bool:
    """Tells whether a share is by its name of those who come to a step."""
    said = topics(held.metric.label)
    reaches = Topic.REACHING in said and not said & {Topic.TIMED, Topic.THINGS}
    return reaches and share_a_word(held.metric.label, placed_step.label)


def _one(share: float) -> Range:
    return Range(low=share, high=share)


def _lost(step: StepFlow, exits: Transitions) -> float:
    ends = fsum(way.share or 0.0 for way in exits.ways if way.counts is Outcome.LOST and way.ends)
    return step.lost + step.visits * ends


def _kept(steps: Sequence[StepFlow], exits: Sequence[Transitions]) -> Range:
    """Returns the share of those who begin a stage who are not lost in it."""
    begin = max((each.people for each in steps), default=0.0)
    if not begin:
        return Range(low=0.0, high=1.0)
    lost = fsum(_lost(step, each) for step, each in zip(steps, exits, strict=True)) / begin
    unknown = fsum(step.unknown for step in steps) / begin
    return Range(low=max(1 - lost - unknown, 0.0), high=max(1 - lost, 0.0))
