"""Excerpts show less of a map and change nothing of the rest."""

from typing import Any

import pytest
from tests.analysis.reading import analyse

from journeymap.analysis.analysis import Analysis
from journeymap.analysis.partial_analysis import Excerpt
from journeymap.model.feelings import Feeling
from journeymap.model.journey import Journey, Stage
from journeymap.model.journey_map import JourneyMap
from journeymap.model.pains import Pain
from journeymap.model.people import Persona, Stakeholder
from journeymap.model.step import Step
from journeymap.views.client_map import for_client
from journeymap.views.errors import NoSuchNameError
from journeymap.views.tailored_map import entitled, of_stages, seen_by
from journeymap.words.whose import everybodys, for_one


def feeling(value: float) -> Feeling:
    return Feeling(value=value, written=f"{value:g}")


def journey() -> JourneyMap:
    others: dict[str, Any] = {"with": ("son",)}
    step = Step(
        action="Calls",
        **others,
        need={"": "An answer", "son": "Peace"},
        emotion={"": feeling(-2), "son": feeling(1)},
        backstage=("Types",),
        systems=("Register",),
        frontstage=("Greets",),
        note="Ask the ward",
        tags=("x",),
    )
    return JourneyMap(
        journey=Journey(
            title="Clinic",
            personas=(Persona(id="ana", name="Ana"),),
            stakeholders=(Stakeholder(id="son", name="Her son"), Stakeholder(name="GP")),
            stages=(
                Stage(name="Before", steps=(step, Step(action="Waits"))),
                Stage(name="During", steps=(Step(action="Waits", pains=(Pain(text="Long"),)),)),
            ),
        ),
        libraries={},
    )


def test_another_title_is_all_that_changes() -> None:
    journey_map = journey()
    changed = entitled(journey_map, "For the board")
    assert changed.journey.title == "For the board"
    assert [step.id for step in changed.steps] == [step.id for step in journey_map.steps]


def test_clients_see_nothing_internal() -> None:
    step = for_client(journey()).steps[0].step
    assert (step.backstage, step.systems, step.note, step.tags) == ((), (), None, ())
    assert (step.frontstage, step.need["son"]) == (("Greets",), "Peace")


@pytest.mark.parametrize("name", ["During", "during", "DURING"])
def test_a_stage_keeps_its_steps_and_their_ids(name: str) -> None:
    journey_map = journey()
    part = of_stages(journey_map, [name])
    assert [stage.label for stage in part.stages] == ["During"]
    assert [step.id for step in part.steps] == [journey_map.steps[2].id]


def test_stages_stay_in_the_order_of_the_map() -> None:
    part = of_stages(journey(), ["During", "Before"])
    assert [stage.label for stage in part.stages] == ["Before", "During"]


def test_a_map_without_stages_has_excerpts_for_clients_too() -> None:
    bare = JourneyMap(
        journey=Journey(title="T", steps=(Step(action="A", note="x"), Step(action="B"))),
        libraries={},
    )
    assert [step.step.note for step in for_client(bare).steps] == [None, None]
    assert [step.id for step in for_client(bare).steps] == [step.id for step in bare.steps]


@pytest.mark.parametrize("name", ["son", "Her son"])
def test_the_eyes_of_somebody_else(name: str) -> None:
    seen = seen_by(journey(), name)
    assert seen.persona is not None
    assert seen.persona.label == "Her son"
    first, second, _ = seen.steps
    assert seen.of_persona(first.step.need) == "Peace"
    assert seen.by_person(first.step.emotion) == {"son": feeling(1)}
    assert (first.step.offstage, second.step.offstage) == (False, True)


def test_the_persona_alone() -> None:
    seen = seen_by(journey(), "Ana")
    assert seen.by_person(seen.steps[0].step.emotion) == {"ana": feeling(-2)}
    assert not any(step.step.offstage for step in seen.steps)


def test_names_that_are_not_there_are_told_with_those_that_are() -> None:
    with pytest.raises(NoSuchNameError, match="no stage Befor; did you mean Before"):
        of_stages(journey(), ["Befor"])
    with pytest.raises(NoSuchNameError, match="no person zzz; there are Ana, "):
        seen_by(journey(), "zzz")


def test_leverage_of_a_part_is_that_of_the_whole() -> None:
    whole = Analysis(journey_map=journey())
    part = Excerpt(journey_map=of_stages(whole.journey_map, ["Before"]), whole=whole)
    kept = {step.id for step in part.journey_map.steps}
    expected = [(p.rank, p.step.id, p.pressure) for p in whole.leverage if p.step.id in kept]
    assert [(p.rank, p.step.id, p.pressure) for p in part.leverage] == expected
    assert all(point.step in part.journey_map.steps for point in part.leverage)


def test_the_first_of_two_stages_of_one_name_is_shown_and_an_id_goes_before_a_name() -> None:
    stages = (
        Stage(name="During", steps=(Step(action="A"),)),
        Stage(name="During", steps=(Step(action="B"),)),
        Stage(id="before", name="x", steps=(Step(action="C"),)),
        Stage(id="y", name="Before", steps=(Step(action="D"),)),
    )
    journey_map = JourneyMap(journey=Journey(title="T", stages=stages), libraries={})
    part = of_stages(journey_map, ["during", "before"])
    assert [step.label for step in part.steps] == ["A", "C"]


def test_whoever_looks_at_the_map_is_no_stakeholder_in_it_any_more() -> None:
    others = (Stakeholder(name="GP"), Stakeholder(name="GP"))
    journey_map = JourneyMap(
        journey=Journey(
            title="T",
            personas=(Persona(name="Ana"),),
            stakeholders=others,
            steps=(Step(action="A"),),
        ),
        libraries={},
    )
    seen = seen_by(journey_map, "gp-2")
    assert [entry.id for entry in seen.people] == ["gp-2", "gp"]


CLAIM = """\
title: A claim
persona: [dan, ruth]
personas: [{id: dan, name: Dan}, {id: ruth, name: Ruth}]
stakeholders: [{id: clerk, name: Clerk, kind: staff}]
steps:
  - {action: Asks, only: ruth}
  - action: Fills in the form
    need: {dan: Speed, ruth: To be believed}
    emotion: sad
    channel: {dan: web, ruth: paper}
    wait: {dan: 2 weeks, ruth: 6 weeks}
    leaks: [{share: {dan: 6 %, ruth: 21 %}}]
    pains: [Long, {text: Small print, of: ruth}, {text: Piles, of: [clerk]}]
    opportunities: [{text: Help, for: ruth}, {text: Shorter}, {text: App, for: dan}]
    next: [{to: phones, share: 10 %}]
  - {action: Is paid, id: paid}
  - {action: Phones, id: phones, only: ruth}
  - {action: Rests}
"""


def of_claim(who: str) -> tuple[JourneyMap, JourneyMap]:
    whole = analyse(CLAIM).journey_map
    return whole, seen_by(whole, who)


def test_one_of_several_is_shown_what_is_hers_and_what_is_everybodys() -> None:
    _, ruth = of_claim("ruth")
    _, dan = of_claim("dan")
    assert [step.id for step in ruth.steps] == [
        "asks", "fills-in-the-form", "paid", "phones", "rests",
    ]  # fmt: skip
    assert [step.id for step in dan.steps] == ["fills-in-the-form", "paid", "rests"]
    hers, his = ruth.steps[1].step, dan.steps[0].step
    assert (ruth.of_persona(hers.need), dan.of_persona(his.need)) == ("To be believed", "Speed")
    assert (hers.channel, his.channel) == (("paper",), ("web",))
    assert (hers.leaks[0].share, his.leaks[0].share) == (0.21, 0.06)
    assert [each.label for each in ruth.steps[1].pains] == ["Long", "Small print"]
    assert [each.label for each in dan.steps[0].pains] == ["Long"]
    assert [each.label for each in dan.steps[0].opportunities] == ["Shorter", "App"]
    assert his.next[0].to == "rests", "where he goes on who passes over the step that it names"
    assert [curve.person for curve in Analysis(journey_map=dan).curves] == ["dan"]
    assert dan.personas.known == ("dan",)


def test_figures_of_one_shown_alone_are_those_that_she_has_among_all() -> None:
    whole, dan = of_claim("dan")
    among = Analysis(journey_map=whole).of_each["dan"].flow
    alone = Analysis(journey_map=dan).flow
    assert among
    assert alone
    assert alone.completion == pytest.approx(among.completion)
    people = {step.step.id: step.people for step in among.steps if step.people}
    assert {step.step.id: step.people for step in alone.steps} == pytest.approx(people)


def test_it_is_said_what_is_everybodys() -> None:
    whole, _ = of_claim("ruth")
    shared = {"emotion": 1, "share": 1, "pains": 1, "opportunities": 1}
    assert everybodys(whole, "ruth") == everybodys(whole, "dan") == shared
    assert for_one(whole, "ruth").endswith("emotions 1, shares 1, pains 1, ideas 1.")
    assert (for_one(whole, "clerk"), everybodys(whole, "clerk")) == ("", {})


def test_pains_of_somebody_else_are_not_the_personas() -> None:
    _, clerk = of_claim("clerk")
    assert [each.label for each in clerk.steps[1].pains] == ["Piles"]


def test_whoever_is_looked_through_keeps_what_is_known_of_them() -> None:
    people = "persona: Ann\nstakeholders: [{name: GP, kind: clinician, goals: Heal, needs: Papers}]"
    whole = analyse(f"title: A\n{people}\nsteps: [{{action: A, with: gp}}]").journey_map
    (seen,) = seen_by(whole, "gp").personas_chosen
    assert (seen.id, seen.item.goals, seen.item.needs) == ("gp", ("Heal",), ("Papers",))
    assert isinstance(seen.item, Persona)
