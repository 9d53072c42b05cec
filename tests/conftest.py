"""What every test shares: the same surroundings everywhere, and hypothesis profiles."""

import gc
import os
from collections import Counter
from collections.abc import Generator, Hashable, Mapping
from typing import Any

import pytest
from hypothesis import HealthCheck, is_hypothesis_test, settings

# Before anything of ours is imported: a CI machine and a desk must see the same output.
for _name in ("FORCE_COLOR", "GITHUB_ACTIONS", "NO_COLOR", "PY_COLORS"):
    os.environ.pop(_name, None)
os.environ["COLUMNS"] = "100"
os.environ["JOURNEYMAP_CACHE_DIR"] = os.devnull  # no test is shown what another one was told

from journeymap.model.fields import FileKind  # noqa: E402 - see above
from journeymap.reading.read_model import Reading  # noqa: E402
from journeymap.text.document import Document  # noqa: E402
from journeymap.text.source import Source  # noqa: E402
from journeymap.workspace import readings  # noqa: E402

# No deadline anywhere: on a busy machine one slow example says nothing.
settings.register_profile("default", deadline=None)
settings.register_profile(
    "ci",
    deadline=None,
    derandomize=True,
    max_examples=20,
    print_blob=True,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.register_profile("quick", settings.get_profile("ci"), max_examples=10)
settings.load_profile("ci" if os.environ.get("CI") else "default")

MEASURED = 5
"""In how many cases of a test coverage is measured, as that takes more than half as long again."""
_cases = Counter[str]()


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_protocol(item: pytest.Item) -> Generator[None, object, object]:
    """Measures no coverage in further and random cases: what is counted can only become less."""
    test = item.nodeid.partition("[")[0]
    _cases[test] += 1
    is_measured = _cases[test] <= MEASURED and not is_hypothesis_test(getattr(item, "obj", None))
    coverage = item.config.pluginmanager.getplugin("_cov")
    if is_measured or coverage is None or coverage.cov_controller is None:
        return (yield)
    coverage.cov_controller.pause()
    try:
        return (yield)
    finally:
        coverage.cov_controller.resume()


def pytest_addoption(parser: pytest.Parser) -> None:
    """Adds what another Python is tried with: every test, and of its many cases some."""
    parser.addoption("--cases", type=int, metavar="N", help="at most so many cases of a test")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leaves of each test as many cases as were asked for, from its first to its last one."""
    most = config.getoption("--cases")
    if most is None:
        return
    cases: dict[str, list[pytest.Item]] = {}
    for item in items:
        cases.setdefault(item.nodeid.partition("[")[0], []).append(item)
    kept = {item for of_one in cases.values() for item in _spread(of_one, most)}
    config.hook.pytest_deselected(items=[item for item in items if item not in kept])
    items[:] = [item for item in items if item in kept]


def _spread(cases: list[pytest.Item], most: int) -> list[pytest.Item]:
    step = max(1.0, (len(cases) - 1) / max(1, most - 1))
    return [cases[round(k * step)] for k in range(min(most, len(cases)))]


def pytest_collection_finish() -> None:
    """Looks no more for garbage among the tests themselves, which all stay to the end."""
    gc.freeze()


LONG, KEPT = 2_000, 150
"""From how many characters on what a text was read as is kept for further tests, and how many."""
_of = readings.Readings.of
_read: dict[Hashable, tuple[Document, Reading[Any]]] = {}


def _of_kept(
    own: readings.Readings, kind: FileKind, source: Source, feelings: Mapping[str, float]
) -> tuple[Document, Reading[Any]]:
    """Reads an example once for all tests, as `log` does for all revisions: nothing changes it."""
    if len(source.text) < LONG:
        return _of(own, kind, source, feelings)
    # Where a test puts something else in the place of what reads, that is to read.
    readers = tuple(vars(readings)[name] for name in ("parse", "read"))
    key = (kind, source, tuple(feelings.items()), readers)
    found = _read.pop(key, None) or _of(own, kind, source, feelings)
    _read[key] = found
    if len(_read) > KEPT:
        del _read[next(iter(_read))]
    return found


readings.Readings.of = _of_kept  # type: ignore[method-assign, assignment]
