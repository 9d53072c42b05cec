"""JM204."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from journeymap.authoring import (
    Context,
    Finding,
    JourneyMap,
    PersonKind,
    PlacedStep,
    Related,
    Severity,
    few,
    gap,
    listed,
    rule,
)
from journeymap.linter.rules.completeness._shared import or_offstage, without
from journeymap.model.stems import WEIGHING, speaks_of

_GAP = gap("need")
_HELP = "add need: what the persona wants to get done here, in their own words"
_PROUD = 2.0
"""From this emotion on a step is one to be proud of (of -2 to 2); house."""


def _together(findings: Sequence[Finding], context: Context) -> Iterator[Finding]:
    """Tells most of a stage or the map at once; of the rest, what is felt through in one note."""
    told = tuple(_GAP(findings, context))
    steps = [context.journey_map.step_at(each.route) for each in told if each in findings]
    felt = {each.route for each in steps if _is_felt_through(each, context)}
    yield from (each for each in told if each.route not in felt)
    apart = [each for each in told if each.route in felt]
    if len(apart) == 1:
        yield replace(apart[0], severity=Severity.NOTE)
    elif apart:
        labels = [each.label for each in steps if each.route in felt]
        yield replace(
            apart[0],
            message=f"what the persona needs when it matters is not said: {few(labels)}",
            severity=Severity.NOTE,
            stands_for=tuple(each.route for each in apart),
            related=tuple(Related(route=e.route, message="here as well") for e in apart[1:]),
        )


@rule(
    "JM204",
    "missing-need",
    severity="warning",
    from_status="review",
    basis="practitioner",
    gathers=_together,
)
def missing_need(placed_step: PlacedStep, context: Context) -> Iterator[Finding]:
    """A step does not say what the persona needs.

    ## Why it matters

    The need is what the step is there for. Without it nobody can tell whether a channel, a text or
    a person serves the persona or only the organisation, and an opportunity has nothing to answer.
    Steps in which the persona takes no part (`offstage: true`) need none, and a `quote` of hers
    tells it as well, and so does the need of a relative who is there with a feeling of their own.
    What is hard to hear, and what one is proud of, has a need that is less plain: such steps are
    told in one note.

    ## Basis

    Practitioner: need, channel, emotion, problem, opportunity and metric are asked of every
    activity (Tarnawska, Customer Journey w służbie zdrowia, Socjomania, 2021).

    ## Bad

    ```yaml
    title: Dental clinic
    steps:
      - action: Calls the clinic  # <- here
      - action: Sits in the waiting room
        need: To know how long it takes
    ```

    ## Good

    ```yaml
    title: Dental clinic
    steps:
      - action: Calls the clinic
        need: A slot this week
      - action: Sits in the waiting room
        need: To know how long it takes
    ```
    """
    lacking = without(placed_step, placed_step.step.need, context.journey_map)
    if placed_step.step.offstage or not lacking or _is_quoted(placed_step, context.journey_map):
        return
    if _is_of_family(placed_step, context.journey_map):
        return
    # Needs by name in a map without a point of view: one of them may be the persona's.
    if placed_step.step.need and context.journey_map.persona is None:
        return
    yield Finding(
        message=f'"{placed_step.label}" says no need of {listed(lacking)}',
        help=or_offstage(placed_step, context.journey_map, _HELP),
        route=placed_step.route,
        missing="need",
    )


def _is_quoted(placed_step: PlacedStep, journey_map: JourneyMap) -> bool:
    """Tells whether all who take a step say in their own words how it is for them."""
    said = journey_map.by_person(placed_step.step.quote, placed_step)
    return all(who in said for who in journey_map.takers(placed_step))


def _is_of_family(placed_step: PlacedStep, journey_map: JourneyMap) -> bool:
    """Tells whether the need of a relative who is there is said: it is they who go through it."""
    said = journey_map.by_person(placed_step.step.need, placed_step)
    found = (journey_map.find_stakeholder(who) for who in said)
    kin = {each.id for each in found if each and each.item.kind is PersonKind.FAMILY}
    felt = {*journey_map.by_person(placed_step.step.emotion, placed_step)}
    return bool(kin & felt)


def _is_felt_through(placed_step: PlacedStep, context: Context) -> bool:
    """Tells whether a step is one to take in, or to be proud of."""
    felt = context.analysis.curve.points[placed_step.position]
    if felt is None:
        return False
    return felt.lowest >= _PROUD or any(speaks_of(each, felt.written) for each in WEIGHING)
