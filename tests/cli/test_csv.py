"""Every CSV: numbers in full, signs that programs read, and no text that a spreadsheet runs."""

import csv
import io
import json
from collections.abc import Iterator
from typing import Any

import pytest
from tests.cli.running import CommandLine

MAP = """journeymap: 1
title: "=cmd()"
persona: "@Ann"
channels: ["+48 600 700", "-phone"]
stages:
  - name: "+Before"
    steps:
      - id: books
        action: "=HYPERLINK(A1)"
        emotion: -1.5
        channel: ["+48 600 700", "-phone"]
        need: "-1+1"
        importance: 5
        expected: 4
        perceived: 2
        leaks: [{share: 7 %}]
        pains: [{text: "@waits", severity: 3, probability: 2}]
        opportunities: [{text: "\\tCall", impact: 4, effort: 3}]
      - {id: is-seen, action: "-2", emotion: angry, leaks: [{share: 3 %}]}
"""
WRITERS = {
    "gaps": ("show", "--view", "gaps"),
    "leverage": ("show", "--view", "leverage"),
    "flow": ("show", "--view", "flow"),
    "channels": ("show", "--view", "channels"),
    "stakeholders": ("show", "--view", "stakeholders"),
    "coverage": ("show", "--view", "coverage"),
    "ranking": ("leverage",),
    "explanation": ("leverage", "--explain", "books"),
    "comparison": ("leverage", "--what-if", "books.emotion=-0.5"),
}


@pytest.fixture
def clinic(cli: CommandLine) -> CommandLine:
    cli.write(MAP)
    return cli


def told(cli: CommandLine, writer: str, form: str) -> str:
    command, *options = WRITERS[writer]
    done = cli(command, "clinic.journey.yaml", *options, "--format", form, "-q")
    assert done.code == 0
    return done.out


def rows(cli: CommandLine, writer: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(told(cli, writer, "csv"), newline="")))


def numbers(content: object) -> Iterator[float]:
    if isinstance(content, dict):
        yield from (each for value in content.values() for each in numbers(value))
    elif isinstance(content, list):
        yield from (each for value in content for each in numbers(value))
    elif isinstance(content, int | float) and not isinstance(content, bool):
        yield float(content)


def as_number(cell: str) -> float | None:
    try:
        return float(cell)
    except ValueError:
        return None


@pytest.mark.parametrize("writer", WRITERS)
def test_no_cell_runs_and_every_sign_is_read(clinic: CommandLine, writer: str) -> None:
    out = told(clinic, writer, "csv")
    cells = [cell for row in csv.reader(io.StringIO(out, newline="")) for cell in row if cell]
    assert [c for c in cells if c[0] in "=+-@\t\r\n" and as_number(c) is None] == []
    assert [c for c in cells if c.startswith("−")] == []


@pytest.mark.parametrize(
    ("writer", "column", "route"),
    [
        ("leverage", "Pressure", ("points", "pressure")),
        ("ranking", "Pressure", ("points", "pressure")),
        ("ranking", "Ceiling", ("points", "ceiling")),
        ("ranking", "Payoff", ("points", "payoff")),
        ("gaps", "Gap", ("steps", "gap")),
        ("flow", "Lost here", ("steps", "lost")),
        ("stakeholders", "Emotion, -2 to 2", ("people", "emotion")),
        ("explanation", "Points", ("drivers", "points")),
        ("coverage", "Need", ("stages", "need")),
    ],
)
def test_csv_and_json_say_the_same_numbers(
    clinic: CommandLine, writer: str, column: str, route: tuple[str, str]
) -> None:
    content: dict[str, Any] = json.loads(told(clinic, writer, "json"))
    exact = [each[route[1]] for each in content[route[0]]]
    written = [as_number(row[column]) for row in rows(clinic, writer)]
    known = [pair for pair in zip(written, exact, strict=True) if pair != (None, None)]
    assert [one for one, _ in known] == pytest.approx([other for _, other in known], rel=1e-11)
    assert any(value is not None and value % 1 for value in exact) or writer in {"gaps", "coverage"}


def test_what_stands_in_a_comparison_is_in_its_json(clinic: CommandLine) -> None:
    row = rows(clinic, "comparison")[0]
    point = json.loads(told(clinic, "comparison", "json"))["points"][0]
    days = [float(row["Pressure today"]), float(row["Pressure then"])]
    assert days == pytest.approx(list(numbers(point["pressure"])), rel=1e-11)
    assert any(day % 1 for day in days)


def test_a_text_that_is_a_negative_number_stays_one(clinic: CommandLine) -> None:
    assert [row["Step"] for row in rows(clinic, "flow")] == ["'=HYPERLINK(A1)", "-2"]
