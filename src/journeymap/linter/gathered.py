"""Which single findings stand behind each one that is told for several."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from journeymap.findings import Finding
from journeymap.model.names import Route


class Gathered:
    """What a rule found one by one, and what is told of it."""

    def __init__(self, single: Sequence[Finding], told: Iterable[Finding]) -> None:
        """Looks up once where each single finding stands, and what no other one tells."""
        self._single = single
        self._alone = {(each.route, each.message) for each in single}
        self._at = defaultdict[Route, list[int]](list)
        for i, each in enumerate(single):
            self._at[each.route].append(i)
        stood_for = {route for each in told for route in (each.route, *each.stands_for)}
        self._rest = tuple(each for each in single if each.route not in stood_for)

    def behind(self, told: Finding) -> tuple[Finding, ...]:
        """Returns what one is gathered from; where it does not say, all that no other tells."""
        if told.stands_for:
            meant = {i for route in told.stands_for for i in self._at.get(route, ())}
            return tuple(self._single[i] for i in sorted(meant))
        return () if (told.route, told.message) in self._alone else self._rest
