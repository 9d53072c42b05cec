"""`journeymap impact`."""

from pathlib import Path
from typing import Annotated

from journeymap.cli.console import (
    ConfigOption,
    QuietOption,
    fail,
    line_width,
    open_files,
    write,
)
from journeymap.cli.parameters import Argument, Option
from journeymap.cli.portfolio import analyses_of
from journeymap.cli.table_formats import TableFormat, rendered
from journeymap.history.impact import Subject, build, known_names, uses
from journeymap.model.likeness import nearest
from journeymap.workspace.paths import git_root

_Paths = Annotated[
    list[Path] | None,
    Argument(metavar="PATHS", help="Maps and folders.", show_default="the repository"),
]
_Name = Annotated[str, Option(metavar="NAME", show_default=False)]


def impact_command(
    paths: _Paths = None,
    system: _Name = "",
    channel: _Name = "",
    person: _Name = "",
    metric: _Name = "",
    information: _Name = "",
    output_format: Annotated[
        TableFormat,
        Option("--format", metavar="FORMAT", help=f"How to print it: {', '.join(TableFormat)}."),
    ] = TableFormat.TEXT,
    config: ConfigOption = None,
    quiet: QuietOption = False,
) -> None:
    """Tell which steps, ideas and owners hang on a system, channel, person, metric or paper.

    Example: journeymap impact --system "patient record"
    """
    given = {
        Subject.SYSTEM: system,
        Subject.CHANNEL: channel,
        Subject.PERSON: person,
        Subject.METRIC: metric,
        Subject.INFORMATION: information,
    }
    asked = [(subject, name) for subject, name in given.items() if name.strip()]
    if len(asked) != 1:
        fail(f"name one of {', '.join(f'--{each}' for each in Subject)}")
    subject, name = asked[0]
    looked_in = paths or [git_root(Path.cwd()) or Path()]
    analyses = analyses_of(open_files(looked_in, config=config).load(), quiet=quiet)
    found = uses(analyses, subject, name)
    if not found:
        near = nearest(name, known_names(analyses, subject))
        fail(f"no step names the {subject} {name}" + (f"; did you mean {near[0]}?" if near else ""))
    write(rendered(build(found, analyses, subject, name), output_format, line_width()))
