"""A clinic with a library, and what somebody makes of it, for tests of comparisons."""

import json
from typing import Any

from tests.cli.running import Done

MAP_TEXT = """journeymap: 1
id: clinic
title: Clinic
persona: ann
uses: shared.library.yaml
personas: [{id: ann, name: Ann}]
evidence: [{id: survey, name: Survey, kind: survey, date: 2026-05, n: 40}]
based_on: survey
stages:
  - id: before
    name: Before
    owner: Front desk
    steps:
      - id: is-referred
        action: Is referred
        channel: letter
        emotion: frustrated
        expected: 4
        perceived: 2
        leaks: {to: rival, share: 8 %}
        wait: 6 weeks
        pains: [{id: lost, text: Letters get lost}]
      - {id: comes, action: Comes to the visit, emotion: pleased}
  - {id: after, name: After, steps: [{id: pays, action: Pays}]}
"""
LIBRARY = "journeymap: 1\ntitle: Words\nchannels: [{id: letter, name: Letter, owner: Desk}]\n"
BETTER = (
    MAP_TEXT.replace("perceived: 2", "perceived: 3")
    .replace("share: 8 %", "share: 5 %")
    .replace("emotion: frustrated", "emotion: neutral")
    .replace("wait: 6 weeks", "wait: 2 weeks")
    .replace(", text: Letters get lost", ", text: Letters get lost, severity: 2")
)


def data(done: Done) -> dict[str, Any]:
    assert done.code == 0, done.err
    found: dict[str, Any] = json.loads(done.out)
    return found


def texts(done: Done) -> list[str]:
    return [each["text"] for each in data(done)["changes"]]
