"""Stages, steps, pains and opportunities where they stand in a map, with their ids."""

from collections.abc import Iterator, Mapping, Sequence
from typing import TypeVar

from journeymap.model.ids import derive_ids
from journeymap.model.journey import Journey, Library, Stage
from journeymap.model.names import Defined, Route
from journeymap.model.pains import Opportunity, Pain, SharedOpportunity, SharedPain
from journeymap.model.shared_parts import Whole, wholes
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
    """A pain where it stands.

    Attributes:
        pain: what holds at the step: what is written there, over what it names.
        id: its id in the map.
        route: where it stands in the file.
        origin: the pain of a library or another step that it names, if any.
    """

    pain: Pain
    id: str
    route: Route
    origin: Defined[SharedPain] | None = None

    @property
    def label(self) -> str:
        """What hurts, as it was written."""
        return self.pain.text


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacedOpportunity:
    """An opportunity where it stands.

    Attributes:
        opportunity: what holds at the step: what is written there, over what it names.
        id: its id in the map.
        route: where it stands in the file.
        origin: the opportunity of a library or another step that it names, if any.
    """

    opportunity: Opportunity
    id: str
    route: Route
    origin: Defined[SharedOpportunity] | None = None

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


def place_steps(
    stages: Sequence[PlacedStage], libraries: Mapping[str, Library]
) -> tuple[PlacedStep, ...]:
    """Returns the steps of all stages in order.

    Args:
        stages: the stages.
        libraries: the libraries whose pains and ideas the steps may name, by path.
    """
    pairs = collected(one_by_one(map(_steps_in, stages)))
    steps = [step for *_, step in readable(pairs)]
    ids = derive_ids((naming(step, "action") for step in steps), "step")
    pains = wholes((step.pains for step in steps), "pains", libraries)
    ideas = wholes((step.opportunities for step in steps), "opportunities", libraries)
    return collected(
        PlacedStep(
            step=step,
            id=ids[position],
            route=route,
            stage=stage,
            position=position,
            pains=_placed_pains(route, step, pains[position]),
            opportunities=_placed_opportunities(route, step, ideas[position]),
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
            name, which is no sentence, and what names another part is called as that one.
    """
    own_id, _ = naming(part, "id")
    is_called = not own_id or isinstance(placed, PlacedStage)
    names: tuple[str, ...] = (placed.label,) if is_called else ()
    return Defined(
        item=placed,
        id=placed.id,
        label=placed.label or placed.id,
        route=placed.route,
        names=(*names, *_origin(placed)),
        has_own_id=bool(own_id),
        is_unread=is_unread(part, "id") or (is_called and isinstance(placed.label, UnreadText)),
    )


def step_before(steps: Sequence[PlacedStep], position: int) -> tuple[Defined[PlacedStep], ...]:
    """Returns the step before another one; nothing before the first."""
    return tuple(define_placed(each, each.step) for each in steps[max(position - 1, 0) : position])


def _origin(placed: object) -> Iterator[str]:
    if isinstance(placed, PlacedPain | PlacedOpportunity) and placed.origin:
        yield placed.origin.id


def _placed_pains(route: Route, step: Step, wholes: Sequence[Whole]) -> tuple[PlacedPain, ...]:
    return collected(
        PlacedPain(
            pain=wholes[i].part,
            id=wholes[i].id,
            route=(*route, "pains", i),
            origin=wholes[i].origin,
        )
        for i, _ in enumerate(step.pains)
    )


def _placed_opportunities(
    route: Route, step: Step, wholes: Sequence[Whole]
) -> tuple[PlacedOpportunity, ...]:
    return collected(
        PlacedOpportunity(
            opportunity=wholes[i].part,
            id=wholes[i].id,
            route=(*route, "opportunities", i),
            origin=wholes[i].origin,
        )
        for i, _ in enumerate(step.opportunities)
    )
