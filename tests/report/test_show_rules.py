"""Every rule is listed, with the reason why it does not run."""

import pytest
from tests.linter.linting import MAP, TODAY, workspace_of

from journeymap.authoring import (
    Context,
    Finding,
    JourneyMap,
    Need,
    Rule,
    Status,
    rule,
)
from journeymap.linter.engine import file_runs
from journeymap.linter.profiles import Selection
from journeymap.linter.rules.form.missing_field import missing_field
from journeymap.report.show_rules import render


def check(_: JourneyMap, __: Context) -> list[Finding]:
    """Finds nothing."""
    return []


def plain(code: str, name: str, status: Status | None, *needs: Need) -> Rule:
    made = rule(code, name, severity="note", from_status=status, basis="house", needs=needs)
    return made(check)


RULES = (
    missing_field,
    plain("JM991", "early", Status.DRAFT),
    plain("JM992", "late", Status.PUBLISHED),
    plain("JM993", "rare", None),
    plain(
        "JM994",
        "needy",
        Status.DRAFT,
        Need(what="waits", is_there=lambda context: len(context.journey_map.steps) > 1),
        Need(what="shares", is_there=lambda _: False),
    ),
)


def shown(text: str, selection: Selection | None = None, name: str = MAP) -> dict[str, str]:
    runs = file_runs(workspace_of({name: text}), RULES, selection or Selection(), TODAY)
    head, _, *table = render(runs, RULES).splitlines()
    assert head.startswith(f"{name} as ")
    return {row.split()[1]: row.split(maxsplit=2)[2] for row in table[2:]}


@pytest.mark.parametrize(
    ("selection", "expected"),
    [
        (
            Selection(),
            {
                "early": "yes",
                "late": "no: it is asked from published on",
                "rare": "no: it is off unless selected",
                "needy": "no: the map lacks waits and shares",
            },
        ),
        (Selection(profile=Status.PUBLISHED, ignore=("early",)), {"early": "no: it is ignored"}),
        (Selection(select=("rare",)), {"rare": "yes", "early": "no: others are selected"}),
        (Selection(ignore=("rare",)), {"rare": "no: it is off unless selected"}),
        (Selection(ignore=("ALL",)), {"missing-field": "yes", "needy": "no: it is ignored"}),
    ],
)
def test_each_rule_is_listed_with_the_reason(
    selection: Selection, expected: dict[str, str]
) -> None:
    found = shown("title: A\nsteps: [B]\n", selection)
    assert len(found) == len(RULES)
    assert found.items() >= expected.items()


def test_what_is_there_is_not_missed() -> None:
    assert shown("title: A\nsteps: [B, C]\n")["needy"] == "no: the map lacks shares"


def test_rules_of_maps_do_not_look_at_what_is_none() -> None:
    assert shown("- x\n", Selection(select=("early",)))["early"] == "no: the map cannot be read"
    found = shown("channels: [a]\n", name="a.library.yaml")
    assert found["early"] == "no: it looks at maps"


def test_those_that_run_come_first() -> None:
    assert list(shown("title: A\nsteps: [B]\n")) == [
        "missing-field",
        "early",
        "late",
        "rare",
        "needy",
    ]
