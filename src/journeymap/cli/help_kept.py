"""Help that is kept as text: to import what writes it takes longer than to lint a map."""

import sys
from collections.abc import Callable

from journeymap.cli import result_cache
from journeymap.cli.noted_program import note_own_files, note_packages
from journeymap.cli.result_cache import Kept
from journeymap.workspace.noted_disk import NotedDisk


def print_and_keep(application: Callable[..., None], kept: Kept) -> None:
    """Has the command line print its help, and keeps what it printed.

    Args:
        application: prints it and ends with an exit code.
        kept: the place for it.

    Raises:
        SystemExit: as the application does.
    """
    write = sys.stdout.write

    def write_and_note(text: str) -> int:
        count = write(text)  # who tries whether bytes can be written finds that they cannot
        result_cache.note(1, text)
        return count

    sys.stdout.write = write_and_note  # type: ignore[method-assign]
    disk = NotedDisk()
    note_packages(disk)
    try:
        application(prog_name="journeymap")
    except SystemExit as end:
        note_own_files(disk, kept.noted)
        if not end.code and not disk.is_unsure:
            kept.keep(0, disk.facts(), "")
        raise
    finally:
        sys.stdout.write = write  # type: ignore[method-assign]
