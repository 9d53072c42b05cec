"""JM309."""

from collections.abc import Iterator, Sequence

from journeymap.authoring import (
    Context,
    Finding,
    JourneyMap,
    Option,
    PlacedStep,
    Related,
    State,
    few,
    rule,
    step_route,
)
from journeymap.linter.rules._ratings_in_words import figures
from journeymap.linter.rules._reasons import advice_here
from journeymap.linter.rules.experience._shared import (
    SERVED,
    called,
    first_impression,
    is_declared,
    nothing_answers,
    unanswered_at,
)
from journeymap.linter.rules.experience.unmet_expectation import WIDE_GAP

LOW = Option(
    name="emotion",
    default=-1.0,
    meaning="from this emotion of the persona down (of -2 to 2) the first impression is bad",
    least=-2,
    most=0,
)


@rule(
    "JM309",
    "bad-first-impression",
    severity="warning",
    from_status="review",
    basis="practitioner",
    subsumes=(
        "unmet-expectation",
        "unexplained-low",
        "unrecovered-failure",
        "pain-without-opportunity",
    ),
    options=(WIDE_GAP, LOW),
    needs=(SERVED,),
    each_persona=True,
)
def bad_first_impression(journey_map: JourneyMap, context: Context) -> Iterator[Finding]:
    """The first contact with the service goes wrong.

    ## Why it matters

    There is no second first impression, and it takes many good days to undo a bad one. Looked at is
    the first step at which the provider's side serves the persona, of the map's own organisation
    where that is known (not the hospital before the care home); `moment: first-impression`
    declares another one, where the first letter or the first hour counts. Where people meet the
    service before that (a channel that somebody owns, something that is given or got) and no `with`
    says whom, nothing is told. It is bad where it falls
    clearly short of what was expected, or where two of these come together: it feels low, it falls
    short at all, a pain of the persona is recorded. Fear alone is none: who comes in with a broken
    leg is afraid of more than the desk. Where no step is declared, the map may begin long after
    the first contact: it is called the first step with the service on this map, and one at which
    good and bad is felt at once is left alone. Desired maps are not asked.

    ## Basis

    Practitioner: a first impression is hardly ever changed later (NASCO, Creating Positive First
    Impressions Through Customer Journey Mapping). What counts as bad is house.

    ## Bad

    ```yaml
    title: Health plan, first year
    stakeholders: {id: plan, name: The health plan, kind: payer}
    steps:
      - {action: Asks her colleagues, emotion: anxious}
      - action: Calls the plan  # <- here
        with: plan
        emotion: frustrated
        pains: Is sent from one desk to the next
    ```

    ## Good

    ```yaml
    title: Health plan, first year
    stakeholders: {id: plan, name: The health plan, kind: payer}
    steps:
      - {action: Asks her colleagues, emotion: anxious}
      - {action: Calls the plan, with: plan, emotion: relieved, pains: The number is hard to find}
      - {action: Calls again, with: plan, emotion: frustrated, pains: Is sent from desk to desk}
    ```
    """
    first = first_impression(journey_map)
    if first is None or journey_map.journey.state is State.DESIRED:
        return
    felt = context.analysis.curve.points[first.position]
    if felt and felt.is_mixed and not is_declared(first):
        return
    if signs := _signs(first, context):
        yield _finding(first, [*signs, *_of_others(first, context)], context)


def _signs(placed_step: PlacedStep, context: Context) -> list[str]:
    """Returns what speaks against a step, in words; nothing where that is not enough."""
    journey_map, position = context.journey_map, placed_step.position
    rating, felt = context.analysis.ratings[position], context.analysis.curve.points[position]
    gap = -(rating.gap or 0.0)
    low = felt is not None and felt.lowest <= context.option(LOW)
    hurts = [each.label for each in placed_step.pains if _is_own(each.pain.of, journey_map)]
    signs = [
        *([f"a low moment ({felt.written})"] if felt and low else []),
        *([figures(journey_map, rating, "expected", "perceived")] if gap > 0 else []),
        *([few(hurts)] if hurts else []),
    ]
    return signs if len(signs) > 1 or gap > context.option(WIDE_GAP) else []


def _is_own(of: tuple[str, ...], journey_map: JourneyMap) -> bool:
    return not of or any(journey_map.person_id(who) in journey_map.persona_ids for who in of)


def _of_others(placed_step: PlacedStep, context: Context) -> list[str]:
    """Returns what falls short there for people who are no personas: it is told nowhere else."""
    whole = context.file.journey_map or context.journey_map
    return [
        each.phrase
        for each in context.subsumed
        if step_route(each.route) == placed_step.route
        and "perceived" in each.route[-2:-1]
        and whole.person_id(str(each.route[-1])) not in whole.persona_ids
    ]


def _finding(placed_step: PlacedStep, signs: list[str], context: Context) -> Finding:
    advice, which = (
        advice_here(placed_step, context.analysis, context.today),
        called(placed_step, context.journey_map),
    )
    bare = unanswered_at(placed_step, context)
    signs = [*signs, *([_no_answer(placed_step, bare)] if bare else [])]
    return Finding(
        message=f'"{placed_step.label}", {which}, makes a bad impression: {"; ".join(signs)}',
        help=f"{advice}, before what comes later"
        if advice
        else "look for an idea here before what comes later",
        route=placed_step.route,
        phrase=which,
        related=tuple(bare),
    )


def _no_answer(placed_step: PlacedStep, bare: Sequence[Related]) -> str:
    """Returns that nothing answers some of the pains, which all have been named."""
    if len(placed_step.pains) > len(bare):
        return nothing_answers(placed_step, bare)
    return f"nothing answers {'it' if len(bare) == 1 else 'them'}"
