"""Channels × stages: through what each part of the journey takes place."""

from journeymap.analysis.analysis import Analysis
from journeymap.tables.framed_table import Sheet
from journeymap.tables.table import Column, Table
from journeymap.words.table_labels import word


def build(analysis: Analysis) -> Sheet:
    """Tells which steps take place through which channel, stage by stage."""
    found, matrix = analysis.map, analysis.channel_matrix
    language = found.journey.language
    names = [stage.label or word("steps", language) for stage in matrix.columns]
    rows = tuple(
        (
            found.channels.label_of(channel),
            *(", ".join(f"{step.position + 1}" for step in steps) or None for steps in cells),
        )
        for channel, cells in zip(matrix.rows, matrix.cells, strict=True)
    )
    records = tuple(
        {
            "channel": channel,
            "name": found.channels.label_of(channel),
            "stages": {
                stage.id: [step.id for step in steps]
                for stage, steps in zip(matrix.columns, cells, strict=True)
            },
        }
        for channel, cells in zip(matrix.rows, matrix.cells, strict=True)
    )
    return Sheet(
        title=found.journey.title,
        lines=() if rows else (word("no-channel", language),),
        table=Table(
            columns=(
                Column(key="channel", title=word("channel", language)),
                *(
                    Column(key=stage.id, title=name)
                    for stage, name in zip(matrix.columns, names, strict=True)
                ),
            ),
            rows=rows,
        ),
        head={"journey": found.id, "view": "channels"},
        key="channels",
        records=records,
        notes=(word("numbers", language),) if rows else (),
    )
