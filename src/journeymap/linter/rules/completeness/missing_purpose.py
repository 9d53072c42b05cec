"""JM221."""

from collections.abc import Iterator

from journeymap.authoring import Context, Finding, JourneyMap, rule


@rule("JM221", "missing-purpose", severity="note", from_status="review", basis="practitioner")
def missing_purpose(journey_map: JourneyMap, _: Context) -> Iterator[Finding]:
    """The map says neither what it is for nor how far it reaches.

    ## Why it matters

    A map that is to answer one question leaves out what does not bear on it; one without a question
    grows until nobody reads it. `purpose` says what is to be decided or found out with its help,
    `scope` from where to where it goes: either will do. The persona's own aim is another thing, and
    stands under `goal`.

    ## Basis

    Practitioner: before a map is begun comes the goal of working with it (Tarnawska, Customer
    Journey w służbie zdrowia, Socjomania, 2021).

    ## Bad

    ```yaml
    title: Dental clinic  # <- here
    goal: Eat without pain again
    steps: [Wakes with a toothache, Calls the clinic]
    ```

    ## Good

    ```yaml
    title: Dental clinic
    goal: Eat without pain again
    purpose: Find out why people do not come back after the first visit
    steps: [Wakes with a toothache, Calls the clinic]
    ```
    """
    if not journey_map.journey.purpose and not journey_map.journey.scope:
        yield Finding(
            message="the map says neither what it is for nor how far it reaches",
            help="add purpose: with what it is to help decide, or scope: from where to where",
            missing="purpose",
        )
