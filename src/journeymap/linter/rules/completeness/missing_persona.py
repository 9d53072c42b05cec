"""JM201."""

from collections.abc import Iterator

from journeymap.authoring import Context, Finding, JourneyMap, listed, rule

MOST_NAMES = 3
"""So many personas are proposed by id; a library may hold dozens."""


@rule("JM201", "missing-persona", severity="warning", from_status="review", basis="published")
def missing_persona(journey_map: JourneyMap, _: Context) -> Iterator[Finding]:
    """The map has no point of view.

    ## Why it matters

    Needs, emotions and expectations are somebody's. A map that does not say whose mixes people who
    live through different journeys, and then fits none of them. Where a map or its library defines
    several personas, `persona` chooses one; each of the others deserves a map of its own.

    ## Basis

    Published: the actor is the first of the key components of a journey map, and a map has one
    point of view (Gibbons, Journey Mapping 101, Nielsen Norman Group, 2018).

    ## Bad

    ```yaml
    title: Health plan, first year  # <- here
    personas: [Angela, Her employer]
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
    if journey_map.persona or journey_map.journey.persona:
        return
    known = journey_map.personas.known
    if known:
        more = ("…",) if len(known) > MOST_NAMES else ()
        message = f"there are {len(known)} personas, and the map does not say whose journey it is"
        help_ = f"add persona: {listed((*known[:MOST_NAMES], *more), 'or')}"
    else:
        message = "the map does not say whose journey it is"
        help_ = "add persona: with a name, or personas: with what is known of the person"
    yield Finding(message=message, help=help_, missing="persona")
