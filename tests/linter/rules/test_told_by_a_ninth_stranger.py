"""What a ninth reviewer who saw no rule found wrong or obvious, on small maps of other kinds."""

import pytest
from tests.linter.linting import MAP, helps, lint_files, messages

from journeymap.linter.profiles import Selection
from journeymap.linter.rules.measurement.metric_off_scale import metric_off_scale
from journeymap.linter.rules.measurement.target_missed import target_missed

TOP = """journeymap: 1
title: A place at a music school
status: review
personas: [{id: rosa, name: Rosa}]
stakeholders: [{id: school, name: School, kind: organisation}]
metrics:
  - {id: first, name: Days from form to first lesson, kind: duration, unit: days, target: 20}
  - {id: nps, name: Recommendation, kind: nps, target: 40}
  - {id: lost, name: Forms sent back, unit: '%', better: lower, target: 5}
  - {id: calls, name: Second calls, unit: '%', better: lower, target: 5}
"""


def told(text: str, code: str) -> list[tuple[str, str]]:
    """How grave a rule's findings in a map are, and what it says."""
    diagnostics = lint_files({MAP: text}, selection=Selection(select=(code,))).diagnostics
    return [(each.severity.value, each.message) for each in diagnostics if each.rule.code == code]


def missing(step: str, action: str = "A") -> str:
    """A map in which a target is missed at its only step."""
    return f"{TOP}steps: [{{action: {action}, {step}, metrics: {{metric: first, value: 41}}}}]\n"


# ---------------------------------------------------------------- ideas of a missed target
@pytest.mark.parametrize(
    ("pain", "idea", "named"),
    [
        ("The form is in German only", "The form in three languages", False),  # any step's word
        ("Nobody rings back", "A lesson to try in the first week", True),
        ("The first lesson is far off", "A teacher on call", True),
        ("Nobody rings back", "A teacher on call", False),
        ("Nobody rings back", "First lesson free, outcome: calls", False),  # moves another metric
    ],
)
def test_an_idea_is_named_where_its_words_are_of_the_metric_alone(
    pain: str, idea: str, named: bool
) -> None:
    step = f"pains: {{id: p, text: {pain}}}, opportunities: [{{text: {idea}, solves: p}}]"
    text = missing(step, action="Sends the form")
    (help_,) = helps(text, rule=target_missed)
    assert (f'"{idea.partition(", outcome")[0]}"' in help_) is named


@pytest.mark.parametrize(
    ("more", "help_"),
    [
        ("target: 20", 'push ahead with "X", whose outcome this is to be'),
        (
            "target: 30",
            'push ahead with "X", whose outcome this is to be; it aims at 30 days, short',
        ),
        ("target: 60", '"X" is to bring this to 60 days, which is no better than today'),
    ],
)
def test_an_idea_that_aims_short_of_the_target_is_not_its_answer(more: str, help_: str) -> None:
    idea = f"{{text: X, outcome: {{metric: first, {more}}}}}"
    text = missing(f"opportunities: [{idea}]")
    assert helps(text, rule=target_missed)[0].startswith(help_)


@pytest.mark.parametrize(
    ("result", "help_"),
    [
        ("abandoned", '"X", whose outcome this is to be, was abandoned after its last pilot'),
        ("adapted", 'push ahead with "X"'),
    ],
)
def test_nobody_is_told_to_push_ahead_with_what_was_abandoned(result: str, help_: str) -> None:
    idea = f"{{text: X, outcome: first, pilots: {{date: 2026-03, n: 9, result: {result}}}}}"
    text = missing(f"opportunities: [{idea}]")
    assert helps(text, rule=target_missed)[0].startswith(help_)


GATHERED = (
    "2 targets are missed (assumed figures), and ideas with an owner and a day are to reach them: "
    '"Forms sent back" at 18 %, target 5 % ("X", by 2027-03); '
    '"Second calls" at 18 %, target 5 % ("Y", by 2027-03)'
)
MEAN = (
    '"Recommendation" at 8.4 looks like a mean of answers of 0 to 10, and its target 40 like a '
    "score of -100 to 100: they cannot be compared"
)
OWNED = "owner: Office, by: 2027-03"


@pytest.mark.parametrize(
    ("ideas", "found"),
    [
        (("X, outcome: lost, " + OWNED, "Y, outcome: calls, " + OWNED), 1),  # one gathered note
        (("X, outcome: lost, " + OWNED, "Y, outcome: calls, by: 2027-03"), 2),  # nobody's
        (("X, outcome: lost, " + OWNED, "Y, outcome: calls, owner: Office, by: 2026-01"), 2),
        (("X, outcome: {metric: lost, target: 9}, " + OWNED, "Y, outcome: calls, " + OWNED), 2),
    ],
)
def test_targets_that_dated_ideas_are_to_reach_are_one_note(
    ideas: tuple[str, str], found: int
) -> None:
    read = ("lost", "calls")
    steps = "".join(
        f"  - {{name: S{i}, steps: [{{action: A{i}, opportunities: [{{text: {idea}}}], "
        f"metrics: {{metric: {name}, value: 18}}}}]}}\n"
        for i, (idea, name) in enumerate(zip(ideas, read, strict=True))
    )
    findings = told(f"{TOP}stages:\n{steps}", "JM702")
    assert len(findings) == found
    if found == 1:
        assert findings == [("note", GATHERED)]


@pytest.mark.parametrize(
    ("value", "target", "more", "asked"),
    [
        (8.4, 40, "", True),
        (8, 40, "", False),  # a whole number is a score as good as any
        (8.4, 9, "", False),  # both are means
        (38.5, 40, "", False),
        (8.4, 40, ", scale: -100-100", False),  # said
    ],
)
def test_a_mean_of_answers_is_no_score_that_misses(
    value: float, target: float, more: str, asked: bool
) -> None:
    top = TOP.replace("kind: nps, target: 40", f"kind: nps, target: {target}{more}")
    text = f"{top}steps: [{{action: A, metrics: {{metric: nps, value: {value}}}}}]\n"
    assert len(messages(text, rule=metric_off_scale)) == asked
    assert len(messages(text, rule=target_missed)) == (not asked)
    if asked:
        assert told(text, "JM704") == [("note", MEAN)]
