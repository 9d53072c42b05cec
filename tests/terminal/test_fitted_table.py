from operator import itemgetter

from hypothesis import given
from hypothesis import strategies as st
from inline_snapshot import snapshot
from rich.cells import cell_len

from journeymap.tables.table import Cell, Column, Kind, Reader, Table, shown
from journeymap.terminal.fitted_table import text

Row = tuple[Cell, ...]
STEP: Column[Row] = Column(title="Step", value=itemgetter(0))
POINTS: Column[Row] = Column(title="Points", kind=Kind.NUMBER, value=itemgetter(1), spare=1)
STAGE: Column[Row] = Column(title="Stage", value=itemgetter(2), heading=True)
WHY: Column[Row] = Column(title="Why", value=itemgetter(3), below="because")
CSV_ONLY: Column[Row] = Column(title="Id", value=itemgetter(0), reader=Reader.PROGRAMS)
BAR: Column[Row] = Column(title="Bar", value=lambda _: "█" * 20, reader=Reader.TERMINAL)
ITEMS: tuple[Row, ...] = (
    ("Calls", 12.25, "Before", "nobody answers"),
    ("Wärtet 日本", -3, "Before", None),
    ("", 0.004, "After", ""),
)
CELLS = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)


def test_columns_are_aligned_under_headings_of_groups() -> None:
    assert text(Table(columns=(STAGE, CSV_ONLY, STEP, POINTS), items=ITEMS), cell_len) == snapshot(
        """\
Step         Points
───────────  ──────

Before
Calls         12.25
Wärtet 日本      −3

After
–                 0
"""
    )


def test_what_is_said_stands_around_and_below_the_rows() -> None:
    table = Table(
        title="Clinic",
        lines=("One.", "Two."),
        columns=(STEP, WHY),
        items=ITEMS[:2],
        notes=("End.",),
    )
    assert text(table, cell_len) == snapshot("""\
Clinic
One.
Two.

Step
───────────
Calls
             because nobody answers

Wärtet 日本

End.
""")


def test_a_table_without_rows_is_what_is_said() -> None:
    table = Table(title="Clinic", columns=(STEP,), items=(), notes=("End.",))
    assert text(table) == "Clinic\n\nEnd.\n"


def test_a_narrow_terminal_breaks_texts_leaves_out_what_is_spare_and_keeps_bars_whole() -> None:
    rows: tuple[Row, ...] = (("Waits until somebody calls back about it", 7),)
    table = Table(columns=(STEP, POINTS, BAR), items=rows)
    assert text(table, cell_len) == snapshot("""\
Step                                      Points  Bar
────────────────────────────────────────  ──────  ────────────────────
Waits until somebody calls back about it       7  ████████████████████
""")
    assert text(table, cell_len, 60) == snapshot("""\
Step                            Points  Bar
──────────────────────────────  ──────  ────────────────────
Waits until somebody calls           7  ████████████████████
back about it
""")
    assert text(table, cell_len, 20) == snapshot("""\
Step                Bar
──────────────────  ────────────────────
Waits until         ████████████████████
somebody calls
back about it
""")


@given(st.lists(st.tuples(CELLS, st.floats(-1e6, 1e6), CELLS), min_size=1, max_size=5))
def test_numbers_end_in_one_column_of_the_terminal(rows: list[tuple[str, float, str]]) -> None:
    last: Column[Row] = Column(title="Tags", value=itemgetter(2))
    table = Table(columns=(STEP, POINTS, last), items=tuple(rows))
    _, rule, *lines = text(table, cell_len).split("\n")[:-1]
    edge = len(rule) - len(rule.split("  ")[2]) - 2
    assert len(lines) == len(rows)
    for line, (_, number, _) in zip(lines, rows, strict=True):
        before = next(line[:i] for i in range(len(line) + 1) if cell_len(line[:i]) == edge)
        assert before.endswith(shown(number, Kind.NUMBER))
