"""The overview tells of ways back, and where people are lost, at the very step."""

from pathlib import Path

import pytest
from tests.analysis.reading import analyse
from tests.views.layout_checker import problems
from tests.views.test_views import EXAMPLES, loaded

from journeymap.analysis.analysis import Analysis
from journeymap.views.kit import measure
from journeymap.views.kit.scene import Anchor, Scene, Text
from journeymap.views.options import ViewOptions
from journeymap.views.overview.page import build
from journeymap.views.overview.return_painter import returns
from journeymap.views.overview.ribbon import ribbons

TO = "title: T\npersona: Ann\nsteps:\n"


def drawn(analysis: Analysis) -> Scene:
    (scene,) = build(analysis, ViewOptions())
    return scene


def columns(scene: Scene, analysis: Analysis) -> list[tuple[float, float]]:
    """Left and right edge of each step."""
    areas = {area.key: area for area in reversed(scene.areas)}  # cards come last
    found = [areas[step.id] for step in analysis.journey_map.steps]
    return [(min(x for x, _ in each.corners), max(x for x, _ in each.corners)) for each in found]


def middle(text: Text) -> float:
    assert text.anchor is Anchor.MIDDLE
    return text.x


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.name.partition(".")[0])
def test_each_way_back_and_each_loss_of_an_example_stands_at_its_step(path: Path) -> None:
    analysis = Analysis(journey_map=loaded(path))
    scene = drawn(analysis)
    edges = columns(scene, analysis)
    wanted = [(each.step, each.texts) for each in returns(analysis)]
    told = {text.text for text in scene.texts()}
    assert all(texts[0] in told for _, texts in wanted)
    alone = [ribbon for ribbon in ribbons(analysis) if not ribbon.name]
    wanted += [(i, texts) for ribbon in alone for i, texts in enumerate(ribbon.losses) if texts]
    for step, texts in wanted:
        left, right = edges[step]
        at = [
            (middle(text), measure.width(text.text, text.size) / 2)
            for text in scene.texts()
            if text.text in texts and text.anchor is Anchor.MIDDLE
        ]
        ends = edges[0][0], edges[-1][1]
        assert any(
            left - 1 <= x <= right + 1 or x - wide < ends[0] + 1 or x + wide > ends[1] - 1
            for x, wide in at
        ), texts


@pytest.mark.parametrize("language", ["en", "es", "pl"])
def test_returns_that_are_counted_are_on_the_page_and_who_begins_anew_is(language: str) -> None:
    leaves = "leaks: {to: Elsewhere, share: 20 %}"
    analysis = analyse(
        f"language: {language}\n{TO}"
        "  - {id: a, action: Calls the practice}\n"
        f"  - {{id: b, action: Waits on the line, {leaves}}}\n"
        "  - {id: c, action: Is examined, next: {to: b, share: 30 %}}\n"
        "  - {id: d, action: Pays the bill, next: {to: b, share: 8 %}}\n"
        "  - {id: e, action: Needs it again, next: {to: a, share: 50 %}}\n"
    )
    scene = drawn(analysis)
    assert problems(scene) == []
    told = " ".join(text.text for text in scene.texts())
    on_return = {"en": "on return", "es": "al volver", "pl": "po powrocie"}[language]
    assert on_return in told
    assert all(each.texts[0] in told for each in returns(analysis))


def test_of_a_cycle_it_is_told_how_many_begin_anew() -> None:
    path = next(path for path in EXAMPLES if path.name.startswith("customer-lifecycle"))
    analysis = Analysis(journey_map=loaded(path))
    assert [each.texts for each in returns(analysis)] == [("56 of 100 begin anew",)]


def test_neighbouring_losses_are_shorter_rather_than_at_another_step() -> None:
    lost = "".join(
        f"  - {{id: s{i}, action: Step {i}, leaks: {{to: Another clinic in town, share: 9 %}}}}\n"
        for i in range(9)
    )
    analysis = analyse(f"{TO}{lost}  - {{action: Pays}}\n")
    scene = drawn(analysis)
    edges = columns(scene, analysis)
    (ribbon,) = ribbons(analysis)
    at = [
        [edges[i][0] <= text.x <= edges[i][1] for text in scene.texts() if text.text in texts]
        for i, texts in enumerate(ribbon.losses[:9])
    ]
    assert [any(each) for each in at] == [True] * 9
