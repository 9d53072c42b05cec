"""What the matrix calls its steps: poor only where a rule says so."""

import pytest
from tests.analysis.reading import analyse
from tests.views.layout_checker import problems

from journeymap.analysis.call_outs import call_outs
from journeymap.tables import gaps
from journeymap.views.kit.scene import Marker
from journeymap.views.matrix import content as matrix
from journeymap.views.matrix import page as matrix_page
from journeymap.views.options import ViewOptions
from journeymap.views.sheet.content import Ground

NAMES = [
    "matters more · got less",
    "matters more · got more",
    "matters less · got less",
    "matters less · got more",
]
"""Of quadrants, on every page: none of them says what is to be done."""
RATED_SO = "title: T\npersona: Ann\nscales: {{rating: 1-5}}\nsteps:\n{}"


@pytest.mark.parametrize(
    ("rated", "title", "is_red", "note"),
    [  # importance, expected, perceived
        (
            [(5, 3, 4), (4, 4, 4), (5, 4, 5), (3, 3, 5)],
            "Matters more: 2 of 4 rated steps, none of them poor",
            False,
            False,
        ),
        (
            [(5, 4, 2), (5, 3, 4), (4, 3, 5)],
            "Matters more, got less: 1 of 3 rated steps: “Step 0”",
            True,
            False,
        ),
        (  # in the red quadrant lies one too that was as expected
            [(5, 4, 2), (5, 3, 3), (4, 3, 5), (4, 3, 5), (5, 4, 5), (3, 3, 3)],
            "Matters more, got less: 2 of 6 rated steps",
            True,
            False,
        ),
        (
            [(5, 5, 4), (3, 2, 3), (4, 2, 3)],
            "Matters more, got less: 2 of 3 rated steps",
            True,
            True,
        ),
    ],
)
def test_the_quadrant_is_red_only_where_a_step_of_it_is_poor_and_the_title_counts_all_of_it(
    rated: list[tuple[int, int, int]], title: str, is_red: bool, note: bool
) -> None:
    lines = "".join(
        f"  - {{action: Step {i}, importance: {matters}, expected: {hoped}, perceived: {was}}}\n"
        for i, (matters, hoped, was) in enumerate(rated)
    )
    chart = matrix.ratings(analyse(RATED_SO.format(lines)))
    assert chart.title == f"Estimate: {title}"
    assert [each.name for each in chart.quarters] == NAMES
    assert ("counts as got less" in chart.short) is note
    assert [each.ground is Ground.PAIN for each in chart.quarters] == [is_red, *[False] * 3]
    if is_red:
        assert f" {sum(dot.quarter == 0 for dot in chart.dots)} of " in chart.title


@pytest.mark.parametrize(
    ("language", "names", "title", "lower", "short"),
    [
        (
            "en",
            ["matters more · aimed lower", "matters more · aimed higher",
             "matters less · aimed lower", "matters less · aimed higher"],
            "Matters more: 3 of 4 rated steps, none of them aimed low",
            "Matters more, aimed lower: 1 of 2 rated steps: “B”",
            "below expected: counts as aimed lower",
        ),
        (
            "es",
            ["importa más · meta más baja", "importa más · meta más alta",
             "importa menos · meta más baja", "importa menos · meta más alta"],
            "Importa más: 3 de 4 pasos valorados, ninguno con meta baja",
            "Importa más, con meta más baja: 1 de 2 pasos valorados: «B»",
            "menos de lo esperado: cuenta como «meta más baja»",
        ),
        (
            "pl",
            ["ważniejsze · cel niższy", "ważniejsze · cel wyższy",
             "mniej ważne · cel niższy", "mniej ważne · cel wyższy"],
            "Ważniejsze: 3 z 4 ocenionych kroków, żaden nie ma niskiego celu",
            "Ważniejsze, a cel niższy: 1 z 2 ocenionych kroków: „B”",
            "poniżej oczekiwań: liczy się jako „cel niższy”",
        ),
    ],
)  # fmt: skip
def test_in_a_desired_map_nothing_was_got_yet(
    language: str, names: list[str], title: str, lower: str, short: str
) -> None:
    head = f"state: desired\nlanguage: {language}\n" + RATED_SO
    rated = [("A", 5, 4), ("B", 5, 4), ("C", 5, 5), ("D", 3, 5)]
    line = "  - {{action: {}, importance: {}, perceived: {}}}\n"
    chart = matrix.ratings(analyse(head.format("".join(line.format(*each) for each in rated))))
    assert [each.name for each in chart.quarters] == names
    assert chart.title.endswith(title)
    below = "  - {action: B, importance: 5, expected: 5, perceived: 4}\n"
    other = "  - {action: C, importance: 3, perceived: 3}\n"
    chart = matrix.ratings(analyse(head.format(below + other)))
    assert chart.title.endswith(lower)
    assert chart.short == short
    table = gaps.build(analyse(head.format(below + other)))
    (said,) = (each.value for each in table.columns if each.key == "quadrant")
    assert str(said(table.items[0])).startswith(names[0])


@pytest.mark.parametrize(
    ("rated", "said"),
    [  # importance, perceived
        ([(5, 4), (4, 4), (5, 4)], "importance 4.7, perceived 3 (middle: all alike)"),
        ([(4, 4), (4, 2), (4, 5)], "importance 3 (middle: all alike), perceived 3.7"),
        ([(5, 4), (4, 2), (5, 5)], "importance 4.7, perceived 3.7"),
        ([(5, 2), (4, 4), (3, 3)], "importance 4, perceived 3"),  # a mean that is the middle
        ([(4, 4), (4, 4), (4, 4)], "quadrants meet at the middle of the scale"),
    ],
)
def test_where_all_are_rated_alike_it_is_the_middle_and_no_mean(
    rated: list[tuple[int, int]], said: str
) -> None:
    lines = "".join(
        f"  - {{action: Step {i}, importance: {matters}, perceived: {was}}}\n"
        for i, (matters, was) in enumerate(rated)
    )
    chart = matrix.ratings(analyse(RATED_SO.format(lines)))
    assert chart.meeting.endswith(said)
    assert [each.name for each in chart.quarters] == NAMES


def test_a_step_that_is_not_rated_has_a_number_and_no_dot() -> None:
    steps = "  - {action: A, importance: 5, perceived: 2}\n  - {action: B, importance: 5}\n"
    analysis = analyse(RATED_SO.format(steps))
    (scene,) = matrix_page.build(analysis, ViewOptions())
    told = [mark.tooltip for mark in scene.marks if isinstance(mark, Marker) and mark.tooltip]
    assert told == ["A", "A"]  # in the picture and in the list
    assert [text.text for text in scene.texts()].count("2") >= 2  # on a scale and in the list


def test_a_title_is_an_estimate_only_where_ratings_are_assumed() -> None:
    steps = "".join(
        f"  - {{action: S{i}, importance: {i}, perceived: {i}, evidence: [e]}}\n" for i in (2, 3, 5)
    )
    known = "evidence: [{id: e, kind: KIND, n: 90}]\n" + RATED_SO.format(steps)
    for kind, estimate in (("survey", False), ("assumption", True)):
        title = matrix.ratings(analyse(known.replace("KIND", kind))).title
        assert title.startswith("Estimate: ") is estimate


@pytest.mark.parametrize(
    ("rated", "told"),
    [  # importance, perceived
        ([(5, 2), (4, 4), (3, 3)], True),
        ([(5, 2), (4, 4), (3, 2)], True),  # on the other axis
        ([(5, 4), (4, 2), (5, 5)], False),
        ([(5, 3)], True),  # the middle
        ([(5, 4)], False),
    ],
)
def test_what_a_value_on_the_line_counts_as_is_told_where_one_is_there(
    rated: list[tuple[int, int]], told: bool
) -> None:
    lines = "".join(
        f"  - {{action: Step {i}, importance: {matters}, perceived: {was}}}\n"
        for i, (matters, was) in enumerate(rated)
    )
    analysis = analyse(RATED_SO.format(lines))
    assert bool(matrix.ratings(analysis).on_line) is told
    (scene,) = matrix_page.build(analysis, ViewOptions())
    assert ("on the line counts as more" in [text.text for text in scene.texts()]) is told


PRESSING = "pains: {text: P, severity: 4, probability: 4}"


def test_every_rank_that_maps_have_stands_on_the_matrix_or_is_told_there() -> None:
    steps = "".join(
        f"  - {{action: S{i}, importance: {5 - i % 2}, perceived: {1 + i % 3}, {PRESSING}}}\n"
        for i in range(6)
    )
    analysis = analyse(RATED_SO.format(steps))
    ranks = {each.step.label: each.number for each in call_outs(analysis)}
    assert len(ranks) == 5
    chart = matrix.ratings(analysis)
    assert {dot.text: dot.badge for dot in chart.dots if dot.badge} == ranks
    assert chart.left_out == ""


def test_a_rank_of_a_step_that_only_another_persona_takes_is_told() -> None:
    rated = "importance: {a: 5, b: 4}, perceived: {a: 2, b: 3}"
    analysis = analyse(
        "title: T\npersonas: [{id: a, name: Ann}, {id: b, name: Bob}]\npersona: [a, b]\nsteps:\n"
        f"  - {{action: Both, {rated}, {PRESSING}}}\n"
        f"  - {{action: Hers, only: [a], importance: {{a: 5}}, perceived: {{a: 1}}, {PRESSING}}}\n"
        f"  - {{action: End, {rated}}}\n"
    )
    ranks = {each.step.label: each.number for each in call_outs(analysis)}
    hers, his = (matrix.ratings(analysis, who) for who in ("a", "b"))
    assert {dot.text: dot.badge for dot in hers.dots if dot.badge} == ranks
    assert hers.left_out == ""
    assert "Hers" not in [dot.text for dot in his.dots]
    assert his.left_out == f"not shown: {ranks['Hers']} “Hers”"


def test_a_step_that_pictures_call_out_has_its_rank_beside_its_quadrant() -> None:
    pain = "pains: {text: P, severity: 4, probability: SCORE}"
    steps = (
        f"  - {{action: Calls, importance: 1, perceived: 1, {pain.replace('SCORE', '4')}}}\n"
        f"  - {{action: Waits, importance: 5, perceived: 3, {pain.replace('SCORE', '3')}}}\n"
        "  - {action: Pays, importance: 3, perceived: 5}\n"
    )
    analysis = analyse(RATED_SO.format(steps))
    ranks = {each.step.label: each.number for each in call_outs(analysis)}
    assert ranks
    chart = matrix.ratings(analysis)
    assert {dot.text: dot.badge for dot in chart.dots if dot.badge} == ranks
    assert next(dot for dot in chart.dots if dot.quarter == 2).badge  # matters less, and called
    (scene,) = matrix_page.build(analysis, ViewOptions())
    assert problems(scene) == []
    assert "where a change is needed most" in " ".join(text.text for text in scene.texts())
