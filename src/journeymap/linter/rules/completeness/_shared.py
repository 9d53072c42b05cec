"""What several rules of the family say or ask in the same way."""

from collections.abc import Mapping

from journeymap.authoring import JourneyMap, PlacedStage, PlacedStep
from journeymap.model.frameworks import BEFORE_DURING_AFTER, VALUE_CHAIN, Framework


def stage_name(placed_stage: PlacedStage) -> str:
    """Returns what a stage is called, its id where it has no name."""
    return placed_stage.label or placed_stage.id


def without(
    placed_step: PlacedStep, values: Mapping[str, object], journey_map: JourneyMap
) -> list[str]:
    """Returns the personas who take a step and have no value of those given per person.

    Names are told only where others of them have one.
    """
    takers = journey_map.takers(placed_step)
    known = journey_map.by_person(values, placed_step)
    lacking = [journey_map.person_label(who) for who in takers if who not in known]
    return ["the persona"] if lacking and len(lacking) == len(takers) else lacking


def or_offstage(placed_step: PlacedStep, journey_map: JourneyMap, advice: str) -> str:
    """Returns advice for a step, and one way more where the provider's side acts alone."""
    if not is_the_providers(placed_step, journey_map):
        return advice
    return f"{advice}; or offstage: true, if the persona takes no part"


def is_the_providers(placed_step: PlacedStep, journey_map: JourneyMap) -> bool:
    """Tells whether the provider's side acts, and the step does not say that a persona is there."""
    step = placed_step.step
    there = any(journey_map.person_id(who) in journey_map.persona_ids for who in step.with_)
    return not there and bool(step.actor) and journey_map.is_provider(step.actor or "")


def covered(journey_map: JourneyMap, framework: Framework) -> set[str]:
    """Returns the ids of the framework's stages that something in the map stands for."""
    known = {aligned.id for stage in journey_map.stages for aligned in journey_map.aligned(stage)}
    if framework == BEFORE_DURING_AFTER:
        known |= {stage.stage.phase for stage in journey_map.stages if stage.stage.phase}
    if framework == VALUE_CHAIN:
        levels = map(journey_map.engagement, journey_map.steps)
        known |= {level for level in levels if level}
    return known
