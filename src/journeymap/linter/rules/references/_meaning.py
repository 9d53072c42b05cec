"""What references may mean in a map, and what was probably meant by those that lead nowhere."""

import re
from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import Any

from journeymap.authoring import ChannelKind, Defined, JourneyMap, MapFile, Namespace, slug
from journeymap.model.ids import BEFORE, END
from journeymap.model.journey import Journey, Library
from journeymap.model.likeness import Slips, nearest, one_slip_apart
from journeymap.model.people import Preferences
from journeymap.model.references import Reference
from journeymap.quick_pattern import pattern

INWARD = frozenset({"emotion", "need", "thought", "quote"})
"""The fields that tell what is in somebody."""

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

_MOST_PAIRS = 100_000
"""So many pairs of an unknown and a known name are compared at most."""

_RIVALS = 3
"""So many names near by are looked at: more than two, as a thing has an id and a name."""

_COUNTED = pattern(r"\d+|\b[a-z]\b")
"""What tells things of one kind apart: a number, or a letter."""
_SHORTEST = 4
"""Names of fewer letters lie one letter apart by chance: son and sun."""


def scope(file: MapFile) -> JourneyMap | None:
    """Returns the map whose names hold in a file: for a library, one that uses it alone."""
    if isinstance(file.model, Library):
        return JourneyMap(journey=Journey(title="…"), libraries={file.shown: file.model})
    return file.journey_map


def references_of(file: MapFile, journey_map: JourneyMap) -> tuple[Reference, ...]:
    """Returns the references of the map, or of a library of it, with what they mean in the map."""
    if isinstance(file.model, Library):
        return journey_map.library_references[file.shown]
    return journey_map.references


def is_known(reference: Reference, journey_map: JourneyMap) -> bool:
    """Tells whether a reference leads somewhere in the map, or need not."""
    return (
        bool(reference.meanings)
        or reference.or_text
        or (journey_map.is_free(reference.to) and not _tells_apart(reference))
        or _needs_no_definition(reference)
        or (reference.to is Namespace.AFFECTED and slug(reference.text) in journey_map.named)
    )


def _tells_apart(reference: Reference) -> bool:
    """Tells whether it says of which persona a value is, who is then one that the map names."""
    return reference.is_key and reference.to is Namespace.PERSONA


def parts_of(journey_map: JourneyMap) -> frozenset[str]:
    """Returns the ids of everybody who has a part in a step, or is handed over to."""
    names = (
        name
        for step in (placed_step.step for placed_step in journey_map.steps)
        for name in (step.actor, *step.with_, *(each.to for each in step.handoff))
    )
    return frozenset(journey_map.person_id(name) for name in names if name)


def _needs_no_definition(reference: Reference) -> bool:
    """Tells the end of the journey and a preferred kind of channel."""
    name = slug(reference.text)
    if reference.to is Namespace.CHANNEL:
        return isinstance(reference.holder, Preferences) and name in set(ChannelKind)
    if reference.to is not Namespace.STEP:
        return False
    return name == END or (reference.text == BEFORE and reference.route[-1:] == ("meanwhile",))


class Guesses:
    """What was probably meant by the references of a map that lead nowhere."""

    def __init__(self, journey_map: JourneyMap) -> None:
        self._journey_map = journey_map
        self._called: dict[Namespace, Mapping[str, Defined[Any]]] = {}
        self._slips: dict[Namespace, Slips] = {}
        self._alike: dict[tuple[Namespace, str], tuple[Defined[Any], ...]] = {}
        self._ids: dict[Namespace, tuple[str, ...]] = {}
        self._pairs = 0

    def likely(self, reference: Reference) -> tuple[Defined[Any], ...]:
        """Returns what a reference means or, where that is nothing, what was probably meant.

        That is what is called so between commas, else what has the most similar id or name.
        """
        if reference.meanings:
            return reference.meanings
        to, name = reference.to, slug(reference.text)
        parts = filter(None, map(str.strip, reference.text.split(",")))
        listed = [
            each for part in parts for each in self._journey_map.find_all(part, to, reference.route)
        ]
        # Short names, such as `gb` and `gp`, are not alike by measure.
        slips = self._slips_of(to).of(name) if len(name) > 1 else ()
        return tuple(listed) or self.alike(reference) or self._all(to, slips[:1])

    def alike(self, reference: Reference) -> tuple[Defined[Any], ...]:
        """Returns what has the names most like it, the most similar first."""
        to, name = reference.to, slug(reference.text)
        if (to, name) not in self._alike and self._may_guess:
            self._pairs += len(self._known(to))
            self._alike[to, name] = self._all(to, nearest(name, self._known(to), count=_RIVALS))
        return self._alike.get((to, name), ())

    @property
    def _may_guess(self) -> bool:
        return len(self._alike) < _MOST_GUESSES and self._pairs < _MOST_PAIRS

    def ids(self, to: Namespace) -> tuple[str, ...]:
        """Returns the ids of what is defined, each once."""
        if to not in self._ids:
            self._ids[to] = tuple(dict.fromkeys(self._journey_map.names(to).known))
        return self._ids[to]

    def slips(self, reference: Reference) -> tuple[Defined[Any], ...]:
        """Returns what it may mean by a slip of the pen; nothing where another name is as near."""
        to, name = reference.to, slug(reference.text)
        person = to in {Namespace.PERSON, Namespace.PERSONA}
        near = self._slips_of(to).of(name)
        sure = all(is_slip(name, each, person=person) for each in near)
        return self._all(to, near if sure else ())

    def _slips_of(self, to: Namespace) -> Slips:
        if to not in self._slips:
            self._slips[to] = Slips(self._known(to))
        return self._slips[to]

    def _all(self, to: Namespace, names: Iterable[str]) -> tuple[Defined[Any], ...]:
        return tuple(self._known(to)[name] for name in names)

    def _known(self, to: Namespace) -> Mapping[str, Defined[Any]]:
        """Returns what can be meant by slug; steps by what happens, too, though it is no name."""
        if to not in self._called:
            names = self._journey_map.names(to)
            steps = reversed(names.defined) if to is Namespace.STEP else ()
            self._called[to] = {**{slug(each.label): each for each in steps}, **names.called}
        return self._called[to]


def is_slip(name: str, other: str, *, person: bool) -> bool:
    """Tells whether one of two slugs may be the other, misspelt.

    Not so are short names, which lie one letter apart by chance, names that differ in a number or
    in a word of one letter (`plan-a`, `plan-b`), and those of people that differ as a woman's and a
    man's do (`hijo`, `hija`).
    """
    if min(len(name), len(other)) < _SHORTEST or not one_slip_apart(name, other):
        return False
    numbered = _COUNTED.sub("", name) == _COUNTED.sub("", other)
    stems = {re.sub(r"[aeoy]\b", "", each) for each in (name, other)}
    return not numbered and not (person and len(stems) == 1)


class Nobodies:
    """Those who feel, need or think something and have no part in a map whose people are free."""

    def __init__(self, journey_map: JourneyMap) -> None:
        self._journey_map = journey_map

    @cached_property
    def _parts(self) -> frozenset[str]:
        return parts_of(self._journey_map)

    @cached_property
    def _slips(self) -> Slips:
        return Slips(self._parts)

    def has(self, reference: Reference) -> bool:
        """Tells whether a name is nobody's; one slip away from somebody's it is told elsewhere."""
        if not reference.is_key or reference.route[-2] not in INWARD or reference.meanings:
            return False
        who = slug(reference.text)
        slips = (is_slip(who, other, person=True) for other in self._slips.near(who))
        free = self._journey_map.is_free(Namespace.PERSON)
        return free and who not in self._parts and not any(slips)
