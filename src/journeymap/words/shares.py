"""Shares in words: what is invented is not told to a tenth."""

from journeymap.analysis.flow import people
from journeymap.words.times import number

_ALL = 100
"""What a share is told of."""
_PLACES = 9
"""Decimal places that count: 100 · 0.145 is not exact in binary fractions."""


def of_100(share: float, *, assumed: bool = False, language: str | None = None) -> str:
    """Returns how many of 100 a share is: "12.5"; of an assumed one "13", "<1" or ">99".

    Args:
        share: 0 to 1.
        assumed: whether it rests on assumptions; then it has no decimals.
        language: whose decimal sign stands in it; English where left out.
    """
    if not assumed:
        return number(round(_ALL * share, 1), language)
    of_all, whole = round(_ALL * share, _PLACES), people(share)
    if whole == 0 and of_all > 0:
        return "<1"
    if whole == _ALL and of_all < _ALL:
        return ">99"
    return str(whole)


def percent(share: float, *, assumed: bool = False, language: str | None = None) -> str:
    """Returns the same as a percentage: "12.5 %"."""
    return f"{of_100(share, assumed=assumed, language=language)}\u00a0%"
