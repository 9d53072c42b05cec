"""Which opportunities solve which pain, and which steps make good for it."""

from journeymap.analysis.remedies import answers, recoveries
from journeymap.model.journey import Journey, Stage
from journeymap.model.journey_map import JourneyMap
from journeymap.model.pains import Opportunity, OpportunityStatus, Pain
from journeymap.model.step import Step


def solved(*steps: Step) -> dict[str, list[str]]:
    """Per pain's text the texts of what solves it."""
    journey = Journey(title="A", stages=(Stage(name="S", steps=steps),))
    journey_map = JourneyMap(journey=journey, libraries={})
    found = answers(journey_map)
    pains = [pain for step in journey_map.steps for pain in step.pains]
    return {
        pain.pain.text: [idea.opportunity.text for idea in found[pain.route]]
        for pain in pains
        if pain.route in found
    }


def pain(text: str, id_: str | None = None) -> Pain:
    return Pain(id=id_, text=text)


def idea(
    text: str, *solves: str, status: OpportunityStatus = OpportunityStatus.IDEA
) -> Opportunity:
    return Opportunity(text=text, solves=solves, status=status)


def test_an_opportunity_that_names_nothing_solves_every_pain_of_its_step_only() -> None:
    one = Step(action="A", pains=(pain("p"), pain("q")), opportunities=(idea("x"),))
    assert solved(one, Step(action="B", pains=(pain("r"),))) == {"p": ["x"], "q": ["x"]}


def test_a_named_pain_is_sought_at_its_step_first_and_then_in_the_map() -> None:
    one = Step(action="A", pains=(pain("Far", "far"), pain("late")))
    two = Step(
        action="B", pains=(pain("late"), pain("q")), opportunities=(idea("x", "Late", "far"),)
    )
    assert solved(one, Step(action="C"), two) == {"Far": ["x"], "late": ["x"]}
    routes = answers(JourneyMap(journey=Journey(title="A", steps=(one, two)), libraries={}))
    assert list(routes) == [("steps", 1, "pains", 0), ("steps", 0, "pains", 0)]


def test_a_pain_named_twice_is_solved_once_and_a_name_of_nothing_solves_nothing() -> None:
    step = Step(
        action="A", pains=(pain("P p", "p"),), opportunities=(idea("x", "p", "P p"), idea("y", "z"))
    )
    assert solved(step) == {"P p": ["x"]}


def test_what_was_dropped_solves_nothing() -> None:
    dropped = idea("x", status=OpportunityStatus.DROPPED)
    live = idea("y", "p", status=OpportunityStatus.LIVE)
    assert solved(
        Step(action="A", pains=(pain("p"), pain("q")), opportunities=(dropped, live))
    ) == {"p": ["y"]}


# ------------------------------------------------------------------------------------- recoveries
def recovered(*steps: Step) -> dict[str, list[str]]:
    """Per pain's text the steps that make good for it."""
    journey_map = JourneyMap(journey=Journey(title="A", steps=steps), libraries={})
    found = recoveries(journey_map)
    pains = [each for step in journey_map.steps for each in step.pains]
    return {
        each.pain.text: [step.label for step in found[each.route]]
        for each in pains
        if each.route in found
    }


def test_a_step_makes_good_for_the_pains_that_it_names() -> None:
    one = Step(action="A", pains=(pain("Far", "far"), pain("late")))
    two = Step(action="B", recovers=("far", "nothing"))
    assert recovered(one, two, Step(action="C", recovers=("Far", "far"))) == {"Far": ["B", "C"]}


def test_a_steps_name_means_all_of_its_pains_and_a_pains_name_goes_first() -> None:
    one = Step(id="late", action="A", pains=(pain("p"), pain("q")))
    assert recovered(one, Step(action="B", recovers=("late",))) == {"p": ["B"], "q": ["B"]}
    two = Step(action="C", pains=(pain("late"),))
    assert recovered(one, two, Step(action="B", recovers=("late",))) == {"late": ["B"]}


def test_a_pain_of_the_step_itself_is_meant_before_one_elsewhere() -> None:
    one = Step(action="A", pains=(Pain(text="late"),))
    two = Step(action="B", pains=(Pain(text="late"),), recovers=("late",))
    journey_map = JourneyMap(journey=Journey(title="A", steps=(one, two)), libraries={})
    assert list(recoveries(journey_map)) == [("steps", 1, "pains", 0)]
