"""Commands that are held where they first write, and copied from there as often as wanted.

A copy goes on from call to call as under a debugger, or at once, or is killed. So a thousand kills
cost a thousand times what is written, and not what was read and drawn before. Linux only.
"""

import ctypes
import os
import resource
import signal
import socket
import sys
import traceback
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import NoReturn

from benchmarks.faulty_runs import Command, environment

from journeymap import __main__ as program
from journeymap.cli import result_cache

_GO_ON, _CALL, _ATTACH, _OPTIONS = 7, 24, 16, 0x4200
_SAY_CALLS = 1
_OF_A_CALL = signal.SIGTRAP | 0x80
_CRASHED = 70
_WRITES = {
    *("os.mkdir", "os.rmdir", "os.link", "os.rename", "os.remove", "os.truncate"),
    *("os.chown", "os.chmod"),
}


def _ptrace(request: int, pid: int, data: int = 0) -> None:
    library = ctypes.CDLL(None, use_errno=True)
    library.ptrace.argtypes = [ctypes.c_long, ctypes.c_int, ctypes.c_void_p, ctypes.c_void_p]
    if library.ptrace(request, pid, None, data) == -1:
        raise ProcessLookupError(ctypes.get_errno(), os.strerror(ctypes.get_errno()))


def _word(pid: int) -> bytes:
    return f"{pid:20}".encode()


def kept(folder: Path) -> Path:
    """Returns where the results of runs in a folder are kept: beside it."""
    return folder.with_name(f"{folder.name}-kept")


class Copy:
    """A copy of a command, which stands still until it is let go.

    Attributes:
        code: its exit code; negative where a signal has ended it, None while it runs.
    """

    def __init__(self, pid: int, go: int) -> None:
        """Takes hold of a process that waits for its number."""
        self.code: int | None = None
        self._pid = pid
        _ptrace(_ATTACH, pid)
        os.waitpid(pid, 0)
        _ptrace(_OPTIONS, pid, _SAY_CALLS)
        os.write(go, _word(pid))  # by its number, as one that was killed has not read its own

    def calls(self) -> Iterator[bool]:
        """Lets it go on from call to call, in and out, and yields whether it is about to write."""
        yield True
        said = 0
        with suppress(ProcessLookupError):
            while True:
                _ptrace(_CALL, self._pid, said)
                status = os.waitpid(self._pid, 0)[1]
                if not os.WIFSTOPPED(status):
                    self.code = os.waitstatus_to_exitcode(status)
                    return
                said = os.WSTOPSIG(status)
                if said in {_OF_A_CALL, signal.SIGSTOP}:
                    yield said == signal.SIGSTOP
                    said = 0

    def go(self) -> None:
        """Lets it run."""
        with suppress(ProcessLookupError):
            _ptrace(_GO_ON, self._pid)

    def wait(self) -> int:
        """Lets it run on to its end wherever it stops; returns its exit code."""
        while self.code is None:
            status = os.waitpid(self._pid, 0)[1]
            if not os.WIFSTOPPED(status):
                self.code = os.waitstatus_to_exitcode(status)
                break
            said = os.WSTOPSIG(status)
            with suppress(ProcessLookupError):
                _ptrace(_GO_ON, self._pid, 0 if said in {_OF_A_CALL, signal.SIGSTOP} else said)
        return self.code

    def finish(self) -> int:
        """Lets it run to its end; returns its exit code."""
        self.go()
        return self.wait()

    def kill(self) -> None:
        """Kills it and all that it has started."""
        for end in (os.killpg, os.kill):  # it may have no group of its own yet
            with suppress(ProcessLookupError):
                end(self._pid, signal.SIGKILL)
        self.wait()


class Held:
    """A command that is held where it first writes."""

    def __init__(self, command: Command, folder: Path) -> None:
        """Runs it up to there."""
        self._asks, other = socket.socketpair()
        going, self._go = os.pipe()
        self._pid = os.fork()
        if not self._pid:
            self._asks.close()
            os.close(self._go)
            _run(command, folder, _Server(other, going, folder))
        other.close()
        os.close(going)
        if self._asks.recv(1) != b"!":
            raise RuntimeError(f"{command.line} writes nothing")

    def copy(self, *, most: int = resource.RLIM_INFINITY, stops: bool = False) -> Copy:
        """Returns a copy that stands still.

        Args:
            stops: whether it stops before each call that writes, as for `Copy.calls`.
            most: how many bytes a file may have; the write that goes beyond is cut off there, and
                the next kills the process.
        """
        self._asks.sendall(f"{most} {int(stops)}".encode())
        return Copy(int(self._asks.recv(32)), self._go)

    def end(self) -> None:
        """Ends the command that is held."""
        self._asks.close()
        os.close(self._go)
        os.kill(self._pid, signal.SIGKILL)
        os.waitpid(self._pid, 0)


class _Server:
    """What a command does where it first writes: it makes copies of itself."""

    def __init__(self, asked: socket.socket, going: int, folder: Path) -> None:
        self._asked, self._going, self._folder = asked, going, folder
        self._is_copy = self._is_busy = self._stops = False

    def look(self, event: str, arguments: tuple[object, ...]) -> None:
        """Is told of each call that Python makes."""
        if self._is_busy or (self._is_copy and not self._stops):
            return
        writes = event in _WRITES
        if event == "open" and isinstance(arguments[2], int):
            into = arguments[2] & (os.O_WRONLY | os.O_RDWR)
            writes = bool(into) and not isinstance(arguments[0], int)
            writes = writes and not str(arguments[0]).startswith("/dev/")
        if not writes:
            return
        self._is_busy = True
        if self._is_copy:
            os.kill(os.getpid(), signal.SIGSTOP)
        else:
            self._serve()
        self._is_busy = False

    def _serve(self) -> None:
        self._asked.sendall(b"!")
        while asked := self._asked.recv(32):
            pid = os.fork()
            if not pid:
                self._asked.close()
                os.setpgid(0, 0)
                while os.read(self._going, len(_word(0))) != _word(os.getpid()):
                    pass
                os.chdir(self._folder)  # it may be another one of the same name
                most, stops = map(int, asked.split())
                if most != resource.RLIM_INFINITY:
                    signal.signal(signal.SIGXFSZ, signal.SIG_DFL)
                    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
                    resource.setrlimit(resource.RLIMIT_FSIZE, (most, resource.RLIM_INFINITY))
                self._is_copy, self._stops = True, bool(stops)
                return
            self._asked.sendall(str(pid).encode())
            with suppress(ChildProcessError):
                while os.waitpid(-1, os.WNOHANG)[0]:
                    pass
        os._exit(0)


def _run(command: Command, folder: Path, server: _Server | None = None) -> NoReturn:
    code = _CRASHED
    try:
        os.chdir(folder)
        reading = os.open(command.stdin or os.devnull, os.O_RDONLY)
        nowhere = os.open(os.devnull, os.O_WRONLY)
        for old, new in ((reading, 0), (nowhere, 1), (nowhere, 2)):
            os.dup2(old, new)
        os.environ.update(environment())
        os.environ[result_cache.FOLDER] = str(kept(folder))
        sys.argv = ["journeymap", *command.arguments]
        if server:
            sys.addaudithook(server.look)
        program.main()
        code = 0
    except SystemExit as end:
        code = end.code if isinstance(end.code, int) else _CRASHED
    except BaseException:  # noqa: BLE001 - it must end here, and tell
        traceback.print_exc()
    finally:
        os._exit(code)


def finished(command: Command, folder: Path) -> int:
    """Runs a command to its end; returns its exit code."""
    pid = os.fork()
    if not pid:
        _run(command, folder)
    return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])
