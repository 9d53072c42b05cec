"""What a page says of its sources is true of what stands on it, and the same on all pages."""

import re
from itertools import product
from pathlib import Path

import pytest
from tests.analysis.reading import analyse
from tests.views.test_views import EXAMPLES, drawn, loaded

from journeymap.analysis.analysis import Analysis
from journeymap.analysis.call_outs import call_outs
from journeymap.analysis.evidence import Standing, claim_standing
from journeymap.analysis.figures import FigureKind, evidence_at, figures
from journeymap.analysis.grounds import grounds
from journeymap.model.journey_map import JourneyMap
from journeymap.model.vocabulary import EvidenceKind
from journeymap.views.kit.theme import PAGES
from journeymap.views.names import FirstPage, View
from journeymap.views.options import ViewOptions
from journeymap.views.registry import build, draw
from journeymap.views.sheet.callouts import callouts
from journeymap.words.labels import label
from journeymap.words.subtitle import evidence_name

FIGURES = {
    View.FLOW: {FigureKind.SHARE, FigureKind.WAIT},
    View.MATRIX: {FigureKind.RATING},
}
"""Views that show nothing but figures, and which."""
OTHERS = (View.MAP, View.FOCUS, View.STAKEHOLDERS, View.LADDER, View.CYCLE)
EXTENTS = ("partly-assumed", "all-figures-assumed", "all-assumed")


def is_assumed(standing: Standing) -> bool:
    return standing is Standing.ASSUMED


def wanted(journey_map: JourneyMap, view: View) -> str:
    """What is assumed, counted by hand."""
    kinds = FIGURES.get(view, set(FigureKind))
    told = [is_assumed(each.standing) for each in figures(journey_map) if each.kind in kinds]
    if view in FIGURES and told:
        return "all-figures-assumed" if all(told) else "partly-assumed" if any(told) else ""
    cites = journey_map.journey.based_on
    claims = [
        is_assumed(claim_standing(journey_map, step))
        for step in journey_map.steps
        if step.step.evidence or cites
    ]
    if claims and all(told + claims):
        return "all-assumed"
    if told and all(told):
        return "all-figures-assumed"
    return "partly-assumed" if any(told + claims) else ""


def behind(journey_map: JourneyMap, view: View) -> dict[str, int]:
    """The sources that steps and figures rest on, and how many of them each is behind.

    What figures alone rest on that are all assumed are assumptions.
    """
    kinds, extent = FIGURES.get(view), wanted(journey_map, view)
    shown = [each for each in figures(journey_map) if each.kind in (kinds or ())]
    places = [tuple(each.evidence) for each in shown]
    if not shown:
        places = [
            (*evidence_at(step), *(() if step.step.evidence else journey_map.journey.based_on))
            for step in journey_map.steps
        ]
        places += [each.evidence for each in figures(journey_map) if each.step is None]
    counts: dict[str, int] = {}
    for names in places:
        for each in journey_map.evidence.meant(dict.fromkeys(names)):
            is_guess = each.item.kind is EvidenceKind.ASSUMPTION
            if is_guess or not (shown and extent == "all-figures-assumed"):
                counts[each.label] = counts.get(each.label, 0) + 1
    return counts


def subtitles(journey_map: JourneyMap, view: View, size: str) -> list[str]:
    """What stands below the titles of pages behind the state; nothing where there is no room."""
    state = label(journey_map.journey.state, journey_map.journey.language)
    scenes = drawn(journey_map, ViewOptions(view=view, size=PAGES[size]))
    lines = [
        text.text.replace("\u00a0", " ").partition(f" · {state}")
        for scene in scenes
        for text in scene.texts()
        if f" · {state}" in text.text.replace("\u00a0", " ")
    ]
    assert len(lines) in {0, len(scenes)}
    return [behind_it for _, _, behind_it in lines]


SLIDES = list(product(EXAMPLES, (*OTHERS, *FIGURES), ("16:9",)))
POSTERS = list(product(EXAMPLES, (View.MAP,), ("a3",)))


@pytest.mark.parametrize(("path", "view", "size"), SLIDES + POSTERS)
def test_pages_say_what_they_rest_on(path: Path, view: View, size: str) -> None:
    journey_map = loaded(path)
    told = subtitles(journey_map, view, size)
    assert len(set(told)) <= 1, "all pages of a view say the same"
    language = journey_map.journey.language
    said = {key for line in told for key in EXTENTS if f" · {label(key, language)}" in line}
    assert said <= {wanted(journey_map, view)}
    counts = behind(journey_map, view)
    for line in told:
        assert counts_of_named(line, counts, language) in ([], sorted(counts.values())[::-1])


def counts_of_named(line: str, counts: dict[str, int], language: str | None) -> list[int]:
    """How many steps each named source is behind, in the order of the line, then of the others."""
    named = sorted((name for name in counts if name in line), key=line.index)
    more = re.escape(label("more-missed", language)).replace(r"\{n\}", r"(\d+)")
    left = re.search(more, line)
    assert (int(left[1]) if left else 0) in ({len(counts) - len(named)} if named else {0})
    rest = sorted((n for name, n in counts.items() if name not in named), reverse=True)
    return [*(counts[name] for name in named), *rest] if named else []


MAP = """title: A visit
based_on: [book]
personas: [{id: ann, name: Ann}]
evidence:
  - {id: book, name: A book, kind: literature}
  - {id: count, name: Count (a pilot), kind: analytics, n: 90}
  - {id: guess, name: Guesses, kind: assumption}
steps:
  - {action: Calls, evidence: [FIRST], importance: 5, perceived: 2, leaks: [{to: x, share: 9 %}]}
  - {action: Comes, evidence: [SECOND], importance: 3, perceived: 4, pains: [It hurts]}
"""


@pytest.mark.parametrize(
    ("first", "second", "on_map", "on_flow"),
    [
        ("count", "count", "Count (a pilot)", "Count (a pilot)"),
        ("guess", "guess", "all steps and figures assumed; Guesses",
         "all figures assumed; Guesses"),
        ("count, guess", "count, guess", "all figures assumed; Count (a pilot); Guesses",
         "all figures assumed; Guesses"),
        ("count", "guess", "partly assumed; Count (a pilot); Guesses", "Count (a pilot)"),
        ("guess", "count", "partly assumed; Guesses; Count (a pilot)",
         "all figures assumed; Guesses"),
        ("", "guess", "partly assumed; A book; Guesses", "A book"),
    ],
)  # fmt: skip
def test_figures_alone_are_told_of_where_nothing_else_is_shown(
    first: str, second: str, on_map: str, on_flow: str
) -> None:
    analysis = analyse(MAP.replace("FIRST", first).replace("SECOND", second))
    for view, said in ((View.MAP, on_map), (View.FLOW, on_flow)):
        (told,) = subtitles(analysis.journey_map, view, "16:9")
        assert told == f" · {said}"


def test_both_maps_of_a_comparison_are_told_of() -> None:
    now = analyse(MAP.replace("FIRST", "count").replace("SECOND", "count")).journey_map
    then = analyse(MAP.replace("FIRST", "guess").replace("SECOND", "count")).journey_map
    options = ViewOptions(view=View.COMPARE, against=then, size=PAGES["a3"])
    words = {
        text.text.replace("\u00a0", " ")
        for scene in build(Analysis(journey_map=now), options)
        for text in scene.texts()
    }
    assert any("partly assumed; Count (a pilot); Guesses" in each for each in words)


@pytest.mark.parametrize(("first", "mark"), [("count", ""), ("count, guess", " (assumed)")])
def test_reasons_at_the_foot_of_a_map_are_marked_where_their_figures_are_assumed(
    first: str, mark: str
) -> None:
    analysis = analyse(MAP.replace("FIRST", first).replace("SECOND", "count"))
    (reasons,) = {
        each.reasons
        for position, each in callouts(analysis.journey_map, call_outs(analysis)).items()
        if position == 0
    }
    assert f"9 of 100 who come here leave{mark}" in reasons


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_the_foot_of_a_poster_numbers_the_sources_below_its_title(path: Path) -> None:
    journey_map = loaded(path)
    options = ViewOptions(size=PAGES["a3"], first=FirstPage.LONG)
    (scene,) = draw(Analysis(journey_map=journey_map), options)
    language = journey_map.journey.language
    sources = [evidence_name(each, language) for each in grounds(journey_map).sources]
    said = {text.text.replace("\u00a0", " ") for text in scene.texts()}
    every = {evidence_name(each, language) for each in journey_map.evidence}
    assert said & every == set(sources)


@pytest.mark.parametrize(
    ("own", "said"),
    [
        ("guess", "persona: all assumed; Guesses"),
        ("count, guess", "persona: partly assumed"),
        ("count", "Count (a pilot)"),
    ],
)
def test_a_picture_of_a_persona_says_that_it_counts_what_is_said_of_her(
    own: str, said: str
) -> None:
    ann = f"{{id: ann, name: Ann, goals: [rest], share: 20 %, evidence: [{own}]}}"
    text = MAP.replace("{id: ann, name: Ann}", ann).replace("FIRST", "guess")
    analysis = analyse(text.replace("SECOND", "guess"))
    (told,) = subtitles(analysis.journey_map, View.PERSONA, "16:9")
    assert told.startswith(f" · {said}")
