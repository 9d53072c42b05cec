"""What differs between two states of maps, and what follows from it: the report as data."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import field, replace
from datetime import date
from pathlib import Path

from journeymap.analysis.analysis import Analysis
from journeymap.compare.difference import Differences, differences
from journeymap.compare.record import Kind, Record
from journeymap.compare.recorder import record_of, record_of_library
from journeymap.history.consequences import (
    Consequences,
    figures,
    new_and_gone,
    pressures,
)
from journeymap.history.counterparts import Counterparts, Found, counterparts
from journeymap.history.figures import analysis_of
from journeymap.history.sides import Sides
from journeymap.history.worse import Worse, worse
from journeymap.linter.diagnostic import Report
from journeymap.linter.engine import lint
from journeymap.linter.mark_unread import marked
from journeymap.linter.plugins import all_rules
from journeymap.linter.profiles import Selection
from journeymap.model.fields import FileKind
from journeymap.model.journey import Library
from journeymap.model.unread import if_read
from journeymap.quick_dataclass import dataclass
from journeymap.workspace.files import MapFile, Workspace
from journeymap.workspace.load import Chosen


@dataclass(frozen=True, slots=True, kw_only=True)
class MapDiff:
    """A map, or a library, in two states.

    Attributes:
        old: the file as it was; None where it was not there.
        new: the file as it is; None where it is gone.
        found: what differs; None where one of the two is not there or cannot be read.
        consequences: what follows.
        worse: what got worse on a map that promises something.
        is_text_only: whether the text changed and the journey did not.
        is_renamed: whether its file has another name.
        problem: what cannot be read, in a sentence; "" where all can.
    """

    old: MapFile | None
    new: MapFile | None
    found: Differences | None
    consequences: Consequences = field(default_factory=Consequences)
    worse: tuple[Worse, ...] = ()
    is_text_only: bool = False
    is_renamed: bool = False
    problem: str = ""

    @property
    def file(self) -> MapFile:
        """The file as it is now, else as it was."""
        return Counterparts(old=self.old, new=self.new).file

    @property
    def title(self) -> str:
        """The title of the map; of a library, or where there is none, its file."""
        record = self.found.second if self.found else None
        if record:
            return record.top.label
        journey_map = self.file.journey_map
        return journey_map.journey.title if journey_map else self.file.shown

    @property
    def changed(self) -> bool:
        """Whether the journey, or the library, is another one."""
        return self.old is None or self.new is None or bool(self.found and self.found.all)


@dataclass(frozen=True, slots=True, kw_only=True)
class DiffReport:
    """What differs between two states of maps.

    Attributes:
        old: what the earlier state is called.
        new: what the later one is called.
        maps: the maps and libraries that differ in anything, in order.
        same: how many do not.
        note: why this is not what one might expect; "" where it is.
    """

    old: str
    new: str
    maps: tuple[MapDiff, ...]
    same: int = 0
    note: str = ""

    @property
    def changed(self) -> bool:
        """Whether any journey, or library, is another one, or nobody can tell."""
        return any(each.changed or each.problem for each in self.maps)

    @property
    def worse(self) -> tuple[Worse, ...]:
        """What got worse and is not accepted."""
        return tuple(it for each in self.maps for it in each.worse if not it.accepted)


def diff(
    two: Sides,
    here: Path,
    *,
    today: date,
    config: Chosen = None,
    accepted: Mapping[str, str] | None = None,
) -> DiffReport:
    """Compares two states of maps.

    Libraries and configurations are read in either state, so that what they change is told of each
    map. Maps are followed by their ids.

    Args:
        two: the states.
        here: the folder that paths are told from.
        today: the day that counts as today, for rules that depend on it.
        config: the configuration to use instead of the nearest ones, or that none is.
        accepted: reasons for which what got worse is accepted, by fingerprint, besides those of
            configurations.

    Raises:
        PlugInError: the rules of an installed package cannot be used.
        UnknownRuleError: a configuration names a rule that is not there.
    """
    found = counterparts(two, here, config)
    before, after = _linted(found, today)
    seen = marked(found.old), marked(found.new)
    maps = [_compared(each, found, (before, after), seen, accepted or {}) for each in found.pairs]
    if not two.alone:
        maps = [replace(each, is_renamed=_is_renamed(each)) for each in maps]
    told = tuple(each for each in maps if _counts(each))
    return DiffReport(
        old=two.old.name,
        new=two.new.name,
        maps=told,
        same=found.same + len(found.pairs) - len(told),
        note=two.note,
    )


def _counts(each: MapDiff) -> bool:
    is_told = each.changed or each.is_text_only or each.is_renamed or bool(each.problem)
    return is_told or not each.consequences.are_none


def _is_renamed(each: MapDiff) -> bool:
    return bool(each.old and each.new and each.old.path != each.new.path)


def _linted(found: Found, today: date) -> tuple[Report, Report]:
    """Returns what the rules find in either state; what is one map is known as one."""
    ours, theirs = dict[Path, str](), dict[Path, str]()
    names = Counter(map(_known_as, found.new.files.values()))
    for pair in found.pairs:
        if pair.old and pair.new:
            name = _known_as(pair.new)
            if names[name] > 1:  # a copy has the same id
                name = pair.new.from_root or pair.new.shown
            ours[pair.old.path] = theirs[pair.new.path] = name
    return tuple(
        _lint(replace(side, files={p: _named(f, known) for p, f in side.files.items()}), today)
        for side, known in ((found.old, ours), (found.new, theirs))
    )  # type: ignore[return-value] # a pair, as what it is made of


def _known_as(file: MapFile) -> str:
    return file.written_id or file.from_root or file.shown


def _named(file: MapFile, known: Mapping[Path, str]) -> MapFile:
    name = known.get(file.path)
    return file if name in {None, _known_as(file)} else replace(file, known_as=name)


def _lint(workspace: Workspace, today: date) -> Report:
    if not workspace.targets:
        return Report(files=(), diagnostics=())
    return lint(workspace, all_rules(), Selection(), today, maturity=True)


def _compared(
    pair: Counterparts,
    read: Found,
    linted: tuple[Report, Report],
    seen: tuple[Workspace, Workspace],
    accepted: Mapping[str, str],
) -> MapDiff:
    old, new = pair.old, pair.new
    before, after = linted
    ours, theirs = record_in(old, read.old), record_in(new, read.new)
    new_ones, gone = new_and_gone(
        before.of_file(old.path) if old else (), after.of_file(new.path) if new else ()
    )
    status = (_status(old, before), _status(new, after))
    told = Consequences(status=status, new=new_ones, gone=gone)
    if ours is None or theirs is None:
        return MapDiff(
            old=old, new=new, found=None, consequences=told, problem=_problem(pair, ours, theirs)
        )
    found = differences(ours, theirs)
    if old and new:
        analyses = analysis_of(seen[0], old.path), analysis_of(seen[1], new.path)
        told = with_figures(told, found, analyses)
    is_text = bool(old and new and old.source and new.source) and not found.all
    is_text = is_text and old.source.text != new.source.text  # type: ignore[union-attr]
    return MapDiff(
        old=old,
        new=new,
        found=found,
        consequences=told,
        worse=tuple(worse(found, {**_accepted(new), **accepted})),
        is_text_only=is_text,
    )


def record_in(file: MapFile | None, workspace: Workspace) -> Record | None:
    """Returns what a map or library says; None where it is not there, or cannot be read.

    Args:
        file: the map or library.
        workspace: that file with all that it leads to.
    """
    if file is None:
        return None
    if isinstance(file.model, Library):
        return record_of_library(file.model, file.shown, file.broken)
    if file.journey_map is None:
        return None
    used = [link.target for link in file.links if link.kind is FileKind.LIBRARY]
    there = [workspace.files.get(target) if target else None for target in used]
    lost = any(each is None or each.model is None for each in there)
    return record_of(file.journey_map, file.broken, lost=lost)


def _problem(pair: Counterparts, ours: Record | None, theirs: Record | None) -> str:
    if pair.new and theirs is None:
        return f"{pair.new.shown} cannot be read as it is; see: journeymap lint {pair.new.shown}"
    if pair.old and ours is None:
        return f"{pair.old.shown} could not be read as it was: what it said is not known"
    return ""


def _status(file: MapFile | None, report: Report) -> str | None:
    """Returns the status that a map meets; None for none."""
    met = report.met_by(file.shown) if file else None
    return met.value if met else None


def _accepted(file: MapFile | None) -> Mapping[str, str]:
    return file.configuration.accepted if file else {}


def with_figures(
    told: Consequences, found: Differences, analyses: tuple[Analysis | None, Analysis | None]
) -> Consequences:
    """Returns consequences with what is computed, in either state with the weights that held.

    Args:
        told: what else follows.
        found: what differs.
        analyses: what is computed of either state; None for a library, and where no steps are.
    """
    old, new = analyses
    if old is None or new is None:
        return told
    same = [
        (here, there)
        for here, there in found.pairs.items()
        if found.first.entries[here].kind is Kind.STEP
    ]
    return replace(
        told,
        figures=tuple(figures(old, new)),
        pressure=if_read(lambda: tuple(pressures(old, new, same)), ()),
    )
