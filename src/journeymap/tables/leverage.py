"""Leverage points, ranked, of one map or across several."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import StrEnum
from types import MappingProxyType
from typing import Any

from journeymap.analysis.analysis import Analysis
from journeymap.analysis.leverage import Driver, Point
from journeymap.quick_dataclass import dataclass
from journeymap.tables.framed_table import Sheet
from journeymap.tables.table import Cell, Column, Kind, Table
from journeymap.words.table_labels import word

CELL = 4.0
"""Points of pressure that one cell of a bar stands for."""
SHADES: Mapping[Driver, str] = MappingProxyType(
    {
        Driver.UNMET_NEED: "█",
        Driver.HAZARD: "▓",
        Driver.LOW_EMOTION: "▒",
        Driver.EXPECTATION_GAP: "░",
        Driver.FLOW_GAIN: "▚",
        Driver.HANDOFF: "▌",
        Driver.EFFORT: "▄",
        Driver.MEMORY: "▖",
    }
)
"""The shade of each driver, the same in all bars."""
OPEN = "·"
"""What a bar shows between pressure and ceiling."""


class Sort(StrEnum):
    """By what leverage points are ranked."""

    PRESSURE = "pressure"
    PAYOFF = "payoff"


@dataclass(frozen=True, slots=True, kw_only=True)
class Ranked:
    """A leverage point among those of all maps at hand.

    Attributes:
        rank: from 1.
        analysis: that of its map.
        point: the point.
    """

    rank: int
    analysis: Analysis
    point: Point


def ranked(analyses: Iterable[Analysis], sort: Sort = Sort.PRESSURE) -> tuple[Ranked, ...]:
    """Ranks the points of several maps together.

    Equals stand in the order of the maps and of their steps; points without a payoff come last.
    """
    found = [(analysis, point) for analysis in analyses for point in analysis.leverage]
    if sort is Sort.PAYOFF:
        found.sort(key=lambda pair: -1 if pair[1].payoff is None else pair[1].payoff, reverse=True)
    else:
        found.sort(key=lambda pair: pair[1].pressure, reverse=True)
    return tuple(
        Ranked(rank=rank, analysis=analysis, point=point)
        for rank, (analysis, point) in enumerate(found, start=1)
    )


def build(points: Sequence[Ranked], top: int | None = None) -> Sheet:
    """Tells leverage points, the first of them if so wished.

    Args:
        points: ranked, at least one.
        top: how many are told; all when left out.
    """
    analyses = tuple({id(each.analysis): each.analysis for each in points}.values())
    language = language_of(analyses)
    told = points[:top]
    more = len(points) - len(told)
    note = word("more", language).format(n=more, all=len(points))
    below = {"map": f"{word('map', language)}:"} if len(analyses) > 1 else {}
    unknown = f"{word('unknown', language)}:"
    return Sheet(
        title=_title(analyses, language),
        table=Table(
            columns=tuple(_columns(language)),
            rows=tuple(tuple(_row(each, language)) for each in told),
        ),
        head={},
        key="points",
        records=tuple(map(record, told)),
        below=below | {"why": "", "parts": "", "missing": unknown, "idea": "→"},
        spare=("bar", "payoff"),
        rigid=("bar",),
        for_people=("bar", "parts"),
        for_programs=("path", "stage", "id", *Driver, *(("map",) if len(analyses) == 1 else ())),
        notes=(*((note,) if more else ()), *_notes(analyses, told, language)),
    )


def _title(analyses: Sequence[Analysis], language: str | None) -> str:
    if len(analyses) == 1:
        return analyses[0].map.journey.title
    return word("maps", language).format(n=len(analyses))


def language_of(analyses: Sequence[Analysis]) -> str | None:
    """Returns the language that all maps are labelled in; English where they differ."""
    languages = {analysis.map.journey.language for analysis in analyses}
    return languages.pop() if len(languages) == 1 else "en"


def _columns(language: str | None) -> Iterator[Column]:
    def column(key: str, title: str, kind: Kind = Kind.TEXT) -> Column:
        return Column(key=key, title=word(title, language) if title else "", kind=kind)

    yield column("rank", "number", Kind.NUMBER)
    yield column("map", "map")
    yield column("path", "path")
    yield column("stage", "stage")
    yield column("id", "id")
    yield column("step", "step")
    yield column("pressure", "pressure", Kind.NUMBER)
    yield column("ceiling", "ceiling", Kind.NUMBER)
    yield column("payoff", "payoff", Kind.NUMBER)
    yield column("bar", "made-of")
    yield column("why", "why")
    yield column("parts", "made-of")
    yield from (column(driver, driver, Kind.NUMBER) for driver in Driver)
    yield column("missing", "unknown")
    yield column("idea", "idea")


def _row(each: Ranked, language: str | None) -> Iterator[Cell]:
    point, journey_map = each.point, each.analysis.map
    yield each.rank
    yield journey_map.id
    yield journey_map.path
    yield point.step.stage.label
    yield point.step.id
    yield point.step.label
    yield round(point.pressure)
    yield round(point.ceiling)
    yield None if point.payoff is None else round(point.payoff)
    yield f"{bar(point)} {word('assumed', language)}" if point.assumed else bar(point)
    yield point.why
    yield _parts(point, language)
    yield from (_rounded(point.contributions.get(driver)) for driver in Driver)
    yield tuple(word(driver, language) for driver in missing(each))
    yield idea(point, language)


def _rounded(points: float | None) -> float | None:
    return None if points is None else round(points, 2)


def missing(each: Ranked) -> tuple[Driver, ...]:
    """Returns the drivers that are unknown at a step and known at others of its map."""
    told = {driver for point in each.analysis.leverage for driver in point.contributions}
    return tuple(driver for driver in each.point.unknown if driver in told)


def parts(point: Point) -> tuple[tuple[str, Driver, float], ...]:
    """Returns what presses, the most first, with the shade of each in the bar."""
    pressing = [(driver, points) for driver, points in point.contributions.items() if points > 0]
    pressing.sort(key=lambda pair: -pair[1])
    return tuple((SHADES[driver], driver, points) for driver, points in pressing)


def bar(point: Point) -> str:
    """Returns the pressure as a bar of its parts, and what the ceiling leaves open above it.

    Ends of parts are rounded, not their lengths, so that the whole is as long as the pressure.
    """
    cells, total = "", 0.0
    for shade, _, points in parts(point):
        total += points
        cells += shade * (round(total / CELL) - len(cells))
    return cells + OPEN * (round(point.ceiling / CELL) - len(cells))


def _parts(point: Point, language: str | None) -> str:
    return "  ".join(
        f"{shade}\u00a0{word(driver, language)}\u00a0{points:.0f}".replace(" ", "\u00a0")
        for shade, driver, points in parts(point)
    )


def idea(point: Point, language: str | None) -> str:
    """Returns the best idea of a step with its scores, or what is missing of ideas there."""
    if point.best is None:
        return word("no-scores" if point.step.opportunities else "no-idea", language)
    best = point.best.opportunity
    said = word("idea-scores", language).format(
        idea=best.text, impact=best.impact, effort=best.effort
    )
    return f"{said}, {word('quick-win', language)}" if point.quick_win else said


def record(each: Ranked) -> Mapping[str, Any]:
    """Returns a point as it goes into JSON."""
    point, journey_map = each.point, each.analysis.map
    return {
        "rank": each.rank,
        "journey": journey_map.id,
        "path": journey_map.path,
        "stage": point.step.stage.id,
        "step": point.step.id,
        "pressure": point.pressure,
        "ceiling": point.ceiling,
        "payoff": point.payoff,
        "contributions": dict(point.contributions),
        "unknown": list(point.unknown),
        "why": point.why,
        "opportunities": [entry.id for entry in point.step.opportunities],
        "best": point.best.id if point.best else None,
        "quick_win": point.quick_win,
        "assumed": point.assumed,
        "lifts": dict(point.lifts),
    }


def _notes(
    analyses: Sequence[Analysis], told: Sequence[Ranked], language: str | None
) -> Iterator[str]:
    if any(each.point.assumed for each in told):
        yield word("note-assumed", language)
    yield word("note-pressure", language)
    for analysis in analyses:
        points, title = analysis.leverage, analysis.map.journey.title
        if points and not any(point.pressure for point in points):
            yield word("note-nothing", language).format(map=title)
        unknown = [
            word(driver, language)
            for driver in Driver
            if points and all(driver in point.unknown for point in points)
        ]
        if unknown:
            yield word("note-lacks", language).format(map=title, drivers=", ".join(unknown))
