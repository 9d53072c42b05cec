"""Lines of code a room, held by a budget that may only fall: `docs/budget.md`.

A room is a folder or a file directly below `src/journeymap`. Counted are Python, scripts and
styles, without blank lines, comments and docstrings.
"""

import ast
import re
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "src" / "journeymap"
BUDGET = "docs/budget.md"
COUNTED = {".css", ".js", ".py"}
# A number falls with its room once that has less by more than 1 line in 100, and by more than 5.
SLACK, LEAST_SLACK = 100, 5
PAGE = """\
# Budget

Lines of code of every room of `src/journeymap`: Python, scripts and styles, without blank lines,
comments and docstrings. A room may have as many as stand here. `python scripts/generate.py budget`
writes lower numbers where there are fewer, and never a higher one; whoever needs more lines adds
`--raise`, in a commit that says what for.

| room | lines |
|---|--:|
{rows}
| all | {total:,} |
"""


def lines_of_code(path: Path) -> int:
    """Lines of a file without blank ones, comments and docstrings."""
    text = path.read_text(encoding="utf-8")
    prose: set[int] = set()
    if path.suffix == ".py":
        for node in ast.walk(ast.parse(text, filename=str(path))):
            if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
                prose |= set(range(node.lineno, (node.end_lineno or node.lineno) + 1))
    else:
        text = re.sub(r"/\*.*?\*/", "", text, flags=re.DOTALL)
    comment = "#" if path.suffix == ".py" else "//"
    lines = ((number, line.strip()) for number, line in enumerate(text.splitlines(), start=1))
    bare = [number for number, line in lines if line and not line.startswith(comment)]
    return len(set(bare) - prose)


def rooms() -> dict[str, int]:
    """Lines of code by room."""
    counts: Counter[str] = Counter()
    for path in sorted(PACKAGE.rglob("*")):
        if path.suffix in COUNTED:
            counts[path.relative_to(PACKAGE).parts[0]] += lines_of_code(path)
    return dict(counts)


def budget() -> dict[str, int]:
    """The number of each room as the page has it."""
    page = ROOT / BUDGET
    text = page.read_text(encoding="utf-8") if page.exists() else ""
    rows = re.findall(r"^\| `([\w.]+)` \| ([\d,]+) \|$", text, re.MULTILINE)
    return {room: int(lines.replace(",", "")) for room, lines in rows}


def number(lines: int, allowed: int, *, raises: bool = False) -> int:
    """The number of a room with so many lines: lower than before where it may, higher if wished."""
    is_close = 0 <= allowed - lines <= max(allowed // SLACK, LEAST_SLACK)
    return allowed if is_close or (lines > allowed and not raises) else lines


def page(*, raises: bool = False) -> str:
    """The page of the budget, with numbers that fall by themselves and rise only if wished."""
    allowed = budget()
    numbers = {
        room: number(lines, allowed.get(room, 0), raises=raises) for room, lines in rooms().items()
    }
    rows = "\n".join(f"| `{room}` | {lines:,} |" for room, lines in numbers.items())
    return PAGE.format(rows=rows, total=sum(numbers.values()))
