"""What one side writes stands in the result as the other side writes its own."""

import pytest
from tests.compare.test_merge import merged, pieces

from journeymap.compare.merge_renames import renamed_ids
from journeymap.compare.merge_style import comments_merged, new_lines

TOP = "title: A\nsteps:\n  - action: B\n    "
ONE = f"{TOP}gives: [card]\n"
LINES = f"{TOP}gives:\n      - card\n"
THREE = f"{TOP}gives: [a, b, c]\n"
PERSON = "title: A\npersonas:\n  - {id: a, name: Ann}\n"
LONG_PERSON = "title: A\npersonas:\n  - id: a\n    name: Ann\n"

STYLES = {
    "lines into brackets": (
        ONE, f"{TOP}gives: [card, age]\n",
        f"{LINES}      - 'a, b'\n      - \"c\"\n      - 7\n      - yes: no\n",
        f"{TOP}gives: [card, 'a, b', \"c\", 7, {{yes: no}}, age]\n",
    ),
    "brackets into lines": (
        ONE, f"{LINES}      - age\n", f"{TOP}gives: [card, 'x, y', {{k: v}}]\n",
        f"{LINES}      - age\n      - 'x, y'\n      - {{k: v}}\n",
    ),
    "a new first text": (
        ONE, f"{TOP}gives: [age,  card]\n", f"{TOP}gives: [card, name]\n",
        f"{TOP}gives: [age,  card, name]\n",
    ),
    "a comment between": (
        f"{TOP}gives: [a, # one\n      b]\n", f"{TOP}gives: [a, # one\n      b, c]\n",
        f"{TOP}gives:\n      - a\n      - b\n      - d\n",
        f"{TOP}gives: [a, # one\n      b, c, d]\n",
    ),
    "a space at the beginning": (
        f"{TOP}gives: [ a, b ]\n", f"{TOP}gives: [ b ]\n", f"{TOP}gives: [ a, b, c ]\n",
        f"{TOP}gives: [ b, c ]\n",
    ),
    "no space behind a comma": (
        THREE, f"{TOP}gives: [a,b,c]\n", f"{TOP}gives: [a, b, c, d]\n",
        f"{TOP}gives: [a,b,c, d]\n",
    ),
    "one text into a list": (
        ONE, f"{TOP}gives: card\n", f"{TOP}gives: [card, name]\n", f"{TOP}gives: [card, name]\n",
    ),
    "a list beside one text": (
        ONE, f"{TOP}gives: [card, name]\n", f"{TOP}gives: card\n", f"{TOP}gives: [card, name]\n",
    ),
    "the first one goes": (
        THREE, f"{TOP}gives: [b, c]\n", f"{TOP}gives: [a, b, c, d]\n", f"{TOP}gives: [b, c, d]\n",
    ),
    "theirs lack the first one": (
        THREE, f"{TOP}gives: [a, b, c, d]\n", f"{TOP}gives: [b, c]\n", f"{TOP}gives: [b, c, d]\n",
    ),
    "fields into braces": (
        PERSON, PERSON.replace("Ann", "Ann B"),
        (f"{LONG_PERSON}    goals:\n      - be well\n      - 'go: home'\n"
        "    demographics: {age: 58}\n    quote: ''\n"),
        PERSON.replace(
            "Ann",
            'Ann B, goals: [be well, "go: home"], demographics: {age: 58}, quote: \'\'',
        ),
    ),
    "braces into fields": (
        LONG_PERSON, LONG_PERSON.replace("Ann", "Ann B"),
        PERSON.replace("Ann", "Ann, goals: [be well]"),
        f"{LONG_PERSON.replace('Ann', 'Ann B')}    goals: [be well]\n",
    ),
    "a new field behind the dash": (
        f"{TOP[:-5]}\n", f"{TOP.replace('action', 'id: b' + chr(10) + '    action')[:-5]}\n",
        f"{TOP}need: C\n",
        "title: A\nsteps:\n  - id: b\n    action: B\n    need: C\n",
    ),
    "the field behind the dash goes": (
        "title: A\nsteps:\n  - note: x\n    action: B\n", f"{TOP[:-5]}\n",
        "title: A\nsteps:\n  - note: x\n    action: B\n    need: C\n", f"{TOP}need: C\n",
    ),
    "two fields change places": (
        "title: A\nsteps:\n  - id: b\n    action: B\n", f"{TOP}id: b\n",
        "title: A\nsteps:\n  - id: b\n    action: B\n    need: C\n", f"{TOP}id: b\n    need: C\n",
    ),
    "a step from lists of another indentation": (
        "title: A\nsteps:\n  - B\n  - C\n", "title: A\nsteps:\n  - B\n  - C\n  - D\n",
        "title: A\nsteps:\n- B\n# asked twice\n- E\n- C\n",
        "title: A\nsteps:\n  - B\n  # asked twice\n  - E\n  - C\n  - D\n",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", STYLES)
def test_what_both_add_stands_in_our_style(name: str) -> None:
    base, ours, theirs, wanted = STYLES[name]
    done = merged(ours, theirs, base)
    assert done.clashes == ()
    assert done.text(str) == wanted


@pytest.mark.parametrize("name", STYLES)
def test_a_side_that_changes_nothing_changes_no_style(name: str) -> None:
    base, ours, theirs, _ = STYLES[name]
    for side in (ours, theirs):
        assert merged(side, base, base).text(str) == side
        assert merged(base, side, base).text(str) == side


@pytest.mark.parametrize(
    ("base", "ours", "theirs", "wanted"),
    [
        ("", "", "", ""),
        ("", "# a\n", "", "# a\n"),
        ("", "", "# a\n", "  # a\n"),
        ("# a\n", "# a\n", "", ""),
        ("# a\n", "", "# a\n", ""),
        ("# a\n", "# a\n", "# b\n", "  # b\n"),
        ("# a\n", "# b\n", "# a\n", "# b\n"),
        ("# a\n", "# b\n", "# c\n", "# b\n  # c\n"),
        ("# a\n", "# a\n# b\n", "# a\n# c\n", "# a\n# b\n  # c\n"),
        ("", "# a\n", "    # a\n", "# a\n"),
        ("", "# a\n", "# b\n# a\n", "# a\n  # b\n"),
    ],
)
def test_comments_of_both_sides_stand_once(base: str, ours: str, theirs: str, wanted: str) -> None:
    assert comments_merged(base, ours, theirs, 2) == wanted


def test_blank_lines_are_no_comments() -> None:
    assert new_lines("# a\n", "\n  # a\n\n# b\n\n") == ["# b"]


CALLS = "title: A\nsteps:\n  - {id: calls, action: Calls the clinic, need: Be heard, channel: x}\n"
STAGES = "title: A\nstages:\n- name: B\n  steps: [{}]\n- name: D\n  steps: [{}]\n"


@pytest.mark.parametrize(
    ("base", "side", "renamed"),
    [
        (CALLS, CALLS, {}),
        (CALLS, CALLS.replace("id: calls", "id: rings"), {"calls": "rings"}),
        (CALLS, CALLS.replace("id: calls", "id: Calls"), {}),  # the same id
        (CALLS, CALLS.replace("id: calls", "id: Rings Up"), {"calls": "Rings Up"}),
        (CALLS, CALLS.replace("id: calls, ", ""), {}),
        (CALLS.replace("id: calls, ", ""), CALLS, {}),
        (CALLS, CALLS.replace("id: calls", "id: rings").replace("Be heard", "Zzz"), {}),
        (CALLS, "title: A\nsteps:\n  - {id: pays, action: Pays at home, quote: Why?}\n", {}),
        (
            "title: A\npersonas: [{id: a, name: Ann}]\n",
            "title: A\npersonas: [{id: ann, name: Ann}]\n",
            {"a": "ann"},
        ),
        (
            "title: A\npersonas: [{id: a, name: Ann}]\n",
            "title: A\npersonas: [{id: b, name: Bob}]\n",
            {},
        ),
        (
            STAGES.format("{id: c, action: Calls}", "E"),
            STAGES.format("F", "{id: x, action: Calls}"),
            {"c": "x"},
        ),
    ],
)
def test_an_id_is_renamed_where_all_else_stays(
    base: str, side: str, renamed: dict[str, str]
) -> None:
    assert renamed_ids(pieces(base), pieces(side)) == renamed


def test_of_two_lists_each_is_held_against_its_own() -> None:
    one = "channels:\n  - {id: x, name: The name, note: And more}\n"
    text = f"title: A\n{one}{one.replace('channels', 'metrics').replace('x', 'y')}"
    assert renamed_ids(pieces(text), pieces(text.replace("id: y", "id: z"))) == {"y": "z"}


@pytest.mark.parametrize(
    "name",
    ["personas", "stakeholders", "channels", "information", "metrics", "evidence", "pains",
     "opportunities", "steps"],
)  # fmt: skip
def test_whatever_has_an_id_may_get_another_one(name: str) -> None:
    text = f"title: A\n{name}:\n  - {{id: old, name: The name, note: And more}}\n"
    found = renamed_ids(pieces(text), pieces(text.replace("id: old", "id: new")))
    assert found == {"old": "new"}
