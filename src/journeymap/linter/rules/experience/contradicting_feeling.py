"""JM310."""

from collections.abc import Iterator

from journeymap.analysis.ratings import rating_of
from journeymap.authoring import Context, Finding, Mark, PlacedStep, Related, State, rule
from journeymap.linter.rules._ratings_in_words import figures

_MIDDLE = 5.0
"""Below so many points (of 10) a step is rated low: the lower half of the scale (house)."""
_WEIGHTY = 7.5
"""From so many points (of 10) on a step matters much: 4 of 5 (house)."""
_GOOD = 1.0
"""From this emotion on a feeling is a good one (of -2 to 2); house."""


@rule("JM310", "contradicting-feeling", severity="note", from_status="review", basis="house")
def contradicting_feeling(placed_step: PlacedStep, context: Context) -> Iterator[Finding]:
    """The persona feels good at a step that matters, and rates it in the lower half.

    ## Why it matters

    Whoever reads the curve sees a high, and who reads the ratings a failure. One of them may be a
    guess of the team: hope that an interview does not bear out, or a rating that nobody gave. Both
    may be true as well, as for somebody who is glad that a bad talk is over; then a thought says
    why. Asked of declared moments and of what matters much, where the step was not better than
    expected and no thought tells.

    ## Basis

    House.

    ## Bad

    ```yaml
    title: Dental clinic
    steps:
      - action: Hears what it will cost
        emotion: hopeful  # <- here
        importance: 5
        expected: 4
        perceived: 2
    ```

    ## Good

    ```yaml
    title: Dental clinic
    steps:
      - {action: Hears what it will cost, emotion: worried, importance: 5, perceived: 2}
      - action: Goes home
        thought: At least it is over
        emotion: relieved
        importance: 4
        perceived: 2
    ```
    """
    journey_map, step = context.journey_map, placed_step.step
    felt = context.analysis.curve.points[placed_step.position]
    who = journey_map.persona_ids
    if journey_map.journey.state is State.DESIRED or felt is None or len(who) > 1:
        return
    if felt.lowest < _GOOD or journey_map.by_person(step.thought, placed_step):
        return
    rating = rating_of(journey_map, placed_step, who[0] if who else "")
    matters = bool(step.moment) or (rating.importance or 0.0) >= _WEIGHTY
    is_low = rating.perceived is not None and rating.perceived < _MIDDLE
    if matters and is_low and (rating.gap is None or rating.gap <= 0):
        yield Finding(
            message=f'"{placed_step.label}" is felt as {felt.written}, but rated '
            f"{figures(journey_map, rating, 'perceived')}",
            help="ask what people said: correct the feeling or the rating, or add the thought "
            "that makes both true",
            route=(*placed_step.route, "emotion"),
            mark=Mark.VALUE,
            related=(Related(route=(*placed_step.route, "perceived"), message="the rating"),),
        )
