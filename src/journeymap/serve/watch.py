"""Notices that files change, by asking for their times: it works on every disk and every system."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path

Times = Mapping[Path, tuple[int, int]]
"""When each file was last written, in nanoseconds, and its size in bytes."""


def changes(files: Callable[[], Iterable[Path]], wait: Callable[[], None]) -> Iterator[set[Path]]:
    """Returns the files that have changed, appeared or gone, each time that any has.

    What changes from now on is noticed, also while the caller works.

    Args:
        files: returns the files to look at, which need not be there; asked before each look.
        wait: pauses between two looks; ends the watch where it raises.
    """
    return _looks(times(files()), files, wait)


def _looks(
    before: Times, files: Callable[[], Iterable[Path]], wait: Callable[[], None]
) -> Iterator[set[Path]]:
    while True:
        wait()
        now = times(files())
        changed = {path for path, _ in before.items() ^ now.items()}
        before = now
        if changed:
            yield changed


def times(files: Iterable[Path]) -> Times:
    """Returns when files were last written; those that are not there are left out."""
    found: dict[Path, tuple[int, int]] = {}
    for path in files:
        try:
            state = path.stat()
        except OSError:
            continue
        found[path] = (state.st_mtime_ns, state.st_size)
    return found
