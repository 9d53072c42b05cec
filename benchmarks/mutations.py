"""Small mistakes that could be planted in a module: what `benchmarks.mutants` tries."""

import ast
import re
from dataclasses import dataclass, replace
from itertools import pairwise

from typing_extensions import override

ORDERS = {"<": ("<=", ">="), "<=": ("<", ">"), ">": (">=", "<="), ">=": (">", "<")}
SAMENESS = {"==": "!=", "!=": "==", "in": "not in", "not in": "in", "is": "is not", "is not": "is"}
COMPARED = {**ORDERS, **{old: (new,) for old, new in SAMENESS.items()}}
SIGNS = {"+": "-", "-": "+", "*": "/", "/": "*", "//": "/", "%": "*", "|": "&", "&": "|"}
CALLED = {
    "min": "max",
    "max": "min",
    "any": "all",
    "all": "any",
    "sorted": "list",
    "reversed": "list",
    "startswith": "endswith",
    "endswith": "startswith",
}
OPERATOR = re.compile(r"not\s+in\b|is\s+not\b|in\b|is\b|//|[<>=!]=|[<>+\-*/%|&]|and\b|or\b")
NO_CODE = {"__slots__", "__all__"}
FOR_TYPES = {"TypeVar", "NewType", "cast", "assert_never"}

Function = tuple[str, int]
"""Its qualified name and its first line, that of a decorator where there is one."""


@dataclass(frozen=True, slots=True)
class Mutant:
    """A mistake that can be planted.

    Attributes:
        file: the module, relative to the repository.
        line: where it stands, from 1.
        start: where what is replaced begins, in bytes.
        end: where it ends.
        new: what is to stand there.
        kind: what kind of mistake it is.
        function: the outermost function that it is in; None: it runs when the module is imported.
    """

    file: str
    line: int
    start: int
    end: int
    new: str
    kind: str
    function: Function | None

    @property
    def key(self) -> str:
        """What tells it from every other one of the same text."""
        return f"{self.file}:{self.start}-{self.end}:{self.new}"

    def planted(self, text: bytes) -> bytes:
        """Returns the module with the mistake; every later line keeps its number."""
        lost = text[self.start : self.end].count(b"\n") - self.new.count("\n")
        rest = text[self.end :]
        kept = rest.index(b"\n") if b"\n" in rest else len(rest)
        return text[: self.start] + self.new.encode() + rest[:kept] + b"\n" * lost + rest[kept:]

    def undone(self, text: bytes) -> "Mutant":
        """Returns what plants nothing in its place."""
        return replace(self, new=text[self.start : self.end].decode())

    def told(self, text: bytes) -> str:
        """Returns its place, what stood there and what stands there now, on one line."""
        first = text.rfind(b"\n", 0, self.start) + 1
        last = text.find(b"\n", self.end)
        before, after = text[first : self.start].decode(), text[self.end : last].decode()
        old = text[self.start : self.end].decode()
        shown = [" ".join(f"{before}{word}{after}".split()) for word in (old, self.new)]
        return f"{self.file}:{self.line}  `{shown[0]}` → `{shown[1]}`"


def mutants(file: str, text: bytes) -> list[Mutant]:
    """Returns the mistakes that could be planted in a module, in the order of its text.

    Left out is what no test could see: docstrings, annotations, what is there for types alone.
    """
    finder = _Finder(file, text)
    finder.visit(ast.parse(text))
    return sorted(finder.found, key=lambda each: (each.start, each.end, each.new))


def is_sound(mutant: Mutant, text: bytes) -> bool:
    """Whether the module can still be compiled, and is another one."""
    try:
        tree = ast.parse(mutant.planted(text))
        compile(tree, mutant.file, "exec")
    except SyntaxError:
        return False
    return ast.dump(tree) != ast.dump(ast.parse(text))


def _is_for_types(node: ast.expr) -> bool:
    """Whether an expression tells type checkers something, and does nothing."""
    return isinstance(node, ast.Call) and ast.unparse(node.func).rpartition(".")[2] in FOR_TYPES


class _Finder(ast.NodeVisitor):
    """Goes through a module and notes what could be mistaken."""

    def __init__(self, file: str, text: bytes) -> None:
        self.found: list[Mutant] = []
        self._file, self._text = file, text
        self._lines = [0, *(each.end() for each in re.finditer(rb"\n", text))]
        self._function: Function | None = None
        self._names: list[str] = []

    def _start(self, node: ast.expr | ast.stmt) -> int:
        return self._lines[node.lineno - 1] + node.col_offset

    def _end(self, node: ast.expr | ast.stmt) -> int:
        assert node.end_lineno is not None  # noqa: S101 - the parser always says so
        assert node.end_col_offset is not None  # noqa: S101
        return self._lines[node.end_lineno - 1] + node.end_col_offset

    def _source(self, node: ast.expr) -> str:
        return self._text[self._start(node) : self._end(node)].decode()

    def _note(self, kind: str, span: tuple[int, int], new: str) -> None:
        line = self._text.count(b"\n", 0, span[0]) + 1
        mutant = Mutant(self._file, line, *span, new, kind, self._function)
        self.found.append(mutant)

    def _replace(self, kind: str, node: ast.expr | ast.stmt, new: str) -> None:
        self._note(kind, (self._start(node), self._end(node)), new)

    def _operator(self, left: ast.expr, right: ast.expr) -> tuple[str, tuple[int, int]] | None:
        """The operator between two parts, and where it stands."""
        start = self._end(left)
        between = self._text[start : self._start(right)].decode()
        found = OPERATOR.search(between)
        if found is None or "#" in between:
            return None
        place = start + len(between[: found.start()].encode())
        return " ".join(found[0].split()), (place, place + len(found[0]))

    @override
    def visit_FunctionDef(self, node: ast.FunctionDef) -> None:
        for default in (*node.args.defaults, *filter(None, node.args.kw_defaults)):
            self.visit(default)
        outer = self._function
        self._names.append(node.name)
        if outer is None:
            first = min([node.lineno, *(each.lineno for each in node.decorator_list)])
            self._function = (".".join(self._names), first)
        for statement in node.body:
            self.visit(statement)
        self._function = outer
        self._names.pop()

    @override
    def visit_ClassDef(self, node: ast.ClassDef) -> None:
        if any(ast.unparse(base).startswith("Protocol") for base in node.bases):
            return
        self._names.append(node.name)
        for statement in node.body:
            self.visit(statement)
        self._names.pop()

    @override
    def visit_AnnAssign(self, node: ast.AnnAssign) -> None:
        if node.value is not None:
            self.visit(node.value)

    @override
    def visit_Assign(self, node: ast.Assign) -> None:
        names = {each.id for each in node.targets if isinstance(each, ast.Name)}
        alias = isinstance(node.value, ast.BinOp) and isinstance(node.value.op, ast.BitOr)
        alias = alias or isinstance(node.value, ast.Subscript)
        if not (names & NO_CODE or (alias and self._function is None)):
            self.visit(node.value)

    @override
    def visit_If(self, node: ast.If) -> None:
        if ast.unparse(node.test) != "TYPE_CHECKING":
            self._negate(node.test)
            self.generic_visit(node)

    @override
    def visit_IfExp(self, node: ast.IfExp) -> None:
        self._negate(node.test)
        self.generic_visit(node)

    @override
    def visit_While(self, node: ast.While) -> None:
        self._negate(node.test)
        self.generic_visit(node)

    @override
    def visit_comprehension(self, node: ast.comprehension) -> None:
        for condition in node.ifs:
            self._replace("condition dropped", condition, "True")
        self.generic_visit(node)

    def _negate(self, test: ast.expr) -> None:
        if not isinstance(test, ast.Compare | ast.UnaryOp):  # those are turned anyway
            self._replace("condition turned", test, f"not ({self._source(test)})")

    @override
    def visit_Expr(self, node: ast.Expr) -> None:
        if not isinstance(node.value, ast.Constant) and not _is_for_types(node.value):
            self._replace("statement removed", node, "pass")
            self.generic_visit(node)

    @override
    def visit_AugAssign(self, node: ast.AugAssign) -> None:
        self._replace("statement removed", node, "pass")
        self.visit(node.value)

    @override
    def visit_Raise(self, node: ast.Raise) -> None:
        self._replace("statement removed", node, "pass")

    @override
    def visit_Assert(self, node: ast.Assert) -> None:
        """It says what is so anyway."""

    @override
    def visit_Break(self, node: ast.Break) -> None:
        self._replace("loop", node, "continue")

    @override
    def visit_Continue(self, node: ast.Continue) -> None:
        self._replace("loop", node, "break")

    @override
    def visit_Return(self, node: ast.Return) -> None:
        if node.value is not None:
            self._replace("result dropped", node.value, "None")
            self.visit(node.value)

    @override
    def visit_Compare(self, node: ast.Compare) -> None:
        for left, right in pairwise((node.left, *node.comparators)):
            if found := self._operator(left, right):
                for new in COMPARED.get(found[0], ()):
                    self._note("comparison", found[1], new)
        self.generic_visit(node)

    @override
    def visit_BoolOp(self, node: ast.BoolOp) -> None:
        for left, right in pairwise(node.values):
            if found := self._operator(left, right):
                self._note("and, or", found[1], "or" if found[0] == "and" else "and")
        self.generic_visit(node)

    @override
    def visit_BinOp(self, node: ast.BinOp) -> None:
        found = self._operator(node.left, node.right)
        if found and found[0] in SIGNS:
            self._note("arithmetic", found[1], SIGNS[found[0]])
        self.generic_visit(node)

    @override
    def visit_UnaryOp(self, node: ast.UnaryOp) -> None:
        word = "not" if isinstance(node.op, ast.Not) else "-"
        start = self._start(node)
        if self._text[start:].startswith(word.encode()):
            self._note("not, minus dropped", (start, start + len(word)), "")
        self.generic_visit(node)

    @override
    def visit_Call(self, node: ast.Call) -> None:
        if _is_for_types(node):
            return
        name = ast.unparse(node.func).rpartition(".")[2]
        if name in CALLED:
            end = self._end(node.func)
            self._note("other function", (end - len(name), end), CALLED[name])
        self.generic_visit(node)

    @override
    def visit_keyword(self, node: ast.keyword) -> None:
        if node.arg != "strict":  # of `zip`: it says what is so anyway
            self.visit(node.value)

    @override
    def visit_JoinedStr(self, node: ast.JoinedStr) -> None:
        self._replace("text emptied", node, '""')

    @override
    def visit_Constant(self, node: ast.Constant) -> None:
        match node.value:
            case bool():
                self._replace("truth turned", node, str(not node.value))
            case int() | float():
                for step in (1, -1):
                    self._replace("number", node, str(node.value + step))
            case str() if node.value:
                self._replace("text emptied", node, '""')
            case _:
                pass
