"""The line below the title: what it says, and what goes first where it is too long."""

from dataclasses import replace
from datetime import date

from tests.views.maps import pages

from journeymap.analysis.grounds import Grounds
from journeymap.model.fields import Day
from journeymap.model.journey import Journey, Stage
from journeymap.model.journey_map import JourneyMap
from journeymap.model.step import Step
from journeymap.model.vocabulary import Evidence, EvidenceKind
from journeymap.words.subtitle import subtitle

MAY = Day(date=date(2026, 5, 31), written="2026-05")
TALKS = Evidence(id="talks", name="Talks in spring", kind=EvidenceKind.INTERVIEW, n=14, date=MAY)
BOOK = Evidence(id="book", name="A book", kind=EvidenceKind.LITERATURE, n=2)


def of(*, language: str = "en", owner: str = "The team", persona: str = "Ann") -> JourneyMap:
    journey = Journey(
        title="T",
        language=language,
        persona=(persona,),
        owner=owner,
        reviewed=Day(date=date(2026, 10, 12), written="2026-10-12"),
        based_on=("talks",),
        evidence=(TALKS, BOOK),
        stages=(Stage(steps=(Step(action="Calls", evidence=("book", "talks")),)),),
    )
    return JourneyMap(journey=journey, libraries={})


def plain(words: str) -> str:
    return words.replace("\u00a0", " ")


def test_it_says_who_what_on_what_how_fresh_and_whose() -> None:
    assert plain(subtitle(of()).lines[0]) == (
        "Ann · current state · A book; Talks in spring (14 interviews), May 2026"
        " · reviewed 12 Oct 2026 · The team"
    )
    assert "(14 entrevistas), may 2026" in plain(subtitle(of(language="es")).lines[0])
    assert "(14 wywiadów), maj 2026" in plain(subtitle(of(language="pl")).lines[0])


def test_no_part_of_a_name_that_an_author_gave_is_dropped() -> None:
    talks = TALKS.model_copy(update={"name": "Talks (invented)"})
    nameless = BOOK.model_copy(update={"name": None, "kind": EvidenceKind.INTERVIEW})
    journey = of().journey.model_copy(update={"evidence": (talks, nameless)})
    lines = [plain(each) for each in subtitle(JourneyMap(journey=journey, libraries={})).lines]
    assert "; Talks (invented; 14 interviews), May 2026 · rev" in lines[0]
    assert all("Talks (invented), May 2026" in each for each in lines[1:4])
    assert all("2 interviews" in each for each in lines[:5])
    assert lines[4].endswith("2 interviews and 1 more")


def test_the_whole_keeps_the_names_of_what_is_counted() -> None:
    assert "A book; Talks in spring (14 interviews), May 2026 ·" in subtitle(of()).full


def test_the_last_part_goes_first_and_persona_and_state_stay() -> None:
    lines = [plain(words) for words in subtitle(of()).lines]
    assert lines[1].endswith("A book; Talks in spring, May 2026 · reviewed 12 Oct 2026 · The team")
    assert lines[2].endswith("May 2026 · reviewed 12 Oct 2026")
    assert lines[3].endswith("A book; Talks in spring, May 2026")
    assert lines[4].endswith("A book and 1 more")
    assert lines[-1] == "Ann · current state"
    assert [len(words) for words in lines] == sorted({len(words) for words in lines}, reverse=True)


def test_how_much_is_assumed_stays_longer_than_what_is_told_of_the_whole() -> None:
    guess = Evidence(id="book", name="Guesses of ours", kind=EvidenceKind.ASSUMPTION)
    steps = (Step(action="A", evidence=("book",)), Step(action="B", evidence=("talks",)))
    changed = {"evidence": (TALKS, guess), "stages": (Stage(steps=steps),)}
    journey = of().journey.model_copy(update=changed)
    said = subtitle(JourneyMap(journey=journey, libraries={}), "6 weeks of waiting")
    assert [plain(words) for words in said.lines[-4:]] == [
        "Ann · current state · 6 weeks of waiting · partly assumed; Guesses of ours and 1 more",
        "Ann · current state · 6 weeks of waiting · partly assumed",
        "Ann · current state · partly assumed",
        "Ann · current state",
    ]


def test_where_all_of_it_is_a_guess_that_is_said_to_the_last() -> None:
    guess = Evidence(id="book", name="Guesses of ours", kind=EvidenceKind.ASSUMPTION)
    journey = of().journey.model_copy(update={"evidence": (guess,), "based_on": ("book",)})
    lines = [plain(words) for words in subtitle(JourneyMap(journey=journey, libraries={})).lines]
    assert lines[-3:] == [
        "Ann · current state · all steps and figures assumed; Guesses of ours",
        "Ann · current state · all steps and figures assumed",
        "Ann · current state",
    ]


def test_a_slide_has_one_line_with_the_rest_in_the_tooltip() -> None:
    owner = "A department with a name that is far too long for a slide " * 3
    (scene,) = pages(of(owner=owner.strip()))
    told = [text for text in scene.texts() if "current" in text.text]
    assert [plain(text.text).rpartition(" · ")[2] for text in told] == ["reviewed 12 Oct 2026"]
    assert owner.strip() in told[0].tooltip


def test_a_persona_too_long_for_a_line_is_not_dropped() -> None:
    (scene,) = pages(of(persona="Somebody with very many words to her name " * 4))
    assert any("Somebody" in text.text for text in scene.texts())
    assert "The team" not in " ".join(text.text for text in scene.texts())


def test_a_picture_that_rests_on_some_evidence_cites_that_alone() -> None:
    assert "A book" in subtitle(of()).full
    (entry,) = of().evidence.meant(["talks"])
    based = Grounds(figures=(), claims=(), uses=((entry, 1),))
    told = subtitle(of(), based=based)
    assert plain(told.lines[1]).startswith("Ann · current state · Talks in spring, May 2026 · rev")
    assert "A book" not in told.full
    nothing = replace(based, uses=())
    assert plain(subtitle(of(), based=nothing).lines[0]).startswith("Ann · current state · rev")
