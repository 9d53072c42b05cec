"""What was found in a map as tables for those who look at pictures: words, never rule codes."""

from collections.abc import Sequence

from journeymap.lint.engine import Diagnostic
from journeymap.model.map import JourneyMap
from journeymap.tables import Column, Table
from journeymap.views.notes import step_of
from journeymap.views.wording import label


def findings_table(found: JourneyMap, findings: Sequence[Diagnostic]) -> Table:
    """Returns a row for each finding, in the order of the map.

    Args:
        found: the map.
        findings: what rules found in it.
    """
    language = found.journey.language
    keys = ("stage", "step", "finding", "what-to-do")
    columns = tuple(Column(key=key, title=label(key, language)) for key in keys)
    rows = []
    for each in findings:
        step = step_of(found, each)
        place = (step.stage.label, step.label) if step else (None, None)
        rows.append((*place, each.finding.message, each.finding.help or None))
    return Table(columns=columns, rows=tuple(rows))
