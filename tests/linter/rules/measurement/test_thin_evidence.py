"""What a map rests on: thin-evidence, no-customer-voice."""

import pytest
from tests.linter.linting import MAP, findings, lint_files, messages

from journeymap.linter.profiles import Selection
from journeymap.linter.rules.measurement.no_customer_voice import no_customer_voice
from journeymap.linter.rules.measurement.thin_evidence import thin_evidence
from journeymap.model.journey import Status


def resting(evidence: str, *, steps: str = "", top: str = "") -> str:
    claims = (
        "  - {action: a, emotion: sad, perceived: 2, pains: p, evidence: e}\n"
        "  - {action: b, emotion: sad, pains: q, evidence: e}\n"
    )
    return f"title: A\n{top}evidence: [{evidence}]\nsteps:\n{claims}{steps}"


@pytest.mark.parametrize(
    ("evidence", "said"),
    [
        ("{id: e, kind: interview, n: 1}", "n = 1"),
        ("{id: e, kind: diary, n: 3}", "n = 3"),
        ("{id: e, kind: observation, n: 2}", "n = 2"),
        ("{id: e, kind: interview, n: 4}", ""),
        ("{id: e, kind: interview}", ""),
        ("{id: e, kind: workshop, n: 1}", ""),
        ("{id: e, kind: literature, n: 1}", ""),
        ("{id: e, kind: assumption, n: 1}", ""),
    ],
)
def test_one_source_of_few_people_behind_most_claims(evidence: str, said: str) -> None:
    wanted = [f'5 of 5 claims with evidence rest on "e" alone ({said})'] if said else []
    assert messages(resting(evidence), rule=thin_evidence) == wanted


@pytest.mark.parametrize(
    ("steps", "is_told"),
    [
        ("  - {action: c, emotion: sad, pains: [x, y], evidence: f}\n", True),
        ("  - {action: c, emotion: sad, pains: [x, y, z, w], evidence: f}\n", False),
        ("  - {action: c, emotion: sad, pains: [x, y, z, w], evidence: [e, f]}\n", False),
        ("  - {action: c, emotion: sad, pains: [x, y, z, w]}\n", True),
    ],
)
def test_more_than_half_of_the_claims_with_evidence(steps: str, is_told: bool) -> None:
    text = resting("{id: e, kind: interview, n: 2}, {id: f, kind: survey, n: 400}", steps=steps)
    assert bool(messages(text, rule=thin_evidence)) == is_told


def test_fewer_than_four_claims_say_nothing_of_most_and_a_desired_map_is_not_asked() -> None:
    step = "{action: a, emotion: sad, evidence: e}"
    few = f"title: A\nevidence: {{id: e, kind: interview, n: 2}}\nsteps: {step}\n"
    assert messages(few, rule=thin_evidence) == []
    desired = resting("{id: e, kind: interview, n: 2}", top="state: desired\n")
    assert messages(desired, rule=thin_evidence) == []


@pytest.mark.parametrize(
    ("evidence", "leak", "is_told"),
    [
        ("{id: e, kind: interview, n: 14}", "share: 8 %", True),
        ("{id: e, kind: survey, n: 12}", "share: 8 %", True),
        ("{id: e, kind: survey, n: 200}", "share: 8 %", False),
        ("{id: e, kind: interview}", "share: 8 %", False),
        (
            "{id: e, kind: interview, n: 14}, {id: r, kind: records}",
            "share: 8 %, evidence: r",
            False,
        ),
        ("{id: e, kind: interview, n: 14}", "share: 100 %", False),
        ("{id: e, kind: interview, n: 14}", "to: b", False),
    ],
)
def test_a_share_on_a_handful_of_people(evidence: str, leak: str, is_told: bool) -> None:
    step = f"{{action: a, evidence: e, leaks: {{{leak}}}}}"
    text = f"title: A\nevidence: [{evidence}]\nsteps:\n  - {step}\n  - b\n"
    told = [each for each in messages(text, rule=thin_evidence) if "too few" in each]
    assert bool(told) == is_told


def test_shares_on_the_same_people_are_one_finding() -> None:
    text = (
        "title: A\nevidence: [{id: e, name: Six talks, kind: interview, n: 6}]\nsteps:\n"
        "  - {action: a, evidence: e, leaks: {share: 8 %}}\n"
        "  - {action: b, evidence: e, next: {to: a, share: 10 %}}\n  - c\n"
    )
    assert findings(text, rule=thin_evidence) == [
        (
            4,
            37,
            '8 % at "a" and 10 % at "b" rest on "Six talks" (n = 6): too few to tell a share',
        )
    ]


def test_the_largest_loss_on_an_assumption_is_told_whatever_the_moment() -> None:
    text = (
        "title: A\nevidence: [{id: g, kind: assumption}, {id: r, kind: records}]\nsteps:\n"
        "  - {action: a, evidence: r, leaks: {share: 10 %}}\n"
        "  - {action: b, evidence: g, leaks: {share: 20 %}}\n  - c\n"
    )
    assert messages(text, rule=thin_evidence) == [
        'the largest loss of the map, 18 of 100 at "b", is assumed'
    ]
    assert messages(text.replace("evidence: g", "evidence: r"), rule=thin_evidence) == []
    assert messages(text.replace("20 %", "8 %"), rule=thin_evidence) == []
    declared = text.replace("evidence: g,", "moment: truth, evidence: g,")
    assert len(messages(declared, rule=thin_evidence)) == 1
    report = lint_files({MAP: declared}, selection=Selection(profile=Status.PUBLISHED))
    codes = {each.rule.code for each in report.diagnostics}
    assert "JM706" in codes  # which says it then
    assert "JM714" not in codes


@pytest.mark.parametrize(
    ("way", "told"),
    [
        ("{to: end, share: 20 %, counts: lost}", 1),
        ("{to: end, share: 20 %, counts: lost, evidence: r}", 0),
        ("{to: end, share: 20 %, counts: completed}", 0),
        ("{to: end, share: 4 %, counts: lost}", 0),
    ],
)
def test_a_lost_end_may_be_the_largest_loss(way: str, told: int) -> None:
    text = (
        "title: A\nevidence: [{id: g, kind: assumption}, {id: r, kind: records}]\nsteps:\n"
        f"  - {{action: a, evidence: g, next: [{way}, {{to: b}}]}}\n  - b\n"
    )
    assert len(messages(text, rule=thin_evidence)) == told


@pytest.mark.parametrize(
    ("evidence", "is_told"),
    [
        ("kind: workshop", True),
        ("kind: analytics", True),
        ("kind: records", True),
        ("kind: interview, from: staff", True),
        ("kind: survey, from: team", True),
        ("name: Interviews with staff, kind: interview", True),
        ("name: Entrevistas al equipo, kind: interview", True),
        ("name: Wywiady z pracownikami, kind: interview", True),
        ("kind: interview", False),
        ("kind: survey", False),
        ("kind: complaint", False),
        ("kind: diary", False),
        ("kind: review", False),
        ("kind: observation", False),
        ("kind: workshop, from: customer", False),
        ("name: Interviews with staff, kind: interview, from: customer", False),
        ("kind: records, from: family", False),
        ("kind: literature", False),
        ("kind: assumption", False),
        ("name: Something", False),
    ],
)
def test_whose_voice_a_map_rests_on(evidence: str, is_told: bool) -> None:
    text = f"title: A\nevidence: [{{id: e, {evidence}}}]\nsteps: {{action: a, evidence: e}}\n"
    assert bool(messages(text, rule=no_customer_voice)) == is_told


def test_evidence_that_nothing_names_is_nobodys_voice() -> None:
    text = (
        "title: A\nevidence: [{id: e, kind: workshop}, {id: i, kind: interview}]\n"
        "steps: {action: a, evidence: e}\n"
    )
    assert findings(text, rule=no_customer_voice) == [
        (2, 1, 'no customer was asked or watched: the map rests on "e"')
    ]
    assert messages(text.replace("steps", "based_on: i\nsteps"), rule=no_customer_voice) == []
    assert messages(f"state: desired\n{text}", rule=no_customer_voice) == []


LONE = "{id: e, kind: interview, n: 1}, {id: m, kind: survey, n: 80}"
MANY = "".join(f"  - {{action: s{i}, emotion: sad, pains: p, evidence: m}}\n" for i in range(5))


@pytest.mark.parametrize(
    ("lone", "steps", "said"),
    [
        (LONE, "{action: a, emotion: sad, evidence: e}", '"a" rests'),
        (LONE, "{action: a, pains: {text: p, evidence: e}, evidence: m}", '"a" rests'),
        (LONE, "{action: a, metrics: {metric: nps, value: 3, evidence: e}}", '"Recommendation"'),
        (LONE, "{action: a, emotion: sad, evidence: [e, m]}", ""),
        (LONE, "{action: a, need: Help, evidence: e}", ""),
        (LONE.replace("n: 1", "n: 2"), "{action: a, emotion: sad, evidence: e}", ""),
        (LONE.replace("n: 1", "n: 1, population: 1"), "{action: a, emotion: 1, evidence: e}", ""),
        (LONE.replace("interview", "workshop"), "{action: a, emotion: sad, evidence: e}", ""),
        (LONE, "{action: a, emotion: flabberwocky, evidence: e}", ""),
    ],
)
def test_what_rests_on_one_person_is_told_once_a_source(lone: str, steps: str, said: str) -> None:
    text = (
        f"title: A\nevidence: [{lone}]\nmetrics: [{{id: nps, name: Recommendation, kind: nps}}]\n"
        f"steps:\n{MANY}  - {steps}\n"
    )
    told = messages(text, rule=thin_evidence)
    assert len(told) == bool(said)
    assert all(said in each and each.endswith('"e" alone (n = 1)') for each in told)


def test_one_person_behind_most_is_told_in_one_finding() -> None:
    assert len(messages(resting("{id: e, kind: interview, n: 1}"), rule=thin_evidence)) == 1


def test_a_word_of_feeling_that_nobody_knows_hides_no_other_step() -> None:
    steps = (
        "  - {action: x, emotion: sad, evidence: e}\n  - {action: y, emotion: zzz, evidence: m}\n"
    )
    text = f"title: A\nevidence: [{LONE}]\nsteps:\n{MANY}{steps}"
    assert [each for each in messages(text, rule=thin_evidence) if '"x"' in each]


VOICES = (
    "title: A\nbased_on: talks\nevidence: [{id: talks, kind: interview}, "
    "{id: room, kind: workshop}, "
    "{id: desk, kind: interview, from: staff}, {id: clicks, kind: analytics}, "
    "{id: files, kind: records}, {id: guess, kind: assumption},\n"
    "  {id: cards, kind: records, from: customer}]\nsteps:\n  - {action: a"
)


@pytest.mark.parametrize(
    ("step", "is_told"),
    [
        ("moment: truth, emotion: sad, evidence: room", True),
        ("moment: truth, perceived: 2, evidence: desk", True),
        ("moment: critical, emotion: sad, evidence: [room, desk]", True),
        ("moment: truth, emotion: flabberwocky, evidence: room", True),
        ("moment: truth, emotion: sad, evidence: [room, talks]", False),
        ("moment: truth, perceived: {value: 2, evidence: talks}, evidence: room", False),
        ("moment: truth, emotion: sad", False),
        ("moment: truth, emotion: sad, evidence: guess", False),
        ("moment: truth, need: Help, evidence: room", False),
        ("emotion: sad, evidence: room", False),
    ],
)
def test_a_moment_that_is_the_word_of_the_house(step: str, is_told: bool) -> None:
    told = [
        (line, said) for line, _, said in findings(f"{VOICES}, {step}}}\n", rule=no_customer_voice)
    ]
    words = 'how the persona takes "a", a declared moment, is the word of the house alone'
    assert told == ([(6, words)] if is_told else [])


@pytest.mark.parametrize(
    ("step", "said"),
    [
        ("emotion: sad, evidence: clicks", "felt"),
        ("perceived: 2, evidence: files", "rated"),
        ("emotion: sad, evidence: [clicks, files]", "felt"),
        ("emotion: sad, expected: 3, evidence: clicks", "felt or rated"),
        ("emotion: sad, evidence: [clicks, talks]", ""),
        ("perceived: {value: 2, evidence: talks}, evidence: clicks", ""),
        ("emotion: sad, evidence: cards", ""),
        ("emotion: sad, evidence: [clicks, guess]", ""),
        ("leaks: {share: 20 %}, wait: 3 days, evidence: clicks", ""),
    ],
)
def test_figures_tell_no_feelings(step: str, said: str) -> None:
    words = f'what is {said} at "a" rests on figures and records alone, which tell no feelings'
    assert messages(f"{VOICES}, {step}}}\n", rule=no_customer_voice) == ([words] if said else [])


def test_figures_that_tell_no_feelings_are_told_once_a_map() -> None:
    other = "  - {action: b, emotion: 1, evidence: files}\n"
    text = f"{VOICES}, emotion: sad, evidence: clicks}}\n{other}"
    (told,) = messages(text, rule=no_customer_voice)
    assert '"a" and "b"' in told
    assert messages(f"state: desired\n{text}", rule=no_customer_voice) == []


@pytest.mark.parametrize(
    ("n", "rated", "told"),
    [
        ("n: 7", 4, "all 4 ratings rest on 7 people or fewer"),
        ("n: 19", 4, "all 4 ratings rest on 19 people or fewer"),
        ("n: 20", 4, ""),
        ("n: 7", 3, ""),
        ("date: 2026-05", 4, ""),
    ],
)
def test_ratings_of_a_handful_are_told_once_a_map(n: str, rated: int, told: str) -> None:
    steps = "".join(f"  - {{action: A{i}, perceived: 3, evidence: talks}}\n" for i in range(rated))
    text = f"title: A\nevidence: [{{id: talks, kind: interview, {n}}}]\nsteps:\n{steps}"
    said = messages(text, rule=thin_evidence)
    assert [each.partition(":")[0] for each in said] == ([told] if told else [])
