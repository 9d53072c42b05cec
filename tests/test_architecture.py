"""House rules that a machine can hold: layers, sizes, no hidden input or output, sharp tests."""

import ast
import re
import tomllib
from collections.abc import Iterator
from functools import cache
from graphlib import TopologicalSorter
from itertools import chain
from pathlib import Path

import pytest
from grimp import build_graph
from importlinter.cli import lint_imports

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "src" / "journeymap"
OURS = sorted(PACKAGE.rglob("*.py"))
EVERY = OURS + sorted(
    path for folder in ("benchmarks", "scripts", "tests") for path in (ROOT / folder).rglob("*.py")
)
MODULE_LINES, FUNCTION_LINES = 400, 40
# Calls that read the clock, the environment or end the process: `cli` alone may make them.
HIDDEN_INPUT = {
    "date.today",
    "datetime.date.today",
    "datetime.datetime.now",
    "datetime.datetime.today",
    "datetime.now",
    "datetime.today",
    "os.getenv",
    "time.localtime",
    "time.time",
}
HIDDEN_OUTPUT = {"exit", "os._exit", "print", "quit", "sys.exit"}

Function = ast.FunctionDef | ast.AsyncFunctionDef


def name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def below_cli() -> list[Path]:
    """Our modules but the command line's and its entry point."""
    return [
        path
        for path in OURS
        if "cli" not in path.relative_to(PACKAGE).parts and path != PACKAGE / "__main__.py"
    ]


def parsed(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"), filename=str(path))


def functions(tree: ast.Module) -> Iterator[Function]:
    return (node for node in ast.walk(tree) if isinstance(node, Function))


def length(function: Function, *, of_a_command: bool = False) -> int:
    """Lines from `def` to the end, the docstring left out.

    The parameters of a command are its options, one a line, and are not counted.
    """
    options = function.args.args
    first_line = options[-1].lineno if of_a_command and options else function.lineno
    lines = (function.end_lineno or function.lineno) - first_line + 1
    first = function.body[0]
    if ast.get_docstring(function) is not None:
        lines -= (first.end_lineno or first.lineno) - first.lineno + 1
    return lines


def dotted(node: ast.expr) -> str:
    """A name with dots as it is written, which takes `ast.unparse` long; "" for all else."""
    if isinstance(node, ast.Attribute):
        whole = dotted(node.value)
        return f"{whole}.{node.attr}" if whole else ""
    return node.id if isinstance(node, ast.Name) else ""


def uses(path: Path) -> Iterator[tuple[int, str]]:
    for node in ast.walk(parsed(path)):
        if isinstance(node, ast.Call):
            yield node.lineno, dotted(node.func)
        elif isinstance(node, ast.Attribute) and dotted(node) == "os.environ":
            yield node.lineno, "os.environ"
        elif isinstance(node, ast.Name) and node.id == "SystemExit":
            yield node.lineno, "SystemExit"


@cache
def calls(path: Path) -> tuple[tuple[int, str], ...]:
    """What a module calls, and where it names the environment or its own end."""
    return tuple(uses(path))


LOOPED = {"enumerate", "list", "pairwise", "product", "range", "reversed", "sorted", "zip"}


def is_filled(node: ast.expr, filled: set[str]) -> bool:
    """Whether a loop over an expression has a turn for sure: over what is written out."""
    match node:
        case ast.Constant() | ast.Name():
            return isinstance(node, ast.Constant) or node.id in filled
        case ast.Tuple(elts=parts) | ast.List(elts=parts) | ast.Set(elts=parts):
            return bool(parts)
        case ast.Dict(keys=parts):
            return bool(parts)
        case ast.Call(func=ast.Attribute(value=whole, attr="items" | "keys" | "values")):
            return is_filled(whole, filled)
        case ast.Call(func=function, args=parts) if ast.unparse(function) in LOOPED:
            return bool(parts) and all(is_filled(part, filled) for part in parts)
        case _:
            return False


def called(node: ast.AST) -> set[str]:
    """The last words of the names of what is called in a node."""
    calls = (inner.func for inner in ast.walk(node) if isinstance(inner, ast.Call))
    return {ast.unparse(function).rpartition(".")[2] for function in calls}


def holds(statement: ast.stmt, filled: set[str], helpers: set[str]) -> bool:
    """Whether a statement comes to an assertion whatever the data: not in one branch alone."""
    match statement:
        case ast.For(iter=items, body=inner):
            return is_filled(items, filled) and can_fail(inner, filled, helpers)
        case ast.If(body=inner, orelse=other):
            return all(can_fail(each, filled, helpers) for each in (inner, other))
        case ast.With(items=contexts, body=inner):
            expects = any(called(item) & {"raises", "warns"} for item in contexts)
            return expects or can_fail(inner, filled, helpers)
        case ast.Try(body=inner, finalbody=last):
            return can_fail([*inner, *last], filled, helpers)
        case ast.Expr(value=ast.Call()):
            return bool(called(statement) & helpers)
        case _:
            return isinstance(statement, ast.Assert)


def can_fail(body: list[ast.stmt], filled: set[str], helpers: set[str]) -> bool:
    """Whether statements come to an assertion whatever the data."""
    return any(holds(statement, filled, helpers) for statement in body)


def toothless(tree: ast.Module) -> Iterator[str]:
    """The tests of a module that may pass without having held anything against anything."""
    values = {
        ast.unparse(target): node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Assign | ast.AnnAssign) and node.value
        for target in (node.targets if isinstance(node, ast.Assign) else [node.target])
    }
    filled = {word for word, value in values.items() if is_filled(value, set())}
    ours = {item.name for item in functions(tree)}
    helpers = {word for word in called(tree) - ours if word.startswith("assert_")}
    for _ in range(2):  # a helper may call another one
        helpers |= {item.name for item in functions(tree) if can_fail(item.body, filled, helpers)}
    tests = (item for item in functions(tree) if item.name.startswith("test_"))
    yield from (test.name for test in tests if not can_fail(test.body, filled, helpers))


def test_imports_only_go_down(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    assert lint_imports(config_filename=str(ROOT / "pyproject.toml"), no_cache=True) == 0


def test_no_imports_lead_round_in_a_circle() -> None:
    graph = build_graph("journeymap", cache_dir=None)
    imports = {each: graph.find_modules_directly_imported_by(each) for each in graph.modules}
    assert imports["journeymap.analysis.leverage"]
    order = [*TopologicalSorter(imports).static_order()]
    assert len(order) == len(imports)


@pytest.mark.parametrize("path", EVERY, ids=name)
def test_a_module_can_be_read_at_one_sitting(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= MODULE_LINES


@pytest.mark.parametrize("path", EVERY, ids=name)
def test_functions_are_short(path: Path) -> None:
    is_cli = path.is_relative_to(PACKAGE / "cli")
    long = {
        item.name: length(item, of_a_command=is_cli and item.name.endswith("_command"))
        for item in functions(parsed(path))
    }
    assert {key: lines for key, lines in long.items() if lines > FUNCTION_LINES} == {}


@pytest.mark.parametrize("path", below_cli(), ids=name)
def test_only_the_command_line_prints_and_exits(path: Path) -> None:
    found = [call for call in calls(path) if call[1] in {*HIDDEN_OUTPUT, "SystemExit"}]
    assert found == []


@pytest.mark.parametrize("path", below_cli(), ids=name)
def test_only_the_command_line_reads_clock_and_environment(path: Path) -> None:
    found = [call for call in calls(path) if call[1] in {*HIDDEN_INPUT, "os.environ"}]
    assert found == []


@pytest.mark.parametrize("path", sorted((ROOT / "tests").rglob("test_*.py")), ids=name)
def test_every_test_can_fail(path: Path) -> None:
    assert list(toothless(parsed(path))) == []


def test_each_exception_from_a_lint_rule_has_its_reason() -> None:
    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    lint = tomllib.loads(text)["tool"]["ruff"]["lint"]
    excepted = {*lint["ignore"], *chain.from_iterable(lint["per-file-ignores"].values())}
    explained = set(re.findall(r'^  "(\w+)", +# \w', text, re.MULTILINE))
    assert sorted(excepted - explained) == []
