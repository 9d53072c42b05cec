"""What a run ends with, the order of findings, and reasons that stand a line each."""

import pytest
from tests.linter.linting import MAP, lint_files

from journeymap.findings import Severity
from journeymap.linter.diagnostic import Diagnostic, Report
from journeymap.linter.registry import RULES
from journeymap.model.pains import Pain
from journeymap.report.formats.registry import Format, render
from journeymap.report.look_first import look_first
from journeymap.report.order import Order, in_order

PRESSED = """
journeymap: 1
title: Clinic
status: review
persona: Ann
steps:
  - {action: Sees the GP, importance: 4, perceived: 4, emotion: calm}
  - action: Is referred
    importance: 5
    expected: 4
    perceived: 2
    emotion: frustrated
    pains: {text: The letter lacks results, severity: 3, probability: 3}
    opportunities: {text: Electronic letter, impact: 4, effort: 2}
  - action: Waits
    importance: 5
    expected: 4
    perceived: 1
    emotion: distressed
    pains: {text: Nobody says how long, severity: 2, probability: 4}
"""


def report_on(text: str) -> Report:
    return lint_files({MAP: text}, rules=RULES)


def test_without_an_error_leverage_points_come_first_with_their_idea() -> None:
    lines = list(look_first(report_on(PRESSED)))
    assert lines == [
        f'{MAP}:15:13: look first at "Waits": no idea yet',
        (
            f'{MAP}:8:13: then at "Is referred": act on "Electronic letter", '
            'taken to be against "The letter lacks results"'
        ),
    ]


def test_the_gravest_error_comes_first_and_the_first_step_is_still_named() -> None:
    wrong = PRESSED.replace("emotion: calm", "emotion: 7").replace("title:", "titel: A\ntitle:")
    line, then = look_first(report_on(wrong))
    assert then == f'{MAP}:16:13: then at "Waits": no idea yet'
    assert line.startswith(f"{MAP}:3:1: mend first: `titel` is not a field of the map")
    assert line.endswith(" (and 1 more error)")


def test_what_cannot_be_read_is_the_gravest() -> None:
    text = "title: A\nstep: [B]\nsteps: [{action: C, x: 1, y: 2, emotion: 9}]\ngoal: !a b\n"
    (line,) = look_first(report_on(text))
    begins = f"{MAP}:4:7: mend first: a text that begins with ! must be in quotes"
    assert line == f"{begins} (and 4 more errors)"


def test_three_findings_are_all_in_sight() -> None:
    report = report_on("journeymap: 1\ntitle: A\nstep: [B]\nsteps: [{action: C, emotion: 9}]\n")
    few = Report(files=report.files, diagnostics=report.diagnostics[:3])
    assert list(look_first(few)) == []


def test_there_are_three_leverage_points_a_map_at_most() -> None:
    step = "  - {{action: S{n}, importance: 5, expected: 5, perceived: 1, emotion: angry}}\n"
    steps = "".join(step.format(n=n) for n in range(6))
    text = f"journeymap: 1\ntitle: A\nstatus: review\npersona: Ann\nsteps:\n{steps}"
    report = lint_files({MAP: text, "b.journey.yaml": text}, rules=RULES)
    lines = list(look_first(report))
    assert len(lines) == 6
    assert sum(line.startswith(MAP) for line in lines) == 3


def test_the_heaviest_findings_come_first_on_request() -> None:
    report = report_on(PRESSED.replace("emotion: distressed", "emotion: 9"))
    weights = [each.severity for each in in_order(report, Order.WEIGHT).diagnostics]
    assert weights == sorted(weights, key=lambda each: each.rank)
    assert weights[0] is Severity.ERROR
    for severity in Severity:
        places = [
            each.start
            for each in in_order(report, Order.WEIGHT).diagnostics
            if each.severity is severity
        ]
        assert places == sorted(places)
    assert in_order(report, Order.PLACE) == report


def test_each_reason_has_a_line_of_its_own_where_there_is_room() -> None:
    report = report_on(PRESSED)
    point = next(each for each in report.diagnostics if each.rank == 2)
    lines = render(report, Format.FULL).splitlines()
    at = lines.index(f"{point.severity}[leverage-point]: {point.lead}:")
    assert lines[at + 1 : at + 4] == [
        "  - importance 5, expected 4, perceived 2 of 5",
        '  - "The letter lacks results" (major, occasional)',
        "  - feels frustrated",
    ]
    assert point.message == f"{point.lead}: {'; '.join(point.reasons)}"
    assert point.message in render(report, Format.CONCISE)


@pytest.mark.parametrize("long", [90, 300, 5_000])
def test_sentences_are_whole_however_long_names_are(long: int) -> None:
    text = PRESSED.replace("The letter lacks results", "x" * long).replace(
        "Is referred", "y" * long
    )
    texts = [part for each in report_on(text).diagnostics for part in (each.message, each.help)]
    assert [part for part in texts if part.endswith("…")] == []
    assert max(map(len, texts)) <= 2_500


@pytest.mark.parametrize(
    ("severity", "probability", "words"),
    [
        (3, 3, "major, occasional"),
        (1, 4, "minor, frequent"),
        (4, None, "catastrophic, how likely is unknown"),
        (None, 2, "how severe is unknown, uncommon"),
        (None, None, ""),
    ],
)
def test_how_grave_a_pain_is_in_words(
    severity: int | None, probability: int | None, words: str
) -> None:
    from journeymap.linter.rules._graveness import how_grave

    pain = Pain.model_validate({"text": "A", "severity": severity, "probability": probability})
    assert how_grave(pain) == words


MANY_POINTS = "".join(
    f"  - {{action: S{n}, importance: 5, expected: 5, perceived: 1, emotion: angry}}\n"
    for n in range(4)
)
LOSES = "  - {action: Calls, emotion: calm, leaks: {to: another home, share: SHARE}}\n"
HARMS = "  - {action: Takes tablets, emotion: calm, pains: {text: Two missing, PAIN}}\n"
GRAVE = "kind: harm, severity: 4, probability: 1"


def ending_of(*steps: str) -> list[str]:
    top = "journeymap: 1\ntitle: A\nstatus: review\npersona: Ann\nsteps:\n"
    return list(look_first(report_on(top + "".join(steps))))


@pytest.mark.parametrize(
    ("share", "is_told"), [("30 %", True), ("25 %", True), ("24 %", False), ("5 %", False)]
)
def test_a_step_that_loses_a_quarter_is_among_the_lines(share: str, is_told: bool) -> None:
    lines = ending_of(MANY_POINTS, LOSES.replace("SHARE", share), "  - {action: Ends}\n")
    assert len(lines) == (4 if is_told else 3)
    assert ('then at "Calls": ' in lines[-1]) is is_told


@pytest.mark.parametrize(
    ("pain", "is_told"),
    [
        (GRAVE, True),
        ("kind: dropout, severity: 4, probability: 3", True),
        ("kind: harm, severity: 3, probability: 3", False),
        ("kind: harm, severity: 2, probability: 1", False),
    ],
)
def test_a_catastrophe_that_nothing_answers_is_among_the_lines(pain: str, is_told: bool) -> None:
    lines = ending_of(MANY_POINTS, HARMS.replace("PAIN", pain), "  - {action: Ends}\n")
    assert len(lines) == (4 if is_told else 3)
    assert ('then at "Takes tablets": ' in lines[-1]) is is_told


def test_a_catastrophe_that_an_idea_answers_leaves_the_lines_to_leverage() -> None:
    idea = ", opportunities: {text: Count them}}\n"
    step = HARMS.replace("PAIN", GRAVE).replace("}}\n", f"}}{idea}")
    assert not [each for each in ending_of(MANY_POINTS, step) if "Takes tablets" in each]


def test_the_first_leverage_points_are_told_in_their_order_and_both_behind_them() -> None:
    lost, harm = LOSES.replace("SHARE", "30 %"), HARMS.replace("PAIN", GRAVE)
    lines = ending_of(MANY_POINTS, lost, harm, "  - {action: Ends}\n")
    steps = [line.split(" at ")[1].split(":")[0] for line in lines]
    assert steps == ['"S0"', '"S1"', '"S2"', '"Calls"', '"Takes tablets"']


def test_behind_an_error_they_are_told_as_well() -> None:
    harm = HARMS.replace("PAIN", GRAVE)
    first, second = ending_of("  - {action: S, emotion: 9}\n", harm, "  - {action: Ends}\n")
    assert ": mend first: " in first
    assert second.endswith(
        'then at "Takes tablets": nothing answers "Two missing" (catastrophic, remote)'
    )


REASONS = """
journeymap: 1
title: Clinic
status: review
persona: [ann, bob]
personas: [{id: ann, name: Ann, share: SHARE}, {id: bob, name: Bob, share: 40 %}]
steps:
  - {action: Books, gives: [address, insurance], emotion: calm, leaks: {ann: 8 %, bob: 3 %}}
  - action: Fills in
    emotion: {ann: angry, bob: angry}
    importance: 5
    expected: {ann: 5, bob: 4}
    perceived: 2
    gives: [address, insurance]
    pains: {text: Types it again, severity: 3, probability: 4}
    leaks: {to: nobody, share: 22 %}
  - {action: Ends, emotion: calm}
"""


def fills_in(share: str) -> Diagnostic:
    text = REASONS.replace("SHARE", share).replace("{ann: 8 %, bob: 3 %}", "{share: {ann: 8 %}}")
    return next(e for e in report_on(text).diagnostics if e.rank and e.step == "fills-in")


def test_people_are_told_seven_reasons_and_programs_all() -> None:
    report = report_on(REASONS.replace("SHARE", "60 %").replace("{ann: 8 %, bob: 3 %}", "8 %"))
    point = next(each for each in report.diagnostics if each.rank and each.step == "fills-in")
    more = f"and {len(point.reasons) - 7} more (journeymap leverage --explain fills-in)"
    assert len(point.reasons) > 7
    assert f"  - {more}\n" in render(report, Format.FULL)
    for format_ in (Format.CONCISE, Format.MD):
        assert f"; {more}" in render(report, format_)
    assert point.reasons[7] in render(report, Format.JSON).replace('\\"', '"')


def test_what_is_true_of_each_persona_is_one_reason_and_one_place() -> None:
    point = fills_in("60 %")
    assert [each for each in point.reasons if "who come here leave" in each] == [
        "22 of 100 who come here leave, and nobody says why"
    ]
    assert len({place.start for place in point.related}) == len(point.related)


@pytest.mark.parametrize(("share", "is_told"), [("60 %", True), ("75 %", False)])
def test_of_more_than_everybody_no_people_are_computed(share: str, is_told: bool) -> None:
    gains = [each for each in fills_in(share).reasons if "would complete the journey" in each]
    assert bool(gains) is is_told
