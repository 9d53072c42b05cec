"""What references mean: one order for all of them."""

from dataclasses import replace

import pytest

from journeymap.analysis.remedies import answers
from journeymap.model.fields import Namespace
from journeymap.model.frameworks import Framework, FrameworkStage
from journeymap.model.journey import Journey, Library
from journeymap.model.journey_map import JourneyMap
from journeymap.model.pains import Opportunity, Pain
from journeymap.model.people import Persona, PersonKind, Stakeholder
from journeymap.model.step import Step
from journeymap.model.vocabulary import Channel

CHANNELS = (Channel(name="Phone"), Channel(id="x", name="Phone"), Channel(id="web", name="x"))


def of_steps(*steps: Step) -> JourneyMap:
    return JourneyMap(journey=Journey(title="A", steps=steps), libraries={})


def with_library(journey: Journey, *libraries: Library) -> JourneyMap:
    paths = ("b.library.yaml", "c.library.yaml")
    return JourneyMap(journey=journey, libraries=dict(zip(paths, libraries, strict=False)))


@pytest.mark.parametrize(
    ("reference", "expected"),
    [("PHONE", ["phone", "x"]), ("x", ["x"]), ("web", ["web"]), ("Fax", []), ("", [])],
)
def test_the_id_goes_before_the_name_and_a_written_one_alone_is_meant(
    reference: str, expected: list[str]
) -> None:
    journey_map = JourneyMap(journey=Journey(title="A", channels=CHANNELS), libraries={})
    meant = journey_map.find_all(reference, Namespace.CHANNEL)
    assert [entry.id for entry in meant] == expected


def test_what_the_map_defines_goes_before_its_libraries_in_order() -> None:
    journey_map = with_library(
        Journey(title="A", stakeholders=(Stakeholder(name="Nurse"),)),
        Library(personas=(Persona(name="Nurse"),), channels=(Channel(id="x", name="Desk"),)),
        Library(channels=(Channel(id="x", name="Chat"), Channel(name="Desk"))),
    )
    nurse = journey_map.resolve("nurse", Namespace.PERSON)
    assert nurse is not None
    assert nurse.route == ("stakeholders", 0)
    assert nurse.library is None
    assert journey_map.label_of("x", Namespace.CHANNEL) == "Desk"
    assert [entry.library for entry in journey_map.find_all("x", Namespace.CHANNEL)] == [
        "b.library.yaml",
        "c.library.yaml",
    ]


def test_of_two_with_one_id_the_first_is_meant_however_they_are_called() -> None:
    journey_map = with_library(
        Journey(title="A", channels=(Channel(id="x", name="Desk"),)),
        Library(channels=(Channel(id="x", name="Chat"),)),
    )
    assert journey_map.label_of("Chat", Namespace.CHANNEL) == "Desk"


def test_a_name_with_a_number_is_not_taken_for_the_second_of_a_name() -> None:
    journey_map = of_steps(Step(action="Waits"), Step(action="Waits"), Step(action="Waits 2"))
    assert [step.id for step in journey_map.steps] == ["waits", "waits-3", "waits-2"]
    meant = journey_map.resolve("Waits 2", Namespace.STEP)
    assert meant is not None
    assert meant.item.position == 2


def test_a_stakeholder_of_the_same_name_does_not_make_a_provider_of_the_persona() -> None:
    journey = Journey(
        title="A",
        personas=(Persona(id="anna", name="Anna, 58"),),
        stakeholders=(Stakeholder(id="clerk", name="Anna", kind=PersonKind.STAFF),),
    )
    journey_map = JourneyMap(journey=journey, libraries={})
    assert not journey_map.is_provider("anna")
    assert journey_map.is_provider("clerk")


def test_the_persona_that_the_map_only_names_goes_before_anybody_of_that_name() -> None:
    journey = Journey(
        title="A", persona=("Patient",), stakeholders=(Stakeholder(id="patient", name="A visitor"),)
    )
    journey_map = JourneyMap(journey=journey, libraries={})
    meant = [journey_map.resolve(name, Namespace.PERSON) for name in ("", "patient", "A visitor")]
    assert meant == [journey_map.persona] * 3
    assert journey_map.person_label("patient") == "Patient"


def test_a_pain_with_an_id_has_no_other_name_as_no_step_has() -> None:
    pains = (Pain(id="lost", text="Letter is lost"), Pain(text="Too late"))
    ideas = (Opportunity(text="E-mail", solves=("Letter is lost",)),)
    journey_map = of_steps(
        Step(id="waits", action="Waits at home", pains=pains, opportunities=ideas)
    )
    assert journey_map.resolve("Letter is lost", Namespace.PAIN) is None
    assert answers(journey_map) == {}
    assert journey_map.id_of("Too late", Namespace.PAIN) == "too-late"
    assert journey_map.resolve("Waits at home", Namespace.STEP) is None


def test_a_pain_is_sought_at_its_step_then_everywhere_and_before_a_step() -> None:
    one = Step(id="late", action="A", pains=(Pain(id="x", text="p"), Pain(text="late")))
    two = Step(action="B", pains=(Pain(id="x", text="q"),))
    journey_map = of_steps(one, two)
    assert journey_map.label_of("x", Namespace.PAIN, ("steps", 1, "recovers", 0)) == "q"
    assert journey_map.label_of("x", Namespace.PAIN) == "p"
    assert journey_map.label_of("late", Namespace.REPAIRABLE) == "late"
    assert journey_map.label_of("b", Namespace.REPAIRABLE) == "B"


def test_end_names_no_step_in_references() -> None:
    journey_map = of_steps(Step(action="End"))
    assert journey_map.find_all("end", Namespace.STEP) == ()
    assert journey_map.find_step("end") == journey_map.steps[0]


def test_a_framework_stage_is_found_by_its_id_before_the_label_of_an_earlier_one() -> None:
    stages = (FrameworkStage(id="a", labels={"en": "B"}), FrameworkStage(id="b", aliases=("c",)))
    journey_map = JourneyMap(
        journey=Journey(title="A", framework="OURS"),
        libraries={},
        frameworks=(Framework(id="ours", stages=stages),),
    )
    ids = [journey_map.id_of(name, Namespace.FRAMEWORK_STAGE) for name in ("B", "C", "a")]
    assert ids == ["b", "b", "a"]


def test_references_say_what_they_mean_those_of_libraries_too() -> None:
    channel = Channel(id="phone", name="Phone")
    journey_map = with_library(
        Journey(title="A", steps=(Step(action="B", channel=("Phone", "fax")),)),
        Library(channels=(channel,), stakeholders=(Stakeholder(name="GP", part_of="practice"),)),
    )
    said = {each.text: [entry.item for entry in each.meanings] for each in journey_map.references}
    assert said == {"Phone": [channel], "fax": []}
    ((path, (reference,)),) = journey_map.library_references.items()
    assert (path, reference.text, reference.meanings) == ("b.library.yaml", "practice", ())


def test_what_is_computed_of_a_map_is_asked_once() -> None:
    asked: list[JourneyMap] = []

    def count(journey_map: JourneyMap) -> int:
        asked.append(journey_map)
        return len(journey_map.steps)

    first = JourneyMap(journey=Journey(title="A", steps=(Step(action="B"),)), libraries={})
    other = replace(first, journey=Journey(title="A"))
    assert [first.once(count), first.once(count), other.once(count)] == [1, 1, 0]
    assert asked == [first, other]
