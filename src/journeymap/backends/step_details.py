"""All that a map says of a step, as labelled words: what a picture has no room for."""

from collections.abc import Iterator
from functools import partial

from journeymap.analysis.beside import named
from journeymap.backends import step_parts
from journeymap.model.fields import Namespace
from journeymap.model.journey_map import JourneyMap, PlacedStep
from journeymap.quick_dataclass import dataclass
from journeymap.tables.about import reading_words
from journeymap.views.sheet.cell_texts import channels_of_each
from journeymap.words.facts import Fact, Reference, Said, evidence_entries, facts
from journeymap.words.labels import label
from journeymap.words.whose import quotes


@dataclass(frozen=True, slots=True, kw_only=True)
class Detail:
    """A step in words.

    Attributes:
        key: its id.
        stage: name of its stage; "" for an unnamed one.
        title: what happens.
        facts: all else that is said of it.
    """

    key: str
    stage: str
    title: str
    facts: tuple[Fact, ...]


def details(journey_map: JourneyMap) -> tuple[Detail, ...]:
    """Returns the steps of a map in words, in order, in the language of the map."""
    return tuple(
        Detail(
            key=placed_step.id,
            stage=placed_step.stage.label,
            title=placed_step.label,
            facts=tuple(facts(_told(journey_map, placed_step), journey_map.journey.language)),
        )
        for placed_step in journey_map.steps
    )


def _told(journey_map: JourneyMap, placed_step: PlacedStep) -> Iterator[Said]:
    """Yields what is told of a step, in order."""
    yield from _experience(journey_map, placed_step)
    yield from _touch(journey_map, placed_step)
    yield from _course(journey_map, placed_step)
    yield from _backing(journey_map, placed_step)


def _experience(journey_map: JourneyMap, placed_step: PlacedStep) -> Iterator[Said]:
    """Yields what the step is for those who are there."""
    of_each = partial(step_parts.per_person, journey_map, placed_step)
    yield "emotion", of_each("emotion")
    yield "needs", of_each("need")
    yield "thoughts", of_each("thought")
    yield "quotes", quotes(journey_map, placed_step)
    yield "importance", of_each("importance")
    yield "expectations", of_each("expected")
    yield "perceived", of_each("perceived")


def _touch(journey_map: JourneyMap, placed_step: PlacedStep) -> Iterator[Said]:
    """Yields who meets whom, through what, and what is asked and told."""
    step, say = placed_step.step, partial(label, language=journey_map.journey.language)
    items, own = journey_map.information.label_of, bool(step.channels)
    yield (
        "people",
        (journey_map.person_label(who) for who in journey_map.present(placed_step) if who),
    )
    yield "taken-by", map(journey_map.person_label, step.only)
    yield (
        "channel",
        channels_of_each(journey_map, placed_step)
        if own
        else step_parts.channels(journey_map, step.channel),
    )
    if step.fixed_channel is not None:
        yield "fixed-channel", (say("fixed-yes" if step.fixed_channel else "fixed-no"),)
    yield "instead-of", map(journey_map.channels.label_of, step.instead_of)
    yield "touchpoint", (step.touchpoint,)
    yield "moments", (say(moment.value) for moment in step.moment)
    yield "engagement", (step.engagement and say(step.engagement),)
    yield "reward-offer", (say("reward-made") if step.reward else None,)
    yield "gives", step_parts.given(journey_map, step.gives)
    yield "confirms", map(items, step.confirms)
    yield "gets", map(items, step.gets)
    yield "reuses", map(items, step.reuses)


def _course(journey_map: JourneyMap, placed_step: PlacedStep) -> Iterator[Said]:
    """Yields what goes well and ill, how long it takes, and where people go."""
    step = placed_step.step
    yield "gains", step.gains
    yield "pains", step_parts.pains(journey_map, placed_step)
    yield (
        "recovers",
        (
            journey_map.label_of(name, Namespace.REPAIRABLE, placed_step.route)
            for name in step.recovers
        ),
    )
    yield "opportunities", step_parts.ideas(journey_map, placed_step)
    yield "duration", step_parts.durations(journey_map, placed_step)
    beside = named(journey_map, placed_step)
    yield "runs-beside", (beside.label if beside else None,)
    yield "deadline", step_parts.deadlines(journey_map, placed_step)
    yield "wait-time", step_parts.waits(journey_map, placed_step)
    yield "handed-over", step_parts.handoffs(journey_map, placed_step)
    yield "leak", step_parts.leaks(journey_map, placed_step)
    yield "ways", step_parts.ways(journey_map, placed_step)


def _backing(journey_map: JourneyMap, placed_step: PlacedStep) -> Iterator[Said]:
    """Yields what the service does, what is measured, what it rests on, and what is open."""
    step = placed_step.step
    yield "frontstage", step.frontstage
    yield "backstage", step.backstage
    yield "systems", step.systems
    yield "metric", (reading_words(journey_map, each, placed_step) for each in step.metrics)
    yield "evidence", evidence_entries(journey_map, step.evidence)
    yield "questions", step.questions
    yield "inner-map", (step.journey and Reference(text=step.journey, link=step.journey),)
    yield "note", (step.note,)
    yield "tags", step.tags
