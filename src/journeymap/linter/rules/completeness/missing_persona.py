"""JM201."""

from collections.abc import Iterator

from journeymap.authoring import Context, Finding, JourneyMap, Mark, listed, rule

MOST_NAMES = 3
"""So many personas are proposed by id; a library may hold dozens."""


@rule("JM201", "missing-persona", severity="warning", from_status="review", basis="published")
def missing_persona(journey_map: JourneyMap, _: Context) -> Iterator[Finding]:
    """The map has no point of view.

    ## Why it matters

    Needs, emotions and expectations are somebody's. A map that does not say whose mixes people who
    live through different journeys, and then fits none of them. Where a map or its library defines
    several personas, `persona` chooses one, or those who go the same journey each for herself
    (`persona: [dan, ruth]`, the protagonist first); who goes another way deserves a map of her own.
    As long as nobody is chosen, nothing else is said of whose feelings and needs are whose.

    ## Basis

    Published: the actor is the first of the key components of a journey map, and a map has one
    point of view (Gibbons, Journey Mapping 101, Nielsen Norman Group, 2018).

    ## Bad

    ```yaml
    title: Health plan, first year
    personas: [Angela, Her employer]  # <- here
    steps: [Opens the welcome letter, Looks for a doctor]
    ```

    ## Good

    ```yaml
    title: Health plan, first year
    persona: angela
    personas: [Angela, Her employer]
    steps: [Opens the welcome letter, Looks for a doctor]
    ```
    """
    # A name that no persona bears is told of as an unknown reference.
    if journey_map.personas_chosen or journey_map.journey.personas_chosen:
        return
    known = journey_map.personas.known
    if not known:
        yield Finding(
            message="the map does not say whose journey it is",
            help="add persona: with a name, or personas: with what is known of the person",
            missing="persona",
        )
        return
    names = (*known[:MOST_NAMES], *(("…",) if len(known) > MOST_NAMES else ()))
    own = journey_map.journey.personas
    yield Finding(
        message=f"there are {len(known)} personas, and the map does not say whose journey it is",
        help=f"add persona: {listed(names, 'or')}; or several who go the same way: "
        f"persona: [{', '.join(names)}]",
        route=("personas",) if own else (),
        mark=Mark.KEY if own else Mark.NODE,
        missing="persona",
    )
