"""What the claims of one map or of several rest on, and how many rest on it."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import partial

from journeymap.analysis.analysis import Analysis
from journeymap.model.fields import Namespace
from journeymap.model.journey_map import JourneyMap
from journeymap.model.names import Defined, step_route
from journeymap.model.references import Reference
from journeymap.model.vocabulary import Evidence
from journeymap.quick_dataclass import dataclass
from journeymap.tables.leverage import language_of
from journeymap.tables.several import Spot, head_of, spot_columns, title_of
from journeymap.tables.table import Column, Kind, Reader, Table
from journeymap.words.labels import day, label

_Key = tuple[str, str]
"""The file that defines something, and its id there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A piece of evidence, and where it is named.

    Attributes:
        evidence: the evidence.
        spots: the steps at which it is named, each once.
        times: how often it is named, at steps and elsewhere.
    """

    evidence: Defined[Evidence]
    spots: tuple[Spot, ...]
    times: int


def build(*analyses: Analysis) -> Table[Source]:
    """Tells the evidence of some maps, in the order in which it is defined."""
    found, language = _sources(analyses), language_of(analyses)
    return Table(
        title=title_of(analyses),
        lines=() if found else (label("no-evidence", language),),
        columns=(
            *_columns(analyses),
            *spot_columns(lambda each: each.spots, label("steps", language), analyses),
            *_further_columns(analyses),
        ),
        items=found,
        head=head_of(analyses, "evidence"),
        key="evidence",
    )


def _sources(analyses: Sequence[Analysis]) -> tuple[Source, ...]:
    known: dict[_Key, Defined[Evidence]] = {}
    spots: defaultdict[_Key, dict[object, Spot]] = defaultdict(dict)
    named: defaultdict[_Key, set[object]] = defaultdict(set)
    for analysis in analyses:
        journey_map = analysis.journey_map
        known |= {_key(each, journey_map): each for each in journey_map.evidence}
        steps = {step.route: step for step in journey_map.steps}
        for file, reference in _references(journey_map):
            for entry in reference.meanings[:1]:
                key = _key(entry, journey_map)
                named[key].add((file, reference.route))
                if file == journey_map.path and (step := steps.get(step_route(reference.route))):
                    spots[key][file, step.position] = (analysis, step)
        for step in journey_map.steps:
            for name in (name for pain in step.pains if pain.origin for name in pain.pain.evidence):
                if meant := journey_map.evidence.find(name):
                    at = journey_map.path, step.position
                    spots[_key(meant, journey_map)][at] = (analysis, step)
    return tuple(
        Source(evidence=entry, spots=tuple(spots[key].values()), times=len(named[key]))
        for key, entry in known.items()
    )


def _key(entry: Defined[Evidence], journey_map: JourneyMap) -> _Key:
    return entry.library or journey_map.path, entry.id


def _references(journey_map: JourneyMap) -> Iterator[tuple[str, Reference]]:
    """Walks where evidence is named, with the file: in the map, and in its libraries."""
    for each in journey_map.references_to(Namespace.EVIDENCE):
        yield journey_map.path, each
    for path, references in journey_map.library_references.items():
        yield from ((path, each) for each in references if each.to is Namespace.EVIDENCE)


def _columns(analyses: Sequence[Analysis]) -> Iterator[Column[Source]]:
    language = language_of(analyses)
    say, number = partial(label, language=language), Kind.NUMBER
    yield Column(
        key="id", title=say("id"), value=lambda each: each.evidence.id, reader=Reader.PROGRAMS
    )
    yield Column(key="name", title=say("evidence"), value=lambda each: each.evidence.label)
    yield Column(
        key="kind",
        title=say("kind"),
        value=lambda each: say(f"evidence-{kind}") if (kind := each.evidence.item.kind) else None,
        json=lambda each: each.evidence.item.kind,
    )
    yield Column(key="method", json=lambda each: each.evidence.item.approach)
    yield Column(
        title=say("method"),
        value=lambda each: (said := each.evidence.item.method) and say(f"method-{said}"),
        below=f"{say('method')}:",
    )
    yield Column(
        key="date",
        title=say("date"),
        value=lambda each: day(said, language) if (said := each.evidence.item.date) else None,
        json=lambda each: said.written if (said := each.evidence.item.date) else None,
        spare=2,
    )
    yield Column(key="n", title="n", kind=number, value=lambda each: each.evidence.item.n)
    yield Column(
        key="population",
        title=say("of"),
        kind=number,
        value=lambda each: each.evidence.item.population,
        spare=1,
    )
    yield Column(key="times", title=say("named"), kind=number, value=lambda each: each.times)


def _further_columns(analyses: Sequence[Analysis]) -> Iterator[Column[Source]]:
    say = partial(label, language=language_of(analyses))
    yield Column(
        key="from",
        title=say("voice"),
        value=lambda each: say(f"voice-{who}") if (who := each.evidence.item.from_) else None,
        json=lambda each: each.evidence.item.from_,
        below=f"{say('voice')}:",
    )
    for key in ("link", "note"):
        yield Column(key=key, title=say(key), value=partial(_said, key), below=f"{say(key)}:")


def _said(key: str, each: Source) -> str | None:
    said: str | None = getattr(each.evidence.item, key)
    return said
