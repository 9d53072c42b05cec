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
    count = f"{round(starts.n * share):,}"
    if not (language or "en").casefold().startswith("en"):
        count = count.replace(",", _THIN)
    return label(f"per-{starts.per}", language).format(n=count)
