"""What Ctrl-C, bad streams and full disks do to files, and what they print, command by command.

    python -m benchmarks.faults [--moments COUNT] [--seed SEED] [--only FAULT]

Every command runs as a process of its own in a repository of its own, and is

- interrupted at so many moments in all, spread over its life, from where our program begins
  (before, while Python starts and finds it, Python itself answers Ctrl-C);
- interrupted at each call to the system by which it writes;
- given streams that are closed, full, or read by nobody after ten bytes;
- run on a disk with so many bytes left, or with no name left for another file. That needs the right
  to mount a disk in memory; without it no file may have more than so many bytes, and it is said.

A run may end as usual; or with one line more and the exit code of its fault, while every file is as
it was, or as the command leaves it, and none is left over. Prints a table in Markdown, and whatever
was otherwise below it; exits with 1 if anything was.
"""

import argparse
import itertools
import os
import random
import subprocess
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.faulty_runs import (
    AT_CALL,
    COMMANDS,
    FAILED,
    INTERRUPTED,
    PAGE,
    Command,
    Places,
    Tried,
    after,
    run,
    streamed,
)

FAULTS = ("Ctrl-C", "Ctrl-C in writing", "bad streams", "full disk")
STREAMS = (
    *(">&-", "2>&-", "<&-", ">/dev/full", "2>/dev/full", ">/dev/full 2>&1"),
    *(">&- 2>&- <&-", "| head -c 10"),
)
DISK = 8 << 20
LEFT = (0, 1, 2, 3, 4, 5, 6, 8, 10, 12, 16, 24, 32)
"""Pages that a disk has left; with more every command can write."""
MOST = (0, 1, 500, 5_000)
"""Bytes that a file may have where no disk can be mounted."""


@dataclass(slots=True)
class Tally:
    """What became of a command under a fault."""

    tries: int = 0
    early: int = 0
    lost: int = 0
    lines: int = 0


@dataclass(slots=True)
class Results:
    """What became of all, and what should not have."""

    tallies: dict[tuple[str, str], Tally] = field(default_factory=lambda: defaultdict(Tally))
    wrong: list[str] = field(default_factory=list)

    def note(self, command: Command, fault: str, what: str, run: "Tried") -> None:
        """Counts a run, and keeps what is wrong with it."""
        tally = self.tallies[command.name, fault]
        tally.tries += 1
        tally.early += run.done.code != run.usual.code
        tally.lost += len(run.harmed)
        tally.lines = max(tally.lines, len(run.added))
        for problem in run.problems():
            self.wrong.append(f"{fault}: {command.line} ({what}): {problem}")
            print(self.wrong[-1], file=sys.stderr, flush=True)


def interrupt(places: Places, results: Results, moments: int, seed: int) -> None:
    """Interrupts commands at moments spread over their lives."""
    chance = random.Random(seed)  # noqa: S311 - to be the same each time
    each = -(-moments // len(COMMANDS))
    for number in range(moments):
        turn, command = number // len(COMMANDS), COMMANDS[number % len(COMMANDS)]
        moment = (turn + chance.random()) / each * places.seconds[command.name]
        with places.fresh() as folder:
            done = after(command, folder, moment)
        tried = places.tried(command, done, INTERRUPTED)
        results.note(command, FAULTS[0], f"after {moment:.3f} s", tried)


def interrupt_writing(places: Places, results: Results) -> None:
    """Interrupts commands at each call by which they write."""
    for command in (each for each in COMMANDS if each.writes):
        for number in itertools.count(1):
            with places.fresh() as folder:
                done = run(command, folder, AT_CALL, number=number)
            if done.code != INTERRUPTED and number > 1:
                break
            must = True  # an interrupt that is too late to count was not in writing
            tried = places.tried(command, done, INTERRUPTED, must=must)
            results.note(command, FAULTS[1], f"at call {number}", tried)


def spoil_streams(places: Places, results: Results) -> None:
    """Gives commands streams that take or give nothing."""
    for command, streams in itertools.product(COMMANDS, STREAMS):
        usual = places.usual[command.name]
        with places.fresh() as folder:
            done = streamed(command, folder, streams, folder.parent / "code")
        lost = bool(usual.out) and streams.startswith((">&-", ">/dev/full"))
        lost = lost or (bool(command.stdin) and "<&-" in streams)
        silent = "2>" in streams
        tried = places.tried(command, done, FAILED, must=lost, silent=silent)
        results.note(command, FAULTS[2], streams, tried)


@contextmanager
def disk(folder: Path) -> Iterator[Path | None]:
    """Mounts a small disk; None where that is not allowed."""
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", f"size={DISK}", "tmpfs", str(folder)]
    try:
        mounted = subprocess.run(mount, check=False, capture_output=True).returncode == 0
    except OSError:
        mounted = False
    try:
        yield folder if mounted else None
    finally:
        if mounted:
            subprocess.run(["umount", str(folder)], check=True)  # noqa: S607


@contextmanager
def filled(folder: Path, pages: int | None) -> Iterator[None]:
    """Fills a disk until so many pages are left; None: until no file can be added."""
    size = "remount,nr_inodes={}"
    if pages is None:
        used = os.statvfs(folder).f_files - os.statvfs(folder).f_ffree
        _remount(folder, size.format(used))
    filler = folder / "filler"
    if pages is not None:
        filler.write_bytes(b"")
        free = os.statvfs(folder).f_bavail * os.statvfs(folder).f_bsize
        with filler.open("r+b") as file:
            os.posix_fallocate(file.fileno(), 0, max(free - pages * PAGE, 1))
    try:
        yield
    finally:
        filler.unlink(missing_ok=True)
        if pages is None:
            _remount(folder, size.format(100_000))


def _remount(folder: Path, option: str) -> None:
    subprocess.run(["mount", "-o", option, str(folder)], check=True)  # noqa: S607


def fill_disks(places: Places, results: Results, folder: Path) -> str:
    """Runs commands that write on disks that are full; returns in words how that was done."""
    writers = [each for each in COMMANDS if each.writes]
    with disk(folder / "disk") as small:
        if small is None:
            for command, most in itertools.product(writers, MOST):
                with places.fresh() as copy:
                    done = run(command, copy, most=most)
                tried = places.tried(command, done, FAILED)
                results.note(command, FAULTS[3], f"{most} bytes a file", tried)
            return (
                "No disk can be mounted here: instead no file could have more than so many bytes."
            )
        for command, pages in itertools.product(writers, (*LEFT, None)):
            with places.fresh(small) as copy, filled(small, pages):
                done = run(command, copy)
            tried = places.tried(command, done, FAILED, must=True if pages == 0 else None)
            results.note(command, FAULTS[3], f"{pages} pages left", tried)
    return "Full disks were disks in memory, with 0 to 32 pages left or with no name for a file."


def table(results: Results) -> str:
    """Returns in Markdown what became of each command: how often tried, how often ended early."""
    rows = ["| command | " + " | ".join(FAULTS) + " | lost | lines added |"]
    rows.append("|---|" + "---:|" * (len(FAULTS) + 2))
    for name in (*(command.name for command in COMMANDS), "all"):
        names = [each.name for each in COMMANDS] if name == "all" else [name]
        tallies = [[results.tallies[each, fault] for each in names] for fault in FAULTS]
        counts = (
            f"{sum(t.tries for t in some)} ({sum(t.early for t in some)})"
            if any(t.tries for t in some)
            else "–"
            for some in tallies
        )
        every = list(itertools.chain.from_iterable(tallies))
        lost, lines = sum(t.lost for t in every), max(t.lines for t in every)
        rows.append(f"| {name} | {' | '.join(counts)} | {lost or 'nothing'} | {lines or 'none'} |")
    return "\n".join(rows)


def main() -> None:
    """Tries all, and prints what became of it."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--moments", type=int, default=98, help="of Ctrl-C, in all (default 98)")
    parser.add_argument("--seed", type=int, default=12, help="which ones")
    parser.add_argument("--only", choices=FAULTS, help="one of the faults")
    given = parser.parse_args()
    tried, how = {given.only} if given.only else {*FAULTS}, ""
    results = Results()
    with tempfile.TemporaryDirectory() as name:
        places = Places(Path(name))
        for command in COMMANDS:
            if command.writes or tried != {FAULTS[3]}:
                places.learn(command)
        if FAULTS[0] in tried:
            interrupt(places, results, given.moments, given.seed)
        if FAULTS[1] in tried:
            interrupt_writing(places, results)
        if FAULTS[2] in tried:
            spoil_streams(places, results)
        if FAULTS[3] in tried:
            how = fill_disks(places, results, Path(name))
    print(f"{table(results)}\n\n{how}")
    print("\n".join(results.wrong))
    sys.exit(1 if results.wrong else 0)


if __name__ == "__main__":
    main()
