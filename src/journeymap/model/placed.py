"""Stages, steps, pains and opportunities where they stand in a map, with their ids."""

from collections.abc import Iterable, Iterator, Sequence
from typing import TypeVar

from journeymap.model.ids import derive_ids
from journeymap.model.journey import Journey, Stage
from journeymap.model.names import Defined, Route
from journeymap.model.pains import Opportunity, Pain
from journeymap.model.step import Step
from journeymap.model.unread import UnreadText, collected, is_unread, naming, one_by_one, readable
from journeymap.quick_dataclass import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacedStage:
    """A stage where it stands; of a map without stages the unnamed one."""

    stage: Stage
    id: str
    route: Route
    position: int

    @property
    def label(self) -> str:
        """Its name, empty for an unnamed stage."""
        return naming(self.stage, "name")[1]


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacedPain:
    """A pain where it stands."""

    pain: Pain
    id: str
    route: Route

    @property
    def label(self) -> str:
        """What hurts, as it was written."""
        return self.pain.text


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacedOpportunity:
    """An opportunity where it stands."""

    opportunity: Opportunity
    id: str
    route: Route

    @property
    def label(self) -> str:
        """What could be done, as it was written."""
        return self.opportunity.text


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacedStep:
    """A step where it stands.

    Attributes:
        step: what was written.
        id: its id, written or derived.
        route: where it stands in the file.
        stage: the stage it belongs to.
        position: its place in the order of all steps, from 0.
        pains: its pains with their ids.
        opportunities: its opportunities with their ids.
    """

    step: Step
    id: str
    route: Route
    stage: PlacedStage
    position: int
    pains: tuple[PlacedPain, ...]
    opportunities: tuple[PlacedOpportunity, ...]

    @property
    def label(self) -> str:
        """What happens, as it was written."""
        return self.step.action


P = TypeVar("P", PlacedStage, PlacedStep, PlacedPain, PlacedOpportunity)


def place_stages(journey: Journey) -> tuple[PlacedStage, ...]:
    """Returns the stages of a journey in order; for `steps` without one, an unnamed stage."""
    ids = derive_ids((naming(stage, "name") for stage in readable(journey.stages)), "stage")
    placed = (
        PlacedStage(stage=stage, id=ids[i], route=("stages", i), position=i)
        for i, stage in enumerate(journey.stages)
    )
    if journey.steps == ():
        return collected(placed)
    unnamed = Stage.model_construct(steps=journey.steps)
    alone = PlacedStage(stage=unnamed, id="steps", route=(), position=len(ids))
    return collected(one_by_one((placed, (alone,))))


def place_steps(stages: Sequence[PlacedStage]) -> tuple[PlacedStep, ...]:
    """Returns the steps of all stages in order."""
    pairs = collected(one_by_one(map(_steps_in, stages)))
    steps = [step for *_, step in readable(pairs)]
    ids = derive_ids((naming(step, "action") for step in steps), "step")
    pain_ids = _item_ids((step.pains for step in steps), "pain")
    idea_ids = _item_ids((step.opportunities for step in steps), "opportunity")
    return collected(
        PlacedStep(
            step=step,
            id=ids[position],
            route=route,
            stage=stage,
            position=position,
            pains=_placed_pains(route, step, pain_ids[position]),
            opportunities=_placed_opportunities(route, step, idea_ids[position]),
        )
        for position, (stage, route, step) in enumerate(pairs)
    )


def _steps_in(stage: PlacedStage) -> Iterator[tuple[PlacedStage, Route, Step]]:
    for i, step in enumerate(stage.stage.steps):
        yield stage, (*stage.route, "steps", i), step


def define_placed(placed: P, part: Stage | Step | Pain | Opportunity) -> Defined[P]:
    """Returns a part of a map as it is found by what it is called.

    Args:
        placed: the part where it stands.
        part: what was written. What has an id of its own is called nothing else; a stage keeps its
            name, which is no sentence.
    """
    own_id, _ = naming(part, "id")
    is_called = not own_id or isinstance(placed, PlacedStage)
    return Defined(
        item=placed,
        id=placed.id,
        label=placed.label or placed.id,
        route=placed.route,
        names=(placed.label,) if is_called else (),
        has_own_id=bool(own_id),
        is_unread=is_unread(part, "id") or (is_called and isinstance(placed.label, UnreadText)),
    )


def step_before(steps: Sequence[PlacedStep], position: int) -> tuple[Defined[PlacedStep], ...]:
    """Returns the step before another one; nothing before the first."""
    return tuple(define_placed(each, each.step) for each in steps[max(position - 1, 0) : position])


def _item_ids(
    lists: Iterable[tuple[Pain, ...] | tuple[Opportunity, ...]], fallback: str
) -> list[tuple[str, ...]]:
    """Derives ids over the whole map, so that they are unique in it, and deals them out again."""
    groups = [tuple(readable(items)) for items in lists]
    ids = iter(derive_ids((naming(item, "text") for group in groups for item in group), fallback))
    return [tuple(next(ids) for _ in group) for group in groups]


def _placed_pains(route: Route, step: Step, ids: tuple[str, ...]) -> tuple[PlacedPain, ...]:
    return collected(
        PlacedPain(pain=pain, id=ids[i], route=(*route, "pains", i))
        for i, pain in enumerate(step.pains)
    )


def _placed_opportunities(
    route: Route, step: Step, ids: tuple[str, ...]
) -> tuple[PlacedOpportunity, ...]:
    return collected(
        PlacedOpportunity(opportunity=idea, id=ids[i], route=(*route, "opportunities", i))
        for i, idea in enumerate(step.opportunities)
    )
