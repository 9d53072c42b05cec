"""The ring, the ladder and the people: what stands where."""

import pytest

from journeymap.analysis.analysis import Analysis
from journeymap.model.between import Handoff, Way
from journeymap.model.feelings import Feeling
from journeymap.model.frameworks import CUSTOMER_LIFECYCLE
from journeymap.model.journey import Journey, Stage
from journeymap.model.journey_map import JourneyMap
from journeymap.model.people import Persona, PersonKind, Stakeholder
from journeymap.model.step import Engagement, Moment, Step
from journeymap.views.cycle import content as cycle
from journeymap.views.errors import NothingToShowError
from journeymap.views.ladder import page as ladder
from journeymap.views.options import ViewOptions
from journeymap.views.sheet.lanes import Lane
from journeymap.views.stakeholders import page as stakeholders


def of(*stages: Stage, **fields: object) -> Analysis:
    journey = Journey.model_validate({"title": "T", "stages": stages, **fields})
    return Analysis(journey_map=JourneyMap(journey=journey, libraries={}))


def ring_of(*stages: Stage, **fields: object) -> Analysis:
    return of(*stages, framework="customer-lifecycle", **fields)


def test_the_ring_shows_stages_of_the_framework_that_the_map_leaves_out() -> None:
    need, last = CUSTOMER_LIFECYCLE.stages[0], CUSTOMER_LIFECYCLE.stages[-1]
    back = Step(action="Tells others", next=(Way(to="needs-one"),))
    analysis = ring_of(
        Stage(name=need.label("en"), steps=(Step(id="needs-one", action="Needs one"),)),
        Stage(name=last.label("en"), steps=(back,)),
    )
    found = cycle.read(analysis)
    assert [arc.covered for arc in found.arcs] == [True, *[False] * 5, True]
    assert found.closed == "the ring closes"
    assert not cycle.read(ring_of(Stage(name="A", steps=(Step(action="B"),)))).closed


def felt(value: float, word: str) -> Step:
    feeling = Feeling(value=value, written=word)
    return Step(action=f"Is {word}", emotion={"": feeling})


def test_a_stage_of_the_ring_tells_from_the_lowest_to_the_highest_feeling() -> None:
    steps = (felt(1, "glad"), felt(-2, "lost"), Step(action="Waits"))
    arc = next(
        arc for arc in cycle.read(ring_of(Stage(name="Use", steps=steps))).arcs if arc.ranges
    )
    (told,) = arc.ranges
    assert (told.low, told.high, told.mean, told.words) == (-2, 1, -0.5, "lost … glad")
    assert told.hollow, "no evidence backs it"


def test_each_of_two_personas_has_a_range_of_her_own() -> None:
    step = Step(action="Pays", emotion={
        "ann": Feeling(value=-1, written="cross"),
        "bea": Feeling(value=1, written="fine"),
    })  # fmt: skip
    people = (Persona(id="ann", name="Ann"), Persona(id="bea", name="Bea"))
    analysis = ring_of(Stage(name="Use", steps=(step,)), personas=people, persona=("ann", "bea"))
    arc = next(arc for arc in cycle.read(analysis).arcs if arc.ranges)
    assert [(told.who, told.words) for told in arc.ranges] == [("Ann", "cross"), ("Bea", "fine")]


def test_what_is_no_cycle_has_no_ring() -> None:
    analysis = of(Stage(name="A", steps=(Step(action="B"),)), framework="care-pathway")
    with pytest.raises(NothingToShowError, match="framework: customer-lifecycle"):
        cycle.read(analysis)


def climbs(*levels: Engagement) -> tuple[Step, ...]:
    return tuple(Step(action=level.value, engagement=level) for level in levels)


def test_the_ladder_has_a_stair_a_level_and_says_where_trust_turns() -> None:
    steps = climbs(Engagement.COMMUNICATE, Engagement.INTERACT, Engagement.ENGAGE)
    turning = steps[2].model_copy(update={"moment": (Moment.TRUST_INFLECTION,)})
    early = steps[1].model_copy(update={"reward": True})
    analysis = of(Stage(name="All", steps=(steps[0], early, turning)))
    assert analysis.trust
    stairs = ladder.read(analysis, analysis.trust)
    assert [len(stair.items) for stair in stairs] == [1, 1, 1, 0, 0]
    assert stairs[1].items[0].doubts == ("reward before trust",)
    assert (stairs[2].items[0].notes, stairs[2].items[0].flag) == (("trust turns here",), True)


def test_without_levels_there_is_no_ladder() -> None:
    with pytest.raises(NothingToShowError, match="engagement"):
        ladder.build(of(Stage(name="All", steps=(Step(action="A"),))), ViewOptions())


def test_people_have_a_row_each_with_what_they_do_need_hand_over_and_feel() -> None:
    step = Step(
        action="Is seen",
        actor="gp",
        channel=("in person",),
        need={"": "Be heard", "gp": "Facts"},
        emotion={"": Feeling(value=-1, written="-1"), "gp": Feeling(value=1, written="calm")},
        gives=("medication list",),
        gets=("date",),
        confirms=("address", "phone"),
        frontstage=("Listens",),
        backstage=("Writes it up",),
        handoff=(Handoff(to="clerk", needs=("letter", "stamp"), carries=("letter",)),),
    )
    after = Step(action="Is sent on", actor="clerk")
    people = tuple(
        Stakeholder(id=who, name=who.upper(), kind=PersonKind.CLINICIAN) for who in ("gp", "clerk")
    )
    analysis = of(
        Stage(name="All", steps=(step, after)),
        personas=(Persona(name="Ana"),),
        stakeholders=people,
    )
    found = stakeholders.sheet(analysis)
    first, second = found.columns
    rows = {found.names[row]: first.cells.get(row) for row in found.lanes}
    assert list(rows.items())[-1] == ("Backstage", ("Writes it up",)), "nobody says whose"
    assert rows["Ana"] == (
        "Be heard", "→ GP: medication list", "← GP: date", "Confirms: address and phone", "",
    )  # fmt: skip
    assert rows["GP"] == (
        "Listens", "Facts", "← Ana: medication list", "→ Ana: date", "→ CLERK: letter", "calm",
    )  # fmt: skip
    assert rows["CLERK"] == ("← GP: letter",)
    assert rows["Channel"] == ("in person",), "once, and not again in each cell"
    assert first.between[0].text == "GP → CLERK without stamp"
    assert found.names[Lane.EMOTION] == "Hand-offs"
    assert second.silent == {found.lanes[-4], (clerk := found.lanes[-2])}
    assert not second.cells[clerk], "no word that nobody wrote"


def test_what_somebody_needs_all_along_stands_below_their_name_where_there_is_room() -> None:
    people = (
        Stakeholder(id="gp", name="GP", needs=("Papers", "time"), influence=4),
        Stakeholder(id="clerk", name="Clerk", frustrations=("Calls",)),
        Stakeholder(id="son", name="Son"),
    )

    def texts(needs: str) -> list[str]:
        told = {"action": "Sees", "with": ("gp", "clerk", "son"), "need": {"": needs}}
        analysis = of(
            Stage(name="All", steps=(Step.model_validate(told),)),
            personas=(Persona(name="Ana", needs=("Calm",)),),
            stakeholders=people,
        )
        said = stakeholders.sheet(analysis).said
        assert list(said.values()) == [
            ("Needs: Papers; time", "Influence: 4/5"), ("Frustrations: Calls",),
        ], "of personas, and of whom nothing is declared, nothing"  # fmt: skip
        (page,) = stakeholders.build(analysis, ViewOptions())
        return [text.text for text in page.texts()]

    assert {"Influence: 4/5", "Frustrations:", "Calls"} <= set(texts("Rest")), "words stay whole"
    full = texts("Words " * 700)
    assert not [each for each in full if each.startswith("Influence")], "no page more for it"


def test_what_the_service_does_is_nobodys_where_two_of_its_people_are_there() -> None:
    step = Step.model_validate(
        {"action": "Is seen", "actor": "gp", "with": ("nurse",), "frontstage": ("Takes blood",)}
    )
    people = tuple(
        Stakeholder(id=who, name=who, kind=PersonKind.CLINICIAN) for who in ("gp", "nurse")
    )
    found = stakeholders.sheet(of(Stage(name="All", steps=(step,)), stakeholders=people))
    (column,) = found.columns
    assert {row: column.cells.get(row, ()) for row in found.lanes[1:]} == {
        "person-1": (), "person-2": (), "person-3": (),
    }  # fmt: skip


def test_steps_of_a_page_fill_its_width_also_where_others_have_more_of_them() -> None:
    groups = [
        Stage(name=name, steps=tuple(
            Step(action=f"Does {i}", actor=f"{name}{i}", need={"": "Words " * 20})
            for i in range(count)
        ))
        for name, count in (("A", 3), ("B", 9))
    ]  # fmt: skip
    first, *others = stakeholders.build(of(*groups), ViewOptions())
    assert others
    assert "B8" not in [text.text for text in first.texts()], "no row for who is not there"
    assert max(box.right for box in first.boxes) > 0.95 * (first.width - 32)
