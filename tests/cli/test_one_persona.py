"""`--persona`: the figures of one of several, and what of them is everybody's."""

import json
from pathlib import Path

import pytest
from tests.cli.running import MAP, CommandLine

FLAT = (Path(__file__).parents[1] / "journeys" / "damp-flat.journey.yaml").read_text("utf-8")


@pytest.fixture
def flat(cli: CommandLine) -> CommandLine:
    cli.write(FLAT)
    return cli


def test_the_flow_of_one_with_those_who_begin_as_she_does(flat: CommandLine) -> None:
    done = flat("show", MAP, "--view", "flow", "--persona", "Ruth, 72", "--format", "json")
    told = json.loads(done.out)
    assert (told["persona"], told["starts"]["n"], "of_each" in told) == ("ruth", 360, False)
    assert told["everybodys"]["need"] == 3
    assert "neighbour-calls" not in [each["id"] for each in told["steps"]]
    every = json.loads(flat("show", MAP, "--view", "flow", "--format", "json").out)
    assert every["of_each"]["ruth"]["completion"] == pytest.approx(told["completion"])
    assert (every["starts"]["n"], "persona" in every) == (1200, False)


@pytest.mark.parametrize("command", [("show",), ("show", "--view", "pains"), ("leverage",)])
def test_it_is_said_what_is_everybodys(flat: CommandLine, command: tuple[str, ...]) -> None:
    done = flat(*command, MAP, "--persona", "ruth")
    words = " ".join(done.out.split())
    assert "For Ruth alone, without what is only of others." in words
    assert "authorisation" not in words
    assert "letter lies" not in words, "a pain of Wilma"


def test_where_the_shares_of_personas_are_open_nobody_knows_how_many_begin(
    flat: CommandLine,
) -> None:
    flat.write(FLAT.replace("    share: 15 %\n", ""))
    done = flat("show", MAP, "--view", "flow", "--persona", "ruth", "--format", "json")
    assert json.loads(done.out)["starts"] is None


@pytest.mark.parametrize("command", ["show", "leverage"])
def test_a_name_that_is_not_there_is_told_with_those_that_are(
    flat: CommandLine, command: str
) -> None:
    done = flat(command, MAP, "--persona", "Rutt")
    assert done.code == 2
    assert "the map has no person Rutt" in done.err
    assert "Ruth, 72" in done.err


def test_what_if_tells_of_all(flat: CommandLine) -> None:
    done = flat("leverage", MAP, "--persona", "dan", "--what-if", "reports.leaks=0")
    assert (done.code, "leave out --persona" in done.err) == (2, True)
