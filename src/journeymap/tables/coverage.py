"""Coverage: how much of what can be said of steps the map says, and what backs it."""

from collections.abc import Iterator
from functools import partial

from journeymap.analysis.analysis import Analysis
from journeymap.analysis.coverage import Aspect, Cover
from journeymap.analysis.evidence import Standing
from journeymap.analysis.external import changes
from journeymap.model.journey_map import JourneyMap
from journeymap.tables.table import Column, Kind, Reader, Table
from journeymap.words.labels import day, label
from journeymap.words.standings import standings

_SPARE = (Aspect.METRIC, Aspect.EVIDENCE, Aspect.OPPORTUNITY, Aspect.PAIN, Aspect.CHANNEL)
"""What a narrow terminal leaves out, in this order."""


def build(analysis: Analysis) -> Table[Cover]:
    """Tells the coverage of each stage and of the whole map."""
    journey_map, coverage = analysis.journey_map, analysis.coverage
    language = journey_map.journey.language
    line = label("backed" if coverage.claims else "no-claims", language)
    return Table(
        title=journey_map.journey.title,
        lines=(
            line.format(backed=coverage.backed, claims=coverage.claims),
            *(
                [standings(coverage.figures, "figures-all", language)]
                if coverage.figures.all
                else []
            ),
            *_open(journey_map),
            *_changed(journey_map),
        ),
        columns=tuple(_columns(language)),
        items=(*(coverage.stages if len(coverage.stages) > 1 else ()), coverage.whole),
        head={
            "journey": journey_map.id,
            "view": "coverage",
            "claims": coverage.claims,
            "backed": coverage.backed,
            "questions": [
                {"text": text, "stage": stage, "step": step}
                for text, stage, step, _ in _questions(journey_map)
            ],
            "figures": {each.value: getattr(coverage.figures, each) for each in Standing},
        },
        key="stages",
        notes=(label("note-cover", language),),
    )


_Question = tuple[str, str | None, str | None, str]
"""What is open, the stage and the step, by id, and their name."""


def _questions(journey_map: JourneyMap) -> Iterator[_Question]:
    """Walks what the team does not know yet: of the map, its stages and its steps."""
    for text in journey_map.journey.questions:
        yield text, None, None, ""
    for stage in journey_map.stages:
        yield from ((text, stage.id, None, stage.label) for text in stage.stage.questions)
        for step in journey_map.steps_of(stage):
            yield from ((text, stage.id, step.id, step.label) for text in step.step.questions)


def _open(journey_map: JourneyMap) -> Iterator[str]:
    said = [f"{text} ({where})" if where else text for text, _, _, where in _questions(journey_map)]
    if said:
        yield f"{label('questions', journey_map.journey.language)}: {' · '.join(said)}"


def _changed(journey_map: JourneyMap) -> Iterator[str]:
    """Yields what changed outside, since when, and what of the map it affects."""
    language = journey_map.journey.language
    said = [
        " ".join(
            filter(
                None,
                (
                    each.what,
                    f"({day(each.change.date, language)})" if each.change.date else "",
                    f"→ {', '.join(each.affected)}" if each.affected else "",
                ),
            )
        )
        for each in changes(journey_map)
    ]
    if said:
        yield f"{label('external-changes', language)}: {' · '.join(said)}"


def _columns(language: str | None) -> Iterator[Column[Cover]]:
    say = partial(label, language=language)

    def name(cover: Cover) -> str:
        return (cover.stage.label or say("steps")) if cover.stage else say("whole")

    yield Column(
        key="id",
        title="Id",
        value=lambda cover: cover.stage.id if cover.stage else None,
        reader=Reader.PROGRAMS,
    )
    yield Column(key="stage", title=say("stage"), value=name)
    yield Column(key="steps", title=say("steps"), kind=Kind.NUMBER, value=lambda cover: cover.steps)
    for aspect in Aspect:
        yield Column(
            key=aspect,
            title=say(aspect),
            kind=Kind.SHARE,
            value=partial(Cover.share, aspect=aspect),
            spare=_SPARE.index(aspect) + 1 if aspect in _SPARE else 0,
        )
