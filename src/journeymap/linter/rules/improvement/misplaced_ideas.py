"""JM822."""

from collections.abc import Iterator

from journeymap.analysis.best_idea import OPEN
from journeymap.authoring import (
    Context,
    Finding,
    JourneyMap,
    Mark,
    PlacedOpportunity,
    PlacedStep,
    Related,
    State,
    counted,
    few,
    rule,
)
from journeymap.linter.rules.leverage._points import pressing

_LEAST = 2
"""So many ideas where nothing hurts, and so many pressing steps without one; house."""
_LOW = 0.0


@rule("JM822", "misplaced-ideas", severity="note", from_status="review", basis="house")
def misplaced_ideas(journey_map: JourneyMap, context: Context) -> Iterator[Finding]:
    """Ideas gather where nothing hurts, while the steps to look at first have none.

    ## Why it matters

    A team finds ideas for what it knows and likes to do, and that is seldom where people suffer.
    Held together, both say at a glance that the effort goes to the wrong place. An idea counts that
    is open and stands at a step without a pain, a loss, a wait that is not planned, a low or a gap,
    and that names no pain elsewhere; a step to look at first counts where no idea is recorded and
    none elsewhere answers a pain of it. Told are two of each, or more.

    ## Basis

    House.

    ## Bad

    ```yaml
    title: Heat pump
    steps:
      - {action: Asks for a quote, emotion: angry, importance: 5, perceived: 1,
         pains: [{text: Nobody rings back, severity: 3, probability: 4}]}
      - {action: Waits in the cold, emotion: angry, importance: 5, perceived: 1,
         pains: [{text: No heat, severity: 4, probability: 3}]}
      - action: Is shown how it works
        emotion: pleased
        opportunities:
          - A sticker  # <- here
          - A tour in the app
    ```

    ## Good

    ```yaml
    title: Heat pump
    steps:
      - {action: Asks for a quote, emotion: angry, importance: 5, perceived: 1,
         pains: [{text: Nobody rings back, severity: 3, probability: 4}],
         opportunities: [One list of firms that answer]}
      - {action: Is shown how it works, emotion: pleased, opportunities: [A sticker, A tour]}
    ```
    """
    if journey_map.journey.state is State.DESIRED:
        return
    idle = [
        idea
        for placed_step in journey_map.steps
        if _is_fine(placed_step, context)
        for idea in placed_step.opportunities
        if idea.opportunity.status in OPEN and not idea.opportunity.solves
    ]
    points = pressing(context.analysis)
    bare = [each.step for each in points if not _has_idea(each.step, context)]
    if len(idle) >= _LEAST and len(bare) >= _LEAST:
        yield _finding(journey_map, idle, bare, len(points))


def _finding(
    journey_map: JourneyMap, idle: list[PlacedOpportunity], bare: list[PlacedStep], points: int
) -> Finding:
    homes = dict.fromkeys(journey_map.step_at(each.route).label for each in idle)
    stand = "ideas stand" if len(idle) > 1 else "idea stands"
    return Finding(
        message=f"{len(idle)} {stand} at {few(list(homes))}, where nothing hurts, and "
        f"{len(bare)} of the {counted(points, 'step')} to look at first have none: "
        f"{few([each.label for each in bare])}",
        help="ask the same people for ideas where it hurts, and put these aside until then",
        route=idle[0].route,
        mark=Mark.NODE,
        related=tuple(Related(route=each.route, message="no idea here") for each in bare),
        stands_for=tuple(each.route for each in idle),
    )


def _is_fine(placed_step: PlacedStep, context: Context) -> bool:
    """Tells whether nothing that a map records hurts at a step."""
    step, at = placed_step.step, placed_step.position
    wait = step.wait is not None and not step.wait.planned
    if placed_step.pains or step.leaks or step.instead_of or wait or step.offstage:
        return False
    curves = (each.points[at] for each in context.analysis.curves)
    felt = [each.lowest for each in curves if each is not None]
    return bool(felt) and min(felt) >= _LOW and not context.analysis.hardest[at].short


def _has_idea(placed_step: PlacedStep, context: Context) -> bool:
    answers = context.analysis.answers
    own = any(each.opportunity.status in OPEN for each in placed_step.opportunities)
    return own or any(answers.get(each.route) for each in placed_step.pains)
