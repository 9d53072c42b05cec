"""Numbers on pictures are those of `show --format json`: shares, waits, ratings, readings."""

import json
import re
from collections.abc import Iterator
from importlib import import_module
from typing import Any

import pytest
from tests.analysis.reading import analyse

from journeymap.analysis.analysis import Analysis
from journeymap.tables.table import to_json
from journeymap.terminal.map_record import describe
from journeymap.views.kit.scene import Scene
from journeymap.views.names import View
from journeymap.views.options import ViewOptions
from journeymap.views.registry import build

MAP = """title: Clinic
language: {language}
framework: customer-lifecycle
based_on: [survey]
evidence: [{{id: survey, kind: survey, n: 400}}]
personas: [{{id: ana, name: Ana, share: 37 %, goals: [rest], evidence: [survey]}}]
metrics:
  - {{id: kept, name: Kept, unit: '%', target: 89, better: higher}}
  - {{id: slot, name: Slot, kind: duration, unit: days, target: 22}}
  - {{id: near, name: Near, target: 4.65, better: higher}}
stakeholders: [{{id: gp, name: Doctor, kind: clinician}}, {{id: desk, name: Desk, kind: staff}}]
stages:
  - name: Need
    metrics: [{{metric: kept, value: 61}}]
    steps:
      - action: Calls
        with: [desk]
        channel: phone
        engagement: communicate
        emotion: -1
        importance: 4.3
        expected: 4.7
        perceived: 2.4
        pains: [Slow]
        wait: 19 days
        metrics: [{{metric: slot, value: 33}}]
        handoff: {{to: gp}}
  - name: Use
    steps:
      - action: Is seen
        with: [gp]
        channel: in person
        engagement: interact
        emotion: 2
        importance: 4.9
        expected: 3.2
        perceived: 3.8
        leaks: [{{to: rivals, share: 23 %}}]
        wait: {{time: 31 days, planned: true}}
        metrics: [{{metric: near, value: 4.41}}]
      - {{action: Leaves, emotion: 1, engagement: engage, importance: 2.6, perceived: 3.1}}
"""
TOLD = {
    View.MAP: {"23", "19", "31", "4.7", "2.4", "61", "89", "33", "22", "4.41", "4.65"},
    View.OVERVIEW: {"23", "77", "19", "31", "61", "89", "33", "22", "4.41", "4.65"},
    View.FOCUS: {"77"},
    View.FLOW: {"23", "77"},
    View.STAKEHOLDERS: set[str](),
    View.CYCLE: {"77"},
    View.LADDER: set[str](),
    View.PERSONA: {"37"},
    View.MATRIX: {"3.9", "3.1"},
    View.COMPARE: {"0.7", "19", "23", "31"},
}
"""Numbers that a picture has to tell, of what the map states and what follows from it."""
TABLES = ("flow", "time", "gaps", "metrics", "personas")
SMALL = 16
"""Whole numbers up to here may count steps, pages, ranks and risks."""
_NUMBER = re.compile(r"\d+(?:[.,]\d+)?")


def leaves(value: Any) -> Iterator[float | str]:  # noqa: ANN401 - JSON
    """Numbers and words of JSON."""
    if isinstance(value, dict | list):
        for each in value.values() if isinstance(value, dict) else value:
            yield from leaves(each)
    elif isinstance(value, int | float | str) and not isinstance(value, bool):
        yield value


def of_json(analysis: Analysis) -> set[str]:
    """Numbers as programs get them: as they are, as percentages, and those in words."""
    found: set[str] = set()
    tables = (import_module(f"journeymap.tables.{name}").build(analysis) for name in TABLES)
    records = [describe(analysis.journey_map), *(json.loads(to_json(each)) for each in tables)]
    for leaf in leaves(records):
        if isinstance(leaf, str):
            found |= set(_NUMBER.findall(leaf))
        else:
            found |= {f"{leaf:.6g}", f"{round(leaf, 1):g}"}
            found |= {f"{100 * leaf:.0f}"} if 0 < leaf <= 1 else set()
    return found


def of_all(analysis: Analysis) -> set[str]:
    """What follows of all steps from JSON: the mean feeling, and the means on the map's scale."""
    steps = describe(analysis.journey_map)["steps"]
    feelings = [step["emotion"]["ana"]["value"] for step in steps]
    gaps = json.loads(to_json(import_module("journeymap.tables.gaps").build(analysis)))
    means = (gaps["cross_hair"][name] for name in ("importance", "perceived"))
    on_scale = (1 + 4 * mean / 10 for mean in means)
    return {f"{each:.1f}" for each in (sum(feelings) / len(feelings), *on_scale)}


def on_picture(scenes: tuple[Scene, ...]) -> set[str]:
    """Numbers on a picture, with a point, but those that only count."""
    tips = (box.tooltip for scene in scenes for box in scene.boxes)
    words = " ".join([*(text.text for scene in scenes for text in scene.texts()), *tips])
    numbers = {each.replace(",", ".") for each in _NUMBER.findall(words)}
    return {each for each in numbers if "." in each or int(each) > SMALL}


def drawn(analysis: Analysis, view: View) -> tuple[Scene, ...]:
    options = ViewOptions(view=view, lanes="full", against=analysis.journey_map)
    return build(analysis, options)


@pytest.mark.parametrize("language", ["en", "pl"])
@pytest.mark.parametrize("view", View)
def test_numbers_on_pictures_are_those_of_json(view: View, language: str) -> None:
    analysis = analyse(MAP.format(language=language))
    shown, known = on_picture(drawn(analysis, view)), of_json(analysis) | of_all(analysis)
    assert shown <= known
    assert TOLD[view] <= shown


def test_a_number_that_is_not_in_json_would_be_found() -> None:
    analysis = analyse(MAP.format(language="en"))
    others = {str(n) for n in range(SMALL + 1, 100)} - of_json(analysis) - of_all(analysis)
    assert len(others) > 60
