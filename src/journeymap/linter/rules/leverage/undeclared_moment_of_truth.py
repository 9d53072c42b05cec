"""JM902."""

from collections.abc import Iterator

from journeymap.authoring import Context, Finding, JourneyMap, Option, State, rule
from journeymap.linter.rules._ratings_in_words import RATED, figures

FAR = Option(
    name="distance",
    default=5.0,
    meaning="so many points (of 10) from importance down to perceived, or more, are told of",
    most=10,
)


@rule(
    "JM902",
    "undeclared-moment-of-truth",
    severity="note",
    from_status="review",
    basis="practitioner",
    options=(FAR,),
    needs=(RATED,),
    each_persona=True,
)
def undeclared_moment_of_truth(journey_map: JourneyMap, context: Context) -> Iterator[Finding]:
    """The step that falls furthest short of how much it matters is not declared as a moment.

    ## Why it matters

    A team declares moments by what it knows, ratings speak for the persona. Where they point to a
    step that nobody declared, one of the two has missed something. Compared are importance and
    perceived of the persona, in points of 0 to 10. Where two steps fall equally far short, no one
    stands out, and none is told; nor where the map declares no moment at all, or the step is left
    to another organisation. A leverage point at the step says it among its reasons.

    ## Basis

    Practitioner: a moment of truth is a contact in which the customer forms a view of the whole
    service (Carlzon, Moments of Truth, Ballinger, 1987). To compute it from ratings is house.

    ## Bad

    ```yaml
    title: Hotel stay
    steps:
      - {action: Books, importance: 3, perceived: 3, moment: truth}
      - {action: Sleeps, importance: 5, perceived: 2}  # <- here
    ```

    ## Good

    ```yaml
    title: Hotel stay
    steps:
      - {action: Books, importance: 3, perceived: 3}
      - {action: Sleeps, importance: 5, perceived: 2, moment: truth}
    ```
    """
    rating = context.analysis.moment_of_truth
    if rating is None or rating.distance is None or journey_map.journey.state is State.DESIRED:
        return
    others = (each for each in context.analysis.ratings if each.step.route != rating.step.route)
    if any((other.distance or 0.0) >= rating.distance for other in others):
        return
    declares = any(each.step.moment for each in journey_map.steps)
    theirs = rating.step.position in context.analysis.left_to_others
    far = rating.distance >= context.option(FAR)
    if far and declares and not theirs and not rating.step.step.moment:
        yield Finding(
            message=f'"{rating.step.label}" is not declared a moment of truth, and no step falls '
            "further short of how much it matters "
            f"({figures(journey_map, rating, 'importance', 'perceived')})",
            help="add moment: truth or moment: critical, if the team agrees",
            route=rating.step.route,
            missing="moment",
            phrase="no step falls further short, and it is not declared a moment of truth",
        )
