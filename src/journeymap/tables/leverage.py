"""Leverage points, ranked, of one map or across several."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from enum import StrEnum
from functools import partial
from operator import attrgetter
from types import MappingProxyType

from journeymap.analysis.analysis import Analysis
from journeymap.analysis.leverage import FIRST, HIGHEST, Driver, Point, gain_of, largest_gain_below
from journeymap.model.journey import State
from journeymap.tables.leverage_notes import Ranked, made_good_notes, order_notes, twice_notes
from journeymap.tables.table import Column, Kind, Reader, Table
from journeymap.words.ideas import where_idea, why_idea
from journeymap.words.labels import label
from journeymap.words.reasons import sentence

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


def ranked(analyses: Iterable[Analysis], sort: Sort = Sort.PRESSURE) -> tuple[Ranked, ...]:
    """Ranks the points of several maps together.

    Equals stand in the order of the maps and of their steps, those that reach the cap in that of
    what they would have without it; points without a payoff come last.
    """
    pairs = [(analysis, point) for analysis in analyses for point in analysis.leverage]
    if sort is Sort.PAYOFF:
        pairs.sort(
            key=lambda pair: (-1 if pair[1].payoff is None else pair[1].payoff, pair[1].uncapped),
            reverse=True,
        )
    else:
        pairs.sort(key=lambda pair: pair[1].uncapped, reverse=True)
    return tuple(
        Ranked(rank=rank, analysis=analysis, point=point)
        for rank, (analysis, point) in enumerate(pairs, start=1)
    )


def build(analysis: Analysis) -> Table[Ranked]:
    """Tells the leverage points of a map, the greatest pressure first."""
    head = {"journey": analysis.journey_map.id, "view": "leverage"}
    return replace(ranking(ranked([analysis])), head=head)


def ranking(points: Sequence[Ranked], top: int | None = None) -> Table[Ranked]:
    """Tells leverage points, the first of them if so wished.

    Args:
        points: ranked, at least one.
        top: how many are told; all when left out.
    """
    analyses = tuple({id(each.analysis): each.analysis for each in points}.values())
    language = language_of(analyses)
    first = tuple(points[:top])
    more = len(points) - len(first)
    note = label("more", language).format(n=more, all=len(points))
    return Table(
        title=_title(analyses, language),
        columns=(*_columns(language, several=len(analyses) > 1), *_further_columns(language)),
        items=first,
        key="points",
        notes=(*((note,) if more else ()), *_notes(analyses, points, first, language)),
    )


def _title(analyses: Sequence[Analysis], language: str | None) -> str:
    if len(analyses) == 1:
        return analyses[0].journey_map.journey.title
    return label("maps", language).format(n=len(analyses))


def language_of(analyses: Sequence[Analysis]) -> str | None:
    """Returns the language that all maps are labelled in; English where they differ."""
    languages = {analysis.journey_map.journey.language for analysis in analyses}
    return languages.pop() if len(languages) == 1 else "en"


def _columns(language: str | None, *, several: bool) -> Iterator[Column[Ranked]]:
    """Yields what a point is and how much it presses."""
    say = partial(label, language=language)
    number, programs = Kind.NUMBER, Reader.PROGRAMS
    yield Column(key="rank", title=say("number"), kind=number, value=lambda each: each.rank)
    yield Column(
        key="journey",
        title=say("map"),
        value=lambda each: each.analysis.journey_map.id,
        reader=Reader.ANYBODY if several else programs,
        below=f"{say('map')}:",
    )
    yield Column(
        key="path",
        title=say("path"),
        value=lambda each: each.analysis.journey_map.path,
        reader=programs,
    )
    yield Column(
        key="stage",
        title=say("stage"),
        value=lambda each: each.point.step.stage.label,
        json=lambda each: each.point.step.stage.id,
        reader=programs,
    )
    yield Column(
        key="step", title=say("id"), value=lambda each: each.point.step.id, reader=programs
    )
    yield Column(title=say("step"), value=lambda each: each.point.step.label)
    for key, spare in (("pressure", 0), ("ceiling", 0), ("payoff", 2)):
        figure = attrgetter(f"point.{key}")
        yield Column(key=key, title=say(key), kind=number, value=figure, decimals=0, spare=spare)


def _further_columns(language: str | None) -> Iterator[Column[Ranked]]:
    """Yields what a pressure is made of, and what would ease it."""
    say = partial(label, language=language)

    def shaded(each: Ranked) -> str:
        mark = f" {say('assumed')}" if each.point.assumed else ""
        return bar(each.point) + mark

    yield Column(title=say("made-of"), value=shaded, reader=Reader.TERMINAL, spare=1)
    yield Column(key="contributions", json=lambda each: dict(each.point.contributions))
    yield Column(key="unknown", json=lambda each: each.point.unknown)
    yield Column(key="why", title=say("why"), value=_why, below="")
    yield Column(
        title=say("made-of"),
        value=lambda each: _parts(each.point, language),
        reader=Reader.PEOPLE,
        below="",
    )
    for driver in Driver:
        yield Column(
            title=say(driver),
            kind=Kind.NUMBER,
            value=partial(_contribution, driver),
            decimals=2,
            reader=Reader.PROGRAMS,
        )
    yield Column(
        title=say("unknown"),
        value=lambda each: tuple(map(say, missing(each))),
        below=f"{say('unknown')}:",
    )
    yield from _idea_columns(language)


def _idea_columns(language: str | None) -> Iterator[Column[Ranked]]:
    """Yields which idea to act on, why, and how well what presses is known."""
    title = label("idea", language)
    yield Column(title=title, value=lambda each: idea(each.point, language), below="→")
    yield Column(
        key="opportunities",
        json=lambda each: [entry.id for entry in each.point.step.opportunities],
    )
    yield Column(key="best", json=lambda each: each.point.best and each.point.best.id)
    yield Column(key="best_because", json=lambda each: chosen(each.point))
    yield Column(key="quick_win", json=lambda each: each.point.quick_win)
    yield Column(key="assumed", json=lambda each: each.point.assumed)
    yield Column(key="standing", json=lambda each: each.point.standing)
    yield Column(
        key="lifts",
        title=label("lifted", language),
        value=lambda each: lifted(each.point, language),
        json=lambda each: dict(each.point.lifts),
        below=f"{label('lifted', language)}:",
    )
    yield Column(key="uncapped", json=lambda each: each.point.uncapped)


def chosen(point: Point) -> dict[str, object] | None:
    """Returns which idea is the best one and why, as JSON tells it."""
    if (choice := point.choice) is None:
        return None
    return {
        "idea": choice.idea.id,
        "because": choice.because,
        "pain": choice.pain and choice.pain.id,
        "of": choice.count,
        "at": (choice.elsewhere or point.step).id,
    }


def _why(each: Ranked) -> str:
    return sentence(each.point, each.analysis.journey_map)


def _contribution(driver: Driver, each: Ranked) -> float | None:
    return each.point.contributions.get(driver)


def missing(each: Ranked) -> tuple[Driver, ...]:
    """Returns the drivers that are unknown at a step and known at others of its map."""
    known = {driver for point in each.analysis.leverage for driver in point.contributions}
    return tuple(driver for driver in each.point.unknown if driver in known)


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
        f"{shade}\u00a0{label(driver, language)}\u00a0{points:.0f}".replace(" ", "\u00a0")
        for shade, driver, points in parts(point)
    )


def idea(point: Point, language: str | None) -> str:
    """Returns the best idea of a step with its scores and why, or what is missing of ideas."""
    if (choice := point.choice) is None:
        return label("no-open-idea" if point.step.opportunities else "no-idea-here", language)
    best = choice.idea.opportunity
    scores = label("idea-scores", language).format(impact=best.impact, effort=best.effort)
    said = (
        where_idea(choice, language),
        scores if choice.ratio else label("no-scores", language),
        label("quick-win", language) if point.quick_win else "",
        why_idea(choice, language),
    )
    return f"{best.text} ({'; '.join(filter(None, said))})"


def lifted(point: Point, language: str | None) -> tuple[str, ...]:
    """Returns what the pressure of a step is multiplied by, in words."""
    return tuple(
        f"{label(f'lift-{name}', language)} × {lift:g}"
        for name, lift in point.lifts.items()
        if point.pressure
    )


def _notes(
    analyses: Sequence[Analysis],
    every: Sequence[Ranked],
    listed: Sequence[Ranked],
    language: str | None,
) -> Iterator[str]:
    if any(each.point.assumed for each in listed):
        yield label("note-assumed", language)
    yield label("note-pressure", language)
    yield from order_notes(every, listed, language)
    for each in listed:
        yield from (*twice_notes(each, language), *made_good_notes(each, language))
    capped = [each.point for each in listed if each.point.uncapped > HIGHEST]
    if len(capped) > 1:
        steps = ", ".join(f"{point.step.label} {point.uncapped:.0f}" for point in capped)
        yield label("note-capped", language).format(steps=steps)
    for analysis in analyses:
        yield from _map_notes(analysis, language)


def _map_notes(analysis: Analysis, language: str | None) -> Iterator[str]:
    """Yields what is to be said of the points of one map."""
    points, title = analysis.leverage, analysis.journey_map.journey.title
    if analysis.journey_map.journey.state is State.DESIRED:
        yield label("note-aims", language).format(map=title)
    if points and not any(point.pressure for point in points):
        yield label("note-nothing", language).format(map=title)
    if (hidden := largest_gain_below(points)) is not None:
        yield label("note-gain", language).format(
            map=title,
            step=hidden.step.label,
            gain=round(100 * gain_of(hidden)),
            rank=hidden.rank,
            pressure=round(hidden.pressure),
            points=round(hidden.contributions.get(Driver.FLOW_GAIN, 0.0)),
            third=round(points[FIRST - 1].pressure),
        )
    lacking = [
        driver for driver in Driver if points and all(driver in point.unknown for point in points)
    ]
    unscored = Driver.HAZARD in lacking and any(point.step.pains for point in points)
    unknown = [
        label(driver, language) for driver in lacking if not (unscored and driver is Driver.HAZARD)
    ]
    if unknown:
        yield label("note-lacks", language).format(map=title, drivers=", ".join(unknown))
    if unscored:
        yield label("note-unscored", language).format(map=title)
