"""Help that is kept is what typer prints, for the width and the colours that are there."""

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from journeymap.cli import result_cache
from journeymap.cli.help_kept import print_and_keep
from journeymap.cli.main import COMMANDS, build


@pytest.fixture(autouse=True)
def _nothing_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("JOURNEYMAP_CACHE_DIR", str(tmp_path / "kept"))
    monkeypatch.setattr("journeymap.cli.help_kept.note_own_files", lambda *_: None)
    yield
    result_cache.forget()


def printed(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[str, bool]:
    """What is printed, and whether it was kept."""
    result_cache.forget()
    kept = result_cache.begin([*words])
    assert kept is not None
    code = kept.show()
    is_kept = code is not None
    if not is_kept:
        with pytest.raises(SystemExit) as end:
            print_and_keep(build(COMMANDS if words[0] == "--help" else words[:1]), kept)
        code = int(end.value.code or 0)
    kept.finish(code or 0)
    return capsys.readouterr().out, is_kept


@pytest.mark.parametrize("words", [("--help",), ("lint", "--help")])
def test_the_same_is_printed_again(
    words: tuple[str, ...],
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    monkeypatch.setattr(sys, "argv", ["journeymap", *words])
    text, was_kept = printed(capsys, *words)
    assert "Usage: journeymap" in text
    assert not was_kept
    monkeypatch.chdir(tmp_path)
    assert printed(capsys, *words) == (text, True)
    monkeypatch.setenv("COLUMNS", "60")
    narrow, was_kept = printed(capsys, *words)
    assert not was_kept
    assert max(map(len, narrow.splitlines())) <= 60
    monkeypatch.setenv("LC_ALL", "C")
    assert printed(capsys, *words) == (narrow, False)


@pytest.mark.parametrize(
    ("words", "is_help"),
    [
        (["--help"], True),
        (["render", "--help"], True),
        (["lint", "lint", "--help"], False),
        (["lint", "--help", "a.yaml"], False),
        (["-h"], False),
        ([], False),
    ],
)
def test_help_is_what_is_plainly_asked_for(words: list[str], is_help: bool) -> None:
    assert result_cache.is_help(words) == (is_help and os.name != "nt")


def test_a_shell_that_completes_asks_for_no_help(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("_JOURNEYMAP_COMPLETE", "complete_bash")
    assert not result_cache.is_help(["--help"])


def test_what_fails_is_not_kept() -> None:
    kept = result_cache.begin(["--help"])
    assert kept is not None

    def fails(**_: object) -> None:
        sys.stdout.write("half")
        raise SystemExit(2)

    with pytest.raises(SystemExit):
        print_and_keep(fails, kept)
    kept.finish(0)
    assert not Path(result_cache.folder()).exists()
