"""A journey with its ids derived and its references resolved, as everything else reads it."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import field, replace
from functools import cached_property
from typing import Any, TypeVar

from journeymap.model.definitions import defined
from journeymap.model.fields import PERSONA, Namespace, Node
from journeymap.model.frameworks import BUILT_IN, VALUE_CHAIN, Framework, FrameworkStage
from journeymap.model.ids import BEFORE, END, slug
from journeymap.model.journey import Journey, Library
from journeymap.model.names import Defined, Names, Route, step_route
from journeymap.model.people import PROVIDER_SIDE, Person, Persona, Stakeholder
from journeymap.model.placed import (
    PlacedOpportunity,
    PlacedPain,
    PlacedStage,
    PlacedStep,
    define_placed,
    place_stages,
    place_steps,
    step_before,
)
from journeymap.model.points_of_view import PointsOfView
from journeymap.model.references import EVERY, Namespaces, Reference, references_in
from journeymap.model.resolved import resolved
from journeymap.model.step import Engagement
from journeymap.model.told_apart import without
from journeymap.model.unread import UnreadError, collected, each_of, one_by_one, readable
from journeymap.model.vocabulary import Channel, Evidence, InformationItem, Metric
from journeymap.quick_dataclass import dataclass

__all__ = ["JourneyMap", "PlacedOpportunity", "PlacedPain", "PlacedStage", "PlacedStep"]

T = TypeVar("T")

_PEOPLE = frozenset({Namespace.PERSON, Namespace.PERSONA})
_NONE: Names[Any] = Names()
_FREE = _PEOPLE | {Namespace.CHANNEL, Namespace.INFORMATION}


@dataclass(frozen=True, kw_only=True)
class JourneyMap(PointsOfView):
    """A journey, its libraries and its frameworks, with every id and reference resolved.

    Attributes:
        journey: what was written.
        path: the file, as it is shown to the user.
        file_id: the id derived from the file's name.
        libraries: what it uses, by path.
        frameworks: the frameworks it may name.
        pictures: the content of pictures of personas, by the library that defines them (None for
            the map itself) and by the path that is written there.
    """

    journey: Journey
    path: str = "<map>"
    file_id: str = "map"
    libraries: Mapping[str, Library]
    frameworks: tuple[Framework, ...] = BUILT_IN
    pictures: Mapping[tuple[str | None, str], bytes] = field(default_factory=dict)

    def of_one(self, who: str) -> "JourneyMap":
        """Returns the map of several personas as one of them goes through it.

        Steps keep their places, ids and routes, also those that she passes over, so that figures of
        several can be laid side by side.

        Args:
            who: the id of a persona.
        """
        others = [each for each in self.persona_ids if each != who]
        if not others:
            return self
        own = without(self.journey, others, self.person_id)
        return replace(self, journey=own.model_copy(update={"personas_chosen": (who,)}))

    @property
    def id(self) -> str:
        """Its id, written or from the file's name."""
        return slug(self.journey.id or "") or self.file_id

    @cached_property
    def stages(self) -> tuple[PlacedStage, ...]:
        """Its stages in order; of a map with `steps` only, one unnamed stage."""
        return place_stages(self.told)

    @cached_property
    def steps(  # type: ignore[explicit-override] # of Python 3.12
        self,
    ) -> tuple[PlacedStep, ...]:
        """All its steps in order."""
        return place_steps(self.stages, self.libraries)

    @cached_property
    def pains(self) -> tuple[PlacedPain, ...]:
        """The pains of all its steps in order."""
        return collected(one_by_one(step.pains for step in self.steps))

    @cached_property
    def opportunities(self) -> tuple[PlacedOpportunity, ...]:
        """The opportunities of all its steps in order."""
        return collected(one_by_one(step.opportunities for step in self.steps))

    def step_at(self, route: Route) -> PlacedStep:
        """Returns the step that something stands in.

        Raises:
            KeyError: it stands in none.
        """
        return self._steps_by_route[step_route(route)]

    @cached_property
    def _steps_by_route(self) -> Mapping[Route, PlacedStep]:
        return {step.route: step for step in readable(self.steps)}

    def steps_of(self, stage: PlacedStage) -> tuple[PlacedStep, ...]:
        """Returns the steps of one stage in order."""
        known = self._steps_by_stage.get(stage.position, [])
        return collected(known[i] for i, _ in enumerate(stage.stage.steps))

    @cached_property
    def stages_with_steps(self) -> tuple[PlacedStage, ...]:
        """The stages that have steps, in order."""
        return tuple(stage for stage in self.stages if self.steps_of(stage))

    @cached_property
    def _steps_by_stage(self) -> dict[int, list[PlacedStep]]:
        by_stage: dict[int, list[PlacedStep]] = {}
        for step in readable(self.steps):
            by_stage.setdefault(step.stage.position, []).append(step)
        return by_stage

    def names(self, namespace: Namespace) -> Names[Any]:
        """Returns all that references of a namespace may name."""
        known = self._names.get(namespace)
        if known is None:
            known = Names(collected(one_by_one(defined(self, namespace))))
            self._names[namespace] = known
        return known

    @cached_property
    def _names(self) -> dict[Namespace, Names[Any]]:
        return {}

    @cached_property
    def _pains_by_step(self) -> Mapping[Route, Names[PlacedPain]]:
        hurting = (step for step in readable(self.steps) if step.pains != ())
        return {
            step.route: Names(each_of(lambda each: define_placed(each, each.pain), step.pains))
            for step in hurting
        }

    def pains_of(self, step: PlacedStep) -> Names[PlacedPain]:
        """Returns the pains of one step by what they are called."""
        return self._pains_by_step.get(step.route, _NONE)

    def opportunities_of(self, step: PlacedStep) -> Names[PlacedOpportunity]:
        """Returns the opportunities of one step by what they are called."""
        return self._ideas_by_step.get(step.route, _NONE)

    @cached_property
    def _ideas_by_step(self) -> Mapping[Route, Names[PlacedOpportunity]]:
        return {
            step.route: Names(
                each_of(lambda each: define_placed(each, each.opportunity), step.opportunities)
            )
            for step in readable(self.steps)
        }

    @cached_property
    def stage_names(self) -> Names[PlacedStage]:
        """Its stages by what they are called."""
        return Names(each_of(lambda each: define_placed(each, each.stage), self.stages))

    def find_all(
        self, reference: str, namespace: Namespace, route: Route = ()
    ) -> tuple[Defined[Any], ...]:
        """Returns all that a reference may mean, what it does mean first.

        This is the one order in which every reference is looked up, by slug and so in any case:
        first what has the id, written or derived, then what has the name. Of several the map's own
        come first, in the order of the file (personas before stakeholders), then those of each
        library in the order of `uses`; of those that share an id the first alone is ever meant.

        - The special key of values per person is the persona, and so is the name under `persona`
          where no persona is defined, before anybody else of that name.
        - A pain is sought at the step of the reference, then in the whole map; where the reference
          may name a step as well, it does so only if there is no such pain.
        - A step or a pain with an id of its own has no name beside it.
        - A stage of the framework has many names: its labels and aliases in all languages.
        - `end` names no step: it ends the journey. Under `meanwhile`, `true` is the step before.

        Args:
            reference: the name as it is written.
            namespace: what it may name.
            route: where it stands.
        """
        if reference == PERSONA:
            return (self.persona,) if self.persona and namespace in _PEOPLE else ()
        if namespace is Namespace.STEP and slug(reference) == END:
            return ()
        if reference == BEFORE and route[-1:] == ("meanwhile",):
            return step_before(self.steps, self.step_at(route).position)
        for names in self._sought(namespace, route):
            if meanings := names.find_all(reference):
                return meanings
        return ()

    def _sought(self, namespace: Namespace, route: Route) -> Iterator[Names[Any]]:
        """Walks the names among which a reference is looked up, one after the other."""
        if namespace in {Namespace.PAIN, Namespace.REPAIRABLE}:
            yield self._pains_by_step.get(step_route(route), _NONE)
            yield self.names(Namespace.PAIN)
        if namespace in _PEOPLE and self._named_alone:
            yield self._everybody
        else:
            yield self.names(Namespace.STEP if namespace is Namespace.REPAIRABLE else namespace)

    def resolve(  # type: ignore[explicit-override] # of Python 3.12
        self, reference: str, namespace: Namespace, route: Route = ()
    ) -> Defined[Any] | None:
        """Returns what a reference means; None where it leads nowhere. See `find_all`.

        Raises:
            UnreadError: it means nothing that is known, and may mean what could not be read.
        """
        key = reference, namespace, route
        try:
            return self._looked_up[key]
        except KeyError:
            meanings = self.find_all(reference, namespace, route)
            return self._looked_up.setdefault(key, meanings[0] if meanings else None)

    @cached_property
    def _looked_up(self) -> dict[tuple[str, Namespace, Route], Defined[Any] | None]:
        return {}

    def once(self, compute: "Callable[[JourneyMap], T]") -> T:
        """Returns what a function says of the map, which is asked when that is first wanted.

        Args:
            compute: the same function each time, which depends on the map alone.
        """
        if compute not in self._computed:
            self._computed[compute] = compute(self)
        known: T = self._computed[compute]
        return known

    @cached_property
    def _computed(self) -> dict[object, Any]:
        return {}

    def id_of(self, reference: str, namespace: Namespace, route: Route = ()) -> str:
        """Returns the id that a reference means; one that leads nowhere gives its own slug."""
        meant = self.resolve(reference, namespace, route)
        return meant.id if meant else slug(reference)

    def label_of(self, reference: str, namespace: Namespace, route: Route = ()) -> str:
        """Returns the name to show for a reference; one that leads nowhere stays as it is."""
        meant = self.resolve(reference, namespace, route)
        return meant.label if meant else reference

    def is_free(self, namespace: Namespace) -> bool:
        """Tells whether any name will do, as the map and its libraries define none of the kind."""
        defined = self.stakeholders if namespace is Namespace.PERSON else self.names(namespace)
        return namespace in _FREE and not defined

    @cached_property
    def references(self) -> tuple[Reference, ...]:
        """Every reference of the journey in the order of its fields, with what it may mean."""
        return collected(self._resolved(self.journey))

    def references_to(self, *namespaces: Namespace) -> tuple[Reference, ...]:
        """Returns those to some of what there is; an unread field hides only what it may name."""
        try:
            return tuple(each for each in self.references if each.to in namespaces)
        except UnreadError:
            walk = self._resolved(self.journey, frozenset(namespaces))
            return tuple(each for each in walk if each.to in namespaces)

    @cached_property
    def named(self) -> frozenset[str]:
        """How steps name channels and people, defined or not, as slugs."""
        return frozenset(
            slug(each.text) for each in self.references_to(Namespace.CHANNEL, Namespace.PERSON)
        )

    @cached_property
    def library_references(self) -> Mapping[str, tuple[Reference, ...]]:
        """Every reference of its libraries, by their paths, with what it may mean in this map."""
        return {path: collected(self._resolved(each)) for path, each in self.libraries.items()}

    def _resolved(self, node: Node, to: Namespaces = EVERY) -> Iterator[Reference]:
        return resolved(references_in(node, to=to), self.find_all)

    def find_step(self, name: str) -> PlacedStep | None:
        """Returns the step that somebody names who looks at the map, not one of its references."""
        named = self.names(Namespace.STEP).find(name)
        return named.item if named else None

    @cached_property
    def personas(self) -> Names[Persona]:  # type: ignore[explicit-override] # of Python 3.12
        """Everybody whose journey may be mapped here."""
        return self.names(Namespace.PERSONA)

    @cached_property
    def people(self) -> Names[Person]:  # type: ignore[explicit-override] # of Python 3.12
        """Personas and stakeholders, who share one namespace."""
        return self.names(Namespace.PERSON)

    @cached_property
    def stakeholders(self) -> Names[Stakeholder]:
        """Everybody who is no persona; who is meant by a reference, `find_stakeholder` tells."""
        people = self.names(Namespace.PERSON)
        return Names(collected(each for each in people if isinstance(each.item, Stakeholder)))

    def find_stakeholder(self, reference: str) -> Defined[Stakeholder] | None:
        """Returns the stakeholder that a reference means, if it does not mean a persona."""
        meant = self.resolve(reference, Namespace.PERSON)
        return meant if meant and isinstance(meant.item, Stakeholder) else None

    @cached_property
    def channels(self) -> Names[Channel]:
        """The channels."""
        return self.names(Namespace.CHANNEL)

    @cached_property
    def information(self) -> Names[InformationItem]:
        """What is asked, told and handed over."""
        return self.names(Namespace.INFORMATION)

    @cached_property
    def metrics(self) -> Names[Metric]:
        """What is measured."""
        return self.names(Namespace.METRIC)

    @cached_property
    def evidence(self) -> Names[Evidence]:
        """What claims rest on."""
        return self.names(Namespace.EVIDENCE)

    def serving(self, placed_step: PlacedStep) -> str | None:
        """Returns the id of the serving party: the actor if provider-side, else the first such."""
        step = placed_step.step
        people = step.actor, step.with_
        if people not in self._serving:
            named = (*((step.actor,) if step.actor else ()), *step.with_)
            found = (self.person_id(who) for who in named if self.is_provider(who))
            self._serving[people] = next(found, None)
        return self._serving[people]

    @cached_property
    def _serving(self) -> dict[tuple[str | None, tuple[str, ...]], str | None]:
        """The serving parties by who acts and who else is there, as far as that was asked for."""
        return {}

    def is_provider(self, reference: str) -> bool:
        """Tells whether somebody is on the provider's side, as far as kinds are known."""
        stakeholder = self.find_stakeholder(reference)
        return bool(stakeholder and stakeholder.item.kind in PROVIDER_SIDE)

    @cached_property
    def framework(self) -> Framework | None:
        """The framework it is held against, if it names a known one."""
        named = self.resolve(self.journey.framework or "", Namespace.FRAMEWORK)
        return named.item if named else None

    def aligned(self, placed_stage: PlacedStage) -> tuple[FrameworkStage, ...]:
        """Returns the framework stages that a stage stands for, said or by the same name."""
        stage = placed_stage.stage
        names: Iterable[str] = stage.aligns or (stage.name or "", stage.id or "")
        meant = (self.resolve(name, Namespace.FRAMEWORK_STAGE) for name in names)
        return tuple({each.id: each.item for each in meant if each}.values())

    def engagement(self, placed_step: PlacedStep) -> Engagement | None:
        """Returns a step's level in the value chain: its own, else its stage's."""
        if placed_step.step.engagement or self.framework is None:
            return placed_step.step.engagement
        levels = [stage.id for stage in self.aligned(placed_step.stage)]
        is_chain = self.framework.id == VALUE_CHAIN.id
        return next((level for level in Engagement if is_chain and levels == [level]), None)

    @property
    def ends(self) -> bool:
        """Whether the episode has an end: as said, else unless the framework is a cycle."""
        said, framework = self.journey.ends, self.framework
        return not (framework and framework.cycle) if said is None else said
