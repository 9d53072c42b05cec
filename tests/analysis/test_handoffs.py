"""Hand-offs: who passes on to whom, with what, and which are told of."""

from collections.abc import Mapping, Sequence

import pytest

from journeymap.analysis.handoffs import HandoffState, Transfer, next_serving, transfers
from journeymap.analysis.houses import left_to_others
from journeymap.analysis.transitions import find_ways
from journeymap.model.journey import Journey
from journeymap.model.journey_map import JourneyMap
from journeymap.model.people import PersonKind, Stakeholder
from journeymap.model.step import Step
from journeymap.model.vocabulary import InformationItem

PEOPLE = (
    Stakeholder(id="gp", name="GP", kind=PersonKind.CLINICIAN, part_of="practice"),
    Stakeholder(id="desk", name="Front desk", kind=PersonKind.STAFF, part_of="practice"),
    Stakeholder(id="practice", name="Practice", kind=PersonKind.ORGANISATION),
    Stakeholder(id="lab", name="Laboratory", kind=PersonKind.ORGANISATION),
    Stakeholder(id="specialist", name="Specialist", kind=PersonKind.CLINICIAN),
    Stakeholder(id="son", name="Her son", kind=PersonKind.FAMILY),
)


def step(
    name: str,
    who: str = "",
    *,
    handoff: Sequence[Mapping[str, object]] = (),
    to: Sequence[str] = (),
) -> Step:
    return Step.model_validate(
        {
            "action": name,
            "actor": who or None,
            "handoff": tuple(handoff),
            "next": tuple({"to": target, "share": 0.3} for target in to),
        }
    )


def map_of(*steps: Step, people: Sequence[Stakeholder] = PEOPLE) -> JourneyMap:
    journey = Journey(
        title="A map",
        persona=("Ann",),
        stakeholders=tuple(people),
        information=(
            InformationItem(id="blood", name="Blood results"),
            InformationItem(name="X-ray"),
        ),
        steps=steps,
    )
    return JourneyMap(journey=journey, libraries={})


def found(*steps: Step, people: Sequence[Stakeholder] = PEOPLE) -> list[Transfer]:
    journey_map = map_of(*steps, people=people)
    return list(transfers(journey_map, find_ways(journey_map)))


def told(*steps: Step) -> list[tuple[str, str | None, str | None, str, str]]:
    return [
        (each.step.id, each.to.id if each.to else None, each.giver, each.taker, each.state.value)
        for each in found(*steps)
    ]


def test_a_change_of_the_serving_party_is_a_hand_off() -> None:
    assert told(step("a", "gp"), step("b", "specialist")) == [
        ("a", "b", "gp", "specialist", "undeclared")
    ]


def test_steps_that_nobody_serves_are_passed_over() -> None:
    expected = [("a", "d", "gp", "specialist", "undeclared")]
    assert told(step("a", "gp"), step("b"), step("c", "son"), step("d", "specialist")) == expected
    assert told(step("a"), step("b", "gp")) == []


def test_within_one_organisation_nothing_is_handed_over() -> None:
    assert told(step("a", "gp"), step("b", "desk"), step("c", "practice")) == []
    assert told(step("a", "gp"), step("b", "desk"), step("c", "lab")) == [
        ("b", "c", "desk", "lab", "undeclared")
    ]


def test_it_follows_the_ways_and_not_the_order() -> None:
    steps = (step("a", "gp", to=["c"]), step("b", "gp"), step("c", "lab"), step("d", "lab"))
    assert told(*steps) == [
        ("a", "c", "gp", "lab", "undeclared"),
        ("b", "c", "gp", "lab", "undeclared"),
    ]
    back = (step("a", "gp"), step("b", "lab", to=["a"]), step("c", "lab"))
    assert ("b", "a", "lab", "gp", "undeclared") in told(*back)


def test_two_ways_to_one_party_are_one_hand_off() -> None:
    assert told(step("a", "gp", to=["c"]), step("b", "lab"), step("c", "lab")) == [
        ("a", "b", "gp", "lab", "undeclared")
    ]


def test_what_is_declared_is_complete_when_it_carries_what_is_needed() -> None:
    said = {"to": "lab", "needs": ("blood", "X-ray", "Age"), "carries": ("Blood results", "age")}
    (incomplete,) = found(step("a", "gp", handoff=[said]), step("b", "lab"))
    assert incomplete.state is HandoffState.INCOMPLETE
    assert incomplete.state.value == "incomplete"
    assert incomplete.missing == ("X-ray",)
    assert incomplete.entry == 0
    (complete,) = found(
        step("a", "gp", handoff=[{**said, "carries": ("x-ray", "blood", "age", "more")}]),
        step("b", "lab"),
    )
    assert complete.state is HandoffState.COMPLETE
    assert complete.missing == ()
    assert told(step("a", "gp", handoff=[{"to": "lab"}])) == [("a", None, "gp", "lab", "complete")]


def test_what_is_missing_twice_is_told_once_and_by_name() -> None:
    said = {"to": "lab", "needs": ("blood", "Blood results", "Old films")}
    (only,) = found(step("a", "gp", handoff=[said]), step("b", "lab"))
    assert only.missing == ("Blood results", "Old films")


def test_one_of_two_changes_may_be_declared() -> None:
    steps = (step("a", "gp", handoff=[{"to": "lab"}], to=["c"]), step("b", "lab"))
    assert told(*steps, step("c", "specialist")) == [
        ("a", "b", "gp", "lab", "complete"),
        ("a", "c", "gp", "specialist", "undeclared"),
        ("b", "c", "lab", "specialist", "undeclared"),
    ]


def test_several_changes_of_a_step_come_in_the_order_of_the_steps() -> None:
    steps = (step("a", "gp", to=["c"]), step("b", "lab", to=["d"]), step("c", "specialist"))
    found = [each[:2] for each in told(*steps, step("d", "gp"))]
    assert found == [("a", "b"), ("a", "c"), ("b", "c"), ("b", "d"), ("c", "d")]


def test_the_taker_may_be_named_by_its_organisation() -> None:
    assert told(step("a", "lab", handoff=[{"to": "practice"}]), step("b", "gp")) == [
        ("a", "b", "lab", "practice", "complete")
    ]


def test_a_hand_off_declared_early_or_on_the_way_answers_the_change() -> None:
    early = (step("a", "gp", handoff=[{"to": "lab"}]), step("b", "desk"), step("c", "lab"))
    assert told(*early) == [("a", "c", "gp", "lab", "complete")]
    between = (step("a", "gp"), step("b", handoff=[{"to": "lab"}]), step("c", "lab"))
    assert told(*between) == [("b", "c", None, "lab", "complete")]


def test_a_hand_off_of_another_giver_to_the_same_step_answers_nothing() -> None:
    declared = step("b", "specialist", handoff=[{"to": "lab"}])
    assert told(step("a", "gp", to=["c"]), declared, step("c", "lab")) == [
        ("a", "b", "gp", "specialist", "undeclared"),
        ("a", "c", "gp", "lab", "undeclared"),
        ("b", "c", "specialist", "lab", "complete"),
    ]


@pytest.mark.parametrize(
    ("serving", "others"),
    [
        (["gp", "lab"], set()),
        (["gp", "lab", "desk", "specialist"], set()),
        (["gp", "lab", "desk"], {1}),
        (["gp", "", "lab", "desk"], {2}),
        ([""], set()),
    ],
)
def test_whose_map_it_is_more_than_half_of_the_served_steps_tell(
    serving: list[str], others: set[int]
) -> None:
    steps = (step(f"step {at}", who) for at, who in enumerate(serving))
    assert left_to_others(map_of(*steps)) == others


def test_a_declared_taker_who_does_not_serve_next_stands_for_the_change() -> None:
    steps = (step("a", "gp", handoff=[{"to": "specialist"}]), step("b", "lab"))
    assert told(*steps) == [("a", None, "gp", "specialist", "complete")]


def test_a_hand_off_within_an_organisation_may_be_declared() -> None:
    steps = (step("a", "desk", handoff=[{"to": "gp"}]), step("b"), step("c", "gp"))
    assert told(*steps) == [("a", "c", "desk", "gp", "complete")]


def test_renewal_is_no_hand_off() -> None:
    stages = (
        {"name": "Need", "steps": (step("a", "gp"),)},
        {"name": "Use", "steps": (step("b", "gp"),)},
        {
            "name": "Recommendation",
            "steps": (step("c", "gp", to=["d"]), step("d", "lab", to=["a"])),
        },
    )
    journey = Journey.model_validate(
        {
            "title": "A map",
            "framework": "customer-lifecycle",
            "stakeholders": PEOPLE,
            "stages": stages,
        }
    )
    journey_map = JourneyMap(journey=journey, libraries={})
    givers = [each.step.id for each in transfers(journey_map, find_ways(journey_map))]
    assert givers == ["c"]


@pytest.mark.parametrize("above", ["practice", "gp", "desk", "nobody"])
def test_organisations_that_are_part_of_one_another_are_no_hurdle(above: str) -> None:
    people = tuple(
        person.model_copy(update={"part_of": above}) if person.id == "practice" else person
        for person in PEOPLE
    )
    journey_map = map_of(step("a", "gp"), step("b", "lab"), people=people)
    assert len(transfers(journey_map, find_ways(journey_map))) == 1


def test_who_serves_next() -> None:
    journey_map = map_of(
        step("a", "gp", to=["d"]), step("b", "desk"), step("c", "lab"), step("d", "specialist")
    )
    ways = find_ways(journey_map)
    serving = [next_serving(journey_map, ways, placed_step) for placed_step in journey_map.steps]
    assert serving == [("lab", "specialist"), ("lab",), ("specialist",), ()]
    alone = map_of(step("a", "gp"), step("b"), step("c", "desk"))
    assert next_serving(alone, find_ways(alone), alone.steps[0]) == ("desk",)


def test_the_order_of_stakeholders_changes_nothing() -> None:
    steps = (step("a", "gp", handoff=[{"to": "lab"}]), step("b", "lab"), step("c", "specialist"))
    one, other = found(*steps), found(*steps, people=PEOPLE[::-1])
    assert [(each.step.id, each.taker, each.state) for each in one] == [
        (each.step.id, each.taker, each.state) for each in other
    ]


@pytest.mark.parametrize(
    ("what", "who", "is_told"),
    [
        ("Papers are filed", "lab", False),
        ("Papers are filed", "specialist", True),  # who treats is told before
        ("Is examined", "lab", True),
    ],
)
def test_papers_may_be_handed_over_behind_the_change_and_care_may_not(
    what: str, who: str, *, is_told: bool
) -> None:
    steps = (step("a", "gp"), step(what, who), step("c", "gp", handoff=[{"to": who}]))
    ends = {(each.step.position, each.to.position) for each in found(*steps) if each.to}
    assert ((0, 1) in ends) == is_told
