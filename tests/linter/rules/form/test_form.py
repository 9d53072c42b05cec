"""What the loader finds, as the rules of form tell it."""

import pytest
from tests.linter.linting import findings, helps, lint_files

from journeymap.authoring.rule import Rule
from journeymap.linter.rules.form.cut_text import cut_text
from journeymap.linter.rules.form.duplicate_key import duplicate_key
from journeymap.linter.rules.form.invalid_value import invalid_value
from journeymap.linter.rules.form.missing_field import missing_field
from journeymap.linter.rules.form.syntax_error import syntax_error
from journeymap.linter.rules.form.unknown_field import unknown_field
from journeymap.linter.rules.form.unreadable_file import unreadable_file
from journeymap.linter.rules.form.unsupported_version import unsupported_version

MAP = "title: Dental clinic\nsteps:\n  - action: Calls\n    {line}\n"


def step(line: str) -> str:
    """A map of one step with one more line at line 4, from column 5."""
    return MAP.format(line=line)


@pytest.mark.parametrize(
    ("line", "column", "message", "help_"),
    [
        ("emotion: 3", 14, "3 is off the scale of an emotion, -2 to 2", "from -2 to 2"),
        ("importance: 4,5", 17, '"4,5" is no number', "write 4.5, with a point"),
        ("moment: truht", 13, '"truht" is not among the values of `moment`', "mean truth?"),
        ("moment: critical, truth", 13, '"critical, truth" is not among the', "[critical, truth]"),
        ("offstage: yes", 15, '"yes" is neither true nor false', "write true"),
        ("channel: {phone}", 14, "`channel` takes the id or name of a channel", "write [phone]"),
        ("actor: {gp}", 12, "`actor` takes the id or name of a person", "write gp, without"),
        ("note: {a: b}", 11, "`note` takes a text, not fields", "put it in quotes"),
        ("pains: {a: {severity: 3}, b: 1}", 13, "`pains` is a list, and `a` is no", "- id: a"),
        ("evidence: {a: b}", 15, "`evidence` takes the id or name of an evidence item", "write"),
    ],
)
def test_a_wrong_value_is_told_with_a_remedy(
    line: str, column: int, message: str, help_: str
) -> None:
    ((at, place, said),) = findings(step(line), rule=invalid_value)
    assert (at, place) == (4, column)
    assert said.startswith(message)
    assert help_ in helps(step(line), rule=invalid_value)[0]


@pytest.mark.parametrize(
    ("line", "help_"),
    [
        ("emotions: sad", "did you mean `emotion`?"),
        ("opportunites: Book online", "did you mean `opportunities`?"),
        ("Action: Waits", "`action` is there already: keep one of the two"),
        ("segment: Young", "`segment` belongs to a persona"),
        ("framework: care-pathway", "`framework` belongs at the top of the map"),
        ("room: 12", "remove it, or write x-room to keep it for yourself"),
    ],
)
def test_an_unknown_field_is_told_with_the_one_that_was_meant(line: str, help_: str) -> None:
    assert [found[:2] for found in findings(step(line), rule=unknown_field)] == [(4, 5)]
    assert helps(step(line), rule=unknown_field) == [help_]


def test_a_comma_in_a_flow_text_is_seen_through() -> None:
    text = "title: A\nsteps:\n  - {action: Pays, then leaves, emotion: 1}\n"
    assert findings(text, rule=unknown_field) == [(3, 20, "`then leaves` is not a field of a step")]
    assert "comma" in helps(text, rule=unknown_field)[0]


def test_a_text_with_a_colon_is_seen_through_and_told_once() -> None:
    text = "title: A\nsteps:\n  - Books: online\n  - Visits\n"
    assert helps(text, rule=unknown_field) == [
        'put it in quotes if it is one text: "Books: online"'
    ]
    assert findings(text, rule=missing_field) == []


def test_a_field_of_the_wrong_place_belongs_to_the_most_similar_part() -> None:
    text = "title: A\nstakeholders: [{name: GP, segment: x}]\nsteps: [B]\n"
    assert helps(text, rule=unknown_field) == ["`segment` belongs to a persona"]


@pytest.mark.parametrize("field", ["channel: phone", "emotion: sad", "need: x"])
def test_a_field_that_lost_its_indentation_is_not_taken_for_one_of_the_map(field: str) -> None:
    text = f"journeymap: 1\ntitle: C\nsteps:\n- action: Books\n{field}\n"
    lost = "belongs to a step: indent it as far as the fields of the step above"
    name = field.partition(":")[0]
    wanted = "remove it, or write x-emotions to keep it for yourself"
    assert helps(text, rule=unknown_field) == [wanted if name == "emotions" else f"`{name}` {lost}"]
    above = f"journeymap: 1\ntitle: C\n{field}\nsteps: [Books]\n"
    assert lost not in helps(above, rule=unknown_field)[0]


def test_a_misspelt_field_is_not_missing_as_well() -> None:
    text = "titel: A\nSteps: [B]\n"
    assert len(findings(text, rule=unknown_field)) == 2
    assert findings(text, rule=missing_field) == []


def test_what_is_missing_is_told_at_the_first_key_of_its_part() -> None:
    text = "title: A\nsteps:\n  - action: B\n    next: [{share: 150 %}]\n"
    assert findings(text, rule=missing_field) == [(4, 13, "a way in `next` needs `to`")]


def test_a_map_whose_title_is_empty_is_told_at_its_first_line() -> None:
    text = "# clinic\ntitle:\nstatus: draft\nsteps: [B]\n"
    assert findings(text, rule=missing_field) == [
        (2, 1, "nothing stands behind `title:`, which the map needs")
    ]


def test_a_key_given_twice_is_told_at_the_second_one() -> None:
    text = "title: A\nsteps:\n  - action: B\n    note: c\n    note: d\n"
    ((line, column, message),) = findings(text, rule=duplicate_key)
    assert (line, column) == (5, 5)
    assert "line 4" in message


@pytest.mark.parametrize(
    ("text", "count", "severity"),
    [
        ("title: A\nsteps: [B]\n", 1, "note"),
        ("journeymap: 2\ntitle: A\nsteps: [B]\n", 1, "error"),
        ("journeymap: 1\ntitle: A\nsteps: [B]\n", 0, ""),
        ("journeymap: one\ntitle: A\nsteps: [B]\n", 0, ""),
    ],
)
def test_the_version_is_asked_for_and_compared(text: str, count: int, severity: str) -> None:
    report = lint_files({"a.journey.yaml": text}, rules=[unsupported_version])
    assert [d.severity.value for d in report.diagnostics] == [severity] * count


@pytest.mark.parametrize(
    "data",
    [
        b"\xff\xfet\x00i\x00",
        "title: Mar\u00eda\n".encode("latin-1"),
        b"title: " + b"[" * 200 + b"]" * 200,
        b"title: a\xe2\x80\xa8b\n",
        b"a: &a [x, x, x, x, x, x, x, x, x, x]\n"
        + b"".join(
            f"{b}: &{b} [{', '.join([f'*{a}'] * 10)}]\n".encode()
            for a, b in zip("abcde", "bcdef", strict=True)
        ),
    ],
    ids=["utf-16", "latin-1", "deep", "line separator", "aliases"],
)
def test_a_file_that_cannot_be_read_is_one_finding(data: bytes) -> None:
    report = lint_files({"a.journey.yaml": data}, rules=[unreadable_file, missing_field])
    assert [d.rule.name for d in report.diagnostics] == ["unreadable-file"]


@pytest.mark.parametrize("rule", [syntax_error, invalid_value, unknown_field, missing_field])
def test_a_sound_map_has_nothing_of_the_kind(rule: Rule) -> None:
    assert findings("title: A\nx-ours: {any: [thing]}\nsteps: [B]\n", rule=rule) == []


@pytest.mark.parametrize(
    ("line", "column"),
    [
        ("touchpoint: Desk #2", 22),
        ("touchpoint: no", 17),
        ("thought: 010", 14),
        ("pains: [true]", 13),
    ],
)
def test_texts_that_yaml_takes_for_something_else(line: str, column: int) -> None:
    assert [found[:2] for found in findings(step(line), rule=cut_text)] == [(4, column)]


@pytest.mark.parametrize(
    "line",
    [
        "touchpoint: Desk # the second one",
        'touchpoint: "Desk #2"',
        "duration: 10 min #2",
        "importance: 3",
        "note: |\n      Desk #2",
    ],
)
def test_texts_that_are_whole(line: str) -> None:
    assert findings(step(line), rule=cut_text) == []
