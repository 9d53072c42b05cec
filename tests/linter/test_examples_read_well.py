"""What lint says of the examples reads as a review: few findings, and nothing of a step twice."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from journeymap.authoring.rule import Rule
from journeymap.linter.diagnostic import Diagnostic
from journeymap.linter.engine import lint
from journeymap.linter.profiles import Selection
from journeymap.linter.registry import RULES
from journeymap.model.journey import Status
from journeymap.testing import TODAY
from journeymap.workspace.load import Loader

EXAMPLES = Path(__file__).parents[2] / "examples"

STATUSES = (None, Status.PUBLISHED)
"""Each map's own status, and the strictest one."""

TOPICS = {
    "ratings": {
        "leverage-point",
        "unmet-expectation",
        "bad-first-impression",
        "possible-overkill",
        "unimproved-strength",
    },
    "pains": {
        "leverage-point",
        "unexplained-low",
        "pain-without-opportunity",
        "unrecovered-failure",
        "severe-harm",
    },
    "feelings": {
        "leverage-point",
        "unexplained-low",
        "bad-first-impression",
        "double-deviation",
    },
    "beginnings": {"leverage-point", "unrated-first-impression", "bad-first-impression"},
    "endings": {"bad-ending", "late-low"},
    "losses": {"leverage-point", "leak", "unexplained-loss"},
    "waits": {"leverage-point", "long-wait", "silent-wait"},
    "hand-offs": {
        "leverage-point",
        "undeclared-handoff",
        "incomplete-handoff",
        "handoff-mismatch",
        "many-handoffs",
    },
    "questions": {"leverage-point", "asked-twice"},
    "answers": {"asked-twice", "forgotten-information"},
    "switches": {"leverage-point", "forced-channel-switch"},
    "channels": {"forced-channel-switch", "unpreferred-channel", "missing-channel"},
    "repetitions": {"leverage-point", "repeat-visit", "engagement-falls"},
    "targets": {"leverage-point", "target-missed"},
    "ideas": {"unowned-opportunity", "unowned-idea"},
    "grounds": {"assumption-only", "thin-evidence"},
}
"""Rules that say the same of a step, in other words: of one step one of them is enough."""


@cache
def found(status: Status | None, rules: tuple[Rule, ...] = RULES) -> tuple[Diagnostic, ...]:
    workspace = Loader(shown_from=EXAMPLES).load([EXAMPLES])
    return lint(workspace, rules, Selection(profile=status), TODAY).diagnostics


def twice(diagnostics: Sequence[Diagnostic]) -> list[tuple[str, str, str, list[str]]]:
    """What several rules say of one step: the file, the step, the topic and the rules."""
    told: defaultdict[tuple[str, str, str], set[str]] = defaultdict(set)
    for diagnostic in diagnostics:
        for topic, names in TOPICS.items():
            if diagnostic.step and diagnostic.rule.name in names:
                told[diagnostic.file.shown, diagnostic.step, topic].add(diagnostic.rule.name)
    return [(*place, sorted(names)) for place, names in told.items() if len(names) > 1]


def test_the_table_names_rules_that_there_are() -> None:
    assert set().union(*TOPICS.values()) <= {rule.name for rule in RULES}


@pytest.mark.parametrize("status", STATUSES)
def test_nothing_is_said_of_a_step_twice(status: Status | None) -> None:
    assert twice(found(status)) == []


@pytest.mark.parametrize("status", STATUSES)
def test_that_is_so_because_rules_stand_for_others(status: Status | None) -> None:
    alone = tuple(replace(rule, subsumes=()) for rule in RULES)
    topics = {topic for *_, topic, _ in twice(found(status, alone))}
    assert topics >= {"ratings", "pains", "losses", "waits", "hand-offs", "questions", "targets"}


def test_maps_have_few_findings_in_their_own_status_and_no_error() -> None:
    counts = Counter[str](diagnostic.file.shown for diagnostic in found(None))
    assert {name: count for name, count in counts.items() if count >= 25} == {}
    assert counts["ten-minute-workshop.journey.yaml"] < 8
    assert not any(diagnostic.severity == "error" for diagnostic in found(Status.PUBLISHED))
