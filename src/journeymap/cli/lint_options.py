"""Options of `journeymap lint` that say what to look at and what to print instead of findings."""

from typing import Annotated

import typer

ShowFilesOption = Annotated[
    bool, typer.Option("--show-files", help="List the files that would be linted.")
]
ShowSettingsOption = Annotated[
    bool,
    typer.Option(
        "--show-settings", help="Print the settings that hold for each file, and who says so."
    ),
]
