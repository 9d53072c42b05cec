"""How many people, in words."""

from journeymap.model.journey import Starts
from journeymap.words.labels import label

_THIN = "\u00a0"
"""What parts thousands where a comma is the decimal sign."""


def starting(starts: Starts, share: float, language: str | None) -> str:
    """Returns how many people of those who begin a share is: "3,276 a year".

    Args:
        starts: how many begin, and in which time.
        share: 0 to 1.
        language: of the words.
    """
    return label(f"per-{starts.per}", language).format(n=count(starts, share, language))


def count(starts: Starts, share: float, language: str | None) -> str:
    """Returns the same without the time: "3,276"."""
    whole = f"{round(starts.n * share):,}"
    is_english = (language or "en").casefold().startswith("en")
    return whole if is_english else whole.replace(",", _THIN)
