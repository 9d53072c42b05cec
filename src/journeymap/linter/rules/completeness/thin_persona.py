"""JM210."""

from collections.abc import Iterable, Iterator

from journeymap.authoring import (
    Context,
    Defined,
    Finding,
    JourneyMap,
    Mark,
    listed,
    one_by_one,
    rule,
)
from journeymap.model.people import Persona

ASKED = ("demographics", "motivations", "goals", "frustrations")
"""What a persona's profile is asked for."""


@rule("JM210", "thin-persona", severity="note", from_status="review", basis="practitioner")
def thin_persona(journey_map: JourneyMap, _: Context) -> Iterable[Finding]:
    """A persona has no demographics, motivations, goals or frustrations.

    ## Why it matters

    A name explains nothing that happens on the way. Why she puts off the check-up, what she fears,
    what she hopes for and in which household she lives make her feelings understandable, and tell
    what would help her. Asked of the personas that the map itself defines, not of a library's.

    ## Basis

    Practitioner: a buyer persona includes demographic data, motivations, problems and goals
    (Customer Journey Map en Salud, a blog on medical marketing).

    ## Bad

    ```yaml
    title: Dental clinic
    personas:
      - name: Lucía, 38  # <- here
        goals: [smile again at work]
    steps: [Asks a friend for a dentist]
    ```

    ## Good

    ```yaml
    title: Dental clinic
    personas:
      - name: Lucía, 38
        demographics: {age: 38, work: sales}
        motivations: [feel at ease with clients]
        goals: [smile again at work]
        frustrations: [bills that nobody announced]
    steps: [Asks a friend for a dentist]
    ```
    """
    if journey_map.personas:
        return one_by_one(map(_thin, journey_map.personas))
    return one_by_one(map(_thin, journey_map.personas_chosen))


def _thin(entry: Defined[Persona]) -> Iterator[Finding]:
    lacking = [name for name in ASKED if not getattr(entry.item, name)]
    named_only = entry.route[:1] == ("persona",)
    if entry.library is None and lacking:
        yield Finding(
            message=f'nothing is said of the {listed(lacking, "or")} of "{entry.label}"',
            help=f"list this person under personas: with {listed(lacking)}"
            if named_only
            else f"add {listed(lacking)} to the profile",
            route=entry.route,
            mark=Mark.VALUE if named_only else Mark.NODE,
        )
