"""Slips at the signs and levels of a map: rows for `test_typed_slips`."""

from tests.linter.further_slips import step

TWO = "steps:\n  - action: A\n    need: B\n"
GOOD = "  - action: C\n    need: D\n"
BAD = "  -action: C\n   need: D\n"
PAINS = "pains:\n      - text: slow\n        severity: 3\n"

SIGNS: dict[str, list[tuple[str, str, str]]] = {
    "a dash without its space before a field": [
        (TWO + "  -action: C\n    need: D\n", "4:3", "write - action: C"),
        (TWO + BAD + GOOD + BAD, "4:3", "write - action: C, and so on line 10"),
        ("steps:\n  -action: A\n   need: B\n" + BAD, "2:3", "- action: A, and so on line 6"),
        ("steps:\n  -action: A\n  -action: B\n", "2:3", "write - action: A, and so each line"),
        ("steps:\n-action: A\n-action: B\n", "2:1", "write - action: A, and so each line"),
        ("steps:\n  -action: A\n  - action: B\n", "2:3", "write - action: A"),
        ("stages:\n  -name: X\n   steps: [A]\n", "2:3", "write - name: X"),
        ("stages:\n  -name: X\n  -name: Y\n", "2:3", "write - name: X"),
        (
            "stages:\n  - name: X\n    steps: [A]\n  -name: Y\n    steps: [B]\n",
            "4:3",
            "write - name: Y",
        ),
        ("personas:\n  -id: ana\n   name: Ana\nsteps: [A]\n", "2:3", "write - id: ana"),
        ("channels:\n  - id: a\n  -id: b\nsteps: [A]\n", "3:3", "write - id: b"),
        (step(PAINS + "      -text: dear\n        severity: 2"), "6:7", "write - text: dear"),
        (step("pains:\n      -text: slow\n      -text: dear"), "4:7", "write - text: slow"),
        (step("leaks:\n      -share: 10 %\n       why: slow"), "4:7", "write - share: 10 %"),
    ],
    "several dashes, or one of print, before an entry": [
        (TWO + "  -- action: C\n    need: D\n", "4:3", "write - action: C"),
        (TWO + "  --action: C\n    need: D\n", "4:3", "write - action: C"),
        ("steps:\n  - A\n  -- B\n", "3:3", "write - B"),
        ("steps:\n  -- A\n  -- B\n", "2:3", "- A"),
        (TWO + "  \u2011 action: C\n    need: D\n", "4:3", "write - action: C"),
        (TWO + "  \u2013action: C\n    need: D\n", "4:3", "write - action: C"),
        (TWO + "  \u2212action: C\n    need: D\n", "4:3", "write - action: C"),
        (step("pains:\n      \u2011 slow\n      \u2011 dear"), "4:7", "- slow"),
    ],
    "an entry with a colon in its text": [
        (step("pains:\n      - Parking: none"), "4:9", 'it is one text: "Parking: none"'),
        (
            step("pains:\n      - Parking: none\n        severity: 3"),
            "4:9",
            'if it is one text: text: "Parking: none"',
        ),
        (step("pains:\n      Parking: none\n      Lift: broken"), "4:7", '- "Parking: none"'),
        (step("opportunities:\n      - Cost: too high"), "4:9", '"Cost: too high"'),
        (step("gains:\n      - Room: 12"), "4:9", 'put it in quotes: "Room: 12"'),
        (step("questions:\n      - Ask Ana: who drives?"), "4:9", '"Ask Ana: who drives?"'),
        ("steps:\n  - Desk: waits\n    need: B\n", "2:5", 'text: action: "Desk: waits"'),
        ("steps:\n  - Waiting: 2 hours\n", "2:5", "action: Waiting, and on the line below wait: 2"),
        ("personas:\n  - Maria: patient\nsteps: [A]\n", "2:5", "write name: Maria, and what"),
    ],
    "a part called by its name": [
        (step("pains:\n      - Pain: slow"), "4:9", "did you mean `text`?"),
        (step("pains:\n      - Problem: slow"), "4:9", "did you mean `text`?"),
        (step("opportunities:\n      - idea: a lamp"), "4:9", "did you mean `text`?"),
        (step("pains:\n      - desciption: slow"), "4:9", "did you mean `text`?"),
        (step("Pain point: slow"), "3:5", "did you mean `pains`?"),
        (step("waiting time: 2 h"), "3:5", "did you mean `wait`?"),
        (step("location: hall"), "3:5", "did you mean `touchpoint`?"),
    ],
    "a field at another level": [
        (step("goal: health"), "3:5", "`goal` belongs to a stage, or at the top of the map"),
        (step("pains: [{text: a, owner: Ana}]"), "3:23", "to a stage or an opportunity, or at"),
        (step("kind: digital"), "3:5", "to a pain, a stakeholder or an evidence item"),
        (step("target: 80 %"), "3:5", "`target` belongs to a metric"),
        ("quote: Hm\nsteps: [A]\n", "1:1", "to a persona, a stakeholder or a step"),
        (
            "stages:\n  - name: X\n    pains: [a]\n    steps: [A]\n",
            "3:5",
            "`pains` belongs to a step",
        ),
    ],
    "a field with nothing behind it": [
        ("steps:\n  - action:\n    need: A\n", "2:5", "or delete the entry with all its fields"),
        ("steps:\n  - need: A\n    action:\n", "3:5", "write it there (for example: action:"),
        ("steps:\n  - A\n  - action:\n", "3:5", "or delete the entry"),
        (step("pains:\n      - text:\n        severity: 3"), "4:9", "write it there"),
        (step("metrics:\n      - metric:\n        value: 3"), "4:9", "write it there"),
    ],
}

SIGNS_RIGHT = [
    step("pains:\n      - text: 'Parking: none'"),
    step("note: |\n      -action: a\n      -- b"),
    step("emotion: -1"),
    step("emotion: \u22121"),
    step("quote: \u2013 Hm \u2013 no"),
    "steps:\n  - Waits -- and waits\n",
]
