"""Models without pydantic are those of pydantic: the same schemas, and the same in use."""

import copy
from collections.abc import Iterator
from typing import Annotated, Any, ClassVar

import pytest
from pydantic import BaseModel

from journeymap.model import base, quick_base
from journeymap.model.fields import Node
from journeymap.model.journey import Journey, Library
from journeymap.workspace.config import Configuration
from journeymap.workspace.rule_file import RuleFile
from journeymap.workspace.theme_file import Brand

_KEPT = {
    *("type", "cls", "schema", "fields", "members", "sub_type", "items_schema"),
    *("variadic_item_index", "keys_schema", "values_schema", "default", "default_factory"),
    *("ge", "le", "validation_alias", "config", "extra_fields_behavior", "model_name", "title"),
}


def plain(schema: Any, known: dict[str, Any], key: str = "") -> Any:  # noqa: ANN401
    """What a schema says of values, without names and what it says of JSON."""
    if isinstance(schema, list):
        return [plain(each, known) for each in schema]
    if not isinstance(schema, dict) or key in {"default", "fields"}:
        return schema if key != "fields" else {n: plain(e, known) for n, e in schema.items()}
    if "definitions" in schema:
        known |= {each["ref"]: each for each in schema["definitions"]}
        return plain(schema["schema"], known)
    if schema.get("type") == "definition-ref":
        return plain(known[schema["schema_ref"]], known)
    if schema.get("type") == "dataclass":  # what is read gives them as they are
        return {"type": "is-instance", "cls": schema["cls"]}
    return {name: plain(each, known, name) for name, each in schema.items() if name in _KEPT}


@pytest.mark.parametrize("model", [Journey, Library, Configuration, RuleFile, Brand])
def test_the_core_is_told_what_pydantic_tells_it(model: type[Node]) -> None:
    model.model_rebuild(force=True)
    theirs = plain(model.__pydantic_core_schema__, {})
    assert plain(quick_base.core_schema(model), {}) == theirs


def test_every_model_is_among_those() -> None:
    held: set[type[Any]] = set()

    def walk(schema: Any) -> None:  # noqa: ANN401
        for each in schema.values() if isinstance(schema, dict) else schema:
            if isinstance(each, dict | list):
                walk(each)
        if isinstance(schema, dict) and schema.get("type") == "model":
            held.add(schema["cls"])

    for model in (Journey, Library, Configuration, RuleFile, Brand):
        walk(quick_base.core_schema(model))
    bases = {above for each in held for above in each.__mro__}
    assert {each for each in _below(Node) if each.__module__.startswith("journeymap")} <= bases


def _below(model: type[Node]) -> Iterator[type[Node]]:
    for each in model.__subclasses__():
        yield each
        yield from _below(each)


def _models(kind: Any) -> tuple[Any, Any]:  # noqa: ANN401 - a module that has what base has
    """The same models of either kind."""

    class Part(kind.BaseModel):  # type: ignore[misc]
        model_config = kind.ConfigDict(frozen=True, extra="forbid", defer_build=True)
        called: ClassVar[str] = "a part"
        name: str
        count: Annotated[int, kind.Field(ge=1, le=3)] | None = kind.Field(None, alias="so-many")

    class Whole(Part):
        name: str = "whole"
        parts: tuple[Part, ...] = ()
        words: dict[str, str] = kind.Field(default_factory=dict, description="Words.")

    return Part, Whole


KINDS = pytest.mark.parametrize("kind", [base, quick_base])


@KINDS
def test_models_are_made_compared_and_copied(kind: Any) -> None:  # noqa: ANN401
    part, whole = _models(kind)
    made = whole(parts=[{"name": "a", "so-many": 2}])
    assert made.parts[0] == part.model_construct(name="a", count=2)
    assert made.parts[0] != whole.model_construct(name="a", count=2)
    assert (made.name, made.words, made.model_fields_set) == ("whole", {}, {"parts"})
    assert [*vars(made)] == ["name", "count", "parts", "words"]
    assert [name for name, field in part.model_fields.items() if field.is_required()] == ["name"]
    assert whole.model_fields["words"].get_default(call_default_factory=True) == {}
    changed = made.model_copy(update={"name": "b"})
    assert (changed.name, changed.model_fields_set, made.name) == ("b", {"parts", "name"}, "whole")
    assert len({part(name="a"), part(name="a"), part(name="b")}) == 2
    assert repr(part(name="a")) == "Part(name='a', count=None)"
    assert copy.deepcopy(made) == made
    assert copy.copy(made).model_fields_set == {"parts"}
    with pytest.raises(AttributeError):
        getattr(made, "no_field")  # noqa: B009 - of which a type checker knows


@KINDS
@pytest.mark.parametrize(
    ("values", "wrong"),
    [
        ({}, [("missing", ("name",))]),
        ({"name": "a", "so-many": 4}, [("less_than_equal", ("so-many",))]),
        ({"name": "a", "so-many": 0}, [("greater_than_equal", ("so-many",))]),
        ({"name": "a", "more": 1}, [("extra_forbidden", ("more",))]),
        ({"name": 1}, [("string_type", ("name",))]),
    ],
)
def test_what_is_wrong_is_refused_alike(
    kind: Any,  # noqa: ANN401
    values: dict[str, Any],
    wrong: list[tuple[str, tuple[str, ...]]],
) -> None:
    part, whole = _models(kind)
    with pytest.raises(kind.ValidationError) as caught:
        part.model_validate(values)
    assert [(each["type"], each["loc"]) for each in caught.value.errors()] == wrong
    with pytest.raises(kind.ValidationError) as caught:
        whole.model_validate({"parts": [values]})
    inside = [(what, ("parts", 0, *loc)) for what, loc in wrong]
    assert [(each["type"], each["loc"]) for each in caught.value.errors()] == inside


def test_the_core_is_the_same_one() -> None:
    assert quick_base.ValidationError is base.ValidationError
    assert issubclass(Node, BaseModel)
