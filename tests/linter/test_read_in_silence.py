"""What was read without a word, and was meant otherwise: each kind with its neighbours."""

import pytest
from tests.linter.linting import MAP, lint_files

from journeymap.linter.profiles import Selection
from journeymap.linter.registry import RULES
from journeymap.model.journey import Status
from journeymap.model.languages import labelled, tag
from journeymap.words.labels import label

HEAD = "journeymap: 1\ntitle: Clinic\n"


def told(text: str, *codes: str, profile: Status | None = None) -> list[tuple[str, str, str]]:
    """Place, message and help of what is found; of some rules, or of a draft."""
    selection = Selection(select=codes) if codes else Selection(profile=profile or Status.DRAFT)
    report = lint_files({MAP: HEAD + text}, rules=RULES, selection=selection)
    return [
        (f"{each.start.line - 2}:{each.start.column}", str(each.message), str(each.help))
        for each in report.diagnostics
    ]


NAMES = {
    "a stage as a key with a list": (
        "stages:\n  - Before: [Books, Calls]\n",
        "2:5",
        "`Before` is not a field of a stage",
        "write name: Before, and its steps below it, under steps:",
    ),
    "a stage as a key over steps": (
        "stages:\n  - Before:\n      - action: Books\n",
        "2:5",
        "`Before` is not a field of a stage",
        "write name: Before, and its steps below it, under steps:",
    ),
    "a step as a key": (
        "steps:\n  - Books online:\n      channel: phone\n",
        "2:5",
        "`Books online` is not a field of a step",
        "write action: Books online, and begin its fields in the column of `action`",
    ),
    "a step as a key beside its fields": (
        "steps:\n  - Books:\n    channel: phone\n",
        "2:5",
        "`Books` is not a field of a step",
        "write action: Books, and its fields below it",
    ),
    "a pain as a key": (
        "steps:\n  - action: Books\n    pains:\n      - Slow: {severity: 3}\n",
        "4:9",
        "`Slow` is not a field of a pain",
        "write text: Slow, and begin its fields in the column of `text`",
    ),
    "a persona as a key": (
        "personas: [{Maria: {goals: [Peace]}}]\nsteps: [Books]\n",
        "1:13",
        "`Maria` is not a field of a persona",
        "write name: Maria, and begin its fields in the column of `name`",
    ),
}


@pytest.mark.parametrize(("text", "place", "message", "help_"), NAMES.values(), ids=NAMES)
def test_a_name_that_stands_as_a_field_is_told_once(
    text: str, place: str, message: str, help_: str
) -> None:
    assert told(text) == [(place, message, help_)]


def test_nothing_is_missing_that_stands_below_such_a_name() -> None:
    text = "steps:\n  - Books:\n      {channel: phone, emotion: sad, need: Soon}\n"
    codes = ("JM003", "JM004", "JM204", "JM205", "JM206")
    assert len(told(text, *codes)) == 1


def test_a_stage_of_a_list_without_a_name_is_told() -> None:
    help_ = "add name: what the persona would call this part, such as Before the visit"
    assert told("stages:\n  - steps: [Books]\n  - {name: B, steps: [Goes]}\n") == [
        ("2:5", 'the stage that begins with "Books" has no name', help_)
    ]
    assert told("stages:\n  - phase: before\n    steps: [{action: Calls}]\n") == [
        ("2:5", 'the stage that begins with "Calls" has no name', help_)
    ]
    assert [
        found[1] for found in told("stages: [{id: a}, {name: B, steps: [Goes]}]\n", "JM223")
    ] == ["a stage has no name"]


@pytest.mark.parametrize(
    "text",
    [
        "steps: [Books]\n",
        "stages: {Before: [Books]}\n",
        "stages: [{name: Before, steps: [Books]}]\n",
    ],
)
def test_the_one_stage_that_steps_make_needs_no_name(text: str) -> None:
    assert told(text, "JM223") == []


@pytest.mark.parametrize(
    ("written", "spoken", "said"),
    [
        ("es", "es", "es"),
        ("es-MX", "es", "es-MX"),
        ("ES", "es", "ES"),
        ("pl_PL", "pl", "pl-PL"),
        ("polski", "pl", "pl"),
        ("Español", "es", "es"),
        ("English", "en", "en"),
        ("est", "", "est"),
        ("plt", "", "plt"),
        ("fr-CA", "", "fr-CA"),
        ("français", "", ""),
        ("in English, please", "", ""),
        ('en" onload="x', "", ""),
        ("e", "", ""),
    ],
)
def test_a_language_is_a_tag_or_a_name(written: str, spoken: str, said: str) -> None:
    assert labelled(written) == spoken
    assert tag(written) == said
    assert label("steps", written) == label("steps", spoken or "en")
    assert bool(told(f"language: '{written}'\nsteps: [Books]\n", "JM011")) == (not spoken)


@pytest.mark.parametrize(
    ("written", "message", "help_"),
    [
        (
            "est",
            'there are no labels in "est": they are in English',
            "write es if Spanish is meant; leave it if the map is written in est",
        ),
        (
            "fr",
            'there are no labels in "fr": they are in English',
            "write en, es or pl; leave it if the map is written in fr",
        ),
        (
            "deutsch",
            '"deutsch" is no language tag: labels are in English',
            "write en, es or pl, or the tag of another language, such as fr",
        ),
    ],
)
def test_a_language_without_labels_is_told(written: str, message: str, help_: str) -> None:
    assert told(f"language: {written}\nsteps: [Books]\n") == [("1:11", message, help_)]


@pytest.mark.parametrize("code", ["FFFE", "FFFF", "FEFF", "2028", "FDD0", "0000"])
def test_an_escape_for_no_character_is_told_at_its_text(code: str) -> None:
    found = told(f'steps: ["Books \\u{code}"]\n')
    assert found == [
        (
            "1:9",
            f"the text holds an invisible control character (U+{code})",
            f"delete it, or its escape (\\u{code}), from the text",
        )
    ]


def test_ordinary_escapes_are_no_mistake() -> None:
    assert told('steps: ["Books \\u00e9\\uFFFD \\U0001F600"]\n') == []


LINKS = {
    "a file that is not there": (
        "notes/talks.md",
        "notes/talks.md",
        "check the path; it is relative to this file",
    ),
    "a slip in its name": (
        MAP.replace(".yaml", ".yml"),
        MAP.replace(".yaml", ".yml"),
        f"did you mean {MAP}?",
    ),
    "a part of it": ("talks.md#page-3", "talks.md", "check the path; it is relative to this file"),
    "an address without its beginning": (
        "www.example.org/a",
        "www.example.org/a",
        "begin it with https:// if it is on the web: https://www.example.org/a",
    ),
}


@pytest.mark.parametrize(("link", "said", "help_"), LINKS.values(), ids=LINKS)
def test_a_link_to_nothing_is_told(link: str, said: str, help_: str) -> None:
    text = f"evidence: [{{id: talks, kind: interview, link: '{link}'}}]\nsteps: [Books]\n"
    assert told(text, "JM116", "JM104") == [("1:47", f"there is no file `{said}`", help_)]


@pytest.mark.parametrize(
    "link",
    [
        f"{MAP}",
        f"{MAP}#steps",
        f"./{MAP}",
        "https://example.org/no",
        "mailto:a@example.org",
        "#a",
        ".",
    ],
)
def test_a_link_that_leads_somewhere_or_to_the_web_is_not(link: str) -> None:
    text = f"evidence: [{{id: talks, kind: interview, link: '{link}'}}]\nsteps: [Books]\n"
    assert told(text, "JM116", "JM104") == []


SPLITS = {
    "two ways": ("[b, c]", '"B" and "C"', "how many take each is not said"),
    "two ways, one to the end": ("[b, end]", '"B" and end', "how many take each is not said"),
    "beside a share": (
        "[b, c, {to: end, share: 10 %}]",
        '"B" and "C"',
        "as many are counted on each",
    ),
    "beside a leak": ("[b, c]\n    leaks: 10 %", '"B" and "C"', "as many are counted on each"),
}


@pytest.mark.parametrize(("ways", "names", "counted"), SPLITS.values(), ids=SPLITS)
def test_ways_without_shares_are_asked_for_them(ways: str, names: str, counted: str) -> None:
    text = f"steps:\n  - action: A\n    next: {ways}\n  - {{action: B, next: end}}\n  - C\n"
    assert told(text, "JM114") == [
        (
            "3:5",
            f'from "A" ways lead on to {names} without a share: {counted}',
            "add share: to all but one, such as {to: …, share: 5 %}; the rest take that one",
        )
    ]


@pytest.mark.parametrize("ways", ["[b, {to: c, share: 5 %}]", "b", "[{to: a, share: 5 %}, b]"])
def test_one_way_takes_the_rest(ways: str) -> None:
    text = f"steps:\n  - action: A\n    next: {ways}\n  - {{action: B, next: end}}\n  - C\n"
    assert told(text, "JM114") == []


@pytest.mark.parametrize(
    ("key", "shown", "code"),
    [
        ("\u200bchannel", "channel", "200B"),
        ("chan\u00adnel", "channel", "00AD"),
        ("channel\u200e", "channel", "200E"),
        ("\u2060action", "action", "2060"),
    ],
)
def test_a_character_that_nobody_sees_in_a_name_is_told(key: str, shown: str, code: str) -> None:
    message = f"`{shown}` holds a character that nobody sees (U+{code})"
    found = told(f"steps:\n  - need: Soon\n    action: Books\n    {key}: phone\n", "JM003")
    assert found == [("4:5", message, "type the name anew")]
