"""Which steps the overview names first, how it calls them, and the journey in sentences."""

from collections.abc import Iterator, Sequence

from journeymap.analysis.analysis import Analysis
from journeymap.analysis.still_there import still_there
from journeymap.model.journey_map import JourneyMap, PlacedStep
from journeymap.words.labels import label
from journeymap.words.whose import with_takers

_ALL = 20
"""Up to so many steps all are named; of more those that matter."""
_PRESSING = 12
"""So many of the steps where pressure is highest are named, where there is room."""


def name_of(journey_map: JourneyMap, step: PlacedStep) -> str:
    """Returns the name of a step, who alone takes it, and whether it runs beside another one."""
    return with_takers(journey_map, step, step.label)


def ranks(analysis: Analysis, called: Sequence[int]) -> dict[int, int]:
    """Returns which steps are named, those that matter most first.

    Args:
        analysis: the map.
        called: the positions of the steps that are called out.
    """
    steps, curve = analysis.journey_map.steps, analysis.curve
    order = [*called]
    order += [point.step.position for point in (curve.lowest, curve.highest) if point]
    there = still_there(analysis)
    lost = there.lost_of_100 if there else ()
    order += sorted((i for i, n in enumerate(lost) if n), key=lambda i: -lost[i])
    order += [
        step.position
        for step in steps
        if not step.position or steps[step.position - 1].stage != step.stage
    ]
    if len(steps) <= _ALL:
        order += [step.position for step in steps]
    order += [point.step.position for point in analysis.leverage[:_PRESSING]]
    return {step: rank for rank, step in enumerate(dict.fromkeys(order))}


def described(journey_map: JourneyMap) -> Iterator[str]:
    """Yields the journey in sentences: stages, steps and how they feel."""
    for stage in journey_map.stages:
        steps = journey_map.steps_of(stage)
        language = journey_map.journey.language
        if steps and stage.label:
            yield f"{label('stage', language)}: {stage.label}."
        for step in steps:
            felt = journey_map.by_person(step.step.emotion, step)
            words = ", ".join(dict.fromkeys(each.written for each in felt.values()))
            yield f"{step.label} ({words})." if words else f"{step.label}."
