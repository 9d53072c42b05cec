"""A `dataclass` that is quick to make: a command makes more than a hundred of them as it starts.

The standard decorator compiles up to eight methods for each class, which is most of its cost. Here
only `__init__` is compiled, when a class is first used, and all classes share the rest. Type
checkers see the standard one; what is `frozen` is so for them alone, and has a hash.
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
            plain.__doc__ = plain.__doc__ or plain.__name__  # else the signature is looked for
            made = dataclasses.dataclass(init=False, repr=False, eq=False, **options)(plain)
            made.__init__ = _Init(made)
            compared = [field.name for field in dataclasses.fields(made) if field.compare]
            made.__compared__ = attrgetter(*compared) if compared else type
            shared = {"__eq__": _equal, "__hash__": _hash if frozen else None, "__repr__": _shown}
            for name, method in shared.items():
                if name not in plain.__dict__:
                    setattr(made, name, method)
            return made

        return make

    class _Init:
        """Stands for the `__init__` of a class until that is first asked for."""

        def __init__(self, made: type) -> None:
            self.made = made

        def __get__(self, value: object, owner: type | None = None) -> Callable[..., None]:
            self.made.__init__ = init = _init_of(self.made)
            return init if value is None else init.__get__(value)

    _LEFT_OUT = object()
    """What a parameter holds whose default is made anew each time."""

    def _init_of(made: type) -> Callable[..., None]:
        """Compiles what takes the fields of a class and keeps them."""
        fields = dataclasses.fields(made)
        known = {f"{field.name}_": _default(field) for field in fields}
        made_anew = {f"{field.name}_make": field.default_factory for field in fields}
        placed = [_parameter(field) for field in fields if not field.kw_only]
        named = [_parameter(field) for field in fields if field.kw_only]
        head = ", ".join(["self", *placed, *(["*", *named] if named else [])])
        body = "\n".join(map(_kept, fields)) or "    pass"
        known |= {**made_anew, "LEFT_OUT": _LEFT_OUT}
        exec(f"def __init__({head}):\n{body}", known)  # noqa: S102 - from names of fields alone
        init = known["__init__"]
        init.__qualname__ = f"{made.__qualname__}.__init__"
        init.__module__ = made.__module__
        init.__annotations__ = {field.name: field.type for field in fields} | {"return": None}
        return init

    def _default(field: dataclasses.Field) -> object:
        return _LEFT_OUT if field.default is dataclasses.MISSING else field.default

    def _parameter(field: dataclasses.Field) -> str:
        missing = dataclasses.MISSING
        is_needed = field.default is missing and field.default_factory is missing
        return field.name if is_needed else f"{field.name}={field.name}_"

    def _kept(field: dataclasses.Field) -> str:
        name = field.name
        if field.default_factory is dataclasses.MISSING:
            return f"    self.{name} = {name}"
        return f"    self.{name} = {name}_make() if {name} is LEFT_OUT else {name}"

    def _equal(self: object, other: object) -> bool:
        if self is other:
            return True
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
