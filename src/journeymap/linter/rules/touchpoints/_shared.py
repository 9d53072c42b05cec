"""What several rules of the family say or ask in the same way."""

import re

from journeymap.analysis.contact import is_anywhere_served
from journeymap.authoring import JourneyMap, Need, OpportunityStatus, slug
from journeymap.model.shared_words import share_words
from journeymap.model.stems import Topic, speaks_of
from journeymap.quick_pattern import pattern

_KEPT = pattern(
    r"summar|\bvalues?\b|valuation|apprais|\bplans?\b|\brecords?\b|\bfiles?\b|\bnotes?\b|minutes|protocol|\blogs?\b|x-?rays?"
    r"|\bscans?\b|\bimages?\b|\breadings?\b|\btests?\b|\bscores?\b|\bcharts?\b|schedule|\bcodes?\b"
    r"|\bpictures\b|\b(?:work|job) orders?\b|orden de trabajo|zleceni[ea] (?:pracy|serwisowe)"
    r"|resumen|\bplan(?:es)?\b|historia|expediente|\bnotas?\b|\bacta|radiograf|imágen|prueba"
    r"|podsumow|kart[aęy]|historię|notatk|protok|zdjęci|badani",
    re.IGNORECASE,
)
"""What a house writes or measures for itself, whoever it is about."""
_LETTER = pattern(r"\blist\b", re.IGNORECASE)
"""A letter in Polish; in English anybody may write a list."""


SERVED = Need(
    what="steps with a serving party (kinds of stakeholders)",
    is_there=lambda context: is_anywhere_served(context.journey_map),
)
"""What rules about who serves read."""


def person(journey_map: JourneyMap, who: str) -> str:
    """Returns how a message calls somebody, by id."""
    return f'"{journey_map.person_label(who)}"'


def is_document(label: str, journey_map: JourneyMap) -> bool:
    """Tells by its name whether information is a document that others make, as a letter."""
    return _is_written(label, journey_map) and not speaks_of(Topic.OWN, label)


def _is_written(label: str, journey_map: JourneyMap) -> bool:
    polish = (journey_map.journey.language or "").casefold().startswith("pl")
    return speaks_of(Topic.PAPER, label) or (polish and bool(_LETTER.search(label)))


def is_paper(label: str, journey_map: JourneyMap) -> bool:
    """Tells by its name whether information is a document, or what a house keeps or measures."""
    return bool(_KEPT.search(label)) or _is_written(label, journey_map)


def is_named_by_an_idea(journey_map: JourneyMap, channel: str) -> bool:
    """Tells whether the text of an idea speaks of a channel, given by id, name or kind.

    One that is live has brought it already; a dropped one has not.
    """
    found = journey_map.channels.find(channel)
    names = {slug(found.label), slug(found.id)} if found else {slug(channel)}
    ideas = (each.opportunity for each in journey_map.opportunities)
    texts = [each.text for each in ideas if each.status is not OpportunityStatus.DROPPED]
    if found and any(share_words(found.label, text) for text in texts):
        return True
    return any(f"-{name}-" in f"-{slug(text)}-" for name in names for text in texts)
