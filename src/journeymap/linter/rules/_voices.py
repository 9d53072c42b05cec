"""Whose word it is that a step was felt and rated like that: the customers', or the house's."""

import re

from journeymap.analysis.evidence import evidence_for
from journeymap.analysis.figures import ratings_of
from journeymap.authoring import Defined, EvidenceKind, JourneyMap, PlacedStep
from journeymap.model.unread import if_read
from journeymap.model.vocabulary import Evidence, Speaker
from journeymap.quick_pattern import pattern

_HEARD = frozenset({Speaker.CUSTOMER, Speaker.FAMILY})
_SPEAKS = frozenset(
    {
        EvidenceKind.INTERVIEW,
        EvidenceKind.SURVEY,
        EvidenceKind.OBSERVATION,
        EvidenceKind.COMPLAINT,
        EvidenceKind.DIARY,
        EvidenceKind.REVIEW,
    }
)
"""Kinds of evidence in which customers speak or are watched, unless it is said otherwise."""
_OWN_PEOPLE = pattern(
    r"\b(?:staff|team|employees?|colleagues?|experts?|equipo|personal|plantilla|empleados"
    r"|personel\w*|pracowni\w*|zespo\w*|ekspert\w*)\b",
    re.IGNORECASE,
)
"""What in the name of evidence says that people of the house were asked."""


def grounds(journey_map: JourneyMap, placed_step: PlacedStep) -> list[Defined[Evidence]]:
    """Returns all that what is felt and rated at a step rests on.

    A feeling in a word that nobody can read is one all the same.
    """
    step = placed_step.step
    own = [each for _, each in ratings_of(step)]
    if if_read(lambda: bool(step.emotion), otherwise=True):
        own.insert(0, ())
    cited = [name for each in own for name in evidence_for(journey_map, placed_step, each)]
    meant = journey_map.evidence.meant(dict.fromkeys(cited))
    return [each for each in meant if each.item.kind]


def is_heard(entry: Defined[Evidence]) -> bool:
    """Tells whether customers or their family speak in a source, or are watched."""
    if entry.item.from_ is not None:
        return entry.item.from_ in _HEARD
    of_the_house = _OWN_PEOPLE.search(f"{entry.id.replace('-', ' ')} {entry.label}")
    return entry.item.kind in _SPEAKS and not of_the_house


def is_of_the_house(entry: Defined[Evidence]) -> bool:
    """Tells whether a source is the word of staff, or of a workshop."""
    return not is_heard(entry) and entry.item.kind in _SPEAKS | {EvidenceKind.WORKSHOP}


def is_hearsay(journey_map: JourneyMap, placed_step: PlacedStep) -> bool:
    """Tells whether what is felt and rated at a step is assumed, or the word of the house alone.

    Where no evidence is named the map is young, and nobody says that anything was guessed.
    """
    found = grounds(journey_map, placed_step)
    return bool(found) and all(
        each.item.kind is EvidenceKind.ASSUMPTION or is_of_the_house(each) for each in found
    )
