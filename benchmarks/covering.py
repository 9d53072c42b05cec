"""Which tests run which lines, and how long they take: asked once for a state of the code."""

import hashlib
import json
import subprocess
import sys
from collections import Counter
from collections.abc import Generator, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from time import process_time

import coverage
import pytest
from hypothesis import settings

ROOT = Path(__file__).resolve().parent.parent
PYTEST = (
    *("-q", "--tb=no", "-rN", "-p", "no:cacheprovider", "-p", "no:xdist", "-p", "no:cov"),
    *("-W", "ignore::pytest.PytestAssertRewriteWarning"),  # hypothesis is imported already
)


@dataclass(slots=True)
class Covered:
    """Which tests run which lines.

    Attributes:
        seconds: how long each test that passes keeps the processor busy.
        lines: by module, relative to the repository, and by line: the tests that run it.
    """

    seconds: dict[str, float]
    lines: dict[str, dict[int, list[str]]]

    def tests(self, file: str, lines: Iterable[int] | None = None) -> list[str]:
        """Returns the tests that run one of some lines, or of all.

        The fastest case of each test comes first, then the next of each: so few of them are many
        kinds.
        """
        known = self.lines.get(file, {})
        numbers = known if lines is None else lines
        some = {test for line in numbers for test in known.get(line, ()) if test in self.seconds}
        turns: Counter[str] = Counter()
        ranked = []
        for test in sorted(some, key=lambda test: (self.seconds[test], test)):
            function = test.partition("[")[0]
            ranked.append((turns[function], self.seconds[test], test))
            turns[function] += 1
        return [test for _, _, test in sorted(ranked)]


class _Watch:
    """Tells the lines of tests apart."""

    def __init__(self, watched: coverage.Coverage) -> None:
        self.seconds: dict[str, float] = {}
        self._watched = watched
        self._failed: set[str] = set()

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> Generator[None, object, object]:
        """Runs a test in a context of its own, with few examples of hypothesis."""
        settings.load_profile("quick")
        self._watched.switch_context(item.nodeid)
        start = process_time()  # a busy machine makes no test longer
        result = yield
        if item.nodeid not in self._failed:
            self.seconds[item.nodeid] = round(process_time() - start, 4)
        return result

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Notes which tests fail or are skipped: they can tell nothing."""
        if not report.passed:
            self._failed.add(report.nodeid)


def digest(paths: Iterable[Path]) -> str:
    """Returns what stands for the contents of all Python files below some folders."""
    every = sorted(each for path in paths for each in (*path.rglob("*.py"), path) if each.is_file())
    joined = b"".join(hashlib.sha256(path.read_bytes()).digest() for path in every)
    return hashlib.sha256(joined).hexdigest()[:16]


def covered(modules: Sequence[Path], tests: Sequence[str], cache: Path) -> Covered:
    """Returns which tests run which lines of modules; runs those that are not known yet."""
    known = Covered(seconds={}, lines={})
    cache.mkdir(parents=True, exist_ok=True)
    for place in tests:
        state = digest([ROOT / "src", ROOT / place])
        kept = cache / f"{place.replace('/', '.')}-{state}.json"
        if not kept.exists():
            # a process of its own: what runs on import is seen only where nothing is imported yet
            asked = json.dumps([[str(path) for path in modules], place, str(kept)])
            command = [sys.executable, "-m", "benchmarks.covering"]
            subprocess.run(command, input=asked, text=True, check=True, cwd=ROOT)
        read = json.loads(kept.read_text(encoding="utf-8"))
        names = list(read["seconds"])
        known.seconds.update(read["seconds"])
        for file, lines in read["lines"].items():
            of_file = known.lines.setdefault(file, {})
            for line, some in lines.items():
                of_file.setdefault(int(line), []).extend(names[number] for number in some)
    return known


def main() -> None:
    """Runs tests, and writes which lines of which modules each has run."""
    modules, place, kept = json.load(sys.stdin)
    watched = coverage.Coverage(data_file=None, config_file=False, include=modules)
    watch = _Watch(watched)
    watched.start()
    pytest.main([*PYTEST, place], plugins=[watch])
    watched.stop()
    numbers = {test: number for number, test in enumerate(watch.seconds)}
    data = watched.get_data()
    lines = {
        Path(file).relative_to(ROOT).as_posix(): {
            line: [numbers[test] for test in some if test in numbers]
            for line, some in data.contexts_by_lineno(file).items()
        }
        for file in data.measured_files()
    }
    Path(kept).write_text(json.dumps({"seconds": watch.seconds, "lines": lines}), encoding="utf-8")


if __name__ == "__main__":
    main()
