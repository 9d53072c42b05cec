"""JM310."""

from collections.abc import Iterator

from journeymap.analysis.emotion import Point
from journeymap.analysis.ratings import Rating, rating_of
from journeymap.authoring import (
    Context,
    Finding,
    JourneyMap,
    Mark,
    PlacedPain,
    PlacedStep,
    Related,
    State,
    quoted,
    rule,
)
from journeymap.linter.rules._graveness import how_grave
from journeymap.linter.rules._ratings_in_words import figures
from journeymap.linter.rules.experience._shared import emotion_route, value_route
from journeymap.model.stems import WEIGHING, Topic, speaks_of

_MIDDLE = 5.0
"""Below so many points (of 10) a step is rated low: the lower half of the scale (house)."""
_WEIGHTY = 7.5
"""From so many points (of 10) on a step matters much: 4 of 5 (house)."""
_POOR = 2.5
"""Up to so many points a step is rated so low that it goes with no good feeling at all; house."""
_GOOD, _BEST = 1.0, 2.0
"""From this emotion on a feeling is a good one, and the best there is (of -2 to 2); house."""
_WORST = -2.0
"""The lowest that can be felt."""
_SEVERE, _REMOTE = 3, 1
"""From this severity on, unless it is hardly ever so, a pain goes with no good rating; house."""


@rule(
    "JM310",
    "contradicting-feeling",
    severity="note",
    from_status="review",
    basis="house",
    each_persona=True,
)
def contradicting_feeling(placed_step: PlacedStep, context: Context) -> Iterator[Finding]:
    """The persona feels good at a step that matters and rates it low, or the other way round.

    ## Why it matters

    Whoever reads the curve sees a high, and who reads the ratings a failure. One of them may be a
    guess of the team: hope that an interview does not bear out, or a rating that nobody gave. Both
    may be true as well, as for somebody who is glad that a bad talk is over; then a thought says
    why. Asked of declared moments and of what matters much, where the step was not better than
    expected and no thought tells; who is just glad may rate it a little below the middle. The other
    way round, what could not feel worse and is rated well, just as expected, is asked about where
    no pain or thought explains it; not fear and grief, nor what is done to the body: that may go as
    well as it can and hurt. A good rating of one source, where another tells of a low and of a
    severe pain, is asked about too: it may ask others, or at another time.

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
    if journey_map.by_person(step.thought, placed_step):
        return
    rating = rating_of(journey_map, placed_step, who[0] if who else "")
    if pain := _is_praised(felt, rating, journey_map):
        yield _flattered(placed_step, felt, rating, pain, context)
        return
    matters = bool(step.moment) or (rating.importance or 0.0) >= _WEIGHTY
    if matters and (_is_glad_of_little(felt, rating) or _is_low_for_nothing(felt, rating)):
        yield Finding(
            message=f'"{placed_step.label}" is felt as {felt.written}, but rated '
            f"{figures(journey_map, rating, 'perceived')}",
            help="ask what people said: correct the feeling or the rating, or add the thought "
            "that makes both true",
            route=emotion_route(context, felt, context.analysis.curve.person),
            mark=Mark.VALUE,
            related=(Related(route=(*placed_step.route, "perceived"), message="the rating"),),
        )


def _is_glad_of_little(felt: Point, rating: Rating) -> bool:
    if rating.perceived is None or (rating.gap or 0.0) > 0:
        return False
    glad = felt.lowest >= _BEST and rating.perceived < _MIDDLE
    return glad or (felt.lowest >= _GOOD and rating.perceived <= _POOR)


def _is_low_for_nothing(felt: Point, rating: Rating) -> bool:
    """Tells whether nothing could feel worse where all went well, just as expected.

    Fear and grief are no reproach to a service.
    """
    well = (rating.perceived or 0.0) >= _WEIGHTY and rating.gap == 0
    grave = any(speaks_of(topic, felt.written) for topic in WEIGHING)
    explained = felt.step.pains or grave or speaks_of(Topic.BODY, felt.step.label)
    return felt.highest <= _WORST and well and not explained


def _is_praised(felt: Point, rating: Rating, journey_map: JourneyMap) -> PlacedPain | None:
    """Returns a severe pain of a low at a step that another source rates well; None if none is."""
    step = rating.step
    if felt.highest > -_GOOD or (rating.perceived or 0.0) < _WEIGHTY:
        return None
    said = journey_map.by_person(step.step.perceived, step).get(rating.person)
    rated = {each.id for each in journey_map.evidence.meant(said.evidence if said else ())}
    for each in step.pains:
        names = each.pain.evidence or step.step.evidence
        told = {found.id for found in journey_map.evidence.meant(names)}
        severe = (each.pain.severity or 0) >= _SEVERE and each.pain.probability != _REMOTE
        if severe and not each.pain.of and rated and told and not rated & told:
            return each
    return None


def _flattered(
    placed_step: PlacedStep, felt: Point, rating: Rating, pain: PlacedPain, context: Context
) -> Finding:
    journey_map = context.journey_map
    said = journey_map.by_person(placed_step.step.perceived, placed_step)[rating.person]
    sources = quoted([each.label for each in journey_map.evidence.meant(said.evidence)])
    return Finding(
        message=f'"{placed_step.label}" is rated {figures(journey_map, rating, "perceived")} by '
        f'{sources}, but felt as {felt.written}, with "{pain.label}" ({how_grave(pain.pain)})',
        help="find out whom the rating asks, and when: it may leave out those whom it hurts",
        route=value_route(
            journey_map, placed_step, "perceived", placed_step.step.perceived, rating.person
        ),
        mark=Mark.VALUE,
        related=(Related(route=pain.route, message="the pain is here"),),
    )
