"""The flow through a map: who completes the journey, who is lost where, what closing gains."""

from collections.abc import Iterator
from functools import partial
from math import isfinite

from journeymap.analysis.analysis import Analysis
from journeymap.analysis.flow import Flow
from journeymap.model.journey_map import PlacedStep
from journeymap.tables.table import Cell, Column, Kind, Reader, Table
from journeymap.words.labels import label

_WHOLE = ("completion", "left", "unknown", "endless", "assumed", "standing")
"""What JSON tells of the whole flow."""
_SPARE = ("unknown", "visits", "completion")
"""What a narrow terminal leaves out, in this order."""


def build(analysis: Analysis) -> Table[PlacedStep]:
    """Tells what becomes of those who enter a journey."""
    journey_map, flow = analysis.journey_map, analysis.flow
    language = journey_map.journey.language
    return Table(
        title=journey_map.journey.title,
        lines=tuple(_lines(flow, language)),
        columns=tuple(_columns(flow, language)),
        items=journey_map.steps,
        head={
            "journey": journey_map.id,
            "view": "flow",
            **{key: getattr(flow, key) if flow else None for key in _WHOLE},
        },
        key="steps",
        notes=(label("note-flow", language),) if flow else (),
    )


def _lines(flow: Flow | None, language: str | None) -> Iterator[str]:
    if flow is None:
        yield label("no-flow", language)
        return
    yield label("flow-whole", language).format(
        completed=_of_100(flow.completion), left=_of_100(flow.left)
    )
    for key, share in (("flow-unknown", flow.unknown), ("flow-endless", flow.endless)):
        if round(share, 3):
            yield label(key, language).format(n=_of_100(share))
    if flow.assumed:
        yield label("flow-assumed", language)


def _of_100(share: float) -> str:
    return f"{round(100 * share, 1):g}"


def _columns(flow: Flow | None, language: str | None) -> Iterator[Column[PlacedStep]]:
    say = partial(label, language=language)
    yield Column(
        key="number",
        title=say("number"),
        kind=Kind.NUMBER,
        value=lambda each: each.position + 1,
    )
    yield Column(key="id", title="Id", value=lambda each: each.id, reader=Reader.PROGRAMS)
    yield Column(key="step", title=say("step"), value=lambda each: each.label)
    for key in ("visits", "completion", "lost", "unknown", "gain"):
        yield Column(
            key=key,
            title=say("unexplained" if key == "unknown" else key),
            kind=Kind.NUMBER if key == "visits" else Kind.SHARE,
            value=partial(_figure, flow, key),
            spare=_SPARE.index(key) + 1 if key in _SPARE else 0,
        )


def _figure(flow: Flow | None, key: str, placed_step: PlacedStep) -> Cell:
    """Returns a figure of a step; those who go round for ever come by without end: no number."""
    figure: float | None = getattr(flow.steps[placed_step.position], key) if flow else None
    return figure if figure is not None and isfinite(figure) else None
