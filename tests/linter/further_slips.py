"""Further slips of people who write their first map: rows for `test_typed_slips`."""


def step(fields: str) -> str:
    """Returns a map of one step with a further field."""
    return f"steps:\n  - action: Books\n    {fields}\n"


FURTHER: dict[str, list[tuple[str, str, str]]] = {
    "entries below a bar of one text": [
        (
            "steps:\n  - action: |\n      - Books\n      - Calls\n",
            "2:13",
            "own: - action: Books, -",
        ),
        ("steps:\n  - action: >-\n      - A\n      - B\n", "2:13", "- action: A, - action: B"),
        (step("pains: |\n      - slow\n      - dear"), "3:12", "delete the | behind the name"),
    ],
    "steps with arrows in an action": [
        (
            "steps:\n  - action: Books -> Waits -> Goes\n",
            "2:13",
            "- action: Books, - action: Waits",
        ),
        ("steps:\n  - action: Pays → Leaves\n", "2:13", "- action: Pays, - action: Leaves"),
        ("steps:\n  - Pays → Leaves → Rests\n", "2:5", "- Pays, - Leaves, - Rests"),
    ],
    "an expected rating of so many": [
        (step("expected: 4/5"), "3:15", "write 4, as the scale is 1 to 5"),
        (step("expected: ★★★☆☆"), "3:15", "write 3, the number of stars"),
        (step("expected: 7 of 10"), "3:15", "scales: {rating: 1-10}"),
    ],
    "signs between thousands": [
        ('starts: {n: "4,200", per: year}\nsteps: [A]\n', "1:13", "write 4200"),
        ("starts: 4.200 per year\nsteps: [A]\n", "1:9", "write {n: 4200, per: year}"),
        (
            "metrics: [{name: W, unit: d, target: '1.200,5'}]\nsteps: [A]\n",
            "1:38",
            "write 1200.5",
        ),
        (
            "metrics: [{name: W, unit: d, target: '1,200'}]\nsteps: [A]\n",
            "1:38",
            "write 1200 if the comma parts thousands, 1.200",
        ),
        (
            "metrics: [{name: W, unit: d, target: 14 days}]\nsteps: [A]\n",
            "1:38",
            "write 14 alone: days",
        ),
        (
            "metrics: [{name: W, unit: d, target: –2}]\nsteps: [A]\n",
            "1:38",
            "write -2: the sign before it is a long dash",
        ),
        ("evidence: [{id: a, kind: survey, n: n=14}]\nsteps: [A]\n", "1:37", "write 14 alone"),
    ],
    "a date of three short numbers": [
        (
            "reviewed: 26-10-12\nsteps: [A]\n",
            "1:11",
            "write 2012-10-26 if the day is said first, 2026-10-12 if the year is",
        ),
        ("reviewed: 12-10-11\nsteps: [A]\n", "1:11", "2011-12-10 if the month is, 2012-10-11 if"),
        ("reviewed: 26.10.12\nsteps: [A]\n", "1:11", "write 2012-10-26"),
    ],
    "what several people feel": [
        (step('emotion: "Ana: sad, Son: calm"'), "3:14", "as a field: {Ana: sad, Son: calm}"),
        (step("emotion:\n      - Ana: sad\n      - Son: calm"), "4:7", "{Ana: sad, Son: calm}"),
        (step("emotion: [{Ana: sad}]"), "3:14", "without dashes: {Ana: sad}"),
    ],
    "faces of signs, and no feeling": [
        (step('emotion: ":-("'), "3:14", "or a number from -2 to 2 alone"),
        (step("emotion: :)"), "3:14", "or a number from -2 to 2 alone"),
        (step("emotion: none"), "3:14", "leave it out where nobody knows, or write neutral"),
    ],
    "entries in one text of a list": [
        (step("channel: phone, website or e-mail"), "3:14", "[phone, website, e-mail]"),
        (step("pains: Nobody answers; no slots; dear"), "3:12", "- Nobody answers, - no slots"),
        (step("pains: 1) no seat 2) no news"), "3:12", "- no seat, - no news"),
        (step("gains:\n      - 1. quick 2. kind"), "4:9", "- quick, - kind"),
    ],
    "marks in a text in quotes": [
        ('steps: ["**Books**"]\n', "1:9", "delete both **: Books"),
        ('steps: ["Waits&nbsp;long"]\n', "1:9", "write the character that it stands for"),
        (step("need: '[A price](https://a.org)'"), "3:11", "write A price, and the address"),
    ],
    "what is to be done, and nothing": [
        (step("need: TODO ask Ana"), "3:11", "leave it out as long as nobody knows"),
        (step("need: TBD - ask Ana"), "3:11", "leave it out as long as nobody knows"),
        (step("pains: [none]"), "3:13", "leave the list out where there is nothing"),
        (step("gains: brak"), "3:12", "leave the list out where there is nothing"),
    ],
    "entries that are empty": [
        (
            step("pains:\n      -\n      - slow"),
            "4:7",
            "write what belongs there, or delete its dash",
        ),
        ("steps:\n  - Books\n  -\n", "3:3", "delete its dash"),
        ("personas: [Ana, ~]\nsteps: [A]\n", "1:17", "delete its dash or comma"),
    ],
    "commas and semicolons in brackets": [
        (step("pains: [No answer, not even at noon]"), "3:24", '["No answer, not even at noon"]'),
        (step("gains: [quick, and kind]"), "3:20", '["quick, and kind"]'),
        (step("gains: [fast; friendly]"), "3:13", "write a comma: [fast, friendly]"),
        (
            "tags: [dental; first visit]\nsteps: [A]\n",
            "1:8",
            "write a comma: [dental, first visit]",
        ),
    ],
    "other bullets above fields": [
        (
            "steps:\n  – action: Books\n    need: Soon\n  – action: Goes\n    need: Now\n",
            "2:3",
            "write - action: Books",
        ),
        ("steps:\n  – action: Books\n  – action: Goes\n", "2:3", "write - action: …"),
        ("steps:\no Books\no Goes\n", "2:1", "write - Books"),
        (step("pains:\n      o slow\n      o dear"), "4:7", "on a line of its own: - slow"),
    ],
    "what was pasted with a list in brackets": [
        ("personas: [Ana],\nsteps: [A]\n", "1:16", "delete it"),
        ("steps: [A, B];\n", "1:14", "delete it"),
        (
            step("pains: [Ticket #12 is called, no seat]\n    need: A"),
            "3:20",
            '"Ticket #12 is called"',
        ),
        (step("gains: [@desk is kind, quick]"), "3:13", 'this entry in quotes: "@desk is kind"'),
        (step("gains: [quick, %desk]"), "3:20", 'this entry in quotes: "%desk"'),
    ],
    "a dash among names": [
        ("stages:\n  Before:\n    - A\n  - After:\n    - B\n", "4:3", "dash away: After:"),
        ("stages:\n  A:\n    phase: before\n    - B\n", "4:5", "such as steps:"),
        (
            step("need: Soon\n    - action: B"),
            "4:5",
            "it should begin in column 3, like the dash on",
        ),
        (step("pains:\n      - slow\n        severity: 3"), "4:9", "such as text: slow"),
    ],
    "a name for an entry": [
        (
            "stages:\n  Before:\n    Books:\n      need: A\n    Waits:\n      need: B\n",
            "3:5",
            "- action: Books, and its fields below it",
        ),
        ("personas: {Ana: {age: 5}, Ben: {age: 6}}\nsteps: [A]\n", "1:12", "- name: Ana"),
        ("stages:\n  - Before\n      - Books\n      - Goes\n", "2:5", "write name: Before, steps:"),
    ],
    "a number behind a name": [
        ("metrics: [NPS]\n" + step("metrics: {NPS: 42}"), "4:15", "{metric: NPS, value: 42}"),
        ("metrics: [NPS]\n" + step("metrics: NPS 42"), "4:14", "write {metric: NPS, value: 42}"),
        (step("next: Books 80 %, end 20 %"), "3:11", "{to: end, share: 20 %}]"),
        (step("next: {books: 10 %, end: 90 %}"), "3:12", "- {to: books, share: 10 %}"),
        (step("handoff: to: clinic"), "3:14", "write handoff: {to: clinic}"),
    ],
    "more than a time": [
        (step("wait: 3 weeks (announced)"), "3:11", "write 3 weeks, and what stands in brackets"),
        (step("duration: 1/2 hour"), "3:15", "write 0.5 hour"),
        (step("wait: 2 d (by letter)"), "3:11", "write 2 d, and"),
    ],
    "fields of the analyst's own": [
        ("X-Owner: Ana\nsteps: [A]\n", "1:1", "write x-owner to keep it"),
        (step("x emotion: sad"), "3:5", "write x-emotion to keep it"),
        (
            "personas: [{name: Ana, age: 58}]\nsteps: [A]\n",
            "1:24",
            "below demographics: as age: 58",
        ),
        (step("stage: Before"), "3:5", "below that stage: stages: {Before: [ … ]}"),
        ("stages:\n  - stage: Before\n    steps: [A]\n", "2:5", "did you mean `name`?"),
    ],
    "a list where one text belongs": [
        (step("need: [To know, To go]"), "3:11", "write one text: To know, To go"),
        ("owner: [Kim, Lee]\nsteps: [A]\n", "1:8", "write one text: Kim, Lee"),
        ("steps:\n  - action: [Books, Waits]\n", "2:13", "own: - action: Books, - action: Waits"),
    ],
    "signs and numbers beside a value": [
        (step("emotion: –2"), "3:14", "write -2: the sign before it is a long dash"),
        (step("emotion: <b>sad</b>"), "3:14", "write sad"),
        ("metrics: [W]\n" + step("metrics: W = 14 days"), "4:14", "write {metric: W, value: 14}"),
        (step("need: It rains\n    because of the wind"), "4:5", "indent it further, as it"),
    ],
}

FURTHER_RIGHT = [
    step("leaks: [{share: 35%, to: nobody}]"),
    step("x-emotion: sad"),
    step("pains: [\n      slow, # in winter\n      dear]"),
    "steps:\n  - O boy\n  - o boy\n",
    "stages:\n  Before:\n    - A\n  After:\n    - B\n",
    "# Heading\nsteps:\n- A\n",
    step("pains: []"),
    step("gains: [quick, orderly]"),
    step("gains: [Reads a poem; it is short]"),
    "steps:\n  - action: >-\n      Calls the practice and\n      waits on the line\n",
    "steps:\n  - action: |\n      Calls the practice\n      Waits on the line\n",
    "steps:\n  - action: Pays 💶 → leaves\n",
    step("expected: A bed within 2 of 5 days"),
    step("expected: 4"),
    step('pains: "Nobody answers; no slots; dear"'),
    step("pains: [no parking, none of the lifts works]"),
    step("need: Todo list of the day"),
    step('thought: "2 * 3 < 4 [sic] (and so on)"'),
    step("emotion: [sad, calm]"),
]
