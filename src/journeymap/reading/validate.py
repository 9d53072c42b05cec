"""Full form → model: what pydantic refuses becomes a finding and is left out."""

from enum import Enum
from functools import lru_cache
from itertools import takewhile
from typing import Any, TypeVar

from journeymap.findings import Finding, Mark
from journeymap.model.base import ValidationError
from journeymap.model.fields import Leaf, Node, Ref, Shape, shapes
from journeymap.model.names import Route
from journeymap.reading import apart, value_messages
from journeymap.reading.expand import Expander
from journeymap.reading.odd_keys import home
from journeymap.text.nodes import Mapping, Scalar, locate, reach
from journeymap.text.nodes import Node as Tree

M = TypeVar("M", bound=Node)

UNSAID = "…"
"""Stands for a text that is required and missing, so that the rest can be read."""

_THIRD = 2
_ROUNDS = 20
"""Validation is tried again after each mending; a mended field can show a next problem."""


def validate(model: type[M], data: Any, tree: Tree, expander: Expander) -> M | None:  # noqa: ANN401
    """Returns the content of a file; None where mending it leads nowhere.

    Args:
        model: what the file holds.
        data: the full form as plain data; what is refused is taken out of it.
        tree: the full form with its places.
        expander: where findings go.
    """
    for _ in range(_ROUNDS):
        try:
            return model.model_validate(data)
        except ValidationError as error:
            for detail in error.errors(include_url=False, include_context=False):
                owner, shape = declared(model, detail["loc"])
                if detail["type"] == "missing":
                    _supply(data, detail["loc"], (owner, shape), tree, expander)
                else:
                    _take_out(data, detail["loc"], shape, tree, expander)
    return None


def _supply(
    data: Any,  # noqa: ANN401
    loc: Route,
    field: tuple[type[Node], Shape],
    tree: Tree,
    expander: Expander,
) -> None:
    """Tells of a required field that is missing, and puts something neutral in its place."""
    route, (owner, shape) = apart.written(loc), field
    key = _empty_field(tree, route)
    if route not in expander.broken and key is not None:
        expander.findings.append(_empty(data, loc, key, field))
    elif route not in expander.broken and not _is_told_above(data, loc, shape):
        example = str(shape.examples[0]) if shape.examples else value_messages.expected(shape)
        other = owner.instead.get(shape.name)
        instead = f", or {other}: … to name one that is written elsewhere" if other else ""
        expander.findings.append(
            Finding(
                code="JM004",
                message=f"{home(owner)} needs `{shape.name}`",
                help=f"{_dash(data, loc, owner)}add {shape.name}: … (for example: {example})"
                f"{instead}",
                route=route[:-1],
                missing=shape.name,
            )
        )
    if shape.kind is Leaf.TEXT:
        _reach(data, loc[:-1])[shape.name] = UNSAID
    elif shape.kind in {Leaf.ID, Leaf.CONDITION} or isinstance(shape.kind, Ref):
        _reach(data, loc[:-1])[shape.name] = ""
    elif isinstance(shape.kind, type) and issubclass(shape.kind, Enum):
        _reach(data, loc[:-1])[shape.name] = next(iter(shape.kind))
    elif shape.many:
        _reach(data, loc[:-1])[shape.name] = ()
    else:
        _reach(data, loc[:-2]).pop(loc[-2])


def _empty_field(tree: Tree, route: Route) -> Scalar | None:
    """Returns the name of a field that is written with nothing behind it; None where it is not."""
    part = reach(tree, route[:-1])
    is_written = isinstance(part, Mapping) and route[-1] in part
    return part.key(str(route[-1])) if is_written and isinstance(part, Mapping) else None


def _empty(
    data: Any,  # noqa: ANN401
    loc: Route,
    key: Scalar,
    field: tuple[type[Node], Shape],
) -> Finding:
    """Says that a field that is needed has nothing behind its colon."""
    owner, shape = field
    example = str(shape.examples[0]) if shape.examples else value_messages.expected(shape)
    help_ = f"write it there (for example: {key}: {example})"
    if isinstance(loc[-2:][0], int):
        others = _reach(data, loc[:-1])
        help_ += ", or delete the entry" + (" with all its fields" if others else "")
    return Finding(
        code="JM004",
        message=f"nothing stands behind `{key}:`, which {home(owner)} needs",
        help=help_,
        route=apart.written(loc)[:-1],
        span=key.span,
        mark=Mark.KEY,
        missing=str(key),
    )


def _dash(data: Any, loc: Route, owner: type[Node]) -> str:  # noqa: ANN401
    """Returns what to do about a dash before a field that belongs to the entry above, if it may."""
    *above, place = loc[:-1] or (0,)
    if not isinstance(place, int) or not place or not owner.called:
        return ""
    entries = _reach(data, tuple(above))
    names = [next(iter(each)) for each in takewhile(lambda each: len(each) == 1, entries[place:])]
    names = list(takewhile(lambda name: name != loc[-1], names))
    own, upper = entries[place], entries[place - 1]
    names = names or [*own][: not own.keys() & upper.keys()]
    if not names or names[0] in upper:
        return ""
    first, *others = dict.fromkeys(names)
    more = f", and those before {_listed(others)} below it" if others else ""
    return f"take the dash away if `{first}` belongs to the entry above{more}; or "


def _is_told_above(data: Any, loc: Route, shape: Shape) -> bool:  # noqa: ANN401
    """Tells whether the entry above has a lone field behind its dash as well, where it is told."""
    *above, place = loc[:-1] or (0,)
    if not isinstance(place, int) or place < _THIRD or shape.kind is not Leaf.TEXT:
        return False
    entries = _reach(data, tuple(above))
    before, own = entries[place - 1], entries[place]
    supplied = before.get(shape.name) == UNSAID and len(before) == 2  # noqa: PLR2004 - and its field
    return supplied and len(own) == 1 and not own.keys() & before.keys()


def _listed(names: list[str]) -> str:
    *most, last = [f"`{name}`" for name in names]
    return f"{', '.join(most)} and {last}" if most else last


def _take_out(
    data: Any,  # noqa: ANN401
    loc: Route,
    shape: Shape,
    tree: Tree,
    expander: Expander,
) -> None:
    """Tells of a number off its scale, and takes it out."""
    _reach(data, loc[:-1]).pop(loc[-1])
    route = apart.written(loc)
    expander.broken.add(route)
    written = expander.source.cut(locate(tree, route))
    expander.findings.append(
        Finding(
            code="JM002",
            message=f"{written} is off the scale of `{shape.name}`",
            help=f"write {value_messages.expected(shape)} {value_messages.named_scale(shape)}",
            route=route,
            mark=Mark.VALUE,
        )
    )


def declared(model: type[Node], loc: Route) -> tuple[type[Node], Shape]:
    """Returns the model and the field that a location of pydantic's leads to."""
    return _declared(model, tuple(part for part in apart.written(loc) if isinstance(part, str)))


@lru_cache(maxsize=4_096)
def _declared(model: type[Node], names: tuple[str, ...]) -> tuple[type[Node], Shape]:
    owner, shape = model, shapes(model)[names[0]]
    for name in names[1:]:
        inner = shape.part
        if inner is not None and name in shapes(inner):
            owner, shape = inner, shapes(inner)[name]
    return owner, shape


def _reach(data: Any, loc: Route) -> Any:  # noqa: ANN401
    for part in loc:
        data = data[part]
    return data
