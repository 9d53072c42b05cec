"""Plants small mistakes in the code, and sees whether the tests notice.

    python -m benchmarks.mutants [--count COUNT] [--seed SEED] [--jobs JOBS] [--cache FOLDER]

Takes so many of all mistakes that could be planted in `analysis`, `compare` and what of `linter`
runs rules, gathers, mends, suppresses and keeps a baseline. For each it runs the tests that run its
line, the fastest first, until one fails: in a copy of a process that has collected all of them.
What runs on import needs the package imported anew. Which test runs which line is asked once, and
what came out is kept in the cache folder while the module stays as it is: a second run goes on
where the first was ended, and with `--survivors` it tries those again that no test noticed.
`--control` plants nothing, to see that all tests pass that way.

Prints a table in Markdown, and below it what no test noticed. POSIX only.
"""

import argparse
import gc
import json
import math
import os
import resource
import signal
import sys
import types
import typing
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from enum import StrEnum
from hashlib import sha256
from importlib.machinery import SourceFileLoader
from itertools import accumulate, chain, pairwise, takewhile
from pathlib import Path
from time import monotonic

import pytest
from benchmarks.covering import PYTEST, ROOT, Covered, covered
from benchmarks.mutations import Function, Mutant, is_sound, mutants
from hypothesis import settings

SOURCE = ROOT / "src" / "journeymap"
LINTER = (
    *("add_ignores", "baseline", "each_persona", "engine", "fingerprint", "fix_rounds", "fixer"),
    *("found", "gathered", "ignore_comments", "locations", "mark_unread", "maturity"),
    *("new_findings", "suppress"),
)
ROOMS = ("analysis", "compare", "linter")
TESTS = (
    *(f"tests/{room}" for room in (*ROOMS, "history", "tables", "words", "report", "views")),
    *(f"tests/cli/test_{each}.py" for each in ("diff", "diff_formats", "diff_git", "leverage")),
    *(f"tests/cli/test_{each}.py" for each in ("fix", "lint", "lint_baseline", "lint_new", "show")),
    *(f"tests/test_{each}.py" for each in ("api", "nothing_lost", "same_numbers")),
)
BYTES = 4 << 30
"""What a process may take: a mistake can make a list grow for ever."""
SECONDS = 20
"""How long all tests of one mistake may take as a rule; more are left out."""
PATIENCE = 5
"""How much longer a test may take with a mistake, and how many seconds beyond that."""
MOST_SECONDS = 300
"""When a process is ended that waits for something."""


class End(StrEnum):
    """What became of a mistake."""

    KILLED = "killed"
    SLOW = "too slow"
    SURVIVED = "survived"
    UNTESTED = "no test"


NOTICED = {End.KILLED, End.SLOW}
CODE_KILLED, CODE_SURVIVED = 1, 0
TIMERS = (signal.SIGPROF, signal.SIGALRM)
"""What ends a process that has worked too long, or waited."""


def modules() -> list[Path]:
    """Returns the modules that mistakes are planted in."""
    rooms = chain.from_iterable(sorted((SOURCE / room).glob("*.py")) for room in ROOMS[:2])
    return [*rooms, *(SOURCE / "linter" / f"{name}.py" for name in LINTER)]


def sample(texts: dict[str, bytes], count: int, seed: int) -> list[Mutant]:
    """Returns so many mistakes, in an order that depends on the seed alone.

    Those of a module stay the same ones whatever becomes of other modules.
    """
    every = chain.from_iterable(mutants(file, text) for file, text in texts.items())
    order = sorted(every, key=lambda each: sha256(f"{seed} {each.key}".encode()).digest())
    sound = (each for each in order if is_sound(each, texts[each.file]))
    return [each for each, _ in zip(sound, range(count), strict=False)]


Functions = dict[tuple[str, Function], list[types.FunctionType]]
"""The functions that there are, by file, and by name and first line."""


def functions_now() -> Functions:
    """Returns all functions that there are, with every copy that was made of one."""
    found: Functions = {}
    gc.unfreeze()  # else what was there when tests had been collected is not among them
    for each in gc.get_objects():
        if isinstance(each, types.FunctionType):
            code = each.__code__
            place = (code.co_qualname, code.co_firstlineno)
            found.setdefault((code.co_filename, place), []).append(each)
    return found


def _codes(code: types.CodeType) -> Iterator[types.CodeType]:
    for each in code.co_consts:
        if isinstance(each, types.CodeType):
            yield each
            yield from _codes(each)


def swap(functions: Functions, path: str, text: bytes, function: Function) -> bool:
    """Gives a function the code that it has in another text; whether that can be done."""
    codes = _codes(compile(text, path, "exec"))
    new = [each for each in codes if (each.co_qualname, each.co_firstlineno) == function]
    old = functions.get((path, function), [])
    try:
        for each in old:
            each.__code__ = new[0]
    except ValueError:  # it has other free variables now
        return False
    return bool(old)


def apart(run: Callable[[], bool]) -> int:
    """Starts what tells whether tests pass in a process of its own, and returns its id."""
    if pid := os.fork():
        return pid
    code = CODE_KILLED
    try:
        os.setpgid(0, 0)
        resource.setrlimit(resource.RLIMIT_AS, (BYTES, BYTES))
        for each in TIMERS:
            signal.signal(each, signal.SIG_DFL)
        signal.alarm(MOST_SECONDS)
        nowhere = os.open(os.devnull, os.O_RDWR)
        for stream in range(3):
            os.dup2(nowhere, stream)
        code = CODE_SURVIVED if run() else CODE_KILLED
    finally:
        os._exit(code)


def ended() -> tuple[int, End]:
    """Waits for a process, and returns which it was and what became of its mistake."""
    pid, status = os.wait()
    with suppress(ProcessLookupError):  # what it started and left behind
        os.killpg(pid, signal.SIGKILL)
    if os.WIFSIGNALED(status):
        return pid, End.SLOW if os.WTERMSIG(status) in TIMERS else End.KILLED
    return pid, End.SURVIVED if os.WEXITSTATUS(status) == CODE_SURVIVED else End.KILLED


class _Fails:
    """Sees whether a test fails."""

    def __init__(self) -> None:
        self.failed = False

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Notes it."""
        self.failed |= report.failed

    def pytest_collectreport(self, report: pytest.CollectReport) -> None:
        """Notes where a test can no longer be imported."""
        self.failed |= report.failed


def allow(seconds: float) -> None:
    """Ends this process when it has worked much longer than something takes as a rule."""
    signal.setitimer(signal.ITIMER_PROF, PATIENCE * (1 + seconds))


def passes(
    session: pytest.Session, items: Sequence[pytest.Item], seconds: Mapping[str, float]
) -> bool:
    """Whether tests that were collected pass; stops at the first that does not."""
    fails = _Fails()
    session.config.pluginmanager.unregister(name="terminalreporter")
    session.config.pluginmanager.register(fails)
    for item, following in pairwise([*items, None]):
        if item is not None and not fails.failed:
            allow(seconds[item.nodeid])
            session.config.hook.pytest_runtest_protocol(item=item, nextitem=following)
    return not fails.failed


def passes_anew(path: str, text: bytes, tests: Sequence[str]) -> bool:
    """Whether tests pass when all that is ours is imported anew, a module with another text."""
    for name, module in [*sys.modules.items()]:
        if (getattr(module, "__file__", None) or "").startswith(str(ROOT)) and name != "__main__":
            del sys.modules[name]
    for clear in typing._cleanups:  # type: ignore[attr-defined]  # noqa: SLF001
        clear()  # it takes our words of before for those of now, as they are called alike
    real = SourceFileLoader.get_code

    def code(loader: SourceFileLoader, name: str) -> types.CodeType | None:
        same = loader.get_filename(name) == path
        return compile(text, path, "exec") if same else real(loader, name)

    SourceFileLoader.get_code = code  # type: ignore[method-assign, assignment]
    fails = _Fails()
    return pytest.main([*PYTEST, "-x", "-s", *tests], plugins=[fails]) == 0 and not fails.failed


@dataclass(slots=True, eq=False)  # pytest keeps plugins in a set
class Trials:
    """Tries mistakes, when pytest has collected all tests and would run them.

    Attributes:
        wanted: the mistakes to be tried.
        texts: the modules, by their paths relative to the repository.
        covered: which tests run which lines.
        note: is told what became of each.
        jobs: how many are tried at a time.
        until: when no more are begun, as `time.monotonic` counts.
    """

    wanted: list[Mutant]
    texts: dict[str, bytes]
    covered: Covered
    note: Callable[[Mutant, End], None]
    jobs: int
    until: float
    _running: dict[int, Mutant] = field(default_factory=dict)

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """Tries all, in place of running the tests."""
        settings.load_profile("quick")
        items = {item.nodeid: item for item in session.items}
        functions = functions_now()
        gc.freeze()  # a copy of this process is to share what there is
        for mutant in takewhile(lambda _: monotonic() < self.until, self.wanted):
            tests = [test for test in self.tests(mutant) if test in items]
            if not tests:
                self.note(mutant, End.UNTESTED)
                continue
            run = self._trial(mutant, session, [items[test] for test in tests], functions)
            self._running[apart(run)] = mutant
            self._wait(self.jobs)
        self._wait(1)
        return True

    def _wait(self, most: int) -> None:
        while len(self._running) >= most:
            pid, end = ended()
            self.note(self._running.pop(pid), end)

    def tests(self, mutant: Mutant) -> list[str]:
        """Returns the tests that could notice a mistake, as many as there is time for.

        What runs on import has no tests of its own: those of its module then. Tests of its own room
        come first.
        """
        some = self.covered.tests(mutant.file, [mutant.line] if mutant.function else None)
        own = f"tests/{Path(mutant.file).parent.name}/"
        some.sort(key=lambda test: not test.startswith(own))  # they are about it: the first to fail
        sums = accumulate(self.covered.seconds[test] for test in some)
        return [test for test, all_in in zip(some, sums, strict=True) if all_in < SECONDS]

    def _trial(
        self,
        mutant: Mutant,
        session: pytest.Session,
        items: Sequence[pytest.Item],
        functions: Functions,
    ) -> Callable[[], bool]:
        path, text = str(ROOT / mutant.file), mutant.planted(self.texts[mutant.file])

        def run() -> bool:
            if mutant.function and swap(functions, path, text, mutant.function):
                return passes(session, items, self.covered.seconds)
            allow(SECONDS)
            return passes_anew(path, text, [item.nodeid for item in items])

        return run


class Kept:
    """What became of mistakes in runs before, as lines of JSON: known while their module stays."""

    def __init__(self, path: Path, texts: Mapping[str, bytes]) -> None:
        """Reads what there is of modules with these texts."""
        self._path = path
        self._states = {file: sha256(text).hexdigest()[:16] for file, text in texts.items()}
        lines = path.read_text(encoding="utf-8").splitlines() if path.exists() else []
        self._ends = {(state, key): End(end) for state, key, end in map(json.loads, lines)}

    def end(self, mutant: Mutant) -> End | None:
        """Returns what became of one; None: it has not been tried."""
        return self._ends.get((self._states[mutant.file], mutant.key))

    def note(self, mutant: Mutant, end: End) -> None:
        """Adds one."""
        state = self._states[mutant.file]
        self._ends[state, mutant.key] = end
        with self._path.open("a", encoding="utf-8") as file:
            file.write(json.dumps([state, mutant.key, end]) + "\n")


def table(tried: Sequence[tuple[Mutant, End]]) -> str:
    """Returns in Markdown what became of mistakes, by room."""
    rows = ["| room | " + " | ".join((*End, "noticed")) + " |", "|---|" + "---:|" * (len(End) + 1)]
    rooms = sorted({Path(mutant.file).parent.name for mutant, _ in tried})
    for room in (*rooms, "all"):
        ends = Counter(
            end for mutant, end in tried if room in {Path(mutant.file).parent.name, "all"}
        )
        share = sum(ends[end] for end in NOTICED) / max(ends.total(), 1)
        cells = [str(ends[end]) for end in End]
        rows.append(f"| {room} | " + " | ".join((*cells, f"{share:.1%}")) + " |")
    return "\n".join(rows)


def main() -> None:
    """Tries mistakes, and prints what became of them."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--count", type=int, default=600, help="how many mistakes")
    parser.add_argument("--seed", type=int, default=17, help="which ones")
    parser.add_argument("--jobs", type=int, default=1, help="how many at a time")
    parser.add_argument("--cache", type=Path, default=ROOT / "out" / "mutants", help="a folder")
    parser.add_argument("--minutes", type=float, default=math.inf, help="the time there is")
    parser.add_argument("--control", action="store_true", help="plant nothing: none may be noticed")
    parser.add_argument("--survivors", action="store_true", help="try those again, too")
    given = parser.parse_args()
    until = monotonic() + 60 * given.minutes
    os.environ["CI"] = "true"
    texts = {path.relative_to(ROOT).as_posix(): path.read_bytes() for path in modules()}
    chosen = sample(texts, given.count, given.seed)
    if given.control:
        chosen = [each.undone(texts[each.file]) for each in chosen]
    known = covered(modules(), TESTS, given.cache)
    kept = Kept(given.cache / "ends.jsonl", texts)
    again = () if given.survivors else (End.SURVIVED, End.UNTESTED)
    wanted = [each for each in chosen if kept.end(each) not in {*NOTICED, *again}]
    trials = Trials(wanted, texts, known, kept.note, given.jobs, until)
    pytest.main([*PYTEST, "-s", *TESTS], plugins=[trials])
    tried = [(each, end) for each in chosen if (end := kept.end(each))]
    print(table(tried), end="\n\n")
    for mutant, end in tried:
        if end not in NOTICED:
            print(f"- {mutant.told(texts[mutant.file])} ({end})")


if __name__ == "__main__":
    main()
