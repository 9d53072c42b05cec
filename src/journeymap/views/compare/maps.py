"""Two maps side by side: which differences each step has, and what brings them about."""

from collections.abc import Iterator
from functools import cached_property

from journeymap.analysis.analysis import Analysis
from journeymap.compare.change import Change, brought_about_by, changes
from journeymap.compare.difference import Difference, Differences, differences
from journeymap.compare.field_words import name_of
from journeymap.compare.pairing import Pair, Pairing, pair
from journeymap.compare.record import Key, Kind
from journeymap.compare.recorder import record_of
from journeymap.model.journey import State
from journeymap.model.journey_map import JourneyMap, PlacedOpportunity, PlacedPain
from journeymap.quick_dataclass import dataclass

ASIDE = frozenset(
    {*("id", "evidence", "tags", "note", "questions", "journey", "library"), *("journeymap",)}
)
"""Fields of a step that are only named: what they hold is no part of the journey as she goes it."""


@dataclass(frozen=True, kw_only=True)
class Maps:
    """Two maps of a journey.

    Attributes:
        first: today's, or the earlier one.
        second: the desired, or the later one.
    """

    first: JourneyMap
    second: JourneyMap

    @property
    def language(self) -> str:
        """The language of what is said of them."""
        return self.first.journey.language or "en"

    @property
    def is_wish(self) -> bool:
        """Whether the second is what shall be, so that something has to bring it about."""
        states = (self.first.journey.state, self.second.journey.state)
        return states == (State.CURRENT, State.DESIRED)

    @cached_property
    def analyses(self) -> tuple[Analysis, Analysis]:
        """What is computed from either."""
        return Analysis(journey_map=self.first), Analysis(journey_map=self.second)

    @cached_property
    def found(self) -> Differences:
        """All that differs."""
        return differences(record_of(self.first), record_of(self.second))

    @cached_property
    def pairing(self) -> Pairing:
        """The steps of both, side by side."""
        return pair(self.first, self.second)

    @property
    def pairs(self) -> Iterator[Pair]:
        """Walks the steps of both, side by side."""
        return (each for group in self.pairing.pairs for each in group)

    @cached_property
    def _by_step(self) -> dict[tuple[bool, Key], list[Difference]]:
        """The differences at each step of either map, with those of what stands at it."""
        by_step: dict[tuple[bool, Key], list[Difference]] = {}
        for each in self.found.all:
            sides = ((False, each.first, self.found.first), (True, each.second, self.found.second))
            for is_second, entry, record in sides:
                around = record.around(entry.key) if entry else ()
                step = next((it for it in around if it.kind is Kind.STEP), None)
                if step:
                    by_step.setdefault((is_second, step.key), []).append(each)
        return by_step

    def changes_of(self, each: Pair) -> list[Difference]:
        """Returns what differs at a step, once each."""
        found: list[Difference] = []
        for is_second, step in ((False, each.first), (True, each.second)):
            if step:
                keys = self._keys[is_second]
                own = self._by_step.get((is_second, keys[step.position]), ())
                found += [it for it in own if not any(it is known for known in found)]
        return found

    @cached_property
    def _keys(self) -> tuple[list[Key], list[Key]]:
        """The key of each step of either map, by its position."""
        records = (self.found.first, self.found.second)
        first, second = ([each.key for each in it.of(Kind.STEP)] for it in records)
        return first, second

    def is_same(self, each: Pair) -> bool:
        """Tells whether the whole step is equal in both maps."""
        return bool(each.first and each.second and not each.moved and not self.changes_of(each))

    def is_changed(self, each: Pair) -> bool:
        """Tells whether the journey itself changes at a step, not only what is noted of it."""
        if not each.first or not each.second or each.moved:
            return True
        return not all(map(_is_aside, self.changes_of(each)))

    @cached_property
    def _changes(self) -> dict[int, Change]:
        """What becomes of the steps of the first map that the second one has, by position."""
        return {each.step.position: each for each in changes(*self.analyses)}

    def change_of(self, each: Pair) -> Change | None:
        """Returns by how much a step is better or worse; None of what one map alone has."""
        both = each.first and each.second
        return self._changes.get(each.step.position) if both else None

    def pains_of(self, each: Pair) -> tuple[list[PlacedPain], list[PlacedPain]]:
        """Returns the pains of a step that go, where it stays, and those that come."""
        before, after = ([*step.pains] if step else [] for step in (each.first, each.second))
        both = self.found.pairs
        kept = {both["pain", pain.id][-1] for pain in before if ("pain", pain.id) in both}
        gone = [pain for pain in before if each.second and ("pain", pain.id) not in both]
        return gone, [pain for pain in after if pain.id not in kept]

    def brought_by(self, each: Pair) -> tuple[PlacedOpportunity, ...] | None:
        """Returns the ideas of the first map that better a step; None where it gets no better."""
        change = self._changes.get(each.first.position) if each.first else None
        if not self.is_wish or not each.first or not change or not change.better:
            return None
        return brought_about_by(self.analyses[0], each.first)

    def at_hand(self, each: Pair) -> tuple[PlacedOpportunity, ...]:
        """Returns the ideas of the first map for a step that changes, of one that shall be."""
        if not self.is_wish or not each.first or not each.second or not self.is_changed(each):
            return ()
        return brought_about_by(self.analyses[0], each.first)


def _is_aside(each: Difference) -> bool:
    """Tells whether a difference is one of notes and sources, which she does not live through."""
    name = name_of(each.path)
    return name.endswith("evidence") or (each.entry.kind is Kind.STEP and name in ASIDE)
