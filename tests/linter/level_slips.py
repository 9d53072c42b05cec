"""Slips of parts and fields at another level than theirs: rows for `test_typed_slips`."""

from tests.linter.further_slips import step

STAGES = "stages:\n  - name: A\n    steps:\n      - action: B\n        need: C\n"
PAIN = "pains:\n      - text: slow\n        severity: 3\n"
STEP = "- action: D\n"

LEVELS: dict[str, list[tuple[str, str, str]]] = {
    "a step among the parts of a step": [
        (
            step("pains:\n      - slow\n      - action: D\n        channel: phone"),
            "5:9",
            "like the one on line 4, and move the lines below it 4 spaces to the left as well",
        ),
        (
            step("pains:\n      - slow\n      - id: d\n        action: D\n        need: E"),
            "5:9",
            "begin its dash in column 3, like the one on line 4",
        ),
        (
            step("opportunities:\n      - a lamp\n      - action: D\n        channel: phone"),
            "5:9",
            "begin its dash in column 3",
        ),
        (
            step("metrics:\n      - action: D\n        channel: phone\n        wait: 2 d"),
            "4:9",
            "begin its dash in column 3",
        ),
        (
            STAGES + "        pains:\n          - action: D\n            channel: phone\n",
            "7:13",
            "begin its dash in column 7, like the one on line 6",
        ),
    ],
    "a step among the stages": [
        (
            STAGES + "  - action: D\n    need: E\n",
            "6:5",
            "like the one on line 6, and move the lines below it 4 spaces to the right as well",
        ),
        (STAGES + "  - id: d\n    action: D\n    need: E\n", "6:5", "begin its dash in column 7"),
        (
            STAGES + "        pains:\n          - slow\n  - action: D\n    channel: phone\n",
            "8:5",
            "begin its dash in column 7, like the one on line 6",
        ),
        (
            STAGES + "\n  # then\n  - action: D\n    emotion: sad\n  - name: E\n    steps: [F]\n",
            "8:5",
            "begin its dash in column 7",
        ),
    ],
    "a field as far in as those of a part above it": [
        (
            step(PAIN + "        importance: 5"),
            "6:9",
            "begin it in column 5, like `pains` on line 5",
        ),
        (
            step(PAIN + "        wait: 5 weeks"),
            "6:9",
            "begin it in column 5, like `pains` on line 5",
        ),
        (
            step("pains:\n    - text: slow\n      importance: 5"),
            "5:7",
            "begin it in column 5, like `pains` on line 5",
        ),
        (
            step("handoff:\n      to: gp\n      importance: 5"),
            "5:7",
            "begin it in column 5, like `handoff` on line 5",
        ),
        (
            "steps:\n  - pains:\n      - text: slow\n        channel: phone\n    action: A\n",
            "4:9",
            "begin it in column 5, like `pains` on line 4",
        ),
    ],
    "a step with its action as a field": [
        (
            "steps:\n  - Tells his employer the new number of the account:\n      need: B\n",
            "2:5",
            "write action: Tells his employer the new number of the account, and begin its fields",
        ),
        ("steps:\n  - Pays:\n      channel: email\n", "2:5", "in the column of `action`"),
        (
            "personas:\n  - Ana:\n      goals: [A]\nsteps: [B]\n",
            "2:5",
            "write name: Ana, and begin its fields in the column of `name`",
        ),
        ("stages:\n  - Before:\n      - A\n", "2:5", "its steps below it, under steps:"),
    ],
}

LEVELS_RIGHT = [
    step(PAIN + "    importance: 5"),
    step("wait:\n      time: 2 d\n    channel: phone"),
    STAGES + "      - action: D\n        need: E\n",
    "stages:\n  A:\n    - action: B\n      need: C\n",
]

LEVELS |= {
    "a sign before a number that a word says": [
        ("metrics: [{name: W, unit: d, target: < 3}]\nsteps: [A]\n", "1:38", "write 3 alone: at a"),
        ("metrics: [{name: W, unit: d, target: '<= 10'}]\nsteps: [A]\n", "1:38", "better: lower"),
        ("metrics: [{name: W, unit: d, target: ≥ 90}]\nsteps: [A]\n", "1:38", "better: higher"),
        ("metrics: [{name: W, unit: d, target: ~ 90}]\nsteps: [A]\n", "1:38", "end of the line"),
    ],
    "minutes and seconds with a sign": [
        (step("duration: 10'"), "3:15", "write 10 min: the sign ' stands for no unit"),
        (step("duration: 10′"), "3:15", "write 10 min: the sign ′"),
        (step("duration: 30''"), "3:15", "write 30 s: the sign ''"),
        (step("wait: 2.5 '"), "3:11", "write 2.5 min"),
    ],
    "a step copied for another one": [
        (
            "steps:\n  - action: A\n    need: B\n  - action: A\n    need: B\n",
            "4:5",
            "change this one if it is to be another step, delete what was pasted twice",
        ),
    ],
}
