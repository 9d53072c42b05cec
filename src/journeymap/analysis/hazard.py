"""The hazard score: how badly and how often a pain strikes."""

from collections.abc import Iterator

from journeymap.analysis.evidence import Standing
from journeymap.analysis.figures import pain_standing
from journeymap.model.journey_map import JourneyMap, PlacedPain, PlacedStep
from journeymap.model.pains import PainKind
from journeymap.quick_dataclass import dataclass

CALLS_FROM = 8
"""A score from here on calls for action (published: HFMEA, DeRosier et al. 2002)."""

CATASTROPHIC = 4
"""A severity that is listed however rare it is (house, after HFMEA)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Hazard:
    """A pain whose severity and probability are both scored.

    Source: DeRosier, Stalhandske, Bagian and Nudell, Using Health Care Failure Mode and Effect
    Analysis, Joint Commission Journal on Quality Improvement 28 (5), 2002.

    Attributes:
        step: the step at which it hurts.
        pain: the pain.
        score: severity times probability, 1 to 16.
        standing: how well severity and probability are known, which are figures.
    """

    step: PlacedStep
    pain: PlacedPain
    score: int
    standing: Standing

    @property
    def assumed(self) -> bool:
        """Whether the scores rest on assumptions or on nothing."""
        return self.standing is Standing.ASSUMED

    @property
    def calls(self) -> bool:
        """Whether the score calls for action."""
        return self.score >= CALLS_FROM

    @property
    def listed(self) -> bool:
        """Whether to tell of it: it calls for action, or would be a catastrophe."""
        return self.calls or self.pain.pain.severity == CATASTROPHIC

    @property
    def published(self) -> bool:
        """Whether the method was published for such a pain: harm; for others it is house."""
        return self.pain.pain.kind is PainKind.HARM


def hazards(journey_map: JourneyMap) -> tuple[Hazard, ...]:
    """Returns the hazards of a map in the order of its steps and of their pains."""
    return tuple(
        each for placed_step in journey_map.steps for each in hazards_at(journey_map, placed_step)
    )


def hazards_at(journey_map: JourneyMap, placed_step: PlacedStep) -> Iterator[Hazard]:
    """Walks the hazards of a step in the order of its pains."""
    for entry in placed_step.pains:
        if entry.pain.severity is not None and entry.pain.probability is not None:
            yield Hazard(
                step=placed_step,
                pain=entry,
                score=entry.pain.severity * entry.pain.probability,
                standing=pain_standing(journey_map, placed_step, entry),
            )
