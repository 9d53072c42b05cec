"""A guess is never shown as known: every output agrees on what is assumed."""

import json
from collections.abc import Callable
from importlib import import_module

import pytest
from tests.analysis.reading import analyse

from journeymap.analysis.analysis import Analysis
from journeymap.analysis.evidence import Standing
from journeymap.analysis.leverage import Driver
from journeymap.backends.step_details import details
from journeymap.linter.registry import RULES
from journeymap.tables import explain, leverage
from journeymap.tables.table import Table, to_json
from journeymap.terminal.fitted_table import text
from journeymap.terminal.map_lines import build as map_lines
from journeymap.terminal.map_record import describe
from journeymap.testing import MAP, lint_files
from journeymap.views.matrix import content as matrix
from journeymap.views.names import View
from journeymap.views.options import ViewOptions
from journeymap.views.registry import build

BEGIN = """\
title: Clinic
framework: customer-lifecycle
personas: [{id: ann, name: Ann}]
evidence:
  - {id: survey, kind: survey, n: 90}
  - {id: talks, kind: interview, n: 9}
  - {id: guess, kind: assumption}
  - {id: unkind, name: Of no kind}
metrics: [{id: m, name: M, kind: csat, target: 9}]
stages:
  - name: Need
    steps:
      - action: Calls
        evidence: [STEP]
        leaks: [{to: rivals, share: 20 %OWN}]
        wait: {time: 3 weeksOWN}
        importance: {rating: 5OWN}
        expected: {rating: 5OWN}
        perceived: {rating: 1OWN}
        metrics: [{metric: m, value: 2OWN}]
        pains: [{text: Nobody answers, kind: harm, severity: 3, probability: 3OWN}]
      - {action: Comes, evidence: [survey], within: 1 week}
"""
"""One step full of figures; what hurts there is one by its risk."""

CASES = [
    (["survey"], "guess", Standing.MEASURED),
    (["survey"], "", Standing.MEASURED),
    (["talks"], "guess", Standing.TOLD),
    (["survey", "talks"], "", Standing.TOLD),
    (["guess"], "survey", Standing.ASSUMED),
    (["talks", "guess"], "survey", Standing.ASSUMED),
    (["unkind"], "survey", Standing.ASSUMED),
    ([], "survey", Standing.MEASURED),
    ([], "talks", Standing.TOLD),
    ([], "talks, guess", Standing.ASSUMED),
    ([], "", Standing.ASSUMED),
]


def planted(own: list[str], step: str) -> str:
    said = f", evidence: [{', '.join(own)}]" if own else ""
    return BEGIN.replace("OWN", said).replace("STEP", step)


def table(view: str, analysis: Analysis) -> Table[object]:
    built = import_module(f"journeymap.tables.{view}").build(analysis)
    assert isinstance(built, Table)
    return built


def explained(analysis: Analysis) -> str:
    return text(explain.build(leverage.ranked([analysis])[0]))


def drawn(view: View) -> Callable[[Analysis], str]:
    def words(analysis: Analysis) -> str:
        against = analysis.journey_map if view is View.COMPARE else None
        scenes = build(analysis, ViewOptions(view=view, against=against))
        told = " ".join(text.text for scene in scenes for text in scene.texts())
        return told.replace("partly\u00a0assumed", "")  # what steps say in words may be a guess

    return words


SHOWN: dict[str, tuple[Callable[[Analysis], str], str]] = {
    "gaps": (lambda each: text(table("gaps", each)), "○"),
    "time": (lambda each: text(table("time", each)), "○"),
    "deadline": (lambda each: text(table("time", each)), "(assumed)"),
    "flow": (lambda each: text(table("flow", each)), "The shares rest on assumptions"),
    "leverage": (lambda each: text(leverage.build(each)), "○"),
    "explain": (explained, "○"),
    "map in the terminal": (
        lambda each: "\n".join(
            "".join(run.text for run in line) for line in map_lines(each.journey_map, 80, len)
        ),
        "(assumed)",
    ),
    "map": (drawn(View.MAP), "(assumed)"),
    "focus": (drawn(View.FOCUS), "assumed"),
    "flow drawn": (drawn(View.FLOW), "(assumed)"),
    "cycle": (drawn(View.CYCLE), "assumed"),
    "compare": (drawn(View.COMPARE), "(assumed)"),
    "details": (lambda each: str(details(each.journey_map)), "(assumed)"),
}


@pytest.mark.parametrize("view", SHOWN)
@pytest.mark.parametrize(("own", "step", "standing"), CASES)
def test_what_people_read_marks_assumed_figures_and_no_others(
    own: list[str], step: str, standing: Standing, view: str
) -> None:
    show, mark = SHOWN[view]
    assert (mark in show(analyse(planted(own, step)))) is (standing is Standing.ASSUMED)


@pytest.mark.parametrize(("own", "step", "standing"), CASES)
def test_what_programs_read_tells_the_standing(
    own: list[str], step: str, standing: Standing
) -> None:
    analysis = analyse(planted(own, step))
    first = {
        view: json.loads(to_json(table(view, analysis)))["steps"][0] for view in ("gaps", "flow")
    }
    (point, *_) = json.loads(to_json(leverage.build(analysis)))["points"]
    whole = json.loads(to_json(table("flow", analysis)))
    told = [first["gaps"], whole, point]
    assumed = standing is Standing.ASSUMED
    assert [each["standing"] for each in told] == [standing] * 3
    assert [each["assumed"] for each in told] == [assumed] * 3
    assert set(first["gaps"]["standings"].values()) == {standing}
    counted = json.loads(to_json(table("coverage", analysis)))["figures"]
    assert counted == {"measured": 0, "told": 0, "assumed": 0, standing.value: 7}
    record = describe(analysis.journey_map)["steps"][0]
    assert [record["wait"]["standing"], record["leaks"][0]["standing"]] == [standing] * 2
    assert next(dot.hollow for dot in matrix.ratings(analysis).dots) is assumed


FINDERS = (
    "leak", "silent-wait", "unmet-expectation", "target-missed",
    "missed-deadline", "leverage-point",
)  # fmt: skip
"""Rules whose findings print a figure of the step."""


@pytest.mark.parametrize(("own", "step", "standing"), CASES)
def test_findings_mark_assumed_figures_and_no_others(
    own: list[str], step: str, standing: Standing
) -> None:
    rules = [each for each in RULES if each.name in FINDERS]
    report = lint_files(
        {MAP: planted(own, step)}, rules=[each for each in rules if each.name != "leverage-point"]
    )
    alone = lint_files({MAP: planted(own, step)}, rules=rules[-1:])
    found = {each.rule.name: each.message for each in (*report.diagnostics, *alone.diagnostics)}
    assert found.keys() == set(FINDERS)
    marked = {name for name, message in found.items() if "assumed" in message}
    assert marked == (set(FINDERS) if standing is Standing.ASSUMED else set())


@pytest.mark.parametrize(
    ("evidence", "hollow"),
    [("talks", False), ("talks, guess", False), ("guess", True), ("", True), ("unkind", True)],
)
def test_a_feeling_has_grounds_where_any_of_its_evidence_is_none(
    evidence: str, hollow: bool
) -> None:
    fields = f"emotion: -2, evidence: [{evidence}]"
    analysis = analyse(
        planted(["survey"], "survey").replace(
            "{action: Comes, evidence: [survey], within: 1 week}", f"{{action: Comes, {fields}}}"
        )
    )
    (point,) = analysis.curve.known
    assert point.assumed is hollow
    assert ("○" in text(table("stakeholders", analysis))) is hollow
    assert ("assumed or no evidence" in drawn(View.MAP)(analysis)) is hollow
    assert ("assumed or no evidence" in drawn(View.FOCUS)(analysis)) is hollow
    assert ("assumed or no evidence" in drawn(View.STAKEHOLDERS)(analysis)) is hollow
    last = describe(analysis.journey_map)["steps"][1]["emotion"]["ann"]
    assert (last["standing"] == Standing.ASSUMED) is hollow
    assert analysis.coverage.backed == 5 - hollow


@pytest.mark.parametrize("view", ["map in the terminal", "map", "flow drawn", "details"])
@pytest.mark.parametrize(
    ("counts", "words"), [("lost", "without what they came for"), ("neither", "ends otherwise")]
)
def test_ends_that_are_no_success_are_told_with_their_standing(
    view: str, counts: str, words: str
) -> None:
    way = f"next: {{to: end, share: 34 %, counts: {counts}}}"
    shown = SHOWN[view][0](analyse(f"title: A\nsteps: [{{action: B, {way}}}, C]"))
    told = shown.replace("\u00a0", " ").replace("\\xa0", " ").replace("\n", " ")
    assert "34 % (assumed)" in told
    assert words.rpartition(" ")[2] in told


@pytest.mark.parametrize(("own", "step", "standing"), CASES)
def test_the_risk_of_a_pain_is_a_figure_wherever_it_is_told(
    own: list[str], step: str, standing: Standing
) -> None:
    said = f", evidence: [{', '.join(own)}]" if own else ""
    pain = f"{{text: It hurts, kind: harm, severity: 3, probability: 3{said}}}"
    defined = BEGIN.partition("evidence:\n")[2].partition("metrics:")[0]
    fields = f"pains: [{pain}], evidence: [{step}]"
    analysis = analyse(f"title: A\nevidence:\n{defined}steps: [{{action: B, {fields}}}]")
    (hazard,) = analysis.hazards
    (point,) = analysis.leverage
    assumed = standing is Standing.ASSUMED
    assert (hazard.standing, point.drives[Driver.HAZARD].standing) == (standing, standing)
    for view in (
        text(leverage.build(analysis)),
        explained(analysis),
        text(table("pains", analysis)),
    ):
        assert ("○" in view) is assumed
    assert ("assumed" in str(details(analysis.journey_map))) is assumed
