"""A step that has a map of its own, held against that map: both tell of the same."""

from collections.abc import Iterator, Mapping
from enum import StrEnum
from math import isfinite
from pathlib import Path

from journeymap.analysis.analysis import Analysis
from journeymap.analysis.time import Part
from journeymap.model.ids import slug
from journeymap.model.journey_map import JourneyMap, PlacedStep
from journeymap.model.unread import readable
from journeymap.quick_dataclass import dataclass
from journeymap.text.nodes import locate
from journeymap.words.shares import percent
from journeymap.words.times import rounded, said
from journeymap.workspace.files import Workspace

SHARE = 0.05
"""Shares contradict each other from this difference on, 0 to 1."""
TIME = 1.5
"""Times contradict each other where one is longer than the other by this factor."""
FEELING = 1.0
"""Feelings, -2 to 2, contradict each other where they are that far on different sides of 0."""


class Matter(StrEnum):
    """What a step and its map tell otherwise."""

    TIME = "time"
    COMPLETION = "completion"
    FEELING = "feeling"
    PARTIES = "parties"


@dataclass(frozen=True, slots=True, kw_only=True)
class Contradiction:
    """Something that a step says and the map of that step says otherwise.

    Attributes:
        path: the file of the step.
        line: its line there, from 1.
        step: the step.
        other: the file of its map.
        matter: what it is about.
        message: what both say.
    """

    path: str
    line: int
    step: str
    other: str
    matter: Matter
    message: str


def contradictions(
    workspace: Workspace, analyses: Mapping[Path, Analysis | None]
) -> Iterator[Contradiction]:
    """Walks what steps say otherwise than the maps that they lead to.

    What one of both does not say, or says on an assumption, contradicts nothing.

    Args:
        workspace: maps with their files.
        analyses: what is computed of each map, by its file.
    """
    for file in workspace.asked:
        analysis = analyses.get(file.path)
        for link in file.links if analysis else ():
            other = analyses.get(link.target) if link.target else None
            if link.route[-1:] != ("journey",) or other is None or analysis is None:
                continue
            step = analysis.journey_map.step_at(link.route)
            position = analysis.journey_map.steps.index(step)
            for matter, message in _between(analysis, step, position, other):
                yield Contradiction(
                    path=file.shown,
                    line=_line(workspace, file.path, link.route),
                    step=step.label,
                    other=workspace.files[link.target].shown if link.target else "",
                    matter=matter,
                    message=message,
                )


def _line(workspace: Workspace, path: Path, route: tuple[str | int, ...]) -> int:
    file = workspace.files[path]
    return file.source.position(locate(file.tree, route).start).line if file.source else 1


def _between(
    analysis: Analysis, step: PlacedStep, position: int, other: Analysis
) -> Iterator[tuple[Matter, str]]:
    held = (
        (Matter.TIME, _times(step, other)),
        (Matter.COMPLETION, _completion(analysis, position, other)),
        (Matter.FEELING, _feeling(analysis, position, other)),
        (Matter.PARTIES, _parties(analysis.journey_map, step, other.journey_map)),
    )
    return ((matter, message) for matter, message in held if message)


def _times(step: PlacedStep, other: Analysis) -> str:
    """Tells where a step takes another time than the whole of its map."""
    duration, wait = step.step.duration, step.step.wait
    whole = other.times.whole.main[Part.ELAPSED]
    if duration is None or not whole.is_known or whole.known < whole.of:
        return ""
    low, high = duration.time.low, duration.time.high + (wait.time.high if wait else 0.0)
    if not isfinite(high) or not isfinite(whole.high):
        return ""
    if whole.low > high * TIME or whole.high * TIME < low:
        in_all = rounded(whole.low, whole.high, "en", about=whole.about)
        return f"the step takes {said(duration.time, 'en')}, and its map {in_all} in all"
    return ""


def _completion(analysis: Analysis, position: int, other: Analysis) -> str:
    """Tells where another share leaves at a step than on the way through its map."""
    flow, inner = analysis.flow, other.flow
    if flow is None or inner is None or inner.assumed or inner.unknown:
        return ""
    at = flow.steps[position]
    if not at.visits or at.unknown or not isfinite(at.visits):
        return ""
    leaves, lost = at.lost / at.visits, inner.left + inner.lost
    if abs(leaves - lost) < SHARE or (
        not at.lost and not analysis.journey_map.steps[position].step.leaks
    ):
        return ""
    return f"{percent(leaves)} leave at the step, and {percent(lost)} on the way through its map"


def _feeling(analysis: Analysis, position: int, other: Analysis) -> str:
    """Tells where a step feels good and its whole map bad, or the other way round."""
    curve, inner = analysis.curves[:1], other.curves[:1]
    if not curve or not inner or not _same_persona(analysis.journey_map, other.journey_map):
        return ""
    here, mean = curve[0].points[position], inner[0].mean
    if here is None or mean is None:
        return ""
    if here.value * mean < 0 and min(abs(here.value), abs(mean)) >= FEELING:
        own = _signed(here.value)
        return f"the step feels {own}, and its map {_signed(mean)} on average, of −2 to 2"
    return ""


def _signed(value: float) -> str:
    return f"{value:+.2g}".replace("-", "−")


def _same_persona(one: JourneyMap, other: JourneyMap) -> bool:
    names = [
        {each.persona.id, slug(each.persona.label)} if each.persona else set()
        for each in (one, other)
    ]
    return bool(names[0] & names[1])


def _parties(journey_map: JourneyMap, step: PlacedStep, other: JourneyMap) -> str:
    """Tells whom a step names and no step of its map does, where that names anybody."""
    known = {
        name
        for each in readable(other.steps)
        for who in (each.step.actor, *each.step.with_)
        if who
        for name in _names(other, who)
    }
    named = [who for who in (step.step.actor, *step.step.with_) if who]
    missing = [who for who in named if known and not known & _names(journey_map, who)]
    if not missing or (journey_map.persona and missing == [journey_map.persona.id]):
        return ""
    people = ", ".join(journey_map.people.label_of(who) for who in missing)
    return f"{people} takes part in the step, and in no step of its map"


def _names(journey_map: JourneyMap, who: str) -> set[str]:
    return {journey_map.people.id_of(who), slug(journey_map.people.label_of(who))}
