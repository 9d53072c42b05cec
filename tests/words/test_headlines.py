"""The headline: each row of its table in three languages, and true of the map, for every map."""

from dataclasses import replace
from math import fsum

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.analysis.maps import journeys
from tests.analysis.reading import analyse

from journeymap.analysis.analysis import Analysis
from journeymap.analysis.claims import (
    Claim,
    Difference,
    Late,
    Loss,
    Shortfall,
    Waiting,
    claims,
)
from journeymap.analysis.evidence import is_assumed
from journeymap.analysis.extremes import Extremes
from journeymap.analysis.flow import fate_of
from journeymap.analysis.ratings import ratings
from journeymap.model.between import Outcome
from journeymap.model.feelings import Feeling
from journeymap.model.journey_map import JourneyMap
from journeymap.words.headlines import headline, sentences

GROUND = "based_on: [talks]\nevidence: [{id: talks, kind: survey, n: 40}]\n"
"""What makes a figure no estimate."""
TWO = """persona: [ana, ben]
personas: [{id: ana, name: Ana}, {id: ben, name: Ben}]
steps:
  - {action: Calls, emotion: {ana: pleased, ben: angry}}
  - {action: Is treated, emotion: relieved}
"""
LOST = """steps:
  - {action: Calls, leaks: [{to: home, share: 3 %}]}
  - {action: Waits, leaks: [{to: home, share: 20 %}]}
  - Is treated
"""
NEITHER = """steps:
  - {action: Calls, next: [{to: next}, {to: end, share: 4 %, counts: neither}]}
  - {action: Waits, leaks: [{to: home, share: 20 %}]}
  - {action: Is treated, leaks: [{to: home, share: 5 %}]}
"""
"""Some end neither lost nor treated: 23 lost and 73 who reach the end are not all of them."""
LATE = """steps:
  - {action: Calls, wait: 8 weeks}
  - {action: Is seen, within: 2 weeks}
"""
WAITING = """steps:
  - {action: Calls, wait: 2 weeks}
  - {action: Is seen, wait: 3 weeks}
  - {action: Is treated, wait: {time: 9 weeks, planned: true}}
  - Comes again
"""
SHORT = """steps:
  - {action: Calls, expected: 4, perceived: 2}
  - {action: Is seen, expected: 4, perceived: 4}
  - {action: Is treated, expected: 4, perceived: 4}
"""
FELT = """steps:
  - {action: Calls, emotion: angry}
  - {action: Is seen, emotion: delighted}
"""
EXPECTED = {
    ("en", TWO): "Largest difference: “Calls” (Ana: pleased; Ben: angry)",
    ("es", TWO): "Mayor diferencia: «Calls» (Ana: pleased; Ben: angry)",
    ("pl", TWO): "Największa różnica: „Calls” (Ana: pleased; Ben: angry)",
    ("en", LOST): "22 of 100 do not reach the end, 19 of them lost at “Waits”",
    ("es", LOST): "22 de cada 100 no llegan al final; 19 se pierden en «Waits»",
    ("pl", LOST): "Nie dochodzi do końca: 22 na 100 osób, w tym 19 w kroku „Waits”",
    ("en", NEITHER): "23 of 100 are lost, 19 of them at “Waits”",
    ("es", NEITHER): "23 de cada 100 se pierden; 19 en «Waits»",
    ("pl", NEITHER): "Odpada 23 na 100 osób, w tym 19 w kroku „Waits”",
    ("en", LATE): "Too late: “Is seen” (allowed: 2 weeks, takes: 8 weeks)",
    ("es", LATE): "Fuera de plazo: «Is seen» (plazo: 2 semanas; real: 8 semanas)",
    ("pl", LATE): "Po terminie: „Is seen” (limit: 2 tygodnie, jest: 8 tygodni)",
    ("en", SHORT): "Furthest below expectation: “Calls” (expected: good; got: poor)",
    ("es", SHORT): "Más por debajo de lo esperado: «Calls» (esperado: bueno; recibido: malo)",
    ("pl", SHORT): "Najdalej poniżej oczekiwań: „Calls” (oczekiwano: dobrze; było: źle)",
    ("en", FELT): "Lowest point: “Calls” (angry). Highest: “Is seen” (delighted)",
    ("es", FELT): "El peor momento: «Calls» (angry). El mejor: «Is seen» (delighted)",
    ("pl", FELT): "Najtrudniejszy moment: „Calls” (angry). Najlepszy: „Is seen” (delighted)",
    ("en", "steps: [Calls]\n"): "Clinic",
}


def of(text: str, language: str = "en", **fields: str) -> Analysis:
    more = "".join(f"{key}: {value}\n" for key, value in fields.items())
    return analyse(f"title: Clinic\nlanguage: {language}\n{more}{GROUND}{text}")


@pytest.mark.parametrize(("key", "words"), EXPECTED.items())
def test_each_row_of_the_table(key: tuple[str, str], words: str) -> None:
    language, text = key
    assert headline(of(text, language)) == words


def test_waiting_that_nobody_planned() -> None:
    text = WAITING.replace("9 weeks", "3 weeks")
    said = "Waiting besides what is planned: 5 weeks, longest after “Is seen” (3 weeks)"
    assert headline(of(text)) == said
    assert headline(of(WAITING)) == "Clinic"  # more than half of the time is planned


def test_what_is_assumed_is_an_estimate() -> None:
    guess = LOST.replace("share: 20 %", "share: 20 %, evidence: [guess]")
    more = GROUND.replace("evidence: [", "evidence: [{id: guess, kind: assumption}, ")
    analysis = analyse(f"title: Clinic\n{more}{guess}")
    assert headline(analysis).startswith("Estimate: 22 of 100")


def test_a_loss_that_nobody_counted_makes_it_at_least() -> None:
    text = LOST.replace("  - Is treated", "  - {action: Is treated, leaks: [home]}")
    assert headline(of(text)).startswith("At least 22 of 100")
    assert headline(of(text, "pl")).startswith("Nie dochodzi do końca: co najmniej 22 na 100")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (FELT, "Desired state: Clinic"),
        (LOST, "Desired state: 78 of 100 reach the end"),
        ("steps: [Calls]\n", "Desired state: Clinic"),
        (LATE, "Desired state: Clinic"),
    ],
)
def test_of_a_map_of_what_is_wished_it_is_said_that_it_is_one(text: str, words: str) -> None:
    assert headline(of(text, state="desired")) == words
    assert headline(of(text, state="desired"), lambda said: len(said) < 10) == "Clinic"


@pytest.mark.parametrize(
    ("leaks", "why"),
    [
        ("[{to: home, share: 20 %, why: it is dear}]", ": it is dear"),
        ("[{to: home, share: 10 %, why: it is dear}, {to: b, share: 10 %, why: it is dear}]",
         ": it is dear"),
        ("[{to: home, share: 10 %, why: it is dear}, {to: b, share: 10 %}]", ""),
        ("[{to: home, share: 10 %, why: it is dear}, {to: b, share: 10 %, why: it is far}]", ""),
        ("[{to: home, share: 20 %, why: dear}], pains: [{id: dear, text: It costs too much}]",
         ": It costs too much"),
    ],
)  # fmt: skip
def test_the_one_reason_why_people_leave_is_said_where_there_is_one(leaks: str, why: str) -> None:
    analysis = of(LOST.replace("[{to: home, share: 20 %}]", leaks))
    plain = "22 of 100 do not reach the end, 19 of them lost at “Waits”"
    assert headline(analysis) == plain + why
    assert headline(analysis, lambda said: len(said) <= len(plain)) == plain


def test_of_equal_lows_two_are_named_and_more_are_counted() -> None:
    two = FELT + "  - {action: Pays, emotion: angry}\n"
    assert headline(of(two)).startswith("Lowest points: “Calls” (angry), “Pays” (angry). Highest")
    three = two + "  - {action: Waits, emotion: angry, pains: [Long]}\n"
    assert headline(of(three)).startswith("One of the 3 lowest points: “")


def test_a_low_of_the_illness_alone_gives_way_to_a_near_one() -> None:
    text = """stakeholders: [{id: gp, name: GP, kind: clinician}]
steps:
  - {action: Feels ill, emotion: distressed}
  - {action: Waits, with: gp, emotion: angry -1.6, pains: [Long]}
  - {action: Is treated, with: gp, emotion: delighted}
"""
    said = "One of the lowest points: “Waits” (angry). Highest: “Is treated” (delighted)"
    assert headline(of(text)) == said


def test_a_clause_without_room_is_left_out() -> None:
    assert headline(of(LOST), lambda words: len(words) < 40) == "22 of 100 do not reach the end"
    assert headline(of(LOST), lambda words: len(words) < 10) == "Clinic"


@st.composite
def of_two(draw: st.DrawFn) -> JourneyMap:
    """Any map, of one persona or of two."""
    journey_map = draw(journeys())
    if draw(st.booleans()):
        return journey_map
    journey = journey_map.journey
    moods = st.sampled_from([-2.0, -1.0, 0.0, 1.0])
    steps = tuple(
        step.model_copy(
            update={"emotion": {**step.emotion, "bob": Feeling(value=draw(moods), written="so")}}
        )
        for step in journey.steps
    )
    update = {"personas_chosen": ("ann", "bob"), "steps": steps}
    return replace(journey_map, journey=journey.model_copy(update=update))


def assert_true(claim: Claim, analysis: Analysis) -> None:
    """Holds a claim against the map, computed in another way."""
    match claim:
        case Difference():
            assert_largest_difference(claim, analysis)
        case Loss():
            assert_loss(claim, analysis)
        case Late():
            assert claim.due.takes.low > claim.due.allowed.high
        case Waiting():
            assert_waiting(claim, analysis)
        case Shortfall():
            assert_shortfall(claim, analysis)
        case Extremes():
            assert_extremes(claim, analysis)


def feelings(analysis: Analysis) -> list[dict[str, float]]:
    """What each persona feels at each step, by id."""
    journey_map = analysis.journey_map
    felt = (journey_map.by_person(step.step.emotion, step) for step in journey_map.steps)
    own = journey_map.persona_ids
    return [
        {who: each.value for who, each in moods.items() if who in own and each.value is not None}
        for moods in felt
    ]


def assert_largest_difference(claim: Difference, analysis: Analysis) -> None:
    spreads = [max(m.values()) - min(m.values()) if m else 0.0 for m in feelings(analysis)]
    own = spreads.pop(claim.step.position)
    assert own >= 2
    assert all(own > other for other in spreads)


def assert_loss(claim: Loss, analysis: Analysis) -> None:
    flow = analysis.flow
    assert flow
    assert abs(100 * (flow.left + flow.lost) - claim.lost) <= 0.5 + 1e-6
    if len(analysis.journey_map.persona_ids) > 1:
        return
    lost = [
        step.lost + step.visits * fate_of(exits).ends[Outcome.LOST]
        for step, exits in zip(flow.steps, analysis.ways.exits, strict=True)
    ]
    own = lost.pop(claim.step.position)
    assert abs(100 * own - claim.here) <= 1
    assert all(100 * (own - other) >= 1 - 1e-6 for other in lost)
    leaks = [share for exits in analysis.ways.exits for share in exits.leaks]
    assert claim.is_least == (None in leaks or flow.unknown > 0.0005)


def assert_waiting(claim: Waiting, analysis: Analysis) -> None:
    steps = [analysis.journey_map.steps[at].step for at in analysis.times.main_way]
    waits = [step.wait.time for step in steps if step.wait and step.wait.planned is not True]
    assert claim.total.days == pytest.approx(fsum(time.days for time in waits))
    if claim.longest:
        assert sum(time.high >= claim.longest.time.high for time in waits) == 1


def assert_shortfall(claim: Shortfall, analysis: Analysis) -> None:
    gaps: dict[int, float] = {}
    for who in analysis.journey_map.persona_ids:
        for each in ratings(analysis.journey_map, who):
            if each.gap is not None:
                at = each.step.position
                gaps[at] = min(gaps.get(at, 0.0), each.gap) if at in gaps else each.gap
    assert len(gaps) >= 3
    own = gaps.pop(claim.step.position)
    assert own <= -2.5
    assert all(other - own >= 0.5 for other in gaps.values())


def assert_extremes(claim: Extremes, analysis: Analysis) -> None:
    felt = feelings(analysis)
    values = [value for moods in felt for value in moods.values()]
    low, high = min(values), max(values)
    for extreme, value in ((claim.low, low), (claim.high, high)):
        for each in extreme.named:
            own = felt[each.step.position][each.who]
            assert abs(own - value) <= 0.5 if extreme.is_nearly else own == value
        assert extreme.count == sum(value in moods.values() for moods in felt)
    assert low <= -1
    assert high >= 1


@given(of_two(), st.sampled_from(["en", "es", "pl"]))
def test_it_is_true_of_every_map(journey_map: JourneyMap, language: str) -> None:
    journey = journey_map.journey.model_copy(update={"language": language})
    analysis = Analysis(journey_map=replace(journey_map, journey=journey))
    said = [*claims(analysis)]
    for claim in said:
        assert_true(claim, analysis)
    options = [words for claim in said for words in sentences(claim, analysis.journey_map)]
    shown = headline(analysis)
    assert shown == (options[0] if options else "A map")
    for claim in said:
        words = {"en": "Estimate:", "es": "Estimación:", "pl": "Szacunek:"}[language]
        told = list(sentences(claim, analysis.journey_map))
        assert all(each.startswith(words) == claim.assumed for each in told)


def test_a_wait_with_evidence_is_no_estimate() -> None:
    analysis = of(WAITING.replace("9 weeks", "3 weeks"))
    (claim,) = claims(analysis)
    assert isinstance(claim, Waiting)
    assert claim.step
    assert not is_assumed(analysis.journey_map, claim.step)
    assert not claim.assumed


RING = """framework: customer-lifecycle
stages:
  - name: Need
    steps: [{action: Calls, id: calls, leaks: [{to: home, share: 20 %}]}]
  - name: Recommendation
    steps: [{action: Comes again, next: [{to: calls, share: 100 %}]}]
"""


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "20 of 100 do not come back"),
        ("es", "20 de cada 100 no vuelven"),
        ("pl", "Nie wraca: 20 na 100 osób"),
    ],
)
def test_of_a_cycle_it_is_said_who_does_not_come_back_where_all_others_do(
    language: str, words: str
) -> None:
    assert headline(of(RING, language)).startswith(words)
    assert "come back" not in headline(of(RING.replace("{to: calls, share: 100 %}", "end")))


def test_who_ends_otherwise_is_not_told_to_reach_the_end_nor_to_be_lost() -> None:
    once = NEITHER.replace(", leaks: [{to: home, share: 5 %}]", "")
    assert headline(of(once)) == "19 of 100 lost at “Waits”"
    assert headline(of(once), lambda words: "“" not in words) == "19 of 100 are lost"
    unknown = NEITHER.replace("share: 5 %", "why: late")
    assert headline(of(unknown)).startswith("At least 19 of 100 ")
