"""A map's file, what was read from it, and what it leads to."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field
from functools import cached_property, partial
from pathlib import Path
from typing import Any

from journeymap.analysis.graph import components
from journeymap.findings import Finding
from journeymap.model.fields import FileKind, Node
from journeymap.model.ids import slug
from journeymap.model.journey_map import JourneyMap
from journeymap.model.names import Route
from journeymap.model.unread import if_read
from journeymap.quick_dataclass import dataclass
from journeymap.text.document import Document
from journeymap.text.nodes import Node as Tree
from journeymap.text.source import Source
from journeymap.workspace.config import Configuration
from journeymap.workspace.outlines import Outline, Outlines

SETTINGS = frozenset({FileKind.CONFIGURATION, FileKind.RULES})
"""Kinds of file that say what holds for others: they are looked at where one of those is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A path that a map says, and what became of following it.

    Attributes:
        route: where it is said.
        kind: what it is to lead to.
        said: the path as it is written.
        target: the file; None where the tool will not follow it, and for what leads no further.
        problem: what is wrong with it, empty where nothing is.
        help: what to do about that.
        content: of a picture.
    """

    route: Route
    kind: FileKind
    said: str
    target: Path | None = None
    problem: str = ""
    help: str = ""
    content: bytes = b""


@dataclass(frozen=True, slots=True, kw_only=True)
class MapFile:
    """A map, a library or a configuration as a file.

    Attributes:
        path: the file, absolute.
        shown: its path as the user knows it.
        from_root: its path from the root of the repository; as it is shown where there is none.
        kind: what it holds.
        source: its text; None where it could not be read.
        document: what the text says, with its comments.
        tree: its content in full form, for turning routes into places.
        model: its content; None where nothing could be read.
        journey_map: the journey with its libraries; None for other files.
        configuration: what holds for it.
        configured_by: the configurations that say so, each built on those before it.
        findings: what reading it brought up.
        broken: routes of fields that are there but could not be read.
        links: the paths it says.
        known_as: what stands for it in place of its id and its path, where it is compared.
    """

    path: Path
    shown: str
    from_root: str = ""
    kind: FileKind
    source: Source | None = None
    document: Document | None = None
    tree: Tree | None = None
    model: Node | None = None
    journey_map: JourneyMap | None = None
    configuration: Configuration = field(default_factory=Configuration)
    configured_by: tuple[Path, ...] = ()
    findings: tuple[Finding, ...] = ()
    broken: frozenset[Route] = frozenset()
    links: tuple[Link, ...] = ()
    known_as: str = ""

    @property
    def inward(self) -> Iterator[Link]:
        """The links that must not lead back to the file: to a step's own map, and `extends`."""
        for link in self.links:
            if link.target is not None and link.route[-1] in {"journey", "extends"}:
                yield link

    @property
    def written_id(self) -> str:
        """The id that is written in a map; "" where none is, or none that could be read."""
        if self.journey_map is None or ("id",) in self.broken:
            return ""
        return slug(self.journey_map.journey.id or "")


def outline(file: MapFile, *, is_asked: bool) -> Outline:
    """Returns what other files may know of a file."""
    journey_map = file.journey_map
    personas = if_read(partial(_personas, journey_map), None) if journey_map else frozenset[str]()
    return Outline(
        path=file.path,
        shown=file.shown,
        is_asked=is_asked,
        is_unread_map=file.kind is FileKind.JOURNEY and journey_map is None,
        written_id=file.written_id,
        personas=personas,
        fail_on=file.configuration.fail_on,
    )


def _personas(journey_map: JourneyMap) -> frozenset[str]:
    return frozenset(each.id for each in journey_map.personas.defined)


@dataclass(frozen=True, kw_only=True)
class Workspace:
    """The files of one run, or a part of them.

    Attributes:
        targets: the files that were asked for, in order.
        files: these and all that they lead to.
        searched: whether a folder was among what was asked for.
        excluded: files and folders that were found, or named, and left out.
        known: what is known of all files of the run, of which most may have been let go; None where
            the files at hand are all there are.
        notes: by a rule's code and a library, what the rule has to know of each map of the run that
            uses that; None where these maps are at hand.
    """

    targets: tuple[Path, ...]
    files: Mapping[Path, MapFile]
    searched: bool = False
    excluded: tuple[Path, ...] = ()
    known: Outlines | None = None
    notes: Mapping[tuple[str, Path], Sequence[Any]] | None = None

    @property
    def asked(self) -> tuple[MapFile, ...]:
        """The files that were asked for."""
        return tuple(self.files[path] for path in self.targets)

    @property
    def looked_at(self) -> tuple[MapFile, ...]:
        """The files that were asked for, then the configurations and rules that hold for them."""
        others = (file for file in self.files.values() if file.kind in SETTINGS)
        return tuple({file.path: file for file in (*self.asked, *others)}.values())

    @cached_property
    def outlines(self) -> Outlines:
        """What is known of all files of the run, in the order in which they were read."""
        asked = frozenset(self.targets)
        return self.known or Outlines(
            tuple(outline(file, is_asked=path in asked) for path, file in self.files.items())
        )

    @cached_property
    def circles(self) -> Mapping[Path, int]:
        """A number for each file; files have the same one if inward links lead there and back."""
        numbers = {path: number for number, path in enumerate(self.files)}
        inward = [
            [numbers[link.target] for link in file.inward if link.target in numbers]
            for file in self.files.values()
        ]
        paths = tuple(self.files)
        return {
            paths[position]: number
            for number, circle in enumerate(components(inward))
            for position in circle
        }
