"""What a map says of itself and of its stages, in words: why there is one, who answers for it."""

from collections.abc import Iterator
from functools import partial

from journeymap.analysis.evidence import is_assumed
from journeymap.analysis.external import changes
from journeymap.model.journey import Status
from journeymap.model.journey_map import JourneyMap, PlacedStage, PlacedStep
from journeymap.model.vocabulary import Reading
from journeymap.words.facts import (
    Fact,
    Reference,
    Said,
    evidence_entries,
    evidence_names,
    facts,
    with_more,
)
from journeymap.words.labels import day, label, marked
from journeymap.words.times import number, said


def about_map(journey_map: JourneyMap) -> tuple[Fact, ...]:
    """Returns what a map says of itself, in its language."""
    return tuple(facts(_of_map(journey_map), journey_map.journey.language))


def why(journey_map: JourneyMap) -> tuple[Fact, ...]:
    """Returns why there is a map, of what, for whose goal and by whom, in its language."""
    return tuple(facts(_why(journey_map), journey_map.journey.language))


def about_stage(journey_map: JourneyMap, stage: PlacedStage) -> tuple[Fact, ...]:
    """Returns what a map says of one of its stages, in its language."""
    return tuple(facts(_of_stage(journey_map, stage), journey_map.journey.language))


def _of_map(journey_map: JourneyMap) -> Iterator[Said]:
    journey, language = journey_map.journey, journey_map.journey.language
    say = partial(label, language=language)
    *reasons, team = _why(journey_map)
    yield from reasons
    yield "framework", _framework(journey_map)
    ends = {None: None, True: "episode-ends", False: "episode-endless"}[journey.ends]
    yield "episode", (ends and say(ends),)
    if journey.starts:
        begin = number(journey.starts.n, language)
        yield "starts", (say(f"per-{journey.starts.per}").format(n=begin),)
    yield "map-owner", (journey.owner,)
    yield team
    yield "map-status", (None if journey.status is Status.DRAFT else say(journey.status),)
    yield "reviewed", (day(journey.reviewed, language) if journey.reviewed else None,)
    yield "review-every", (said(journey.review_every, language) if journey.review_every else None,)
    yield "based-on", evidence_entries(journey_map, journey.based_on)
    yield "metric", (reading_words(journey_map, each) for each in journey.readings)
    yield "external-changes", _changes(journey_map)
    yield "questions", journey.questions
    yield "tags", journey.tags
    yield (
        "counterpart",
        (journey.desired and Reference(text=journey.desired, link=journey.desired),),
    )
    yield "libraries", journey.uses


def _why(journey_map: JourneyMap) -> Iterator[Said]:
    journey = journey_map.journey
    yield "purpose", (journey.purpose,)
    yield "scope", (journey.scope,)
    yield "goal", (journey.goal,)
    yield "team", journey.team


def _of_stage(journey_map: JourneyMap, stage: PlacedStage) -> Iterator[Said]:
    own, language = stage.stage, journey_map.journey.language
    yield "goal", (own.goal,)
    yield "phase", (own.phase and label(f"phase-{own.phase}", language),)
    if own.aligns:
        yield "aligns", (each.label(language) for each in journey_map.aligned(stage))
    yield "map-owner", (own.owner,)
    yield "metric", (reading_words(journey_map, each) for each in own.metrics)
    yield "questions", own.questions


def reading_words(
    journey_map: JourneyMap, reading: Reading, placed_step: PlacedStep | None = None
) -> str:
    """Returns a measurement with its unit, its day and what it rests on.

    Args:
        journey_map: the map.
        reading: the measurement.
        placed_step: the step that it belongs to, if any.
    """
    language, entry = journey_map.journey.language, journey_map.metrics.find(reading.metric)
    name = entry.label if entry else reading.metric
    as_of = day(reading.as_of, language) if reading.as_of else ""
    sources = evidence_names(journey_map, reading.evidence)
    if reading.value is None:
        return with_more(name, as_of, sources)
    unit = entry.item.unit if entry else None
    value = " ".join(filter(None, (number(reading.value, language), unit)))
    assumed = is_assumed(journey_map, placed_step, reading.evidence)
    words = marked(f"{name}: {value}", language, assumed=assumed)
    return with_more(words, as_of, sources)


def _framework(journey_map: JourneyMap) -> Iterator[str]:
    if journey_map.framework:
        labels, name = journey_map.framework.labels, journey_map.framework.id
        yield labels.get(journey_map.journey.language or "en") or labels.get("en") or name
    elif journey_map.journey.framework:
        yield journey_map.journey.framework


def _changes(journey_map: JourneyMap) -> Iterator[str]:
    """Yields what changed outside of the service, in the map and its libraries."""
    for each in changes(journey_map):
        when = day(each.change.date, journey_map.journey.language) if each.change.date else ""
        yield with_more(each.what, when, ", ".join(each.affected))
