"""What a run of lint ends with, and the order in which it tells findings."""

import pytest
from tests.cli.running import CommandLine
from tests.report.test_look_first import PRESSED


@pytest.mark.parametrize("output_format", ["concise", "json", "md", "full"])
def test_the_order_holds_for_every_format(output_format: str, cli: CommandLine) -> None:
    cli.write(PRESSED.replace("emotion: distressed", "emotion: 9"))
    options = ("--output-format", output_format)
    by_place = cli("lint", *options).out
    by_weight = cli("lint", "--sort", "weight", *options).out
    assert by_weight != by_place
    assert sorted(by_weight.split()) == sorted(by_place.split())
    assert by_weight.index("off the scale") < by_weight.index("nobody is named")


def test_a_run_ends_with_it(cli: CommandLine) -> None:
    cli.write(PRESSED)
    first, second, maturity, counts = cli("lint").err.splitlines()
    assert first.endswith(':15:13: look first at "Waits": no idea yet')
    assert ':8:13: then at "Is referred": act on "Electronic letter", taken to be' in second
    assert "meets draft" in maturity
    assert counts.endswith("in 1 file")
    assert cli("lint", "-q").err == ""
    assert "look first" not in cli("lint", "--statistics").err
