"""What comments ignore is left out before findings are gathered, in every rule that gathers."""

from collections.abc import Iterator

import pytest
from tests.linter.linting import MAP, lint_files, messages, workspace_of

from journeymap.authoring import Rule, Severity
from journeymap.linter.add_ignores import wanted, with_ignores
from journeymap.linter.diagnostic import Report
from journeymap.linter.profiles import Selection
from journeymap.linter.registry import RULES
from journeymap.linter.rules.completeness.unheard_stakeholder import unheard_stakeholder
from journeymap.linter.rules.improvement.pain_without_opportunity import pain_without_opportunity
from journeymap.linter.rules.measurement.unmeasured_stage import unmeasured_stage
from journeymap.quick_dataclass import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A map in which a rule finds several places, one of them ending in `#!`.

    Attributes:
        rule: its name.
        text: the map.
        all: what it tells of it.
        others: what it tells where a comment ignores that place.
    """

    rule: str
    text: str
    all: list[str]
    others: list[str]


HANDOFFS = (
    "the serving party changes 5 times along the way, and none of these hand-offs is declared; "
    "open are those behind "
)
WAITS = "waits that are not said to be planned make up"
ASKED = "waits the map does not say whether the persona knows how long they take"
STRONG = "importance: 5, perceived: 5, emotion: 1"
OF_ALL = "(assumed) of all times in the map, the longest"
METRICS = "[{id: m, name: M, kind: nps, target: 9}, {id: n, name: N, kind: nps, target: 9}]"
LIBRARY = {
    "a.library.yaml": "journeymap: 1\nevidence: [{id: survey, kind: survey, n: 38}]\n"
    "stakeholders: [{id: gp, name: GP, kind: clinician, influence: 5}]\n"
}
CLAIMING = "steps that state an emotion, a quote, a rating or a pain"

THIN = (
    'nothing is said of the motivations, goals or frustrations of "{who}", '
    'which would tell why it is hard at "A"'
)
CASES = (
    Case(
        rule="pain-without-opportunity",
        text="steps:\n- action: B\n  pains:\n  - p  #!\n  - q\n  - r\n"
        "- {action: C, pains: s, opportunities: x}\n",
        all=['3 of 4 pains have no opportunity that solves them: "p", "q" and "r"'],
        others=['no opportunity solves "q"', 'no opportunity solves "r"'],
    ),
    Case(
        rule="thin-persona",
        text="persona: [ann, bob]\npersonas:\n- name: Ann  #!\n- {name: Bob}\n"
        "steps: [{action: A, leaks: 5 %}]\n",
        all=[THIN.format(who="Ann") + "; " + THIN.format(who="Bob")],
        others=[THIN.format(who="Bob")],
    ),
    Case(
        rule="unscored-opportunity",
        text="steps:\n- action: B\n  opportunities:\n  - p  #!\n  - q\n  - r\n  - s\n"
        "  - {text: t, impact: 1, effort: 1}\n",
        all=['4 of 5 opportunities lack impact or effort: "p", "q", "r" and 1 more'],
        others=['3 of 5 opportunities lack impact or effort: "q", "r" and "s"'],
    ),
    Case(
        rule="unowned-idea",
        text="steps:\n- action: B\n  opportunities:\n  - p  #!\n  - q\n  - r\n",
        all=['all 3 open ideas have no owner: "p", "q" and "r"'],
        others=['2 of 3 open ideas have no owner: "q" and "r"'],
    ),
    Case(
        rule="assumption-only",
        text="evidence: [{id: e, kind: interview}, {id: a, kind: assumption}]\nsteps:\n"
        "- action: B\n  moment: truth  #!\n  evidence: a\n"
        "- {action: C, moment: truth, evidence: a}\n- {action: D, moment: truth, evidence: e}\n",
        all=['2 of 3 declared moments rest on assumptions alone: "B" and "C"'],
        others=['"C" is declared a moment of truth and rests on "a" alone, which is assumed'],
    ),
    Case(
        rule="unevidenced-claim",
        text="evidence: [{id: e, kind: interview}]\nstages:\n- name: One\n  steps:\n"
        "  - {action: B, emotion: 1}  #!\n  - {action: C, emotion: 1}\n"
        "  - {action: D, emotion: 1, evidence: e}\n"
        "- {name: Two, steps: [{action: E, emotion: 1, evidence: e}]}\n",
        all=[f'2 of 3 {CLAIMING} name no evidence: "B" and "C"'],
        others=['"C" states an emotion without evidence'],
    ),
    Case(
        rule="unmeasured-stage",
        text="stages:\n- {name: One, steps: [B]}  #!\n- {name: Two, steps: [C]}\n"
        "- {name: Three, steps: [D]}\n",
        all=["nothing is measured in any stage"],
        others=['2 of 3 stages have no metric: "Two" and "Three"'],
    ),
    Case(
        rule="metric-without-target",
        text="metrics:\n- One  #!\n- Two\n- {name: Three, target: 1}\nsteps: [B]\n",
        all=['2 of 3 metrics have no target: "One" and "Two"'],
        others=['"Two" has no target'],
    ),
    Case(
        rule="missing-need",
        text="steps:\n- B  #!\n- C\n- {action: D, need: x}\n",
        all=['2 of 3 steps of the map have no need: "B" and "C"'],
        others=['"C" says no need of the persona'],
    ),
    Case(
        rule="unpreferred-channel",
        text="personas: {name: Ann, preferences: {channels: app}}\n"
        "channels: [App, {name: Letter, kind: print}]\n"
        "stakeholders: {id: clinic, name: Clinic, kind: organisation}\nsteps:\n"
        "- {action: B, with: clinic, channel: letter}\n"
        "- {action: C, with: clinic, channel: letter}  #!\n"
        "- {action: D, with: clinic, channel: letter}\n",
        all=[
            (
                'the persona prefers "App", but is served through "Letter" at "B", "C" and '
                '"D"; no step offers it'
            ),
        ],
        others=[
            (
                'the persona prefers "App", but is served through "Letter" at "B" and "D"; '
                "no step offers it"
            )
        ],
    ),
    Case(
        rule="undeclared-handoff",
        text="stakeholders:\n- {id: gp, name: GP, kind: clinician}\n"
        "- {id: lab, name: Lab, kind: clinician}\nsteps:\n- {action: B, actor: gp}  #!\n"
        "- {action: C, actor: lab}\n- {action: D, actor: gp}\n- {action: E, actor: lab}\n"
        "- {action: F, actor: gp}\n- {action: G, actor: lab}\n",
        all=[HANDOFFS + '"B", "C", "D" and 2 more'],
        others=[HANDOFFS + '"C", "D", "E" and 1 more'],
    ),
    Case(
        rule="blueprint-silence",
        text="stakeholders: {id: clinic, name: Clinic, kind: organisation}\nsteps:\n"
        "- {action: A, with: clinic, backstage: x}\n- {action: B, with: clinic}  #!\n"
        "- {action: C, with: clinic}\n- {action: D, with: clinic}\n- {action: E, with: clinic}\n",
        all=['of 4 steps in a row nothing is known behind the scenes: "B", "C", "D" and 1 more'],
        others=['of 3 steps in a row nothing is known behind the scenes: "C", "D" and "E"'],
    ),
    Case(
        rule="forgotten-information",
        text="information: [One, Two, Three]\nsteps:\n- action: B\n  gives:\n  - One  #!\n  - Two\n"
        "- {action: C, gives: Three, reuses: x}\n- {action: D, reuses: Three}\n",
        all=['"One" and "Two", given at "B", are not used at any later step'],
        others=['"Two", given at "B", is not used at any later step'],
    ),
    Case(
        rule="asked-twice",
        text="information: [One, Two]\nsteps:\n- {action: B, gives: [One, Two]}\n"
        "- action: C\n  gives:\n  - One  #!\n  - Two\n",
        all=['"C" asks again for "One" and "Two", given before at "B"'],
        others=['"C" asks again for "Two", given before at "B"'],
    ),
    Case(
        rule="incomplete-handoff",
        text="stakeholders: [{id: gp, name: GP, kind: clinician}]\n"
        "information: [One, Two, Three]\nsteps:\n- action: B\n  handoff:\n    to: gp\n    needs:\n"
        "    - One\n    - Two  #!\n    - Three\n    carries: One\n- {action: C, with: gp}\n",
        all=[
            (
                'the hand-off at "B" does not carry "Two" and "Three", which "GP" needs, '
                "with no way to ask back"
            )
        ],
        others=[
            (
                'the hand-off at "B" does not carry "Three", which "GP" needs, '
                "with no way to ask back"
            )
        ],
    ),
    Case(
        rule="forced-channel-switch",
        text="channels: [One, Two, Three]\nsteps:\n- action: B\n  channel: One\n  instead_of:\n"
        "  - Two  #!\n  - Three\n",
        all=['"B", on "One", comes after "Two" and "Three" were tried in vain'],
        others=['"B", on "One", comes after "Three" was tried in vain'],
    ),
    Case(
        rule="near-name",
        text="steps:\n- {action: B, channel: pohne}  #!\n- {action: C, channel: Pohne}\n"
        "- {action: D, channel: phone}\n- {action: E, channel: phone}\n"
        "- {action: F, channel: phone}\n",
        all=["`pohne` differs from `phone` by one letter"],
        others=["`Pohne` differs from `phone` by one letter"],
    ),
    Case(
        rule="small-sample",
        text="uses: a.library.yaml\nsteps:\n- {action: B, perceived: 2, evidence: survey}  #!\n"
        "- {action: C, perceived: 2, evidence: survey}\n",
        all=['"survey" has 38 answers; a score needs 100 or more'],
        others=['"survey" has 38 answers; a score needs 100 or more'],
    ),
    Case(
        rule="unheard-stakeholder",
        text="uses: a.library.yaml\nsteps:\n- {action: B, actor: gp}  #!\n"
        "- {action: C, with: gp, pains: x}\n",
        all=['"GP" has influence 5 and no need recorded anywhere'],
        others=['"GP" has influence 5 and no need recorded anywhere'],
    ),
    Case(
        rule="target-missed",
        text=f"metrics: {METRICS}\nsteps:\n- action: B\n  metrics:\n"
        "  - {metric: m, value: 1}  #!\n  - {metric: n, value: 2}\n",
        all=['2 targets are missed (assumed figures): "M" at 1, target 9; "N" at 2, target 9'],
        others=['"N" is assumed to be 2; the target is at least 9'],
    ),
    Case(
        rule="long-wait",
        text="steps:\n- {action: B, duration: 1 h, wait: 3 days}  #!\n"
        "- {action: C, duration: 1 h, wait: 2 days}\n- {action: D, duration: 1 h, wait: 2 days}\n",
        all=[f'{WAITS} 98 % {OF_ALL}, 3 days (assumed), after "B"'],
        others=[f'{WAITS} 56 % {OF_ALL}, 2 days (assumed), after "C"'],
    ),
    Case(
        rule="silent-wait",
        text="steps:\n- {action: B, wait: 3 days}  #!\n- {action: C, wait: 4 days}\n"
        "- {action: D, wait: 4 days}\n",
        all=[f'of 3 {ASKED}: after "B", "C" and "D"; 11 days (assumed) in all'],
        others=[f'of 2 {ASKED}: after "C" and "D"; 8 days (assumed) in all'],
    ),
    Case(
        rule="unimproved-strength",
        text=f"steps:\n- {{action: B, {STRONG}}}  #!\n- {{action: C, {STRONG}}}\n"
        f"- {{action: D, {STRONG}}}\n- {{action: E, opportunities: x}}\n",
        all=[
            (
                "3 steps matter and go well, and no opportunity would lift them further: "
                '"B", "C" and "D"'
            )
        ],
        others=[
            ('2 steps matter and go well, and no opportunity would lift them further: "C" and "D"')
        ],
    ),
    Case(
        rule="absent-persona",
        text="stages:\n- name: One\n  steps:\n  - {action: B, offstage: true}  #!\n"
        "  - {action: C, offstage: true}\n- {name: Two, steps: [{action: D, offstage: true}]}\n"
        "- {name: Three, steps: [E, F]}\n",
        all=["the persona is offstage in 3 of 5 steps"],
        others=['the persona is offstage for the whole of "Two"'],
    ),
)


def report(case: Case, comment: str) -> Report:
    text = f"journeymap: 1\ntitle: A\n{case.text.replace('#!', comment)}"
    selection = Selection(select=(case.rule, "unused-ignore"))
    return lint_files({MAP: text, **LIBRARY}, selection=selection)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.rule)
def test_what_is_ignored_at_one_place_is_not_counted_among_several(case: Case) -> None:
    told = [each.message for each in report(case, "").diagnostics]
    assert told == case.all
    ignored = report(case, f"# journeymap: ignore[{case.rule}] agreed")
    assert [each.message for each in ignored.diagnostics] == case.others
    line = 3 + case.text[: case.text.index("#!")].count("\n")
    assert line not in [each.start.line for each in ignored.diagnostics]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.rule)
def test_the_comment_at_one_place_among_several_is_of_use_and_stays(case: Case) -> None:
    ignored = report(case, f"# journeymap: ignore[{case.rule}] agreed")
    assert "unused-ignore" not in [each.rule.name for each in ignored.diagnostics]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.rule)
def test_comments_are_added_at_the_places_and_not_where_the_map_is_told(case: Case) -> None:
    text = f"journeymap: 1\ntitle: A\n{case.text.replace('#!', '')}"
    document = workspace_of({MAP: text, **LIBRARY}, [MAP]).asked[0].document
    assert document is not None
    done = with_ignores(document, wanted(report(case, "").diagnostics), "agreed")
    assert done.refused == ()
    assert done.source.text.startswith("journeymap: 1\ntitle: A\n")
    assert done.source.text.count("] agreed") == len(done.insertions) > 0
    selection = Selection(select=(case.rule, "unused-ignore"))
    again = lint_files({MAP: done.source.text, **LIBRARY}, selection=selection)
    assert [each.message for each in again.diagnostics] == []


def gathering() -> Iterator[Rule]:
    return (rule for rule in RULES if rule.gathers)


def test_every_rule_that_gathers_is_among_the_cases() -> None:
    gaps = {"missing-emotion", "missing-channel"}  # gathered as missing-need is
    most = {"idea-without-pain", "ownerless-stage", "moment-without-idea", "undated-quick-win"}
    most |= {"unmeasured-moment"}
    alike = gaps | most  # as unowned-idea and unmeasured-stage are
    elsewhere = {"absent-feeling", "stale-reading", "unmet-expectation", "unmeasured-moment"}
    own = elsewhere | {"unused-definition"}
    assert {rule.name for rule in gathering()} == {case.rule for case in CASES} | alike | own


STEPS_BY_HALF = """stages:
- {name: One, steps: [B, C, {action: D, need: x}, {action: E, need: x}]}
- {name: Two, steps: [{action: F, need: x}]}
"""
NEEDLESS = '"{}" says no need of the persona'
PAINS_BY_HALF = """steps:
- {action: B, pains: [p, q]}
- {action: C, pains: [r, s], opportunities: x}
"""


@pytest.mark.parametrize(
    ("rule", "text", "said"),
    [
        ("missing-need", STEPS_BY_HALF, NEEDLESS),
        ("missing-need", "steps: [B, C, {action: D, need: x}, {action: E, need: x}]\n", NEEDLESS),
        ("pain-without-opportunity", PAINS_BY_HALF, 'no opportunity solves "{}"'),
    ],
)
def test_exactly_half_is_not_most(rule: str, text: str, said: str) -> None:
    selection = Selection(select=(rule,))
    found = lint_files({MAP: f"journeymap: 1\ntitle: A\n{text}"}, selection=selection)
    names = "pq" if "pains" in text else "BC"
    messages = [each.message for each in found.diagnostics]
    assert messages == [said.format(name) for name in names]


def test_what_is_ignored_makes_nothing_else_weigh_more() -> None:
    text = (
        "journeymap: 1\ntitle: A\nstatus: review\nsteps:\n- action: B\n"
        "  pains: [{text: p, severity: 3, probability: 3}]{}\n"
    )
    selection = Selection(select=("pain-without-opportunity", "unrecovered-failure"))

    def severities(comment: str) -> list[tuple[str, Severity]]:
        found = lint_files({MAP: text.replace("{}", comment)}, selection=selection).diagnostics
        return [(each.rule.name, each.severity) for each in found]

    assert severities("") == [("unrecovered-failure", Severity.WARNING)]
    comment = "  # journeymap: ignore[pain-without-opportunity] agreed"
    assert severities(comment) == [("unrecovered-failure", Severity.NOTE)]


def test_of_many_the_gravest_are_named() -> None:
    pains = [f"{{text: P{n}, severity: {n // 2 + 1}, probability: 2}}" for n in range(5)]
    text = f"title: A\nsteps: [{{action: B, pains: [{', '.join(pains)}]}}]\n"
    assert messages(text, rule=pain_without_opportunity) == [
        'none of the 5 pains has an opportunity that solves it: "P4", "P2", "P3" and 2 more'
    ]


def test_two_stages_without_a_metric_are_one_finding() -> None:
    stages = "".join(f"- {{name: S{n}, steps: [A{n}], metrics: m}}\n" for n in range(4))
    bare = "- {name: X, steps: [B]}\n- {name: Y, steps: [C]}\n"
    text = f"title: A\nmetrics: [m]\nstages:\n{stages}{bare}"
    assert messages(text, rule=unmeasured_stage) == ['2 of 6 stages have no metric: "X" and "Y"']


def test_several_who_are_unheard_are_one_finding_the_strongest_first() -> None:
    people = [f"{{id: {who}, name: {who}, influence: {n}}}" for who, n in (("ed", 4), ("jo", 5))]
    text = (
        f"title: A\nstakeholders: [{', '.join(people)}]\nsteps: [{{action: B, with: [ed, jo]}}]\n"
    )
    assert messages(text, rule=unheard_stakeholder) == [
        'of "jo" (influence 5) and "ed" (influence 4) no need is recorded anywhere'
    ]
