"""Tables, rules and what-if tell tenths of a share only where it was counted."""

import re

import pytest
from tests.cli.running import MAP, CommandLine

STEPS = """journeymap: 1
title: Clinic
evidence: [{id: counted, kind: records, n: 4000}, {id: guess, kind: assumption}]
steps:
  - {id: rings, action: Rings, leaks: 12.6 %, evidence: WHAT}
  - {id: waits, action: Waits, evidence: WHAT}
"""


@pytest.mark.parametrize("command", [("leverage",), ("show", "--view", "flow"), ("show",)])
def test_tables_tell_tenths_of_what_was_counted_alone(
    command: tuple[str, ...], cli: CommandLine
) -> None:
    for what, told, silent in (("counted", "12.6", "13 "), ("guess", "13", "12.6")):
        cli.write(STEPS.replace("WHAT", what))
        out = " ".join(cli(command[0], MAP, *command[1:]).out.replace("\u00a0", " ").split())
        assert told in out
        assert silent not in out.replace("13 of 100 do not reach the end", "")  # a title rounds


def test_rules_and_what_if_too(cli: CommandLine) -> None:
    cli.write(STEPS.replace("WHAT", "guess"))
    found = cli("lint", MAP, "--select", "leak", "--profile", "published").out
    assert "loses 13 % (assumed) of those" in found.replace("\u00a0", " ")
    what_if = cli("leverage", MAP, "--what-if", "rings.leaks=2 %").out.replace("\u00a0", " ")
    assert "87 % → 98 %" in what_if
    assert not re.search(r"\d\.\d %", what_if)
