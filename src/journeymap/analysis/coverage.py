"""Coverage: how much of what can be said of each step the map says, and what backs it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import StrEnum

from journeymap.analysis.evidence import Standing, Standings, claimed_by, figured_by
from journeymap.analysis.figures import figures, ratings_of
from journeymap.model.journey_map import JourneyMap, PlacedStage, PlacedStep
from journeymap.quick_dataclass import dataclass


class Aspect(StrEnum):
    """What a step may have.

    Attributes:
        NEED: somebody's need.
        CHANNEL: a channel.
        EMOTION: somebody's emotion.
        PAIN: a pain.
        OPPORTUNITY: an opportunity.
        METRIC: a reading of its own; one of its stage does not count.
        EVIDENCE: evidence of its own that is no assumption.
    """

    NEED = "need"
    CHANNEL = "channel"
    EMOTION = "emotion"
    PAIN = "pain"
    OPPORTUNITY = "opportunity"
    METRIC = "metric"
    EVIDENCE = "evidence"


@dataclass(frozen=True, slots=True, kw_only=True)
class Cover:
    """What the steps of a stage, or of the whole map, have.

    Attributes:
        stage: the stage; None for the whole map.
        steps: how many steps there are.
        counts: how many of them have each aspect.
        asked: of how many it is asked: of those of what is offstage only where they have it, as the
            persona takes no part in them.
    """

    stage: PlacedStage | None
    steps: int
    counts: Mapping[Aspect, int]
    asked: Mapping[Aspect, int]

    def share(self, aspect: Aspect) -> float | None:
        """Returns the share of steps that have it, 0 to 1; None where it is asked of none."""
        return self.counts[aspect] / self.asked[aspect] if self.asked[aspect] else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """How complete a map is.

    Attributes:
        stages: one entry a stage, in order.
        whole: the map.
        claims: how many emotions, quotes, ratings and pains it states; each person's counts.
        backed: how many of them have evidence of their own or of their step that is no assumption;
            a rating is a figure, and none of its evidence may be one.
        figures: how many of its figures are measured, told and assumed.
    """

    stages: tuple[Cover, ...]
    whole: Cover
    claims: int
    backed: int
    figures: Standings

    @property
    def backed_share(self) -> float | None:
        """Share of the claims that are backed, 0 to 1; None where nothing is claimed."""
        return self.backed / self.claims if self.claims else None


def coverage(journey_map: JourneyMap) -> Coverage:
    """Returns how complete a map is."""
    backed = [
        each for placed_step in journey_map.steps for each in _claims(journey_map, placed_step)
    ]
    return Coverage(
        stages=tuple(
            _cover(journey_map, stage, journey_map.steps_of(stage)) for stage in journey_map.stages
        ),
        whole=_cover(journey_map, None, journey_map.steps),
        claims=len(backed),
        backed=sum(backed),
        figures=Standings.of(each.standing for each in figures(journey_map)),
    )


def _cover(
    journey_map: JourneyMap, stage: PlacedStage | None, steps: Sequence[PlacedStep]
) -> Cover:
    had = [frozenset(_aspects(journey_map, placed_step)) for placed_step in steps]
    onstage = [not placed_step.step.offstage for placed_step in steps]
    return Cover(
        stage=stage,
        steps=len(steps),
        counts={aspect: sum(aspect in each for each in had) for aspect in Aspect},
        asked={
            aspect: sum(on or aspect in each for on, each in zip(onstage, had, strict=True))
            for aspect in Aspect
        },
    )


def _aspects(journey_map: JourneyMap, placed_step: PlacedStep) -> Iterable[Aspect]:
    step = placed_step.step
    has = {
        Aspect.NEED: step.need,
        Aspect.CHANNEL: step.channel,
        Aspect.EMOTION: step.emotion,
        Aspect.PAIN: step.pains,
        Aspect.OPPORTUNITY: step.opportunities,
        Aspect.METRIC: step.metrics,
        Aspect.EVIDENCE: _is_claimed(journey_map, step.evidence),
    }
    return (aspect for aspect, there in has.items() if there)


def _claims(journey_map: JourneyMap, placed_step: PlacedStep) -> Iterator[bool]:
    """Yields of each claim of a step whether it is backed; what the map is based on is too far."""
    step = placed_step.step
    said = len(step.emotion) + len(step.quote)
    yield from [_is_claimed(journey_map, step.evidence)] * said
    for _, own in ratings_of(step):
        standing = figured_by(journey_map, own or step.evidence)
        yield standing is not Standing.ASSUMED
    for entry in placed_step.pains:
        yield _is_claimed(journey_map, entry.pain.evidence or step.evidence)


def _is_claimed(journey_map: JourneyMap, references: Sequence[str]) -> bool:
    return claimed_by(journey_map, references) is not Standing.ASSUMED
