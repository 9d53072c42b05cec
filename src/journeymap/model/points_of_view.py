"""Whose journey a map tells: one persona's, or that of several who go the same way."""

from abc import ABC, abstractmethod
from collections.abc import Collection, Iterator, Mapping
from functools import cached_property
from math import fsum
from typing import Any, TypeVar

from journeymap.model.fields import PERSONA, Namespace
from journeymap.model.ids import slug
from journeymap.model.journey import Journey
from journeymap.model.names import Defined, Names, Route
from journeymap.model.people import Person, Persona
from journeymap.model.placed import PlacedStep
from journeymap.model.surprise import judged
from journeymap.model.told_apart import told
from journeymap.model.unread import collected, one_by_one

V = TypeVar("V")

_PERSONA: Route = ("persona",)


class PointsOfView(ABC):
    """The people of a map: who goes the journey, who is at a step, and whose a value is."""

    journey: Journey

    @property
    @abstractmethod
    def personas(self) -> Names[Persona]:
        """Everybody whose journey may be mapped here."""

    @property
    @abstractmethod
    def people(self) -> Names[Person]:
        """Personas and stakeholders, who share one namespace."""

    @property
    @abstractmethod
    def steps(self) -> tuple[PlacedStep, ...]:
        """All steps, in order."""

    @abstractmethod
    def resolve(
        self, reference: str, namespace: Namespace, route: Route = ()
    ) -> Defined[Any] | None:
        """Returns what a reference means; None where it leads nowhere."""

    @cached_property
    def personas_chosen(self) -> tuple[Defined[Persona], ...]:
        """Whose journey it is, the protagonist first; none where that is open.

        They are those whom the map names, else the only one that is defined.
        """
        personas = self.personas or self._named_alone
        return personas.meant(self.journey.personas_chosen) or (
            personas.defined if len(personas.defined) == 1 else ()
        )

    @property
    def persona(self) -> Defined[Persona] | None:
        """Whose journey it is, of several the protagonist; None where that is open."""
        return next(iter(self.personas_chosen), None)

    @cached_property
    def _named_alone(self) -> Names[Persona]:
        """The personas that the map names and nothing defines."""
        names = () if self.personas else self.journey.personas_chosen
        several = len(names) > 1
        return Names(
            tuple(
                Defined(
                    item=Persona(name=name),
                    id=slug(name),
                    label=name,
                    route=(*_PERSONA, i) if several else _PERSONA,
                )
                for i, name in enumerate(names)
                if name
            )
        )

    @cached_property
    def _everybody(self) -> Names[Person]:
        return Names(collected(one_by_one((self._named_alone, self.people))))

    @property
    def persona_id(self) -> str:
        """Id of the persona, of several the protagonist; empty where none is known."""
        return self.persona.id if self.persona else PERSONA

    @cached_property
    def persona_ids(self) -> tuple[str, ...]:
        """Ids of all whose journey it is; the empty one where nobody is known."""
        return tuple(each.id for each in self.personas_chosen) or (PERSONA,)

    @cached_property
    def persona_weights(self) -> Mapping[str, float]:
        """How much of all each persona stands for, as parts of one: by their shares, else alike."""
        shares = [each.item.share for each in self.personas_chosen]
        known = [share for share in shares if share]
        each_known = len(known) == len(shares) and known
        weights = known if each_known else [1.0] * len(self.persona_ids)
        total = fsum(weights)
        return {who: w / total for who, w in zip(self.persona_ids, weights, strict=True)}

    @cached_property
    def told(self) -> Journey:
        """The journey with each value that all its personas share in the place of everybody's.

        A surprise is as good or bad as its step is rated.
        """
        shared = told(self.journey, lambda: self.persona_ids, self.person_id)
        return judged(shared, self.by_person)

    def takers(self, placed_step: PlacedStep) -> tuple[str, ...]:
        """Returns the ids of the personas who take a step: all, or those of its `only`."""
        said = placed_step.step.only if self.personas_chosen else ()
        if said not in self._takers:
            only = {self.person_id(who) for who in said}
            ids = self.persona_ids
            self._takers[said] = tuple(who for who in ids if who in only) if only else ids
        return self._takers[said]

    @cached_property
    def _takers(self) -> dict[tuple[str, ...], tuple[str, ...]]:
        """The personas who take a step by what its `only` says, as far as that was asked for."""
        return {}

    def person_id(self, reference: str) -> str:
        """Returns the id of the person meant; a free name gives its slug."""
        meant = self.resolve(reference, Namespace.PERSON)
        return meant.id if meant else slug(reference)

    def person_label(self, reference: str) -> str:
        """Returns the name to show for a person, by reference or id."""
        meant = self.resolve(reference, Namespace.PERSON)
        return meant.label if meant else reference

    def by_person(
        self, values: Mapping[str, V], placed_step: PlacedStep | None = None
    ) -> dict[str, V]:
        """Returns values per person by the person's id; a plain one is that of every persona.

        Args:
            values: what is given per person.
            placed_step: the step that it is said of, which not every persona may take.
        """
        everybody = self.takers(placed_step) if placed_step else self.persona_ids
        return {
            person: value
            for who, value in values.items()
            for person in (everybody if who == PERSONA else (self.person_id(who),))
        }

    def with_names(self, values: Mapping[str, V]) -> Iterator[tuple[str, V]]:
        """Yields values per person with the name to show, empty where it is clear whose it is."""
        for who, value in values.items():
            alone = who == PERSONA or (self.person_id(who),) == self.persona_ids
            yield "" if alone else self.short_label(who), value

    def short_label(self, reference: str) -> str:
        """Returns a name within a line: of several personas "María, 58" is called María."""
        return self._short_labels.get(self.person_id(reference)) or self.person_label(reference)

    @cached_property
    def _short_labels(self) -> Mapping[str, str]:
        """The names of several personas, as short as they can be told apart."""
        names = {each.id: each.label.partition(",")[0].strip() for each in self.personas_chosen}
        apart = len(names) > 1 and len(set(names.values())) == len(names)
        return names if apart else {}

    def personas_first(self, people: Collection[str]) -> tuple[str, ...]:
        """Returns ids of people in their order, but the personas before others."""
        own = [who for who in self.persona_ids if who in people]
        return (*own, *(who for who in people if who not in own))

    def of_persona(
        self, values: Mapping[str, V], placed_step: PlacedStep | None = None
    ) -> V | None:
        """Returns the protagonist's own value of those given per person.

        At a step that she passes over it is that of the first persona who takes it.

        Args:
            values: what is given per person.
            placed_step: the step that it is said of.
        """
        if not values:
            return None
        lead = next(iter(self.takers(placed_step)), "") if placed_step else self.persona_id
        return self.by_person(values, placed_step).get(lead)

    def present(self, placed_step: PlacedStep) -> tuple[str, ...]:
        """Returns the ids of everybody at a step: its personas unless offstage, actor, others."""
        step = placed_step.step
        first = () if step.offstage else self.takers(placed_step)
        actor = (step.actor,) if step.actor else ()
        return tuple(dict.fromkeys((*first, *map(self.person_id, (*actor, *step.with_)))))

    def absent(self, who: str) -> frozenset[int]:
        """Returns the positions of the steps at which somebody, by id, is not.

        None are known of whoever the map says nowhere to be at a step.
        """
        away = frozenset(each.position for each in self.steps if who not in self.present(each))
        return away if len(away) < len(self.steps) else frozenset()
