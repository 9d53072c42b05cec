"""A few files at a time, let go one after the other, are linted as all of them at once are."""

import random
from datetime import date
from functools import partial
from pathlib import Path

import pytest

from journeymap.cli import lint_batches
from journeymap.cli.console import Found
from journeymap.cli.lint_batches import Batches, NotApartError
from journeymap.cli.lint_given import Linted
from journeymap.linter import engine
from journeymap.linter.diagnostic import Report
from journeymap.linter.fixer import offered
from journeymap.linter.noted_day import NotedDay
from journeymap.linter.profiles import Selection
from journeymap.linter.registry import RULES
from journeymap.workspace.load import Loader
from journeymap.workspace.noted_disk import NotedDisk

DAY = date(2026, 11, 29)
LIBRARY = """\
title: Words
channels: [{id: fax, name: Fax}, {id: letter, name: Letter}]
stakeholders: [{id: nurse, name: Nurse}]
evidence: [{id: talks, kind: interview}]
pains:
  - {id: queue, text: Waits in a queue, evidence: polls}
opportunities:
  - {id: slots, text: Give slots, solves: queue, affects: s1}
"""
pytestmark = pytest.mark.filterwarnings("ignore:This process:DeprecationWarning")


def some_map(number: int, random_: random.Random, *, alike: bool) -> str:
    """Returns a map that is like others in what rules across files look at."""
    lines = [f"title: Map {number}"]
    lines += [f"id: same-{random_.randrange(6)}"] if random_.random() < 0.4 else []
    lines += ["uses: words.library.yaml"] if random_.random() < 0.5 else []
    lines += ["status: review", "starts: {n: 100, per: month}"]
    share = random_.choice(["", ", share: 40 %"])
    lines += [f"personas: [{{id: p{0 if alike else number % 2}, name: Ann{share}}}]"]
    lines += (
        ["evidence: [{id: polls, kind: survey, n: 9}]"]
        if random_.random() < 0.3 and not alike
        else []
    )
    lines += ["reviewed: 2025-01-02"] if random_.random() < 0.3 else []
    lines += ["nonsense: 1"] if random_.random() < 0.1 else []
    other = random_.randrange(20)
    lines += ["steps:", "  - {id: s1, action: Calls, channel: fax, emotion: -1}"]
    lines += [f"  - {{action: Waits, actor: nurse, journey: m{other:02}.journey.yaml}}"]
    lines += ["  - {action: Pays, emotion: clam, pains: [queue]}"] if random_.random() < 0.3 else []
    return "\n".join(lines) + "\n"


def a_folder(root: Path, seed: int) -> Path:
    random_ = random.Random(seed)  # noqa: S311 - the same ones each time
    (root / ".git/objects").mkdir(parents=True)  # as git knows it
    (root / "words.library.yaml").write_text(LIBRARY)
    (root / "idle.library.yaml").write_text("title: Idle\nchannels: [Fax]\n")
    for number in range(11):
        (root / f"m{number:02}.journey.yaml").write_text(
            some_map(number, random_, alike=seed % 2 == 0)
        )
    if seed % 2:
        (root / "m05.journey.yaml").write_text("title: [\n")
    below = root / "ward"
    below.mkdir()
    (below / ".journeymap.yaml").write_text("fail_on: note\nnonsense: 1\n")
    (below / "w.journey.yaml").write_text(
        some_map(98, random_, alike=seed % 2 == 0).replace("words", "../words")
    )
    return root


def alone(root: Path, disk: NotedDisk, day: date) -> tuple[Report, list[Path]]:
    workspace = Loader(shown_from=root, storage=disk).load([root])
    report = offered(engine.lint(workspace, RULES, Selection(), day), workspace)
    return report, list(workspace.files)


def apart(root: Path, disk: NotedDisk, day: date, count: int) -> Linted:
    loader = Loader(shown_from=root, storage=disk)
    targets, searched = loader.found([root])
    found = Found(loader=loader, targets=targets, searched=searched)
    lint = partial(engine.lint, rules=RULES, selection=Selection(), today=day)
    batches = Batches(found=found, rules=RULES, lint=lint)
    return batches.run(count, day, disk)


@pytest.fixture(autouse=True)
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lint_batches, "_EACH", 3)


@pytest.mark.parametrize("seed", range(6))
def test_the_report_is_the_same(tmp_path: Path, seed: int) -> None:
    root = a_folder(tmp_path, seed)
    disks, days = [NotedDisk(), NotedDisk()], [NotedDay.of(DAY), NotedDay.of(DAY)]
    report, read = alone(root, disks[0], days[0])
    linted = apart(root, disks[1], days[1], count=1 + seed % 3)
    assert linted.report == report
    assert set(linted.read) == set(read)
    assert [each.is_read for each in days] == [True, True]


def test_what_looks_across_files_is_found(tmp_path: Path) -> None:
    found = {
        each.rule.name
        for seed in range(6)
        for each in apart(
            a_folder(_new(tmp_path, seed), seed), NotedDisk(), DAY, 1
        ).report.diagnostics
    }
    assert {"duplicate-map-id", "unmapped-rest", "unused-definition", "unknown-reference"} <= found


def _new(root: Path, seed: int) -> Path:
    folder = root / str(seed)
    folder.mkdir()
    return folder


@pytest.mark.parametrize("count", [1, 3])
def test_all_is_noted_that_a_result_depends_on(tmp_path: Path, count: int) -> None:
    root = a_folder(tmp_path, 4)
    disks = [NotedDisk(), NotedDisk()]
    alone(root, disks[0], DAY)
    apart(root, disks[1], DAY, count)
    told = [{(e.about, e.path, e.value) for e in disk.facts()} for disk in disks]
    assert told[0] == told[1]
    assert len(told[0]) > 40
    assert not disks[1].is_unsure


def test_rules_of_a_repository_need_all_at_once(tmp_path: Path) -> None:
    root = a_folder(tmp_path, 2)
    own = (
        "rules: [{code: X1, name: own, severity: note, visits: step, when: wait, message: Waits}]\n"
    )
    (root / ".journeymap.yaml").write_text(own)
    with pytest.raises(NotApartError):
        apart(root, NotedDisk(), DAY, 1)


def test_what_was_linted_is_let_go(tmp_path: Path) -> None:
    root = a_folder(tmp_path, 2)
    loader = Loader(shown_from=root)
    targets, searched = loader.found([root])
    maps = [path for path in targets if path.name.startswith("m0")]
    loader.load_part(maps[:3], searched=searched)
    assert set(maps[:3]) <= set(loader.files)
    loader.load_part(maps[-3:], searched=searched)
    assert len(loader.files) < len(targets)
    assert set(maps[-3:]) <= set(loader.files)
