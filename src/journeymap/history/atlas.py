"""All maps of a repository at a glance: how each stands, what links them, what none covers."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import field, replace
from datetime import date, timedelta
from pathlib import Path

from journeymap.history.clusters import Cluster, clusters
from journeymap.history.figures import Figures, analysis_of, figures_of
from journeymap.linter.diagnostic import Diagnostic, Report
from journeymap.linter.mark_unread import marked
from journeymap.model.fields import FileKind
from journeymap.model.journey import Library
from journeymap.model.journey_map import JourneyMap
from journeymap.model.names import define
from journeymap.model.units import DAYS_PER_MONTH
from journeymap.model.unread import UnreadError, readable
from journeymap.quick_dataclass import dataclass
from journeymap.workspace.files import MapFile, Workspace

REVIEW_EVERY = timedelta(days=6 * DAYS_PER_MONTH)
"""How often a map is reviewed that says nothing else."""
CONTRADICTING = "JM119"
"""The rule that finds a step and its map to say otherwise."""
_SHARED = ("personas", "channels", "metrics")


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A map in the catalogue.

    Attributes:
        file: the map.
        figures: how it stands.
        reviewed: the day on which it was last reviewed; None where it never was.
        due: the day on which its review is due; None where it was never reviewed.
        leads_to: the maps that it names.
        named_by: the maps that name it.
        was: how it stood at the revision that the catalogue is compared with; None where it was
            not there, or nothing is compared.
    """

    file: MapFile
    figures: Figures
    reviewed: date | None
    due: date | None
    leads_to: tuple[Path, ...] = ()
    named_by: tuple[Path, ...] = ()
    was: Figures | None = None

    @property
    def journey_map(self) -> JourneyMap | None:
        """The map; None where nothing of it could be read."""
        return self.file.journey_map


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
        contradictions: what lint tells of a step and the map that it leads to.
        pains: pains that come again in several maps.
        ideas: ideas that do.
        libraries: the libraries of the run, as they are shown, by their files.
        since: the revision that it is compared with; "" where it is with none.
        gone: maps that were there at that revision, and are not any more.
    """

    entries: tuple[Entry, ...]
    orphans: tuple[Entry, ...]
    one_id: Mapping[str, tuple[Entry, ...]]
    unused: tuple[MapFile, ...]
    likenesses: Mapping[str, tuple[Cluster, ...]]
    blind_spots: tuple[BlindSpot, ...]
    contradictions: tuple[Diagnostic, ...]
    pains: tuple[Cluster, ...]
    ideas: tuple[Cluster, ...]
    libraries: Mapping[Path, str] = field(default_factory=dict)
    since: str = ""
    gone: tuple[str, ...] = ()


def atlas(workspace: Workspace, report: Report) -> Atlas:
    """Returns the catalogue of the maps that were asked for.

    Args:
        workspace: maps and libraries.
        report: what lint finds in them at their own status, with the status that each meets.
    """
    entries = tuple(_entries(workspace, report))
    every = [e.journey_map for e in entries if e.journey_map and e.journey_map.steps]
    wishes = {link.target for e in entries for link in e.file.links if link.route == ("desired",)}
    current = [e.journey_map for e in entries if e.journey_map and e.file.path not in wishes]
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
        blind_spots=tuple(_blind_spots(every)),
        contradictions=tuple(d for d in report.diagnostics if d.rule.code.raw == CONTRADICTING),
        pains=clusters(_pains(current)),
        ideas=clusters(_ideas(current)),
        libraries={
            path: file.shown
            for path, file in workspace.files.items()
            if file.kind is FileKind.LIBRARY
        },
    )


def compared(
    whole: Atlas, changed: Collection[Path], earlier: Workspace, report: Report, since: str
) -> Atlas:
    """Returns the maps of a catalogue that differ from a revision, beside how they stood there.

    Args:
        whole: the catalogue.
        changed: the files that differ, or build on what does.
        earlier: what there was, as far as it differs.
        report: what lint finds in that.
        since: what the revision is called.
    """
    seen = marked(earlier)
    had = {_known_as(file): file for file in earlier.asked if file.kind is FileKind.JOURNEY}
    entries = []
    for entry in whole.entries:
        file = had.pop(_known_as(entry.file), None)
        if entry.file.path in changed:
            was = _figures(file, seen, report) if file else None
            entries.append(replace(entry, was=was))
    gone = tuple(file.shown for file in had.values())
    return replace(whole, entries=tuple(entries), since=since, gone=gone)


def _known_as(file: MapFile) -> str:
    return file.written_id or file.from_root


def _figures(file: MapFile, seen: Workspace, report: Report) -> Figures:
    analysis, met = analysis_of(seen, file.path), report.met_by(file.shown)
    return figures_of(analysis, report.of_file(file.path), met)


def _entries(workspace: Workspace, report: Report) -> Iterator[Entry]:
    maps = [file for file in workspace.asked if file.kind is FileKind.JOURNEY]
    seen = marked(workspace)
    named_by = defaultdict[Path, list[Path]](list)
    leads = {file.path: tuple(_leads_to(file)) for file in maps}
    for path, targets in leads.items():
        for target in targets:
            named_by[target].append(path)
    for file in maps:
        reviewed, due = _review(seen.files[file.path].journey_map)
        yield Entry(
            file=file,
            figures=_figures(file, seen, report),
            reviewed=reviewed,
            due=due,
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


def _review(journey_map: JourneyMap | None) -> tuple[date | None, date | None]:
    """Returns the day of the last review, and when the next one is due."""
    if journey_map is None:
        return None, None
    try:
        reviewed, every = journey_map.journey.reviewed, journey_map.journey.review_every
    except UnreadError:
        return None, None
    if reviewed is None:
        return None, None
    return reviewed.date, reviewed.date + (timedelta(days=every.days) if every else REVIEW_EVERY)


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


def _blind_spots(maps: Iterable[JourneyMap]) -> Iterator[BlindSpot]:
    covered = defaultdict[str, set[str]](set)
    frameworks = {}
    for each in maps:
        framework = each.framework
        if framework is not None:
            frameworks[framework.id] = framework
            for stage in readable(each.stages):
                covered[framework.id].update(one.id for one in each.aligned(stage))
    for name, framework in frameworks.items():
        left = tuple(stage.id for stage in framework.stages if stage.id not in covered[name])
        if left:
            yield BlindSpot(framework=name, stages=left)


def _pains(maps: Iterable[JourneyMap]) -> Iterator[tuple[str, str]]:
    for each in maps:
        for pain in readable(each.pains):
            yield pain.label, each.id


def _ideas(maps: Iterable[JourneyMap]) -> Iterator[tuple[str, str]]:
    for each in maps:
        for idea in readable(each.opportunities):
            yield idea.label, each.id
