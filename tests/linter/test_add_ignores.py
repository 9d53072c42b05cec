"""Comments are put in where they ignore what they should, and nothing else changes."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from tests.linter.linting import MAP, lint_files, workspace_of

from journeymap.authoring import Rule
from journeymap.linter.add_ignores import Commented, wanted, with_ignores
from journeymap.linter.diagnostic import Report
from journeymap.linter.profiles import Selection
from journeymap.linter.registry import RULES
from journeymap.testing import example
from journeymap.text.document import comments, parse
from journeymap.text.source import Source
from journeymap.workspace.files import MapFile

WORDS = ("JM008", "JM202", "JM204", "JM206", "JM217")


def report(data: str | bytes) -> Report:
    return lint_files({MAP: data}, rules=RULES, selection=Selection(select=WORDS))


def read(data: str | bytes) -> MapFile:
    return workspace_of({MAP: data}).asked[0]


def commented(data: str | bytes, reason: str = "agreed") -> Commented:
    document = read(data).document
    assert document is not None
    return with_ignores(document, wanted(report(data).diagnostics), reason)


def left(data: bytes) -> list[str]:
    return [d.message for d in report(data).diagnostics if d.rule.may_be_ignored]


def test_a_comment_at_the_end_of_a_line_ignores_all_that_is_found_there() -> None:
    text = (
        "journeymap: 1\ntitle: A\ngoal: x\nsteps:\n- action: B\n- {action: C, need: x, emotion: 1}"
    )
    done = commented(text)
    assert done.source.text == (
        "journeymap: 1  # journeymap: ignore[missing-expectation] agreed\n"
        "title: A\ngoal: x\nsteps:\n"
        "- action: B  # journeymap: ignore[missing-emotion, missing-need] agreed\n"
        "- {action: C, need: x, emotion: 1}"
    )
    assert (left(done.source.data), done.refused) == ([], ())


@pytest.mark.parametrize(
    ("there", "then"),
    [
        ("ignore", "ignore[missing-emotion, missing-need]"),
        ("ignore[]", "ignore[missing-emotion, missing-need]"),
        ("ignore[ ] later", "ignore[ missing-emotion, missing-need] later"),
    ],
)
def test_a_comment_that_names_no_rule_is_given_those_that_are_told(there: str, then: str) -> None:
    head = "journeymap: 1\ntitle: A\ngoal: x\nexpected: 3\nsteps:\n- action: B  # journeymap: "
    done = commented(f"{head}{there}\n")
    assert done.source.text.splitlines()[-1] == f"{head}{then}".splitlines()[-1]
    assert done.refused == ()


def test_a_comment_with_words_in_place_of_rules_stays_as_it_is() -> None:
    text = "journeymap: 1\ntitle: A\ngoal: x\nsteps:\n- action: B  # journeymap: ignore later\n"
    lines = commented(text).source.text.splitlines()
    assert lines[-2:] == [
        "# journeymap: ignore[missing-emotion, missing-need] agreed",
        "- action: B  # journeymap: ignore later",
    ]


def test_rules_join_the_comment_that_is_there() -> None:
    text = (
        "journeymap: 1\ntitle: A\ngoal: x\nsteps:\n"
        "- action: B  # journeymap: ignore[missing-need] no idea\n"
        "- {action: C, need: x, emotion: 1, expected: 3}\n"
    )
    done = commented(text)
    assert done.source.text == text.replace("[missing-need]", "[missing-need, missing-emotion]")


def test_beside_another_comment_it_stands_alone_above() -> None:
    text = (
        "journeymap: 1\r\ntitle: A\r\ngoal: x\r\nsteps:\r\n"
        "  - action: B  # on the phone\r\n    need: x\r\n"
        "  - {action: C, need: x, emotion: 1, expected: 3}\r\n"
    )
    done = commented(text)
    comment = "  # journeymap: ignore[missing-emotion] agreed\r\n"
    assert done.source.text == text.replace("  - action: B", f"{comment}  - action: B")
    assert left(done.source.data) == []


@pytest.mark.parametrize(
    ("line", "above"),
    [
        ("  need: {}", True),
        ("- {{action: {}}}", True),
        ("- action: {}", False),
        ("- - {}", False),
    ],
)
def test_a_line_that_would_become_long_has_it_above_if_it_holds_for_no_more(
    line: str, above: bool
) -> None:
    long = line.format("x" * 60)
    text = f"title: A\nsteps:\n{'- action: B' if line.startswith(' ') else '- C'}\n{long}\n"
    document = parse(Source(name="x", text=text))
    done = with_ignores(document, {4: ("missing-need",)}, "agreed")
    (inserted,) = done.insertions
    assert inserted.text.endswith("\n") is above
    short = Source(name="x", text=text.replace("x" * 60, "x"))
    (inserted,) = with_ignores(parse(short), {4: ("missing-need",)}, "agreed").insertions
    assert not inserted.text.endswith("\n")


def test_where_a_text_goes_on_it_stands_alone_above() -> None:
    text = (
        "journeymap: 1\ntitle: A\ngoal: x\nsteps:\n"
        "- action: Books an appointment\n    with the doctor\n  need: x\n"
        '- action: "Waits\n    for long"\n  need: x\n'
        "- {action: C, need: x, emotion: 1, expected: 3}\n"
        "- {action: D, need: x, emotion: 1}\n- {action: E, need: x, emotion: 1}\n"
    )
    done = commented(text)
    assert [each.text for each in done.insertions] == [
        "# journeymap: ignore[missing-emotion] agreed\n"
    ] * 2
    assert (left(done.source.data), done.refused) == ([], ())


def test_where_no_comment_can_stand_the_line_is_refused() -> None:
    inside = parse(Source(name="x", text="title: 'A\n  B\n  C'\nsteps: [D]\n"))
    done = with_ignores(inside, {2: ("missing-need",), 4: ("missing-need",)}, "x")
    assert done.refused == (2,)
    assert done.source.text.startswith("title: 'A\n  B\n  C'\n")
    assert done.source.text.endswith("steps: [D]  # journeymap: ignore[missing-need] x\n")


IGNORED = [rule for rule in RULES if not rule.always_on and rule.name != "unused-ignore"]


@pytest.mark.parametrize("rule", IGNORED, ids=lambda rule: rule.name)
def test_what_any_rule_finds_is_ignored_where_comments_are_added(rule: Rule) -> None:
    files: dict[str, bytes | str] = {**example(rule.page, "Bad").files}
    selection = Selection(select=(rule.code, "unused-ignore"))
    found = lint_files(files, selection=selection).diagnostics
    for file in workspace_of(files).asked:
        there = [each for each in found if each.file.shown == file.shown]
        assert file.document is not None
        done = with_ignores(file.document, wanted(there), "agreed")
        files[file.shown] = done.source.data
    assert {each.rule.code for each in found} >= {rule.code}
    again = lint_files(files, selection=selection).diagnostics
    assert [e.message for e in again if e.rule.code in {rule.code, "JM008"}] == []


QUOTES = st.sampled_from(
    ["{}", "'{}'", '"{}"', "|\n      {}\n      {}", ">-\n      {}", "{}\n      {}"]
)
NOTE = st.sampled_from(["", "  # a note", "  # journeymap: ignore[missing-need] known", "   "])
STEP = st.tuples(QUOTES, st.sampled_from(["B", "C é", "Ż", "🙂"]), NOTE, st.booleans())


def step(quotes: str, action: str, note: str, feels: bool) -> str:
    text = quotes.replace("{}", action)
    first, newline, rest = text.partition("\n")
    noted = f"{first}{note}{newline}{rest}" if not newline or first in {"|", ">-"} else text
    return f"  - action: {noted}\n" + ("    emotion: 1\n" if feels else "")


@given(
    st.lists(STEP, min_size=1, max_size=5),
    st.sampled_from(["\n", "\r\n", "\r"]),
    st.booleans(),
    st.booleans(),
)
def test_every_other_byte_stays(
    steps: list[tuple[str, str, str, bool]], line_end: str, bom: bool, ends: bool
) -> None:
    text = "journeymap: 1\n# top\ntitle: A # t\nsteps:\n" + "".join(step(*each) for each in steps)
    text = (text if ends else text.rstrip("\n")).replace("\n", line_end)
    data = (b"\xef\xbb\xbf" if bom else b"") + text.encode()
    file = read(data)
    source, document = file.source, file.document
    assert source is not None
    assert document is not None
    assume(document.root is not None)
    done = commented(data)
    rest = done.source.text
    for each in sorted(done.insertions, key=lambda edit: edit.span.start):
        at = each.span.start
        assert rest[at : at + len(each.text)] == each.text
        rest = rest[:at] + rest[at + len(each.text) :]
    assert rest == source.text == text
    assert done.source.data.startswith(b"\xef\xbb\xbf") is bom
    assert parse(done.source).root == document.root
    assert len(comments(parse(done.source))) >= len(comments(document))
    assert done.refused or left(done.source.data) == []
