"""The flow through a map: who completes the journey, who is lost where, what closing gains."""

from collections.abc import Iterator
from math import isfinite

from journeymap.analysis.analysis import Analysis
from journeymap.analysis.flow import Flow
from journeymap.model.journey_map import PlacedStep
from journeymap.tables.framed_table import Sheet
from journeymap.tables.table import Cell, Column, Kind, Table
from journeymap.words.table_labels import word


def build(analysis: Analysis) -> Sheet:
    """Tells what becomes of those who enter a journey."""
    found, flow = analysis.map, analysis.flow
    language = found.journey.language
    figures = ("completion", "left", "unknown", "endless")
    kinds = {"id": Kind.TEXT, "step": Kind.TEXT, "number": Kind.NUMBER, "visits": Kind.NUMBER}
    keys = ("number", "id", "step", "visits", "completion", "lost", "unknown", "gain")
    titles = {"id": "Id", "unknown": word("unexplained", language)}
    return Sheet(
        title=found.journey.title,
        lines=tuple(_lines(flow, language)),
        table=Table(
            columns=tuple(
                Column(
                    key=key,
                    title=titles.get(key) or word(key, language),
                    kind=kinds.get(key, Kind.SHARE),
                )
                for key in keys
            ),
            rows=tuple(tuple(_row(flow, placed)) for placed in found.steps),
        ),
        head={
            "journey": found.id,
            "view": "flow",
            **{key: getattr(flow, key) if flow else None for key in figures},
            "assumed": flow.assumed if flow else None,
        },
        key="steps",
        spare=("unknown", "visits", "completion"),
        for_programs=("id",),
        notes=(word("note-flow", language),) if flow else (),
    )


def _lines(flow: Flow | None, language: str | None) -> Iterator[str]:
    if flow is None:
        yield word("no-flow", language)
        return
    yield word("flow-whole", language).format(
        completed=_of_100(flow.completion), left=_of_100(flow.left)
    )
    for key, share in (("flow-unknown", flow.unknown), ("flow-endless", flow.endless)):
        if round(share, 3):
            yield word(key, language).format(n=_of_100(share))
    if flow.assumed:
        yield word("flow-assumed", language)


def _of_100(share: float) -> str:
    return f"{round(100 * share, 1):g}"


def _row(flow: Flow | None, placed: PlacedStep) -> Iterator[Cell]:
    yield placed.position + 1
    yield placed.id
    yield placed.label
    if flow is None:
        yield from (None,) * 5
        return
    step = flow.steps[placed.position]
    # Those who go round for ever come by without end, which is no number.
    yield step.visits if isfinite(step.visits) else None
    yield from (step.completion, step.lost, step.unknown, step.gain)
