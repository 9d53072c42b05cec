"""JM210."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from journeymap.authoring import (
    Context,
    Defined,
    Finding,
    JourneyMap,
    Mark,
    Related,
    listed,
    one_by_one,
    rule,
)
from journeymap.model.people import Persona

_AGE = re.compile(r"\d")
"""A figure in a name is an age, as in `Tom, 56`."""

ASKED = ("demographics", "motivations", "goals", "frustrations")
"""What a persona's profile is asked for."""


def _together(findings: Sequence[Finding], _: Context) -> Iterator[Finding]:
    """Tells of several personas in one note, at the first of them."""
    first, *others = findings
    again = (each.message.removeprefix("nothing is said ") for each in others)
    yield replace(
        first,
        message="; nor ".join([first.message, *again]),
        stands_for=tuple(each.route for each in findings),
        related=tuple(Related(route=each.route, message=each.message) for each in others),
    )


@rule(
    "JM210",
    "thin-persona",
    severity="note",
    from_status="review",
    basis="practitioner",
    gathers=_together,
)
def thin_persona(journey_map: JourneyMap, _: Context) -> Iterable[Finding]:
    """A persona has no demographics, motivations, goals or frustrations.

    ## Why it matters

    A name explains nothing that happens on the way. Why she puts off the check-up, what she fears,
    what she hopes for and in which household she lives make her feelings understandable, and tell
    what would help her. An age in the name with a `segment` counts as demographics. Several
    personas are told of in one note. Asked of the personas that the map itself defines, not of a
    library's.

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
    if entry.item.segment and _AGE.search(entry.item.name):
        lacking = [name for name in lacking if name != "demographics"]
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
