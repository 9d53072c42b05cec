"""What a comment ignores, for how far, and what is said of one that ignores nothing."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.linter.linting import MAP, TODAY, lint_files, workspace_of

from journeymap.findings import Finding
from journeymap.linter.diagnostic import Report
from journeymap.linter.profiles import Selection
from journeymap.linter.registry import RULES
from journeymap.linter.suppress import Ignores
from journeymap.model.journey import Status

IGNORE = "# journeymap: ignore"


def report(text: str, *words: str, name: str = MAP, today: date = TODAY) -> Report:
    selection = Selection(select=("unused-ignore", *words)) if words else Selection()
    return lint_files({name: text}, rules=RULES, selection=selection, today=today)


def told(text: str, *words: str, today: date = TODAY) -> list[tuple[str, int, int]]:
    found = report(f"journeymap: 1\n{text}", *words, today=today).diagnostics
    return [(d.rule.name, d.start.line - 1, d.start.column) for d in found]


def said(text: str, *words: str) -> list[str]:
    return [d.message for d in report(f"journeymap: 1\n{text}", *words).diagnostics]


# --------------------------------------------------------------------------- how far it holds


@pytest.mark.parametrize("name", ["missing-need", "JM204", "jm204"])
def test_at_the_end_of_a_line_it_holds_for_that_line(name: str) -> None:
    text = f"title: A\nsteps:\n- action: B  {IGNORE}[{name}] agreed\n- action: C\n"
    assert told(text, "missing-need") == [("missing-need", 4, 11)]


def test_it_holds_for_the_rules_it_names_only() -> None:
    text = f"title: A\nsteps:\n- action: B  {IGNORE}[missing-need, missing-emotion] agreed\n- C\n"
    found = told(text, "missing-need", "missing-emotion", "missing-channel")
    assert found == [("missing-need", 4, 3), ("missing-emotion", 4, 3)]
    found = told(text.replace(", missing-emotion", ""), "missing-need", "missing-emotion")
    assert [(name, line) for name, line, _ in found] == [
        ("missing-emotion", 0),
        ("missing-need", 4),
    ]


def test_at_the_end_of_a_value_of_several_lines_it_holds_for_that_value() -> None:
    text = (
        "title: A\nsteps:\n- action: B\n  leaks: 5 %\n  channel: >-\n    sms\n"
        f"information: [x]\npersonas: [{{name: Ann,\n  quote: hi}}]  {IGNORE}[thin-persona]\n"
    )
    assert [name for name, *_ in told(text, "thin-persona")] == ["thin-persona", "unused-ignore"]


def test_alone_on_a_line_it_holds_for_the_whole_item_that_follows() -> None:
    text = (
        "title: A\nsteps:\n"
        f"  {IGNORE}[near-name] they are two\n"
        "  - action: B\n    channel: phone\n"
        "  - action: C\n    channel: phnoe\n"
    )
    assert told(text, "near-name") == [("unused-ignore", 3, 24), ("near-name", 7, 14)]
    moved = text.replace(f"  {IGNORE}[near-name] they are two\n", "").replace(
        "  - action: C\n", f"  {IGNORE}[near-name] they are two\n  - action: C\n"
    )
    assert told(moved, "near-name") == []


def test_alone_on_a_line_it_holds_for_the_whole_field_that_follows() -> None:
    text = (
        f"title: A\n{IGNORE}[missing-need]\nstages:\n"
        "- {name: One, steps: [{action: B, need: x}, C, {action: D, need: y}]}\n"
    )
    assert told(text, "missing-need") == []
    assert told(text.replace("stages:", "goal: x\nstages:"), "missing-need") == [
        ("unused-ignore", 2, 22),
        ("missing-need", 5, 45),
    ]


def test_several_comments_hold_for_what_follows_them_all() -> None:
    text = (
        "title: A\nsteps:\n- {action: B, need: x, emotion: 1}\n"
        f"{IGNORE}[missing-need] one\n# a word between\n\n{IGNORE}[missing-emotion] two\n- C\n"
    )
    assert told(text, "missing-need", "missing-emotion") == []


def test_inside_of_brackets_it_holds_for_the_next_item() -> None:
    text = (
        f"title: A\nsteps: [\n  B, {IGNORE}[missing-need]\n  {IGNORE}[missing-need]\n  C,\n  D]\n"
    )
    assert told(text, "missing-need") == [("missing-need", 6, 3)]


def test_above_the_first_field_it_holds_for_what_is_said_of_the_map() -> None:
    text = f"{IGNORE}[missing-goal] a teaching map\njourneymap: 1\ntitle: A\nsteps: [B]\n"
    assert report(text, "missing-goal").diagnostics == ()


def test_for_the_whole_file() -> None:
    text = "journeymap: 1\ntitle: A\nsteps: [B, C]\n"
    whole = f"# yaml-language-server: x\n{IGNORE}-file[missing-need] a workshop\n\n{text}"
    assert report(whole, "missing-need").diagnostics == ()
    late = text.replace("title", f"{IGNORE}-file[missing-need]\ntitle")
    found = report(late, "missing-need").diagnostics
    assert [(d.rule.name, d.start.line) for d in found] == [
        ("missing-need", 1),
        ("unused-ignore", 2),
    ]
    assert found[1].message == "ignore-file holds for the file at its top only"


def test_what_is_ignored_is_not_counted_among_the_steps_that_break_a_rule() -> None:
    steps = f"- action: B  {IGNORE}[missing-need]\n- action: C\n- action: D\n- action: E\n"
    assert said(f"title: A\nsteps:\n{steps}", "missing-need") == [
        '3 of 4 steps of the map have no need: "C", "D" and "E"'
    ]
    half = steps.replace("D\n", f"D  {IGNORE}[missing-need]\n")
    assert [line for _, line, _ in told(f"title: A\nsteps:\n{half}", "missing-need")] == [4, 6]


def test_what_an_ignored_finding_would_tell_is_not_told_by_another_rule() -> None:
    steps = "\n".join(f"- {{action: {each}, emotion: 1}}" for each in "BCDEFG")
    text = f"{IGNORE}[happy-path-bias]\njourneymap: 1\ntitle: A\nsteps:\n{steps}\n"
    assert report(text, "happy-path-bias", "flat-emotion").diagnostics == ()


def test_comments_hold_in_libraries_and_configurations_as_well() -> None:
    files = {
        ".journeymap.yaml": f"# x\nignore: x {IGNORE}[JM002]\n",
        "a.library.yaml": f"journeymap: 1\nchannels: [Phone]\n{IGNORE}[unused-definition]\n",
        MAP: "journeymap: 1\ntitle: A\nuses: a.library.yaml\nsteps: [B]\n",
    }
    found = lint_files(files, rules=RULES, selection=Selection(select=("JM103", "JM008")))
    assert [(d.rule.name, d.file.shown) for d in found.diagnostics] == [
        ("unused-definition", "a.library.yaml"),
        ("unused-ignore", "a.library.yaml"),
        ("invalid-value", ".journeymap.yaml"),
        ("unused-ignore", ".journeymap.yaml"),
    ]


# ------------------------------------------------------------------- comments without effect


def test_a_comment_that_ignores_nothing_is_told_at_the_rule_s_name() -> None:
    text = (
        f"title: A\nsteps:\n- action: B  {IGNORE}[missing-need, missing-emotion] why\n  need: x\n"
    )
    assert told(text, "missing-need", "missing-emotion") == [("unused-ignore", 3, 35)]
    assert said(text, "missing-need") == ["there is no finding of missing-need here to ignore"]


def test_what_a_stricter_status_would_find_is_no_comment_without_effect() -> None:
    text = f"title: A\nsteps:\n- action: B  {IGNORE}[missing-need] why\n"
    assert told(text) == []
    assert told(f"{text}  need: x\n") == [("unused-ignore", 3, 35)]


@pytest.mark.parametrize(
    ("comment", "column", "message"),
    [
        ("[mising-need] why", 35, "no rule is called mising-need"),
        ("[JM29]", 35, "no rule is called JM29"),
        ("[JM]", 35, "no rule is called JM"),
        ("[JM007]", 35, "unreadable-file cannot be ignored"),
        ("[ALL]", 35, "no rule is called ALL"),
        ("[missing-need, invalid-value]", 49, "invalid-value cannot be ignored"),
        ("[unused-ignore]", 35, "unused-ignore cannot be ignored"),
        ("", 14, "the comment does not say which rules it ignores"),
        (" missing-need", 14, "the comment does not say which rules it ignores"),
        ("[ ]", 14, "the comment does not say which rules it ignores"),
    ],
)
def test_a_comment_that_can_ignore_nothing_is_told(comment: str, column: int, message: str) -> None:
    text = f"journeymap: 1\ntitle: A\nsteps:\n- action: B  {IGNORE}{comment}\n"
    found = [d for d in report(text, "missing-need").diagnostics if d.rule.name == "unused-ignore"]
    assert [(d.start.line, d.start.column, d.message) for d in found] == [(4, column, message)]
    assert found[0].help


def test_a_comment_behind_everything_holds_for_nothing() -> None:
    assert said(f"title: A\nsteps: [B]\n{IGNORE}[missing-need]\n", "unused-ignore") == [
        "nothing follows that the comment could hold for"
    ]


@pytest.mark.parametrize(
    "text",
    [
        f"title: A\nsteps: ['B {IGNORE}[x]']\n",
        f"title: A\npurpose: |\n  {IGNORE}[x]\nsteps: [B]\n",
        "# journeymap: 1\ntitle: A\nsteps: [B]\n",
        "# journeymap: ignored\ntitle: A\nsteps: [B]\n",
        "# journeymap: lint keeps an eye [on us]\ntitle: A\nsteps: [B]\n",
        "# journeymap disable the coffee machine\ntitle: A\nsteps: [B]\n",
        "# journeymap: skip (see the wiki)\ntitle: A\nsteps: [B]\n",
        "# journeymap: allow [draft] maps here\ntitle: A\nsteps: [B]\n",
        "# journeymap: ignored (for now)\ntitle: A\nsteps: [B]\n",
        "# journeymap: pains (of all)\ntitle: A\nsteps: [B]\n",
        "# yamllint disable-line rule:missing-need\ntitle: A\nsteps: [B]\n",
        "# journeyman: ignore the missing-need\ntitle: A\nsteps: [B]\n",
        "title: '# journeymap: disable[missing-need]'\nsteps: [B]\n",
    ],
)
def test_what_is_no_such_comment_is_left_alone(text: str) -> None:
    assert told(text, "unused-ignore") == []


@pytest.mark.parametrize(
    ("comment", "meant"),
    [
        ("# journeymap: ignores[missing-need] why", "ignore[missing-need] why"),
        ("# journeymap: disable[JM204] why", "ignore[JM204] why"),
        ("# journeymap: disable[mising-need] why", "ignore[mising-need] why"),
        ("# journeymap: suppress <JM2> why", "ignore[JM2] why"),
        ("# journeymap: ingore[missing-need]", "ignore[missing-need]"),
        ("# journeymap: Ignore[JM2, JM4]", "ignore[JM2, JM4]"),
        ("# journeymap ignore[missing-need]: why", "ignore[missing-need] why"),
        ("# Journey-Map: ignore[missing-need] why", "ignore[missing-need] why"),
        ("# jorneymap: ignore[missing-need]", "ignore[missing-need]"),
        ("# journeymap: ignore_file[missing-need] why", "ignore-file[missing-need] why"),
        ("# journeymap: disable-next-line missing-need, JM206", "ignore[missing-need, JM206]"),
        ("# journeymap: noqa: JM204 why", "ignore[JM204] why"),
        ("# journeymap: ignore(missing-need) why", "ignore[missing-need] why"),
        ("# journeymap: ignore{missing-need} why", "ignore[missing-need] why"),
        ("# journeymap: ignore: missing-need", "ignore[missing-need]"),
        ("# journeymap: ignore[missing-need why", "ignore[missing-need] why"),
        (
            "# journeymap: ignore[missing-need until 2027-03) x",
            "ignore[missing-need until 2027-03] x",
        ),
    ],
)
def test_a_misspelt_comment_is_told_with_what_was_meant(comment: str, meant: str) -> None:
    text = f"journeymap: 1\ntitle: A\nsteps:\n- action: B  {comment}\n"
    found = report(text, "missing-need").diagnostics
    assert [(d.rule.name, d.start.line, d.start.column) for d in found] == [
        ("missing-need", 4, 11),
        ("unused-ignore", 4, 14),
    ]
    assert found[1].help == f"write # journeymap: {meant}"
    fix = found[1].fix
    assert fix is not None
    assert (fix.applicability, fix.title) == ("unsafe", f"write it as # journeymap: {meant}")


# -------------------------------------------------------------------- families, and until when


@pytest.mark.parametrize("family", ["JM2", "JM20", "jm2", "JM204"])
def test_the_beginning_of_codes_stands_for_a_family(family: str) -> None:
    text = f"title: A\nsteps:\n- action: B  {IGNORE}[{family}] agreed\n"
    assert told(text, "missing-need") == []


def test_a_family_ignores_no_other_rule_and_is_unused_where_none_of_it_is_found() -> None:
    text = f"title: A\nsteps:\n- action: B  {IGNORE}[JM4] agreed\n"
    assert told(text, "missing-need") == [("missing-need", 3, 11), ("unused-ignore", 3, 35)]


def test_a_family_leaves_out_what_cannot_be_ignored() -> None:
    text = f"title: A\nsteps:\n- action: B  {IGNORE}[JM0] why\n  emotoin: sad\n"
    assert [name for name, *_ in told(text)] == ["unknown-field"]
    cut = f"title: A\nsteps:\n- action: Desk #2  {IGNORE}[JM0] why\n"
    assert [name for name, *_ in told(cut)] == ["cut-text"]


@pytest.mark.parametrize("until", ["2026-09-01", "2026-09", "2026-12-24", "2027-01"])
def test_what_holds_until_a_day_or_month_holds_to_its_end(until: str) -> None:
    text = f"title: A\nsteps:\n- action: B  {IGNORE}[missing-need until {until}] why\n"
    assert told(text, "missing-need", today=date(2026, 9, 1)) == []


@pytest.mark.parametrize("until", ["2026-08-31", "2026-08", "2024-02-29", "1999-12"])
def test_what_has_ended_is_told_with_its_reason_and_the_finding_is_back(until: str) -> None:
    text = f"journeymap: 1\ntitle: A\nsteps:\n- B  {IGNORE}[JM204 until {until}] the ward knows\n"
    found = report(text, "missing-need", today=date(2026, 9, 1)).diagnostics
    assert [d.message for d in found] == [
        '"B" says no need of the persona',
        f'JM204 was to be ignored until {until}: "the ward knows"',
    ]
    assert found[1].fix is None


def test_what_has_ended_and_is_mended_is_left_over() -> None:
    comment = f"{IGNORE}[missing-need until 2026-08] why"
    text = f"title: A\nsteps:\n- action: B  {comment}\n  need: x\n"
    assert said(text, "missing-need") == ["there is no finding of missing-need here to ignore"]


def test_a_day_holds_for_the_rules_before_it_and_not_for_those_behind() -> None:
    listed = "missing-need, missing-channel until 2026-08, missing-emotion"
    text = (
        "title: A\nstakeholders: {id: gp, name: GP, kind: clinician}\nsteps:\n"
        f"- {{action: B, with: gp}}  {IGNORE}[{listed}] why\n"
    )
    words = ("missing-need", "missing-channel", "missing-emotion")
    found = told(text, *words, today=date(2026, 9, 1))
    assert [name for name, *_ in found] == [
        "missing-need",
        "missing-channel",
        "unused-ignore",
        "unused-ignore",
    ]


@pytest.mark.parametrize("until", ["March", "2026", "2026-13", "2026-02-30", ""])
def test_what_is_no_day_is_told_and_ignores_nothing(until: str) -> None:
    text = f"title: A\nsteps:\n- action: B  {IGNORE}[missing-need until {until}]\n"
    found = report(f"journeymap: 1\n{text}", "missing-need").diagnostics
    assert [d.rule.name for d in found] == ["missing-need", "unused-ignore"]
    assert found[1].message.endswith("is no date")
    assert found[1].help == "write until 2027-03, or until 2027-03-15"


def test_nothing_is_judged_where_a_part_cannot_be_read() -> None:
    text = f"title: A\nsteps:\n- action: B  {IGNORE}[missing-emotion] why\n  emotion: 7\n"
    assert told(text, "missing-emotion") == [("invalid-value", 4, 12)]


def test_an_alias_is_walked_once() -> None:
    anchors = "".join(f"x-{i}: &a{i} [{', '.join([f'*a{i - 1}'] * 9)}]\n" for i in range(1, 5))
    text = f"title: A\nx-0: &a0 [b]\n{anchors}{IGNORE}[missing-need]\nsteps: [B]\n"
    assert told(text, "missing-need") == []


@pytest.mark.parametrize(
    "text",
    [
        "#" * 200_000,
        "# journeymap" + " " * 200_000 + "!",
        f"{IGNORE}[a" + " " * 200_000 + "b]",
        f"{IGNORE}[" + "until " * 40_000 + "]",
        f"{IGNORE}(" + "[" * 200_000,
        "# journeymap: " + "a" * 200_000,
        f"{IGNORE}s" + " " * 200_000 + "x",
    ],
    ids=lambda text: text[:20],
)
def test_a_long_comment_is_read_in_one_go(text: str) -> None:
    found = report(f"journeymap: 1\ntitle: A\nsteps: [B]\n{text}\n", "missing-goal")
    assert "missing-goal" in {each.rule.name for each in found.diagnostics}


COMMENT = st.text(
    st.sampled_from("# journeymap:ignore-file[]JM204,missing-need\t'\"é🙂"), max_size=40
)


@given(st.lists(COMMENT, min_size=3, max_size=3), st.booleans())
def test_no_comment_stops_lint_or_hides_what_it_does_not_name(
    comments: list[str], prefix: bool
) -> None:
    start = IGNORE if prefix else "# "
    top, middle, end = (f"{start}{each}" for each in comments)
    text = f"{top}\njourneymap: 1\ntitle: A\n{middle}\nsteps:\n- B {end}\n"
    found = lint_files({MAP: text}, rules=RULES, selection=Selection(profile=Status.REVIEW))
    assert "missing-goal" in {d.rule.name for d in found.diagnostics}


def test_what_holds_for_a_file_has_to_stand_at_its_top() -> None:
    text = f"title: A\n{IGNORE}-file[missing-need]\nsteps: [B]\n"
    (found,) = report(f"journeymap: 1\n{text}", "unused-ignore").diagnostics
    assert found.message == "ignore-file holds for the file at its top only"
    assert found.help == "move it above the first field, or write ignore"


def test_a_file_without_comments_hides_nothing() -> None:
    file = workspace_of({MAP: "journeymap: 1\ntitle: A\nsteps: [B]\n"}).asked[0]
    ignores = Ignores(file, RULES, TODAY)
    finding = Finding(message="M", route=("steps", 0))
    assert ignores.hides(RULES[-1], finding) is False
    assert ignores.rules == frozenset()
