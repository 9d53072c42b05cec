"""`journeymap render`."""

from pathlib import Path

import typer

from journeymap.api import Audience, Drawing
from journeymap.cli.console import (
    FOUND,
    ConfigOption,
    QuietOption,
    StdinNameOption,
    open_workspace,
)
from journeymap.cli.render_options import (
    AgainstOption,
    AudienceOption,
    ByOption,
    DpiOption,
    EngineOption,
    FormOption,
    LanesOption,
    LeverageOption,
    OpenOption,
    OutputOption,
    PathsArgument,
    PersonaOption,
    SizeOption,
    StageOption,
    TemplateOption,
    ThemeOption,
    TitleOption,
    ViewOption,
    WatchOption,
    dpi_of,
    form_of,
    lanes_of,
    size_of,
    template_of,
    theme_of,
)
from journeymap.cli.render_run import Job, other_map
from journeymap.render.forms import DPI, Engine
from journeymap.views.view import By, View


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
    against: AgainstOption = None,
    by: ByOption = By.RATINGS,
    stage: StageOption = None,
    persona: PersonaOption = "",
    title: TitleOption = "",
    audience: AudienceOption = Audience.TEAM,
    template: TemplateOption = None,
    watch: WatchOption = False,
    opens: OpenOption = False,
    stdin_filename: StdinNameOption = "stdin.journey.yaml",
    config: ConfigOption = None,
    quiet: QuietOption = False,
) -> None:
    """Draw maps as pictures for a slide: stages, steps, emotion curve, needs, pains, ideas.

    A map that one page does not hold goes on: NAME-1.svg, NAME-2.svg …; PDF, PPTX, HTML and MD
    hold all pages of all maps in one file.

    Example: journeymap render maps/hip-surgery.journey.yaml -o hip.pptx
    """

    def prepare() -> Job:
        chosen = form_of(form, output)
        page = size_of(size, template)
        drawing = Drawing(
            view=view,
            form=chosen,
            size=page,
            theme=theme_of(theme),
            dpi=dpi_of(dpi, page, chosen),
            engine=engine,
            lanes=lanes_of(lanes),
            leverage=leverage,
            by=by,
            template=template_of(template, chosen),
            stages=tuple(stage or ()),
            person=persona,
            title=title,
            audience=audience,
        )
        workspace = open_workspace(paths, config=config, stdin_name=stdin_filename)
        other = other_map(against, view, config) if against else None
        return Job(workspace=workspace, drawing=drawing, output=output, quiet=quiet, against=other)

    if watch:
        from journeymap.cli.render_watch import Watch

        others = [path for path in (Path(theme), template, against) if path]
        watched = Watch(paths=paths, config=config, others=others, prepare=prepare, opens=opens)
        raise typer.Exit(watched.run())
    job = prepare()
    complete = job.run()
    if opens and job.written:
        from journeymap.cli.render_watch import show

        show(str(job.written[0]))
    if not complete:
        raise typer.Exit(FOUND)
