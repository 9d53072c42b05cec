"""Own rules as a whole: where they point, what they say, for whom they hold, what is refused."""

import pytest
from tests.linter.linting import MAP, lint_files, workspace_of
from tests.linter.yaml_rules.own import CONFIGURATION, linted, mistakes, rule, told

from journeymap.findings import Severity
from journeymap.linter.profiles import Selection
from journeymap.linter.registry import RULES
from journeymap.linter.yaml_rules.attach import with_own

TWO = "title: A\nsteps:\n  - {action: B, owner_: x}\n  - action: C\n    emotion: sad\n"


def test_a_missing_field_points_at_the_part_and_a_wrong_one_at_its_value() -> None:
    text = "title: A\nsteps:\n  - action: B\n    duration: 2 h\n  - action: C\n"
    config = rule("on: step\nrequire: {duration: {at-most: 1 h}}")
    assert [(line, column) for _, line, column, _ in linted(config, text)] == [(4, 15), (5, 13)]


def test_a_message_tells_what_the_map_says() -> None:
    text = (
        "title: A {x}\nstakeholders: [{id: gp, name: The GP}]\nstages:\n  One:\n"
        "    - action: B\n      actor: gp\n      emotion: sad\n      channel: [phone, web]\n"
        "      wait: 2 weeks\n      leaks: 10 %\n      offstage: true\n      reward: true\n"
    )
    message = (
        "{{{action}}} {actor} {emotion} {channel} {wait} {stage.name} {map.title} {need} {leaks}"
        " {offstage} {moment}"
    )
    config = rule(f'on: step\nwhen: {{emotion: present}}\nmessage: "{message}"')
    ((*_, said),) = linted(config, text)
    assert said == "{B} The GP sad phone, web 2 weeks One A {x} … 0.1 true …"


def test_help_says_what_is_required_where_nobody_wrote_it() -> None:
    config = rule("on: step\nrequire: {any: {need: present, emotion: {at-least: 0}}, note: x}")
    report = lint_files({CONFIGURATION: config, MAP: TWO}, rules=RULES)
    helps = {d.help for d in report.diagnostics if d.rule.code == "ACME01"}
    assert helps == {"needed here: (`need` present or `emotion` at least 0) and `note` is x"}


def test_status_severity_and_selection_are_those_of_any_rule() -> None:
    body = "on: step\nrequire: {need: present}\nstatus: review\nseverity: note\nbasis: published"
    files = {CONFIGURATION: rule(body), MAP: "title: A\nsteps: [B]\n"}

    def found(selection: Selection) -> list[Severity]:
        report = lint_files(files, rules=RULES, selection=selection)
        return [d.severity for d in report.diagnostics if d.rule.code == "ACME01"]

    assert found(Selection()) == []
    assert found(Selection(select=("ACME",))) == [Severity.NOTE]
    assert found(Selection(select=("told",), ignore=("ACME01",))) == []
    files[CONFIGURATION] += "severities: {told: error}\nextend_select: [ACME01]\n"
    assert found(Selection()) == [Severity.ERROR]


def test_rules_hold_for_the_maps_of_their_configuration_only() -> None:
    files = {
        f"a/{CONFIGURATION}": rule("on: step\nrequire: {need: present}"),
        f"a/{MAP}": "title: A\nsteps: [B]\n",
        f"b/{MAP}": "title: A\nsteps: [B]\n",
        f"c/{CONFIGURATION}": f"extends: ../a/{CONFIGURATION}\n",
        f"c/{MAP}": "title: A\nsteps: [B]\n",
    }
    report = lint_files(files, rules=RULES)
    found = [d.file.shown for d in report.diagnostics if d.rule.code == "ACME01"]
    assert found == [f"a/{MAP}", f"c/{MAP}"]


def test_a_file_of_rules_serves_several_configurations() -> None:
    config = "rules_from: [../our.rules.yaml]\n"
    files = {
        "our.rules.yaml": rule("on: step\nrequire: {need: present}"),
        f"a/{CONFIGURATION}": config,
        f"a/{MAP}": "title: A\nsteps: [B]\n",
        f"b/{CONFIGURATION}": config,
        f"b/{MAP}": "title: A\nsteps: [B]\n",
    }
    report = lint_files(files, rules=RULES)
    found = [d.file.shown for d in report.diagnostics if d.rule.code == "ACME01"]
    assert found == [f"a/{MAP}", f"b/{MAP}"]


def test_a_file_of_rules_is_held_to_what_it_may_say() -> None:
    text = rule("on: step\nrequire: {ned: present}") + "profile: review\n"
    report = lint_files({"our.rules.yaml": text}, rules=RULES, targets=["our.rules.yaml"])
    found = [(d.start.line, d.rule.name) for d in report.diagnostics]
    assert found == [(6, "unknown-field"), (7, "unknown-field")]


@pytest.mark.parametrize(
    "said", ["missing.rules.yaml", "map.journey.yaml", "../../x.rules.yaml", ".journeymap.yaml"]
)
def test_what_is_no_file_of_rules_is_not_followed(said: str) -> None:
    files = {CONFIGURATION: f"rules_from: {said}\n", MAP: "title: A\nsteps: [B]\n"}
    report = lint_files(files, rules=RULES, selection=Selection(select=("broken-link",)))
    assert [d.file.shown for d in report.diagnostics if d.rule.name == "broken-link"] == [
        CONFIGURATION
    ]


WRONG = [
    ("on: step\nrequire: {ned: present}", (6, 15), "`ned` is not a field of a step", "`need`"),
    ("on: step\nrequire: {actor.knd: x}", (6, 15), "`knd` is not a field of", "`kind`"),
    ("on: step\nrequire: {action.x: y}", (6, 15), "`action` has no fields", "without .x"),
    ("on: pain\nrequire: {step.ned: x}", (6, 15), "`ned` is not a field of a step", "`need`"),
    ("on: pain\nrequire: {step: present}", (6, 15), "`step` is not a field", "step.…"),
    ("on: step\nrequire: {qqq: x}", (6, 15), "`qqq` is not a field of a step", "it has id, action"),
    ("on: step\nrequire: {need: {is-nt: x}}", (6, 22), "`is-nt` is no operator", "`is-not`"),
    ("on: step\nrequire: {need: {zzz: x}}", (6, 22), "`zzz` is no operator", "takes is, is-not"),
    ("on: step\nrequire: {need: {at-least: 1}}", (6, 22), "`at-least` cannot be asked", "takes is"),
    ("on: step\nrequire: {duration: {contains: x}}", (6, 26), "cannot be asked of `duration`", ""),
    ("on: step\nrequire: {duration: soon}", (6, 25), '"soon"', "weeks"),
    ("on: step\nrequire: {emotion: blurgh}", (6, 24), '"blurgh"', "delighted"),
    ("on: step\nrequire: {importance: 11}", (6, 27), "11 is off the scale", "from 0 to 10"),
    ("on: pain\nrequire: {severity: 5}", (6, 25), "5 is off the scale", "from 1 to 4"),
    ("on: pain\nrequire: {kind: harmm}", (6, 21), '"harmm"', "did you mean harm?"),
    ("on: step\nrequire: {pains: {count-at-least: x}}", (6, 39), '"x" is no number', "number"),
    ("on: step\nrequire: {need: {is: [a]}}", (6, 26), "`is` takes one value", "one value"),
    ("on: stage\nrequire: {steps.preferences: x}", (6, 15), "`preferences` is not a field", ""),
    ("on: persona\nrequire: {preferences: x}", (6, 28), "has fields", "preferences.…"),
    ("on: step\nrequire: words", (6, 14), "a condition is written with fields", "field: value"),
    ("on: step\nrequire: {any: x}", (6, 20), "a condition is written with fields", ""),
    ("on: step\nrequire: {not: {}}", (6, 20), "a condition is written with fields", ""),
    ("on: step\nrequire: {any: [{ned: present}]}", (6, 22), "`ned` is not a field", "`need`"),
    ('on: step\nrequire: {need: present}\nmessage: "{actn}"', (6, 14), "`actn`", "`action`"),
    ('on: step\nrequire: {need: present}\nmessage: "a { b"', (6, 14), "a brace stands alone", "{{"),
    ("on: step", (3, 11), "a rule needs `require` or `when`", "require:"),
    ("on: stp\nrequire: {ned: x}", (5, 9), '"stp" is not among', "did you mean step?"),
]


@pytest.mark.parametrize(("body", "place", "message", "help_"), WRONG)
def test_what_a_rule_cannot_say_is_told_where_it_stands(
    body: str, place: tuple[int, int], message: str, help_: str
) -> None:
    written = rule(body)
    found = mistakes(written)
    assert len(found) == 1, found
    line, column, said, advised = found[0]
    assert (line, column) == place
    assert message in said
    assert help_ in advised
    assert told(written, "title: A\nsteps: [B]\n") == []


@pytest.mark.parametrize(
    ("code", "message"),
    [
        ("acme1", "is not the code of a rule"),
        ("ACME", "is not the code of a rule"),
        ("JM999", "codes that begin with JM"),
        ("JM204", "codes that begin with JM"),
    ],
)
def test_a_code_is_of_its_own(code: str, message: str) -> None:
    ((line, column, said, _),) = mistakes(rule("on: step\nrequire: {need: present}", code))
    assert (line, column) == (2, 11)
    assert message in said


def test_codes_and_names_are_given_once_and_the_first_counts() -> None:
    first = rule('on: step\nrequire: {need: present}\nmessage: "first"')
    second = first.removeprefix("rules:\n").replace("first", "second")
    found = mistakes(first + second)
    assert [(line, said.partition(" has ")[2]) for line, _, said, _ in found] == [
        (7, "the code ACME01 already"),
        (8, "the name told already"),
    ]
    text = "title: A\nsteps: [B]\n"
    assert [message for *_, message in linted(first + second, text)] == ["first"]
    taken = mistakes(first.replace("name: told", "name: missing-need"))
    assert [said for *_, said, _ in taken] == ["another rule has the name missing-need already"]


def test_a_page_reads_like_that_of_any_rule() -> None:
    body = (
        "on: step\nwhen: {actor.kind: clinician, not: {tags: x}}\nrequire: {need: present}\n"
        "why: The audit asks.\nhelp: add it"
    )
    workspace = workspace_of({CONFIGURATION: rule(body), MAP: "title: A\nsteps: [B]\n"})
    _, (own,) = with_own(workspace, ())
    assert own.heading == "told (ACME01) · warning · draft and stricter"
    assert own.page == (
        "Told.\n\n## Why it matters\n\nThe audit asks.\n\n## What it asks\n\n- of each: step\n"
        "- where: `actor.kind` is clinician and not (`tags` is x)\n"
        "- required: `need` present\n- it says: told\n- what to do: add it\n\n## Basis\n\nHouse."
    )


STAGES = """\
title: A
stakeholders: [{id: gp, kind: clinician}]
stages:
  Before:
    - {action: One, actor: gp}
    - {action: Two, actor: gp}
    - {action: Three, evidence: e}
  After:
    - {action: Four, actor: gp}
    - {action: Five, evidence: e}
    - {action: Six, evidence: e}
    - {action: Seven, evidence: e}
evidence: [{id: e, kind: interview}]
"""


def test_what_most_steps_of_a_stage_lack_is_told_once_at_the_stage() -> None:
    config = rule("on: step\nwhen: {actor.kind: clinician}\nrequire: {evidence: present}")
    assert [(line, said) for _, line, _, said in linted(config, STAGES)] == [
        (4, '2 of 3 steps of "Before" have no `evidence`: "One" and "Two"'),
        (9, "told"),
    ]


def test_what_no_step_has_is_told_once_at_the_map() -> None:
    config = rule("on: step\nrequire: {note: present}")
    assert [(line, said) for _, line, _, said in linted(config, STAGES)] == [
        (1, "none of the 7 steps of the map has `note`")
    ]


@pytest.mark.parametrize(
    "asked",
    [
        "on: step\nrequire: {duration: {at-most: 1 h}}",
        "on: step\nrequire: {any: {note: present, need: present}}",
        "on: step\nrequire: {stage.phase: present}",
        "on: step\nwhen: {note: absent}",
    ],
)
def test_what_is_not_one_field_that_is_missing_is_told_step_by_step(asked: str) -> None:
    assert [said for *_, said in linted(rule(asked), STAGES)] == ["told"] * 7


def test_a_comment_at_the_stage_hides_what_is_told_there() -> None:
    config = rule("on: step\nwhen: {actor.kind: clinician}\nrequire: {evidence: present}")
    hidden = STAGES.replace("  Before:", "  # journeymap: ignore[ACME01] agreed\n  Before:")
    assert told(config, hidden) == [10]


def test_references_lead_where_they_lead_everywhere_else() -> None:
    text = (
        "title: A\npersona: Ann\nstages:\n  One:\n"
        "    - {action: End, pains: [{id: late, text: Far, severity: 1}], actor: ann, next: end}\n"
        "    - action: B\n      pains: [{id: late, text: Late, severity: 4}, Dear]\n"
        "      opportunities: [{text: C, solves: [late, Dear]}]\n"
    )
    said = "{solves} {solves.text} {solves.severity}"
    solved = rule(f'on: opportunity\nwhen: {{text: present}}\nmessage: "{said}"')
    assert [message for *_, message in linted(solved, text)] == ["Late, Dear Late, Dear 4"]
    deep = "{stages.steps.opportunities.solves.text}"
    whole = rule(f'on: map\nwhen: {{title: present}}\nmessage: "{deep}"')
    assert [message for *_, message in linted(whole, text)] == ["Late, Dear"]
    acts = rule("on: step\nwhen: {actor.name: Ann}")
    assert told(acts, text) == [5, 6]
    ways = rule('on: way\nwhen: {to: end}\nmessage: "{to} {to.action}"')
    assert [message for *_, message in linted(ways, text)] == ["end …"]


def own(message: str, name: str = "told") -> str:
    return rule(f'on: step\nrequire: {{need: present}}\nmessage: "{message}"').replace(
        "name: told", f"name: {name}"
    )


MET = "journeymap: 1\ntitle: A\nsteps: [B]\n"


@pytest.mark.parametrize("name", ["told", "other"])
def test_rules_that_never_meet_may_share_a_code(name: str) -> None:
    ignoring = MET.replace("]", f"]  # journeymap: ignore[{name}] agreed")
    files = {
        "a/.journeymap.yaml": own("in a"),
        "a/m.journey.yaml": MET,
        "b/.journeymap.yaml": own("in b", name),
        "b/m.journey.yaml": MET,
        "b/n.journey.yaml": ignoring,
    }
    report = lint_files(files, rules=[], targets=["."])
    found = [(d.file.shown, d.rule.name, d.message) for d in report.diagnostics]
    assert found == [("a/m.journey.yaml", "told", "in a"), ("b/m.journey.yaml", name, "in b")]


@pytest.mark.parametrize("with_map", [True, False])
@pytest.mark.parametrize("first", [".", "base/.journeymap.yaml", "team/.journeymap.yaml"])
def test_rules_that_meet_through_another_configuration_may_not(first: str, with_map: bool) -> None:
    files = {
        "base/.journeymap.yaml": own("base"),
        "team/.journeymap.yaml": f"extends: ../base/.journeymap.yaml\n{own('team', 'other')}",
        "team/m.journey.yaml" if with_map else "m.journey.yaml": MET,
    }
    report = lint_files(files, targets=[first, "team/.journeymap.yaml", "."])
    clashes = [
        (d.file.shown, d.start.line) for d in report.diagnostics if "has the code" in d.message
    ]
    assert clashes == [("team/.journeymap.yaml", 3)]
