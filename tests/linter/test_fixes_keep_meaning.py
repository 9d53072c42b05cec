"""A safe fix never changes what a map means: what is a slip, what is not, what holds one back."""

from functools import cache

import pytest
from tests.linter.mending import TOP, fixes, mended, outcome
from tests.linter.slips import KINDS, WRITTEN, Mending, Slip, became, slips, together

from journeymap.findings import Applicability, Severity


@cache
def few() -> tuple[Slip, ...]:
    """So few slips that the suite stays quick; `benchmarks/slips.py` plants more of them."""
    return tuple(slips(seed=12, each=1))


def with_field(field: str) -> str:
    return f"{TOP}steps:\n  - action: B\n    {field}\n"


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("agins: [Quick]", "gains"),
        ("gainss: [Quick]", "gains"),
        ("pians: [Slow]", "pains"),
        ("emotoin: sad", "emotion"),
        ("actr: B", "actor"),
        ("nedd: A date", "need"),
        ("chanel: phone", "channel"),
        ("Channel: phone", "channel"),
        ("channels: phone", "channel"),
        ("leak: 5 %", "leaks"),
    ],
)
def test_the_only_field_one_slip_away_is_meant(wrong: str, right: str) -> None:
    text = with_field(wrong)
    assert mended(text) == text.replace(f"{wrong.partition(':')[0]}:", f"{right}:")


@pytest.mark.parametrize(
    "wrong",
    [
        "ains: [Quick]",  # gains, pains
        "rains: [Quick]",
        "neet: A date",  # need, next
        "nexd: end",
        "acton: B",  # action, actor
        "actior: B",
        "mains: [Quick]",
    ],
)
@pytest.mark.parametrize("unsafe", [False, True])
def test_of_two_fields_that_are_as_near_none_is_written(wrong: str, unsafe: bool) -> None:
    text = with_field(wrong)
    assert mended(text, unsafe=unsafe) == text


def test_a_form_may_be_for_or_from() -> None:
    text = with_field("opportunities:\n      - {text: C, form: team}")
    found = outcome(text, unsafe=True)
    assert found.changed == ()
    assert [each.help for each in found.report.diagnostics] == ["did you mean `from` or `for`?"]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("title: A\nversion: 1\nsteps: [B]\n", "rename it to `journeymap`"),
        ("title: A\napiVersion: 1\nsteps: [B]\n", "rename it to `journeymap`"),
        (f"{TOP}users: a.library.yaml\nsteps: [B]\n", "rename it to `uses`"),
        (with_field("exit: 5 %"), "rename it to `leaks`"),
        (with_field("description: C"), "rename it to `note`"),
        (with_field("feeling: sad"), "rename it to `emotion`"),
        (with_field("want: 2 weeks"), "rename it to `wait`"),
        (with_field("need: C\n    vote: D"), "rename it to `note`"),
    ],
)
def test_a_word_of_its_own_is_no_slip_and_names_the_field_meant(text: str, title: str) -> None:
    proposed = fixes(text, "JM003")
    assert proposed == [(title, Applicability.UNSAFE)]
    assert mended(text, "JM003") == text


@pytest.mark.parametrize("field", ["users: [C]", "user: C", "used: [C]", "unite: C"])
def test_a_word_of_its_own_that_is_like_no_field_there_names_none(field: str) -> None:
    assert fixes(with_field(field), "JM003") == []


@pytest.mark.parametrize(
    "text",
    [
        "titel: A\nstep: [B]\n",
        "apiVersion: v1\nkind: Pod\nmetadata: {name: x}\n",
        "version: 3\nservices: {web: {ports: [80]}}\n",
        "users: [a, b]\n",
        "name: CI\non: push\njobs: {}\n",
    ],
)
@pytest.mark.parametrize("unsafe", [False, True])
def test_what_is_no_map_is_told_in_one_line_and_left_alone(text: str, unsafe: bool) -> None:
    found = outcome(text, unsafe=unsafe)
    assert (found.changed, found.refused) == ((), ())
    assert [each.message for each in found.report.diagnostics] == [
        "this is no journey map: none of title, journeymap, steps, stages stands at its top"
    ]


@pytest.mark.parametrize("sign", ["title: A", "journeymap: 1", "steps: [B]", "stages: [{name: C}]"])
def test_one_field_of_a_map_makes_it_one(sign: str) -> None:
    found = outcome(f"{sign}\nsummry: x\n")
    assert "no journey map" not in " ".join(each.message for each in found.report.diagnostics)


@pytest.mark.parametrize(
    "field",
    [
        "wiat: 3 weeks",  # a silent wait is told then
        "nxet: nowhere",  # no such step
        "importanc: 9",  # off the scale
        "metrisc: [{metric: visits, actual: 3}]",  # no such metric
    ],
)
def test_a_rename_that_brings_a_new_finding_is_held_back(field: str) -> None:
    text = with_field(field)
    assert mended(text, "JM0", "JM1", "JM2", "JM6") == text


def test_what_is_held_back_says_why_and_holds_nothing_else() -> None:
    text = f"{TOP}steps:\n  - {{action: B, nxet: nowhere}}\n  - {{action: C, chanel: phone}}\n"
    found = outcome(text)
    assert found.changed[0][1].text == text.replace("chanel", "channel")
    assert [(each.diagnostic.start.line, each.reason) for each in found.refused] == [
        (4, "it would bring a new finding: `nowhere` names no step")
    ]


@pytest.mark.parametrize("field", ["nxet: nowhere", "metrisc: [{metric: visits, actual: 3}]"])
def test_unsafe_fixes_leave_no_more_errors_than_there_were(field: str) -> None:
    text = with_field(field)
    before = outcome(text, "JM0", "JM1").report.count(Severity.ERROR)
    after = outcome(text, "JM0", "JM1", unsafe=True).report.count(Severity.ERROR)
    assert after <= before


def test_of_many_fixes_those_that_do_harm_are_told_apart() -> None:
    steps = [f"{{action: S{i}, {'nxet: x' if i % 7 == 3 else 'chanel: y'}}}" for i in range(12)]
    text = f"{TOP}steps:\n" + "".join(f"  - {step}\n" for step in steps)
    found = outcome(text)
    assert found.changed[0][1].text == text.replace("chanel", "channel")
    assert len(found.refused) == sum(i % 7 == 3 for i in range(12))


def test_a_reference_near_two_names_is_not_guessed() -> None:
    text = f"{TOP}channels: [son, soup]\nsteps:\n  - {{action: B, channel: soun}}\n"
    assert mended(text) == text


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("emotoin: anxios", "emotion: anxious"),
        ("momemt: critcal", "moment: critical"),
        ("offstge: yes", "offstage: true"),
        ("opportunites: [{txt: C}]", "opportunities: [{text: C}]"),
    ],
)
def test_two_slips_in_one_entry_are_both_told_and_both_mended(wrong: str, right: str) -> None:
    text = with_field(wrong)
    told = outcome(text, "JM0", unsafe=True)
    assert told.made == len(("key", "value"))
    assert told.changed[0][1].text == text.replace(wrong, right)


@pytest.mark.parametrize(
    ("definition", "wrong", "right"),
    [
        ("metrics: [{id: m, name: M, unit: days}]", "metics: [{metric: m}]", "metrics"),
        ("channels: [Fax]", "chanel: fax", "channel"),
        ("evidence: [{id: talk, kind: interview}]", "evidnce: talk", "evidence"),
        ("personas: [Ann, Bo]", "actr: Ann", "actor"),
        ("channels: [Fax]", "chn: fax", "chn"),  # nobody knows what it means
        ("information: [Results]", "carires: [Results]", "carires"),
        ("channels: [Fax]", "channel: [fax, {by: fax}]", "channel"),
    ],
)
def test_no_definition_goes_while_a_field_is_unknown(
    definition: str, wrong: str, right: str
) -> None:
    text = f"{TOP}{definition}\nsteps:\n  - action: B\n    {wrong}\n"
    found = mended(text, "JM0", "JM101", "JM103", unsafe=True)
    assert found == text.replace(wrong.partition(":")[0], right)


def test_fields_are_renamed_before_values_and_definitions_go_last() -> None:
    text = f"{TOP}channels: [Fax, Phone, Mail]\nsteps:\n  - {{action: B, chanel: phoen}}\n"
    assert mended(text, "JM0", "JM101", "JM103", unsafe=True) == (
        f"{TOP}channels: [Phone]\nsteps:\n  - {{action: B, channel: phone}}\n"
    )


def test_a_value_is_held_back_by_a_new_error_only() -> None:
    """As no rename is: `status: review` has rules that find something, as it should."""
    text = f"{TOP}status: reviw\nsteps: [B]\n"
    found = outcome(text)
    assert found.changed[0][1].text == text.replace("reviw", "review")
    assert found.report.diagnostics


@pytest.mark.parametrize("kind", ["field", "choice", "reference"])
def test_a_slip_in_an_example_becomes_what_it_was_or_nothing(kind: str) -> None:
    ends = [became_of(slip) for slip in planted(kind)]
    assert set(ends) <= {"restored", "left"}
    assert ends.count("restored") > 1


def test_of_several_slips_each_becomes_what_it_was_or_nothing() -> None:
    ends = [became_of(slip) for slip in [*together(seed=12, each=1, many=3)][::3]]
    assert set(ends) <= {"restored", "partly restored", "left"}
    assert set(ends) != {"left"}


def test_a_slip_in_a_feeling_is_left_to_people() -> None:
    assert {became_of(slip) for slip in planted("emotion")} == {"left"}


@pytest.mark.parametrize("kind", KINDS)
def test_unsafe_fixes_of_slips_leave_no_more_errors(kind: str) -> None:
    done = [Mending(slip, unsafe=True) for slip in planted(kind)]
    assert [each.data for each in done if each.errors > each.errors_before or each.others] == []
    assert len(done) >= len(WRITTEN)


def planted(kind: str) -> list[Slip]:
    return [slip for slip in few() if slip.kind == kind][::2]


def became_of(slip: Slip) -> str:
    done = Mending(slip, unsafe=False)
    return "something else" if done.others else became(slip, done.data)
