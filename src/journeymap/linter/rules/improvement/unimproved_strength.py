"""JM806."""

from collections.abc import Iterator, Sequence

from journeymap.analysis.deadlines import Kept
from journeymap.analysis.opportunity import CONSIDER_FROM
from journeymap.authoring import (
    Context,
    Finding,
    Need,
    OpportunityStatus,
    Option,
    PlacedStep,
    Related,
    State,
    few,
    rule,
)
from journeymap.linter.rules._ratings_in_words import RATED, figures
from journeymap.linter.rules._voices import is_hearsay
from journeymap.linter.rules.leverage._harm import is_answered, is_severe
from journeymap.linter.rules.leverage._points import pressing
from journeymap.linter.rules.measurement._missed import misses

IMPORTANT = Option(
    name="importance",
    default=7.5,
    meaning="steps of so many points (of 10), or more, are looked at",
    most=10,
)
PLEASED = Option(
    name="emotion",
    default=1.0,
    meaning="from this emotion of the persona on a step is a strength (of -2 to 2)",
    least=-2,
    most=2,
)

_HELP = (
    "ask what would make {what} better still, or bring it to more people, and add that as an idea"
)


def _together(findings: Sequence[Finding], context: Context) -> Iterator[Finding]:
    """Tells several strengths in one note, at the first of them; none while graver is open."""
    if _is_graver_open(context):
        return
    if len(findings) == 1:
        yield from findings
        return
    labels = [context.journey_map.step_at(each.route).label for each in findings]
    yield Finding(
        message=f"{len(findings)} steps matter and go well, and no opportunity would lift them "
        f"further: {few(labels)}",
        help=_HELP.format(what="one of them"),
        route=findings[0].route,
        missing="opportunities",
        related=tuple(Related(route=each.route, message="goes well, too") for each in findings[1:]),
        stands_for=tuple(each.route for each in findings),
    )


@rule(
    "JM806",
    "unimproved-strength",
    severity="note",
    from_status="published",
    basis="practitioner",
    subsumes=("possible-overkill",),
    gathers=_together,
    options=(IMPORTANT, PLEASED),
    needs=(
        RATED,
        Need(
            what="opportunities",
            is_there=lambda context: any(
                placed_step.opportunities for placed_step in context.journey_map.steps
            ),
        ),
    ),
    each_persona=True,
)
def unimproved_strength(placed_step: PlacedStep, context: Context) -> Iterator[Finding]:
    """A step that matters much goes well, and no opportunity would lift it further.

    ## Why it matters

    Who looks for pains alone makes a service that nobody complains of, and nobody remembers. What
    matters and is good already can become what people remember. Looked at are steps of
    current maps at which the persona feels at least pleased and nothing is left open: importance
    and perceived give no opportunity score above 10, no expectation is missed, and no pain stands
    there that nothing solves yet. What is assumed, or said by staff alone, is no strength yet,
    where the map names evidence; nor is what misses a target or a deadline. A step in which the
    map's own organisation, the one that serves more than half of all served steps, has no part is
    left to those who do it. Several such steps are told in one note, and none as long as nothing
    answers a severe harm, or a step that is to be looked at first has no idea.

    ## Basis

    Practitioner: even good interactions can be lifted beyond what is expected (NASCO, Creating
    Positive First Impressions Through Customer Journey Mapping). The thresholds are house.

    ## Bad

    ```yaml
    title: Health plan
    steps:
      - {action: Gets a call, importance: 4, perceived: 4, emotion: pleased}  # <- here
      - {action: Looks for a doctor, emotion: frustrated, opportunities: List with free slots}
    ```

    ## Good

    ```yaml
    title: Health plan
    steps:
      - action: Gets a call
        importance: 4
        perceived: 4
        emotion: pleased
        opportunities: Caller knows her doctors
      - {action: Looks for a doctor, emotion: frustrated, opportunities: List with free slots}
    ```
    """
    rating = context.analysis.ratings[placed_step.position]
    point = context.analysis.curve.points[placed_step.position]
    score = rating.opportunity
    if point is None or score is None or context.journey_map.journey.state is State.DESIRED:
        return
    strong = (rating.importance or 0) >= context.option(IMPORTANT)
    good = point.value >= context.option(PLEASED) and score.value <= CONSIDER_FROM
    ideas = (idea.opportunity.status for idea in placed_step.opportunities)
    bare = all(status is OpportunityStatus.DROPPED for status in ideas)
    sound = not rating.short and not _hurts(placed_step, context)
    sound = sound and not _is_late(placed_step, context)
    if (
        strong
        and good
        and sound
        and bare
        and not is_hearsay(context.journey_map, placed_step)
        and placed_step.position not in context.analysis.left_to_others
    ):
        yield Finding(
            message=f'"{placed_step.label}" matters and goes well ({point.written}; '
            f"{figures(context.journey_map, rating, 'importance', 'perceived')}), "
            "and no opportunity would lift it further",
            help=_HELP.format(what="it"),
            route=placed_step.route,
            missing="opportunities",
        )


def _is_graver_open(context: Context) -> bool:
    """Tells whether a severe harm is unanswered, or a leverage point has no idea."""
    analysis = context.analysis
    harms = (each for each in context.journey_map.pains if is_severe(each.pain))
    if any(not is_answered(each, analysis) for each in harms):
        return True
    return any(point.choice is None for point in pressing(analysis))


def _is_late(placed_step: PlacedStep, context: Context) -> bool:
    """Tells whether a step misses a target or a deadline of its own."""
    due = (each for each in context.analysis.deadlines if each.step is placed_step)
    missed = (each.route[:-2] for each in misses(context.journey_map))
    return placed_step.route in missed or any(each.kept is Kept.MISSED for each in due)


def _hurts(placed_step: PlacedStep, context: Context) -> bool:
    """Tells whether a pain stands at a step that no idea that is live solves."""
    answers = (context.analysis.answers.get(pain.route, ()) for pain in placed_step.pains)
    return any(
        all(idea.opportunity.status is not OpportunityStatus.LIVE for idea in ideas)
        for ideas in answers
    )
