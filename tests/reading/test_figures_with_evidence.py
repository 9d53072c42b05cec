"""Figures that carry evidence of their own: both forms say the same, and places stay right."""

from pathlib import Path

import pytest

from journeymap.model.between import Outcome
from journeymap.model.journey import Period
from journeymap.model.step import Step
from journeymap.model.vocabulary import EvidenceKind, Method, Speaker
from journeymap.workspace.files import MapFile
from journeymap.workspace.load import Loader

HEAD = """\
journeymap: 1
title: A
personas: [{id: ann, name: Ann}]
evidence: [{id: survey, kind: survey, n: 40, population: 80, from: family}]
"""


def read(fields: str, head: str = HEAD) -> MapFile:
    path = Path("/nowhere/m.journey.yaml")
    text = f"{head}steps: [{{action: B, {fields}}}]\n"
    return Loader(texts={path: text.encode()}).load([path]).asked[0]


def step(fields: str) -> Step:
    file = read(fields)
    assert file.journey_map is not None
    assert [finding.code for finding in file.findings] == []
    return file.journey_map.steps[0].step


@pytest.mark.parametrize(
    ("short", "full", "field"),
    [
        ("perceived: 2", "perceived: {rating: 2}", "perceived"),
        ("importance: {ann: 5}", "importance: {ann: {rating: 5}}", "importance"),
        ("expected: 4", "expected: {rating: 4}", "expected"),
        ("duration: 10 min", "duration: {time: 10 min}", "duration"),
        ("wait: 6 weeks", "wait: {time: 6 weeks}", "wait"),
        ("leaks: 8 %", "leaks: [{share: 8 %}]", "leaks"),
        ("next: end", "next: [{to: end}]", "next"),
    ],
)
def test_a_figure_alone_and_in_full_say_the_same(short: str, full: str, field: str) -> None:
    assert getattr(step(short), field) == getattr(step(full), field)


def test_every_figure_names_its_own_evidence() -> None:
    found = step(
        "perceived: {rating: 2, evidence: survey}, "
        "importance: {ann: {rating: 3, evidence: survey}}, "
        "expected: {rating: 4, evidence: survey}, duration: {time: 1 h, evidence: survey}, "
        "wait: {time: 1 d, evidence: survey}, leaks: [{share: 8 %, evidence: survey}], "
        "next: [{to: end, share: 5 %, counts: lost, evidence: [survey]}]"
    )
    figures = (
        found.perceived[""], found.importance["ann"], found.expected[""], found.duration,
        found.wait, found.leaks[0], found.next[0],
    )  # fmt: skip
    assert [each.evidence for each in figures if each] == [("survey",)] * 7
    assert found.next[0].counts is Outcome.LOST


def test_evidence_that_no_figure_can_name_is_told_where_it_stands() -> None:
    file = read("perceived: {rating: 2, evidence: [survey, surve]}")
    assert file.journey_map is not None
    unknown = [each.route for each in file.journey_map.references if each.text == "surve"]
    assert unknown == [("steps", 0, "perceived", "", "evidence", 1)]


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ("perceived: soso", '"soso" is no number'),
        ("perceived: 9", "9 is off the scale of a rating, 1 to 5"),
        ("perceived: {rating: 9}", "9 is off the scale of a rating, 1 to 5"),
        ("perceived: {ann: 9}", "9 is off the scale of a rating, 1 to 5"),
        ("perceived: {evidence: survey}", "a rating needs `rating`"),
        ("duration: soon", '"soon" is no length of time'),
        ("duration: {time: soon}", '"soon" is no length of time'),
        (
            "next: {to: end, counts: perhaps}",
            '"perhaps" is not among the values of `counts`',
        ),
    ],
)
def test_what_is_no_figure_is_told_in_the_same_words_in_either_form(fields: str, said: str) -> None:
    assert [finding.message for finding in read(fields).findings] == [said]


def test_no_rating_of_anybody_is_none() -> None:
    assert step("importance: {}").importance == {}


@pytest.mark.parametrize(
    ("written", "period"), [("4200", Period.YEAR), ("{n: 4200, per: month}", Period.MONTH)]
)
def test_a_map_says_how_many_start(written: str, period: Period) -> None:
    file = read("perceived: 2", f"{HEAD}starts: {written}\n")
    assert file.journey_map is not None
    starts = file.journey_map.journey.starts
    assert starts is not None
    assert (starts.n, starts.per) == (4200, period)


@pytest.mark.parametrize(
    ("kind", "method"),
    [
        (EvidenceKind.COMPLAINT, Method.QUALITATIVE),
        (EvidenceKind.DIARY, Method.QUALITATIVE),
        (EvidenceKind.REVIEW, Method.QUALITATIVE),
        (EvidenceKind.RECORDS, Method.QUANTITATIVE),
        (EvidenceKind.LITERATURE, None),
    ],
)
def test_kinds_of_evidence_count_or_tell(kind: EvidenceKind, method: Method | None) -> None:
    head = f"journeymap: 1\ntitle: A\nevidence: [{{id: e, kind: {kind}, from: staff}}]\n"
    file = read("evidence: e", head)
    assert file.journey_map is not None
    found = file.journey_map.evidence.find("e")
    assert found is not None
    assert (found.item.approach, found.item.from_) == (method, Speaker.STAFF)
