"""What a picture rests on: how much of it is assumed, and which evidence is behind it."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from enum import StrEnum

from journeymap.analysis.evidence import Standing, claim_standing, evidence_for, standing
from journeymap.analysis.figures import FigureKind, evidence_at, figures
from journeymap.model.journey_map import JourneyMap, PlacedStep
from journeymap.model.names import Defined
from journeymap.model.vocabulary import Evidence, EvidenceKind
from journeymap.quick_dataclass import dataclass


class Extent(StrEnum):
    """How much of what is shown is assumed.

    Attributes:
        NONE: nothing, or nobody says.
        PARTLY: some of it.
        FIGURES: all figures, but not all that is said in words.
        ALL: everything that is said of steps and stages.
        OF_PERSONA: some of what is said of personas.
        PERSONA: all that is said of personas.
    """

    NONE = ""
    PARTLY = "partly-assumed"
    FIGURES = "all-figures-assumed"
    ALL = "all-assumed"
    OF_PERSONA = "persona-partly-assumed"
    PERSONA = "persona-all-assumed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Grounds:
    """What a picture rests on.

    Attributes:
        figures: the standing of each of its figures.
        claims: the standing of what it says in words, a step each.
        uses: how many steps and figures each piece of evidence is behind, in order of appearance.
        personas: whether it tells of personas, and of no step.
    """

    figures: tuple[Standing, ...]
    claims: tuple[Standing, ...]
    uses: tuple[tuple[Defined[Evidence], int], ...]
    personas: bool = False

    @property
    def extent(self) -> Extent:
        """How much of it is assumed."""
        every = {*self.figures, *self.claims}
        if Standing.ASSUMED not in every:
            return Extent.NONE
        if every == {Standing.ASSUMED} and self.claims:
            return Extent.PERSONA if self.personas else Extent.ALL
        if self.personas:
            return Extent.OF_PERSONA
        return Extent.FIGURES if set(self.figures) == {Standing.ASSUMED} else Extent.PARTLY

    @property
    def sources(self) -> tuple[Defined[Evidence], ...]:
        """The evidence, what is behind most of it first.

        Of figures that are all assumed it is the assumptions alone: other evidence that is named
        beside them carries none.
        """
        ordered = sorted(self.uses, key=lambda use: -use[1])
        is_bare = self.extent is Extent.FIGURES and not self.claims
        return tuple(each for each, _ in ordered if not is_bare or is_guess(each))

    def beside(self, other: "Grounds") -> "Grounds":
        """Returns what two pictures rest on together."""
        counts = Counter[str]()
        entries = dict[str, Defined[Evidence]]()
        for each, uses in (*self.uses, *other.uses):
            entries.setdefault(each.id, each)
            counts[each.id] += uses
        return Grounds(
            figures=self.figures + other.figures,
            claims=self.claims + other.claims,
            uses=tuple((each, counts[name]) for name, each in entries.items()),
        )


def is_guess(entry: Defined[Evidence]) -> bool:
    """Tells whether evidence is an assumption."""
    return entry.item.kind is EvidenceKind.ASSUMPTION


def grounds(journey_map: JourneyMap) -> Grounds:
    """Returns what a whole map rests on."""
    named = [_named_at(journey_map, step) for step in journey_map.steps]
    told = list(figures(journey_map))
    loose = [figure.evidence for figure in told if figure.step is None]
    return Grounds(
        figures=tuple(figure.standing for figure in told),
        claims=tuple(_claims(journey_map)),
        uses=_uses(journey_map, (*named, *loose) or (journey_map.journey.based_on,)),
    )


def grounds_of_figures(journey_map: JourneyMap, kinds: Collection[FigureKind]) -> Grounds:
    """Returns what a picture of figures alone rests on; of the whole map where there are none."""
    told = [figure for figure in figures(journey_map) if figure.kind in kinds]
    if not told:
        return grounds(journey_map)
    return Grounds(
        figures=tuple(figure.standing for figure in told),
        claims=(),
        uses=_uses(journey_map, [figure.evidence for figure in told]),
    )


def grounds_of_personas(journey_map: JourneyMap) -> Grounds:
    """Returns what is said of personas rests on; their share of all is one thing said of them."""
    people = [each.item for each in journey_map.personas_chosen]
    own = [who.evidence for who in people if who.evidence]
    words = [claim_standing(journey_map, own=names) for names in own]
    shares = [standing(journey_map, own=who.evidence) for who in people if who.share is not None]
    said, uses = (*words, *shares), _uses(journey_map, own)
    return Grounds(figures=(), claims=said, uses=uses, personas=True)


def _claims(journey_map: JourneyMap) -> Iterator[Standing]:
    """Yields how well the words of each step are known that says what they rest on."""
    for step in journey_map.steps:
        if evidence_for(journey_map, step):
            yield claim_standing(journey_map, step)


def _named_at(journey_map: JourneyMap, step: PlacedStep) -> Sequence[str]:
    return (*evidence_for(journey_map, step), *evidence_at(step))


def _uses(
    journey_map: JourneyMap, places: Iterable[Sequence[str]]
) -> tuple[tuple[Defined[Evidence], int], ...]:
    """Counts at how many places each piece of evidence is named."""
    found = [journey_map.evidence.meant(dict.fromkeys(names)) for names in places]
    counts = Counter(each.id for entries in found for each in entries)
    entries = {each.id: each for each_place in found for each in each_place}
    return tuple((each, counts[name]) for name, each in entries.items())
