"""Values that tell several personas apart, and how they are kept beside what is everybody's."""

from typing import Any

from journeymap.model.fields import EACH, Shape
from journeymap.model.names import Route
from journeymap.reading.forms import is_whole
from journeymap.text.nodes import Mapping, Scalar
from journeymap.text.nodes import Node as Tree

_OF_A_DEFINITION = frozenset({"id", "kind", "name", "value"})
"""Fields that people write where a name or a number belongs; no persona is called so."""


def is_apart(shape: Shape, tree: Tree) -> bool:
    """Tells whether a value of a field that takes one for all names personas."""
    if not shape.apart or not isinstance(tree, Mapping) or is_whole(shape, tree):
        return False
    is_said = any(not isinstance(value, Scalar) or value.strip() for value in tree.values())
    glued = any(":" in key for key in tree)  # told of there, and read as nothing
    return (is_said or glued) and any(key not in _OF_A_DEFINITION for key in tree)


def file(data: dict[str, Any], shape: Shape, tree: Tree, said: Any) -> None:  # noqa: ANN401
    """Puts what was read from a field where the model keeps it.

    Where personas are told apart there is no value of all, but for a list all that any of them has.

    Args:
        data: what was read from the fields of the same part.
        shape: the field.
        tree: what stands there.
        said: what was read from it.
    """
    if not is_apart(shape, tree):
        data[shape.name] = said
        return
    data[shape.name + EACH] = said
    if shape.many:
        data[shape.name] = tuple(dict.fromkeys(item for each in said.values() for item in each))


def written(loc: Route) -> Route:
    """Returns where something stands in a file that stands so in its full form."""
    return tuple(part.removesuffix(EACH) if isinstance(part, str) else part for part in loc)
