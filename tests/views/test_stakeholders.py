"""People over steps: what somebody needs all along stands beside the row, and cells are as low as
their words."""

import pytest
from tests.analysis.reading import analyse
from tests.views.layout_checker import problems
from tests.views.test_poster import EXAMPLES, loaded

from journeymap.analysis.analysis import Analysis
from journeymap.views.kit.scene import Scene
from journeymap.views.kit.theme import LEADING
from journeymap.views.names import View
from journeymap.views.options import ViewOptions
from journeymap.views.registry import build

MAP = """title: T
personas: [Ana]
stakeholders:
  - {id: ben, name: Ben, needs: [NEEDS], influence: 4}
steps:
  - {action: Calls, emotion: sad, need: {Ana: rest, Ben: quiet}, actor: Ana}
  - {action: Is seen, emotion: calm, actor: Ben}
  - {action: Goes home, emotion: delighted}
"""


def drawn(needs: str) -> Scene:
    options = ViewOptions(view=View.STAKEHOLDERS)
    (scene,) = build(analyse(MAP.replace("NEEDS", needs)), options)
    assert problems(scene) == []
    return scene


@pytest.mark.parametrize("count", [1, 12, 40])
def test_what_somebody_needs_all_along_makes_no_cell_higher(count: int) -> None:
    scene = drawn("to be asked " * count)
    said = [text for text in scene.texts() if text.text.startswith("Needs:")]
    assert said
    size = said[0].size
    own = [box for box in scene.boxes if box.key.endswith(".person-2")]
    assert own
    hers = [box for box in scene.boxes if box.key.endswith(".person-1")]
    assert max(box.height for box in own) <= max(box.height for box in hers)
    assert min(box.height for box in own) >= size * LEADING


def test_whoever_has_a_row_has_all_that_is_said_of_them_beside_it() -> None:
    journey_map = loaded(EXAMPLES[0].with_name("customer-lifecycle.journey.yaml"))
    scenes = build(Analysis(journey_map=journey_map), ViewOptions(view=View.STAKEHOLDERS))
    labels = {each.label for each in journey_map.stakeholders if each.item.influence is not None}
    wanted = [len(labels & {text.text for text in s.texts() if text.bold}) for s in scenes]
    said = [sum(text.text.startswith("Influence:") for text in s.texts()) for s in scenes]
    assert said == wanted
    assert min(said) > 1
