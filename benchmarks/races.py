"""What two runs at once, and an editor beside a run, do to files.

    python -m benchmarks.races [--count COUNT] [--seed SEED]

Commands that write the same files run in a repository of their own, in copies of this process: the
second one begins while the first runs, or runs to its end between two of its calls to the system.
Afterwards each file is as the two leave it one after the other, or, where one of them says that it
has failed, as the other does. So an editor saves, in place or under another name first, the file
that a command mends: what was saved is there afterwards, mended or not. Prints a table in Markdown,
and below it what was otherwise; exits with 1 if anything was. Linux only.
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

from benchmarks.copies import Copy, prepare
from benchmarks.faulty_runs import FAILED, Files, files
from benchmarks.losses import BY_NAME, IGNORE, Places, Results, lost, over

PAIRS = (
    *(("lint --fix", each) for each in ("lint --fix", IGNORE.name, "lint, result kept")),
    *((each, each) for each in ("lint --fix, hard link", "lint --write-baseline", "render svg")),
    *((each, each) for each in ("merge, three versions", "new", "rename", "lint, two reports")),
    ("lint --add-ignores", "rename"),
)
EDITED = ("lint --fix", IGNORE.name, "lint --add-ignores", "rename", "lint --fix, hard link")
KINDS = AT_ONCE, BETWEEN = ("at once", "between calls")
MARK = b"# saved by hand\n"
_OF_EDITS = 0.4


@dataclass(slots=True)
class Trials:
    """Races, and what became of them.

    Attributes:
        places: where the commands run.
        results: what became of all.
        chance: what draws moments and calls.
    """

    places: Places
    results: Results
    chance: random.Random

    def race(self, wanted: int) -> None:
        """Runs two commands beside each other, so many times."""
        ends = {pair: self._ends(pair) for pair in PAIRS}
        for number, pair in enumerate(islice(cycle(PAIRS), wanted)):
            kind, (both, either) = KINDS[number // len(PAIRS) % 2], ends[pair]
            name = " and ".join(pair) if pair[0] != pair[1] else f"{pair[0]}, twice"
            self.results.tries[name, kind] += 1
            with self.places.fresh() as folder:
                met = self._beside(pair[0], folder, kind, partial(_begun, pair[1], folder))
                now = files(folder)
            allowed = (*both, *(either if FAILED in met.codes else ()))
            for file, count in lost({}, allowed, now).items():
                self.results.lost[name] += count
                self.results.tell(f"{name}, {met}: {file} is lost: {now.get(file)!r:.300}")
            for file in over(now):
                self.results.tell(f"{name}, {met}: {file} is left over")

    def edit(self, wanted: int) -> None:
        """Saves a file while a command mends it, so many times."""
        ways = product(EDITED, KINDS, (False, True))
        for command, kind, in_place in islice(cycle(ways), wanted):
            name = f"{command}, and an editor"
            self.results.tries[name, kind] += 1
            with self.places.fresh() as folder:
                words = BY_NAME[command].arguments
                path = folder / next(each for each in words if each.endswith(".journey.yaml"))
                save = partial(_save, path, in_place=in_place)
                met = self._beside(command, folder, kind, partial(_saving, save))
                text, left = path.read_bytes(), over(files(folder))
            how = "in place" if in_place else "under another name first"
            if MARK not in text:
                self.results.lost[name] += len(MARK)
                self.results.tell(f"{name}, {how}, {met}: what was saved is lost")
            for file in left:
                self.results.tell(f"{name}, {how}, {met}: {file} is left over")

    def _ends(self, pair: tuple[str, str]) -> tuple[list[Files], list[Files]]:
        """Returns how two commands leave all one after the other, and how each does alone."""
        both = []
        for order in (pair, pair[::-1]):
            with self.places.fresh() as folder:
                for name in order:
                    Copy(BY_NAME[name], folder).wait()
                both.append(files(folder))
        return both, [self.places.usual[name] for name in pair]

    def _beside(
        self, name: str, folder: Path, kind: str, begin: Callable[[], Callable[[], int]]
    ) -> "Met":
        """Runs a command and something else beside it.

        Args:
            name: of the command.
            folder: where it runs.
            kind: whether the two run at once or the other one between two calls.
            begin: begins the other one, and returns what waits for its end.
        """
        if kind == AT_ONCE:
            seconds = self.chance.random() * self.places.seconds[name]
            run = Copy(BY_NAME[name], folder)
            time.sleep(seconds)
            finish = begin()
            code = finish()
            return Met(codes=(run.wait(), code), when=f"{seconds:.3f} s", told=run.err)
        wanted, codes = self.chance.choice(self.places.calls[name]), []
        run = Copy(BY_NAME[name], folder, traced=True)
        for at, _ in enumerate(run.calls()):
            if at == wanted:
                codes.append(begin()())
        when = f"{wanted} of {self.places.calls[name]}"
        if not codes:  # it made fewer calls this time
            codes.append(begin()())
        return Met(codes=(run.wait(), *codes), when=when, told=run.err)


@dataclass(frozen=True, slots=True, kw_only=True)
class Met:
    """A run that something else met.

    Attributes:
        codes: its exit code, and that of the other one.
        when: after how long, or at which of its calls.
        told: what it has told.
    """

    codes: tuple[int, ...]
    when: str
    told: bytes


def _begun(name: str, folder: Path) -> Callable[[], int]:
    """Begins a command, and returns what waits for its end."""
    return Copy(BY_NAME[name], folder).wait


def _saving(save: Callable[[], int]) -> Callable[[], int]:
    """Returns what saves a file when it is waited for."""
    return save


def _save(path: Path, *, in_place: bool) -> int:
    """Saves a file as an editor does."""
    saved = path.read_bytes().rstrip(b"#") + MARK
    if in_place:
        path.write_bytes(saved)
    else:
        other = path.with_name("editor")
        other.write_bytes(saved)
        other.replace(path)
    return 0


def main() -> None:
    """Races, and prints what became of it."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--count", type=int, default=600, help="how many races")
    parser.add_argument("--seed", type=int, default=17, help="which moments")
    given = parser.parse_args()
    prepare()
    results = Results()
    chance = random.Random(given.seed)  # noqa: S311 - to be the same each time
    with tempfile.TemporaryDirectory() as name:
        raced = dict.fromkeys((*EDITED, *chain.from_iterable(PAIRS)))
        places = Places(Path(name), (BY_NAME[each] for each in raced))
        trials = Trials(places, results, chance)
        edits = int(given.count * _OF_EDITS)
        trials.race(given.count - edits)
        trials.edit(edits)
    print(results.table(KINDS, hits=False), end="\n\n")
    print("\n".join(results.wrong))
    sys.exit(1 if results.wrong else 0)


if __name__ == "__main__":
    main()
