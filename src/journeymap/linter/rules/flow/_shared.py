"""What several rules of the family say or ask in the same way."""

from collections.abc import Iterable

from journeymap.analysis.evidence import is_assumed
from journeymap.analysis.flow import OFTEN, Flow
from journeymap.authoring import JourneyMap, Need, PlacedStep, slug
from journeymap.linter.rules._marks import with_mark
from journeymap.model.ids import END
from journeymap.words.shares import of_100
from journeymap.words.times import said

SHARES = Need(
    what="shares of those who go on, back or away",
    is_there=lambda context: context.analysis.flow is not None,
)
"""What rules about the flow reckon with."""


def share_of(share: float, *, assumed: bool = False) -> str:
    """Returns a share as it is read out: 12.5 %; an assumed one has a mark and no decimals."""
    return with_mark(f"{of_100(share, assumed=assumed)} %", assumed=assumed)


def if_anew(steps: Iterable[PlacedStep], flow: Flow | None) -> str:
    """Returns the condition under which losses are reckoned where people come to a step again.

    Empty where nobody does: then everybody is counted at most once there in any case.

    Args:
        steps: the steps that lose people.
        flow: the flow through the map.
    """
    again = flow and any(flow.steps[each.position].times > OFTEN for each in steps)
    return ", if the shares hold anew for those who come again" if again else ""


def wait_after(journey_map: JourneyMap, placed_step: PlacedStep) -> str:
    """Returns how long one waits after a step, as it is written; marked where it is assumed."""
    wait = placed_step.step.wait
    if wait is None:
        return ""
    assumed = is_assumed(journey_map, placed_step, wait.evidence)
    return with_mark(said(wait.time, "en"), assumed=assumed)


def completed(journey_map: JourneyMap) -> str:
    """Returns what those do who are not lost: complete the journey, as far as the map says so.

    Where ways end the journey before its last step, and it does not say what they count as, nobody
    knows whether those who take them have what they came for.
    """
    early = (way for each in journey_map.steps[:-1] for way in each.step.next)
    unsaid = any(slug(way.to) == END and way.counts is None for way in early)
    return "come to an end of the journey" if unsaid else "complete the journey"
