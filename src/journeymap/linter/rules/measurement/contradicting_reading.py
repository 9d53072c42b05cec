"""JM722."""

from collections.abc import Iterator, Mapping, Sequence

from journeymap.analysis.contradiction import FAR, Against, Contradiction
from journeymap.analysis.evidence import evidence_for, is_assumed
from journeymap.analysis.figures import apart
from journeymap.authoring import (
    Context,
    EvidenceKind,
    Finding,
    JourneyMap,
    Mark,
    PlacedStep,
    Related,
    Severity,
    State,
    quoted,
    rule,
    step_route,
)
from journeymap.linter.rules._marks import with_mark
from journeymap.linter.rules.flow._shared import wait_after
from journeymap.linter.rules.measurement._readings import number
from journeymap.model.units import Unit, days_per
from journeymap.words.shares import of_100
from journeymap.words.times import rounded

_TIMES = {
    Against.WAIT,
    Against.DURATION,
    Against.WITHIN,
    Against.SINCE,
    Against.WHOLE_WAIT,
    Against.WHOLE_TIME,
}
_COUNTS = {Against.COMING, Against.LOST}
_RECORDED: Mapping[Against, str] = {
    Against.WAIT: 'the wait recorded after "{step}" is {figure}',
    Against.DURATION: '"{step}" is recorded to take {figure}',
    Against.WITHIN: '"{step}" is recorded to take {figure} in all',
    Against.SINCE: 'by the times recorded, {figure} pass from "{step}" until {until}',
    Against.WHOLE_WAIT: "the waits recorded in {where} add up to {figure}{part}",
    Against.WHOLE_TIME: "the times recorded in {where} add up to {figure}{part}",
    Against.REACHING: 'by the shares recorded, {figure} of those who begin come to "{step}"',
    Against.GOING_ON: 'by the shares recorded there, {figure} go on from "{step}"',
    Against.LEAVING: 'by the shares recorded there, {figure} leave at "{step}"',
    Against.COMING_BACK: 'by the shares recorded there, {figure} go back from "{step}"',
    Against.ENDING: 'by the shares recorded there, {figure} end well at "{step}"',
    Against.COMPLETING: "by the shares recorded, {figure} get through {where}",
    Against.GIVING_UP: "by the shares recorded, {figure} are lost in {where}",
    Against.COMING: 'by `starts` and the shares recorded, {figure} come to "{step}" in that time',
    Against.LOST: 'by `starts` and the shares recorded, {figure} are lost at "{step}" in that time',
    Against.VISITS: 'by the ways recorded, whoever comes to "{step}" comes {figure}',
}
_LACKS: Mapping[Against, str] = {
    **dict.fromkeys(_TIMES, "record the time that was measured as well, if it is another one"),
    **dict.fromkeys(_COUNTS, "say in the metric's name whom it counts, if it is others as well"),
    Against.VISITS: "record the way back on which people come again",
    Against.REACHING: "say in the metric's name of whom it is a share: of all who begin, "
    "or of those who begin a later stage",
    Against.GOING_ON: "record where the others are left",
    Against.COMING_BACK: "record who else goes back",
    Against.LEAVING: "record where the others leave",
    Against.ENDING: "say in the metric's name of whom it is a share",
    Against.COMPLETING: "record where the others leave",
    Against.GIVING_UP: "record where the others leave",
}
"""What a map may lack where it and the reading can both be true."""


@rule("JM722", "contradicting-reading", severity="warning", from_status="review", basis="house")
def contradicting_reading(journey_map: JourneyMap, context: Context) -> Iterator[Finding]:
    """A reading says something else than the waits, durations, shares or ways beside it.

    ## Why it matters

    One false figure makes all doubtful. Durations are held against waits and durations (`within`:
    all since then), shares against those who leave and go on, counts that say their period against
    `starts`, visits a head against ways back. Its name tells what a metric reads (wait, drop-out,
    per patient; in Spanish and Polish too), also that people queue, which no wait behind the step
    is part of; else, or where a figure beside it fits, nothing is told. Nor is what lies within a
    range or a quarter (shares: five points), is ten times as long, was found a year apart, or is
    desired. A map that may only lack it gets a note, unless a time is off by half.

    ## Basis

    House: two figures of one thing cannot differ; the limits are ours.

    ## Bad

    ```yaml
    title: Referral
    metrics:
      - {id: wait, name: Wait for the specialist, unit: days}
      - {id: kept, name: Appointments kept, unit: '%'}
    steps:
      - action: Is referred
        wait: 6 weeks
        metrics: {metric: wait, value: 19}  # <- here
      - action: Comes to the appointment
        leaks: {to: nobody knows, share: 8 %}
        metrics: {metric: kept, value: 64}  # <- here
      - Is treated
    ```

    ## Good

    ```yaml
    title: Referral
    metrics: [{id: wait, name: Wait for the specialist, unit: days}]
    steps:
      - action: Is referred
        wait: 5-7 weeks
        metrics: {metric: wait, value: 39}
      - Is treated
    ```
    """
    if journey_map.journey.state is State.DESIRED:  # what is measured today is no part of it
        return
    for each in context.analysis.contradictions:
        yield _finding(journey_map, each)


def _finding(journey_map: JourneyMap, found: Contradiction) -> Finding:
    place = found.held.route[:-2]
    step = journey_map.step_at(place) if step_route(place) else None
    assumed = is_assumed(journey_map, step, found.held.reading.evidence)
    unit = found.held.metric.item.unit
    read = with_mark(f"{number(found.held.value)}{f' {unit}' if unit else ''}", assumed=assumed)
    correct = "correct the one that is wrong"
    if found.against is Against.WITHIN and (meant := _other_unit(found)):
        correct = f"see in which unit it was counted: {meant}; else {correct}"
    helps = correct if found.firm else f"{correct}, or {_lacks(found)}"
    unmeasured = [each for each in found.waits if _is_unmeasured(journey_map, each)]
    if unmeasured:
        names = quoted([each.label for each in unmeasured])
        helps = f"the wait after {names} rests on literature alone: write what was measured"
    recorded = _recorded(journey_map, found, place)
    return Finding(
        message=f'"{found.held.metric.label}" is read as {read}, but {recorded}',
        help=helps,
        route=(*found.held.route, "value"),
        mark=Mark.VALUE,
        severity=None if found.firm or (found.gross and not found.asked) else Severity.NOTE,
        related=_places(found, unmeasured),
    )


def _is_unmeasured(journey_map: JourneyMap, placed_step: PlacedStep) -> bool:
    """Tells whether a wait rests on literature or regulation alone: on what it is to be."""
    own = [
        name
        for each in apart(placed_step.step.wait, placed_step.step.waits)
        for name in each.evidence
    ]
    sources = list(journey_map.evidence.meant(evidence_for(journey_map, placed_step, own)))
    return bool(sources) and all(each.item.kind is EvidenceKind.LITERATURE for each in sources)


def _places(found: Contradiction, unmeasured: Sequence[PlacedStep]) -> tuple[Related, ...]:
    """Returns where what is recorded stands: of several times what was not measured."""
    if unmeasured:
        routes = [(*each.route, "wait" if each.step.wait else "waits") for each in unmeasured]
        return tuple(Related(route=each, message="rests on literature alone") for each in routes)
    begins = "counts from here" if found.against is Against.SINCE else "recorded here"
    return (Related(route=found.step.route, message=begins),) if found.step else ()


def _other_unit(found: Contradiction) -> str:
    """Returns in which smaller unit a time would fit that is many times what it can be."""
    unit, value = found.held.metric.item.unit, found.held.value
    days = days_per(unit) if unit else None
    if not unit or days is None or value * days < FAR * found.recorded.high:
        return ""
    for smaller in (Unit.HOUR, Unit.MINUTE, Unit.SECOND):
        if smaller.days < days and value * smaller.days <= found.recorded.high:
            time = rounded(value * smaller.days, value * smaller.days, "en")
            return f"{number(value)} {smaller.value}s are {time}"
    return ""


def _lacks(found: Contradiction) -> str:
    if found.asked and found.against in _TIMES:
        return "say in the metric's name from where on it counts"
    if found.asked and found.against is Against.COMPLETING:
        return (
            "say in the metric's name of whom it is a share: of all who start, or of those who "
            "come so far"
        )
    if found.asked and found.against is Against.GOING_ON:
        return "say in the metric's name of whom it is a share: of all, or of what is booked"
    if found.asked and found.against is Against.COMING_BACK:
        return "say in the metric's name whom it counts, if both are so"
    return _LACKS[found.against]


def _recorded(journey_map: JourneyMap, found: Contradiction, place: tuple[str | int, ...]) -> str:
    figure = with_mark(_figure(found), assumed=found.assumed)
    if found.step and found.step.step.wait and found.against is Against.WAIT:
        figure = wait_after(journey_map, found.step)
    return _RECORDED[found.against].format(
        step=found.step.label if found.step else "",
        figure=figure,
        until=f'"{found.until.label}" is over' if found.until else "then",
        where="this stage" if place and not (found.asked or step_route(place)) else "the map",
        part=" already, with some still missing" if found.partial else "",
    )


def _figure(found: Contradiction) -> str:
    low, high = found.recorded.low, found.recorded.high
    if found.against in _TIMES:
        return rounded(low, high, "en")
    if found.against is Against.VISITS:
        return "once" if low == 1 else f"{low:.1f} times"
    if found.against in _COUNTS:
        return "–".join(dict.fromkeys(f"{round(end):,}" for end in (low, high)))
    ends = [of_100(end, assumed=True) for end in (low, high)]
    return f"{'–'.join(dict.fromkeys(ends))} %"
