"""What the flow view says: steps, the ways between them, and who leaves."""

from collections.abc import Iterator, Sequence

from journeymap.analysis.analysis import Analysis
from journeymap.analysis.flow import Flow
from journeymap.model.journey_map import JourneyMap, PlacedStep
from journeymap.quick_dataclass import dataclass
from journeymap.views.sheet.content import leak_words, percent
from journeymap.words.labels import label

_ALL = 0.9995
"""Share from which on everybody goes: nothing is to be told."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stop:
    """A step, or the end of the journey.

    Attributes:
        key: its id; "" for the end.
        number: from 1; 0 for the end.
        stage: position of its stage.
        title: what happens.
        head: its number, and how many come there.
        handoffs: who takes over.
        leaks: those who leave.
    """

    key: str
    number: int
    stage: int
    title: str
    head: str
    handoffs: tuple[str, ...]
    leaks: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A way from one stop to another.

    Attributes:
        source: position of the stop that it leaves.
        target: position of the stop that it leads to.
        share: the share of those there who take it; "" where all do, or where it is unknown.
        volume: share of all who enter that pass it, 0 to 1; None where it is unknown.
        back: whether it leads back.
    """

    source: int
    target: int
    share: str
    volume: float | None
    back: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Net:
    """The flow in words.

    Attributes:
        stops: the steps in order, then the end.
        links: the ways between them.
        stages: names of stages.
        summary: what becomes of all who enter.
        language: of labels.
    """

    stops: tuple[Stop, ...]
    links: tuple[Link, ...]
    stages: tuple[str, ...]
    summary: str
    language: str


def read(analysis: Analysis) -> Net:
    """Returns the flow of a map in words."""
    journey_map, flow = analysis.journey_map, analysis.flow
    language = journey_map.journey.language or "en"
    stops = [_stop(journey_map, placed_step, flow, language) for placed_step in journey_map.steps]
    end = Stop(
        key="",
        number=0,
        stage=journey_map.steps[-1].stage.position,
        title=_end(flow, language),
        head="",
        handoffs=(),
        leaks=(),
    )
    return Net(
        stops=(*stops, end),
        links=tuple(_links(analysis, len(stops))),
        stages=tuple(stage.label for stage in journey_map.stages),
        summary=_summary(flow, language),
        language=language,
    )


def _end(flow: Flow | None, language: str) -> str:
    if flow is None:
        return label("the-end", language)
    return label("reach-end", language).format(n=round(100 * flow.completion))


def _summary(flow: Flow | None, language: str) -> str:
    """Tells what becomes of all who enter; "" where no share is stated."""
    if flow is None:
        return label("order-only", language)
    parts = [
        label(key, language).format(n=round(100 * share))
        for key, share in (("reach-end", flow.completion), ("leave-n", flow.left),
                           ("unknown-n", flow.unknown), ("endless-n", flow.endless))
        if key == "reach-end" or round(100 * share)
    ]  # fmt: skip
    words = ", ".join(parts)
    return f"{words} ({label('assumed-share', language)})" if flow.assumed else words


def _stop(
    journey_map: JourneyMap, placed_step: PlacedStep, flow: Flow | None, language: str
) -> Stop:
    number = str(placed_step.position + 1)
    visits = flow.steps[placed_step.position].visits if flow else None
    if visits is not None and visits <= 1:
        number += f" · {label('come-here', language).format(n=round(100 * visits))}"
    return Stop(
        key=placed_step.id,
        number=placed_step.position + 1,
        stage=placed_step.stage.position,
        title=placed_step.label,
        head=number,
        handoffs=tuple(journey_map.person_label(each.to) for each in placed_step.step.handoff),
        leaks=tuple(leak_words(journey_map, placed_step, leak) for leak in placed_step.step.leaks),
    )


def _links(analysis: Analysis, end: int) -> Iterator[Link]:
    """Yields the ways between steps and to the end that anybody may take."""
    flow = analysis.flow
    for exits in analysis.ways.exits:
        source = exits.step.position
        for way in exits.ways:
            if not way.is_open:
                continue
            share = way.share if flow else None
            splits = share is not None and share < _ALL
            yield Link(
                source=source,
                target=end if way.target is None else way.target,
                share=percent(share) if splits and share is not None else "",
                volume=_volume(flow, source, share),
                back=way.back,
            )


def _volume(flow: Flow | None, source: int, share: float | None) -> float | None:
    """Returns the share of all who enter that pass a way."""
    if flow is None or share is None:
        return None
    return min(1.0, flow.steps[source].visits * share)


def crossing(net: Net, links: Sequence[Link], source: int, shown: range) -> Iterator[str]:
    """Yields words for the ways from a stop to steps on other pages."""
    for link in links:
        if link.source == source and link.target not in shown:
            stop = net.stops[link.target]
            where = f"{stop.number} {stop.title}" if stop.number else stop.title
            yield " ".join(part for part in (link.share, f"→ {where}") if part)
