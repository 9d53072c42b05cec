"""JM736."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from journeymap.analysis.evidence import is_counted
from journeymap.analysis.houses import serves_outside
from journeymap.analysis.ratings import rating_of
from journeymap.analysis.readings import readings
from journeymap.authoring import (
    Context,
    Finding,
    JourneyMap,
    Mark,
    Moment,
    Need,
    OpportunityStatus,
    PlacedStep,
    Related,
    State,
    few,
    rule,
)
from journeymap.model.fields import PERSONA

_DECISIVE = frozenset({Moment.CRITICAL, Moment.TRUTH, Moment.TRUST_INFLECTION})
"""Moments at which a service is made or lost; a first impression is rated as it is made."""


_GLAD = 1.0
"""From this emotion up (of -2 to 2) people are glad; house."""


def _asked(context: Context) -> list[PlacedStep]:
    return [each for each in context.journey_map.steps if _DECISIVE.intersection(each.step.moment)]


def _is_read_somewhere(context: Context) -> bool:
    return any(True for _ in readings(context.journey_map))


def _together(findings: Sequence[Finding], context: Context) -> Iterator[Finding]:
    """Tells several as one at the first of them: it is one gap of one plan of what is measured."""
    if len(findings) == 1:
        yield from findings
        return
    asked, routes = _asked(context), tuple(each.route for each in findings)
    names = few([each.label for each in asked if (*each.route, "moment") in routes])
    bare = [each for each in asked if not each.step.metrics]
    left = [each.label for each in bare if (*each.route, "moment") not in routes]
    total = len(asked)
    pair = total == 2  # noqa: PLR2004 - a word for two
    first = any(Moment.FIRST_IMPRESSION in each.step.moment for each in context.journey_map.steps)
    which = " (critical, of truth or the turn of trust)" * first
    every = f"any of {total} declared moments{which}"
    every = f"either declared moment{which}" if pair else every
    some = f"{len(findings)}{'' if left else f' of {total}'} declared moments{which}"
    yield replace(
        findings[0],
        message=f"no metric is read at {some if len(findings) < total else every}: {names}",
        help=f"{findings[0].help}{_left_out(left)}",
        related=tuple(Related(route=each, message="nor here") for each in routes[1:]),
        stands_for=routes,
    )


def _left_out(labels: Sequence[str]) -> str:
    """Returns at which moments no metric is read either, and why that is not asked."""
    if not labels:
        return ""
    has = "has" if len(labels) == 1 else "have"
    return (
        f"; {few(labels)} {has} none either: left out are moments where shares or the outcome of "
        "an idea tell, another house serves, or all is well"
    )


@rule(
    "JM736",
    "unmeasured-moment",
    severity="note",
    from_status="review",
    basis="practitioner",
    gathers=_together,
    needs=(
        Need(
            what="moments that are critical, of truth, or the turn of trust",
            is_there=lambda context: bool(_asked(context)),
        ),
        Need(what="readings of metrics", is_there=_is_read_somewhere),
    ),
)
def unmeasured_moment(placed_step: PlacedStep, context: Context) -> Iterator[Finding]:
    """A moment that is declared to decide has no metric, on a map that reads others.

    ## Why it matters

    What is measured is what is easy to count, and often not where a service is made or lost: nobody
    can tell whether that moment gets better. A reading of the whole stage does not say so. Nothing
    is told where shares of those who leave or go on are counted at the step, where the outcome of
    one of its ideas names a metric, where another house serves, and measures, or where everybody is
    glad, gets what was expected, and nothing hurts. Nor of a map that has no readings at all
    (`unmeasured-stage` asks there, once it is published), and of desired maps.

    ## Basis

    Practitioner: every activity of a map is given a metric (Tarnawska, Customer Journey w służbie
    zdrowia, Socjomania, 2021), first of all the moments of truth.

    ## Bad

    ```yaml
    title: Dental clinic
    metrics: [Calls answered]
    steps:
      - {action: Calls the clinic, metrics: {metric: Calls answered, value: 60}}
      - action: Hears the price
        moment: truth  # <- here
    ```

    ## Good

    ```yaml
    title: Dental clinic
    metrics: [Calls answered, Plans accepted]
    steps:
      - {action: Calls the clinic, metrics: {metric: Calls answered, value: 60}}
      - action: Hears the price
        moment: truth
        metrics: Plans accepted
    ```
    """
    journey_map = context.journey_map
    if journey_map.journey.state is State.DESIRED or not _is_read_somewhere(context):
        return
    if serves_outside(journey_map, placed_step):
        return
    if not _DECISIVE.intersection(placed_step.step.moment) or placed_step.step.metrics:
        return
    if is_counted(journey_map, placed_step) or _is_aimed_at(placed_step):
        return
    if _is_a_delight(journey_map, placed_step):
        return
    yield Finding(
        message=f'no metric is read at "{placed_step.label}", a declared moment',
        help="ask by what figure you would see that it gets better, and add metrics: to the step, "
        "with or without a value yet",
        route=(*placed_step.route, "moment"),
        mark=Mark.VALUE,
    )


def _is_a_delight(journey_map: JourneyMap, placed_step: PlacedStep) -> bool:
    """Tells whether everybody is glad at a step, gets what was expected, and nothing hurts."""
    felt = journey_map.by_person(placed_step.step.emotion, placed_step)
    own = [each.lowest for who, each in felt.items() if who in {PERSONA, *journey_map.persona_ids}]
    there = placed_step.step.expected and placed_step.step.perceived
    if placed_step.pains or not own or not there:
        return False
    glad = all(value is not None and value >= _GLAD for value in own)
    people = journey_map.persona_ids or (PERSONA,)
    gaps = (rating_of(journey_map, placed_step, who).gap for who in people)
    return glad and all(gap is None or gap >= 0 for gap in gaps)


def _is_aimed_at(placed_step: PlacedStep) -> bool:
    """Tells whether an idea of a step names the metric that it is to move."""
    ideas = (each.opportunity for each in placed_step.opportunities)
    return any(each.outcome and each.status is not OpportunityStatus.DROPPED for each in ideas)
