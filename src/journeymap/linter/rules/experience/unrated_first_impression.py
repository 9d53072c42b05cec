"""JM308."""

from collections.abc import Iterator

from journeymap.authoring import Context, Finding, JourneyMap, Need, State, rule
from journeymap.linter.rules.experience._shared import SERVED, called, first_impression


@rule(
    "JM308",
    "unrated-first-impression",
    severity="note",
    from_status="review",
    basis="practitioner",
    subsumes=("missing-emotion",),
    needs=(
        SERVED,
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
    organisation or a payer), or of the one with `moment: first-impression`, in current maps: how it
    felt, or how it was rated. What fell short there is told by `bad-first-impression`.

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
    first = first_impression(journey_map)
    if first is None or journey_map.journey.state is State.DESIRED:
        return
    position = first.position
    told = context.analysis.curve.points[position] or context.analysis.ratings[position].known
    if not told:
        yield Finding(
            message=f'"{first.label}" is {called(first, journey_map)}, and the map does not say '
            "how it was",
            help="add emotion:, or expected: and perceived:",
            route=first.route,
        )
