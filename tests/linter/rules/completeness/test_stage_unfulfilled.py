"""stage-unfulfilled: what stages of frameworks ask of the steps that stand for them."""

import pytest
from tests.linter.linting import MAP, findings, helps, lint_files, messages

from journeymap.linter.registry import RULES
from journeymap.linter.rules.completeness.stage_unfulfilled import stage_unfulfilled
from journeymap.linter.yaml_rules import conditions
from journeymap.linter.yaml_rules.reading import Reader
from journeymap.model.frameworks import BUILT_IN, VALUE_CHAIN
from journeymap.model.scalars import Dialect
from journeymap.text.document import parse
from journeymap.text.source import Source
from journeymap.workspace.rule_file import PartKind

PEOPLE = "stakeholders: [{id: son, name: Her son, kind: family}, {id: gp, kind: clinician}]\n"


def a_map(stage: str, *steps: str, top: str = "") -> str:
    """A map of one stage, which stands in line 5."""
    lines = "".join(f"      - {{action: Step {i}, {step}}}\n" for i, step in enumerate(steps, 1))
    head = f"title: A\nframework: value-chain\n{PEOPLE}"
    return f"{head}{top}stages:\n  - name: {stage}\n    steps:\n{lines}"


@pytest.mark.parametrize(
    ("stage", "step", "lacking"),
    [
        ("Communicate", "gets: price", "says what is not covered"),
        ("Communicate", "gets: exclusions", ""),
        ("Communicate", "note: Dental care is not covered", ""),
        ("Comunicar", "gains: Sabe qué no cubre el plan", ""),
        ("Komunikacja", "touchpoint: Lista wyłączeń", ""),
        ("Communicate", "need: Know what is not covered", "says what is not covered"),
        ("Interact", "need: Speed", "asks what she prefers"),
        ("Interact", "gives: language", ""),
        ("Engage", "gives: language", "puts to use what is known of her"),
        ("Engage", "reuses: language", ""),
        ("Zaangażowanie", "confirms: language", ""),
        ("Collaborate", "with: gp", "is prepared or followed up, or takes the family in"),
        ("Collaborate", "with: son", "is prepared or followed up"),
        ("Collaborate", "backstage: Reads the notes", "takes the family in"),
        ("Collaborate", "with: son, note: The adviser rings a week later", ""),
        (
            "Collaborate",
            "backstage: Notes, opportunities: {text: A talk, for: son}",
            "",
        ),
        ("Innovate", "opportunities: {text: Chat, from: team}", "has an idea from a customer"),
        ("Innovate", "opportunities: {text: Chat, from: customer}", ""),
    ],
)
def test_one_step_of_the_stage_does_what_the_value_chain_asks(
    stage: str, step: str, lacking: str
) -> None:
    text = a_map(stage, "note: Else", step)
    found = findings(text, rule=stage_unfulfilled)
    assert [(line, column) for line, column, _ in found] == ([(5, 11)] if lacking else [])
    assert all(lacking in said for *_, said in found)


def test_it_says_which_framework_asks_and_what_to_do() -> None:
    text = a_map("Wspólnie", "with: gp", top="language: pl\n").replace(
        "name: Wspólnie", "name: Wspólnie\n    aligns: collaborate"
    )
    assert messages(text, rule=stage_unfulfilled) == [
        (
            'no step of "Wspólnie" is prepared or followed up, or takes the family in: '
            '"value-chain" asks that of "Współpraca"'
        )
    ]
    (help_,) = helps(text, rule=stage_unfulfilled)
    assert "backstage:" in help_
    assert "with:" in help_


def test_a_step_counts_for_the_level_that_it_has_itself() -> None:
    text = a_map("Care", "engagement: engage", "engagement: interact, gives: language")
    assert findings(text, rule=stage_unfulfilled) == [
        (
            7,
            18,
            (
                'no step of "Step 1" puts to use what is known of her: '
                '"value-chain" asks that of "Engage"'
            ),
        )
    ]
    elsewhere = a_map("Engage", "engagement: interact, gives: language")
    assert findings(elsewhere, rule=stage_unfulfilled) == []


def test_a_stage_without_steps_is_told_elsewhere_and_other_frameworks_ask_nothing() -> None:
    empty = "title: A\nframework: value-chain\nstages: [Engage, Elsewhere]\n"
    assert findings(empty, rule=stage_unfulfilled) == []
    other = a_map("Engage", "note: x").replace("value-chain", "marketing-funnel")
    assert findings(other, rule=stage_unfulfilled) == []


def test_what_cannot_be_read_is_not_missing() -> None:
    text = a_map("Engage", "reuses: {a: {b: c}}")
    assert findings(text, rule=stage_unfulfilled) == []


OWN = """\
frameworks:
  - id: our-way
    stages:
      - id: arrive
        asks:
          - what: tells how long it takes
            step: {gets.name: {contains: wait}}
            help: "add gets: waiting time"
      - leave
"""


def test_a_framework_of_ones_own_says_what_its_stages_ask() -> None:
    files = {".journeymap.yaml": OWN}
    text = "title: A\nframework: our-way\nstages:\n  Arrive: [B]\n  Leave: [C]\n"
    assert findings(text, rule=stage_unfulfilled, files=files) == [
        (4, 3, 'no step of "Arrive" tells how long it takes: "our-way" asks that')
    ]
    told = (
        text.replace("[B]", "[{action: B, gets: waits}]")
        + "information: [{id: waits, name: Waiting}]\n"
    )
    assert findings(told, rule=stage_unfulfilled, files=files) == []


@pytest.mark.parametrize(
    ("wrong", "said", "place"),
    [
        ("{getz: present}", "`getz` is not a field of a step", (7, 20)),
        ("{gets: {biger: 3}}", "`biger` is no operator for `gets`", (7, 27)),
        ("present", "a condition is written with fields", (7, 19)),
        ("", "nothing stands behind `step:`, which what a stage asks for needs", (7, 13)),
    ],
)
def test_a_condition_that_cannot_be_is_told_where_it_stands(
    wrong: str, said: str, place: tuple[int, int]
) -> None:
    config = OWN.replace("{gets.name: {contains: wait}}", wrong)
    text = "title: A\nframework: our-way\nstages:\n  Arrive: [B]\n  Leave: [C]\n"
    report = lint_files({".journeymap.yaml": config, MAP: text}, rules=RULES)
    found = [d for d in report.diagnostics if d.file.shown == ".journeymap.yaml"]
    assert [(d.message, (d.start.line, d.start.column)) for d in found] == [(said, place)]
    assert findings(text, rule=stage_unfulfilled, files={".journeymap.yaml": config}) == []


@pytest.mark.parametrize(
    ("stage", "step"),
    [(stage.id, ask.step) for one in BUILT_IN for stage in one.stages for ask in stage.asks],
)
def test_our_own_conditions_are_conditions_of_own_rules(stage: str, step: str) -> None:
    reader = Reader(kind=PartKind.STEP, dialect=Dialect())
    document = parse(Source(name="", text=step))
    assert document.root is not None
    assert list(conditions.tests(reader.condition(document.root, ())))
    assert reader.findings == []
    assert stage in {each.id for each in VALUE_CHAIN.stages}
