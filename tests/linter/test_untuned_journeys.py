"""Maps of kinds that no rule was made for: what is right is left alone, what is wrong is told."""

from collections.abc import Sequence
from functools import cache
from pathlib import Path

import pytest
from tests.linter.test_examples_read_well import twice

from journeymap.linter.diagnostic import Diagnostic
from journeymap.linter.engine import lint
from journeymap.linter.profiles import Selection
from journeymap.linter.registry import RULES
from journeymap.model.journey import Status
from journeymap.testing import TODAY
from journeymap.workspace.load import Loader

FOLDER = Path(__file__).parents[1] / "journeys"

RIGHT = {
    "benefit-appeal": """
        sees-adviser undeclared-handoff     he walks in himself
        files        undeclared-handoff     he sends the form himself
        gets-evidence undeclared-handoff    he rings the GP himself
        gets-evidence handoff-mismatch      the adviser comes to the hearing
        bundle       handoff-mismatch       so it is
        night-before unexplained-low        fear before the hearing
        hearing      unpreferred-channel    a hearing is where the judge is
        hearing      unexplained-low        it was better than expected
        hearing      unserved-influencer    nobody has to serve a tribunal
        waits-outside missing-channel       he waits
        paid         forgotten-information  bank details are used up
        gets-evidence long-wait             nobody knows whether it is planned
    """,
    "home-birth": """
        labour       unexplained-low        a birth that was better than feared
        ward         unexplained-low        so is this
        transfer     handoff-mismatch       the hospital takes over
        calls        undeclared-handoff     she rings herself
        registers    undeclared-handoff     she goes herself
        registers    asked-twice            a signature is used up
        claims       undeclared-handoff     she sends the bill herself
        farewell     bad-ending             a farewell
        farewell     possible-overkill      nobody is too kind there
        farewell     unexplained-low        a farewell
        scan         unpreferred-channel    a scan is where the machine is
    """,
    "donante": """
        operado      unpreferred-channel    an operation is on the ward
        operado      asked-twice            nothing is asked
        analisis     unpreferred-channel    blood is drawn in person
        juzgado      unpreferred-channel    one stands before the judge
        juzgado      unexplained-low        fear that a thought explains
        cura         unpreferred-channel    a wound is dressed in person
        juzgado      unserved-influencer    nobody has to serve a court
        baja         undeclared-handoff     he sends it himself
    """,
    "refugee": """
        queues       missing-channel        she queues
        prints       unpreferred-channel    fingerprints are taken in person
        prints       unexplained-low        her need says what she lacks
        doctor       unpreferred-channel    so is an examination
        registers    unexplained-low        a pain says why
        interview    unexplained-low        what she says explains it
        bed          unpreferred-channel    one moves in where the bed is
    """,
    "implant": """
        przed        missing-channel        he waits
        przed        unexplained-low        there is a need before the operation
        zabieg       long-wait              it is planned
        zabieg       silent-wait            and announced
        zabieg       unpreferred-channel    an implant is set in person
        laboratorium asked-twice            he is not there
        raty         undeclared-handoff     he asks the bank himself
    """,
    "hospice": """
        told         unpreferred-channel    such news are told in person
        told         unexplained-low        a need explains grief
        dies         missing-emotion        he dies
        dies         unexplained-low        it was as good as it could be
        undertaker   unexplained-low        a need explains grief
        undertaker   unpreferred-channel    one chooses where the coffins are
        remembrance  bad-ending             she is sad, and glad that she came
        approval     undeclared-handoff     an insurance hands over nobody
    """,
    "boda": """
        boda         unpreferred-channel    one marries before the judge
        boda         asked-twice            a signature is used up
        entrevista   unpreferred-channel    a hearing is where the judge is
        certificado  unpreferred-channel    it is handed over at the desk
        certificado  unimproved-strength    only the registry says that it goes well
        soltero      unexplained-low        her need says what she waits for
        fecha        unexplained-low        expected and perceived say it
        espera       missing-need           nobody of theirs is there
        espera       missing-emotion        nobody of theirs is there
    """,
}
"""Steps of which a rule would be wrong to tell, and why."""

WRONG = {
    "benefit-appeal": {
        ("reads-refusal", "leverage-point"),
        ("asks-again", "silent-wait"),
        ("night-before", "unserved-influencer"),
        ("files", "unpreferred-channel"),
    },
    "home-birth": {
        ("defends", "leverage-point"),
        ("ward", "undeclared-handoff"),
        ("registers", "unpreferred-channel"),
        ("claims", "silent-wait"),
    },
    "donante": {
        ("alta", "leverage-point"),
        ("revision", "asked-twice"),
        ("apto", "undeclared-handoff"),
        ("baja", "unpreferred-channel"),
    },
    "refugee": {
        ("queues", "silent-wait"),
        ("interview", "leverage-point"),
        ("school", "asked-twice"),
    },
    "implant": {
        ("wycisk", "incomplete-handoff"),
        ("wycena", "leverage-point"),
        ("pytanie", "severe-harm"),
        ("korona", "bad-ending"),
    },
    "hospice": {
        ("approval", "leverage-point"),
        ("moves", "incomplete-handoff"),
        ("pain", "unserved-influencer"),
    },
    "boda": {
        ("presenta", "leverage-point"),
        ("entrevista", "leverage-point"),
        ("espera", "incomplete-handoff"),
        ("fecha", "asked-twice"),
        ("aprueba", "unpreferred-channel"),
    },
}
"""Steps of which a rule is to tell."""


@cache
def found(name: str) -> tuple[Diagnostic, ...]:
    workspace = Loader(shown_from=FOLDER).load([FOLDER / f"{name}.journey.yaml"])
    return lint(workspace, RULES, Selection(profile=Status.PUBLISHED), TODAY).diagnostics


def told(name: str) -> set[tuple[str, str]]:
    """The steps of which rules tell, by themselves or at a place that a finding names as well."""
    lines = (FOLDER / f"{name}.journey.yaml").read_text(encoding="utf-8").splitlines()
    own = {(str(each.step), str(each.rule.name)) for each in found(name)}
    return own | {
        (step_above(lines, other.start.line), str(each.rule.name))
        for each in found(name)
        for other in each.related
        if other.message == "here as well"
    }


def step_above(lines: Sequence[str], line: int) -> str:
    """The id of the step that a line of a map stands in."""
    above = (each.strip() for each in reversed(lines[:line]))
    return next(each for each in above if each.startswith("- id: ")).removeprefix("- id: ")


@pytest.mark.parametrize("name", RIGHT)
def test_what_looks_wrong_and_is_right_is_left_alone(name: str) -> None:
    right = {tuple(line.split()[:2]) for line in RIGHT[name].strip().splitlines()}
    assert right & told(name) == set()


@pytest.mark.parametrize("name", WRONG)
def test_what_is_wrong_is_told(name: str) -> None:
    assert WRONG[name] - told(name) == set()


@pytest.mark.parametrize("name", RIGHT)
def test_the_steps_and_the_rules_are_there_and_no_map_has_an_error(name: str) -> None:
    journey_map = Loader().load([FOLDER / f"{name}.journey.yaml"]).asked[0].journey_map
    assert journey_map is not None
    steps = {each.id for each in journey_map.steps}
    named = {tuple(line.split()[:2]) for line in RIGHT[name].strip().splitlines()}
    assert {step for step, _ in named | WRONG[name]} <= steps
    assert {rule for _, rule in named | WRONG[name]} <= {rule.name for rule in RULES}
    assert [each.message for each in found(name) if each.severity == "error"] == []


@pytest.mark.parametrize("name", RIGHT)
def test_nothing_is_said_of_a_step_twice(name: str) -> None:
    told = twice(found(name))
    # A harm that nothing answers stands by itself, and its leverage point leaves it to that.
    assert [each for each in told if each[3] != ["leverage-point", "severe-harm"]] == []
