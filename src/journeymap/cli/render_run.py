"""One run of `journeymap render`: from what was asked for to files."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import field, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from journeymap.backends.drawing import Drawing, Picture, Subject
from journeymap.backends.formats import Format
from journeymap.cli import pictures
from journeymap.cli.console import STDIN, fail, open_files, say, tell_errors, write
from journeymap.cli.progress import track
from journeymap.cli.render_options import files_of
from journeymap.cli.saving import place, refuse_loss, save
from journeymap.cli.since import forget_hook
from journeymap.model.journey_map import JourneyMap
from journeymap.quick_dataclass import dataclass
from journeymap.text.source import visible
from journeymap.views.errors import NothingToShowError, PictureError, RequestError
from journeymap.views.names import View
from journeymap.workspace.files import MapFile, Workspace
from journeymap.workspace.load import Chosen, Loader

if TYPE_CHECKING:
    from journeymap.linter.diagnostic import Diagnostic


def other_map(name: str | None, view: View, config: Chosen) -> Workspace | None:
    """Returns the one map to compare with, if any; ends the command where it cannot be read.

    Args:
        name: a file, or `REV:PATH`.
        view: the view that is asked for.
        config: the configuration to use.
    """
    if name is None:
        return None
    if view is not View.COMPARE:
        fail(f"--against is for the view compare, not for {view}: add --view compare")
    is_there = Path(name).exists() or ":" not in name
    workspace = (
        open_files([Path(name)], config=config).load() if is_there else _of_git(name, config)
    )
    file = workspace.asked[0]
    if len(workspace.asked) > 1 or file.kind != "journey":
        fail(f"--against takes one map, and {name} is none")
    tell_errors(file, workspace)
    if file.journey_map is None:
        fail(f"{file.shown} cannot be read: there is nothing to compare with")
    return workspace


def _of_git(name: str, config: Chosen) -> Workspace:
    """Reads a map of a revision, with the libraries that it had there."""
    from journeymap.history.sides import SidesError, side

    forget_hook()
    here = Path.cwd()
    try:
        with ExitStack() as stack:
            old = side(name, here, stack)
            loader = Loader(configuration=config, shown_from=here.resolve(), storage=old.storage)
            return loader.load(old.paths)
    except SidesError as problem:
        fail(f"--against: {problem}")


def show(address: str) -> None:
    """Opens a file or a page in the program that the system has for it."""
    import typer  # which takes as long as reading a map

    if typer.launch(address):
        say(f"{address} cannot be opened here: open it yourself")


@contextmanager
def told_errors(name: str = "", passes: tuple[type[PictureError], ...] = ()) -> Iterator[None]:
    """Ends the command where a picture cannot be drawn.

    Args:
        name: of the map.
        passes: what is left to the caller.
    """
    try:
        yield
    except passes:
        raise
    except RequestError as problem:
        fail(str(problem))
    except PictureError as problem:
        fail(f"{name}: {problem}")


@dataclass(frozen=True, kw_only=True)
class Run:
    """Maps to draw, and where their pictures go.

    Attributes:
        workspace: the maps, with all that they lead to.
        drawing: what the pictures are to look like.
        output: a file, a folder, or - for standard output.
        quiet: whether to say where the pictures are.
        other: the map to compare with, and all that it leads to; None where none is.
        written: the files that were written, in order.
    """

    workspace: Workspace
    drawing: Drawing
    output: Path
    quiet: bool
    other: Workspace | None = None
    written: list[Path] = field(default_factory=list)

    def draw(self, *, opens: bool = False) -> bool:
        """Draws all maps, shows the first picture if asked, and tells whether all went well."""
        maps = [file for file in self.workspace.asked if file.kind == "journey"]
        if not maps:
            fail("a library cannot be drawn; name a map")
        try:
            if self.drawing.form.gathers and not pictures.is_folder(self.output):
                self._together(maps)
            else:
                pictures.refuse_collisions(maps, self.output)
                drawn = [
                    self._alone(file, several=len(maps) > 1) for file in track(maps, "drawing")
                ]
                if not any(drawn):
                    fail(f"no map has what --view {self.drawing.view} shows")
        finally:
            if not self.quiet:
                write("".join(f"{visible(str(path))}\n" for path in self.written))
        if opens and self.written:
            show(str(self.written[0]))
        return all(file.journey_map is not None and file.journey_map.steps for file in maps)

    def _read(self) -> tuple[Path, ...]:
        """Returns the files that were read, whose place no picture may take."""
        compared = self.other.files if self.other else ()
        return (*self.workspace.files, *compared, *files_of(self.drawing))

    def _together(self, maps: Sequence[MapFile]) -> None:
        """Draws all maps into one file."""
        subjects = [subject for file in maps if (subject := self._subject(file))]
        if not subjects:
            return
        name = maps[0].shown if len(maps) == 1 else str(self.output)
        self._put(self._drawn(name, track(subjects, "drawing")).files, [self.output])

    def _alone(self, file: MapFile, *, several: bool) -> bool:
        """Draws a map into files of its own; tells whether it has what the view shows.

        Of several maps those that lack it are named, and the others drawn.
        """
        subject = self._subject(file)
        if subject is None:
            return True
        try:
            drawn = self._drawn(file.shown, [subject], skips=several).files
        except NothingToShowError as problem:
            say(f"{file.shown}: {problem}")
            return False
        targets = pictures.targets(
            self.output, file, several=several, form=self.drawing.form, count=len(drawn)
        )
        self._put(drawn, targets)
        return True

    def _subject(self, file: MapFile) -> Subject | None:
        """Says what is wrong with a map and returns it; None where nothing can be drawn."""
        tell_errors(file, self.workspace)
        if file.journey_map is None:
            return None
        if not file.journey_map.steps:
            say(f"{file.shown}: there is no step to draw")
            return None
        return Subject(
            journey_map=file.journey_map,
            findings=self._findings(file),
            weights=file.configuration.weights,
            against=self._desired(file),
        )

    def _findings(self, file: MapFile) -> Sequence["Diagnostic"]:
        """Returns what the rules of a map's status find, but for those that depend on the day."""
        if not self.drawing.form.remarks:
            return ()
        from journeymap.linter.engine import lint
        from journeymap.linter.profiles import Selection
        from journeymap.linter.registry import RULES

        alone = replace(self.workspace, targets=(file.path,))
        return lint(alone, RULES, Selection(), date.min).diagnostics

    def _desired(self, file: MapFile) -> JourneyMap | None:
        """Returns the map that a map names as its desired counterpart."""
        targets = (link.target for link in file.links if link.route == ("desired",))
        found = (self.workspace.files.get(target) for target in targets if target)
        return next((other.journey_map for other in found if other), None)

    def _drawn(self, name: str, subjects: Iterable[Subject], *, skips: bool = False) -> Picture:
        """Draws maps and says what a picture lacks.

        Raises:
            NothingToShowError: the map lacks what the view is about, and that `skips` it.
        """
        # Drawing imports as much as everything else together, and `--help` does not need it.
        from journeymap.backends.pipeline import render

        with told_errors(name, passes=(NothingToShowError,) if skips else ()):
            picture = render(subjects, self.drawing)
        if picture.missing:
            remedy = "use SVG, HTML or PPTX" if self.drawing.form is Format.PDF else ""
            remedy = remedy or "use SVG, or --engine system"
            words = f"{name}: the bundled font cannot draw {' '.join(picture.missing)}; {remedy}"
            if self.drawing.form is Format.PNG:
                fail(words)
            say(words)
        for sentence in picture.left_out:
            say(sentence)
        return picture

    def _put(self, files: Sequence[bytes], targets: Sequence[Path]) -> None:
        """Writes files and says where they are."""
        if str(self.output) == STDIN:
            pictures.to_stdout(files)
            return
        read = self._read()
        for target in targets:
            refuse_loss(target, "a picture", read=read)
            if [*map(place, (*self.written, *targets))].count(place(target)) > 1:
                fail(f"{target} would hold two pictures: draw the maps one by one")
        for target, content in zip(targets, files, strict=True):
            save(target, content, "a picture", read=read)
            self.written.append(target)
