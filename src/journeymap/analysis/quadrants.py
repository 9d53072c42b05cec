"""What to do about a step, by how much it matters and how it was: the one place that decides it."""

from collections.abc import Iterable, Sequence
from enum import StrEnum
from math import fsum

from journeymap.analysis.ratings import Rating
from journeymap.quick_dataclass import dataclass

MIDDLE = 5.0
"""The middle of the scale, in points of 0 to 10."""

FEWEST = 3
"""From so many rated steps on their mean says what is much and what is little (house)."""

_PLACES = 9
"""Decimal places of a mean: sums of binary fractions differ in the last ones."""


class Quadrant(StrEnum):
    """Where a step lies, by how much it matters and how it was; ids are the published names.

    Tables and pictures say what lies there ("matters more · got less") and give no advice, as two
    ratings do not tell where a change is needed most.

    Source: Martilla and James, Importance-Performance Analysis, Journal of Marketing 41 (1), 1977.
    """

    CONCENTRATE = "concentrate-here"
    KEEP = "keep-up"
    LOW = "low-priority"
    OVERKILL = "possible-overkill"


class CrossHairs(StrEnum):
    """Where the quadrants meet; Martilla and James discuss both.

    Attributes:
        MEAN: at the mean of the map's rated steps.
        MIDDLE: at the middle of the scale.
    """

    MEAN = "mean"
    MIDDLE = "middle"


@dataclass(frozen=True, slots=True, kw_only=True)
class CrossHair:
    """Where the quadrants of a map meet, in points of 0 to 10.

    Attributes:
        importance: from where on a step matters.
        perceived: from where on it is good enough.
        means: which of the two is a mean; the middle stands for the other.
    """

    importance: float
    perceived: float
    means: frozenset[str]

    @property
    def kind(self) -> CrossHairs:
        """Mean, unless the middle stands for both."""
        return CrossHairs.MEAN if self.means else CrossHairs.MIDDLE

    def quadrant(self, rating: Rating) -> Quadrant | None:
        """Returns where a step lies; None where its importance or perception is missing.

        What lies on the cross-hair counts as more, whatever the other rating is. What is perceived
        below what was expected counts as less, wherever it lies.
        """
        if rating.importance is None or rating.perceived is None:
            return None
        got_more = rating.perceived >= self.perceived and not rating.short
        if rating.importance >= self.importance:
            return Quadrant.KEEP if got_more else Quadrant.CONCENTRATE
        return Quadrant.OVERKILL if got_more else Quadrant.LOW

    def is_beyond_need(self, rating: Rating) -> bool:
        """Tells whether a step that matters less is better than the cross-hair, not only on it."""
        better = rating.perceived is not None and rating.perceived > self.perceived
        return better and self.quadrant(rating) is Quadrant.OVERKILL

    def is_met(self, rating: Rating) -> bool:
        """Tells whether a step lies on the cross-hair, on either axis."""
        on_it = rating.importance == self.importance or rating.perceived == self.perceived
        return on_it and self.quadrant(rating) is not None


def cross_hair(rated: Iterable[Rating], kind: CrossHairs = CrossHairs.MEAN) -> CrossHair:
    """Returns where the quadrants meet.

    The mean is that of the steps whose importance and perception are both rated. Where it tells no
    steps apart, as there are fewer than three or all have one rating, the middle stands for it.

    Args:
        rated: what one person says of the steps of a map.
        kind: whether at their mean or at the middle of the scale.
    """
    pairs = [
        (each.importance, each.perceived)
        for each in rated
        if each.importance is not None and each.perceived is not None
    ]
    if kind is CrossHairs.MIDDLE or len(pairs) < FEWEST:
        pairs = []
    axes = {"importance": 0, "perceived": 1}
    means = {name: _mean([pair[at] for pair in pairs]) for name, at in axes.items()}
    places = {name: MIDDLE if mean is None else mean for name, mean in means.items()}
    told = frozenset(name for name, mean in means.items() if mean is not None)
    return CrossHair(**places, means=told)


def _mean(values: Sequence[float]) -> float | None:
    """Returns the mean of values that differ; None of others."""
    if len({round(value, _PLACES) for value in values}) <= 1:
        return None
    return round(fsum(values) / len(values), _PLACES)
