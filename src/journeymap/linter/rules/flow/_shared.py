"""What several rules of the family say or ask in the same way."""

from journeymap.analysis.evidence import is_assumed
from journeymap.authoring import JourneyMap, Need, PlacedStep
from journeymap.linter.rules._marks import with_mark
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


def wait_after(journey_map: JourneyMap, placed_step: PlacedStep) -> str:
    """Returns how long one waits after a step, as it is written; marked where it is assumed."""
    wait = placed_step.step.wait
    if wait is None:
        return ""
    assumed = is_assumed(journey_map, placed_step, wait.evidence)
    return with_mark(said(wait.time, "en"), assumed=assumed)
