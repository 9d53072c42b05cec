"""Every driver of every example, and what the examples' articles argue for."""

from functools import partial
from pathlib import Path

import pytest
from syrupy.assertion import SnapshotAssertion

import journeymap
from journeymap.analysis.analysis import Analysis
from journeymap.analysis.leverage import Driver, Point
from journeymap.tables.table import Column, Kind, Table
from journeymap.terminal.fitted_table import text
from journeymap.words.reasons import sentence

Row = tuple[str | float | None, ...]
EXAMPLES = sorted((Path(__file__).resolve().parents[2] / "examples").glob("*.journey.yaml"))


def analysis_of(path: Path) -> Analysis:
    found = journeymap.load(path).analysis
    assert found
    return found


def row(point: Point) -> Row:
    values = (point.drives[driver].value for driver in Driver)
    assumed = "assumed" if point.assumed else ""
    return (point.step.id, *values, point.pressure, point.ceiling, point.payoff, assumed)


def cell(at: int, cells: Row) -> str | float | None:
    return cells[at]


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.name.removesuffix(".yaml"))
def test_every_driver_of_each_step(path: Path, snapshot: SnapshotAssertion) -> None:
    names = [*map(str, Driver), "pressure", "ceiling", "payoff"]
    columns: tuple[Column[Row], ...] = (
        Column(title="step", value=partial(cell, 0)),
        *(
            Column(title=name, kind=Kind.NUMBER, value=partial(cell, at))
            for at, name in enumerate(names, start=1)
        ),
        Column(title="rests on", value=partial(cell, -1)),
    )
    analysis = analysis_of(path)
    points = analysis.leverage
    table = text(Table(columns=columns, items=tuple(map(row, points))))
    sentences = ((point.rank, sentence(point, analysis.journey_map)) for point in points)
    reasons = "".join(f"{rank} {words}\n" for rank, words in sentences if words)
    assert f"{table}\n{reasons}" == snapshot


@pytest.mark.parametrize(
    ("name", "steps"),
    [
        ("diabetes-care-pathway", {"hears-diagnosis", "keeps-to-treatment", "is-referred"}),
        ("customer-lifecycle", {"first-restaurant", "compares-offers", "recommends"}),
        ("clinica-dental", {"recibe-presupuesto", "escribe-por-whatsapp", "se-cuida-en-casa"}),
        ("digital-health-plan", {"is-asked-again", "is-offered-points", "chooses-pcp"}),
        # Of their third points no step is among the first three.
        ("przychodnia", {"dzwoni-do-rejestracji", "wybiera-termin", "dostaje-przypomnienie"}),
        ("health-plan-member", {"gets-card", "finds-doctor", "asks-about-cover"}),
    ],
)
def test_the_first_three_are_mostly_those_of_the_articles(name: str, steps: set[str]) -> None:
    path = next(each for each in EXAMPLES if each.name == f"{name}.journey.yaml")
    assert {point.step.id for point in analysis_of(path).leverage[:3]} == steps
