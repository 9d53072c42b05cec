"""Other values at fields of steps, as an analyst would write them."""

from pathlib import Path

import pytest

import journeymap
from journeymap.model.between import Leak
from journeymap.model.step import Expectation, Rated, Step
from journeymap.workspace.files import MapFile
from journeymap.workspace.load import Loader
from journeymap.workspace.supposed import SupposeError
from journeymap.workspace.what_if import suppose

EXAMPLES = sorted((Path(__file__).resolve().parents[2] / "examples").glob("*.journey.yaml"))
MAP = """
journeymap: 1
title: Clinic
personas: [{id: ann, name: Ann}]
stakeholders: [{id: son, name: Her son, kind: family}, {id: gp, name: GP, kind: clinician}]
stages:
  Before:
    - id: calls
      action: Calls
      emotion: {ann: worried, son: calm}
      importance: 5
      expected: {text: An answer, rating: 4}
      perceived: 2
      wait: 3 weeks
      pains:
        - {id: busy, text: Line is busy, severity: 2, probability: 3}
        - {id: rude, text: Rude, severity: 1}
      leaks: [{to: rival, share: 8 %, why: too slow}, {to: gives up, share: 4 %}]
      handoff: {to: gp, needs: [letter], carries: []}
  After:
    - Goes home
"""
FILE = Path("/nowhere/map.journey.yaml")


def read(text: str = MAP) -> MapFile:
    return Loader(texts={FILE: text.encode()}, shown_from=FILE.parent).load([FILE]).asked[0]


def changed(*changes: str, step: str = "calls") -> Step:
    found = suppose(read(), changes).find_step(step)
    assert found
    return found.step


def refused(*changes: str) -> str:
    with pytest.raises(SupposeError) as caught:
        suppose(read(), changes)
    return caught.value.message


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.name.partition(".")[0])
def test_a_map_read_again_is_the_same(path: Path) -> None:
    file = journeymap.load(path).file
    assert suppose(file, []) == file.journey_map


def test_a_leak_that_is_closed() -> None:
    assert changed("calls.leaks=0").leaks == (Leak(share=0),)


def test_no_value_takes_the_field_away() -> None:
    assert changed("calls.leaks=").leaks == ()
    assert changed("calls.wait = ").wait is None


def test_an_entry_by_number_and_by_name() -> None:
    assert [leak.share for leak in changed("calls.leaks.2.share=1 %").leaks] == [0.08, 0.01]
    assert [leak.share for leak in changed("calls.leaks.rival.share=0").leaks] == [0, 0.04]
    assert [pain.severity for pain in changed("calls.pains.rude.severity=4").pains] == [2, 4]
    assert [leak.share for leak in changed("calls.leaks.1=").leaks] == [0.04]


def test_the_field_of_an_only_entry() -> None:
    (handoff,) = changed("calls.handoff.carries=[letter]").handoff
    assert (handoff.needs, handoff.carries) == (("letter",), ("letter",))


def test_a_single_value_is_the_personas() -> None:
    emotion = changed("calls.emotion=pleased").emotion
    assert {who: feeling.value for who, feeling in emotion.items()} == {
        "ann": 1,
        "son": 1,
    }  # calm is 1
    assert changed("calls.importance=1").importance == {"": Rated(rating=1)}


def test_the_value_of_another_person() -> None:
    emotion = changed("calls.emotion.son=angry").emotion
    assert {who: feeling.value for who, feeling in emotion.items()} == {"ann": -1, "son": -2}
    emotion = changed("calls.emotion.gp=-0.5").emotion
    assert emotion["gp"].value == -0.5


def test_values_of_all_people_at_once() -> None:
    emotion = changed("calls.emotion={son: angry}").emotion
    assert {who: feeling.value for who, feeling in emotion.items()} == {"son": -2}


def test_parts_of_an_expectation() -> None:
    assert changed("calls.expected.rating=2").expected == {
        "": Expectation(text="An answer", rating=2)
    }
    assert changed("calls.expected=2").expected == {"": Expectation(rating=2)}
    assert changed("calls.expected={rating: 3}").expected == {"": Expectation(rating=3)}


def test_fields_that_were_not_there() -> None:
    assert changed("goes-home.emotion=2", step="goes-home").emotion[""].value == 2
    assert changed("goes-home.wait={time: 2 d, planned: true}", step="goes-home").wait


def test_several_changes_build_on_one_another() -> None:
    step = changed("calls.leaks=5 %", "calls.leaks.share=1 %", "calls.emotion=2")
    assert step.leaks == (Leak(share=0.01),)
    assert step.emotion["ann"].value == 2


def test_mistakes_of_the_map_itself_do_not_stand_in_the_way() -> None:
    faulty = MAP.replace("importance: 5", "importance: 9\n      colour: red")
    found = suppose(read(faulty), ["calls.emotion=2"]).find_step("calls")
    assert found
    assert found.step.emotion["ann"].value == 2


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ("calls", "this is no change; write STEP.FIELD=VALUE"),
        ("calls=2", "this is no change"),
        ("calls..x=2", "this is no change"),
        ("cals.emotion=2", 'there is no step "cals"; did you mean calls?'),
        ("zzz.emotion=2", 'there is no step "zzz"; steps: calls, goes-home'),
        ("calls.emotoin=2", 'there is no field "emotoin"; did you mean emotion?'),
        ("calls.zzz=2", 'there is no field "zzz"; fields: id, action'),
        ("calls.emotion=furstrated", "did you mean frustrated"),
        ("calls.emotion=3", "3 is off the scale of an emotion, -2 to 2"),
        ("calls.emotion.sonn=1", 'there is no person "sonn"; did you mean son?'),
        ("calls.emotion.zzz=1", 'there is no person "zzz"; people: ann, son, gp'),
        ("calls.pains.3.severity=1", 'no entry "3" there; entries: 1 to 2, or busy, rude'),
        ("calls.pains.1.sevrity=1", 'there is no field "sevrity"; did you mean severity?'),
        ("calls.pains.1.severity=9", "9 is off the scale of `severity`"),
        ("calls.perceived=3,5", "write 3.5, with a point"),
        ("calls.perceived=0,5", "write a number from 1 to 5"),
        ("calls.leaks=120 %", "120 % is not a share"),
        ("calls.wait.time.x=1", 'nothing inside that is called "x"'),
        ("calls.emotion.son={a: 1}", "`emotion` takes an emotion"),
        ("calls.wait=[", "never closed"),
        ("calls.action=", "a step needs `action`"),
        ("calls.gains.1=x", '`gains` has no entry "1" there'),
    ],
)
def test_what_a_map_cannot_take_is_said_in_an_analysts_words(change: str, said: str) -> None:
    message = refused(change)
    assert message.startswith(f"{change}: ")
    assert said in message


def test_what_is_no_map_cannot_be_changed() -> None:
    with pytest.raises(SupposeError, match="there is no map to change"):
        suppose(read("- a\n"), ["a.b=1"])


def test_entries_are_named_as_references_name_them() -> None:
    (handoff,) = changed("calls.handoff.GP.carries=[letter]").handoff
    assert handoff.carries == ("letter",)
    text = MAP.replace("- Goes home", "- action: Goes home\n      pains: [Far, Dear]")
    found = suppose(read(text), ["goes-home.pains.Dear.severity=3"]).find_step("goes-home")
    assert found
    assert [pain.severity for pain in found.step.pains] == [None, 3]


def test_people_are_free_as_long_as_no_stakeholder_is_defined() -> None:
    text = "journeymap: 1\ntitle: A\npersonas: [Ann]\nsteps: [Calls]\n"
    found = suppose(read(text), ["calls.emotion.son=1"]).find_step("calls")
    assert found
    assert list(found.step.emotion) == ["son"]


@pytest.mark.parametrize("number", ["²", "①", "٣", "9" * 5000, "0", "3", "-1"])
def test_what_is_no_number_of_an_entry_is_told(number: str) -> None:
    with pytest.raises(SupposeError) as problem:
        suppose(read(), [f"calls.leaks.{number}=0"])
    assert "`leaks`" in problem.value.message
    assert len(problem.value.message) < 300


def test_an_entry_is_named_by_its_number() -> None:
    assert suppose(read(), ["calls.leaks.2.share=1 %"]) != suppose(read(), ["calls.leaks.2=0"])


TWO = """
title: Clinic
persona: [ann, ben]
personas: [{id: ann, name: Ann}, {id: ben, name: Ben}]
stakeholders: [{id: gp, name: GP, kind: clinician}]
steps:
  - id: calls
    action: Calls
    with: [gp]
    emotion: {ann: worried, ben: calm, gp: tired}
    expected: {ann: {text: An answer, rating: 4}, ben: 2}
    perceived: 2
    channel: phone
    wait: {time: 2-3 weeks, announced: true}
    duration: {ann: about 10 min, ben: 1 h}
    leaks: [{to: rival, share: {ann: 8 %, ben: 4 %}}, {to: gives up, share: 4 %}]
    pains: [{id: busy, text: Line is busy, severity: 2}]
  - {id: waits, action: Waits, only: ann, emotion: [hopeful, scared], wait: up to 3 weeks}
"""


def of_two(*changes: str, step: str = "calls", person: str = "") -> Step:
    found = suppose(read(TWO), changes, person).find_step(step)
    assert found
    return found.step


def test_a_field_that_all_share_is_told_apart_where_one_is_named() -> None:
    wait = of_two("calls.wait.ben=1 day")
    assert wait.wait is None
    assert {who: (w.time.days, w.announced) for who, w in wait.waits.items()} == {
        "ann": (17.5, True),
        "ben": (1, None),
    }
    only = of_two("calls.wait.ben.announced=false").waits
    assert {who: w.announced for who, w in only.items()} == {"ann": True, "ben": False}
    assert of_two("calls.channel.ben=app").channels == {"ann": ("phone",), "ben": ("app",)}


def test_a_value_of_one_persona_deep_inside() -> None:
    leaks = of_two("calls.leaks.rival.share.ben=0", "calls.leaks.2.share.ann=1 %").leaks
    assert [leak.shares for leak in leaks] == [{"ann": 0.08, "ben": 0}, {"ann": 0.01, "ben": 0.04}]


def test_a_single_value_is_that_of_every_persona_and_of_nobody_else() -> None:
    emotion = of_two("calls.emotion=2").emotion
    assert {who: f.value for who, f in emotion.items()} == {"ann": 2, "ben": 2, "gp": -1}
    expected = of_two("calls.expected.rating=1").expected
    assert {who: (e.text, e.rating) for who, e in expected.items()} == {
        "ann": ("An answer", 1),
        "ben": (None, 1),
    }
    duration = of_two("calls.duration.time=2 d").duration
    assert duration
    assert duration.time.days == 2


def test_a_single_value_is_that_of_the_person_who_is_looked_at() -> None:
    emotion = of_two("calls.emotion=2", person="gp").emotion
    assert {who: f.value for who, f in emotion.items()} == {"ann": -1, "ben": 1, "gp": 2}


@pytest.mark.parametrize(
    ("change", "field", "told"),
    [
        ("calls.leaks*=0.5", "leaks", [{"ann": 0.04, "ben": 0.02}, 0.02]),
        ("calls.leaks*=50 %", "leaks", [{"ann": 0.04, "ben": 0.02}, 0.02]),
        ("calls.leaks.gives-up.share+=1 %", "leaks", [{"ann": 0.08, "ben": 0.04}, 0.05]),
        ("calls.leaks.1.share.ben-=4 %", "leaks", [{"ann": 0.08, "ben": 0}, 0.04]),
    ],
)
def test_shares_reckoned_from_those_of_each(
    change: str, field: str, told: list[dict[str, float] | float]
) -> None:
    found = [each.shares or each.share for each in getattr(of_two(change), field)]
    assert found == [pytest.approx(each) for each in told]


@pytest.mark.parametrize(
    ("change", "low", "high"),
    [
        ("calls.wait*=2", 28, 42),
        ("calls.wait.time-=1 week", 7, 14),
        ("calls.wait-=15 days", 0, 6),
        ("calls.wait+=12 h", 14.5, 21.5),
    ],
)
def test_times_reckoned_keep_their_range(change: str, low: float, high: float) -> None:
    wait = of_two(change).wait
    assert wait
    assert (wait.time.low, wait.time.high, wait.announced) == (low, high, True)


def test_bounds_and_estimates_stay_what_they_are() -> None:
    time = of_two("waits.wait*=2", step="waits").wait
    assert time
    assert (time.time.low, time.time.high, time.time.shortest) == (0, 42, ())
    durations = of_two("calls.duration*=3").durations
    assert {who: (round(24 * 60 * d.time.days), d.time.about) for who, d in durations.items()} == {
        "ann": (30, True),
        "ben": (180, False),
    }


def test_feelings_and_ratings_reckoned() -> None:
    emotion = of_two("calls.emotion+=1").emotion
    assert {who: f.value for who, f in emotion.items()} == {"ann": 0, "ben": 2, "gp": -1}
    (mixed,) = of_two("waits.emotion+=0.5", step="waits").emotion.values()
    assert mixed.value == pytest.approx(0)
    assert of_two("calls.expected-=1").expected["ann"] == Expectation(text="An answer", rating=3)
    assert of_two("calls.pains.busy.severity+=1").pains[0].severity == 3


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ("calls.emotion-=2", "-3 is off the scale of an emotion"),
        ("calls.leaks*=20", "160 % is not a share"),
        ("calls.leaks*=half", '"half" is no number'),
        ("calls.wait-=4 weeks", "so much cannot be taken from 2-3 weeks"),
        ("calls.wait+=1", "is no length of time"),
        ("calls.action*=2", "there is no figure to change there"),
        ("waits.leaks*=2", "there is no figure to change there"),
        ("waits.wait.ben=1 day", "Ben passes over waits; name somebody who takes the step"),
        ("waits.emotion.ben=1", "Ben passes over waits"),
        ("calls.wait.bem=1 day", 'nothing inside that is called "bem"; there are time,'),
        ("calls*=2", "this is no change"),
    ],
)
def test_what_cannot_be_reckoned_or_told_apart(change: str, said: str) -> None:
    with pytest.raises(SupposeError) as caught:
        suppose(read(TWO), [change])
    assert said in caught.value.message
