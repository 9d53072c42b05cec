"""What a command costs, with all the processes that it starts: CPU and wall time, and memory."""

import ctypes
import os
import resource
import subprocess
import sys
import threading
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from pathlib import Path

from journeymap.quick_dataclass import dataclass

_LONGEST = 600
"""Seconds after which a command is ended: it hangs."""
_EVERY = 0.005
"""Seconds between two looks at the memory of a tree of processes, or that part of a long run."""
_ADOPT = 36  # PR_SET_CHILD_SUBREAPER, as Linux numbers it
_MAXRSS = 1024 * 1024 if sys.platform == "darwin" else 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class Cost:
    """What a tree of processes took.

    Attributes:
        seconds: CPU time, of the user and of the system.
        wall: seconds until the command ended.
        megabytes: the most memory in MiB: of the largest process, or of all that were there at the
            same time, pages that they share counted once, where that was looked at; 0 where it is
            not known, as of a small process that was not looked at.
        code: the exit code of the command.
    """

    seconds: float
    wall: float
    megabytes: float
    code: int = 0


def adopt_orphans() -> None:
    """Makes this process the parent of what its children leave running, so that it counts too.

    On Linux only; elsewhere such a process, a browser's for example, is not counted.
    """
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_ADOPT, 1, 0, 0, 0)


def cost(
    command: Iterable[str],
    folder: Path,
    *,
    variables: Mapping[str, str] | None = None,
    is_watched: bool = False,
) -> Cost:
    """Runs a command in a folder and returns what it took; what it prints goes to the file `out`.

    Args:
        command: the program and its arguments.
        folder: the working folder.
        variables: the environment; that of this process if there is none.
        is_watched: whether the memory of all its processes is looked at; that slows it a little.
    """
    with (folder / "out").open("w") as out:
        start = time.perf_counter()
        process = subprocess.Popen([*command], cwd=folder, stdout=out, stderr=out, env=variables)
        guard = threading.Timer(_LONGEST, process.kill)
        guard.start()
        watched = _most_memory(process.pid) if is_watched else 0.0
        _, status, used = os.wait4(process.pid, 0)
        wall = time.perf_counter() - start
        guard.cancel()
    process.returncode = os.waitstatus_to_exitcode(status)
    all_used = [used, *_orphans()]
    return Cost(
        seconds=sum(each.ru_utime + each.ru_stime for each in all_used),
        wall=wall,
        megabytes=_most(watched, [each.ru_maxrss / _MAXRSS for each in all_used]),
        code=process.returncode,
    )


def _most(watched: float, told: Sequence[float]) -> float:
    """The most MiB: what the system tells of a process counts from what this one holds on.

    A process begins as a copy of its parent, and the system counts what that held.
    """
    own = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / _MAXRSS
    return max([watched, *(each for each in told if each > own)])


def _orphans() -> Iterator[resource.struct_rusage]:
    """What those used that the command left running: they are waited for a moment, then ended."""
    deadline = time.perf_counter() + 2
    with suppress(ChildProcessError):
        while True:
            pid, _, used = os.wait4(-1, os.WNOHANG)
            if pid:
                yield used
                continue
            if time.perf_counter() > deadline:
                for child in _children(os.getpid()):
                    os.kill(child, 9)
            time.sleep(_EVERY)


def _most_memory(pid: int) -> float:
    """The most MiB that a process and those below it held together, until it ends."""
    most, start = 0.0, time.perf_counter()
    while os.waitid(os.P_PID, pid, os.WEXITED | os.WNOHANG | os.WNOWAIT) is None:
        tree = [*_tree(pid)]
        alone = (_told(f"/proc/{each}/status", "VmHWM:") for each in tree)
        together = sum(_told(f"/proc/{each}/smaps_rollup", "Pss:") for each in tree)
        most = max(most, together, *alone)
        time.sleep(_EVERY * max(1, time.perf_counter() - start))
    return most


def _tree(pid: int) -> Iterator[int]:
    yield pid
    for child in _children(pid):
        yield from _tree(child)


def _children(pid: int) -> list[int]:
    """The processes that a process started; none where the system does not tell."""
    found: list[int] = []
    with suppress(OSError):
        for task in Path(f"/proc/{pid}/task").iterdir():
            found += map(int, (task / "children").read_text().split())
    return found


def _told(path: str, name: str) -> float:
    """The MiB that the system tells of a process: the most of its own, or with shares of others."""
    with suppress(OSError):
        for line in Path(path).read_text().splitlines():
            if line.startswith(name):
                return int(line.split()[1]) / 1024
    return 0.0
