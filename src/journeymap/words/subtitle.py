"""The line below the title: whose journey, in what state, on what evidence, how fresh."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from enum import Enum, auto

from journeymap.analysis.figures import evidence_at
from journeymap.model.journey_map import JourneyMap
from journeymap.model.names import Defined
from journeymap.model.vocabulary import Evidence, EvidenceKind
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
    journey_map: JourneyMap, fact: str = "", state: str = "", cited: Iterable[str] | None = None
) -> Subtitle:
    """Returns persona, state, evidence, review and owner in the language of the map.

    Args:
        journey_map: the map.
        fact: what is told of the whole of it behind its state.
        state: instead of its own, where two states are shown.
        cited: evidence by reference, where what is shown rests on that alone.
    """
    language, reviewed = journey_map.journey.language, journey_map.journey.reviewed
    entries = _cited(journey_map) if cited is None else journey_map.evidence.meant(cited)
    personas = ", ".join(map(journey_map.short_label, _chosen(journey_map)))
    groups = {
        _Part.PERSONA: [personas],
        _Part.STATE: [state or label(journey_map.journey.state, language)],
        _Part.FACT: [fact],
        _Part.EVIDENCE: [_brief(each, language) for each in entries],
        _Part.REVIEWED: [
            f"{label('reviewed', language)} {day(reviewed, language)}" if reviewed else ""
        ],
        _Part.OWNER: [journey_map.journey.owner or ""],
    }
    full = groups | {_Part.EVIDENCE: [evidence_name(each, language) for each in entries]}
    guesses = frozenset(_brief(each, language) for each in entries if _is_guess(each))
    lines = _shorter(groups, guesses, label("partly-assumed", language))
    return Subtitle(lines=tuple(lines), full=_joined(list(full.values())))


def named(said: Subtitle, view: str) -> Subtitle:
    """Returns a subtitle that begins with what the picture shows."""
    lines = tuple(_joined([[view], [line]]) for line in said.lines)
    return Subtitle(lines=(*lines, view), full=_joined([[view], [said.full]]))


def _shorter(
    groups: Mapping[_Part, list[str]], guesses: Collection[str], partly: str
) -> Iterator[str]:
    """Yields the line, then ever less of it, down to persona and state.

    Owner and review go first, then evidence from its end, then what is told of the whole map; that
    it rests on a guess stays longest, and that it does so in part where other evidence gave way.
    """
    left = {part: [_together(words) for words in said if words] for part, said in groups.items()}
    kept = {_together(words) for words in guesses}
    evidence = [words for words in left[_Part.EVIDENCE] if words not in kept]
    yield _joined(list(left.values()))
    order = [(part, words) for part in (_Part.OWNER, _Part.REVIEWED) for words in left[part]]
    order += [(_Part.EVIDENCE, words) for words in reversed(evidence)]
    order += [(_Part.FACT, words) for words in left[_Part.FACT]]
    mixed = evidence and len(evidence) < len(left[_Part.EVIDENCE])
    guessed = [words for words in left[_Part.EVIDENCE] if words in kept]
    order += [(_Part.EVIDENCE, words) for words in ([partly] if mixed else reversed(guessed))]
    for part, words in order:
        left[part].remove(words)
        if mixed and part is _Part.EVIDENCE and left[part] == guessed:
            left[part] = [partly]
        yield _joined(list(left.values()))


def _chosen(journey_map: JourneyMap) -> Iterator[str]:
    return (each.id for each in journey_map.personas_chosen)


def _is_guess(entry: Defined[Evidence]) -> bool:
    return entry.item.kind is EvidenceKind.ASSUMPTION


def _joined(groups: list[list[str]]) -> str:
    return " · ".join("; ".join(group) for group in groups if any(group))


def _together(words: str) -> str:
    """Keeps short words on one line."""
    return words.replace(" ", "\u00a0") if len(words) <= _SHORT else words


def _cited(journey_map: JourneyMap) -> tuple[Defined[Evidence], ...]:
    """Returns the evidence that the map names, once each: of the whole map first."""
    steps = (name for placed_step in journey_map.steps for name in evidence_at(placed_step))
    return journey_map.evidence.meant((*journey_map.journey.based_on, *steps))


def _count(entry: Defined[Evidence], language: str | None) -> str | None:
    kind, n = entry.item.kind, entry.item.n
    return counted(kind, n, language) if kind and n else None


def _dated(words: str, entry: Defined[Evidence], language: str | None) -> str:
    return f"{words}, {day(entry.item.date, language)}" if entry.item.date else words


def _brief(entry: Defined[Evidence], language: str | None) -> str:
    """Returns "14 interviews, May 2026"; the name where the kind is not counted so."""
    return _dated(_count(entry, language) or entry.label, entry, language)


def evidence_name(entry: Defined[Evidence], language: str | None) -> str:
    """Returns evidence by its name, with how much of it there is, and from when."""
    count = _count(entry, language)
    name = f"{entry.label} ({count})" if count and entry.item.name else count or entry.label
    return _dated(name, entry, language)
