"""What is computed from a map by itself, each number once, whatever counts for how much."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from typing import Self

from journeymap.analysis import emotion
from journeymap.analysis.continuity import Continuity, continuity
from journeymap.analysis.contradiction import Contradiction
from journeymap.analysis.contradictions import contradictions
from journeymap.analysis.coverage import Coverage, coverage
from journeymap.analysis.deadlines import Due, deadlines
from journeymap.analysis.destinations import Loss, losses
from journeymap.analysis.effort import Asked, StepEffort, asked_twice, efforts
from journeymap.analysis.emotion import Curve
from journeymap.analysis.evidence import Standing, weights_standing
from journeymap.analysis.first_told import first_told
from journeymap.analysis.flow import Flow, flow
from journeymap.analysis.graph import Order
from journeymap.analysis.handoffs import Transfer, transfers
from journeymap.analysis.hazard import Hazard, hazards
from journeymap.analysis.held_times import HeldTime, held_times
from journeymap.analysis.houses import left_to_others
from journeymap.analysis.matrices import (
    ChannelMatrix,
    PeopleMatrix,
    channel_matrix,
    people_matrix,
)
from journeymap.analysis.quadrants import CrossHair, cross_hair
from journeymap.analysis.ratings import Rating, hardest, moment_of_truth, ratings
from journeymap.analysis.remedies import answers, recoveries
from journeymap.analysis.time import Times, times
from journeymap.analysis.together import Share, flow_together, times_together, ways_together
from journeymap.analysis.transitions import Ways, find_ways, order_of
from journeymap.analysis.trust import Trust, trust
from journeymap.model.journey_map import JourneyMap, PlacedOpportunity, PlacedStep
from journeymap.model.names import Route
from journeymap.quick_dataclass import dataclass


@dataclass(frozen=True, kw_only=True)
class Measures:
    """What is computed from a map, when it is first asked for.

    Attributes:
        journey_map: the map.
    """

    journey_map: JourneyMap

    @cached_property
    def of_each(self) -> Mapping[str, Self]:
        """What is computed of each persona alone, by id; empty where there is only one."""
        people = self.journey_map.personas_chosen
        own = (each.id for each in people if len(people) > 1)
        return {who: replace(self, journey_map=self.journey_map.of_one(who)) for who in own}

    @cached_property
    def _shares(self) -> tuple[Share, ...]:
        weights, known = self.journey_map.persona_weights, weights_standing(self.journey_map)
        return tuple(
            Share(weight=weights[who], standing=known, ways=own.ways, flow=own.flow)
            for who, own in self.of_each.items()
        )

    def is_weighed(self, position: int) -> bool:
        """Tells whether shares at a step are means of personas whose weights are assumed."""
        exits = [own.ways.exits[position] for own in self.of_each.values()]
        differ = len({(each.ways, each.leaks) for each in exits}) > 1
        return differ and self._shares[0].standing is Standing.ASSUMED

    @cached_property
    def ways(self) -> Ways:
        """Where everybody goes from each step, of several personas all together."""
        if self.of_each:
            return ways_together(self.journey_map, self._shares)
        return find_ways(self.journey_map)

    @cached_property
    def order(self) -> Order:
        """Which step comes later than which on every way."""
        return order_of(self.ways)

    @cached_property
    def curves(self) -> tuple[Curve, ...]:
        """How everybody feels of whom an emotion is known, the persona first."""
        return emotion.curves(self.journey_map)

    @cached_property
    def curve(self) -> Curve:
        """How the persona feels."""
        return emotion.curve(self.journey_map)

    @cached_property
    def ratings(self) -> tuple[Rating, ...]:
        """What the persona says of each step, in points of 0 to 10."""
        return ratings(self.journey_map)

    @cached_property
    def hardest(self) -> tuple[Rating, ...]:
        """What the persona says of each step whom it falls furthest short for."""
        own = [ratings(self.journey_map, who) for who in self.of_each]
        return tuple(map(hardest, zip(*own, strict=True))) if own else self.ratings

    @cached_property
    def cross_hair(self) -> CrossHair:
        """Where the quadrants of what the persona says meet: at the mean of the rated steps."""
        return self.cross_hair_of(self.journey_map.persona_id)

    def cross_hair_of(self, person: str) -> CrossHair:
        """Returns where the quadrants of what somebody says meet."""
        return cross_hair(ratings(self.journey_map, person))

    @cached_property
    def moment_of_truth(self) -> Rating | None:
        """The step that falls furthest short of how much it matters to the persona, computed."""
        return moment_of_truth(self.ratings)

    @cached_property
    def hazards(self) -> tuple[Hazard, ...]:
        """How badly and how often each scored pain strikes."""
        return hazards(self.journey_map)

    @cached_property
    def coverage(self) -> Coverage:
        """How complete the map is, and how much of it is backed by evidence."""
        return coverage(self.journey_map)

    @cached_property
    def channel_matrix(self) -> ChannelMatrix:
        """Through which channels each stage takes place."""
        return channel_matrix(self.journey_map)

    @cached_property
    def people_matrix(self) -> PeopleMatrix:
        """What each step is for everybody who has a part in it."""
        return people_matrix(self.journey_map)

    @cached_property
    def flow(self) -> Flow | None:
        """Who completes the journey and who is lost where; None where no share is stated.

        Nor is there one where the ways are tangled.
        """
        if self.of_each:
            return flow_together(self.journey_map, self._shares)
        return flow(self.journey_map, self.ways)

    @property
    def is_tangled(self) -> bool:
        """Whether shares are stated, and ways cross too often for a flow to be computed."""
        own = self.of_each.values() or (self,)
        return any(each.ways.has_shares and each.flow is None for each in own)

    @cached_property
    def losses(self) -> tuple[Loss, ...]:
        """Those who leave, by where they go, the largest loss first."""
        alone = Share(weight=1.0, standing=Standing.MEASURED, ways=self.ways, flow=self.flow)
        return losses(self.journey_map, self._shares or (alone,))

    @cached_property
    def times(self) -> Times:
        """How long the journey takes, active and waiting."""
        if self.of_each:
            own = [each.times for each in self.of_each.values()]
            return times_together(self.journey_map, own, self._shares)
        return times(self.journey_map, self.ways, self.flow)

    @cached_property
    def held_times(self) -> tuple[HeldTime, ...]:
        """What was measured of how long stages and the journey take, beside the sums of it."""
        return held_times(self.journey_map, self.times)

    @cached_property
    def contradictions(self) -> tuple[Contradiction, ...]:
        """Which readings do not go with the times and shares that the map records."""
        return contradictions(self.journey_map, self.times, self.ways, self.flow)

    @cached_property
    def deadlines(self) -> tuple[Due, ...]:
        """Which steps are to begin within which time, and whether they do."""
        return deadlines(self.journey_map, self.ways)

    @cached_property
    def continuity(self) -> Continuity:
        """How far contacts are with the same people and organisations of care."""
        return continuity(self.journey_map, self.ways, self.flow, self.times.main_way)

    @cached_property
    def transfers(self) -> tuple[Transfer, ...]:
        """Where somebody passes from one serving party to another."""
        return transfers(self.journey_map, self.ways)

    @cached_property
    def transfers_at(self) -> Mapping[int, Sequence[Transfer]]:
        """The same by the position of the step."""
        found: defaultdict[int, list[Transfer]] = defaultdict(list)
        for transfer in self.transfers:
            found[transfer.step.position].append(transfer)
        return found

    @cached_property
    def first_told(self) -> Mapping[str, int]:
        """The position of the first step at which each information is given or got, by its id."""
        return first_told(self.journey_map, self.journey_map.steps)

    @cached_property
    def left_to_others(self) -> frozenset[int]:
        """The steps, by position, in which the map's own organisation has no part."""
        return left_to_others(self.journey_map)

    @cached_property
    def asked_twice(self) -> tuple[Asked, ...]:
        """What is asked again on every way."""
        return asked_twice(self.journey_map, self.ways)

    @cached_property
    def asked_again_at(self) -> Mapping[str, Sequence[Asked]]:
        """The same by the id of the step."""
        found: defaultdict[str, list[Asked]] = defaultdict(list)
        for asked in self.asked_twice:
            found[asked.step.id].append(asked)
        return found

    @cached_property
    def efforts(self) -> tuple[StepEffort, ...]:
        """What makes each step laborious."""
        return efforts(self.ways, self.asked_twice)

    @cached_property
    def trust(self) -> Trust | None:
        """How engagement grows along the ways; None where no step has a level."""
        return trust(self.journey_map, self.ways)

    @cached_property
    def answers(self) -> Mapping[Route, tuple[PlacedOpportunity, ...]]:
        """The opportunities that solve each pain, by the pain's route."""
        return answers(self.journey_map)

    @cached_property
    def unanswered(self) -> tuple[Route, ...]:
        """The routes of the pains that no opportunity solves, in order."""
        return tuple(
            each.route for each in self.journey_map.pains if each.route not in self.answers
        )

    @cached_property
    def recoveries(self) -> Mapping[Route, tuple[PlacedStep, ...]]:
        """The steps that make good for each pain, by the pain's route."""
        return recoveries(self.journey_map)
