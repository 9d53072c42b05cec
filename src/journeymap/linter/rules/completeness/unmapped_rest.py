"""JM226."""

from collections.abc import Iterator

from journeymap.authoring import Context, Finding, JourneyMap, Mark, Need, Option, State, rule
from journeymap.linter.rules.flow._shared import share_of

LEAST = Option(
    name="share",
    default=0.6,
    meaning="where the only persona stands for less than this share, it is told",
    most=1,
)


def _starts(context: Context) -> bool:
    return context.journey_map.journey.starts is not None


@rule(
    "JM226",
    "unmapped-rest",
    severity="note",
    from_status="review",
    basis="house",
    options=(LEAST,),
    needs=(Need(what="a number of people who start (`starts`)", is_there=_starts),),
)
def unmapped_rest(journey_map: JourneyMap, context: Context) -> Iterator[Finding]:
    """The only persona stands for a part of the people, and no other one is known.

    ## Why it matters

    `starts` says how many people set out, all of them, and `share` of how many of them a persona
    tells. Where that is less than 60 % and neither the map, nor a library that it uses, nor another
    map of the run knows a persona besides, its figures are of people of whom nobody knows how it is
    for them. A map without `starts` speaks of its persona alone, and is left alone; so is a persona
    whose `segment` says whom the map is of.

    ## Basis

    House.

    ## Bad

    ```yaml
    title: Dental clinic
    starts: {n: 400, per: year}
    personas:
      - {id: ana, name: Ana, share: 40 %}  # <- here
    steps: [Calls the clinic]
    ```

    ## Good

    ```yaml
    title: Dental clinic
    starts: {n: 400, per: year}
    persona: ana
    personas:
      - {id: ana, name: Ana, share: 40 %}
      - {id: tom, name: Tom, share: 60 %}
    steps: [Calls the clinic]
    ```
    """
    known = journey_map.personas.defined
    desired = journey_map.journey.state is State.DESIRED
    share = known[0].item.share if len(known) == 1 and not desired else None
    if (
        share is None
        or known[0].item.segment
        or share >= context.option(LEAST)
        or context.neighbours.is_of_others is not False
    ):
        return
    own = known[0].library is None
    yield Finding(
        message=f'"{known[0].label}", the only persona, stands for {share_of(share)} of those '
        f"who start: of the other {share_of(1 - share)} nothing is known",
        help="say who they are and where their journey differs: a second persona, or a map of "
        "their own; if theirs is the same, raise share:",
        route=(*known[0].route, "share") if own else (),
        mark=Mark.VALUE if own else Mark.NODE,
    )
