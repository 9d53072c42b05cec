"""JM311."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from journeymap.analysis.extremes import Felt, felt
from journeymap.analysis.ratings import rating_of
from journeymap.authoring import (
    Context,
    Finding,
    JourneyMap,
    Mark,
    Need,
    Option,
    Related,
    State,
    listed,
    rule,
)
from journeymap.linter.rules.experience._shared import emotion_route

APART = Option(
    name="points",
    default=3.0,
    meaning="from so many points between two personas on (of -2 to 2) a step is told",
    least=0.5,
    most=4,
)
_PLACES = 9
_OTHERS = 4
"""So many further steps are named as places."""


def _are_several(context: Context) -> bool:
    return len(context.journey_map.persona_ids) > 1


@rule(
    "JM311",
    "far-apart",
    severity="note",
    from_status="review",
    basis="house",
    options=(APART,),
    needs=(Need(what="several personas", is_there=_are_several),),
)
def far_apart(journey_map: JourneyMap, context: Context) -> Iterator[Finding]:
    """Two personas feel three points or more apart at one step.

    ## Why it matters

    The daughter is relieved that the place is found, and the mother in despair about having to go:
    what helps one of them may hurt the other, and a mean of both is nobody's. Such a step is no
    slip of the map but its heart, and the team has to say whom it wants to help there. Told is the
    step at which two feel furthest apart, and at which other steps they do as well; where both got
    what they expected and nothing hurts, they are two people with two tempers.

    ## Basis

    House: three of the four points between the worst and the best feeling.

    ## Bad

    ```yaml
    title: Nursing home
    persona: [karin, ingrid]
    personas: [{id: karin, name: "Karin, the daughter"}, {id: ingrid, name: "Ingrid, the mother"}]
    steps:
      - action: Moves in
        emotion: {ingrid: devastated, karin: relieved}  # <- here
    ```

    ## Good

    ```yaml
    title: Nursing home
    persona: [karin, ingrid]
    personas: [{id: karin, name: "Karin, the daughter"}, {id: ingrid, name: "Ingrid, the mother"}]
    steps:
      - action: Moves in
        emotion: {ingrid: sad, karin: uneasy}
    ```
    """
    if journey_map.journey.state is State.DESIRED:
        return
    every = [
        tuple(group)
        for _, group in groupby(felt(context.analysis), lambda each: each.step.position)
    ]
    wide = [each for each in every if _spread(each) >= context.option(APART)]
    apart = [each for each in wide if not _is_as_expected(journey_map, each)]
    if not apart:
        return
    first = max(apart, key=_spread)
    others = [each for each in apart if each is not first]
    also = f", and at {len(others)} more steps" if len(others) > 1 else ", and at one more step"
    yield Finding(
        message=f'"{first[0].step.label}" is felt far apart: {_said(journey_map, first)}'
        f"{also if others else ''}",
        help="ask what makes the difference, and whether what helps one of them takes from the "
        "other; record an idea for: the one who feels worse",
        route=emotion_route(context, first[0].point, _worst(first).who),
        mark=Mark.VALUE,
        related=tuple(
            Related(route=each[0].step.route, message=f"as here: {_said(journey_map, each)}")
            for each in others[:_OTHERS]
        ),
        stands_for=tuple((*each[0].step.route, "emotion") for each in (first, *others)),
    )


def _is_as_expected(journey_map: JourneyMap, feelings: Sequence[Felt]) -> bool:
    """Tells whether a step has no pain, and all who feel it got what they expected.

    Where a rating is missing nobody can know, so it is no.
    """
    step = feelings[0].step
    gaps = [rating_of(journey_map, step, each.who).gap for each in feelings]
    return not step.pains and all(gap is not None and gap >= 0 for gap in gaps)


def _spread(feelings: Sequence[Felt]) -> float:
    values = [each.point.value for each in feelings]
    return round(max(values) - min(values), _PLACES)


def _worst(feelings: Sequence[Felt]) -> Felt:
    return min(feelings, key=lambda each: each.point.value)


def _said(journey_map: JourneyMap, feelings: Sequence[Felt]) -> str:
    ordered = sorted(feelings, key=lambda each: -each.point.value)
    ends = (ordered[0], ordered[-1])
    return listed([f"{journey_map.short_label(each.who)} {each.point.written}" for each in ends])
