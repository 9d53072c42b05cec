"""`journeymap render --watch` and `--open`: draws again at each save, and shows what was drawn."""

import gc
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from time import sleep as pause

from journeymap.backends.formats import Format
from journeymap.cli.console import STDIN, fail, say
from journeymap.cli.interrupts import tidied
from journeymap.cli.render_run import Run, show
from journeymap.model.fields import FileKind
from journeymap.quick_dataclass import dataclass
from journeymap.serve.live import LivePage
from journeymap.serve.watch import changes
from journeymap.workspace.config import FILE_NAMES
from journeymap.workspace.load import Chosen, Loader
from journeymap.workspace.search import discover

_PAUSE = 0.3
"""Seconds between two looks at the files."""


@dataclass(frozen=True, kw_only=True)
class Watch:
    """What is watched.

    Attributes:
        paths: what was named.
        config: the configuration to use instead of the nearest one.
        others: further files that pictures depend on: theme and template.
        prepare: reads everything anew.
        opens: whether to show what was drawn.
    """

    paths: Sequence[Path]
    config: Chosen
    others: Sequence[Path]
    prepare: Callable[[], Run]
    opens: bool

    def run(self) -> int:
        """Draws at each change until somebody presses Ctrl+C; returns the exit code."""
        if any(str(path) == STDIN for path in self.paths):
            fail("--watch looks at files; name them instead of -")
        gc.enable()  # a run is short and does without; this one is not
        read = self._read()
        shown = _Shown() if self.opens else None
        seen = changes(lambda: self._files(read), lambda: pause(_PAUSE))
        with tidied():
            try:
                self._draw(shown)
                for _ in seen:
                    self._draw(shown)
                    read = self._read()
            except KeyboardInterrupt:
                say("")
        return 0

    def _read(self) -> list[Path]:
        """Returns what maps lead to now; it may be elsewhere than before."""
        loader = Loader(configuration=self.config)
        files = loader.load(path for path in self.paths if path.exists()).files
        pictures = (
            file.path.parent / link.said
            for file in files.values()
            for link in file.links
            if link.kind is FileKind.PICTURE
        )
        return [*files, *pictures]

    def _draw(self, shown: "_Shown | None") -> None:
        """Draws once; what cannot be drawn is said, and may be mended the next time."""
        with suppress(SystemExit):
            run = self.prepare()
            run.draw()
            if shown and run.written:
                shown.show(run)
        sys.stdout.flush()
        say("waiting for changes; Ctrl+C ends")

    def _files(self, read: Sequence[Path]) -> Iterator[Path]:
        """Walks what pictures depend on: files that were read, new ones, and configurations."""
        new = [found for path in self.paths if path.is_dir() for found in discover(path)]
        own = (self.config,) if isinstance(self.config, Path) else ()
        for path in {*read, *own, *(each.absolute() for each in (*self.paths, *new, *self.others))}:
            yield path
            yield from (path.parent / name for name in FILE_NAMES)


class _Shown:
    """What is shown: a page that loads itself again, or the first file, once."""

    def __init__(self) -> None:
        self._live: LivePage | None = None
        self._opened = False

    def show(self, run: Run) -> None:
        """Shows what was drawn."""
        first = run.written[0]
        if run.drawing.form is Format.HTML:
            self._live = self._live or LivePage()
            self._live.show(first.read_bytes())
        if not self._opened:
            self._opened = True
            address = self._live.address if self._live else str(first)
            say(f"showing {address}")
            show(address)
