"""JM801."""

from collections.abc import Iterator

from journeymap.authoring import Context, Finding, JourneyMap, Most, Need, PlacedPain, rule
from journeymap.linter.rules._left_as_it_is import is_left_as_it_is
from journeymap.linter.rules.leverage._harm import is_severe
from journeymap.model.shared_words import may_share_words


def _danger(placed_pain: PlacedPain, _: Context) -> float:
    """Returns how grave a pain is; of what is unknown it takes the least."""
    return (placed_pain.pain.severity or 1) * (placed_pain.pain.probability or 1)


@rule(
    "JM801",
    "pain-without-opportunity",
    severity="warning",
    from_status="review",
    basis="practitioner",
    gathers=Most(
        said="{number} pains have no opportunity that solves them: {names}",
        of_all="none of the {total} pains has an opportunity that solves it: {names}",
        of_both="neither pain has an opportunity that solves it: {names}",
        asked=lambda context: context.journey_map.pains,
        weight=_danger,
    ),
    needs=(Need(what="pains", is_there=lambda context: bool(context.journey_map.pains)),),
)
def pain_without_opportunity(placed_pain: PlacedPain, context: Context) -> Iterator[Finding]:
    """No opportunity in the map solves a pain.

    ## Why it matters

    A map that lists complaints ends in a drawer; one that answers them is a plan. Not every pain
    has to be solved now, but each deserves one idea, if only to be able to say later why not. An
    opportunity that names nothing in `solves` answers every pain of its step; one that was
    `dropped` answers none. Where the note of the step says that it is left as it is (on purpose,
    by law, accepted), the pain of the step, or the one that the note speaks of, is not asked about,
    save a harm that is severe; nor is one that a step makes good for (`recovers`).

    ## Basis

    Practitioner: problems of every activity are answered by ideas of the patient and of the team
    (Tarnawska, Customer Journey w służbie zdrowia, Socjomania, 2021).

    ## Bad

    ```yaml
    title: Dental clinic
    steps:
      - {action: Calls the clinic, pains: Line is busy, opportunities: Ring back by noon}
      - action: Waits
        pains:
          - Nobody says how long  # <- here
      - {action: Gets the bill, pains: Nobody named a price, opportunities: Price list}
    ```

    ## Good

    ```yaml
    title: Dental clinic
    steps:
      - {action: Calls the clinic, pains: Line is busy, opportunities: Ring back by noon}
      - {action: Waits, pains: {id: no-word, text: Nobody says how long}}
      - action: Is called in
        opportunities: {text: Say at the door how long it takes, solves: no-word}
    ```
    """
    accepted = not is_severe(placed_pain.pain) and _is_accepted(placed_pain, context.journey_map)
    analysis = context.analysis
    recovered = placed_pain.route in analysis.recoveries
    if placed_pain.route not in analysis.answers and not recovered and not accepted:
        unsolved = f'no opportunity solves "{placed_pain.label}"'
        yield Finding(
            message=unsolved,
            help="add an opportunity to the step, or name the pain under solves: of another one",
            route=placed_pain.route,
            survives_subsumption=is_severe(placed_pain.pain),
            phrase=unsolved,
        )


def _is_accepted(placed_pain: PlacedPain, journey_map: JourneyMap) -> bool:
    """Tells whether the note of a step says of its pain that it stays as it is."""
    placed_step = journey_map.step_at(placed_pain.route)
    if not is_left_as_it_is(placed_step):
        return False
    note = placed_step.step.note or ""
    return len(placed_step.pains) == 1 or may_share_words(placed_pain.label, note)
