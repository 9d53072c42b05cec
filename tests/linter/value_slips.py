"""Slips at values: commas, units, words of other languages. Rows for `test_typed_slips`."""

from tests.linter.further_slips import step

TWICE = "  - action: A\n    need: B\n"
KIND = "stakeholders: [{id: a, name: A, kind: nurse}]\nsteps: [A]\n"
CHANNEL = "channels: [{id: a, name: A, kind: e-mail}]\nsteps: [A]\n"
COUNT = "evidence: [{id: a, kind: survey, n: 12 people}]\nsteps: [A]\n"
ROUGH = "evidence: [{id: a, kind: survey, n: 10-12}]\nsteps: [A]\n"
STAGES = "stages: [{name: A, steps: [B]}, {name: A, steps: [C]}]\n"

VALUES: dict[str, list[tuple[str, str, str]]] = {
    "a comma in a share": [
        (step("leaks: {share: 7,5, why: a}"), "3:20", "write 7.5 %, with a point and the sign"),
        (step("leaks:\n      - share: 3,5"), "4:16", "write 3.5 %, with a point and the sign"),
        (step("leaks:\n      - share: 0,15"), "4:16", "write 0.15, with a point"),
        (step("leaks:\n      - share: 12,5 %"), "4:16", "write 12.5 %, with a point"),
        (step("leaks:\n      - share: % 10"), "4:16", "write 10 %"),
        (step("pains: [{text: a, severity: 3,5}]"), "3:33", "write a whole number from 1 to 4"),
    ],
    "times as they are said elsewhere": [
        (step("wait: 1,5 Stunden"), "3:11", "write 1.5 h, as units are English"),
        (step("wait: 1,5 Std."), "3:11", "write 1.5 h, as units are English"),
        (step("wait: 1.200 Minuten"), "3:11", "write 1200 min, as units are English"),
        (step("wait: 2 bis 3 Tage"), "3:11", "write 2-3 d, as units are English"),
        (step("wait: eine halbe Stunde"), "3:11", "write 30 min, as units are English"),
        (step("wait: etwa 2 Wochen"), "3:11", "write about 2 weeks"),
        (step("wait: 1,5 mois"), "3:11", "write 1.5 months"),
    ],
    "points between thousands in a time": [
        (step("wait: 4.200 min"), "3:11", "write 4200 min if the point parts thousands, 4.2 min"),
        (step("duration: 12.000 min"), "3:15", "write 12000 min if"),
        (step("wait: {time: 1.250 h}"), "3:18", "write 1250 h if"),
        (step("wait: 1.500 días"), "3:11", "write 1500 días if"),
    ],
    "what a time lacks or has too much": [
        (step("wait: 2"), "3:11", "write its unit as well: 2 min, 2 h, 2 days or 2 weeks"),
        (step("wait: 15-20"), "3:11", "15-20 min, 15-20 h, 15-20 days or"),
        (step("wait: hours"), "3:11", "write how many, such as 2 hours"),
        (step("wait: -15 min"), "3:11", "write 15 min, without the minus"),
        (step("wait: 15 m"), "3:11", "write 15 min, or 15 months"),
        (step("wait: 15 minutes?"), "3:11", "write about 15 minutes if that is a guess"),
        (step("wait: 2 hours -- in May"), "3:11", "write 2 hours # in may"),
        (step("wait: 2:30 h"), "3:11", "write 2 h 30 min"),
        (step("wait: 8.00-12.00"), "3:11", "not from when to when: 4 h"),
        (step("wait: 14 Uhr"), "3:11", "this is a time of the day"),
    ],
    "a comma in brackets": [
        (
            step("pains: [Long way to the car, with crutches]"),
            "3:34",
            'crutches"] if it is one',
        ),
        (step("pains: [Is sent home, so she comes again]"), "3:27", "if it is one"),
        (step("pains: [Camino muy largo, con muletas]"), "3:31", "if it is one"),
        (step("pains: [Musi czekać długo, bo brakuje lekarzy]"), "3:32", "if it is one"),
        (step("pains: [feels lost in the house, with nobody]"), "3:38", "if it is one"),
        (step("pains: [dear (12,50 €), far away]"), "3:22", 'write "dear (12,50 €)" in quotes'),
        (step("pains: [costs 12,50 €, far away]"), "3:22", 'write "costs 12,50 €" in quotes'),
        (step("pains: [dear] [far away]"), "3:12", "write one: [dear, far away]"),
        (step("pains: (dear, far away)"), "3:12", "write [dear, far away]"),
        (step("channel: (phone, letter)"), "3:14", "write [phone, letter]"),
    ],
    "a name with its value, without braces": [
        (step("emotion: ana: sad"), "3:14", "write {ana: sad}"),
        (step("emotion: (ana: sad)"), "3:14", "write {ana: sad}"),
        (step("importance: ana: 3"), "3:17", "write {ana: 3}"),
        (step("with: @daughter"), "3:11", "write daughter without the @"),
    ],
    "a number with something beside it": [
        (COUNT, "1:37", "write 12 alone"),
        (ROUGH, "1:37", "write one number, and the range behind a #"),
        ("starts: {n: 1.2k, per: year}\nsteps: [A]\n", "1:13", "write 1200"),
        (step("emotion: --"), "3:14", "write -2 if it stands for very bad"),
        (step("perceived: --"), "3:16", "write 1 if it stands for very bad"),
    ],
    "a sign, brackets or a dash too many": [
        (step("wait: [2 h, 3 h]"), "3:11", "write one: 2 h, and 3 h in note:"),
        (step("duration: >15 min"), "3:15", "write over 15 min"),
        (
            "metrics: [{id: a, name: A, unit: d}]\n" + step("importance: > 4"),
            "4:17",
            "write 4, and",
        ),
        (step("pains: {dear, far away}"), "3:12", "write [dear, far away]"),
        (step("need: A\n    - pains: [dear]"), "4:5", "take the dash away: pains: [dear]"),
    ],
    "other words for a value": [
        (KIND, "1:39", "did you mean clinician?"),
        (CHANNEL, "1:35", "did you mean digital?"),
        ("status: in progress\nsteps: [A]\n", "1:9", "did you mean draft?"),
        (step("moment: moment of truth"), "3:13", "did you mean truth?"),
        (step("opportunities: [{text: a, status: done?}]"), "3:39", "did you mean live?"),
    ],
    "what was pasted twice, or in one line": [
        ("steps:\n" + TWICE + TWICE, "4:5", "delete what was pasted twice"),
        (
            "steps:\n"
            + TWICE
            + "  - action: C\n    need: D\n"
            + TWICE
            + "  - action: C\n    need: D\n",
            "6:5",
            "delete what was pasted twice",
        ),
        (STAGES, "1:40", "give this one a name of its own"),
        ("steps:\n  - action: A - action: B\n", "2:17", "on a line of its own: - action: B"),
        ("steps:\n  - A; 2 hours; bored\n", "2:5", "action: A, wait: 2 hours, emotion: bored"),
        (step("need: #A lift"), "3:11", 'write need: "#A lift" if # belongs to it'),
    ],
}

VALUES_RIGHT = [
    step("pains: [by phone, in person]"),
    step("pains: [By phone, in person]"),
    step("pains: [Long wait, no parking, dear]"),
    step("pains: [No room, only stairs]"),
    step("emotion: [hopeful, scared]"),
    step("channel: [Front desk, with nurse]"),
    step("tags: [Long way home, with crutches]"),
    step("gains: [kind (very), quick]"),
    step("wait: 1,5 días"),
    step("wait: 2.5 h"),
    step("wait: 2.25 h"),
    step("need: # ask Ana"),
    step("need: #todo"),
    step("pains: #both\n      - slow\n      - dear"),
    "steps: [Waits, Waits]\n",
    "steps:\n  - action: Waits\n  - action: Waits\n",
    step("note: (first, second)"),
]
