"""Standard output and messages, whatever they lead to: closed, full, or read by nobody any more.

Imports nothing that is not there when Python has started: `--version` needs it, too.
"""

import io
import os
import sys
from errno import EBADF

_OUTPUT, _MESSAGES = 1, 2
"""The numbers that every system gives to standard output and to messages."""
_FAILED = 2


class _Stream(io.FileIO):
    """A stream to a descriptor that fails once at most; what is written later goes nowhere.

    A reader that has seen enough is no failure: the run ends with the code that it has anyway.
    """

    def __init__(self, descriptor: int, *, closed: bool, silent: bool) -> None:
        super().__init__(descriptor, "w", closefd=False)
        self._closed, self._silent, self._over = closed, silent, False

    def write(self, data: "memoryview[int]") -> int:  # type: ignore[override, explicit-override]
        if self._over:
            return len(data)
        try:
            if self._closed:
                raise OSError(EBADF, "it is closed")  # noqa: TRY301 - told as any other failure
            return super().write(data)
        except OSError as error:
            self._over = True
            if self._silent or isinstance(error, BrokenPipeError):
                return len(data)
            raise OSError(error.errno, error.strerror, "standard output") from error


def prepare() -> None:
    """Puts streams in place that end decently."""
    if os.name == "nt":  # whose consoles are no descriptors
        return
    closed = sys.stdout is None, sys.stderr is None
    # A file that is opened later must not get the number of a stream that is closed.
    while (lowest := os.open(os.devnull, os.O_RDWR)) <= _MESSAGES:
        continue
    os.close(lowest)
    sys.stdout = _text(_Stream(_OUTPUT, closed=closed[0], silent=False))
    sys.stderr = _text(_Stream(_MESSAGES, closed=closed[1], silent=True), by_line=True)


def _text(stream: _Stream, *, by_line: bool = False) -> io.TextIOWrapper:
    return io.TextIOWrapper(
        io.BufferedWriter(stream),  # type: ignore[type-var] # for want of `raw`
        encoding="utf-8",
        errors="backslashreplace",
        line_buffering=by_line or stream.isatty(),
    )


def finish(code: int) -> int:
    """Writes what is still to be written; returns the exit code, another one where that fails."""
    try:
        sys.stdout.flush()
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        sys.stderr.write(f"error: {error.filename}: {reason}\n")
        return _FAILED
    return code
