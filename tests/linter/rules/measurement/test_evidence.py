"""Rules about evidence: unevidenced-claim, assumption-only, stale-evidence, small-sample,
one-sided-evidence.
"""

from datetime import date

import pytest
from tests.linter.linting import findings, messages

from journeymap.linter.rules.measurement.assumption_only import assumption_only
from journeymap.linter.rules.measurement.one_sided_evidence import one_sided_evidence
from journeymap.linter.rules.measurement.small_sample import small_sample
from journeymap.linter.rules.measurement.stale_evidence import stale_evidence
from journeymap.linter.rules.measurement.unevidenced_claim import unevidenced_claim


def a_map(*steps: str, top: str = "", stages: bool = False) -> str:
    listed = "".join(f"  - {{{step}}}\n" for step in steps)
    return f"title: A\n{top}{'stages' if stages else 'steps'}:\n{listed}"


BACKED = "action: b, emotion: sad, evidence: e"


@pytest.mark.parametrize(
    ("claim", "said"),
    [
        ("emotion: sad", "an emotion"),
        ("importance: 3, perceived: 1, emotion: sad", "an emotion and a rating"),
        ("expected: {rating: 2}", "a rating"),
        ("pains: [p, q, {text: r, evidence: e}]", "2 pains"),
        ("pains: p, emotion: {x: sad}", "an emotion and a pain"),
    ],
)
def test_what_a_step_claims_is_named(claim: str, said: str) -> None:
    text = a_map(f"action: a, {claim}", BACKED)
    assert findings(text, rule=unevidenced_claim) == [
        (3, 14, f'"a" states {said} without evidence')
    ]


@pytest.mark.parametrize(
    "claim",
    [
        "need: x",
        "expected: a call",
        "pains: {text: p, evidence: e}",
        "evidence: e, pains: p",
        "perceived: {rating: 2, evidence: e}, expected: {text: soon, rating: 4, evidence: e}",
    ],
)
def test_what_is_no_claim_or_has_evidence_of_its_own_is_left_alone(claim: str) -> None:
    assert messages(a_map(f"action: a, {claim}"), rule=unevidenced_claim) == []
    desired = a_map("action: a, emotion: sad", top="state: desired\n")
    assert messages(desired, rule=unevidenced_claim) == []


def test_most_of_the_steps_that_claim_something_are_gathered_at_the_map_or_the_stage() -> None:
    bare, silent = "action: a, emotion: sad", "action: n"
    said = "steps that state an emotion, a quote, a rating or a pain name no evidence"
    assert findings(a_map(bare, bare, silent, silent, silent), rule=unevidenced_claim) == [
        (1, 1, f'both {said}: "a" and "a"')
    ]
    stages = f"name: S, steps: [{{{bare}}}, {{{bare}}}]", f"name: T, steps: [{{{BACKED}}}, x]"
    text = a_map(*stages, f"name: U, steps: [{{{BACKED}}}, {{{BACKED}}}]", stages=True)
    assert findings(text, rule=unevidenced_claim) == [(3, 12, f'both {said}: "a" and "a"')]


ITEMS = "evidence: [{id: guess, kind: assumption}, {id: talk, name: Talks, kind: interview}]\n"


def moments(*steps: str, top: str = "") -> list[tuple[int, int, str]]:
    return findings(a_map(*steps, top=ITEMS + top), rule=assumption_only)


def test_a_moment_without_evidence_or_with_assumptions_is_told_at_the_moment() -> None:
    sound = "action: s, moment: truth, evidence: talk"
    assert moments("action: a, moment: critical", sound) == [
        (4, 25, '"a" is declared a critical moment and has no evidence')
    ]
    [(*_, message)] = moments(
        "action: a, moment: [truth, trust-inflection], evidence: guess", sound
    )
    assert message == (
        '"a" is declared a moment of truth and the trust inflection point and rests on "guess" '
        "alone, which is assumed"
    )


@pytest.mark.parametrize(
    "step",
    [
        "action: a, evidence: guess",
        "action: a, moment: truth, evidence: [guess, talk]",
        "action: a, moment: truth, pains: {text: p, evidence: talk}",
        "action: a, moment: truth, evidence: [[talk]]",
        "action: a, moment: truth, evidence: guess, perceived: {rating: 2, evidence: talk}",
        "action: a, moment: truth, leaks: {share: 8 %, evidence: talk}",
        "action: a, moment: truth, wait: {time: 2 weeks, evidence: talk}",
    ],
)
def test_evidence_of_the_step_a_pain_or_a_figure_is_enough(step: str) -> None:
    assert moments(step) == []


def test_what_the_map_is_based_on_does_not_count_and_a_desired_map_is_not_asked() -> None:
    assert len(moments("action: a, moment: truth", top="based_on: talk\n")) == 1
    assert moments("action: a, moment: truth", top="state: desired\n") == []


def test_most_of_the_moments_are_gathered() -> None:
    step = "action: a, moment: truth"
    assert moments(step, step, step, "action: s, moment: truth, evidence: talk") == [
        (1, 1, '3 of 4 declared moments rest on assumptions alone: "a", "a" and "a"')
    ]


def stale(item: str, today: date = date(2026, 11, 23)) -> list[str]:
    text = f"evidence: {{{item}}}\ntitle: A\nsteps: [a]\n"
    return [said for *_, said in findings(text, rule=stale_evidence, today=today)]


def test_evidence_is_stale_after_24_months() -> None:
    item = "id: e, kind: survey, date: 2024-11-23"
    assert stale(item) == []
    assert stale(item, date(2026, 11, 24)) == ['the evidence "e" is 24 months old']


@pytest.mark.parametrize(
    "item",
    ["id: e, kind: literature, date: 1999-01", "id: e, kind: survey", "id: e, date: 2027-01"],
)
def test_literature_and_what_has_no_date_or_one_to_come_are_left_alone(item: str) -> None:
    assert stale(item) == []


def test_stale_evidence_of_a_library_is_told_in_the_library_with_or_without_a_name() -> None:
    text = "evidence:\n  - {name: Talks, date: 2020}\n  - {kind: survey, date: 2020-01}\n"
    found = findings(text, rule=stale_evidence, name="w.library.yaml")
    assert [(line, said) for line, _, said in found] == [(3, "this evidence is 81 months old")]


SURVEY = "evidence: {id: s, name: Survey, kind: survey, n: %s}\n"


def sample(n: str, step: str = "importance: 3, evidence: s", survey: str = SURVEY) -> list[str]:
    text = a_map(f"action: a, {step}", f"action: b, {step}", top=survey % n)
    return messages(text, rule=small_sample)


def test_a_survey_needs_a_hundred_answers_and_is_told_of_once() -> None:
    assert sample("89") == ['"Survey" has 89 answers; a score needs 100 or more']
    assert sample("1") == ['"Survey" has 1 answer; a score needs 100 or more']
    assert sample("90") == []


@pytest.mark.parametrize(
    "step", ["emotion: sad, evidence: s", "expected: a call, evidence: s", "perceived: 2"]
)
def test_only_ratings_and_values_need_many(step: str) -> None:
    assert sample("9", step) == []


def test_a_figure_leans_on_its_own_evidence_else_on_that_of_its_step_else_of_its_map() -> None:
    two = SURVEY % 9 + "based_on: s\n"
    own = "importance: {rating: 3, evidence: s}"
    assert len(sample("9", own)) == 1
    talks = "evidence: [{id: s, kind: survey, n: 9}, {id: t, kind: interview}]\n"
    of_step = a_map("action: a, evidence: s, perceived: {rating: 2, evidence: t}", top=talks)
    assert messages(of_step, rule=small_sample) == []
    assert len(messages(a_map("action: a, perceived: 2", top=two), rule=small_sample)) == 1


def test_interviews_and_a_survey_that_does_not_say_how_many_are_left_alone() -> None:
    assert sample("9", survey=SURVEY.replace("survey", "interview")) == []
    assert sample("''") == []


def test_a_survey_of_a_library_behind_a_value_is_told_where_it_is_named() -> None:
    text = a_map(
        "action: a",
        top="uses: w.library.yaml\nreadings: [{metric: m, value: 4, evidence: s}, {metric: o}]\n",
    )
    files = {"w.library.yaml": SURVEY % 20}
    [(line, column, _)] = findings(text, rule=small_sample, files=files)
    assert (line, text.splitlines()[2][column - 1]) == (3, "s")


def sides(*items: str, top: str = "") -> list[tuple[int, int, str]]:
    ids = [f"e{i}" for i in range(len(items))]
    listed = "".join(f"  - {{id: {i}, {item}}}\n" for i, item in zip(ids, items, strict=True))
    text = f"title: A\n{top}based_on: [{', '.join(ids)}]\nevidence:\n{listed}steps: [a]\n"
    return findings(text, rule=one_sided_evidence)


def test_one_side_is_told_at_the_evidence() -> None:
    [(line, column, _)] = sides("kind: survey", "kind: literature, method: quantitative")
    assert (line, column) == (3, 1)
    [(*_, said)] = sides("kind: interview", "kind: observation", "kind: assumption")
    assert said.startswith("all evidence of the map is qualitative")
    assert '"e0" and "e1"' in said
    [(*_, said)] = sides("kind: interview, method: quantitative", "kind: analytics")
    assert said.startswith("all evidence of the map is quantitative")


@pytest.mark.parametrize(
    "items",
    [
        ("kind: interview", "kind: survey"),
        ("kind: interview", "kind: literature"),
        ("kind: assumption", "kind: assumption"),
        ("kind: interview", "kind: [survey]"),
        (),
    ],
)
def test_both_sides_an_unknown_one_and_none_are_left_alone(items: tuple[str, ...]) -> None:
    assert sides(*items) == []


def test_evidence_that_the_map_does_not_name_does_not_count_and_desired_maps_are_not_asked() -> (
    None
):
    text = "title: A\nevidence: [{id: e, kind: interview}, {id: f, kind: survey}]\n"
    assert messages(f"{text}based_on: e\nsteps: [a]\n", rule=one_sided_evidence) != []
    assert messages(f"{text}steps: [a]\n", rule=one_sided_evidence) == []
    assert sides("kind: interview", top="state: desired\n") == []


def test_evidence_of_a_library_is_told_at_the_first_line() -> None:
    files = {"w.library.yaml": "evidence: {id: e, kind: interview}\n"}
    text = "title: A\nuses: w.library.yaml\nsteps: {action: a, evidence: e}\n"
    [(line, column, _)] = findings(text, rule=one_sided_evidence, files=files)
    assert (line, column) == (1, 1)
