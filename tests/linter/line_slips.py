"""Slips of lines, columns and fields in a row that a fresh analyst made: rows for a test."""

from tests.linter.brace_slips import each
from tests.linter.further_slips import step

OLD = "steps:\n  - action: Books\n    pains:\n      - text: slow\n        severity: 2\n"
STAGE = "stages:\n  - name: S\n    steps:\n      - action: A\n"

LINES: dict[str, list[tuple[str, str, str]]] = {
    "a list whose name is missing": [
        (
            "stages:\n  - name: A\n      - action: B\n        need: C\n",
            "3:7",
            "write steps: on a line of its own before it, in column 5, like `name` on line 4",
        ),
        (step("wait: 4 d\n      - share: 8 %\n        why: slow"), "4:7", "write leaks: on a line"),
        (step("need: Soon\n      - text: slow\n        severity: 3"), "4:7", "write pains: on a"),
        ("owner: Ana\n  - id: a\n    action: B\n", "2:3", "write steps: on a line of its own"),
        ("owner: Ana\n  Before:\n    - action: B\n", "2:3", "write stages: on a line of its own"),
    ],
    "a field that stands too far out": [
        (
            "stages:\n  A:\n    - action: B\n      need: C\n  emotion: sad\n      gains: D\n",
            "5:3",
            "indent line 7, to column 7, like `need` on line 6",
        ),
        (
            step(
                "opportunities:\n      - id: a\n        text: b\n    owner: c\n        by: 2027-03"
            ),
            "6:5",
            "to column 9, like `text` on line 7",
        ),
        (
            f"{STAGE}    perceived: 4\n      - action: B\n",
            "5:5",
            "to column 9, like `action` on line 6",
        ),
        ("stages:\n  A:\n    - B\nC:\n    - D\n  E:\n    - F\n", "4:1", "like `A` on line 4"),
    ],
    "an entry or a stage in another column than the others": [
        (
            f"{STAGE}        need: B\n    - action: C\n        need: D\n",
            "6:5",
            "it should begin in column 7, like the dash on line 6",
        ),
        ("stages:\n  A:\n    - action: B\n      need: C\n    D:\n    - E\n", "5:5", "in column 3"),
        ("stages:\n  - A:\n      - B\n  C:\n    - D\n", "4:3", "take the dash away before `A`"),
    ],
    "fields of the entry above": [
        (
            OLD + "    probability: 3\n",
            "6:5",
            "as far as `severity`, if it belongs to a pain above",
        ),
        (
            step("opportunities:\n      - text: a\n    owner: Ana\n    status: testing"),
            "5:5",
            "indent it as far as `text`, if it belongs to an opportunity above",
        ),
        (step("pains:\n      - slow\n    severity: 3"), "5:5", "write - text: slow, and below it"),
    ],
    "two fields on one line": [
        (step("expected: 4 perceived: 2"), "3:17", "of its own if it is a field: perceived: 2"),
        (step("need: To ask   emotion: sad"), "3:20", "if it is a field: emotion: sad"),
        (step("emotion: sad need: To know"), "3:18", "if it is a field: need: To know"),
        ("steps:\n  - action: Books channel: phone\n", "2:19", "if it is a field: channel: phone"),
    ],
    "braces and commas that are missing": [
        (each("emotion: dan: sad, ruth: calm"), "4:14", "write {dan: sad, ruth: calm}"),
        (each("need: dan: peace, ruth: speed"), "4:11", "write {dan: peace, ruth: speed}"),
        (each("emotion: {dan: sad ruth: calm}"), "4:24", "write {dan: sad, ruth: calm} if `ruth`"),
        (step("wait: {time: 4 d announced: false}"), "3:22", "{time: 4 d, announced: false}"),
        (
            step("wait: 10 days, announced: false"),
            "3:11",
            "wait: {time: 10 days, announced: false}",
        ),
        (step("handoff: lab, needs: scan"), "3:14", "handoff: {to: lab, needs: scan}"),
        (step("handoff: {to:lab, needs:[scan]}"), "3:28", "{to: lab, needs: [scan]}"),
        (step('wait: {time: 4 d, why:"no room"}'), "3:23", '{time: 4 d, why: "no room"}'),
        (each("emotion: sad (Dan), calm (Ruth)"), "4:14", "{Dan: sad, Ruth: calm}"),
    ],
    "what goes on, and is no field": [
        (step("need: Gets the access\n    for the needle"), "4:5", "indent it further"),
        (step("need: Sees a queue\n    of ten people"), "4:5", "indent it further"),
        (step('quote: "No."\n           "Never."'), "4:12", 'both: quote: "No. Never."'),
        (step("wait: 6 weeks unless urgent: 2 days"), "3:11", "write wait: 6 weeks, and on a line"),
        ("steps:\n  - action: A\n    action - Books\n", "3:5", "write action: Books"),
        ("steps:\n  - action: A\n    need – Peace\n", "3:5", "write need: Peace"),
        ("steps:\n  - action: A\n    need: B\n=======\n  - C\n", "4:1", "keep one of the two"),
        ("steps:\n  - A\n  - {action: B, next: 15 % back to a}\n", "3:23", "{to: a, share: 15 %}"),
        (
            "metrics: [{id: open, name: O}]\n"
            + step("metrics:\n      - open: 8\n        as_of: 2026-09"),
            "5:9",
            "write metric: open, and on the line below value: 8",
        ),
    ],
    "values of another kind": [
        ("reviewed: 46307\nsteps: [A]\n", "1:11", "write 2026-10-12, which spreadsheets keep"),
        ("reviewed: '45000'\nsteps: [A]\n", "1:11", "write 2023-03-15"),
        (step("wait: 10 days, not announced"), "3:11", "10 days, and the rest under note: not an"),
        (step("wait: 3 months public, 2 weeks private"), "3:11", "write one time: 3 months, and"),
        (step("wait: 3 mies. na NFZ, 2 tyg. prywatnie"), "3:11", "write one time: 3 mies., and"),
        ("language: pl\n" + step("emotion: zmeczona i zla"), "4:14", "list: [zmęczona, zła]"),
        ("language: pl\n" + step("emotion: smutna i wsciekla"), "4:14", "list: [smutna, wściekła]"),
        (
            "channels: [{id: gp, name: Doctor, kind: staff}]\nsteps: [A]\n",
            "1:41",
            "staff is a kind of stakeholder: write stakeholders: above it, if that line",
        ),
        ("persona:\n  - name: Ana\nsteps: [A]\n", "2:5", "write personas: at the top of the map"),
        (step("channel: {id: app, kind: phone}"), "3:14", "write channels: at the top of the map"),
    ],
    "what went into a value, and what a comma parts": [
        (
            step("moment: critical\n      - Nurse calls\n      - Clerk files"),
            "3:13",
            "before - Nurse",
        ),
        (step("importance: 4\n      - slow"), "3:17", "colon on a line of its own before - slow"),
        (step("touchpoint: Desk\n      - slow\n      - dear"), "4:7", "write the list's name and"),
        (step("pains: [The form asks, and asks, No room]"), "3:28", "in quotes among the others"),
        (step("importance: *****"), "3:17", "write 5, the number of stars"),
        (step("perceived: ***"), "3:16", "write 3, the number of stars"),
        (step("pains:\n      - [12.10, 09:41] Kasia: slow"), "4:9", "delete this line"),
    ],
}

LINES_RIGHT = [
    step("note: 'Asks for: a chair'"),
    step("wait: 6 weeks"),
    step("next: 15 %").replace("next: 15 %", "next: {to: end, share: 15 %}"),
    step("quote: No need to ask (Dan)"),
]
