"""What `kill -9` does to files, command by command.

    python -m benchmarks.kills [--count COUNT] [--seed SEED]

Every command that writes runs in a repository of its own, in a copy of this process, and is

- killed at moments spread over its life;
- killed where it goes into a call to the system or comes out of one, around each by which it
  writes;
- killed within a write, when a file has so many bytes.

Afterwards every file is as it was or as the command leaves it, or what it was lies beside it. What
is left over is counted, and every third time the command runs once more, and ends as usual. Prints
a table in Markdown, and below it what was otherwise; exits with 1 if anything was. Linux only.
"""

import argparse
import itertools
import random
import signal
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from benchmarks.copies import Copy, kept, prepare
from benchmarks.faulty_runs import FAILED, Command, files
from benchmarks.losses import WRITERS, Places, Results, empty, lost, over, without

NEVER_AGAIN = {"rename", "new"}
"""What cannot be done twice."""
DEAR = {"render png", "render pptx"}
DEAR_TURNS, AGAIN_TURNS = 6, 3
"""In which turns alone they are tried, and in which ones a run follows."""
KINDS, SHARES = ("at a moment", "at a call", "within a write"), (0.4, 0.5, 0.1)
ENDED = {-signal.SIGKILL, -signal.SIGXFSZ}
MOST = 2000
"""A write ends at a byte below this one, or below the end of the largest file that is written."""


@dataclass(slots=True)
class Trials:
    """Kills, and what became of them.

    Attributes:
        places: where the commands run.
        results: what became of all.
        chance: what draws moments and calls.
    """

    places: Places
    results: Results
    chance: random.Random

    def kill(self, wanted: int) -> None:
        """Kills commands in turn until so many were killed."""
        for turn in itertools.count():
            print(f"{self.results.hits.total()} killed", file=sys.stderr, flush=True)
            for command in WRITERS:
                if self.results.hits.total() >= wanted:
                    return
                if command.name in DEAR and turn % DEAR_TURNS:
                    continue
                kind = self.chance.choices(KINDS, SHARES)[0]
                with self.places.fresh() as folder:
                    run, when = self._killed(command, folder, kind)
                    self.results.tries[command.name, kind] += 1
                    self.results.hits[command.name, kind] += run.code in ENDED
                    told = f"{command.line}: killed {kind} ({when})"
                    self._look(command, folder, told, again=turn % AGAIN_TURNS == 0)

    def _killed(self, command: Command, folder: Path, kind: str) -> tuple[Copy, str]:
        """Returns a run that was killed unless it came to its end before, and when."""
        name, chance = command.name, self.chance
        if kind == "within a write":
            old, new = self.places.before, self.places.usual[name]
            sizes = (len(data) for file, data in new.items() if data != old.get(file))
            most = chance.randrange(max(MOST, *sizes, 0))
            run = Copy(command, folder, most=most)
            run.wait()
            return run, f"{most} bytes"
        if kind == "at a call":
            wanted = chance.choice(self.places.calls[name])
            run = Copy(command, folder, traced=True)
            any(at == wanted for at, _ in enumerate(run.calls()))
            run.kill()
            return run, f"{wanted} of {self.places.calls[name]}"
        seconds = chance.random() * self.places.seconds[name]
        run = Copy(command, folder)
        time.sleep(seconds)
        run.kill()
        return run, f"{seconds:.3f} s"

    def _look(self, command: Command, folder: Path, what: str, *, again: bool) -> None:
        """Sees what a kill has left, and what another run does then."""
        before, usual = self.places.before, self.places.usual[command.name]
        now = files(folder)
        left = (*over(now), *over(files(kept(folder))), *empty((before, usual), now))
        self.results.left[command.name] += len(left)
        for name, count in lost(before, (before, usual), now).items():
            self.results.lost[command.name] += count
            self.results.tell(f"{what}: {name} is lost: {now.get(name)!r:.300}")
        is_whole = all(now.get(name) in {before.get(name), usual.get(name)} for name in usual)
        if again and is_whole and command.name not in NEVER_AGAIN:
            run = Copy(command, folder)
            if run.wait() == FAILED:
                self.results.tell(f"{what}: then exit code {run.code}: {run.err!r}")
            elif without(files(folder)) != usual:
                self.results.tell(f"{what}: a run afterwards does not do all")


def main() -> None:
    """Kills, and prints what became of it."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--count", type=int, default=2000, help="how many runs are killed")
    parser.add_argument("--seed", type=int, default=17, help="which moments")
    given = parser.parse_args()
    prepare()
    results = Results()
    chance = random.Random(given.seed)  # noqa: S311 - to be the same each time
    with tempfile.TemporaryDirectory() as name:
        Trials(Places(Path(name), WRITERS), results, chance).kill(given.count)
    print(results.table(KINDS, hits=True), end="\n\n")
    print("\n".join(results.wrong))
    sys.exit(1 if results.wrong else 0)


if __name__ == "__main__":
    main()
