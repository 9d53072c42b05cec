"""Matrices: which channels serve which stage, and what each person needs and feels at each step."""

from collections.abc import Iterator

from journeymap.model.feelings import Feeling
from journeymap.model.journey_map import JourneyMap, PlacedStage, PlacedStep
from journeymap.quick_dataclass import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class ChannelMatrix:
    """Channels × stages.

    Attributes:
        rows: ids of the channels, in the order in which the journey meets them.
        columns: the stages in order.
        cells: per channel and stage the steps that take place through it, in order.
    """

    rows: tuple[str, ...]
    columns: tuple[PlacedStage, ...]
    cells: tuple[tuple[tuple[PlacedStep, ...], ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact:
    """What a step is for one person.

    Attributes:
        present: whether the person takes part; something may be said of others too.
        need: what the person needs there; None where it is unknown.
        thought: what the person thinks there; None where it is unknown.
        quote: what the person said of it; None where nothing is on record.
        emotion: how the person feels; None where it is unknown.
        channels: ids of the channels of the step, for those who take part.
    """

    present: bool
    need: str | None
    thought: str | None
    quote: str | None
    emotion: Feeling | None
    channels: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PeopleMatrix:
    """People × steps.

    Attributes:
        rows: ids of the people, the persona first, the others as the journey meets them.
        columns: the steps in order.
        cells: per person and step what it is for them; None where they have no part in it.
    """

    rows: tuple[str, ...]
    columns: tuple[PlacedStep, ...]
    cells: tuple[tuple[Contact | None, ...], ...]


def channel_matrix(journey_map: JourneyMap) -> ChannelMatrix:
    """Returns through which channels each stage takes place."""
    used = {
        placed_step.position: channels_of(journey_map, placed_step)
        for placed_step in journey_map.steps
    }
    rows = tuple(dict.fromkeys(channel for channels in used.values() for channel in channels))
    return ChannelMatrix(
        rows=rows,
        columns=journey_map.stages,
        cells=tuple(
            tuple(
                tuple(step for step in journey_map.steps_of(stage) if row in used[step.position])
                for stage in journey_map.stages
            )
            for row in rows
        ),
    )


def channels_of(journey_map: JourneyMap, placed_step: PlacedStep) -> tuple[str, ...]:
    """Returns the ids of the channels of a step, each once."""
    return tuple(dict.fromkeys(map(journey_map.channels.id_of, placed_step.step.channel)))


def people_matrix(journey_map: JourneyMap) -> PeopleMatrix:
    """Returns who has a part in which step, with what is known of them there."""
    contacts = [dict(_contacts(journey_map, placed_step)) for placed_step in journey_map.steps]
    met = dict.fromkeys(who for people in contacts for who in people)
    rows = journey_map.personas_first(met)
    return PeopleMatrix(
        rows=rows,
        columns=journey_map.steps,
        cells=tuple(tuple(people.get(who) for people in contacts) for who in rows),
    )


def _contacts(journey_map: JourneyMap, placed_step: PlacedStep) -> Iterator[tuple[str, Contact]]:
    present = journey_map.present(placed_step)
    of_all, step = channels_of(journey_map, placed_step), placed_step.step
    needs, thoughts, quotes = (
        journey_map.by_person(values, placed_step)
        for values in (step.need, step.thought, step.quote)
    )
    emotions = journey_map.by_person(step.emotion, placed_step)
    own = journey_map.by_person(step.channels)
    apart = frozenset(journey_map.persona_ids if own else ())
    for who in dict.fromkeys((*present, *needs, *thoughts, *quotes, *emotions)):
        named = map(journey_map.channels.id_of, own.get(who, ()))
        channels = tuple(named) if who in apart else of_all
        yield (
            who,
            Contact(
                present=who in present,
                need=needs.get(who),
                thought=thoughts.get(who),
                quote=quotes.get(who),
                emotion=emotions.get(who),
                channels=channels if who in present else (),
            ),
        )
