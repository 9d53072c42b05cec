"""Cards of personas: what the map says of her is on them, with her picture or initials."""

from dataclasses import replace
from itertools import product
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.analysis.reading import analyse
from tests.views.layout_checker import problems
from tests.views.maps import phrase

from journeymap.analysis.analysis import Analysis
from journeymap.model.journey import Journey, Stage, State
from journeymap.model.journey_map import JourneyMap
from journeymap.model.people import Persona, Portrait, Preferences
from journeymap.model.step import Step
from journeymap.views import client_map
from journeymap.views.errors import NothingToShowError, PageTooSmallError
from journeymap.views.kit.portrait import initials
from journeymap.views.kit.scene import Scene
from journeymap.views.kit.theme import PAGES, THEMES, Page, Theme
from journeymap.views.names import View
from journeymap.views.options import ViewOptions
from journeymap.views.persona.content import titles
from journeymap.views.registry import build
from journeymap.words.profiles import profile
from journeymap.workspace.load import Loader

EXAMPLES = [
    path
    for path in sorted((Path(__file__).parents[2] / "examples").glob("*.journey.yaml"))
    if path.name != "ten-minute-workshop.journey.yaml"  # says nothing of its persona
]

TEXTS = st.lists(phrase(9), max_size=3).map(tuple)
LISTS = ("motivations", "goals", "needs", "frustrations", "behaviours", "products", "sources")
ANA = Persona(
    id="ana", name="Ana, 58", segment="newly diagnosed", share=0.35, demographics={"work": "sews"},
    goals=("know", "rest"), frustrations=("forms",), behaviours=("asks",), sources=("radio",),
    quote="Nobody told me.", picture=Portrait(file="ana.png"),
)  # fmt: skip
BEN = Persona(id="ben", name="Ben Old", share=0.65, goals=("go home",))


@st.composite
def a_persona(draw: st.DrawFn) -> Persona:
    maybe = st.none() | phrase(7)
    lists: dict[str, Any] = {name: draw(TEXTS) for name in LISTS}
    return Persona(
        name=draw(phrase(5)),
        segment=draw(maybe),
        share=draw(st.none() | st.sampled_from([0.1, 0.35])),
        quote=draw(maybe),
        demographics={"home": draw(phrase(4))} if draw(st.booleans()) else {},
        **lists,
    )


def of(*people: Persona, language: str = "en") -> JourneyMap:
    chosen = tuple(each.id or each.name for each in people)
    journey = Journey(
        title="T", language=language, personas=people, persona=chosen,
        stages=(Stage(name="All", steps=(Step(action="Calls"),)),),
    )  # fmt: skip
    pictures: dict[tuple[str | None, str], bytes] = {(None, "ana.png"): b"\x89PNG"}
    return JourneyMap(journey=journey, libraries={}, pictures=pictures)


def drawn(journey_map: JourneyMap, **options: object) -> tuple[Scene, ...]:
    view = replace(ViewOptions(view=View.PERSONA), **options)  # type: ignore[arg-type]
    return build(Analysis(journey_map=journey_map), view)


def told(scenes: tuple[Scene, ...]) -> str:
    return " ".join(text.text for scene in scenes for text in scene.texts())


@settings(suppress_health_check=[HealthCheck.too_slow])
@given(
    st.lists(a_persona(), min_size=1, max_size=5, unique_by=lambda each: each.name.casefold()),
    st.sampled_from(list(product(PAGES.values(), THEMES.values()))),
    st.sampled_from(["en", "es", "pl"]),
)
def test_any_personas_are_laid_out_soundly(
    people: list[Persona], manner: tuple[Page, Theme], language: str
) -> None:
    named = [each.model_copy(update={"id": f"p{i}"}) for i, each in enumerate(people)]
    try:
        scenes = drawn(of(*named, language=language), size=manner[0], theme=manner[1])
    except (NothingToShowError, PageTooSmallError):
        return  # nothing is said of anybody, or more than a page holds
    assert [problem for scene in scenes for problem in problems(scene)] == []
    assert sum(scene.description.count(f"{named[0].name}") for scene in scenes) >= 1


def test_what_tables_say_of_her_is_on_the_cards() -> None:
    journey_map = of(ANA, BEN)
    words = told(drawn(journey_map)).replace("\u00a0", " ")
    entries = {
        who.id: [
            entry.text.replace("\u00a0", " ")
            for fact in profile(journey_map, who)
            if fact.key != "picture"
            for entry in fact.entries
        ]
        for who in journey_map.personas_chosen
    }
    assert {who: len(said) for who, said in entries.items()} == {"ana": 9, "ben": 2}
    assert [entry for said in entries.values() for entry in said if entry not in words] == []


@pytest.mark.parametrize(("count", "pages"), [(1, 1), (3, 1), (4, 2), (7, 3)])
def test_three_stand_side_by_side(count: int, pages: int) -> None:
    people = [BEN.model_copy(update={"id": f"b{i}", "name": f"Ben {i}"}) for i in range(count)]
    scenes = drawn(of(*people))
    assert len(scenes) == pages
    assert [f"Ben {i}" in told(scenes) for i in range(count)] == [True] * count


def test_her_picture_is_shown_and_to_clients_only_with_consent() -> None:
    (scene,) = drawn(of(ANA))
    assert [(image.content, image.words) for image in scene.images] == [(b"\x89PNG", "Ana, 58")]
    (for_clients,) = drawn(client_map.for_client(of(ANA)))
    assert not for_clients.images
    assert "A" in [text.text for text in for_clients.texts()]
    shown = ANA.model_copy(update={"picture": Portrait(file="ana.png", consent=True)})
    assert drawn(client_map.for_client(of(shown)))[0].images == scene.images


def test_titles_say_what_holds_of_them() -> None:
    assert list(titles(of(ANA)))[:2] == [
        "Ana, 58. Goal: “know”. In the way: “forms”", "Ana, 58. Goal: “know”",
    ]  # fmt: skip
    several = ANA.model_copy(update={"frustrations": ("forms", "queues")})
    said = (next(titles(of(several, language=each))) for each in ("en", "es", "pl"))
    assert [each.split(". ")[-1] for each in said] == [
        "Among what is in the way: “forms”", "Entre los obstáculos: «forms»",
        "Wśród przeszkód: „forms”",
    ]  # fmt: skip
    assert list(titles(of(BEN, language="pl")))[:1] == ["Ben Old. Cel: „go home”"]
    assert list(titles(of(ANA, BEN))) == ["Estimate: Largest of 2 groups: Ben Old (65 of 100)"]
    assert list(titles(of(ANA, BEN.model_copy(update={"share": 0.35})))) == []
    assert list(titles(of(ANA, BEN.model_copy(update={"share": None})))) == []


def test_what_is_in_her_way_today_is_not_said_of_the_state_that_is_desired() -> None:
    today = of(ANA)
    journey = today.journey.model_copy(update={"state": State.DESIRED})
    desired = JourneyMap(journey=journey, libraries={})
    assert {*titles(desired)} == {"Ana, 58. Goal: “know”", "Goal: “know”"}
    assert "In the way: “forms”" in " ".join(titles(today))


def test_a_map_that_says_nothing_of_her_tells_what_to_write() -> None:
    with pytest.raises(NothingToShowError, match="write `goals`"):
        drawn(analyse("title: T\npersonas: [Ana]\nsteps: [Calls]\n").journey_map)


@pytest.mark.parametrize(
    ("name", "said"),
    [("María Ñu, 58", "MÑ"), ("“Ana” (58)", "A"), ("łucja", "Ł"), ("58", ""), ("किरण", "कि")],
)
def test_initials(name: str, said: str) -> None:
    assert initials(name) == said


def test_known_keys_and_languages_are_said_in_the_language_of_the_map() -> None:
    ana = replace_facts(language="es")
    (scene,) = build(Analysis(journey_map=of(ana, language="pl")), ViewOptions(view=View.PERSONA))
    said = {text.text for text in scene.texts()}
    assert {"wiek: 58", "Shoe: 38", "język: hiszpański"} <= said


def replace_facts(language: str) -> Persona:
    known = {"age": "58", "Shoe": "38"}
    return ANA.model_copy(
        update={"demographics": known, "preferences": Preferences(language=language)}
    )


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.name)
def test_cards_of_one_fill_the_page(path: Path) -> None:
    found = Loader().load([path]).asked[0].journey_map
    assert found
    page = PAGES["16:9"]
    for scene in build(Analysis(journey_map=found), ViewOptions(view=View.PERSONA)):
        boxes = [box for box in scene.boxes if box.key.startswith("persona-")]
        low = max(box.bottom for box in boxes)
        assert page.height - page.bottom - low < 30
        for y in {box.y for box in boxes}:
            row = [box for box in boxes if box.y == y]
            assert max(box.right for box in row) == pytest.approx(page.width - page.margin)
        if found.persona_ids[1:] == ():
            (head,) = (box for box in boxes if box.key == "persona-1")
            own = [text.baseline for text in scene.texts() if head.x < text.x < head.right]
            assert head.bottom - max(own) < 60
