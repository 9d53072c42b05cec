"""What a map tells by other means is not asked for, and what nobody asked is no strength."""

import pytest
from tests.linter.linting import messages
from tests.linter.rules.test_right_and_silent import GOOD, HEAD, said

from journeymap.linter.rules.experience.bad_ending import bad_ending
from journeymap.linter.rules.experience.unexplained_low import unexplained_low
from journeymap.linter.rules.improvement.unimproved_strength import unimproved_strength
from journeymap.linter.rules.touchpoints.repeat_visit import repeat_visit
from journeymap.linter.rules.touchpoints.unpreferred_channel import unpreferred_channel


@pytest.mark.parametrize(
    "step",
    [
        "action: Rings again, emotion: frustrated, need: A straight answer",
        "action: Vuelve a llamar, emotion: {ann: harta}, quote: {ann: Otra vez la musiquita}",
        "action: Rings again, emotion: frustrated, wait: 40 minutes",
        "action: Rings again, emotion: frustrated, leaks: {share: 5 %, why: nobody answers}",
        "action: Rings again, emotion: frustrated, expected: 4, perceived: 3",
    ],
)
def test_what_the_map_says_without_a_pain_explains_a_low_as_well(step: str) -> None:
    assert said(unexplained_low, step) == []


@pytest.mark.parametrize(
    ("evidence", "told"),
    [
        ("kind: assumption", False),
        ("kind: workshop", False),
        ("kind: interview, from: staff", False),
        ("kind: survey, name: Staff survey", False),
        ("kind: interview", True),
        ("kind: records", True),
    ],
)
def test_what_nobody_asked_the_customers_is_no_strength(evidence: str, *, told: bool) -> None:
    step = f"action: A, {GOOD}, perceived: 5, evidence: known"
    text = HEAD.replace("INFORMATION", "").replace("kind: survey, EVIDENCE", "kind: survey")
    text = text.replace("evidence: [", f"evidence: [{{id: known, {evidence}}}, ")
    text += f"  - {{{step}}}\n  - {{action: B, opportunities: x}}\n"
    assert bool(messages(text, rule=unimproved_strength)) is told


def test_a_feeling_that_is_not_on_the_list_silences_only_what_needs_it() -> None:
    steps = (
        "  - {action: A, emotion: wobbly, with: nurse, channel: mail}\n"
        "  - {action: B, emotion: wobbly, next: {to: a, share: 30 %}}\n"
        "  - {action: C, emotion: angry, with: nurse, channel: mail}\n"
    )
    text = HEAD.replace("INFORMATION", "").replace(", EVIDENCE", "") + steps
    assert messages(text, rule=unpreferred_channel) == [
        (
            'the persona prefers "Phone", but is served through "Letter" at "C" and "A"; '
            "no step offers it"
        )
    ]
    assert len(messages(text, rule=repeat_visit)) == 1
    assert messages(text, rule=bad_ending) == ['the journey ends below neutral: "C" (angry)']
