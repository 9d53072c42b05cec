"""Ctrl-C: one line and exit code 130, at whatever moment.

An exception would do while our code runs, but not during imports and inside of callbacks, where
Python prints it and goes on. So a run ends at once, unless something has to be tidied up first.
"""

import os
import signal
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from types import FrameType
from typing import NoReturn

INTERRUPTED = 130
"""Exit code of what SIGINT ends, in every shell."""


def end(_signal: int = signal.SIGINT, _frame: FrameType | None = None) -> NoReturn:
    """Ends the process with one line; what has been written into files is whole."""
    with suppress(OSError):
        os.write(2, b"interrupted\n")
    os._exit(INTERRUPTED)


def begin() -> None:
    """Has Ctrl-C end the run from now on, unless the caller has it ignored, as nohup does."""
    if signal.getsignal(signal.SIGINT) is not signal.SIG_IGN:
        signal.signal(signal.SIGINT, end)


def done() -> None:
    """Has Ctrl-C mean nothing any more: all is written, and the exit code is known."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _stop(_signal: int, _frame: FrameType | None) -> NoReturn:
    raise KeyboardInterrupt


@contextmanager
def tidied() -> Iterator[None]:
    """Has Ctrl-C be an exception, so that what is going on is tidied up before the run ends."""
    if signal.getsignal(signal.SIGINT) is not end:  # another program calls us, and decides itself
        yield
        return
    try:
        try:
            signal.signal(signal.SIGINT, _stop)
            yield
        finally:
            signal.signal(signal.SIGINT, end)
    except KeyboardInterrupt:
        end()


@contextmanager
def whole() -> Iterator[None]:
    """Has Ctrl-C wait until a file is written, as an exception may come before it can be caught.

    Whoever presses it again waits no more.
    """
    before = signal.getsignal(signal.SIGINT)
    if before is not end and before is not _stop:
        yield
        return
    pressed = False

    def later(number: int, frame: FrameType | None) -> None:
        nonlocal pressed
        if pressed:
            _stop(number, frame)
        pressed = True

    try:
        signal.signal(signal.SIGINT, later)
        yield
    finally:
        signal.signal(signal.SIGINT, before)
        if pressed:
            signal.raise_signal(signal.SIGINT)
