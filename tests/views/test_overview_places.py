"""The overview: what belongs to a step stands at it, and whole."""

from pathlib import Path

import pytest
from tests.analysis.reading import analyse
from tests.views.layout_checker import of_text
from tests.views.test_overview import overview, words
from tests.views.test_views import EXAMPLES, loaded

from journeymap.analysis.analysis import Analysis
from journeymap.model.vocabulary import ChannelKind
from journeymap.views.kit.canvas import Canvas
from journeymap.views.kit.page_sizes import page_of
from journeymap.views.kit.scene import Curve, Marker, Scene, Shape, Text
from journeymap.views.kit.theme import LIGHT
from journeymap.views.overview import strips
from journeymap.views.overview.grid import Grid, Panel
from journeymap.views.overview.run_painter import RunPainter
from journeymap.views.overview.strips import Missed, Run
from journeymap.views.overview.target_painter import TargetPainter
from journeymap.views.overview.word_painter import Entry, WordPainter
from journeymap.words.headlines import headline
from journeymap.words.labels import label


def grid(*edges: float) -> Grid:
    panel = Panel(stage=0, name="", first=0, stop=len(edges) - 1, left=edges[0], right=edges[-1])
    return Grid(edges=tuple(edges), panels=(panel,))


FULL = {"diabetes-care-pathway", "przychodnia"}


def serving(analysis: Analysis) -> tuple[strips.Run, ...]:
    """Who serves, but on pages that have no room for that row beside their missed targets."""
    is_full = analysis.journey_map.journey.id in FULL
    return () if is_full else tuple(strips.serving(analysis))


def text_of(scene: Scene, words_: str) -> Text:
    return next(text for text in scene.texts() if text.text == words_)


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.name)
def test_no_name_of_a_channel_or_of_who_serves_is_cut(path: Path) -> None:
    analysis = Analysis(journey_map=loaded(path))
    scene = overview(analysis.journey_map)
    told = "".join(words(scene)).replace("-", "").replace(" ", "")
    cut = [
        run.words[0]
        for run in serving(analysis)
        if not any(each.replace("-", "").replace(" ", "") in told for each in run.words)
    ]
    assert cut == []
    assert not [text for text in words(scene) if text.endswith("…") and len(text) < 12]


def test_a_name_takes_lines_and_several_channels_their_icons_where_room_is_scarce() -> None:
    name = Run(first=0, stop=1, words=("Diabetes support group",))
    painter = RunPainter([name], 3)
    assert painter.tall(grid(0, 60)) > painter.tall(grid(0, 200))
    assert painter._lines(name, 55.0) == ("Diabetes", "support", "group")
    long = Run(first=0, stop=1, words=("Recepcionista",))
    assert RunPainter([long], 3)._lines(long, 60.0) == long.words, "in smaller type, not broken"
    assert len(RunPainter([long], 3)._lines(long, 40.0)) == 2
    both = Run(
        first=0, stop=1, words=("Text message, Phone",),
        kinds=(ChannelKind.DIGITAL, ChannelKind.PHONE),
    )  # fmt: skip
    assert RunPainter([both], 3)._lines(both, 60.0) == (), "the icons are enough"
    assert RunPainter([both], 3)._lines(both, 200.0) == both.words


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.name)
def test_no_word_of_who_serves_is_broken(path: Path) -> None:
    analysis = Analysis(journey_map=loaded(path))
    shown = {word for text in words(overview(analysis.journey_map)) for word in text.split()}
    runs = serving(analysis)
    told = [any(set(each.split()) <= shown for each in run.words) for run in runs]
    assert told == [True] * len(runs)


def test_lines_of_cards_give_way_to_a_good_curve() -> None:
    fullest = ("diabetes-care-pathway", 14)  # seven rows of which targets and people take two
    for name, least in (fullest, ("clinica-dental", 26)):
        path = next(path for path in EXAMPLES if path.name.startswith(name))
        faces = [mark.y for mark in overview(loaded(path)).marks if isinstance(mark, Marker)
                 and mark.shape is Shape.CIRCLE and mark.size == 14 and mark.y < 400]  # fmt: skip
        assert max(faces) - min(faces) > least


def test_words_of_pains_and_ideas_need_columns_that_hold_their_parts() -> None:
    told = WordPainter([[Entry(text="Donaudampfschifffahrt", sign=lambda *_: [])]], pains=True)
    assert told.fits(grid(0, 120))
    assert not told.fits(grid(0, 24))


SERVED = """
title: T
persona: Ann
stakeholders: [{id: gp, name: Doctor, kind: clinician}, {id: group, name: Group, kind: community}]
steps:
  - {action: Is seen, with: [gp, group]}
  - {action: Joins the group, with: [group]}
  - {action: Waits alone}
"""


def test_who_takes_part_is_told_where_nobody_serves() -> None:
    found = strips.serving(analyse(SERVED.replace(", kind: community", "")))
    assert [(run.first, run.words) for run in found] == [
        (0, ("Doctor, Group", "Doctor and 1 more", "Doctor +1")), (1, ("Group",)),
    ]  # fmt: skip


def test_who_has_no_room_is_counted_and_a_row_without_room_for_names_is_left_out() -> None:
    run = Run(first=0, stop=1, words=("Doctor, Mother, Father", "Doctor, Mother +1", "Doctor +2"))
    painter = RunPainter([run], 3)
    widths = (300.0, 75.0, 60.0, 44.0, 20.0)
    told = [" ".join(painter._lines(run, wide)) for wide in widths]
    assert told[1:] == ["Doctor, Mother, Father", "Doctor, Mother +1", "Doctor +2", ""]
    assert [painter.fits(grid(0, wide + 5)) for wide in widths] == [True] * 4 + [False]


HANDED = """
title: T
persona: Ann
stakeholders:
  - {id: house, name: House, kind: organisation}
  - {id: gp, name: GP, kind: clinician}
  - {id: desk, name: Desk, kind: staff, part_of: house}
  - {id: doctor, name: Doctor, kind: clinician, part_of: house}
steps:
  - {action: Sees her GP, with: [gp], handoff: {to: TAKER, needs: [letter], carries: []}}
  - {action: Rings, with: [desk]}
  - {action: Is seen, with: [doctor]}
"""


@pytest.mark.parametrize(("taker", "at"), [("doctor", 2), ("desk", 1), ("house", 1)])
def test_what_was_not_handed_over_stands_where_its_taker_is(taker: str, at: int) -> None:
    found = strips.serving(analyse(HANDED.replace("TAKER", taker)))
    assert [run.first for run in found if run.lacking] == [at]


def test_missed_targets_stand_at_their_own_steps() -> None:
    missed = [
        Missed(first=at, stop=at + 1, words=f"A reading of the step {at}: 4, target 5")
        for at in (0, 1, 2, 2, 3)
    ]
    columns = grid(0, 120, 240, 360, 480)
    rows = TargetPainter(missed, "en")._rows(columns)
    assert 1 < len(rows) <= 3
    told = [each for row in rows for each in row if "A reading" in each.words]
    assert len(told) == len(missed)
    assert all(each.edges[0] <= each.item.at <= each.edges[1] for each in told)
    many = [Missed(first=0, stop=1, words="A reading of this step: 4, target 5")] * 9
    last = TargetPainter(many, "en")._rows(columns)[-1]
    assert last[-1].words == label("more-missed", "en").format(n=6)


def test_a_bracket_stands_over_the_steps_of_a_target_and_over_no_other_words() -> None:
    columns = grid(0, 120, 240, 360, 480, 600)
    missed = [
        Missed(first=1, stop=2, words="Of a step: 4, target 5"),
        Missed(first=0, stop=3, words="Of a stage of three steps: 4, target 5"),
        Missed(first=4, stop=5, words="Of the last step: 4, target 5"),
        Missed(first=0, stop=5, words="whole journey: Again in a year: 4, target 5", whole=True),
    ]
    rows = TargetPainter(missed, "en")._rows(columns)
    every = {each.words: each for row in rows for each in row}
    assert [every[each.words].over for each in missed] == [(124, 236), (4, 356), (484, 596), None]
    for row in rows:
        for one in row:
            others = (each for each in row if each is not one)
            assert one.over is None or all(
                other.edges[1] <= one.over[0] or other.edges[0] >= one.over[1] for other in others
            )
    assert all(row[-1].words.startswith("whole") for row in rows if any(
        each.over is None for each in row))  # fmt: skip
    canvas = Canvas(page=page_of("16:9"), theme=LIGHT)
    TargetPainter(missed, "en").paint(columns, canvas, 100.0)
    ends = {(mark.points[0][0], mark.points[-1][0])
            for mark in canvas.marks
            if isinstance(mark, Curve) and mark.points[0][1] == mark.points[-1][1]}  # fmt: skip
    assert ends == {(124, 236), (4, 356), (484, 596)}


QUOTED = """
title: T
persona: Ann
steps:
  - {action: A, emotion: 1}
  - {action: B, emotion: -2, moment: truth, quote: They never rang back}
  - {action: C, emotion: 0}
  - {action: D, emotion: 1}
  - {action: E, emotion: 1, wait: {time: 3 weeks, planned: true}}
  - {action: F, emotion: 1, wait: 2 days}
  - {action: G, emotion: 1}
  - {action: H, emotion: 1}
"""


def test_a_quote_stands_over_its_own_step_and_both_kinds_of_waits_are_explained() -> None:
    scene = overview(analyse(QUOTED).journey_map)
    quote = next(text for text in scene.texts() if "never" in text.text)
    area, own = of_text(quote), text_of(scene, "B").x
    assert area.left <= own <= area.right
    assert {"planned wait", "other wait"} <= set(words(scene))


TWO = """
title: T
personas: [{id: ann, name: Ann}, {id: bea, name: Bea}]
persona: [ann, bea]
steps:
  - {action: A, emotion: {ann: 1, bea: 0}}
  - action: B
    emotion: {ann: 2, bea: -2}
    pains: {text: Hurts, severity: 4, probability: 4}
  - {action: C, emotion: {ann: 1, bea: 1}}
  - {action: D, emotion: {ann: 1, bea: 0}}
  - {action: E, emotion: {ann: 1, bea: 1}}
"""


def test_a_call_out_stands_between_no_two_curves_whose_names_are_at_their_ends() -> None:
    scene = overview(analyse(TWO).journey_map)
    x = text_of(scene, "B").x
    points = [mark for mark in scene.marks if isinstance(mark, Marker) and abs(mark.x - x) < 1]
    badge = next(mark for mark in points if mark.size == 15)
    ys = [mark.y for mark in points if mark.size == 6.5 and mark.shape is Shape.CIRCLE]
    assert len(ys) == 2
    assert badge.y < min(ys) or badge.y > max(ys)
    assert {"Ann", "Bea"} <= set(words(scene))
    heads = max(box.right for box in scene.boxes)
    assert heads == pytest.approx(scene.width - 32, abs=1)


RING = """title: T
framework: customer-lifecycle
stages:
  - {name: Need, steps: [{action: A, id: a, leaks: 20 %}]}
  - name: Recommendation
    steps: [{action: B, next: [{to: a, share: 60 %}, {to: end, share: 40 %}]}]
"""


@pytest.mark.parametrize(
    ("language", "said"),
    [("en", "20 of 100 leave on the way"), ("es", "20 de cada 100 se van por el camino"),
     ("pl", "Odchodzi po drodze: 20 na 100 osób")],
)  # fmt: skip
def test_a_cycle_has_no_end_that_somebody_does_not_reach(language: str, said: str) -> None:
    assert said in headline(analyse(f"language: {language}\n{RING}"))
    straight = RING.replace("customer-lifecycle", "care-pathway")
    assert said not in headline(analyse(f"language: {language}\n{straight}"))


def test_numbers_at_the_curve_are_explained_where_each_of_them_has_a_card_too() -> None:
    low = "emotion: -2, importance: 5, perceived: 1, pains: {text: Hurts, severity: 4}"
    text = f"title: T\nsteps:\n  - {{action: Low, {low}}}\n  - {{action: Fine, emotion: 1}}\n"
    scene = overview(analyse(text + "".join(f"  - Step {i}\n" for i in range(8))).journey_map)
    told = words(scene)
    assert told.count("most urgent") == 1
    assert text_of(scene, "most urgent").baseline > 450
