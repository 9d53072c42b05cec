"""What was found and computed of a map, as tables for those who look at pictures."""

from collections.abc import Sequence

from journeymap.analysis.analysis import Analysis
from journeymap.analysis.leverage import strong
from journeymap.backends.speaker_notes import Remark
from journeymap.model.journey_map import JourneyMap
from journeymap.tables.table import Column, Kind, Table
from journeymap.words.picture_labels import label
from journeymap.words.table_labels import word

LEVERAGE_RULE = "leverage-point"
"""The rule whose findings say what the table of leverage points says."""


def leverage_table(analysis: Analysis) -> Table:
    """Returns a row for each leverage point, the first one first; pressure without decimals."""
    language = analysis.map.journey.language
    columns = (
        Column(key="rank", title=word("number", language), kind=Kind.NUMBER),
        Column(key="stage", title=label("stage", language)),
        Column(key="step", title=label("step", language)),
        Column(key="pressure", title=word("pressure", language), kind=Kind.NUMBER),
        Column(key="why", title=word("why", language)),
        Column(key="idea", title=word("idea", language)),
    )
    rows = tuple(
        (
            point.rank,
            point.step.stage.label,
            point.step.label,
            round(point.pressure),
            point.why,
            point.best.opportunity.text if point.best else None,
        )
        for point in strong(analysis.leverage)
    )
    return Table(columns=columns, rows=rows)


def findings_table(found: JourneyMap, told: Sequence[Remark]) -> Table:
    """Returns a row for each finding, in the order of the map.

    Args:
        found: the map.
        told: what rules found in it; what is about a step that it does not have is left out.
    """
    language = found.journey.language
    keys = ("stage", "step", "finding", "what-to-do")
    columns = tuple(Column(key=key, title=label(key, language)) for key in keys)
    places: dict[str, tuple[str | None, str | None]] = {"": (None, None)}
    places |= {step.id: (step.stage.label, step.label) for step in found.steps}
    rows = tuple(
        (*places[each.step], each.message, each.help or None)
        for each in told
        if each.step in places
    )
    return Table(columns=columns, rows=rows)
