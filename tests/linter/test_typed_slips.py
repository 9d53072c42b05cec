"""Slips of people who type YAML by hand or paste it: each kind with neighbours, and what is right.

A row holds a map, where its finding begins, and what the help must say. The maps are those of
people who paste: quotes of a word processor, cells of a table, words for numbers.
"""

import pytest
from tests.linter.brace_slips import BRACES, BRACES_RIGHT
from tests.linter.further_slips import FURTHER, FURTHER_RIGHT, step
from tests.linter.later_slips import LATER, LATER_RIGHT
from tests.linter.level_slips import LEVELS, LEVELS_RIGHT
from tests.linter.line_slips import LINES, LINES_RIGHT
from tests.linter.mending import TOP, fixes, mended
from tests.linter.sign_slips import SIGNS, SIGNS_RIGHT
from tests.linter.test_read_in_silence import told
from tests.linter.value_slips import VALUES, VALUES_RIGHT

from journeymap.findings import Applicability

Row = tuple[str, str, str]


KINDS: dict[str, list[Row]] = {
    "a list inside a list": [
        ("steps:\n  - - Books\n", "2:5", "write one dash or one pair of brackets: - Books"),
        ("steps:\n  - - Books\n    - Calls\n", "2:5", "begin those below it in the same column"),
        (step("pains:\n      - slow\n        - dear"), "5:9", "write - dear in the column of"),
        (step("gains: [[kind], quick]"), "3:13", "one pair of brackets: - kind"),
    ],
    "quotes of print": [
        ("steps: [“Books”, Calls]\n", "1:9", 'write straight quotes or none: "Books"'),
        (step("channel: „phone”"), "3:14", '"phone"'),
        (step("pains: [“slow, dear”]"), "3:13", 'around all of it: "slow, dear"'),
        (step("need: “Soon: at once”"), "3:11", 'place: need: "Soon: at once"'),
        ("status: “draft”\nsteps: [Books]\n", "1:9", "write draft"),
    ],
    "bold marks and remains of web pages": [
        ("steps:\n  - **Books**\n", "2:5", "delete both **: Books"),
        ("steps:\n  - Books **online**\n", "2:5", "delete both **: Books online"),
        ("**steps**:\n  - Books\n", "1:1", "delete both **: steps:"),
        ("steps:\n  - Books <b>online</b>\n", "2:5", "delete it"),
        ("steps:\n  - Books [online](https://a.org)\n", "2:5", "write online"),
    ],
    "a comma behind it": [
        ("steps:\n  - Books,\n", "2:5", "delete it: Books"),
        (step("channel: phone,"), "3:14", "delete it: phone"),
        (step("importance: 5,"), "3:17", "write 5"),
        ('steps:\n  - "Books",\n  - Calls\n', "2:12", "delete it"),
    ],
    "another sign for a colon": [
        ("steps:\n  - action = Books\n", "2:5", "write action: Books"),
        ("steps:\n  - action：Books\n", "2:5", "write action: Books"),
        (step("channel = phone"), "3:5", "write channel: phone"),
        ("steps:\n  - action = Books\n    channel = phone\n", "2:5", "below it channel: phone"),
    ],
    "cells of a table": [
        ("steps:\n  - Books\tphone\n", "2:5", "action: Books; phone under the field"),
        ("steps:\n  - Books | phone | sad\n", "2:5", "action: Books, emotion: sad; phone under"),
        (
            "steps:\n  | Step | Channel |\n  | Books | phone |\n",
            "2:3",
            "write each row as an entry",
        ),
        (step("need: Soon\tcheap"), "3:11", "need: Soon; cheap under the field"),
    ],
    "fields in one text": [
        ("steps:\n  - Books; channel phone\n", "2:5", "action: Books, channel: phone"),
        ("steps:\n  - Books; feels bad\n", "2:5", "action: Books, emotion: bad"),
        ("steps:\n  - action: Books; channel: phone\n", "2:20", "line of its own if it is a field"),
        ("steps:\n  - Books; calls; pays\n", "2:5", "- Books, - calls, - pays"),
    ],
    "a stage with its steps in one line": [
        ("stages:\n  Before: Books, Calls\n", "2:11", "write a list: [Books, Calls]"),
        ("stages:\n  Before: Books; calls\n", "2:11", "write a list: [Books, calls]"),
        ("stages: [{name: A, steps: Books → Calls}]\n", "1:27", "write a list: [Books, Calls]"),
        ("steps: Books, Calls\n", "1:8", "write a list: [Books, Calls]"),
    ],
    "a line that goes on as a text of its own": [
        ("steps:\n  - Books\n    Calls\n", "3:5", "write - Calls in the column of the dash"),
        (step("pains:\n      - slow\n        Nobody answers"), "5:9", "write - Nobody answers"),
        (step("need: Soon\n      She is afraid"), "4:7", "give it a field of its own"),
        (step("gains:\n      - kind\n        Quick"), "5:9", "write - Quick"),
    ],
    "a dash that is missing": [
        (step("action: Calls"), "3:5", "a dash in column 3: - action: Calls"),
        (step("need: Soon\n    action: Calls\n    need: Now"), "4:5", "with a dash"),
        (step("pains:\n      - text: a\n        text: b"), "5:9", "a dash in column 7: - text: b"),
        (
            "personas:\n  - name: A\n    name: B\nsteps: [C]\n",
            "3:5",
            "a dash in column 3: - name: B",
        ),
    ],
    "a dash too many": [
        ("steps:\n  - action: A\n  - channel: phone\n", "3:5", "take the dash away if `channel`"),
        (
            "steps:\n  - action: A\n  - need: B\n  - emotion: sad\n",
            "3:5",
            "those before `emotion` below it",
        ),
        (
            "steps:\n  - action: A\n  - need: B\n  - wait: 1 h\n  - gains: C\n",
            "3:5",
            "`wait` and `gains`",
        ),
        (step("pains:\n      - text: slow\n      - severity: 3"), "5:9", "take the dash away"),
    ],
    "stages without steps": [
        ("stages: {Before: , After: }\n", "1:1", "Before: [Books an appointment]"),
        ("stages: [{name: A}, {name: B, steps: [C]}]\n", "1:17", "add steps:"),
        ("stages: [{name: A}, {name: B}]\n", "1:1", "A: [Books an appointment]"),
        ("stages:\n  A: [C]\n  B:\n", "3:3", "add steps:"),
    ],
    "names of fields in another language": [
        ("schritte: [Bucht]\n", "1:1", "did you mean `steps`?"),
        ("étapes: [Réserve]\n", "1:1", "did you mean `stages` or `steps`?"),
        (step("kanal: Telefon"), "3:5", "did you mean `channel`?"),
        (step("potrzeba: Szybko"), "3:5", "did you mean `need`?"),
        (step("größe: 3"), "3:5", "names of fields are English"),
    ],
    "shares in words": [
        (step("leaks: {share: one in ten}"), "3:20", "write 10 %"),
        (step("leaks: {share: ten %}"), "3:20", "write 10 %"),
        (step("leaks: {share: 1/10}"), "3:20", "write 10 %"),
        (step("leaks: {share: 10-20 %}"), "3:20", "one number, such as 15 % in the middle"),
        (step("leaks: {share: about 10 %}"), "3:20", "write 10 %; evidence: says how sure"),
    ],
    "shares in the place of a place": [
        (step("leaks: 10 percent"), "3:12", "write {share: 10 %}"),
        (step("leaks: uno de cada diez"), "3:12", "write {share: 10 %}"),
        (step("leaks: about 10 % go elsewhere"), "3:12", "{share: 10 %, why: go elsewhere}"),
        (step("leaks: many"), "3:12", "write share: and a number"),
    ],
    "several channels in one name": [
        (step("channel: phone/email"), "3:14", "write a list: [phone, email]"),
        (step("channel: phone and email"), "3:14", "write a list: [phone, email]"),
        (step("channel: telefon i poczta"), "3:14", "write a list: [telefon, poczta]"),
        ("channels: [Phone, Post]\n" + step("channel: phone/post"), "4:14", "[phone, post]"),
    ],
    "dates as people write them": [
        ("reviewed: 31/12/2026\nsteps: [A]\n", "1:11", "write 2026-12-31"),
        ("reviewed: Dec 2026\nsteps: [A]\n", "1:11", "write 2026-12"),
        ("reviewed: 10 maja 2026\nsteps: [A]\n", "1:11", "write 2026-05-10"),
        ("reviewed: 2026-02-30\nsteps: [A]\n", "1:11", "2026-02 has 28 days"),
        ("reviewed: Q4 2026\nsteps: [A]\n", "1:11", "2026-12, the last of the quarter"),
        ("reviewed: 3/4/2026\nsteps: [A]\n", "1:11", "2026-04-03 if the day is said first"),
    ],
    "times as a clock shows them": [
        (step("wait: 2:30"), "3:11", "write 2 h 30 min, or 2 min 30 s"),
        (step("duration: 00:45"), "3:15", "write 0 h 45 min"),
        (step("wait: none"), "3:11", "write 0 min, or leave it out"),
        (step("wait: 24/7"), "3:11", "write a number and min"),
    ],
    "ratings in words": [
        (step("perceived: good"), "3:16", "from 1 (lowest) to 5 (highest)"),
        (step("perceived: 4/5"), "3:16", "write 4, as the scale is 1 to 5"),
        (step("perceived: ★★★☆☆"), "3:16", "write 3, the number of stars"),
        (step("importance: 3-4"), "3:17", "write one number, such as 3.5"),
        (step("importance: 7/10"), "3:17", "scales: {rating: 1-10}"),
    ],
    "a number before a feeling": [
        (step("emotion: -2 petrified"), "3:14", "write the word first: petrified -2"),
        (step("emotion: 2 sad"), "3:14", "write sad, which counts -1"),
        (step('emotion: "+1 (pleased)"'), "3:14", "write the word first: pleased 1"),
        (step("emotion: 4 calm"), "3:14", "a value from -2 to 2"),
    ],
    "a text that a number sign cuts off": [
        ("steps:\n  - Calls #3 on the list\n", "2:11", 'goes on: "Calls #3 on the list"'),
        ("steps:\n  - Calls desk # 3\n", "2:16", 'goes on: "Calls desk # 3"'),
        (step("touchpoint: Desk #two"), "3:22", 'goes on: "Desk #two"'),
        (step("need: Ticket #A-12"), "3:18", 'goes on: "Ticket #A-12"'),
    ],
    "words for what is not known": [
        (step("need: TBD"), "3:11", "leave it out"),
        (step("channel: n/a"), "3:14", "questions: holds"),
        (step("owner: ?"), "3:12", "leave the field out"),
        (step("leaks: {share: tbc}"), "3:20", "leave it out"),
    ],
    "a list below a bar": [
        (step("pains: |\n      - slow\n      - dear"), "3:12", "delete the | behind the name"),
        (step("gains: >\n      - kind\n      - quick"), "3:12", "delete the > behind the name"),
        ("steps: |\n  Books\n  Calls\n", "1:8", "begin each line with a dash"),
        ("steps: >-\n  - Books\n  - Calls\n", "1:8", "delete the > behind the name"),
    ],
    "entries with numbers": [
        ("steps:\n  - Step 1: Books\n", "2:5", "write action: Books"),
        ("steps:\n  - 1: Books\n", "2:5", "write action: Books"),
        ("steps: {1: Books, 2: Calls}\n", "1:9", "- action: Books"),
        ("stages:\n  - Phase 1: Before\n    steps: [A]\n", "2:5", "write name: Before"),
    ],
    "names in one line": [
        ("channels: Phone, Letter\nsteps: [A]\n", "1:11", "write a list: [Phone, Letter]"),
        ("personas: Maria, José\nsteps: [A]\n", "1:11", "write a list: [Maria, José]"),
        (step("systems: CRM, SAP"), "3:14", "write a list: [CRM, SAP]"),
        (step("evidence: talks, survey"), "3:15", "write a list: [talks, survey]"),
    ],
    "names of fields with spaces": [
        (step("Pain Points: slow"), "3:5", "did you mean `pains`?"),
        (step("pain-points: slow"), "3:5", "did you mean `pains`?"),
        (step("Touch point: desk"), "3:5", "did you mean `touchpoint`?"),
        (step("comments: x"), "3:5", "did you mean `note`?"),
    ],
    "figures inside a text": [
        (step("pains:\n      - slow (severity: 3)"), "4:9", "text: slow, and severity: 3"),
        (step("pains:\n      - slow, severity 3"), "4:9", "write {text: slow, severity: 3}"),
        (step("opportunities: Callback (impact 5, effort 2)"), "3:20", "impact: 5, effort: 2}"),
        ("steps:\n  - Books (importance 5)\n", "2:5", "{action: Books, importance: 5}"),
    ],
    "stages that lost their indentation": [
        ("stages:\nBefore:\n  - Books\n", "2:1", "indent it and what is below it"),
        ("stages:\nBefore: [Books]\nAfter: [Goes]\n", "2:1", "indent it and what is below it"),
        ("stages: ~\nBefore: [Books]\n", "2:1", "indent it"),
        ("owner: Ana\nstages:\nFirst contact: [Books]\n", "3:1", "indent it"),
    ],
    "more than a rating": [
        (step("importance: 5 (very important)"), "3:17", "write 5 alone"),
        (step("perceived: ~3"), "3:16", "write 3 alone"),
        (step("perceived: 4 - quick"), "3:16", "write 4 alone"),
        (step("emotion: 3/5"), "3:14", "write a number from -2 to 2"),
    ],
    "units in other languages": [
        (step("wait: 1-2 Wochen"), "3:11", "write 1-2 weeks"),
        (step("wait: 3 jours"), "3:11", "write 3 d"),
        (step("duration: 5'"), "3:15", "write 5 min"),
        (step("wait: 6 Monate"), "3:11", "write 6 months"),
    ],
    "people in one name": [
        (step("with: son and daughter"), "3:11", "write a list: [son, daughter]"),
        (step("with: hija y yerno"), "3:11", "write a list: [hija, yerno]"),
        (step("actor: nurse/doctor"), "3:12", "write nurse here, and doctor under with:"),
        ("stakeholders: [Son, Aunt]\n" + step("with: son and aunt"), "4:11", "[son, aunt]"),
    ],
}
ROWS = [
    (kind, *row)
    for kind, rows in (KINDS | FURTHER | LATER | BRACES | LINES | SIGNS | VALUES | LEVELS).items()
    for row in rows
]


@pytest.mark.parametrize(("kind", "text", "place", "help_"), ROWS)
def test_a_slip_is_told_with_its_place_and_the_cure(
    kind: str, text: str, place: str, help_: str
) -> None:
    first = told(text)[0]
    assert first[0] == place, kind
    assert help_ in first[2]


RIGHT = [
    "title: “Fast track” pathway\n",
    "steps: [Says “no” and “yes”]\n",
    step("quote: “Nobody told me.”"),
    step("thought: „I co teraz?”"),
    "steps: ['Books,', 'Calls;']\n",
    "steps:\n  - Books online\n    because the line is busy\n",
    "steps:\n  - Waits for the letter that\n    Dr. Kowalska sends\n",
    step("note: A short line\n      Another one"),
    step("need: A text that is long enough to have been wrapped by hand\n      Here it goes on"),
    "steps: [Reads a poem; it is short]\n",
    "steps: [Moves from A → B]\n",
    "stages: {Before: 'Books, Calls'}\n",
    "stages:\n  Before: Waits, and reads\n",
    step("channel: pen and paper"),
    step("channel: 24/7 hotline"),
    step("channel: 'phone/email'"),
    step("channel: front desk"),
    step("leaks: half board hotel"),
    step("leaks: 3 clinics nearby"),
    step("leaks: 10 %"),
    step("wait: 2h30"),
    step("expected: good"),
    step("emotion: petrified -2"),
    "steps:\n  - Books # done\n",
    "steps:\n  - Books #todo ask Ana\n",
    "steps:\n  - Books  #first\n",
    "steps: [Multiplies 2 * 3 ** 4, snake__case__name, a < b > c]\n",
    "steps: ['A | B | C']\n",
    "steps: [Clicks Yes | No]\n",
    "persona: Walter, 67\nsteps: [A]\n",
    step("with: friends and family"),
    "steps:\n  - action: Drives to Paris, Texas\n",
    "steps:\n  - action: Reads a poem; it is short\n",
    "stages:\n  Visit: Is treated by Dr. Nowak, Warsaw\n",
    step("actor: Marks and Spencer"),
    step("gains: todo"),
    step("note: |\n      - first\n      - second"),
    step("pains: |\n      slow\n      and dear"),
    step("systems: 'CRM, SAP'"),
    "steps: [Reads level 5, Has an impact 5 times]\n",
    "tags: [a, b]\n",
]


@pytest.mark.parametrize(
    "text",
    RIGHT
    + FURTHER_RIGHT
    + LATER_RIGHT
    + BRACES_RIGHT
    + LINES_RIGHT
    + SIGNS_RIGHT
    + VALUES_RIGHT
    + LEVELS_RIGHT,
)
def test_what_is_right_is_not_told(text: str) -> None:
    whole = (
        text
        if "st" in text.split(":", maxsplit=1)[0] or "steps" in text
        else f"{text}steps: [Books]\n"
    )
    assert [found for found in told(whole, "JM0") if "twice" not in found[1]] == []


FIXES = {
    step("leaks: {share: 1/4}"): 'share: "25 %"',
    "reviewed: 31.12.2026\nsteps: [A]\n": "reviewed: 2026-12-31",
    step("perceived: 4/5"): "perceived: 4\n",
    step("expected: 4/5"): "expected: 4\n",
    step("emotion: -2 petrified"): "emotion: petrified -2",
    step("importance: 5,"): "importance: 5\n",
}
UNSURE = [
    "channels: [Phone, Website]\n" + step("channel: Phone / Website"),
    "evidence: [{id: survey, kind: survey}]\n" + step("evidence: survey + iv"),
    "reviewed: 26-10-12\nsteps: [A]\n",
    step("leaks: {share: about 10 %}"),
    step("leaks: {share: 10-20 %}"),
    "reviewed: 3/4/2026\nsteps: [A]\n",
    "reviewed: 31.12.26\nsteps: [A]\n",
    step("perceived: ★★★"),
    step("emotion: 2 sad"),
    step("wait: 2:30"),
    step("action: Calls"),
    "steps: [“Books”]\n",
]


@pytest.mark.parametrize(("text", "written"), FIXES.items())
def test_what_is_sure_is_mended(text: str, written: str) -> None:
    assert written in mended(TOP + text)


@pytest.mark.parametrize("text", UNSURE)
def test_what_is_not_sure_is_left_to_its_author(text: str) -> None:
    safe = [title for title, by in fixes(TOP + text) if by is Applicability.SAFE]
    assert safe == []
    assert mended(TOP + text) == TOP + text
