"""How many figures are measured, told and assumed, in words."""

from journeymap.analysis.evidence import Standing, Standings
from journeymap.words.labels import label


def standings(counts: Standings, what: str, language: str | None) -> str:
    """Returns in a sentence how many are measured, how many told, and how many assumed.

    Args:
        counts: how many there are of each.
        what: the label of the figures.
        language: of the words.
    """
    return label("note-standings", language).format(
        what=label(what, language), **{each.value: getattr(counts, each) for each in Standing}
    )
