"""The rules that hold the ways through a map."""

import pytest
from tests.linter.linting import MAP, findings, lint_files

from journeymap.authoring.rule import Rule
from journeymap.linter.diagnostic import Diagnostic
from journeymap.linter.profiles import Selection
from journeymap.linter.rules.references.endless_loop import endless_loop
from journeymap.linter.rules.references.mended_before_broken import mended_before_broken
from journeymap.linter.rules.references.shares_over_one import shares_over_one
from journeymap.linter.rules.references.unexplained_loss import unexplained_loss
from journeymap.linter.rules.references.unreachable_step import unreachable_step

ALL = (unreachable_step, shares_over_one, unexplained_loss, endless_loop, mended_before_broken)


def map_of(*steps: str, top: str = "") -> str:
    """A map with its first step in line 3 (4 below a further line at the top)."""
    lines = [f"  - {step}" for step in steps]
    return "\n".join(["title: A map", *([top] if top else []), "steps:", *lines, ""])


def places(text: str, rule: Rule) -> list[tuple[int, str]]:
    """The lines in which a rule finds something, and what it underlines."""
    report = lint_files({MAP: text}, rules=[rule], selection=Selection(select=(rule.code,)))
    return [(d.start.line, underlined(text, d)) for d in report.diagnostics]


def underlined(text: str, found: Diagnostic) -> str:
    line = text.splitlines()[found.start.line - 1]
    return line[found.start.column - 1 : found.end.column - 1]


def only(text: str, rule: Rule) -> str:
    (found,) = findings(text, rule=rule)
    return found[2]


# ------------------------------------------------------------------------------ unreachable steps
def test_behind_an_early_end_every_step_is_unreachable() -> None:
    text = map_of("{action: A, next: end}", "B", "{action: C}")
    assert places(text, unreachable_step) == [(4, "B"), (5, "C")]
    report = lint_files({MAP: text}, rules=[unreachable_step])
    helps = [d.help for d in report.diagnostics]
    assert "{to: b, share: …}" in helps[0]
    assert 'find a way to "B" first' in helps[1]


def test_a_way_back_from_further_on_leads_to_a_step() -> None:
    text = map_of("{action: A, next: c}", "B", "{action: C, next: [{to: b, share: 5 %}, end]}")
    assert places(text, unreachable_step) == []
    assert places(text.replace("5 %", "0 %"), unreachable_step) == [(4, "B")]
    assert "nobody is left" in only(text.replace("5 %", "0 %"), unreachable_step)


def test_when_all_leave_nobody_comes_to_the_next_step() -> None:
    leaking = "{action: A, leaks: [{share: 60 %}, {share: 40 %}]}"
    assert places(map_of(leaking, "B"), unreachable_step) == [(4, "B")]
    assert places(map_of(leaking.replace("40", "39"), "B"), unreachable_step) == []


def test_a_way_with_a_typing_error_may_lead_anywhere() -> None:
    assert places(map_of("{action: A, next: [end, bb]}", "B"), unreachable_step) == []
    far = map_of("{action: A, next: end}", "{action: B, next: [end, cc]}")
    assert places(far, unreachable_step) == [(4, "B")]


# -------------------------------------------------------------------------------- shares over one
def test_the_entry_that_takes_the_sum_over_one_is_told() -> None:
    step = "{action: A, next: [{to: b, share: 0.5}, {to: c, share: 0.6}], leaks: [{share: 0.1}]}"
    assert places(map_of(step, "B", "C"), shares_over_one) == [(3, "{to: c, share: 0.6}")]
    assert "120 %" in only(map_of(step, "B", "C"), shares_over_one)


def test_entries_count_in_the_order_in_which_they_are_written() -> None:
    step = "{action: A, leaks: [{share: 0.5}], next: [{to: b, share: 0.6}]}"
    assert places(map_of(step, "B"), shares_over_one) == [(3, "{to: b, share: 0.6}")]
    step = "{action: A, next: [{to: b, share: 0.6}], leaks: [{share: 0.5}]}"
    assert places(map_of(step, "B"), shares_over_one) == [(3, "{share: 0.5}")]


@pytest.mark.parametrize(
    ("share", "over"), [("33.3334 %", True), ("33.33336 %", False), ("33.33337 %", True)]
)
def test_rounding_is_no_finding(share: str, over: bool) -> None:
    entry = f"{{share: {share}}}"
    text = map_of(f"{{action: A, leaks: [{entry}, {entry}, {entry}]}}")
    assert bool(findings(text, rule=shares_over_one)) is over


def test_a_way_that_leads_nowhere_counts_as_well() -> None:
    step = "{action: A, next: [{to: b, share: 0.6}, {to: nowhere, share: 0.6}]}"
    assert places(map_of(step, "B"), shares_over_one) == [(3, "{to: nowhere, share: 0.6}")]


# ------------------------------------------------------------------------------- unexplained loss
def test_stated_shares_that_fall_short_are_told_at_next() -> None:
    text = map_of("{action: A, next: [{to: b, share: 50 %}], leaks: [{share: 38 %}]}", "B")
    assert places(text, unexplained_loss) == [(3, "next")]
    assert "12 % of those" in only(text, unexplained_loss)
    assert "add up to 88 %" in only(text, unexplained_loss)
    assert places(text.replace("38 %", "48.5 %"), unexplained_loss) == []


def test_a_leak_without_a_share_may_explain_the_loss() -> None:
    text = map_of("{action: A, next: {to: b, share: 50 %}, leaks: [{to: elsewhere}]}", "B")
    (found,) = lint_files({MAP: text}, rules=[unexplained_loss]).diagnostics
    assert found.help.startswith("add share: to the leak")


def test_somebody_takes_the_rest_where_a_way_has_no_share() -> None:
    text = map_of("{action: A, next: [{to: b, share: 50 %}, c]}", "B", "C")
    assert places(text, unexplained_loss) == []
    assert (
        places(map_of("{action: A, next: {to: c, share: 5 %}}", "B", "C"), unexplained_loss) == []
    )


def test_the_last_step_goes_on_to_the_end() -> None:
    assert places(map_of("{action: A, next: {to: end, share: 5 %}}"), unexplained_loss) == [
        (3, "next")
    ]
    assert places(map_of("{action: A, leaks: {share: 5 %}}"), unexplained_loss) == []


def test_a_way_back_without_a_share_is_told_once_at_its_entry() -> None:
    text = map_of("A", "{action: B, next: [{to: c, share: 50 %}, a, {to: b}]}", "C")
    assert places(text, unexplained_loss) == [(4, "a"), (4, "{to: b}")]


def test_a_share_that_cannot_be_read_is_not_missing() -> None:
    assert places(map_of("A", "{action: B, next: {to: a, share: ?!}}"), unexplained_loss) == []
    step = "{action: A, next: {to: b, share: 50 %}, leaks: {share: many}}"
    assert places(map_of(step, "B"), unexplained_loss) == []


def test_what_a_typing_error_takes_is_not_told_twice() -> None:
    step = "{action: A, next: [{to: b, share: 50 %}, {to: cc, share: 50 %}]}"
    assert places(map_of(step, "B", "C"), unexplained_loss) == []


CYCLE = """\
title: A map
framework: customer-lifecycle
stages:
  Need: [A]
  Recommendation:
    - {action: B, next: a}
"""


def test_renewal_at_the_last_step_needs_no_share() -> None:
    assert places(CYCLE, unexplained_loss) == []
    assert places(CYCLE + "    - C\n", unexplained_loss) == [(6, "a")]
    assert places(CYCLE.replace("customer-lifecycle", "care-pathway"), unexplained_loss) == [
        (6, "a")
    ]


# ----------------------------------------------------------------------------------- endless loops
def test_a_loop_is_told_once_at_its_first_step() -> None:
    text = map_of("A", "B", "C", "D", "{action: E, next: {to: b, share: 1}}")
    assert places(text, endless_loop) == [(4, "B")]
    expected = '"B", "C" and 2 more steps lead only to one another: the journey can never end'
    assert only(text, endless_loop) == expected


def test_a_step_may_lead_to_itself_alone() -> None:
    text = map_of("{action: A, next: {to: a, share: 100 %}}", "B")
    assert only(text, endless_loop) == '"A" leads only to itself: the journey can never end'


@pytest.mark.parametrize("way_out", ["next: end", "leaks: away", "next: typo"])
def test_a_loop_that_somebody_may_leave_is_none(way_out: str) -> None:
    text = map_of("A", f"{{action: B, {way_out}}}", "{action: C, next: {to: a, share: 1}}")
    assert places(text, endless_loop) == []


def test_a_circle_that_is_meant_to_be_one_is_no_finding() -> None:
    renewed = CYCLE.replace("next: a", "next: {to: a, share: 100 %}")
    assert places(renewed, endless_loop) == []
    assert places(renewed.replace("customer-lifecycle", "care-pathway"), endless_loop) == [(4, "A")]
    steps = ("A", "{action: B, next: {to: a, share: 1}}")
    assert places(map_of(*steps, top="ends: false"), endless_loop) == []
    assert places(map_of(*steps, top="ends: true"), endless_loop) == [(4, "A")]
    trap = map_of("{action: A, next: [{to: a, share: 1}]}", "B", top="ends: false")
    assert places(trap, endless_loop) == [(4, "A")]


# ---------------------------------------------------------------------------- mended before broken
BROKEN = "{action: C, pains: [{id: p, text: Nobody calls}]}"


def test_a_pain_or_a_step_that_comes_later_is_told() -> None:
    for reference in ("p", "c"):
        text = map_of("A", f"{{action: B, recovers: [{reference}]}}", BROKEN)
        assert places(text, mended_before_broken) == [(4, reference)]
    text = map_of("A", "{action: B, recovers: [p]}", BROKEN)
    said = '"B" makes good for "Nobody calls" at "C", which comes later on every way'
    assert only(text, mended_before_broken) == said


def test_what_came_before_or_comes_round_again_is_none() -> None:
    assert places(map_of(BROKEN, "{action: B, recovers: p}"), mended_before_broken) == []
    again = map_of("A", "{action: B, recovers: p}", BROKEN, "{action: D, next: [{to: a}, end]}")
    assert places(again, mended_before_broken) == []


def test_a_pain_of_the_step_itself_is_not_later() -> None:
    text = map_of("{action: A, recovers: p, pains: {id: p, text: P}}", BROKEN)
    assert places(text, mended_before_broken) == []
    assert places(map_of("{action: A, recovers: a}"), mended_before_broken) == []


def test_what_lies_on_a_parallel_way_is_not_later() -> None:
    ways = "{action: A, next: [{to: b, share: 0.5}, {to: c, share: 0.5}]}"
    text = map_of(ways, "{action: B, recovers: p, next: d}", BROKEN, "D")
    assert places(text, mended_before_broken) == []
    assert places(text.replace(", next: d", ""), mended_before_broken) == [(4, "p")]


def test_a_way_with_a_typing_error_may_lead_back() -> None:
    broken = "{action: C, next: [bb, end], pains: [{id: p, text: P}]}"
    text = map_of("A", "{action: B, recovers: [p, nothing]}", broken)
    assert places(text, mended_before_broken) == []


def test_stages_and_steps_in_one_map_are_no_hurdle() -> None:
    text = "title: A\nstages:\n  S: [{action: A, recovers: p}]\nsteps:\n  - " + BROKEN
    assert places(text, mended_before_broken) == [(3, "p")]


@pytest.mark.parametrize("rule", ALL, ids=lambda rule: rule.name)
@pytest.mark.parametrize("text", ["title: A", "title: A\nsteps: []", "", "title: A\nstages: [B]"])
def test_a_map_without_steps_has_nothing_to_tell(rule: Rule, text: str) -> None:
    assert findings(text, rule=rule) == []


@pytest.mark.parametrize(("share", "count"), [("1", 0), ("100 %", 1), ("1.0", 1), ("1 %", 0)])
def test_a_share_of_one_is_asked_about_and_no_step_is_unreachable_for_it(
    share: str, count: int
) -> None:
    text = (
        "title: A\nsteps:\n  - action: B\n    leaks: "
        f"[{{share: {share}, why: slow}}]\n  - action: C\n"
    )
    assert len(findings(text, rule=unreachable_step)) == count
