"""`render --watch` and `--open`: one look after the other, without waiting."""

import sys
import time
from collections.abc import Callable

import pytest
import typer
from tests.cli.running import MAP, CommandLine
from tests.workspace.test_portraits import png

from journeymap.cli import progress, render_run, render_watch

SMALL = "journeymap: 1\ntitle: Clinic\nsteps: [Calls]\n"


@pytest.fixture
def shown(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What was opened."""
    opened: list[str] = []
    monkeypatch.setattr(typer, "launch", opened.append)
    return opened


def saves(monkeypatch: pytest.MonkeyPatch, *acts: Callable[[], object]) -> None:
    """Does something before each look, then presses Ctrl+C."""
    left = list(acts)

    def wait(_seconds: float) -> None:
        if not left:
            raise KeyboardInterrupt
        left.pop(0)()

    monkeypatch.setattr(render_watch, "pause", wait)


def test_it_draws_again_at_each_save(cli: CommandLine, monkeypatch: pytest.MonkeyPatch) -> None:
    cli.write(SMALL)
    cli.write("base: light\n", "house.yaml")
    saves(
        monkeypatch,
        lambda: None,
        lambda: cli.write(SMALL.replace("Calls", "Calls again")),
        lambda: cli.write("title: [", MAP),
        lambda: cli.write("base: dark\n", "house.yaml"),
        lambda: cli.write(SMALL.replace("Calls", "Calls for good")),
    )
    done = cli("render", MAP, "-o", "out.svg", "--theme", "house.yaml", "--watch")
    assert done.code == 0
    assert done.out == 3 * "out.svg\n"
    assert done.err.count("waiting for changes; Ctrl+C ends\n") == 5
    drawn = (cli.folder / "out.svg").read_text(encoding="utf-8")
    assert "Calls for good" in drawn
    assert "#12181f" in drawn


def test_what_cannot_be_drawn_may_be_mended(
    cli: CommandLine, monkeypatch: pytest.MonkeyPatch
) -> None:
    cli.write(SMALL)
    cli.write("base: sepia\n", "house.yaml")
    saves(monkeypatch, lambda: cli.write("base: print\n", "house.yaml"))
    done = cli("render", MAP, "--theme", "house.yaml", "--watch")
    assert (done.code, done.out) == (0, "clinic.svg\n")
    assert "house.yaml:1:7:" in done.err


def test_a_web_page_is_shown_where_it_loads_itself_again(
    cli: CommandLine, monkeypatch: pytest.MonkeyPatch, shown: list[str]
) -> None:
    cli.write(SMALL)
    saves(monkeypatch, lambda: cli.write(SMALL.replace("Calls", "Rings")))
    done = cli("render", MAP, "-o", "out.html", "--watch", "--open")
    assert done.code == 0
    (address,) = shown
    assert address.startswith("http://127.0.0.1:")
    assert f"showing {address}" in done.err


def test_other_files_are_shown_as_they_are(cli: CommandLine, shown: list[str]) -> None:
    cli.write(SMALL)
    assert cli("render", MAP, "-o", "out.png", "--open").code == 0
    assert cli("render", MAP, "-o", "out.html", "--open").code == 0
    assert cli("render", MAP, "-o", "-", "--open").code == 0
    assert shown == ["out.png", "out.html"]


def test_what_cannot_be_opened_is_told(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(typer, "launch", lambda _address: 3)
    render_run.show("out.png")
    assert capsys.readouterr().err == "out.png cannot be opened here: open it yourself\n"


def test_standard_input_cannot_be_watched(cli: CommandLine) -> None:
    done = cli("render", "-", "--watch", stdin=SMALL)
    assert (done.code, done.out) == (2, "")
    assert "--watch looks at files; name them instead of -" in done.err


def test_a_bar_shows_only_on_a_terminal_and_after_a_while(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert list(progress.track([1, 2, 3], "drawing")) == [1, 2, 3]
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True, raising=False)
    assert list(progress.track([1, 2, 3], "drawing")) == [1, 2, 3]
    assert capsys.readouterr().err == ""
    clock = iter([0.0, 0.1, 0.9])
    monkeypatch.setattr(time, "monotonic", lambda: next(clock))
    whole: list[int] = []

    def rest(items: list[int], what: str, done: int) -> list[int]:
        whole.append(done)
        assert what == "drawing"
        return items

    monkeypatch.setattr(progress, "_shown", rest)
    assert list(progress.track([1, 2, 3], "drawing")) == [1, 2, 3]
    assert whole == [1]


def test_a_bar_yields_the_rest() -> None:
    assert list(progress._shown([2, 3], "drawing", 1)) == [2, 3]


def test_it_draws_again_where_a_picture_changes(
    cli: CommandLine, monkeypatch: pytest.MonkeyPatch
) -> None:
    cli.write(SMALL + "personas: [{name: Ana, goals: Go, picture: ana.png}]\n")
    picture = cli.folder / "ana.png"
    saves(monkeypatch, lambda: None, lambda: picture.write_bytes(png()), lambda: None)
    done = cli("render", MAP, "-o", "out.html", "--watch")
    assert (done.code, done.out) == (0, 2 * "out.html\n")
    assert "data:image/png;base64" in (cli.folder / "out.html").read_text(encoding="utf-8")
