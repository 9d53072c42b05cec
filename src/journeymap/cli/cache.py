"""`journeymap cache`."""

import os
from contextlib import suppress
from enum import StrEnum
from typing import Annotated

from journeymap.cli import result_cache
from journeymap.cli.console import fail, say, write
from journeymap.cli.parameters import Argument
from journeymap.text.source import visible


class Action(StrEnum):
    """What is done with the results that are kept."""

    CLEAR = "clear"
    DIR = "dir"


def cache_command(
    action: Annotated[
        Action,
        Argument(
            metavar="ACTION", help="clear removes the results; dir prints where they are kept."
        ),
    ],
) -> None:
    """Look after the results that lint keeps, to show them again while nothing has changed.

    Example: journeymap cache clear
    """
    folder = result_cache.folder()
    if not folder:
        fail(f"no folder is known for caches: name one in {result_cache.FOLDER}")
    if action is Action.DIR:
        write(f"{visible(folder)}\n")
        return
    count = 0
    with suppress(FileNotFoundError):
        for entry in list(result_cache.results(folder)):
            os.unlink(entry.path)  # noqa: PTH108 - as it was found
            count += 1
    say(f"removed {count} result{'' if count == 1 else 's'}")
