"""A baseline knows its findings again, however the map is moved about, and nothing else."""

import json
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.linter.linting import lint_files

from journeymap.linter import baseline
from journeymap.linter.baseline import BaselineError, Entry
from journeymap.linter.diagnostic import Report
from journeymap.linter.profiles import Selection
from journeymap.linter.registry import RULES

NAME = "map.journey.yaml"
HEAD = "journeymap: 1\nid: clinic\ntitle: T\n"


def report(text: str | bytes, *words: str, name: str = NAME) -> Report:
    selection = Selection(select=words or ("JM2",))
    return lint_files({name: text}, rules=RULES, selection=selection)


def new(text: str, known: tuple[Entry, ...], *words: str, name: str = NAME) -> list[str]:
    found = baseline.compare(report(text, *words, name=name), known).report
    return [d.message for d in found.diagnostics]


def test_what_is_known_is_left_out_and_what_is_new_is_told() -> None:
    text = f"{HEAD}steps: [A, {{action: B, need: x}}, {{action: C, need: x}}]\n"
    known = baseline.entries(report(text, "missing-need", "missing-goal"))
    assert new(text, known, "missing-need", "missing-goal") == []
    more = text.replace("{action: B, need: x}", "B").replace("]\n", ", {action: D, need: x}]\n")
    assert new(more, known, "missing-need", "missing-goal") == ['"B" says no need of the persona']


def test_what_is_fixed_is_ready_to_leave() -> None:
    text = f"{HEAD}steps: [A, {{action: B, need: x}}, {{action: C, need: x}}]\n"
    known = baseline.entries(report(text, "missing-need", "missing-goal"))
    mended = report(text.replace("A,", "{action: A, need: y},"), "missing-need", "missing-goal")
    compared = baseline.compare(mended, known)
    assert compared.report.diagnostics == ()
    assert compared.known == 1
    assert [(entry.rule, entry.route) for entry in compared.fixed] == [("missing-need", "steps[a]")]


def test_a_rule_that_did_not_run_has_fixed_nothing() -> None:
    text = f"{HEAD}steps: [A]\n"
    known = baseline.entries(report(text, "missing-need", "missing-goal"))
    assert baseline.compare(report(text, "missing-goal"), known).fixed == ()
    assert baseline.compare(report(f"{text}oops", "missing-need"), known).fixed == ()
    other = baseline.compare(report(text.replace("clinic", "ward"), "missing-need"), known)
    assert other.fixed == ()
    assert other.known == 0


def test_a_renamed_file_with_a_written_id_keeps_its_baseline() -> None:
    text = f"{HEAD}steps: [A]\n"
    known = baseline.entries(report(text))
    assert new(text, known, "JM2", name="other.journey.yaml") == []
    derived = text.replace("id: clinic\n", "")
    known = baseline.entries(report(derived))
    assert new(derived, known, "JM2", name="other.journey.yaml") != []


def test_a_comment_that_ignores_nothing_is_always_told() -> None:
    comment = "# journeymap: ignore[missing-goal]"
    found = report(f"{HEAD}goal: x  {comment}\nsteps: [A]  {comment}\n", "unused-ignore")
    assert len(found.diagnostics) == 2
    assert baseline.compare(found, baseline.entries(found)).report == found


def test_a_file_that_cannot_be_read_is_always_told() -> None:
    for broken in (f"{HEAD}steps: ['A\n", b"\xff\xfe"):
        found = report(broken)
        assert baseline.entries(found) == ()
        assert len(baseline.compare(found, baseline.entries(found)).report.diagnostics) == 1


Stages = list[tuple[str, list[dict[str, object]]]]

STEP = st.fixed_dictionaries(
    {"action": st.sampled_from("ABCDEFGH")},
    optional={
        "need": st.just("x"),
        "emotion": st.sampled_from(["pleased", "sad", "blurgh"]),
        "channel": st.sampled_from(["phone", "phnoe", "web"]),
        "pains": st.just(["Slow"]),
    },
)
STAGES = st.lists(
    st.tuples(st.sampled_from(["One", "Two", "Three"]), st.lists(STEP, min_size=1, max_size=4)),
    min_size=1,
    max_size=3,
    unique_by=lambda stage: stage[0],
)


def unique(stages: Stages) -> list[tuple[str, list[object]]]:
    """Steps with ids of their own, as a map that is kept for years has them."""
    numbers = iter(range(100))
    return [
        (name, [{"id": f"s{next(numbers)}", **step} for step in steps]) for name, steps in stages
    ]


def written(stages: list[tuple[str, list[object]]]) -> str:
    content = [{"id": name.lower(), "name": name, "steps": steps} for name, steps in stages]
    return f"{HEAD}stages: {json.dumps(content)}\n"


AT_FIRST = "what the persona needs when it matters is not said"
"""A finding of several stages that stands at the first of its steps: another one may come first."""


@given(STAGES, st.randoms(use_true_random=False))
def test_a_reordered_map_keeps_its_baseline(stages: Stages, random: Random) -> None:
    whole = unique(stages)
    # What depends on the order of things is another finding when that changes.
    words = ("JM002", "JM202", "JM204", "JM205", "JM206", "JM217", "JM801")
    known = baseline.entries(report(written(whole), *words))
    for _, steps in whole:
        random.shuffle(steps)
    random.shuffle(whole)
    moved = "# a comment\n\n" + written(whole)
    assert [each for each in new(moved, known, *words) if not each.startswith(AT_FIRST)] == []
    fixed = baseline.compare(report(moved, *words), known).fixed
    assert [each for each in fixed if not each.message.startswith(AT_FIRST)] == []


@given(st.lists(st.builds(Entry, **dict.fromkeys(Entry.__slots__, st.text())), max_size=5))
def test_what_is_written_is_read(known: list[Entry]) -> None:
    assert baseline.read(baseline.write(tuple(known))) == tuple(known)


V1 = """{"version": 1, "findings": [
{"path": "map.journey.yaml", "map": "map", "route": "", "code": "JM202", "rule": "missing-goal",
 "message": "", "fingerprint": "0f45d25690d98c7703a7201bb0ccc4c1"},
{"path": "map.journey.yaml", "map": "map", "route": "", "code": "JM801",
 "rule": "pain-without-opportunity", "message": "",
 "fingerprint": "a7d18239103bbb071db39d2754a80108"},
{"path": "map.journey.yaml", "map": "map", "route": "stages[one].steps[waits]", "code": "JM204",
 "rule": "missing-need", "message": "", "fingerprint": "b272d1ab328b24e073919c03aa8aa0a9"},
{"path": "map.journey.yaml", "map": "map", "route": "stages[two].steps[waits-2]", "code": "JM204",
 "rule": "missing-need", "message": "", "fingerprint": "7f74aee2172354a7a00bfaa07fd478e5"}
]}"""
"""What version 1 wrote of the map below."""
OF_V1 = (
    "journeymap: 1\ntitle: T\nstages:\n- name: One\n  steps: [Waits, {action: Calls, need: x}]\n"
    "- name: Two\n  steps: [Waits, {action: Leaves, need: x, pains: [Slow, Slow]}]\n"
)


def test_a_baseline_of_version_1_is_read_and_written_anew() -> None:
    rules = ("missing-goal", "missing-need", "pain-without-opportunity")
    old, found = baseline.read(V1), report(OF_V1, *rules)
    compared = baseline.compare(found, old)
    assert (compared.report.diagnostics, compared.fixed) == ((), ())
    assert (compared.known, compared.is_old) == (4, True)
    anew = baseline.read(baseline.write(baseline.entries(found)))
    assert baseline.compare(found, anew).is_old is False
    assert not {entry.fingerprint for entry in old} & {entry.fingerprint for entry in anew}
    mended = baseline.compare(report(OF_V1.replace("title", "goal: x\ntitle"), *rules), old)
    assert [entry.rule for entry in mended.fixed] == ["missing-goal"]


def test_a_baseline_has_a_line_for_each_finding_in_an_order_of_its_own() -> None:
    known = baseline.entries(report(f"{HEAD}steps: [A, B]\n"))
    text = baseline.write(known)
    lines = text.splitlines()
    assert lines[:3] == ["{", '  "version": 2,', '  "findings": [']
    assert len(lines) == len(known) + 5
    assert list(known) == sorted(known)
    assert baseline.write(()) == '{\n  "version": 2,\n  "findings": []\n}\n'


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "line 1, column 1"),
        ('{"version": 1,\n "findings": [}', "line 2, column 15"),
        ("[]", "it holds no `findings`"),
        ('{"version": 1, "findings": {}}', "it holds no `findings`"),
        ('{"version": 3, "findings": []}', "it is of version 3, not 2"),
        ('{"version": "1", "findings": []}', "it is of version 1, not 2"),
        ('{"version": 1, "findings": [1]}', "its finding 1 does not have path"),
        ('{"version": 1, "findings": [{"path": 1}]}', "its finding 1 does not have path"),
        ("[" * 100_000, "nested too deeply"),
    ],
)
def test_what_is_no_baseline_is_refused(text: str, message: str) -> None:
    with pytest.raises(BaselineError, match=message.replace("[", r"\[")):
        baseline.read(text)
