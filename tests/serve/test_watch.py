"""A change of any kind is noticed once, and nothing else is."""

import os
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from journeymap.serve.watch import changes, times

Step = Callable[[], object]


class EndError(Exception):
    """All steps are done."""


def noticed(folder: Path, *steps: Step) -> list[set[str]]:
    """What is noticed when a step is done in each pause."""
    rest = iter(steps)

    def wait() -> None:
        step = next(rest, None)
        if step is None:
            raise EndError
        step()

    found: list[set[str]] = []
    with suppress(EndError):
        for changed in changes(lambda: [*folder.iterdir(), folder / "gone"], wait):
            found.append({path.name for path in changed})  # noqa: PERF401 - kept when it ends
    return found


def nothing() -> None:
    """Changes nothing."""


def test_nothing_is_noticed_where_nothing_changes(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("x")
    assert noticed(tmp_path, nothing, nothing) == []


def test_what_is_written_appears_and_goes_is_noticed_once(tmp_path: Path) -> None:
    file = tmp_path / "a"
    file.write_text("x")
    found = noticed(
        tmp_path,
        lambda: file.write_text("longer"),
        nothing,
        lambda: (tmp_path / "b").write_text("new"),
        nothing,
        file.unlink,
        nothing,
    )
    assert found == [{"a"}, {"b"}, {"a"}]


def test_what_changes_while_the_caller_works_is_noticed_afterwards(tmp_path: Path) -> None:
    files = [tmp_path / "a", tmp_path / "b"]
    watched = changes(lambda: files, nothing)
    files[0].write_text("x")
    assert next(watched) == {files[0]}
    files[0].unlink()
    files[1].write_text("x")
    assert next(watched) == set(files)


def test_a_file_of_the_same_size_is_told_by_its_time(tmp_path: Path) -> None:
    file = tmp_path / "a"
    file.write_text("x")
    assert noticed(tmp_path, lambda: os.utime(file, ns=(1, 1)), nothing) == [{"a"}]


def test_what_is_not_there_has_no_time(tmp_path: Path) -> None:
    assert times([tmp_path / "gone", tmp_path / "gone" / "deeper"]) == {}
