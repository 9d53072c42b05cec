"""A comparison as JSON and CSV, for programs."""

import json
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

from journeymap.compare.difference import Difference, Differences, Spot
from journeymap.compare.field_words import name_of, told, written
from journeymap.compare.record import Kind, Leaf, Record, Ref, Value
from journeymap.history.diff import DiffReport, MapDiff
from journeymap.history.outline import title, whole
from journeymap.history.sentences import sentence
from journeymap.linter.diagnostic import Diagnostic
from journeymap.model.feelings import Feeling
from journeymap.model.fields import Day, Duration
from journeymap.tables.table import Column, Table
from journeymap.tables.table import to_csv as table_csv
from journeymap.words.times import record as time_record

if TYPE_CHECKING:
    from journeymap.history.consequences import Consequences

VERSION = 1
"""Version of the shape; fields may be added within it, never renamed."""
_COLUMNS = (
    *("map", "path", "how", "kind", "id", "label", "stage", "step"),
    *("field", "before", "after", "text"),
)


def to_json(report: DiffReport) -> str:
    """Returns the report as JSON: what changed, flat, and what follows for each file."""
    content = {
        "version": VERSION,
        "old": report.old,
        "new": report.new,
        "note": report.note or None,
        "maps": [_map(each) for each in report.maps],
        "same": report.same,
        "changes": [change for each in report.maps for change in changes(each)],
        "consequences": {each.file.shown: _consequences(each) for each in report.maps},
    }
    return json.dumps(content, indent=2, ensure_ascii=False) + "\n"


def to_csv(report: DiffReport) -> str:
    """Returns what changed, a row each."""
    rows = tuple(change for each in report.maps for change in changes(each))
    columns = tuple(Column[dict[str, Any]](title=key, value=_getter(key)) for key in _COLUMNS)
    return table_csv(Table(columns=columns, items=rows))


def _getter(key: str) -> Callable[[dict[str, Any]], str]:
    return lambda row: _cell(row.get(key))


def _cell(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, list):
        return "; ".join(map(_cell, value))
    if isinstance(value, dict):
        return str(value.get("text", value.get("id", "")))
    return str(value)


def _map(each: MapDiff) -> dict[str, object]:
    return {
        "map": _id(each),
        "path": each.file.shown,
        "was": each.old.shown
        if each.old and each.new and each.old.shown != each.new.shown
        else None,
        "state": _state(each),
        "title": each.title,
        "text": f"{title(each)}: {line}" if (line := whole(each)) else None,
        "ids": _ids(each.found) if each.found else [],
        "unread": [
            {"id": key[-1], "kind": key[0], "field": name} for key, name in each.found.unread
        ]
        if each.found
        else [],
    }


def _id(each: MapDiff) -> str:
    return each.file.journey_map.id if each.file.journey_map else each.file.shown


def _state(each: MapDiff) -> str:
    if each.problem:
        return "unreadable"
    if each.old is None or each.new is None:
        return "added" if each.old is None else "removed"
    if each.is_text_only or (each.is_renamed and not each.changed):
        return "text" if each.is_text_only else "renamed"
    return "changed" if each.changed else "consequences"


def _ids(found: Differences) -> list[dict[str, object]]:
    """Returns what has another id than it had, and whether it was known by its words alone."""
    return [
        {
            "kind": entry.kind.value,
            "old": entry.id,
            "new": found.second.entries[there].id,
            "by_likeness": not entry.is_written or not found.second.entries[there].is_written,
        }
        for here, there in found.pairs.items()
        if (entry := found.first.entries[here]).id != found.second.entries[there].id
        and entry.kind not in {Kind.MAP, Kind.LIBRARY}
    ]


def changes(each: MapDiff) -> Iterator[dict[str, Any]]:
    """Yields what changed in a map, each as an object without nesting but for values."""
    if each.found is None:
        if not each.problem:
            how = "added" if each.old is None else "removed"
            yield {
                "map": _id(each),
                "path": each.file.shown,
                "how": how,
                "kind": "map",
                "id": _id(each),
                "label": each.title,
                "text": f"{how}: {each.title}",
            }
        return
    for it in each.found.all:
        yield {"map": _id(each), "path": each.file.shown, **_change(it, each.found)}


def _change(it: Difference, found: Differences) -> dict[str, Any]:
    record = found.second if it.second else found.first
    around = list(record.around(it.entry.key))
    stage = next((e for e in around if e.kind is Kind.STAGE), None)
    step = next((e for e in around if e.kind is Kind.STEP), None)
    change: dict[str, Any] = {
        "how": it.how.value,
        "kind": it.entry.kind.value,
        "id": it.entry.id,
        "label": it.entry.label,
        "was": it.first.id if it.first and it.second and it.first.id != it.second.id else None,
        "stage": stage.id if stage else None,
        "step": step.id if step else None,
        "library": it.entry.library or None,
        "text": sentence(it, found),
    }
    if it.path:
        change |= _field(it, found)
    if it.spot and it.second:
        change["place"] = _spot(it.spot, found.second)
    if it.origin and it.first:
        change["origin"] = _spot(it.origin, found.first)
    if it.parts:
        change["fields"] = {
            written(path): _value(value) for path, value in it.parts[0].fields.items()
        }
        change["parts"] = [
            {"kind": part.kind.value, "id": part.id, "label": part.label} for part in it.parts[1:]
        ]
    return change


def _field(it: Difference, found: Differences) -> dict[str, Any]:
    words = told(it, found.first, found.second, None)
    return {
        "field": written(it.path),
        "name": name_of(it.path),
        "before": _value(it.before),
        "after": _value(it.after),
        "added": list(words.added) if words.is_list else None,
        "removed": list(words.removed) if words.is_list else None,
    }


def _spot(spot: Spot, record: Record) -> dict[str, object]:
    holder = record.entries.get(spot.holder) if spot.holder else None
    behind = record.entries.get(spot.behind) if spot.behind else None
    return {"in": holder.id if holder else None, "after": behind.id if behind else None}


def _value(value: Value) -> object:
    if isinstance(value, tuple):
        return [_leaf(each) for each in value]
    return None if value is None else _leaf(value)


def _leaf(value: Leaf) -> object:
    match value:
        case Ref():
            return value.key[-1]
        case Feeling():
            return {"value": value.value, "text": value.written}
        case Duration():
            return dict(time_record(value, None)) | {"written": None}
        case Day():
            return value.written
        case _:
            return value


def _consequences(each: MapDiff) -> dict[str, object]:
    follow: Consequences = each.consequences
    return {
        **{
            figure.key: {
                "before": figure.before,
                "after": figure.after,
                "text": " → ".join(word or "not known" for word in figure.words),
                "assumed": figure.assumed,
            }
            for figure in follow.figures
        },
        "pressure": [
            {
                "step": press.step,
                "label": press.label,
                **{
                    key: None if pair is None else {"rank": pair[0], "pressure": pair[1]}
                    for key, pair in (("before", press.before), ("after", press.after))
                },
            }
            for press in follow.pressure
        ],
        "status": {"before": follow.status[0], "after": follow.status[1]},
        "findings": {
            "new": [_finding(it) for it in follow.new],
            "gone": [_finding(it) for it in follow.gone],
        },
        "worse": [
            {
                "what": it.what.value,
                "where": it.where,
                "text": it.text,
                "fingerprint": it.fingerprint,
                "accepted": it.accepted or None,
            }
            for it in each.worse
        ],
    }


def _finding(it: Diagnostic) -> dict[str, object]:
    return {
        "code": it.rule.code,
        "name": it.rule.name,
        "severity": it.severity.value,
        "message": it.message,
        "step": it.step or None,
        "fingerprint": it.fingerprint,
    }
