"""What a web page tells of the map itself, of its people and of its stages, a card each."""

from collections.abc import Iterator

from journeymap.model.journey_map import JourneyMap
from journeymap.quick_dataclass import dataclass
from journeymap.tables.about import about_map, about_stage
from journeymap.tables.facts import Fact
from journeymap.tables.profiles import described, involved, profile
from journeymap.words.labels import label


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """What is said of somebody or something.

    Attributes:
        title: who or what it is; "" for the map itself.
        facts: what is said; none of somebody who has but a name.
        picture: of a persona, a PNG or a JPEG; empty where there is none to be shown.
        initials: what stands in its place; empty for all but personas.
    """

    title: str
    facts: tuple[Fact, ...]
    picture: bytes = b""
    initials: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """Cards that belong together.

    Attributes:
        title: what they are about.
        cards: at least one.
    """

    title: str
    cards: tuple[Card, ...]


def sections(journey_map: JourneyMap) -> tuple[Section, ...]:
    """Returns what is said of a map, its people and its stages, in the language of the map."""
    groups = {
        "about-map": (Card(title="", facts=about_map(journey_map)),),
        "about-people": tuple(_people(journey_map)),
        "about-stages": tuple(
            Card(title=stage.label, facts=about_stage(journey_map, stage))
            for stage in journey_map.stages
        ),
    }
    told = {key: tuple(card for card in cards if card.facts) for key, cards in groups.items()}
    language = journey_map.journey.language
    return tuple(
        Section(title=label(key, language), cards=cards) for key, cards in told.items() if cards
    )


def _people(journey_map: JourneyMap) -> Iterator[Card]:
    for who in described(journey_map):
        portrait = who.item.picture
        place = (who.library, portrait.file) if portrait else None
        yield Card(
            title=who.label,
            facts=profile(journey_map, who),
            picture=journey_map.pictures.get(place, b"") if place else b"",
            initials=_initials(journey_map.short_label(who.id)),
        )
    for each in involved(journey_map):
        yield Card(title=each.label, facts=profile(journey_map, each))


def _initials(name: str) -> str:
    """Returns the first letters of the first two words of a name."""
    letters = (word.lstrip("\"'(¿¡„“«")[:1] for word in name.split())
    return "".join([letter for letter in letters if letter.isalpha()][:2]).upper()
