"""One leverage point to the last figure: every driver with formula, inputs, value and source."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from journeymap.analysis.drivers import Drive, Driver
from journeymap.analysis.leverage import HIGHEST, Point
from journeymap.tables.framed_table import Sheet
from journeymap.tables.leverage import Ranked, record
from journeymap.tables.meanings import MEANINGS
from journeymap.tables.table import Cell, Column, Kind, Table
from journeymap.words.table_labels import word


def build(each: Ranked) -> Sheet:
    """Tells how the pressure of one step comes about: in English, as its formulas are."""
    said, each = each, _in_english(each)
    point, found = each.point, each.analysis.map
    language = found.journey.language
    told = _told(each)
    return Sheet(
        title=f"{found.journey.title} › {point.step.label} ({point.step.id})",
        lines=tuple(line for line in (point.why, *_sums(each, told)) if line),
        table=Table(
            columns=tuple(_columns(language)),
            rows=tuple(tuple(_row(each, driver, told)) for driver in Driver),
        ),
        head={key: value for key, value in record(said).items() if key != "contributions"}
        | {"whole": sum(each.analysis.weights.of(driver) for driver in told)},
        key="drivers",
        records=tuple(_record(each, driver, told) for driver in Driver),
        below={
            "formula": "=",
            "basis": "basis:",
            "source": "source:",
            "needs": "to know it, record",
        },
        notes=tuple(_notes(each, told, language)),
    )


def _in_english(each: Ranked) -> Ranked:
    """Returns a point whose labels are English; what the map says stays as it was written."""
    found = each.analysis.map
    journey = found.journey.model_copy(update={"language": None})
    analysis = replace(each.analysis, map=replace(found, journey=journey))
    point = next(p for p in analysis.leverage if p.step.position == each.point.step.position)
    return Ranked(rank=each.rank, analysis=analysis, point=point)


def _told(each: Ranked) -> frozenset[Driver]:
    return frozenset(driver for point in each.analysis.leverage for driver in point.contributions)


def _sums(each: Ranked, told: frozenset[Driver]) -> Iterator[str]:
    """Yields pressure, ceiling and payoff as sums that can be checked with a pencil."""
    point, weights = each.point, each.analysis.weights
    whole = sum(weights.of(driver) for driver in told)
    known = sum(weights.of(driver) * (point.drives[driver].value or 0) for driver in told)
    missing = sum(weights.of(driver) for driver in told if driver in point.unknown)
    lifts = "".join(f" × {lift:g} ({_LIFTS[name]})" for name, lift in point.lifts.items())
    cap = f", at most {HIGHEST:g}"
    yield (
        f"pressure {point.pressure:.1f} = 100 × {known:.2f} / {whole:g}{lifts}{cap}: "
        f"Σ weight × value of what is known here, by Σ weight of what any step of the map knows"
    )
    yield (
        f"ceiling {point.ceiling:.1f} = 100 × ({known:.2f} + {missing:g}) / {whole:g}{lifts}{cap}: "
        "what is unknown here and known elsewhere counted as 1"
    )
    yield _payoff(point)


_LIFTS: Mapping[str, str] = {
    "moment": "a declared moment",
    "influence": "a stakeholder of influence 4 or 5 is present",
}
"""What lifts a pressure, in words."""


def _payoff(point: Point) -> str:
    if point.best is None:
        return "payoff unknown: record an opportunity with `impact` and `effort` at the step"
    best = point.best.opportunity
    quick = ", a quick win (impact at least 4, effort at most 2)" if point.quick_win else ""
    return (
        f"payoff {point.payoff:.1f} = {point.pressure:.1f} × impact {best.impact} / effort "
        f'{best.effort} of "{best.text}"{quick}'
    )


def _columns(language: str | None) -> Iterator[Column]:
    yield Column(key="driver", title=word("driver", language))
    for key in ("value", "weight", "points"):
        yield Column(key=key, title=word(key, language), kind=Kind.NUMBER)
    yield Column(key="inputs", title=word("made-of", language))
    for key in ("formula", "basis", "source", "needs"):
        yield Column(key=key, title=key)


def _row(each: Ranked, driver: Driver, told: frozenset[Driver]) -> Iterator[Cell]:
    drive, meaning = each.point.drives[driver], MEANINGS[driver]
    language = each.analysis.map.journey.language
    yield word(driver, language)
    yield _rounded(drive.value)
    yield each.analysis.weights.of(driver) if driver in told else None
    yield _rounded(each.point.contributions.get(driver))
    given = _inputs(each, driver).items()
    inputs = [f"{name.replace('_', ' ')} {_shown(value)}" for name, value in given]
    marks = [word("assumed", language)] if drive.assumed and drive.value else []
    unknown = [] if drive.value is not None else [word("unknown", language).lower()]
    yield ", ".join((*unknown, *inputs, *marks)) or None
    yield meaning.formula
    yield meaning.basis
    yield meaning.source
    yield meaning.needs if drive.value is None else ""


def _inputs(each: Ranked, driver: Driver) -> dict[str, float | str]:
    """Returns what a driver is computed from; of a peak also the steps that share it."""
    inputs = dict(each.point.drives[driver].inputs)
    others = [peak.step.id for peak in each.analysis.curve.peaks if peak.step != each.point.step]
    if driver is Driver.MEMORY and "peak" in inputs and others:
        inputs["shared_with"] = ", ".join(others)
    return inputs


def _rounded(number: float | None) -> float | None:
    """Rounds once, to what text shows and the table of points says."""
    return None if number is None else round(number, 2)


def _shown(value: float | str) -> str:
    return value if isinstance(value, str) else f"{round(value, 3):g}".replace("-", "−")


def _record(each: Ranked, driver: Driver, told: frozenset[Driver]) -> dict[str, object]:
    drive: Drive = each.point.drives[driver]
    meaning = MEANINGS[driver]
    return {
        "driver": driver,
        "value": drive.value,
        "weight": each.analysis.weights.of(driver),
        "counted": driver in told,
        "points": each.point.contributions.get(driver),
        "inputs": _inputs(each, driver),
        "assumed": drive.assumed,
        "formula": meaning.formula,
        "basis": meaning.basis,
        "source": meaning.source or None,
        "needs": meaning.needs,
    }


def _notes(each: Ranked, told: frozenset[Driver], language: str | None) -> Iterator[str]:
    if each.point.assumed:
        yield word("note-assumed", language)
    if len(told) < len(Driver):
        yield "A driver without a weight is known at no step of the map, so it counts nowhere."
    yield "Weights and lifts are house; set your own under `leverage` in .journeymap.yaml."
