"""Files → journeys and findings, with the libraries and maps that they lead to."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from enum import Enum
from pathlib import Path

from journeymap.findings import Finding
from journeymap.model.fields import FileKind
from journeymap.model.ids import slug
from journeymap.model.journey import Journey, Library
from journeymap.model.journey_map import JourneyMap
from journeymap.text.document import EMPTY
from journeymap.text.source import Problem, Source, Span, decode, visible
from journeymap.workspace.config import (
    FILE_NAMES,
    Configuration,
)
from journeymap.workspace.files import SETTINGS, MapFile, Workspace
from journeymap.workspace.globs import globs_of
from journeymap.workspace.links import links_of
from journeymap.workspace.paths import (
    file_id,
    find_configuration,
    find_root,
    git_root,
    kind_of,
    leads_outside,
    straight,
)
from journeymap.workspace.readings import Readings
from journeymap.workspace.search import Exclusion, Patterns, discover
from journeymap.workspace.storage import DISK, Storage
from journeymap.workspace.whole_file import about_the_whole

_BRING_IN = "move the file into the repository, or remove the link"
_CHECK = "check that it is there and that you may read it"
_NOTHING = Exclusion()


class Isolated(Enum):
    """Stands for a configuration where none is to be read."""

    ISOLATED = "isolated"


Chosen = Path | Isolated | None
"""The configuration to use instead of the nearest one, if any; or that none is read."""


class Loader:
    """Reads files once, however many others lead to them.

    Attributes:
        files: what was read, by absolute path.
    """

    def __init__(  # noqa: PLR0913 - what a run may differ in
        self,
        *,
        texts: Mapping[Path, bytes] | None = None,
        configuration: Chosen = None,
        shown_from: Path | None = None,
        storage: Storage = DISK,
        exclusion: Exclusion = _NOTHING,
        readings: Readings | None = None,
    ) -> None:
        """Prepares a run.

        Args:
            texts: contents that stand for files, by absolute path (stdin, an editor's buffer).
            configuration: the one to use instead of the nearest one, or that none is read.
            shown_from: the folder relative to which paths are shown.
            storage: where files are read from: a revision in place of the disk.
            exclusion: what is left out besides what configurations exclude.
            readings: what texts of other revisions were read as.
        """
        self.files: dict[Path, MapFile] = {}
        self._texts = dict(texts or {})
        self._shown_from = shown_from
        self._storage = storage
        self._readings = readings or Readings()
        self._root = git_root(shown_from.resolve(), storage) if shown_from else None
        if isinstance(configuration, Path):
            configuration = self._target(straight(configuration, storage))
        self._chosen = configuration
        self._exclusion = exclusion
        self._excluded: list[Path] = []
        self._configurations: dict[Path, Configuration] = {}
        self._excludes: dict[Path, Patterns] = {}
        self._bases: dict[Path, Path | None] = {}

    def load(self, paths: Iterable[Path]) -> Workspace:
        """Reads files and the maps in folders, and all that they lead to."""
        targets, searched = self.found(paths)
        return self.load_found(targets, searched=searched)

    def load_found(self, targets: tuple[Path, ...], *, searched: bool) -> Workspace:
        """Reads files, as `found` returns them, and all that they lead to."""
        self._follow([(target, FileKind.JOURNEY) for target in reversed(targets)])
        self._tell_others()
        return Workspace(
            targets=targets, files=self.files, searched=searched, excluded=self.excluded
        )

    def load_part(self, targets: Sequence[Path], *, searched: bool) -> Workspace:
        """Reads some of the files that were found, and what they lead to, and keeps no others.

        Args:
            targets: the files, as `found` returns them.
            searched: whether a folder was among what was asked for.
        """
        self.let_go()
        self._follow([(target, FileKind.JOURNEY) for target in reversed(targets)])
        return Workspace(targets=tuple(targets), files=self.files, searched=searched)

    def let_go(self) -> None:
        """Forgets all files but configurations and rules."""
        self.files = {path: file for path, file in self.files.items() if file.kind in SETTINGS}
        self._readings = Readings()

    def settings(self, more: Iterable[Path] = ()) -> tuple[MapFile, ...]:
        """Returns the configurations and rules that were read, and those that count for nothing.

        Args:
            more: configurations that are to be read as well.
        """
        for path in more:
            if path not in self.files:
                self._configuration(path)
        self._tell_others()
        return tuple(file for file in self.files.values() if file.kind in SETTINGS)

    @property
    def excluded(self) -> tuple[Path, ...]:
        """The files and folders that were found, or named, and left out."""
        return tuple(self._excluded)

    def found(self, paths: Iterable[Path]) -> tuple[tuple[Path, ...], bool]:
        """Returns files, and the maps and libraries in folders, unread; and whether it searched."""
        targets: list[Path] = []
        searched = False
        for path in paths:
            there = self._target(straight(path, self._storage))
            is_folder = self._storage.is_folder(there)
            if self._exclusion.force and self._is_excluded(there, is_folder=is_folder):
                self._excluded.append(there)
                continue
            searched = searched or is_folder
            found = discover(there, self._storage, self._leaves_out) if is_folder else (there,)
            targets.extend(map(self._target, found))
        return tuple(dict.fromkeys(targets)), searched

    def _excluding(self, folder: Path) -> Iterator[Patterns]:
        """Walks the patterns by which somebody excludes what stands in a folder."""
        nearest = self._nearest(folder)
        if nearest and nearest not in self._excludes:
            globs = globs_of(self._configuration(nearest).exclude)
            self._excludes[nearest] = Patterns(folder=nearest.parent, globs=globs)
        yield from [self._excludes[nearest]] if nearest else []
        yield from self._exclusion.patterns

    def _leaves_out(self, path: Path, is_folder: bool) -> bool:  # noqa: FBT001 - as Excluded
        found = any(p.match(path, is_folder=is_folder) for p in self._excluding(path.parent))
        self._excluded += [path] if found else []
        return found

    def _is_excluded(self, path: Path, *, is_folder: bool) -> bool:
        return any(each.cover(path, is_folder=is_folder) for each in self._excluding(path.parent))

    def _tell_others(self) -> None:
        """Tells of configurations that count for nothing, since another one lies beside them."""
        for path in [each for each in self._bases if each.name == FILE_NAMES[0]]:
            other = path.with_name(FILE_NAMES[1])
            if other not in self.files and self._storage.is_file(other):
                message = f"the file is not read: {path.name} beside it counts"
                told = Finding(code="JM007", message=message, help="keep one of the two")
                self.files[other] = MapFile(
                    path=other,
                    shown=self._shown(other),
                    kind=FileKind.CONFIGURATION,
                    model=Configuration(),
                    findings=(told,),
                )

    def _target(self, path: Path) -> Path:
        """Returns where a path leads to; one that leads out of its repository is not followed."""
        outside = path not in self._texts and leads_outside(path, self._storage)
        return path if outside else self._storage.resolve(path)

    def configuration_for(self, path: Path) -> Configuration:
        """Returns what holds for a file or folder: the nearest configuration, or the chosen one."""
        nearest = self._nearest(path)
        return self._configuration(nearest) if nearest else Configuration()

    def _nearest(self, path: Path) -> Path | None:
        if isinstance(self._chosen, Isolated):
            return None
        return self._chosen or find_configuration(
            path, find_root(path, self._storage), self._storage
        )

    def _configuration(self, path: Path) -> Configuration:
        """Reads a configuration and those that it builds on; in a circle none builds on another."""
        way: dict[Path, Path | None] = {}
        at: Path | None = path
        while at and at not in self._configurations and at not in way:
            way[at] = self._extended_by(at)
            at = way[at]
        if at in way:
            named = list(way)
            way |= dict.fromkeys(named[named.index(at) :])
        for each, base in reversed(way.items()):
            model = self.files[each].model
            own = model if isinstance(model, Configuration) else Configuration()
            self._bases[each] = base
            self._configurations[each] = own.over(self._configurations[base]) if base else own
        return self._configurations[path]

    def _extended_by(self, path: Path) -> Path | None:
        """Reads a configuration and its rules; returns the one that it extends."""
        base = None
        for link in self._file(path, FileKind.CONFIGURATION).links:
            if link.kind is FileKind.RULES and link.target:
                self._file(link.target, FileKind.RULES)
            elif link.route == ("extends",):
                base = link.target
        return base

    def _chain(self, path: Path | None) -> tuple[Path, ...]:
        """Returns a configuration behind those that it builds on."""
        chain: list[Path] = []
        while path:
            chain.append(path)
            path = self._bases[path]
        return tuple(reversed(chain))

    def _follow(self, waiting: list[tuple[Path, FileKind]]) -> None:
        """Reads files and what maps lead to, the last one first; then puts the maps together."""
        read: list[MapFile] = []
        while waiting:
            path, kind = waiting.pop()
            if path not in self.files:
                file = self._file(path, kind)
                read.append(file)
                if file.kind is FileKind.CONFIGURATION:
                    self._configuration(path)
                elif isinstance(file.model, Journey):
                    led = [(link.target, link.kind) for link in file.links if link.target]
                    waiting += reversed(led)
        for file in read:
            if isinstance(file.model, Journey):
                self.files[file.path] = self._whole(file, file.model)

    def _file(self, path: Path, otherwise: FileKind) -> MapFile:
        """Reads a file and the configurations that hold for it, whatever else it leads to."""
        if path in self.files:
            return self.files[path]
        kind = kind_of(path, otherwise)
        shown = self._shown(path)
        is_map = kind in {FileKind.JOURNEY, FileKind.LIBRARY}
        nearest = self._nearest(path) if is_map else None
        configuration = self._configuration(nearest) if nearest else Configuration()
        source = self._source(path, shown)
        if isinstance(source, Problem):
            told = Finding(
                code=source.code, message=source.message, help=source.help, span=source.span
            )
            file = MapFile(path=path, shown=shown, kind=kind, findings=(told,))
        else:
            file = self._read(path, shown, kind, source, configuration)
        chain = self._chain(nearest)
        file = replace(file, configured_by=chain, from_root=self._from_root(path, shown))
        self.files[path] = file
        return file

    def _read(
        self, path: Path, shown: str, kind: FileKind, source: Source, settings: Configuration
    ) -> MapFile:
        document, reading = self._readings.of(kind, source, settings.dialect_feelings())
        if kind is FileKind.CONFIGURATION and document.problems == (EMPTY,):
            return MapFile(path=path, shown=shown, kind=kind, source=source)  # it changes nothing
        links = tuple(links_of(reading.model, path, self._storage)) if reading.model else ()
        return MapFile(
            path=path,
            shown=shown,
            kind=kind,
            source=source,
            document=document,
            tree=reading.tree,
            model=reading.model,
            configuration=settings,
            findings=(*reading.findings, *about_the_whole(reading)),
            broken=reading.broken,
            links=links,
        )

    def _whole(self, file: MapFile, journey: Journey) -> MapFile:
        """Puts a map together with its libraries, which have been read."""
        reached = [
            self.files[link.target]
            for link in file.links
            if link.target and link.kind is FileKind.LIBRARY
        ]
        libraries = {each.shown: each.model for each in reached if isinstance(each.model, Library)}
        journey_map = JourneyMap(
            journey=journey,
            path=file.shown,
            file_id=slug(file_id(file.path)) or "map",
            libraries=libraries,
            frameworks=file.configuration.known_frameworks,
            pictures={
                (None if each is file else each.shown, link.said): link.content
                for each in (file, *reached)
                for link in each.links
                if link.content
            },
        )
        return replace(file, journey_map=journey_map)

    def _source(self, path: Path, shown: str) -> Source | Problem:
        if path in self._texts:
            return decode(shown, self._texts[path])
        if leads_outside(path, self._storage):
            return _unreadable("it is a link that leads out of the repository", _BRING_IN)
        try:
            return decode(shown, self._storage.read(path))
        except OSError as error:
            return _unreadable((error.strerror or "it cannot be read").lower(), _CHECK)

    def _shown(self, path: Path) -> str:
        base = self._shown_from
        inside = base is not None and path.is_relative_to(base)
        shown = path.relative_to(base).as_posix() if base and inside else path.as_posix()
        return _readable(shown)

    def _from_root(self, path: Path, shown: str) -> str:
        """Returns a path from the root of the repository in which somebody works, else its own."""
        root = (
            self._root
            if self._root and path.is_relative_to(self._root)
            else git_root(path, self._storage)
        )
        return _readable(path.relative_to(root).as_posix()) if root else shown


def _readable(path: str) -> str:
    """Returns a path as text: bytes that are none are shown as escapes."""
    return visible(path.encode("utf-8", "backslashreplace").decode())


def _unreadable(reason: str, help_: str) -> Problem:
    message = f"the file cannot be read: {reason}"
    return Problem(code="JM007", message=message, help=help_, span=Span(0, 0))
