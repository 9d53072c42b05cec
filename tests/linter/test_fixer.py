"""Fixes of findings: what they write, what they leave alone, and that they come to an end."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.linter.linting import MAP
from tests.linter.mending import TOP, fixes, mended, outcome

from journeymap.findings import Applicability, Severity
from journeymap.text.changes import Refused
from journeymap.text.document import comments, parse
from journeymap.text.rewrite import Draft
from journeymap.text.source import Source

# ------------------------------------------------------------------------------- unknown fields


def test_an_unknown_field_is_renamed_to_the_one_that_was_meant() -> None:
    text = f"{TOP}steps:\n  - action: B  # why\n    channels: phone\n    opportunites: [C]\n"
    assert mended(text) == text.replace("channels", "channel").replace("nites", "nities")


@pytest.mark.parametrize(
    "field",
    [
        "type: phone",  # a step has no kind: nothing is meant
        "painz: {severity: high}",  # what was meant could not take it
        "room: 12",
        "chanels: x, channel: y",  # it is there already
    ],
)
def test_a_field_is_not_renamed_where_that_would_mend_nothing(field: str) -> None:
    text = f"{TOP}steps:\n  - {{action: B, {field}}}\n"
    assert mended(text) == text


def test_two_fields_that_mean_the_same_do_not_become_one() -> None:
    text = f"{TOP}steps:\n  - {{action: B, feeling: sad, mood: tired}}\n"
    found = outcome(text, unsafe=True)
    assert found.made == 1
    assert found.changed[0][1].text == text.replace("feeling:", "emotion:")


# ----------------------------------------------------------------------------------- references


DEFINED = "channels: [Phone, Letter]\nevidence: [{id: talks-2025}, {id: talks-2026}]\n"


def test_a_slip_in_a_reference_is_mended() -> None:
    text = f"{TOP}{DEFINED}steps:\n  - {{action: B, channel: 'Phoen', next: {{to: end}}}}\n"
    assert mended(text) == text.replace("'Phoen'", "'phone'")


def test_a_slip_in_the_name_of_a_person_is_mended_at_the_key() -> None:
    text = (
        f"{TOP}persona: Maria\nstakeholders: [{{id: specialist, name: S}}]\n"
        "steps:\n  - action: B\n    with: specialist\n    need: {specalist: All papers}\n"
    )
    assert mended(text) == text.replace("{specalist", "{specialist")


def test_a_likely_name_is_unsafe_and_one_of_several_is_no_fix() -> None:
    likely = f"{TOP}{DEFINED}steps:\n  - {{action: B, channel: telephone}}\n"
    assert mended(likely) == likely
    assert mended(likely, unsafe=True) == likely.replace("telephone", "phone")
    unclear = f"{TOP}{DEFINED}steps:\n  - {{action: B, evidence: talks-2027}}\n"
    assert fixes(unclear) == []


def test_a_name_that_differs_in_a_number_is_no_slip() -> None:
    text = f"{TOP}evidence: [{{id: talks-2025}}]\nsteps:\n  - {{action: B, evidence: talks-2026}}\n"
    assert fixes(text) == [("write talks-2025", Applicability.UNSAFE)]


# --------------------------------------------------------------------------------- single values


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("moment: critcal", "moment: critical"),
        ("moment: Critical", "moment: critical"),
        ("offstage: yes", "offstage: true"),
        ("reward: 'No'", "reward: 'false'"),
    ],
)
def test_a_value_that_was_certainly_meant_is_written(wrong: str, right: str) -> None:
    text = f"{TOP}persona: B\nsteps:\n  - action: C\n    {wrong}  # why\n"
    assert mended(text) == text.replace(wrong, right)


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("emotion: anxios", "emotion: anxious"),
        ("emotion: {B: frustratd}", "emotion: {B: frustrated}"),
        ("emotion: frustratd", "emotion: frustrated"),
        ("emotion: {B: 'uncomfortble'}", "emotion: {B: 'uncomfortable'}"),
    ],
)
def test_a_feeling_is_never_guessed_unless_that_is_asked_for(wrong: str, right: str) -> None:
    text = f"{TOP}persona: B\nsteps:\n  - action: C\n    {wrong}  # why\n"
    assert mended(text) == text
    assert mended(text, unsafe=True) == text.replace(wrong, right)


@pytest.mark.parametrize("word", ["lovely", "destressed", "contempt", "unhappily so", "not happy"])
def test_a_feeling_is_not_taken_for_its_opposite(word: str) -> None:
    text = f"{TOP}steps:\n  - {{action: B, emotion: {word}}}\n"
    assert mended(text, unsafe=True) == text
    assert "did you mean" not in outcome(text).report.diagnostics[0].help


@pytest.mark.parametrize(
    "wrong", ["emotion: bad", "emotion: preocupad", "moment: big", "emotion: 7"]
)
def test_a_guess_is_not_written(wrong: str) -> None:
    assert fixes(f"{TOP}steps:\n  - {{action: C, {wrong}}}\n") == []


# ----------------------------------------------------------------------------- the other rules


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("# top\n\ntitle: A\nsteps: [B]\n", "# top\n\njourneymap: 1\ntitle: A\nsteps: [B]\n"),
        ("---\ntitle: A\nsteps: [B]\n", "---\njourneymap: 1\ntitle: A\nsteps: [B]\n"),
        ("{title: A, steps: [B]}", "{journeymap: 1, title: A, steps: [B]}"),
    ],
)
def test_the_version_is_written_at_the_top(text: str, expected: str) -> None:
    assert mended(text) == expected


IDS = f"""{TOP}steps:
  - Calls  # first
  - action: Calls
    pains: The line is busy
    opportunities: [Ring, {{text: Book online, impact: 3}}]
  - {{id: x, action: Waits}}
"""
WITH_IDS = f"""{TOP}steps:
  - id: calls
    action: Calls  # first
  - id: calls-2
    action: Calls
    pains:
      id: the-line-is-busy
      text: The line is busy
    opportunities: [{{id: ring, text: Ring}}, {{id: book-online, text: Book online, impact: 3}}]
  - {{id: x, action: Waits}}
"""


def test_ids_are_written_when_that_is_asked_for_and_are_those_that_held() -> None:
    assert mended(IDS, unsafe=True) == IDS
    assert mended(IDS, "unwritten-id") == IDS
    assert mended(IDS, "unwritten-id", unsafe=True) == WITH_IDS


def test_an_emotion_gets_a_word_of_the_scale_when_that_is_asked_for() -> None:
    text = (
        f"{TOP}persona: B\nsteps:\n  - {{action: C, emotion: 'anxious'}}\n"
        "  - {action: D, with: e, emotion: {B: 🙂, e: relieved}}\n  - {action: F, emotion: -1}\n"
    )
    assert mended(text, unsafe=True) == text
    assert mended(text, "emotion-synonym", unsafe=True) == text.replace(
        "'anxious'", "'frustrated'"
    ).replace("relieved", "pleased")


def test_an_unused_ignore_goes_and_a_used_one_stays() -> None:
    text = (
        f"{TOP}status: review\nsteps:\n"
        "  - action: B  # journeymap: ignore[missing-need, empty-stage] agreed\n"
        "    emotion: sad  # journeymap: ignore[JM203] agreed\n"
        "# journeymap: ignore-file[missing-need] too late\n"
    )
    assert mended(text, "JM008", "JM203", "JM204") == (
        f"{TOP}status: review\nsteps:\n"
        "  - action: B  # journeymap: ignore[missing-need] agreed\n"
        "    emotion: sad\n"
        "# journeymap: ignore-file[missing-need] too late\n"
    )


@pytest.mark.parametrize(
    ("listed", "left"),
    [
        ("missing-need, empty-stage until 2027-01", "missing-need until 2027-01"),
        ("empty-stage, missing-need until 2027-01", "missing-need until 2027-01"),
        ("missing-need until 2027-01, empty-stage", "missing-need until 2027-01"),
        ("missing-need, empty-stage until 2027-01, JM206", "missing-need until 2027-01, JM206"),
    ],
)
def test_what_stays_in_a_comment_ends_when_it_did(listed: str, left: str) -> None:
    text = f"{TOP}steps:\n  - B  # journeymap: ignore[{listed}] agreed\n"
    assert mended(text, "JM008", "JM203", "JM204", "JM206") == text.replace(listed, left)


def test_a_misspelt_comment_is_mended_only_if_that_is_asked_for() -> None:
    text = f"{TOP}steps:\n  - B  # journeymap: disable(missing-need) agreed\n"
    assert mended(text, "JM008", "JM204") == text
    assert mended(text, "JM008", "JM204", unsafe=True) == text.replace(
        "disable(missing-need)", "ignore[missing-need]"
    )


def test_what_nothing_refers_to_is_deleted_only_if_that_is_asked_for() -> None:
    text = (
        f"{TOP}channels:\n  - Phone  # in use\n  - Fax  # left over\n  # the post\n  - Letter\n"
        "metrics: [{id: m, name: M}]\n"
        "steps:\n  - {action: B, channel: [phone, letter]}\n"
    )
    assert mended(text, "unused-definition") == text
    assert mended(text, "unused-definition", unsafe=True) == text.replace(
        "  - Fax  # left over\n", ""
    ).replace("metrics: [{id: m, name: M}]\n", "")


def test_all_items_of_a_list_can_go_one_after_the_other() -> None:
    text = f"{TOP}metrics:\n  - {{id: m, name: M}}\n  - {{id: n, name: N}}\n# end\nsteps: [B]\n"
    found = outcome(text, "unused-definition", unsafe=True)
    assert found.changed[0][1].text == f"{TOP}# end\nsteps: [B]\n"
    assert found.made == len("mn")
    assert found.refused == ()


# -------------------------------------------------------------------------------- what is refused


def test_what_cannot_be_proven_is_refused_with_a_reason_and_all_else_is_mended() -> None:
    text = (
        f"{TOP}steps:\n  - &b {{action: B, chanel: phone}}\n  - *b\n"
        "  - action: C\n    moment: |-\n     critcal\n  - {action: D, moment: critcal}\n"
    )
    found = outcome(text)
    assert found.changed[0][1].text == text.replace("D, moment: critcal", "D, moment: critical")
    assert [(r.diagnostic.start.line, r.reason) for r in found.refused] == [
        (4, "an alias makes it stand in several places"),
        (7, "it is a text over several lines"),
    ]


def test_a_map_that_is_fine_or_cannot_be_read_is_left_alone() -> None:
    for text in (f"{TOP}steps: [B]\n", "titel: [A\n", "", f"{TOP}steps: [\x07]\n"):
        assert outcome(text).changed == ()


def test_only_files_that_are_linted_are_mended() -> None:
    files = {"w.library.yaml": "channels: [Phone]\n"}
    text = f"{TOP}uses: w.library.yaml\nsteps: {{action: B, channel: Phoen}}\n"
    found = outcome(text, files=files, unsafe=True)
    assert [file.shown for file, _ in found.changed] == [MAP]
    assert found.changed[0][1].text == text.replace("Phoen", "phone")


# ------------------------------------------------------------------------------------ of any map


LINES = [
    "  - Calls",
    "  - 'Waits, a while'",
    "  - {action: Calls, chanel: phone}",
    "  - action: Is treated\n    emotoin: sad\n    feeling: tired",
    "  - action: Pays\n    emotion: anxios\n    pains:\n      - {text: Late, severty: 2}",
    '  - {action: "Goes # home", emotion: frustratd, with: [nurce]}',
    "  - action: |\n      Sleeps\n    channels: [phone,\n      letter]",
    "  - &a {action: Eats, emotion: relaxd}",
    "  - action: Rings\n    moment: critcal\n    offstage: yes\n    need: x",
    "  - action: Leaves\n    next: {to: call}\n    opportunity: Book online",
]
COMMENTS = [
    "",
    "",
    "  # why: [x]",
    " # journeymap: ignore[missing-need]",
    "\n# 'far' out",
    "\n\n      # in",
]
TOPS = [
    "title: A",
    "# journeymap\ntitle: A\nteam: [x]",
    "journeymap: 1\ntitel: A",
    "title: A\nchannels: [Phone, Fax]\nstakeholders:\n  - nurse  # one\n  # two\n  - doctor",
]


@st.composite
def maps(draw: st.DrawFn) -> bytes:
    """A map with mistakes, comments, quotes, any line ends, with or without a BOM."""
    steps = draw(st.lists(st.sampled_from(LINES), min_size=1, max_size=5))
    lines = [f"{line}{draw(st.sampled_from(COMMENTS))}" for line in steps]
    text = "\n".join((draw(st.sampled_from(TOPS)), "steps:", *lines))
    text += draw(st.sampled_from(["", "\n", "\n# end\n"]))
    text = text.replace("\n", draw(st.sampled_from(["\n", "\r\n", "\r"])))
    return draw(st.sampled_from([b"", b"\xef\xbb\xbf"])) + text.encode()


@given(maps(), st.booleans())
def test_fixes_come_to_an_end_and_leave_everything_else_alone(data: bytes, unsafe: bool) -> None:
    words = ("JM0", "JM1") if not unsafe else ("JM0", "JM1", "unwritten-id", "emotion-synonym")
    found = outcome(data, *words, unsafe=unsafe)
    if not found.changed:
        return
    ((file, new),) = found.changed
    old = file.source
    assert old is not None
    assert new.bom == old.bom
    again = outcome(new.data, *words, unsafe=unsafe)
    assert (again.changed, again.made) == ((), 0)
    assert breaks(new) <= breaks(old)
    assert subsequence(kept(new), kept(old))
    if not unsafe:
        assert kept(new) == kept(old) or "ignore[" in old.text
        assert {line for line in lines(old) if not MISTAKES.search(line)} <= set(lines(new))
    errors = outcome(old.data, *words).report.count(Severity.ERROR)
    assert found.report.count(Severity.ERROR) <= errors or unsafe


MISTAKES = re.compile(
    r"chanel|emotoin|feeling|anxios|severty|frustratd|relaxd|critcal|yes|nurce|channels|"
    r"opportunity|to: call|titel|ignore\["
)


def lines(source: Source) -> list[str]:
    return re.split(r"\r\n|\r|\n", source.text)


def breaks(source: Source) -> set[str]:
    return set(re.findall(r"\r\n|\r|\n", source.text)) or {"\n"}


def kept(source: Source) -> list[str]:
    return [source.cut(span) for span in comments(parse(source))]


def subsequence(some: list[str], of: list[str]) -> bool:
    """Whether all comments were there before; of one that ignores rules, at least its beginning."""
    rest = iter(of)
    return all(any(each[:18] == other[:18] for other in rest) for each in some)


def test_many_refusals_are_told_without_proving_each(monkeypatch: pytest.MonkeyPatch) -> None:
    proofs: list[str] = []
    real = Draft.proven

    def counted(draft: Draft) -> Source:
        proofs.append("")
        return real(draft)

    monkeypatch.setattr(Draft, "proven", counted)
    block = "  - action: B\n    moment: |-\n      critcal\n"
    found = outcome(f"{TOP}steps:\n{block * 50}  - {{action: C, chanel: phone}}\n")
    assert (found.made, len(found.refused)) == (1, 50)
    assert len(proofs) == 2


def unproven(monkeypatch: pytest.MonkeyPatch, *lines: int) -> None:
    """Has nothing be proven of a text in which one of some lines differs from what it was."""
    real = Draft.proven

    def checked(draft: Draft) -> Source:
        new = real(draft)
        old = draft._text.splitlines()
        if any(new.text.splitlines()[line - 1] != old[line - 1] for line in lines):
            raise Refused("it cannot be proven")
        return new

    monkeypatch.setattr(Draft, "proven", checked)


@pytest.mark.parametrize("lines", [(4,), (6,), (9,), (4, 5), (5, 8), (4, 5, 6, 7, 8, 9)])
def test_a_fix_that_cannot_be_proven_stops_no_other_and_is_told(
    lines: tuple[int, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    text = f"{TOP}steps:\n" + "  - {action: B, moment: critcal}\n" * 6
    unproven(monkeypatch, *lines)
    found = outcome(text)
    wanted = [
        line.replace("critcal", "critical") if number not in lines else line
        for number, line in enumerate(text.splitlines(), 1)
    ]
    new = found.changed[0][1].text if found.changed else text
    assert new.splitlines() == wanted
    assert found.made == 6 - len(lines)
    assert [(each.diagnostic.start.line, each.reason) for each in found.refused] == [
        (line, "it cannot be proven") for line in lines
    ]
