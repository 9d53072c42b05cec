"""Gaps between what is expected, what matters and how it was, step by step and per person."""

from collections.abc import Iterator

from journeymap.analysis.analysis import Analysis
from journeymap.analysis.ratings import Rating, raters, ratings
from journeymap.model.step import Moment
from journeymap.tables.framed_table import Sheet
from journeymap.tables.table import Cell, Column, Kind, Table
from journeymap.words.table_labels import word


def build(analysis: Analysis) -> Sheet:
    """Tells the ratings of everybody who rated a step; the persona's gaps where nobody did."""
    found, language = analysis.map, analysis.map.journey.language
    people = raters(found) or (found.persona_id,)
    by_person = [ratings(found, who) for who in people]
    rated = [
        each
        for same_step in zip(*by_person, strict=True)
        for each in same_step
        if each.known or each.person == found.persona_id
    ]
    return Sheet(
        title=found.journey.title,
        lines=tuple(_lines(analysis, rated)),
        table=Table(
            columns=tuple(_columns(language, several=len(people) > 1)),
            rows=tuple(tuple(_row(analysis, each, len(people) > 1)) for each in rated),
        ),
        head={
            "journey": found.id,
            "view": "gaps",
            "moment_of_truth": truth.step.id if (truth := analysis.moment_of_truth) else None,
        },
        key="steps",
        records=tuple(_record(each) for each in rated),
        spare=("importance", "expected", "perceived"),
        for_programs=("id",),
        notes=tuple(_notes(analysis, rated)),
    )


def _lines(analysis: Analysis, rated: list[Rating]) -> Iterator[str]:
    language = analysis.map.journey.language
    if not any(each.known for each in rated):
        yield word("none-rated", language)
    if truth := analysis.moment_of_truth:
        yield word("truth-computed", language).format(step=truth.step.label)
    declared = [step.label for step in analysis.map.steps if Moment.TRUTH in step.step.moment]
    if declared:
        yield word("truth-declared", language).format(steps=", ".join(declared))


def _columns(language: str | None, *, several: bool) -> Iterator[Column]:
    yield Column(key="number", title=word("number", language), kind=Kind.NUMBER)
    yield Column(key="id", title="Id")
    yield Column(key="step", title=word("step", language))
    if several:
        yield Column(key="person", title=word("person", language))
    for key in ("importance", "expected", "perceived", "gap", "score"):
        yield Column(key=key, title=word(key, language), kind=Kind.NUMBER)
    yield Column(key="quadrant", title=word("quadrant", language))


def _row(analysis: Analysis, each: Rating, several: bool) -> Iterator[Cell]:  # noqa: FBT001
    language, score = analysis.map.journey.language, each.opportunity
    yield each.step.position + 1
    yield each.step.id
    yield each.step.label
    if several:
        yield analysis.map.person_label(each.person)
    yield each.importance
    yield each.expected
    yield each.perceived
    yield each.gap
    yield score.value if score else None
    words = [word(each.quadrant, language)] if each.quadrant else []
    if score and score.band:
        words.append(word(score.band, language))
    if score and score.over_served:
        words.append(word("over-served", language))
    if each.assumed and each.known:
        words.append(word("assumed", language))
    yield ", ".join(words) or None


def _record(each: Rating) -> dict[str, object]:
    score = each.opportunity
    return {
        "id": each.step.id,
        "stage": each.step.stage.id,
        "person": each.person or None,
        "importance": each.importance,
        "expected": each.expected,
        "perceived": each.perceived,
        "gap": each.gap,
        "quadrant": each.quadrant,
        "opportunity": score.value if score else None,
        "band": score.band if score else None,
        "over_served": bool(score and score.over_served),
        "surveyed": each.surveyed,
        "assumed": each.assumed,
    }


def _notes(analysis: Analysis, rated: list[Rating]) -> Iterator[str]:
    language = analysis.map.journey.language
    if any(each.assumed and each.known for each in rated):
        yield word("note-assumed", language)
    yield word("note-gaps", language)
    scores = [each.opportunity for each in rated if each.opportunity]
    if scores and not any(score.surveyed for score in scores):
        yield word("note-team", language)
