import csv
import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from inline_snapshot import snapshot
from rich.cells import cell_len

from journeymap.tables.table import (
    Column,
    Kind,
    Table,
    records,
    shown,
    text,
    to_csv,
    to_json,
    to_markdown,
)

COLUMNS = (
    Column(key="stage", title="Stage"),
    Column(key="step", title="Step"),
    Column(key="points", title="Points", kind=Kind.NUMBER),
    Column(key="share", title="Share", kind=Kind.SHARE),
    Column(key="tags", title="Tags"),
)
TABLE = Table(
    columns=COLUMNS,
    rows=(
        ("Before", "Calls", 12.25, 0.5, ("a", "b")),
        ("Before", "Wärtet 日本", -3, None, ()),
        ("After", "", 0.004, 0.333, ("c",)),
    ),
    grouped_by="stage",
)
CELLS = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)


def test_text_aligns_columns_under_headings_of_groups() -> None:
    assert text(TABLE, cell_len) == snapshot("""\
Step         Points   Share  Tags
───────────  ──────  ──────  ────

Before
Calls         12.25    50\xa0%  a, b
Wärtet 日本      −3       –  –

After
–                 0  33.3\xa0%  c
""")


def test_text_without_groups_has_every_column() -> None:
    flat = Table(columns=COLUMNS[:2], rows=(("Before", "Calls"),))
    assert text(flat) == "Stage   Step\n──────  ─────\nBefore  Calls\n"


def test_text_without_rows_is_a_header() -> None:
    assert text(Table(columns=COLUMNS[:2], rows=())) == "Stage  Step\n─────  ────\n"


@given(st.lists(st.tuples(CELLS, st.floats(-1e6, 1e6), CELLS), max_size=5))
def test_numbers_end_in_one_column_of_the_terminal(rows: list[tuple[str, float, str]]) -> None:
    columns = (COLUMNS[1], COLUMNS[2], COLUMNS[4])
    _, rule, *lines = text(Table(columns=columns, rows=tuple(rows)), cell_len).split("\n")[:-1]
    edge = len(rule) - len(rule.split("  ")[2]) - 2
    for line, (_, number, _) in zip(lines, rows, strict=True):
        before = next(line[:i] for i in range(len(line) + 1) if cell_len(line[:i]) == edge)
        assert before.endswith(shown(number, Kind.NUMBER))


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


def test_records_keep_what_people_see_rounded() -> None:
    assert records(TABLE)[1:] == [
        {"stage": "Before", "step": "Wärtet 日本", "points": -3, "share": None, "tags": []},
        {"stage": "After", "step": "", "points": 0.004, "share": 0.333, "tags": ["c"]},
    ]


def test_json_has_a_head_and_rows() -> None:
    assert json.loads(to_json(TABLE, {"version": 1}, "points")) == {
        "version": 1,
        "points": records(TABLE),
    }


def test_json_refuses_what_is_no_number() -> None:
    with pytest.raises(ValueError, match="JSON"):
        to_json(Table(columns=COLUMNS[:1], rows=((float("nan"),),)), {}, "rows")


def test_csv_of_everything() -> None:
    assert to_csv(TABLE) == snapshot("""\
Stage,Step,Points,Share,Tags
Before,Calls,12.25,0.5,a; b
Before,Wärtet 日本,-3,,
After,,0.004,0.333,c
""")


@given(st.lists(CELLS.filter(lambda cell: "\0" not in cell), max_size=4))
def test_csv_reads_back_and_runs_no_formula(cells: list[str]) -> None:
    table = Table(columns=COLUMNS[:1], rows=tuple((cell,) for cell in cells))
    rows = list(csv.reader(io.StringIO(to_csv(table), newline="")))[1:]
    read = [row[0] if row else "" for row in rows]
    told = [cell.replace("\r\n", "\n").replace("\r", "\n") for cell in cells]
    assert [cell.removeprefix("'") for cell in read] == [cell.removeprefix("'") for cell in told]
    assert not any(cell[:1] in {"=", "+", "-", "@", "\t", "\r", "\n"} for cell in read if cell)


def test_markdown_escapes_its_texts() -> None:
    table = Table(
        columns=(COLUMNS[1], COLUMNS[2]), rows=(("a|b *c* <b> [x](y)\nz", -1.5), ("`code`", None))
    )
    assert to_markdown(table) == snapshot(r"""| Step | Points |
| --- | --: |
| a\|b \*c\* &lt;b&gt; \[x\](y) z | −1.5 |
| \`code\` | – |
""")
