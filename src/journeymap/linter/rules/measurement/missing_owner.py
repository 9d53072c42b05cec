"""JM709."""

from collections.abc import Iterator

from journeymap.authoring import Context, Finding, JourneyMap, rule


@rule("JM709", "missing-owner", severity="warning", from_status="review", basis="practitioner")
def missing_owner(journey_map: JourneyMap, _: Context) -> Iterator[Finding]:
    """Nobody answers for the map.

    ## Why it matters

    A journey crosses departments, so each of them can wait for another one to act. The owner keeps
    the map true, calls the next review and is asked when a finding stays open. A team or a role
    serves as well as a name. Owners of stages answer for their part, not for the whole.

    ## Basis

    Practitioner: opinion in the field, with no single source: what everybody owns nobody keeps.

    ## Bad

    ```yaml
    title: Dental clinic  # <- here
    stages:
      - {name: Before, owner: Front desk, steps: [Calls the clinic]}
    ```

    ## Good

    ```yaml
    title: Dental clinic
    owner: Patient experience
    stages:
      - {name: Before, owner: Front desk, steps: [Calls the clinic]}
    ```
    """
    if not journey_map.journey.owner:
        yield Finding(
            message="nobody is named as responsible for the map",
            help="add owner: a team, a role or a person",
            missing="owner",
        )
