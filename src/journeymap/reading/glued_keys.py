"""Names in {…} without a colon and a space behind them, as in `{dan:curious, ruth bored}`.

YAML reads such a part as a name alone, whose value is empty: what it says would be lost.
"""

from collections.abc import Collection, Iterator

from journeymap.model.fields import Leaf, Node, shapes
from journeymap.model.ids import slug
from journeymap.quick_dataclass import dataclass
from journeymap.quick_pattern import pattern
from journeymap.reading.value_messages import Said
from journeymap.text.glued_signs import KEY, what
from journeymap.text.nodes import Mapping, Scalar, Sequence
from journeymap.text.nodes import Node as Tree
from journeymap.text.source import Source, Span, short

_GLUED = pattern(r"(?P<name>[^\s:]+(?:[ ][^\s:]+)?)[ ]?:(?P<text>[^\s/].*)")
_APART = pattern(r"(?P<name>[^\W\d_][\w’'-]*)[ ]+(?P<text>\S.*)")
_PEOPLE = ("personas", "persona", "stakeholders")
"""Fields of a map that say who there is."""
_WHOLE = 120
"""So many characters of what is right are shown."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Bare:
    """A part in braces that has no colon behind its name.

    Attributes:
        key: what YAML takes for the name.
        name: the name in it; empty where there is no telling.
        text: what stands behind the name.
        glued: whether a colon stands between, without a space.
    """

    key: Scalar
    name: str = ""
    text: str = ""
    glued: bool = False


def glued_keys(
    tree: Mapping,
    source: Source,
    fields: Collection[str] | None,
    kind: object,
    root: Tree | None,
) -> tuple[Said, Span] | None:
    """Says that a colon, or the space behind it, was forgotten in braces; None where none was.

    Args:
        tree: what stands in the braces.
        source: the file.
        fields: the names that may stand there; None where they are the analyst's own.
        kind: what stands behind each name, or what has the fields.
        root: the map, which says who there is.

    Returns:
        The message with its help, and where the first such part stands.
    """
    if source.text[tree.span.start : tree.span.start + 1] != "{":
        return None
    bare = list(_bare(tree, source))
    if not bare:
        return None
    if fields is not None and not any(each.name in fields for each in bare):
        return None
    if any(not each.name or (fields is not None and each.name not in fields) for each in bare):
        return None if fields is not None else _cut(tree, bare[0], kind, root, source)
    first = bare[0]
    whole = _corrected(tree, bare, source)
    if any(each.glued for each in bare):
        message = "a space is missing after the colon"
        first = next(each for each in bare if each.glued)
    elif len(bare) == len(tree) or fields is not None:
        message = f"a colon is missing after `{first.name}`"
    else:
        return _cut(tree, first, kind, root, source)
    shown = f"`{short(first.key)}` is read as a name without a value: {message}"
    return (shown, f"write {whole}"), first.key.span


def glued_dashes(tree: Mapping) -> tuple[Said, Span] | None:
    """Says that the dash of an entry has no space, as in `-action: Books`; None where it has.

    Args:
        tree: what stands where a list belongs.

    Returns:
        The message with its help, and where the first such entry stands.
    """
    return next((told for key in tree if (told := glued_dash(key, tree[key]))), None)


def glued_dash(key: Scalar, value: object) -> tuple[Said, Span] | None:
    """Says that a dash is part of a field's name; None where none is."""
    found = None if key.quoted else KEY.fullmatch(key)
    if found is None:
        return None
    text = short(value) if isinstance(value, Scalar) else "…"
    sign = key[: found.start("name")].strip()
    more = ", and so each line that begins like it"
    return (what(sign), f"write - {found['name']}: {text}{more}"), key.span


def as_whole(tree: Mapping, key: Scalar, kind: object) -> str:
    """Returns how to write what commas in braces have cut; empty where no text stands before.

    Args:
        tree: what stands in the braces.
        key: a part of the text, which YAML takes for a name.
        kind: what stands behind each name, or what has the fields.
    """
    parts, led, is_in = list[str](), "", False
    for name, value in tree.items():
        if is_in and value:
            break
        if isinstance(value, Scalar) and not value and parts:
            parts.append(name)
        else:
            parts, led = [value] if isinstance(value, Scalar) and value else [], name
        is_in = is_in or name is key
    shape = shapes(kind).get(led) if isinstance(kind, type) and issubclass(kind, Node) else None
    of = shape.kind if shape else kind
    if not parts[1:] or not any(map(str.isalpha, parts[0])):
        return ""
    joined = short(", ".join(parts), _WHOLE)
    if of is Leaf.FEELING or (shape and shape.many):
        return f"write a list, as a comma inside {{…}} ends what is before it: [{joined}]"
    sign = "'" if '"' in joined else '"'
    return f"put the text in quotes, as a comma inside {{…}} ends it: {sign}{joined}{sign}"


def _cut(
    tree: Mapping, part: _Bare, kind: object, root: Tree | None, source: Source
) -> tuple[Said, Span]:
    """Says that a part may have a name or belong to the text before it."""
    key, whole = part.key, as_whole(tree, part.key, kind)
    message = f"`{short(key)}` has no colon, and would be lost"
    is_first = source.text[: key.span.start].rstrip()[-1:] == "{"
    if part.name and (is_first or slug(part.name) in _names(kind, root)):
        help_ = f"write {part.name}: {short(part.text)} if it is said of {part.name}"
        help_ += f"; {whole} if it goes on" if whole else ""
    elif is_first:
        help_ = f"write {short(key)}: and what is said of it"
    else:
        help_ = whole or "write a name and a colon before it, or delete it"
    return (message, help_), key.span


def _names(kind: object, root: Tree | None) -> set[str]:
    """Returns what may stand before a colon, as slugs: fields, and whom a map defines."""
    found = {*shapes(kind)} if isinstance(kind, type) and issubclass(kind, Node) else set[str]()
    for field in _PEOPLE:
        listed = root.get(Scalar(field, root.span)) if isinstance(root, Mapping) else None
        for entry in listed if isinstance(listed, Sequence) else [listed]:
            if isinstance(entry, Mapping):
                names = [value for key, value in entry.items() if key in {"id", "name"}]
            else:
                names = [entry] if entry is not None else []
            found.update(slug(name) for name in names if isinstance(name, Scalar))
    return found


def _bare(tree: Mapping, source: Source) -> Iterator[_Bare]:
    for key, value in tree.items():
        if not isinstance(value, Scalar) or value or value.quoted or key.quoted:
            continue
        if key.startswith("x-") or source.text[key.span.end :][:200].lstrip()[:1] not in {",", "}"}:
            continue
        if found := _GLUED.fullmatch(key):
            yield _Bare(key=key, name=found["name"], text=found["text"], glued=True)
        elif found := _APART.fullmatch(key):
            yield _Bare(key=key, name=found["name"], text=found["text"])
        else:
            yield _Bare(key=key)


def _corrected(tree: Mapping, bare: list[_Bare], source: Source) -> str:
    """Returns the braces with a colon and a space behind each name, or the first of long ones."""
    parts, at = list[str](), tree.span.start
    for each in bare:
        parts += [source.text[at : each.key.span.start], f"{each.name}: {each.text}"]
        at = each.key.span.end
    whole = " ".join(f"{''.join(parts)}{source.text[at : tree.span.end]}".split())
    first = bare[0]
    return whole if len(whole) <= _WHOLE else f"{first.name}: {short(first.text)}, and so each"
