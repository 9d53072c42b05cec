"""What a map holds and could not be read is told, whatever sign is missing or too many."""

from pathlib import Path

import pytest

from journeymap.findings import Finding
from journeymap.linter.registry import RULES
from journeymap.model.names import Route
from journeymap.workspace.load import Loader

MAP = """\
journeymap: 1
title: Clinic
persona: [dan, ruth]
personas: [{id: dan, name: Dan}, {id: ruth, name: Ruth}]
metrics: [{id: days, name: Days, unit: days, target: 3}]
channels:
  - {id: app, name: The app, kind: digital}
steps:
  - action: Books
    channel: {dan: app, ruth: app}
    emotion: {dan: curious, ruth: [sad, calm]}
    need: {dan: to be quick, ruth: to ask}
    quote: {dan: "Again?", ruth: I gave up}
    perceived: {dan: 3, ruth: 2}
    duration: {dan: 20 min, ruth: 45 min}
    wait: {time: 10 days, announced: false}
    leaks: [{share: 8 %, why: it is slow}]
    pains: [{text: slow, severity: 3}, dear]
    metrics: {days: 8}
    handoff: {to: lab, needs: [photos], carries: [photos]}
"""
SIGNS = ' :,{}[]"-'
WEIGHS = {each.code for each in RULES if each.severity.value in {"error", "warning"}}


def unread(text: str) -> list[Route]:
    """The marks of what is unread that no error and no warning tells of."""
    path = Path("m.journey.yaml").resolve()
    file = Loader(texts={path: text.encode()}).load([path]).files[path]
    told = [each for each in file.findings if each.code in WEIGHS]
    return [route for route in file.broken if not any(_tells(each, route) for each in told)]


def _tells(finding: Finding, route: Route) -> bool:
    """Whether a finding is about a field, a part of it, or a name beside it that stands for it."""
    at = finding.route
    return at[: len(route)] == route or route[: len(at)] == at or at[:-1] == route[:-1]


@pytest.mark.parametrize("line", range(7, len(MAP.splitlines())))
def test_what_is_unread_is_told(line: int) -> None:
    lines = MAP.splitlines()
    written, slips = lines[line], list[str]()
    for at, sign in enumerate(written.rstrip()):
        if sign in SIGNS:
            slips += [f"{written[:at]}{put}{written[at + 1 :]}" for put in ("", ";", ":")]
    silent = [
        slip for slip in slips if unread("\n".join([*lines[:line], slip, *lines[line + 1 :]]))
    ]
    assert (len(slips) > 0, silent) == (True, [])


@pytest.mark.parametrize(
    "value", ["{dan:a}", "{dan a}", "{dan:}", "{: a}", "[[]]", "[{}]", "{a: {}}"]
)
@pytest.mark.parametrize(
    "field", ["emotion", "need", "perceived", "quote", "wait", "pains", "next"]
)
def test_what_is_no_value_is_told(field: str, value: str) -> None:
    assert unread(f"{MAP}  - {{action: Goes, {field}: {value}}}\n") == []
