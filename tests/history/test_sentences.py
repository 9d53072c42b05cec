"""What became of a map, in sentences: each difference once, in the trade's words and units."""

import pytest
from tests.analysis.reading import analyse

from journeymap.compare.difference import differences
from journeymap.compare.recorder import record_of
from journeymap.history.sentences import sentence

MAP = """title: Clinic
scales: {rating: 1-7}
persona: [ann, bob]
personas: [{id: ann, name: Ann}, {id: bob, name: Bob}]
stakeholders: [{id: gp, name: The GP, kind: clinician}]
metrics: [{id: wait, name: Wait, unit: days, target: 14}]
stages:
  - name: Before
    steps:
      - id: calls
        action: Calls
        emotion: {ann: pleased, bob: 1}
        importance: 6
        wait: {time: 2-3 weeks, announced: true}
        next: {to: pays, share: 10 %}
        pains: {id: loud, text: Loud}
        metrics: {metric: wait, value: 20, as_of: 2026-05}
      - {id: comes, action: Comes}
      - {id: sits, action: Sits}
  - name: After
    steps: [{id: pays, action: Pays, opportunities: {id: app, text: An app, impact: 2}}]
"""
SAID = [
    ("title: Clinic", "title: Ward", "renamed: “Clinic” → “Ward”"),
    ("bob: 1}", "bob: -1.5}", "Feels · Bob: +1 → −1.5"),
    ("ann: pleased, ", "", "Feels · Ann: pleased (left out)"),
    ("importance: 6", "importance: 7", "Importance: 6 → 7 of 7"),
    ("2-3 weeks", "5 days", "Wait: 2–3 weeks → 5 days"),
    ("announced: true", "announced: false", "Wait: announced → not announced"),
    ("share: 10 %", "share: 12.5 %", "Share: 10\u00a0% → 12.5\u00a0%"),
    ("value: 20", "value: 9", "Value: 20 days → 9 days"),
    ("target: 14", "target: 7", "Target: 14 days → 7 days"),
    ("impact: 2", "impact: 2, effort: 5", "Effort: 5 of 5 (new)"),
    ("impact: 2", "impact: 2, status: live", "Status: idea → live"),
    ("name: The GP, kind: clinician", "name: The GP, kind: payer", "Role: clinician → payer"),
    ("name: After", "name: Afterwards",
     "renamed: “After” → “Afterwards” (known by likeness, not by an id)"),
    ("      - {id: comes, action: Comes}\n", "", "left out: step “Comes”"),
    ("      - {id: comes, action: Comes}\n      - {id: sits, action: Sits}\n",
     "      - {id: sits, action: Sits}\n      - {id: comes, action: Comes}\n",
     "moved, at the beginning|moved, after “Calls”|moved, after “Sits”"),
    ("  - name: After\n    steps: [{", "  - name: After\n    steps: [Thanks, {",
     "new: step “Thanks”, at the beginning"),
    ("pains: {id: loud, text: Loud}", "pains: [{id: loud, text: Loud}, Cold]",
     "new: pain “Cold”"),
    ("next: {to: pays, share: 10 %}", "next: [{to: pays, share: 10 %}, {to: sits, share: 5 %}]",
     "new: way → “Sits”, 5\u00a0%"),
    ("action: Comes}", "action: Comes, leaks: {to: a rival, share: 3 %}}",
     "new: people who leave for a rival, 3\u00a0%"),
    ("action: Comes}", "action: Comes, handoff: gp}", "new: hand-off → “The GP”"),
    ("action: Comes}", "action: Comes, gains: [Quick, Calm]}", "Goes well: + Quick; + Calm"),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "said"), SAID, ids=[each[2][:40] for each in SAID])
def test_each_change_is_said_in_a_sentence(old: str, new: str, said: str) -> None:
    assert old in MAP
    first, second = (record_of(analyse(t).journey_map) for t in (MAP, MAP.replace(old, new)))
    found = differences(first, second)
    assert [sentence(each, found) for each in found.all] in [[each] for each in said.split("|")]


def test_a_step_in_another_stage_says_from_where_to_where() -> None:
    line = "      - {id: comes, action: Comes}\n"
    there = MAP.replace(line, "").replace(
        "    steps: [{id: pays", "    steps: [{id: comes, action: Comes}, {id: pays"
    )
    found = differences(*(record_of(analyse(text).journey_map) for text in (MAP, there)))
    (moved,) = found.all
    assert sentence(moved, found) == (
        "moved from stage “Before” to stage “After”, at the beginning"
    )


def test_a_text_that_is_only_alike_says_so() -> None:
    first, second = (
        record_of(analyse(f"title: T\nsteps: [{text}, Pays]\n").journey_map)
        for text in ("Calls the practice", "Phones the practice")
    )
    found = differences(first, second)
    (renamed,) = found.all
    assert sentence(renamed, found) == (
        "renamed: “Calls the practice” → “Phones the practice” (known by likeness, not by an id)"
    )
