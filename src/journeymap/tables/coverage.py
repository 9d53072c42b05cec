"""Coverage: how much of what can be said of steps the map says, and what backs it."""

from collections.abc import Iterator
from functools import partial

from journeymap.analysis.analysis import Analysis
from journeymap.analysis.coverage import Aspect, Cover
from journeymap.analysis.evidence import Standing
from journeymap.tables.table import Column, Kind, Reader, Table
from journeymap.words.labels import label
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
        ),
        columns=tuple(_columns(language)),
        items=(*(coverage.stages if len(coverage.stages) > 1 else ()), coverage.whole),
        head={
            "journey": journey_map.id,
            "view": "coverage",
            "claims": coverage.claims,
            "backed": coverage.backed,
            "figures": {each.value: getattr(coverage.figures, each) for each in Standing},
        },
        key="stages",
        notes=(label("note-cover", language),),
    )


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
