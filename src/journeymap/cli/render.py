"""`journeymap render`."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import typer

from journeymap.api import Drawing, Picture, Subject, render
from journeymap.cli import pictures
from journeymap.cli.console import (
    FOUND,
    STDIN,
    ConfigOption,
    QuietOption,
    StdinNameOption,
    fail,
    open_workspace,
    save,
    say,
    tell_errors,
    write,
)
from journeymap.cli.render_options import (
    DpiOption,
    EngineOption,
    FormOption,
    LanesOption,
    LeverageOption,
    OutputOption,
    PathsArgument,
    SizeOption,
    TemplateOption,
    ThemeOption,
    ViewOption,
    dpi_of,
    form_of,
    lanes_of,
    size_of,
    template_of,
    theme_of,
)
from journeymap.render.forms import (
    DPI,
    Engine,
    EngineError,
    Format,
    MissingExtraError,
    TemplateError,
)
from journeymap.text.source import visible
from journeymap.views.view import View
from journeymap.workspace.files import MapFile, Workspace


def render_command(
    paths: PathsArgument,
    output: OutputOption = Path(),
    view: ViewOption = View.MAP,
    form: FormOption = None,
    size: SizeOption = None,
    theme: ThemeOption = "light",
    dpi: DpiOption = DPI,
    engine: EngineOption = Engine.BUNDLED,
    lanes: LanesOption = None,
    leverage: LeverageOption = True,
    template: TemplateOption = None,
    stdin_filename: StdinNameOption = "stdin.journey.yaml",
    config: ConfigOption = None,
    quiet: QuietOption = False,
) -> None:
    """Draw maps as pictures for a slide: stages, steps, emotion curve, needs, pains, ideas.

    A map that one page does not hold goes on: NAME-1.svg, NAME-2.svg …; PDF, PPTX and HTML hold
    all pages of all maps in one file.

    Example: journeymap render maps/hip-surgery.journey.yaml -o hip.pptx
    """
    workspace = open_workspace(paths, config=config, stdin_name=stdin_filename)
    chosen = form_of(form, output)
    drawing = Drawing(
        view=view,
        form=chosen,
        size=(page := size_of(size, template)),
        theme=theme_of(theme),
        dpi=dpi_of(dpi, page, chosen),
        engine=engine,
        lanes=lanes_of(lanes),
        leverage=leverage,
        template=template_of(template, chosen),
    )
    job = _Job(workspace=workspace, drawing=drawing, output=output, quiet=quiet)
    if not job.run():
        raise typer.Exit(FOUND)


@dataclass(frozen=True, kw_only=True)
class _Job:
    """Maps to draw, and where their pictures go."""

    workspace: Workspace
    drawing: Drawing
    output: Path
    quiet: bool

    def run(self) -> bool:
        """Draws all of them and tells whether that was possible."""
        maps = [file for file in self.workspace.asked if file.kind == "journey"]
        if not maps:
            fail("a library cannot be drawn; name a map")
        if self.drawing.form.gathers and not pictures.is_folder(self.output):
            self._together(maps)
        else:
            pictures.refuse_collisions(maps, self.output)
            for file in maps:
                self._alone(file, several=len(maps) > 1)
        return all(file.map is not None and file.map.steps for file in maps)

    def _together(self, maps: Sequence[MapFile]) -> None:
        """Draws all maps into one file."""
        subjects = [subject for file in maps if (subject := self._subject(file))]
        if not subjects:
            return
        name = maps[0].shown if len(maps) == 1 else str(self.output)
        self._put(self._drawn(name, subjects).files, [self.output])

    def _alone(self, file: MapFile, *, several: bool) -> None:
        """Draws a map into files of its own."""
        subject = self._subject(file)
        if subject is None:
            return
        drawn = self._drawn(file.shown, [subject]).files
        targets = pictures.targets(
            self.output, file, several=several, form=self.drawing.form, count=len(drawn)
        )
        self._put(drawn, targets)

    def _subject(self, file: MapFile) -> Subject | None:
        """Says what is wrong with a map and returns it; None where nothing can be drawn."""
        report = tell_errors(file, self.workspace)
        if file.map is None:
            return None
        if not file.map.steps:
            say(f"{file.shown}: there is no step to draw")
            return None
        return Subject(map=file.map, findings=report.diagnostics)

    def _drawn(self, name: str, subjects: Sequence[Subject]) -> Picture:
        try:
            picture = render(subjects, self.drawing)
        except (MissingExtraError, TemplateError) as problem:
            fail(str(problem))
        except (EngineError, ValueError) as problem:
            fail(f"{name}: {problem}")
        if picture.missing:
            remedy = "use SVG, HTML or PPTX" if self.drawing.form is Format.PDF else ""
            remedy = remedy or "use SVG, or --engine system"
            say(f"{name}: the bundled font cannot draw {' '.join(picture.missing)}; {remedy}")
        for sentence in picture.left_out:
            say(sentence)
        return picture

    def _put(self, files: Sequence[bytes], targets: Sequence[Path]) -> None:
        """Writes files and says where they are."""
        if str(self.output) == STDIN:
            pictures.to_stdout(files)
            return
        for target, content in zip(targets, files, strict=True):
            save(target, content)
            if not self.quiet:
                write(f"{visible(str(target))}\n")
