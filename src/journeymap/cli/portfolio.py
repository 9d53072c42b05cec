"""What the commands share that look at all maps of a repository."""

from journeymap.analysis.analysis import Analysis
from journeymap.cli.console import fail, tell_errors
from journeymap.model.fields import FileKind
from journeymap.workspace.files import Workspace


def analyses_of(workspace: Workspace, *, quiet: bool) -> tuple[Analysis, ...]:
    """Returns what is computed of each map that has steps; ends the command where there is none.

    Args:
        workspace: what was read.
        quiet: whether errors in maps are left to `lint`.
    """
    maps = [file for file in workspace.asked if file.kind is FileKind.JOURNEY]
    for file in maps if not quiet else ():
        tell_errors(file, workspace)
    found = tuple(
        Analysis(journey_map=file.journey_map, weights=file.configuration.weights)
        for file in maps
        if file.journey_map and file.journey_map.steps
    )
    return found or fail("there is no map with steps")
