"""What was found and computed of a map, as tables for those who look at pictures."""

from collections.abc import Sequence
from functools import partial

from journeymap.analysis.analysis import Analysis
from journeymap.analysis.leverage import Point, strong
from journeymap.linter.diagnostic import Diagnostic
from journeymap.model.journey_map import JourneyMap
from journeymap.tables.table import Column, Kind, Table
from journeymap.words.labels import label
from journeymap.words.reasons import sentence

LEVERAGE_RULE = "leverage-point"
"""The rule whose findings say what the table of leverage points says."""


def leverage_table(analysis: Analysis) -> Table[Point]:
    """Returns a row for each leverage point, the first one first; pressure without decimals."""
    language = analysis.journey_map.journey.language
    say = partial(label, language=language)
    columns: tuple[Column[Point], ...] = (
        Column(title=say("number"), kind=Kind.NUMBER, value=lambda point: point.rank),
        Column(title=label("stage", language), value=lambda point: point.step.stage.label),
        Column(title=label("step", language), value=lambda point: point.step.label),
        Column(title=say("pressure"), kind=Kind.NUMBER, value=lambda point: round(point.pressure)),
        Column(title=say("why"), value=lambda point: sentence(point, analysis.journey_map)),
        Column(title=say("idea"), value=_idea),
    )
    title = label("leverage-points", language)
    return Table(title=title, columns=columns, items=tuple(strong(analysis.leverage)))


def _idea(point: Point) -> str | None:
    return point.choice.idea.label if point.choice else None


def findings_table(journey_map: JourneyMap, findings: Sequence[Diagnostic]) -> Table[Diagnostic]:
    """Returns a row for each finding, in the order of the map.

    Args:
        journey_map: the map.
        findings: what rules found in it; what is about a step that it does not have is left out.
    """
    steps = {step.id: step for step in journey_map.steps}
    say = partial(label, language=journey_map.journey.language)

    def stage_of(finding: Diagnostic) -> str | None:
        return steps[finding.step].stage.label if finding.step else None

    def step_of(finding: Diagnostic) -> str | None:
        return steps[finding.step].label if finding.step else None

    columns: tuple[Column[Diagnostic], ...] = (
        Column(title=say("stage"), value=stage_of),
        Column(title=say("step"), value=step_of),
        Column(title=say("finding"), value=lambda each: each.message),
        Column(title=say("what-to-do"), value=lambda each: each.help or None),
    )
    items = tuple(each for each in findings if not each.step or each.step in steps)
    return Table(title=say("findings"), columns=columns, items=items)
