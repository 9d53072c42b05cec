"""JM305."""

from collections.abc import Iterator

from journeymap.analysis.ratings import Quadrant
from journeymap.authoring import Context, Finding, Mark, PlacedStep, rule
from journeymap.linter.rules._ratings_in_words import RATED, figures
from journeymap.linter.rules.experience._shared import value_route


@rule(
    "JM305",
    "possible-overkill",
    severity="note",
    from_status="published",
    basis="published",
    needs=(RATED,),
)
def possible_overkill(placed_step: PlacedStep, context: Context) -> Iterator[Finding]:
    """A step matters little to the persona and is perceived better than it need be.

    ## Why it matters

    What goes into such a step may be missing at one that matters. Before anything is cut: does
    somebody else need it, or does it matter because it is good? The cross-hair lies at 5 of 10
    points: less important than that, and perceived above it.

    ## Basis

    Published: importance-performance analysis calls this quadrant possible overkill (Martilla &
    James, Journal of Marketing 41 (1), 1977). That its cross-hair lies in the middle of the scale
    is house.

    ## Bad

    ```yaml
    title: Hotel stay
    steps:
      - {action: Checks in, importance: 5, perceived: 2}
      - action: Gets a newsletter
        importance: 1
        perceived: 4  # <- here
    ```

    ## Good

    ```yaml
    title: Hotel stay
    steps:
      - {action: Checks in, importance: 5, perceived: 4}
      - {action: Gets a newsletter, importance: 1, perceived: 2}
    ```
    """
    rating = context.analysis.ratings[placed_step.position]
    if rating.quadrant is Quadrant.OVERKILL:
        yield Finding(
            message=f'"{placed_step.label}" matters little and is perceived better than it need '
            f"be: {figures(context.journey_map, rating, 'importance', 'perceived')}",
            help="ask whether the effort made here would do more at a step that matters",
            route=value_route(
                context.journey_map,
                placed_step,
                "perceived",
                placed_step.step.perceived,
                rating.person,
            ),
            mark=Mark.VALUE,
        )
