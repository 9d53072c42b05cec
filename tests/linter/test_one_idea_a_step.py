"""Findings, tables and the slide name one and the same idea for a step, and say why."""

from datetime import date
from pathlib import Path

import pytest
from tests.linter.test_examples_read_well import EXAMPLES

from journeymap.analysis.analysis import Analysis
from journeymap.analysis.call_outs import Because, CallOut
from journeymap.analysis.leverage import Point
from journeymap.authoring.context import Context
from journeymap.linter.rules.leverage.leverage_point import _help
from journeymap.tables.leverage import chosen, idea
from journeymap.views.focus.content import tell
from journeymap.words.ideas import why_idea
from journeymap.workspace.load import Loader

MAPS = sorted(EXAMPLES.glob("*.journey.yaml"))


def context_of(path: Path) -> Context:
    workspace = Loader().load([path])
    file = workspace.files[path]
    assert file.journey_map is not None
    return Context(
        file=file,
        journey_map=file.journey_map,
        analysis=Analysis(journey_map=file.journey_map),
        workspace=workspace,
        today=date(2026, 9, 1),
    )


def told(point: Point) -> tuple[str, str]:
    """The idea of a step, and why in English."""
    assert point.choice is not None
    return point.choice.idea.label, why_idea(point.choice, "en")


@pytest.mark.parametrize("path", MAPS, ids=lambda path: path.name.partition(".")[0])
def test_lint_leverage_and_focus_name_the_same_idea(path: Path) -> None:
    context = context_of(path)
    analysis = context.analysis
    language = analysis.journey_map.journey.language
    points = [point for point in analysis.leverage if point.choice]
    for point in points:
        name, why = told(point)
        assert _help(point, context).split('"')[1] == name
        assert idea(point, language).startswith(f"{name} (")
        assert why in idea(point, "en")
        assert (chosen(point) or {})["idea"] == (point.choice and point.choice.idea.id)
    called = [CallOut(number=point.rank, point=point, because=Because.PRESSURE) for point in points]
    cards = {card.position: card for card in tell(analysis.journey_map, called, "").cards}
    named = {
        point.step.position: told(point)[0] for point in points if point.step.position in cards
    }
    said = {
        position: [row.text.partition(" (for ")[0] for row in card.rows if row.tone == "idea"]
        for position, card in cards.items()
    }
    assert said == {position: [name] for position, name in named.items()}
