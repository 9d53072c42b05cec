"""What references may mean in a map, and which names they may be at all."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from itertools import islice

from journeymap.model.fields import Namespace
from journeymap.model.ids import END, slug
from journeymap.model.journey import Journey, Library
from journeymap.model.journey_map import JourneyMap, PlacedStep
from journeymap.model.likeness import nearest, one_slip_apart
from journeymap.model.names import Defined, Named, Route, step_route
from journeymap.model.people import Preferences
from journeymap.model.references import Reference, references
from journeymap.model.vocabulary import ChannelKind
from journeymap.quick_dataclass import dataclass
from journeymap.workspace.files import MapFile

DEFINED = (
    Namespace.PERSON,
    Namespace.CHANNEL,
    Namespace.INFORMATION,
    Namespace.METRIC,
    Namespace.EVIDENCE,
)
"""The namespaces whose names are defined at the top of a map or a library."""

_MOST_GUESSES = 100
"""For so many unknown names is a similar one sought: it takes its time where there are many."""

_SHORTEST = 4
"""Names of fewer letters lie one letter apart by chance: son and sun."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Meant:
    """Something that a reference may name.

    Attributes:
        id: its id, written or derived.
        given: the id that was written for it, as a slug; empty where it is derived.
        name: what it is called: its name, action or text.
        route: where it stands.
        library: the path of the library it comes from; None for the map itself.
    """

    id: str
    given: str
    name: str
    route: Route
    library: str | None = None


class Names:
    """Things by what they may be called."""

    def __init__(self, things: Iterable[Meant]) -> None:
        self.all = tuple(things)
        by: tuple[defaultdict[str, list[Meant]], ...] = tuple(defaultdict(list) for _ in range(3))
        for thing in self.all:
            for name, table in zip((thing.given, slug(thing.name), thing.id), by, strict=True):
                table[name].append(thing)
        self._tables = by

    def called(self, text: str) -> tuple[Meant, ...]:
        """Returns what has a written id, else a name, else a derived id, of this slug."""
        wanted = slug(text)
        found = (table[wanted] for table in self._tables if wanted in table)
        return tuple(next(found, ())) if wanted else ()

    @cached_property
    def by_name(self) -> dict[str, Meant]:
        """Everything by its id and its name."""
        names: dict[str, Meant] = {}
        for thing in self.all:
            names.setdefault(thing.id, thing)
            names.setdefault(slug(thing.name), thing)
        return names


class Scope:
    """The names that hold in a map.

    Attributes:
        map: the map.
    """

    def __init__(self, journey_map: JourneyMap) -> None:
        self.map = journey_map
        self._names: dict[Namespace, Names] = {}
        self._own_pains: dict[Route, Names] = {}
        self._guesses: dict[tuple[Namespace, str], tuple[Meant, ...]] = {}

    def names(self, namespace: Namespace) -> Names:
        """Returns all that references to one namespace may name."""
        if namespace not in self._names:
            self._names[namespace] = Names(_everything(namespace, self.map))
        return self._names[namespace]

    def meant(self, reference: Reference) -> tuple[Meant, ...]:
        """Returns everything that a reference may name: several where two share a name."""
        if reference.to not in {Namespace.PAIN, Namespace.REPAIRABLE}:
            return self.names(reference.to).called(reference.text)
        step = self._steps_by_route.get(step_route(reference.route))
        own = self._pains_of(step).called(reference.text) if step else ()
        return (
            own
            or self.names(Namespace.PAIN).called(reference.text)
            or self.names(reference.to).called(reference.text)
        )

    def _pains_of(self, step: PlacedStep) -> Names:
        if step.route not in self._own_pains:
            self._own_pains[step.route] = Names(_pains((step,)))
        return self._own_pains[step.route]

    def likely(self, reference: Reference) -> tuple[Meant, ...]:
        """Returns what a reference names or, where that is nothing, what was probably meant.

        That is what is called so between commas, else what has the most similar id or name.
        """
        if found := self.meant(reference):
            return found
        names = self.names(reference.to)
        parts = reference.text.split(",")
        if listed := tuple(thing for part in parts for thing in names.called(part)):
            return listed
        key = (reference.to, slug(reference.text))
        if key not in self._guesses and len(self._guesses) < _MOST_GUESSES:
            known = {**names.by_name, **self._actions(reference.to)}
            self._guesses[key] = tuple(known[name] for name in _alike(key[1], known))
        return self._guesses.get(key, ())

    def is_known(self, reference: Reference) -> bool:
        """Tells whether a reference leads somewhere, or need not."""
        return (self.is_free(reference) or _needs_no_definition(reference, self.map)) or bool(
            self.meant(reference)
        )

    def is_free(self, reference: Reference) -> bool:
        """Tells whether any name will do, as the map and its libraries define none of the kind."""
        defined = {
            Namespace.PERSON: self.map.stakeholders,
            Namespace.PERSONA: self.map.personas,
            Namespace.CHANNEL: self.map.channels,
            Namespace.INFORMATION: self.map.information,
        }
        return reference.to in defined and not defined[reference.to]

    @cached_property
    def _steps_by_route(self) -> dict[Route, PlacedStep]:
        return {step.route: step for step in self.map.steps}

    def _actions(self, namespace: Namespace) -> dict[str, Meant]:
        """Returns the steps by what happens, which is no name as long as they have an id."""
        if namespace is not Namespace.STEP:
            return {}
        steps = self.names(namespace).by_name
        return {slug(step.label): steps[step.id] for step in reversed(self.map.steps)}


def scope(file: MapFile) -> Scope | None:
    """Returns the names that hold in a file: a library stands as if a map used it alone."""
    if isinstance(file.model, Library):
        alone = JourneyMap(journey=Journey(title="…"), libraries={file.shown: file.model})
        return Scope(alone)
    return Scope(file.map) if file.map else None


def said(file: MapFile) -> Iterator[Reference]:
    """Walks the references of a map or a library."""
    if isinstance(file.model, Journey | Library):
        yield from references(file.model)


def is_slip(name: str, other: str, *, person: bool) -> bool:
    """Tells whether one of two slugs may be the other, misspelt.

    Not so are short names, which lie one letter apart by chance, names that differ in a number, and
    those of people that differ as a woman's and a man's do (`hijo`, `hija`).
    """
    if min(len(name), len(other)) < _SHORTEST or not one_slip_apart(name, other):
        return False
    numbered = re.sub(r"\d+", "", name) == re.sub(r"\d+", "", other)
    stems = {re.sub(r"[aeoy]\b", "", each) for each in (name, other)}
    return not numbered and not (person and len(stems) == 1)


def _alike(name: str, known: Iterable[str]) -> tuple[str, ...]:
    """Returns the most similar name; of short ones, such as `gb` and `gp`, one a slip away."""
    slips = (other for other in known if len(name) > 1 and one_slip_apart(name, other))
    return nearest(name, known) or tuple(islice(slips, 1))


def _needs_no_definition(reference: Reference, journey_map: JourneyMap) -> bool:
    """Tells the end of the journey, a kind of channel, a free persona, a framework's label."""
    name = slug(reference.text)
    if reference.to is Namespace.STEP:
        return name == END
    if reference.to is Namespace.CHANNEL:
        return isinstance(reference.holder, Preferences) and name in set(ChannelKind)
    if reference.to is Namespace.PERSON and journey_map.persona:
        return name == journey_map.persona.id
    if reference.to is Namespace.FRAMEWORK_STAGE and journey_map.framework:
        return journey_map.framework.find(reference.text) is not None
    return False


def _everything(namespace: Namespace, journey_map: JourneyMap) -> Iterator[Meant]:
    if namespace in {Namespace.STEP, Namespace.REPAIRABLE}:
        yield from _steps(journey_map.steps)
    if namespace in {Namespace.PAIN, Namespace.REPAIRABLE}:
        yield from _pains(journey_map.steps)
    if namespace is Namespace.FRAMEWORK:
        for known in journey_map.frameworks:
            yield Meant(id=slug(known.id), given=slug(known.id), name=known.id, route=())
    if namespace is Namespace.FRAMEWORK_STAGE and journey_map.framework:
        for stage in journey_map.framework.stages:
            yield Meant(id=stage.id, given=slug(stage.id), name=stage.id, route=())
    yield from _definitions(namespace, journey_map)


def _definitions(namespace: Namespace, journey_map: JourneyMap) -> Iterator[Meant]:
    names: Mapping[Namespace, Iterable[Defined[Named]]] = {
        Namespace.PERSON: journey_map.people,
        Namespace.PERSONA: journey_map.personas,
        Namespace.CHANNEL: journey_map.channels,
        Namespace.INFORMATION: journey_map.information,
        Namespace.METRIC: journey_map.metrics,
        Namespace.EVIDENCE: journey_map.evidence,
    }
    for entry in names.get(namespace, ()):
        yield Meant(
            id=entry.id,
            given=slug(entry.item.id or ""),
            name=entry.item.name or entry.id,
            route=entry.route,
            library=entry.library,
        )


def _steps(steps: Iterable[PlacedStep]) -> Iterator[Meant]:
    for placed in steps:
        given = slug(placed.step.id or "")
        # A step with an id is found by that alone: two steps may well be called the same.
        name = placed.id if given else placed.label
        yield Meant(id=placed.id, given=given, name=name, route=placed.route)


def _pains(steps: Iterable[PlacedStep]) -> Iterator[Meant]:
    for placed in (pain for step in steps for pain in step.pains):
        given = slug(placed.pain.id or "")
        name = placed.id if given else placed.pain.text
        yield Meant(id=placed.id, given=given, name=name, route=placed.route)
