"""What `kill -9` does to files, command by command.

    python -m benchmarks.kills [--count COUNT] [--seed SEED] [--only COMMAND]

Every command that writes runs in a repository of its own up to where it first writes, and is then

- killed where it goes into a call to the system or comes out of one, around each by which it
  writes;
- killed at a moment of the time that it takes from there;
- killed within a write, when a file has so many bytes.

Afterwards every file is as it was or as the command leaves it, or what it was lies beside it. What
is left over is counted, and now and then the command runs once more, and ends as usual. Prints
a table in Markdown, and below it what was otherwise; exits with 1 if anything was. Linux only.
"""

import argparse
import itertools
import random
import signal
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.copies import Copy, finished, kept
from benchmarks.faulty_runs import STEPWISE, Command, files
from benchmarks.losses import (
    WRITERS,
    Place,
    Results,
    Writer,
    empty,
    lost,
    over,
    without,
)

NEVER_AGAIN = {"rename", "new"}
"""What cannot be done twice."""
AGAIN = 40
"""After every so many kills the command runs once more."""
KINDS, SHARES = ("at a call", "at a moment", "within a write"), (0.6, 0.25, 0.15)
ENDED = {-signal.SIGKILL, -signal.SIGXFSZ}
MOST = 2000
"""A write ends at a byte below this one, or below the end of the largest file that is written."""


@dataclass(slots=True)
class Trials:
    """Kills, and what became of them.

    Attributes:
        place: where the commands run.
        results: what became of all.
        chance: what draws moments and calls.
    """

    place: Place
    results: Results
    chance: random.Random

    def kill(self, commands: Sequence[Command], wanted: int) -> None:
        """Kills commands until so many were killed, each as often."""
        each = -(-wanted // len(commands))
        for command in commands:
            writer = Writer(command, self.place)
            begin = time.perf_counter()
            self.place.renew()
            writer.copy().finish()
            seconds = time.perf_counter() - begin
            hits = 0
            for turn in itertools.count():
                if hits >= each:
                    break
                kind = self.chance.choices(KINDS, SHARES)[0]
                run, when = self._killed(writer, kind, seconds)
                self.results.tries[command.name, kind] += 1
                self.results.hits[command.name, kind] += run.code in ENDED
                hits += run.code in ENDED
                told = f"{command.line}: killed {kind} ({when})"
                self._look(writer, told, again=turn % AGAIN == 0)
            writer.end()
            print(f"{command.name}: {hits} killed", file=sys.stderr, flush=True)

    def _killed(self, writer: Writer, kind: str, seconds: float) -> tuple[Copy, str]:
        """Returns a copy that was killed unless it came to its end before, and when."""
        self.place.renew()
        if kind == "within a write":
            old, new = self.place.before, writer.usual
            sizes = (len(data) for file, data in new.items() if data != old.get(file))
            most = self.chance.randrange(max(MOST, *sizes, 0))
            run = writer.copy(most=most)
            run.finish()
            return run, f"{most} bytes"
        run = writer.copy(stops=kind == "at a call")
        if kind == "at a call":
            wanted = self.chance.choice(writer.calls)
            any(at == wanted for at, _ in enumerate(run.calls()))
            when = f"{wanted} of {len(writer.calls)}"
        else:
            moment = self.chance.random() * seconds
            run.go()
            time.sleep(moment)
            when = f"{moment:.4f} s"
        if run.code is None:
            run.kill()
        return run, when

    def _look(self, writer: Writer, what: str, *, again: bool) -> None:
        """Sees what a kill has left, and what another run does then."""
        before, usual, folder = self.place.before, writer.usual, self.place.folder
        name, now = writer.command.name, files(folder)
        left = (*over(now), *over(files(kept(folder))), *empty((before, usual), now))
        self.results.left[name] += len(left)
        for file, count in lost(before, (before, usual), now).items():
            self.results.lost[name] += count
            self.results.tell(f"{what}: {file} is lost: {now.get(file)!r:.300}")
        ends = {file: {before.get(file), usual.get(file)} for file in {*usual} - STEPWISE}
        is_whole = all(now.get(file) in some for file, some in ends.items())
        if again and is_whole and name not in NEVER_AGAIN:
            code = finished(writer.command, folder)
            if code != writer.code and now != usual:
                self.results.tell(f"{what}: then exit code {code}")
            elif without(files(folder)) != usual:
                self.results.tell(f"{what}: a run afterwards does not do all")


def main() -> None:
    """Kills, and prints what became of it."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--count", type=int, default=2000, help="how many runs are killed")
    parser.add_argument("--seed", type=int, default=17, help="which moments")
    parser.add_argument("--only", choices=[each.name for each in WRITERS], help="one command")
    given = parser.parse_args()
    commands = [each for each in WRITERS if given.only in {None, each.name}]
    results = Results()
    chance = random.Random(given.seed)  # noqa: S311 - to be the same each time
    with tempfile.TemporaryDirectory() as name:
        Trials(Place(Path(name)), results, chance).kill(commands, given.count)
    print(results.table(KINDS, hits=True), end="\n\n")
    print("\n".join(results.wrong))
    sys.exit(1 if results.wrong else 0)


if __name__ == "__main__":
    main()
