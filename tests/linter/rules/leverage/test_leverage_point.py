"""leverage-point: the steps at which pressure is highest, each told once and in whole."""

from collections.abc import Iterator
from dataclasses import replace
from importlib import import_module

import pytest
from tests.linter.linting import MAP, findings, helps, lint_files, messages

from journeymap.authoring import Context, Finding, JourneyMap, Severity, step_route
from journeymap.linter.profiles import Selection
from journeymap.linter.registry import RULES
from journeymap.linter.rules.leverage.leverage_point import leverage_point
from journeymap.report.formats.registry import ReportOptions
from journeymap.testing import example

BAD = "importance: 5, expected: 4, perceived: 2, emotion: angry"
FINE = "importance: 4, expected: 4, perceived: 4, emotion: 1"

TRUSTS = f"{FINE}, moment: trust-inflection"


def a_map(*steps: str, top: str = "persona: Ann") -> str:
    """A map whose first step stands in line 4."""
    lines = "\n".join(f"  - {{action: Step {i}, {step}}}" for i, step in enumerate(steps, 1))
    return f"title: Clinic\n{top}\nsteps:\n{lines}\n"


@pytest.mark.parametrize("others", [(), ("unmet-expectation", "undeclared-moment-of-truth")])
def test_it_says_what_it_takes_in_whether_selected_or_not(others: tuple[str, ...]) -> None:
    selection = Selection(select=("leverage-point", *others))
    (told,) = lint_files(
        {MAP: f"journeymap: 1\n{a_map(FINE, BAD, TRUSTS)}"}, selection=selection
    ).diagnostics
    assert told.takes_in == ("JM301", "JM902")


def test_a_pressing_step_is_told_with_its_reasons() -> None:
    # Drivers known: unmet need 0.75·3, gap 0.5·1.5, low emotion 1·1, memory 1·1, hand-off 0·2: all
    # of 8.5 points of weight, so 100 · 5 / 8.5.
    assert findings(a_map(FINE, BAD, FINE), rule=leverage_point) == [
        (
            5,
            14,
            (
                '"Step 2" is the step to look at first '
                "(leverage point 1, pressure 59 of 100, on assumed figures): "
                "importance 5, expected 4, perceived 2 of 5; feels angry; the lowest moment"
            ),
        )
    ]


def test_what_closing_the_leaks_would_bring_is_told() -> None:
    idea = "opportunities: {text: Ring her, impact: 5, effort: 2}"
    (message,) = messages(a_map(f"{BAD}, leaks: 20 %, {idea}", FINE), rule=leverage_point)
    assert message.endswith(
        "if nobody left here, 20 more of 100 who start would complete the journey",
    )


@pytest.mark.parametrize(
    ("idea", "said"),
    [
        ("", "look for an opportunity"),
        (", opportunities: Ring her", 'see whether "Ring her", recorded here, is enough'),
        (", opportunities: {text: A, status: dropped}", "look for an opportunity"),
        (
            ", opportunities: {text: Ring her, impact: 5, effort: 2}",
            'first of all, act on "Ring her", recorded here',
        ),
        (", opportunities: {text: A, impact: 5, effort: 2, status: live}", "find out why"),
    ],
)
def test_the_help_knows_what_is_recorded(idea: str, said: str) -> None:
    (help_,) = helps(a_map(BAD + idea, FINE), rule=leverage_point)
    assert help_.startswith(said)


@pytest.mark.parametrize(
    "text",
    [
        a_map(FINE, FINE),
        a_map("emotion: -2", "emotion: 1"),
        a_map("need: A bed", "need: A bed"),
        a_map(BAD, FINE, top="state: desired"),
    ],
)
def test_calm_steps_feelings_alone_and_desired_maps_are_left_alone(text: str) -> None:
    assert messages(text, rule=leverage_point) == []


def test_at_most_five_are_told_in_the_order_of_the_journey_and_that_may_be_set() -> None:
    text = a_map(*([BAD] * 7), FINE)
    assert [line for line, *_ in findings(text, rule=leverage_point)] == [4, 5, 6, 7, 8]
    files = {".journeymap.yaml": "options: {leverage-point: {points: 2}}\n"}
    assert len(messages(text, rule=leverage_point, files=files)) == 2
    files = {".journeymap.yaml": "options: {leverage-point: {pressure: 80}}\n"}
    assert messages(text, rule=leverage_point, files=files) == []


@pytest.mark.parametrize("language", ["es", "pl"])
def test_our_own_words_are_in_one_language(language: str) -> None:
    text = a_map(BAD, FINE, top=f"language: {language}")
    (message,) = messages(text, rule=leverage_point)
    assert message.endswith(
        "importance 5, expected 4, perceived 2 of 5; feels angry; the lowest moment"
    )


def test_it_stands_for_what_others_say_of_the_step_and_weighs_as_much() -> None:
    text = a_map(f"{BAD}, leaks: 20 %, pains: Slow", FINE, "expected: 4, perceived: 2")
    rules = [rule for rule in RULES if rule.name in {*leverage_point.subsumes, "leverage-point"}]
    assert {rule.name for rule in rules} == {*leverage_point.subsumes, "leverage-point"}
    report = lint_files({MAP: text}, rules=rules)
    assert [(d.rule.name, d.start.line, d.severity) for d in report.diagnostics] == [
        ("leverage-point", 4, Severity.WARNING),
        ("unmet-expectation", 6, Severity.WARNING),
    ]


WITH_OTHERS = [rule for rule in RULES if rule.name in {*leverage_point.subsumes, "leverage-point"}]
"""It, and all that it takes in."""


def told(text: str) -> tuple[str, str]:
    """What is said and advised of the first leverage point, with what the other rules find."""
    diagnostics = lint_files({MAP: text}, rules=WITH_OTHERS).diagnostics
    found = next(each for each in diagnostics if each.rule.name == "leverage-point")
    return found.message, found.help


CHEAP = "impact: 5, effort: 1"
MOST_OF_2 = 'of 2 ideas against "Q", the gravest here, the most impact for its effort'
PAINS = (
    "[{id: p, text: P, severity: 2, probability: 2}, {id: q, text: Q, severity: 3, probability: 3}]"
)


def test_only_the_first_comes_before_anything_else() -> None:
    idea = "opportunities: {text: Ring, impact: 3, effort: 3}"
    text = a_map(f"{BAD}, {idea}", f"{BAD}, leaks: {{share: 20 %, why: late}}, {idea}", BAD)
    assert helps(text, rule=leverage_point) == [
        'act on "Ring", recorded here: the only open idea here',
        'first of all, act on "Ring", recorded here: the only open idea here',
        "look for an opportunity here, with its impact and effort",
    ]


@pytest.mark.parametrize(
    ("here", "there", "said"),
    [
        (
            f"[{{text: A, solves: p, {CHEAP}}}, {{text: B, solves: q, impact: 1, effort: 5}}]",
            "{text: C, solves: q, impact: 5, effort: 1}",
            f'act on "C", recorded at "Step 2": {MOST_OF_2}',
        ),
        (
            "[{text: A, solves: q, impact: 3, effort: 1}, {text: B, impact: 4, effort: 5}]",
            "[]",
            'act on "A", recorded here: against "Q", the gravest here',
        ),
        (
            "{text: A, solves: p, impact: 5, effort: 1}",
            "{text: C, solves: q, impact: 2, effort: 2}",
            'act on "C", recorded at "Step 2": against "Q", the gravest here',
        ),
        (
            "{text: A, solves: p, impact: 5, effort: 1}",
            "{text: C, solves: q, impact: 2, effort: 2, status: live}",
            'find out why "C", which is live, is not enough; "A", recorded here, is',
        ),
        (
            "[{text: A, solves: p, impact: 5, effort: 1}, {text: B, solves: p, impact: 1}]",
            "[]",
            'look first for what answers "Q": nothing does; "A", recorded here, is',
        ),
    ],
)
def test_the_idea_answers_the_pain_of_the_highest_risk(here: str, there: str, said: str) -> None:
    text = a_map(f"{BAD}, pains: {PAINS}, opportunities: {here}", f"{FINE}, opportunities: {there}")
    message, advice = told(text)
    assert '"Q" (major, occasional)' in message
    assert said in advice


def test_all_reasons_are_named_and_all_that_other_rules_find() -> None:
    top = (
        "channels: [Web]\nmetrics: [{id: m, name: M, kind: nps, target: 5}, "
        "{id: n, name: N, kind: nps, target: 9}]"
    )
    plain = "leaks: 20 %, pains: {text: P, severity: 3, probability: 3}, opportunities: Try"
    missed = "metrics: [{metric: m, value: 1}, {metric: n, value: 2}], instead_of: web"
    wait = "wait: {time: 8 d, announced: false}"
    message, _ = told(a_map(f"{BAD}, {plain}, {missed}, {wait}", FINE, top=top))
    assert message.partition(": ")[2].split("; ") == [
        "20 of 100 who come here leave, and nobody says why",
        "importance 5, expected 4, perceived 2 of 5",
        '"P" (major, occasional)',
        '"M" at 1, target 5 (assumed)',
        '"N" at 2, target 9 (assumed)',
        "tried first without success: Web",
        "wait of 8 days after this step, and nobody says how long",
        "feels angry",
        "the lowest moment",
        "if nobody left here, 20 more of 100 who start would complete the journey",
    ]


def test_harm_is_named_first() -> None:
    harm = "pains: {text: Falls, kind: harm, severity: 2, probability: 2}, opportunities: Hold"
    message, _ = told(a_map(f"{BAD}, {harm}", FINE))
    assert ': "Falls" (moderate, uncommon); importance 5' in message


def test_a_pain_with_semicolons_stays_in_one_piece() -> None:
    pain = "pains: {text: Letters get lost; nobody calls, severity: 2, probability: 2}"
    message, _ = told(a_map(f"{BAD}, {pain}", FINE))
    assert '"Letters get lost; nobody calls" (moderate, uncommon)' in message


@pytest.mark.parametrize("name", leverage_point.subsumes)
def test_what_it_takes_in_brings_a_phrase(name: str) -> None:
    (rule,) = (rule for rule in RULES if rule.name == name)
    subsumed: list[Finding] = []

    def collect(_: JourneyMap, context: Context) -> Iterator[Finding]:
        subsumed.extend(context.subsumed)
        return iter(())

    rules = [rule, replace(leverage_point, check=collect)]
    selection = Selection(select=(name, "leverage-point"))
    lint_files(example(rule.page, "Bad").files, rules=rules, selection=selection)
    phrases = [each.phrase for each in subsumed if step_route(each.route)]
    assert phrases
    assert all(phrases)


@pytest.mark.parametrize(
    ("ideas", "said", "silent"),
    [
        ("[]", '"Q" (major, occasional), and nothing answers it; no', "severity"),
        ("[]", '; no opportunity solves "P"; no opportunity solves "R"', 'solves "Q"'),
        ("{text: A, solves: [q, p, r]}", '; "Q" (major, occasional)', "no opportunity"),
        ("{text: A, solves: [p, r]}", '"Q" (major, occasional), and nothing', "no opp"),
        (
            "{text: A, solves: q}",
            '; no opportunity solves "P"; no opportunity solves "R"',
            "nothing answers",
        ),
        ("{text: A, solves: q, status: dropped}", "and nothing answers it;", '"A"'),
        ("{text: A, solves: [[q]]}", '; "Q" (major, occasional)', "no opportunity"),
    ],
)
def test_pains_that_no_opportunity_solves_are_told_with_the_step(
    ideas: str, said: str, silent: str
) -> None:
    pains = f"{PAINS[:-1]}, {{id: r, text: R}}]"
    others = "pains: [A, B, C, D], opportunities: {text: All, solves: [a, b, c, d]}"
    text = a_map(f"{BAD}, pains: {pains}, opportunities: {ideas}", f"{FINE}, {others}", FINE)
    names = {"leverage-point", "pain-without-opportunity", "unrecovered-failure"}
    report = lint_files({MAP: text}, rules=[rule for rule in RULES if rule.name in names])
    (found,) = [d for d in report.diagnostics if d.route]
    assert found.rule.name == "leverage-point"
    assert said in found.message
    assert silent not in found.message


@pytest.mark.parametrize("rules", [{"severe-harm"}, {"pain-without-opportunity"}, set()])
def test_a_severe_harm_that_nothing_answers_is_told_by_whatever_rule_runs(rules: set[str]) -> None:
    harm = "pains: [{text: Twice, kind: harm, severity: 3, probability: 3}, Slow, Dear]"
    others = "pains: Far, opportunities: [A, B, C, D]"
    text = a_map(f"{BAD}, {harm}, opportunities: {{text: A, solves: [slow, dear]}}", others)
    ran = [rule for rule in RULES if rule.name in {"leverage-point", *rules}]
    told = [d.rule.name for d in lint_files({MAP: text}, rules=ran).diagnostics]
    assert sorted(told) == sorted({"leverage-point", *rules})


def test_the_undeclared_moment_is_told_by_its_leverage_point_and_else_by_itself() -> None:
    rules = [r for r in RULES if r.name in {"leverage-point", "undeclared-moment-of-truth"}]
    report = lint_files({MAP: a_map(BAD, TRUSTS)}, rules=rules)
    (told,) = report.diagnostics
    assert (told.rule.name, told.takes_in) == ("leverage-point", ("JM902",))
    assert "it is not declared a moment of truth" in told.message
    mild = a_map("importance: 5, perceived: 3, emotion: pleased", FINE, TRUSTS)
    names = [d.rule.name for d in lint_files({MAP: mild}, rules=rules).diagnostics]
    assert names == ["undeclared-moment-of-truth"]


@pytest.mark.parametrize(
    ("steps", "said"),
    [
        (
            ["", BAD, ", next: {to: step-1, share: 9 %}"],
            'engagement falls back from the level "interact" to "communicate"',
        ),
        (["engage", BAD, ""], 'engagement falls back from the level "engage" to "interact"'),
        (["interact", BAD, ""], None),
    ],
)
def test_a_fall_of_engagement_is_told_with_its_leverage_point(
    steps: list[str], said: str | None
) -> None:
    before, here, way = steps
    first = f"{FINE}, engagement: {before or 'communicate'}"
    text = a_map(first, f"{here}, engagement: interact{way}")
    rules = [rule for rule in RULES if rule.name in {"leverage-point", "engagement-falls"}]
    (found,) = lint_files({MAP: text}, rules=rules).diagnostics
    assert found.rule.name == "leverage-point"
    assert ("engagement falls" in found.message) is bool(said)
    assert (said or "") in found.message


def test_an_ending_is_left_to_its_own_rule() -> None:
    text = a_map(FINE, f"{BAD}, pains: {PAINS}")
    names = {"leverage-point", "bad-ending"}
    report = lint_files({MAP: text}, rules=[rule for rule in RULES if rule.name in names])
    said: dict[str, str] = {d.rule.name: d.message for d in report.diagnostics}
    assert set(said) == names
    assert "lowest moment" not in said["leverage-point"]
    assert "ends badly" not in said["leverage-point"]


def test_what_is_told_does_not_hang_on_the_weights() -> None:
    weights = "{flow-gain: 0, expectation-gap: 0, unmet-need: 0, effort: 1}"
    text = a_map(f"{BAD}, leaks: 20 %, wait: 8 d", FINE)
    files = {MAP: text, ".journeymap.yaml": f"leverage: {{weights: {weights}}}\n"}
    (message,) = (each.message for each in lint_files(files, rules=WITH_OTHERS).diagnostics)
    facts = message.partition(": ")[2].split("; ")
    assert "feels angry" in facts[1:]
    assert "importance 5, expected 4, perceived 2 of 5" in facts
    assert "20 of 100 who come here leave, and nobody says why" in facts[1:]


def test_others_who_expected_more_are_named() -> None:
    expected = "importance: 5, expected: {ann: 4, bob: 5}, perceived: {ann: 2, bob: 1}, emotion: -2"
    top = "persona: ann\npersonas: {id: ann, name: Ann}\nstakeholders: {id: bob, name: Bob}"
    message, _ = told(a_map(f"{expected}, with: bob", FINE, top=top))
    assert "; Bob: expected 5, perceived 1 of 5" in message


def test_figures_that_rest_on_assumptions_in_part_are_called_so() -> None:
    top = "evidence: [{id: s, kind: survey, n: 200}, {id: a, kind: assumption}]"
    assert "assumed" not in told(a_map(f"{BAD}, evidence: s", FINE, top=top))[0]
    assert "on assumed figures" in told(a_map(f"{BAD}, evidence: [s, a]", FINE, top=top))[0]


@pytest.mark.parametrize(
    ("answer", "names"),
    [
        ("opportunities: {text: One list, impact: 4, effort: 2}", ["leverage-point"]),
        ("note: none", ["leverage-point", "severe-harm"]),
    ],
)
def test_a_harm_is_told_once_and_by_itself_where_nothing_answers_it(
    answer: str, names: list[str]
) -> None:
    harm = "pains: {text: Twice, kind: harm, severity: 4, probability: 3}"
    rules = [rule for rule in RULES if rule.name in {"severe-harm", "leverage-point"}]
    report = lint_files({MAP: a_map(f"{BAD}, {harm}, {answer}", FINE)}, rules=rules)
    assert sorted(d.rule.name for d in report.diagnostics) == names
    (found,) = [d for d in report.diagnostics if d.rule.name == "leverage-point"]
    phrase = '"Twice" (catastrophic, occasional)'
    assert found.reasons[0] == f"{phrase}{' may do severe harm' if len(names) == 1 else ''}"


BETWEEN = (
    "handoff: {to: gp, needs: [Letter, Age], carries: Age}",
    "leaks: {share: 20 %, to: Elsewhere}",
    "wait: {time: 9 d, announced: false}",
)


@pytest.mark.parametrize("format_", ["github", "json", "full"])
def test_waits_leaks_and_papers_that_are_taken_in_keep_their_lines(format_: str) -> None:
    fields = "\n    ".join(("action: Step 2", *BAD.split(", "), *BETWEEN))
    text = (
        "journeymap: 1\ntitle: Clinic\nstatus: review\nstakeholders:\n"
        "  - {id: gp, name: GP, kind: clinician}\nsteps:\n"
        f"  - {{action: Step 1, {FINE}}}\n  - {fields}\n  - {{action: Step 3, actor: gp}}\n"
    )
    report = lint_files({MAP: text})
    (point,) = (d for d in report.diagnostics if d.rule.name == "leverage-point")
    lines = text.splitlines()
    kept = [
        (lines[place.start.line - 1].split(":")[0].strip(), place.code) for place in point.related
    ]
    assert kept == [("handoff", "JM402"), ("leaks", "JM601"), ("wait", "JM603")]
    assert {"JM402", "JM601", "JM603"} <= {*point.takes_in}
    assert {"incomplete-handoff", "leak", "silent-wait"}.isdisjoint(
        d.rule.name for d in report.diagnostics
    )
    module = import_module(f"journeymap.report.formats.{format_}")
    written = module.render(report, ReportOptions(colour=False))
    for place in point.related:
        said = place.message.replace("%", "%25") if format_ == "github" else place.message
        assert said.replace('"', '\\"' if format_ == "json" else '"') in written
        if format_ == "github":
            assert f"::notice file={MAP},line={place.start.line}," in written
