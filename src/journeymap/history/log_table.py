"""The log of a map as a table: a line a commit, and how its figures went in small lines."""

from collections.abc import Callable, Iterator, Sequence

from journeymap.findings import Severity
from journeymap.history.descent import Origin
from journeymap.history.figures import Figure, Figures, marked
from journeymap.history.log import How, Log, Row
from journeymap.tables.table import Column, Kind, Reader, Table
from journeymap.words.labels import label

_LONG = 160
"""Characters of what a commit changed that people are told; programs get all."""
_MORE = " …"
_BARS = "▁▂▃▄▅▆▇█"
PERCENT = "\u00a0%"
_GAP = "·"
"""Stands in a line of bars where a figure is not known."""
_POINTS = 40
"""Bars of a line at most; of more commits so many are taken, evenly."""


def build(log: Log) -> Table[Row]:
    """Returns the log as a table."""
    notes = tuple(_notes(log))
    is_assumed = any(row.figures and row.figures.is_assumed for row in log.rows)
    return Table(
        title=f"{log.path}{f', step {log.step}' if log.step else ''}: {_many(len(log.rows))}",
        lines=tuple(_trends(log)),
        columns=tuple(_columns(log)),
        items=log.rows,
        head=_head(log),
        key="commits",
        notes=(*notes, label("note-assumed", None)) if is_assumed else notes,
    )


def trend(values: Sequence[float | None]) -> str:
    """Returns figures as a line of bars between the least and the most of them.

    Args:
        values: the earliest first; None where it is not known.
    """
    there = [each for each in values if each is not None]
    if not there:
        return ""
    low, high = min(there), max(there)
    step = (high - low) / (len(_BARS) - 1)
    return "".join(
        _GAP if each is None else _BARS[round((each - low) / step) if step else len(_BARS) // 2]
        for each in values
    )


def _columns(log: Log) -> Iterator[Column[Row]]:
    yield Column(
        key="date",
        title="Date",
        value=lambda row: row.day.isoformat(),
        json=lambda row: row.commit.written.isoformat(),
        reader=Reader.ANYBODY,
    )
    yield Column(key="commit", title="Commit", value=_commit, json=lambda r: r.commit.name, spare=1)
    yield Column(key="author", title="Author", value=lambda row: row.author, spare=2)
    yield Column(key="subject", value=lambda row: row.subject)
    yield Column(title="What changed", value=_told, reader=Reader.PEOPLE, room=30)
    yield Column(title="What changed", value=_all_told, reader=Reader.PROGRAMS)
    yield from _of_programs()
    yield from _figures(log)


def _of_programs() -> Iterator[Column[Row]]:
    yield Column(key="how", title="How", value=lambda r: r.how.value, reader=Reader.PROGRAMS)
    yield Column(key="path", title="Path", value=lambda row: row.path, reader=Reader.PROGRAMS)
    yield Column(key="was", value=lambda row: row.was or None)
    yield Column(key="origin", value=lambda row: row.origin.value)
    yield Column(key="since", value=lambda row: row.since or None)
    yield Column(key="text", value=_all_told)
    yield Column(key="changes", json=lambda row: list(row.changes))


def _figures(log: Log) -> Iterator[Column[Row]]:
    if not log.step:
        yield Column(key="claims", json=lambda row: row.figures and row.figures.claims)
        yield Column(key="meets", title="Meets", value=_meets, json=_met)
    yield Column(title="E/W", value=_weights, reader=Reader.PEOPLE)
    for severity in (Severity.ERROR, Severity.WARNING):
        yield Column(
            key=f"{severity}s",
            title=f"{severity}s".capitalize(),
            kind=Kind.NUMBER,
            value=lambda row, each=severity: row.figures.count(each) if row.figures else None,  # type: ignore[misc]
            reader=Reader.PROGRAMS,
        )
    yield from _measured("emotion", "Feels", lambda it: it.emotion)
    title = "Complete from here" if log.step else "Complete"
    yield from _measured("completion", title, lambda it: it.completion, unit=PERCENT)
    yield from _measured("waiting", "Waits", lambda it: it.waiting, spare=4)
    yield Column(
        key="first",
        title="Pressure" if log.step else "First leverage point",
        value=lambda row: _first(row, named=not log.step),
        json=_first_of_programs,
        spare=3,
    )


def _measured(
    key: str,
    title: str,
    way: Callable[[Figures], Figure],
    unit: str = "",
    spare: int = 0,
) -> Iterator[Column[Row]]:
    """Yields a figure for people, in words with a mark where it is assumed, and for programs."""

    def words(row: Row) -> str | None:
        return way(row.figures).told(unit) if row.figures else None

    def value(row: Row) -> float | None:
        return way(row.figures).value if row.figures else None

    yield Column(title=title, value=words, reader=Reader.PEOPLE, spare=spare)
    yield Column(key=key, title=title, value=value, reader=Reader.PROGRAMS)
    yield Column(
        key=f"{key}_assumed", json=lambda row: way(row.figures).assumed if row.figures else None
    )


def _commit(row: Row) -> str:
    return row.short


def _told(row: Row) -> str:
    words = _all_told(row)
    if len(words) <= _LONG:
        return words
    cut = max(words.rfind(end, 0, _LONG) for end in (". ", "; "))
    return words[: cut if cut > 0 else _LONG] + _MORE


def _all_told(row: Row) -> str:
    return ". ".join(_phrases(row))


def _phrases(row: Row) -> list[str]:
    """Returns what a commit does to the map, in words."""
    first = {
        How.NEW: "begins with ",
        How.CUT: "what was before is not here; ",
        How.UNREADABLE: "cannot be read: ",
        How.REMOVED: "the map is left out",
    }.get(row.how, "")
    if first:
        return [f"{first}{'; '.join(row.words)}"]
    words = list(row.words)
    if row.was:
        verb = "renamed from" if row.origin is Origin.RENAMED else "copied from"
        words.insert(0, f"{verb} {row.was}")
    if row.since:
        words.insert(0, f"can be read again; since {row.since}")
    if row.how is How.MERGED:
        words.insert(0, "two lines merged")
    return words or ["no step; what lint tells, or what the map builds on"]


def _weights(row: Row) -> str | None:
    both = (Severity.ERROR, Severity.WARNING)
    return "/".join(str(row.figures.count(each)) for each in both) if row.figures else None


def _meets(row: Row) -> str | None:
    return (row.figures.meets or "none") if row.figures else None


def _met(row: Row) -> str | None:
    return row.figures.meets if row.figures else None


def _first(row: Row, *, named: bool) -> str | None:
    first = row.figures.first if row.figures else None
    if first is None:
        return None
    at = f"{first.pressure:.0f}, rank {first.rank}"
    return first.told if named else marked(at, assumed=first.assumed)


def _first_of_programs(row: Row) -> object:
    first = row.figures.first if row.figures else None
    return first.record if first else None


def _head(log: Log) -> dict[str, object]:
    return {
        "path": log.path,
        "step": log.step or None,
        "text_only": log.text_only,
        "is_whole": log.is_whole,
        "is_cut": log.is_cut,
    }


def _trends(log: Log) -> Iterator[str]:
    """Walks how figures went, from the earliest commit to the latest."""
    known = [row.figures for row in reversed(log.rows)]
    ways: dict[str, Callable[[Figures], tuple[float | None, str]]] = {
        "errors": lambda it: _count(it, Severity.ERROR),
        "warnings": lambda it: _count(it, Severity.WARNING),
        "feeling": lambda it: (it.emotion.value, it.emotion.words),
        "completion": lambda it: (it.completion.value, f"{it.completion.words}{PERCENT}"),
        "waiting": lambda it: (it.waiting.value, it.waiting.words),
        "pressure": lambda it: (
            (it.first.pressure, f"{it.first.pressure:.0f}") if it.first else (None, "")
        ),
    }
    for name, way in ways.items():
        pairs = [way(each) if each else (None, "") for each in _thinned(known)]
        there = [(value, words) for value, words in pairs if value is not None]
        if len({value for value, _ in there}) > 1:
            ends = f"{there[0][1]} → {there[-1][1]}"
            yield f"{name} {trend([value for value, _ in pairs])} {ends}"


def _count(figures: Figures, severity: Severity) -> tuple[float, str]:
    count = figures.count(severity)
    return count, str(count)


def _thinned(figures: list[Figures | None]) -> list[Figures | None]:
    """Returns at most so many of them as a line has room for, the first and the last among them."""
    last = len(figures) - 1
    if last < _POINTS:
        return figures
    return [figures[round(i * last / (_POINTS - 1))] for i in range(_POINTS)]


def _notes(log: Log) -> Iterator[str]:
    if log.text_only:
        verb = "commit changes" if log.text_only == 1 else "commits change"
        yield f"{log.text_only} more {verb} the text and not the journey"
    if any(_told(row).endswith(_MORE) for row in log.rows):
        yield "what is cut short (…) is told whole by --format json"
    if not log.is_whole:
        yield "there are earlier commits"


def _many(count: int) -> str:
    return f"{count or 'no'} commit{'' if count == 1 else 's'}"
