"""One leverage point to the last figure: every driver with formula, inputs, value and source."""

from collections.abc import Callable, Iterator
from functools import partial

from journeymap.analysis.drivers import Driver
from journeymap.analysis.leverage import HIGHEST, LEAST_PRESSURE, Point, one_judgement
from journeymap.model.journey import State
from journeymap.tables import leverage
from journeymap.tables.leverage_notes import Ranked, made_good_notes, twice_notes
from journeymap.tables.meanings import MEANINGS
from journeymap.tables.table import Column, Kind, Table, records
from journeymap.words.ideas import why_idea
from journeymap.words.labels import label
from journeymap.words.reasons import sentence

_LANGUAGE = "en"
"""Of our own words, as the formulas are; what the map says stays as it was written."""


def build(each: Ranked) -> Table[Driver]:
    """Tells how the pressure of one step comes about."""
    point, journey_map = each.point, each.analysis.journey_map
    known = _known(each)
    head = records(leverage.ranking([each]))[0]
    del head["contributions"]
    return Table(
        title=f"{journey_map.journey.title} › {point.step.label} ({point.step.id})",
        lines=tuple(
            filter(
                None,
                (
                    sentence(point, journey_map, _LANGUAGE),
                    *_sums(each, known),
                    *twice_notes(each, _LANGUAGE, 1),
                    *_left_out(each),
                ),
            )
        ),
        columns=(*_columns(each, known), *_meaning_columns(point)),
        items=tuple(Driver),
        head=head
        | {
            "whole": sum(each.analysis.weights.of(driver) for driver in known),
            "one_judgement": dict(one_judgement(point, journey_map.persona_id)),
        },
        key="drivers",
        notes=tuple(_notes(each, known)),
    )


def _known(each: Ranked) -> frozenset[Driver]:
    return frozenset(driver for point in each.analysis.leverage for driver in point.contributions)


def _sums(each: Ranked, known: frozenset[Driver]) -> Iterator[str]:
    """Yields pressure, ceiling and payoff as sums that can be checked with a pencil."""
    point, weights = each.point, each.analysis.weights
    whole = sum(weights.of(driver) for driver in known)
    pressing = sum(weights.of(driver) * (point.drives[driver].value or 0) for driver in known)
    missing = sum(weights.of(driver) for driver in known if driver in point.unknown)
    lifts = "".join(
        f" × {lift:g} ({label(f'lift-{name}', _LANGUAGE)})" for name, lift in point.lifts.items()
    )
    cap = f", at most {HIGHEST:g}"
    above = f" (without that {point.uncapped:.1f}, which ranks it)" if _is_capped(point) else ""
    yield (
        f"pressure {point.pressure:.1f} = 100 × {pressing:.2f} / {whole:g}{lifts}{cap}{above}: "
        f"Σ weight × value of what is known here, by Σ weight of what any step of the map knows"
    )
    yield (
        f"ceiling {point.ceiling:.1f} = 100 × ({pressing:.2f} + {missing:g}) / {whole:g}{lifts}"
        f"{cap}: drivers that are unknown here and known at another step counted as 1"
    )
    yield _payoff(point)
    if fed := one_judgement(point, each.analysis.journey_map.persona_id):
        parts = ", ".join(f"{label(d, _LANGUAGE)} {points:.2f}" for d, points in fed.items())
        yield (
            f"one judgement, how it was for the persona, feeds {len(fed)} drivers: {parts}; read "
            f"their {sum(fed.values()):.2f} of {point.pressure:.1f} as one voice"
        )


def _left_out(each: Ranked) -> Iterator[str]:
    """Yields what points do not say: that they are few, or of aims, or that a pain is mended."""
    point, journey_map = each.point, each.analysis.journey_map
    if point.pressure < LEAST_PRESSURE:
        yield f"below {LEAST_PRESSURE:g}, so no leverage point (house)"
    if journey_map.journey.state is State.DESIRED:
        yield label("note-aims", _LANGUAGE).format(map=journey_map.journey.title)
    yield from made_good_notes(each, _LANGUAGE)


def _is_capped(point: Point) -> bool:
    return point.uncapped > HIGHEST


def _payoff(point: Point) -> str:
    if (choice := point.choice) is None or not choice.ratio:
        return "payoff unknown: record an opportunity with `impact` and `effort` at the step"
    best = choice.idea.opportunity
    quick = ", a quick win (impact at least 4, effort at most 2)" if point.quick_win else ""
    return (
        f"payoff {point.payoff:.1f} = {point.pressure:.1f} × impact {best.impact} / effort "
        f'{best.effort} of "{best.text}"{quick}; {why_idea(choice, _LANGUAGE)}'
    )


def _columns(each: Ranked, known: frozenset[Driver]) -> Iterator[Column[Driver]]:
    """Yields the figures of a driver, and what they are made of."""
    say: Callable[[str], str] = partial(label, language=_LANGUAGE)
    drives, number = each.point.drives, Kind.NUMBER
    weight, points = each.analysis.weights.of, each.point.contributions.get
    yield Column(key="driver", title=say("driver"), value=say, json=str)
    yield Column(
        key="value",
        title=say("value"),
        kind=number,
        value=lambda driver: drives[driver].value,
        decimals=2,
    )
    yield Column(
        key="weight",
        title=say("weight"),
        kind=number,
        value=lambda driver: weight(driver) if driver in known else None,
        json=weight,
    )
    yield Column(key="counted", json=lambda driver: driver in known)
    yield Column(key="points", title=say("points"), kind=number, value=points, decimals=2)
    yield Column(
        key="inputs",
        title=say("made-of"),
        value=lambda driver: ", ".join(_made_of(each, driver)) or None,
        json=partial(_inputs, each),
    )
    yield Column(key="assumed", json=lambda driver: drives[driver].assumed)
    yield Column(key="standing", json=lambda driver: drives[driver].standing)


def _meaning_columns(point: Point) -> Iterator[Column[Driver]]:
    """Yields what a driver means, and what it needs where it is unknown."""
    for key, before in (("formula", "="), ("basis", "basis:"), ("source", "source:")):
        yield Column(key=key, title=key, value=partial(_meaning, key), below=before)
    yield Column(
        key="needs",
        title="needs",
        value=lambda driver: MEANINGS[driver].needs if driver in point.unknown else None,
        json=lambda driver: MEANINGS[driver].needs,
        below="to know it, record",
    )


def _meaning(key: str, driver: Driver) -> str | None:
    return getattr(MEANINGS[driver], key) or None


def _made_of(each: Ranked, driver: Driver) -> Iterator[str]:
    drive = each.point.drives[driver]
    if drive.value is None:
        yield label("unknown", _LANGUAGE).lower()
    for name, value in _inputs(each, driver).items():
        yield f"{name.replace('_', ' ')} {_shown(value)}"
    if drive.standing and drive.value:
        yield label(drive.standing, _LANGUAGE)


def _inputs(each: Ranked, driver: Driver) -> dict[str, float | str]:
    """Returns what a driver is computed from; of a peak also the steps that share it."""
    inputs = dict(each.point.drives[driver].inputs)
    others = [peak.step.id for peak in each.analysis.curve.peaks if peak.step != each.point.step]
    if driver is Driver.MEMORY and "peak" in inputs and others:
        inputs["shared_with"] = ", ".join(others)
    return inputs


def _shown(value: float | str) -> str:
    return value if isinstance(value, str) else f"{round(value, 3):g}".replace("-", "−")


def _notes(each: Ranked, known: frozenset[Driver]) -> Iterator[str]:
    if each.point.assumed:
        yield label("note-assumed", _LANGUAGE)
    if len(known) < len(Driver):
        yield "A driver without a weight is known at no step of the map, so it counts nowhere."
    yield "Weights and lifts are house; set your own under `leverage` in .journeymap.yaml."
