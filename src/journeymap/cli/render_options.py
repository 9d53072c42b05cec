"""Options of `journeymap render`: how they are written, and what is made of them."""

from pathlib import Path
from typing import Annotated

from journeymap.analysis.quadrants import CrossHairs
from journeymap.backends.drawing import Audience, Drawing
from journeymap.backends.formats import Engine, Format
from journeymap.cli import completion
from journeymap.cli.console import fail, say
from journeymap.cli.parameters import Argument, Option
from journeymap.views.kit.theme import PAGES, THEMES, Theme
from journeymap.views.names import By, Layout, View
from journeymap.views.sheet.lanes import Lane, Preset

MOST_PIXELS = 150_000_000
"""Pixels of a PNG at most: four bytes each while it is drawn."""

PathsArgument = Annotated[
    list[Path], Argument(metavar="PATHS", help="Maps, folders, or - for stdin.")
]
OutputOption = Annotated[
    Path,
    Option("--output", "-o", metavar="OUT", help="A file, a folder, or - for stdout."),
]
ViewOption = Annotated[
    list[View] | None,
    Option(metavar="VIEW", show_default="map", help=f"What to draw: {', '.join(View)}."),
]
FormOption = Annotated[
    Format | None,
    Option(
        "--format",
        metavar="FORMAT",
        help=f"Kind of file: {', '.join(Format)}.",
        show_default="by OUT's ending, else svg",
    ),
]
SizeOption = Annotated[
    str | None,
    Option(
        metavar="SIZE",
        help=f"Size of a page: {', '.join(PAGES)}.",
        autocompletion=completion.sizes,
        show_default="16:9",
    ),
]
DpiOption = Annotated[int, Option(min=36, max=600, metavar="N", help="Dots per inch of a PNG.")]
EngineOption = Annotated[
    Engine,
    Option(
        metavar="ENGINE",
        help=f"The program that draws PNG: {', '.join(Engine)}; SVG needs none.",
    ),
]
LanesOption = Annotated[
    str | None,
    Option(
        metavar="LANES",
        help=f"Rows to show, with commas between: {', '.join(Lane)}; or a set of rows: "
        f"{', '.join(Preset)}.",
        autocompletion=completion.lanes,
        show_default="the usual ones that say anything",
    ),
]
ThemeOption = Annotated[
    str,
    Option(
        metavar="THEME",
        help=f"Colours: {', '.join(THEMES)}, or a YAML file with those of your house.",
        autocompletion=completion.themes,
    ),
]
LeverageOption = Annotated[
    bool,
    Option("--leverage/--no-leverage", help="Call out the steps where pressure is highest."),
]
ByOption = Annotated[
    By, Option(metavar="AXES", help=f"What the axes of --view matrix are: {', '.join(By)}.")
]
LayoutOption = Annotated[
    Layout | None,
    Option(
        metavar="HOW",
        help=f"Who sets the steps of --view flow: {', '.join(Layout)} (Graphviz, in layers).",
        show_default="columns, and dot where ways would lie on each other",
    ),
]
CrossHairsOption = Annotated[
    CrossHairs,
    Option(
        metavar="WHERE",
        help="Where the quadrants of --view matrix meet: at the mean of the rated steps, or at "
        f"the middle of the scale: {', '.join(CrossHairs)}.",
    ),
]
AgainstOption = Annotated[
    str | None,
    Option(
        metavar="MAP",
        help="The map to compare with, for --view compare: a file, or REV:PATH of git.",
        show_default="the one that `desired:` names",
    ),
]
StageOption = Annotated[
    list[str] | None,
    Option("--stage", metavar="STAGE", help="Draw this stage only; may be given again."),
]
PersonaOption = Annotated[
    str,
    Option(
        "--persona",
        metavar="WHO",
        help="Draw the map as this person goes through it: her pains, ideas and figures alone.",
    ),
]
TitleOption = Annotated[str, Option(metavar="TITLE", help="Instead of the map's own title.")]
OverviewOption = Annotated[
    bool,
    Option(
        "--overview/--no-overview",
        help="Begin a map with the whole journey on one page: in PDF, PPTX, HTML and MD, and where "
        "it takes several pages.",
    ),
]
PageOption = Annotated[
    int, Option(min=0, metavar="N", help="Draw this page only.", show_default="all")
]
AudienceOption = Annotated[
    Audience,
    Option(
        metavar="WHOM",
        help="For whom, team or client: clients see nothing internal, and no findings.",
    ),
]
WatchOption = Annotated[
    bool, Option("--watch", help="Draw again whenever a file changes, until Ctrl+C.")
]
OpenOption = Annotated[
    bool,
    Option("--open", help="Show what was drawn; with --watch, an HTML page loads itself again."),
]
TemplateOption = Annotated[
    Path | None,
    Option(
        metavar="FILE", help="A PPTX whose master, fonts and page size to use for --format pptx."
    ),
]


def view_of(views: list[View] | None) -> View:
    """Returns what is to be drawn; ends the command where that is not one view."""
    asked = views or [View.MAP]
    if len(asked) > 1:
        fail(f"--view takes one view, and {' and '.join(asked)} were named: draw them in turn")
    return asked[0]


def layout_of(layout: Layout | None, view: View) -> Layout:
    """Returns how steps are set; ends the command where the view does not set them."""
    if layout and view is not View.FLOW:
        fail(f"--layout is for the view flow, not for {view}: add --view flow")
    return layout or Layout.COLUMNS


def form_of(form: Format | None, output: Path) -> Format:
    """Returns the kind of file: as said, else by the ending of the output; SVG where it has none.

    Ends the command for an ending that is not among them.
    """
    if form:
        return form
    ending = output.suffix.removeprefix(".").lower()
    if ending in set(Format):
        return Format(ending)
    if ending and not output.is_dir():
        fail(f"{ending} is not among the kinds of picture: {', '.join(Format)}; name one of them")
    return Format.SVG


def size_of(size: str | None, template: Path | None) -> str:
    """Returns the size of a page; ends the command where the template has one of its own."""
    if size and template:
        fail("the template has a page size of its own; leave out --size")
    return size or "16:9"


def refuse_too_large(drawing: Drawing, size: str | None) -> None:
    """Ends the command where a PNG would take more than memory holds."""
    inches = drawing.size.width * drawing.size.height / 72**2
    if drawing.form is Format.PNG and inches * drawing.dpi**2 > MOST_PIXELS:
        most, dpi, page = int((MOST_PIXELS / inches) ** 0.5), drawing.dpi, size or "16:9"
        fail(f"a PNG of {page} at {dpi} dots per inch is too large; use --dpi {most} or less")


def theme_of(text: str) -> Theme | str:
    """Returns the name of a theme, or the theme of a file; says what in it is hard to read.

    Ends the command where there is none.

    Raises:
        ThemeError: the file cannot be used.
    """
    if text.lower() in THEMES:
        return text
    path = Path(text)
    if path.suffix.lower() not in {".yaml", ".yml"} and not path.is_file():
        fail(f"there is no theme {text}; choose one of {', '.join(THEMES)}, or name a YAML file")
    if not path.is_file():
        fail(f"there is no theme file {text}")
    from journeymap.views.kit import house_theme

    theme, weak = house_theme.read(path)
    for remark in weak:
        say(remark.told())
    return theme


def files_of(drawing: Drawing) -> tuple[Path, ...]:
    """Returns the files that a drawing was read from: the template, and those of the theme."""
    template = (Path(drawing.template),) if drawing.template else ()
    return (*template, *drawing.theme.files)


def template_of(template: Path | None, form: Format) -> Path | None:
    """Returns the template; ends the command where it is not there or the format takes none."""
    if template and form is not Format.PPTX:
        fail(f"--template is for pptx, not for {form}: add --format pptx")
    if template and not template.is_file():
        fail(f"there is no template {template}")
    return template


def named_files(theme: Path, template: Path | None, against: str | None) -> list[Path]:
    """Returns the files that were named besides maps; a map of a revision is none."""
    other = Path(against) if against and Path(against).exists() else None
    return [path for path in (theme, template, other) if path]
