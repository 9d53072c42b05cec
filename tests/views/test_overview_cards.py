"""The cards of the overview: what they say hurts, what answers it, and that nothing is cut."""

from pathlib import Path

import pytest
from tests.analysis.reading import analyse
from tests.views.test_overview import overview, words
from tests.views.test_views import EXAMPLES, loaded

from journeymap.analysis.analysis import Analysis
from journeymap.analysis.call_outs import by_gravity, call_outs
from journeymap.views.kit.page_sizes import page_of
from journeymap.views.options import ViewOptions
from journeymap.views.overview.cards import cards, of_how_many
from journeymap.views.overview.deck import Deck
from journeymap.views.overview.page import _Overview
from journeymap.words.first_step import first_step, first_to_do
from journeymap.words.headlines import quoted, told_claim
from journeymap.words.labels import label
from journeymap.words.part_titles import titles


@pytest.mark.parametrize("size", ["16:9", "4:3", "a4"])
@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.name)
def test_nothing_on_a_card_of_an_example_is_cut(path: Path, size: str) -> None:
    analysis = Analysis(journey_map=loaded(path))
    page = _Overview(analysis, ViewOptions(size=page_of(size)))
    plan = page.plan()
    assert plan.deck.whole
    told = " ".join(words(page.draw()))
    assert [card.idea for card in plan.shown if card.idea not in told] == []
    assert plan.shown[0].badge == "1"
    named = {step.position for step in page.head.steps}
    assert named <= {card.step.position for card in plan.shown}


COLD = "{text: Heat the hall, solves: [cold], impact: 5, effort: 1}"
UNLIKE = """title: T
steps:
  - action: Waits
    pains:
      - {id: long, text: Waits for weeks, severity: 3, probability: 4}
      - {id: cold, text: Sits in the cold, severity: 1, probability: 1}
    opportunities: [IDEA]
"""


@pytest.mark.parametrize(
    ("idea", "shown", "nothing"),
    [
        ("{text: Heat the hall, solves: [cold]}", "", "the map names no idea against it"),
        ("{text: Book ahead, solves: [long]}", "Book ahead", "nobody has an idea yet"),
        ("Book ahead", "Book ahead", "nobody has an idea yet"),
        (f"{COLD}, {{text: Book ahead, solves: [long], impact: 1, effort: 5}}", "Book ahead",
         "nobody has an idea yet"),
        ("{text: Book ahead, solves: [long], status: dropped}", "", "nobody has an idea yet"),
    ],
)  # fmt: skip
def test_an_idea_on_a_card_answers_what_the_card_says(idea: str, shown: str, nothing: str) -> None:
    analysis = analyse(UNLIKE.replace("IDEA", idea))
    (card,) = cards(analysis)
    assert (card.pain, card.idea, card.nothing) == ("Waits for weeks", shown, nothing)
    first = first_step(analysis)
    assert first
    there = "no idea against what hurts most there is named"
    said = shown or (there if nothing.startswith("the map") else nothing)
    assert first.options[-1] == f"First, at “Waits”: {said}"


LOSES = """title: T
steps:
  - action: Asks for the price
    emotion: proud
    leaks: [{to: another clinic, share: 20 %, why: nobody answers on Sundays}]
    PAINS
    opportunities: [IDEA]
  - {action: Is treated, emotion: pleased}
  - {action: Pays, leaks: [{to: home, share: 5 %}]}
"""


@pytest.mark.parametrize(
    ("pains", "idea", "told"),
    [
        ("", "{text: A letter to friends, owner: Ann}",
         ("", False, "")),
        ("", "{text: A chat that answers on Sundays, owner: Ann}",
         ("A chat that answers on Sundays", False, "Ann")),
        ("pains: [{id: dear, text: It is dear, severity: 2}]",
         "{text: Less, solves: [dear], owner: B}", ("Less", True, "B")),
        ("pains: [{id: dear, text: It is dear, severity: 2, kind: dropout}]",
         "{text: Less, solves: [dear], owner: B}", ("Less", False, "B")),
    ],
)  # fmt: skip
def test_an_idea_on_the_card_of_a_loss_is_against_why_people_leave_or_the_pain_stands_there(
    pains: str, idea: str, told: tuple[str, bool, str]
) -> None:
    analysis = analyse(LOSES.replace("PAINS", pains).replace("IDEA", idea))
    title, named = told_claim(analysis)
    (card,) = (each for each in cards(analysis, first=named, headline=title) if each.headline)
    assert (card.idea, card.needs_pain, card.driven) == told
    assert card.said, "the headline says why"
    for width in (300.0, 500.0, 900.0):
        (broken,) = Deck([card], 0.0, width, 1).cards
        assert bool(broken.pain) >= card.needs_pain


@pytest.mark.parametrize(
    ("language", "told", "brief"),
    [
        ("en", "Idea at this step: A letter to friends (what it is against, the map does not say)",
         "Idea at this step: A letter to friends"),
        ("es", "Idea en este paso: A letter to friends (el mapa no dice qué problema aborda)",
         "Idea en este paso: A letter to friends"),
        ("pl", "Pomysł przy tym kroku: A letter to friends (mapa nie mówi, czego dotyczy)",
         "Pomysł przy tym kroku: A letter to friends"),
    ],
)  # fmt: skip
def test_a_card_says_of_an_idea_once_what_it_is_against_or_that_nobody_says(
    language: str, told: str, brief: str
) -> None:
    pains = LOSES.replace("PAINS", "").replace("IDEA", "A letter to friends")
    analysis = analyse(pains.replace("title: T", f"title: T\nlanguage: {language}"))
    title, named = told_claim(analysis)
    (card,) = (each for each in cards(analysis, first=named, headline=title) if each.headline)
    assert card.beside == (told, brief)
    for width, aside, idea in (
        (1100.0, (told,), ()), (600.0, (brief,), ()),
        (120.0, (), (f"→ {label('no-idea-against', language)}",)),
    ):  # fmt: skip
        (broken,) = Deck([card], 0.0, width, 1).cards
        assert broken.aside == aside
        assert bool(broken.idea) == bool(idea)


def test_an_idea_against_another_pain_is_told_as_that() -> None:
    (card,) = cards(analyse(UNLIKE.replace("IDEA", "{text: Heat the hall, solves: [cold]}")))
    assert card.beside[0] == "Idea at this step, against something else: Heat the hall"


def test_a_minor_pain_is_no_call_out_beside_what_presses() -> None:
    low = "{action: Low, emotion: -2, importance: 5, perceived: 1}"
    for severity, badges_ in ((1, ["1"]), (2, ["1", "+"]), (3, ["1", "+"]), (4, ["1", "+"])):
        hurts = f"{{action: Fine, emotion: 2, pains: {{text: Slow, severity: {severity}}}}}"
        analysis = analyse(f"title: T\nsteps:\n  - {low}\n  - {hurts}\n")
        assert [card.badge for card in cards(analysis)] == badges_


@pytest.mark.parametrize("harm", [(3, 3), (2, 4), (4, 2), (3, 4)])
def test_title_card_and_order_name_the_same_pain_of_a_step(harm: tuple[int, int]) -> None:
    severity, probability = harm
    pains = (
        "{text: Is told off, kind: dropout, severity: 3, probability: 4}, "
        f"{{text: Falls, kind: harm, severity: {severity}, probability: {probability}}}"
    )
    analysis = analyse(f"title: T\nsteps:\n  - {{action: Waits, pains: [{pains}]}}\n  - Goes\n")
    (card,) = cards(analysis)
    (step, _) = analysis.journey_map.steps
    assert card.pain == by_gravity(step)[0].label == "Falls"
    assert "Gravest pain here: “Falls”" in [*titles(analysis, [0])]


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("en", ("Desired state: 98 of 100 reach the end", "Still to solve, at “Asks”",
                "pains that remain")),
        ("es", ("Estado deseado: 98 de cada 100 llegan al final", "Por resolver, en «Asks»",
                "problemas que quedan")),
        ("pl", ("Stan docelowy: 98 na 100 dochodzi do końca", "Do rozwiązania, przy „Asks”",
                "problemy, które zostają")),
    ],
)  # fmt: skip
def test_of_a_desired_map_it_is_said_that_it_is_one(language: str, told: tuple[str, ...]) -> None:
    text = f"""title: T
state: desired
language: {language}
steps:
  - {{action: Asks, pains: {{text: Hurts, severity: 1}}, opportunities: Help}}
  - {{action: Pays, leaks: [{{to: home, share: 2 %}}]}}
  - Goes
  - Comes again
  - Tells others
"""
    shown = words(overview(analyse(text).journey_map))
    assert [each for each in told if not any(each in line for line in shown)] == []
    assert not any("First, at" in line for line in shown)


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.name)
def test_what_numbers_mean_is_always_said(path: Path) -> None:
    keys = ("urgent-first", "called-pain", "called-pain-desired", "called-feeling")
    scenes = [overview(loaded(path), size=page_of(size)) for size in ("16:9", "4:3")]
    told = [
        "1" not in words(scene)
        or any(
            text.split(" (")[0] in {label(key, scene.language) for key in keys}
            for text in words(scene)
        )
        for scene in scenes
    ]
    assert told == [True, True]


@pytest.mark.parametrize(
    ("pressing", "named", "told"),
    [
        (3, (), ""),
        (4, (), "3 of 4"),
        (5, (), "3 of 5"),
        (5, (4,), "3 of 5"),  # the last one is named by the headline, and takes the third place
        (3, (3,), "2 of 3"),  # one without a rank does
    ],
)
def test_how_many_of_the_numbered_steps_have_a_card_is_told(
    pressing: int, named: tuple[int, ...], told: str
) -> None:
    hurts = "pains: {text: P, severity: 4, probability: 4}"
    steps = "".join(
        f"  - {{action: S{i}, importance: 5, perceived: {1 + i // 3}"
        + (f", {hurts}}}\n" if i < pressing else "}\n")
        for i in range(6)
    )
    analysis = analyse(f"title: T\nsteps:\n{steps}")
    first = [analysis.journey_map.steps[at] for at in named]
    shown = cards(analysis, first=first)
    assert len(call_outs(analysis)) == pressing
    assert of_how_many(analysis, shown) == told
    scene = _Overview(analysis, ViewOptions()).draw()
    foot = [text.text for text in scene.texts() if text.text.startswith("most urgent")]
    own = of_how_many(analysis, cards(analysis))
    assert foot == [f"most urgent ({own})" if own else "most urgent"]


STORY = """title: T
language: {language}
steps:
  - action: Waits
    emotion: -2
    importance: 5
    perceived: 1
    pains: {{id: late, text: Late, severity: 4, probability: 4}}
    opportunities: {{text: Ring back, owner: Ann, solves: late}}
  - {{action: Comes, emotion: 1}}
  - {{action: Pays, emotion: 0, leaks: [{{to: home, share: 20 %, why: cash only}}]{idea}}}
  - {{action: Goes home, emotion: 1}}
  - {{action: Sleeps, emotion: 1}}
"""


@pytest.mark.parametrize(
    ("language", "idea", "said"),
    [
        ("en", "Take cards for cash", "Idea at “Pays”: Take cards for cash (nobody drives it yet)"),
        ("es", "Take cards for cash", "Idea en «Pays»: Take cards for cash (aún sin responsable)"),
        ("pl", "Take cards for cash",
         "Pomysł przy „Pays”: Take cards for cash (nikt tego jeszcze nie prowadzi)"),
        ("en", "", "Nobody has an idea yet. First, at “Waits”: Ring back (Ann)"),
        ("en", "Better chairs",
         "The map names no idea against it. First, at “Waits”: Ring back (Ann)"),
        ("es", "", "Nadie tiene una idea aún. Lo primero, en «Waits»: Ring back (Ann)"),
        ("pl", "", "Nie ma jeszcze pomysłu. Najpierw, przy „Waits”: Ring back (Ann)"),
    ],
)  # fmt: skip
def test_what_is_to_be_done_is_told_of_the_step_that_the_headline_names(
    language: str, idea: str, said: str
) -> None:
    told = f", opportunities: [{idea}]" if idea else ""
    analysis = analyse(STORY.format(language=language, idea=told))
    assert [step.label for step in told_claim(analysis)[1]] == ["Pays"]
    assert first_to_do(analysis) == said
    head = _Overview(analysis, ViewOptions()).head
    assert (" ".join(head.first), head.badge) == (said, "!")
    named = _Overview(analysis, ViewOptions(title="Our own title")).head
    assert (named.badge, "Waits" in named.first[0]) == ("1", True)  # it names no step


@pytest.mark.parametrize("size", ["16:9", "4:3", "a4"])
@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.name)
def test_headline_and_what_is_to_be_done_are_of_one_step(path: Path, size: str) -> None:
    page = _Overview(Analysis(journey_map=loaded(path)), ViewOptions(size=page_of(size)))
    head, language = page.head, page.language
    own = [card for card in page.plan().shown if card.step in head.steps]
    if not head.steps:
        assert head.badge in {"", "1"}
        return
    assert head.badge in {card.badge for card in own}
    (card,) = (each for each in own if each.badge == head.badge)
    if card.idea:
        assert f"{quoted(card.step, language)}: {card.idea}" in " ".join(head.first)
    else:
        assert head.first[0].casefold().startswith(card.nothing)
