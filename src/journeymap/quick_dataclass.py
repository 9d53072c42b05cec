"""A `dataclass` that is quick to make: a command makes more than a hundred of them as it starts.

The standard decorator compiles up to eight methods for each class, which is most of its cost. Here
only `__init__` is compiled, and all classes share the rest. Type checkers see the standard one;
what is `frozen` is so for them alone, and has a hash.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dataclasses import dataclass

    __all__ = ["dataclass"]
else:
    import dataclasses
    from collections.abc import Callable
    from operator import attrgetter

    def dataclass(*, frozen: bool = False, **options: bool) -> Callable[[type], type]:
        """Returns what makes a class a dataclass; further options are those of the standard one."""

        def make(plain: type) -> type:
            made = dataclasses.dataclass(repr=False, eq=False, **options)(plain)
            compared = [field.name for field in dataclasses.fields(made) if field.compare]
            made.__compared__ = attrgetter(*compared) if compared else type
            shared = {"__eq__": _equal, "__hash__": _hash if frozen else None, "__repr__": _shown}
            for name, method in shared.items():
                if name not in plain.__dict__:
                    setattr(made, name, method)
            return made

        return make

    def _equal(self: object, other: object) -> bool:
        if self.__class__ is not other.__class__:
            return NotImplemented
        compared = self.__class__.__compared__
        return compared(self) == compared(other)

    def _hash(self: object) -> int:
        return hash(self.__class__.__compared__(self))

    def _shown(self: object) -> str:
        fields = (field.name for field in dataclasses.fields(self) if field.repr)
        values = ", ".join(f"{name}={getattr(self, name)!r}" for name in fields)
        return f"{self.__class__.__qualname__}({values})"
