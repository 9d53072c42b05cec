"""Several personas who go one journey: how they are written, and whose a value is."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.analysis.reading import analyse
from tests.linter.linting import findings, helps, messages

from journeymap.linter.rules.completeness.missing_need import missing_need
from journeymap.linter.rules.completeness.missing_persona import missing_persona
from journeymap.linter.rules.form.invalid_value import invalid_value
from journeymap.linter.rules.references.absent_feeling import absent_feeling
from journeymap.linter.rules.references.unknown_reference import unknown_reference
from journeymap.linter.rules.references.unreachable_step import unreachable_step
from journeymap.model.journey_map import JourneyMap
from journeymap.testing import lint_files

PEOPLE = """\
personas: [{id: dan, name: Dan, share: 60 %}, {id: ruth, name: Ruth, share: 20 %}]
stakeholders:
  - {id: clerk, name: Clerk, kind: staff}
  - {id: husband, name: Her husband, kind: family}
"""
CLAIM = f"""\
title: A claim
persona: [dan, ruth]
{PEOPLE}\
steps:
  - action: Fills in the form
    need: To be believed
    emotion: {{dan: pleased, ruth: anxious}}
    channel: {{dan: web, ruth: [paper, phone]}}
    duration: {{dan: 20 min, ruth: 2 h}}
    wait: {{dan: 2 weeks, ruth: {{time: 6 weeks, announced: true}}}}
    leaks: [{{share: {{dan: 6 %, ruth: 21 %}}, why: too long}}]
  - {{action: Phones, only: ruth, emotion: worried, with: clerk, need: {{ruth: An answer}}}}
  - {{action: Is paid, wait: {{dan: 1 day, ruth: 1 day}}, need: Rent}}
"""


def journey(text: str) -> JourneyMap:
    return analyse(text).journey_map


@pytest.fixture(scope="module")
def claim() -> JourneyMap:
    return journey(CLAIM)


def test_the_first_is_the_protagonist(claim: JourneyMap) -> None:
    assert claim.persona_ids == ("dan", "ruth")
    assert (claim.journey.persona, claim.persona_id) == ("dan", "dan")
    assert claim.persona_weights == pytest.approx({"dan": 0.75, "ruth": 0.25})


@pytest.mark.parametrize("shares", [("", ""), (", share: 10 %", ""), (", share: 0", "")])
def test_without_all_shares_they_count_alike(shares: tuple[str, str]) -> None:
    first, second = shares
    people = f"[{{id: a, name: A{first}}}, {{id: b, name: B{second}}}]"
    text = f"title: T\npersona: [a, b]\npersonas: {people}\nsteps: [C]\n"
    assert journey(text).persona_weights == {"a": 0.5, "b": 0.5}


def test_a_plain_value_is_everybodys_and_a_mapping_tells_them_apart(claim: JourneyMap) -> None:
    form, phones, paid = claim.steps
    assert claim.by_person(form.step.need, form) == dict.fromkeys(("dan", "ruth"), "To be believed")
    assert {who: each.value for who, each in claim.by_person(form.step.emotion, form).items()} == {
        "dan": 1,
        "ruth": -1,
    }
    assert form.step.channel == ("web", "paper", "phone"), "all that any of them takes"
    assert form.step.channels == {"dan": ("web",), "ruth": ("paper", "phone")}
    assert (form.step.wait, form.step.duration, form.step.leaks[0].share) == (None, None, None)
    assert form.step.waits["ruth"].announced
    assert form.step.leaks[0].shares == {"dan": 0.06, "ruth": 0.21}
    assert list(claim.by_person(phones.step.emotion, phones)) == ["ruth"], "Dan passes over it"
    assert claim.present(phones) == ("ruth", "clerk")
    assert paid.step.wait is not None, "all say the same of it"
    assert paid.step.wait.time.days == 1


def test_only_a_persona_is_told_apart_or_alone_at_a_step() -> None:
    assert messages(CLAIM, rule=unknown_reference) == []
    told = [
        CLAIM.replace("only: ruth", "only: clerk"),
        CLAIM.replace("wait: {dan: 2 weeks", "wait: {clerk: 2 weeks"),
        CLAIM.replace("share: {dan: 6 %", "share: {clerk: 6 %"),
        CLAIM.replace("channel: {dan: web", "channel: {clerk: web"),
    ]
    assert [messages(text, rule=unknown_reference) for text in told] == [
        ["`clerk` takes part, and is no persona of this map: `only` names personas"],
        *[["`clerk` is a person, not a persona"]] * 3,
    ]


@pytest.mark.parametrize(
    ("field", "value", "place"),
    [
        ("leaks: [{share: {dan: 6 %", "leaks: [{share: {dan: 600 %", (14, 27)),
        ("wait: {dan: 2 weeks", "wait: {dan: soon", (13, 17)),
        ("duration: {dan: 20 min", "duration: {dan: -1", (12, 21)),
        ("channel: {dan: web", "channel: {dan: [[web]]", (11, 21)),
    ],
)
def test_a_wrong_value_of_one_of_them_is_told_where_it_stands(
    field: str, value: str, place: tuple[int, int]
) -> None:
    assert field in CLAIM
    told = findings(CLAIM.replace(field, value), rule=invalid_value)
    assert [each[:2] for each in told] == [place]


def test_several_and_nobody_chosen_is_one_finding_at_the_personas() -> None:
    text = CLAIM.replace("persona: [dan, ruth]\n", "")
    assert [each[:2] for each in findings(text, rule=missing_persona)] == [(2, 1)]
    assert helps(text, rule=missing_persona) == [
        "add persona: dan or ruth; or several who go the same way: persona: [dan, ruth]"
    ]
    assert findings(text, rule=absent_feeling) == []


def test_one_who_is_not_chosen_may_be() -> None:
    text = CLAIM.replace("persona: [dan, ruth]", "persona: dan").replace("only: ruth", "only: dan")
    said = helps(text, rule=absent_feeling)
    assert said[0] == "write persona: [dan, ruth] at the top if they go the same journey"


@pytest.mark.parametrize(
    ("line", "told"), [("{clerk: bored}", 1), ("{husband: sad}", 0), ("{dan: sad}", 1), ("sad", 0)]
)
def test_a_feeling_from_elsewhere_is_a_note_and_none_of_family(line: str, told: int) -> None:
    text = f"{CLAIM}  - {{action: Hears, only: ruth, emotion: {line}}}\n"
    assert len(findings(text, rule=absent_feeling)) == told


def test_a_need_that_one_of_them_lacks_is_named() -> None:
    text = CLAIM.replace("need: To be believed", "need: {ruth: To be believed}")
    assert messages(text, rule=missing_need) == ['"Fills in the form" says no need of Dan']
    assert messages(CLAIM, rule=missing_need) == []


def test_named_personas_that_nothing_defines() -> None:
    text = "title: T\npersona: [Dan, Ruth]\nsteps: [{action: A, emotion: {ruth: sad, dan: glad}}]\n"
    journey_map = journey(text)
    assert journey_map.persona_ids == ("dan", "ruth")
    assert findings(text, rule=absent_feeling) == []
    assert findings(text, rule=unknown_reference) == []


VALUES = {
    "need": "Rent",
    "emotion": "sad",
    "perceived": "2",
    "channel": "[web, phone]",
    "duration": "20 min",
    "wait": "{time: 2 weeks, announced: false}",
    "leaks": "8 %",
}


def dumped(text: str) -> dict[str, Any]:
    journey_map = journey(text)
    (step,) = journey_map.steps
    said = step.step.model_dump()
    people = ("need", "emotion", "perceived")
    own = {name: journey_map.by_person(getattr(step.step, name), step) for name in people}
    return said | own


@given(st.dictionaries(st.sampled_from(sorted(VALUES)), st.booleans(), min_size=1))
def test_one_persona_is_the_same_in_each_form(fields: dict[str, bool]) -> None:
    def written(persona: str, *, apart: bool) -> str:
        lines = "".join(
            f"    {name}: {_apart(name, VALUES[name]) if apart and by_name else VALUES[name]}\n"
            for name, by_name in fields.items()
        )
        return f"title: T\npersona: {persona}\npersonas: [A]\nsteps:\n  - action: B\n{lines}"

    plain = dumped(written("a", apart=False))
    assert dumped(written("[a]", apart=False)) == plain
    assert dumped(written("[a]", apart=True)) == plain


def _apart(name: str, value: str) -> str:
    return f"[{{share: {{a: {value}}}}}]" if name == "leaks" else f"{{a: {value}}}"


@pytest.mark.parametrize(
    ("names", "short"),
    [
        (("María, 58", "Jan, 40"), ("María", "Jan")),
        (("María, 58", "María, 20"), ("María, 58", "María, 20")),
    ],
)
def test_names_are_as_short_as_they_can_be_told_apart(
    names: tuple[str, str], short: tuple[str, str]
) -> None:
    text = f"title: T\npersona: [a, b]\npersonas: [{{id: a, name: '{names[0]}'}}, "
    journey_map = journey(text + f"{{id: b, name: '{names[1]}'}}]\nsteps: [C]\n")
    assert (journey_map.short_label("a"), journey_map.short_label("b")) == short


@pytest.mark.parametrize(
    ("field", "place"),
    [
        ("wait: {dan: 1 d, anna: 2 d}", 22),
        ("channel: {anna: web}", 15),
        ("duration: {anna: 1 h}", 16),
        ("leaks: [{share: {dan: 1 %, anna: 2 %}}]", 32),
        ("next: [{to: end, share: {anna: 2 %}}]", 30),
    ],
)
def test_a_value_of_somebody_who_does_not_go_the_journey_is_told(field: str, place: int) -> None:
    text = "title: T\npersona: [dan, ruth]\npersonas: [Dan, Ruth, Anna]\nsteps:\n  - action: A\n"
    told = findings(f"{text}    {field}\n", rule=absent_feeling)
    assert [each[:2] for each in told] == [(6, place)]
    told = findings(f"{text}    {field.replace('anna', 'ruth')}\n", rule=absent_feeling)
    assert told == []


def test_a_step_of_somebody_who_is_not_chosen_now_is_no_mistake() -> None:
    text = CLAIM.replace("persona: [dan, ruth]", "persona: dan")
    assert findings(text, rule=unreachable_step) == []
    assert [len(each.ways) for each in analyse(text).ways.exits] == [1, 1, 1]


def test_own_rules_look_at_the_waits_of_each() -> None:
    rule = "{code: TST01, name: short-wait, on: wait, require: {announced: present}, message: m}"
    files = {"a.journey.yaml": CLAIM, ".journeymap.yaml": f"rules: [{rule}]\n"}
    told = [each for each in lint_files(files).diagnostics if each.rule.code == "TST01"]
    assert [each.start.line for each in told] == [13, 16], "that of Ruth is announced"
