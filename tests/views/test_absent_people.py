"""Curves of people who take no part in some steps: no line there, and none is explained."""

import pytest
from tests.analysis.reading import analyse

from journeymap.views.kit.curve import leaps, through
from journeymap.views.kit.scene import Curve
from journeymap.views.names import FirstPage, View
from journeymap.views.options import ViewOptions
from journeymap.views.registry import build
from journeymap.words.labels import label

POINTS = [(0, (0.0, 0.0)), (2, (2.0, 1.0)), (3, (3.0, 0.0))]


@pytest.mark.parametrize(
    ("absent", "pieces", "dashes"), [((), 2, 1), ((1,), 1, 0), ((4,), 2, 1), ((0, 1), 1, 0)]
)
def test_a_curve_has_no_piece_over_steps_at_which_the_person_is_not(
    absent: tuple[int, ...], pieces: int, dashes: int
) -> None:
    drawn = [*through(POINTS, colour="#000000", width=1.0, absent=absent)]
    assert (len(drawn), sum(each.dashed for each in drawn)) == (pieces, dashes)
    assert leaps([at for at, _ in POINTS], absent) is bool(dashes)


def test_who_is_said_to_be_at_no_step_may_be_at_all() -> None:
    steps = "".join(f"  - {{action: Step {i}, emotion: {{ann: {i % 2}}}}}\n" for i in range(3))
    pays = "  - {action: Pays, with: [bank]}\n"
    journey_map = analyse(f"title: T\nsteps:\n{steps}{pays}").journey_map
    assert journey_map.absent("ann") == frozenset()
    assert journey_map.absent("bank") == {0, 1, 2}
    assert journey_map.absent(journey_map.persona_id) == frozenset()


@pytest.mark.parametrize("view", [View.OVERVIEW, View.MAP, View.FOCUS])
@pytest.mark.parametrize(
    ("middle", "unrated"),
    [
        ("{action: Waits, only: [ben], emotion: {ben: -2}}", False),
        ("{action: Waits, emotion: {ben: -2}}", True),
        ("{action: Waits, offstage: true}", False),
        ("Waits", True),
    ],
)
def test_who_takes_no_part_is_not_said_to_be_unrated(
    view: View, middle: str, *, unrated: bool
) -> None:
    analysis = analyse(
        "title: T\npersona: [ann, ben]\npersonas: [{id: ann, name: Ann}, {id: ben, name: Ben}]\n"
        "steps:\n"
        "  - {action: Rings, emotion: {ann: -1, ben: 1}}\n"
        f"  - {middle}\n"
        "  - {action: Goes, emotion: {ann: 1, ben: 0}}\n"
    )
    scenes = build(analysis, ViewOptions(view=view, first=FirstPage.NEVER))
    slanted = [
        mark
        for scene in scenes
        for mark in scene.marks
        if isinstance(mark, Curve) and mark.dashed and len({y for _, y in mark.points}) > 1
        and len({x for x, _ in mark.points}) > 1
    ]  # fmt: skip
    told = {text.text for scene in scenes for text in scene.texts()}
    assert bool(slanted) is unrated
    assert (label("bridge", "en") in told) is unrated
