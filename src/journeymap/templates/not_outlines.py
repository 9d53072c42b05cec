"""What people have instead of an outline: diagrams, tables, code."""

import csv
import re
from collections.abc import Callable, Sequence
from itertools import islice

from journeymap.text.stray_lines import CHAT

_FENCE = re.compile(r" {0,3}(?:`{3,}|~{3,})\s*(?P<language>\w*)")
_DIAGRAM = re.compile(
    r"(?:journey|flowchart\b.*|graph\b.*|sequenceDiagram|timeline|gantt|mindmap|stateDiagram\S*)"
)
"""The first line of a Mermaid diagram."""
_RULE = re.compile(r"\s*\|?(?:\s*:?-+:?\s*\|)+(?:\s*:?-+:?\s*)?")
"""The line below the head of a table of Markdown."""
_BESIDE_OUTLINES = re.compile(r"\s*(?:[-*+•#]|\d+[.)]\s)")
_CELLS = ((";", 1), ("\t", 1), (",", 2))
"""What stands between cells, and how often at least in a line of them."""
_MOST_LINES = 200
"""So many lines are looked at."""


def other_kind(text: str) -> str:
    """Returns what a text is that is no outline: "a Mermaid diagram"; empty for all others."""
    lines = [
        line for line in islice(text.lstrip("\ufeff").splitlines(), _MOST_LINES) if line.strip()
    ]
    return next((what for what, is_one in _KINDS if lines and is_one(lines)), "")


def _is_diagram(lines: Sequence[str]) -> bool:
    first = next((line.strip() for line in lines if not line.strip().startswith("%%")), "")
    fences = (fence for line in lines if (fence := _FENCE.match(line)))
    return _is_bare_diagram(first, lines) or any(
        fence["language"].casefold() == "mermaid" for fence in fences
    )


def _is_bare_diagram(first: str, lines: Sequence[str]) -> bool:
    """Tells a diagram from an outline whose first line is one word."""
    marks = ("title ", "section ", "-->", "->>", "participant ")
    return bool(_DIAGRAM.fullmatch(first)) and any(
        line.lstrip().startswith(marks) or "-->" in line for line in lines[1:]
    )


def _has_fence(lines: Sequence[str]) -> bool:
    return any(_FENCE.match(line) for line in lines)


def _is_table(lines: Sequence[str]) -> bool:
    return any("|" in line and _RULE.fullmatch(line) for line in lines)


def _is_csv(lines: Sequence[str]) -> bool:
    if len(lines) < 2 or any(map(_BESIDE_OUTLINES.match, lines)):  # noqa: PLR2004 - head and row
        return False
    for between, least in _CELLS:
        counts = {len(row) - 1 for row in csv.reader(lines, delimiter=between)}
        if len(counts) == 1 and counts.pop() >= least:
            return between != "," or ", " not in lines[0]  # which is how texts have commas
    return False


def _is_data(lines: Sequence[str]) -> bool:
    first, last = lines[0].strip(), lines[-1].strip()
    return (first[0], last[-1]) in {("{", "}"), ("[", "]")}


def _is_markup(lines: Sequence[str]) -> bool:
    first = lines[0].strip().casefold()
    return first.startswith(("<!doctype", "<html", "<?xml", "<svg", "{\\rtf"))


def _is_chat(lines: Sequence[str]) -> bool:
    """Tells a chat: names that come again with a time before what is said, or over it."""
    found = [head for line in lines if (head := CHAT.fullmatch(line.strip()))]
    names = [head["name"] or head["who"] for head in found]
    stamped = [head for head in found if head["said"] or head["name"]]
    return len(stamped) > 1 and len({*names}) < len(names)


_KINDS: tuple[tuple[str, Callable[[Sequence[str]], bool]], ...] = (
    ("a chat, with a name and a time at each line", _is_chat),
    ("a Mermaid diagram", _is_diagram),
    ("a block of code between ``` or ~~~", _has_fence),
    ("a table", _is_table),
    ("a web page, or what a program has saved", _is_markup),
    ("data in JSON", _is_data),
    ("a table as CSV", _is_csv),
)
