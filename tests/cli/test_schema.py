import json
from pathlib import Path

import jsonschema
import pytest
from tests.cli.running import CommandLine

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
