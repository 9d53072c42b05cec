"""Channels × stages: through what each part of the journey takes place."""

from collections.abc import Iterator, Sequence
from functools import partial

from journeymap.analysis.analysis import Analysis
from journeymap.model.journey_map import JourneyMap, PlacedStage, PlacedStep
from journeymap.model.vocabulary import Channel
from journeymap.tables.table import Cell, Column, Table
from journeymap.words.labels import label

_Row = tuple[str, tuple[tuple[PlacedStep, ...], ...]]
"""The id of a channel, and the steps that take place through it, stage by stage."""


def build(analysis: Analysis) -> Table[_Row]:
    """Tells which steps take place through which channel, stage by stage."""
    journey_map, matrix = analysis.journey_map, analysis.channel_matrix
    language = journey_map.journey.language
    return Table(
        title=journey_map.journey.title,
        lines=() if matrix.rows else (label("no-channel", language),),
        columns=tuple(_columns(journey_map, matrix.columns)),
        items=tuple(zip(matrix.rows, matrix.cells, strict=True)),
        head={"journey": journey_map.id, "view": "channels"},
        key="channels",
        notes=(label("numbers", language),) if matrix.rows else (),
    )


def _columns(journey_map: JourneyMap, stages: Sequence[PlacedStage]) -> Iterator[Column[_Row]]:
    language, label_of = journey_map.journey.language, journey_map.channels.label_of
    yield Column(
        key="channel",
        title=label("channel", language),
        value=lambda row: label_of(row[0]),
        json=lambda row: row[0],
    )
    yield Column(key="name", json=lambda row: label_of(row[0]))
    kind, owner = label("kind", language), label("owner", language)
    yield Column(
        key="kind",
        title=kind,
        value=lambda row: (
            (said := _channel(journey_map, row).kind) and label(f"channel-{said}", language)
        ),
        json=lambda row: _channel(journey_map, row).kind,
        below=f"{kind}:",
    )
    yield Column(
        key="owner",
        title=owner,
        value=lambda row: _channel(journey_map, row).owner,
        below=f"{owner}:",
    )
    for at, stage in enumerate(stages):
        yield Column(title=stage.label or label("steps", language), value=partial(_numbers, at))
    yield Column(
        key="stages",
        json=lambda row: {
            stage.id: [step.id for step in steps]
            for stage, steps in zip(stages, row[1], strict=True)
        },
    )


def _numbers(at: int, row: _Row) -> Cell:
    """Returns the numbers of the steps of a stage."""
    return ", ".join(f"{step.position + 1}" for step in row[1][at]) or None


def _channel(journey_map: JourneyMap, row: _Row) -> Channel:
    """Returns what is known of a channel; of one that is named alone, its name."""
    entry = journey_map.channels.find(row[0])
    return entry.item if entry else Channel(name=row[0])
