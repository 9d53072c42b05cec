"""What of a map could not be read, so that nobody takes it for missing."""

from collections.abc import Collection
from dataclasses import replace
from typing import TypeVar

from journeymap.model.journey_map import JourneyMap
from journeymap.model.names import Route, step_route
from journeymap.tables.table import Table
from journeymap.words.labels import label

Item = TypeVar("Item")


def unread(journey_map: JourneyMap, broken: Collection[Route]) -> str:
    """Returns what could not be read, in words; empty where all could.

    Args:
        journey_map: the map.
        broken: where something stands that could not be read.
    """
    if not broken:
        return ""
    named = dict.fromkeys(_named(journey_map, route) for route in sorted(broken, key=_order))
    return label("unread", journey_map.journey.language).format(what=", ".join(named))


def beside(table: Table[Item], journey_map: JourneyMap, broken: Collection[Route]) -> Table[Item]:
    """Returns a table that says what of its map could not be read; arguments as of `unread`."""
    said = unread(journey_map, broken)
    return replace(table, notes=(said, *table.notes)) if said else table


def _named(journey_map: JourneyMap, route: Route) -> str:
    """Returns a field as it is written, with the step that it stands at."""
    at = step_route(route)
    steps = {step.route: step.label for step in journey_map.steps}
    field = ".".join(part for part in route[len(at) :] if isinstance(part, str) and part)
    if not field:
        return f"“{steps.get(at, '')}”" if at else ""
    return f"`{field}` (“{steps[at]}”)" if at in steps else f"`{field}`"


def _order(route: Route) -> tuple[tuple[bool, int, str], ...]:
    """Returns what sorts routes as the file does as far as it has lists."""
    return tuple(
        (isinstance(part, str), part if isinstance(part, int) else 0, str(part)) for part in route
    )
