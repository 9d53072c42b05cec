"""What is told of a leverage point: the facts, the pain, and the idea against it."""

from collections.abc import Callable, Iterator, Sequence

from journeymap.analysis import reasons
from journeymap.analysis.drivers import Driver
from journeymap.analysis.effort import EffortKind
from journeymap.analysis.evidence import behind
from journeymap.analysis.leverage import OPEN, Point
from journeymap.analysis.ratings import raters, ratings
from journeymap.authoring import (
    Analysis,
    EvidenceKind,
    PlacedOpportunity,
    PlacedPain,
    PlacedStep,
    few,
    listed,
    step_route,
)
from journeymap.linter.rules._ratings_in_words import figures
from journeymap.linter.rules.leverage._harm import is_answered, is_severe, risk
from journeymap.linter.rules.measurement._missed import Miss, misses
from journeymap.quick_dataclass import dataclass

MOST_FACTS = 5
"""At most so many facts are told, unless more have to be (house)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Fact:
    """A phrase, and whether it has to be told: another rule that would tell it is replaced."""

    text: str
    due: bool


def facts(
    point: Point, analysis: Analysis, pain: PlacedPain | None, unsolved: Sequence[PlacedPain] = ()
) -> list[str]:
    """Returns what presses at a step: what has to be told, and others while there are few.

    Args:
        point: the step.
        analysis: what is computed from the map, in English.
        pain: the pain to quote.
        unsolved: the pains of the step to say of that no opportunity solves them.
    """
    found = list(_facts(point, analysis, pain, unsolved))
    room = MOST_FACTS - sum(fact.due for fact in found)
    told: list[str] = []
    for fact in found:
        if fact.due or room > 0:
            told.append(fact.text)
            room -= not fact.due
    return told


def gravest(placed: PlacedStep, analysis: Analysis) -> PlacedPain | None:
    """Returns the scored pain of the highest risk, of equals the severer, then the first.

    A severe harm that nothing answers has a finding of its own.
    """
    scored = [
        entry
        for entry in placed.pains
        if entry.pain.severity
        and entry.pain.probability
        and (not is_severe(entry.pain) or is_answered(entry, analysis))
    ]
    return max(scored, key=_weight, default=None)


def _weight(entry: PlacedPain) -> tuple[int, int]:
    severity, probability = entry.pain.severity or 0, entry.pain.probability or 0
    return severity * probability, severity


def idea(
    placed: PlacedStep, analysis: Analysis, pain: PlacedPain | None
) -> PlacedOpportunity | None:
    """Returns the open idea to name: one that solves the pain, else the strongest at the step.

    Those at the step go before others of the map, and more impact before less effort.

    Args:
        placed: the step.
        analysis: what is computed from the map.
        pain: the pain that is quoted.
    """
    answers = analysis.answers.get(pain.route, ()) if pain else ()
    solving = [each for each in answers if _is_open(each)]
    here = [each for each in solving if step_route(each.route) == placed.route]
    there = [each for each in placed.opportunities if _is_open(each)]
    return max(here or solving or there, key=_strength, default=None)


def _is_open(entry: PlacedOpportunity) -> bool:
    scored = entry.opportunity.impact and entry.opportunity.effort
    return bool(scored) and entry.opportunity.status in OPEN


def _strength(entry: PlacedOpportunity) -> tuple[int, int]:
    return entry.opportunity.impact or 0, -(entry.opportunity.effort or 0)


def missed_at(placed: PlacedStep, analysis: Analysis) -> list[Miss]:
    """Returns the targets that are missed at a step."""
    return [miss for miss in misses(analysis.map) if step_route(miss.route) == placed.route]


def is_assumed(point: Point, analysis: Analysis) -> bool:
    """Tells whether any figure that is told of a step is assumed, in whole or in part."""
    found = map(analysis.map.evidence.find, behind(analysis.map, point.step))
    partly = any(each and each.item.kind is EvidenceKind.ASSUMPTION for each in found)
    return point.assumed or partly or any(m.assumed for m in missed_at(point.step, analysis))


def _facts(
    point: Point, analysis: Analysis, pain: PlacedPain | None, unsolved: Sequence[PlacedPain]
) -> Iterator[_Fact]:
    placed = point.step
    say = _phrases(point, analysis)
    yield from (_Fact(text=text, due=True) for text in say(Driver.EFFORT))
    yield from _falls(placed, analysis)
    yield from _silence(placed, analysis)
    yield from (_Fact(text=text, due=True) for text in say(Driver.HANDOFF))
    lost = sum(share or 0.0 for share in analysis.ways.exits[placed.position].leaks)
    if lost:
        yield _Fact(text=f"{round(100 * lost, 1):g} of 100 who come here leave", due=True)
    yield from (_Fact(text=miss.short, due=True) for miss in missed_at(placed, analysis))
    yield from _pains(placed, analysis, pain, unsolved)
    unexplained = not placed.pains
    yield from (_Fact(text=text, due=unexplained) for text in say(Driver.LOW_EMOTION))
    if placed.position != analysis.curve.ending:  # a bad ending has a finding of its own
        yield from (_Fact(text=text, due=False) for text in say(Driver.MEMORY))
    gap = analysis.ratings[placed.position].gap or 0.0
    yield from (_Fact(text=text, due=gap < 0) for text in say(Driver.UNMET_NEED))
    yield from _others(placed, analysis)


def _phrases(point: Point, analysis: Analysis) -> Callable[[Driver], list[str]]:
    """Returns what says the phrases of a driver, also of one that weighs nothing."""
    there = {driver: drive.value or 0.0 for driver, drive in point.drives.items()}
    there[Driver.EFFORT] = len(analysis.efforts[point.step.position].kinds)
    there |= dict.fromkeys((Driver.HAZARD, Driver.FLOW_GAIN), 0.0)
    found = list(reasons.facts(analysis, point.step, point.drives, there))
    return lambda driver: [text for drivers, text in found if driver in drivers]


def _falls(placed: PlacedStep, analysis: Analysis) -> Iterator[_Fact]:
    """Says to which lower level of engagement a way leads from here, or the order to here."""
    trust = analysis.trust
    if trust is None:
        return
    lower = [
        str(trust.levels[change.to.position])
        for change in trust.falls
        if placed.position == (change.to if change.way_entry is None else change.step).position
    ]
    if lower:
        levels = listed(tuple(dict.fromkeys(lower)))
        yield _Fact(text=f"engagement falls to {levels}", due=True)


def _silence(placed: PlacedStep, analysis: Analysis) -> Iterator[_Fact]:
    wait = placed.step.wait
    if wait is None or wait.planned or not wait.time.days:
        return
    long = EffortKind.LONG_WAIT in analysis.efforts[placed.position].kinds
    if not wait.announced:
        silence = "nobody says how long"
        text = silence if long else f"wait of {wait.time.written}, and {silence}"
        yield _Fact(text=text, due=True)
    elif not long:
        yield _Fact(text=f"wait of {wait.time.written}", due=False)


def _pains(
    placed: PlacedStep,
    analysis: Analysis,
    pain: PlacedPain | None,
    unsolved: Sequence[PlacedPain],
) -> Iterator[_Fact]:
    for entry in placed.pains:
        harm = is_severe(entry.pain) and is_answered(entry, analysis)
        if harm:
            text = f'"{entry.pain.text}" may do severe harm ({risk(entry.pain)})'
            yield _Fact(text=text, due=True)
        elif entry is pain:
            lacks = ", and no opportunity solves it" if entry in unsolved else ""
            yield _Fact(text=f'"{entry.pain.text}" ({risk(entry.pain)}){lacks}', due=True)
    if names := [entry.pain.text for entry in unsolved if entry is not pain]:
        yield _Fact(text=f"no opportunity solves {few(names)}", due=True)


def unsolved_at(placed: PlacedStep, analysis: Analysis) -> tuple[PlacedPain, ...]:
    """Returns the pains of a step that no opportunity solves; severe harms speak for themselves."""
    return tuple(
        entry
        for entry in placed.pains
        if entry.route not in analysis.answers and not is_severe(entry.pain)
    )


def _others(placed: PlacedStep, analysis: Analysis) -> Iterator[_Fact]:
    """Says where others than the persona got less than they expected."""
    said = analysis.map
    for who in raters(said):
        rating = ratings(said, who)[placed.position]
        if who != said.persona_id and rating.gap is not None and rating.gap < 0:
            told = figures(said, rating, "expected", "perceived")
            yield _Fact(text=f"{said.person_label(who)}: {told}", due=True)
