"""What is read as one text, and was meant as several entries or as a field, is told."""

import pytest
from tests.linter.linting import MAP, lint_files

from journeymap.linter.profiles import Selection
from journeymap.linter.registry import RULES
from journeymap.model.journey import Status

HEAD = "journeymap: 1\ntitle: Clinic\n"


def told(text: str) -> list[tuple[str, str, str]]:
    report = lint_files({MAP: HEAD + text}, rules=RULES, selection=Selection(profile=Status.DRAFT))
    return [
        (f"{each.start.line - 2}:{each.start.column}", str(each.message), str(each.help))
        for each in report.diagnostics
    ]


DASH = "an entry of a list begins with a dash and a space, not with"
ONE = "are read as one text"
CURE = "begin each with a dash and a space, on a line of its own:"
SLIPS = {
    "a dash without a space": (
        "steps:\n  -Books\n",
        "2:3",
        '"-Books" is read as a text: a space is missing after the dash',
        "write - Books",
    ),
    "dashes without a space": (
        "steps:\n  -Books\n  -Calls\n  -Goes\n",
        "2:3",
        f"3 entries of a list {ONE}",
        f"{CURE} - Books",
    ),
    "dashes without a space that go on from an entry": (
        "steps:\n  - Books\n   -Calls\n   -Goes\n",
        "2:5",
        f"3 entries of a list {ONE}",
        f"{CURE} - Calls",
    ),
    "a dash without a space behind a name": (
        "steps: [{action: Books, pains: -slow}]\n",
        "1:32",
        '"-slow" is read as a text: a space is missing after the dash',
        "write - slow",
    ),
    "a colon without a space": (
        "steps:\n  - action: Calls\n  - action:Books\n",
        "3:5",
        '"action:Books" is read as one text: a space is missing after the colon',
        "write action: Books",
    ),
    "a space before the colon": (
        "steps:\n  - action :Books\n",
        "2:5",
        '"action :Books" is read as one text: a space stands before the colon',
        "write action: Books",
    ),
    "the same in a list on one line": (
        "steps: [action:Books, Calls]\n",
        "1:9",
        '"action:Books" is read as one text: a space is missing after the colon',
        "write action: Books",
    ),
    "a field that goes on from the text above": (
        "steps:\n  - action: Books\n      channel:phone\n",
        "3:7",
        '"channel:phone" is read as part of the text above it',
        "write channel: phone, in the column of the fields beside it",
    ),
    "pasted bullets": (
        "steps:\n  • Books\n  • Calls\n",
        "2:3",
        f"2 entries of a list {ONE}",
        f"{CURE} - Books",
    ),
    "pasted dashes": (
        "steps:\n  – Books\n  – Calls\n",
        "2:3",
        f"2 entries of a list {ONE}",
        f"{CURE} - Books",
    ),
    "a single bullet": (
        "steps: [{action: A, pains: • slow}]\n",
        "1:28",
        f"{DASH} •",
        "write - slow",
    ),
    "a bullet without a space": (
        "steps:\n  •Books\n  •Calls\n",
        "2:3",
        f"2 entries of a list {ONE}",
        f"{CURE} - Books",
    ),
    "a bullet behind a dash": (
        "steps:\n  - • Books\n",
        "2:5",
        "a bullet (•) is read as part of the text",
        "delete the bullet",
    ),
    "numbers": (
        "steps:\n  1. Books\n  2. Calls\n",
        "2:3",
        f"2 entries of a list {ONE}",
        f"{CURE} - Books",
    ),
    "lines without dashes": (
        "steps:\n  Books\n  calls\n",
        "2:3",
        "these 2 lines are read as one text",
        "begin each with a dash and a space: - Books; put it in quotes if it is one",
    ),
    "steps in a row": (
        "steps: Books, Calls, Goes\n",
        "1:8",
        '"Books, Calls, Goes" is read as one step',
        "write a list: [Books, Calls, Goes]; put it in quotes if it is one",
    ),
    "steps with arrows": (
        "steps: Books → Calls\n",
        "1:8",
        '"Books → Calls" is read as one step',
        "write a list: [Books, Calls]; put it in quotes if it is one",
    ),
    "names in a row": (
        "steps: [{action: A, with: gp; son}]\n",
        "1:27",
        '"gp; son" is read as one name',
        "write a list: [gp, son]; put it in quotes if it is one",
    ),
}


@pytest.mark.parametrize(("text", "place", "message", "help_"), SLIPS.values(), ids=SLIPS)
def test_it_is_told_with_the_cure(text: str, place: str, message: str, help_: str) -> None:
    assert told(text) == [(place, message, help_)]


@pytest.mark.parametrize(
    "text",
    [
        'steps: ["-Books", "• Calls", "action:Goes", "Books, Calls, Goes"]\n',
        "steps:\n  - -5 kg on the scale\n  - Calls 112 – and waits\n",
        "steps:\n  - Sees the letter,\n    the form and the bill\n",
        "steps:\n  - action: Books\n    thought: – Nobody told me\n    note: -quick\n",
        "steps:\n  - Reads https://example.org/a\n  - Books at 10:30\n  - Asks the GP:why\n",
        "steps: Books online\n",
        "steps: Books, then waits\n",
        "steps:\n  - action: Books\n    pains:\n      The letter lacks\n      the blood results\n",
        "steps:\n  - action: Books\n    note: >\n      • one\n      • two\n",
        "steps: [{action: Books, with: 'Smith, surgeon'}]\n",
    ],
)
def test_a_text_is_a_text(text: str) -> None:
    assert told(text) == []


def test_names_in_a_row_are_unknown_where_names_are_defined() -> None:
    text = "channels: [Phone, Letter]\nsteps: [{action: A, channel: phone; letter}]\n"
    message = "`phone; letter` names no channel: several names stand in one text"
    assert [found[1] for found in told(text)] == [message]
