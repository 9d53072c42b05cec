"""Slips that a fresh analyst made: rows for `test_typed_slips`."""

from tests.linter.further_slips import step

BOOKS = "steps:\n  - action: Books\n    need: Soon\n"

LATER: dict[str, list[tuple[str, str, str]]] = {
    "a point between thousands": [
        ("starts: {n: 4.200, per: year}\nsteps: [A]\n", "1:13", "write 4200 if the point parts"),
        (
            "evidence: [{id: a, kind: survey, n: 12.000}]\nsteps: [A]\n",
            "1:37",
            "write 12000 if the point parts thousands, 12 if it does not",
        ),
        ("starts: {n: 1.200.000, per: year}\nsteps: [A]\n", "1:13", "write 1200000"),
        (
            "language: es\nmetrics: [{name: W, unit: EUR, target: 1.250}]\nsteps: [A]\n",
            "2:40",
            "write 1250 if the point parts thousands, 1.25 if it does not",
        ),
        (
            "language: pl\nmetrics: [{name: W, unit: zł, target: 1.255}]\nsteps: [A]\n",
            "2:39",
            "write 1255 if the point parts thousands, 1.2550 if it does not",
        ),
        ("metrics: [{name: W, unit: d, target: 80.000}]\nsteps: [A]\n", "1:38", "write 80000"),
    ],
    "a comment of another program": [
        ("// first version\nsteps: [A]\n", "1:1", "write # first version"),
        ("steps:\n  <!-- ask Ana -->\n" + BOOKS[7:], "2:3", "write # ask Ana"),
        ("steps:\n  <!-- ask Ana -->\n  - Books\n", "2:3", "write # ask Ana"),
        (BOOKS + "    /* later */\n    gains: A\n", "4:5", "write # later"),
        ("steps:\n  - Books\n    // ask Ana\n  - Goes\n", "3:5", "write # ask Ana"),
        ("steps:\n  TODO ask Ana\n  - action: Books\n    need: A\n", "2:3", "write # TODO ask Ana"),
        ("TODO: ask Ana\nsteps: [A]\n", "1:1", "write # TODO: ask Ana if it is a comment"),
    ],
    "a line of a chat": [
        (BOOKS + "Kasia Nowak  10:32 AM\n  - action: Goes\n", "4:1", "delete this line"),
        (BOOKS + "[10:02] Tom: so\n  - action: Goes\n", "4:1", "as a comment: # so"),
        (BOOKS + "12.03.2026, 10:32 - Ana: hm\n  - action: Goes\n", "4:1", "delete this line"),
        ("steps:\n  - Books\n    Ana 10:32\n  - Goes\n", "3:5", "delete this line"),
    ],
    "a list below a line without a colon": [
        (
            "stages:\n  - Before\n    - action: A\n      need: B\n  - After\n    - action: C\n",
            "2:5",
            "write - name: Before, and below it steps:, with the list below that",
        ),
        ("stages:\n  Before\n    - action: A\n      need: B\n", "2:3", "write Before: if it is"),
        ("stages:\n  Before\n    - A\n    - B\n  After:\n    - C\n", "2:3", "write Before: if"),
        ("steps:\n  - Books\n    - action: Goes\n      need: A\n", "3:5", "its dash in column 3"),
    ],
    "entries with numbers and fields": [
        (
            "steps:\n  1. action: A\n     need: B\n  2. action: C\n",
            "2:3",
            "write - action: A, and its other fields in the column of `action`",
        ),
        ("steps:\n  1) action: A\n     need: B\n", "2:3", "write - action: A"),
        (step("pains:\n      1. text: slow\n         severity: 3"), "4:7", "write - text: slow"),
    ],
    "two maps in a file": [
        (BOOKS + "---\ntitle: B\nsteps: [C]\n", "4:1", "move lines 6 to 8 to a file of its own"),
        (BOOKS + "title: B\npersonas: [C]\nsteps: [C]\n", "4:1", "move lines 6 to 8 to a file"),
        ("stages: {A: [B]}\njourneymap: 1\ntitle: B\nsteps: [C]\n", "2:1", "lines 4 to 6"),
        ("steps: [A]\n---\nsteps: [C]\n", "2:1", "move lines 4 to 5"),
    ],
    "a text broken over lines": [
        (
            step("note: She was told that the family\nshould be called at once"),
            "4:1",
            "if it continues `note` on line 5, indent it further, to column 7",
        ),
        (
            step("note: She was told that the family\n    nobody called at once"),
            "4:5",
            "if it continues `note` on line 5",
        ),
        (
            step("note: She calls again, and\n    each time nobody knows: she waits"),
            "4:5",
            'in quotes: note: "She calls again, and each time nobody knows: she waits"',
        ),
        (
            step("note: She calls again, and\n      nobody knows: she waits"),
            "4:7",
            'from line 5 on: "She calls again, and nobody knows: she waits"',
        ),
    ],
    "dashes and first lines that are missing": [
        (
            "steps:\n  action: A\n  need: B\n  action: C\n",
            "2:3",
            "begin each with a dash in the column of `action`, and indent its other fields",
        ),
        ("personas:\n  name: Ana\n  name: Ben\nsteps: [A]\n", "2:3", "- name: Ana, - name: Ben"),
        (step("pains:\n      text: slow\n      text: dear"), "4:7", "- text: slow, - text: dear"),
        (
            step("need: A\n    gains: B\n\n    need: C\n    gains: D"),
            "6:5",
            "missing above line 8, write it in column 3: - action: …; or keep one",
        ),
        (
            step(
                "pains:\n      - text: a\n        severity: 1\n        probability: 2\n"
                "        severity: 2\n        probability: 2"
            ),
            "7:9",
            "missing above line 9, write it in column 7: - text: …",
        ),
    ],
    "dots, and a map below a name": [
        ("steps:\n  - A\n...\n  - B\n", "3:1", "delete it, or write # ... where more is to come"),
        ("steps: [A]\n...\npersonas: [B]\n", "2:1", "delete it"),
    ],
}

LATER_RIGHT = [
    "starts: {n: 4200, per: year}\nsteps: [A]\n",
    "metrics: [{name: W, unit: s, target: 0.125}]\nsteps: [A]\n",
    "metrics: [{name: W, unit: s, target: 1.255}]\nsteps: [A]\n",
    "language: es\nmetrics: [{name: W, unit: s, target: 1.25}]\nsteps: [A]\n",
    step("pains: It costs 1.250 EUR"),
    "steps:\n  - 10:32 arrives\n",
    "evidence: [{id: a, kind: survey, link: https://a.org//b}]\nsteps: [A]\n",
    "steps:\n  - Books (see https://a.org)\n",
    step("note: |\n      // as it stands\n      TODO"),
    "steps:\n  - A\n  - B\n...\n",
    "steps:\n  - Todos are shared\n",
]
