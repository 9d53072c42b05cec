"""What a second strict judge took for untrue: counts, places, fixes, and what got worse since."""

import pytest
from tests.linter.linting import findings, helps, messages

from journeymap.linter.rules.improvement.unmeasured_outcome import unmeasured_outcome
from journeymap.linter.rules.leverage.leverage_point import leverage_point
from journeymap.linter.rules.measurement.overtaken import overtaken
from journeymap.linter.rules.measurement.unmeasured_moment import unmeasured_moment
from journeymap.linter.rules.references.absent_feeling import absent_feeling
from journeymap.linter.rules.touchpoints.incomplete_handoff import incomplete_handoff
from journeymap.testing import MAP, lint_files


# ---------------------------------------------------------------- which ideas are counted
@pytest.mark.parametrize(
    ("ideas", "said"),
    [
        (("impact: 5", "impact: 4"), '"I0", of impact 5, names'),
        (("impact: 5", "impact: 5, status: live"), '"I0" and "I1", of impact 5, name'),
        (("impact: 4, status: testing", "impact: 4"), '"I0", of impact 4 and tested or live, nam'),
        (
            ("impact: 5", "impact: 4, status: live"),
            '"I0" and "I1", of impact 5 or of impact 4 and tested or live, name',
        ),
    ],
)
def test_ideas_are_counted_by_what_is_said_of_them(ideas: tuple[str, ...], said: str) -> None:
    listed = ", ".join(f"{{text: I{i}, {each}}}" for i, each in enumerate(ideas))
    text = (
        "title: A\nmetrics: [{id: kept, name: Kept}]\n"
        f"steps: [{{action: B, metrics: {{metric: kept, value: 9}}, opportunities: [{listed}]}}]\n"
    )
    (told,) = messages(text, rule=unmeasured_outcome)
    assert told.startswith(said)


# ---------------------------------------------------------------- where an idea stands
def test_an_idea_that_a_change_affects_is_told_with_its_step() -> None:
    text = (
        "title: A\nexternal_changes: [{what: Law, date: 2026-07, affects: [signs, applies]}]\n"
        "evidence: [{id: old, kind: interview, date: 2026-04}, "
        "{id: new, kind: records, date: 2026-10}]\n"
        "steps:\n  - {id: signs, action: Signs, evidence: old}\n"
        "  - {id: applies, action: Applies, evidence: new, opportunities: Ring}\n"
    )
    (found,) = lint_files({MAP: text}, rules=[overtaken]).diagnostics
    assert [each.message for each in found.related][1:] == ['an open idea at "Applies"']


# ---------------------------------------------------------------- how many moments
LOG = "title: A\nmetrics: [M]\nevidence: [{id: log, kind: analytics}]\nsteps:\n"
READ = "  - {action: A, metrics: {metric: M, value: 1}}\n"
BARE = "  - {action: B, moment: truth}\n  - {action: C, moment: critical}\n"
COUNTED = (
    "  - {action: D, moment: critical, leaks: {share: 9 %, method: quantitative, evidence: log}}\n"
)
HELD = "  - {action: D, moment: critical, metrics: M}\n"


@pytest.mark.parametrize(
    ("third", "said", "left"),
    [
        (COUNTED, 'at 2 declared moments: "B" and "C"', '"D" has none either'),
        (HELD, 'at 2 of 3 declared moments: "B" and "C"', ""),
        ("", 'at either declared moment: "B" and "C"', ""),
        ("  - {action: D, moment: truth}\n", 'at any of 3 declared moments: "B"', ""),
    ],
)
def test_so_many_of_so_many_moments_have_no_metric(third: str, said: str, left: str) -> None:
    text = f"{LOG}{READ}{BARE}{third}"
    (told,) = messages(text, rule=unmeasured_moment)
    assert said in told
    (more,) = helps(text, rule=unmeasured_moment)
    assert ("none either" in more) is bool(left)
    assert left in more


# ---------------------------------------------------------------- papers that do not go along yet
@pytest.mark.parametrize(
    ("needs", "named", "title"),
    [
        ("[photos]", "see who can, and pass it on", 'add "Photos" to `carries` once it goes along'),
        (
            "[photos, grid-notice]",
            'pass it on; see who has "Notice to the grid", and pass that on as well',
            'add "Photos" and "Notice to the grid" to `carries` once they go along',
        ),
        ("[grid-notice]", "make sure that it is passed on", 'add "Notice to the grid" to `carr'),
    ],
)
def test_a_hand_off_is_written_as_complete_once_it_is(needs: str, named: str, title: str) -> None:
    text = (
        "title: A\nstakeholders: [{id: firm, name: Firm, kind: organisation}, "
        "{id: fitter, name: Fitter, kind: organisation}]\n"
        "information: [{id: photos, name: Photos}, {id: grid-notice, name: Notice to the grid}, "
        "{id: plans, name: Plans}]\n"
        "steps:\n  - {action: Asks, with: firm, gives: plans}\n"
        f"  - {{action: Agrees, with: firm, handoff: {{to: fitter, needs: {needs}}}}}\n"
        "  - {action: Has it fitted, with: fitter}\n"
    )
    (found,) = lint_files({MAP: text}, rules=[incomplete_handoff]).diagnostics
    assert named in found.help
    assert found.fix is not None
    assert found.fix.title.startswith(title)


# ---------------------------------------------------------------- worse since an idea is live
@pytest.mark.parametrize(
    ("outcome", "read", "told"),
    [
        ("{metric: days, from: 91, target: 42}", "98, as_of: 2026-10", True),
        ("{metric: days, from: 98, target: 42}", "91, as_of: 2026-10", False),
        ("{metric: days, from: 91, target: 42}", "98, as_of: 2026-03", False),
        ("{metric: days, target: 42}", "98, as_of: 2026-10", False),
    ],
)
def test_what_got_worse_since_an_idea_is_live_is_told(outcome: str, read: str, told: bool) -> None:
    text = f"""title: A
scales: {{rating: 1-5}}
metrics: [{{id: days, name: Days, kind: duration, unit: days, target: 42}}]
steps:
  - action: Waits for it
    importance: 5
    expected: 5
    perceived: 1
    emotion: angry
    metrics: {{metric: days, value: {read}}}
    pains: {{id: late, text: It comes late, severity: 4, probability: 4}}
    opportunities: {{text: Check by machine, solves: late, status: live, since: 2026-04,
      outcome: {outcome}}}
  - Goes home
"""
    (help_,) = helps(text, rule=leverage_point)
    assert ('"Days" was 91 before it (2026-04), and is 98 days since (2026-10)' in help_) is told


# ---------------------------------------------------------------- a loss of which nobody says why
@pytest.mark.parametrize(
    ("leak", "later", "told"),
    [
        ("{share: 22 %}", "3 %", True),
        ("{share: 22 %, why: too dear}", "3 %", False),
        ("{share: 22 %, to: a neighbour}", "3 %", False),
        ("{share: 22 %}", "30 %", False),
        ("{share: 8 %}", "3 %", False),
    ],
)
def test_of_the_largest_loss_it_is_asked_why(leak: str, later: str, told: bool) -> None:
    text = f"""title: A
scales: {{rating: 1-5}}
evidence: [{{id: log, kind: records, n: 900}}]
steps:
  - action: Gets the offers
    evidence: log
    importance: 5
    expected: 5
    perceived: 1
    emotion: angry
    leaks: {leak}
    pains: {{id: mixed, text: No two offers list the same, severity: 4, probability: 4}}
    opportunities: {{text: One form of offer, solves: mixed, impact: 5, effort: 3}}
  - {{action: Goes home, leaks: {{share: {later}, why: late}}}}
"""
    help_ = helps(text, rule=leverage_point)[0]
    assert help_.endswith("; ask those who leave here why, and where they go") is told


# ---------------------------------------------------------------- who is not at a step
def test_one_person_who_is_away_is_told_of_once() -> None:
    text = (
        "title: A\nstakeholders: [{id: gp, name: GP}, {id: fund, name: Fund}]\nsteps:\n"
        "  - {action: B, emotion: {gp: calm}, need: {gp: Time, fund: Papers}}\n"
        "  - {action: C, emotion: {gp: angry}}\n"
    )
    (said,) = messages(text, rule=absent_feeling)
    gp, fund = said.split("; ")
    assert gp == '`gp` has an emotion at "B" and is not there, and so at 1 more step'
    assert fund == '`fund` has a need at "B" and is not there'
    (told,) = helps(text, rule=absent_feeling)
    assert told.startswith("add gp and fund to `with` if they take part")


@pytest.mark.parametrize(
    ("kind", "told"),
    [
        ("organisation", False),
        ("payer", False),
        ("family", False),
        ("staff", True),
        ("clinician", True),
        ("other", True),
    ],
)
def test_a_house_is_nowhere_in_person(kind: str, told: bool) -> None:
    text = (
        f"title: A\nstakeholders: [{{id: fund, name: Fund, kind: {kind}}}]\n"
        "steps: [{action: B, emotion: {fund: calm}}]\n"
    )
    assert bool(findings(text, rule=absent_feeling)) is told
