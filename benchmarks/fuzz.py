"""Varies what others could have written until something crashes.

    python -m benchmarks.fuzz [--target NAME …] [--seconds SECONDS] [--seed SEED] [--cases FOLDER]

For so long, each target reads examples in which pieces are gone, doubled, swapped, from elsewhere
or not as they were, in a folder of its own. Whatever it raises that is not an error of our own is a
crash, and so is a case that takes half a minute. The first crash at each place is made as small as
it goes and written to the folder of cases, with its traceback; exits with 1 if there was one.

Where `atheris` is installed, it chooses what to vary by the lines that are reached; without it
chance does, and the same seed tries the same cases in the same order.
"""

import argparse
import importlib.util
import multiprocessing
import os
import random
import re
import signal
import sys
import tempfile
import traceback
from collections.abc import Callable, Sequence
from pathlib import Path
from time import monotonic
from types import FrameType

KINDS = (
    *("\n", "\n  ", "\n- ", ": ", "- ", "[", "]", "{", "}", "&a ", "*a", "<<: *a", "? ", "| ", ">"),
    *("!t ", "#", "'", '"', "%", "@", "\t", ",", "---\n", "...\n", "~", "null", "true", "\r", "\0"),
    *("1", "-1", "1e999", ".nan", "99999999999999999999", "110 %", "2026-13-45", "9999 years", "0"),
    *(
        "title",
        "steps",
        "stages",
        "next",
        "to",
        "share",
        "uses",
        "extends",
        "id",
        "journey",
        "when",
    ),
    *("all", "any", "not", "count", "{action}", "../x", "/", "https://", "# journeymap: ignore"),
    *("\u0301", "\u202e", "\x1b[31m", "\u2028", "\ufeff", "🙂", "\ud7ff", "a" * 600, "[" * 200),
)
"""Pieces that mean something somewhere."""
_PIECE = re.compile(rb"\n *(?:- )?|\w+|\s+|[^\w\s]")
PATIENCE = 30
MOST_BYTES = 20_000
SMALLER_SECONDS = 20

Run = Callable[[bytes, Path], object]


class TooSlowError(Exception):
    """A case takes too long."""


def varied(text: bytes, seeds: Sequence[bytes], chance: random.Random) -> bytes:
    """Returns a text with some pieces gone, doubled, swapped, foreign or damaged."""
    pieces = _PIECE.findall(text[:MOST_BYTES]) or [b""]
    for _ in range(chance.choice((1, 1, 2, 4, 8))):
        at, other = (chance.randrange(len(pieces)) for _ in range(2))
        foreign = _PIECE.findall(chance.choice(seeds)[:MOST_BYTES]) or [b""]
        start = chance.randrange(len(foreign))
        pieces[at : at + 1] = chance.choice(
            (
                [],
                [pieces[at]] * 2,
                [pieces[other]],
                [chance.choice(KINDS).encode()],
                [pieces[at], chance.choice(KINDS).encode()],
                foreign[start : start + chance.randrange(1, 40)],
                [bytes([chance.randrange(256)])],
            )
        )
        pieces = pieces or [b""]
    if chance.random() < 1 / 8:  # a longer part is gone
        at = chance.randrange(len(pieces))
        del pieces[at : at + chance.randrange(1, len(pieces) + 1)]
    return b"".join(pieces)


def crash(run: Run, data: bytes) -> tuple[str, str] | None:
    """Runs a case in a folder of its own; returns where it crashes, and the traceback."""
    with tempfile.TemporaryDirectory(prefix="fuzz-") as name:
        (Path(name) / ".git").mkdir()
        signal.alarm(PATIENCE)
        try:
            run(data, Path(name))
        except Exception as problem:  # noqa: BLE001 - that is what is looked for
            last = traceback.extract_tb(problem.__traceback__)[-1]
            return f"{type(problem).__name__} at {last.name}:{last.lineno}", traceback.format_exc()
        finally:
            signal.alarm(0)
    return None


def smaller(run: Run, data: bytes, place: str) -> bytes:
    """Returns as little of a case as still crashes at a place, as far as there is time."""
    until = monotonic() + SMALLER_SECONDS
    size = max(len(data) // 2, 1)
    while size and monotonic() < until:
        at, found = 0, False
        while at < len(data) and monotonic() < until:
            less = data[:at] + data[at + size :]
            told = crash(run, less)
            if told and told[0] == place:
                data, found = less, True
            else:
                at += size
        size = size if found and size > 1 else size // 2
    return data


class Finds:
    """Tries cases, and writes the first crash at each place.

    Attributes:
        tried: how many cases were tried.
        places: where it crashed, each with the smallest case.
    """

    def __init__(self, name: str, run: Run, cases: Path) -> None:
        """Begins with none.

        Args:
            name: what is fuzzed.
            run: reads a case.
            cases: where crashes are written.
        """
        self.tried = 0
        self.places: dict[str, bytes] = {}
        self._name, self._run, self._cases = name.replace(" ", "-"), run, cases

    def row(self) -> str:
        """Returns in Markdown how many cases were tried and how many places crashed."""
        return f"| {self._name} | {self.tried:,} | {len(self.places)} |"

    def attempt(self, data: bytes) -> None:
        """Tries a case."""
        self.tried += 1
        place, trace = crash(self._run, data) or ("", "")
        if place and place not in self.places:
            self.places[place] = data = smaller(self._run, data, place)
            self._cases.mkdir(parents=True, exist_ok=True)
            path = self._cases / f"{self._name}-{len(self.places)}.case"
            path.write_bytes(data)
            path.with_suffix(".txt").write_text(trace, encoding="utf-8")
            print(f"{place}: {path}", file=sys.stderr, flush=True)


def by_chance(finds: Finds, seeds: Sequence[bytes], until: float, seed: int) -> None:
    """Tries cases that chance makes of some texts."""
    chance = random.Random(seed)  # noqa: S311 - to be the same each time
    while monotonic() < until:
        finds.attempt(varied(chance.choice(seeds), seeds, chance))
    print(finds.row(), flush=True)


def by_lines(finds: Finds, seeds: Sequence[bytes], until: float, seed: int) -> None:
    """Tries cases that atheris chooses by the lines they reach; ends the process."""
    import atheris

    corpus = tempfile.TemporaryDirectory(prefix="corpus-")

    def attempt(data: bytes) -> None:
        finds.attempt(data)
        if monotonic() > until:  # atheris would end it without a word
            print(finds.row(), flush=True)
            corpus.cleanup()
            os._exit(0)

    def mutator(data: bytes, most: int, number: int) -> bytes:
        return varied(data, seeds, random.Random(number))[:most]  # noqa: S311

    for number, each in enumerate(seeds):
        (Path(corpus.name) / str(number)).write_bytes(each[:MOST_BYTES])
    options = [f"-seed={seed}", f"-max_len={MOST_BYTES}", "-timeout=0", "-rss_limit_mb=0"]
    arguments = ["fuzz", *options, "-verbosity=0", corpus.name]
    atheris.Setup(arguments, attempt, custom_mutator=mutator)
    atheris.Fuzz()


def fuzz(name: str, seconds: float, seed: int, cases: Path) -> None:
    """Fuzzes a target in a process of its own."""
    signal.signal(signal.SIGALRM, give_up)
    guided = importlib.util.find_spec("atheris") is not None
    if guided:
        import atheris

        with atheris.instrument_imports(include=["journeymap"]):
            from benchmarks.fuzz_targets import TARGETS
    else:
        from benchmarks.fuzz_targets import TARGETS
    target = TARGETS[name]
    run = by_lines if guided else by_chance
    run(Finds(name, target.run, cases), target.seeds(), monotonic() + seconds, seed)


def give_up(_number: int, _frame: FrameType | None) -> None:
    """Ends a case that takes too long.

    Raises:
        TooSlowError: always.
    """
    raise TooSlowError


def main() -> None:
    """Fuzzes targets one after another, each in a process of its own."""
    from benchmarks.fuzz_targets import TARGETS

    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--target", nargs="+", choices=TARGETS, default=[*TARGETS], help="which")
    parser.add_argument("--seconds", type=float, default=60, help="how long each")
    parser.add_argument("--seed", type=int, default=17, help="which cases")
    parser.add_argument("--cases", type=Path, default=Path("out/fuzz"), help="for what crashes")
    given = parser.parse_args()
    print("| what | cases | crashes |\n|---|---:|---:|", flush=True)
    own = multiprocessing.get_context("spawn")  # so that atheris sees everything imported
    for name in given.target:
        process = own.Process(target=fuzz, args=(name, given.seconds, given.seed, given.cases))
        process.start()
        process.join()
    sys.exit(1 if list(given.cases.glob("*.case")) else 0)


if __name__ == "__main__":
    main()
