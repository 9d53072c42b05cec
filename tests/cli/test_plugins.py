"""A package that is installed beside the tool adds rules; a broken one never shows a traceback."""

import os
import sys
from pathlib import Path

import pytest
from tests.cli.processes import journeymap, one_line
from tests.cli.running import Done

RULES = '''
from journeymap.authoring import Finding, PlacedStep, rule


@rule("ACME1", "told", severity="warning", from_status="draft", basis="house")
def told(placed_step: PlacedStep, context):
    """Tells of every step."""
    yield Finding(message=placed_step.label, help="-", route=placed_step.route)
'''


def run(folder: Path, source: str, *arguments: str) -> Done:
    """Runs a command with a package `acme-rules` installed whose module has this text."""
    site = folder / "site"
    information = site / "acme_rules-1.0.dist-info"
    information.mkdir(parents=True, exist_ok=True)
    (site / "acme_rules.py").write_text(source, encoding="utf-8")
    (information / "METADATA").write_text("Metadata-Version: 2.1\nName: acme-rules\nVersion: 1.0\n")
    (information / "entry_points.txt").write_text("[journeymap.rules]\nacme = acme_rules:told\n")
    desk = folder / "desk"
    (desk / ".git").mkdir(parents=True, exist_ok=True)
    (desk / "a.journey.yaml").write_text("journeymap: 1\ntitle: A\nsteps: [Calls]\n")
    return journeymap(
        *arguments, folder=desk, env={"PYTHONPATH": os.pathsep.join([str(site), *sys.path])}
    )


def test_its_rules_are_run_and_explained(tmp_path: Path) -> None:
    done = run(tmp_path, RULES, "lint", "--output-format", "concise")
    assert done.out == "a.journey.yaml:3:9: warning[told] Calls (ACME1)\n"
    assert run(tmp_path, RULES, "lint", "-q", "--ignore", "ACME1").out == ""
    assert run(tmp_path, RULES, "rule", "ACME1").out.startswith("# told (ACME1) · warning")


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("import nowhere", "No module named 'nowhere'"),
        ("told = (", "SyntaxError"),
    ],
)
def test_a_broken_one_is_named_in_one_line(source: str, words: str, tmp_path: Path) -> None:
    done = run(tmp_path, source, "lint")
    assert done.code == 2
    assert one_line(done)
    assert words in done.err
    assert "acme-rules" in done.err


@pytest.mark.parametrize("arguments", [(), ("-q",), ("--write-baseline", "known.json")])
def test_a_rule_that_fails_costs_one_line_and_not_the_run(
    arguments: tuple[str, ...], tmp_path: Path
) -> None:
    done = run(tmp_path, RULES.replace("yield", "1 / 0; yield"), "lint", *arguments)
    assert done.code == 0
    assert done.err.splitlines()[0] == (
        "warning: the rule told of the package acme-rules failed on a.journey.yaml: "
        "ZeroDivisionError: division by zero, acme_rules.py:8; its findings there are left out"
    )
