"""What cards of personas say, in words."""

from collections.abc import Iterator, Mapping

from journeymap.model.journey_map import JourneyMap
from journeymap.model.names import Defined
from journeymap.model.people import Persona
from journeymap.quick_dataclass import dataclass
from journeymap.views.kit.portrait import picture_of
from journeymap.words.facts import Fact
from journeymap.words.profiles import described, profile

IN_HEAD = ("segment", "share-of-all")
"""What stands below the name, on one line if there is room."""
_LINES, _QUOTE, _LEFT_OUT = "demographics", "own-words", frozenset({"picture"})
"""What stands below that, line by line; her own words; and what is seen, not told."""

_FIRST = ("goals",)
"""Respects that come first on a card."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """A persona in words.

    Attributes:
        name: what she is called.
        aside: her segment, and how many of all she stands for.
        lines: facts about her.
        quote: her own words, in quotes; empty where there are none.
        rows: what else is said of her, by the key of its respect.
        picture: a PNG or a JPEG; empty where there is none to be shown.
    """

    name: str
    aside: tuple[str, ...]
    lines: tuple[str, ...]
    quote: str
    rows: Mapping[str, Fact]
    picture: bytes

    @property
    def is_bare(self) -> bool:
        """Whether nothing is said of her but the name."""
        return not (self.aside or self.lines or self.quote or self.rows or self.picture)


def personas(journey_map: JourneyMap) -> tuple[Defined[Persona], ...]:
    """Returns whose journey it is; where that is open, all personas that the map defines."""
    return journey_map.personas_chosen or described(journey_map)


def profiles(journey_map: JourneyMap) -> tuple[Profile, ...]:
    """Returns what is said of each persona, as tables and web pages tell it."""
    return tuple(_profile(journey_map, who) for who in personas(journey_map))


def _profile(journey_map: JourneyMap, who: Defined[Persona]) -> Profile:
    facts = {fact.key: fact for fact in profile(journey_map, who)}

    def said(key: str) -> tuple[str, ...]:
        return tuple(each.text for each in facts[key].entries) if key in facts else ()

    told = {*IN_HEAD, _LINES, _QUOTE, *_LEFT_OUT}
    first = [key for key in _FIRST if key in facts]
    share = [f"{facts['share-of-all'].label}: {words}" for words in said("share-of-all")]
    return Profile(
        name=who.label,
        aside=(*said("segment"), *share),
        lines=said(_LINES),
        quote=" ".join(said(_QUOTE)),
        rows={key: facts[key] for key in (*first, *facts) if key not in told},
        picture=picture_of(journey_map, who),
    )


def sentences(told: Profile) -> Iterator[str]:
    """Yields a card in sentences, for those who do not see it."""
    yield f"{': '.join((told.name, ' · '.join((*told.aside, *told.lines))))}."
    yield told.quote
    for fact in told.rows.values():
        yield f"{fact.label}: {'; '.join(each.text for each in fact.entries)}."
