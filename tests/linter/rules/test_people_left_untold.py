"""People, ideas and papers of whom no rule told, beside their nearest right neighbours."""

import pytest
from tests.linter.linting import messages

from journeymap.linter.rules.completeness.left_out import left_out
from journeymap.linter.rules.experience.unexplained_low import unexplained_low
from journeymap.linter.rules.experience.unexplained_rise import unexplained_rise
from journeymap.linter.rules.improvement.misplaced_ideas import misplaced_ideas
from journeymap.linter.rules.measurement.unheard_leavers import unheard_leavers
from journeymap.linter.rules.touchpoints.unmade_paper import unmade_paper
from journeymap.linter.rules.touchpoints.unoffered_language import unoffered_language

# ---------------- left-out
COUPLE = """title: Selling the farm
persona: [ada, bea]
personas: [{id: ada, name: "Ada, 60"SHARE}, {id: bea, name: "Bea, 52"SHARE}]
steps:
  - {action: Talks, TALK}
  - {action: Looks for a buyer, ONLY, moment: critical}
  - {action: Signs, only: ada, moment: truth}
  - {action: Moves out, moment: critical}
"""


@pytest.mark.parametrize(
    ("share", "talk", "only", "told"),
    [
        ("", "emotion: calm", "only: ada", ["Bea takes no part in 2 of 3 declared moments"]),
        ("", "emotion: calm", "only: bea", []),
        ("", "emotion: calm", "note: both", []),
        (", share: 50 %", "emotion: calm", "only: ada", []),
    ],
)
def test_one_of_two_who_is_not_there(share: str, talk: str, only: str, told: list[str]) -> None:
    text = COUPLE.replace("SHARE", share).replace("TALK", talk).replace("ONLY", only)
    assert [each.partition(":")[0] for each in messages(text, rule=left_out)] == told


# ---------------- unexplained-rise
@pytest.mark.parametrize(
    ("first", "second", "told"),
    [
        ("emotion: -2", "emotion: 2", 1),
        ("emotion: -1", "emotion: 2", 1),
        ("emotion: -1", "emotion: 1", 0),
        ("emotion: shocked -2", "emotion: 2", 1),
        ("emotion: terrified -2", "emotion: 2", 0),
        ("emotion: -2", "emotion: 2, gains: [The bank wrote it off]", 0),
        ("emotion: -2", "emotion: 2, with: [friend]", 0),
        ("emotion: -2", "emotion: 2, quote: It is over.", 0),
        ("emotion: -2, wait: 3 weeks", "emotion: 2", 0),
        ("emotion: -2", "emotion: 2, expected: 3, perceived: 5", 0),
    ],
)
def test_a_rise_that_nothing_explains(first: str, second: str, told: int) -> None:
    steps = f"[{{action: Reads it, {first}}}, {{action: Goes on, {second}}}]"
    text = f"title: Bank\nsteps: {steps}\n"
    assert len(messages(text, rule=unexplained_rise)) == told


# ---------------- unexplained-low
@pytest.mark.parametrize(
    ("step", "told"),
    [
        ("need: Company, duration: 6 weeks", ["is a low of 6 weeks, and neither"]),
        ("need: Company, duration: 3 days", []),
        ("need: Company, duration: 6 weeks, opportunities: [A visit]", []),
        ("need: Company, duration: 6 weeks, pains: [No visit]", []),
        ("need: Company, duration: 6 weeks, expected: 2, perceived: 4", []),
        ("duration: 6 weeks", ["is a low moment"]),
    ],
)
def test_a_low_of_weeks(step: str, told: list[str]) -> None:
    text = f"title: Home\nsteps: [{{action: Settles in, emotion: lonely, {step}}}]\n"
    found = messages(text, rule=unexplained_low)
    assert [part in each for part, each in zip(told, found, strict=True)] == [True] * len(told)


def test_a_low_of_weeks_that_two_share_is_told_once() -> None:
    text = "title: Home\npersona: [a, b]\npersonas: [{id: a, name: Ann}, {id: b, name: Bo}]\n"
    text += "steps: [{action: Settles in, emotion: {a: lonely, b: sad}, duration: 6 weeks,\n"
    text += "         need: Company}]\n"
    assert len(messages(text, rule=unexplained_low)) == 1


# ---------------- misplaced-ideas
HURT = "emotion: angry, importance: 5, perceived: 1"
TRIP = """title: Trip
steps:
  - {action: Books, HURT, pains: [{text: It breaks off, severity: 3, probability: 4}]}
  - {action: Boards, HURT, pains: [{text: No seat, severity: 4, probability: 3}], BOARDS}
  - {action: Arrives, ARRIVES}
""".replace("HURT", HURT)


@pytest.mark.parametrize(
    ("boards", "arrives", "told"),
    [
        ("note: a", "emotion: pleased, opportunities: [A sweet, A flag]", 1),
        ("note: a", "emotion: pleased, opportunities: [A sweet]", 0),
        ("opportunities: [Seats]", "emotion: pleased, opportunities: [A sweet, A flag]", 0),
        ("note: a", "emotion: annoyed, opportunities: [A sweet, A flag]", 0),
        ("note: a", "emotion: pleased, pains: [Cold], opportunities: [A sweet, A flag]", 0),
    ],
)
def test_ideas_where_nothing_hurts(boards: str, arrives: str, told: int) -> None:
    text = TRIP.replace("BOARDS", boards).replace("ARRIVES", arrives)
    assert len(messages(text, rule=misplaced_ideas)) == told


# ---------------- unmade-paper
PERMIT = """title: Permit
information: [{id: paper, name: NAME}, {id: date, name: Date of the hearing}]
stakeholders: [{id: court, name: Court, kind: organisation}]
steps:
  - {action: Rings, gets: [date], FIRST}
  - {action: Hands it in, SECOND}
"""


@pytest.mark.parametrize(
    ("name", "first", "second", "told"),
    [
        ("Medical certificate", "note: a", "gives: [paper]", 1),
        ("Medical certificate", "note: a", "handoff: {to: court, needs: [paper]}", 0),
        ("Medical certificate", "frontstage: [Prints the certificate]", "gives: [paper]", 0),
        ("Medical certificate", "handoff: {to: court, carries: [paper]}", "gives: [paper]", 0),
        ("Home address", "note: a", "gives: [paper]", 0),
        ("Zaświadczenie o dochodach", "note: a", "gives: [paper]", 1),
    ],
)
def test_a_paper_that_nobody_makes(name: str, first: str, second: str, told: int) -> None:
    text = PERMIT.replace("NAME", name).replace("FIRST", first).replace("SECOND", second)
    assert len(messages(text, rule=unmade_paper)) == told
    silent = text.replace("gets: [date], ", "")
    assert messages(silent, rule=unmade_paper) == []


# ---------------- unoffered-language
@pytest.mark.parametrize(
    ("head", "language", "step", "told"),
    [
        ("", "ar", "note: a", 1),
        ("", "Arabic", "note: a", 1),
        ("", "ar", "frontstage: [A nurse who speaks Arabic]", 0),
        ("", "ar", "systems: [Interpreter on screen]", 0),
        ("", "ar", "opportunities: [A leaflet in Arabic]", 1),
        ("", "ar", "opportunities: [{text: A leaflet in Arabic, status: live}]", 0),
        ("", "ar", "pains: [Nobody speaks Arabic]", 1),
        ("language: es\n", "es", "note: a", 0),
        ("language: es\n", "español", "note: a", 0),
        ("", "en", "note: a", 0),
    ],
)
def test_a_language_that_nothing_offers(head: str, language: str, step: str, told: int) -> None:
    text = (
        f"title: Ward\n{head}personas: [{{name: Leila, preferences: {{language: {language}}}}}]\n"
    )
    text += f"steps: [{{action: Is told, {step}}}]\n"
    assert len(messages(text, rule=unoffered_language)) == told


# ---------------- unheard-leavers
LEAVERS = """title: Gym
evidence:
  - {id: talks, kind: interview, n: 9}
  - {id: log, kind: records, n: 400}
  - {id: desk, name: Talks with the desk, kind: interview, n: 3, from: staff}
steps:
  - {action: Tries it, emotion: unsure, evidence: FELT, leaks: LEAK}
  - Joins
"""


@pytest.mark.parametrize(
    ("felt", "leak", "told"),
    [
        ("talks", "{share: 30 %, why: the price, evidence: log}", 1),
        ("talks", "{share: 30 %, why: the price, evidence: [log, desk]}", 1),
        ("talks", "{share: 30 %, why: the price, evidence: [log, talks]}", 0),
        ("talks", "{share: 30 %, why: the price}", 0),
        ("talks", "{share: 30 %, evidence: log}", 0),
        ("talks", "{share: 10 %, why: the price, evidence: log}", 0),
        ("log", "{share: 30 %, why: the price, evidence: log}", 0),
    ],
)
def test_nobody_who_left_was_asked(felt: str, leak: str, told: int) -> None:
    text = LEAVERS.replace("FELT", felt).replace("LEAK", leak)
    assert len(messages(text, rule=unheard_leavers)) == told
