"""In which form something is written: as a field or a name, as one value or as several."""

from collections.abc import Mapping as Lookup

from journeymap.model.fields import Keyed, Shape, shapes
from journeymap.model.likeness import nearest
from journeymap.quick_pattern import pattern
from journeymap.text.nodes import Mapping, Scalar
from journeymap.text.nodes import Node as Tree
from journeymap.text.source import Source, Span

OTHER_TYPE = pattern(
    r"[-+]?(\d[\d_]*)?\.?\d+([eE][-+]?\d+)?|0x[\da-fA-F]+|0o[0-7]+|\d+(:\d\d)+|"
    r"true|True|TRUE|false|False|FALSE|null|Null|NULL|~|[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN)|"
    r"yes|Yes|YES|no|No|NO|on|On|ON|off|Off|OFF|\d{4}-\d\d-\d\d"
)
"""What YAML 1.1 or 1.2 reads as something else than text."""

_NOTHING = frozenset({"~", "null", "Null", "NULL"})
"""What stands for nothing outside of texts."""

Fields = Lookup[str, Shape]
"""The fields of a model, by their key."""


def keyed(by: Keyed, known: Fields, key: Scalar, value: Tree) -> Mapping:
    """Returns one entry of a list that is written as a mapping, as the item it stands for."""
    span = Span(key.span.start, max(key.span.end, value.span.end))
    named = Mapping({Scalar(by.name, key.span): key}, span)
    if isinstance(value, Mapping) and _has_own_fields(by, known, value):
        named.update(value)
    else:
        named[Scalar(by.content, key.span)] = value
    return named


def _has_own_fields(keyed: Keyed, known: Fields, value: Mapping) -> bool:
    """Tells the item's own fields (`{phase: before}`) from its content (`{action: Calls}`)."""
    inner = known[keyed.content].part
    inside = shapes(inner) if inner else {}
    if any(shape.required and name in value for name, shape in inside.items()):
        return False
    return any(name in known or nearest(name, known) for name in value)


def is_absent(tree: Tree, shape: Shape | None = None) -> bool:
    """Tells whether a value counts as not written: empty, and outside of texts `~` and `null`."""
    if not isinstance(tree, Scalar):
        return False
    if tree in _NOTHING:
        return not tree.quoted and not (shape is not None and shape.is_words)
    if tree == "false":
        return shape is not None and shape.is_flag and not shape.is_words
    return not tree or tree.isspace()


def is_empty(tree: Tree) -> bool:
    """Tells whether nothing is said in a value: it is absent, or names without anything behind."""
    if isinstance(tree, Scalar):
        return is_absent(tree)
    return all(map(is_empty, tree.values() if isinstance(tree, Mapping) else tree))


def is_block(tree: Scalar, source: Source) -> bool:
    """Tells whether a text stands below | or >, where line breaks and dashes are part of it."""
    return tree.quoted and source.text[tree.start : tree.start + 1] in {"|", ">"}


def is_whole(shape: Shape, tree: Mapping) -> bool:
    """Tells a value in its full form from a mapping of persons."""
    if shape.part is None:
        return False
    known = shapes(shape.part)
    return bool(tree) and all(key in known or nearest(key, known) for key in tree)


def at_dash(item: Tree, source: Source) -> Span:
    """Returns where an empty entry of a list is seen: at its dash, where it has nothing else."""
    at = item.span.start
    return Span(at - 1, at) if not item and source.text[at - 1 : at] == "-" else item.span
