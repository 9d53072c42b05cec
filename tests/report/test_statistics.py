from tests.linter.linting import lint_files

from journeymap.linter.profiles import Selection
from journeymap.linter.registry import RULES
from journeymap.report.statistics import render

SELECTION = Selection(select=("JM202", "JM204"))


def test_rules_are_counted_the_most_frequent_first() -> None:
    steps = "[B, {action: C, need: x}, D, {action: E, need: x}, {action: F, need: x}]"
    files = {
        f"{name}.journey.yaml": f"journeymap: 1\ntitle: A\nsteps: {steps}\n{more}"
        for name, more in (("a", ""), ("b", "goal: x\n"))
    }
    rows = render(lint_files(files, rules=RULES, selection=SELECTION)).splitlines()
    assert rows[0].split() == ["Findings", "Files", "Code", "Name"]
    assert [row.split() for row in rows[2:]] == [
        ["4", "2", "JM204", "missing-need"],
        ["1", "1", "JM202", "missing-goal"],
    ]


def test_nothing_is_counted_where_nothing_is_found() -> None:
    assert render(lint_files({}, rules=RULES)) == ""
