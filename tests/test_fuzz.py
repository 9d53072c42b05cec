"""Fuzzing sees what crashes, and begins with texts that do not: it is run by hand, for minutes."""

import random
from pathlib import Path

import pytest
from benchmarks.fuzz import Finds, crash, varied
from benchmarks.fuzz_targets import TARGETS


def stumbles(data: bytes, folder: Path) -> None:
    """Reads all but a tab beside a list."""
    assert (folder / ".git").is_dir()
    if b"\t" in data and b"- " in data:
        raise AttributeError(data.decode("utf-8", "replace"))


def test_a_planted_crash_is_found_made_small_and_written(tmp_path: Path) -> None:
    finds = Finds("some maps", stumbles, tmp_path)
    chance = random.Random(17)  # noqa: S311 - to be the same each time
    seeds = [b"title: Clinic\nsteps:\n- Calls\n- Waits\n"]
    for _ in range(200):
        finds.attempt(varied(seeds[0], seeds, chance))
    assert finds.tried == 200
    (small,) = finds.places.values()
    assert sorted(small) == sorted(b"\t- ")
    assert [path.name for path in sorted(tmp_path.iterdir())] == [
        "some-maps-1.case",
        "some-maps-1.txt",
    ]
    assert "in stumbles" in (tmp_path / "some-maps-1.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", TARGETS)
def test_what_fuzzing_begins_with_crashes_nowhere(name: str) -> None:
    target = TARGETS[name]
    assert target.seeds()
    assert crash(target.run, target.seeds()[0]) is None


def test_what_is_tried_depends_on_the_seed_alone() -> None:
    seeds = TARGETS["outlines"].seeds()
    once, again = (
        [varied(seeds[0], seeds, random.Random(number)) for number in range(9)]  # noqa: S311
        for _ in range(2)
    )
    assert once == again
    assert len(set(once)) > 5
