"""Sets of rows, and the badges of leverage points on the map."""

from tests.analysis.reading import analyse
from tests.views.maps import plain

from journeymap.analysis.analysis import Analysis
from journeymap.model.between import Handoff, Wait
from journeymap.model.feelings import Feeling
from journeymap.model.journey import Journey, Stage
from journeymap.model.journey_map import JourneyMap
from journeymap.model.pains import Pain, PainKind
from journeymap.model.step import Expectation, Rated, Step
from journeymap.model.times import time_of
from journeymap.views.kit.scene import Marker, Scene, Shape
from journeymap.views.kit.theme import LIGHT
from journeymap.views.options import ViewOptions
from journeymap.views.registry import build
from journeymap.views.sheet.lanes import PRESETS, Lane, Preset, Rows


def of(*steps: Step) -> JourneyMap:
    journey = Journey(title="T", persona=("Ana",), stages=(Stage(name="All", steps=steps),))
    return JourneyMap(journey=journey, libraries={})


def drawn(journey_map: JourneyMap, options: ViewOptions) -> tuple[Scene, ...]:
    return build(Analysis(journey_map=journey_map), options)


def words(scenes: tuple[Scene, ...]) -> list[str]:
    return [text.text for scene in scenes for text in scene.texts()]


SERVED = Step(
    action="Is seen",
    actor="nurse",
    emotion={"": Feeling(value=-1, written="frustrated")},
    expected={"": Expectation(text="A doctor", rating=4)},
    perceived={"": Rated(rating=2)},
    channel=("in person",),
    frontstage=("Nurse asks",),
    backstage=("Clerk copies",),
    systems=("record",),
    wait=Wait(time=time_of("1 week")),
    handoff=(Handoff(to="ward"),),
    gains=("She smiles",),
)


def test_a_blueprint_has_its_lines_between_what_is_seen_and_what_is_not() -> None:
    scenes = drawn(of(SERVED, SERVED), ViewOptions(lanes=PRESETS[Preset.BLUEPRINT], leverage=False))
    found = words(scenes)
    tops = [found.index(word) for word in ("in person", "Nurse asks", "Clerk copies", "record")]
    assert tops == sorted(tops)
    assert "line of interaction" in found
    assert "line of visibility" in found
    assert "She smiles" not in found


def test_all_rows_tell_who_takes_part_and_what_was_expected() -> None:
    found = words(drawn(of(SERVED), ViewOptions(lanes=PRESETS[Preset.FULL])))
    assert {"nurse", "A doctor", "expected 4 (assumed), was 2 (assumed)", "She smiles"} <= set(
        found
    )


def test_waits_and_hand_offs_stay_without_the_emotions() -> None:
    rows = Rows(lanes=(Lane.ACTION,), stay=True)
    found = words(drawn(of(SERVED, SERVED), ViewOptions(lanes=rows)))
    assert "1 week (assumed)" in found
    assert "ward" in found
    assert "Between steps" in " ".join(found)
    assert "delighted" not in found


def test_a_workshop_has_cells_to_write_in() -> None:
    (scene,) = drawn(of(Step(action="Calls")), ViewOptions(lanes=PRESETS[Preset.WORKSHOP]))
    cells = [box for box in scene.boxes if box.key.startswith("calls.") and box.dashed]
    assert {box.key.partition(".")[2] for box in cells} == {
        "need", "channel", "pains", "opportunities", "questions",
    }  # fmt: skip
    assert min(box.height for box in cells) >= 40
    assert "delighted" in words((scene,))


def badges(scene: Scene) -> list[Marker]:
    return [
        mark for mark in scene.marks
        if isinstance(mark, Marker) and mark.shape is Shape.CIRCLE and mark.size == 17
    ]  # fmt: skip


def test_badges_call_out_steps_that_press_and_the_legend_says_why() -> None:
    scenes = drawn(plain(12, 2), ViewOptions())
    assert sum(len(badges(scene)) for scene in scenes) == 4
    told = " ".join(words(scenes))
    assert "where a change is needed most" in told
    assert "Does thing number 1: feels so" in told


def test_at_most_five_steps_are_called_out() -> None:
    harm = Pain(text="Falls", kind=PainKind.HARM, severity=3, probability=3)
    steps = (Step(action=f"Walks {i}", pains=(harm,)) for i in range(7))
    assert sum(len(badges(scene)) for scene in drawn(of(*steps), ViewOptions())) == 5


def test_badges_can_be_left_out() -> None:
    scenes = drawn(plain(12, 2), ViewOptions(leverage=False))
    assert not any(badges(scene) for scene in scenes)


def test_a_step_that_presses_alone_is_called_out() -> None:
    low = Step(action="Waits", emotion={"": Feeling(value=-2, written="distressed")})
    high = Step(action="Leaves", emotion={"": Feeling(value=1, written="pleased")})
    assert [len(badges(scene)) for scene in drawn(of(low, high), ViewOptions())] == [1]


def test_a_call_out_goes_on_in_a_second_row_before_anything_of_it_is_cut() -> None:
    pain = "Nobody on the ward knows where the papers of the last visit have gone to by now"
    low = Step(
        action="Waits", emotion={"": Feeling(value=-2, written="distressed")},
        importance={"": Rated(rating=5)}, expected={"": Expectation(rating=5)},
        perceived={"": Rated(rating=2)},
        pains=(Pain(text=pain, kind=PainKind.HARM, severity=4, probability=4),),
    )  # fmt: skip
    other = low.model_copy(update={"action": "Waits again"})
    told = words(drawn(of(low, other), ViewOptions()))
    assert any(text.startswith("Waits: ") and pain in text for text in told)
    assert " ".join(told).count("expected very good, got poor") == 2
    assert not any(text.endswith("…") for text in told)


def test_all_pages_of_a_map_have_the_same_sizes_of_type() -> None:
    low = {"": Feeling(value=-1, written="frustrated")}
    few = [Step(action="Waits", need={"": "Help"}, emotion=low) for _ in range(3)]
    many = [Step(action="Waits", need={"": "Help " * 50}, emotion=low) for _ in range(9)]
    stages = (Stage(name="A", steps=tuple(few)), Stage(name="B", steps=tuple(many)))
    journey = Journey(title="T", persona=("Ann",), stages=stages)
    scenes = drawn(JourneyMap(journey=journey, libraries={}), ViewOptions())
    assert len(scenes) > 1
    sizes = [{t.size for t in scene.texts() if not t.text.isdigit()} for scene in scenes]
    assert all(each == sizes[0] for each in sizes)


MEASURED = """
title: T
language: pl
personas: [Ana]
metrics:
  - {id: wait, name: Czas, kind: duration, unit: days, target: 14}
  - {id: calls, name: Telefony, unit: '%', target: 5, better: lower}
  - {id: near, name: Ocena, target: 4.5, better: higher}
  - {id: loose, name: Wizyty, unit: szt.}
evidence: [{id: survey, kind: survey, n: 200}, {id: guess, kind: assumption}]
stages:
  - name: Etap
    steps:
      - action: Dzwoni
        evidence: [survey]
        opportunities: [{text: Oddzwaniamy, from: team}, {text: Czat, from: customer}, Plakat]
        metrics:
          - {metric: wait, value: 42, as_of: 2026-09}
          - {metric: wait, value: 60, as_of: 2026-05}
          - {metric: calls, value: 4.2, evidence: [guess]}
          - {metric: near, value: 4.4999}
          - {metric: loose, value: 7}
          - metric: calls-planned
"""


def test_metrics_stand_against_their_targets_and_missed_ones_are_red() -> None:
    scenes = drawn(analyse(MEASURED).journey_map, ViewOptions(lanes=PRESETS[Preset.EXPERIENCE]))
    cell = next(box for box in scenes[0].boxes if box.key.endswith(".metrics"))
    assert cell.tooltip.replace("\u00a0", " ").splitlines() == [
        "Czas: 42 dni → cel 14 dni",
        "Telefony: 4,2 %; cel 5 % osiągnięty (założone)",
        "Ocena: 4,4999 → cel 4,5",
        "Wizyty: 7 szt.",
        "calls-planned",
    ]
    red = {text.text for scene in scenes for text in scene.texts() if text.colour == LIGHT.low}
    assert {"Czas: 42\u00a0dni → cel 14\u00a0dni", "Ocena: 4,4999 → cel 4,5"} <= red
    assert not [words for words in red if "Telefony" in words or "Wizyty" in words]


def test_ideas_say_who_sees_them_where_the_map_does() -> None:
    scenes = drawn(analyse(MEASURED).journey_map, ViewOptions())
    found = words(scenes)
    assert {"Oddzwaniamy (zespół)", "Czat (klient)", "Plakat", "(widzi\u00a0je)"} <= set(found)
