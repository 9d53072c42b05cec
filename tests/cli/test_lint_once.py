"""Every rule looks at every part of a map once, whoever asks for what it finds."""

from collections import Counter
from dataclasses import replace

import pytest
from tests.cli.running import MAP, CommandLine

from journeymap.authoring import Context, Finding, Rule
from journeymap.cli import lint_run
from journeymap.linter.registry import RULES

IGNORING = """\
journeymap: 1
title: A
status: draft
steps:
- action: Calls  # journeymap: ignore[missing-need, severe-harm, leverage-point] agreed
  emotion: -2
  wait: 3 weeks
  pains: [{text: p, kind: harm, severity: 4, probability: 4}]
- action: Waits  # journeymap: ignore[unevidenced-claim, small-sample] a stricter status
  emotion: -1
"""


class Counted:
    """The rules, and how often each of them looks at each part."""

    def __init__(self) -> None:
        """Begins with nothing looked at."""
        self.looks = Counter[tuple[str, int]]()
        self.seen: list[object] = []
        self.rules = tuple(map(self._counted, RULES))

    def _counted(self, rule: Rule) -> Rule:
        def check(visited: object, context: Context) -> tuple[Finding, ...]:
            self.seen.append(visited)  # so that no other one gets its identity
            self.looks[rule.code, id(visited)] += 1
            return tuple(rule.check(visited, context))

        return replace(rule, check=check)


@pytest.fixture
def counted(monkeypatch: pytest.MonkeyPatch) -> Counted:
    found = Counted()
    monkeypatch.setattr(lint_run, "all_rules", lambda: found.rules)
    return found


@pytest.mark.parametrize("options", [[], ["--profile", "published"], ["--select", "JM901,JM008"]])
def test_each_rule_runs_once_for_findings_status_and_comments(
    options: list[str], cli: CommandLine, counted: Counted
) -> None:
    cli.write(IGNORING)
    done = cli("lint", MAP, *options)
    selected = "--select" in options  # then nobody asks which status the map meets
    assert (f"{MAP}: meets " in done.err) is not selected
    assert (len({code for code, _ in counted.looks}) > len(RULES) // 2) is not selected
    assert {key for key, looks in counted.looks.items() if looks > 1} == set()
