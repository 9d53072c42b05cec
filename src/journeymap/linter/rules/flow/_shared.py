"""What several rules of the family say or ask in the same way."""

from journeymap.authoring import Need

SHARES = Need(
    what="shares of those who go on, back or away",
    is_there=lambda context: context.analysis.flow is not None,
)
"""What rules about the flow reckon with."""


def share_of(share: float) -> str:
    """Returns a share as it is read out: 12.5 %."""
    return f"{100 * share:.3g} %"
