"""What leverage puts together, of whom, which idea it names, and what may be told twice."""

import pytest
from tests.analysis.reading import analyse

from journeymap.analysis.drivers import Driver
from journeymap.analysis.one_fact import told_twice


def of_two(*pains: str) -> tuple[float | None, dict[str, float | str]]:
    """The hazard of a step of two people, with its inputs."""
    analysis = analyse(
        "title: A\npersona: [ann, bo]\npersonas: [{id: ann, name: Ann}, {id: bo, name: Bo}]\n"
        f"steps:\n  - action: Waits\n    pains: [{', '.join(pains)}]\n"
    )
    drive = analysis.leverage[0].drives[Driver.HAZARD]
    return drive.value, dict(drive.inputs)


def test_pains_of_different_people_are_not_put_together() -> None:
    own = "{{id: {0}, text: {0}, kind: harm, severity: 3, probability: {1}{2}}}"
    anns, bos = own.format("x", 3, ", of: [ann]"), own.format("y", 4, ", of: [bo]")
    value, inputs = of_two(anns, bos)
    assert value == pytest.approx(0.75)
    assert (inputs["person"], inputs["pain"], inputs["of_others"]) == ("bo", "y", "x")
    value, inputs = of_two(anns, own.format("y", 3, ""))
    assert value == pytest.approx(1 - 0.4375**2), "a plain pain is everybody's"
    assert inputs["person"] == "ann"


def test_an_end_that_counts_as_lost_is_closed_like_a_leak() -> None:
    ways = ("leaks: [{to: away, share: 20 %}]", "next: [{to: end, share: 20 %, counts: lost}]")
    first, second = (
        analyse(f"title: A\nsteps:\n  - {{action: B, {way}}}\n  - C\n").leverage[0] for way in ways
    )
    assert first.drives[Driver.FLOW_GAIN].value == pytest.approx(1)
    assert second.drives[Driver.FLOW_GAIN].value == pytest.approx(1)
    assert second.drives[Driver.FLOW_GAIN].inputs["lost"] == pytest.approx(0.2)


@pytest.mark.parametrize(
    ("step", "idea", "said"),
    [
        # what it solves goes before what brings more for its effort
        ("{id: a, text: A, impact: 1, effort: 1, solves: p}, {id: b, text: B, impact: 4, effort: 1}",  # noqa: E501
         "a", True),
        # so does a shared word, which is said to be taken
        ("{id: a, text: A queue, impact: 2, effort: 2}, {id: b, text: B, impact: 5, effort: 1}",
         "a", False),
        # what the step has already is no idea
        ("{id: a, text: Coffee, impact: 5, effort: 1}, {id: b, text: B, impact: 1, effort: 1}",
         "b", False),
    ],
)  # fmt: skip
def test_the_idea_follows_what_it_solves(step: str, idea: str, said: bool) -> None:
    pain = "{id: p, text: The queue is long, severity: 3, probability: 3}"
    fields = f"gains: [coffee], pains: [{pain}], opportunities: [{step}]"
    choice = analyse(f"title: A\nsteps:\n  - {{action: B, {fields}}}\n").leverage[0].choice
    assert choice
    assert (choice.idea.id, choice.said) == (idea, said)


@pytest.mark.parametrize(
    ("fields", "points"),
    [
        ("kind: dropout, text: They give up", True),
        ("kind: friction, text: They grumble", False),
    ],
)
def test_a_pain_that_drives_out_may_be_one_fact_with_those_who_leave(
    fields: str, points: bool
) -> None:
    pain = f"{{id: p, {fields}, severity: 3, probability: 3}}"
    analysis = analyse(
        "title: A\nsteps:\n  - {action: B, leaks: [{to: away, share: 20 %}], "
        f"pains: [{pain}]}}\n  - C\n"
    )
    found = [*told_twice(analysis.leverage[0], analysis.journey_map)]
    assert bool(found) is points
    assert all(each.points == each.pain.points + each.other.points > 0 for each in found)
