"""Titles of views that say what is to be seen, true by what they are made from."""

from collections.abc import Sequence

from journeymap.analysis.analysis import Analysis
from journeymap.analysis.claims import Loss, claims
from journeymap.analysis.handoffs import HandoffState
from journeymap.words.headlines import sentences
from journeymap.words.labels import label


def of_flow(analysis: Analysis) -> str:
    """Returns how many are lost and where; empty where that cannot be said."""
    loss = next((each for each in claims(analysis) if isinstance(each, Loss)), None)
    return next(sentences(loss, analysis.journey_map), "") if loss else ""


def of_handoffs(analysis: Analysis) -> str:
    """Returns how many hand-offs lack something or are not described; empty without hand-offs."""
    language, count = analysis.journey_map.journey.language, len(analysis.transfers)
    bad = sum(each.state is not HandoffState.COMPLETE for each in analysis.transfers)
    key = "title-handoffs" if bad else "title-handoffs-complete"
    return label(key, language).format(n=bad, all=count) if count else ""


def of_ladder(analysis: Analysis) -> str:
    """Returns at how many places engagement falls or skips a level; empty without levels."""
    language, trust = analysis.journey_map.journey.language, analysis.trust
    if trust is None:
        return ""
    if not trust.falls and not trust.skipped:
        return label("title-ladder-steady", language)
    found = (("title-falls", len(trust.falls)), ("title-skips", len(trust.skipped)))
    return "; ".join(label(key, language).format(n=n) for key, n in found if n)


def of_ring(closed: str, language: str | None, *, assumed: bool) -> str:
    """Returns whether the ring closes, and how many begin anew; marked where that is assumed."""
    words = closed or label("stays-open", language)
    is_figure = any(map(str.isdigit, words))
    said = words[:1].upper() + words[1:]
    return f"{label('headline-estimate', language)} {said}" if assumed and is_figure else said


def counted(key: str, names: Sequence[str], total: int, language: str | None) -> str:
    """Returns how many of all are of a kind, and which where it is one alone.

    Args:
        key: label of the kind, with what all of them are: "{n} of {all} rated steps".
        names: those of the kind.
        total: how many there are in all.
        language: of the words.
    """
    words = label(key, language).format(n=len(names), all=total)
    if len(names) != 1:
        return words
    return f"{words}: {label('quoted', language).format(text=names[0])}"
