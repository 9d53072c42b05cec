"""The catalogue of maps as a table."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from journeymap.findings import Severity
from journeymap.history.atlas import Atlas, Entry
from journeymap.history.clusters import Cluster
from journeymap.history.figures import Figures
from journeymap.tables.table import NOTHING, Column, Kind, Reader, Table
from journeymap.words.labels import label

_MOST = 5
"""Texts that come again, and likenesses, that people are told of at most."""


def chosen(atlas: Atlas, *, owner: str = "", due: date | None = None) -> Atlas:
    """Returns the catalogue with some of its maps only; what is told of all together stays.

    Args:
        atlas: the catalogue.
        owner: who answers for the maps, in any case of letters; everybody when left out.
        due: the day by which their review is due, or was never done; any when left out.
    """
    kept = tuple(
        entry
        for entry in atlas.entries
        if (not owner or owner.casefold() == _owner(entry).casefold())
        and (due is None or entry.due is None or entry.due <= due)
    )
    return replace(atlas, entries=kept)


def build(atlas: Atlas, today: date) -> Table[Entry]:
    """Returns the catalogue as a table.

    Args:
        atlas: the catalogue.
        today: the day that counts as today.
    """
    return Table(
        title=f"{len(atlas.entries)} maps" if len(atlas.entries) != 1 else "1 map",
        columns=_columns(atlas, today),
        items=atlas.entries,
        head=_head(atlas),
        key="maps",
        notes=tuple(_notes(atlas)),
    )


def _columns(atlas: Atlas, today: date) -> tuple[Column[Entry], ...]:
    since = _compared(atlas.since) if atlas.since else ()
    return (*_governed(today), *_experienced(), *since)


def _governed(today: date) -> tuple[Column[Entry], ...]:
    """Returns who answers for maps, and how they stand."""
    return (
        Column(key="id", title="Map", value=_id),
        Column(key="path", title="Path", value=lambda e: e.file.shown, reader=Reader.PROGRAMS),
        Column(key="title", title="Title", value=_title, reader=Reader.PROGRAMS),
        Column(key="owner", title="Owner", value=lambda e: _owner(e) or None, spare=2),
        Column(key="status", title="Status", value=_status),
        Column(
            key="meets",
            title="Meets",
            value=_meets,
            json=lambda e: e.figures.meets,
        ),
        Column(key="reviewed", json=lambda e: e.reviewed.isoformat() if e.reviewed else None),
        Column(
            key="due",
            title="Review",
            value=lambda e: _due(e, today),
            json=lambda e: e.due.isoformat() if e.due else None,
        ),
        Column(
            key="findings",
            title="E/W/N",
            value=lambda e: e.figures.weights,
            json=lambda e: _weights(e.figures),
        ),
    )


def _experienced() -> tuple[Column[Entry], ...]:
    """Returns what becomes of people there, and where to look first."""
    return (
        Column(
            key="completion",
            title="Complete",
            kind=Kind.SHARE,
            value=lambda e: e.figures.completion.value,
            assumed=lambda e: e.figures.completion.assumed,
        ),
        Column(
            key="lost",
            title="Lost",
            kind=Kind.SHARE,
            value=lambda e: e.figures.lost.value,
            assumed=lambda e: e.figures.lost.assumed,
            spare=4,
        ),
        Column(
            key="waiting",
            title="Waiting",
            value=lambda e: e.figures.waiting.told() or None,
            json=lambda e: e.figures.waiting.value,
            spare=3,
        ),
        Column(
            key="first",
            title="First leverage point",
            value=lambda e: e.figures.first.told if e.figures.first else None,
            json=lambda e: e.figures.first.record if e.figures.first else None,
            spare=1,
        ),
        Column(
            key="leads_to",
            title="Links",
            value=lambda e: f"{len(e.leads_to)} out, {len(e.named_by)} in",
            json=lambda e: [each.name for each in e.leads_to],
            spare=5,
        ),
        Column(key="named_by", json=lambda e: [each.name for each in e.named_by]),
    )


def _compared(since: str) -> tuple[Column[Entry], ...]:
    """Returns how maps stood at a revision."""
    return (
        Column(title=f"Since {since}", value=_came, room=20),
        Column(key="was", json=lambda e: _record(e.was) if e.was else None),
    )


def _weights(figures: Figures) -> dict[str, int]:
    return {str(each): figures.count(each) for each in Severity}


def _record(figures: Figures) -> dict[str, object]:
    return {
        "status": figures.claims,
        "meets": figures.meets,
        "findings": _weights(figures),
        "completion": figures.completion.value,
        "lost": figures.lost.value,
        "waiting": figures.waiting.value,
        "first": figures.first.record if figures.first else None,
    }


def _came(entry: Entry) -> str:
    """Returns which figures of a map are other ones than at the revision."""
    was, now = entry.was, entry.figures
    if was is None:
        return "new"
    pairs = {
        "status": (str(was.claims or NOTHING), str(now.claims or NOTHING)),
        "meets": (str(was.meets or "none"), str(now.meets or "none")),
        "E/W/N": (was.weights, now.weights),
        "complete": (was.completion.told("\u00a0%"), now.completion.told("\u00a0%")),
        "waits": (was.waiting.told(), now.waiting.told()),
        "first": (was.first.told if was.first else "", now.first.told if now.first else ""),
    }
    told = [f"{n} {a or NOTHING} → {b or NOTHING}" for n, (a, b) in pairs.items() if a != b]
    return "; ".join(told) or "no figure"


def _id(entry: Entry) -> str:
    return entry.journey_map.id if entry.journey_map else entry.file.shown


def _title(entry: Entry) -> str | None:
    return entry.journey_map.journey.title if entry.journey_map else None


def _owner(entry: Entry) -> str:
    return (entry.journey_map.journey.owner or "") if entry.journey_map else ""


def _status(entry: Entry) -> str | None:
    return str(entry.journey_map.journey.status) if entry.journey_map else None


def _meets(entry: Entry) -> str | None:
    """Returns the status that a map meets, or that it is its own; None where it cannot be read."""
    if entry.journey_map is None:
        return None
    meets = entry.figures.meets
    return "yes" if str(meets or "") == _status(entry) else meets or "none"


def _due(entry: Entry, today: date) -> str | None:
    if entry.journey_map is None:
        return None
    if entry.due is None:
        return "never reviewed"
    return f"due since {entry.due}" if entry.due < today else f"due {entry.due}"


def _head(atlas: Atlas) -> Mapping[str, object]:
    return {
        "view": "atlas",
        "since": atlas.since or None,
        "gone": list(atlas.gone),
        "orphans": [entry.file.shown for entry in atlas.orphans],
        "one_id": {name: [e.file.shown for e in same] for name, same in atlas.one_id.items()},
        "unused_libraries": [file.shown for file in atlas.unused],
        "likenesses": {name: _told(found) for name, found in atlas.likenesses.items()},
        "blind_spots": [
            {"framework": each.framework, "stages": list(each.stages)} for each in atlas.blind_spots
        ],
        "contradictions": [
            {
                "path": each.file.shown,
                "line": each.start.line,
                "step": each.step,
                "other": each.related[0].file.shown,
                "message": each.message,
            }
            for each in atlas.contradictions
        ],
        "pains": _told(atlas.pains),
        "ideas": _told(atlas.ideas),
    }


def _told(found: Sequence[Cluster]) -> list[dict[str, list[str]]]:
    return [{"texts": list(each.texts), "places": list(each.places)} for each in found]


def _notes(atlas: Atlas) -> Iterator[str]:
    """Walks what is told of all maps together."""
    if atlas.gone:
        yield f"gone since {atlas.since}: {_listed(atlas.gone)}"
    for each in atlas.contradictions:
        yield f"{each.file.shown}:{each.start.line}: {each.message}"
    for name, same in atlas.one_id.items():
        yield f"{len(same)} maps have the id {name}: {_listed(e.file.shown for e in same)}"
    for spot in atlas.blind_spots:
        yield f"no map covers {_listed(spot.stages)} of {spot.framework}"
    if atlas.orphans:
        yield f"linked with no other map: {_listed(_id(entry) for entry in atlas.orphans)}"
    if atlas.unused:
        yield f"used by no map: {_listed(file.shown for file in atlas.unused)}"
    yield from _again(atlas)
    if any(each.figures.is_assumed for each in atlas.entries):
        yield label("note-assumed", None)


def _again(atlas: Atlas) -> Iterator[str]:
    """Walks what is said in several places, the most frequent of it."""
    for name, found in atlas.likenesses.items():
        for each in found[:_MOST]:
            yield f"{name} that may be the same: {_listed(each.texts)} ({_listed(each.places)})"
    for name, found in (("pain", atlas.pains), ("idea", atlas.ideas)):
        for each in found[:_MOST]:
            maps = f"{len(each.places)} maps"
            yield f'{name} in {maps}: "{each.texts[0]}" ({_listed(each.places)})'


def _listed(names: Iterator[str] | Sequence[str]) -> str:
    return ", ".join(names) or NOTHING
