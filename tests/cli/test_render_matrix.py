"""`journeymap render --view matrix`: where quadrants meet, and maps that have none."""

import pytest
from tests.cli.running import MAP, CommandLine

UNRATED = "journeymap: 1\ntitle: Clinic\nsteps: [{action: Calls, need: An answer}]\n"


@pytest.mark.parametrize("by", ["importance-perceived", "impact-effort"])
def test_a_matrix_of_nothing_is_refused(by: str, cli: CommandLine) -> None:
    cli.write(UNRATED)
    done = cli("render", MAP, "--view", "matrix", "--by", by, "-o", "out.svg")
    assert (done.code, done.out, done.err.count("\n")) == (2, "", 1)
    assert done.err.startswith(f"error: {MAP}: no ")
    assert not (cli.folder / "out.svg").exists()


def test_cross_hairs_stand_at_the_mean_or_the_middle(cli: CommandLine) -> None:
    steps = "".join(
        f"  - {{action: Step {n}, importance: {n}, perceived: {n}}}\n" for n in (3, 4, 5)
    )
    cli.write(f"journeymap: 1\ntitle: A\nsteps:\n{steps}")
    drawn = [
        cli("render", MAP, "--view", "matrix", "-o", "-", *more).out
        for more in ((), ("--cross-hairs", "middle"))
    ]
    assert "quadrants relative to the mean: importance 4, perceived 4" in drawn[0]
    assert "quadrants meet at the middle of the scale" in drawn[1]
