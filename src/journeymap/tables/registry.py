"""Every table of a single map by the name of its view."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from journeymap.analysis.analysis import Analysis
from journeymap.tables import channels, coverage, flow, gaps, leverage, stakeholders
from journeymap.tables.framed_table import Sheet


def _leverage(analysis: Analysis) -> Sheet:
    sheet = leverage.build(leverage.ranked([analysis]))
    return replace(sheet, head={"journey": analysis.map.id, "view": "leverage"})


BUILDERS: Mapping[str, Callable[[Analysis], Sheet]] = {
    "gaps": gaps.build,
    "leverage": _leverage,
    "flow": flow.build,
    "channels": channels.build,
    "stakeholders": stakeholders.build,
    "coverage": coverage.build,
}
"""What tells each view."""
