"""The focus view: what it says, with whatever a map has."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from tests.analysis.reading import analyse
from tests.views.layout_checker import problems

import journeymap
from journeymap.analysis.analysis import Analysis
from journeymap.analysis.call_outs import call_outs
from journeymap.analysis.leverage import LEAST_PRESSURE, strong
from journeymap.model.between import Leak
from journeymap.model.feelings import Feeling
from journeymap.model.journey import Journey, Stage
from journeymap.model.journey_map import JourneyMap
from journeymap.model.pains import Opportunity, Pain, PainKind
from journeymap.model.step import Step
from journeymap.views.focus.content import CARDS, Story, Tone, tell
from journeymap.views.focus.page import build
from journeymap.views.kit import glyphs
from journeymap.views.kit.page_sizes import page_of
from journeymap.views.kit.scene import Curve, Scene
from journeymap.views.kit.theme import LIGHT
from journeymap.views.names import View
from journeymap.views.options import ViewOptions
from journeymap.views.overview.cards import cards
from journeymap.views.sheet.content import read
from journeymap.words.completion import completing_marked
from journeymap.words.first_step import first_step, first_to_do
from journeymap.words.labels import label

EXAMPLES = Path(__file__).parents[2] / "examples"


def of(steps: Sequence[Step], **fields: object) -> Analysis:
    stages = (Stage(name="All", steps=tuple(steps)),)
    journey = Journey.model_validate(
        {"title": "A visit", "persona": ("Ana, 40",), "stages": stages, **fields}
    )
    return Analysis(journey_map=JourneyMap(journey=journey, libraries={}))


def story(analysis: Analysis) -> Story:
    return tell(analysis.journey_map, call_outs(analysis), completing_marked(analysis))


def bad(number: int, *, rated: bool = True, leak: float | None = None) -> Step:
    return Step(
        action=f"Waits {number}",
        emotion={"": Feeling(value=-1.5, written="frustrated")} if rated else {},
        pains=(
            Pain(text=f"Nobody says why {number}", kind=PainKind.HARM, severity=3, probability=3),
        ),
        opportunities=(
            Opportunity(text="Say why", owner="Front desk", impact=4, effort=1),
            Opportunity(text="Say nothing"),
        ),
        leaks=(Leak(to="elsewhere", share=leak),) if leak else (),
    )


def worse(number: int) -> Step:
    """A step that is as bad, and whose pain is sure to come."""
    step = bad(number)
    return step.model_copy(update={"pains": (step.pains[0].model_copy(update={"probability": 4}),)})


def good(number: int) -> Step:
    return Step(action=f"Is treated {number}", emotion={"": Feeling(value=1, written="pleased")})


def words(scene: Scene) -> str:
    return " ".join(text.text for text in scene.texts())


def drawn(analysis: Analysis) -> Scene:
    (scene,) = build(analysis, ViewOptions())
    assert problems(scene) == []
    return scene


@pytest.mark.parametrize(
    ("count", "language", "title"),
    [
        (1, "en", "A change is needed most at “Waits 0”"),
        (2, "en", "A change is needed most at “Waits 0” and “Waits 1”"),
        (5, "en", "A change is needed most at “Waits 0”, “Waits 1” and “Waits 2”"),
        (2, "es", "Donde más falta hace un cambio: «Waits 0» y «Waits 1»"),
        (3, "pl", "Zmiana najbardziej potrzebna: „Waits 0”, „Waits 1” i „Waits 2”"),
    ],
)
def test_the_title_makes_the_point(count: int, language: str, title: str) -> None:
    analysis = of([*map(bad, range(count)), good(9)], language=language)
    estimate = {"en": "Estimate:", "es": "Estimación:", "pl": "Szacunek:"}[language]
    assert story(analysis).title == f"{estimate} {title}"
    assert story(analysis).title in words(drawn(analysis))
    assert len(story(analysis).cards) == min(count, CARDS)


def test_completion_stands_in_the_subtitle_and_says_that_it_is_assumed() -> None:
    told = story(of([bad(1, leak=0.2), bad(2, leak=0.1), good(3)]))
    assert told.subtitles[0].startswith("A visit · 72 of 100 reach the end (assumed) · ")


def test_a_title_without_room_names_fewer_steps_and_at_last_is_that_of_the_map() -> None:
    analysis = of([worse(1), bad(2), good(3)])

    def title(most: int) -> str:
        called = call_outs(analysis)
        return tell(analysis.journey_map, called, fits=lambda it: len(it) < most).title

    assert "“Waits 1” and “Waits 2”" in title(90)
    assert title(68).endswith("“Waits 1” and “Waits 2”")
    analysis = of([bad(1), bad(2), good(3)])
    assert title(68).endswith("“Waits 1” and “Waits 2”")
    assert title(60) == "A visit"  # of two that press alike none is the first
    analysis = of([worse(1), bad(2), bad(3), good(4)])
    assert title(66).endswith("at 3 steps, first at “Waits 1”")  # as many as there are cards
    assert title(50).endswith("most at “Waits 1”")
    assert title(20) == "A visit"


def test_steps_that_press_less_than_lint_tells_of_have_no_card() -> None:
    weak = good(2).model_copy(update={"pains": (Pain(text="Queue", severity=2, probability=3),)})
    analysis = of([bad(1), weak, weak])
    pressures = [point.pressure for point in analysis.leverage]
    assert pressures[0] >= LEAST_PRESSURE > pressures[1] > 0
    assert [card.number for card in story(analysis).cards] == [1]
    assert "where a change is needed most" in words(drawn(analysis))


def test_a_map_in_which_nothing_presses_and_nothing_hurts_keeps_its_title() -> None:
    analysis = of([good(1), good(2)])
    assert story(analysis).title == "A visit"
    assert story(analysis).cards == ()
    assert "pressure" not in words(drawn(analysis))


SLIGHT = Pain(text="A draught", severity=1, probability=1)
QUEUE = Pain(text="A queue", severity=2)
UNSCORED = Pain(text="A smell")


@pytest.mark.parametrize(
    ("pains", "value", "title", "named"),
    [
        ((SLIGHT, QUEUE), 1, "Gravest pains: “Is treated 1” and “Is treated 0”", "A queue"),
        ((UNSCORED, None), -0.5, "It feels worst at “Is treated 0” and “Is treated 1”", "A smell"),
        ((None, UNSCORED), 1, "Pains: “Is treated 1”", "A smell"),
    ],
    ids=["gravest pains", "lowest moments", "few pains that nobody scored"],
)
def test_where_no_step_presses_pains_or_lows_are_told(
    pains: tuple[Pain | None, ...], value: float, title: str, named: str
) -> None:
    felt = {"": Feeling(value=value, written="so")}
    steps = [
        good(i).model_copy(update={"pains": (pain,) if pain else (), "emotion": felt})
        for i, pain in enumerate(pains)
    ]
    analysis = of([*steps, *(good(number) for number in range(2, 20))])
    told = story(analysis)
    assert not strong(analysis.leverage)
    assert told.title == title
    assert named in [row.text for card in told.cards for row in card.rows]
    assert "pressure" not in words(drawn(analysis))


def test_what_remains_of_a_desired_map_is_named_by_the_pain_not_by_its_step() -> None:
    steps = [good(number) for number in range(20)]
    steps[1] = steps[1].model_copy(update={"pains": (SLIGHT, QUEUE)})
    assert story(of(steps, state="desired")).title == "Pains that remain: “A queue”"
    assert story(of(steps)).title == "Gravest pains: “Is treated 1”"


@pytest.mark.parametrize("path", sorted(EXAMPLES.glob("*.journey.yaml")), ids=lambda p: p.name)
def test_a_number_is_the_same_step_on_map_overview_and_focus(path: Path) -> None:
    analysis = journeymap.load(path).analysis
    assert analysis
    focus = {card.title: card.number for card in story(analysis).cards}
    whole = {c.step.label: int(c.badge) for c in cards(analysis) if c.badge.isdigit()}
    sheet = read(analysis.journey_map, called=call_outs(analysis))
    shown = {c.callout.step: c.callout.number for c in sheet.columns if c.callout}
    assert focus == whole == {title: shown[title] for title in focus}
    first = next(title for title, number in focus.items() if number == 1)
    quoted = label("quoted", analysis.journey_map.journey.language).format(text=first)
    told = first_step(analysis)  # of a headline that names no step
    assert told
    assert quoted in told.options[0]


def test_the_key_says_how_many_of_the_steps_that_a_map_numbers_have_a_card() -> None:
    for count, said in ((3, ""), (4, " (the first 3 of 4)"), (7, " (the first 3 of 5)")):
        analysis = of([*map(bad, range(count)), good(9)])
        assert story(analysis).key == f"where a change is needed most{said}"
        assert story(analysis).key in words(drawn(analysis))


def test_steps_that_press_alike_have_the_same_number_and_none_is_called_the_first() -> None:
    analysis = of([bad(1), worse(2), bad(3), worse(4), good(5)])
    numbers = {"Waits 2": 1, "Waits 4": 1, "Waits 1": 3}
    assert {card.title: card.number for card in story(analysis).cards} == numbers
    assert {card.step.label: int(card.badge) for card in cards(analysis)} == numbers
    assert first_to_do(analysis).startswith("One of 2 equally urgent, at “Waits 2”: Say why")
    assert "first" not in story(analysis).title
    drawn(analysis)
    alone = of([bad(1), worse(2), good(5)])
    assert first_to_do(alone).startswith("First, at “Waits 2”")
    assert [each.number for each in call_outs(alone)] == [1, 2]


def test_a_map_without_emotions_has_a_line_of_steps() -> None:
    scene = drawn(of([bad(1, rated=False), bad(2, rated=False)]))
    assert "delighted" not in words(scene)
    assert "Waits 1" in words(scene)


def test_a_card_says_need_reason_idea_owner_and_effort() -> None:
    told = story(of([bad(1), good(2)]))
    (card,) = told.cards
    assert [row.name for row in card.rows] == ["Pains", "Why", "Idea", ""]
    assert [row.text for row in card.rows] == [
        "Nobody says why 1", "Assumed: the lowest moment; feels frustrated", "Say why",
        "of 2 open ideas here the most impact for its effort",
    ]  # fmt: skip
    assert card.ratings == (("Impact", 4), ("Effort", 1))
    assert (card.footer, card.win) == ("Front desk", "quick win")


HEARD = """
title: A garage
persona: Kai
evidence: [{id: talks, kind: interview, n: 9}, {id: till, kind: analytics, n: 90}, \
{id: guess, kind: assumption}]
steps:
  - action: Waits for the mechanic
    emotion: annoyed -2
    expected: 4
    perceived: RATED
    importance: 5
    evidence: [EVIDENCE]
    leaks: {to: home, share: 9%, evidence: LEAK}
    pains: {text: No chair, severity: 2, probability: 3, evidence: talks}
"""
LOWEST = "feels annoyed; the journey ends badly; +1"
ASSUMED_LOWEST = "feels annoyed (assumed); the journey ends badly (assumed); +1"


@pytest.mark.parametrize(
    ("evidence", "leak", "why"),
    [  # a feeling and a low have grounds in any evidence, a rating and a share in all of theirs
        ("talks, guess", "till", f"Expected good, got poor (assumed); 9 of 100 leave; {LOWEST}"),
        ("guess", "till", f"Expected good, got poor (assumed); 9 of 100 leave; {ASSUMED_LOWEST}"),
        ("talks", "till", f"Expected good, got poor; 9 of 100 leave; {LOWEST}"),
        ("guess", "guess", f"Assumed: expected good, got poor; 9 of 100 leave; {LOWEST}"),
    ],
)
def test_a_card_marks_which_of_its_reasons_are_assumed(evidence: str, leak: str, why: str) -> None:
    text = HEARD.replace("RATED", "2").replace("EVIDENCE", evidence).replace("LEAK", leak)
    (card,) = story(analyse(text)).cards
    (row,) = (row for row in card.rows if row.name == "Why")
    assert row.text.replace(" who come here", "") == why
    assert card.place == ""


def test_on_a_card_red_is_for_pains_alone() -> None:
    (card,) = story(of([bad(1), good(2)])).cards
    assert [row.name for row in card.rows if row.tone is Tone.PAIN] == ["Pains"]


def test_without_an_idea_the_card_says_that_it_is_missing() -> None:
    step = bad(1).model_copy(update={"opportunities": ()})
    (card,) = story(of([step])).cards
    assert (card.rows[-1].name, card.rows[-1].text) == ("Idea", "nobody has an idea yet")
    assert (card.ratings, card.footer, card.win) == ((), "", "")


def test_cards_with_and_without_an_idea_stand_side_by_side() -> None:
    none = bad(2).model_copy(update={"opportunities": ()})
    analysis = of([bad(1), none, bad(3)])
    assert [len(card.rows) for card in story(analysis).cards] == [4, 4, 4]
    assert "nobody has an idea yet" in words(drawn(analysis))


def test_cards_follow_the_journey_so_that_no_line_crosses_another() -> None:
    analysis = of([good(1), bad(2), bad(3), bad(4), good(5)])
    positions = [card.position for card in story(analysis).cards]
    assert positions == sorted(positions)
    low = LEADERS_FROM
    ends = [
        (mark.points[0][0], mark.points[-1][0])
        for mark in drawn(analysis).marks
        if isinstance(mark, Curve) and len(mark.points) == low
    ]
    assert len(ends) == CARDS
    assert [end for _, end in sorted(ends)] == sorted(end for _, end in ends)


LEADERS_FROM = 7
"""Points of a line to a card: two segments."""


def test_long_texts_are_cut_only_where_a_page_cannot_hold_them() -> None:
    long = " ".join(["najnieprawdopodobniejszego"] * 60)
    step = bad(1).model_copy(update={"need": {"": long}, "action": long[:200]})
    scene = drawn(of([step, bad(2), bad(3)]))
    assert any(text.tooltip == long for text in scene.texts())
    assert min(text.size for text in scene.texts()) == 10


def test_every_persona_has_a_curve_of_her_own_and_a_name_in_the_legend() -> None:
    found = journeymap.load(EXAMPLES / "asthma-after-attack.journey.yaml").analysis
    assert found
    scene = build(found, ViewOptions())[0]
    lines = {mark.colour for mark in scene.marks if isinstance(mark, Curve)}
    assert set(LIGHT.curves[:2]) <= lines
    assert {"Noah, 15", "Irena, 62"} <= {text.text for text in scene.texts()}


@pytest.mark.parametrize(
    ("emotion", "bars"),
    [("[hopeful, scared]", 1), ("[angry, sad]", 1), ("hopeful", 0), ("[scared, scared]", 0)],
)
def test_what_is_felt_at_once_is_a_bar(emotion: str, bars: int) -> None:
    text = f"title: A\npersona: Ann\nsteps:\n  - {{action: B, emotion: {emotion}, pains: [C]}}\n"
    (scene,) = build(analyse(f"{text}  - {{action: D, emotion: happy}}\n"), ViewOptions())
    words = {text.text for text in scene.texts()}
    assert (label("mixed", "en") in words) == bool(bars)
    found = [each for each in scene.marks if isinstance(each, Curve) and each.width == glyphs.SPAN]
    assert len(found) == 2 * bars  # on the curve, and in the legend


@pytest.mark.parametrize("size", ["16:9", "4:3", "a4"])
@pytest.mark.parametrize("path", sorted(EXAMPLES.glob("*.journey.yaml")), ids=lambda p: p.name)
def test_no_sentence_on_a_card_of_an_example_is_cut(path: Path, size: str) -> None:
    analysis = journeymap.load(path).analysis
    assert analysis
    (scene,) = build(analysis, ViewOptions(view=View.FOCUS, size=page_of(size)))
    assert [text.text for text in scene.texts() if text.text.endswith("…")] == []


def test_the_curve_gives_way_to_words_before_they_are_cut() -> None:
    long = "so that nobody who waits has to ask a second time what happens next and when it does"
    steps = "".join(
        f"  - {{action: Step {i}, emotion: {low}, need: '{i} {long}', importance: 5, perceived: 1,"
        f" pains: [{{text: '{i} {long}', severity: 4, probability: 4}}, '{i} {long}'],"
        f" opportunities: '{i} {long}'}}\n"
        for i, low in enumerate((-2, -1, -2))
    )
    analysis = analyse(f"title: T\npersona: Ann\nsteps:\n{steps}")
    (scene,) = build(analysis, ViewOptions(view=View.FOCUS))
    told = " ".join(text.text for text in scene.texts())
    assert "…" not in told
    assert all(told.count(f"{i} {long}") == 4 for i in range(3))  # need, both pains, and idea
