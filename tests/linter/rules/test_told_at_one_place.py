"""What a strict judge called obvious or noise: told with what it belongs to, or not at all."""

import pytest
from tests.linter.linting import messages

from journeymap.linter.rules.flow.long_wait import long_wait
from journeymap.linter.rules.flow.same_destination import same_destination
from journeymap.linter.rules.improvement.unmeasured_outcome import unmeasured_outcome
from journeymap.linter.rules.measurement.assumed_part import assumed_part
from journeymap.linter.rules.measurement.contradicting_reading import contradicting_reading
from journeymap.linter.rules.measurement.small_sample import small_sample
from journeymap.linter.rules.touchpoints.asked_twice import asked_twice
from journeymap.linter.rules.touchpoints.incomplete_handoff import incomplete_handoff
from journeymap.linter.rules.touchpoints.unpreferred_channel import unpreferred_channel
from journeymap.testing import MAP, lint_files


def names(text: str) -> list[str]:
    """The rules that find something in a text, each as often as it does."""
    return [each.rule.name for each in lint_files({MAP: text}).diagnostics]


# ---------------------------------------------------------------- the gap and the pain behind it
BILL = """title: A removal firm
status: review
evidence: [{{id: talks, kind: interview, n: 9}}]
steps:
  - action: Gets the bill
    importance: 1
    expected: 4
    perceived: {perceived}
    evidence: [talks]
    pains:
      - {{id: twice, text: Pays twice, severity: 3, probability: 3{kind}}}
      - {{id: late, text: It comes late, severity: 1}}
    opportunities: [{{text: Send it within a week, solves: late}}]
  - action: Rings the firm
    pains: [{{id: busy, text: Nobody answers}}]
    opportunities: [{{text: Ring back, solves: busy}}]
  - {{action: Is called back, expected: 3, perceived: 4}}
"""
PAIR = ("unmet-expectation", "unrecovered-failure", "pain-without-opportunity", "severe-harm")


@pytest.mark.parametrize(
    ("perceived", "kind", "told"),
    [
        (2, "", ["unmet-expectation"]),
        (3, "", ["unrecovered-failure"]),  # next to nothing on a scale to five
        (5, "", ["unrecovered-failure"]),
        (2, ", kind: harm", ["severe-harm"]),  # told by itself, the gap with the leverage point
    ],
)
def test_a_gap_and_the_pain_that_nothing_answers_are_one_finding(
    perceived: int, kind: str, told: list[str]
) -> None:
    text = BILL.format(perceived=perceived, kind=kind)
    assert [each for each in names(text) if each in PAIR] == told


def test_the_gap_names_the_pain_that_it_takes_in() -> None:
    report = lint_files({MAP: BILL.format(perceived=2, kind="")})
    (found,) = (each for each in report.diagnostics if each.rule.name == "unmet-expectation")
    assert found.message.endswith('expected 4, perceived 2 of 5, and nothing answers "Pays twice"')
    assert [each.message for each in found.related] == [
        "what was expected",
        '"Pays twice" (major, occasional), and nothing answers it',
    ]


# ---------------------------------------------------------------- the wait that breaks a deadline
PASSPORT = """title: A passport
steps:
  - {{id: applies, action: Applies, duration: 20 min, wait: {first}}}
  - {{id: pays, action: Pays, duration: 5 min, wait: {second}}}
  - {{action: Gets it, duration: 5 min, within: {{time: {allowed}, after: {after}}}}}
"""


@pytest.mark.parametrize(
    ("first", "second", "allowed", "after", "waits"),
    [
        ("3 weeks", "1 day", "10 days", "applies", 0),  # told as the deadline
        ("3 weeks", "1 day", "30 days", "applies", 1),  # a deadline that is kept
        ("3 weeks", "3 weeks", "10 days", "pays", 1),  # the first lies before it begins
        ("3 weeks", "5 weeks", "10 days", "applies", 0),
    ],
)
def test_a_wait_on_the_way_to_a_missed_deadline_is_told_as_that(
    first: str, second: str, allowed: str, after: str, waits: int
) -> None:
    text = PASSPORT.format(first=first, second=second, allowed=allowed, after=after)
    assert len(messages(text, rule=long_wait)) == waits


# ---------------------------------------------------------------- what an idea is to move
IDEA = """title: A library
metrics: [{{id: loans, name: Loans, unit: a day}}]
steps:
  - action: Looks for a book
    metrics: {{metric: loans, value: 30}}
    opportunities: [{{text: A map of the shelves, impact: {impact}{status}}}]
"""


@pytest.mark.parametrize(
    ("impact", "status", "told"),
    [
        (5, "", 1),
        (4, "", 0),
        (4, ", status: testing", 1),
        (4, ", status: live", 1),
        (3, ", status: live", 0),
        (5, ", status: dropped", 0),
        (5, ", outcome: loans", 0),
    ],
)
def test_only_what_is_great_or_tried_is_asked_what_it_moves(
    impact: int, status: str, told: int
) -> None:
    text = IDEA.format(impact=impact, status=status)
    assert len(messages(text, rule=unmeasured_outcome)) == told


# ---------------------------------------------------------------- a survey among other sources
MUSEUM = """title: A museum
evidence:
  - {{id: poll, kind: survey, n: 40}}
  - {{id: again, kind: survey, n: 240}}
  - {{id: talks, kind: interview, n: 9}}
  - {{id: hunch, kind: assumption}}
steps:
  - {{action: Queues, expected: 4, perceived: {perceived}, evidence: {evidence}}}
"""


@pytest.mark.parametrize(
    ("perceived", "evidence", "told"),
    [
        ("4", "poll", 1),
        ("4", "[poll, again]", 1),
        ("4", "[poll, hunch]", 1),
        ("4", "[poll, talks]", 0),  # nobody says that the figure is the poll's
        ("{rating: 4, evidence: [poll, talks]}", "talks", 1),  # it does
    ],
)
def test_a_survey_is_small_only_for_a_figure_that_is_from_it(
    perceived: str, evidence: str, told: int
) -> None:
    text = MUSEUM.format(perceived=perceived, evidence=evidence)
    assert len(messages(text, rule=small_sample)) == told


# ---------------------------------------------------------------- an offer at a step that presses
CLUB = """title: A sports club
status: review
steps:
  - action: Gives notice
    importance: 5
    expected: 4
    perceived: {perceived}
    emotion: {emotion}
    reward: true
    pains: [{{text: Is laughed at, severity: {severity}, probability: 4}}]
  - {{action: Leaves, emotion: calm}}
"""


@pytest.mark.parametrize(
    ("perceived", "emotion", "severity", "told"),
    [
        (1, "furious", 4, ["leverage-point"]),  # told there, among what presses
        (4, "annoyed", 1, ["reward-before-trust"]),
        (4, "pleased", 1, []),
    ],
)
def test_an_offer_where_everything_presses_is_told_with_the_rest(
    perceived: int, emotion: str, severity: int, told: list[str]
) -> None:
    found = names(CLUB.format(perceived=perceived, emotion=emotion, severity=severity))
    assert [e for e in found if e in {"leverage-point", "reward-before-trust"}] == told


# ---------------------------------------------------------------- the very same asked again
GYM = """title: A gym
status: review
evidence: [{{id: talks, kind: interview, n: 9}}]
stakeholders: [{{id: gym, kind: organisation}}, {{id: doctor, kind: clinician}}]
information: [{{id: card, name: Member number}}, {{id: past, name: Old injuries}}]
steps:
  - {{action: Joins, with: gym, gives: [card, past]}}
  - {{action: Books a class, with: gym, gives: {first}, perceived: 4}}
  - {{action: Rents a locker, with: gym, gives: {second}}}
  - {{action: Sees a doctor, with: doctor, gives: {third}, pains: ["{pain}"], opportunities: [Ask]}}
"""


@pytest.mark.parametrize(
    ("first", "second", "said"),
    [
        ("card", "card", ['"Books a class" and "Rents a locker" ask again for "Member number"']),
        (
            "card",
            "past",
            [
                '"Books a class" asks again for "Member number"',
                '"Rents a locker" asks again for "Old injuries"',
            ],
        ),
        ("card", "[]", ['"Books a class" asks again for "Member number"']),
    ],
)
def test_steps_that_ask_for_the_very_same_are_one_finding(
    first: str, second: str, said: list[str]
) -> None:
    text = GYM.format(first=first, second=second, third="[]", pain="It is late")
    told = messages(text, rule=asked_twice)
    assert [each.partition(", given before")[0] for each in told] == said


@pytest.mark.parametrize(
    ("pain", "told"),
    [
        ("I had to tell it all again", 0),
        ("Me lo preguntan otra vez", 0),
        ("Musiałem to mówić jeszcze raz", 0),
        ("Against the light it looks worse", 1),
        ("It is late", 1),
    ],
)
def test_another_house_is_not_asked_what_the_map_says_itself(pain: str, told: int) -> None:
    text = GYM.format(first="[]", second="[]", third="past", pain=pain)
    assert len(messages(text, rule=asked_twice)) == told


# ---------------------------------------------------------------- losses along ways that come back
RIVAL = """title: A language school
stakeholders: [{{id: rival, name: Another school, kind: competitor}}]
steps:
  - {{id: asks, action: Asks, leaks: {{to: rival, share: 8 %}}}}
  - {{id: waits, action: Waits, leaks: {{to: rival, share: 8 %}}}}
  - {{action: Is tested, next: {next}}}
  - Learns
"""


@pytest.mark.parametrize(
    ("way", "anew"),
    [
        ("[]", False),
        ("[{to: waits, share: 30 %, why: fails}]", True),
        ("[{to: waits, share: 2 %, why: fails}]", False),  # once, as good as
    ],
)
def test_what_a_rival_takes_says_where_people_come_again(way: str, anew: bool) -> None:
    (message,) = messages(RIVAL.format(next=way), rule=same_destination)
    assert ("if the shares hold anew for those who come again" in message) is anew


# ---------------------------------------------------------------- minutes on the phone are no wait
VET = """title: An old dog
metrics: [{{id: wait, name: {name}, kind: duration, unit: minutes}}]
steps:
  - action: Rings the practice
    duration: {duration}
    wait: 2 days
    metrics: {{metric: wait, value: {value}}}
  - Is examined
"""


@pytest.mark.parametrize(
    ("name", "duration", "value", "told"),
    [
        ("Wait on the phone", "6 min", 2, 0),
        ("Wait on the hotline", "6 min", 2, 0),
        ("Espera por teléfono", "6 min", 2, 0),
        ("Wait on the phone", "", 2, 0),  # nobody knows how long the call takes
        ("Wait on the phone", "6 min", 20, 1),  # longer than the call
        ("Wait for the appointment", "6 min", 2, 1),  # two days, by a slip
    ],
)
def test_minutes_on_the_phone_are_not_held_against_days(
    name: str, duration: str, value: int, told: int
) -> None:
    text = VET.format(name=name, duration=duration or "DROP", value=value)
    text = text.replace("    duration: DROP\n", "")
    assert len(messages(text, rule=contradicting_reading)) == told


CARD = """title: Karta pobytu
personas: [{{id: nino, name: Nino, preferences: {{channels: [mail]}}}}]
stakeholders:
  - {{id: office, name: {party}, kind: organisation}}
  - {{id: hospital, name: Szpital, kind: organisation}}
channels: [{{id: mail, kind: digital}}, {{id: post, name: List polecony, kind: print}}]
owner: Szpital
steps:
  - {{action: Dostaje umowę, with: hospital, channel: mail}}
  - {{action: Dostaje wezwanie, with: office, channel: post}}
"""


@pytest.mark.parametrize(
    ("party", "told"),
    [
        ("Urząd wojewódzki", 0),
        ("Immigration office", 0),
        ("Oficina de Extranjería", 0),
        ("Bank", 1),
        ("Dentist", 1),
    ],
)
def test_how_an_authority_notifies_is_not_ours_to_choose(party: str, told: int) -> None:
    assert len(messages(CARD.format(party=party), rule=unpreferred_channel)) == told


# ---------------------------------------------------------------- whose word a feeling is
MOTHER = """title: A broken hip
personas: [{{id: ana, name: Ana}}]
persona: ana
evidence:
  - {{id: talks, name: Talks, kind: interview, n: 9{source}}}
  - {{id: wives, name: Talks with husbands, kind: interview, n: 4, from: family}}
  - {{id: files, name: Files, kind: records, n: 90}}
stakeholders: [{{id: joe, name: Joe, kind: {kind}, influence: {influence}}}]
steps:
  - {{action: Falls, with: joe, emotion: {{ana: afraid, joe: afraid}}, evidence: [talks, files]}}
  - {{action: Goes home, with: joe, emotion: {{ana: tired, joe: sad}}, evidence: {second}}}
"""


@pytest.mark.parametrize(
    ("source", "kind", "influence", "second", "asked"),
    [
        (", from: customer", "family", 5, "talks", True),
        ("", "family", 5, "talks", False),  # nobody says whose voice it is
        (", from: customer", "family", 5, "[talks, wives]", False),  # he may be among them
        (", from: customer", "family", 2, "talks", False),
        (", from: customer", "clinician", 5, "talks", False),
        (", from: customer", "family", 5, "[]", True),
    ],
)
def test_whose_word_the_feelings_of_a_relative_are_is_asked(
    source: str, kind: str, influence: int, second: str, asked: bool
) -> None:
    text = MOTHER.format(source=source, kind=kind, influence=influence, second=second)
    told = [each for each in messages(text, rule=assumed_part) if each.startswith("how ")]
    assert [
        each.startswith('how "Joe" feels at 2 steps is known from "Talks"') for each in told
    ] == [True] * asked


# ---------------------------------------------------------------- a hand-off that says nothing
MOVE = """title: A knee
stakeholders:
  - {{id: gp, name: Her GP, kind: clinician}}
  - {{id: ward, name: Ward, kind: clinician}}
  - {{id: home, name: Nurses at home, kind: staff}}
steps:
  - {{action: Is referred, with: gp, handoff: {first}}}
  - {{action: Is operated, with: ward, handoff: {second}}}
  - {{action: Learns to walk, with: home}}
"""


@pytest.mark.parametrize(
    ("first", "second", "said"),
    [
        (
            "{to: ward, needs: letter, carries: letter}",
            "home",
            ['to "Nurses at home" at "Is operated" says'],
        ),
        ("{to: ward, needs: letter, carries: letter}", "{to: home, carries: letter}", []),
        ("ward", "home", []),  # a map that does not look at papers
        (
            "[{to: ward, needs: letter, carries: letter}, gp]",
            "home",
            ['goes along: "Is referred" to "Her GP"'],
        ),
    ],
)
def test_a_hand_off_that_says_nothing_is_asked_about(
    first: str, second: str, said: list[str]
) -> None:
    told = messages(MOVE.format(first=first, second=second), rule=incomplete_handoff)
    assert len(told) == len(said)
    assert all(part in message for part, message in zip(said, told, strict=True))
