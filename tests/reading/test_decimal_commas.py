"""A comma between two digits is told once, with the number that was meant."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.workspace.test_load import read

from journeymap.reading.decimal_commas import Joined, doubtful, join, join_items, with_point
from journeymap.text.document import parse
from journeymap.text.nodes import Mapping, Scalar
from journeymap.text.source import Source

HEAD = "journeymap: 1\ntitle: A\n"


def told(text: str) -> list[tuple[str, str, str]]:
    """Code, place and help of each finding of a map with these lines."""
    file = read(f"{HEAD}{text}\n")
    assert file.source is not None
    return [
        (found.code, file.source.cut(found.span) if found.span else "", found.help)
        for found in file.findings
    ]


def step(fields: str) -> str:
    return f"steps: [{{action: B, {fields}}}]"


@pytest.mark.parametrize(
    ("fields", "number", "meant"),
    [
        ("next: {to: x, share: 0,2}", "0,2", "0.2"),
        ("leaks: {to: x, share: 8,5 %}", "8,5 %", "8.5 %"),
        ("leaks: {share: 8,5 % , to: x}", "8,5 %", "8.5 %"),
        ("leaks: [8,5 %]", "8,5 %", "8.5 %"),
        ("wait: {time: 1,5 h}", "1,5 h", "1.5 h"),
        ("wait: 1,5-2,5 h", "1,5-2,5 h", "1.5-2.5 h"),
        ("importance: {maria: 3,5}", "3,5", "3.5"),
        ("expected: {rating: 3,5}", "3,5", "3.5"),
        ("expected: 3,5", "3,5", "3.5"),
        ("emotion: -0,5", "-0,5", "-0.5"),
    ],
)
def test_a_decimal_comma_is_one_finding(fields: str, number: str, meant: str) -> None:
    assert told(step(fields)) == [("JM002", number, f"write {meant}, with a point")]


@pytest.mark.parametrize("line", ["leaks: 8,5 %", "importance: 1,5", "expected: 3,5"])
def test_a_decimal_comma_outside_braces_is_told_alike(line: str) -> None:
    ((code, _, help_),) = told(f"steps:\n  - action: B\n    {line}")
    assert code == "JM002"
    assert help_.endswith(", with a point")


def test_two_commas_that_leave_the_same_name_are_told_as_two_numbers() -> None:
    helps = [help_ for _, _, help_ in told(step("importance: 3,5, perceived: 2,5"))]
    assert helps == ["write 3.5, with a point", "write 2.5, with a point"]


def test_an_alias_is_told_where_it_is_named() -> None:
    found = told("x-a: &a {to: x, share: 0,2}\nsteps: [{action: B, leaks: *a}]")
    assert found == [("JM002", "0,2", "write 0.2, with a point")]


def test_a_text_that_a_comma_cuts_belongs_in_quotes() -> None:
    found = told("steps: [{action: Pays 3,50 euros}]")
    assert found == [("JM002", "Pays 3,50 euros", 'put it in quotes: "Pays 3,50 euros"')]


def test_a_number_on_a_scale_is_told_its_scale() -> None:
    found = told("evidence: [{id: a, name: B, kind: survey, n: 1,200}]\nsteps: [B]")
    assert found == [("JM002", "1,200", "write 1200")]


def test_a_space_behind_the_comma_changes_the_help_alone() -> None:
    found = told(step("importance: 3, 5"))
    help_ = "a comma inside {…} ends the number before it: write it with a point"
    assert found == [("JM003", "5", help_)]


@pytest.mark.parametrize(
    "line",
    [
        'steps: [{action: "Pays 3,50 euros"}]',
        "steps: [Pays 3, Leaves]",
        "tags: [v1,2b]\nsteps: [B]",
        "steps: [{action: B, x-ours: {a: 3,5}}]",
        "steps: [{action: B, importance: 3,x-a: 5}]",
        "steps: [{action: B, importance: 3,5x-a: 5}]",
    ],
)
def test_other_commas_are_left_alone(line: str) -> None:
    assert [found for found in told(line) if found[0] == "JM002"] == []


@pytest.mark.parametrize(
    ("line", "second", "whole"),
    [
        ("personas: [Walter, 67]\nsteps: [B]", "67", "Walter, 67"),
        ("personas: [Walter,67]\nsteps: [B]", "67", "Walter,67"),
        ("steps: [{action: B, pains: [Costs, 3.5]}]", "3.5", "Costs, 3.5"),
    ],
)
def test_a_number_behind_a_text_may_belong_to_it(line: str, second: str, whole: str) -> None:
    help_ = f'write ["{whole}"] if it is one'
    assert told(line) == [("JM009", second, help_)]


@pytest.mark.parametrize(
    "line",
    ["tags: [67]", "tags: [67, 68]", 'tags: ["Walter", 67]', "tags:\n  - Walter\n  - 67"],
)
def test_a_number_elsewhere_is_told_as_a_text(line: str) -> None:
    found = told(f"{line}\nsteps: [B]")
    assert {code for code, _, _ in found} == {"JM009"}
    assert all(help_.startswith("put it in quotes") for _, _, help_ in found)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("0,2", "0.2"),
        ("8,5 %", "8.5 %"),
        ("1,5-2,5 h", "1.5-2.5 h"),
        ("1,234,567", ""),
        ("3.5", ""),
        ("a, b", ""),
    ],
)
def test_points_for_commas(text: str, expected: str) -> None:
    assert with_point(text) == expected


@given(st.text("09,{}[]: -a'\"", max_size=30))
def test_what_is_joined_is_what_was_written(text: str) -> None:
    source = Source(name="a", text="{a: " + text + "}")
    document = parse(source)
    if document.root is None:
        return
    joined = join(document.root, source)
    assert len(joined.heads) <= len(joined.tails)
    for value in document.root.values() if isinstance(document.root, Mapping) else []:
        if isinstance(value, Scalar) and value.span.start in joined.heads:
            assert value == source.cut(value.span)
            assert "," in value


def test_a_text_without_such_a_comma_is_not_walked() -> None:
    source = Source(name="a", text="{a: 1, b: [2, 3]}")
    root = parse(source).root
    assert isinstance(root, Mapping)
    assert join(root, source) == Joined()
    items = root["b"]  # type: ignore[index]  # a str finds the Scalar that equals it
    assert not isinstance(items, Scalar | Mapping)
    assert join_items(items, source) == ["2", "3"]
    assert list(doubtful(items, source)) == []
