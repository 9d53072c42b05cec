"""The steps that a map calls out, with why, in words."""

from collections.abc import Sequence

from journeymap.analysis.call_outs import Because, CallOut
from journeymap.model.journey_map import JourneyMap
from journeymap.quick_dataclass import dataclass
from journeymap.words.plain_reasons import WHY, plainly_marked, why_called


@dataclass(frozen=True, slots=True, kw_only=True)
class Callout:
    """A step that is called out.

    Attributes:
        number: its rank, from 1.
        step: what happens there.
        reasons: what presses, harm first.
        why: key of the words for why it is called out.
    """

    number: int
    step: str
    reasons: tuple[str, ...]
    why: str = WHY[Because.PRESSURE]


def callouts(journey_map: JourneyMap, called: Sequence[CallOut]) -> dict[int, Callout]:
    """Returns what a map calls out, by position of the step.

    Args:
        journey_map: the map.
        called: the steps that are called out.
    """
    return {
        each.step.position: Callout(
            number=each.number,
            step=each.step.label,
            reasons=plainly_marked(each.point, journey_map),
            why=why_called(each.because, journey_map.journey.state),
        )
        for each in called
    }
