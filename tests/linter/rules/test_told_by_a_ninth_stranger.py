"""What a ninth reviewer who saw no rule found wrong or obvious, on small maps of other kinds."""

import pytest
from tests.linter.linting import MAP, findings, helps, lint_files, messages

from journeymap.linter.profiles import Selection
from journeymap.linter.rules.completeness.unmapped_rest import unmapped_rest
from journeymap.linter.rules.experience.unmet_expectation import unmet_expectation
from journeymap.linter.rules.flow.leak import leak
from journeymap.linter.rules.flow.long_wait import long_wait
from journeymap.linter.rules.flow.same_destination import same_destination
from journeymap.linter.rules.flow.silent_wait import silent_wait
from journeymap.linter.rules.improvement.live_but_hurting import live_but_hurting
from journeymap.linter.rules.leverage.leverage_point import leverage_point
from journeymap.linter.rules.measurement.metric_off_scale import metric_off_scale
from journeymap.linter.rules.measurement.target_missed import target_missed
from journeymap.linter.rules.touchpoints.incomplete_handoff import incomplete_handoff
from journeymap.linter.rules.touchpoints.unmade_paper import unmade_paper
from journeymap.linter.rules.trust.open_cycle import open_cycle

TOP = """journeymap: 1
title: A place at a music school
status: review
personas: [{id: rosa, name: Rosa}]
stakeholders: [{id: school, name: School, kind: organisation}]
metrics:
  - {id: first, name: Days from form to first lesson, kind: duration, unit: days, target: 20}
  - {id: nps, name: Recommendation, kind: nps, target: 40}
  - {id: lost, name: Forms sent back, unit: '%', better: lower, target: 5}
  - {id: calls, name: Second calls, unit: '%', better: lower, target: 5}
"""


def told(text: str, code: str) -> list[tuple[str, str]]:
    """How grave a rule's findings in a map are, and what it says."""
    diagnostics = lint_files({MAP: text}, selection=Selection(select=(code,))).diagnostics
    return [(each.severity.value, each.message) for each in diagnostics if each.rule.code == code]


def missing(step: str, action: str = "A") -> str:
    """A map in which a target is missed at its only step."""
    return f"{TOP}steps: [{{action: {action}, {step}, metrics: {{metric: first, value: 41}}}}]\n"


# ---------------------------------------------------------------- ideas of a missed target
@pytest.mark.parametrize(
    ("pain", "idea", "named"),
    [
        ("The form is in German only", "The form in three languages", False),  # any step's word
        ("Nobody rings back", "A lesson to try in the first week", True),
        ("The first lesson is far off", "A teacher on call", True),
        ("Nobody rings back", "A teacher on call", False),
        ("Nobody rings back", "First lesson free, outcome: calls", False),  # moves another metric
    ],
)
def test_an_idea_is_named_where_its_words_are_of_the_metric_alone(
    pain: str, idea: str, named: bool
) -> None:
    step = f"pains: {{id: p, text: {pain}}}, opportunities: [{{text: {idea}, solves: p}}]"
    text = missing(step, action="Sends the form")
    (help_,) = helps(text, rule=target_missed)
    assert (f'"{idea.partition(", outcome")[0]}"' in help_) is named


@pytest.mark.parametrize(
    ("more", "help_"),
    [
        ("target: 20", 'push ahead with "X", whose outcome this is to be'),
        (
            "target: 30",
            'push ahead with "X", whose outcome this is to be; it aims at 30 days, short',
        ),
        ("target: 60", '"X" is to bring this to 60 days, which is no better than today'),
    ],
)
def test_an_idea_that_aims_short_of_the_target_is_not_its_answer(more: str, help_: str) -> None:
    idea = f"{{text: X, outcome: {{metric: first, {more}}}}}"
    text = missing(f"opportunities: [{idea}]")
    assert helps(text, rule=target_missed)[0].startswith(help_)


@pytest.mark.parametrize(
    ("result", "help_"),
    [
        ("abandoned", '"X", whose outcome this is to be, was abandoned after its last pilot'),
        ("adapted", 'push ahead with "X"'),
    ],
)
def test_nobody_is_told_to_push_ahead_with_what_was_abandoned(result: str, help_: str) -> None:
    idea = f"{{text: X, outcome: first, pilots: {{date: 2026-03, n: 9, result: {result}}}}}"
    text = missing(f"opportunities: [{idea}]")
    assert helps(text, rule=target_missed)[0].startswith(help_)


GATHERED = (
    "2 targets are missed (assumed figures), and ideas with an owner and a day are to reach them: "
    '"Forms sent back" at 18 %, target 5 % ("X", by 2027-03); '
    '"Second calls" at 18 %, target 5 % ("Y", by 2027-03)'
)
MEAN = (
    '"Recommendation" at 8.4 looks like a mean of answers of 0 to 10, and its target 40 like a '
    "score of -100 to 100: they cannot be compared"
)
OWNED = "owner: Office, by: 2027-03"


@pytest.mark.parametrize(
    ("ideas", "found"),
    [
        (("X, outcome: lost, " + OWNED, "Y, outcome: calls, " + OWNED), 1),  # one gathered note
        (("X, outcome: lost, " + OWNED, "Y, outcome: calls, by: 2027-03"), 2),  # nobody's
        (("X, outcome: lost, " + OWNED, "Y, outcome: calls, owner: Office, by: 2026-01"), 2),
        (("X, outcome: {metric: lost, target: 9}, " + OWNED, "Y, outcome: calls, " + OWNED), 2),
    ],
)
def test_targets_that_dated_ideas_are_to_reach_are_one_note(
    ideas: tuple[str, str], found: int
) -> None:
    read = ("lost", "calls")
    steps = "".join(
        f"  - {{name: S{i}, steps: [{{action: A{i}, opportunities: [{{text: {idea}}}], "
        f"metrics: {{metric: {name}, value: 18}}}}]}}\n"
        for i, (idea, name) in enumerate(zip(ideas, read, strict=True))
    )
    findings = told(f"{TOP}stages:\n{steps}", "JM702")
    assert len(findings) == found
    if found == 1:
        assert findings == [("note", GATHERED)]


@pytest.mark.parametrize(
    ("value", "target", "more", "asked"),
    [
        (8.4, 40, "", True),
        (8, 40, "", False),  # a whole number is a score as good as any
        (8.4, 9, "", False),  # both are means
        (38.5, 40, "", False),
        (8.4, 40, ", scale: -100-100", False),  # said
    ],
)
def test_a_mean_of_answers_is_no_score_that_misses(
    value: float, target: float, more: str, asked: bool
) -> None:
    top = TOP.replace("kind: nps, target: 40", f"kind: nps, target: {target}{more}")
    text = f"{top}steps: [{{action: A, metrics: {{metric: nps, value: {value}}}}}]\n"
    assert len(messages(text, rule=metric_off_scale)) == asked
    assert len(messages(text, rule=target_missed)) == (not asked)
    if asked:
        assert told(text, "JM704") == [("note", MEAN)]


# ---------------------------------------------------------------- one house, and what is made good
HOUSE = """title: A pacemaker check
persona: Eva
stakeholders:
  - {id: hospital, name: Hospital, kind: organisation}
  - {id: ward, name: Heart ward, kind: clinician, part_of: hospital}
  - {id: lab, name: Device lab, kind: clinician, part_of: hospital}
  - {id: gp, name: Family doctor, kind: clinician}
"""


@pytest.mark.parametrize(
    ("giver", "ends"),
    [
        ("ward", 'which "Device lab" needs, within "Hospital"'),
        ("hospital", 'which "Device lab" needs, within "Hospital"'),
        ("gp", 'which "Device lab" needs, with no way to ask back'),
    ],
)
def test_who_works_in_one_house_can_ask_back(giver: str, ends: str) -> None:
    step = f"{{action: A, actor: {giver}, handoff: {{to: lab, needs: [card], carries: []}}}}"
    text = f"{HOUSE}steps: [{step}, {{action: B, actor: lab}}]\n"
    (found,) = messages(text, rule=incomplete_handoff)
    assert found.endswith(ends)


@pytest.mark.parametrize(
    ("owner", "told"),
    [("Family doctor", True), ("Device lab", False), ("Hospital", False), ("Quality", True)],
)
def test_another_part_of_the_owner_s_house_is_none_of_another(owner: str, told: bool) -> None:
    served = "".join(f"  - {{action: S{i}, actor: gp}}\n" for i in range(3))
    bad = "actor: ward, importance: 5, perceived: 1, expected: 4, emotion: angry"
    top = HOUSE.replace("kind: clinician}", "kind: organisation}").replace(
        "persona:", f"owner: {owner}\npersona:"
    )
    (help_,) = helps(f"{top}steps:\n{served}  - {{action: B, {bad}}}\n", rule=leverage_point)
    assert ("not yours to change alone" in help_) is told


GRAVE = "{id: grave, text: Nobody knows the device, kind: harm, severity: 4, probability: 3}"
SLIGHT = "{id: slight, text: The queue is long, severity: 2, probability: 2}"
UNLIKELY = "{id: grave, text: Nobody knows the device, kind: harm, severity: 4}"
QUEUE = "{text: Numbers for the queue, solves: slight, impact: 3, effort: 1}"
READ = "{text: Read the device beforehand, solves: grave, impact: 4, effort: 3}"
NONE = (
    'look first for what answers "Nobody knows the device": nothing does; "Numbers for the queue"'
)
BAD = "importance: 5, perceived: 1, expected: 4, emotion: angry"


@pytest.mark.parametrize(
    ("pains", "ideas", "there", "help_"),
    [
        (f"{GRAVE}, {SLIGHT}", f"{QUEUE}, {READ}", "", 'first of all, act on "Read the device'),
        (f"{GRAVE}, {SLIGHT}", QUEUE, "", f"{NONE}, recorded here"),
        (f"{UNLIKELY}, {SLIGHT}", QUEUE, "", f"{NONE}, recorded here"),  # may be graver still
        (f"{UNLIKELY}, {SLIGHT}", READ, "", 'first of all, act on "Read the device'),
        (f"{GRAVE}, {SLIGHT}", "", QUEUE, f'{NONE}, recorded at "B"'),
        ("{id: slight, text: The queue is long}", "", QUEUE, 'first of all, act on "Numbers'),
        (SLIGHT, "", "", "look for an opportunity here first, with its impact and effort"),
    ],
)
def test_no_idea_against_a_slighter_pain_is_the_answer(
    pains: str, ideas: str, there: str, help_: str
) -> None:
    step = f"action: A, {BAD}, pains: [{pains}], opportunities: [{ideas}]"
    text = f"title: A\nsteps: [{{{step}}}, {{action: B, opportunities: [{there}]}}]\n"
    assert helps(text, rule=leverage_point)[0].startswith(help_)


@pytest.mark.parametrize(
    ("recovers", "reason", "help_"),
    [
        ("[grave]", '; "Talks it over" makes good for it', "look first for what prevents"),
        ("[a]", '; "Talks it over" makes good for it', "look first for what prevents"),
        ("[slight]", "", "look first for what answers"),
        ("[]", "", "look first for what answers"),
    ],
)
def test_a_point_says_which_step_makes_good_for_it(recovers: str, reason: str, help_: str) -> None:
    step = f"id: a, action: A, {BAD}, pains: [{GRAVE}, {SLIGHT}], opportunities: [{QUEUE}]"
    later = f"{{action: Talks it over, recovers: {recovers}}}"
    text = f"title: A\nsteps: [{{{step}}}, {later}]\n"
    (message,) = messages(text, rule=leverage_point)
    assert f'"Nobody knows the device" (catastrophic, occasional){reason}; importance' in message
    assert ('"Talks it over" makes good for what hurts here' in message) is (recovers == "[slight]")
    assert helps(text, rule=leverage_point)[0].startswith(help_)


# ---------------------------------------------------------------- leaks, and what answers them
@pytest.mark.parametrize(
    ("leaks", "place"),
    [
        ("leaks: [{to: home, share: 5 %}, {to: rival, share: 15 %}]", (4, 49)),
        ("leaks: [{to: The rival, share: 15 %}, {to: home, share: 5 %}]", (4, 25)),
        ("leaks: [{to: rival, share: 0}, {to: rival, share: 15 %}]", (4, 48)),
        ("leaks: {to: rival, share: 15 %}", (4, 24)),
    ],
)
def test_the_leak_to_the_place_itself_is_marked(leaks: str, place: tuple[int, int]) -> None:
    text = (
        "title: A\nstakeholders: [{id: rival, name: The rival, kind: competitor}]\nsteps:\n"
        f"  - {{action: A, {leaks}}}\n  - {{action: B, leaks: {{to: rival, share: 15 %}}}}\n  - C\n"
    )
    ((line, column, _),) = findings(text, rule=same_destination)
    assert (line, column) == place


@pytest.mark.parametrize(
    ("why", "idea", "help_"),
    [
        (
            "the price",
            "text: Text the place in line",
            "of no idea here the map says that it answers why they leave: find",
        ),
        ("the price", "text: A price for the young", 'whether "A price for the young" would'),
        ("dear", "text: Pay by the month, solves: dear", 'whether "Pay by the month" would'),
        ("the price", "text: Pay by the month, solves: dear", 'whether "Pay by the month" would'),
        (
            "dear",
            "text: Text the place in line, solves: slow",
            "of no idea here the map says that it answers why",
        ),
        ("", "text: Text the place in line", 'then whether "Text the place in line" would keep'),
    ],
)
def test_an_idea_answers_why_people_leave_or_none_does(why: str, idea: str, help_: str) -> None:
    pains = "[{id: dear, text: The price is high}, {id: slow, text: Nobody rings back}]"
    said = f", why: {why}" if why else ""
    step = f"action: A, leaks: {{share: 20 %{said}}}, pains: {pains}, opportunities: [{{{idea}}}]"
    (told_,) = helps(f"title: A\nsteps: [{{{step}}}, B]\n", rule=leak)
    assert help_ in told_


# ---------------------------------------------------------------- papers, and what people know
@pytest.mark.parametrize(
    ("name", "language", "told"),
    [
        ("Letter of the bank", "en", 1),
        ("Blood results", "en", 1),
        ("Reports of symptoms", "en", 0),
        ("Decision for a school", "en", 0),
        ("Permit number", "en", 0),
        ("Letter of complaint", "en", 0),
        ("Airport", "en", 0),
        ("Informe de la escuela", "es", 1),
        ("Decisión y resultados que desea", "es", 0),
        ("Zaświadczenie ze szkoły", "pl", 1),
        ("Numer umowy", "pl", 0),
    ],
)
def test_what_people_know_or_write_themselves_is_no_paper(
    name: str, language: str, told: int
) -> None:
    top = f"title: A\nlanguage: {language}\ninformation: [{{id: it, name: {name}}}]\n"
    text = f"{top}steps: [{{action: A, gets: [price]}}, {{action: B, gives: [it]}}]\n"
    assert len(messages(text, rule=unmade_paper)) == told


# ---------------------------------------------------------------- what the map has said already
@pytest.mark.parametrize(
    ("now", "more", "told"),
    [(18, "", 0), (20, "", 0), (9, "", 1), (18, ", since: 2026-10", 1)],
)
def test_an_idea_without_effect_is_not_told_as_hurting_again(
    now: int, more: str, told: int
) -> None:
    idea = "{text: X, status: live, since: 2026-03, outcome: {metric: lost, from: 18, target: 5}}"
    idea = idea.replace(", since: 2026-03", more) if more else idea
    step = f"pains: {{text: No word, evidence: talks}}, opportunities: [{idea}]"
    text = (
        f"{TOP}evidence: [{{id: talks, kind: interview, date: 2026-11}}]\n"
        f"readings: [{{metric: lost, value: {now}, as_of: 2026-09}}]\n"
        f"steps: [{{action: A, {step}}}]\n"
    )
    assert len(messages(text, rule=live_but_hurting)) == told


@pytest.mark.parametrize(
    ("idea", "told"),
    [
        ("Text how long it takes, by: 2027-03", 0),
        ("Shorten the queue, by: 2027-03, status: testing", 0),
        ("Text how long it takes", 1),  # nobody says when
        ("Text how long it takes, by: 2026-03", 1),  # the day has passed
        ("A drawing course, by: 2027-03", 1),  # speaks of something else
    ],
)
def test_a_wait_that_a_dated_idea_is_to_announce_is_not_told(idea: str, told: int) -> None:
    step = f"{{action: A, with: school, opportunities: [{{text: {idea}}}], wait: {{time: 3 weeks"
    text = f"{TOP}steps: [{step}, announced: false}}}}, {{action: B, with: school}}]\n"
    assert len(messages(text, rule=silent_wait)) == told


@pytest.mark.parametrize(
    ("more", "told"),
    [
        ("status: testing, pilots: {date: 2026-09, n: 8}", 0),
        ("status: testing, pilots: {date: 2026-09, n: 8, result: abandoned}", 1),
        ("status: testing", 1),
        ("status: idea", 1),
    ],
)
def test_what_a_pilot_is_to_show_is_awaited(more: str, told: int) -> None:
    step = f"expected: 5, perceived: 1, opportunities: [{{text: Ring back, {more}}}]"
    assert len(messages(f"{TOP}steps: [{{action: A, {step}}}]\n", rule=unmet_expectation)) == told


@pytest.mark.parametrize(
    ("more", "told"),
    [(", share: 40 %", 1), (", share: 40 %, segment: Beginners", 0), (", share: 70 %", 0)],
)
def test_whom_a_segment_names_the_map_is_of(more: str, told: int) -> None:
    text = f"title: A\nstarts: 90\npersonas: [{{id: rosa, name: Rosa{more}}}]\nsteps: [A]\n"
    assert len(messages(text, rule=unmapped_rest)) == told


@pytest.mark.parametrize(
    ("first", "then", "told"),
    [
        ("with: school, need: Time to think it over", "action: Signs, with: school", 0),
        ("with: school", "action: Decides with her mother", 0),
        ("with: school", "action: Signs, with: school", 1),
        ("with: school", "action: Decides, actor: school", 1),
    ],
)
def test_time_to_think_is_no_long_wait(first: str, then: str, told: int) -> None:
    step = f"{{action: Hears the price, {first}, duration: 1 h, wait: 3 weeks}}"
    text = f"{TOP}steps: [{step}, {{{then}, duration: 1 h}}]\n"
    assert len(messages(text, rule=long_wait)) == told


@pytest.mark.parametrize(
    ("scope", "told"),
    [
        ("", 1),
        ("scope: From the form to the first lesson", 0),
        ("scope: Beginners of all ages", 1),
        ("scope: Od formularza do pierwszej lekcji", 0),
    ],
)
def test_a_scope_that_draws_a_line_closes_no_circle(scope: str, told: int) -> None:
    text = f"title: A\n{scope}\nframework: customer-lifecycle\nstages:\n"
    text += "  - {name: Need, steps: [A]}\n  - {name: Recommendation, steps: [B]}\n"
    assert len(messages(text, rule=open_cycle)) == told
