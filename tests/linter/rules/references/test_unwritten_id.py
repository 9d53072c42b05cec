"""What has no id of its own."""

from tests.linter.linting import MAP, findings, lint_files

from journeymap.linter.registry import RULES
from journeymap.linter.rules.references.unwritten_id import unwritten_id


def test_steps_pains_and_opportunities_are_told_of_one_by_one() -> None:
    text = (
        "title: A\nsteps:\n  - Calls\n  - {id: w, action: Waits, pains: [Long, {id: x, text: Y}],\n"
        "     opportunities: {text: Sofa}}\n"
    )
    assert findings(text, rule=unwritten_id) == [
        (3, 5, 'the step "Calls" has no id of its own'),
        (4, 36, 'the pain "Long" has no id of its own'),
        (5, 28, 'the opportunity "Sofa" has no id of its own'),
    ]


def test_an_id_that_cannot_be_read_is_not_missing_and_stages_are_not_asked() -> None:
    text = "title: A\nstages: [{name: S, steps: [{id: [x], action: B}]}]\n"
    assert findings(text, rule=unwritten_id) == []
    assert findings("channels: [Phone]\n", rule=unwritten_id, name="w.library.yaml") == []


def test_the_rule_is_off_unless_it_is_selected() -> None:
    report = lint_files({MAP: "title: A\nsteps: [B]\n"}, rules=RULES)
    assert unwritten_id.code not in {d.rule.code for d in report.diagnostics}
