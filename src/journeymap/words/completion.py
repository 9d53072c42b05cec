"""How many complete a journey, in words: they reach its end, or complete a round of a cycle."""

from math import fsum, isfinite

from journeymap.analysis.flow import people
from journeymap.analysis.measures import Measures
from journeymap.words.labels import label


def completing(measures: Measures) -> str:
    """Returns how many of 100 complete the journey; empty where no share is stated."""
    if measures.flow is None:
        return ""
    n, language = measures.flow.of_100["completion"], measures.journey_map.journey.language
    complete = label("completes-round" if is_round(measures) else "completes-end", language)
    return label("of-100-do", language).format(n=n, complete=complete)


def completing_marked(measures: Measures) -> str:
    """Returns the same, and that it is assumed where it is."""
    words, language = completing(measures), measures.journey_map.journey.language
    assumed = measures.flow is not None and measures.flow.assumed
    return f"{words} ({label('assumed-share', language)})" if assumed else words


def renewing(measures: Measures) -> float:
    """Returns the share of those who start that begin anew at last; 0 where none are known to."""
    flow = measures.flow
    share = fsum(
        flow.steps[exits.step.position].visits * (way.share or 0.0)
        for exits in (measures.ways.exits if flow else ())
        for way in exits.ways
        if flow and way.renewed and way.is_open
    )
    return share if isfinite(share) and people(share) else 0.0


def completing_both(one: Measures, other: Measures, language: str | None) -> str:
    """Returns what those who complete either of two maps do, as it is true of both.

    They reach the end, complete a round where both are rounds, else complete the journey.

    Args:
        one: what is computed from the one map.
        other: what is computed from the other.
        language: of the words.
    """
    rounds = sum(map(is_round, (one, other)))
    return label(("completes-end", "completes-journey", "completes-round")[rounds], language)


def is_round(measures: Measures) -> bool:
    """Tells whether a way closes the circle, so that the last step is no end."""
    return any(way.renewed and way.is_open for each in measures.ways.exits for way in each.ways)
