"""What a map says in one respect, as a name and words: of a step, a person, a stage or the map."""

from collections.abc import Iterable, Iterator, Sequence

from journeymap.model.journey_map import JourneyMap
from journeymap.quick_dataclass import dataclass
from journeymap.words.labels import label


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """Words that lead somewhere.

    Attributes:
        text: the words.
        link: where they lead; "" for nowhere.
    """

    text: str
    link: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """What is said in one respect.

    Attributes:
        label: the respect.
        key: of the label.
        entries: what is said; at least one.
    """

    label: str
    entries: tuple[Reference, ...]
    key: str = ""


Said = tuple[str, Iterable[str | Reference | None]]
"""The key of a label, and what is said; what is empty or None says nothing."""


def facts(told: Iterable[Said], language: str | None) -> Iterator[Fact]:
    """Yields those respects in which something is said, with their names."""
    for key, said in told:
        entries = tuple(
            Reference(text=each) if isinstance(each, str) else each for each in said if each
        )
        if entries:
            yield Fact(label=label(key, language), entries=entries, key=key)


def with_more(text: str, *more: str | None) -> str:
    """Returns a text with what is said besides, in brackets."""
    extra = " · ".join(filter(None, more))
    return f"{text} ({extra})" if extra else text


def evidence_entries(journey_map: JourneyMap, names: Sequence[str]) -> Iterator[Reference]:
    """Yields evidence by its names, with the places where it is kept."""
    for name in names:
        entry = journey_map.evidence.find(name)
        link = entry.item.link if entry else None
        yield Reference(text=journey_map.evidence.label_of(name), link=link or "")


def evidence_names(journey_map: JourneyMap, names: Sequence[str]) -> str:
    """Returns the names of evidence that something says of itself; empty where it says none."""
    return ", ".join(map(journey_map.evidence.label_of, names))
