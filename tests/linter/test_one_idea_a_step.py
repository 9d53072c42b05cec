"""Findings, tables and the slide name one and the same idea for a step, and say why."""

from pathlib import Path

import pytest
from tests.linter.test_examples_read_well import EXAMPLES

from journeymap.analysis.analysis import Analysis
from journeymap.analysis.call_outs import Because, CallOut
from journeymap.analysis.leverage import Point
from journeymap.linter.rules.leverage.leverage_point import _help
from journeymap.tables.leverage import chosen, idea
from journeymap.views.focus.content import tell
from journeymap.words.ideas import why_idea
from journeymap.workspace.load import Loader

MAPS = sorted(EXAMPLES.glob("*.journey.yaml"))


def analysis_of(path: Path) -> Analysis:
    journey_map = Loader().load([path]).files[path].journey_map
    assert journey_map is not None
    return Analysis(journey_map=journey_map)


def told(point: Point) -> tuple[str, str]:
    """The idea of a step, and why in English."""
    assert point.choice is not None
    return point.choice.idea.label, why_idea(point.choice, "en")


@pytest.mark.parametrize("path", MAPS, ids=lambda path: path.name.partition(".")[0])
def test_lint_leverage_and_focus_name_the_same_idea(path: Path) -> None:
    analysis = analysis_of(path)
    language = analysis.journey_map.journey.language
    points = [point for point in analysis.leverage if point.choice]
    for point in points:
        name, why = told(point)
        assert _help(point, analysis).split('"')[1] == name
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
