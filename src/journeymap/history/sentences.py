"""Differences as sentences of a report: in the trade's words, with units, in English."""

from collections.abc import Iterator

from journeymap.compare.difference import Difference, Differences, How
from journeymap.compare.field_words import NOTHING, name_of, told
from journeymap.compare.record import Entry, Kind, Path, Record

NAMES = {
    Kind.MAP: "map",
    Kind.LIBRARY: "library",
    Kind.STAGE: "stage",
    Kind.STEP: "step",
    Kind.PAIN: "pain",
    Kind.OPPORTUNITY: "idea",
    Kind.LEAK: "people who leave",
    Kind.WAY: "way",
    Kind.HANDOFF: "hand-off",
    Kind.READING: "reading",
    Kind.PILOT: "pilot",
    Kind.PERSONA: "persona",
    Kind.STAKEHOLDER: "person",
    Kind.CHANNEL: "channel",
    Kind.INFORMATION: "information",
    Kind.METRIC: "metric",
    Kind.EVIDENCE: "evidence",
    Kind.EXTERNAL_CHANGE: "change outside",
}
"""What entries of a kind are called."""
_LONG = 160
"""Characters of a text that is told on both sides; of longer ones the new text alone."""


def sentence(each: Difference, found: Differences) -> str:
    """Returns what becomes of an entry, or of a field of it, without naming what holds it."""
    match each.how:
        case How.ADDED | How.REMOVED:
            return _come_or_gone(each, found)
        case How.MOVED:
            return _moved(each, found)
        case _:
            return _changed(each, found)


def name(entry: Entry) -> str:
    """Returns what an entry is and what it is called: `pain “Cold”`."""
    if entry.kind is Kind.MAP:
        return "the map"
    if entry.kind is Kind.LEAK:
        return f"people who leave for {entry.label}" if entry.id else "people who leave"
    where = " → " if entry.kind in {Kind.WAY, Kind.HANDOFF} else " "
    return f"{NAMES[entry.kind]}{where}“{entry.label}”" if entry.label else NAMES[entry.kind]


def _come_or_gone(each: Difference, found: Differences) -> str:
    verb = "new" if each.how is How.ADDED else "left out"
    inner = each.parts[1:]
    counts = ", ".join(_counted(kind, inner) for kind in Kind if any(p.kind is kind for p in inner))
    more = f" (with {counts})" if counts else ""
    record = found.second if each.how is How.ADDED else found.first
    share = _share(each.entry, record)
    return f"{verb}: {name(each.entry)}{share}{_behind(each, found)}{more}"


def _share(entry: Entry, record: Record) -> str:
    """Returns the share of those who leave, or who take a way."""
    path = ("share",)
    if entry.kind not in {Kind.LEAK, Kind.WAY} or path not in entry.fields:
        return ""
    words = told(_as_change(entry, path), record, record, None)
    return f", {words.after}"


def _as_change(entry: Entry, path: Path) -> Difference:
    value = entry.fields[path]
    return Difference(how=How.CHANGED, first=entry, second=entry, path=path, after=value)


def _counted(kind: Kind, parts: tuple[Entry, ...]) -> str:
    count, word = sum(part.kind is kind for part in parts), NAMES[kind]
    plural = (
        word if count == 1 or word.endswith(("information", "evidence", "leave")) else f"{word}s"
    )
    return f"{count} {plural}"


def _behind(each: Difference, found: Differences) -> str:
    """Returns behind which step or stage something came in, or stood."""
    spot, record = (
        (each.spot, found.second) if each.how is not How.REMOVED else (each.origin, found.first)
    )
    if not spot or not spot.behind:
        is_first = bool(spot and each.entry.kind in {Kind.STAGE, Kind.STEP})
        return ", at the beginning" if is_first and each.how is not How.REMOVED else ""
    if each.how is How.REMOVED:
        return ""
    return f", after “{record.entries[spot.behind].label}”"


def _moved(each: Difference, found: Differences) -> str:
    if not (each.spot and each.origin and each.spot.holder and each.origin.holder):
        return f"{name(each.entry)} moved"
    before, after = found.first.entries[each.origin.holder], found.second.entries[each.spot.holder]
    place = _behind(each, found)
    if found.pairs.get(before.key) == after.key:
        return f"moved{place}"
    kind = NAMES[after.kind]
    return f"moved from {kind} “{before.label}” to {kind} “{after.label}”{place}"


def _changed(each: Difference, found: Differences) -> str:
    words = told(each, found.first, found.second, None)
    if each.how is How.RENAMED:
        return f"renamed: “{words.before}” → “{words.after}”{_by_likeness(each, found)}"
    if each.entry.kind is Kind.LEAK and name_of(each.path) == "share":
        return f"{words.before} → {words.after} leave"
    if words.is_list:
        changes = [f"+ {item}" for item in words.added] + [f"− {item}" for item in words.removed]
        return f"{words.what}: {'; '.join(changes) or 'in another order'}"
    return f"{words.what}: {_values(words.before, words.after)}{_gap(each, found)}"


def _values(before: str, after: str) -> str:
    if before == NOTHING:
        return f"{after} (new)"
    if after == NOTHING:
        return f"{before} (left out)"
    is_long = len(before) + len(after) > _LONG
    return f"now “{after}”" if is_long else f"{before} → {after}"


def _by_likeness(each: Difference, found: Differences) -> str:
    known = each.first is not None and found.is_by_likeness(each.first)
    return " (known by likeness, not by an id)" if known else ""


def _gap(each: Difference, found: Differences) -> str:
    """Returns what becomes of the gap between what was expected and what was got."""
    if each.path[0] not in {"expected", "perceived"} or each.path[-1] != "rating":
        return ""
    scales = {it.journey_map.journey.scales.rating for it in (found.first, found.second)}
    gaps = [_shortfall(entry, each.path) for entry in (each.first, each.second)]
    before, after = gaps
    if len(scales) > 1 or "top-box" in scales or before is None or after is None:
        return ""
    if before == after or max(before, after) <= 0:
        return ""
    verb = "closes" if after < before else "opens"
    return f"; the gap {verb} from {before:g} to {after:g}"


def _shortfall(entry: Entry | None, path: Path) -> float | None:
    """Returns by how much a step falls short of what was expected; None where that is unknown."""
    if entry is None:
        return None
    whose = path[1:]
    expected, perceived = (entry.fields.get((field, *whose)) for field in ("expected", "perceived"))
    if not isinstance(expected, float | int) or not isinstance(perceived, float | int):
        return None
    return float(expected) - float(perceived)


def where(each: Difference, found: Differences) -> Iterator[Entry]:
    """Walks what a difference is at, from outside inwards: its stage and step, without the map."""
    record = found.second if each.second else found.first
    around = list(record.around(each.entry.key))
    yield from reversed(around if len(around) == 1 else around[:-1])
