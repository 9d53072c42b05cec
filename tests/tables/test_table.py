import csv
import io
import json
import re
from operator import itemgetter

import pytest
from hypothesis import given
from hypothesis import strategies as st
from inline_snapshot import snapshot

from journeymap.tables.table import (
    VERSION,
    Cell,
    Column,
    Kind,
    Reader,
    Table,
    records,
    shown,
    to_csv,
    to_json,
    to_markdown,
)

Row = tuple[Cell, ...]
STEP: Column[Row] = Column(key="step", title="Step", value=itemgetter(0))
POINTS: Column[Row] = Column(
    key="points", title="Points", kind=Kind.NUMBER, value=itemgetter(1), decimals=1
)
TABLE: Table[Row] = Table(
    title="Clinic",
    lines=("One * line.",),
    columns=(
        Column(key="id", title="Id", value=lambda row: f"s-{row[0]}", reader=Reader.PROGRAMS),
        STEP,
        POINTS,
        Column(title="Bar", value=lambda _: "█", reader=Reader.TERMINAL),
        Column(title="Share", kind=Kind.SHARE, value=itemgetter(2), reader=Reader.PEOPLE),
        Column(key="tags", title="Tags", value=itemgetter(3), json=lambda row: row[3] or None),
        Column(key="known", json=lambda row: row[2] is not None),
    ),
    items=(
        ("Calls", 12.25, 0.5, ("a", "b")),
        ("Wärtet 日本", -3, None, ()),
        ("", 0.04, 0.333, ("c",)),
    ),
    notes=("A note.",),
    head={"journey": "clinic"},
    key="steps",
)
CELLS = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)


@pytest.mark.parametrize(
    ("cell", "kind", "expected"),
    [
        (None, Kind.TEXT, "–"),
        (" \n ", Kind.TEXT, "–"),
        ("two\nlines", Kind.TEXT, "two lines"),
        (-0.001, Kind.NUMBER, "0"),
        (100, Kind.NUMBER, "100"),
        (-1.5, Kind.NUMBER, "−1.5"),
        (0.085, Kind.SHARE, "8.5\u00a0%"),
        (1, Kind.SHARE, "100\u00a0%"),
    ],
)
def test_cells_as_people_read_them(cell: str | float | None, kind: Kind, expected: str) -> None:
    assert shown(cell, kind) == expected


@pytest.mark.parametrize(
    ("decimals", "value", "cell"), [(None, 2.25, 2.25), (1, 2.25, 2.2), (0, 2.25, 2), (0, "a", "a")]
)
def test_people_get_numbers_rounded(decimals: int, value: Cell, cell: Cell) -> None:
    column: Column[Cell] = Column(title="Points", value=lambda item: item, decimals=decimals)
    assert repr(column.cell(value)) == repr(cell)


def test_json_has_its_own_columns_and_numbers_unrounded() -> None:
    assert records(TABLE) == [
        {"id": "s-Calls", "step": "Calls", "points": 12.25, "tags": ("a", "b"), "known": True},
        {"id": "s-Wärtet 日本", "step": "Wärtet 日本", "points": -3, "tags": None, "known": False},
        {"id": "s-", "step": "", "points": 0.04, "tags": ("c",), "known": True},
    ]


def test_json_has_a_version_a_head_and_rows() -> None:
    content = json.loads(to_json(TABLE))
    assert list(content) == ["version", "journey", "steps"]
    assert (content["version"], content["journey"]) == (VERSION, "clinic")
    assert [row["points"] for row in content["steps"]] == [12.25, -3, 0.04]


def test_json_may_have_more_rows() -> None:
    table = Table(columns=(STEP,), items=(), all_items=(("Calls",),))
    assert records(table) == [{"step": "Calls"}]
    assert to_csv(table) == "Step\n"


def test_json_refuses_what_is_no_number() -> None:
    table = Table(columns=(STEP,), items=((float("nan"),),))
    with pytest.raises(ValueError, match="JSON"):
        to_json(table)


def test_csv_has_what_is_for_programs_and_for_anybody() -> None:
    assert to_csv(TABLE) == snapshot("""\
Id,Step,Points,Tags
s-Calls,Calls,12.25,a; b
s-Wärtet 日本,Wärtet 日本,-3,
s-,,0.04,c
""")


@given(st.lists(CELLS.filter(lambda cell: "\0" not in cell), max_size=4))
def test_csv_reads_back_and_runs_no_formula(cells: list[str]) -> None:
    read = [row[0] if row else "" for row in csv_cells(*cells)]
    written = [cell.replace("\r\n", "\n").replace("\r", "\n") for cell in cells]
    assert [plain(cell) for cell in read] == [plain(cell) for cell in written]
    assert not any(runs(cell) for cell in read)


def csv_cells(*cells: Cell) -> list[list[str]]:
    table = Table(columns=(STEP,), items=tuple((cell,) for cell in cells))
    return list(csv.reader(io.StringIO(to_csv(table), newline="")))[1:]


def plain(cell: str) -> str:
    return cell.removeprefix("'").replace("−", "-")


def runs(cell: str) -> bool:
    """Whether a spreadsheet takes a cell for a formula, and not for a number."""
    return cell[:1] in set("=+-@\t\r\n＝＋－＠") and not re.fullmatch(r"-\d+(\.\d+)?", cell)


@pytest.mark.parametrize(
    ("cell", "written"),
    [
        (64.7, "64.7"),
        (64.69999999999999, "64.7"),  # as sums come out
        (1 / 3, "0.333333333333"),
        (-0.5, "-0.5"),
        (-3, "-3"),
        (56.0, "56"),
        (-0.0, "0"),
        (2**60, str(2**60)),
        (1e-7, "1e-07"),
        (None, ""),
    ],
)
def test_csv_has_whole_numbers(cell: Cell, written: str) -> None:
    assert to_csv(Table(columns=(STEP, STEP), items=((cell,),))) == (
        f"Step,Step\n{written},{written}\n"
    )


@pytest.mark.parametrize(
    ("cell", "written"),
    [
        ("−0.4", "-0.4"),
        ("-0.4", "-0.4"),
        ("emotion −2", "emotion -2"),
        ("−0.4 ○", "'-0.4 ○"),
        ("importance − perceived", "importance − perceived"),
        ("1−2", "1−2"),
        ("=1+1", "'=1+1"),
        ("+1", "'+1"),
        ("-1+1", "'-1+1"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\t=1", "'\t=1"),
        ("\r=1", "'\n=1"),
        ("＝1+1", "'＝1+1"),
        (("=1", "b"), "'=1; b"),
        ("a=1", "a=1"),
    ],
)
def test_csv_has_signs_that_programs_read_and_runs_nothing(cell: Cell, written: str) -> None:
    assert csv_cells(cell) == [[written]]


def test_markdown_is_a_section_with_what_is_for_people() -> None:
    assert to_markdown(TABLE) == snapshot("""\
## Clinic

One \\* line.

| Step | Points | Share | Tags |
| --- | --: | --: | --- |
| Calls | 12.2 | 50\xa0% | a, b |
| Wärtet 日本 | −3 | – | – |
| – | 0 | 33.3\xa0% | c |

A note.
""")


def test_markdown_escapes_its_texts() -> None:
    table = Table(columns=(STEP, POINTS), items=(("a|b *c* <b> [x](y)\nz", -1.5), ("`code`", None)))
    assert to_markdown(table) == snapshot(r"""| Step | Points |
| --- | --: |
| a\|b \*c\* &lt;b&gt; \[x\](y) z | −1.5 |
| \`code\` | – |
""")
