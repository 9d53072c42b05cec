"""What could not be read is unknown: no rule takes it for missing, nor for what a default says."""

from collections.abc import Iterator
from itertools import islice
from pathlib import Path

import pytest

from journeymap.authoring import Rule
from journeymap.linter.diagnostic import Report
from journeymap.linter.engine import lint
from journeymap.linter.profiles import Selection
from journeymap.linter.registry import RULES
from journeymap.model.journey import Status
from journeymap.testing import MAP, TODAY, example, folder_of, lint_files
from journeymap.text.document import parse
from journeymap.text.nodes import Mapping, Node, Scalar
from journeymap.text.source import Source
from journeymap.workspace.files import Workspace
from journeymap.workspace.load import Loader

OF_FORM = "JM0"
"""How the codes of the rules begin that tell what cannot be read."""

EXCEPTIONS = {
    (
        "target-missed",
        "Bad",
    ): "of two targets that are told as one, that which can still be read is told at its own place",
}
"""Rules and examples of theirs in which they find something at a new place, with the reason."""

NO_WORD, NO_VALUE = "yess", "[[no]]"
"""What only texts and names take, and what no field takes."""

Place = tuple[str, str, int]
"""A rule's name, a file, and the line in it where the rule finds something."""


def of_rule(rule: Rule) -> str:
    return rule.name


def mistakes(node: Node) -> Iterator[tuple[Scalar, tuple[str, ...]]]:
    """Walks the keys and values of a document, each with what may not be readable in its place."""
    if isinstance(node, Scalar):
        yield from [(node, (NO_WORD, NO_VALUE))] if node else []
        return
    if isinstance(node, Mapping):
        yield from ((key, (f"{key}z",)) for key in node)
    for inside in node.values() if isinstance(node, Mapping) else node:
        yield from mistakes(inside)


def with_mistakes(text: str) -> Iterator[tuple[str, ...]]:
    """Walks the texts in which a single value may not be readable, or a single key is misspelt."""
    root = parse(Source(name=MAP, text=text)).root
    assert root is not None
    for scalar, others in mistakes(root):
        before, behind = text[: scalar.span.start], text[scalar.span.end :]
        end = "\n" if text[: scalar.span.end].endswith("\n") else ""
        yield tuple(f"{before}{other}{end}{behind}" for other in others)


def with_subsumed(rule: Rule) -> list[Rule]:
    """Returns a rule and those that run with it: what they find, it stands for."""
    known = {each.name: each for each in RULES}
    found, waiting = dict[str, Rule](), [rule]
    while waiting:
        each = waiting.pop()
        if each.name not in found:
            found[each.name] = each
            waiting += (known[name] for name in each.subsumes)
    return list(found.values())


def errors(workspace: Workspace) -> int:
    """Returns how much cannot be read."""
    return sum(len(file.findings) for file in workspace.files.values())


def told(report: Report) -> set[Place]:
    """Returns what is found beside what cannot be read."""
    return {
        (each.rule.name, each.file.shown, each.start.line)
        for each in report.diagnostics
        if not each.rule.code.startswith(OF_FORM)
    }


@pytest.mark.parametrize("heading", ["Good", "Bad"])
@pytest.mark.parametrize(
    "rule", [rule for rule in RULES if not rule.code.startswith(OF_FORM)], ids=of_rule
)
def test_no_rule_finds_anything_new_where_something_cannot_be_read(
    rule: Rule, heading: str
) -> None:
    files, rules = example(rule.page, heading).files, with_subsumed(rule)
    tried, new = 0, list[tuple[str, Place]]()
    with folder_of(files) as folder:

        def load(texts: dict[Path, bytes]) -> Workspace:
            return Loader(texts=texts, shown_from=folder).load([folder])

        def run(workspace: Workspace) -> set[Place]:
            return told(lint(workspace, rules, Selection(select=(rule.code,)), TODAY))

        whole = load({})
        before = run(whole)
        for name, data in files.items():
            for texts in with_mistakes(data if isinstance(data, str) else data.decode()):
                read = ((text, load({folder / name: text.encode()})) for text in texts)
                broken = ((text, each) for text, each in read if errors(each) > errors(whole))
                for text, workspace in islice(broken, 1):
                    tried += 1
                    new += [(text, place) for place in run(workspace) - before]
    assert tried
    assert bool(new) == ((rule.name, heading) in EXCEPTIONS), new


WHOLE = """\
journeymap: 1
title: A referral
goal: Know what it is
purpose: Find out why referrals get lost
team: [medical, patient office]
based_on: talks
evidence: [{id: talks, kind: interview, from: customer}]
owner: Patient office
reviewed: 2026-10
personas:
  - name: Ana
    demographics: {age: 71}
    motivations: Time
    goals: Clarity
    frustrations: Queues
stakeholders:
  - {id: gp, name: Family doctor, kind: clinician}
  - {id: specialist, name: Specialist, kind: clinician}
information: [{id: letter, name: Letter}, {id: blood, name: Blood results}]
steps:
  - id: asks
    action: Asks for help
    actor: gp
    channel: phone
    need: Be heard
    emotion: calm
    expected: An answer on the phone
    engagement: communicate
    wait: {time: 3 days, announced: true}
  - id: is-referred
    action: Is referred
    actor: gp
    channel: phone
    need: Know where to go
    emotion: worried
    engagement: interact
    handoff: {to: specialist, needs: [letter, blood], carries: [letter, blood]}
    pains: [{id: unsure, text: Nobody says who it will be}]
    opportunities: [{text: Name the doctor, impact: 3, effort: 1, owner: Office}]
  - id: is-seen
    action: Is seen
    actor: specialist
    channel: in-person
    need: Know what it is
    emotion: calm
    engagement: engage
"""


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("announced: true", "announced: yess"),
        ("announced: true", "announced: [true]"),
        ("announced: true", "anounced: true"),
        ("time: 3 days", "time: a whilee"),
        ("engagement: interact", "engagement: interct"),
        ("engagement: interact", "engagment: interact"),
        ("engagement: communicate", "engagement: comunicate"),
        ("engagement: engage", "engagement: [engage, innovate]"),
        ("carries: [letter, blood]", "carries: {letter: blood}"),
        ("carries: [letter, blood]", "carries: [letter, [blood]]"),
        ("carries: [letter, blood]", "caries: [letter, blood]"),
        ("{id: blood, name", "{id: [blood], name"),
    ],
)
def test_a_typing_error_ends_in_the_error_of_form_alone(right: str, wrong: str) -> None:
    selection = Selection(profile=Status.REVIEW)
    assert not lint_files({MAP: WHOLE}, selection=selection).diagnostics
    assert WHOLE.count(right) == 1
    (only,) = lint_files({MAP: WHOLE.replace(right, wrong)}, selection=selection).diagnostics
    assert only.rule.name in {"invalid-value", "unknown-field"}


TWO = """\
title: A
stakeholders: [{id: gp, kind: clinician}, {id: lab, kind: clinician}, {id: ward, kind: clinician}]
channels: [{id: phone, name: Phone}]
metrics: [{name: A, target: 1}, {name: B}, {name: C, target: 2}, {name: D, target: 3}]
steps:
  - {action: A, actor: gp, emotion: -2, channel: phone, wait: {time: 5 days}}
  - {action: B, actor: lab, emotion: 0, channel: phone, handoff: {to: ward, needs: x, carries: y}}
  - {action: C, actor: ward, emotion: -2, channel: fax, wait: {time: 5 days}}
  - action: D
    channel: phone
    importance: 5
    perceived: 4
    expected: 5
    opportunities: [{text: E}, {text: F, owner: G}, {text: H, owner: I}]
    evidence: nowhere
"""


@pytest.mark.parametrize(
    ("right", "wrong", "rule", "line"),
    [
        ("wait: {time: 5 days}}", "wait: {time: 5 dayss}}", "silent-wait", 8),
        ("emotion: -2", "emotion: 7", "silent-wait", 1),
        ("target: 1", "target: manyy", "metric-without-target", 4),
        ("owner: I", "owner: [I]", "unowned-idea", 14),
        ("importance: 5", "importance: hugee", "silent-wait", 1),
        ("{id: phone, name: Phone}", "{id: [phone], name: [Phone]}", "unknown-reference", 15),
        ("wait: {time: 5 days}}", "wait: {time: [5]}}", "undeclared-handoff", 6),
        ("action: A", "action: [A]", "silent-wait", 1),
        ("{text: H", "{text: [H]", "unowned-idea", 14),
        ("evidence: nowhere", "evidence: nowhere\n  - [no]", "unowned-idea", 14),
        ("metrics: [", "metrics: [[no], ", "metric-without-target", 4),
    ],
)
def test_what_does_not_depend_on_it_is_told_all_the_same(
    right: str, wrong: str, rule: str, line: int
) -> None:
    text = TWO.replace(right, wrong, 1)
    assert text != TWO
    report = lint_files({MAP: text}, selection=Selection(select=(rule,)))
    assert {"invalid-value", "unknown-field"} & {each.rule.name for each in report.diagnostics}
    places = {(each.rule.name, each.start.line) for each in report.diagnostics}
    assert (rule, line) in places


@pytest.mark.parametrize("library", ["", "channels: [Fax\n", "channels: [[Fax]]\n"])
def test_a_library_that_cannot_be_read_may_define_anything(library: str) -> None:
    text = (
        "title: A\nuses: our.library.yaml\nchannels: [Phone]\nsteps: [{action: B, channel: fax}]\n"
    )
    files = {MAP: text, **({"our.library.yaml": library} if library else {})}
    selection = Selection(select=("unknown-reference", "unused-definition"))
    report = lint_files(files, selection=selection, targets=[MAP])
    assert [each.rule.name for each in report.diagnostics][1:] in ([], ["unused-definition"])
