"""Models as those of `base`, by pydantic's compiled core alone: a short run has no time for more.

The core validates as ever; what it is told, pydantic takes a third of a short run to find out.
Our models hold no Python of their own that takes part in it: fields with bounds, aliases and
defaults, and nothing else. That is read here alike, and a test holds both to the same schemas.

To import this raises an exception where the core is not there or does not take what it is told:
then `base` has to do. What is `frozen` is so for type checkers alone.
"""

import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from enum import Enum
from importlib.machinery import PathFinder
from importlib.util import module_from_spec
from types import ModuleType, NoneType, SimpleNamespace, UnionType
from typing import Annotated, Any, ClassVar, Self, Union, get_args, get_origin

from journeymap.model.hints import hints

Schema = dict[str, Any]
Hint = Any
"""A type as it stands at a field, or a model of either kind."""
Value = Any
"""What a field holds."""

_CORE = "pydantic_core._pydantic_core"
_MISSING = object()
_PLAIN: Mapping[Hint, Schema] = {
    Any: {"type": "any"},
    str: {"type": "str"},
    int: {"type": "int"},
    float: {"type": "float"},
    bool: {"type": "bool"},
}


def _core() -> ModuleType:
    """Returns the compiled module, without what the package around it imports.

    Raises:
        ImportError: there is none.
    """
    if _CORE in sys.modules:
        return sys.modules[_CORE]
    package = PathFinder.find_spec(_CORE.partition(".")[0])
    folders = package.submodule_search_locations if package else None
    found = PathFinder.find_spec(_CORE, folders) if folders else None
    if found is None or found.loader is None:
        raise ImportError(_CORE)
    module = module_from_spec(found)
    found.loader.exec_module(module)
    return sys.modules.setdefault(_CORE, module)


ConfigDict = dict
ValidationError = _core().ValidationError


class Field:
    """What is said of a field, or of a value within one.

    Attributes:
        default: its value where none is given, if there is one.
        default_factory: makes that value.
        alias: what the field is called from outside; its name where there is none.
        description: what it means.
        examples: values as an analyst writes them.
        metadata: the bounds of a number.
    """

    __slots__ = ("alias", "default", "default_factory", "description", "examples", "metadata")

    def __init__(
        self,
        default: Value = _MISSING,
        *,
        default_factory: Callable[[], Value] | None = None,
        alias: str | None = None,
        description: str | None = None,
        examples: list[Value] | None = None,
        **bounds: float,
    ) -> None:
        """Keeps what is said."""
        self.default, self.default_factory = default, default_factory
        self.alias, self.description, self.examples = alias, description, examples
        self.metadata = [SimpleNamespace(**bounds)] if bounds else []

    def is_required(self) -> bool:
        """Tells whether a value has to be given."""
        return self.default is _MISSING and self.default_factory is None

    def get_default(self, *, call_default_factory: bool = False) -> Value:
        """Returns the value of a field that is not given."""
        if self.default_factory is None or not call_default_factory:
            return self.default
        return self.default_factory()


class BaseModel:
    """A model: its fields are read from its annotations."""

    __slots__ = (
        *("__dict__", "__pydantic_extra__", "__pydantic_fields_set__", "__pydantic_private__"),
    )

    model_fields: ClassVar[dict[str, Field]] = {}

    def __init_subclass__(cls) -> None:  # type: ignore[explicit-override] # of Python 3.12
        """Reads the fields of a model."""
        fields = dict(cls.model_fields)
        for name, hint in cls.__annotations__.items():
            if get_origin(hint) is not _CLASS_VARIABLE:
                said = cls.__dict__.get(name, _MISSING)
                fields[name] = said if isinstance(said, Field) else Field(said)
                if said is not _MISSING:
                    delattr(cls, name)
        cls.model_fields = fields

    def __init__(self, **values: Value) -> None:
        """Makes a model of values.

        Raises:
            ValidationError: one of them is refused, or missing.
        """
        _validator(type(self)).validate_python(values, self_instance=self)

    @classmethod
    def model_validate(cls, values: object) -> Self:
        """Returns a model made of values.

        Raises:
            ValidationError: one of them is refused, or missing.
        """
        made: Self = _validator(cls).validate_python(values)
        return made

    @classmethod
    def model_construct(cls, **values: Value) -> Self:
        """Returns a model made of values that are known to be right."""
        known = {}
        for name, field in cls.model_fields.items():
            if name in values:
                known[name] = values[name]
            elif not field.is_required():
                known[name] = field.get_default(call_default_factory=True)
        return cls._made(known, {*values})

    @classmethod
    def _made(cls, values: dict[str, Value], given: set[str]) -> Self:
        made = cls.__new__(cls)
        own = {"__dict__": values, "__pydantic_fields_set__": given}
        for name in BaseModel.__slots__:  # the core asks for all of them
            setattr(made, name, own.get(name))
        return made

    def model_copy(self, *, update: Mapping[str, Value] | None = None) -> Self:
        """Returns a copy of a model, with other values of some fields."""
        changed = update or {}
        return self._made({**vars(self), **changed}, {*self.model_fields_set, *changed})

    @property
    def model_fields_set(self) -> set[str]:
        """The fields that were given."""
        given: set[str] = self.__pydantic_fields_set__  # type: ignore[assignment] # a slot
        return given

    def __eq__(self, other: object) -> bool:  # type: ignore[explicit-override] # of Python 3.12
        """Tells whether another model is of the same kind and has the same values."""
        if self is other:
            return True
        if not isinstance(other, BaseModel):
            return NotImplemented
        return type(self) is type(other) and vars(self) == vars(other)

    def __hash__(self) -> int:  # type: ignore[explicit-override] # of Python 3.12
        """Returns the same for the same values."""
        return hash((type(self), *(vars(self).get(name) for name in self.model_fields)))

    def __repr__(self) -> str:  # type: ignore[explicit-override] # of Python 3.12
        """Returns how a model may be made."""
        values = ", ".join(f"{name}={value!r}" for name, value in vars(self).items())
        return f"{type(self).__name__}({values})"

    def __getattr__(self, name: str) -> object:
        """Refuses what no model has."""
        raise AttributeError(f"{type(self).__name__!r} object has no attribute {name!r}")


_CLASS_VARIABLE: Hint = ClassVar
_validators: dict[Hint, Any] = {}


def _validator(model: Hint) -> Any:  # noqa: ANN401 - the core is not imported by its name
    if model not in _validators:
        _validators[model] = _core().SchemaValidator(core_schema(model))
    return _validators[model]


def core_schema(model: Hint) -> Schema:
    """Returns what pydantic's core is told of a model: of pydantic's, or of one made here."""
    known: dict[str, Schema] = {}
    top = _model(model, known)
    return {"type": "definitions", "schema": top, "definitions": [*known.values()]}


def _model(model: Hint, known: dict[str, Schema]) -> Schema:
    ref = f"{model.__module__}.{model.__qualname__}"
    if ref not in known:
        known[ref] = {}  # in case it holds itself
        types = hints(model)
        fields = {
            name: _field(field, _schema(types[name], known))
            for name, field in model.model_fields.items()
        }
        known[ref] = {
            "type": "model",
            "ref": ref,
            "cls": model,
            "config": {"extra_fields_behavior": "forbid", "title": model.__name__},
            "schema": {"type": "model-fields", "fields": fields, "model_name": model.__name__},
        }
    return {"type": "definition-ref", "schema_ref": ref}


def _field(field: Value, schema: Schema) -> Schema:
    if field.default_factory is not None:
        schema = {"type": "default", "schema": schema, "default_factory": field.default_factory}
    elif not field.is_required():
        schema = {"type": "default", "schema": schema, "default": field.default}
    alias = {"validation_alias": field.alias} if field.alias else {}
    return {"type": "model-field", "schema": schema, **alias}


def _schema(hint: Hint, known: dict[str, Schema]) -> Schema:
    """Returns the schema of a type."""
    origin: Hint = get_origin(hint)
    inner = get_args(hint)
    if origin is None:
        return _PLAIN[hint] if hint in _PLAIN else _of_class(hint, known)
    if origin is Annotated:
        return {**_schema(inner[0], known), **dict(_bounds(inner[1:]))}
    if origin in {Union, UnionType}:
        (only,) = (each for each in inner if each is not NoneType)
        return {"type": "nullable", "schema": _schema(only, known)}
    if origin is tuple:
        items = [_schema(inner[0], known)]
        return {"type": "tuple", "items_schema": items, "variadic_item_index": 0}
    keys, values = (_schema(each, known) for each in inner)
    return {"type": "dict", "keys_schema": keys, "values_schema": values}


def _of_class(kind: Hint, known: dict[str, Schema]) -> Schema:
    if hasattr(kind, "model_fields"):
        return _model(kind, known)
    if issubclass(kind, Enum):
        return {"type": "enum", "cls": kind, "members": [*kind], "sub_type": "str"}
    return {"type": "is-instance", "cls": kind}


def _bounds(marks: Iterable[Value]) -> Iterator[tuple[str, float]]:
    """Walks the bounds among what is said of a type."""
    for limit in (limit for mark in marks for limit in getattr(mark, "metadata", ())):
        yield from ((name, getattr(limit, name)) for name in ("ge", "le") if hasattr(limit, name))


class _Tried(BaseModel):
    """Shows, when this is imported, whether the core takes what it is told here."""

    one: Annotated[int, Field(ge=1, le=2)] | None = None
    more: Annotated[tuple[Mapping[str, bool], ...], Field()] = ()


_Tried.model_validate({"one": 1, "more": [{}]})
