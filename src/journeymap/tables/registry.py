"""Every table of a single map by the name of its view."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from journeymap.analysis.analysis import Analysis
from journeymap.tables import channels, coverage, flow, gaps, leverage, stakeholders
from journeymap.tables.table import Table


def _leverage(analysis: Analysis) -> Table[leverage.Ranked]:
    table = leverage.build(leverage.ranked([analysis]))
    return replace(table, head={"journey": analysis.map.id, "view": "leverage"})


BUILDERS: Mapping[str, Callable[[Analysis], Table[Any]]] = {
    "gaps": gaps.build,
    "leverage": _leverage,
    "flow": flow.build,
    "channels": channels.build,
    "stakeholders": stakeholders.build,
    "coverage": coverage.build,
}
"""What tells each view."""
