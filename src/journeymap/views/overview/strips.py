"""What the strips below the curve say: waits, channels, who serves, pains, ideas, targets."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from journeymap.analysis.analysis import Analysis
from journeymap.analysis.best_idea import QUICK_EFFORT, QUICK_IMPACT
from journeymap.analysis.call_outs import by_gravity
from journeymap.analysis.evidence import Standing, is_assumed
from journeymap.analysis.figures import figures
from journeymap.analysis.readings import newest, reached, readings
from journeymap.model.between import Wait
from journeymap.model.fields import PERSONA
from journeymap.model.journey_map import JourneyMap, PlacedStep
from journeymap.model.names import stage_route, step_route
from journeymap.model.pains import Opportunity, OpportunityStatus
from journeymap.model.vocabulary import ChannelKind
from journeymap.quick_dataclass import dataclass
from journeymap.words.labels import label, marked
from journeymap.words.measured import reading_words
from journeymap.words.reasons import listed
from journeymap.words.times import said
from journeymap.words.whose import each_or_all

MORE = " +"
"""What stands before how many more there are, in signs."""
IDEAS = ("quick-win", "idea", "live")
"""What an idea may be, in the order in which they stand."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pause:
    """A wait behind a step.

    Attributes:
        step: position of the step.
        words: how long.
        planned: whether it is meant to be.
    """

    step: int
    words: str
    planned: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """Steps beside one another of which the same holds.

    Attributes:
        first: the first of them.
        stop: the one behind the last.
        words: what holds of them, then shorter.
        names: the same one by one.
        kinds: of channels, each once; none where there are none, or where nobody says.
        lacking: what was not handed over to them; empty where nothing is known to lack.
    """

    first: int
    stop: int
    words: tuple[str, ...]
    names: tuple[str, ...] = ()
    kinds: tuple[ChannelKind, ...] = ()
    lacking: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Missed:
    """A reading that misses its target.

    Attributes:
        first: the first step that it belongs to.
        stop: the one behind the last.
        words: metric, value and target.
        whole: whether it is of the whole map.
    """

    first: int
    stop: int
    words: str
    whole: bool = False


def all_assumed(journey_map: JourneyMap) -> bool:
    """Tells whether all figures of a map are assumed, so that it need not be said of each."""
    return all(each.standing is Standing.ASSUMED for each in figures(journey_map))


def pauses(journey_map: JourneyMap, *, marks: bool) -> tuple[Pause, ...]:
    """Returns the waits, with a mark where one is assumed if that is not said of all figures."""
    return tuple(
        Pause(step=each.position, words=words, planned=_is_planned(each))
        for each in journey_map.steps
        if (words := _wait(journey_map, each, marks=marks))
    )


def _wait(journey_map: JourneyMap, placed_step: PlacedStep, *, marks: bool) -> str:
    """Returns how long one waits after a step, of each persona where they differ."""
    language, step = journey_map.journey.language, placed_step.step

    def say(wait: Wait) -> str:
        assumed = marks and is_assumed(journey_map, placed_step, wait.evidence)
        return marked(said(wait.time, language), language, assumed=assumed)

    return each_or_all(journey_map, step.wait, step.waits, say)


def _is_planned(placed_step: PlacedStep) -> bool:
    waits = (placed_step.step.wait, *placed_step.step.waits.values())
    known = [wait for wait in waits if wait]
    return bool(known) and all(wait.planned is True for wait in known)


def channels(journey_map: JourneyMap) -> tuple[Run, ...]:
    """Returns the channels, neighbours that have the same ones as one."""

    def used(placed_step: PlacedStep) -> tuple[str, ...]:
        step = placed_step.step
        own = (*step.channel, *(name for each in step.channels.values() for name in each))
        return tuple(dict.fromkeys(own))

    def names(placed_step: PlacedStep) -> tuple[str, ...]:
        return tuple(dict.fromkeys(map(journey_map.channels.label_of, used(placed_step))))

    found = []
    for own_names, group in groupby(journey_map.steps, key=names):
        own = list(group)
        if own_names:
            meant = journey_map.channels.meant(used(own[0]))
            kinds = dict.fromkeys(each.item.kind for each in meant if each.item.kind)
            found.append(
                Run(
                    first=own[0].position,
                    stop=own[-1].position + 1,
                    words=(", ".join(own_names),),
                    names=own_names,
                    kinds=tuple(kinds),
                )
            )
    return tuple(found)


def _with(journey_map: JourneyMap, placed_step: PlacedStep) -> tuple[str, ...]:
    """Returns who takes part in a step beside the personas: first who serves there."""
    own, serving = {*journey_map.persona_ids, PERSONA}, journey_map.serving(placed_step)
    people = ((serving,) if serving else ()) + journey_map.present(placed_step)
    return tuple(who for who in dict.fromkeys(people) if who not in own)


def _lacking(analysis: Analysis) -> dict[int, list[str]]:
    """Returns what was not handed over, by the step at which its taker is the first time."""
    found: dict[int, list[str]] = {}
    for transfer in analysis.transfers:
        if transfer.to and transfer.missing:
            later = analysis.journey_map.steps[transfer.to.position :]
            there = (step for step in later if transfer.taker in analysis.journey_map.present(step))
            at = next(there, transfer.to)  # an organisation takes over where it serves
            found.setdefault(at.position, []).extend(transfer.missing)
    return found


def serving(analysis: Analysis) -> tuple[Run, ...]:
    """Returns who takes part, and what was not handed over where somebody takes over."""
    journey_map = analysis.journey_map
    language = journey_map.journey.language
    lacking = _lacking(analysis)
    found: list[Run] = []
    last: tuple[str, ...] = ()
    for placed_step in journey_map.steps:
        who, at = _with(journey_map, placed_step), placed_step.position
        if not who:
            last = ()
            continue
        if who == last and at not in lacking:
            found[-1] = replace(found[-1], stop=at + 1)
        else:
            items = [journey_map.information.label_of(name) for name in lacking.get(at, ())]
            words = label("without", language).format(items=listed(items, language))
            names = tuple(map(journey_map.person_label, who))
            found.append(
                Run(
                    first=at,
                    stop=at + 1,
                    words=tuple(shorter(names, language)),
                    names=names,
                    lacking=words if items else "",
                )
            )
        last = who
    return tuple(found)


def shorter(names: Sequence[str], language: str | None) -> Iterator[str]:
    """Yields names in a row, then fewer of them and how many more there are, at last in signs."""
    for count in range(len(names), 0, -1):
        left = len(names) - count
        more = f" {label('more-missed', language).format(n=left)}" if left else ""
        yield ", ".join(names[:count]) + more
    if names[1:]:
        yield f"{names[0]}{MORE}{len(names) - 1}"


def pains(journey_map: JourneyMap) -> tuple[tuple[int | None, ...], ...]:
    """Returns the severity of each pain of each step, the gravest first; None where unscored."""
    return tuple(
        tuple(each.pain.severity for each in by_gravity(step)) for step in journey_map.steps
    )


def ideas_of(placed_step: PlacedStep) -> list[tuple[str, str]]:
    """Returns the ideas of a step, each with what it is: quick-win, idea or live."""
    found = [
        (_of_idea(each.opportunity), each.label)
        for each in placed_step.opportunities
        if each.opportunity.status is not OpportunityStatus.DROPPED
    ]
    return sorted(found, key=lambda each: IDEAS.index(each[0]))


def ideas(journey_map: JourneyMap) -> tuple[tuple[str, ...], ...]:
    """Returns what each idea of each step is; dropped ones are none."""
    return tuple(tuple(kind for kind, _ in ideas_of(step)) for step in journey_map.steps)


def _of_idea(idea: Opportunity) -> str:
    if idea.status is OpportunityStatus.LIVE:
        return "live"
    little = idea.effort is not None and idea.effort <= QUICK_EFFORT
    return "quick-win" if little and (idea.impact or 0) >= QUICK_IMPACT else "idea"


def missed(journey_map: JourneyMap) -> tuple[Missed, ...]:
    """Returns the latest readings that miss their targets, where they were taken."""
    found = []
    for route, reading in newest(readings(journey_map), journey_map.metrics):
        metric = journey_map.metrics.find(reading.metric)
        if metric and reached(metric.item, reading.value, metric.item.target) is False:
            words, place = reading_words(journey_map, reading), _where(journey_map, route)
            if place is None:
                whole = label("whole-journey", journey_map.journey.language)
                words = f"{whole}: {words}"
            first, stop = place or (0, len(journey_map.steps))
            found.append(Missed(first=first, stop=stop, words=words, whole=place is None))
    return tuple(found)


def _where(journey_map: JourneyMap, route: tuple[str | int, ...]) -> tuple[int, int] | None:
    """Returns the steps that a reading belongs to: one, or those of a stage; None for all."""
    if step_route(route):
        at = journey_map.step_at(route).position
        return at, at + 1
    stages = [stage for stage in journey_map.stages if stage.route == stage_route(route)]
    if route[:1] == ("readings",) or not stages:
        return None
    places = [step.position for step in journey_map.steps_of(stages[0])]
    return (places[0], places[-1] + 1) if places else None
