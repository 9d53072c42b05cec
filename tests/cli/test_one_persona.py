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


def test_what_if_tells_of_one_alone(flat: CommandLine) -> None:
    changes = ("--what-if", "reports.leaks*=50 %", "--format", "json")
    told = json.loads(flat("leverage", MAP, "--persona", "ruth", *changes).out)
    assert (told["persona"], told["what_if"]) == ("ruth", ["reports.leaks*=50 %"])
    every = json.loads(flat("leverage", MAP, *changes).out)
    assert every["of_each"]["ruth"]["completion"] == told["completion"]
    assert told["completion"]["then"] > told["completion"]["today"]


def test_what_if_names_personas_where_their_figures_differ(flat: CommandLine) -> None:
    done = flat("leverage", MAP, "--what-if", "is-visited.wait.wilma=2 days")
    words = " ".join(done.out.replace("\u00a0", " ").split())
    assert "Dan 4–5 weeks; Ruth 4–5 weeks; Wilma 6–7 weeks → 5 weeks" in words
    assert "Mean emotion: Dan 0.17; Ruth −0.4; Wilma −0.75" in words


@pytest.mark.parametrize(
    ("who", "change", "said"),
    [
        ("ruth", "sends-photos.channel=app", "Ruth passes over sends-photos"),
        ("dan", "sends-photos.only=ruth", "it changes which steps dan takes"),
    ],
)
def test_what_if_says_what_cannot_be_told_of_one(
    flat: CommandLine, who: str, change: str, said: str
) -> None:
    done = flat("leverage", MAP, "--persona", who, "--what-if", change)
    assert (done.code, said in done.err) == (2, True)
