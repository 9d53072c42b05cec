"""`journeymap render`."""

from collections.abc import Callable
from pathlib import Path

from journeymap.analysis.quadrants import CrossHairs
from journeymap.backends.drawing import Audience, Drawing
from journeymap.backends.formats import DPI, Engine
from journeymap.cli import render_options as options
from journeymap.cli.console import (
    FOUND,
    ConfigOption,
    IsolatedOption,
    QuietOption,
    StdinNameOption,
    chosen,
    open_files,
)
from journeymap.cli.render_run import Run, other_map, told_errors
from journeymap.views.names import By
from journeymap.views.sheet.lanes import DEFAULT
from journeymap.workspace.load import Chosen


def render_command(
    paths: options.PathsArgument,
    output: options.OutputOption = Path(),
    view: options.ViewOption = None,
    form: options.FormOption = None,
    size: options.SizeOption = None,
    theme: options.ThemeOption = "light",
    dpi: options.DpiOption = DPI,
    engine: options.EngineOption = Engine.BUNDLED,
    lanes: options.LanesOption = None,
    leverage: options.LeverageOption = True,
    against: options.AgainstOption = None,
    by: options.ByOption = By.RATINGS,
    cross_hairs: options.CrossHairsOption = CrossHairs.MEAN,
    layout: options.LayoutOption = None,
    stage: options.StageOption = None,
    persona: options.PersonaOption = "",
    title: options.TitleOption = "",
    overview: options.OverviewOption = True,
    page: options.PageOption = 0,
    audience: options.AudienceOption = Audience.TEAM,
    template: options.TemplateOption = None,
    watch: options.WatchOption = False,
    opens: options.OpenOption = False,
    stdin_filename: StdinNameOption = "stdin.journey.yaml",
    config: ConfigOption = None,
    isolated: IsolatedOption = False,
    quiet: QuietOption = False,
) -> None:
    """Draw maps as pictures for a slide: stages, steps, emotion curve, needs, pains, ideas.

    A map that one page does not hold goes on: NAME-1.svg, NAME-2.svg …

    PDF, PPTX, HTML and MD hold all pages of all maps in one file.

    Example: journeymap render maps/hip-surgery.journey.yaml -o hip.pptx
    """
    choice = chosen(config, isolated=isolated)

    def prepare() -> Run:
        shown, file_form = options.view_of(view), options.form_of(form, output)
        other = other_map(against, shown, choice)
        with told_errors():
            drawing = Drawing(
                view=shown,
                form=file_form,
                size=options.size_of(size, template),
                theme=options.theme_of(theme),
                dpi=dpi,
                engine=engine,
                lanes=DEFAULT if lanes is None else lanes,
                leverage=leverage,
                by=by,
                cross_hairs=cross_hairs,
                layout=options.layout_of(layout, shown),
                against=other.asked[0].journey_map if other else None,
                template=options.template_of(template, file_form),
                stages=tuple(stage or ()),
                person=persona,
                title=title,
                overview=overview,
                page=page,
                audience=audience,
            )
        options.refuse_too_large(drawing, size)
        workspace = open_files(paths, config=choice, stdin_name=stdin_filename).load()
        return Run(workspace=workspace, other=other, drawing=drawing, output=output, quiet=quiet)

    if watch:
        others = options.named_files(Path(theme), template, against)
        raise SystemExit(_watched(paths, choice, others, prepare, opens=opens))
    if not prepare().draw(opens=opens):
        raise SystemExit(FOUND)


def _watched(
    paths: list[Path],
    config: Chosen,
    others: list[Path],
    prepare: Callable[[], Run],
    *,
    opens: bool,
) -> int:
    """Draws again whenever a file changes; returns how the command ends."""
    from journeymap.cli.render_watch import Watch

    watched = Watch(paths=paths, config=config, others=others, prepare=prepare, opens=opens)
    return watched.run()
