"""What shells offer, asked as they ask: each in its own words, in this process."""

import json
import re
import subprocess
import sys

import pytest
from tests.cli.running import CommandLine

from journeymap.linter.registry import RULES
from journeymap.report.formats.registry import Format
from journeymap.templates.starter import TEMPLATES
from journeymap.views.names import View
from journeymap.views.sheet.lanes import Lane, Preset

MAP = "clinic.journey.yaml"


@pytest.fixture
def offered(cli: CommandLine, monkeypatch: pytest.MonkeyPatch) -> "Ask":
    """Asks as zsh does."""
    return Ask(cli, monkeypatch)


class Ask:
    """Asks what may stand where a line ends."""

    def __init__(self, cli: CommandLine, patch: pytest.MonkeyPatch) -> None:
        """Begins in a repository."""
        self.cli = cli
        patch.setenv("_JOURNEYMAP_COMPLETE", "complete_zsh")
        self._patch = patch

    def __call__(self, line: str) -> list[str]:
        """What a shell gets."""
        self._patch.setenv("_TYPER_COMPLETE_ARGS", f"journeymap {line}")
        done = self.cli()
        assert done.err == ""
        return re.findall(r'^(?:_arguments \S+ \S+\(\()?"([^"]*)"', done.out, re.MULTILINE)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("lint --select missing-n", ["missing-need"]),
        ("lint --extend-select JM204", ["JM204"]),
        ("lint --ignore JM2,missing-n", ["JM2,missing-need"]),
        ("lint --fixable missing-n", ["missing-need"]),
        ("lint --select nothing", []),
        ("rule JM204", ["JM204"]),
        ("rule missing-n", ["missing-need"]),
        ("lint --output-format rd", ["rdjson"]),
        ("lint --profile r", ["review"]),
        ("lint --min-severity w", ["warning"]),
        ("lint --color a", ["auto", "always"]),
        ("show x --view l", ["leverage"]),
        ("render x --view co", ["compare"]),
        ("render x --format p", ["pdf", "png", "pptx"]),
        ("render x --lanes fr", ["frontstage"]),
        ("render x --lanes pains,fr", ["pains,frontstage"]),
        ("render x --theme d", ["dark"]),
        ("render x --size a0", ["a0"]),
        ("leverage --weights memory=1,eff", ["memory=1,effort="]),
        ("new x --template ca", ["care-pathway"]),
        ("new x --language e", ["en", "es"]),
        ("schema l", ["library"]),
    ],
)
def test_a_shell_completes(line: str, expected: list[str], offered: Ask) -> None:
    assert sorted(offered(line)) == sorted(expected)


def test_all_of_a_kind_are_offered(offered: Ask) -> None:
    assert {rule.code for rule in RULES} | {rule.name for rule in RULES} <= set(offered("rule "))
    assert set(offered("lint --output-format ")) == set(Format)
    assert set(offered("render x --view ")) == set(View)
    assert set(offered("render x --lanes ")) == {*Lane, *Preset}
    assert set(offered("new x --template ")) == set(TEMPLATES)


def test_rules_of_a_repository_are_offered(offered: Ask) -> None:
    own = "rules: [{code: ACME01, name: own, on: step, require: {need: present}, message: m}]\n"
    offered.cli.write(own, ".journeymap.yaml")
    assert offered("lint --select ACME") == ["ACME01"]
    offered.cli.write("rules: [\n", ".journeymap.yaml")
    assert offered("lint --select missing-n") == ["missing-need"]


@pytest.mark.parametrize("shell", ["bash", "fish"])
def test_other_shells_get_the_same(
    shell: str, cli: CommandLine, monkeypatch: pytest.MonkeyPatch
) -> None:
    line = "journeymap new x --template ca"
    monkeypatch.setenv("_JOURNEYMAP_COMPLETE", f"complete_{shell}")
    monkeypatch.setenv("_TYPER_COMPLETE_ARGS", line)
    monkeypatch.setenv("_TYPER_COMPLETE_FISH_ACTION", "get-args")
    monkeypatch.setenv("COMP_WORDS", line)
    monkeypatch.setenv("COMP_CWORD", "4")
    if shell == "bash":
        monkeypatch.delenv("_TYPER_COMPLETE_ARGS")
    assert cli().out.split() == ["care-pathway"]


def test_only_the_command_that_is_typed_is_imported(cli: CommandLine) -> None:
    code = (
        "import os, sys; sys.argv = ['journeymap'];"
        "os.environ.update(_JOURNEYMAP_COMPLETE='complete_zsh',"
        "_TYPER_COMPLETE_ARGS='journeymap new x --template ');"
        "from journeymap.cli.main import run; run();"
        "print([name for name in sys.modules if name in "
        "('journeymap.cli.render', 'journeymap.cli.new', 'journeymap.linter.registry')])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, check=True, cwd=cli.folder, text=True
    )
    assert done.stdout.splitlines()[-1] == "['journeymap.cli.new']"


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
@pytest.mark.parametrize("line", ["rule ACME", "rule own", "lint --ignore x,ACME"])
def test_a_shell_runs_nothing_that_a_rule_of_the_repository_says(
    shell: str, line: str, cli: CommandLine, monkeypatch: pytest.MonkeyPatch
) -> None:
    hostile = r"""x \$(touch a) `touch b` "; touch c; ' \\' $'\n' <(d) & e | f"""
    said = json.dumps(hostile)
    cli.write(
        "rules:\n- {code: ACME1, name: own-rule, on: step, require: {need: present}, "
        f"message: {said}, why: {said}}}\n",
        ".journeymap.yaml",
    )
    monkeypatch.setenv("_JOURNEYMAP_COMPLETE", f"complete_{shell}")
    monkeypatch.setenv("_TYPER_COMPLETE_FISH_ACTION", "get-args")
    monkeypatch.setenv("_TYPER_COMPLETE_ARGS", f"journeymap {line}")
    monkeypatch.setenv("COMP_WORDS", f"journeymap {line}")
    monkeypatch.setenv("COMP_CWORD", str(len(line.split())))
    done = cli()
    assert "own-rule" in done.out or "ACME1" in done.out
    assert re.findall(r"[$`;&|<>{}]|touch [abc]\)", done.out) == []
