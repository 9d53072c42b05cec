"""What a run looks at: no configuration with `--isolated`, heavy findings with `--min-severity`."""

import json

import pytest
from tests.cli.running import MAP, CommandLine

CONFIGURATION = """\
rules: [{code: ACME1, name: no-a, on: step, require: {need: present}, message: has none}]
frameworks: [{id: our-path, stages: [a]}]
"""


@pytest.mark.parametrize(
    ("said", "told", "left"),
    [
        ("note", ["note", "error", "warning"], ""),
        ("warning", ["error", "warning"], "1 lighter finding left out\n"),
        ("error", ["error"], "2 lighter findings left out\n"),
    ],
)
def test_lighter_findings_are_neither_told_nor_counted(
    said: str, told: list[str], left: str, cli: CommandLine
) -> None:
    cli.write("title: A\nsteps: [{action: B, bogus: x}]\ngoal: C\n")
    cli.write("severities: {JM006: note, JM204: warning}\nfail_on: note\n", ".journeymap.yaml")
    asked = ("lint", "--select", "JM003,JM006,JM204", "--min-severity", said)
    done = cli(*asked, "--output-format", "json")
    assert sorted(each["severity"] for each in json.loads(done.out)["findings"]) == sorted(told)
    assert left in done.err
    assert done.err.count("left out") == bool(left)
    cli.write("title: A\nsteps: [B]\n")  # no error any more
    assert cli(*asked).code == (said != "error")


def test_what_is_left_out_of_a_report_is_not_taken_for_mended(cli: CommandLine) -> None:
    cli.write("title: A\nsteps: [{action: B, need: C, emotion: pleased}]\n")
    cli("lint", "--write-baseline", "known.json")
    done = cli("lint", "--baseline", "known.json", "--min-severity", "error")
    assert "is fixed" not in done.err
    assert "known finding" in done.err


@pytest.mark.parametrize(
    "command",
    [
        ("lint", "--output-format", "concise"),
        ("rule", "--json"),
        ("leverage", MAP),
        ("show", MAP),
        ("render", MAP, "-o", "-"),
    ],
)
def test_isolated_reads_no_configuration(command: tuple[str, ...], cli: CommandLine) -> None:
    cli.write("journeymap: 1\ntitle: A\nframework: our-path\nsteps: [B]\n")
    cli.write(CONFIGURATION, ".journeymap.yaml")
    usual, alone = cli(*command), cli(*command, "--isolated")
    reads_rules = command[0] in {"lint", "rule"}
    assert ("ACME1" in usual.out) is reads_rules
    assert "ACME1" not in alone.out
    wrong = "our-path" in alone.out or "1 error" in alone.err
    assert wrong is (command[0] != "rule")
    assert "1 error" not in usual.err
    both = cli(*command, "--isolated", "--config", ".journeymap.yaml")
    assert (both.code, both.out) == (2, "")
    assert both.err.startswith("error: --isolated reads no configuration")


def test_isolated_does_not_mind_a_broken_configuration(cli: CommandLine) -> None:
    cli.write("journeymap: 1\ntitle: A\nsteps: [B]\n")
    cli.write("profile: [\n", ".journeymap.yaml")
    assert cli("lint").code == 2
    assert cli("lint", "--isolated").code == 0
    assert cli("lint", "--isolated", "--show-files").out == f"{MAP}\n"
