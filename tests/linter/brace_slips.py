"""Slips in braces, quotes and rows that a fresh analyst made: rows for `test_typed_slips`."""

from tests.linter.further_slips import step

TWO = "personas: [Dan, Ruth]\n"


def each(fields: str) -> str:
    """Returns a map of two personas and one step with a further field, on its fifth line."""
    return TWO + step(fields)


BRACES: dict[str, list[tuple[str, str, str]]] = {
    "a blank forgotten in the braces of people": [
        (each("emotion: {dan:sad, ruth:calm}"), "4:15", "write {dan: sad, ruth: calm}"),
        (each("emotion: {dan: sad, ruth:calm}"), "4:25", "write {dan: sad, ruth: calm}"),
        (each("need: {dan:to be quick, ruth:to ask}"), "4:12", "{dan: to be quick, ruth: to ask}"),
        (each("perceived: {dan:3, ruth:2}"), "4:17", "write {dan: 3, ruth: 2}"),
        (each('quote: {dan: "No?", ruth:"Yes."}'), "4:25", '{dan: "No?", ruth: "Yes."}'),
        (each("expected: {dan:4}"), "4:16", "write {dan: 4}"),
        (each("duration: {dan:20 min, ruth:45 min}"), "4:16", "{dan: 20 min, ruth: 45 min}"),
        (each("channel: {dan:app, ruth:form}"), "4:15", "write {dan: app, ruth: form}"),
    ],
    "a colon forgotten in the braces of people": [
        (each("emotion: {dan sad, ruth calm}"), "4:15", "write {dan: sad, ruth: calm}"),
        (each("need: {dan to be quick, ruth to ask}"), "4:12", "{dan: to be quick, ruth: to ask}"),
        (each("emotion: {dan: sad, ruth calm}"), "4:25", "write ruth: calm if it is said of ruth"),
        (each("quote: {dan: No, ruth: Well, I left}"), "4:34", 'ends it: "Well, I left"'),
        (each("thought: {dan: Well, never}"), "4:26", 'inside {…} ends it: "Well, never"'),
        (each("emotion: {dan}"), "4:15", "write dan: and what is said of it"),
    ],
    "a blank forgotten in the braces of fields": [
        (step("wait: {time:10 days, announced:false}"), "3:12", "{time: 10 days, announced: false"),
        (step("wait: {time: 10 days, announced:false}"), "3:27", "{time: 10 days, announced: fal"),
        (step("leaks: [{share:8 %, why:gives up}]"), "3:14", "{share: 8 %, why: gives up}"),
        (step("duration: {time:20 min}"), "3:16", "write {time: 20 min}"),
        ("channels:\n  - {id:app, name:The app}\nsteps: [A]\n", "2:6", "{id: app, name: The app}"),
        ("steps: [{action:Books, channel:phone}]\n", "1:10", "{action: Books, channel: phone}"),
        ("steps: [{action Books, channel phone}]\n", "1:10", "{action: Books, channel: phone}"),
    ],
    "entries and fields that one pair of quotes takes in": [
        (step('pains:\n      - "slow\n      - dear"'), "5:7", '- "slow", - "dear"'),
        (step("gains:\n      - 'kind\n      - quick\n      - near'"), "5:7", "- 'kind', - 'quick'"),
        (step('quote: "Nobody came.\n      emotion: sad"'), "4:7", 'put " where the text ends'),
        ('steps:\n  - "Books\n  - Calls"\n', "3:3", '- "Books", - "Calls"'),
    ],
    "two entries with a semicolon between": [
        (step("pains: Nobody says where to go; the form asks again"), "3:12", "below: - Nobody"),
        (step("gains: It is quick; people are kind"), "3:12", "- It is quick, - people are kind"),
        (step("backstage: Nurse calls; clerk files it"), "3:16", "- Nurse calls, - clerk files it"),
        (step("opportunities: Call back; write a letter"), "3:20", "- Call back, - write a letter"),
    ],
}

BRACES_RIGHT = [
    each("emotion: {dan: sad, ruth: calm}"),
    each("emotion:\n      dan: sad\n      ruth:"),
    each("emotion:\n      dan:\n      ruth:"),
    each("need: {dan: , ruth: }"),
    each('need: {dan: "to be quick, and calm", ruth: to ask}'),
    each("quote: {dan: 'At 9:30', ruth: See https://a.org}"),
    step("wait: {time: 10 days, announced: false}"),
    step("pains: 'It is slow; it is dear'"),
    step("pains: [It is slow; it is dear]"),
    step("note: She waits; nobody comes"),
    step('quote: "Nobody came.\n      Never."'),
    step('note: "It is written so:\n      - as here"'),
]
