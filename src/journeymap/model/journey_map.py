"""A journey with its ids derived and its references resolved, as everything else reads it."""

from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import Any, TypeVar

from journeymap.model.fields import PERSONA
from journeymap.model.frameworks import BUILT_IN, VALUE_CHAIN, Framework, FrameworkStage
from journeymap.model.ids import derive_ids, slug
from journeymap.model.journey import Journey, Library, Stage
from journeymap.model.names import Defined, Names, Route, define, step_route
from journeymap.model.pains import Opportunity, Pain
from journeymap.model.people import PROVIDER_SIDE, Person, Persona, Stakeholder
from journeymap.model.step import Engagement, Step
from journeymap.model.vocabulary import Channel, Evidence, EvidenceKind, InformationItem, Metric
from journeymap.quick_dataclass import dataclass

V = TypeVar("V")


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
        return self.stage.name or ""


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


@dataclass(frozen=True, kw_only=True)
class JourneyMap:
    """A journey, its libraries and its frameworks, with every id and reference resolved.

    Attributes:
        journey: what was written.
        path: the file, as it is shown to the user.
        file_id: the id derived from the file's name.
        libraries: what it uses, by path.
        frameworks: the frameworks it may name.
    """

    journey: Journey
    path: str = "<map>"
    file_id: str = "map"
    libraries: Mapping[str, Library]
    frameworks: tuple[Framework, ...] = BUILT_IN

    @property
    def id(self) -> str:
        """Its id, written or from the file's name."""
        return slug(self.journey.id or "") or self.file_id

    @cached_property
    def stages(self) -> tuple[PlacedStage, ...]:
        """Its stages in order; of a map with `steps` only, one unnamed stage."""
        listed = self.journey.stages
        ids = derive_ids(((stage.id, stage.name or "") for stage in listed), "stage")
        placed = tuple(
            PlacedStage(stage=stage, id=ids[i], route=("stages", i), position=i)
            for i, stage in enumerate(listed)
        )
        if not self.journey.steps:
            return placed
        unnamed = Stage(steps=self.journey.steps)
        return (*placed, PlacedStage(stage=unnamed, id="steps", route=(), position=len(placed)))

    @cached_property
    def steps(self) -> tuple[PlacedStep, ...]:
        """All its steps in order."""
        pairs = [
            (stage, (*stage.route, "steps", i), step)
            for stage in self.stages
            for i, step in enumerate(stage.stage.steps)
        ]
        ids = derive_ids(((step.id, step.action) for *_, step in pairs), "step")
        pain_ids = _item_ids((step.pains for *_, step in pairs), "pain")
        idea_ids = _item_ids((step.opportunities for *_, step in pairs), "opportunity")
        return tuple(
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

    @cached_property
    def pains(self) -> tuple[PlacedPain, ...]:
        """The pains of all its steps in order."""
        return tuple(pain for step in self.steps for pain in step.pains)

    @cached_property
    def opportunities(self) -> tuple[PlacedOpportunity, ...]:
        """The opportunities of all its steps in order."""
        return tuple(idea for step in self.steps for idea in step.opportunities)

    def step_at(self, route: Route) -> PlacedStep:
        """Returns the step that something stands in.

        Raises:
            KeyError: it stands in none.
        """
        return self._steps_by_route[step_route(route)]

    @cached_property
    def _steps_by_route(self) -> Mapping[Route, PlacedStep]:
        return {step.route: step for step in self.steps}

    def steps_of(self, stage: PlacedStage) -> tuple[PlacedStep, ...]:
        """Returns the steps of one stage in order."""
        return tuple(self._steps_by_stage.get(stage.position, ()))

    @cached_property
    def _steps_by_stage(self) -> dict[int, list[PlacedStep]]:
        by_stage: dict[int, list[PlacedStep]] = {}
        for step in self.steps:
            by_stage.setdefault(step.stage.position, []).append(step)
        return by_stage

    def find_step(self, reference: str) -> PlacedStep | None:
        """Returns the step of this id."""
        return self._steps_by_id.get(slug(reference))

    @cached_property
    def _steps_by_id(self) -> Mapping[str, PlacedStep]:
        return {step.id: step for step in reversed(self.steps)}

    @cached_property
    def personas(self) -> Names[Persona]:
        """Everybody whose journey may be mapped here."""
        return Names(self._collect("personas", "persona"))

    @cached_property
    def stakeholders(self) -> Names[Stakeholder]:
        """Everybody else."""
        return Names(self._collect("stakeholders", "stakeholder"))

    @cached_property
    def people(self) -> Names[Person]:
        """Personas and stakeholders, who share one namespace."""
        return Names((*self.personas.defined, *self.stakeholders.defined))

    @cached_property
    def channels(self) -> Names[Channel]:
        """The channels."""
        return Names(self._collect("channels", "channel"))

    @cached_property
    def information(self) -> Names[InformationItem]:
        """What is asked, told and handed over."""
        return Names(self._collect("information", "information"))

    @cached_property
    def metrics(self) -> Names[Metric]:
        """What is measured."""
        return Names(self._collect("metrics", "metric"))

    @cached_property
    def evidence(self) -> Names[Evidence]:
        """What claims rest on."""
        return Names(self._collect("evidence", "evidence"))

    def _collect(self, field: str, fallback: str) -> tuple[Defined[Any], ...]:
        own = define(getattr(self.journey, field), field, fallback)
        others = (
            entry
            for path, library in self.libraries.items()
            for entry in define(getattr(library, field), field, fallback, path)
        )
        return (*own, *others)

    @cached_property
    def persona(self) -> Defined[Persona] | None:
        """Whose journey it is: the one named, else the only one; None where that is open."""
        named = self.journey.persona
        if named and (found := self.personas.find(named)):
            return found
        if named and not self.personas:
            return Defined(item=Persona(name=named), id=slug(named), route=("persona",))
        return self.personas.defined[0] if len(self.personas.defined) == 1 else None

    @property
    def persona_id(self) -> str:
        """Id of the persona; empty where none is known."""
        return self.persona.id if self.persona else PERSONA

    def person_id(self, reference: str) -> str:
        """Returns the id of the person meant; a free name gives its slug."""
        if reference == PERSONA:
            return self.persona_id
        if self.persona and not self.personas and slug(reference) == self.persona.id:
            return self.persona.id
        return self.people.id_of(reference)

    def person_label(self, reference: str) -> str:
        """Returns the name to show for a person, by reference or id."""
        if self.persona and self.person_id(reference) == self.persona.id:
            return self.persona.label
        return self.people.label_of(reference)

    def by_person(self, values: Mapping[str, V]) -> dict[str, V]:
        """Returns values per person by the person's id."""
        return {self.person_id(reference): value for reference, value in values.items()}

    def of_persona(self, values: Mapping[str, V]) -> V | None:
        """Returns the persona's own value of those given per person."""
        return self.by_person(values).get(self.persona_id)

    def present(self, placed: PlacedStep) -> tuple[str, ...]:
        """Returns the ids of everybody at a step: the persona unless offstage, actor, others."""
        step = placed.step
        first = () if step.offstage else (PERSONA,)
        actor = (step.actor,) if step.actor else ()
        return tuple(dict.fromkeys(map(self.person_id, (*first, *actor, *step.with_))))

    def serving(self, placed: PlacedStep) -> str | None:
        """Returns the id of the serving party: the actor if provider-side, else the first such."""
        step = placed.step
        candidates = (*((step.actor,) if step.actor else ()), *step.with_)
        return next((self.person_id(who) for who in candidates if self.is_provider(who)), None)

    def is_provider(self, reference: str) -> bool:
        """Tells whether somebody is on the provider's side, as far as kinds are known."""
        found = self.stakeholders.find(reference)
        return bool(found and found.item.kind in PROVIDER_SIDE)

    @cached_property
    def framework(self) -> Framework | None:
        """The framework it is held against, if it names a known one."""
        wanted = slug(self.journey.framework or "")
        return next((known for known in self.frameworks if slug(known.id) == wanted), None)

    def aligned(self, placed: PlacedStage) -> tuple[FrameworkStage, ...]:
        """Returns the framework stages that a stage stands for, said or by the same name."""
        framework = self.framework
        if framework is None:
            return ()
        names: Iterable[str] = placed.stage.aligns or (placed.label, placed.stage.id or "")
        found = (framework.find(name) for name in names if name)
        return tuple({stage.id: stage for stage in found if stage}.values())

    def engagement(self, placed: PlacedStep) -> Engagement | None:
        """Returns a step's level in the value chain: its own, else its stage's."""
        if placed.step.engagement or self.framework is None:
            return placed.step.engagement
        levels = [stage.id for stage in self.aligned(placed.stage)]
        known = {level.value for level in Engagement}
        usable = self.framework.id == VALUE_CHAIN.id and len(levels) == 1 and levels[0] in known
        return Engagement(levels[0]) if usable else None

    @property
    def ends(self) -> bool:
        """Whether the episode has an end: as said, else unless the framework is a cycle."""
        if self.journey.ends is not None:
            return self.journey.ends
        return not (self.framework and self.framework.cycle)

    def is_assumed(self, references: Iterable[str]) -> bool:
        """Tells whether a claim rests on assumptions alone: such evidence, or none."""
        found = [self.evidence.find(reference) for reference in references]
        return all(not entry or entry.item.kind is EvidenceKind.ASSUMPTION for entry in found)


def _item_ids(
    lists: Iterable[tuple[Pain, ...] | tuple[Opportunity, ...]], fallback: str
) -> list[tuple[str, ...]]:
    """Derives ids over the whole map, so that they are unique in it, and deals them out again."""
    groups = list(lists)
    ids = iter(derive_ids(((item.id, item.text) for group in groups for item in group), fallback))
    return [tuple(next(ids) for _ in group) for group in groups]


def _placed_pains(route: Route, step: Step, ids: tuple[str, ...]) -> tuple[PlacedPain, ...]:
    return tuple(
        PlacedPain(pain=pain, id=ids[i], route=(*route, "pains", i))
        for i, pain in enumerate(step.pains)
    )


def _placed_opportunities(
    route: Route, step: Step, ids: tuple[str, ...]
) -> tuple[PlacedOpportunity, ...]:
    return tuple(
        PlacedOpportunity(opportunity=idea, id=ids[i], route=(*route, "opportunities", i))
        for i, idea in enumerate(step.opportunities)
    )
