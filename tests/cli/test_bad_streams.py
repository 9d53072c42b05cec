"""Whatever comes in and wherever it is to go: findings or one line, at once."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest
from tests.cli.processes import (
    DEEP,
    GOOD,
    HANGS,
    assert_decent,
    journeymap,
    one_line,
    put,
)
from tests.cli.running import Done


@pytest.mark.parametrize("command", ["lint", "show", "render"])
@pytest.mark.parametrize(
    "content", [b"", b"\0\xff\x01" * 99, b"[" * DEEP, b"a" * 5_000_001, b"- a\n", b"title: [\n"]
)
def test_bad_standard_input(command: str, content: bytes, repo: Path) -> None:
    done = journeymap(command, "-", folder=repo, stdin=content)
    assert done.code == 1
    assert "stdin.journey.yaml:1:" in done.out + done.err


@pytest.mark.parametrize("command", ["lint", "show", "render"])
def test_endless_standard_input(command: str, repo: Path) -> None:
    with Path("/dev/zero").open("rb") as endless:
        process = subprocess.run(
            [sys.executable, "-m", "journeymap", command, "-"],
            cwd=repo,
            stdin=endless,
            capture_output=True,
            timeout=HANGS,
            check=False,
        )
    assert process.returncode == 1
    assert b"more than 5 MB" in process.stdout + process.stderr


@pytest.mark.parametrize("command", ["lint -", "show -", "render -", "new a --from -", "new a"])
def test_closed_standard_input(command: str, repo: Path) -> None:
    line = f"exec '{sys.executable}' -m journeymap {command} <&-"
    process = subprocess.run(
        ["/bin/sh", "-c", line], cwd=repo, capture_output=True, timeout=HANGS, check=False
    )
    done = Done(code=process.returncode, out="", err=process.stderr.decode())
    assert_decent(done)
    assert done.code == 2


@contextmanager
def closed_pipe() -> Iterator[int]:
    """The writing end of a pipe whose reader has gone."""
    reading, writing = os.pipe()
    os.close(reading)
    try:
        yield writing
    finally:
        with suppress(OSError):
            os.close(writing)


@pytest.mark.parametrize("arguments", ["lint .", "lint . --output-format json", "rule", "schema"])
def test_a_reader_that_has_seen_enough(arguments: str, repo: Path) -> None:
    put(repo, "titel: T\n" * 2_000)
    with closed_pipe() as writing:
        process = subprocess.run(
            [sys.executable, "-m", "journeymap", *arguments.split()],
            cwd=repo,
            stdout=writing,
            stderr=subprocess.PIPE,
            timeout=HANGS,
            check=False,
        )
    assert b"Traceback" not in process.stderr
    assert b"Exception" not in process.stderr


@pytest.mark.parametrize(
    ("command", "streams", "code", "told"),
    [
        ("lint good.journey.yaml", ">&-", 0, "no findings"),  # prints nothing, so nothing fails
        ("show good.journey.yaml", ">&-", 2, "error: standard output: it is closed\n"),
        ("show good.journey.yaml", "2>&-", 0, ""),
        ("render good.journey.yaml -qo picture.svg", ">&- 2>&-", 0, ""),
        ("--version", ">/dev/full", 2, "error: standard output: no space left on device\n"),
        ("lint good.journey.yaml --output-format md", ">/dev/full", 2, "error: standard output: "),
        ("lint good.journey.yaml", "2>/dev/full", 0, ""),
        ("lint bad.journey.yaml", ">/dev/full 2>&1", 2, ""),
        ("rule", "| head -c 10", 0, ""),
        ("lint bad.journey.yaml", "| head -c 10", 1, ""),
    ],
)
def test_streams_that_take_nothing(
    command: str, streams: str, code: int, told: str, repo: Path
) -> None:
    put(repo, GOOD, "good.journey.yaml")
    put(repo, "titel: T\n" * 2_000)
    line = f"{{ '{sys.executable}' -m journeymap {command}; echo $? >code; }} {streams}"
    process = subprocess.run(
        ["/bin/sh", "-c", line], cwd=repo, capture_output=True, timeout=HANGS, check=False
    )
    said = process.stderr.decode()
    assert int((repo / "code").read_text()) == code
    assert told in said
    assert not any(word in said for word in ("Traceback", "Exception", "please report"))


# -------------------------------------------------------------------------------------- output


@pytest.mark.parametrize(
    ("output", "said"),
    [
        ("good.journey.yaml/x.svg", "error: "),
        ("good.journey.yaml/deeper/x.svg", "error: "),
        ("/proc/x.svg", "error: "),
        ("/dev/null/x.svg", "error: "),
        ("a" * 300 + ".svg", "too long"),
    ],
)
def test_output_that_cannot_be_written(output: str, said: str, repo: Path) -> None:
    put(repo, GOOD, "good.journey.yaml")
    done = journeymap("render", "good.journey.yaml", "-o", output, folder=repo)
    assert done.code == 2
    assert one_line(done)
    assert said in done.err
    assert (repo / "good.journey.yaml").read_text(encoding="utf-8") == GOOD


@pytest.mark.parametrize("path", ["good.journey.yaml/x", "/proc/x", "/dev/null/x", "a" * 300])
def test_a_map_that_cannot_be_written(path: str, repo: Path) -> None:
    put(repo, GOOD, "good.journey.yaml")
    done = journeymap("new", path, "--template", "blank", folder=repo)
    assert done.code == 2
    assert one_line(done)


@pytest.mark.parametrize(
    "outline", ["no.txt", ".", "latin.txt", "empty.txt", "zero.txt", "deep.txt"]
)
def test_outlines_that_are_none(outline: str, repo: Path) -> None:
    put(repo, b"caf\xe9\n", "latin.txt")
    put(repo, "", "empty.txt")
    put(repo, b"\0" * 500, "zero.txt")
    put(repo, "#" * DEEP, "deep.txt")
    done = journeymap("new", "a", "--from", outline, folder=repo)
    assert done.code == 2
    assert one_line(done)
    assert not (repo / "a.journey.yaml").exists()
