"""Commands in copies of this process, which has imported all they need: killed, stopped, or let go.

A copy begins where our program does, so that what is tried is our code and not the start of
Python. Linux only: a copy is stopped at calls to the system as a debugger does it.
"""

import ctypes
import os
import resource
import signal
import sys
import traceback
from collections.abc import Iterator
from contextlib import suppress
from importlib import import_module
from pathlib import Path
from typing import NoReturn

from benchmarks.faulty_runs import Command, environment

from journeymap import __main__ as program
from journeymap.cli import quick_models, result_cache

_TRACE_ME, _CALL, _OPTIONS = 0, 24, 0x4200
_SAY_CALLS = 1
_OF_A_CALL = signal.SIGTRAP | 0x80
_CRASHED = 70
_WRITING = {
    *("os.mkdir", "os.rmdir", "os.link", "os.rename", "os.remove", "os.truncate"),
    *("os.chown", "os.chmod"),
}


def _ptrace(request: int, pid: int = 0, data: int = 0) -> None:
    library = ctypes.CDLL(None, use_errno=True)
    library.ptrace.argtypes = [ctypes.c_long, ctypes.c_int, ctypes.c_void_p, ctypes.c_void_p]
    if library.ptrace(request, pid, None, data) == -1:
        raise ProcessLookupError(ctypes.get_errno(), os.strerror(ctypes.get_errno()))


def kept(folder: Path) -> Path:
    """Returns where the results of runs in a folder are kept: beside it."""
    return folder.with_name(f"{folder.name}-kept")


class Copy:
    """A command that runs in a copy of this process, in a process group of its own.

    Attributes:
        code: its exit code; negative where a signal has ended it, None while it runs.
        err: what it has told, once it has ended.
    """

    def __init__(
        self, command: Command, folder: Path, *, traced: bool = False, most: int | None = None
    ) -> None:
        """Begins it.

        Args:
            command: the command.
            folder: where it runs.
            traced: whether it stops before it writes; `calls` lets it go on.
            most: how many bytes a file may have; the write that goes beyond is cut off there, and
                the process killed by it.
        """
        self.code: int | None = None
        self.err = b""
        self._told, writing = os.pipe()
        self._pid = os.fork()
        if not self._pid:
            os.close(self._told)
            _run(command, folder, writing, traced=traced, most=most)
        os.close(writing)
        with suppress(OSError):  # the copy does it as well, whoever comes first
            os.setpgid(self._pid, self._pid)

    def calls(self) -> Iterator[bool]:
        """Lets it go on from call to call, in and out, from where it first writes.

        Yields: whether it is about to write.
        """
        begun, said = False, 0
        with suppress(ProcessLookupError):
            while True:
                status = os.waitpid(self._pid, 0)[1]
                if not os.WIFSTOPPED(status):
                    self._end(status)
                    return
                said = os.WSTOPSIG(status)
                if not begun:
                    _ptrace(_OPTIONS, self._pid, _SAY_CALLS)
                begun = True
                if said in {_OF_A_CALL, signal.SIGSTOP}:
                    yield said == signal.SIGSTOP
                    said = 0
                _ptrace(_CALL, self._pid, said)

    def kill(self) -> None:
        """Kills it and all that it has started."""
        for end in (os.killpg, os.kill):  # it may have no group of its own yet
            with suppress(ProcessLookupError):
                end(self._pid, signal.SIGKILL)
        self.wait()

    def wait(self) -> int:
        """Waits for its end; returns its exit code."""
        while self.code is None:
            status = os.waitpid(self._pid, 0)[1]
            if not os.WIFSTOPPED(status):
                self._end(status)
        return self.code

    def _end(self, status: int) -> None:
        self.code = os.waitstatus_to_exitcode(status)
        with suppress(ProcessLookupError):  # what it has left running would hold the pipe open
            os.killpg(self._pid, signal.SIGKILL)
        with os.fdopen(self._told, "rb") as told:
            self.err = told.read()


def _run(command: Command, folder: Path, told: int, *, traced: bool, most: int | None) -> NoReturn:
    code = _CRASHED
    try:
        with suppress(OSError):
            os.setpgid(0, 0)
        os.chdir(folder)
        reading = os.open(command.stdin or os.devnull, os.O_RDONLY)
        for old, new in ((reading, 0), (os.open(os.devnull, os.O_WRONLY), 1), (told, 2)):
            os.dup2(old, new)
        os.environ[result_cache.FOLDER] = str(kept(folder))
        sys.argv = ["journeymap", *command.arguments]
        if most is not None:
            signal.signal(signal.SIGXFSZ, signal.SIG_DFL)
            resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
            resource.setrlimit(resource.RLIMIT_FSIZE, (most, resource.RLIM_INFINITY))
        if traced:
            _ptrace(_TRACE_ME)
            sys.addaudithook(_stop_before_writing)
        program.main()
        code = 0
    except SystemExit as end:
        code = end.code if isinstance(end.code, int) else _CRASHED
    except BaseException:  # noqa: BLE001 - it must end here, and tell
        traceback.print_exc()
    finally:
        with suppress(OSError, ValueError):
            sys.stderr.flush()
        os._exit(code)


def _stop_before_writing(event: str, arguments: tuple[object, ...]) -> None:
    writes = event in _WRITING
    if event == "open" and isinstance(arguments[2], int):
        into = arguments[2] & (os.O_WRONLY | os.O_RDWR)
        writes = bool(into) and not str(arguments[0]).startswith("/dev/")
        writes = writes and not isinstance(arguments[0], int)  # it is open already
    if writes:
        os.kill(os.getpid(), signal.SIGSTOP)


def learn(command: Command, folder: Path) -> None:
    """Runs a command to its end; what it has imported, this process has from then on."""
    reading, writing = os.pipe()
    if not os.fork():
        os.close(reading)
        real = os._exit

        def leave(code: int) -> None:
            with os.fdopen(writing, "w", encoding="utf-8") as file:
                file.write("\n".join(sys.modules))
            real(code)

        os._exit = leave  # type: ignore[assignment]
        _run(command, folder, os.open(os.devnull, os.O_WRONLY), traced=False, most=None)
    os.close(writing)
    with os.fdopen(reading, encoding="utf-8") as file:
        names = file.read().splitlines()
    os.wait()
    for name in names:
        with suppress(ImportError):
            import_module(name)


def prepare() -> None:
    """Makes this process one whose copies run commands."""
    os.environ.update(environment())
    quick_models.begin()
