"""What the engine makes of findings: status, gathering, repetition, what is subsumed."""

import pytest
from tests.linter.linting import MAP, lint_files

from journeymap.authoring import (
    Context,
    Finding,
    JourneyMap,
    Need,
    PlacedStep,
    Rule,
    Severity,
    Status,
    rule,
)
from journeymap.linter.diagnostic import Report
from journeymap.linter.found import Found
from journeymap.linter.profiles import Selection, UnknownRuleError
from journeymap.linter.registry import RULES
from journeymap.model.names import Route


def report(text: str, selection: Selection, rules: tuple[Rule, ...] = RULES) -> Report:
    return lint_files({MAP: text}, rules=rules, selection=selection)


def told(text: str, *words: str, rules: tuple[Rule, ...] = RULES) -> list[tuple[int, str]]:
    found = report(text, Selection(select=words), rules).diagnostics
    return [(d.start.line, d.message) for d in found if d.rule.name != "unsupported-version"]


STEPS = "title: A\nstages:\n- name: One\n  steps: [{steps}]\n- name: Two\n  steps: [{others}]\n"
NEED = "{{action: {0}, need: x}}".format


def test_a_status_chooses_rules() -> None:
    text = "journeymap: 1\ntitle: A\nstatus: {}\nsteps: [B]\n"
    counts = [
        len(report(text.format(status), Selection()).diagnostics)
        for status in ("draft", "review", "published")
    ]
    assert counts[0] == 0 < counts[1] < counts[2]


def test_the_profile_overrules_the_status() -> None:
    text = "journeymap: 1\ntitle: A\nstatus: published\nsteps: [B]\n"
    assert report(text, Selection(profile=Status.DRAFT)).diagnostics == ()


def test_what_cannot_be_read_is_told_whatever_is_selected() -> None:
    text = "title: A\nsteps: [{action: B, emotion: 7}]\n"
    found = report(text, Selection(select=("missing-goal",), ignore=("ALL",))).diagnostics
    assert [d.rule.name for d in found] == ["unsupported-version", "invalid-value"]


def test_selecting_takes_names_codes_and_prefixes_and_ignoring_goes_last() -> None:
    text = "journeymap: 1\ntitle: A\nsteps: [B]\n"
    by_name = report(text, Selection(select=("missing-need", "missing-goal")))
    by_code = report(text, Selection(select=("JM204", "jm202")))
    by_prefix = report(text, Selection(select=("JM20",), ignore=("JM201", "missing-emotion")))
    expected = ["JM202", "JM204"]
    for found in (by_name, by_code, by_prefix):
        assert sorted(d.rule.code for d in found.diagnostics) == expected


def test_an_unknown_word_names_the_near_rule() -> None:
    with pytest.raises(UnknownRuleError, match="did you mean missing-need"):
        report("title: A\nsteps: [B]\n", Selection(select=("mising-need",)))


def test_one_gap_stands_at_its_step() -> None:
    text = STEPS.format(steps=f"{NEED('B')}, C, {NEED('D')}", others=NEED("E"))
    assert told(text, "missing-need") == [(4, '"C" says no need of the persona')]


def test_half_of_the_steps_are_not_most_of_them() -> None:
    text = STEPS.format(steps=f"B, C, {NEED('D')}, {NEED('F')}", others=NEED("E"))
    assert [line for line, _ in told(text, "missing-need")] == [4, 4]


def test_most_steps_of_a_stage_are_told_at_the_stage() -> None:
    text = STEPS.format(steps=f"B, C, {NEED('D')}", others=f"{NEED('E')}, {NEED('F')}")
    assert told(text, "missing-need") == [(3, '2 of 3 steps of "One" have no need: "B" and "C"')]


def test_most_steps_of_the_map_are_told_at_the_map() -> None:
    text = STEPS.format(steps="B, C", others=f"D, {NEED('F')}")
    said = '3 of 4 steps of the map have no need: "B", "C" and "D"'
    assert told(text, "missing-need") == [(1, said)]


def test_three_of_many_steps_are_named() -> None:
    text = f"title: A\nsteps: [B, C, D, E, F, {NEED('G')}]\n"
    said = '5 of 6 steps of the map have no need: "B", "C", "D" and 2 more'
    assert told(text, "missing-need") == [(1, said)]


def test_all_steps_of_the_map_are_told_as_none() -> None:
    text = STEPS.format(steps="B, C", others="D")
    assert told(text, "missing-need") == [(1, "none of the 3 steps of the map has a need")]


def test_a_single_step_is_not_gathered() -> None:
    assert told("title: A\nsteps: [B]\n", "missing-need") == [
        (2, '"B" says no need of the persona')
    ]


def test_a_field_that_cannot_be_read_is_not_missing_as_well() -> None:
    text = "title: A\nsteps: [{action: B, emotion: 7}]\n"
    names = [d.rule.name for d in report(text, Selection(profile=Status.REVIEW)).diagnostics]
    assert "invalid-value" in names
    assert "missing-emotion" not in names


def test_what_an_alias_repeats_is_told_once() -> None:
    text = (
        "title: A\nsteps:\n"
        "  - action: B\n    pains: [&p {text: C, severity: 9}]\n"
        "  - action: D\n    pains: [*p]\n"
    )
    assert [line for line, _ in told(text, "JM002")] == [4]


@rule(
    "JM998",
    "says-more",
    severity="note",
    from_status="draft",
    basis="house",
    subsumes=("says-less",),
)
def says_more(placed_step: PlacedStep, _: Context) -> list[Finding]:
    """Tells of steps with a note."""
    return [Finding(message="more", route=placed_step.route)] if placed_step.step.note else []


@rule("JM999", "says-less", severity="note", from_status="draft", basis="house")
def says_less(placed_step: PlacedStep, _: Context) -> list[Finding]:
    """Tells of every step."""
    return [Finding(message="less", route=(*placed_step.route, "action"))]


def test_a_finding_replaces_what_it_subsumes_at_the_same_step_only() -> None:
    text = "title: A\nsteps:\n- {action: B, note: x}\n- C\n"
    assert told(text, rules=(says_more, says_less)) == [(3, "more"), (4, "less")]


@rule(
    "JM996",
    "tells-of-pains",
    severity="warning",
    from_status="draft",
    basis="house",
    subsumes=("says-less",),
)
def tells_of_pains(placed_step: PlacedStep, _: Context) -> list[Finding]:
    """Tells of every pain."""
    return [Finding(message="pain", route=pain.route) for pain in placed_step.pains]


@rule(
    "JM995",
    "says-all",
    severity="note",
    from_status="draft",
    basis="house",
    subsumes=("tells-of-pains",),
)
def says_all(placed_step: PlacedStep, _: Context) -> list[Finding]:
    """Tells of steps with a note, pains and all."""
    return [Finding(message="all", route=placed_step.route)] if placed_step.step.note else []


PAINS = "title: A\nsteps:\n- {action: B, note: x, pains: p}\n- {action: C, pains: q}\n"


def test_what_is_told_of_a_pain_is_not_told_of_its_step() -> None:
    found = told(PAINS, rules=(says_less, tells_of_pains))
    assert found == [(3, "less"), (3, "pain"), (4, "less"), (4, "pain")]


def test_what_is_told_of_a_step_holds_for_its_pains_and_weighs_as_much() -> None:
    found = report(PAINS, Selection(), (says_all, tells_of_pains)).diagnostics
    assert [(d.start.line, d.message, d.severity) for d in found] == [
        (3, "all", Severity.WARNING),
        (4, "pain", Severity.WARNING),
    ]


def test_what_is_found_of_an_idea_is_told_at_it_and_at_its_step() -> None:
    step: Route = ("stages", 0, "steps", 1)

    def places(*rest: str | int) -> tuple[Route, ...]:
        finding = Finding(message="idea", route=(*step, *rest))
        return Found(rule=says_less, finding=finding).places

    assert places("opportunities", 2, "impact") == ((*step, "opportunities", 2), step)
    assert places("pains", 0) == ((*step, "pains", 0), step)
    assert places("opportunities") == places("need") == (step,)


@rule(
    "JM994",
    "says-again",
    severity="note",
    from_status="draft",
    basis="house",
    subsumes=("says-more", "says-less"),
)
def says_again(journey_map: JourneyMap, context: Context) -> list[Finding]:
    """Tells at the first step what it subsumes."""
    message = ", ".join(each.message for each in context.subsumed)
    return [Finding(message=message, route=journey_map.steps[0].route)]


@pytest.mark.parametrize(
    ("ignored", "shown"),
    [("", "less, more"), ("  # journeymap: ignore[says-more]", "less")],
)
def test_a_rule_sees_what_it_subsumes_save_what_is_replaced_or_ignored(
    ignored: str, shown: str
) -> None:
    text = f"title: A\nsteps:\n- A\n- {{action: B, note: x}}{ignored}\n"
    found = told(text, rules=(says_again, says_more, says_less))
    assert found[0] == (3, shown)


@rule(
    "JM997",
    "needs-notes",
    severity="note",
    from_status="draft",
    basis="house",
    needs=(Need(what="notes", is_there=lambda c: any(s.step.note for s in c.journey_map.steps)),),
)
def needs_notes(placed_step: PlacedStep, _: Context) -> list[Finding]:
    """Tells of steps without a note, where there are notes."""
    return [] if placed_step.step.note else [Finding(message="no", route=placed_step.route)]


def test_a_rule_that_lacks_the_data_it_reads_does_not_run() -> None:
    assert told("title: A\nsteps: [B, C]\n", rules=(needs_notes,)) == []
    assert told("title: A\nsteps: [{action: B, note: x}, C]\n", rules=(needs_notes,)) == [(2, "no")]
