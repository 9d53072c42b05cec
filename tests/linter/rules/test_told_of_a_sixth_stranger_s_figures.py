"""What a sixth reviewer found wrong of figures, hand-offs and ends, on small maps."""

import pytest
from tests.linter.linting import helps, messages

from journeymap.linter.rules.flow.leak import leak
from journeymap.linter.rules.measurement.contradicting_reading import contradicting_reading
from journeymap.linter.rules.touchpoints.asked_twice import asked_twice
from journeymap.linter.rules.touchpoints.undeclared_handoff import undeclared_handoff

DRAINS = """title: A blocked drain
personas: [{id: ida, name: Ida, preferences: {channels: [chat, shop]}}]
persona: ida
stakeholders:
  - {id: works, name: Water works, kind: organisation}
  - {id: fitter, name: Fitter, kind: staff, part_of: works}
  - {id: council, name: Council, kind: organisation}
  - {id: son, name: Son, kind: family}
channels:
  - {id: chat, name: Live chat, kind: digital, owner: works}
  - {id: form, name: Web form, kind: digital, owner: works}
  - {id: line, name: Hotline, kind: phone, owner: works}
  - {id: web, name: Search engine, kind: digital}
  - {id: shop, name: Shop, kind: in-person}
  - {id: post, name: Post, kind: print}
"""


def a_map(*steps: str, top: str = DRAINS) -> str:
    return f"{top}steps:\n" + "".join(
        f"  - {{id: s{i}, action: S{i}, {s}}}\n" for i, s in enumerate(steps)
    )


# ---------------------------------------------------------------- from where on a wait counts
@pytest.mark.parametrize(
    ("name", "before", "told"),
    [
        ("Wait from call to visit", "14 weeks", '"Calls" is 14 weeks'),
        ("Wait from call to visit", "9 weeks", ""),
        ("Wait for a pump", "14 weeks", '"Is shown the pump" is 5 weeks'),
        ("Days waited since the call", "14 weeks", '"Calls" is 14 weeks'),
    ],
)
def test_a_wait_from_something_is_not_any_wait_of_the_stage(
    name: str, before: str, told: str
) -> None:
    text = f"""{DRAINS}metrics: [{{id: m, name: {name}, kind: duration, unit: days}}]
stages:
  - {{name: Calling, steps: [{{action: Calls, with: fitter, wait: {before}}}]}}
  - name: Visit
    metrics: {{metric: m, value: 61}}
    steps:
      - {{action: Is visited, with: fitter}}
      - {{action: Is shown the pump, with: fitter, wait: 5 weeks}}
      - {{action: Is dry, with: fitter}}
"""
    found = messages(text, rule=contradicting_reading)
    said = [each.partition("the wait recorded after ")[2] for each in found]
    assert said == ([f"{told} (assumed)"] if told else [])


# ---------------------------------------------------------------- who hands over, and what counts
@pytest.mark.parametrize(
    ("giver", "taker", "told"),
    [
        ("with: fitter", "with: nurse", 0),
        ("with: council", "with: nurse", 0),
        ("with: council, gets: Report", "with: nurse", 1),
        ("actor: fitter", "with: nurse", 1),
        ("with: doctor", "with: nurse", 1),
    ],
)
def test_an_office_has_nothing_to_hand_over_to_a_clinician(
    giver: str, taker: str, told: int
) -> None:
    people = "  - {id: nurse, name: Nurse, kind: clinician}\n"
    people += "  - {id: doctor, name: Doctor, kind: clinician}\n"
    top = DRAINS.replace("\nchannels:", f"\n{people}channels:")
    text = a_map(giver, taker, top=top)
    assert len(messages(text, rule=undeclared_handoff)) == told


@pytest.mark.parametrize(
    ("evidence", "counted"),
    [("[talks, files]", True), ("files", True), ("talks", False), ("[talks, talks]", False)],
)
def test_a_share_that_records_bear_out_is_counted(evidence: str, counted: bool) -> None:
    top = (
        f"{DRAINS}evidence: [{{id: talks, kind: interview, n: 9}}, {{id: files, kind: records}}]\n"
    )
    text = a_map(f"with: fitter, leaks: 20 %, evidence: {evidence}", "with: fitter", top=top)
    (told,) = messages(text, rule=leak)
    assert ("told by people asked" not in told) is counted


# ---------------------------------------------------------------- who finishes
@pytest.mark.parametrize(
    ("name", "value", "told"),
    [
        ("Courses finished", 66, True),
        ("People who still use the pump at one year", 66, True),
        ("Courses finished", 26, False),
        ("Courses finished", 65, False),
        ("Courses finished within a month", 80, False),
        ("Pages finished", 80, False),
    ],
)
@pytest.mark.parametrize("at", ["stage", "step"])
def test_more_cannot_finish_than_come_so_far(name: str, value: int, told: bool, at: str) -> None:
    value = 85 if told else value
    read = f"metrics: {{metric: m, value: {value}}}"
    text = f"""{DRAINS}metrics: [{{id: m, name: {name}, kind: conversion, unit: '%'}}]
stages:
  - {{name: Asking, steps: [{{action: Calls, with: fitter, leaks: 60 %}}]}}
  - {{name: Waiting, steps: [{{action: Waits, with: fitter, leaks: 35 %}}]}}
  - name: End
    {read if at == "stage" else "goal: Dry"}
    steps: [{{action: Is done, with: fitter{f", {read}" if at == "step" else ""}}}]
"""
    found = [e for e in messages(text, rule=contradicting_reading) if "get through the map" in e]
    assert [each.rpartition("by the shares recorded, ")[2] for each in found] == (
        ["26 % (assumed) get through the map"] if told else []
    )


# ---------------------------------------------------------------- ends of which nothing is said
@pytest.mark.parametrize(
    ("way", "said"),
    [
        ("{to: end, share: 20 %}", "come to an end of the journey"),
        ("{to: end, share: 20 %, counts: completed}", "complete the journey"),
        ("{to: end, share: 20 %, counts: lost}", "complete the journey"),
        ("{to: s1, share: 20 %}", "complete the journey"),
    ],
)
def test_an_end_that_nobody_counts_is_not_called_completed(way: str, said: str) -> None:
    text = a_map(
        f"with: fitter, leaks: 30 %, next: [{way}, {{to: s1, share: 50 %}}]", "with: fitter"
    )
    text = text.replace("{to: s1, share: 20 %}, {to: s1, share: 50 %}", "{to: s1, share: 70 %}")
    (told,) = messages(text, rule=leak)
    assert f"would {said}, not" in told


def test_who_is_not_there_does_not_choose_to_leave() -> None:
    steps = ("with: fitter", "offstage: true, actor: works, leaks: {share: 20 %, why: No part}")
    (told,) = helps(a_map(*steps, "with: fitter"), rule=leak)
    assert told.startswith("see what would avert it")
    (told,) = helps(
        a_map(steps[0], steps[1].replace("offstage: true, ", ""), "with: fitter"), rule=leak
    )
    assert told.startswith("find out what would keep them here")


@pytest.mark.parametrize(
    ("name", "who", "asked"),
    [
        ("Passport", "council", "is that a check"),
        ("ID card", "council", "is that a check"),
        ("Passport", "fitter", ""),
        ("Plan of the flat", "council", "could the one pass it on"),
    ],
)
def test_each_house_has_to_see_who_somebody_is(name: str, who: str, asked: str) -> None:
    top = f"{DRAINS}information: [{{id: x, name: {name}}}]\n"
    steps = ("with: fitter, gives: x", f"with: {who}, gives: x")
    (told,) = messages(a_map(*steps, "with: council, handoff: works", top=top), rule=asked_twice)
    assert told.rpartition(": ")[2].startswith(asked) if asked else "?" not in told
    assert bool(messages(a_map(*steps, top=top), rule=asked_twice)) is (who != "council")
