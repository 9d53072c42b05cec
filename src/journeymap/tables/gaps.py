"""Gaps between what is expected, what matters and how it was, step by step and per person."""

from collections.abc import Iterator, Mapping
from functools import partial
from operator import attrgetter

from journeymap.analysis.analysis import Analysis
from journeymap.analysis.evidence import Standings
from journeymap.analysis.quadrants import CrossHair, Quadrant
from journeymap.analysis.ratings import Rating, raters, ratings
from journeymap.model.journey_map import JourneyMap
from journeymap.model.step import Moment
from journeymap.tables.table import Column, Kind, Reader, Table
from journeymap.words.labels import label, of_state
from journeymap.words.standings import standings


def build(analysis: Analysis) -> Table[Rating]:
    """Tells the ratings of everybody who rated a step; where nobody did, of one who takes it."""
    journey_map = analysis.journey_map
    people = raters(journey_map) or (journey_map.persona_id,)
    people = tuple(dict.fromkeys((*people, *analysis.of_each)))
    by_person = [ratings(journey_map, who) for who in people]
    rated = tuple(
        each
        for same_step in zip(*by_person, strict=True)
        for each in same_step
        if each.known or each.person in (journey_map.takers(each.step) or people)[:1]
    )
    meet = {who: analysis.cross_hair_of(who) for who in (*people, journey_map.persona_id)}
    truth = analysis.moment_of_truth
    return Table(
        title=journey_map.journey.title,
        lines=tuple(_lines(analysis, rated)),
        columns=tuple(_columns(journey_map, meet, several=len(people) > 1)),
        items=rated,
        head={
            "journey": journey_map.id,
            "view": "gaps",
            "moment_of_truth": truth.step.id if truth else None,
            "cross_hair": _meeting(analysis.cross_hair),
        },
        key="steps",
        notes=tuple(_notes(journey_map, rated)),
    )


def _lines(analysis: Analysis, rated: tuple[Rating, ...]) -> Iterator[str]:
    say = partial(label, language=analysis.journey_map.journey.language)
    if not any(each.known for each in rated):
        yield say("none-rated")
    for who in tuple(analysis.of_each) or (analysis.journey_map.persona_id,):
        if any(each.opportunity for each in rated if not analysis.of_each or each.person == who):
            meet = analysis.cross_hair_of(who)
            figures = {key: f"{getattr(meet, key):.1f}" for key in ("importance", "perceived")}
            whose = f"{analysis.journey_map.short_label(who)}: " if analysis.of_each else ""
            yield whose + say(f"meet-{meet.kind}").format(**figures)
    if truth := analysis.moment_of_truth:
        yield say("truth-computed").format(step=truth.step.label)
    declared = [
        step.label for step in analysis.journey_map.steps if Moment.TRUTH in step.step.moment
    ]
    if declared:
        yield say("truth-declared").format(steps=", ".join(declared))


def _meeting(meet: CrossHair) -> Mapping[str, object]:
    return {"at": meet.kind, "importance": meet.importance, "perceived": meet.perceived}


def _columns(
    journey_map: JourneyMap, meet: Mapping[str, CrossHair], *, several: bool
) -> Iterator[Column[Rating]]:
    say = partial(label, language=journey_map.journey.language)

    def quadrant(each: Rating) -> Quadrant | None:
        return meet[each.person].quadrant(each)

    def said(key: str) -> str:
        return say(of_state(key, journey_map.journey.state))

    yield Column(title=say("number"), kind=Kind.NUMBER, value=lambda each: each.step.position + 1)
    yield Column(key="id", title="Id", value=lambda each: each.step.id, reader=Reader.PROGRAMS)
    yield Column(key="stage", json=lambda each: each.step.stage.id)
    yield Column(title=say("step"), value=lambda each: each.step.label)
    yield Column(
        key="person",
        title=say("person") if several else "",
        value=lambda each: journey_map.person_label(each.person),
        json=lambda each: each.person or None,
    )
    for spare, key in enumerate(("importance", "expected", "perceived"), start=1):
        title, figure = say(key).capitalize(), attrgetter(key)
        yield Column(key=key, title=title, kind=Kind.NUMBER, value=figure, spare=spare)
    yield Column(key="gap", title=say("rating-gap"), kind=Kind.NUMBER, value=lambda each: each.gap)
    yield Column(title=say("score"), kind=Kind.NUMBER, value=_score)
    yield Column(
        key="quadrant",
        title=say("quadrant"),
        value=lambda each: ", ".join(map(said, _verdict(each, quadrant(each)))) or None,
        json=quadrant,
    )
    yield Column(key="short", json=lambda each: each.short if each.gap is not None else None)
    yield Column(key="opportunity", json=_score)
    yield Column(key="band", json=lambda each: each.opportunity.band if each.opportunity else None)
    yield Column(key="over_served", json=_over_served)
    yield Column(key="surveyed", json=lambda each: each.surveyed)
    yield Column(key="assumed", json=lambda each: each.assumed if each.known else None)
    yield Column(key="standing", json=lambda each: each.standing())
    yield Column(key="standings", json=lambda each: dict(each.standings))


def _score(each: Rating) -> float | None:
    return each.opportunity.value if each.opportunity else None


def _over_served(each: Rating) -> bool:
    return bool(each.opportunity and each.opportunity.over_served)


def _verdict(each: Rating, quadrant: Quadrant | None) -> Iterator[str]:
    """Yields the keys of the words for what ratings mean."""
    if quadrant:
        yield quadrant
    if each.short:
        yield "short"
    if each.opportunity and each.opportunity.band:
        yield each.opportunity.band
    if _over_served(each):
        yield "over-served"
    if each.assumed:
        yield "assumed"


def _notes(journey_map: JourneyMap, rated: tuple[Rating, ...]) -> Iterator[str]:
    say = partial(label, language=journey_map.journey.language)
    if any(each.assumed for each in rated):
        yield say("note-assumed")
    if any(each.known for each in rated):
        counts = Standings.of(each for rating in rated for each in rating.standings.values())
        yield standings(counts, "figures-ratings", journey_map.journey.language)
    yield say("note-gaps")
    scores = [each.opportunity for each in rated if each.opportunity]
    if scores and not any(score.surveyed for score in scores):
        yield say("note-team")
