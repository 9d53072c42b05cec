"""Modules that are imported when somebody first uses them, not when somebody first names them."""

import os
import sys
from collections.abc import Callable
from importlib import import_module
from types import ModuleType
from typing import Any


class _Later(ModuleType):
    """Stands for a module that nobody has used yet."""

    def __getattr__(self, name: str) -> object:  # type: ignore[explicit-override] # of Python 3.12
        """Imports the module, which takes this place, and returns what is asked of it."""
        if sys.modules.get(self.__name__) is self:
            del sys.modules[self.__name__]
        return getattr(import_module(self.__name__), name)


def put_off(name: str, *functions: str) -> None:
    """Has a module be imported at its first use; nothing, where it is there already.

    Args:
        name: of the module; one that lies in a package is itself one.
        functions: those of it that others take by name without calling them.
    """
    parent, _, last = name.rpartition(".")
    later = _Later(name)
    if parent:
        # Whoever imports something by name asks for it: of a module it is there, or not at all.
        later.__path__ = [os.path.join(each, last) for each in import_module(parent).__path__]  # noqa: PTH118
    for function in functions:
        setattr(later, function, _called_later(later, function))
    if sys.modules.setdefault(name, later) is later and parent:
        setattr(import_module(parent), last, later)  # as importing it would


def _called_later(module: _Later, name: str) -> Callable[..., Any]:
    def called(*given: Any, **named: Any) -> Any:  # noqa: ANN401 - as the function takes it
        return module.__getattr__(name)(*given, **named)  # type: ignore[operator]

    return called
