"""JM737."""

from collections.abc import Iterator

from journeymap.analysis.readings import readings_of
from journeymap.authoring import (
    Better,
    Context,
    Defined,
    Finding,
    JourneyMap,
    Mark,
    PlacedStep,
    Related,
    Route,
    Severity,
    one_by_one,
    rule,
)
from journeymap.linter.rules._said_in_words import shares_in
from journeymap.linter.rules.measurement._readings import number
from journeymap.model.vocabulary import Metric

_HUNDRED = 100.0
_NEAR = 4.0
"""A hundred times one figure is of the size of the other up to this factor; house."""
_ROUNDED = 1e-6


@rule("JM737", "hundredfold", severity="warning", from_status="draft", basis="house")
def hundredfold(journey_map: JourneyMap, _: Context) -> Iterator[Finding]:
    """A figure is a hundred times smaller than what it is held against: a fraction, not per cent.

    ## Why it matters

    Spreadsheets keep 40 % as 0.4. Pasted with the sign, four of ten who leave become four of a
    thousand; pasted as the target of a metric in per cent, 0.9 is met by whatever is read. Told is
    a share whose own `why` says a hundred times as much, and a target up to 1 of a metric in per
    cent of which more is better, beside a value about a hundred times as large. A value up to 1
    beside such a target is asked about with a note: so few it may be in the beginning.

    ## Basis

    House.

    ## Bad

    ```yaml
    title: Dental clinic
    metrics:
      - {id: in-time, name: Answered in time, kind: conversion, unit: "%", target: 0.9}  # <- here
    steps:
      - action: Calls the clinic
        metrics: {metric: in-time, value: 87}
        leaks: {share: 0.4 %, why: four of ten hang up}  # <- here
    ```

    ## Good

    ```yaml
    title: Dental clinic
    metrics: [{id: in-time, name: Answered in time, kind: conversion, unit: "%", target: 90}]
    steps:
      - action: Calls the clinic
        metrics: {metric: in-time, value: 87}
        leaks: {share: 40 %, why: four of ten hang up}
    ```
    """
    shares = map(_of_step, journey_map.steps)
    return one_by_one((_of_metrics(journey_map), *shares))


def _of_step(placed_step: PlacedStep) -> Iterator[Finding]:
    step = placed_step.step
    ways = [("next", i, each.share, each.why) for i, each in enumerate(step.next)]
    leaks = [("leaks", i, each.share, each.why) for i, each in enumerate(step.leaks)]
    for field, i, share, why in (*ways, *leaks):
        if share and why:
            yield from _of_share(share, why, (*placed_step.route, field, i))


def _of_share(share: float, why: str, route: Route) -> Iterator[Finding]:
    """Tells of a share whose reason says a hundred times as much."""
    for words, said in shares_in(why):
        times = float(said.share.removesuffix("%")) / _HUNDRED / share
        if said.is_exact and abs(times - _HUNDRED) < _ROUNDED:
            yield Finding(
                message=f"{number(_HUNDRED * share)} % is a hundredth of what its reason says: "
                f'"{words}"',
                help=f"write share: {said.share} if the reason is right, or correct why:",
                route=(*route, "share"),
                mark=Mark.VALUE,
                related=(Related(route=(*route, "why"), message="the reason"),),
            )
            return


def _of_metrics(journey_map: JourneyMap) -> Iterator[Finding]:
    for metric in journey_map.metrics:
        item = metric.item
        is_clear = item.is_percent and item.scale is None and item.improves is Better.HIGHER
        if not is_clear or not item.target:
            continue
        for route, reading in readings_of(metric.id, journey_map):
            if reading.value and (told := _told(metric, reading.value, (*route, "value"))):
                yield told
                break


def _told(metric: Defined[Metric], value: float, route: Route) -> Finding | None:
    """Tells of a target and a value of which one is per cent, and the other a fraction."""
    target = metric.item.target or 0.0
    is_target = target <= 1 < value
    small, large = (target, value) if is_target else (value, target)
    is_apart = 0 < small <= 1 < large <= _HUNDRED
    if not is_apart or not 1 / _NEAR <= _HUNDRED * small / large <= _NEAR:
        return None
    meant = number(_HUNDRED * small)
    figures = f"the target {number(target)} %", f"the value {number(value)} %"
    this, other = figures if is_target else figures[::-1]
    is_here = metric.library is None or not is_target
    at_target = (*metric.route, "target")
    is_own = is_target and is_here
    return Finding(
        message=f'{this} of "{metric.label}" is about a hundredth of {other}',
        help=f"write {'target' if is_target else 'value'}: {meant} if it is a fraction of 1: the "
        "unit is %",
        severity=None if is_target else Severity.NOTE,
        route=at_target if is_own else route,
        mark=Mark.VALUE,
        related=(
            Related(route=route, message="the value")
            if is_own
            else Related(route=at_target, message="the target", path=metric.library),
        ),
    )
