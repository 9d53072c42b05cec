"""One fact that a map tells twice at a step, so that its points are to be read as one."""

from collections.abc import Iterator

from journeymap.analysis.leverage import Point
from journeymap.analysis.reasons import Reason, ReasonKind
from journeymap.model.journey_map import JourneyMap
from journeymap.model.pains import PainKind
from journeymap.model.shared_words import share_words
from journeymap.quick_dataclass import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class OneFact:
    """Two reasons of a step that may be the same fact.

    Attributes:
        pain: what a pain says.
        other: what says the same: papers that do not arrive, or people who leave.
    """

    pain: Reason
    other: Reason

    @property
    def points(self) -> float:
        """What both add to the pressure of the step."""
        return self.pain.points + self.other.points


def told_twice(point: Point, journey_map: JourneyMap) -> Iterator[OneFact]:
    """Yields what presses at a step and may be one fact.

    That is a pain which shares a word with what is not passed on there, and one that drives people
    out beside those who leave (house).

    Args:
        point: the leverage point.
        journey_map: its map.
    """
    kinds = {entry.id: entry.pain.kind for entry in point.step.pains}
    pains = [each for each in point.reasons if set(each.ids) & kinds.keys() and each.points > 0]
    for other in point.reasons:
        names = " ".join(map(journey_map.information.label_of, other.ids))
        for pain in pains:
            papers = other.kind is ReasonKind.NOT_PASSED_ON and share_words(pain.written, names)
            drives_out = kinds[pain.ids[0]] is PainKind.DROPOUT
            if papers or (other.kind is ReasonKind.LEAVING and drives_out):
                yield OneFact(pain=pain, other=other)
