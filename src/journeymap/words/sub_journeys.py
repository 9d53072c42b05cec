"""What a step and the map that it leads to tell otherwise, as sentences."""

from typing import assert_never

from journeymap.analysis.sub_journeys import (
    OtherFeeling,
    OtherParties,
    OtherShare,
    OtherTime,
    SubContradiction,
)
from journeymap.words.shares import percent
from journeymap.words.times import rounded, said


def sentence(found: SubContradiction) -> str:
    """Returns what both say, in English."""
    match found:
        case OtherTime(here=here, there=whole):
            in_all = rounded(whole.low, whole.high, "en", about=whole.about)
            return f"the step takes {said(here, 'en')}, and its map {in_all} in all"
        case OtherShare(here=here, there=there):
            way = "on the way through its map"
            return f"{percent(here)} leave at the step, and {percent(there)} {way}"
        case OtherFeeling(here=here, there=there):
            mean = _signed(there)
            return f"the step feels {_signed(here)}, and its map {mean} on average, of −2 to 2"
        case OtherParties(missing=missing):
            people = ", ".join(missing)
            verb = "take" if len(missing) > 1 else "takes"
            return f"{people} {verb} part in the step, and in no step of its map"
        case _:
            assert_never(found)


def _signed(value: float) -> str:
    return f"{value:+.2g}".replace("-", "−")
