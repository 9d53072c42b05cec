"""`--persona` of the commands that tell figures: that person's alone, and what is everybody's."""

from dataclasses import replace
from typing import Annotated, Any

from journeymap.analysis.analysis import Analysis
from journeymap.cli.console import fail
from journeymap.cli.parameters import Option
from journeymap.quick_dataclass import dataclass
from journeymap.tables.table import Table
from journeymap.words.whose import everybodys, for_one

PersonaOption = Annotated[
    str,
    Option(
        "--persona",
        metavar="WHO",
        help="That person's pains, ideas and figures alone, and what of it is everybody's.",
    ),
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Alone:
    """What is said where figures are those of one person.

    Attributes:
        said: what of it is everybody's, in words; empty where there are no others.
        head: the same for programs; empty where nobody was chosen.
    """

    said: str
    head: dict[str, Any]

    def beside(self, table: Table[Any]) -> Table[Any]:
        """Returns a table with it."""
        notes = (*table.notes, self.said) if self.said else table.notes
        return replace(table, notes=notes, head={**table.head, **self.head})


def for_persona(analysis: Analysis, name: str) -> tuple[Analysis, Alone]:
    """Returns what is computed of one person of a map; of all where no name is given."""
    if not name:
        return analysis, Alone(said="", head={})
    from journeymap.views.errors import NoSuchNameError
    from journeymap.views.tailored_map import seen_by

    journey_map = analysis.journey_map
    try:
        own = seen_by(journey_map, name)
    except NoSuchNameError as problem:
        fail(f"{journey_map.path}: {problem}")
    who = journey_map.person_id(name)
    shared = {"persona": who, "everybodys": everybodys(journey_map, who)}
    return replace(analysis, journey_map=own), Alone(said=for_one(journey_map, who), head=shared)
