"""Random maps that tell of everything that leverage is computed from, or of some of it."""

from typing import TypeVar

from hypothesis import strategies as st

from journeymap.model.between import Handoff, Leak, Wait, Way
from journeymap.model.feelings import Feeling
from journeymap.model.journey import Journey
from journeymap.model.journey_map import JourneyMap
from journeymap.model.pains import Opportunity, OpportunityStatus, Pain, PainKind
from journeymap.model.people import Persona, PersonKind, Stakeholder
from journeymap.model.step import Expectation, Moment, Rated, Step
from journeymap.model.times import time_of
from journeymap.model.vocabulary import Evidence, EvidenceKind

PEOPLE = ("son", "gp", "specialist", "nurse")
ITEMS = ("letter", "results", "address")
SHARES = st.sampled_from([0.05, 0.1, 0.2, 0.3])
V = TypeVar("V")

RATINGS = st.integers(1, 5).map(float)
RATED = st.builds(Rated, rating=RATINGS)


def one(value: st.SearchStrategy[V]) -> st.SearchStrategy[dict[str, V]]:
    """The persona's own value, or none."""
    return value.map(lambda each: {"": each}) | st.just({})


def emotions() -> st.SearchStrategy[dict[str, Feeling]]:
    value = st.sampled_from([-2.0, -1.0, -0.5, 0.0, 1.0, 2.0])
    feeling = value.map(lambda number: Feeling(value=number, written=f"{number:g}"))
    return st.dictionaries(st.sampled_from(["", "son"]), feeling, max_size=2)


def pains() -> st.SearchStrategy[Pain]:
    scale = st.integers(1, 4)
    return st.builds(
        Pain,
        text=st.just("It hurts"),
        kind=st.sampled_from(list(PainKind)),
        severity=st.none() | scale,
        probability=st.none() | scale,
    )


def ideas() -> st.SearchStrategy[Opportunity]:
    scale = st.none() | st.integers(1, 5)
    return st.builds(
        Opportunity,
        text=st.just("Do it well"),
        impact=scale,
        effort=scale,
        status=st.sampled_from(list(OpportunityStatus)),
    )


def handoffs() -> st.SearchStrategy[Handoff]:
    items = st.sets(st.sampled_from(ITEMS)).map(lambda found: tuple(sorted(found)))
    return st.builds(Handoff, to=st.sampled_from(PEOPLE[1:]), needs=items, carries=items)


def few(item: st.SearchStrategy[object]) -> st.SearchStrategy[tuple[object, ...]]:
    return st.lists(item, max_size=2).map(tuple)


def ways(count: int) -> st.SearchStrategy[Way]:
    return st.builds(
        Way,
        to=st.integers(0, count - 1).map(lambda i: f"s{i}") | st.just("end"),
        share=st.none() | SHARES,
    )


def waits() -> st.SearchStrategy[Wait]:
    days = st.sampled_from([1.0, 10.0])
    return days.map(lambda length: Wait(time=time_of(f"{length:g} days")))


@st.composite
def steps(draw: st.DrawFn, i: int, count: int) -> Step:
    chosen = {
        "emotion": draw(emotions()),
        "importance": draw(one(RATED)),
        "perceived": draw(one(RATED)),
        "expected": {who: Expectation(rating=rating) for who, rating in draw(one(RATINGS)).items()},
        "moment": draw(st.sampled_from([(), (Moment.TRUTH,)])),
        "actor": draw(st.none() | st.sampled_from(PEOPLE)),
        "with": draw(st.sampled_from([(), ("son",)])),
        "pains": draw(few(pains())),
        "opportunities": draw(few(ideas())),
        "handoff": draw(few(handoffs())),
        "next": draw(few(ways(count))),
        "leaks": draw(few(st.builds(Leak, share=st.none() | SHARES))),
        "gives": draw(few(st.sampled_from(ITEMS))),
        "wait": draw(st.none() | waits()),
        "evidence": draw(st.sampled_from([(), ("talk",), ("guess",)])),
    }
    # A map that lacks something altogether is as likely as one that has it.
    kept = {key: value for key, value in chosen.items() if draw(st.booleans())}
    return Step(id=f"s{i}", action="Does something", **kept)  # type: ignore[arg-type]


@st.composite
def journeys(draw: st.DrawFn, most: int = 5) -> JourneyMap:
    """Any map of a few steps."""
    count = draw(st.integers(1, most))
    kinds = [PersonKind.FAMILY, PersonKind.CLINICIAN, PersonKind.CLINICIAN, PersonKind.STAFF]
    journey = Journey(
        title="A map",
        persona=("ann",),
        language=draw(st.sampled_from(["en", "es", "pl"])),
        ends=draw(st.booleans()),
        personas=(Persona(id="ann", name="Ann"), Persona(id="bob", name="Bob")),
        stakeholders=tuple(
            Stakeholder(id=who, name=who.title(), kind=kind, influence=draw(st.integers(1, 5)))
            for who, kind in zip(PEOPLE, kinds, strict=True)
        ),
        evidence=(
            Evidence(id="talk", kind=EvidenceKind.INTERVIEW),
            Evidence(id="guess", kind=EvidenceKind.ASSUMPTION),
        ),
        steps=tuple(draw(steps(i, count)) for i in range(count)),
    )
    return JourneyMap(journey=journey, libraries={})
