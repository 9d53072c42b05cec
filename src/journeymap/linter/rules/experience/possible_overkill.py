"""JM305."""

from collections.abc import Iterator

from journeymap.analysis.quadrants import MIDDLE, CrossHairs
from journeymap.analysis.ratings import ratings
from journeymap.authoring import Context, Finding, Mark, PlacedStep, rule
from journeymap.linter.rules._ratings_in_words import RATED, figures
from journeymap.linter.rules.experience._shared import value_route


def _needs(person: str, placed_step: PlacedStep, context: Context) -> bool:
    """Tells whether a persona rated a step, and not as more than it need be."""
    analysis = context.analysis
    rating = ratings(analysis.journey_map, person)[placed_step.position]
    meet = analysis.cross_hair_of(person)
    return meet.quadrant(rating) is not None and not meet.is_beyond_need(rating)


_HERE = {
    CrossHairs.MEAN: "the mean of the map's rated steps",
    CrossHairs.MIDDLE: "the middle of the scale",
}
"""What a step is held against."""


@rule(
    "JM305",
    "possible-overkill",
    severity="note",
    from_status="published",
    basis="published",
    needs=(RATED,),
)
def possible_overkill(placed_step: PlacedStep, context: Context) -> Iterator[Finding]:
    """A step matters less to the persona than others and is perceived better than they are.

    ## Why it matters

    What goes into such a step may be missing at one that matters. Before anything is cut: does
    somebody else need it, or does it matter because it is good? Quadrants meet at the mean of the
    map's rated steps: less important than that, perceived above it, and not below what was
    expected. Where all that is rated is important, the least of it is important still: told is only
    what matters little by itself, below the middle of the scale. Of several personas none who rated
    the step says otherwise. A step at which she feels low, as a farewell, is not told, for nobody
    is too kind there. Of fewer than three rated steps, and where all are rated alike, quadrants
    meet at the middle of the scale.

    ## Basis

    Published: importance-performance analysis calls this quadrant possible overkill (Martilla &
    James, Journal of Marketing 41 (1), 1977), who discuss the mean and the middle of the scale for
    where quadrants meet. House: what falls short of expectations, is perceived no better than it
    matters, or matters as much as the middle of the scale, is told of no step.

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
    kind = context.analysis.cross_hair.kind
    beyond = rating.distance is not None and rating.distance < 0
    little = rating.importance is not None and rating.importance < MIDDLE
    felt = context.analysis.curve.points[placed_step.position]
    if (
        beyond
        and little
        and (felt is None or felt.value >= 0)
        and context.analysis.cross_hair.is_beyond_need(rating)
        and not any(_needs(other, placed_step, context) for other in context.analysis.of_each)
    ):
        rated = figures(context.journey_map, rating, "importance", "perceived")
        yield Finding(
            message=f'"{placed_step.label}" matters less than {_HERE[kind]} and is perceived '
            f"better: {rated}",
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
