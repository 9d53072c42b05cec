"""Files → journeys and findings, with the libraries and maps that they lead to."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

from journeymap.findings import Finding, Fix, Mark, Severity
from journeymap.model.fields import FileKind, FilePath, Node, Shape, shapes
from journeymap.model.frameworks import Framework, FrameworkStage
from journeymap.model.ids import slug
from journeymap.model.journey import LANGUAGE_VERSION, Journey, Library, RatingScale
from journeymap.model.journey_map import JourneyMap
from journeymap.model.names import Route
from journeymap.model.scalars import Dialect
from journeymap.reading.expand import is_absent
from journeymap.reading.misspelt_keys import MAP_PLACES, Places
from journeymap.reading.read_model import Reading, read
from journeymap.text.changes import Insert
from journeymap.text.document import EMPTY, parse
from journeymap.text.nodes import Mapping as TreeMapping
from journeymap.text.nodes import Node as Tree
from journeymap.text.source import Problem, Source, Span, decode, visible
from journeymap.workspace.config import (
    Configuration,
    FileSettings,
    LeverageSettings,
    LiftSettings,
    WeightSettings,
)
from journeymap.workspace.files import Link, MapFile, Workspace
from journeymap.workspace.paths import (
    PathProblem,
    discover,
    file_id,
    find_configuration,
    find_root,
    git_root,
    kind_of,
    read_bytes,
    resolve,
)
from journeymap.workspace.rule_file import OwnRule, RuleFile

_MODELS: Mapping[FileKind, type[Node]] = {
    FileKind.JOURNEY: Journey,
    FileKind.LIBRARY: Library,
    FileKind.CONFIGURATION: Configuration,
    FileKind.RULES: RuleFile,
}
_PLACES: Places = (
    *MAP_PLACES,
    Configuration,
    OwnRule,
    RuleFile,
    FileSettings,
    LeverageSettings,
    WeightSettings,
    LiftSettings,
    Framework,
    FrameworkStage,
)
"""The parts of all files that a misplaced field may belong to."""
_SETTINGS: Mapping[FileKind, tuple[str, str]] = {
    FileKind.CONFIGURATION: ("configuration", "another .journeymap.yaml"),
    FileKind.RULES: ("file of rules", "a file such as our.rules.yaml"),
}


class Loader:
    """Reads files once, however many others lead to them.

    Attributes:
        files: what was read, by absolute path.
    """

    def __init__(
        self,
        *,
        texts: Mapping[Path, bytes] | None = None,
        configuration: Path | None = None,
        shown_from: Path | None = None,
    ) -> None:
        """Prepares a run.

        Args:
            texts: contents that stand for files, by absolute path (stdin, an editor's buffer).
            configuration: the configuration to use instead of the nearest one.
            shown_from: the folder relative to which paths are shown.
        """
        self.files: dict[Path, MapFile] = {}
        self._texts = dict(texts or {})
        self._chosen = configuration.resolve() if configuration else None
        self._shown_from = shown_from
        self._root = git_root(shown_from.resolve()) if shown_from else None
        self._configurations: dict[Path, Configuration] = {}

    def load(self, paths: Iterable[Path]) -> Workspace:
        """Reads files and the maps in folders, and all that they lead to."""
        targets: list[Path] = []
        searched = False
        for path in paths:
            absolute = path.absolute()
            searched = searched or absolute.is_dir()
            found = discover(absolute) if absolute.is_dir() else (absolute,)
            targets.extend(each.resolve() for each in found)
        for target in targets:
            self._file(target)
        unique = tuple(dict.fromkeys(targets))
        return Workspace(targets=unique, files=self.files, searched=searched)

    def configuration_for(self, path: Path) -> Configuration:
        """Returns what holds for a file or folder: the nearest configuration, or the chosen one."""
        nearest = self._nearest(path)
        return self._configuration(nearest, ()) if nearest else Configuration()

    def _nearest(self, path: Path) -> Path | None:
        return self._chosen or find_configuration(path, find_root(path))

    def _configuration(self, path: Path, extended_by: tuple[Path, ...]) -> Configuration:
        if path in self._configurations:
            return self._configurations[path]
        file = self._file(path, FileKind.CONFIGURATION)
        own = file.model if isinstance(file.model, Configuration) else Configuration()
        base = _base(file)
        for link in file.links:
            if link.kind is FileKind.RULES and link.target:
                self._file(link.target, FileKind.RULES)
        if base and base not in (*extended_by, path):
            own = own.over(self._configuration(base, (*extended_by, path)))
        self._configurations[path] = own
        return own

    def _chain(self, path: Path | None) -> tuple[Path, ...]:
        """Returns a configuration behind those that it builds on."""
        chain: list[Path] = []
        while path and path not in chain:
            chain.append(path)
            path = _base(self._file(path, FileKind.CONFIGURATION))
        return tuple(reversed(chain))

    def _file(self, path: Path, otherwise: FileKind = FileKind.JOURNEY) -> MapFile:
        if path in self.files:
            return self.files[path]
        kind = kind_of(path, otherwise)
        shown = self._shown(path)
        is_map = kind in {FileKind.JOURNEY, FileKind.LIBRARY}
        configuration = self.configuration_for(path) if is_map else Configuration()
        source = self._source(path, shown)
        if isinstance(source, Problem):
            told = Finding(
                code=source.code, message=source.message, help=source.help, span=source.span
            )
            file = MapFile(path=path, shown=shown, kind=kind, findings=(told,))
        else:
            file = self._read(path, shown, kind, source, configuration)
        chain = self._chain(self._nearest(path)) if is_map else ()
        file = replace(file, configured_by=chain, from_root=self._from_root(path, shown))
        self.files[path] = file
        return self._follow(file)

    def _read(
        self, path: Path, shown: str, kind: FileKind, source: Source, settings: Configuration
    ) -> MapFile:
        document = parse(source)
        if kind is FileKind.CONFIGURATION and document.problems == (EMPTY,):
            return MapFile(path=path, shown=shown, kind=kind, source=source)  # it changes nothing
        dialect = Dialect(
            rating=_rating_scale(document.root),
            feelings=settings.dialect_feelings(),
            language=_language(document.root),
        )
        reading: Reading[Any] = read(_MODELS[kind], document, dialect, _PLACES)
        links = tuple(self._links(reading.model, path)) if reading.model else ()
        return MapFile(
            path=path,
            shown=shown,
            kind=kind,
            source=source,
            document=document,
            tree=reading.tree,
            model=reading.model,
            configuration=settings,
            findings=(*reading.findings, *_about_the_whole(reading)),
            broken=reading.broken,
            links=links,
        )

    def _follow(self, file: MapFile) -> MapFile:
        """Reads what a file leads to, and puts a map together with its libraries."""
        if not isinstance(file.model, Journey):
            return file
        reached = {link: self._file(link.target, link.kind) for link in file.links if link.target}
        libraries = {
            other.shown: other.model
            for link, other in reached.items()
            if link.kind is FileKind.LIBRARY and isinstance(other.model, Library)
        }
        journey_map = JourneyMap(
            journey=file.model,
            path=file.shown,
            file_id=slug(file_id(file.path)) or "map",
            libraries=libraries,
            frameworks=file.configuration.known_frameworks,
        )
        whole = replace(file, journey_map=journey_map)
        self.files[file.path] = whole
        return whole

    def _links(self, model: Node, path: Path) -> Iterator[Link]:
        root = find_root(path)
        for route, kind, said in _paths_said(model, ()):
            try:
                target = resolve(said, by=path, root=root)
                _refuse_map_as_configuration(said, kind, target)
            except PathProblem as problem:
                yield Link(
                    route=route, kind=kind, said=said, problem=problem.message, help=problem.help
                )
            else:
                yield Link(route=route, kind=kind, said=said, target=target)

    def _source(self, path: Path, shown: str) -> Source | Problem:
        if path in self._texts:
            return decode(shown, self._texts[path])
        try:
            return decode(shown, read_bytes(path))
        except OSError as error:
            return _unreadable(error)

    def _shown(self, path: Path) -> str:
        base = self._shown_from
        inside = base is not None and path.is_relative_to(base)
        shown = path.relative_to(base).as_posix() if base and inside else path.as_posix()
        return _readable(shown)

    def _from_root(self, path: Path, shown: str) -> str:
        """Returns a path from the root of the repository in which somebody works, else its own."""
        root = self._root if self._root and path.is_relative_to(self._root) else git_root(path)
        return _readable(path.relative_to(root).as_posix()) if root else shown


def _readable(path: str) -> str:
    """Returns a path as text: bytes that are none are shown as escapes."""
    return visible(path.encode("utf-8", "backslashreplace").decode())


def _base(configuration: MapFile) -> Path | None:
    """Returns the configuration that another one extends."""
    said = (link.target for link in configuration.links if link.route == ("extends",))
    return next(said, None)


def _refuse_map_as_configuration(said: str, kind: FileKind, target: Path) -> None:
    # A map asks for its configuration while it is read: it must not be asked for its own.
    found = kind_of(target, kind)
    if kind in _SETTINGS and found is not kind:
        what, instead = _SETTINGS[kind]
        raise PathProblem(f"`{said}` is no {what}", f"name {instead}")


def _unreadable(error: OSError) -> Problem:
    reason = (error.strerror or "it cannot be read").lower()
    return Problem(
        code="JM007",
        message=f"the file cannot be read: {reason}",
        help="check that it is there and that you may read it",
        span=Span(0, 0),
    )


def _rating_scale(root: Tree | None) -> RatingScale | None:
    """Looks up the declared rating scale, which decides how ratings are read."""
    said = _said(root, "scales", "rating")
    if said is None or is_absent(said):
        return RatingScale.ONE_TO_FIVE
    return next((scale for scale in RatingScale if scale.value == said), None)


def _language(root: Tree | None) -> str:
    """Looks up the language of a map, in which its words of feeling are taken to be."""
    said = _said(root, "language")
    return said if isinstance(said, str) else ""


def _said(root: Tree | None, *names: str) -> Tree | None:
    """Returns what stands under a field of a file, and a field in that."""
    said = root
    for name in names:
        if isinstance(said, TreeMapping):
            said = next((value for key, value in said.items() if key == name), None)
    return said


def _paths_said(node: Node, route: Route) -> Iterator[tuple[Route, FileKind, str]]:
    """Walks the paths to other files in a part of a map."""
    for shape in _leading_to_paths(type(node)):
        value = getattr(node, shape.attribute)
        here = (*route, shape.name)
        many = value if shape.many else (value,)
        places = [(*here, i) for i in range(len(many))] if shape.many else [here]
        for place, item in zip(places, many, strict=True):
            if isinstance(shape.kind, FilePath) and item:
                yield place, shape.kind.kind, item
            elif isinstance(item, Node):
                yield from _paths_said(item, place)


@cache
def _leading_to_paths(model: type[Node]) -> tuple[Shape, ...]:
    """Returns the fields of a model that are paths or hold something with a path."""
    return tuple(
        shape
        for shape in shapes(model).values()
        if isinstance(shape.kind, FilePath)
        or (
            isinstance(shape.kind, type)
            and issubclass(shape.kind, Node)
            and _leading_to_paths(shape.kind)
        )
    )


def _about_the_whole(reading: Reading[Any]) -> Iterator[Finding]:
    model = reading.model
    if isinstance(model, Journey | Library) and ("journeymap",) not in reading.broken:
        yield from _version(model, reading.tree)
    if isinstance(model, Journey):
        yield from _steps(model, reading.broken)


def _version(model: Journey | Library, tree: Tree | None) -> Iterator[Finding]:
    version = model.journeymap
    if version is None and tree is not None:
        said = Insert(into=tree.span, key="journeymap", text=str(LANGUAGE_VERSION))
        yield Finding(
            code="JM006",
            message="the file does not say which version of the language it is written in",
            help=f"add journeymap: {LANGUAGE_VERSION} at its top",
            severity=Severity.NOTE,
            missing="journeymap",
            fix=Fix(title=f"add journeymap: {LANGUAGE_VERSION}", changes=(said,)),
        )
    elif version is not None and version > LANGUAGE_VERSION:
        yield Finding(
            code="JM006",
            message=f"the file is written in version {version} of the language, "
            f"this tool reads up to {LANGUAGE_VERSION}",
            help="install a newer journeymap",
            route=("journeymap",),
            mark=Mark.VALUE,
        )


def _steps(journey: Journey, broken: frozenset[Route]) -> Iterator[Finding]:
    if journey.steps and journey.stages:
        yield Finding(
            code="JM002",
            message="a map has stages or steps at its top, not both",
            help="move these steps into a stage",
            route=("steps",),
            mark=Mark.KEY,
        )
    elif not any((journey.steps, *(stage.steps for stage in journey.stages))) and not any(
        route[-1] in {"stages", "steps"} for route in broken
    ):
        yield Finding(
            code="JM004",
            message="the map has no step",
            help="add steps: [Books an appointment], or steps inside a stage",
            route=("stages",) if journey.stages else (),
            mark=Mark.KEY if journey.stages else Mark.NODE,
            missing="steps",
        )
