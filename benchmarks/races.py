"""What two runs at once, and an editor beside a run, do to files.

    python -m benchmarks.races [--count COUNT] [--seed SEED]

Two commands that write the same files run up to where each first writes, and have read the files as
they were. Then both go on at once, or the second runs to its end between two calls to the system of
the first. Afterwards each file is as the two leave it one after the other; where one says that it
has failed, or where what it writes depends on no file that the other one writes, as one of them
does. So an editor saves, in place or under another name first, the file that a command mends: what
was saved is there afterwards, mended or not. Prints a table in Markdown, and below it what was
otherwise; exits with 1 if anything was. Linux only.
"""

import argparse
import random
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from itertools import chain, cycle, islice, product
from pathlib import Path

from benchmarks.faulty_runs import FAILED, Files, files
from benchmarks.losses import BY_NAME, FIX, IGNORE, Place, Results, Writer, lost, over

MENDS = (
    ("lint --fix", "lint --fix"),
    (FIX.name, IGNORE.name),
    (IGNORE.name, FIX.name),
    ("lint --fix, hard link", "lint --fix, hard link"),
    ("merge, three versions", "merge, three versions"),
    ("lint --add-ignores", "rename"),
    ("rename", "lint --add-ignores"),
)
WRITES = (
    *((each, each) for each in ("lint --write-baseline", "render svg", "lint, two reports", "new")),
    ("lint, result kept", "lint, result kept"),
    ("render into a folder", "render into a folder"),
)
EDITED = ("lint --fix", IGNORE.name, "lint --add-ignores", "rename", "lint --fix, hard link")
KINDS = AT_ONCE, BETWEEN = ("at once", "between calls")
MARK = b"# saved by hand\n"
_OF_EDITS = 0.4
_LATEST = 0.01
"""Seconds after which the second one goes on, at most."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Met:
    """A run that something else met.

    Attributes:
        codes: its exit code, and that of the other one.
        when: after how long, or at which of its calls.
    """

    codes: tuple[int, ...]
    when: str


@dataclass(slots=True)
class Trials:
    """Races, and what became of them.

    Attributes:
        place: where the commands run.
        results: what became of all.
        chance: what draws moments and calls.
    """

    place: Place
    results: Results
    chance: random.Random

    def race(self, pair: tuple[str, str], wanted: int) -> None:
        """Runs two commands beside each other, so many times."""
        first, second = (Writer(BY_NAME[name], self.place) for name in pair)
        orders = {pair, pair[::-1]}
        ends = [self.place.after(*(BY_NAME[name] for name in order)) for order in orders]
        name = " and ".join(pair) if pair[0] != pair[1] else f"{pair[0]}, twice"
        for kind in islice(cycle(KINDS), wanted):
            self.place.renew()
            self.results.tries[name, kind] += 1
            met = self._beside(first, kind, partial(_begun, second))
            now, alone = files(self.place.folder), (first.usual, second.usual)
            may_be_alone = pair in WRITES or FAILED in met.codes
            self._look(name, f"{name}, {met}", now, [*ends, *(alone if may_be_alone else ())])
        first.end()
        second.end()

    def _look(self, name: str, told: str, now: Files, allowed: list[Files]) -> None:
        for file, count in lost({}, allowed, now).items():
            self.results.lost[name] += count
            self.results.tell(f"{told}: {file} is lost: {now.get(file)!r:.300}")
        for file in over(now):
            self.results.tell(f"{told}: {file} is left over")

    def edit(self, command: str, wanted: int) -> None:
        """Saves a file while a command mends it, so many times."""
        writer = Writer(BY_NAME[command], self.place)
        name = f"{command}, and an editor"
        words = writer.command.arguments
        path = self.place.folder / next(each for each in words if each.endswith(".journey.yaml"))
        for kind, in_place in islice(cycle(product(KINDS, (False, True))), wanted):
            self.place.renew()
            self.results.tries[name, kind] += 1
            met = self._beside(writer, kind, partial(_saving, path, in_place=in_place))
            how = "in place" if in_place else "under another name first"
            if MARK not in path.read_bytes():
                self.results.lost[name] += len(MARK)
                self.results.tell(f"{name}, {how}, {met}: what was saved is lost")
            for file in over(files(self.place.folder)):
                self.results.tell(f"{name}, {how}, {met}: {file} is left over")
        writer.end()

    def _beside(self, writer: Writer, kind: str, begin: Callable[[], Callable[[], int]]) -> Met:
        """Runs a command and something else beside it.

        Args:
            writer: the command.
            kind: whether the two run at once or the other one between two calls.
            begin: begins the other one, and returns what waits for its end.
        """
        run = writer.copy(stops=kind == BETWEEN)
        if kind == AT_ONCE:
            seconds = self.chance.random() * _LATEST
            run.go()
            time.sleep(seconds)
            finish = begin()
            return Met(codes=(run.wait(), finish()), when=f"after {seconds:.4f} s")
        wanted, codes = self.chance.choice(writer.calls), []
        for at, _ in enumerate(run.calls()):
            if at == wanted:
                codes.append(begin()())
        if not codes:  # it made fewer calls this time
            codes.append(begin()())
        return Met(codes=(run.wait(), *codes), when=f"at call {wanted}")


def _begun(writer: Writer) -> Callable[[], int]:
    """Begins a command, and returns what waits for its end."""
    run = writer.copy()
    run.go()
    return run.wait


def _saving(path: Path, *, in_place: bool) -> Callable[[], int]:
    """Saves a file as an editor does, and returns what need not wait for its end."""
    saved = path.read_bytes().rstrip(b"#") + MARK
    if in_place:
        path.write_bytes(saved)
    else:
        other = path.with_name("editor")
        other.write_bytes(saved)
        other.replace(path)
    return int


def main() -> None:
    """Races, and prints what became of it."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--count", type=int, default=1000, help="how many races")
    parser.add_argument("--seed", type=int, default=17, help="which moments")
    given = parser.parse_args()
    results = Results()
    chance = random.Random(given.seed)  # noqa: S311 - to be the same each time
    edits = int(given.count * _OF_EDITS)
    with tempfile.TemporaryDirectory() as name:
        trials = Trials(Place(Path(name)), results, chance)
        for pair in chain(MENDS, WRITES):
            trials.race(pair, -(-(given.count - edits) // len((*MENDS, *WRITES))))
        for command in EDITED:
            trials.edit(command, -(-edits // len(EDITED)))
    print(results.table(KINDS, hits=False), end="\n\n")
    print("\n".join(results.wrong))
    sys.exit(1 if results.wrong else 0)


if __name__ == "__main__":
    main()
