"""The comparison: what is added, left out, moved and changed."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.analysis.reading import analyse
from tests.views.layout_checker import problems
from tests.views.maps import journeys

from journeymap.analysis.analysis import Analysis
from journeymap.compare.pairing import pair
from journeymap.model.between import Leak, Wait
from journeymap.model.feelings import Feeling
from journeymap.model.journey import Journey, Stage, State
from journeymap.model.journey_map import JourneyMap
from journeymap.model.step import Step
from journeymap.model.times import time_of
from journeymap.views.compare import content
from journeymap.views.compare.cards import cards
from journeymap.views.compare.headline import counts, headline
from journeymap.views.compare.maps import Maps
from journeymap.views.compare.page import build
from journeymap.views.errors import PageTooSmallError
from journeymap.views.kit import glyphs
from journeymap.views.options import ViewOptions
from journeymap.views.sheet.content import Ground, Sheet
from journeymap.words.labels import label


def of(names: str, state: State = State.CURRENT, **fields: object) -> JourneyMap:
    """A map with a step for each letter."""
    steps = tuple(Step.model_validate({"id": name, "action": name, **fields}) for name in names)
    stages = (Stage(name="All", steps=steps),) if steps else ()
    return JourneyMap(journey=Journey(title="T", state=state, stages=stages), libraries={})


def sheet(first: JourneyMap, second: JourneyMap) -> Sheet:
    return content.sheet(Maps(first=first, second=second))


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
    assert found.columns[0].between[0].text == "6 weeks → 1 week (assumed)"
    assert found.columns[0].leaks[0].text == "9\u00a0% (assumed) → –"
    assert found.columns[0].cells["then"] == ("Feels: −1 → +1", "Channel: – → app")
    assert "changed: 2" in found.subtitle.full
    assert "mean emotion −1 → +1" in found.subtitle.full


def test_the_current_map_comes_first_whichever_is_asked_for() -> None:
    now, then = of("ab", emotion=feels(-1)), of("abc", State.DESIRED, emotion=feels(1))
    for one, other in ((now, then), (then, now)):
        (scene,) = build(Analysis(journey_map=one), ViewOptions(against=other))
        assert problems(scene) == []
        assert "new steps: 1" in scene.description


def test_two_revisions_are_before_and_after() -> None:
    found = sheet(of("ab"), of("b"))
    assert found.names["then"] == "after"
    assert found.title == "What changes: left out: 1"
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


def written(text: str) -> JourneyMap:
    return analyse(text).journey_map


STEP = "title: T\nsteps:\n  - {{id: s, action: Calls{}}}\n  - {{id: t, action: Pays}}\n"
FIELDS = {
    "emotion: 1": "Feels: – → +1",
    "gains: Quick": "Goes well: Quick",
    "channel: phone": "Channel: – → phone",
    "frontstage: Smiles": "Frontstage: Smiles",
    "backstage: Files it": "Files it",
    "handoff: desk": "new: hand-off → desk",
    "touchpoint: Letter": "Touchpoint: – → Letter",
    "perceived: 2": "Perceived: – → 2 of 5 (assumed)",
    "duration: 5 min": "Duration: – → 5 min (assumed)",
    "pains: Loud": "new: Loud",
    "opportunities: {text: Bell, status: live}": "Bell (live)",
    "evidence: survey": "as before but for: evidence",
    "note: Ask": "as before but for: note",
    "wait: {time: 1 d, announced: true}": "Wait: – → announced",
    "leaks: {to: rival, why: slow}": "",
    "metrics: nps": "besides: metrics",
}


@pytest.mark.parametrize(("field", "words"), FIELDS.items())
def test_as_before_is_said_only_where_the_whole_step_is_equal(field: str, words: str) -> None:
    plain, other = written(STEP.format("")), written(STEP.format(f", {field}"))
    for first, second in ((plain, other), (other, plain)):
        one, two = sheet(first, second).columns
        assert one.cells["then"] != ("as before",)
        assert two.cells["then"] == ("as before",)
    assert sheet(other, other).columns[0].cells["then"] == ("as before",)
    said = [entry for row in sheet(plain, other).columns[0].cells.values() for entry in row]
    assert words in (*said, "")


@pytest.mark.parametrize(
    ("field", "counted"),
    [
        ("evidence: survey", "in notes or sources alone: 1"),
        ("note: Ask", "in notes or sources alone: 1"),
        ("emotion: 1", "changed: 1"),
        ("leaks: {to: rival, why: slow}", "changed: 1"),
        ("pains: Loud", "changed: 1"),
    ],
)
def test_what_the_pages_show_as_changed_is_what_is_counted(field: str, counted: str) -> None:
    plain, other = written(STEP.format("")), written(STEP.format(f", {field}"))
    assert counts(Maps(first=plain, second=other)) == counted
    ground = sheet(plain, other).columns[0].grounds["then"]
    assert ground is Ground.PLAIN  # nothing of it is known to be better or worse


def test_no_longer_is_said_once_and_first() -> None:
    gone = sheet(written(STEP.format(", thought: Why, gains: [A, B]")), written(STEP.format("")))
    assert gone.columns[0].cells["then"] == ("no longer: Thinks: Why",)
    assert gone.columns[0].cells["lost"] == ("no longer: Goes well: A; B",)


def test_an_idea_at_hand_is_told_where_a_step_changes_in_what_nobody_measures() -> None:
    fields = ", channel: {}, opportunities: {{text: Bell, status: {}}}"
    for then, words in (("app", ("Bell (idea)",)), ("phone", ())):
        now = written(WISH.format("en", "current", "1", fields.format("phone", "idea")))
        wanted = written(WISH.format("en", "desired", "1", fields.format(then, "idea")))
        assert sheet(now, wanted).columns[0].cells["brings-about"] == words


@pytest.mark.parametrize("at", [0, 1, 6, 10, 11])
def test_the_sign_of_a_loss_stands_exactly_at_its_step(at: int) -> None:
    written_so = [
        "title: T\nsteps:\n"
        + "".join(
            f"  - {{id: s{i}, action: Asks whether a scan is covered, emotion: 1, thought: {about}"
            + (f", leaks: {{to: away, share: {share}}}" if i == at else "")
            + "}\n"
            for i in range(12)
        )
        for share, about in ((0.1, "Who will pay for what is done here " * 8), (0.2, "Fine"))
    ]
    now, then = map(written, written_so)
    first, *more = build(Analysis(journey_map=now), ViewOptions(against=then))
    assert more
    assert problems(first) == []
    column = next(box for box in first.boxes if box.key == f"s{at}.name")
    arrow = column.x + column.width / 2
    (words,) = (text for text in first.texts() if "10" in text.text and "20" in text.text)
    assert abs(words.x - arrow) == pytest.approx(glyphs.GLYPH / 2 + 4)


def test_pains_that_go_and_stay_and_come_are_told_apart() -> None:
    now = written(STEP.format(", pains: [Loud, Cold]"))
    then = written(STEP.format(", pains: [Cold, Dark]"))
    assert sheet(now, then).columns[0].cells["pains"] == ("no longer: Loud", "Cold", "new: Dark")


WISH = "title: T\nlanguage: {}\nstate: {}\nsteps:\n  - {{id: s, action: Calls, emotion: {}{}}}\n"


def test_what_nothing_brings_about_is_marked_and_what_does_is_named() -> None:
    wanted = written(WISH.format("en", "desired", "1", ""))
    for idea, words in (
        ("", "no idea here brings this about"),
        (", opportunities: {text: Bell, status: dropped}", "no idea here brings this about"),
        (", opportunities: {text: Bell, status: testing}", "Bell (being tested)"),
    ):
        found = sheet(written(WISH.format("en", "current", "-1", idea)), wanted)
        assert found.columns[0].cells["brings-about"] == (words,)
    worse = written(WISH.format("en", "desired", "-2", ""))
    same = sheet(written(WISH.format("en", "current", "-1", "")), worse).columns[0]
    assert same.cells["brings-about"] == ()


@pytest.mark.parametrize(
    ("language", "title"),
    [
        ("en", "Largest change: “Calls” (frustrated → pleased)"),
        ("es", "Mayor cambio: «Calls» (frustrated → pleased)"),
        ("pl", "Największa zmiana: „Calls” (frustrated → pleased)"),
    ],
)
def test_the_title_says_the_difference_in_the_language_of_the_map(
    language: str, title: str
) -> None:
    now, then = (
        written(WISH.format(language, state, feeling, ""))
        for state, feeling in (("current", "frustrated"), ("desired", "pleased"))
    )
    assert headline(Maps(first=now, second=then)) == title
    assert content.sheet(Maps(first=now, second=then), "Mine").title == "Mine"


LEAKY = "title: T\nevidence: [{{id: s, kind: survey}}]\nbased_on: {}\nsteps:\n  - {{id: s, action: Calls, leaks: {}, wait: {}}}\n  - {{id: t, action: Pays}}\n"  # noqa: E501 - a map


@pytest.mark.parametrize(
    ("before", "after", "title"),
    [
        (("s", "20 %", "1 d"), ("s", "5 %", "1 d"), "15 more of 100 reach the end: 80 → 95"),
        (("[]", "5 %", "1 d"), ("s", "20 %", "1 d"),
         "Estimate: 15 fewer of 100 reach the end: 95 → 80"),
        (("s", "5 %", "6 weeks"), ("s", "5 %", "2 weeks"), "Waiting: 6 weeks → 2 weeks"),
        (("s", "5 %", "1 d"), ("s", "5 %", "1 d"), "Nothing changes between the two maps"),
    ],
)  # fmt: skip
def test_the_title_tells_people_then_feelings_then_waits(
    before: tuple[str, ...], after: tuple[str, ...], title: str
) -> None:
    now, then = (written(LEAKY.format(*each)) for each in (before, after))
    assert headline(Maps(first=now, second=then)) == title


RING = """title: T
framework: customer-lifecycle
stages:
  - {{name: Need, steps: [{{action: Looks, id: looks, leaks: [{{to: home, share: {}}}]}}]}}
  - name: Recommendation
    steps: [{{action: Tells, next: [{{to: {}, share: 75 %}}, {{to: end}}]}}]
"""


@pytest.mark.parametrize(
    ("ends", "said"),
    [
        (("looks", "looks"), "complete a round"),
        (("end", "looks"), "complete the journey"),
        (("looks", "end"), "complete the journey"),
        (("end", "end"), "reach the end"),
    ],
)
def test_of_cycles_it_is_not_said_that_their_end_is_reached(
    ends: tuple[str, str], said: str
) -> None:
    now, then = (
        written(RING.format(share, to)) for share, to in zip(("20 %", "5 %"), ends, strict=True)
    )
    maps = Maps(first=now, second=then)
    assert headline(maps) == f"Estimate: 15 more of 100 {said}: 80 → 95"
    assert next(cards(maps, ())).what == f"Of 100 {said}"


@settings(suppress_health_check=[HealthCheck.too_slow])
@given(journeys(most=20), journeys(most=20))
def test_two_random_maps_are_compared_soundly_and_a_title_is_the_same_both_ways(
    first: JourneyMap, second: JourneyMap
) -> None:
    try:
        scenes = build(Analysis(journey_map=first), ViewOptions(against=second))
    except PageTooSmallError:
        return
    assert [problem for scene in scenes for problem in problems(scene)] == []
    curves = {who for column in sheet(first, second).columns for who in column.feelings}
    if curves and len(scenes) > 1:
        assert scenes[0].description.count(".") >= 1
    unchanged = Maps(first=first, second=first)
    assert headline(unchanged) == label("no-change", unchanged.language)


SIGNED = """title: T
evidence: [{id: survey, kind: survey, n: 90}, {id: guess, kind: assumption}]
steps:
  - {action: Calls, emotion: EMOTION, perceived: EMOTION, wait: EMOTION d, evidence: [GROUNDS]}
  - {action: Pays, emotion: 1, evidence: [survey]}
"""


@pytest.mark.parametrize(
    ("before", "after", "mark", "mood"),
    [
        ("survey", "survey", "", ""),
        ("survey", "guess", " (assumed)", " (partly assumed)"),
        ("guess", "survey", " (assumed)", " (partly assumed)"),
    ],
)
def test_figures_in_cards_and_cells_are_marked_where_they_are_assumed_in_either_map(
    before: str, after: str, mark: str, mood: str
) -> None:
    first = written(SIGNED.replace("EMOTION", "1").replace("GROUNDS", before))
    second = written(SIGNED.replace("EMOTION", "2").replace("GROUNDS", after))
    told = {card.what: card.text for card in cards(Maps(first=first, second=second), ())}
    assert told["Mean emotion"] == f"+1 → +1.5{mood}"
    assert told["Waiting"] == f"1 day → 2 days{mark}"
    column = sheet(first, second).columns[0]
    assert f"Perceived: 1 → 2 of 5{mark}" in column.cells["then"]
