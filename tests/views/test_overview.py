"""The overview: the whole journey on one page, sound at every length, true in every number."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import product
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.analysis.reading import analyse
from tests.test_three_personas import damp
from tests.views.layout_checker import of_marker, of_text, problems
from tests.views.maps import journeys, plain
from tests.views.test_views import EXAMPLES, MANNERS, loaded

from journeymap.analysis.analysis import Analysis
from journeymap.analysis.call_outs import call_outs
from journeymap.analysis.still_there import each_still_there, still_there
from journeymap.model.journey_map import JourneyMap
from journeymap.tables.flow import build as flow_table
from journeymap.tables.table import to_json
from journeymap.views.errors import NoSuchPageError, PageTooSmallError
from journeymap.views.kit.scene import Curve, Marker, Scene
from journeymap.views.kit.theme import PAGES, Page, Theme
from journeymap.views.names import FirstPage, View
from journeymap.views.options import ViewOptions
from journeymap.views.overview.cards import badges, cards
from journeymap.views.overview.deck import Deck
from journeymap.views.overview.head import lay_out
from journeymap.views.overview.ribbon import SIZE
from journeymap.views.registry import build, draw
from journeymap.views.sheet.lanes import PRESETS, Preset
from journeymap.words.headlines import told_claim
from journeymap.words.labels import label

STAGGERED = 9.5
"""Type of names in several rows, in points; the smallest that there is."""


def overview(journey_map: JourneyMap, **options: object) -> Scene:
    """The only page."""
    chosen = ViewOptions(view=View.OVERVIEW, **options)  # type: ignore[arg-type]
    (scene,) = build(Analysis(journey_map=journey_map), chosen)
    return scene


def words(scene: Scene) -> list[str]:
    return [text.text for text in scene.texts()]


def crossed(scene: Scene) -> list[str]:
    """Words that a level or an upright line runs through: its points lie on a row or a column."""
    straight = [
        mark.points
        for mark in scene.marks
        if isinstance(mark, Curve)
        and len(mark.points) == 4
        and (len({x for x, _ in mark.points}) == 1 or len({y for _, y in mark.points}) == 1)
        and max(abs(mark.points[3][0] - mark.points[0][0]),
                abs(mark.points[3][1] - mark.points[0][1])) > 14
    ]  # fmt: skip
    found = []
    discs = [of_marker(mark) for mark in scene.marks if isinstance(mark, Marker)]
    for text in scene.texts():
        area = of_text(text)
        if any(disc.holds(area) for disc in discs):
            continue  # it is painted over what is below it
        for points in straight:
            (x0, y0), (x1, y1) = points[0], points[3]
            across = min(x0, x1) < area.right and max(x0, x1) > area.left
            down = min(y0, y1) < area.bottom and max(y0, y1) > area.top
            if across and down:
                found.append(text.text)
    return found


@pytest.mark.parametrize(("path", "manner"), [*product(EXAMPLES, MANNERS[::4])])
def test_examples_are_laid_out_soundly(path: Path, manner: tuple[Page, Theme]) -> None:
    journey_map = loaded(path)
    scene = overview(journey_map, size=manner[0], theme=manner[1])
    assert problems(scene, STAGGERED) == []
    assert crossed(scene) == []
    keys = [box.key for box in scene.boxes if box.key]
    assert len(keys) == len(set(keys))
    assert {step.id for step in journey_map.steps} <= scene.shown()


@pytest.mark.parametrize("path", EXAMPLES)
def test_every_name_of_an_example_stands_whole(path: Path) -> None:
    journey_map = loaded(path)
    shown = " ".join(words(overview(journey_map))).replace("- ", "-")
    assert [step.label for step in journey_map.steps if step.label not in shown] == []


@pytest.mark.parametrize("count", [3, 8, 14, 20, 24, 40, 60])
def test_names_stand_whole_at_every_length(count: int) -> None:
    journey_map = plain(count, max(1, count // 4))
    scene = overview(journey_map)
    assert problems(scene, STAGGERED) == []
    assert crossed(scene) == []
    shown = " ".join(words(scene))
    named = sum(f"Does thing number {i + 1}" in shown for i in range(count))
    assert named >= (count if count <= 20 else 10)
    assert f"{count}" in words(scene) or count <= 20


@settings(suppress_health_check=[HealthCheck.too_slow])
@given(journeys(), st.sampled_from(MANNERS))
def test_any_map_is_laid_out_soundly(journey_map: JourneyMap, manner: tuple[Page, Theme]) -> None:
    try:
        scene = overview(journey_map, size=manner[0], theme=manner[1])
    except PageTooSmallError:
        return
    assert problems(scene, STAGGERED) == []
    assert crossed(scene) == []
    assert not any(text.text.endswith("-") and text.size == STAGGERED for text in scene.texts())


@pytest.mark.parametrize("path", [path for path in EXAMPLES if "ten-minute" not in path.name])
def test_people_are_those_of_the_flow(path: Path) -> None:
    analysis = Analysis(journey_map=loaded(path))
    there = still_there(analysis)
    assert there
    table = to_json(flow_table(analysis))
    told = 100 * (table_value(table, "left") + table_value(table, "lost"))
    assert abs(told - there.all_lost_of_100) <= 0.5 + 1e-6
    scene = overview(analysis.journey_map)
    shown = words(scene)
    rows = [text.text for text in scene.texts() if text.size == SIZE]  # cards say it larger
    lost = [int(each[1:]) for text in rows for each in re.findall(r"^−\d+", text)]
    ribbons = [*each_still_there(analysis).values()] or [there]
    assert sum(lost) == sum(map(sum, (each.lost_of_100 for each in ribbons)))
    assert sum("≈" in each for each in shown) == sum(not each.adds_up for each in ribbons)
    assert all(str(each.of_100[-1]) in " ".join(shown) for each in ribbons)


def table_value(json_text: str, key: str) -> float:
    """A figure of the whole flow, as programs get it."""
    found = re.search(rf'"{key}": ([\d.e-]+)', json_text)
    assert found
    return float(found[1])


@pytest.mark.parametrize("language", ["en", "es", "pl"])
def test_three_personas_have_a_line_and_a_name_each(language: str) -> None:
    scene = overview(damp(language))
    assert problems(scene, STAGGERED) == []
    assert {"Dan", "Ruth", "Wilma"} <= set(words(scene))


def test_without_feelings_and_shares_the_rest_is_told() -> None:
    analysis = analyse("title: Clinic\nsteps: [Calls, {action: Waits, pains: [Long]}, Leaves]\n")
    shown = words(overview(analysis.journey_map))
    assert {"Clinic", "Calls", "Long", "Leaves"} <= set(shown)
    assert "Still there" not in shown
    assert "neutral" not in shown


def test_a_title_that_is_asked_for_stands_in_place_of_the_headline() -> None:
    shown = words(overview(loaded(EXAMPLES[0]), title="What we learned"))
    assert "What we learned" in shown


def test_it_is_the_first_page_of_a_map_where_that_is_asked_for() -> None:
    analysis = Analysis(journey_map=plain(24, 4))
    alone = draw(analysis, ViewOptions())
    pages = draw(analysis, ViewOptions(first=FirstPage.LONG))
    assert len(pages) == len(alone) + 1
    assert f"2 of {len(pages)}" in words(pages[1])
    short = Analysis(journey_map=plain(3))
    assert len(draw(short, ViewOptions(first=FirstPage.LONG))) == 1
    assert len(draw(short, ViewOptions(first=FirstPage.ALWAYS))) == 2
    roomy = ViewOptions(first=FirstPage.ALWAYS, lanes=PRESETS[Preset.WORKSHOP])
    assert len(draw(short, roomy)) == len(draw(short, replace(roomy, first=FirstPage.NEVER)))
    assert len(draw(short, ViewOptions(first=FirstPage.ALWAYS, size=PAGES["a0"]))) == 1


def test_one_page_may_be_asked_for() -> None:
    analysis = Analysis(journey_map=plain(24, 4))
    pages = draw(analysis, ViewOptions(first=FirstPage.LONG))
    assert draw(analysis, ViewOptions(first=FirstPage.LONG, page=2)) == pages[1:2]
    with pytest.raises(NoSuchPageError, match=f"no page 9: the picture has {len(pages)} pages"):
        draw(analysis, ViewOptions(first=FirstPage.LONG, page=9))


LEAVES = """persona: ana
personas: [{id: ana, name: Ana}]
steps:
  - {action: Calls, emotion: angry, pains: [{text: Long wait, severity: 4}], wait: 3 weeks}
  - {action: Asks for the price, leaks: [{to: another clinic, share: 20 %, why: nobody answers}]}
  - {action: Is treated, emotion: pleased}
  - {action: Comes again, leaks: [{to: home, share: 5 %}]}
  - Tells others
"""


@pytest.mark.parametrize("language", ["en", "es", "pl"])
def test_the_step_of_the_headline_has_a_card_with_why_people_leave(language: str) -> None:
    analysis = analyse(f"title: Clinic\nlanguage: {language}\n{LEAVES}")
    named = told_claim(analysis)[1]
    assert [step.label for step in named] == ["Asks for the price"]
    shown = cards(analysis, first=named)
    assert [card.badge for card in shown] == ["1", "2"]
    assert [card.headline for card in shown] == [True, False]
    assert shown[0].step is named[0]
    assert shown[0].lost[0] == "−20 → another clinic: nobody answers"
    assert shown[0].nothing == label("no-idea", language)
    told = " ".join(words(overview(analysis.journey_map)))
    assert "−20 → another clinic: nobody answers" in told or "−20: nobody answers" in told


def test_a_step_of_the_headline_that_is_not_among_the_call_outs_has_the_last_card() -> None:
    low = "emotion: -2, importance: 5, perceived: 1, pains: {text: Hurts, severity: 4}"
    lows = "".join(f"  - {{action: Low {i}, {low}}}\n" for i in range(3))
    analysis = analyse(f"title: T\nsteps:\n{lows}  - {{action: Fine, emotion: 2}}\n")
    shown = cards(analysis, first=analysis.journey_map.steps[3:])
    assert [(card.badge, card.headline) for card in shown] == [
        ("1", False), ("1", False), ("!", True),
    ]  # fmt: skip


def test_only_steps_that_have_a_card_have_a_number_at_the_curve() -> None:
    low = "emotion: -2, importance: 5, perceived: 1, pains: {text: Hurts, severity: 4}"
    rows = "".join(f"  - {{action: Low {i}, {low}}}\n" for i in range(4))
    fine = "".join(f"  - {{action: Fine {i}, emotion: 1}}\n" for i in range(4))
    analysis = analyse(f"title: T\nsteps:\n{rows}{fine}")
    shown = cards(analysis)
    assert badges(shown) == {0: "1", 1: "1", 2: "1"}  # they are alike
    assert len(call_outs(analysis)) == 4
    assert badges(()) == {}
    told = words(overview(analysis.journey_map))
    own = ("headline", "legend")
    assert told.count("1") == 2 * len(shown) + len(own)  # at the curve and on the card
    assert not {"2", "3", "4"} & {*told}
    assert "most urgent (3 of 4)" in told


def test_every_card_has_the_badge_of_its_step_and_the_foot_says_what_it_means() -> None:
    pain = (
        "pains: {text: Hurts, severity: 4, probability: 4}, opportunities: {text: Help, owner: B}"
    )
    low = f"{{action: Low, emotion: -2, importance: 5, perceived: 1, {pain}}}"
    lost = "{action: Asks, emotion: 1, leaks: [{to: home, share: 20 %}]}"
    mild = "{action: Fine, emotion: 2, pains: {text: Slow, severity: 2}, opportunities: Haste}"
    fine = "".join(f"  - {{action: Fine {i}, emotion: 1}}\n" for i in range(9))
    analysis = analyse(f"title: T\nsteps:\n  - {low}\n  - {lost}\n  - {mild}\n{fine}")
    shown = cards(analysis, first=told_claim(analysis)[1])
    assert [(card.badge, card.step.label) for card in shown] == [
        ("1", "Low"), ("+", "Fine"), ("!", "Asks"),
    ]  # fmt: skip
    told = words(overview(analysis.journey_map))
    assert [told.count(each) for each in ("1", "+", "!")] == [3, 3, 4]
    assert {"also hurts", "the step in the title"} <= set(told)
    assert "Nobody has an idea yet. First, at “Low”: Help (B)" in told


def hurting(ideas: Sequence[str], language: str = "en") -> Analysis:
    """A map of steps that hurt less and less, with an idea each."""
    steps = "".join(
        f"  - {{action: Low {i}, pains: {{text: Ow, severity: {4 - i}}}, opportunities: {idea}}}\n"
        for i, idea in enumerate(ideas)
    )
    return analyse(f"title: T\nlanguage: {language}\nsteps:\n{steps}")


@pytest.mark.parametrize("language", ["en", "es", "pl"])
def test_an_idea_that_a_card_before_has_is_not_told_again(language: str) -> None:
    one, other = "{text: Help, impact: 4, owner: Bea}", "{text: Help, impact: 4, owner: Cid}"
    shown = cards(hurting((one, one, other), language))
    same = label("same-idea", language).format(number=1)
    assert [card.idea for card in shown] == ["Help", same, "Help"]
    assert [card.driven.partition(" · ")[0] for card in shown] == ["Bea", "", "Cid"]
    assert [bool(card.effect) for card in shown] == [True, False, True]


def test_a_card_is_as_wide_as_its_idea_wants_where_others_need_less() -> None:
    ideas = ("A counter that shows every one of the nights without an attack", "Ring", "Write")
    shown = cards(hurting(ideas))
    wide, *others = Deck(shown, 0.0, 900.0, 1).widths
    assert wide > others[0] == pytest.approx(others[1])
    assert wide + sum(others) <= 900.0
    assert Deck(shown, 0.0, 900.0, 1).cards[0].idea == (f"→ {ideas[0]}",)
    alike = Deck(shown, 0.0, 500.0, 1).widths
    assert max(alike) == pytest.approx(min(alike)), "no card is much wider than others"


def test_what_is_hollow_and_what_is_filled_is_explained_where_both_stand() -> None:
    known = "evidence: [{id: e1, kind: interview}]\n"
    steps = "steps:\n  - {action: Calls, emotion: angry}\n"
    backed = "  - {action: Comes, emotion: pleased, evidence: e1}\n"
    wait = "  - {action: Leaves, wait: 3 days}\n"
    told = words(overview(analyse(f"title: T\n{known}{steps}{backed}{wait}").journey_map))
    assert {"hollow: assumed or no evidence", "wait not marked as planned"} <= set(told)
    alone = words(overview(analyse(f"title: T\n{steps}{wait}").journey_map))
    assert "assumed or no evidence" in alone
    assert "hollow: assumed or no evidence" not in alone


@pytest.mark.parametrize(
    "words_", ["want peace", "want peace and quiet at home with all of their own"]
)
def test_the_card_of_a_persona_is_wider_where_the_headline_has_room(words_: str) -> None:
    segment = f"families who choose once and then {words_}"
    quote = "They knew who we were before I had finished the sentence."
    who = f"personas: [{{id: a, name: Angela, segment: {segment}, quote: {quote}}}]"
    map_ = f"title: A year\npersona: a\n{who}\nsteps: [Calls, Comes]\n"
    head = lay_out(analyse(map_), PAGES["16:9"])
    told = " ".join(words(overview(analyse(map_).journey_map)))
    usual = PAGES["16:9"].width - PAGES["16:9"].margin - 228.0
    is_whole = words_ == "want peace"
    assert (segment in told) is is_whole
    assert head.card is not None
    assert (head.card < usual) is is_whole, "no wider where that would not do"
    assert head.title == ("A year",)


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.name)
def test_names_of_steps_keep_off_the_edges_of_their_stage(path: Path) -> None:
    scene = overview(loaded(path))
    tints = {stage.tint for stage in MANNERS[0][1].stages}
    panels = [box for box in scene.boxes if box.fill in tints]
    names = [of_text(text) for text in scene.texts()]
    gaps = [
        min(area.left - box.x, box.right - area.right)
        for box in panels
        for area in names
        if box.x <= area.left and area.right <= box.right
        and box.y <= area.top and area.bottom <= box.bottom
    ]  # fmt: skip
    assert min(gaps) >= (1.6 if len(loaded(path).steps) > 14 else 2.9), sorted(gaps)[:9]


FIRST = """title: Clinic
persona: Ann
language: {language}
stages:
  - name: Visit
    owner: Front desk
    steps:
      - {{action: Calls, emotion: angry, pains: [{{text: Ow, severity: 4, probability: 4}}]{idea}}}
      - {{action: Comes, emotion: pleased}}
"""


@pytest.mark.parametrize(
    ("language", "idea", "said"),
    [
        ("en", "{text: Ring back, owner: Ann, by: 2027-03}",
         "First, at “Calls”: Ring back (Ann, Mar 2027)"),
        ("en", "Ring back", "First, at “Calls”: Ring back (nobody drives it yet)"),
        ("en", "", "First, at “Calls”: nobody has an idea yet (Front desk)"),
        ("es", "Llamar", "Lo primero, en «Calls»: Llamar (aún sin responsable)"),
        ("pl", "Oddzwonić", "Najpierw, przy „Calls”: Oddzwonić (nikt tego jeszcze nie prowadzi)"),
    ],
)  # fmt: skip
def test_one_sentence_says_what_is_to_be_done_first(language: str, idea: str, said: str) -> None:
    told = f", opportunities: [{idea}]" if idea else ""
    scene = overview(analyse(FIRST.format(language=language, idea=told)).journey_map)
    assert said in words(scene)
    assert f"{said}." in scene.description
