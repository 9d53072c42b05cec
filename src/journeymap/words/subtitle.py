"""The line below the title: whose journey, in what state, on what evidence, how fresh."""

from collections.abc import Iterator, Mapping, Sequence
from enum import Enum, auto

from journeymap.analysis.grounds import Grounds, grounds
from journeymap.model.journey_map import JourneyMap
from journeymap.model.names import Defined
from journeymap.model.vocabulary import Evidence
from journeymap.quick_dataclass import dataclass
from journeymap.words.labels import counted, day, label

_SHORT = 40
"""Letters of a part that is not broken over two lines."""


class _Part(Enum):
    """A part of the line, in order."""

    PERSONA = auto()
    STATE = auto()
    FACT = auto()
    EVIDENCE = auto()
    REVIEWED = auto()
    OWNER = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class Subtitle:
    """What stands below the title.

    Attributes:
        lines: the same ever shorter, the whole of it first: what matters least goes first.
        full: all of it, with the names of evidence that is only counted in `lines`.
    """

    lines: tuple[str, ...]
    full: str


def subtitle(
    journey_map: JourneyMap, fact: str = "", state: str = "", based: Grounds | None = None
) -> Subtitle:
    """Returns persona, state, evidence, review and owner in the language of the map.

    Args:
        journey_map: the map.
        fact: what is told of the whole of it behind its state.
        state: instead of its own, where two states are shown.
        based: what is shown rests on, where that is not what the whole map does.
    """
    language, reviewed = journey_map.journey.language, journey_map.journey.reviewed
    based = based or grounds(journey_map)
    extent = label(based.extent, language) if based.extent else ""
    groups = {
        _Part.PERSONA: [", ".join(map(journey_map.short_label, _chosen(journey_map)))],
        _Part.STATE: [state or label(journey_map.journey.state, language)],
        _Part.FACT: [fact],
        _Part.EVIDENCE: [extent, *(evidence_name(each, language) for each in based.sources)],
        _Part.REVIEWED: [
            f"{label('reviewed', language)} {day(reviewed, language)}" if reviewed else ""
        ],
        _Part.OWNER: [journey_map.journey.owner or ""],
    }
    full = _joined(list(groups.values()))
    names = [_brief(each, language) for each in based.sources]
    lines = _shorter(groups, list(_evidence(extent, names, language)))
    return Subtitle(lines=tuple(lines), full=full)


def named(said: Subtitle, view: str) -> Subtitle:
    """Returns a subtitle that begins with what the picture shows."""
    lines = tuple(_joined([[view], [line]]) for line in said.lines)
    return Subtitle(lines=(*lines, view), full=_joined([[view], [said.full]]))


def _evidence(extent: str, names: Sequence[str], language: str | None) -> Iterator[list[str]]:
    """Yields how much is assumed with ever fewer sources, and how many of them are left out."""
    said = [extent] if extent else []
    yield [*said, *names]
    for count in range(len(names) - 1, 0, -1):
        more = label("more-missed", language).format(n=len(names) - count)
        yield [*said, *names[: count - 1], f"{names[count - 1]} {more}"]
    if names:
        yield said


def _shorter(groups: Mapping[_Part, list[str]], evidence: Sequence[Sequence[str]]) -> Iterator[str]:
    """Yields the line, then ever less of it, down to persona and state.

    Owner and review go first, then sources from their end, then what is told of the whole map; how
    much of it is assumed stays longest.
    """
    left = {part: [_together(words) for words in said if words] for part, said in groups.items()}
    briefer = [(_Part.EVIDENCE, [_together(words) for words in each]) for each in evidence]
    order = [
        *([] if left[_Part.EVIDENCE] == briefer[0][1] else briefer[:1]),
        *((part, []) for part in (_Part.OWNER, _Part.REVIEWED) if left[part]),
        *briefer[1:],
        *([(_Part.FACT, [])] if left[_Part.FACT] else []),
        *([(_Part.EVIDENCE, [])] if briefer[-1][1] else []),
    ]
    yield _joined(list(left.values()))
    for part, words in order:
        left[part] = words
        yield _joined(list(left.values()))


def _chosen(journey_map: JourneyMap) -> Iterator[str]:
    return (each.id for each in journey_map.personas_chosen)


def _joined(groups: list[list[str]]) -> str:
    return " · ".join("; ".join(group) for group in groups if any(group))


def _together(words: str) -> str:
    """Keeps short words on one line."""
    return words.replace(" ", "\u00a0") if len(words) <= _SHORT else words


def _count(entry: Defined[Evidence], language: str | None) -> str | None:
    kind, n = entry.item.kind, entry.item.n
    return counted(kind, n, language) if kind and n else None


def _dated(words: str, entry: Defined[Evidence], language: str | None) -> str:
    return f"{words}, {day(entry.item.date, language)}" if entry.item.date else words


def _brief(entry: Defined[Evidence], language: str | None) -> str:
    """Returns evidence by the name that its author gave it; where there is none how much it is."""
    named = entry.label if entry.item.name else _count(entry, language) or entry.label
    return _dated(named, entry, language)


def evidence_name(entry: Defined[Evidence], language: str | None) -> str:
    """Returns evidence by its name, with how much of it there is, and from when.

    A name that ends in brackets takes that into them: "Talks (invented; 14 interviews)".
    """
    count, name = _count(entry, language), entry.label
    if count and entry.item.name:
        name = f"{name[:-1]}; {count})" if name.endswith(")") else f"{name} ({count})"
    return _dated(name if entry.item.name else count or name, entry, language)
