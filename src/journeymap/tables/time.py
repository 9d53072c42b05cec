"""How long a journey takes: active, waiting, waiting unannounced and in all, by stage."""

from collections.abc import Iterator, Mapping
from functools import partial
from math import isfinite

from journeymap.analysis.analysis import Analysis
from journeymap.analysis.beside import ANY_TIME
from journeymap.analysis.deadlines import Due
from journeymap.analysis.held_times import HeldTime
from journeymap.analysis.measures import Measures
from journeymap.analysis.time import Part, StageTime, Sums, Total
from journeymap.tables.table import NOTHING, Cell, Column, Kind, Reader, Table
from journeymap.words.labels import label, marked
from journeymap.words.time_sums import length, waiting
from journeymap.words.times import rounded, said

_SPARE = (Part.UNPLANNED, Part.ACTIVE, Part.SILENT)
"""What a narrow terminal leaves out, in this order, behind what is expected."""
_FIGURES = ("days", "low", "high", "known", "of")
"""What programs get of a sum."""


def build(analysis: Analysis) -> Table[StageTime]:
    """Tells how long each stage takes, and the whole map."""
    journey_map, times = analysis.journey_map, analysis.times
    language, whole = journey_map.journey.language, times.whole
    return Table(
        title=journey_map.journey.title,
        lines=tuple(_lines(analysis, language)),
        columns=tuple(_columns(whole.expected is not None, language)),
        items=(*(times.stages if len(times.stages) > 1 else ()), whole),
        all_items=times.stages,
        head={
            "journey": journey_map.id,
            "view": "time",
            **_record(whole.main, language),
            "expected": _record(whole.expected, language) if whole.expected else None,
            **_of_each(analysis, language),
            "main_way": [journey_map.steps[position].id for position in times.main_way],
            "deadlines": [_deadline(due, language) for due in analysis.deadlines],
            "readings": [_reading(held, language) for held in analysis.held_times],
        },
        key="stages",
        notes=tuple(_notes(whole, language, several=bool(analysis.of_each))),
    )


def _lines(analysis: Analysis, language: str | None) -> Iterator[str]:
    main = analysis.times.whole.main
    if not main[Part.ELAPSED].is_known:
        yield label("no-time", language)
        return
    own = {who: waiting(each.times.whole.main, language) for who, each in analysis.of_each.items()}
    differ = len(set(own.values())) > 1  # nobody waits the mean of those who do
    if not differ and (line := waiting(main, language)):
        yield f"{line}."
    active, waits = main[Part.ACTIVE], main[Part.WAITING]
    yield label("time-cover", language).format(
        active=active.known, steps=active.of, waits=waits.known, gaps=waits.of
    )
    for who, line in own.items() if differ else ():
        if line:
            yield f"{analysis.journey_map.short_label(who)}: {line}."
    yield from _deadlines(analysis, language)
    for held in analysis.held_times:
        yield label("reading-held", language).format(
            metric=held.metric,
            measured=rounded(held.days, held.days, language),
            sum=length(held.total, language) or NOTHING,
        )


def _deadlines(analysis: Analysis, language: str | None) -> Iterator[str]:
    """Yields whether deadlines are met, of each of several personas where that differs."""
    each = {
        f"{analysis.journey_map.short_label(who)}: ": tuple(_dues(own, language))
        for who, own in analysis.of_each.items()
    }
    if len(set(each.values())) <= 1:
        each = {"": next(iter(each.values()), tuple(_dues(analysis, language)))}
    for name, lines in each.items():
        yield from (f"{name}{line}" for line in lines)


def _dues(measures: Measures, language: str | None) -> Iterator[str]:
    return (_due(due, language) for due in measures.deadlines)


def _due(due: Due, language: str | None) -> str:
    return label(f"deadline-{due.kept}", language).format(
        step=due.step.label,
        after=due.after.label,
        allowed=said(due.allowed, language),
        takes=marked(_takes(due, language), language, assumed=due.assumed),
    )


def _of_each(analysis: Analysis, language: str | None) -> dict[str, object]:
    """Returns for programs how long it takes each of several personas."""
    own = {
        who: {
            **_record(measures.times.whole.main, language),
            "deadlines": [_deadline(due, language) for due in measures.deadlines],
        }
        for who, measures in analysis.of_each.items()
    }
    return {"of_each": own} if own else {}


def _notes(whole: StageTime, language: str | None, *, several: bool) -> Iterator[str]:
    if whole.main[Part.ELAPSED].is_known:
        yield label("note-time", language)
        if several:
            yield label("note-time-mean", language)
    expected = (whole.expected or {}).get(Part.ELAPSED)
    if whole.main[Part.ELAPSED].assumed or (expected and expected.is_known and expected.assumed):
        yield label("note-assumed", language)


def _columns(has_shares: bool, language: str | None) -> Iterator[Column[StageTime]]:  # noqa: FBT001
    say = partial(label, language=language)

    def name(each: StageTime) -> str:
        return (each.stage.label or say("steps")) if each.stage else say("whole")

    yield Column(
        key="id",
        title="Id",
        value=lambda each: each.stage.id if each.stage else None,
        reader=Reader.PROGRAMS,
    )
    yield Column(key="stage", title=say("stage"), value=name)
    for part in Part:
        yield Column(
            key=part,
            title=say(f"time-{part}"),
            value=partial(_cell, part, language),
            json=partial(_stage_record, part, language),
            reader=Reader.PEOPLE,
            spare=_SPARE.index(part) + 2 if part in _SPARE else 0,
        )
        for figure in _FIGURES:
            title = say(f"time-{figure}").format(what=say(f"time-{part}"))
            yield Column(
                title=title,
                kind=Kind.NUMBER,
                value=partial(_figure, part, figure),
                reader=Reader.PROGRAMS,
            )
    yield Column(
        title=say("time-expected") if has_shares else "",
        value=partial(_expected, language),
        reader=Reader.PEOPLE,
        spare=1,
    )
    yield Column(
        key="expected",
        json=lambda each: _record(each.expected, language) if each.expected else None,
    )


def _expected(language: str | None, each: StageTime) -> Cell:
    """Returns what is expected of those who start; a mark where times or shares are assumed."""
    total = each.expected[Part.ELAPSED] if each.expected else None
    if total is None or not total.is_known:
        return None
    mark = f" {label('assumed', language)}" if total.assumed else ""
    return f"{length(total, language)}{mark}"


def _cell(part: Part, language: str | None, each: StageTime) -> Cell:
    """Returns a sum with how many steps it is known of; a mark where it rests on assumptions."""
    total = each.main[part]
    if not total.is_known:
        return None
    mark = f" {label('assumed', language)}" if total.assumed else ""
    return f"{length(total, language)} ({total.known}/{total.of}){mark}"


def _figure(part: Part, figure: str, each: StageTime) -> float | None:
    total = each.main[part]
    value: float = getattr(total, figure)
    is_count = figure in {"known", "of"}
    return value if is_count or (total.is_known and isfinite(value)) else None


def _stage_record(part: Part, language: str | None, each: StageTime) -> Mapping[str, object]:
    return _total(each.main[part], language)


def _record(sums: Sums, language: str | None) -> dict[str, object]:
    return {str(part): _total(total, language) for part, total in sums.items()}


def _total(total: Total, language: str | None) -> dict[str, object]:
    """Returns a sum for programs; what is unknown, or has no upper end, is None."""
    known = total.is_known
    return {
        "days": total.days if known else None,
        "low": total.low if known else None,
        "high": total.high if known and isfinite(total.high) else None,
        "about": total.about,
        "assumed": total.assumed,
        "known": total.known,
        "of": total.of,
        "text": length(total, language) or None,
    }


def _deadline(due: Due, language: str | None) -> dict[str, object]:
    return {
        "step": due.step.id,
        "after": due.after.id,
        "allowed": due.allowed.high,
        "low": due.takes.low,
        "high": due.takes.high if isfinite(due.takes.high) else None,
        "kept": str(due.kept),
        "assumed": due.assumed,
        "text": _takes(due, language),
    }


def _takes(due: Due, language: str | None) -> str:
    """Returns how long it takes until a step begins; where nobody knows, that is said."""
    if due.takes == ANY_TIME:
        return NOTHING
    return rounded(due.takes.low, due.takes.high, language)


def _reading(held: HeldTime, language: str | None) -> dict[str, object]:
    return {
        "metric": held.metric,
        "stage": held.stage.id if held.stage else None,
        "days": held.days,
        "elapsed": _total(held.total, language),
    }
