"""Fresh repositories in which commands are killed or raced, and what is lost of their files."""

import itertools
import re
import shutil
import sys
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.copies import Copy, kept, learn
from benchmarks.faulty_runs import COMMANDS, Command, Files, files, repository

WRITERS = (
    *(each for each in COMMANDS if each.writes),
    Command(name="merge, three versions", line="merge base.yaml ours.yaml theirs.yaml"),
    Command(name="lint, result kept", line="lint ."),
)
IGNORE = Command(name="lint --add-ignores, slips", line="lint slips.journey.yaml --add-ignores no")
BY_NAME = {each.name: each for each in (*WRITERS, IGNORE)}
AROUND = 26
"""So many stops from a call on that writes belong to it: what is open is then filled and closed."""
_LEFT = re.compile(r"\.journeymap-[0-9a-f]{16}|.*\.result\.\d+\.result\.new")


def over(found: Files) -> Files:
    """Returns the files that a run has left over."""
    return {name: data for name, data in found.items() if _LEFT.fullmatch(Path(name).name)}


def empty(ends: Sequence[Files], now: Files) -> set[str]:
    """Returns the folders without anything in them that a run has left over."""
    known = {name for each in ends for name in each}
    above = {parent.as_posix() for name in known for parent in Path(name).parents}
    return {name for name, data in now.items() if not data and name not in known and name in above}


def without(found: Files) -> Files:
    """Returns all other files."""
    return {name: data for name, data in found.items() if name not in over(found)}


def lost(before: Files, ends: Sequence[Files], now: Files) -> dict[str, int]:
    """Returns of which files something is lost, and how many bytes.

    Args:
        before: the files as they were; what is left over beside them may hold them still.
        ends: how all may be in the end.
        now: how they are.
    """
    saved, found = over(now).values(), {}
    for name in sorted({*without(now), *itertools.chain.from_iterable(ends)} - empty(ends, now)):
        is_saved = name in before and before[name] in saved
        if now.get(name) not in [each.get(name) for each in ends] and not is_saved:
            found[name] = len(ends[0].get(name, b"")) or 1
    return found


@dataclass(slots=True)
class Results:
    """What became of all, and what should not have.

    Attributes:
        tries: how often something was tried, by command or pair, and by kind.
        hits: how often that killed a run.
        left: how many files were left over.
        lost: how many bytes were lost.
        wrong: what should not have been.
    """

    tries: Counter[tuple[str, str]] = field(default_factory=Counter)
    hits: Counter[tuple[str, str]] = field(default_factory=Counter)
    left: Counter[str] = field(default_factory=Counter)
    lost: Counter[str] = field(default_factory=Counter)
    wrong: list[str] = field(default_factory=list)

    def tell(self, problem: str) -> None:
        """Keeps what is wrong."""
        self.wrong.append(problem)
        print(problem, file=sys.stderr, flush=True)

    def table(self, kinds: Sequence[str], *, hits: bool) -> str:
        """Returns in Markdown how often each was tried, and what was lost.

        Args:
            kinds: what was done, a column each.
            hits: whether to say how often that killed a run, and what was left over.
        """
        heads = ("what", *kinds, *(("left over",) if hits else ()), "bytes lost")
        rows = [f"| {' | '.join(heads)} |", "|---|" + "---:|" * (len(heads) - 1)]
        names = list(dict.fromkeys(name for name, _ in self.tries))
        for some in [[each] for each in names] + [names]:
            cells = [some[0] if len(some) == 1 else "all"]
            for kind in kinds:
                cells.append(str(sum(self.tries[each, kind] for each in some)))
                cells[-1] += f" ({sum(self.hits[each, kind] for each in some)})" if hits else ""
            cells += [str(sum(self.left[each] for each in some))] if hits else []
            rows.append(f"| {' | '.join(cells)} | {sum(self.lost[each] for each in some)} |")
        return "\n".join(rows)


class Places:
    """Fresh repositories, and what commands do in them as a rule.

    Attributes:
        before: the files that there are.
        usual: the files that a command leaves.
        codes: its exit code.
        calls: at which of its stops it is about to write or has just done so.
        seconds: how long it takes.
    """

    def __init__(self, folder: Path, commands: Iterable[Command]) -> None:
        """Makes the repository that all others are copies of, and runs commands in some."""
        commands = tuple(commands)
        self._folder, self._numbers = folder, itertools.count()
        self.template = repository(folder / "template")
        for name, steps in {"base": "[A, B]", "ours": "[A, B, C]", "theirs": "[Z, A, B]"}.items():
            text = f"title: Merged\nsteps: {steps}\n".ljust(500, "#") + "\n"
            (self.template / f"{name}.yaml").write_text(text, encoding="utf-8")
        self.before = files(self.template)
        self.usual: dict[str, Files] = {}
        self.codes: dict[str, int] = {}
        self.calls: dict[str, list[int]] = {}
        self.seconds: dict[str, float] = {}
        for command in commands:
            with self.fresh() as copy:
                learn(command, copy)
        for command in commands:
            name = command.name
            with self.fresh() as copy:
                begin = time.perf_counter()
                self.codes[name] = Copy(command, copy).wait()
                self.seconds[name] = time.perf_counter() - begin
                self.usual[name] = files(copy)
            with self.fresh() as copy:
                stops = list(Copy(command, copy, traced=True).calls())
            near = {at + more for at, write in enumerate(stops) if write for more in range(AROUND)}
            self.calls[name] = [at for at in range(len(stops)) if at in near]

    @contextmanager
    def fresh(self) -> Iterator[Path]:
        """Gives a copy, which is gone afterwards."""
        folder = self._folder / f"copy-{next(self._numbers)}"
        shutil.copytree(self.template, folder)
        (folder / "link.txt").unlink()  # copies are parted
        (folder / "link.txt").hardlink_to(folder / "twin.journey.yaml")
        try:
            yield folder
        finally:
            shutil.rmtree(folder)
            shutil.rmtree(kept(folder), ignore_errors=True)
