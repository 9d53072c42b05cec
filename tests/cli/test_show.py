import json
import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest
from rich.cells import cell_len

ROOT = Path(__file__).resolve().parents[2]
EXAMPLES = sorted((ROOT / "examples").glob("*.journey.yaml"))
SMALL = "journeymap: 1\ntitle: Small\nstages:\n  Before:\n    - {action: Calls, emotion: calm}\n"
BROKEN = "journeymap: 1\ntitle: Small\nsteps:\n  - {action: Calls, emotion: 7}\n"


def show(
    *arguments: str, stdin: str = "", env: dict[str, str] | None = None, folder: Path = ROOT
) -> subprocess.CompletedProcess[str]:
    around = {key: value for key, value in os.environ.items() if key != "COLUMNS"}
    return subprocess.run(
        [sys.executable, "-m", "journeymap", "show", *arguments],
        cwd=folder,
        check=False,
        input=stdin,
        capture_output=True,
        encoding="utf-8",
        env={**around, **(env or {})},
        timeout=300,
    )


def on_a_terminal(*arguments: str, env: dict[str, str] | None = None) -> str:
    """What a terminal of 80 columns gets to see."""
    main, other = pty.openpty()
    around = {key: value for key, value in os.environ.items() if key not in {"COLUMNS", "NO_COLOR"}}
    process = subprocess.Popen(
        [sys.executable, "-m", "journeymap", "show", *arguments],
        cwd=ROOT,
        stdin=subprocess.DEVNULL,
        stdout=other,
        env={**around, "TERM": "xterm", **(env or {})},
    )
    os.close(other)
    seen = b""
    while True:
        try:
            chunk = os.read(main, 65536)
        except OSError:  # the other end is closed
            break
        if not chunk:
            break
        seen += chunk
    os.close(main)
    assert process.wait(300) == 0
    return seen.decode()


@pytest.fixture
def small(tmp_path: Path) -> Path:
    path = tmp_path / "small.journey.yaml"
    path.write_text(SMALL, encoding="utf-8")
    return path


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda path: path.name.partition(".")[0])
def test_examples_fit_a_pipe(example: Path) -> None:
    done = show(str(example))
    assert (done.returncode, done.stderr) == (0, "")
    assert "\x1b" not in done.stdout
    assert max(map(cell_len, done.stdout.splitlines())) <= 80


@pytest.mark.parametrize("columns", [60, 120, 160])
def test_columns_are_heeded(columns: int) -> None:
    done = show(str(EXAMPLES[0]), env={"COLUMNS": str(columns)})
    assert columns - 20 < max(map(cell_len, done.stdout.splitlines())) <= columns


def test_a_terminal_gets_colours(small: Path) -> None:
    assert "\x1b[36m" in on_a_terminal(str(small))


@pytest.mark.parametrize("option", ["--plain", "--no-color"])
def test_options_take_the_colours_away(small: Path, option: str) -> None:
    assert "\x1b" not in on_a_terminal(str(small), option)


def test_no_color_takes_the_colours_away(small: Path) -> None:
    assert "\x1b" not in on_a_terminal(str(small), env={"NO_COLOR": "1"})


def test_stdin_has_a_name() -> None:
    done = show("-", "--format", "json", "--stdin-filename", "desk.journey.yaml", stdin=SMALL)
    content = json.loads(done.stdout)
    assert list(content)[:3] == ["version", "journey", "view"]
    assert (content["version"], content["journey"], content["view"]) == (1, "desk", "map")
    assert content["steps"][0]["stage"] == content["stages"][0]["id"] == "before"


def test_a_map_with_errors_is_shown_and_says_so() -> None:
    done = show("-", stdin=BROKEN)
    assert done.returncode == 0
    assert "Calls" in done.stdout
    assert "1 error" in done.stderr
    assert "journeymap lint" in done.stderr
    assert not show("-", "-q", stdin=BROKEN).stderr


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("title: [", ":1:"),
        ("- a\n- b\n", "error["),
        ("journeymap: 1\ntitle: Empty\nsteps: []\n", "1 error"),
    ],
)
def test_what_cannot_be_shown_says_why(text: str, said: str) -> None:
    done = show("-", stdin=text)
    assert (done.returncode, done.stdout) == (1, "")
    assert said in done.stderr
    assert "Traceback" not in done.stderr


UNREAD = """\
title: A
purpose: Find who waits
scope: From the call to the visit
goal: Be well again
team: [nursing, billing]
steps: [{action: B, wait: soonish}, {action: C, leaks: [{share: lots}], perceived: {rating: high}}]
"""


@pytest.mark.parametrize("view", ["map", "time", "flow", "gaps"])
def test_what_could_not_be_read_is_named_and_not_told_as_missing(view: str) -> None:
    done = show("-", "--view", view, "--plain", stdin=UNREAD)
    words = " ".join(done.stdout.split())
    assert "missing here: `wait.time` (“B”), `leaks.share` (“C”), `perceived.rating` (“C”)" in words
    assert "No step says" not in words
    assert all(len(line) <= 80 for line in done.stdout.splitlines())


@pytest.mark.parametrize("columns", ["80", "160"])
def test_the_map_begins_with_why_it_is_there(columns: str) -> None:
    done = show("-", stdin=UNREAD, env={"COLUMNS": columns})
    head = [line.split(None, 1) for line in done.stdout.splitlines()[3:7]]
    assert head == [
        ["Purpose", "Find who waits"],
        ["Scope", "From the call to the visit"],
        ["Goal", "Be well again"],
        ["Team", "nursing, billing"],
    ]


def test_one_map_at_a_time(small: Path) -> None:
    assert show(str(small.parent)).returncode == 0
    (small.parent / "other.journey.yaml").write_text(SMALL, encoding="utf-8")
    done = show(str(small.parent))
    assert done.returncode == 2
    assert "2 maps" in done.stderr


def test_a_library_is_no_map() -> None:
    done = show("examples/clinic.library.yaml")
    assert done.returncode == 2
    assert "no map" in done.stderr


def test_a_missing_file_is_bad_usage() -> None:
    done = show("nowhere.journey.yaml")
    assert done.returncode == 2
    assert "nowhere.journey.yaml" in done.stderr
