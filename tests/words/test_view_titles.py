"""Titles of views say what is to be seen on them, with the numbers of the tables."""

import re
from pathlib import Path

import pytest
from tests.analysis.reading import analyse

from journeymap.analysis.analysis import Analysis
from journeymap.analysis.handoffs import HandoffState
from journeymap.views.kit.theme import LIGHT
from journeymap.views.matrix import content
from journeymap.views.names import View
from journeymap.views.options import ViewOptions
from journeymap.views.registry import build
from journeymap.words.view_titles import counted, of_flow, of_handoffs, of_ladder, of_people
from journeymap.workspace.load import Loader

EXAMPLES = Path(__file__).parents[2] / "examples"


def analysis(name: str) -> Analysis:
    found = Loader().load([EXAMPLES / f"{name}.journey.yaml"]).asked[0].journey_map
    assert found
    return Analysis(journey_map=found)


def first_lines(view: View, name: str, **options: object) -> list[str]:
    chosen = ViewOptions(view=view, **options)  # type: ignore[arg-type]
    scene = build(analysis(name), chosen)[0]
    return [text.text for text in scene.texts()][:3]


def test_the_flow_says_how_many_are_lost_and_where() -> None:
    assert of_flow(analysis("diabetes-care-pathway")).startswith("Estimate: 24 of 100")
    assert first_lines(View.FLOW, "diabetes-care-pathway")[0].startswith("Estimate: 24 of 100")
    assert of_flow(analysis("ten-minute-workshop")) == ""


@pytest.mark.parametrize(
    "name", ["diabetes-care-pathway", "asthma-after-attack", "health-plan-member"]
)
def test_hand_offs_are_counted(name: str) -> None:
    found = analysis(name)
    bad = [each for each in found.transfers if each.state is not HandoffState.COMPLETE]
    *_, count = of_handoffs(found)
    numbers = [int(each) for each in re.findall(r"\d+", count)]
    assert numbers == [len(bad), len(found.transfers)] or (not bad and len(numbers) == 1)


def test_the_hand_off_that_lacks_most_comes_first_and_its_words_are_red() -> None:
    found = analysis("asthma-after-attack")
    worst = max(found.transfers, key=lambda each: each.lacking)
    first = next(iter(of_handoffs(found)))
    assert worst.missing
    assert first.startswith(found.journey_map.person_label(worst.giver or ""))
    assert found.journey_map.information.label_of(worst.missing[0]) in first
    scene = build(found, ViewOptions(view=View.STAKEHOLDERS))[0]
    red = " ".join(text.text for text in scene.texts() if text.colour == LIGHT.low)
    assert "without" in red
    assert list(of_handoffs(analysis("ten-minute-workshop"))) == []


def test_each_page_of_stakeholders_is_called_by_a_hand_off_that_stands_on_it() -> None:
    for name, people in (
        ("asthma-after-attack", ("Emergency department → Asthma", "Asthma nurse → Pharmacist")),
        (
            "diabetes-care-pathway",
            (
                "Not given to Diabetes specialist: ",
                "Who else takes part here: Her",
                "Diabetes nurse → ",
            ),
        ),
    ):
        scenes = build(analysis(name), ViewOptions(view=View.STAKEHOLDERS))
        titles = [next(iter(scene.texts())).text for scene in scenes]
        assert len(titles) == len(people)
        assert all(title.startswith(each) for title, each in zip(titles, people, strict=True))


def test_one_hand_off_is_said_and_not_counted() -> None:
    (only,) = analysis("przychodnia").transfers
    assert list(of_handoffs(analysis("przychodnia"))) == [
        "Ortopeda → Lekarz teleporad: nie wiadomo, by czegoś brakowało",
    ]
    assert only.state is HandoffState.COMPLETE
    assert list(of_handoffs(analysis("przychodnia"), [])) == []


def test_who_else_takes_part_is_said_with_those_who_stand_in_the_table() -> None:
    found = analysis("clinica-dental")
    ids = [step.id for step in found.journey_map.steps]
    most = "Quién más participa aquí, sobre todo: Recepcionista (3 de 4 pasos)"
    assert next(of_people(found, ids[4:8])) == most
    assert next(of_people(found, ids[:4])) == "Quién más participa aquí: Su hermana"
    assert list(of_people(found, ids[:1])) == []
    several = list(of_people(analysis("diabetes-care-pathway"), [
        step.id for step in analysis("diabetes-care-pathway").journey_map.steps
    ]))  # fmt: skip
    assert several[-1].endswith(" more")
    assert several[-1].startswith("Who else takes part: ")


@pytest.mark.parametrize(
    ("language", "here", "everywhere"),
    [
        ("en", "Who else takes part most here: Ben (2 of 2 steps)",
         "Who else takes part most: Ben (3 of 3 steps)"),
        ("es", "Quién más participa aquí, sobre todo: Ben (2 de 2 pasos)",
         "Quién más participa, sobre todo: Ben (3 de 3 pasos)"),
        ("pl", "Kto jeszcze uczestniczy tutaj najczęściej: Ben (2 z 2 kroków)",
         "Kto jeszcze uczestniczy najczęściej: Ben (3 z 3 kroków)"),
    ],
)  # fmt: skip
def test_what_is_counted_on_one_page_of_several_is_said_to_be_so_here(
    language: str, here: str, everywhere: str
) -> None:
    steps = "".join(f"  - {{action: S{i}, with: ben}}\n" for i in range(3))
    people = "persona: Ann\nstakeholders: [{id: ben, name: Ben}]\n"
    found = analyse(f"title: T\nlanguage: {language}\n{people}steps:\n{steps}")
    ids = [step.id for step in found.journey_map.steps]
    assert next(of_people(found, ids[:2])) == here
    assert next(of_people(found, ids)) == everywhere


def test_the_ladder_counts_falls_and_skips() -> None:
    found = analysis("digital-health-plan")
    assert found.trust
    numbers = [int(each) for each in re.findall(r"\d+", of_ladder(found))]
    counts = (len(found.trust.falls), len(found.trust.skipped))
    assert numbers == [count for count in counts if count]


def test_the_matrix_counts_what_is_important_and_poor() -> None:
    chart = content.ratings(analysis("hotel-stay"))
    there = [dot for dot in chart.dots if dot.quarter == 0]
    numbers = [int(each) for each in re.findall(r"\d+", chart.title)]
    assert numbers[0] == len(there)
    assert numbers[1] == sum(dot.x is not None and dot.y is not None for dot in chart.dots)


def test_one_alone_is_named() -> None:
    assert counted("title-quick-wins", ["Ring first"], 4, "en") == (
        "Quick wins: 1 of 4 open ideas: “Ring first”"
    )
    assert counted("title-quick-wins", [], 4, "es") == "Mejoras rápidas: 0 de 4 ideas abiertas"


def test_the_topic_stands_below_and_a_title_that_is_asked_for_above() -> None:
    first, second, *_ = first_lines(View.CYCLE, "customer-lifecycle")
    assert "begin anew" in first or "back to the beginning" in first
    assert second.startswith("Hearing aids, from the first need to the next pair")
    shown = first_lines(View.CYCLE, "customer-lifecycle", title="Our own words")
    assert "begin anew" not in shown[0]
