"""Entries of a list that were pasted twice, and stages of one name."""

from collections.abc import Iterator

from journeymap.findings import Finding, Mark
from journeymap.text.nodes import Mapping, Scalar, Sequence
from journeymap.text.nodes import Node as Tree
from journeymap.text.source import Source, Span, short

_LONGEST_RUN = 10
"""So many entries in a row may have been pasted at once."""
_SAID = 2
"""An entry with so many fields is hardly meant twice; one with less may be."""


def pasted_twice(root: Tree, source: Source) -> Iterator[Finding]:
    """Finds steps that say word for word what those right above them say, and stages of one name.

    Args:
        root: a map.
        source: the file.
    """
    if not isinstance(root, Mapping):
        return
    yield from _in(root.get(Scalar("steps", root.span)), "step", source)
    stages = root.get(Scalar("stages", root.span))
    if isinstance(stages, Mapping):
        stages = Sequence(list(stages.values()), stages.span)
    yield from _in(stages, "stage", source)
    yield from _called_alike(stages, source)
    for stage in stages if isinstance(stages, Sequence) else ():
        steps = stage.get(Scalar("steps", stage.span)) if isinstance(stage, Mapping) else stage
        yield from _in(steps, "step", source)


def _in(entries: Tree | None, what: str, source: Source) -> Iterator[Finding]:
    at = 0
    while isinstance(entries, Sequence) and at < len(entries):
        count = _pasted(entries, at)
        if count:
            yield _told(entries[at : at + count], entries[at - count], what, source)
        at += count or 1


def _pasted(entries: Sequence, at: int) -> int:
    """Returns how many entries from a place on say the same as those right above them."""
    for count in range(1, min(_LONGEST_RUN, at) + 1):
        below, above = entries[at : at + count], entries[at - count : at]
        if len(below) == count and below == above and all(map(_says_much, below)):
            # An alias (`*b`) stands where its anchor does: whoever writes one means it twice.
            return 0 if below[0].span == above[0].span else count
    return 0


def _says_much(entry: Tree) -> bool:
    return isinstance(entry, Mapping) and len(entry) >= _SAID


def _told(pasted: list[Tree], first: Tree, what: str, source: Source) -> Finding:
    line = source.position(first.span.start).line
    message = f"this {what} says word for word what the one on line {line} does"
    if len(pasted) > 1:
        message = f"these {len(pasted)} {what}s say word for word what those from line {line} on do"
    return _finding(
        message,
        f"change this one if it is to be another {what}, delete what was pasted twice, or say what "
        "is different if it happens twice",
        Span(pasted[0].span.start, pasted[0].span.start + 1),
    )


def _called_alike(stages: Tree | None, source: Source) -> Iterator[Finding]:
    seen = dict[str, Scalar]()
    for stage in stages if isinstance(stages, Sequence) else ():
        name = stage.get(Scalar("name", stage.span)) if isinstance(stage, Mapping) else None
        if not isinstance(name, Scalar) or not name:
            continue
        first = seen.setdefault(name.casefold(), name)
        if first is not name:
            line = source.position(first.span.start).line
            yield _finding(
                f'two stages are called "{short(name)}": the other one is on line {line}',
                "give this one a name of its own, or put its steps below the other one",
                name.span,
            )


def _finding(message: str, help_: str, span: Span) -> Finding:
    return Finding(code="JM013", message=message, help=help_, span=span, mark=Mark.VALUE)
