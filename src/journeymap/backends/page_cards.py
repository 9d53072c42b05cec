"""What a web page tells of the map itself, of its people and of its stages, a card each."""

from collections.abc import Iterator

from journeymap.model.journey_map import JourneyMap
from journeymap.quick_dataclass import dataclass
from journeymap.tables.about import about_map, about_stage
from journeymap.views.kit.portrait import initials, picture_of
from journeymap.words.facts import Fact
from journeymap.words.labels import label
from journeymap.words.profiles import described, involved, profile


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
        yield Card(
            title=who.label,
            facts=profile(journey_map, who),
            picture=picture_of(journey_map, who),
            initials=initials(who.label),
        )
    for each in involved(journey_map):
        yield Card(title=each.label, facts=profile(journey_map, each))
