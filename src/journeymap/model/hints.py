"""What stands at the fields of a class."""

from collections.abc import Mapping
from typing import Any


def hints(model: type) -> Mapping[str, Any]:
    """Returns the types of the fields of a class and of those above it, with all that marks them.

    None of ours is told as a text, so that none has to be looked up.
    """
    found: dict[str, Any] = {}
    for each in reversed(model.__mro__):
        found |= getattr(each, "__annotations__", {})
    return found
