"""A result that is kept is what a fresh run would print; one that is spoiled counts for nothing."""

import os
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from benchmarks.kept_results import FILES, differences, lint, working_in
from tests.cli.processes import journeymap

from journeymap.cli import result_cache
from journeymap.workspace import facts

MAP = "clinic.journey.yaml"
Spoil = Callable[[bytes], bytes]


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    """A repository with a map, where somebody stands and results are kept."""
    repo = tmp_path / "repo"
    (repo / ".git").mkdir(parents=True)
    for name in (MAP, "shared.library.yaml"):
        (repo / name).write_bytes(FILES[name][0])
    with working_in(repo):
        yield repo


def kept() -> list[Path]:
    there = Path(result_cache.folder())
    return sorted(there.iterdir()) if there.is_dir() else []


def test_whatever_is_edited_it_is_what_a_fresh_run_prints(tmp_path: Path) -> None:
    seen = list(differences(tmp_path, seed=3, edits=25))
    assert [difference for difference, _ in seen if difference] == []
    # a ring of links lets nothing be kept while it lasts, on some Pythons
    assert sum(was_kept for _, was_kept in seen) >= 10


def test_the_trial_sees_what_would_be_missed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(result_cache, "holds", lambda fact, _: fact)
    seen = list(differences(tmp_path, seed=3, edits=25))
    assert [difference for difference, _ in seen if difference] != []


@pytest.mark.parametrize(
    ("name", "new"),
    [
        (MAP, FILES[MAP][4]),
        ("shared.library.yaml", FILES["shared.library.yaml"][1]),
        (".journeymap.yaml", b"fail_on: note\n"),
        (".gitignore", b"*.journey.yaml\n"),
        ("other.journey.yaml", FILES[MAP][0]),
        ("ann.png", b"no picture"),
    ],
)
def test_a_file_that_was_read_or_missing_counts(folder: Path, name: str, new: bytes) -> None:
    assert not lint().was_kept
    assert lint().was_kept
    (folder / name).write_bytes(new)
    assert not lint().was_kept


@pytest.mark.usefixtures("folder")
def test_what_is_typed_and_where_counts(monkeypatch: pytest.MonkeyPatch) -> None:
    lint()
    assert not lint("-q").was_kept
    assert not lint("--profile", "review").was_kept
    monkeypatch.setenv("NO_COLOR", "1")
    assert not lint().was_kept
    monkeypatch.delenv("NO_COLOR")
    assert lint().was_kept
    assert not lint("--no-cache").was_kept


@pytest.mark.usefixtures("folder")
def test_formats_and_exit_codes_are_kept() -> None:
    line = ("--fail-on", "note", "--output-format", "sarif")
    first, second = lint(*line), lint(*line)
    assert (first.code, second.was_kept) == (1, True)
    assert first == second


@pytest.mark.parametrize("name", ["wizyta-zażółć", "방문", "b\udced\udca0y"])
def test_signs_of_any_kind_are_printed_as_before(folder: Path, name: str) -> None:
    """Of a name that is not UTF-8 halves of characters are printed, by their numbers."""
    (folder / f"{name}.journey.yaml").write_text("title: 방문\nsteps: [Rings]\n", encoding="utf-8")
    env = {result_cache.FOLDER: result_cache.folder()}
    first, second = (journeymap("lint", folder=folder, env=env) for _ in range(2))
    assert "방문" in first.out
    assert kept()
    assert second == first


def test_times_alone_change_nothing(folder: Path) -> None:
    first = lint()
    os.utime(folder / MAP, (1, 1))
    again = lint()
    assert again.was_kept
    assert again == first


@pytest.mark.usefixtures("folder")
def test_a_result_of_another_day_is_not_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    lint()
    lint("--today", "2026-03-01")
    monkeypatch.setattr(time, "strftime", lambda _: "2099-01-01")
    assert not lint().was_kept
    assert lint("--today", "2026-03-01").was_kept


@pytest.mark.usefixtures("folder")
def test_what_looks_at_no_day_holds_tomorrow(monkeypatch: pytest.MonkeyPatch) -> None:
    lint("--select", "JM201", "-q")
    monkeypatch.setattr(time, "strftime", lambda _: "2099-01-01")
    assert lint("--select", "JM201", "-q").was_kept


@pytest.mark.parametrize("spoil", [lambda _: b"", lambda old: old[:-1], lambda old: b"x" + old])
@pytest.mark.usefixtures("folder")
def test_a_damaged_one_counts_for_nothing(spoil: Spoil) -> None:
    first = lint()
    (only,) = kept()
    only.write_bytes(spoil(only.read_bytes()))
    again = lint()
    assert again == first
    assert not again.was_kept
    assert lint().was_kept


@pytest.mark.usefixtures("folder")
def test_one_of_another_run_counts_for_nothing() -> None:
    lint()
    (first,) = kept()
    loud = lint("--profile", "published")
    other = next(each for each in kept() if each != first)
    other.write_bytes(first.read_bytes())
    again = lint("--profile", "published")
    assert again == loud
    assert not again.was_kept


@pytest.mark.usefixtures("folder")
def test_every_bit_of_it_is_checked() -> None:
    lint()
    (only,) = kept()
    content, key = only.read_bytes(), only.name.removesuffix(result_cache.ENDING)
    assert result_cache.parsed(content, key).said
    for at in range(0, len(content), 97):
        spoiled = content[:at] + bytes([content[at] ^ 1]) + content[at + 1 :]
        with pytest.raises(ValueError, match=r"damaged|another"):
            result_cache.parsed(spoiled, key)
    with pytest.raises(ValueError, match="another"):
        result_cache.parsed(content, key[::-1])


@pytest.mark.usefixtures("folder")
def test_a_full_disk_is_no_matter(monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "replace", full)
    first, second = lint(), lint()
    assert first == second
    assert not second.was_kept
    assert kept() == []


@pytest.mark.usefixtures("folder")
def test_a_home_that_is_not_there_is_not_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = tmp_path / "nobody"
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv(result_cache.FOLDER, str(home / "kept"))
    assert lint() == lint()
    assert not home.exists()


@pytest.mark.parametrize("mode", [0o777, 0o770])
@pytest.mark.usefixtures("folder")
def test_a_folder_that_others_may_write_is_not_used(mode: int) -> None:
    Path(result_cache.folder()).chmod(mode)
    lint()
    assert not lint().was_kept
    assert kept() == []


@pytest.mark.usefixtures("folder")
def test_the_oldest_go_where_there_are_many(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(result_cache, "_MOST_RESULTS", 2)
    for day in ("2026-01-01", "2026-01-02", "2026-01-03"):
        lint("--today", day)
    assert len(kept()) == 2
    assert lint("--today", "2026-01-03").was_kept
    assert not lint("--today", "2026-01-01").was_kept


@pytest.mark.usefixtures("folder")
def test_what_writes_is_never_kept() -> None:
    for line in (("--fix",), ("--output-format", "json=out.json"), ("--write-baseline", "b.json")):
        assert (lint(*line).was_kept, lint(*line).was_kept) == (False, False)
    assert kept() == []


def test_clear_and_dir(folder: Path) -> None:
    lint()
    env = {result_cache.FOLDER: result_cache.folder()}
    assert journeymap("cache", "dir", folder=folder, env=env).out == f"{result_cache.folder()}\n"
    assert journeymap("cache", "clear", folder=folder, env=env).err == "removed 1 result\n"
    assert kept() == []


@pytest.mark.parametrize("path", ["a", "with\nline", "back\\slash\\n", "\udcff\r", "tab\there"])
def test_a_fact_is_one_line_whatever_the_path(path: str) -> None:
    fact = facts.Fact(facts.KIND, path, "f", "1.2")
    assert b"\n" not in fact.line()
    again = facts.read(fact.line())
    assert (again.about, again.path, again.value, again.stamp) == ("kind", path, "f", "1.2")
