import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from tests.cli.running import CommandLine

from journeymap.api import schemas
from journeymap.linter.registry import RULES
from journeymap.model.frameworks import BUILT_IN

SCHEMAS = Path(__file__).resolve().parents[2] / "schemas"


@pytest.mark.parametrize("name", ["journey", "library", "journeymap", "rules", "theme"])
def test_a_schema_is_printed_as_it_is_published(name: str, cli: CommandLine) -> None:
    done = cli("schema", name)
    assert (done.code, done.err) == (0, "")
    published = (SCHEMAS / f"{name}.schema.json").read_text(encoding="utf-8")
    schema = json.loads(done.out)
    assert schema == json.loads(published)
    jsonschema.Draft202012Validator.check_schema(schema)


def test_the_schema_of_maps_is_the_default(cli: CommandLine) -> None:
    assert cli("schema").out == cli("schema", "journey").out


@pytest.mark.parametrize("name", ["libary", "nonsense", ""])
def test_an_unknown_schema_is_bad_usage(name: str, cli: CommandLine) -> None:
    done = cli("schema", name)
    assert (done.code, done.out, done.err.count("\n")) == (2, "", 1)
    assert ("did you mean library?" if name == "libary" else "journeymap") in done.err


OFFERING = ("examples", "default", "enum", "const", "defaultSnippets")
"""What an editor offers as a value."""


def offers(schema: Any, whole: dict[str, Any]) -> Iterator[Any]:  # noqa: ANN401 - as JSON has it
    """Walks what an editor offers where a schema holds, in lists and for single values."""
    if "$ref" in schema:
        name = schema["$ref"].rpartition("/")[2]
        yield from offers(whole["definitions"][name], whole) if name == "RuleName" else ()
    for key in OFFERING:
        said = schema.get(key, [])
        yield from said if isinstance(said, list) else [said]
    for inner in (*schema.get("anyOf", []), *filter(None, [schema.get("items")])):
        yield from offers(inner, whole)


def offered(name: str, *route: str) -> set[Any]:
    """What an editor offers at a field."""
    whole = schemas()[name]
    part: Any = whole
    for word in route:
        part = part[word]
    return set(offers(part, whole))


@pytest.mark.parametrize(
    "route",
    [
        ("definitions", "Step", "properties", "channel"),
        ("definitions", "Step", "properties", "actor"),
        ("definitions", "Step", "properties", "action"),
        ("properties", "title"),
        ("properties", "uses"),
    ],
)
def test_no_example_is_offered_as_a_value(route: tuple[str, ...]) -> None:
    assert offered("journey", *route) == set()


@pytest.mark.parametrize("name", ["journey", "library", "journeymap", "rules", "theme"])
def test_examples_stand_in_descriptions_alone(name: str) -> None:
    whole = schemas()[name]
    parts = [whole, *whole["definitions"].values()]
    fields = [each for part in parts for each in part.get("properties", {}).values()]
    assert not [each for each in fields if "examples" in each or "default" in each]
    assert sum("For example: " in each.get("description", "") for each in fields) > 3


def test_what_is_known_is_offered() -> None:
    frameworks = {framework.id for framework in BUILT_IN}
    assert offered("journey", "properties", "framework") == frameworks
    assert "review" in offered("journey", "properties", "status")
    rules = {word for rule in RULES for word in (rule.code, rule.name)}
    for field in ("select", "extend_select", "ignore"):
        assert offered("journeymap", "properties", field) == rules
        inside = ("definitions", "FileSettings", "properties", field)
        assert offered("journeymap", *inside) == rules


@pytest.mark.parametrize(
    ("content", "valid"),
    [
        ({"select": ["JM2", "missing-need"]}, True),
        ({"ignore": "JM204"}, True),
        ({"ignore": ["ACME01"]}, True),
        ({"ignore": [5]}, False),
    ],
)
def test_prefixes_and_own_rules_are_valid_as_well(content: dict[str, Any], valid: bool) -> None:
    assert jsonschema.Draft7Validator(schemas()["journeymap"]).is_valid(content) is valid


def test_a_framework_of_ones_own_is_valid_as_well() -> None:
    content = {"title": "T", "steps": ["A"], "framework": "our-path"}
    assert jsonschema.Draft7Validator(schemas()["journey"]).is_valid(content)
