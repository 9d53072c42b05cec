"""JM121: two values in each other's place, by what else the map says, and pairs that are right."""

import pytest
from tests.linter.linting import messages

from journeymap.linter.rules.references.swapped_values import swapped_values

HEAD = "journeymap: 1\ntitle: A\n"


def told(text: str) -> list[str]:
    """What is told of a map."""
    return messages(f"{HEAD}{text}", rule=swapped_values)


@pytest.mark.parametrize(
    ("fields", "count"),
    [
        ("channel: phone, duration: 5 weeks, wait: 10 min", 1),
        ("channel: teléfono, duration: 2 semanas, wait: 1 día", 1),
        ("channel: infolinia, duration: 3 tygodnie, wait: 1 dzień", 1),
        ("channel: ward, duration: 5 weeks, wait: 1 h, quote: Five weeks of silence", 1),
        ("channel: ward, duration: 5 weeks, wait: 1 h, pains: [She waits five weeks]", 1),
        ("channel: ward, duration: 5 weeks, wait: 1 h", 0),
        ("channel: ward, duration: 5 weeks, wait: 1 h, pains: [Five weeks of noise]", 0),
        ("channel: ward, duration: 5 weeks, wait: 1 h, pains: [She waits two hours]", 0),
        ("channel: phone, duration: 10 min, wait: 5 weeks", 0),
        ("channel: phone, duration: 2 weeks, wait: 3 weeks", 0),
        ("channel: [phone, ward], duration: 2 weeks, wait: 1 day", 0),
        ("channel: phone, duration: 2 weeks", 0),
    ],
)
def test_a_duration_that_is_a_wait(fields: str, count: int) -> None:
    assert len(told(f"steps: [{{action: B, {fields}}}]\n")) == count


def test_the_kind_of_a_channel_counts_before_its_name() -> None:
    steps = "steps: [{action: B, channel: C, duration: 5 weeks, wait: 10 min}]\n"
    for kind, count in (("phone", 1), ("in-person", 0)):
        channels = f"channels: [{{id: c, name: C, kind: {kind}}}]\n"
        assert len(told(channels + steps)) == count


GRAVE = "pains: [{text: c, severity: 3, probability: 2}]"


@pytest.mark.parametrize(
    ("fields", "count"),
    [
        (f"emotion: angry, expected: 1, perceived: 5, {GRAVE}", 1),
        (f"emotion: enojada, expected: 2, perceived: 4, {GRAVE}", 1),
        (f"emotion: zła, expected: 1, perceived: 3, {GRAVE}", 1),
        (f"emotion: angry, expected: 5, perceived: 1, {GRAVE}", 0),
        (f"emotion: angry, expected: 2, perceived: 3, {GRAVE}", 0),
        (f"emotion: calm, expected: 1, perceived: 5, {GRAVE}", 0),
        (f"emotion: angry, expected: 1, perceived: 5, gains: [d], {GRAVE}", 0),
        ("emotion: angry, expected: 1, perceived: 5, pains: [{text: c, severity: 2}]", 0),
    ],
)
def test_ratings_against_all_else(fields: str, count: int) -> None:
    assert len(told(f"steps: [{{action: B, {fields}}}]\n")) == count


@pytest.mark.parametrize(
    ("handoff", "pain", "count"),
    [
        ("needs: [letter], carries: [letter, sheet]", "They never get the sheet", 1),
        ("needs: [letter], carries: [letter, sheet]", "Falta la sheet", 1),
        ("needs: [letter], carries: [letter, sheet]", "Brak sheet", 1),
        ("carries: [sheet]", "The sheet is missing", 1),
        ("needs: [letter], carries: [letter, sheet]", "The sheet is long", 0),
        ("needs: [letter], carries: [letter, sheet]", "The nurse is never there", 0),
        ("needs: [letter, sheet], carries: [letter]", "They never get the sheet", 0),
        ("needs: [letter], carries: [letter, sheet]", "", 0),
    ],
)
def test_what_is_carried_and_missing(handoff: str, pain: str, count: int) -> None:
    pains = f"[{pain}]" if pain else "[]"
    step = f"{{action: B, handoff: {{to: c, {handoff}}}, pains: {pains}}}"
    assert len(told(f"steps: [{step}]\n")) == count


def test_inflected_names_of_what_is_missing() -> None:
    text = (
        "information: [{id: m, name: Karta leków}]\n"
        "steps: [{action: B, handoff: {to: c, carries: m}, pains: [Nie dociera karty leków]}]\n"
    )
    assert len(told(text)) == 1
