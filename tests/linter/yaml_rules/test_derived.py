"""Own rules see what a map means without writing it there: by a name, from a stage, by default."""

import pytest
from tests.linter.yaml_rules.own import STAKEHOLDERS, linted, rule, told

CHAIN = """\
title: A
framework: value-chain
stages:
  - name: Communicate
    steps:
      - action: Reads
  - name: Implicar
    steps:
      - action: Asks
      - {action: Plans, engagement: collaborate}
  - name: Afterwards
    aligns: innovate
    steps:
      - action: Suggests
  - name: Elsewhere
    steps:
      - action: Waits
"""


@pytest.mark.parametrize(
    ("condition", "lines"),
    [
        ("on: stage\nwhen: {aligns: engage}", [7]),
        ("on: stage\nwhen: {aligns: Innovate}", [11]),
        ("on: stage\nwhen: {aligns: [communicate, innovate]}", [4, 11]),
        ("on: stage\nwhen: {aligns: {is-not: engage}}", [4, 11, 15]),
        ("on: stage\nwhen: {aligns: absent}", [15]),
        ("on: stage\nrequire: {aligns: present}", [15]),
        ("on: step\nwhen: {stage.aligns: engage}", [9, 10]),
        ("on: step\nwhen: {engagement: engage}", [9]),
        ("on: step\nwhen: {engagement: collaborate}", [10]),
        ("on: step\nwhen: {engagement: [communicate, innovate]}", [6, 14]),
        ("on: step\nwhen: {engagement: absent}", [17]),
        ("on: stage\nwhen: {steps.engagement: collaborate}", [7]),
        ("on: map\nwhen: {stages.aligns: communicate}", [1]),
    ],
)
def test_a_stage_aligned_by_its_name_and_a_level_that_a_step_inherits(
    condition: str, lines: list[int]
) -> None:
    assert told(rule(condition), CHAIN) == lines


def test_a_message_says_them_and_they_are_not_underlined_where_they_do_not_stand() -> None:
    config = rule('on: step\nrequire: {engagement: innovate}\nmessage: "{action}: {engagement}"')
    found = [(line, column, said) for _, line, column, said in linted(config, CHAIN)]
    assert found == [
        (6, 17, "Reads: communicate"),
        (9, 17, "Asks: engage"),
        (10, 37, "Plans: collaborate"),
        (17, 17, "Waits: …"),
    ]


def test_without_the_framework_no_level_is_inherited() -> None:
    text = CHAIN.replace("framework: value-chain\n", "")
    assert told(rule("on: step\nwhen: {engagement: present}"), text) == [9]


@pytest.mark.parametrize(
    ("condition", "part", "holds"),
    [
        ("on: step\nwhen: {actor: Ann}", "note: x", True),
        ("on: step\nwhen: {actor: Ann}", "actor: gp", False),
        ("on: step\nwhen: {actor: Ann}", "offstage: true", False),
        ("on: step\nwhen: {actor: present}", "note: x", False),
        ("on: pain\nwhen: {of: ann}", "pains: Late", True),
        ("on: pain\nwhen: {of: ann}", "pains: {text: Late, of: gp}", False),
        ("on: opportunity\nwhen: {for: ann}", "opportunities: Call", True),
        ("on: opportunity\nwhen: {for: absent}", "opportunities: Call", True),
        (
            "on: opportunity\nwhen: {solves.kind: harm}",
            "pains: {text: Late, kind: harm}, opportunities: Call",
            True,
        ),
        (
            "on: opportunity\nwhen: {solves.kind: harm}",
            "pains: {text: Late}, opportunities: Call",
            False,
        ),
        ("on: way\nwhen: {counts: completed}", "next: {to: end, share: 5 %}", True),
        ("on: way\nwhen: {counts: completed}", "next: {to: end, counts: lost}", False),
    ],
)
def test_what_the_language_takes_for_granted(condition: str, part: str, holds: bool) -> None:
    text = f"title: A\npersona: Ann\n{STAKEHOLDERS}\nsteps:\n  - {{action: B, {part}}}\n"
    assert told(rule(condition), text) == ([5] if holds else [])


TOP = """\
title: A
evidence:
  - {id: clicks, kind: analytics}
  - {id: talks, kind: interview, method: quantitative}
  - {id: note}
metrics:
  - {id: recommends, kind: nps}
  - {id: calls, kind: count}
steps: [B]
"""


@pytest.mark.parametrize(
    ("condition", "lines"),
    [
        ("on: evidence\nwhen: {method: quantitative}", [3, 4]),
        ("on: evidence\nwhen: {method: absent}", [3, 5]),
        ("on: metric\nwhen: {better: higher}", [7]),
        ("on: map\nwhen: {ends: true}", [1]),
        ("on: map\nwhen: {ends: present}", []),
    ],
)
def test_a_default_that_follows_from_the_kind(condition: str, lines: list[int]) -> None:
    assert told(rule(condition), TOP) == lines


def test_a_library_derives_what_needs_no_map() -> None:
    library = "evidence: [{id: clicks, kind: analytics}]\n"
    files = {"our.library.yaml": library}
    config = rule("on: evidence\nwhen: {method: quantitative}")
    found = linted(config, "title: A\nuses: our.library.yaml\nsteps: [B]\n", files)
    assert [name for name, *_ in found] == ["our.library.yaml"]
