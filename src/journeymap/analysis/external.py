"""What changed outside of the service, and what of a map it affects."""

from collections.abc import Iterator
from datetime import date

from journeymap.model.fields import Day, Namespace
from journeymap.model.ids import slug
from journeymap.model.journey_map import JourneyMap
from journeymap.model.names import Route
from journeymap.model.vocabulary import ExternalChange
from journeymap.quick_dataclass import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """An external change that affects a map.

    Attributes:
        change: what was written.
        route: where it stands in its file.
        library: the path of the library that tells of it; None for the map itself.
        affected: what of the map it affects, by name; empty where that is all of it.
    """

    change: ExternalChange
    route: Route
    library: str | None
    affected: tuple[str, ...]

    @property
    def what(self) -> str:
        """What changed."""
        return self.change.what

    @property
    def day(self) -> date:
        """Since when it holds; of a month the last day. What has no date never holds."""
        return self.change.date.date if self.change.date else date.max

    def is_after(self, reviewed: Day) -> bool:
        """Tells whether it holds since after a review.

        Where one of both says the month alone, and it is the same one, nobody knows.
        """
        if self.change.date is None or self.day <= reviewed.date:
            return False
        days = (self.change.date.written, reviewed.written)
        same = self.day.isoformat()[:7] == reviewed.date.isoformat()[:7]
        return not (same and any(each.count("-") == 1 for each in days))


def changes(journey_map: JourneyMap) -> Iterator[Change]:
    """Walks the external changes that affect a map: its own, then those of its libraries."""
    for path, source in ((None, journey_map.journey), *journey_map.libraries.items()):
        for i, change in enumerate(source.external_changes):
            affected = tuple(_affected(change, journey_map))
            if affected or not change.affects:
                route = ("external_changes", i)
                yield Change(change=change, route=route, library=path, affected=affected)


def _affected(change: ExternalChange, journey_map: JourneyMap) -> Iterator[str]:
    """Walks what a change names and the map has; a library may name what others have."""
    used = {
        slug(each.text) for each in journey_map.references_to(Namespace.CHANNEL, Namespace.PERSON)
    }
    for name in change.affects:
        if meant := journey_map.resolve(name, Namespace.AFFECTED):
            yield meant.label
        elif slug(name) in used:
            yield name
