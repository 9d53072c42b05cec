"""Generates maps with one mistake each, for every field, and knows where it stands.

A map is written with `«` and `»` around the mistake; taking these out gives the text and the place.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, StrEnum

from journeymap.model.fields import Leaf, Node, Shape, shapes
from journeymap.model.journey import Journey, Library, Stage
from journeymap.workspace.config import Configuration

OPEN, CLOSE = "«", "»"
NAMING = ("id", "action", "name", "title", "text")
"""What stands for a node, first found first."""


class Style(StrEnum):
    """How the map around the mistake is written."""

    BLOCK = "block"
    FLOW = "flow"
    SHORT = "shorthand"


@dataclass(frozen=True)
class Home:
    """How one gets from the top of a file to a model.

    Attributes:
        top: what the file holds.
        model: the model in which mistakes are planted.
        path: the fields that lead to it.
    """

    top: type[Node]
    model: type[Node]
    path: tuple[Shape, ...]


@dataclass(frozen=True)
class Planted:
    """A map with one mistake.

    Attributes:
        name: what was planted where, for the test's name.
        top: what the file holds.
        text: the file.
        line: of the mistake, from 1.
        column: of the mistake, from 1.
        code: what is to be told.
        remedy: a word that the help must hold.
    """

    name: str
    top: type[Node]
    text: str
    line: int
    column: int
    code: str
    remedy: str


def homes() -> Iterator[Home]:
    """Every model, with the shortest way to it."""
    seen: set[type[Node]] = set()
    for top in (Journey, Library, Configuration):
        queue = [Home(top, top, ())]
        while queue:
            home = queue.pop(0)
            if home.model in seen:
                continue
            seen.add(home.model)
            yield home
            queue += [
                Home(top, shape.kind, (*home.path, shape))
                for shape in shapes(home.model).values()
                if isinstance(shape.kind, type) and issubclass(shape.kind, Node)
            ]


def planted() -> Iterator[Planted]:
    """Every mistake at every field of every model, in both styles."""
    for home in homes():
        for shape in shapes(home.model).values():
            for style in Style:
                yield from _mistakes(home, shape, style)


def _mistakes(home: Home, shape: Shape, style: Style) -> Iterator[Planted]:
    for what, value, remedy in _wrong_values(shape):
        field = f"{shape.name}: {OPEN}{value}{CLOSE}"
        yield _plant(home, shape, style, (what, field, remedy, "JM002"))
    wrong_key = _misspelt(home.model, shape.name)
    if wrong_key:
        field = f"{OPEN}{wrong_key}{CLOSE}: {_valid(shape)}"
        yield _plant(home, shape, style, ("misspelt", field, shape.name, "JM003"))
    if shape.required:
        yield _plant(home, shape, style, ("missing", "", shape.name, "JM004"))


def _wrong_values(shape: Shape) -> Iterator[tuple[str, str, str]]:
    """Values that a field cannot take: what is wrong, the YAML, a word that the help must hold."""
    kind = shape.kind
    if isinstance(kind, type) and issubclass(kind, Node):
        if not shape.many:
            yield "list for fields", "[[]]" if shape.per_person else "[a]", ""
        if not kind.shorthand:
            yield "text for fields", "words", ":"
        return
    if kind is Leaf.CONDITION:
        yield "list for fields", "[a]", ":"
        return
    if shape.mapping and not shape.per_person:
        yield "text for keys", "words", "{"
        return
    if not shape.many:
        yield "list", "[[a], b]" if kind is Leaf.FEELING else "[a, b]", "write"
    if not shape.per_person and not shape.apart and not shape.keyed:
        yield "fields", "{a: b}", ""
    yield from _wrong_scalars(shape, kind)


def _wrong_scalars(shape: Shape, kind: object) -> Iterator[tuple[str, str, str]]:
    if isinstance(kind, type) and issubclass(kind, Enum):
        yield "off the list", "nonsense", str(next(iter(kind)).value)
    elif kind is Leaf.TEXT and not shape.required:
        yield "control character", r'"a\u0007"', "delete"
    elif isinstance(kind, Leaf) and kind in _OFF:
        for value, remedy in _OFF[kind]:
            yield f"not a {kind}", value, remedy
    if shape.minimum is not None:
        yield "below", f"{shape.minimum - 1:g}", f"{shape.minimum:g}"
    if shape.maximum is not None and kind is not Leaf.SHARE:
        yield "above", f"{shape.maximum + 1:g}", f"{shape.maximum:g}"


_OFF = {
    Leaf.ID: (("'?!'", "short name"),),
    Leaf.INTEGER: (
        ("many", "number"),
        ("2.5", "whole number"),
        (".nan", "number"),
        (".inf", "number"),
    ),
    Leaf.NUMBER: (("much", "number"), (".nan", "number"), ("1_000", "number")),
    Leaf.MEASURE: (("much", "number"), (".inf", "number")),
    Leaf.BOOLEAN: (("yes", "true"), ("off", "false"), ("maybe", "true or false")),
    Leaf.SHARE: (("35", "35 %"), ("120 %", "100 %"), ("most", "35 %")),
    Leaf.DAY: (("12.10.2026", "2026-10-12"), ("2026-13", "2026-10-12")),
    Leaf.DURATION: (("6 Wochen", "weeks"), ("soon", "weeks")),
    Leaf.FEELING: (("hapy 3", "-2 to 2"), ("3", "-2 to 2"), (".nan", "number")),
    Leaf.RATING: (("9", "1 to 5"), ("0", "1 to 5"), ("high", "number")),
    Leaf.EXPECTED: (("9", "1 to 5"),),
    Leaf.LINK: (('"javascript:alert(1)"', "http"), ("//evil.example", "http")),
}


def _misspelt(model: type[Node], name: str) -> str:
    """A slip of the finger: a letter doubled; empty where that is a field as well."""
    middle = len(name) // 2
    wrong = name[:middle] + name[middle] + name[middle:]
    return "" if wrong in shapes(model) else wrong


def _plant(home: Home, shape: Shape, style: Style, said: tuple[str, str, str, str]) -> Planted:
    what, field, remedy, code = said
    node = [*_company(home, shape, missing=not field), *([field] if field else [])]
    marked = _block(home, node) if style is Style.BLOCK else _flow(home, node, style)
    place = marked.index(OPEN)
    before = marked[:place]
    text = marked.replace(OPEN, "").replace(CLOSE, "")
    return Planted(
        name=f"{home.model.__name__}.{shape.name}: {what} in {style}",
        top=home.top,
        text=text,
        line=before.count("\n") + 1,
        column=len(before) - (before.rfind("\n") + 1) + 1,
        code=code,
        remedy=remedy,
    )


def _company(home: Home, planted_shape: Shape, *, missing: bool) -> list[str]:
    """What a node needs beside the field in question; marks its place where that is missing."""
    known = shapes(home.model)
    beside = [s for s in known.values() if s.required and s.name != planted_shape.name]
    if missing and not beside:
        beside = [s for s in known.values() if s.name != planted_shape.name][:1]
    fields = {shape.name: _valid(shape) for shape in beside}
    if home.model in {Journey, Stage} and planted_shape.name not in {"steps", "stages"}:
        fields["steps"] = "[Calls]"
    if not missing:
        return [f"{name}: {value}" for name, value in fields.items()]
    naming = next((name for name in NAMING if name in fields and home.path), None)
    if naming:
        fields[naming] = f"{OPEN}{fields[naming]}{CLOSE}"
        return [f"{name}: {value}" for name, value in fields.items()]
    first, *rest = (f"{name}: {value}" for name, value in fields.items())
    return [f"{OPEN}{first}{CLOSE}", *rest]


def _valid(shape: Shape) -> str:
    """A value that the field takes, as YAML in flow style."""
    example = shape.examples[0]
    return _yaml(example)


def _yaml(value: object) -> str:
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {_yaml(item)}" for key, item in value.items()) + "}"
    if isinstance(value, list | tuple):
        return "[" + ", ".join(map(_yaml, value)) + "]"
    if isinstance(value, bool):
        return str(value).lower()
    return str(value) if isinstance(value, int | float) else f'"{value}"'


def _block(home: Home, node: list[str]) -> str:
    """Writes the node in block style, inside what leads to it."""
    lines, indent = [], ""
    top_company = _around(home)
    lines += top_company
    models = [home.top, *(shape.kind for shape in home.path)]
    for depth, shape in enumerate(home.path):
        key = f"{shape.name}:"
        lines.append(f"{indent}{key}")
        indent += "  "
        inner = models[depth + 1]
        if shape.mapping:
            lines.append(f"{indent}maria:")
            indent += "  "
        own = node if depth == len(home.path) - 1 else _between(home, depth, inner)
        dash = "- " if shape.many else ""
        for i, field in enumerate(own):
            lines.append(f"{indent}{dash if i == 0 else ' ' * len(dash)}{field}")
        if not own:
            lines.append(f"{indent}{dash}")
        indent += " " * len(dash)
    if not home.path:
        lines += node
    return "\n".join(lines) + "\n"


def _flow(home: Home, node: list[str], style: Style) -> str:
    """Writes the node in flow style on one line, inside what leads to it.

    In shorthand one value stands where a list is allowed, and stages are a mapping.
    """
    if not home.path:
        return "{" + ", ".join([*_around(home), *node]) + "}\n"
    inner = "{" + ", ".join(node) + "}"
    for depth in range(len(home.path) - 1, -1, -1):
        shape = home.path[depth]
        if shape.mapping:
            inner = f"{{maria: {inner}}}"
        if shape.many and style is Style.FLOW:
            inner = f"[{inner}]"
        elif shape.keyed and not inner.startswith("{name"):
            inner = f"{{During: {inner}}}"
        inner = f"{shape.name}: {inner}"
        if depth:
            company = _between(home, depth - 1, home.path[depth - 1].kind)
            inner = "{" + ", ".join([*company, inner]) + "}"
    return "\n".join([*_around(home), inner]) + "\n"


def _around(home: Home) -> list[str]:
    """What the file needs at its top, when the node stands further in."""
    if not home.path:
        return []
    fields = [f"{s.name}: {_valid(s)}" for s in shapes(home.top).values() if s.required]
    inside = home.path[0].name
    if home.top is Journey and inside not in {"steps", "stages"}:
        fields.append("steps: [Calls]")
    return fields


def _between(home: Home, depth: int, model: object) -> list[str]:
    """What a node on the way needs beside the field that leads on."""
    assert isinstance(model, type)
    assert issubclass(model, Node)
    onward = home.path[depth + 1].name
    return [
        f"{s.name}: {_valid(s)}" for s in shapes(model).values() if s.required and s.name != onward
    ]
