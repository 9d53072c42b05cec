"""The line below the title: whose journey, in what state, on what evidence, how fresh."""

from collections.abc import Iterator

from journeymap.analysis.figures import evidence_at
from journeymap.model.journey_map import JourneyMap
from journeymap.model.names import Defined
from journeymap.model.vocabulary import Evidence
from journeymap.quick_dataclass import dataclass
from journeymap.words.labels import counted, day, label

_KEPT = 2
"""Parts that are never dropped: persona and state."""
_SHORT = 40
"""Letters of a part that is not broken over two lines."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Subtitle:
    """What stands below the title.

    Attributes:
        lines: the same ever shorter, the whole of it first: what matters least goes first.
        full: all of it, with the names of evidence that is only counted in `lines`.
    """

    lines: tuple[str, ...]
    full: str


def subtitle(journey_map: JourneyMap, fact: str = "") -> Subtitle:
    """Returns persona, state, evidence, review and owner in the language of the map.

    Args:
        journey_map: the map.
        fact: what is told of the whole of it behind its state.
    """
    language, reviewed = journey_map.journey.language, journey_map.journey.reviewed
    entries = _cited(journey_map)
    head = [
        ", ".join(journey_map.short_label(each.id) for each in journey_map.personas_chosen),
        label(journey_map.journey.state, language),
        fact,
    ]
    tail = [
        f"{label('reviewed', language)} {day(reviewed, language)}" if reviewed else "",
        journey_map.journey.owner or "",
    ]
    groups = [[part] for part in head] + [[_brief(e, language) for e in entries]]
    groups += [[part] for part in tail]
    full = [[part] for part in head] + [[_named(e, language) for e in entries]]
    full += [[part] for part in tail]
    return Subtitle(lines=tuple(_shorter(groups)), full=_joined(full))


def named(said: Subtitle, view: str) -> Subtitle:
    """Returns a subtitle that begins with what the picture shows."""
    lines = tuple(_joined([[view], [line]]) for line in said.lines)
    return Subtitle(lines=(*lines, view), full=_joined([[view], [said.full]]))


def _shorter(groups: list[list[str]]) -> Iterator[str]:
    """Yields the line, then without its last part, and so on down to persona and state."""
    left = [[_together(part) for part in group if part] for group in groups]
    yield _joined(left)
    for group in reversed(left[_KEPT:]):
        while group:
            group.pop()
            yield _joined(left)


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


def _named(entry: Defined[Evidence], language: str | None) -> str:
    count = _count(entry, language)
    name = f"{entry.label} ({count})" if count and entry.item.name else count or entry.label
    return _dated(name, entry, language)
