"""The opportunity score: how much a change could pay where something matters and disappoints."""

from enum import StrEnum

from journeymap.quick_dataclass import dataclass

EXTREME_ABOVE = 15.0
"""A score above it is an extreme opportunity (published: Ulwick 2005)."""

HIGH_FROM = 12.0
"""A score from here on is a high opportunity (published: Ulwick 2005)."""

CONSIDER_FROM = 10.0
"""A score from here on is worth considering, one below unattractive (published: Ulwick 2005)."""

CALLS_FOR_MORE = 10.0
"""An opportunity score above it is an unmet need (house: Ulwick's "worth considering" begins)."""


class Band(StrEnum):
    """What a score means, of ratings that respondents gave."""

    EXTREME = "extreme"
    HIGH = "high"
    CONSIDER = "worth-considering"
    UNATTRACTIVE = "unattractive"


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """An opportunity score.

    Bands and "over-served" are defined for shares of respondents. Where the team rated by itself,
    the number is its judgement and has no such name.

    Attributes:
        value: 0 to 20.
        surveyed: whether respondents rated, as the top-box scale counts them.
        band: what the score means; None where the team rated.
        over_served: whether it satisfies more than it matters; never told where the team rated.
    """

    value: float
    surveyed: bool
    band: Band | None
    over_served: bool


def score(importance: float, perceived: float) -> float:
    """Returns importance + max(importance - perceived, 0), from 0 to 20.

    Source: Ulwick, What Customers Want, 2005, for outcome statements that respondents rate; to
    apply it to the steps of a journey is house.

    Args:
        importance: how much it matters, 0 to 10.
        perceived: how well it was, 0 to 10: Ulwick's satisfaction.
    """
    return importance + max(importance - perceived, 0.0)


def scored(importance: float, perceived: float, *, surveyed: bool) -> Score:
    """Returns the score of two ratings, with its band where respondents gave them."""
    value = round(score(importance, perceived), 9)
    return Score(
        value=value,
        surveyed=surveyed,
        band=_band(value) if surveyed else None,
        over_served=surveyed and perceived > importance,
    )


def _band(value: float) -> Band:
    if value > EXTREME_ABOVE:
        return Band.EXTREME
    if value >= HIGH_FROM:
        return Band.HIGH
    return Band.CONSIDER if value >= CONSIDER_FROM else Band.UNATTRACTIVE
