"""What a strict judge of three untuned maps called wrong, on small maps of other kinds."""

import pytest
from tests.linter.linting import helps, messages

from journeymap.linter.rules.completeness.stage_order import stage_order
from journeymap.linter.rules.experience.contradicting_feeling import contradicting_feeling
from journeymap.linter.rules.flow.longer_sideline import longer_sideline
from journeymap.linter.rules.improvement.pain_without_opportunity import pain_without_opportunity
from journeymap.linter.rules.measurement.assumed_part import assumed_part
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
