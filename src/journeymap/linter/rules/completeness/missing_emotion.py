"""JM206."""

from collections.abc import Iterator, Sequence

from journeymap.authoring import (
    Context,
    Finding,
    JourneyMap,
    PlacedStep,
    State,
    gap,
    listed,
    rule,
)
from journeymap.linter.rules.completeness._shared import is_the_providers, or_offstage, without
from journeymap.model.stems import Topic, speaks_of

_HELP = "add emotion: a word, an emoji, or a number from -2 (distressed) to 2 (delighted)"


_GAP = gap("emotion")


def _together(findings: Sequence[Finding], context: Context) -> Iterator[Finding]:
    """Tells most of a stage or the map at once, and nothing of what missing-need tells already.

    A single step of the provider's with neither need nor emotion is one question: is she there?
    """
    for each in _GAP(findings, context):
        placed_step = context.journey_map.step_at(each.route) if each in findings else None
        if placed_step is None or not _is_told(placed_step, context.journey_map):
            yield each


def _is_told(placed_step: PlacedStep, journey_map: JourneyMap) -> bool:
    without_need = bool(without(placed_step, placed_step.step.need, journey_map))
    return without_need and is_the_providers(placed_step, journey_map)


def _is_done_by_another(placed_step: PlacedStep, journey_map: JourneyMap) -> bool:
    """Tells whether somebody whose feeling is said takes a step, and who lacks one is not there."""
    actor = placed_step.step.actor
    said = journey_map.by_person(placed_step.step.emotion, placed_step)
    if not actor or journey_map.is_provider(actor) or journey_map.person_id(actor) not in said:
        return False
    there = {journey_map.person_id(who) for who in placed_step.step.with_}
    return all(who in said or who not in there for who in journey_map.takers(placed_step))


@rule(
    "JM206",
    "missing-emotion",
    severity="warning",
    from_status="review",
    basis="practitioner",
    gathers=_together,
)
def missing_emotion(placed_step: PlacedStep, context: Context) -> Iterator[Finding]:
    """A step does not say how the persona feels.

    ## Why it matters

    Emotions show where a journey hurts before anybody has counted anything; a step without one is a
    gap in the curve. Guess it in the workshop and ask later. A desired map is not asked for
    emotions, nor is a step in which the persona takes no part (`offstage: true`), dies, sleeps or
    is not conscious, nor one that somebody else, whose feeling is said, takes without her. A step
    of the provider's with neither need nor emotion is told once, by missing-need.

    ## Basis

    Practitioner: emotion is asked of every activity (Tarnawska, Customer Journey w służbie zdrowia,
    Socjomania, 2021), and actions, mindsets and emotions are a key component of a map (Gibbons,
    Journey Mapping 101, Nielsen Norman Group, 2018).

    ## Bad

    ```yaml
    title: Diabetes care
    steps:
      - action: Hears the diagnosis  # <- here
      - action: Learns to measure her blood sugar
        emotion: overwhelmed
    ```

    ## Good

    ```yaml
    title: Diabetes care
    steps:
      - action: Hears the diagnosis
        emotion: shocked
      - action: Learns to measure her blood sugar
        emotion: overwhelmed
    ```
    """
    if placed_step.step.offstage or context.journey_map.journey.state is State.DESIRED:
        return
    if speaks_of(Topic.UNAWARE, placed_step.label):
        return
    lacking = without(placed_step, placed_step.step.emotion, context.journey_map)
    if not lacking or _is_done_by_another(placed_step, context.journey_map):
        return
    # Feelings by name in a map without a point of view: one of them may be the persona's.
    if context.journey_map.persona is None and placed_step.step.emotion:
        return
    yield Finding(
        message=f'"{placed_step.label}" says no emotion of {listed(lacking)}',
        help=or_offstage(placed_step, context.journey_map, _HELP),
        route=placed_step.route,
        missing="emotion",
    )
