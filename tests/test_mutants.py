"""Planting mistakes notices which of them tests notice: it is run by hand, as it takes minutes."""

from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, cast

import pytest
from benchmarks.mutations import Mutant, is_sound, mutants

pytest.importorskip("resource")
from benchmarks.mutants import (
    End,
    Kept,
    apart,
    ended,
    functions_now,
    modules,
    sample,
    swap,
    table,
)

if TYPE_CHECKING:
    from collections.abc import Callable

TEXT = b'''"""Numbers."""

__slots__ = ("a",)
MOST: int = 9  # at most


class Gauge:
    """Shows a number."""

    @staticmethod
    def shown(value: "int | None", names=("a", "b")) -> str:
        """Returns it."""
        if value is None or not names:
            return ""
        while value > MOST:
            value -= 1
        return f"{min(value, MOST)} \xc3\xa9" + sorted(names)[0]
'''
FILE = "gauge.py"


def planted(old: str, new: str) -> Mutant:
    return next(
        each
        for each in mutants(FILE, TEXT)
        if (TEXT[each.start : each.end].decode(), each.new) == (old, new)
    )


def test_what_could_be_mistaken() -> None:
    told = [(TEXT[each.start : each.end].decode(), each.new) for each in mutants(FILE, TEXT)]
    assert told == [
        ("9", "10"),
        ("9", "8"),
        ('"a"', '""'),
        ('"b"', '""'),
        ("value is None or not names", "not (value is None or not names)"),
        ("is", "is not"),
        ("or", "and"),
        ("not", ""),
        ('""', "None"),
        (">", "<="),
        (">", ">="),
        ("value -= 1", "pass"),
        ("1", "0"),
        ("1", "2"),
        ('f"{min(value, MOST)} é"', '""'),
        ('f"{min(value, MOST)} é" + sorted(names)[0]', "None"),
        ("+", "-"),
        ("sorted", "list"),
        ("0", "-1"),
        ("0", "1"),
    ]
    assert all(is_sound(each, TEXT) for each in mutants(FILE, TEXT))


def test_a_mistake_is_told_by_its_line_and_keeps_the_lines_below() -> None:
    turned = planted("or", "and")
    assert turned.function == ("Gauge.shown", 10)
    assert turned.told(TEXT) == (
        "gauge.py:13  `if value is None or not names:` → `if value is None and not names:`"
    )
    assert turned.undone(TEXT).planted(TEXT) == TEXT
    text = b"def f():\n    g(\n        1,\n    )\n    return 2\n"
    (removed,) = (each for each in mutants(FILE, text) if each.new == "pass")
    assert removed.planted(text) == b"def f():\n    pass\n\n\n    return 2\n"


@pytest.fixture
def gauge(tmp_path: Path) -> ModuleType:
    module = ModuleType("gauge")
    exec(compile(TEXT, str(tmp_path / FILE), "exec"), module.__dict__)  # noqa: S102
    return module


@pytest.mark.filterwarnings("ignore:.*fork:DeprecationWarning")
@pytest.mark.parametrize(
    ("old", "new", "end"),
    [("+", "-", End.KILLED), ("or", "and", End.KILLED), ("sorted", "list", End.SURVIVED)],
)
def test_a_planted_mistake_is_noticed(
    gauge: ModuleType, tmp_path: Path, old: str, new: str, end: End
) -> None:
    mutant = planted(old, new)
    shown = cast("Callable[[int | None], str]", gauge.Gauge.shown)

    def run() -> bool:
        assert mutant.function
        path, text = str(tmp_path / FILE), mutant.planted(TEXT)
        assert swap(functions_now(), path, text, mutant.function)
        return (shown(11), shown(None)) == ("9 éa", "")

    pid = apart(run)
    assert ended() == (pid, end)
    assert shown(11) == "9 éa"


def test_the_sample_depends_on_the_seed_alone() -> None:
    texts = {FILE: TEXT}
    assert sample(texts, 5, 17) == sample(texts, 5, 17) != sample(texts, 5, 18)
    assert len({each.key for each in sample(texts, 99, 17)}) == len(mutants(FILE, TEXT))
    assert all(path.is_file() for path in modules())


def test_the_sample_of_a_module_stays_whatever_becomes_of_others() -> None:
    alone, beside = (sample({FILE: TEXT, **more}, 99, 17) for more in ({}, {"b.py": b"A = 1\n"}))
    assert len(beside) == len(alone) + 2
    assert [each for each in beside if each.file == FILE] == alone


def test_what_is_there_for_types_is_no_mistake() -> None:
    text = b"def f(a):\n    assert_never(a)\n    typing.cast('str', a)\n    g(a)\n"
    assert [(each.line, each.new) for each in mutants(FILE, text)] == [(4, "pass")]


def test_what_became_of_a_mistake_is_known_while_its_module_stays(tmp_path: Path) -> None:
    path, mutant = tmp_path / "ends.jsonl", planted("or", "and")
    Kept(path, {FILE: TEXT}).note(mutant, End.SURVIVED)
    Kept(path, {FILE: TEXT}).note(mutant, End.KILLED)
    assert Kept(path, {FILE: TEXT}).end(mutant) is End.KILLED
    assert Kept(path, {FILE: TEXT + b"#"}).end(mutant) is None


def test_the_table_counts_by_room() -> None:
    one, other = mutants("src/a/gauge.py", TEXT)[:2]
    assert table([(one, End.KILLED), (other, End.SURVIVED)]).splitlines()[2:] == [
        "| a | 1 | 0 | 1 | 0 | 50.0% |",
        "| all | 1 | 0 | 1 | 0 | 50.0% |",
    ]
