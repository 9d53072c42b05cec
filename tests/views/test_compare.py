"""The comparison: what is added, left out, moved and changed."""

from hypothesis import given
from hypothesis import strategies as st
from tests.views.layout_checker import problems

from journeymap.analysis.analysis import Analysis
from journeymap.compare.pairing import pair
from journeymap.model.between import Leak, Wait
from journeymap.model.feelings import Feeling
from journeymap.model.journey import Journey, Stage, State
from journeymap.model.journey_map import JourneyMap
from journeymap.model.step import Step
from journeymap.model.times import time_of
from journeymap.views.compare.page import build, sheet
from journeymap.views.options import ViewOptions


def of(names: str, state: State = State.CURRENT, **fields: object) -> JourneyMap:
    """A map with a step for each letter."""
    steps = tuple(Step.model_validate({"id": name, "action": name, **fields}) for name in names)
    stages = (Stage(name="All", steps=steps),) if steps else ()
    return JourneyMap(journey=Journey(title="T", state=state, stages=stages), libraries={})


def told(first: str, second: str) -> list[tuple[str, str]]:
    """Each step with what becomes of it."""
    (pairs,) = pair(of(first), of(second)).pairs
    return [
        (each.step.id, "new" if not each.first else "out" if not each.second
         else "moved" if each.moved else "")
        for each in pairs
    ]  # fmt: skip


def test_steps_are_paired_by_their_ids() -> None:
    assert told("abc", "abc") == [("a", ""), ("b", ""), ("c", "")]
    assert told("abc", "axc") == [("a", ""), ("x", "new"), ("b", "out"), ("c", "")]
    assert told("abc", "xabc")[0] == ("x", "new")
    assert told("abcd", "bcda") == [("a", "moved"), ("b", ""), ("c", ""), ("d", "")]


@given(st.permutations("abcdef"), st.sets(st.sampled_from("abcdef")))
def test_a_map_beside_itself_does_not_change(order: list[str], left_out: set[str]) -> None:
    names = "".join(order)
    assert all(not what for _, what in told(names, names))
    rest = "".join(name for name in order if name not in left_out)
    if rest:
        found = told(names, rest)
        assert [name for name, _ in found] == order
        assert {name for name, what in found if what == "out"} == left_out
        assert "moved" not in {what for _, what in found}


def feels(value: float) -> dict[str, Feeling]:
    return {"": Feeling(value=value, written=str(value))}


def test_two_curves_and_what_changes_between_steps() -> None:
    now = of(
        "ab",
        emotion=feels(-1),
        wait=Wait(time=time_of("6 weeks")),
        leaks=(Leak(share=0.09),),
    )
    then = of(
        "ab",
        State.DESIRED,
        emotion=feels(1),
        wait=Wait(time=time_of("1 week")),
        channel=("app",),
    )
    found = sheet(now, then)
    assert list(found.people.values()) == ["current state", "desired state"]
    assert found.columns[0].between[0].text == "6 weeks (assumed) → 1 week (assumed)"
    assert found.columns[0].leaks[0].text == "9\u00a0% (assumed) → –"
    assert found.columns[0].cells["then"] == ("– → app",)
    assert "changed" not in found.subtitle.full
    assert "mean emotion −1.0 → +1.0" in found.subtitle.full


def test_the_current_map_comes_first_whichever_is_asked_for() -> None:
    now, then = of("ab", emotion=feels(-1)), of("abc", State.DESIRED, emotion=feels(1))
    for one, other in ((now, then), (then, now)):
        (scene,) = build(Analysis(journey_map=one), ViewOptions(against=other))
        assert problems(scene) == []
        assert "new steps: 1" in scene.description


def test_two_revisions_are_before_and_after() -> None:
    found = sheet(of("ab"), of("b"))
    assert found.names["then"] == "after"
    assert "left out: 1" in found.subtitle.full


def test_a_step_said_twice_has_a_column_for_each() -> None:
    steps = [Step(action="Calls"), Step(action="Pays")]
    now, then = (
        JourneyMap(
            journey=Journey(
                title="T",
                stages=tuple(Stage(name=name, steps=tuple(found)) for name, found in stages),
            ),
            libraries={},
        )
        for stages in ([("After", steps)], [("Before", steps[:1]), ("After", steps)])
    )
    keys = [column.key for column in sheet(now, then).columns]
    assert keys == ["calls_new", "calls", "pays"]
    assert sheet(now, then).columns[1].cells["then"] == ("as before",)
