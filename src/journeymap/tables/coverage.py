"""Coverage: how much of what can be said of steps the map says, and what backs it."""

from journeymap.analysis.analysis import Analysis
from journeymap.analysis.coverage import Aspect, Cover
from journeymap.tables.framed_table import Sheet
from journeymap.tables.table import Cell, Column, Kind, Table
from journeymap.words.table_labels import word


def build(analysis: Analysis) -> Sheet:
    """Tells the coverage of each stage and of the whole map."""
    found, covered = analysis.map, analysis.coverage
    language = found.journey.language
    said = "backed" if covered.claims else "no-claims"
    line = word(said, language).format(backed=covered.backed, claims=covered.claims)
    covers = (*covered.stages, covered.whole) if len(covered.stages) > 1 else (covered.whole,)
    return Sheet(
        title=found.journey.title,
        lines=(line,),
        table=Table(
            columns=(
                Column(key="id", title="Id"),
                Column(key="stage", title=word("stage", language)),
                Column(key="steps", title=word("steps", language), kind=Kind.NUMBER),
                *(
                    Column(key=aspect, title=word(aspect, language), kind=Kind.SHARE)
                    for aspect in Aspect
                ),
            ),
            rows=tuple(_row(cover, language) for cover in covers),
        ),
        head={
            "journey": found.id,
            "view": "coverage",
            "claims": covered.claims,
            "backed": covered.backed,
        },
        key="stages",
        for_programs=("id",),
        spare=("metric", "evidence", "opportunity", "pain", "channel"),
        notes=(word("note-cover", language),),
    )


def _row(cover: Cover, language: str | None) -> tuple[Cell, ...]:
    name = cover.stage.label or word("steps", language) if cover.stage else word("whole", language)
    return (
        cover.stage.id if cover.stage else None,
        name,
        cover.steps,
        *(cover.share(aspect) for aspect in Aspect),
    )
