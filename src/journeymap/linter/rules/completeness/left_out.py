"""JM227."""

from collections.abc import Iterator

from journeymap.authoring import (
    Context,
    Defined,
    Finding,
    JourneyMap,
    Mark,
    Need,
    PlacedStep,
    Related,
    State,
    few,
    rule,
)
from journeymap.model.people import Persona

_LEAST = 2
"""Of one moment alone nobody is left out."""


def _are_several(context: Context) -> bool:
    return len(context.journey_map.persona_ids) > 1


@rule(
    "JM227",
    "left-out",
    severity="note",
    from_status="review",
    basis="house",
    needs=(Need(what="several personas", is_there=_are_several),),
)
def left_out(journey_map: JourneyMap, _: Context) -> Iterator[Finding]:
    """A persona whose journey it is takes no part in most of the moments that decide.

    ## Why it matters

    A home is looked for, looked at and signed for, and the one who is to live in it is not there.
    `only` says who takes a step. Where two people go one journey together, and one of them passes
    over two declared moments or more, half of them at least, it is worth asking who decides, and
    whether anybody asks her. Personas who have a `share` are kinds of people and not two people
    of one journey, and are left alone, and so are those who never meet at a step.

    ## Basis

    House.

    ## Bad

    ```yaml
    title: Nursing home
    persona: [karin, ingrid]
    personas:
      - {id: karin, name: The daughter}
      - {id: ingrid, name: The mother}  # <- here
    steps:
      - {action: Looks at a home, only: karin, moment: first-impression}
      - {action: Signs the contract, only: karin, moment: truth}
      - {action: Moves in, moment: critical}
    ```

    ## Good

    ```yaml
    title: Nursing home
    persona: [karin, ingrid]
    personas:
      - {id: karin, name: The daughter}
      - {id: ingrid, name: The mother}
    steps:
      - {action: Looks at a home, moment: first-impression}
      - {action: Signs the contract, only: karin, moment: truth}
      - {action: Moves in, moment: critical}
    ```
    """
    people = journey_map.personas_chosen
    if journey_map.journey.state is State.DESIRED or any(each.item.share for each in people):
        return
    moments = [each for each in journey_map.steps if each.step.moment]
    for persona in people:
        missed = [each for each in moments if persona.id not in journey_map.takers(each)]
        is_many = len(missed) >= _LEAST and 2 * len(missed) >= len(moments)
        if is_many and _meets_somebody(journey_map, persona):
            yield _finding(journey_map, persona, missed, len(moments))


def _finding(
    journey_map: JourneyMap, persona: Defined[Persona], missed: list[PlacedStep], moments: int
) -> Finding:
    own, name = persona.library is None, journey_map.short_label(persona.id)
    return Finding(
        message=f"{name} takes no part in {len(missed)} of {moments} "
        f"declared moments: {few([each.label for each in missed])}",
        help="find out who decides there and whether she is asked: give her a step, a need or a "
        "pain of her own",
        route=persona.route if own else missed[0].route,
        mark=Mark.NODE,
        related=tuple(Related(route=each.route, message="without her") for each in missed),
    )


def _meets_somebody(journey_map: JourneyMap, persona: Defined[Persona]) -> bool:
    """Tells whether a persona takes a step together with another one."""
    takers = map(journey_map.takers, journey_map.steps)
    return any(persona.id in each and len(each) > 1 for each in takers)
