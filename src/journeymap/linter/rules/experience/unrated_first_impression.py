"""JM308."""

from collections.abc import Iterator

from journeymap.authoring import Context, Finding, JourneyMap, Need, State, rule


@rule(
    "JM308",
    "unrated-first-impression",
    severity="note",
    from_status="review",
    basis="practitioner",
    subsumes=("missing-emotion",),
    needs=(
        Need(
            what="kinds of stakeholders",
            is_there=lambda context: any(
                map(context.journey_map.serving, context.journey_map.steps)
            ),
        ),
        Need(
            what="emotions or ratings",
            is_there=lambda context: (
                bool(context.analysis.curve.known)
                or any(rating.known for rating in context.analysis.ratings)
            ),
        ),
    ),
    each_persona=True,
)
def unrated_first_impression(journey_map: JourneyMap, context: Context) -> Iterator[Finding]:
    """The map does not say how the first contact with the service was.

    ## Why it matters

    A first impression is made once, and everything later is seen in its light. Asked of the first
    step at which somebody of the provider's side serves the persona (a clinician, staff, an
    organisation or a payer), in current maps: how it felt, or how it was rated.

    ## Basis

    Practitioner: the first interactions set the tone for the whole relation (NASCO, Creating
    Positive First Impressions Through Customer Journey Mapping).

    ## Bad

    ```yaml
    title: Health plan, first year
    stakeholders: {id: plan, name: The health plan, kind: payer}
    steps:
      - {action: Asks her colleagues, emotion: neutral}
      - {action: Gets the card, with: plan}  # <- here
      - {action: Calls the plan, with: plan, emotion: frustrated}
    ```

    ## Good

    ```yaml
    title: Health plan, first year
    stakeholders: {id: plan, name: The health plan, kind: payer}
    steps:
      - {action: Asks her colleagues, emotion: neutral}
      - {action: Gets the card, with: plan, emotion: curious}
      - {action: Calls the plan, with: plan, emotion: frustrated}
    ```
    """
    served = (placed_step for placed_step in journey_map.steps if not placed_step.step.offstage)
    first = next((placed_step for placed_step in served if journey_map.serving(placed_step)), None)
    if first is None or journey_map.journey.state is State.DESIRED:
        return
    position = first.position
    told = context.analysis.curve.points[position] or context.analysis.ratings[position].known
    if not told:
        yield Finding(
            message=f'"{first.label}" is the first contact with the service, '
            "and the map does not say how it was",
            help="add emotion:, or expected: and perceived:",
            route=first.route,
        )
