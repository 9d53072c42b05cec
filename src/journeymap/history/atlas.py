"""All maps of a repository at a glance: how each stands, what links them, what none covers."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from datetime import date, timedelta
from pathlib import Path

from journeymap.analysis.analysis import Analysis
from journeymap.analysis.leverage import Point
from journeymap.analysis.time import Part, Total
from journeymap.findings import Severity
from journeymap.history.clusters import Cluster, clusters
from journeymap.history.sub_journeys import Contradiction, contradictions
from journeymap.linter.diagnostic import Diagnostic, Report
from journeymap.model.fields import FileKind
from journeymap.model.journey import Library, Status
from journeymap.model.journey_map import JourneyMap
from journeymap.model.names import define
from journeymap.model.units import DAYS_PER_MONTH
from journeymap.model.unread import UnreadError, readable
from journeymap.quick_dataclass import dataclass
from journeymap.workspace.files import MapFile, Workspace

REVIEW_EVERY = timedelta(days=6 * DAYS_PER_MONTH)
"""How often a map is reviewed that says nothing else."""
_SHARED = ("personas", "channels", "metrics")


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A map in the catalogue.

    Attributes:
        file: the map.
        analysis: what is computed from it; None where it has no steps that can be read.
        findings: what lint tells of it at its own status.
        meets: the strictest status whose rules all hold; None where those of a draft do not.
        due: the day on which its review is due; None where it was never reviewed.
        leads_to: the maps that it names.
        named_by: the maps that name it.
    """

    file: MapFile
    analysis: Analysis | None
    findings: tuple[Diagnostic, ...]
    meets: Status | None
    due: date | None
    leads_to: tuple[Path, ...] = ()
    named_by: tuple[Path, ...] = ()

    @property
    def journey_map(self) -> JourneyMap | None:
        """The map; None where nothing of it could be read."""
        return self.file.journey_map

    @property
    def completion(self) -> float | None:
        """Share of those who begin that complete the journey; None where no share is stated."""
        return self.analysis.flow.completion if self.analysis and self.analysis.flow else None

    @property
    def waiting(self) -> Total | None:
        """Time between steps; None where none is recorded."""
        total = self.analysis.times.whole.main[Part.WAITING] if self.analysis else None
        return total if total and total.is_known else None

    @property
    def first(self) -> Point | None:
        """The first leverage point."""
        return next(iter(self.analysis.leverage), None) if self.analysis else None

    def count(self, severity: Severity) -> int:
        """Returns how many findings weigh so much."""
        return sum(each.severity is severity for each in self.findings)


@dataclass(frozen=True, slots=True, kw_only=True)
class BlindSpot:
    """Stages of a framework that no map which is held against it covers.

    Attributes:
        framework: its id.
        stages: their ids, in order.
    """

    framework: str
    stages: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Atlas:
    """All maps, and what is to be told of them together.

    Attributes:
        entries: the maps in order.
        orphans: maps that name no other one and that none names, where there are links at all.
        one_id: maps that share an id, by it.
        unused: libraries that no map uses.
        likenesses: personas, channels and metrics of different files that may be the same, by list;
            a map and its desired one tell of the same.
        blind_spots: stages that no map covers.
        contradictions: between a step and the map that it leads to.
        pains: pains that come again in several maps.
        ideas: ideas that do.
    """

    entries: tuple[Entry, ...]
    orphans: tuple[Entry, ...]
    one_id: Mapping[str, tuple[Entry, ...]]
    unused: tuple[MapFile, ...]
    likenesses: Mapping[str, tuple[Cluster, ...]]
    blind_spots: tuple[BlindSpot, ...]
    contradictions: tuple[Contradiction, ...]
    pains: tuple[Cluster, ...]
    ideas: tuple[Cluster, ...]


def atlas(workspace: Workspace, report: Report) -> Atlas:
    """Returns the catalogue of the maps that were asked for.

    Args:
        workspace: maps and libraries.
        report: what lint finds in them at their own status, with the status that each meets.
    """
    entries = tuple(_entries(workspace, report))
    analyses = [each.analysis for each in entries if each.analysis]
    wishes = {link.target for e in entries for link in e.file.links if link.route == ("desired",)}
    current = [e.analysis for e in entries if e.analysis and e.file.path not in wishes]
    linked = any(each.leads_to or each.named_by for each in entries)
    by_id = defaultdict[str, list[Entry]](list)
    for each in entries:
        if each.journey_map is not None:
            by_id[each.journey_map.id].append(each)
    used = {link.target for file in workspace.files.values() for link in file.links}
    return Atlas(
        entries=entries,
        orphans=tuple(e for e in entries if linked and not (e.leads_to or e.named_by)),
        one_id={name: tuple(same) for name, same in by_id.items() if len(same) > 1},
        unused=tuple(
            file
            for file in workspace.asked
            if file.kind is FileKind.LIBRARY and file.path not in used
        ),
        likenesses={name: clusters(_definitions(workspace, name, wishes)) for name in _SHARED},
        blind_spots=tuple(_blind_spots(analyses)),
        contradictions=tuple(contradictions(workspace, {e.file.path: e.analysis for e in entries})),
        pains=clusters(_pains(current)),
        ideas=clusters(_ideas(current)),
    )


def _entries(workspace: Workspace, report: Report) -> Iterator[Entry]:
    maps = [file for file in workspace.asked if file.kind is FileKind.JOURNEY]
    meets = {each.shown.raw: each.meets for each in report.maturities}
    named_by = defaultdict[Path, list[Path]](list)
    leads = {file.path: tuple(_leads_to(file)) for file in maps}
    for path, targets in leads.items():
        for target in targets:
            named_by[target].append(path)
    for file in maps:
        journey_map = file.journey_map
        has_steps = journey_map is not None and bool(journey_map.steps)
        yield Entry(
            file=file,
            analysis=Analysis(journey_map=journey_map, weights=file.configuration.weights)
            if journey_map and has_steps
            else None,
            findings=report.of_file(file.path),
            meets=meets.get(file.shown),
            due=_due(journey_map),
            leads_to=leads[file.path],
            named_by=tuple(dict.fromkeys(named_by[file.path])),
        )


def _leads_to(file: MapFile) -> Iterator[Path]:
    targets = (
        link.target
        for link in file.links
        if link.target and link.kind is FileKind.JOURNEY and link.target != file.path
    )
    yield from dict.fromkeys(targets)


def _due(journey_map: JourneyMap | None) -> date | None:
    if journey_map is None:
        return None
    try:
        reviewed, every = journey_map.journey.reviewed, journey_map.journey.review_every
    except UnreadError:
        return None
    if reviewed is None:
        return None
    return reviewed.date + (timedelta(days=every.days) if every else REVIEW_EVERY)


def _definitions(
    workspace: Workspace, field: str, left_out: AbstractSet[Path | None]
) -> Iterator[tuple[str, str]]:
    """Walks the names of what each file defines, with the file."""
    for file in workspace.files.values():
        if file.path in left_out:
            continue
        model = file.model
        if file.journey_map is not None:
            model = file.journey_map.journey
        if isinstance(model, Library) or file.journey_map is not None:
            for entry in readable(tuple(define(getattr(model, field), field))):
                yield entry.label, file.shown


def _blind_spots(analyses: Iterable[Analysis]) -> Iterator[BlindSpot]:
    covered = defaultdict[str, set[str]](set)
    frameworks = {}
    for each in analyses:
        framework = each.journey_map.framework
        if framework is not None:
            frameworks[framework.id] = framework
            for stage in readable(each.journey_map.stages):
                covered[framework.id].update(one.id for one in each.journey_map.aligned(stage))
    for name, framework in frameworks.items():
        left = tuple(stage.id for stage in framework.stages if stage.id not in covered[name])
        if left:
            yield BlindSpot(framework=name, stages=left)


def _pains(analyses: Iterable[Analysis]) -> Iterator[tuple[str, str]]:
    for each in analyses:
        for pain in readable(each.journey_map.pains):
            yield pain.label, each.journey_map.id


def _ideas(analyses: Iterable[Analysis]) -> Iterator[tuple[str, str]]:
    for each in analyses:
        for idea in readable(each.journey_map.opportunities):
            yield idea.label, each.journey_map.id
