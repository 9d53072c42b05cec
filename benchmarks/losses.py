"""A repository in which commands are killed or raced, and what is lost of its files then."""

import itertools
import re
import shutil
import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.copies import Held, finished, kept
from benchmarks.faulty_runs import COMMANDS, Command, Files, files, is_on_the_way, repository

WRITERS = (
    *(each for each in COMMANDS if each.writes),
    Command(name="merge, three versions", line="merge base.yaml ours.yaml theirs.yaml"),
    Command(name="lint, result kept", line="lint ."),
)
FIX = Command(name="lint --fix of a map", line="lint third.journey.yaml --fix")
IGNORE = Command(name="lint --add-ignores of it", line="lint third.journey.yaml --add-ignores yes")
BY_NAME = {each.name: each for each in (*WRITERS, FIX, IGNORE)}
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
    """Returns the files that are nobody's leftovers."""
    return {name: data for name, data in found.items() if name not in over(found)}


def lost(before: Files, ends: Sequence[Files], now: Files) -> dict[str, int]:
    """Returns of which files something is lost, and how many bytes.

    Args:
        before: the files as they were; what is left over beside them may hold them still.
        ends: how all may be in the end.
        now: how they are.
    """
    saved, found = over(now).values(), {}
    names = {*without(now), *itertools.chain.from_iterable(ends)} - empty(ends, now)
    for name in sorted(names):
        is_saved = name in before and before[name] in saved
        is_saved = is_saved or any(is_on_the_way(name, now, before, each) for each in ends)
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
                tries = sum(self.tries[each, kind] for each in some)
                cells.append(f"{tries:,}")
                if hits:
                    cells[-1] += f" ({sum(self.hits[each, kind] for each in some):,})"
            cells += [str(sum(self.left[each] for each in some))] if hits else []
            rows.append(f"| {' | '.join(cells)} | {sum(self.lost[each] for each in some)} |")
        return "\n".join(rows)


class Place:
    """A repository that can be as it was at first, again and again.

    Attributes:
        folder: where it is.
        before: its files.
    """

    def __init__(self, around: Path) -> None:
        """Makes it."""
        self.folder, self._template = around / "place", repository(around / "template")
        for name, steps in {"base": "[A, B]", "ours": "[A, B, C]", "theirs": "[Z, A, B]"}.items():
            text = f"title: Merged\nsteps: {steps}\n".ljust(500, "#") + "\n"
            (self._template / f"{name}.yaml").write_text(text, encoding="utf-8")
        third = "title: Third\nstatus: review\nsteps: [Calls, {action: Waits, moment: critcal}]\n"
        (self._template / "third.journey.yaml").write_text(third, encoding="utf-8")
        self.before = files(self._template)

    def renew(self) -> Path:
        """Makes all as it was at first."""
        for each in (self.folder, kept(self.folder)):
            shutil.rmtree(each, ignore_errors=True)
        shutil.copytree(self._template, self.folder)
        (self.folder / "link.txt").unlink()  # copies are parted
        (self.folder / "link.txt").hardlink_to(self.folder / "twin.journey.yaml")
        return self.folder

    def after(self, *commands: Command) -> Files:
        """Returns the files after commands, one after the other."""
        self.renew()
        for command in commands:
            finished(command, self.folder)
        return files(self.folder)


class Writer:
    """A command that is held where it first writes.

    Attributes:
        command: the command.
        usual: the files that it leaves.
        code: its exit code.
        calls: at which of its stops it is about to write, or has just done so.
    """

    def __init__(self, command: Command, place: Place) -> None:
        """Holds it, and sees what two copies of it do."""
        self.command, self._held = command, Held(command, place.renew())
        self.code = self._held.copy().finish()
        self.usual = files(place.folder)
        place.renew()
        stops = list(self._held.copy(stops=True).calls())
        near = {at + more for at, write in enumerate(stops) if write for more in range(AROUND)}
        self.calls = [at for at in range(len(stops)) if at in near]
        self.copy, self.end = self._held.copy, self._held.end
