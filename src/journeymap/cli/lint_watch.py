"""`journeymap lint --watch`: lints again whenever a file changes."""

import gc
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from journeymap.cli.console import STDIN, fail, say, write
from journeymap.cli.interrupts import tidied
from journeymap.cli.lint_given import Given
from journeymap.cli.lint_run import run
from journeymap.serve.watch import changes
from journeymap.workspace.config import FILE_NAMES
from journeymap.workspace.load import Loader
from journeymap.workspace.search import discover

_PAUSE = 0.4
"""Seconds between two looks at the files."""
_CLEAR = "\x1b[2J\x1b[3J\x1b[H"
"""Clears a terminal."""


def watch(given: Given) -> int:
    """Lints until somebody presses Ctrl+C; returns the exit code."""
    if any(str(path) == STDIN for path in given.paths):
        fail("--watch looks at files; name them instead of -")
    if given.mending.asked or given.write_baseline is not None or given.reason is not None:
        fail("--watch only looks; fix maps, write baselines and comments without it")
    gc.enable()  # a run is short and does without; this one is not
    seen = _Seen(given)
    changed = changes(seen.files, lambda: time.sleep(_PAUSE))
    with tidied():
        try:
            _lint(given)
            for _ in changed:
                if sys.stdout.isatty():
                    write(_CLEAR)
                _lint(given)
                seen.look()
        except KeyboardInterrupt:
            say("")
    return 0


def _lint(given: Given) -> None:
    with suppress(SystemExit):  # what is wrong has been said; it may be mended the next time
        run(given)
    sys.stdout.flush()
    if not given.quiet:
        say("waiting for changes; Ctrl+C ends")


class _Seen:
    """The files on which the findings depend."""

    def __init__(self, given: Given) -> None:
        self._given = given
        self._read: list[Path] = []
        self.look()

    def look(self) -> None:
        """Reads what was named and what that leads to; it may lead elsewhere than before."""
        given = self._given
        loader = Loader(configuration=given.config, exclusion=given.exclusion)
        self._read = list(loader.load(path for path in given.paths if path.exists()).files)

    def files(self) -> Iterator[Path]:
        """Walks the files that were read, those that are new, and places of configurations."""
        new = (found for path in self._given.paths if path.is_dir() for found in discover(path))
        for path in {*self._read, *self._given.paths, *(path.absolute() for path in new)}:
            yield path
            yield from (path.parent / name for name in FILE_NAMES)
