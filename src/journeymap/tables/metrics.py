"""What is measured in one map or in several: every metric with its latest values and target."""

from collections.abc import Iterator, Sequence
from functools import partial

from journeymap.analysis.analysis import Analysis
from journeymap.analysis.readings import newest, reached, readings
from journeymap.model.names import Defined, Route, stage_route, step_route
from journeymap.model.vocabulary import Metric, Reading
from journeymap.quick_dataclass import dataclass
from journeymap.tables.leverage import language_of
from journeymap.tables.several import head_of, title_of
from journeymap.tables.table import Column, Kind, Reader, Table
from journeymap.words.labels import day, label


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """A metric at a place of a map where it is measured, or one that is measured nowhere.

    Attributes:
        metric: the metric.
        analysis: that of the map; None where it is measured nowhere.
        route: where the reading stands.
        reading: the latest one there.
        earlier: those before it, in their order.
    """

    metric: Defined[Metric]
    analysis: Analysis | None = None
    route: Route = ()
    reading: Reading | None = None
    earlier: tuple[Reading, ...] = ()

    @property
    def met(self) -> bool | None:
        """Whether the target is reached; None where that is not known."""
        value = self.reading.value if self.reading else None
        return reached(self.metric.item, value, self.metric.item.target)


def build(*analyses: Analysis) -> Table[Measured]:
    """Tells the metrics of some maps, each at every place where it is measured."""
    found, language = tuple(_measured(analyses)), language_of(analyses)
    return Table(
        title=title_of(analyses),
        lines=() if found else (label("no-metrics", language),),
        columns=(*_columns(analyses), *_value_columns(analyses)),
        items=found,
        head=head_of(analyses, "metrics"),
        key="metrics",
    )


def _measured(analyses: Sequence[Analysis]) -> Iterator[Measured]:
    """Walks metrics in the order of their definitions, and of each the places of all maps."""
    metrics: dict[tuple[str, str], Defined[Metric]] = {}
    places: dict[tuple[str, str], list[Measured]] = {}
    for analysis in analyses:
        journey_map = analysis.journey_map
        for each in journey_map.metrics:
            metrics.setdefault((each.library or journey_map.path, each.id), each)
        every = list(readings(journey_map))
        for route, reading in newest(every, journey_map.metrics):
            if metric := journey_map.metrics.find(reading.metric):
                key = metric.library or journey_map.path, metric.id
                same = [
                    other
                    for at, other in every
                    if at[:-1] == route[:-1]
                    and other is not reading
                    and journey_map.metrics.id_of(other.metric) == metric.id
                ]
                found = Measured(
                    metric=metric,
                    analysis=analysis,
                    route=route,
                    reading=reading,
                    earlier=tuple(same),
                )
                places.setdefault(key, []).append(found)
    for key, metric in metrics.items():
        yield from places.get(key) or [Measured(metric=metric)]


def _where(each: Measured) -> str | None:
    """Returns the step or the stage that is measured; nothing for the map as a whole."""
    if each.analysis is None:
        return None
    journey_map = each.analysis.journey_map
    if at := step_route(each.route):
        return journey_map.step_at(at).label
    at = stage_route(each.route)
    return next((stage.label for stage in journey_map.stages if stage.route == at and at), None)


def _columns(analyses: Sequence[Analysis]) -> Iterator[Column[Measured]]:
    say = partial(label, language=language_of(analyses))
    several, programs = len(analyses) > 1, Reader.PROGRAMS
    yield Column(key="id", title=say("id"), value=lambda each: each.metric.id, reader=programs)
    yield Column(key="name", title=say("metric-name"), value=lambda each: each.metric.label)
    yield Column(
        key="kind",
        title=say("kind"),
        value=lambda each: each.metric.item.kind,
        json=lambda each: each.metric.item.kind,
        reader=programs,
    )
    yield Column(
        title=say("kind"),
        value=lambda each: (kind := each.metric.item.kind) and say(f"metric-{kind}"),
        reader=Reader.PEOPLE,
        below=f"{say('kind')}:",
    )
    yield Column(
        key="scale",
        title=say("scale"),
        value=lambda each: each.metric.item.scale,
        below=f"{say('scale')}:",
    )
    yield Column(
        key="journey",
        title=say("map"),
        value=lambda each: each.analysis.journey_map.id if each.analysis else None,
        reader=Reader.ANYBODY if several else programs,
        spare=2,
    )
    yield Column(key="place", title=say("measured-at"), value=_where, spare=1)


def _value_columns(analyses: Sequence[Analysis]) -> Iterator[Column[Measured]]:
    language = language_of(analyses)
    say, number = partial(label, language=language), Kind.NUMBER
    yield Column(
        key="value",
        title=say("value"),
        kind=number,
        value=lambda each: each.reading.value if each.reading else None,
    )
    yield Column(
        key="target", title=say("target"), kind=number, value=lambda each: each.metric.item.target
    )
    yield Column(key="unit", title=say("unit"), value=lambda each: each.metric.item.unit, spare=4)
    yield Column(
        key="met",
        title=say("target-met"),
        value=lambda each: None if each.met is None else say("yes" if each.met else "no"),
        json=lambda each: each.met,
    )
    yield Column(
        key="as_of",
        title=say("as-of"),
        value=lambda each: (
            day(each.reading.as_of, language) if each.reading and each.reading.as_of else None
        ),
        json=lambda each: (
            each.reading.as_of.written if each.reading and each.reading.as_of else None
        ),
        spare=3,
    )
    yield from _ground_columns(language)


def _ground_columns(language: str | None) -> Iterator[Column[Measured]]:
    """Yields what stood before a value, and what it rests on."""
    say = partial(label, language=language)
    yield Column(
        key="earlier",
        title=say("earlier-values"),
        value=lambda each: tuple(f"{one.value:g}" for one in each.earlier if one.value is not None),
        json=lambda each: [
            {"value": one.value, "as_of": one.as_of.written if one.as_of else None}
            for one in each.earlier
        ],
        below=f"{say('earlier-values')}:",
    )
    yield Column(
        key="evidence",
        title=say("evidence"),
        value=_evidence,
        json=lambda each: list(each.reading.evidence) if each.reading else [],
        below=f"{say('evidence')}:",
    )


def _evidence(each: Measured) -> tuple[str, ...]:
    if each.analysis is None or each.reading is None:
        return ()
    known = each.analysis.journey_map.evidence
    return tuple(map(known.label_of, each.reading.evidence))
