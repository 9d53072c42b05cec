"""What a seventh reviewer who saw no rule found wrong, on small maps of other kinds."""

import pytest
from tests.linter.linting import MAP, helps, lint_files, messages

from journeymap.linter.profiles import Selection
from journeymap.linter.registry import RULES
from journeymap.linter.rules.completeness.missing_emotion import missing_emotion
from journeymap.linter.rules.flow.leak import leak
from journeymap.linter.rules.flow.same_destination import same_destination
from journeymap.linter.rules.flow.silent_wait import silent_wait
from journeymap.linter.rules.leverage.leverage_point import leverage_point
from journeymap.linter.rules.measurement.contradicting_reading import contradicting_reading
from journeymap.linter.rules.measurement.thin_evidence import thin_evidence
from journeymap.linter.rules.touchpoints.handoff_mismatch import handoff_mismatch
from journeymap.linter.rules.touchpoints.repeat_visit import repeat_visit
from journeymap.model.journey import Status
from journeymap.model.written_days import names_a_month

BOILER = """title: A cold flat
personas: [{id: olga, name: Olga}]
persona: olga
stakeholders:
  - {id: landlord, name: Landlord, kind: organisation}
  - {id: caretaker, name: Caretaker, kind: staff, part_of: landlord}
  - {id: fitter, name: Heating fitter, kind: organisation}
  - {id: brother, name: Brother, kind: family}
channels:
  - {id: line, name: Hotline, kind: phone, owner: landlord}
  - {id: office, name: Office, kind: in-person, owner: landlord}
information: [{id: photo, name: Photo of the boiler}, {id: lease, name: Lease}]
"""


def a_map(*steps: str, top: str = BOILER) -> str:
    return f"{top}steps:\n" + "".join(
        f"  - {{id: s{i}, {'' if 'action:' in s else f'action: S{i}, '}{s}}}\n"
        for i, s in enumerate(steps)
    )


# ---------------------------------------------------------------- one name, and who that is
@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("Sheila, Gordon's wife", False),
        ("Berta, The neighbour", False),
        ("Anna, Mutter von Ben", False),
        ("Marek, Jego brat", False),
        ("Lucía, La vecina", False),
        ("Rosa, Hermana de Pilar", False),
        ("Oskar, Aged 9", False),
        ("Mother, Father", True),
        ("Nurse, Doctor", True),
        ("El Médico, La Enfermera", True),
        ("Sheila; Gordon's wife", True),
    ],
)
def test_a_name_with_who_that_is_is_one_person(name: str, told: bool) -> None:
    text = f"journeymap: 1\ntitle: A\nstakeholders:\n  - name: {name}\nsteps: [{{action: B}}]\n"
    report = lint_files({MAP: text}, rules=RULES, selection=Selection(profile=Status.DRAFT))
    assert ("JM010" in [each.rule.code for each in report.diagnostics]) is told


def test_channels_in_a_row_are_no_apposition() -> None:
    text = "journeymap: 1\ntitle: A\nchannels:\n  - name: Phone, The Shop\nsteps: [B]\n"
    report = lint_files({MAP: text}, rules=RULES, selection=Selection(profile=Status.DRAFT))
    assert "JM010" in [each.rule.code for each in report.diagnostics]


# ---------------------------------------------------------------- who hands over, and where
@pytest.mark.parametrize(
    ("steps", "told"),
    [
        (("with: caretaker", "with: fitter, handoff: fitter"), True),
        (("with: caretaker", "S", "with: fitter, handoff: fitter"), False),
        (("with: caretaker", "with: fitter, gives: photo, {}"), False),
        (("with: caretaker", "with: fitter, reuses: photo, {}"), False),
        (("with: caretaker", "actor: brother, with: fitter, gives: photo, {}"), False),
        (("with: caretaker", "with: fitter, gives: lease, {}"), True),
        (("with: caretaker", "actor: fitter, gives: photo, {}"), True),
        (("with: caretaker, gets: photo", "actor: fitter, gives: photo, {}"), True),
        (("with: caretaker, next: end", "with: fitter, handoff: fitter"), False),
    ],
)
def test_what_the_persona_hands_over_herself_is_handed_over_there(
    steps: tuple[str, ...], told: bool
) -> None:
    goes = "handoff: {to: fitter, needs: photo, carries: photo}"
    text = a_map(*(f"action: {s}" if s == "S" else s.replace("{}", goes) for s in steps))
    assert len(messages(text, rule=handoff_mismatch)) == told
    known = "gets: photo" in steps[0] or "{}" not in steps[-1]
    where = 'the step before, "S0"' if known else "the step of who is to pass it on"
    assert helps(text, rule=handoff_mismatch) == [f"move it to {where}"] * told


# ---------------------------------------------------------------- shares of more than everybody
OVER = "next: [{to: s0, share: 50 %, why: no parts}, {to: s2, share: 70 %}]"
FINE = OVER.replace("70 %", "50 %")


def test_a_share_is_told_as_it_is_written_where_the_sum_cannot_be() -> None:
    steps = ("with: caretaker, emotion: angry", "with: fitter, emotion: angry, {}", "with: fitter")
    (told,) = messages(a_map(*(s.replace("{}", OVER) for s in steps)), rule=repeat_visit)
    assert told.startswith('50 % (assumed) of those at "S1" go back')
    assert "on average" not in told
    (told,) = messages(a_map(*(s.replace("{}", FINE) for s in steps)), rule=repeat_visit)
    assert "2.00 times on average" in told


@pytest.mark.parametrize(("over", "gain"), [("70 %", False), ("50 %", True)])
def test_no_gain_is_reckoned_with_shares_that_cannot_be(over: str, gain: bool) -> None:
    ends = f"next: [{{to: s0, share: 50 %, why: no parts}}, {{to: s2, share: {over}}}]"
    text = a_map("leaks: 20 %", f"with: fitter, {ends}", "with: fitter")
    (told,) = messages(text, rule=leak)
    assert told.startswith('"S0" loses 20 % (assumed) of those who reach it')
    assert ("if nobody left here" in told) is gain


@pytest.mark.parametrize(
    ("share", "told"), [("60 %", '"S1" loses 60 %'), ("40 %", '"S1" loses 40')]
)
def test_a_leak_beside_too_large_a_way_keeps_its_figure(share: str, told: str) -> None:
    text = a_map("with: fitter", f"leaks: {share}, next: {{to: s2, share: 60 %}}", "S: 1")
    (said,) = messages(text.replace("S: 1", "with: fitter"), rule=leak)
    assert said.startswith(told)


@pytest.mark.parametrize(("at", "told"), [(0, 1), (1, 1), (2, 0), (3, 0)])
def test_losses_before_shares_that_cannot_be_are_known(at: int, told: int) -> None:
    rival, over = (
        "leaks: {to: Rival, share: 20 %, evidence: guess}",
        "next: [{to: s2, share: 70 %}, {to: s3, share: 60 %}]",
    )
    top = f"{BOILER}evidence: [{{id: guess, kind: assumption}}]\n"
    steps = ["with: fitter"] * 4
    steps[2] = f"with: fitter, {over}"
    steps[at] += f", {rival}"
    assert len(messages(a_map(*steps, top=top), rule=thin_evidence)) == told
    if at != 1:
        steps[1] += f", {rival}"
    steps[0] += "" if at == 0 else f", {rival}"
    assert len(messages(a_map(*steps), rule=same_destination)) == told


# ---------------------------------------------------------------- time that is nobody's wait
SILENT = "wait: {time: 1 week, announced: false}"


@pytest.mark.parametrize(
    ("first", "then", "told"),
    [
        ("action: Notices that the boiler drips", "action: Calls the caretaker, channel: line", 0),
        ("action: Smells gas in the cellar", "action: Reports it, with: caretaker", 0),
        ("action: Sits in the cold for a week", "action: Rings the landlord, channel: line", 0),
        ("action: Nota que huele a quemado", "action: Llama al servicio, channel: line", 0),
        ("action: Zauważa wyciek, with: brother", "action: Dzwoni na infolinię, channel: line", 0),
        ("action: Waits for the fitter", "action: Calls the caretaker, channel: line", 1),
        ("action: Sits in the cold", "action: Is visited, with: fitter", 1),
        ("action: Notices the fitter has left, with: fitter", "action: Calls, channel: line", 1),
        ("action: Notices that it drips", "action: The fitter comes, actor: fitter", 1),
        ("action: Notices that it drips, channel: line", "action: Calls, channel: line", 1),
    ],
)
def test_nobody_is_told_how_long_it_takes_until_they_report(
    first: str, then: str, told: int
) -> None:
    begun = "action: Moves in, with: caretaker"
    text = a_map(begun, f"{first}, {SILENT}", then)
    assert len(messages(text, rule=silent_wait)) == told


@pytest.mark.parametrize(
    ("need", "then", "told"),
    [
        ("Time to talk it over with her brother", "action: Signs, with: caretaker", 0),
        ("To sleep on it", "action: Signs, with: caretaker", 0),
        ("Tiempo para pensarlo", "action: Firma, with: caretaker", 0),
        ("Czas, żeby to przemyśleć", "action: Podpisuje, with: caretaker", 0),
        ("A lower rent", "action: Decides with her brother, with: brother", 0),
        ("A lower rent", "action: Decides with the caretaker, with: caretaker", 1),
        ("A lower rent", "action: The landlord decides, actor: landlord, offstage: true", 1),
        ("To know so that she can decide", "action: Signs, with: caretaker", 1),
    ],
)
def test_who_thinks_it_over_is_not_kept_waiting(need: str, then: str, told: int) -> None:
    first = f"action: Gets the offer, with: caretaker, need: '{need}', {SILENT}"
    text = a_map(first, then, "action: Moves, with: caretaker")
    assert len(messages(text, rule=silent_wait)) == told


@pytest.mark.parametrize(
    ("planned", "then", "told"),
    [
        ("true", "Gets the bill for the year on 31 January", 0),
        ("true", "Recibe en marzo la factura", 0),
        ("true", "Dostaje rachunek w maju", 0),
        ("false", "Gets the bill for the year on 31 January", 1),
        ("true", "Gets the bill for the year", 1),
        ("true", "Gets what may be a bill", 1),
    ],
)
def test_until_a_day_of_the_calendar_nobody_lets_people_wait(
    planned: str, then: str, told: int
) -> None:
    wait = f"wait: {{time: 2 weeks, announced: false, planned: {planned}}}"
    text = a_map(
        f"action: Reads the meter, with: caretaker, {wait}", f"action: {then}, gets: lease"
    )
    assert len(messages(text, rule=silent_wait)) == told


def test_a_month_is_named_as_part_of_a_date() -> None:
    assert names_a_month("Every June she pays")
    assert names_a_month("By 3rd October")
    assert not names_a_month("Marches in, and may leave")


# ---------------------------------------------------------------- what an idea is against
@pytest.mark.parametrize(
    ("idea", "said"),
    [
        ("One shift a week for both houses", "see whether"),
        ("One shift, outcome: {metric: shift-length, target: 2}", "see whether"),
        ("One shift, outcome: {metric: cold-nights, target: 2}", "act on"),
        ("Blankets for cold nights, outcome: {metric: shift-length, target: 2}", "act on"),
        ("One shift, status: testing, pilots: [{date: 2026-01, n: 9}]", "finish the test of"),
    ],
)
def test_what_an_idea_is_to_move_shows_what_it_is_against(idea: str, said: str) -> None:
    pain = "pains: {id: cold, text: The nights are cold, severity: 4, probability: 4}"
    rated = "importance: 5, expected: 4, perceived: 1, emotion: angry"
    own = f"opportunities: {{solves: cold, impact: 4, effort: 4, text: {idea}}}"
    text = a_map(f"with: caretaker, {rated}, {pain}, {own}", "with: fitter, emotion: calm")
    (told,) = helps(text, rule=leverage_point)
    assert said in told.split('"')[0]


# ---------------------------------------------------------------- on hold, while a step goes on
HOLD = """metrics:
  - {id: m, name: METRIC, kind: duration, unit: UNIT}
"""


@pytest.mark.parametrize(
    ("name", "unit", "value", "told", "help_"),
    [
        ("Time on hold", "minutes", 900, True, "900 seconds are 15 min"),
        ("Espera al teléfono", "minutos", 900, True, "900 seconds are 15 min"),
        ("Czas w kolejce", "godziny", 15, True, "15 minutes are 15 min"),
        ("Time in the queue", "minutes", 30, True, ""),
        ("Time on hold", "minutes", 12, False, ""),
        ("Time on hold", "minutes", 20, False, ""),
    ],
)
def test_a_time_on_hold_is_held_against_the_step_alone(
    name: str, unit: str, value: int, told: bool, help_: str
) -> None:
    top = BOILER + HOLD.replace("METRIC", name).replace("UNIT", unit)
    read = f"metrics: {{metric: m, value: {value}}}"
    text = a_map(f"channel: line, duration: 20 min, wait: 2 days, {read}", "with: fitter", top=top)
    found = messages(text, rule=contradicting_reading)
    assert [
        each.endswith('"S0" is recorded to take 20 min (assumed) in all') for each in found
    ] == [True] * told
    said = "".join(helps(text, rule=contradicting_reading))
    assert (help_ in said) if help_ else "unit" not in said
    assert "wait" not in said


# ---------------------------------------------------------------- a step that somebody takes alone
@pytest.mark.parametrize(
    ("step", "told"),
    [
        ("actor: brother, emotion: {brother: proud}", 0),
        ("actor: brother, with: caretaker, emotion: {brother: proud}", 0),
        ("actor: brother, with: olga, emotion: {brother: proud}", 1),
        ("actor: brother", 1),
        ("with: brother, emotion: {brother: proud}", 1),
        ("actor: caretaker, emotion: {caretaker: proud}", 1),
    ],
)
def test_who_is_not_there_has_no_feeling(step: str, told: int) -> None:
    text = a_map("emotion: calm, need: A", f"need: B, {step}", "emotion: calm, need: C")
    assert len(messages(text, rule=missing_emotion)) == told


def test_of_two_personas_the_one_who_is_not_there_is_not_asked() -> None:
    top = BOILER.replace(
        "[{id: olga, name: Olga}]\npersona: olga", "[Olga, Ed]\npersona: [olga, ed]"
    )
    alone = "actor: ed, emotion: {ed: proud}"
    assert messages(a_map("emotion: calm", alone, top=top), rule=missing_emotion) == []
    both = alone.replace("actor: ed", "actor: ed, with: olga")
    (told,) = messages(a_map("emotion: calm", both, top=top), rule=missing_emotion)
    assert told.endswith("says no emotion of Olga")
