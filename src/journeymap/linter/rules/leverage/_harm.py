"""What counts as a severe harm, and whether anything answers it."""

from journeymap.analysis.hazard import CALLS_FROM, CATASTROPHIC
from journeymap.authoring import Analysis, PainKind, PlacedPain
from journeymap.model.pains import Pain


def is_severe(pain: Pain, least: int = CALLS_FROM) -> bool:
    """Tells whether a pain may do severe harm.

    Args:
        pain: the pain.
        least: from this product of severity and probability on, whatever its severity.
    """
    score = (pain.severity or 0) * (pain.probability or 0)
    return pain.kind is PainKind.HARM and (pain.severity == CATASTROPHIC or score >= least)


def is_answered(entry: PlacedPain, analysis: Analysis) -> bool:
    """Tells whether an opportunity solves a pain or a step makes good for it."""
    return entry.route in analysis.answers or entry.route in analysis.recoveries
