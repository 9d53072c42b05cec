"""`journeymap leverage`."""

import json
from typing import Any

import pytest
from tests.cli.running import CommandLine

MAP = """journeymap: 1
title: Clinic
personas: [{id: ann, name: Ann}]
evidence: [{id: talk, kind: interview}]
steps:
  - id: books
    action: Books
    emotion: worried
    importance: 5
    perceived: 2
    leaks: [{share: 10 %}]
    evidence: talk
  - {id: is-seen, action: Is seen, emotion: angry, evidence: talk,
     opportunities: [{id: call, text: Call, impact: 4, effort: 1}]}
  - {id: goes-home, action: Goes home, emotion: pleased, evidence: talk}
"""
OTHER = "journeymap: 1\ntitle: Other\npersona: Bo\nsteps: [{action: Waits, emotion: -1}]\n"


@pytest.fixture
def clinic(cli: CommandLine) -> CommandLine:
    cli.write(MAP)
    return cli


def points(cli: CommandLine, *arguments: str) -> list[dict[str, Any]]:
    done = cli("leverage", "--format", "json", *arguments)
    assert (done.code, done.err) == (0, "")
    content = json.loads(done.out)
    assert content["version"] == 1
    found: list[dict[str, Any]] = content["points"]
    return found


def test_steps_are_ranked_by_pressure_or_payoff(clinic: CommandLine) -> None:
    assert [point["step"] for point in points(clinic)] == ["books", "is-seen", "goes-home"]
    assert points(clinic, "--sort", "payoff")[0]["step"] == "is-seen"


def test_top_limits_what_is_told(clinic: CommandLine) -> None:
    assert len(points(clinic, "--top", "1")) == 1
    done = clinic("leverage", "--top", "1")
    assert "Books" in done.out
    assert "Goes home" not in done.out
    assert "2 more steps press less; --top 3 shows them all" in done.out


def test_maps_are_ranked_together(clinic: CommandLine) -> None:
    clinic.write(OTHER, "other.journey.yaml")
    found = points(clinic, ".")
    assert {point["journey"] for point in found} == {"clinic", "other"}
    assert [point["rank"] for point in found] == [1, 2, 3, 4]


def test_weights_of_the_command_line_lie_over_those_of_the_configuration(
    clinic: CommandLine,
) -> None:
    clinic.write(
        "leverage: {weights: {unmet-need: 0, flow-gain: 0, memory: 0}}\n", ".journeymap.yaml"
    )
    assert points(clinic)[0]["step"] == "is-seen"
    assert points(clinic, "--weights", "unmet-need=9, low-emotion=0")[0]["step"] == "books"


@pytest.mark.parametrize(
    ("said", "message"),
    [
        ("hazrd=3", "there is no driver and no lift hazrd; did you mean hazard?"),
        ("zzz=3", "there are unmet-need, expectation-gap"),
        ("hazard", "write NAME=NUMBER"),
        ("hazard=much", '"much" is no number'),
        ("hazard=-1", "-1 is too small; write a number from 0 on"),
        ("moment=0.5", "0.5 is too small; write a number from 1 on"),
    ],
)
def test_weights_that_cannot_be_taken(clinic: CommandLine, said: str, message: str) -> None:
    done = clinic("leverage", "--weights", said)
    assert (done.code, done.out) == (2, "")
    assert message in done.err


def test_every_driver_is_explained(clinic: CommandLine) -> None:
    done = clinic("leverage", "--explain", "books")
    assert done.code == 0
    for part in ("= max(opportunity − 10, 0) / 10", "Ulwick", "house", "to know it, record"):
        assert part in done.out
    done = clinic("leverage", "--explain", "boks")
    assert (done.code, done.out) == (2, "")
    assert "did you mean books?" in done.err


def test_a_step_of_several_maps_is_not_explained(clinic: CommandLine) -> None:
    clinic.write(MAP, "second.journey.yaml")
    done = clinic("leverage", ".", "--explain", "books")
    assert done.code == 2
    assert "2 maps have a step books" in done.err


def test_what_if_stands_beside_today(clinic: CommandLine) -> None:
    done = clinic(
        "leverage", "--what-if", "books.leaks=0", "--what-if", "is-seen.emotion=2", "--format",
        "json",
    )  # fmt: skip
    content = json.loads(done.out)
    assert content["what_if"] == ["books.leaks=0", "is-seen.emotion=2"]
    assert content["completion"] == {"today": pytest.approx(0.9), "then": 1}
    assert content["left"] == {"today": pytest.approx(0.1), "then": 0}
    assert content["mean_emotion"] == {"today": pytest.approx(-2 / 3), "then": pytest.approx(2 / 3)}
    seen = next(point for point in content["points"] if point["step"] == "is-seen")
    assert seen["rank"]["today"] == 2
    assert seen["pressure"]["then"] == 0
    told = clinic("leverage", "--what-if", "books.leaks=0").out
    assert "Completes the journey: 90\u00a0% → 100\u00a0%" in told
    assert "arithmetic on the map" in told
    assert "  10 % → 0 %\n" in told


def test_a_what_if_that_changes_nothing_says_so(clinic: CommandLine) -> None:
    told = clinic("leverage", "--what-if", "books.note=Hello").out
    assert "No rank and no pressure changes." in told


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ("boks.leaks=0", 'there is no step "boks"; did you mean books?'),
        ("books.emotion=furious indeed", "is not on the list of emotions"),
        ("books", "write STEP.FIELD=VALUE"),
    ],
)
def test_a_what_if_that_cannot_be(clinic: CommandLine, change: str, message: str) -> None:
    done = clinic("leverage", "--what-if", change)
    assert (done.code, done.out) == (2, "")
    assert message in done.err


def test_a_what_if_takes_one_map(clinic: CommandLine) -> None:
    clinic.write(OTHER, "other.journey.yaml")
    done = clinic("leverage", ".", "--what-if", "books.leaks=0")
    assert done.code == 2
    assert "name one of them" in done.err


def test_maps_that_cannot_be_read_are_told(clinic: CommandLine) -> None:
    clinic.write("title: [", "broken.journey.yaml")
    done = clinic("leverage", ".")
    assert done.code == 1
    assert "Books" in done.out
    assert "broken.journey.yaml" in done.err
    done = clinic("leverage", "broken.journey.yaml")
    assert (done.code, done.out) == (1, "")


def test_a_library_has_no_leverage_points(cli: CommandLine) -> None:
    cli.write("channels: [phone]\n", "words.library.yaml")
    done = cli("leverage", "words.library.yaml")
    assert done.code == 2
    assert "a library has no leverage points" in done.err


def test_stdin(cli: CommandLine) -> None:
    done = cli("leverage", "-", "--format", "json", stdin=MAP)
    assert json.loads(done.out)["points"][0]["step"] == "books"


CAPPED = """journeymap: 1
title: Clinic
persona: Ann
evidence: [{id: talk, kind: interview}]
based_on: [talk]
steps:
  - {id: waits, action: Waits, importance: 5, perceived: 2, emotion: -1, moment: truth}
  - {id: hears, action: Hears, importance: 5, perceived: 1, emotion: -2, moment: truth}
"""


def test_where_pressure_ends_the_order_is_told(cli: CommandLine) -> None:
    cli.write(CAPPED)
    lifted = ("--weights", "moment=4")
    first, second = points(cli, *lifted)
    assert (first["step"], first["pressure"], second["pressure"]) == ("hears", 100, 100)
    assert first["uncapped"] > second["uncapped"] > 100
    flat = " ".join(cli("leverage", *lifted).out.split())
    assert (
        f"without that end: Hears {first['uncapped']:.0f}, Waits {second['uncapped']:.0f}" in flat
    )
    flat = " ".join(cli("leverage", *lifted, "--explain", "waits").out.split())
    assert f"at most 100 (without that {second['uncapped']:.1f}, which ranks it)" in flat
    assert "without that end" not in cli("leverage").out


def test_explain_tells_that_one_judgement_feeds_several_drivers(cli: CommandLine) -> None:
    cli.write(CAPPED)
    flat = " ".join(cli("leverage", "--explain", "hears").out.split())
    assert "one judgement, how it was for the persona, feeds 3 drivers: unmet need" in flat
    content = json.loads(cli("leverage", "--explain", "hears", "--format", "json").out)
    assert [*content["one_judgement"]] == ["unmet-need", "low-emotion", "memory"]
    assert sum(content["one_judgement"].values()) == pytest.approx(content["pressure"])


def test_what_if_says_what_holds_a_step_up(cli: CommandLine) -> None:
    cli.write(CAPPED)
    flat = " ".join(cli("leverage", "--what-if", "hears.emotion=1").out.split())
    assert "Hears then still has 54: importance 5, perceived 1 of 5 (54)" in flat
    lifted = ("--weights", "moment=9", "--what-if", "hears.perceived=2")
    flat = " ".join(cli("leverage", *lifted).out.split())
    assert "Hears: pressure ends at 100; without that" in flat


def test_what_if_says_where_a_driver_counts_in_full(cli: CommandLine) -> None:
    cli.write(MAP.replace("share: 10 %", "share: 60 %"))
    flat = " ".join(cli("leverage", "--what-if", "books.leaks=30 %").out.split())
    assert "Books: flow gain counts in full from 20 % on, today and then (60 % → 30 %)" in flat
    assert "counts in full" not in cli("leverage", "--what-if", "books.leaks=10 %").out
