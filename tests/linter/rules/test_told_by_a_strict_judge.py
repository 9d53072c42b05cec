"""What a strict judge of three untuned maps called wrong, on small maps of other kinds."""

from datetime import date

import pytest
from tests.linter.linting import MAP, helps, lint_files, messages

from journeymap.linter.profiles import Selection
from journeymap.linter.rules.completeness.stage_order import stage_order
from journeymap.linter.rules.experience.bad_first_impression import bad_first_impression
from journeymap.linter.rules.experience.contradicting_feeling import contradicting_feeling
from journeymap.linter.rules.flow.longer_sideline import longer_sideline
from journeymap.linter.rules.flow.missed_deadline import missed_deadline
from journeymap.linter.rules.improvement.pain_without_opportunity import pain_without_opportunity
from journeymap.linter.rules.leverage.leverage_point import leverage_point
from journeymap.linter.rules.measurement._readings import age
from journeymap.linter.rules.measurement.assumed_part import assumed_part
from journeymap.linter.rules.references.unused_definition import unused_definition
from journeymap.linter.rules.touchpoints.handoff_mismatch import handoff_mismatch
from journeymap.linter.rules.touchpoints.unpreferred_channel import unpreferred_channel


# ---------------------------------------------------------------- home again after the hospital
@pytest.mark.parametrize(
    ("last", "told"),
    [
        ("handoff: nurse", 0),  # the hospital sends them there
        ("handoff: surgeon", 1),
        ("gets: a letter", 1),
    ],
)
def test_a_hand_off_into_a_stage_explains_its_order(last: str, told: int) -> None:
    text = f"""title: A broken wrist
framework: care-pathway
stakeholders:
  - {{id: surgeon, name: Surgeon, kind: clinician}}
  - {{id: nurse, name: District nurse, kind: clinician}}
stages:
  - name: Hospital
    aligns: [treatment]
    steps: [{{action: Is operated on, with: surgeon, {last}}}]
  - name: Home
    aligns: [primary-care]
    steps: [{{action: Has the stitches out, with: nurse}}]
"""
    assert len(messages(text, rule=stage_order)) == told


# ---------------------------------------------------------------- what she is said to prefer
GARAGE = """title: A car to be mended
personas:
  id: ines
  name: Ines
  evidence: {known}
  preferences: {{channels: [site]}}
evidence:
  - {{id: talks, name: Talks, kind: interview, n: 8, from: customer}}
  - {{id: guess, name: Guess, kind: assumption}}
channels:
  - {{id: site, name: Site, kind: digital, owner: garage}}
  - {{id: phone, name: Telephone, kind: phone, owner: garage}}
  - {{id: post, name: Letter, kind: print, owner: garage}}
  - {{id: radio, name: Radio in the car, kind: phone, owner: rescue}}
stakeholders:
  - {{id: garage, name: Garage, kind: organisation}}
  - {{id: rescue, name: Rescue service, kind: organisation}}
steps:
  - {{action: Hears the price, with: garage, channel: site}}
  - {{action: Books a day, with: garage, {first}}}
  - {{action: Asks how far it is, expected: 4, perceived: 2, {second}}}
"""


def garage(second: str, first: str = "channel: site", known: str = "talks") -> str:
    """A map of which the last step is asked about."""
    return GARAGE.format(first=first, second=second, known=known)


@pytest.mark.parametrize(
    ("second", "first", "known", "told"),
    [
        ("with: garage, channel: phone", "channel: site", "talks", 1),
        ("with: garage, channel: phone", "channel: site", "guess", 0),
        ("with: garage, channel: phone", "channel: phone, instead_of: site", "talks", 0),
        ("with: garage, channel: post", "channel: phone, instead_of: site", "talks", 1),
        ("with: garage, channel: phone", "channel: phone, instead_of: post", "talks", 2),
        ("with: garage, channel: post, need: A person who knows", "channel: site", "talks", 0),
        ("with: garage, channel: post, need: A date", "channel: site", "talks", 1),
        ("with: garage, channel: post, need: To be left in peace", "channel: site", "talks", 0),
        ("with: garage, channel: post, reward: true", "channel: site", "talks", 0),
        ("with: rescue, channel: radio", "channel: site", "talks", 0),
    ],
)
def test_a_preference_that_the_map_refutes_is_no_advice(
    second: str, first: str, known: str, told: int
) -> None:
    found = messages(garage(second, first, known), rule=unpreferred_channel)
    assert len(found) == bool(told)
    assert sum(each.count('"Asks how far it is"') for each in found) == bool(told)


@pytest.mark.parametrize(
    ("known", "first", "said"),
    [
        (
            "guess",
            "channel: phone, instead_of: site",
            ['preferred, "Site", was tried in vain before "Books'],
        ),
        ("guess", "channel: phone, instead_of: post", []),
        ("guess", "channel: site", []),
    ],
)
def test_an_assumed_profile_names_the_step_that_speaks_against_it(
    known: str, first: str, said: list[str]
) -> None:
    text = garage("with: garage, channel: phone, evidence: talks", first, known)
    (found,) = messages(text, rule=assumed_part)
    assert [each for each in said if each in found] == said
    assert ("in vain" in found) is bool(said)


# ---------------------------------------------------------------- glad, and a little disappointed
@pytest.mark.parametrize(
    ("emotion", "scale", "perceived", "told"),
    [
        ("relieved", "1-7", 3, 0),
        ("relieved", "1-7", 2, 1),
        ("delighted", "1-7", 3, 1),
        ("hopeful", "1-5", 2, 1),
        ("hopeful", "0-10", 4, 0),
        ("hopeful", "0-10", 2, 1),
    ],
)
def test_a_mild_joy_goes_with_a_rating_below_the_middle(
    emotion: str, scale: str, perceived: int, told: int
) -> None:
    step = f"{{action: A, emotion: {emotion}, perceived: {perceived}, moment: truth}}"
    text = f"title: A\nscales: {{rating: {scale}}}\nsteps: [{step}]\n"
    assert len(messages(text, rule=contradicting_feeling)) == told


# ---------------------------------------------------------------- how long a step beside lasts
@pytest.mark.parametrize(
    ("aside", "told"),
    [
        ("duration: 90 min, wait: 9 days", 0),  # a wait of its own is none, and told as such
        ("duration: 9 days", 1),
        ('duration: 9 days, note: "The law asks for it; it is not shortened"', 0),
        ('duration: 9 days, note: "Lo exige la ley. No se acorta."', 0),
        ('duration: 9 days, note: "Nie skracamy tego."', 0),
        ('duration: 9 days, note: "It is done at night"', 1),
    ],
)
def test_a_sideline_is_as_long_as_its_duration(aside: str, told: int) -> None:
    steps = f"[{{id: a, action: A, duration: 1 h}}, {{action: B, meanwhile: a, {aside}}}, C]"
    assert len(messages(f"title: A\nsteps: {steps}\n", rule=longer_sideline)) == told


@pytest.mark.parametrize(
    ("note", "told"),
    [("Lo exige la normativa. No se acorta.", 0), ("Decided not to shorten it", 0), ("Aloud", 1)],
)
def test_a_pain_that_is_not_to_be_shortened_asks_for_no_idea(note: str, told: int) -> None:
    step = f'{{action: A, pains: [{{text: Signs it twice, severity: 3}}], note: "{note}"}}'
    idea = "{action: B, pains: [{id: p, text: P}], opportunities: [{text: I, solves: p}]}"
    text = f"title: A\nsteps: [{step}, {idea}]\n"
    assert len(messages(text, rule=pain_without_opportunity)) == told


# ---------------------------------------------------------------- where it is handed over
@pytest.mark.parametrize(
    ("before", "aside", "help_"),
    [
        ("with: shop, gives: key", "", 'the step before, "S0"'),
        ("with: shop", "", "the step of who is to pass it on"),
        ("with: shop, gives: key", "with: fitter, gives: key", 'the step before, "S0"'),
        ("with: shop", "with: fitter, gives: key", "the step of who is to pass it on"),
    ],
)
def test_a_hand_off_is_moved_to_where_somebody_knows_of_it(
    before: str, aside: str, help_: str
) -> None:
    sideline = f"  - {{action: Aside, meanwhile: s0, {aside}}}\n" if aside else ""
    text = f"""title: A kitchen
information: [{{id: key, name: Key of the flat}}]
stakeholders:
  - {{id: shop, name: Shop, kind: organisation}}
  - {{id: fitter, name: Fitter, kind: organisation}}
  - {{id: plumber, name: Plumber, kind: organisation}}
steps:
  - {{id: s0, action: S0, {before}}}
{sideline}  - {{action: S2, with: plumber, handoff: {{to: plumber, needs: key}}}}
"""
    assert helps(text, rule=handoff_mismatch) == [f"move it to {help_}"]


# ---------------------------------------------------------------- how long ago, in whole months
@pytest.mark.parametrize(
    ("since", "today", "said"),
    [
        (date(2026, 3, 16), date(2026, 11, 30), "8 months"),
        (date(2026, 5, 12), date(2026, 11, 30), "6 months"),
        (date(2024, 11, 30), date(2026, 11, 30), "24 months"),
        (date(2026, 8, 31), date(2026, 11, 30), "3 months"),  # there is no 31st
        (date(2026, 8, 31), date(2026, 11, 29), "2 months"),
        (date(2026, 11, 16), date(2026, 11, 30), "14 days"),
    ],
)
def test_an_age_is_rounded_down(since: date, today: date, said: str) -> None:
    assert age(since, today) == said


@pytest.mark.parametrize(
    ("wait", "duration", "said"),
    [
        ("2 h 40 min", "20 min", "2 h 40 min"),
        ("3 h", "20 min", "3 hours"),
        ("90 min", "20 min", "1 h 30 min"),
        ("26 hours", "20 min", "1.1 days"),
        ("9 days", "20 min", "9 days"),
    ],
)
def test_a_deadline_counts_from_the_end_of_the_step_before(
    wait: str, duration: str, said: str
) -> None:
    steps = f"[{{action: A, duration: {duration}, wait: {wait}}}, {{action: B, within: 1 h}}]"
    (told,) = messages(f"title: A\nsteps: {steps}\n", rule=missed_deadline)
    assert told.endswith(f"the shortest time recorded is {said} (assumed)")


# ---------------------------------------------------------------- to whom what is not passed on
WRIST = """title: A broken wrist
information:
  - {id: letter, name: Discharge letter}
  - {id: images, name: CT and MRI pictures}
  - {id: order, name: Work order}
  - {id: job, name: What his job demands}
stakeholders:
  - {id: ward, name: Ward, kind: organisation}
  - {id: gp, name: Family doctor, kind: clinician}
  - {id: rehab, name: Rehab, kind: organisation}
steps:
  - {action: Tells it all, with: ward, gives: story, MORE}
  - action: Is sent home
    with: ward
    importance: 5
    expected: 4
    perceived: 1
    emotion: desperate
    handoff: HANDOFF
  - {action: Sees her, with: gp}
  - {action: Trains, with: rehab}
"""


def wrist(handoff: str, more: str = "gets: plan") -> list[str]:
    """What the leverage point says of what is not passed on, and what is done about it."""
    text = WRIST.replace("HANDOFF", handoff).replace("MORE", more)
    report = lint_files({MAP: f"journeymap: 1\nstatus: review\n{text}"})
    (found,) = [each for each in report.diagnostics if each.rule.code == "JM901"]
    return [each for each in found.reasons if each.startswith("not passed on")]


@pytest.mark.parametrize(
    ("handoff", "said"),
    [
        (
            "[{to: gp, needs: [letter, images]}, {to: rehab, needs: [letter, job]}]",
            [
                (
                    'not passed on to "Family doctor": Discharge letter and CT and MRI pictures, '
                    "with no way to ask back"
                ),
                (
                    'not passed on to "Rehab": Discharge letter and What his job demands, '
                    "with no way to ask back; "
                    'nobody has asked for "What his job demands" up to here'
                ),
            ],
        ),
        (
            "{to: gp, needs: [letter, images]}",
            ["not passed on: Discharge letter and CT and MRI pictures, with no way to ask back"],
        ),
        (
            "[{to: gp, needs: [letter], carries: [letter]}, {to: rehab, needs: [images]}]",
            ["not passed on: CT and MRI pictures, with no way to ask back"],
        ),
    ],
)
def test_each_taker_is_told_with_what_it_lacks(handoff: str, said: list[str]) -> None:
    assert wrist(handoff) == said


@pytest.mark.parametrize(
    ("item", "more", "asked"),
    [
        ("job", "gets: plan", True),
        ("job", "confirms: job", False),
        ("job", "reuses: job", False),
        ("images", "gets: plan", False),
        ("order", "gets: plan", False),
    ],
)
def test_nobody_asks_for_what_a_house_makes_or_reads_out(item: str, more: str, asked: bool) -> None:
    (said,) = wrist(f"{{to: rehab, needs: {item}}}", more)
    assert ("nobody has asked" in said) is asked


@pytest.mark.parametrize(
    ("how", "said"),
    [
        ("perceived: 4", '"Rings back" makes good for it'),
        ("emotion: furious", '"Rings back" is to make good for it'),
        ("expected: 4, perceived: 2", '"Rings back" is to make good for it'),
    ],
)
def test_a_recovery_that_is_low_itself_is_only_meant_to_make_good(how: str, said: str) -> None:
    pain = "{id: p, text: Hurts, severity: 4, probability: 4}"
    text = (
        "title: A\nsteps:\n"
        f"  - {{action: A, importance: 5, expected: 5, perceived: 1, pains: [{pain}]}}\n"
        f"  - {{action: Rings back, recovers: p, {how}}}\n"
    )
    first = next(each for each in messages(text, rule=leverage_point))
    report = lint_files({MAP: f"journeymap: 1\nstatus: review\n{text}"})
    (found, *_) = [each for each in report.diagnostics if each.rule.code == "JM901"]
    assert first.startswith('"A" is')
    assert any(each.endswith(said) for each in found.reasons)


@pytest.mark.parametrize(
    ("before", "which"),
    [
        ("with: firm", "declared as the first impression"),
        ("channel: street", "the first contact with the service"),
    ],
)
def test_a_first_impression_behind_served_steps_is_one_by_declaration(
    before: str, which: str
) -> None:
    text = (
        "title: A\nstakeholders: [{id: firm, name: Firm, kind: organisation}]\nsteps:\n"
        f"  - {{action: Looks, {before}}}\n"
        "  - {action: Calls, with: firm, moment: first-impression, expected: 5, perceived: 1}\n"
    )
    (told,) = messages(text, rule=bad_first_impression)
    assert f'"Calls", {which}, makes' in told


# ---------------------------------------------------------------- a study is not to be deleted
STUDY = """title: A
reviewed: 2026-03-16
evidence: [{id: diaries, kind: diary, date: DATE}]
channels: [{id: fax, name: Fax}]
steps: [B]
"""


@pytest.mark.parametrize(
    ("day", "is_new"), [("2026-09", True), ("2026-03-17", True), ("2026-01", False)]
)
def test_a_study_that_nothing_names_is_put_to_use(day: str, is_new: bool) -> None:
    report = lint_files(
        {MAP: STUDY.replace("DATE", day)},
        rules=[unused_definition],
        selection=Selection(select=("JM103",)),
    )
    study, channel = report.diagnostics
    assert "`diaries`" in study.message
    assert ("newer than the last review: put it to use" in study.help) is is_new
    assert "remove" not in study.help
    assert study.fix is None
    assert "remove" in channel.help
    assert channel.fix is not None


@pytest.mark.parametrize("field", ["information", "evidence"])
def test_many_that_are_not_to_be_deleted_are_told_without_a_fix(field: str) -> None:
    kind = ", kind: diary" if field == "evidence" else ""
    items = ", ".join(f"{{id: {name}, name: {name.upper()}{kind}}}" for name in "abc")
    (told,) = lint_files(
        {MAP: f"title: A\n{field}: [{items}]\nsteps: [B]\n"},
        rules=[unused_definition],
        selection=Selection(select=("JM103",)),
    ).diagnostics
    assert f"3 of the {field}" in told.message
    assert told.fix is None
    assert "remove" not in told.help
