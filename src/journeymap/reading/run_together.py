"""Texts that were meant as several entries, or as a field with its value: YAML reads them as one.

`-Books` without a space, bullets as other programs have them, lines below a list's name that have
no dash, and `action:Books` are texts like any other to YAML, which puts lines together into one.
"""

import re
from collections.abc import Iterator

from journeymap.findings import Finding, Mark
from journeymap.model.fields import Leaf, Namespace, Node, Ref, Shape, shapes
from journeymap.model.names import Route
from journeymap.quick_dataclass import dataclass
from journeymap.reading.value_messages import Said
from journeymap.text.bullets import BULLET, DASHES
from journeymap.text.nodes import Mapping, Scalar
from journeymap.text.nodes import Node as Tree
from journeymap.text.source import Source, Span, short

_LINE = re.compile(r"[^\r\n]+")
_GLUED_DASH = re.compile(r"[ \t]*(?P<sign>-)(?=[^\W\d_])")
_NUMBERED = re.compile(r"[ \t]*(?P<sign>\d{1,3}[.)])[ \t]+(?=\S)")
_NAMED = re.compile(r"[ \t]*(?P<name>[a-z_]+)(?P<before>[ \t]*):(?P<text>[^\s/].*)")
_SHARE = re.compile(r"(?P<share>\d{1,3}(?:\.\d+)?\s*%)[\s,:]+(?P<why>\S.*)", re.DOTALL)
_BETWEEN = re.compile(r"[ \t]*(?:[;→➔➜]|->|=>)[ \t]*|,[ \t]+")
_LEAST_STEPS = 3
"""So many parts between commas are steps, and no text with a comma in it."""
_NEAR = 200
"""So many characters before a text are looked at."""
_MOST_WORDS = 3
"""A name of so many words may stand in a row of names."""
_DEFINED_BY = {
    Namespace.PERSON: "stakeholders",
    Namespace.CHANNEL: "channels",
    Namespace.INFORMATION: "information",
}
"""Lists that say which names there are: what is none of them is told as such."""
_SUSPECT = re.compile(r"\A\W|%|[\r\n:,;>→➔➜]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Plain:
    """A text without quotes.

    Attributes:
        scalar: the text.
        route: where it stands.
        model: the part of the map that it belongs to.
        shape: its field.
    """

    scalar: Scalar
    route: Route
    model: type[Node]
    shape: Shape


def run_together(plain: Plain, root: Tree, source: Source) -> Finding | None:
    """Finds what is wrong with a text that is more than one; None where it is one.

    Args:
        plain: the text.
        root: the map that it stands in.
        source: the file.
    """
    if _SUSPECT.search(source.cut(plain.scalar.span)) is None:
        return None
    for (message, help_), span in _mistakes(plain, root, source):
        return Finding(
            code="JM010",
            message=message,
            help=help_,
            route=plain.route,
            span=span,
            mark=Mark.VALUE,
        )
    return None


def _mistakes(plain: Plain, root: Tree, source: Source) -> Iterator[tuple[Said, Span]]:
    lines = _lines(plain.scalar, source)
    is_entry = _is_entry(plain)
    is_value = is_entry and _stands_behind_name(plain, source)
    yield from _with_bullets(lines, source, is_entry=is_entry, is_value=is_value)
    yield from _with_names(lines, plain, source, is_entry=is_entry)
    if plain.shape.name == "to" and (share := _SHARE.fullmatch(plain.scalar)):
        said = (
            f'"{short(plain.scalar)}" is read as where people go',
            f"write {{share: {share['share']}, why: {short(share['why'])}}}",
        )
        yield said, plain.scalar.span
    if not is_value:
        return
    if len(lines) > 1 and _are_entries(lines, plain, source):
        first = short(source.cut(lines[0]))
        said = (
            f"these {len(lines)} lines are read as one text",
            f"begin each with a dash and a space: - {first}; put it in quotes if it is one",
        )
        yield said, Span(lines[0].start, lines[-1].end)
    if parts := _in_a_row(plain, root):
        what = "step" if plain.shape.name == "action" else "name"
        said = (
            f'"{short(plain.scalar)}" is read as one {what}',
            f"write a list: [{', '.join(parts)}]; put it in quotes if it is one",
        )
        yield said, plain.scalar.span


def _lines(scalar: Scalar, source: Source) -> list[Span]:
    """Returns where the lines of a text stand, without blanks around them."""
    span = scalar.span
    lines = []
    for found in _LINE.finditer(source.text, span.start, span.end):
        bare = found[0].strip()
        if bare:
            start = found.start() + found[0].index(bare)
            lines.append(Span(start, start + len(bare)))
    return lines


def _is_entry(plain: Plain) -> bool:
    """Tells whether a text stands for a whole entry of a list, or may."""
    own = plain.shape.name if plain.shape.name in plain.model.shorthand else ""
    route = plain.route[:-1] if own and plain.route[-1:] == (own,) else plain.route
    return bool(route) and isinstance(route[-1], int)


def _stands_behind_name(plain: Plain, source: Source) -> bool:
    """Tells whether a text stands right behind a name and its colon."""
    start = plain.scalar.span.start
    return source.text[max(start - _NEAR, 0) : start].rstrip().endswith(":")


def _with_bullets(
    lines: list[Span], source: Source, *, is_entry: bool, is_value: bool
) -> Iterator[tuple[Said, Span]]:
    """Finds lines that begin as an entry of a list does elsewhere."""
    led = [found for line in lines if (found := _bullet(source, line))]
    numbered = [
        found for line in lines if (found := _NUMBERED.match(source.text, line.start, line.end))
    ]
    led = numbered if len(numbered) > 1 else led
    if not led:
        return
    found, line = led[0], next(each for each in lines if each.end > led[0].start())
    sign, entry = found["sign"], short(source.cut(Span(found.end(), line.end)))
    if len(lines) > 1:
        count = len(led) + (line != lines[0])
        said = (
            f"{count} entries of a list are read as one text" if count > 1 else _no_space(sign),
            f"begin each with a dash and a space, on a line of its own: - {entry}",
        )
        yield said, Span(lines[0].start, lines[-1].end)
    elif sign == "-" and is_entry:
        told = f'"{short(source.cut(line))}" is read as a text: a space is missing after the dash'
        yield (told, f"write - {entry}"), line
    elif is_value:
        yield (_no_space(sign), f"write - {entry}"), line
    elif is_entry or sign not in f"-{DASHES}":
        yield (f"a bullet ({sign}) is read as part of the text", "delete the bullet"), line


def _no_space(sign: str) -> str:
    return f"an entry of a list begins with a dash and a space, not with {sign}"


def _bullet(source: Source, line: Span) -> re.Match[str] | None:
    text = source.text
    return _GLUED_DASH.match(text, line.start, line.end) or BULLET.match(text, line.start, line.end)


def _with_names(
    lines: list[Span], plain: Plain, source: Source, *, is_entry: bool
) -> Iterator[tuple[Said, Span]]:
    """Finds `action:Books`, which is no field, and `channel:phone` below a text."""
    known = shapes(plain.model)
    for line in lines:
        found = _NAMED.match(source.text, line.start, line.end)
        if found is None or found["name"] not in known:
            continue
        shown, meant = short(found[0].strip()), f"{found['name']}: {short(found['text'])}"
        if line != lines[0]:
            told = f'"{shown}" is read as part of the text above it'
            yield (told, f"write {meant}, in the column of the fields beside it"), line
        elif is_entry:
            wrong = "stands before" if found["before"] else "is missing after"
            told = f'"{shown}" is read as one text: a space {wrong} the colon'
            yield (told, f"write {meant}"), line


def _are_entries(lines: list[Span], plain: Plain, source: Source) -> bool:
    """Tells whether lines below the name of a list are its entries rather than one long text."""
    if source.before(source.position(lines[0].start)).strip():
        return False
    return plain.shape.name == "action" or all(source.text[line.start].isupper() for line in lines)


def _in_a_row(plain: Plain, root: Tree) -> list[str]:
    """Returns the steps, or the names, of a text that has them in a row."""
    kind = plain.shape.kind
    parts = [part.strip() for part in _BETWEEN.split(plain.scalar) if part.strip()]
    if plain.shape.name == "action" and kind is Leaf.TEXT:
        arrows = len(parts) > 1 and ", " not in plain.scalar
        return parts if arrows or len(parts) >= _LEAST_STEPS else []
    if not isinstance(kind, Ref) or kind.to not in _DEFINED_BY or len(parts) < 2:  # noqa: PLR2004
        return []
    is_defined = isinstance(root, Mapping) and not {_DEFINED_BY[kind.to], "uses"}.isdisjoint(root)
    return [] if is_defined or any(len(part.split()) > _MOST_WORDS for part in parts) else parts
