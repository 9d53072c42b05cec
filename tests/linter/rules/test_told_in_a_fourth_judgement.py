"""What a strict judge of two long maps called false or told before, on small maps."""

from datetime import date

import pytest
from tests.linter.linting import helps, lint_files, messages
from tests.linter.rules.test_told_in_a_third_judgement import told

from journeymap.linter.profiles import Selection
from journeymap.linter.registry import RULES
from journeymap.linter.rules.leverage.leverage_point import leverage_point
from journeymap.linter.rules.leverage.severe_harm import severe_harm
from journeymap.linter.rules.measurement.unmeasured_moment import unmeasured_moment
from journeymap.linter.rules.touchpoints.asked_twice import asked_twice
from journeymap.testing import MAP

TODAY = date(2026, 11, 10)

# ---------------------------------------------------------------- what a gain rests on
CHOIR = """title: A choir
scales: {{rating: 1-5}}
persona: [ann, bo]
personas: [{{id: ann, name: Ann{weight}}}, {{id: bo, name: Bo{weight}}}]
evidence: [{{id: roll, kind: records, n: 400}}, {{id: hunch, kind: assumption}}]
steps:
  - {{action: Reads the poster, leaks: {{to: home, share: 10 %, evidence: {poster}}}}}
  - {{action: Asks her husband{only}, leaks: {{to: home, share: 20 %, evidence: roll}}}}
  - action: Sings for the choirmaster
    importance: 5
    expected: {{rating: 4, evidence: {rated}}}
    perceived: 1
    pains: {{text: All listen, severity: 3, probability: 4}}
    evidence: roll
    leaks: {{to: home, share: 30 %, evidence: roll}}
    next:
      - {{to: trial, share: 10 %, evidence: roll}}
      - {{to: next}}
  - {{action: Sings in the choir, next: {{to: end}}}}
  - {{action: Is on trial, id: trial, leaks: {{to: home, share: 40 %, evidence: {trial}}}{end}}}
"""
MEASURED = {"poster": "roll", "trial": "roll", "rated": "roll", "weight": "", "only": "", "end": ""}
ALIKE = "each persona counted alike"
ELSEWHERE = "by assumed shares elsewhere"
NOWHERE = ", next: {to: end, share: 60 %, counts: neither, evidence: roll}"


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({}, ""),
        ({"rated": "hunch"}, ""),
        ({"poster": "hunch"}, f" ({ELSEWHERE})"),
        ({"trial": "hunch"}, f" ({ELSEWHERE})"),
        ({"trial": "hunch", "end": NOWHERE}, ""),
        ({"only": ", only: [ann]"}, f" ({ALIKE})"),
        ({"only": ", only: [ann]", "weight": ", share: 50 %, evidence: roll"}, ""),
        (
            {"only": ", only: [ann]", "weight": ", share: 50 %"},
            " (by assumed shares of the personas)",
        ),
        ({"only": ", only: [ann]", "poster": "hunch"}, f" ({ELSEWHERE}, {ALIKE})"),
    ],
)
def test_a_gain_says_on_what_it_rests(given: dict[str, str], said: str) -> None:
    found = told(CHOIR.format_map(MEASURED | given), leverage_point)
    (gain,) = [each for each in found.reasons if "nobody left" in each]
    assert gain.endswith(f"the journey{said}")


# ---------------------------------------------------------------- said once more
BAKERY = """title: A bakery
evidence: [{{id: book, kind: complaint, date: {seen}, n: 9}}]
steps:
  - action: {step}
    pains:
      - {{id: hard, text: Bread is hard, kind: harm, {grave}, evidence: book}}
    opportunities:
      - {{text: A lid, solves: hard, status: live, since: {since}{pilot}}}
  - action: Eats it
"""
LOW = "Buys bread, importance: 5, expected: 5, perceived: 1, emotion: furious"
GRAVE, SLIGHT = "severity: 4, probability: 3", "severity: 1, probability: 1"
OPEN = ", pilots: {date: 2026-06, n: 3, result: open}"


def by(text: str, *names: str) -> list[str]:
    """Which of these rules tell something."""
    rules = [each for each in RULES if each.name in names]
    chosen = Selection(select=tuple(each.code for each in rules))
    report = lint_files({MAP: text}, rules=rules, selection=chosen, today=TODAY)
    return [each.rule.name for each in report.diagnostics]


@pytest.mark.parametrize(
    ("low", "pilot", "alone", "beside"),
    [
        (True, "", ["live-but-hurting"], ["leverage-point"]),
        (False, "", ["live-but-hurting"], ["live-but-hurting"]),
        (True, OPEN, [], ["leverage-point"]),
        (False, OPEN, [], []),
    ],
)
@pytest.mark.parametrize("seen", ["2026-08", "2026-03"])
def test_an_idea_that_is_live_in_vain_is_told_once(
    seen: str, low: bool, pilot: str, alone: list[str], beside: list[str]
) -> None:
    step, grave = (LOW.replace(", ", "\n    "), GRAVE) if low else ("Buys bread", SLIGHT)
    text = BAKERY.format(seen=seen, step=step, since="2026-05", pilot=pilot, grave=grave)
    assert by(text, "live-but-hurting") == alone
    assert by(text, "live-but-hurting", "leverage-point") == beside


@pytest.mark.parametrize(
    ("since", "status", "does"),
    [
        ("2026-05", "(live)", 'show it to those who answer for safety: "book" of 2026-08 tells'),
        ("2026-09", "(live)", "check that the answer is enough"),
        ("2027-02", "(called live, from 2027-02 on)", "check that the answer is enough"),
    ],
)
def test_a_harm_says_how_far_its_answer_has_come(since: str, status: str, does: str) -> None:
    text = BAKERY.format(seen="2026-08", step="Buys bread", since=since, pilot="", grave=GRAVE)
    found = told(text, severe_harm)
    assert found.message.endswith(f'"A lid" is to solve it {status}')
    assert (found.help or "").startswith(does)


# ---------------------------------------------------------------- asked by another house
PAPERS = """title: A kindergarten
stakeholders:
  - {{id: doctor, name: {doctor}, kind: clinician}}
  - {{id: town, name: Town hall, kind: organisation}}
information: [{{id: shots, name: {item}}}, {{id: paper, name: {paper}}}]
steps:
  - {{action: Sees the doctor, with: doctor, gives: shots}}
  - {{action: Applies, with: town, gives: [shots{given}]}}
"""


@pytest.mark.parametrize(
    ("doctor", "item", "paper", "given", "silent"),
    [
        ("Family doctor", "Illnesses", "Doctor's certificate", ", paper", True),
        ("Family doctor", "Illnesses", "Doctor's certificate", "", False),
        ("Family doctor", "Illnesses", "Doctor's phone number", ", paper", False),
        ("Lekarka rodzinna", "Choroby", "Zaświadczenie lekarskie", ", paper", True),
        ("Lekarka rodzinna", "Choroby", "Zaświadczenie o dochodach", ", paper", False),
        ("GP", "Vaccinations", "Certificate of vaccination", ", paper", True),
    ],
)
def test_what_is_handed_in_on_paper_is_not_asked_for_again(
    doctor: str, item: str, paper: str, given: str, silent: bool
) -> None:
    text = PAPERS.format(doctor=doctor, item=item, paper=paper, given=given)
    assert bool(messages(text, rule=asked_twice)) is not silent


def test_what_each_house_needs_is_not_called_a_check() -> None:
    text = PAPERS.format(doctor="GP", item="Illnesses", paper="Note", given="")
    (does,) = helps(text, rule=asked_twice)
    assert "confirms" not in does
    assert "if each house needs it from people themselves, leave it in gives:" in does


# ---------------------------------------------------------------- a moment that is a delight
PARTY = """title: A party
scales: {{rating: 1-5}}
persona: [ann, bo]
personas: [{{id: ann, name: Ann}}, {{id: bo, name: Bo}}]
metrics: [Guests]
steps:
  - {{action: Invites them, metrics: {{metric: Guests, value: 60}}}}
  - {{action: Opens the door, moment: truth, {said}}}
"""
MET = "expected: 3, perceived: 4"


@pytest.mark.parametrize(
    ("said", "silent"),
    [
        (f"emotion: overjoyed, {MET}", True),
        (f"emotion: {{ann: overjoyed, bo: happy}}, {MET}", True),
        (f"emotion: {{ann: overjoyed, bo: afraid}}, {MET}", False),
        (f"emotion: overjoyed, {MET}, pains: Nobody rings", False),
        ("emotion: overjoyed, expected: 3, perceived: {ann: 4, bo: 2}", False),
        ("emotion: overjoyed", False),
        (MET, False),
    ],
)
def test_a_moment_that_is_a_delight_needs_no_figure(said: str, silent: bool) -> None:
    assert bool(messages(PARTY.format(said=said), rule=unmeasured_moment)) is not silent
